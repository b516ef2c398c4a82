#!/bin/sh
# reference.sh OUT - the styles of our documents of Word (assets/docx) as the file that
# pandoc takes them from. The same files give the same bytes.
set -eu
out=$PWD/$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r assets/docx/. "$work"
cd "$work"
find . -exec touch -d '2000-01-01 00:00:00 UTC' {} +
rm -f "$out"
TZ=UTC zip -q -X -D "$out" '[Content_Types].xml' _rels/.rels word/document.xml word/_rels/document.xml.rels \
	word/styles.xml word/settings.xml word/footer1.xml

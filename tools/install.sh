#!/bin/sh
# install.sh [-n] GROUP - Debian packages for GROUP: build, demo, check or bench.
#
# Says what is missing and why, then installs it: as root directly, else through
# sudo, once. Nothing missing: silent. -n only says it and changes nothing.
set -eu

# group, package, what for. A group has its own lines and those of `build`.
table() {
	cat <<'PACKAGES'
build gcc                 compiles the program
build libc6-dev           headers of the C library
build make                runs the Makefile
build pkg-config          finds the libraries
build libsqlite3-dev      the register in a file
build libpq-dev           the register in PostgreSQL
build libmicrohttpd-dev   serves the barometer as a page
build libmd4c-dev         reads Markdown papers
build libyajl-dev         reads datapackage.json
build libsodium-dev       passwords, sealed secrets, tags of pages
build nettle-dev          fingerprints of documents, the chain of the trail
build zlib1g-dev          packs spreadsheets and archives, and pages on their way
build libicu-dev          puts lists in Danish order
build libcurl4-gnutls-dev hands messages to a mail server
build libical-dev         writes calendars of deadlines
build liboath-dev         codes of phones, the second factor of a login
build libiddawc-dev       single sign-on by OpenID Connect
build libqrencode-dev     the square that a phone takes its secret from
build libxml2-dev         reads papers in HTML
build libzip-dev          looks into spreadsheets and documents of Word
build libexpat1-dev       reads what stands in them
build pandoc              reads and writes documents of Word and LibreOffice
build libhyphen-dev       breaks long words in narrow tables
build hyphen-da           where Danish words may be broken
build librsvg2-bin        makes pictures of charts for Word
build gettext             makes catalogues of the texts in po/
build nodejs              compiles the style sheet of the pages
build npm                 fetches the design system that they wear
check clang               the second compiler, and the sanitizers
check libclang-rt-14-dev  run-time of the sanitizers and of the fuzzer
check clang-tidy          reads the code for mistakes
check lld                 puts the tests together
check libcmocka-dev       runs the tests
check postgresql          a private server for the store's tests
check mandoc              checks the man pages
check unzip               looks into the spreadsheet
check libxml2-utils       reads the map of the published site
check pngcheck            and its pictures
check python3-aiosmtpd  a mail server that messages are sent to
build zip                 puts the styles of our Word documents together
check libreoffice-calc-nogui computes the spreadsheet anew
check libreoffice-writer-nogui makes papers of Word and LibreOffice out of ours
check xlsx2csv            says what stands in a spreadsheet, to compare with
check shellcheck          checks the shell scripts
check nginx               stands in front of the server in a test
check openssl             makes a certificate for that test
check curl                asks through it
check glewlwyd            a provider of OpenID Connect to log in at
check sqlite3             makes its database
check lcov                says which lines the tests reach
check chromium-headless-shell walks the site as readers do
check weasyprint          prints reports where there is no Chromium
check poppler-utils       looks into printed reports
check qpdf                and says whether they are whole
check default-jre-headless runs the Nu checker of HTML, SVG and CSS
bench sqlite3             what an import is measured against
bench time                peak memory of an import
bench nginx               what the server is measured against
bench wrk                 asks both as fast as they answer
bench curl                asks for pages that were not made before
bench hugo                what the published site is measured against
bench npm                 fetches another maker of sites
check python3-openpyxl    reads the workbooks we write
bench python3-openpyxl    what a workbook is measured against
PACKAGES
}

as_root() {     # packages...
	export DEBIAN_FRONTEND=noninteractive
	set -- apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=120 install "$@"
	lists=$(find /var/lib/apt/lists -name '*_Packages*' 2>/dev/null | head -n 1)
	[ -n "$lists" ] || apt-get -qq update
	"$@" >/dev/null || { apt-get -qq update && "$@" >/dev/null; }
}

if [ "${1-}" = --as-root ]; then
	shift
	as_root "$@"
	exit
fi

dry=no
[ "${1-}" != -n ] || { dry=yes; shift; }
group=${1-}
case $group in
build | demo | check | bench) ;;
*) echo "usage: tools/install.sh [-n] build|demo|check|bench" >&2; exit 2 ;;
esac

wanted=$(table | sed -n -e 's/^build  *//p' -e "/^build /!s/^$group  *//p")
names=$(printf '%s\n' "$wanted" | sed 's/ .*//')
if ! command -v dpkg-query >/dev/null; then
	echo "install.sh: not a Debian system; looked for nothing. Needed:" $names >&2
	exit 0
fi
# shellcheck disable=SC2086 # names are words
have=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $names 2>/dev/null |
	sed -n 's/^installed //p') || true
# Node.js often comes from elsewhere, with an npm of its own that Debian's would break.
! command -v node >/dev/null || have="$have
nodejs"
! command -v npm >/dev/null || have="$have
npm"
# So does a Java.
! command -v java >/dev/null || have="$have
default-jre-headless"
missing=
for name in $names; do
	case "
$have
" in
	*"
$name
"*) ;;
	*) missing="$missing $name" ;;
	esac
done
[ -n "$missing" ] || exit 0

echo "Missing Debian packages:"
for name in $missing; do
	printf '%s\n' "$wanted" | sed -n "s/^$name  */$name: /p" | sed 's/^/  /'
done
if [ $dry = yes ]; then
	echo "Install them with: tools/install.sh $group"
	exit 0
fi

# shellcheck disable=SC2086
if [ "$(id -u)" -eq 0 ]; then
	echo "Installing them ..."
	as_root $missing
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
	echo "Installing them with sudo ..."
	sudo sh "$0" --as-root $missing
else
	echo "install.sh: needs root; run: su -c 'apt-get install -y --no-install-recommends$missing'" >&2
	exit 1
fi

#!/bin/sh
# picture.sh TITLE <TEXT - what a terminal shows, as SVG on standard output. Verdicts
# (✓ ↗ → ↘ ↓ ✗ ○ – and the words up to two blanks) get the colour of their kind.
#
#	build/pejl --db build/copenhagen.db --lang en barometer |
#		sed -n '1,2p;/2007-2010/,$p' | head -n 29 |
#		tools/picture.sh 'pejl barometer' >docs/picture.svg
set -eu
LC_ALL=C.UTF-8 exec perl -CSDA -e '
	use strict; use warnings; use utf8;
	my %colour = ("✓" => "#3fb950", "↗" => "#3fb950", "→" => "#d29922", "↘" => "#f0883e",
	              "↓" => "#f85149", "✗" => "#f85149", "○" => "#8b949e", "–" => "#8b949e");
	my $title = shift;
	my @line = <STDIN>;
	chomp @line;
	my ($wide, $x, $y) = (0, 16, 58);
	for (@line) { $wide = length if length > $wide; }
	my ($w, $h) = ($wide * 8.43 + 2 * $x, @line * 19 + $y + 8);
	sub escape { my $s = shift; $s =~ s/&/&amp;/g; $s =~ s/</&lt;/g; $s =~ s/>/&gt;/g; return $s; }
	printf "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\" viewBox=\"0 0 %.0f %d\" role=\"img\">\n", $w, $h, $w, $h;
	printf "<title>%s</title>\n", escape($title);
	print "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#0d1117\"/>\n";
	print "<circle cx=\"20\" cy=\"18\" r=\"6\" fill=\"#f85149\"/><circle cx=\"40\" cy=\"18\" r=\"6\" fill=\"#d29922\"/><circle cx=\"60\" cy=\"18\" r=\"6\" fill=\"#3fb950\"/>\n";
	print "<g font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\" fill=\"#e6edf3\">\n";
	printf "<text x=\"84\" y=\"23\" fill=\"#8b949e\">%s</text>\n", escape($title);
	for (@line) {
		my $s = escape($_);
		$s =~ s{([✓↗→↘↓✗○–] ?\p{L}+(?: \p{L}+)*)}{"<tspan fill=\"" . $colour{substr $1, 0, 1} . "\">$1</tspan>"}e;
		printf "<text x=\"%d\" y=\"%d\" xml:space=\"preserve\">%s</text>\n", $x, $y, $s;
		$y += 19;
	}
	print "</g></svg>\n";
' "$1"

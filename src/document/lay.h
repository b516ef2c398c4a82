/* lay.h - papers of formats whose lines say nothing (HTML, DOCX, ODT, XLSX), laid out as
 * text with one line for each block and each row of a table.
 *
 * That text is what is kept of them, what document_read() reads for these formats, and
 * what all places count: line 12 is the twelfth block or row. It is a small part of HTML:
 *
 *   <h2>Beskæftigelse                       a heading and its level
 *   <p><b>Målgruppe:</b> alle i Ørestad     a paragraph; "¹ …" is a footnote
 *   <li><li>2. Åbne jobcaféer               an item: its depth, its mark
 *   <table><tr><th>Mål<th>Status            the first row of a table,
 *   <tr><td>65 pct.<td>på vej<br>…          and a further one
 *
 * with &amp; &lt; &gt;, and <b>, <br>, <p>, <ul>, <ol>, <li> in cells. A cell that spans
 * several is followed by empty ones, as in html_table.h; a table in a cell is that cell's
 * text. Nothing is fetched, no entity but those of HTML is known, nothing is computed.
 */
#ifndef DOCUMENT_LAY_H
#define DOCUMENT_LAY_H

#include "document/document.h"

/* The lines of a page, in `a`. Left out: scripts, styles, forms' fields, pictures, what
 * is struck out, and what is hidden by `hidden` or its own style. Figures in <sup> become
 * superscripts; <ol> numbers its items. Read as UTF-8 when it is, else as it says itself.
 * False with one diag: no UTF-8 and nothing said, over 32 MiB when laid out, elements
 * nested more than 1000 deep, more than 400 columns. */
MUST_CHECK bool lay_html(struct arena *a, struct str name, struct str bytes, struct diags *d,
                         struct str *ret);

/* The lines of a workbook, in `a`: each sheet that is shown is a heading, each group of
 * rows between empty ones a table; rows of one cell at its left edge, above and below it,
 * are paragraphs. Values as they are shown, in Danish: dates as 2009-12-31, numbers with a
 * comma and no dots, rounded as their format says; of formulas what was computed last. A
 * diag that is a note names each hidden sheet, which is left out. */
MUST_CHECK bool lay_xlsx(struct arena *a, struct str name, struct str bytes, struct diags *d,
                         struct str *ret);

/* What pandoc reads of an ODT. */
struct odt {
	struct str content, styles;     /* content.xml; styles.xml, or empty */
};

/* In `a`, without the tags around rows that are repeated on each page: pandoc 2.17
 * leaves such rows out, and with them the heading of every table of LibreOffice. A diag:
 * as pack_read(). */
MUST_CHECK bool lay_odt(struct arena *a, struct str name, struct str bytes, struct diags *d,
                        struct odt *ret);

/* Is a packed document (DOCX, ODT) one that may be opened by others: whole, not encrypted,
 * its names in the archive, its parts not too many and unpacked not too large? Else a diag. */
MUST_CHECK bool lay_check(struct arena *a, struct str name, struct str bytes, struct diags *d);

#endif

/* html_table.h - "<table>…</table>" in extracted text, as a table.
 *
 * Private to document/. Rows and cells are found by their tags, closed or not; a
 * cell that spans columns or rows is followed by empty ones, so that what stands
 * below a heading stays below it. A table inside a cell is that cell's text. The
 * caption is a paragraph before the table.
 */
#ifndef DOCUMENT_HTML_TABLE_H
#define DOCUMENT_HTML_TABLE_H

#include "document/markup.h"

/* Bytes of the table that `text` begins with, its end tag included; 0: it begins
 * with none, or with one that does not end. */
size_t html_table_length(struct str text);

/* Reads one of that length and adds its blocks. */
void html_table_read(struct reader *r, struct gather *g, struct markup *m, struct str table);

#endif

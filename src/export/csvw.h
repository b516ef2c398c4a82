/* csvw.h - what is in the CSV of an indicator, for programs: CSV on the Web (W3C's "Metadata
 * Vocabulary for Tabular Data"), to stand beside it.
 *
 * Names, titles in both languages and datatype of every column, what an empty cell is, and
 * whose data it is. `csv` is the address of the table as seen from the metadata.
 */
#ifndef EXPORT_CSVW_H
#define EXPORT_CSVW_H

#include "export/schema.h"
#include "model/contact.h"
#include "model/indicator_view.h"

extern const struct schema schemas_csvw[];

void export_csvw(struct json *j, const struct indicator_view *m, struct str csv,
                 struct str publisher, struct contact contact, bool danish);

#endif

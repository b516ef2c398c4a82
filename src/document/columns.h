/* columns.h - tables of columns (CSV, SDMX-CSV, a sheet of a workbook) -> figures by codes.
 *
 * The heading is the first row, among the first COLUMNS_HEAD_MAX, in which all the columns
 * stand that are asked for, in any case of letters; what is above it is passed by. A row in
 * which no figure stands is one of words, and passed by. An empty cell is the code "_T", as
 * SDMX calls everybody; in a workbook it is the one above it, since that is how sheets
 * are written.
 *
 * CSV is UTF-8, with or without a byte order mark, UTF-16 with one, or else windows-1252 (a note says so). A
 * row that is longer or shorter than its heading is refused. SDMX-CSV is 1.0 or 2.0, labels
 * or not ("REF_AREA: Area", "101: København"): OBS_VALUE at TIME_PERIOD, its OBS_STATUS,
 * UNIT_MEASURE and UNIT_MULT; rows that delete are refused. Figures of a workbook are as
 * they are shown, with a decimal comma.
 */
#ifndef DOCUMENT_COLUMNS_H
#define DOCUMENT_COLUMNS_H

#include "document/figures.h"

#define COLUMNS_HEAD_MAX 100
#define COLUMNS_FIGURES  "figures"      /* the dimension that several columns of figures make */

struct columns_ask {
	const struct str *code;         /* columns whose cells are codes */
	size_t            codes;
	const struct str *figure;       /* columns of figures; none with `across` */
	size_t            figures;
	struct str        time;         /* the column of periods */
	bool              across;       /* the columns whose heading is a period hold its figures */
	bool            (*is_period)(struct str heading);
	char              separator;    /* of CSV: ',', ';', TAB; 0: as its first lines look */
};

/* False with a diag. Texts are copied to `a`. The last dimension is that of time, whose name
 * is that of its column, or "*". */
MUST_CHECK bool columns_read_csv(struct arena *a, struct str name, struct str bytes,
                                 const struct columns_ask *ask, struct diags *d, struct figures *ret);
/* `ask`: only its codes are looked at. */
MUST_CHECK bool columns_read_sdmx(struct arena *a, struct str name, struct str bytes,
                                  const struct columns_ask *ask, struct diags *d, struct figures *ret);
/* `sheet` empty: the first that is shown. */
MUST_CHECK bool columns_read_xlsx(struct arena *a, struct str name, struct str bytes,
                                  struct str sheet, const struct columns_ask *ask, struct diags *d,
                                  struct figures *ret);

#endif

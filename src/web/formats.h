/* formats.h - writes data in the forms of model/data_form.h: one call of app/, one of export/.
 * The routes do it, and `pejl export` does, so that both give the same bytes.
 */
#ifndef WEB_FORMATS_H
#define WEB_FORMATS_H

#include "app/edition.h"
#include "export/grid.h"
#include "export/stream.h"
#include "model/data_form.h"

struct format_ask {
	struct arena          *a;
	const struct edition  *ed;
	const struct noun_row *indicator;       /* of DATA_FORMS_OF_ONE; else NULL */
	bool                   danish;
	enum grid_profile      profile; /* of CSV */
	struct str             table;   /* of CSVW: the address of its table */
	struct str             site;    /* of addresses in it; empty: they begin with '/' */
	bool                   files;   /* what it names lies in files: pejl publish */
	struct stream          to;
};

/* Does it say what was judged? Else edition_open() is enough. */
bool format_judges(enum data_form f);

/* False: a problem in the store, or something does not fit. */
MUST_CHECK bool format_write(enum data_form f, const struct format_ask *ask);

/* "indikator-i-arbejde.csv" */
struct str format_file_name(enum data_form f, const struct format_ask *ask);

#endif

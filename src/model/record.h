/* record.h - one thing of the register as it is listed, shown and sent.
 *
 * Filled by app/browse, so that the terminal, the API and the pages show the
 * same; small numbers are withheld before they get here.
 */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "core/indicator.h"

enum value_type { VALUE_TEXT, VALUE_NUMBER, VALUE_INT, VALUE_FLAG, VALUE_DATE, VALUE_REFERENCE };

struct value {
	struct str      name;
	enum value_type type;
	struct str      text;           /* empty: nothing is known, left out */
};

struct worded {                         /* a text of the register, en empty: not translated */
	struct str da, en;
};

struct recorded {                       /* who said so, when */
	int64_t    change;
	struct str at, who;
};

struct record {
	struct str      kind, id, title, lang;
	struct value   *at;
	size_t          len;
	struct source   source;
	struct recorded recorded;
	bool            ended;          /* HISTORY: this version is no longer current */
};

struct records {
	struct record *at;
	size_t         len;
};

#endif

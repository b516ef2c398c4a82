/* source_table.h - a source's answers, by its mapping -> figures of areas, groups, periods.
 *
 * Answers are added one by one and may go once they are: a table of any size needs room for
 * what comes out only. Codes of a dimension that the mapping names are areas or groups; those
 * it does not name are passed by and told. Several codes of one area or group, and those of
 * dimensions without a mapping, are added up; a part that is missing makes the sum missing,
 * but a dash, which is none. In a file each row is of its own codes: two of the same are refused.
 */
#ifndef APP_SOURCE_TABLE_H
#define APP_SOURCE_TABLE_H

#include "app/source_words.h"
#include "core/phrase.h"
#include "document/figures.h"

struct source_figure {
	int64_t       area, group;      /* things; group 0: everybody */
	struct period period;
	struct str    code;             /* of the period, as the bureau has it */
	struct number value;
	enum missing  missing;
	bool          there;            /* some cell was of it */
	bool          preliminary, breaks;
};

struct source_map {
	struct str areas, groups, period;       /* `period` empty: the dimension that says it is time */
	const struct source_selection *picks;   /* what was selected */
	bool       file;                        /* the rows of what was selected are to be found */
	int64_t    area;                /* of all, when `areas` is empty */
	enum unit  unit;                /* of the indicator */
	bool       divisor;             /* groups may be missing: then it is of everybody */
	bool       plain;               /* figures are digits, a sign and a point; else: */
	enum notation notation;
};

struct source_sum {
	struct source_figure *at;       /* by period as they came, area, group */
	size_t                len;
	struct str           *unmapped; /* "OMRÅDE 147 Frederiksberg", each once */
	size_t                unmapped_len;
	struct str            print;    /* a line for each code that was used: what it is called; */
	struct str            unit;     /* for the unit, and for each note of a break */
	struct str            updated;
};

struct source_table;

/* NULL with a diag: the mapping is none. Texts of `map` stay. */
struct source_table *source_table_open(struct arena *a, const struct things *t, struct str name,
                                       const struct source_map *map, struct diags *d);
/* Texts of `f` are copied. */
MUST_CHECK bool source_table_add(struct source_table *t, const struct figures *f);
MUST_CHECK bool source_table_close(struct source_table *t, struct source_sum *ret);
/* A mapped code that no answer had, as "OMRÅDE 147"; empty: none. */
struct str source_table_gone(const struct source_table *t);

#endif

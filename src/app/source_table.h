/* source_table.h - a bureau's table, by a source's mapping -> figures of areas, groups, periods.
 *
 * Codes of a dimension that the mapping names are areas or groups; those it does not name are
 * passed by and told. Several codes of one area or group, and those of dimensions without a
 * mapping, are added up; a part that is missing makes the sum missing.
 */
#ifndef APP_SOURCE_TABLE_H
#define APP_SOURCE_TABLE_H

#include "app/things.h"
#include "core/phrase.h"
#include "document/jsonstat.h"

struct source_figure {
	int64_t       area, group;      /* things; group 0: everybody */
	struct period period;
	struct str    code;             /* of the period, as the bureau has it */
	struct number value;
	bool          there;            /* some cell was of it */
	bool          missing;          /* the bureau has no figure */
};

struct source_table {
	struct source_figure *at;
	size_t                len;
	struct str           *unmapped; /* "OMRÅDE 147", each once */
	size_t                unmapped_len, unmapped_cap;
	struct str            print;    /* a line for each code that was used: what it is called */
};

struct source_map {
	struct str areas, groups, period;
	int64_t    area;                /* of all, when `areas` is empty */
	bool       adds;                /* figures may be added up */
	bool       divisor;             /* groups may be missing: then it is of everybody */
};

MUST_CHECK bool source_table_read(struct arena *a, const struct things *t, struct str name,
                                  const struct jsonstat *j, const struct source_map *map,
                                  struct diags *d, struct source_table *ret);

/* "OMRÅDE=101,147 Tid=*" as what stands behind '?' in an address; empty: it is none. */
struct str source_query(struct arena *a, struct str selection);

/* "2008", "2008K1", "2008M01", "2004U27", "1982M12D09". */
MUST_CHECK bool source_period(struct arena *a, struct str code, struct period *ret);

#endif

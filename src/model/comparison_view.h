/* comparison_view.h - the city against other cities and named, dated sets of them, by
 * one indicator; and which indicators can be compared.
 */
#ifndef MODEL_COMPARISON_VIEW_H
#define MODEL_COMPARISON_VIEW_H

#include "model/areas_view.h"

struct comparison_pair {                /* a period in which both are measured */
	const struct measured_view *city, *other;
	struct area_gap             by;         /* the city less the other */
};

struct comparison_set {
	struct named              set;          /* or a single city */
	bool                      is_set;
	bool                      has_start, has_end;
	int32_t                   starts, ends; /* `ends` exclusive */
	struct named             *member;       /* by title */
	size_t                    members;
	bool                      holds_city;   /* the city is in its own mean */
	bool                      only_whole;   /* measured as one figure, none of the others alone */
	struct source             source;
	const struct series_view *series;
	struct comparison_pair   *pair;         /* newest first */
	size_t                    pairs;
};

struct comparison_view {
	struct indicator_view  indicator;       /* of its parts only what is compared here */
	struct comparison_set *at;              /* sets first, then cities; by title */
	size_t                 len;
	struct named          *choice;          /* sets and cities that can be chosen */
	size_t                 choices;
	struct str             asked;           /* the key of one of them; empty: all */
};

struct comparison_row {
	struct named                 indicator;
	struct indicator             is;
	const struct observation    *latest;    /* of the city; NULL: none */
	struct named                *with;      /* sets and cities */
	size_t                       withs;
	const struct barometer_row **target;    /* of the kind benchmark */
	size_t                       targets;
};

struct comparison_list {
	struct comparison_row *at;              /* by title */
	size_t                 len;
};

#endif

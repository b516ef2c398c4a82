/* council_view.h - a report that the staff prepare: the texts around what is computed, and
 * laying it before the council. Filled by app/report_texts. */
#ifndef MODEL_COUNCIL_VIEW_H
#define MODEL_COUNCIL_VIEW_H

#include "model/release_view.h"

#define COUNCIL_WORDS_MAX 20000         /* letters of one text */

struct council_text {                   /* a place of the report */
	enum report_place place;
	struct named      unit;         /* of a committee's; else without an id */
	struct str        words;        /* empty: nothing is written there */
	int64_t           since;        /* the change that wrote it; 0: none */
	bool              may;          /* write there */
};

struct council_view {
	enum report_kind     kind;
	struct named         policy;
	int32_t              as_of;
	struct council_text *at;
	size_t               len;
	struct named        *policies;
	size_t               policies_len;
	struct release_list  releases;  /* of the kind and policy, newest first */
	bool                 may_lay;
};

#endif

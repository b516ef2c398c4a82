/* source_words.h - what a source's texts say: what is selected, and what codes are here.
 *
 *	OMRÅDE=101,147 KØN=TOT Tid=*            a selection: a dimension, and its codes
 *	OMRÅDE: 101=koebenhavn 147=aeroe        a mapping: a dimension, and keys of the register
 *
 * A code or dimension with blanks or signs of these stands in quotation marks, doubled
 * within: Område="Region Hovedstaden","5 ""store"" byer".
 *
 * Of what is selected: `*` stands for any letters ("202*K1", "*"); "(1)" is the newest but
 * one place, "(-n+5)" the five newest; "top(5)", "bottom(5)", "from(2023K1)", "to(2024K1)",
 * "range(2023K1,2024K1)" (in quotation marks for its comma), ">=2023K1", "<=2024K2",
 * ">=2023K1<=2024K2" as bureaus have them. Codes are compared as their bytes are.
 */
#ifndef APP_SOURCE_WORDS_H
#define APP_SOURCE_WORDS_H

#include "app/things.h"

struct source_pick {
	struct str  dimension;
	struct str *code;               /* codes, or signs that stand for some */
	size_t      len;
};

struct source_selection {
	struct source_pick *at;
	size_t              len;
};

/* False: it is none. An empty text selects nothing. */
MUST_CHECK bool source_selection_read(struct arena *a, struct str text, struct source_selection *ret);
/* Its pick of a dimension, in any case of letters; NULL: none. */
const struct source_pick *source_selection_of(const struct source_selection *s, struct str dimension);

/* Which of `len` codes a pick takes: `*take` for each. False: one of its words takes none,
 * and is `*word`. */
MUST_CHECK bool source_pick_codes(const struct source_pick *p, const struct str *code, size_t len,
                                  bool *take, struct str *word);

struct source_code {
	struct str code;
	int64_t    id;                  /* 0: its key is none of the register */
	struct str key;
};

struct source_mapping {
	struct str          dimension;  /* empty: there is no mapping */
	struct source_code *at;
	size_t              len;
};

/* Keys of areas ("comparator:" and a set's, too) or groups. False: it is none. */
MUST_CHECK bool source_mapping_read(struct arena *a, const struct things *t, struct str text,
                                    enum noun kind, struct source_mapping *ret);

/* Only its dimension; empty: it has none. */
struct str source_mapping_dimension(struct arena *a, struct str text);

#endif

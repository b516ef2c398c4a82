/* A query on the first line and a text behind it: what is folded has letters a-z and
 * digits alone, so that nothing of a query is syntax; folding twice is folding once;
 * what is marked is the whole text, cut nowhere but at terms; distances are even. */
#include "app/search.h"
#include "base/near.h"
#include "base/utf8.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_folded(struct arena *a, struct str text)
{
	struct str folded = terms_fold(a, text);

	for (size_t i = 0; i < folded.len; i++) {
		char c = folded.at[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c == ' ' && i > 0 &&
		    i + 1 < folded.len && folded.at[i - 1] != ' ')))
			abort();
	}
	if (!str_eq(terms_fold(a, folded), folded))
		abort();
}

static void
check_terms(struct str text)
{
	struct term t;
	const char *end = text.at;

	for (size_t at = 0; term_next(text, &at, &t);) {
		if (t.len == 0 || t.len > TERM_MAX || t.text.len == 0 || t.text.at < end ||
		    t.text.at + t.text.len != text.at + at)
			abort();
		end = t.text.at + t.text.len;
	}
}

static void
check_marks(struct arena *a, struct str text, const struct wanted *w)
{
	struct search_pieces p = search_title(a, text, w, true);
	size_t               at = 0;

	for (size_t i = 0; i < p.len; i++) {
		struct term t;
		size_t      from = 0;

		if (p.at[i].text.at != text.at + at || p.at[i].text.len == 0)
			abort();
		at += p.at[i].text.len;
		if (p.at[i].marked && (!term_next(p.at[i].text, &from, &t) || !terms_match(w, &t)))
			abort();
	}
	if (at != text.len)
		abort();
	p = search_snippet(a, text, w, true);
	for (size_t i = 0; i < p.len; i++)
		if (utf8_check(p.at[i].text) != SIZE_MAX)
			abort();
}

static void
check_query(struct arena *a, struct str query, struct str text)
{
	struct wanted w = terms_wanted(a, query);

	for (size_t i = 0; i < w.len; i++) {
		check_folded(a, w.at[i]);
		for (size_t k = 0; k < i; k++)
			if (near_distance(w.at[i], w.at[k], 3) != near_distance(w.at[k], w.at[i], 3) ||
			    near_distance(w.at[i], w.at[k], 0) == 0)
				abort();
	}
	check_marks(a, text, &w);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct str   text = { (const char *)data, size }, query;

	if (size > 0 && size < 4096 && utf8_check(text) == SIZE_MAX) {
		query = str_cut(&text, '\n');
		check_folded(&a, query);
		check_folded(&a, text);
		check_terms(text);
		check_query(&a, query, text);
	}
	arena_free(&a);
	return 0;
}

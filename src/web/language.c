#include "web/language.h"
#include "web/guard.h"
#include "web/wish.h"

static bool
is_language(struct str tag, struct str code)
{
	return guard_same(str_slice(tag, 0, code.len), code) &&
	    (tag.len == code.len || tag.at[code.len] == '-');
}

struct best {
	bool   named;
	int    weight;
	size_t at;              /* in the reader's list */
};

/* What the list says of one language; of "*" when it does not name it. */
static struct best
best_of(struct str list, struct str code)
{
	struct best own = { 0 }, any = { 0 };

	for (size_t at = 0; list.len > 0; at++) {
		struct str   item = str_cut(&list, ',');
		struct str   tag = str_trim(str_cut(&item, ';'));
		struct best  one = { true, wish_weight(item), at };
		struct best *to = is_language(tag, code) ? &own : str_eq(tag, STR("*")) ? &any : NULL;

		if (to != NULL && (!to->named || one.weight > to->weight))
			*to = one;
	}
	return own.named ? own : any;
}

/* Better than a language that is not named at all is one with a weight; worse is
 * one with none, which is refused. */
static int
rank_of(const struct best *b)
{
	if (!b->named)
		return 1;
	return b->weight > 0 ? b->weight + 1 : 0;
}

/* Is `b`, which stands behind `a` among ours, preferred to it? Of languages that
 * are not named, or all refused, it is the last, which is English. */
static bool
beats(const struct best *b, const struct best *a)
{
	if (rank_of(b) != rank_of(a))
		return rank_of(b) > rank_of(a);
	return rank_of(b) > 1 ? b->at < a->at : true;
}

struct lang
language_wanted(struct str accept_language)
{
	struct lang chosen = lang_at(0);
	struct best best = best_of(accept_language, chosen.code);

	if (str_trim(accept_language).len == 0)
		return chosen;
	for (size_t i = 1; i < lang_count(); i++) {
		struct lang l = lang_at(i);
		struct best b = best_of(accept_language, l.code);

		if (!beats(&b, &best))
			continue;
		chosen = l;
		best = b;
	}
	return chosen;
}

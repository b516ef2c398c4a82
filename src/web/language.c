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
	size_t at;              /* in the list */
};

static void
wish_for(struct best *w, int weight, size_t at)
{
	if (!w->named || weight > w->weight)
		*w = (struct best){ true, weight, at };
}

/* Better than a language that is not named at all is one with a weight; worse is
 * one with none, which is refused. */
static int
rank_of(const struct best *w)
{
	if (!w->named)
		return 1;
	return w->weight > 0 ? w->weight + 1 : 0;
}

bool
language_is_danish(struct str accept_language)
{
	struct best danish = { 0 }, english = { 0 }, any = { 0 };

	if (str_trim(accept_language).len == 0)
		return true;
	for (size_t at = 0; accept_language.len > 0; at++) {
		struct str item = str_cut(&accept_language, ',');
		struct str tag = str_trim(str_cut(&item, ';'));
		int        weight = wish_weight(item);

		if (is_language(tag, STR("da")))
			wish_for(&danish, weight, at);
		else if (is_language(tag, STR("en")))
			wish_for(&english, weight, at);
		else if (str_eq(tag, STR("*")))
			wish_for(&any, weight, at);
	}
	if (!danish.named && !english.named)
		return any.named && any.weight > 0;
	if (!danish.named)
		danish = any;
	if (!english.named)
		english = any;
	if (rank_of(&danish) != rank_of(&english))
		return rank_of(&danish) > rank_of(&english);
	return danish.at <= english.at;
}

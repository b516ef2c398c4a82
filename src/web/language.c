#include "web/language.h"
#include "web/guard.h"

/* "0.8" in thousandths; what is no weight counts as none. */
static int
weight_of(struct str s)
{
	int weight, place = 100;

	s = str_trim(s);
	if (s.len == 0 || s.len > 5 || s.at[0] < '0' || s.at[0] > '1')
		return 0;
	weight = (s.at[0] - '0') * 1000;
	if (s.len > 1 && s.at[1] != '.')
		return 0;
	for (size_t i = 2; i < s.len; i++, place /= 10) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return 0;
		weight += (s.at[i] - '0') * place;
	}
	return weight <= 1000 ? weight : 0;
}

/* "da", "da-DK;q=0.8": the weight of one item. */
static int
item_weight(struct str parameters)
{
	int weight = 1000;

	while (parameters.len > 0) {
		struct str p = str_trim(str_cut(&parameters, ';'));

		if (p.len >= 2 && guard_same(str_slice(p, 0, 2), STR("q=")))
			weight = weight_of(str_slice(p, 2, p.len));
	}
	return weight;
}

static bool
is_language(struct str tag, struct str code)
{
	return guard_same(str_slice(tag, 0, code.len), code) &&
	    (tag.len == code.len || tag.at[code.len] == '-');
}

struct wish {
	bool   named;
	int    weight;
	size_t at;              /* in the list */
};

static void
wish_for(struct wish *w, int weight, size_t at)
{
	if (!w->named || weight > w->weight)
		*w = (struct wish){ true, weight, at };
}

/* Better than a language that is not named at all is one with a weight; worse is
 * one with none, which is refused. */
static int
rank_of(const struct wish *w)
{
	if (!w->named)
		return 1;
	return w->weight > 0 ? w->weight + 1 : 0;
}

bool
language_is_danish(struct str accept_language)
{
	struct wish danish = { 0 }, english = { 0 }, any = { 0 };

	if (str_trim(accept_language).len == 0)
		return true;
	for (size_t at = 0; accept_language.len > 0; at++) {
		struct str item = str_cut(&accept_language, ',');
		struct str tag = str_trim(str_cut(&item, ';'));
		int        weight = item_weight(item);

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

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

bool
language_is_danish(struct str accept_language)
{
	int    danish = -1, english = -1, any = -1;
	size_t danish_at = 0, english_at = 0, at = 0;

	if (str_trim(accept_language).len == 0)
		return true;
	for (; accept_language.len > 0; at++) {
		struct str item = str_cut(&accept_language, ',');
		struct str tag = str_trim(str_cut(&item, ';'));
		int        weight = item_weight(item);

		if (is_language(tag, STR("da")) && weight > danish) {
			danish = weight;
			danish_at = at;
		} else if (is_language(tag, STR("en")) && weight > english) {
			english = weight;
			english_at = at;
		} else if (str_eq(tag, STR("*"))) {
			any = weight;
		}
	}
	if (danish < 0 && english < 0)
		return any > 0;
	/* "*" speaks for the one that is not named. */
	danish = danish < 0 ? any : danish;
	english = english < 0 ? any : english;
	return danish > english || (danish == english && danish_at <= english_at);
}

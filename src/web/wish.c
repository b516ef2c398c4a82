#include "web/wish.h"
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

int
wish_weight(struct str parameters)
{
	int weight = 1000;

	while (parameters.len > 0) {
		struct str p = str_trim(str_cut(&parameters, ';'));

		if (p.len >= 2 && guard_same(str_slice(p, 0, 2), STR("q=")))
			weight = weight_of(str_slice(p, 2, p.len));
	}
	return weight;
}

/* `*` stands for what is not named. */
bool
wish_gzip(struct str accept_encoding)
{
	int gzip = -1, plain = -1, any = -1;

	while (accept_encoding.len > 0) {
		struct str item = str_cut(&accept_encoding, ',');
		struct str name = str_trim(str_cut(&item, ';'));
		int        weight = wish_weight(item);

		if (guard_same(name, STR("gzip")) || guard_same(name, STR("x-gzip")))
			gzip = weight;
		else if (guard_same(name, STR("identity")))
			plain = weight;
		else if (str_eq(name, STR("*")))
			any = weight;
	}
	if (gzip < 0)
		gzip = any;
	return gzip > 0 && gzip >= plain;
}

/* How exactly a range names `media`; 0: not at all. */
static int
fit(struct str range, struct str media)
{
	struct str rest = media, type = str_cut(&rest, '/');

	if (guard_same(range, media))
		return 3;
	if (str_eq(range, STR("*/*")) || str_eq(range, STR("*")))
		return 1;
	return range.len == type.len + 2 && str_ends(range, STR("/*")) &&
	    guard_same(str_slice(range, 0, type.len), type) ? 2 : 0;
}

int
wish_media_weight(struct str accept, struct str media)
{
	int best = 0, weight = 0;

	if (str_trim(accept).len == 0)
		return 1000;
	media = str_trim(str_cut(&media, ';'));
	while (accept.len > 0) {
		struct str item = str_cut(&accept, ',');
		struct str range = str_trim(str_cut(&item, ';'));
		int        exact = fit(range, media);

		if (exact < best || exact == 0)
			continue;
		best = exact;
		weight = wish_weight(item);
	}
	return weight;
}

bool
wish_media(struct str accept, struct str media)
{
	return wish_media_weight(accept, media) > 0;
}

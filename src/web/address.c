#include "web/address.h"
#include "base/utf8.h"

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

static bool
is_clean(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] < ' ' || s.at[i] == 127)
			return false;
	return utf8_check(s) == SIZE_MAX;
}

bool
address_decode(struct arena *a, struct str s, bool plus, struct str *ret)
{
	char  *to = ARENA_ARRAY(a, char, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++) {
		int high, low;

		to[n++] = plus && s.at[i] == '+' ? ' ' : s.at[i];
		if (s.at[i] != '%')
			continue;
		if (s.len - i < 3)
			return false;
		high = hex_digit(s.at[i + 1]);
		low = hex_digit(s.at[i + 2]);
		if (high < 0 || low < 0)
			return false;
		to[n - 1] = (char)(high * 16 + low);
		i += 2;
	}
	*ret = (struct str){ to, n };
	return true;
}

static bool
decode(struct arena *a, struct str s, bool plus, struct str *ret)
{
	return address_decode(a, s, plus, ret) && is_clean(*ret);
}

static bool
add_parameter(struct arena *a, struct str text, struct address *to)
{
	struct str       rest = text, name = str_cut(&rest, '='), old;
	struct parameter p;

	if (text.len == 0)
		return true;
	if (to->len == ADDRESS_MAX || !decode(a, name, true, &p.name) ||
	    !decode(a, rest, true, &p.value) || address_get(to, p.name, &old))
		return false;
	to->at[to->len++] = p;
	return true;
}

bool
address_parse(struct arena *a, struct str target, struct address *ret)
{
	struct str     rest = target, path = str_cut(&rest, '?');
	struct address ad = { .len = 0 };

	if (!decode(a, path, false, &ad.path) || !str_starts(ad.path, STR("/")))
		return false;
	while (rest.len > 0)
		if (!add_parameter(a, str_cut(&rest, '&'), &ad))
			return false;
	*ret = ad;
	return true;
}

bool
address_get(const struct address *ad, struct str name, struct str *ret)
{
	for (size_t i = 0; i < ad->len; i++) {
		if (!str_eq(ad->at[i].name, name))
			continue;
		*ret = ad->at[i].value;
		return true;
	}
	return false;
}

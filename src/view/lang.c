#include "view/languages.h"
#include "base/catalogue.h"
#include <stdlib.h>

size_t
lang_count(void)
{
	struct lang l;
	size_t      n = 0;

	while (n < LANGS_MAX && languages_at(languages_bundle(), n, &l))
		n++;
	return n;
}

struct lang
lang_at(size_t i)
{
	struct lang l = { 0 };

	if (!languages_at(languages_bundle(), i, &l))
		abort();
	return l;
}

bool
lang_find(struct str code, struct lang *ret)
{
	return languages_find(languages_bundle(), code, ret);
}

bool
lang_danish(const struct lang *l)
{
	return str_eq(l->code, STR("da"));
}

struct str
say(const struct lang *l, const char *text)
{
	return say_in(l, "", text);
}

struct str
say_in(const struct lang *l, const char *context, const char *text)
{
	struct str found, plain = str_from(text);

	return catalogue_find(l->catalogue, str_from(context), plain, &found) ? found : plain;
}

struct str
say_n(const struct lang *l, int64_t n, const char *one, const char *many)
{
	uint64_t   much = n < 0 ? -(uint64_t)n : (uint64_t)n;
	struct str found;

	if (catalogue_find_n(l->catalogue, str_from(one), much, &found))
		return found;
	return str_from(much == 1 ? one : many);
}

void
html_say(struct buf *b, const struct lang *l, const char *text)
{
	html_text(b, say(l, text));
}

/* The number of the place that `rest` begins with, "{1}" being 1; 0: none. */
static size_t
place_at(struct str rest)
{
	if (rest.len < 3 || rest.at[0] != '{' || rest.at[2] != '}' ||
	    rest.at[1] < '1' || rest.at[1] > '9')
		return 0;
	return (size_t)(rest.at[1] - '0');
}

static void
fill(struct buf *b, struct str pattern, const struct str *with, size_t n,
     void (*put)(struct buf *b, struct str s))
{
	size_t done = 0;

	for (size_t i = 0; i < pattern.len; i++) {
		size_t place = place_at(str_slice(pattern, i, pattern.len));

		if (place == 0 || place > n)
			continue;
		put(b, str_slice(pattern, done, i));
		put(b, with[place - 1]);
		done = i + 3;
		i += 2;
	}
	put(b, str_slice(pattern, done, pattern.len));
}

void
html_fill(struct buf *b, struct str pattern, const struct str *with, size_t n)
{
	fill(b, pattern, with, n, html_text);
}

struct str
text_fill(struct arena *a, struct str pattern, const struct str *with, size_t n)
{
	struct buf b;
	struct str s;

	buf_init(&b, (size_t)1 << 16);
	fill(&b, pattern, with, n, buf_put);
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

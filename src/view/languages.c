#include "view/languages.h"
#include "base/bundle.h"

struct str
languages_bundle(void)
{
	return (struct str){ languages_embedded,
		(size_t)(languages_embedded_end - languages_embedded) };
}

/* What a language is called in itself stands in its catalogue. */
static struct lang
named(struct lang l)
{
	l.name = say_in(&l, "language name", "English");
	return l;
}

struct walk {
	struct str rest;
	bool       done;                /* English was the last */
};

static bool
next_language(struct walk *w, struct lang *ret)
{
	struct lang l = { 0 };

	if (w->done)
		return false;
	if (!bundle_cut(&w->rest, &l.code, &l.catalogue) || l.code.len == 0) {
		l = (struct lang){ .code = STR("en") };
		w->done = true;
	}
	*ret = l;
	return true;
}

bool
languages_at(struct str bundle, size_t i, struct lang *ret)
{
	struct walk w = { .rest = bundle };
	struct lang l;

	do {
		if (!next_language(&w, &l))
			return false;
	} while (i-- > 0);
	*ret = named(l);
	return true;
}

bool
languages_find(struct str bundle, struct str code, struct lang *ret)
{
	struct walk w = { .rest = bundle };
	struct lang l;

	while (next_language(&w, &l)) {
		if (!str_eq(l.code, code))
			continue;
		*ret = named(l);
		return true;
	}
	return false;
}

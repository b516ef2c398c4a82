#include "view/languages.h"
#include "base/bundle.h"

struct str
languages_bundle(void)
{
	return (struct str){ languages_embedded,
		(size_t)(languages_embedded_end - languages_embedded) };
}

/* What a language is called in itself stands in its catalogue. */
static struct str
name_of(struct lang *l)
{
	return say_in(l, "language name", "English");
}

static bool
cut_language(struct str *bundle, struct lang *ret)
{
	struct lang l = { 0 };

	if (!bundle_cut(bundle, &l.code, &l.catalogue) || l.code.len == 0)
		return false;
	*ret = l;
	return true;
}

bool
languages_at(struct str bundle, size_t i, struct lang *ret)
{
	struct lang l = { .code = STR_INIT("en") };

	while (cut_language(&bundle, &l)) {
		if (i == 0) {
			l.name = name_of(&l);
			*ret = l;
			return true;
		}
		i--;
	}
	if (i > 0)
		return false;
	l = (struct lang){ .code = STR("en") };
	l.name = name_of(&l);
	*ret = l;
	return true;
}

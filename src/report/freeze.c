#include "report/freeze.h"
#include "port/hash.h"
#include "report/facts.h"
#include "report/html.h"
#include "report/report.h"
#include "report/tree_text.h"

#define FROZEN_MAX ((size_t)256 << 20)

static const struct {
	const char       *lang;
	enum release_part tree, html;
} languages[] = {
	{ "da", RELEASE_PART_TREE_DA, RELEASE_PART_HTML_DA },
	{ "en", RELEASE_PART_TREE_EN, RELEASE_PART_HTML_EN },
};

/* What was put into `b` as a text of its own, and `b` is empty. */
static bool
take(struct arena *a, struct buf *b, struct str *ret)
{
	bool ok = buf_ok(b);

	if (ok)
		*ret = str_dup(a, buf_str(b));
	b->len = 0;
	return ok;
}

static bool
freeze_one(struct arena *a, const struct report_paper *m, size_t i, struct buf *b,
           struct release_frozen *to)
{
	struct html_wish wish = { 0 };
	struct lang      l;
	struct tree      t;

	if (!lang_find(str_from(languages[i].lang), &l))
		return false;
	t = report_tree(a, &l, m);
	tree_write(b, &t);
	if (!take(a, b, &to->part[languages[i].tree]))
		return false;
	report_html(b, &t, &wish);
	return take(a, b, &to->part[languages[i].html]);
}

bool
report_freeze(struct arena *a, const struct report_paper *m, struct release_frozen *ret)
{
	struct release_frozen to = { 0 };
	struct report_paper   paper = *m;       /* what it leads to goes on, so it names the day */
	struct hash          *h = hash_open(a);
	struct buf            b;
	bool                  ok = true;

	paper.looks_back = true;
	buf_init(&b, FROZEN_MAX);
	for (size_t i = 0; i < COUNT_OF(languages) && ok; i++)
		ok = freeze_one(a, &paper, i, &b, &to);
	report_facts(&b, m);
	ok = ok && take(a, &b, &to.part[RELEASE_PART_FACTS]);
	buf_free(&b);
	for (size_t i = 0; i < COUNT_OF(languages); i++)
		hash_add(h, to.part[languages[i].tree]);
	to.digest = hash_text(a, h);
	if (ok)
		*ret = to;
	return ok;
}

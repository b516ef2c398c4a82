#include "audit/across.h"
#include "audit/locate.h"

#define ABOUT_MIN  3            /* words that make a measure worth comparing */

static void
keep_measure(struct arena *a, struct measure *m)
{
	struct str *stem = ARENA_ARRAY(a, struct str, m->len);

	for (size_t i = 0; i < m->len; i++)
		stem[i] = str_dup(a, m->stem[i]);
	m->stem = stem;
	m->word = NULL;
}

static struct fact
fact_of_target(struct arena *a, const struct document *doc, struct str file, const struct promised *p)
{
	struct fact f = { .file = file, .is_target = true, .target = *p };

	locate(doc, p->field, p->text, &f.line, &f.column);
	f.words = quote_of(a, p->text);
	f.target.text = f.words;
	f.target.named = f.target.promise.target.text = STR_NONE;
	f.target.field = NULL;
	keep_measure(a, &f.target.about);
	return f;
}

static struct fact
fact_of_value(struct arena *a, const struct document *doc, struct str file, const struct stated *s)
{
	struct fact f = { .file = file, .value = *s };

	locate(doc, s->field, s->text, &f.line, &f.column);
	f.words = quote_of(a, s->text);
	f.value.text = quote_of(a, str_slice(s->text, s->value.at, s->value.end));
	f.value.field = NULL;
	keep_measure(a, &f.value.about);
	return f;
}

/* Room for exactly what is kept: it is kept of every paper. */
static size_t
count_facts(const struct promised_list *promised, const struct stated_list *stated)
{
	size_t n = stated->len;

	for (size_t i = 0; i < promised->len; i++)
		n += promised->at[i].about.len >= ABOUT_MIN;
	return n < FACTS_MAX ? n : FACTS_MAX;
}

struct facts
across_facts(struct arena *a, const struct document *doc, const struct recognition *seen, struct str file)
{
	struct promised_list promised = promised_read(seen);
	struct stated_list   stated = stated_read(seen);
	size_t               n = count_facts(&promised, &stated);
	struct facts         ret = { .at = ARENA_ARRAY(a, struct fact, n) };

	for (size_t i = 0; i < promised.len && ret.len < n; i++)
		if (promised.at[i].about.len >= ABOUT_MIN)
			ret.at[ret.len++] = fact_of_target(a, doc, file, &promised.at[i]);
	for (size_t i = 0; i < stated.len && ret.len < n; i++)
		ret.at[ret.len++] = fact_of_value(a, doc, file, &stated.at[i]);
	return ret;
}

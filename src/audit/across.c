#include "audit/across.h"
#include <stdlib.h>
#include "audit/locate.h"

#define ABOUT_MIN  3            /* words that make a measure worth comparing */
#define PAPERS_MAX 4            /* earlier ones that a fact is told to disagree with */

/* ---- what one paper says ---- */

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

/* ---- papers against each other ---- */

struct placed {
	const struct fact *fact;
	size_t             paper, order;
};

struct comparing {
	struct arena       *a;
	struct audit_report report;
	size_t              findings_cap, held_cap;
	bool                held;       /* what holds is told */
};

static const struct measure *
about(const struct fact *f)
{
	return f->is_target ? &f->target.about : &f->value.about;
}

static int
order(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

/* What may be of one measure stands together, in the order of the papers. */
static int
placed_cmp(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int                  o = order(x->fact->is_target, y->fact->is_target);

	if (o == 0)
		o = order(about(x->fact)->mask, about(y->fact)->mask);
	if (o == 0)
		o = order(x->paper, y->paper);
	return o != 0 ? o : order(x->order, y->order);
}

static bool
are_of_same(const struct fact *x, const struct fact *y)
{
	if (x->is_target)
		return measure_is_same(&x->target.about, &y->target.about) &&
		    promised_comparable(&x->target, &y->target);
	return stated_is_same(&x->value, &y->value);
}

static bool
agree(const struct fact *x, const struct fact *y)
{
	return x->is_target ? promised_agrees(&x->target, &y->target) : stated_agrees(&x->value, &y->value);
}

static struct str
said(struct arena *a, const struct fact *f, bool danish)
{
	return f->is_target ? promised_words(a, &f->target, danish) : f->value.text;
}

static struct str
told(struct arena *a, const struct fact *f, const struct fact *other, bool danish)
{
	const char *what = danish ? "den samme måling i den samme periode" : "the same measurement in the same period";

	if (f->is_target)
		what = danish ? "det samme mål" : "the same target";
	return arena_printf(a, "%s: " STR_FMT " %s, " STR_FMT " %s " STR_FMT ":%u", what, STR_ARG(said(a, f, danish)),
	    danish ? "her" : "here", STR_ARG(said(a, other, danish)), danish ? "i" : "in", STR_ARG(other->file),
	    (unsigned)other->line);
}

static void
find(struct comparing *c, const struct fact *f, const struct fact *other)
{
	struct audit_report *r = &c->report;

	ARENA_GROW(c->a, r->finding, r->findings, &c->findings_cap);
	r->finding[r->findings++] = (struct finding){
		.code = AUDIT_CONFLICT, .severity = audit_severity(AUDIT_CONFLICT), .file = f->file,
		.line = f->line, .column = f->column, .quote = f->words,
		.da = told(c->a, f, other, true), .en = told(c->a, f, other, false),
		.hint_da = STR("afgør, hvad der gælder, og skriv det ens i begge papirer"),
		.hint_en = STR("decide which one holds, and write it the same in both papers"),
	};
}

static void
hold(struct comparing *c, const struct fact *f, const struct fact *other)
{
	struct audit_report *r = &c->report;

	r->checked++;
	if (!c->held) {
		r->hold++;
		return;
	}
	ARENA_GROW(c->a, r->held, r->hold, &c->held_cap);
	r->held[r->hold++] = (struct claim){
		.code = AUDIT_CONFLICT, .file = f->file, .line = f->line, .column = f->column, .quote = f->words,
		.da = told(c->a, f, other, true), .en = told(c->a, f, other, false),
	};
}

/* Has the paper, before this fact, told the same already? */
static bool
told_before(const struct placed *p, size_t from, size_t i)
{
	for (size_t k = i; k-- > from && p[k].paper == p[i].paper;)
		if (are_of_same(p[k].fact, p[i].fact) && agree(p[k].fact, p[i].fact))
			return true;
	return false;
}

/* The first fact of each earlier paper that is of the same. Of many that disagree the
 * first are told: findings grow with the papers, not with their pairs. */
static void
compare(struct comparing *c, const struct placed *p, size_t from, size_t i)
{
	size_t done = SIZE_MAX, disagree = 0;

	if (told_before(p, from, i))
		return;
	for (size_t k = from; k < i && p[k].paper < p[i].paper; k++) {
		if (p[k].paper == done || !are_of_same(p[k].fact, p[i].fact))
			continue;
		done = p[k].paper;
		if (agree(p[k].fact, p[i].fact))
			hold(c, p[i].fact, p[k].fact);
		else if (disagree++ < PAPERS_MAX)
			find(c, p[i].fact, p[k].fact);
	}
}

struct audit_report
across_compare(struct arena *a, const struct facts *of, size_t papers, bool held)
{
	struct comparing c = { .a = a, .held = held };
	size_t           n = 0, from = 0;
	struct placed   *p;

	for (size_t i = 0; i < papers; i++)
		n += of[i].len;
	p = ARENA_ARRAY(a, struct placed, n + 1);
	n = 0;
	for (size_t i = 0; i < papers; i++)
		for (size_t k = 0; k < of[i].len; k++, n++)
			p[n] = (struct placed){ &of[i].at[k], i, k };
	if (n > 1)
		qsort(p, n, sizeof *p, placed_cmp);
	for (size_t i = 0; i < n; i++) {
		if (p[i].fact->is_target != p[from].fact->is_target ||
		    about(p[i].fact)->mask != about(p[from].fact)->mask)
			from = i;
		compare(&c, p, from, i);
	}
	return c.report;
}

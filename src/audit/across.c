#include "audit/across.h"
#include <stdlib.h>
#include "audit/audit.h"
#include "audit/earlier.h"
#include "audit/kept_fact.h"

#define PAPERS_MAX EARLIER_PAPERS_MAX   /* earlier ones that a fact is told to disagree with */
#define PACKED_MAX ((size_t)1 << 20)    /* bytes of a fact; a text is never as long */

struct across {
	struct arena  *arena;
	struct str    *file;            /* of each paper that says something */
	size_t         papers, papers_cap;
	struct earlier earlier;
	bool           held;            /* what holds is told */
};

/* A fact of the paper at hand. */
struct placed {
	const struct fact *fact;
	struct str         packed;
	uint64_t           hash;        /* of what may be one measure */
	size_t             order;
};

struct comparing {
	struct across      *x;
	struct arena       *a;
	struct audit_report report;
	size_t              findings_cap, held_cap;
	const struct fact  *quoted;     /* the last one, and its words in `a` */
	struct str          quote;
};

/* A fact of an earlier paper, to be named in a finding. */
struct other {
	struct str packed;
	uint32_t   paper, line;
};

struct across *
across_new(struct arena *a, bool held)
{
	struct across *x = ARENA_NEW(a, struct across);

	*x = (struct across){ .arena = a, .earlier = earlier_new(a, held), .held = held };
	return x;
}

static const struct measure *
about(const struct fact *f)
{
	return f->is_target ? &f->target.about : &f->value.about;
}

/* The kind too: a target and a value are never of the same. */
static uint64_t
hash_of(const struct fact *f)
{
	uint64_t h = (about(f)->mask ^ f->is_target) * UINT64_C(0x9E3779B97F4A7C15);

	return h ^ h >> 32;
}

static int
order(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

/* What may be of one measure stands together, in the order of the paper. */
static int
placed_cmp(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	int                  o = order(x->hash, y->hash);

	return o != 0 ? o : order(x->order, y->order);
}

static bool
are_of_same(const struct fact *x, const struct fact *y)
{
	if (x->is_target != y->is_target)
		return false;
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

/* ---- what is found ---- */

/* The fact of an earlier paper again, as far as it is told. */
static struct fact
other_fact(const struct across *x, const struct other *o, struct str stem[MEASURE_WORDS_MAX])
{
	struct fact f;

	fact_unpack(o->packed, stem, &f);
	f.file = x->file[o->paper];
	f.line = o->line;
	return f;
}

/* One copy for all that is told of a fact. */
static struct str
quote(struct comparing *c, const struct fact *f)
{
	if (c->quoted != f)
		c->quote = str_dup(c->a, f->words);
	c->quoted = f;
	return c->quote;
}

static void
find(struct comparing *c, const struct fact *f, const struct other *o)
{
	struct audit_report *r = &c->report;
	struct str           stem[MEASURE_WORDS_MAX];
	struct fact          other = other_fact(c->x, o, stem);

	ARENA_GROW(c->a, r->finding, r->findings, &c->findings_cap);
	r->finding[r->findings++] = (struct finding){
		.code = AUDIT_CONFLICT, .severity = audit_severity(AUDIT_CONFLICT), .file = f->file,
		.line = f->line, .column = f->column, .quote = quote(c, f),
		.da = told(c->a, f, &other, true), .en = told(c->a, f, &other, false),
		.hint_da = STR("afgør, hvad der gælder, og skriv det ens i begge papirer"),
		.hint_en = STR("decide which one holds, and write it the same in both papers"),
	};
}

static void
hold(struct comparing *c, const struct fact *f, const struct other *o)
{
	struct audit_report *r = &c->report;
	struct str           stem[MEASURE_WORDS_MAX];
	struct fact          other = other_fact(c->x, o, stem);

	ARENA_GROW(c->a, r->held, r->hold, &c->held_cap);
	r->held[r->hold++] = (struct claim){
		.code = AUDIT_CONFLICT, .file = f->file, .line = f->line, .column = f->column,
		.quote = quote(c, f),
		.da = told(c->a, f, &other, true), .en = told(c->a, f, &other, false),
	};
	r->checked++;
}

/* ---- one paper ---- */

/* Has the paper, before this fact, told the same already? */
static bool
told_before(const struct placed *p, size_t i)
{
	for (size_t k = i; k-- > 0;)
		if (are_of_same(p[k].fact, p[i].fact) && agree(p[k].fact, p[i].fact))
			return true;
	return false;
}

/* The first that the group says of the same; NULL: nothing. */
static const struct saying *
first_of_same(const struct group *g, const struct fact *f, bool *agrees)
{
	struct str  stem[MEASURE_WORDS_MAX];
	struct fact was;

	for (size_t i = 0; i < g->len; i++) {
		fact_unpack(g->at[i].packed, stem, &was);
		if (!are_of_same(&was, f))
			continue;
		*agrees = agree(&was, f);
		return &g->at[i];
	}
	return NULL;
}

/* Into those of the first papers, in their order. */
static size_t
put_other(struct other *at, size_t n, struct other o)
{
	size_t to = n;

	if (n == PAPERS_MAX && at[--to].paper < o.paper)
		return n;
	for (; to > 0 && at[to - 1].paper > o.paper; to--)
		at[to] = at[to - 1];
	at[to] = o;
	return n < PAPERS_MAX ? n + 1 : n;
}

/* The first fact of each earlier paper that is of the same. Of many that disagree the
 * first are told: findings grow with the papers, not with their pairs. */
static void
compare(struct comparing *c, const struct placed *p)
{
	struct other other[PAPERS_MAX];
	size_t       others = 0;
	bool         agrees = false;

	for (const struct group *g = earlier_first(&c->x->earlier, p->hash); g != NULL; g = earlier_next(g)) {
		const struct saying *s = first_of_same(g, p->fact, &agrees);

		if (s == NULL)
			continue;
		if (!agrees) {
			for (size_t i = 0; i < g->papers && i < PAPERS_MAX; i++)
				others = put_other(other, others,
				    (struct other){ s->packed, g->paper[i], s->line[i] });
		} else if (c->x->held) {
			hold(c, p->fact, &(struct other){ s->packed, g->paper[0], s->line[0] });
		} else {
			c->report.checked += g->papers;
			c->report.hold += g->papers;
		}
	}
	for (size_t i = 0; i < others; i++)
		find(c, p->fact, &other[i]);
}

/* What the paper says of what may be one measure, each once. */
static void
keep(struct across *x, struct arena *room, const struct placed *p, size_t n)
{
	struct said_at *said = ARENA_ARRAY(room, struct said_at, n);
	size_t          len = 0, k;

	for (size_t i = 0; i < n; i++) {
		for (k = 0; k < len && !str_eq(said[k].packed, p[i].packed);)
			k++;
		if (k == len)
			said[len++] = (struct said_at){ p[i].packed, p[i].fact->line };
	}
	earlier_add(&x->earlier, p->hash, (uint32_t)x->papers, said, len);
}

static struct placed *
place(struct arena *room, const struct facts *paper)
{
	struct placed *p = ARENA_ARRAY(room, struct placed, paper->len);
	struct buf     b;

	buf_init(&b, PACKED_MAX);
	for (size_t i = 0; i < paper->len; i++) {
		b.len = 0;
		fact_pack(&b, &paper->at[i]);
		p[i] = (struct placed){ &paper->at[i], str_dup(room, buf_str(&b)), hash_of(&paper->at[i]), i };
	}
	buf_free(&b);
	qsort(p, paper->len, sizeof *p, placed_cmp);
	return p;
}

struct audit_report
across_next(struct across *x, struct arena *a, const struct facts *paper)
{
	struct comparing c = { .x = x, .a = a };
	struct arena     room = { 0 };
	struct placed   *p;

	if (paper->len == 0)
		return c.report;
	p = place(&room, paper);
	ARENA_GROW(x->arena, x->file, x->papers, &x->papers_cap);
	x->file[x->papers] = paper->at[0].file;
	for (size_t from = 0, to; from < paper->len; from = to) {
		for (to = from; to < paper->len && p[to].hash == p[from].hash; to++)
			if (!told_before(p + from, to - from))
				compare(&c, &p[to]);
		keep(x, &room, p + from, to - from);
	}
	x->papers++;
	arena_free(&room);
	return c.report;
}

struct audit_report
across_compare(struct arena *a, const struct facts *of, size_t papers, bool held)
{
	struct arena         kept = { 0 };
	struct across       *x = across_new(&kept, held);
	struct audit_report *one = ARENA_ARRAY(a, struct audit_report, papers + 1), all;

	for (size_t i = 0; i < papers; i++)
		one[i] = across_next(x, a, &of[i]);
	all = audit_merge(a, one, papers);
	arena_free(&kept);
	return all;
}

/* conflict: two targets of the same measure that disagree, or of nearly the same
 * measure, when what one adds only widens it ("eller uddannelse"). */
#include "audit/audit.h"
#include "audit/locate.h"
#include "audit/promised.h"
#include "audit/stated.h"

#define ABOUT_MIN    3                  /* words that make a measure worth comparing */
#define NEAR_MIN     5                  /* shared words of nearly the same measure */
#define NEAR_MAX     4                  /* findings of one measure */
#define WINDOW       600                /* measures before it that may be the same as one */
#define NEAR_WINDOW  150                /* that may be nearly the same */
#define LINES_MAX    12                 /* places that a message names */

/* Promises about the same: the first of them leads, `next` chains the others. */
struct group {
	const struct promised *first;
	size_t                 head, tail;      /* of the list; members by `next` */
};

struct groups {
	struct promised_list list;
	size_t              *next;      /* by promise; SIZE_MAX: the last */
	struct group        *at;
	size_t               len;
};

/* Two columns of one row are figures of two times. */
static bool
disagree(const struct promised *a, const struct promised *b)
{
	if (a->proposal == b->proposal && a->field->kind == FIELD_TARGET && b->field->kind == FIELD_TARGET)
		return false;
	return promised_comparable(a, b) && !promised_agrees(a, b);
}

static struct groups
group_promises(struct arena *a, struct promised_list list)
{
	struct groups g = { .list = list };

	g.next = ARENA_ARRAY(a, size_t, list.len + 1);
	g.at = ARENA_ARRAY(a, struct group, list.len + 1);
	for (size_t i = 0; i < list.len; i++) {
		size_t k, from = g.len > WINDOW ? g.len - WINDOW : 0;

		g.next[i] = SIZE_MAX;
		if (list.at[i].about.len < ABOUT_MIN)
			continue;
		for (k = g.len; k > from; k--)
			if (measure_is_same(&g.at[k - 1].first->about, &list.at[i].about))
				break;
		if (k > from) {
			g.next[g.at[k - 1].tail] = i;
			g.at[k - 1].tail = i;
		} else {
			g.at[g.len++] = (struct group){ &list.at[i], i, i };
		}
	}
	return g;
}

/* "linje 132 og 146, 182": where the members say the same as `as`. */
static struct str
lines_of(struct arena *a, const struct groups *g, const struct group *in, const struct promised *as)
{
	struct str s = STR_NONE;
	uint32_t   last = 0;
	size_t     n = 0;

	for (size_t i = in->head; i != SIZE_MAX; i = g->next[i]) {
		const struct promised *p = &g->list.at[i];

		if (!promised_comparable(p, as) || !promised_agrees(p, as) || p->field->line == last)
			continue;
		last = p->field->line;
		if (n++ < LINES_MAX)
			s = s.len == 0 ? arena_printf(a, "%u", last) : arena_printf(a, STR_FMT ", %u", STR_ARG(s), last);
	}
	return n > LINES_MAX ? arena_printf(a, STR_FMT ", …", STR_ARG(s)) : s;
}

static void
finish(struct audit *x, struct finding *f, const struct promised *at)
{
	f->code = AUDIT_CONFLICT;
	f->quote = at->text;
	f->hint_da = STR("afgør, hvad der gælder, og skriv det ens alle steder");
	f->hint_en = STR("decide which one holds, and write it the same in all places");
	locate(x->doc, at->field, at->text, &f->line, &f->column);
	audit_finds(x, *f);
}

static bool
is_first_of_its_kind(const struct groups *g, const struct group *in, size_t member)
{
	for (size_t i = in->head; i != member; i = g->next[i])
		if (promised_comparable(&g->list.at[i], &g->list.at[member]) &&
		    promised_agrees(&g->list.at[i], &g->list.at[member]))
			return false;
	return true;
}

/* One finding for all that the members say: "10 pct. (linje 132) mod …". */
static void
check_group(struct audit *x, const struct groups *g, const struct group *in)
{
	struct arena          *a = x->arena;
	const struct promised *first = in->first;
	struct str             da = STR_NONE, en = STR_NONE;
	size_t                 members = 0, others = 0;

	for (size_t i = in->head; i != SIZE_MAX && others < LINES_MAX && members < WINDOW; i = g->next[i]) {
		const struct promised *p = &g->list.at[i];
		struct str             lines;

		members++;
		if (!disagree(first, p) || !is_first_of_its_kind(g, in, i))
			continue;
		lines = lines_of(a, g, in, p);
		da = arena_printf(a, STR_FMT " mod " STR_FMT " (linje " STR_FMT ")", STR_ARG(da),
		    STR_ARG(promised_words(a, p, true)), STR_ARG(lines));
		en = arena_printf(a, STR_FMT " against " STR_FMT " (line " STR_FMT ")", STR_ARG(en),
		    STR_ARG(promised_words(a, p, false)), STR_ARG(lines));
		others++;
	}
	if (others > 0) {
		struct str     lines = lines_of(a, g, in, first);
		struct finding f = {
			.da = arena_printf(a, "samme mål loves forskelligt: " STR_FMT " (linje " STR_FMT ")" STR_FMT,
			    STR_ARG(promised_words(a, first, true)), STR_ARG(lines), STR_ARG(da)),
			.en = arena_printf(a, "the same measure is promised differently: " STR_FMT " (line " STR_FMT
			    ")" STR_FMT, STR_ARG(promised_words(a, first, false)), STR_ARG(lines), STR_ARG(en)),
		};
		finish(x, &f, first);
	} else if (members > 1) {
		struct str lines = lines_of(a, g, in, first);
		struct claim c = {
			.code = AUDIT_CONFLICT, .line = first->field->line, .column = first->field->column,
			.quote = first->text,
			.da = arena_printf(a, STR_FMT " begge steder (linje " STR_FMT ")",
			    STR_ARG(promised_words(a, first, true)), STR_ARG(lines)),
			.en = arena_printf(a, STR_FMT " in both places (line " STR_FMT ")",
			    STR_ARG(promised_words(a, first, false)), STR_ARG(lines)),
		};

		if (str_find(lines, STR(","), 0) != SIZE_MAX)
			audit_holds(x, c);
	}
}

/* The words by which the one is wider than the other; empty: they are not nearly
 * the same. */
static struct str
widened_by(struct arena *a, const struct promised *p, const struct promised *q, bool *of_first)
{
	struct likeness l;
	struct str      words;
	bool            joined;

	if (!measure_may_share(&p->about, &q->about, NEAR_MIN - 1))
		return STR_NONE;
	l = measure_compare(&p->about, &q->about);
	if (l.shared < NEAR_MIN || !likeness_is_near(&l) || (l.in_a > 0) == (l.in_b > 0))
		return STR_NONE;
	*of_first = l.in_a > 0;
	words = *of_first ? measure_words(a, p->named, &p->about, l.only_a, &joined)
	                  : measure_words(a, q->named, &q->about, l.only_b, &joined);
	return joined ? words : STR_NONE;
}

static bool
check_near(struct audit *x, const struct groups *g, const struct group *in, const struct group *other)
{
	struct arena          *a = x->arena;
	const struct promised *p = in->first, *q = other->first;
	bool                   of_first = false;
	struct str             words, here, there;
	struct finding         f = { .code = AUDIT_CONFLICT };

	if (!disagree(p, q) || p->promise.target.kind == TARGET_DIRECTION)
		return false;
	words = widened_by(a, p, q, &of_first);
	if (words.len == 0)
		return false;
	here = lines_of(a, g, in, p);
	there = lines_of(a, g, other, q);
	f.da = arena_printf(a, "næsten samme mål loves forskelligt: " STR_FMT " (linje " STR_FMT ") mod " STR_FMT
	    " (linje " STR_FMT "); kun linje %u siger »" STR_FMT "«", STR_ARG(promised_words(a, p, true)),
	    STR_ARG(here), STR_ARG(promised_words(a, q, true)), STR_ARG(there),
	    of_first ? p->field->line : q->field->line, STR_ARG(words));
	f.en = arena_printf(a, "nearly the same measure is promised differently: " STR_FMT " (line " STR_FMT
	    ") against " STR_FMT " (line " STR_FMT "); only line %u says “" STR_FMT "”",
	    STR_ARG(promised_words(a, p, false)), STR_ARG(here), STR_ARG(promised_words(a, q, false)),
	    STR_ARG(there), of_first ? p->field->line : q->field->line, STR_ARG(words));
	finish(x, &f, p);
	return true;
}

void
audit_conflicts(struct audit *x)
{
	struct groups g = group_promises(x->arena, promised_read(x->seen));

	for (size_t i = 0; i < g.len; i++) {
		size_t near = 0;

		check_group(x, &g, &g.at[i]);
		for (size_t k = i > NEAR_WINDOW ? i - NEAR_WINDOW : 0; k < i && near < NEAR_MAX; k++)
			near += check_near(x, &g, &g.at[k], &g.at[i]);
	}
	stated_check(x);
}

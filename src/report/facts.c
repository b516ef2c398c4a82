#include "report/facts.h"
#include "base/fields.h"
#include "report/promise_words.h"
#include <stdlib.h>

/* ---- writing ---- */

static void
put_title(struct buf *b, const struct named *n)
{
	fields_put(b, n->title);
	fields_put(b, n->title_en);
	BUF_LIT(b, "\n");
}

/* A figure only where it is one and may be shown. */
static void
put_target(struct buf *b, struct arena *a, const struct barometer_row *r)
{
	const struct judgement *j = &r->judgement;
	bool shown = j->has_latest && !j->latest.withheld && j->latest.missing == MISSING_NONE &&
	    j->latest.value.has_point;

	BUF_LIT(b, "t");
	fields_put(b, r->target->id);
	fields_put(b, verdict_code(j->verdict));
	fields_put(b, shown ? number_plain(a, j->latest.value.point) : STR_NONE);
	fields_put_int(b, r->measure);
	put_title(b, &r->promise);
}

static void
put_lines(struct buf *b, struct arena *a, const struct overview *o)
{
	for (size_t i = 0; i < o->lines; i++) {
		const struct overview_cell *all = &o->line[i].at[o->columns - 1];

		if (o->line[i].counts != BUDGET_COUNTED)
			continue;
		BUF_LIT(b, "m");
		fields_put(b, o->line[i].line.id);
		fields_put(b, all->has && !all->unknown ? number_plain(a, all->kroner) : STR_NONE);
		put_title(b, &o->line[i].line);
	}
}

static void
put_promises(struct buf *b, const struct initiative_view *m)
{
	for (size_t i = 0; i < m->followups.len; i++) {
		const struct followup *f = &m->followups.at[i];

		BUF_LIT(b, "p");
		fields_put(b, m->initiative.id);
		fields_put(b, f->words);
		fields_put_int(b, f->state);
		put_title(b, &m->initiative);
	}
}

static void
put_thing(struct buf *b, const char *kind, struct str key)
{
	buf_putf(b, "x\t%s:" STR_FMT "\n", kind, STR_ARG(key));
}

static void
put_things(struct buf *b, const struct report_committee *c)
{
	for (size_t i = 0; i < c->objectives; i++)
		put_thing(b, "objective", c->objective[i].objective.id);
	for (size_t i = 0; i < c->indicators; i++)
		put_thing(b, "indicator", c->indicator[i].indicator.id);
	for (size_t i = 0; i < c->initiatives; i++)
		put_thing(b, "initiative", c->initiative[i].initiative.id);
}

void
report_facts(struct buf *b, const struct report_paper *m)
{
	struct arena a = { 0 };

	for (size_t i = 0; i < m->barometer.len; i++)
		put_target(b, &a, m->barometer.at[i].row);
	for (size_t i = 0; i < m->economy.parts; i++)
		put_lines(b, &a, m->economy.part[i].overview);
	for (size_t i = 0; i < m->committees; i++)
		for (size_t k = 0; k < m->committee[i].initiatives; k++)
			put_promises(b, &m->committee[i].initiative[k]);
	for (size_t i = 0; i < m->committees; i++)
		put_things(b, &m->committee[i]);
	arena_free(&a);
}

/* ---- comparing ---- */

struct fact {
	char          letter;
	struct str    key;              /* of one kind, unique but for doubles */
	struct str    verdict, value;   /* value: a decimal, or the code of a state */
	int64_t       unit;
	struct named  thing;
};

struct facts {
	struct fact *at;
	size_t       len, cap;
};

struct comparing {
	struct arena           *a;
	const struct lang      *l;
	bool                    danish;
	struct release_changes *to;
	size_t                  cap[4];
};

static void
read_fact(struct arena *a, struct fields *f, struct facts *to)
{
	struct fact n = { .letter = f->letter };

	switch (f->letter) {
	case 't':
		n.key = fields_text(f, 0);
		n.verdict = fields_text(f, 1);
		n.value = fields_text(f, 2);
		n.unit = fields_int(f, 3, 0, UNIT_NUMBER);
		n.thing = (struct named){ n.key, fields_text(f, 4), fields_text(f, 5) };
		break;
	case 'm':
		n.key = fields_text(f, 0);
		n.value = fields_text(f, 1);
		n.thing = (struct named){ n.key, fields_text(f, 2), fields_text(f, 3) };
		break;
	case 'p':
		n.key = arena_printf(a, STR_FMT "\t" STR_FMT, STR_ARG(fields_text(f, 0)),
		    STR_ARG(fields_text(f, 1)));
		n.value = fields_text(f, 2);
		n.thing = (struct named){ fields_text(f, 0), fields_text(f, 3), fields_text(f, 4) };
		break;
	case 'x':
		return;
	default:
		f->bad = true;
		return;
	}
	ARENA_GROW(a, to->at, to->len, &to->cap);
	to->at[to->len++] = n;
}

static bool
read_facts(struct arena *a, struct str text, struct facts *ret)
{
	struct fields f = { .a = a };

	*ret = (struct facts){ 0 };
	while (text.len > 0 && !f.bad) {
		fields_next(&f, &text);
		read_fact(a, &f, ret);
	}
	return !f.bad;
}

static const struct fact *
find(const struct facts *in, const struct fact *of)
{
	for (size_t i = 0; i < in->len; i++)
		if (in->at[i].letter == of->letter && str_eq(in->at[i].key, of->key))
			return &in->at[i];
	return NULL;
}

static struct str
verdict_text(const struct comparing *k, const struct fact *f)
{
	for (size_t v = 0; f != NULL && v < VERDICT_COUNT; v++)
		if (str_eq(f->verdict, verdict_code((enum verdict)v)))
			return verdict_word((enum verdict)v, k->danish);
	return STR_NONE;
}

/* "59,90 pct.", "20.700.000 kr." */
static struct str
value_text(const struct comparing *k, const struct fact *f, enum unit u)
{
	struct number n;
	struct buf    b;
	struct str    text;

	if (f == NULL || !number_from_plain(f->value, &n))
		return STR_NONE;
	buf_init(&b, 256);
	quantity_write(&b, quantity_exact(n), u, k->danish ? NOTATION_DA : NOTATION_EN);
	text = str_dup(k->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct str
state_text(const struct comparing *k, const struct fact *f)
{
	int64_t n;

	if (f == NULL || !str_int(f->value, &n) || n < 0 || n >= FOLLOWUP_STATE_COUNT)
		return STR_NONE;
	return promise_state(k->l, (enum followup_state)n);
}

static void
add(struct comparing *k, struct release_change **at, size_t *len, size_t *cap,
    const struct fact *of, struct str before, struct str after)
{
	if (str_eq(before, after))
		return;
	ARENA_GROW(k->a, *at, *len, cap);
	(*at)[(*len)++] = (struct release_change){ of->thing, before, after };
}

static void
compare(struct comparing *k, const struct fact *was, const struct fact *is)
{
	const struct fact      *of = is != NULL ? is : was;
	struct release_changes *to = k->to;
	enum unit               u;

	if (of == NULL)
		abort();
	u = (enum unit)of->unit;
	if (of->letter == 't') {
		add(k, &to->verdict, &to->verdicts, &k->cap[0], of, verdict_text(k, was),
		    verdict_text(k, is));
		add(k, &to->figure, &to->figures, &k->cap[1], of, value_text(k, was, u),
		    value_text(k, is, u));
	} else if (of->letter == 'm') {
		add(k, &to->money, &to->moneys, &k->cap[2], of, value_text(k, was, UNIT_KRONER),
		    value_text(k, is, UNIT_KRONER));
	} else {
		add(k, &to->promise, &to->promises, &k->cap[3], of, state_text(k, was),
		    state_text(k, is));
	}
}

bool
facts_compare(struct arena *a, const struct lang *l, struct str before, struct str after,
              struct release_changes *ret)
{
	struct release_changes to = { 0 };
	struct comparing       k = { .a = a, .l = l, .danish = lang_danish(l), .to = &to };
	struct facts           was, is;

	if (!read_facts(a, before, &was) || !read_facts(a, after, &is))
		return false;
	for (size_t i = 0; i < is.len; i++)
		compare(&k, find(&was, &is.at[i]), &is.at[i]);
	for (size_t i = 0; i < was.len; i++)
		if (find(&is, &was.at[i]) == NULL)
			compare(&k, &was.at[i], NULL);
	*ret = to;
	return true;
}

/* missing: what a paper does not state. unmeasurable: what it states in a way
 * that nothing can be checked. (domain.md, 3: Targets, undefined and direction) */
#include "audit/audit.h"
#include "audit/locate.h"
#include "core/phrase.h"
#include "recognise/promise.h"

/* What must be stated, per kind: the field, its name, and whether a proposal of
 * the kind that lacks the field altogether lacks something, when others have it. */
static const struct required {
	enum proposal_kind kind;
	enum field_kind    field;
	struct str         da, en;
	bool               everywhere;
} required[] = {
	{ PROPOSAL_STATUS_FORM, FIELD_GOAL,      STR_INIT("mål"),      STR_INIT("goal"),      true },
	{ PROPOSAL_STATUS_FORM, FIELD_STATUS,    STR_INIT("status"),   STR_INIT("status"),    true },
	{ PROPOSAL_INDICATOR,   FIELD_TARGET,    STR_INIT("måltal"),   STR_INIT("target"),    false },
	{ PROPOSAL_RESULT_GOAL, FIELD_GOAL,      STR_INIT("resultatmål"), STR_INIT("result goal"), true },
	{ PROPOSAL_RESULT_GOAL, FIELD_INDICATOR, STR_INIT("indikator"), STR_INIT("indicator"), true },
	{ PROPOSAL_ACTION,      FIELD_OBJECTIVE, STR_INIT("mål"),      STR_INIT("goal"),      true },
	{ PROPOSAL_ACTION,      FIELD_GOAL,      STR_INIT("succeskriterium"), STR_INIT("success criterion"), true },
	{ PROPOSAL_GOAL_STATUS, FIELD_GOAL,      STR_INIT("mål"),      STR_INIT("goal"),      false },
	{ PROPOSAL_GOAL_STATUS, FIELD_STATUS,    STR_INIT("status"),   STR_INIT("status"),    false },
	{ PROPOSAL_AGREEMENT_PROJECT, FIELD_GOAL,   STR_INIT("mål"),    STR_INIT("goal"),   false },
	{ PROPOSAL_AGREEMENT_PROJECT, FIELD_STATUS, STR_INIT("status"), STR_INIT("status"), true },
};

static bool
says_nothing(const struct field *f)
{
	return missing_of_cell(str_trim(f->text)) != MISSING_NONE;
}

/* What the proposal is called: its title, else its number, else its line. */
static struct str
name_of(struct arena *a, const struct proposal *p)
{
	if (missing_of_cell(str_trim(p->title)) == MISSING_NONE)
		return quote_of(a, p->title);
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == FIELD_NUMBER && !says_nothing(&p->at[i]))
			return quote_of(a, p->at[i].text);
	return arena_printf(a, "%u", p->line);
}

/* What stands in the field's place. */
static void
report(struct audit *x, const struct required *q, const struct proposal *p, const struct field *f)
{
	struct arena *a = x->arena;
	struct str    title = name_of(a, p), words = f == NULL ? STR_NONE : quote_of(a, f->text);
	struct str    da = STR("der er intet felt til det"), en = STR("it has no field for it");

	if (f != NULL && words.len == 0) {
		da = STR("feltet er tomt");
		en = STR("the field is empty");
	} else if (f != NULL) {
		da = arena_printf(a, "der står kun »" STR_FMT "«", STR_ARG(words));
		en = arena_printf(a, "it only says “" STR_FMT "”", STR_ARG(words));
	}
	audit_finds(x, (struct finding){
		.code = AUDIT_MISSING,
		.line = f == NULL ? p->line : f->line, .column = f == NULL ? p->column : f->column,
		.quote = words.len > 0 ? words : title,
		.da = arena_printf(a, STR_FMT " er ikke oplyst for »" STR_FMT "«: " STR_FMT, STR_ARG(q->da),
		    STR_ARG(title), STR_ARG(da)),
		.en = arena_printf(a, "no " STR_FMT " is stated for “" STR_FMT "”: " STR_FMT, STR_ARG(q->en),
		    STR_ARG(title), STR_ARG(en)),
		.hint_da = STR("skriv, hvad der loves eller er nået, eller hvorfor det ikke kan siges"),
		.hint_en = STR("write what is promised or reached, or why it cannot be said"),
	});
}

/* The field that says something, else the first that does not, else NULL. */
static const struct field *
best_field(const struct proposal *p, enum field_kind kind)
{
	const struct field *empty = NULL;

	for (size_t i = 0; i < p->len; i++) {
		if (p->at[i].kind != kind)
			continue;
		if (!says_nothing(&p->at[i]))
			return &p->at[i];
		if (empty == NULL)
			empty = &p->at[i];
	}
	return empty;
}

/* "?" beside what is stated is still a goal that nobody wrote. */
static void
check_symbols(struct audit *x, const struct required *q, const struct proposal *p)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == q->field && says_nothing(&p->at[i]) &&
		    str_trim(p->at[i].text).len > 0)
			report(x, q, p, &p->at[i]);
}

static void
check_stated(struct audit *x, const struct required *q)
{
	bool stated = false;

	for (size_t i = 0; i < x->seen->len && !stated; i++) {
		const struct proposal *p = &x->seen->at[i];
		const struct field    *f = p->kind == q->kind ? best_field(p, q->field) : NULL;

		stated = f != NULL && !says_nothing(f);
	}
	for (size_t i = 0; i < x->seen->len; i++) {
		const struct proposal *p = &x->seen->at[i];
		const struct field    *f = p->kind == q->kind ? best_field(p, q->field) : NULL;

		if (p->kind != q->kind)
			continue;
		if (f == NULL ? q->everywhere && stated : str_trim(f->text).len == 0)
			report(x, q, p, f);
		else
			check_symbols(x, q, p);
	}
}

/* ---- unmeasurable ---- */

enum measurable { MEASURABLE_YES, MEASURABLE_DIRECTION, MEASURABLE_NOT };

static enum measurable
measurable_kind(enum target_kind k)
{
	switch (k) {
	case TARGET_LEVEL: case TARGET_CHANGE: case TARGET_RATE: case TARGET_GAP: case TARGET_BENCHMARK:
	case TARGET_COUNT: case TARGET_SET: case TARGET_MILESTONE: case TARGET_PARITY:
		return MEASURABLE_YES;
	case TARGET_DIRECTION:
		return MEASURABLE_DIRECTION;
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		return MEASURABLE_NOT;
	}
	return MEASURABLE_NOT;
}

static void
report_promise(struct audit *x, const struct field *f, const struct promise *p)
{
	bool           direction = measurable_kind(p->target.kind) == MEASURABLE_DIRECTION;
	struct finding found = { .code = AUDIT_UNMEASURABLE, .quote = p->target.text };

	found.da = direction
	    ? STR("målet siger kun en retning, ikke hvor langt")
	    : STR("målet kan ikke kontrolleres: der er intet tal eller antal at holde det op imod");
	found.en = direction ? STR("the goal only states a direction, not how far")
	                     : STR("the goal cannot be checked: it has no figure or count to hold it against");
	found.hint_da = STR("skriv et niveau eller en ændring og en frist");
	found.hint_en = STR("state a level or a change, and a deadline");
	locate(x->doc, f, p->target.text, &found.line, &found.column);
	audit_finds(x, found);
}

static bool
has_letters(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((s.at[i] | 0x20) >= 'a' && (s.at[i] | 0x20) <= 'z')
			return true;
	return false;
}

/* "Målene er:" introduces goals and is none; a bare figure is no goal in words. */
static bool
is_goal(const struct field *f, enum field_kind kind)
{
	struct str text = str_trim(f->text);

	return f->kind == kind && !says_nothing(f) && !str_ends(text, STR(":")) && has_letters(text);
}

static void
check_goals(struct audit *x, const struct proposal *p)
{
	for (size_t i = 0; i < p->len; i++) {
		struct promises all;

		if (!is_goal(&p->at[i], FIELD_GOAL))
			continue;
		all = promises_read(x->seen->reads, p->at[i].text, 0);
		for (size_t k = 0; k < all.len; k++)
			if (measurable_kind(all.at[k].target.kind) != MEASURABLE_YES)
				report_promise(x, &p->at[i], &all.at[k]);
	}
}

/* "73 %": a target that needs no words. */
static bool
has_figure(struct audit *x, const struct proposal *p)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == FIELD_TARGET && !has_letters(p->at[i].text) && !says_nothing(&p->at[i]) &&
		    reads_phrase(x->seen->reads, p->at[i].text).len == 1)
			return true;
	return false;
}

/* The row of an indicator states its target in a figure, or else in words. */
static void
check_indicator(struct audit *x, const struct proposal *p)
{
	static const enum field_kind order[] = { FIELD_TARGET, FIELD_GOAL };
	const struct field          *at = NULL;
	struct promise               worst = { .certain = true };

	for (size_t o = 0; o < COUNT_OF(order); o++)
		for (size_t i = 0; i < p->len; i++) {
			struct promise is;

			if (!is_goal(&p->at[i], order[o]))
				continue;
			is = promise_read(x->seen->reads, p->at[i].text, 0);
			if (measurable_kind(is.target.kind) == MEASURABLE_YES)
				return;
			if (at == NULL) {
				at = &p->at[i];
				worst = is;
			}
		}
	if (at != NULL && !(at->kind == FIELD_GOAL && has_figure(x, p)))
		report_promise(x, at, &worst);
}

static void
check_measurable(struct audit *x, const struct proposal *p)
{
	switch (p->kind) {
	case PROPOSAL_INDICATOR:
		check_indicator(x, p);
		break;
	case PROPOSAL_STATUS_FORM: case PROPOSAL_RESULT_GOAL: case PROPOSAL_ACTION:
	case PROPOSAL_GOAL_STATUS: case PROPOSAL_AGREEMENT_PROJECT:
		check_goals(x, p);
		break;
	case PROPOSAL_BUDGET_LINE:
	case PROPOSAL_PRINTED_TOTAL: case PROPOSAL_CLAIM: case PROPOSAL_PROGNOSIS: case PROPOSAL_KIND_COUNT:
		break;
	}
}

void
audit_missing(struct audit *x)
{
	for (size_t i = 0; i < COUNT_OF(required); i++)
		check_stated(x, &required[i]);
	for (size_t i = 0; i < x->seen->len; i++)
		check_measurable(x, &x->seen->at[i]);
}

/* breaks.c - the method of measuring changed, and the target did not.
 *
 * A passage must say that how it is measured changed, not that somebody works on
 * a method. The target is the one of its own form, the one that the passage says is
 * unchanged, or the row of indicators that it names; a direction has no level that
 * could move. A passage that tells of a new level, baseline or reckoning holds. */
#include "audit/indicators.h"
#include "recognise/promise.h"

#define WORDS_SHARED 2          /* with a row that the passage speaks of */

static const char *const cues[] = { "opgoerelsesmetode", "opgoerelsesmaade", "maalemetode", "metoden til at maale",
	"beregningsmetode", "paa en ny maade", "efter en ny", "databrud", "brud i", "ikke sammenlignelig",
	"ikke laengere sammenlignelig", "kan ikke sammenlignes", NULL };
static const char *const methods[] = { "opgoerelsesmetode*", "opgoerelsesmaade*", "maalemetode*", "beregningsmetode*",
	"metoden til at maale", NULL };
static const char *const altered[] = { "aendret", "aendres", "aendringen", "aendringer", "omlagt", "opdateret", "ny", "nye",
	"skift*", "forskel", "anden", "revideret", NULL };
static const char *const plain[] = { "opgoeres paa en ny maade", "opgjort paa en ny maade", "maales paa en ny maade",
	"maalt paa en ny maade", "opgoeres efter en ny", "opgjort efter en ny", "databrud", "brud i dataserien",
	"brud i tidsserien", "brud i serien", "brud i data", "ikke sammenlignelig*",
	"ikke laengere sammenlignelig*", "kan ikke sammenlignes", NULL };
/* A method that is being made has changed nothing yet. */
static const char *const planned[] = { "udvikle*", "udvikling", "arbejder", "skal", "vil", "boer", "kan aendres", "ingen",
	"ikke aendret", "uaendret opgoerelsesmetode", "samme", NULL };
static const char *const rebased[] = { "derimod", "adskiller sig", "omregne*", "genberegne*", "tilbageregne*", "justere*",
	"tilpasset", "nyt maal", "nyt maaltal", "nye maal", "nye maaltal", "ny startmaaling", "nyt udgangspunkt",
	"udgangspunktet er aendret", "er udgangspunktet", "svarer nu til", "i stedet for", "opjuster*", "nedjuster*",
	"maaltallet er aendret", "maalet er aendret", "maalet er derfor", "maaltallet er derfor", "sat om", NULL };
static const char *const goals[] = { "maal", "maalet", "maaltal*", "maalene", "maalsaetning*", "succeskriteri*", NULL };
static const char *const kept[] = { "uaendret", "uaendrede", "fastholdes", "fastholdt", "ikke aendret", "ikke aendres",
	"ikke justeret", "ikke reguleret", "stadig", "fortsat", "det samme", "de samme", NULL };

/* Does a sentence say that the method changed? */
static bool
tells_of_change(const struct said *s)
{
	if (folded_has_any(s->folded, plain))
		return true;
	return folded_has_any(s->folded, methods) && folded_has_any(s->folded, altered) &&
	    !folded_has_any(s->folded, planned);
}

static bool
any_sentence(const struct passage *p, const char *const *words, const char *const *besides)
{
	for (size_t k = 0; k < p->len; k++)
		if (folded_has_any(p->at[k].folded, words) &&
		    (besides == NULL || folded_has_any(p->at[k].folded, besides)))
			return true;
	return false;
}

/* A level, a change, a gap: what is counted by a method. */
static bool
has_level(const struct target *t)
{
	switch (t->kind) {
	case TARGET_LEVEL: case TARGET_CHANGE: case TARGET_GAP:
		return t->has_value;
	case TARGET_DIRECTION: case TARGET_RATE: case TARGET_BENCHMARK: case TARGET_COUNT: case TARGET_SET:
	case TARGET_MILESTONE: case TARGET_PARITY: case TARGET_UNDEFINED: case TARGET_KIND_COUNT:
		return false;
	}
	return false;
}

static bool
is_of(const struct proposal *p, const struct piece *piece)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].line == piece->line && p->at[i].column == piece->column)
			return true;
	return false;
}

/* The target of the form that the passage is a field of. */
static const struct field *
target_beside(struct audit *x, const struct piece *piece)
{
	for (size_t i = 0; i < x->seen->len; i++) {
		const struct proposal *p = &x->seen->at[i];

		if (p->kind == PROPOSAL_CLAIM || p->kind == PROPOSAL_BUDGET_LINE || !is_of(p, piece))
			continue;
		for (size_t k = 0; k < p->len; k++) {
			struct promise promise;

			if (p->at[k].kind != FIELD_GOAL && p->at[k].kind != FIELD_TARGET)
				continue;
			promise = promise_read(x->seen->reads, p->at[k].text, 0);
			if (has_level(&promise.target))
				return &p->at[k];
		}
	}
	return NULL;
}

/* The target of the row of indicators that the passage names. */
static const struct field *
target_named(struct audit *x, const struct passage *p, const struct rows *rows)
{
	for (size_t k = 0; k < p->len; k++) {
		struct title           words = title_of(x->arena, p->at[k].text);
		const struct measured *m = rows_spoken_of(rows, &words, WORDS_SHARED);
		struct reading         level;

		if (m != NULL && cell_figure(x, m->target, &level))
			return m->target;
	}
	return NULL;
}

static void
report(struct audit *x, const struct said *s, const struct field *target)
{
	struct finding f = { .code = AUDIT_BREAK, .quote = s->text };

	piece_place(s->piece, s->from, &f.line, &f.column);
	f.da = STR("målemetoden er ændret, og målet er ikke sat om");
	f.en = STR("the method of measuring changed, and the target was not re-based");
	if (target != NULL) {
		struct str words = quote_of(x->arena, target->text);

		f.da = arena_printf(x->arena, STR_FMT ": »" STR_FMT "« (linje %u)", STR_ARG(f.da), STR_ARG(words), target->line);
		f.en = arena_printf(x->arena, STR_FMT ": “" STR_FMT "” (line %u)", STR_ARG(f.en), STR_ARG(words), target->line);
	}
	f.hint_da = STR("mål startmålingen igen efter den nye metode, og skriv, hvilket niveau der nu gælder");
	f.hint_en = STR("measure the baseline again by the new method, and say which level holds now");
	audit_finds(x, f);
}

static void
hold(struct audit *x, const struct said *s)
{
	struct claim c = { .code = AUDIT_BREAK, .quote = s->text,
		.da = STR("målemetoden er ændret, og målet er sat om"),
		.en = STR("the method of measuring changed, and the target was re-based") };

	piece_place(s->piece, s->from, &c.line, &c.column);
	audit_holds(x, c);
}

static void
visit(struct audit *x, const struct passage *p, void *with)
{
	const struct said  *change = NULL;
	const struct field *target;

	for (size_t k = 0; k < p->len && change == NULL; k++)
		if (tells_of_change(&p->at[k]))
			change = &p->at[k];
	if (change == NULL)
		return;
	if (any_sentence(p, rebased, NULL)) {
		if (any_sentence(p, goals, NULL))
			hold(x, change);
		return;
	}
	target = target_beside(x, change->piece);
	if (target == NULL)
		target = target_named(x, p, with);
	if (target != NULL || any_sentence(p, goals, kept))
		report(x, change, target);
}

void
audit_breaks(struct audit *x)
{
	struct rows rows = rows_read(x);

	spoken_each(x, cues, visit, &rows);
}

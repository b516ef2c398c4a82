#include "core/meaning.h"
#include "core/clause.h"

#define MEANING_MAX 16384

static enum unit
unit_of_change(const struct sentence *s)
{
	enum unit u = s->g->e->indicator->unit;

	if (s->g->t->percent)
		return UNIT_PERCENT;
	return u == UNIT_SHARE || u == UNIT_PERCENT ? UNIT_POINT : u;
}

static void
say_indicator(struct sentence *s)
{
	const struct indicator *i = s->g->e->indicator;

	SAY(s, "»", "“");
	say_title(s, i->title_da, i->title_en);
	SAY(s, "«", "”");
}

static void
say_group(struct sentence *s)
{
	const struct evidence *e = s->g->e;

	if (e->group.len > 0)
		say_title(s, e->group, e->group_en);
	else
		SAY(s, "alle", "everybody");
}

static void
say_compared(struct sentence *s)
{
	const struct evidence *e = s->g->e;

	if (e->other_title.len > 0)
		say_title(s, e->other_title, e->other_title_en);
	else
		SAY(s, "?", "?");
}

/* "»Andel i arbejde« for indvandrere i Nørrebro" */
static void
say_what(struct sentence *s)
{
	bool pair = s->g->t->kind == TARGET_GAP || s->g->t->kind == TARGET_PARITY;

	say_indicator(s);
	if (!pair && s->g->e->group.len > 0) {
		SAY(s, " for ", " for ");
		say_group(s);
	}
	if (s->g->e->area.len > 0) {
		SAY(s, " i ", " in ");
		buf_put(s->b, s->g->e->area);
	}
}

static void
say_deadline(struct sentence *s)
{
	if (!s->g->t->has_deadline)
		return;
	BUF_LIT(s->b, " ");
	if (!target_is_kept(s->g->t)) {
		say_by(s, s->g->t->deadline.to);
		return;
	}
	SAY(s, "til ", "until ");
	say_end(s, s->g->t->deadline.to);
}

static void
say_baseline(struct sentence *s)
{
	if (!s->g->t->has_baseline) {
		SAY(s, "den første måling", "the first measurement");
		return;
	}
	SAY(s, "startmålingen (", "the baseline (");
	say_period(s, s->g->t->baseline);
	BUF_LIT(s->b, ")");
}

static void
say_each(struct sentence *s)
{
	static const struct words each[EACH_COUNT] = {
		[EACH_PLACE] = WORDS(" hvert sted, der måles", " in each place that is measured"),
		[EACH_GROUP] = WORDS(" i hver gruppe, der måles", " in each group that is measured"),
		[EACH_YEAR] = WORDS(" hvert år", " each year"),
	};

	say_words(s, &each[s->g->t->each]);
	if ((s->g->t->each == EACH_PLACE || s->g->t->each == EACH_GROUP) && s->g->t->has_deadline)
		BUF_LIT(s->b, ",");
}

static void
say_relation(struct sentence *s)
{
	static const struct words words[RELATION_COUNT] = {
		[RELATION_GE] = WORDS("mindst ", "at least "),
		[RELATION_LE] = WORDS("højst ", "at most "),
		[RELATION_EQ] = WORDS("præcis ", "exactly "),
	};

	say_words(s, &words[s->g->t->relation]);
}

static void
say_way(struct sentence *s, int sign)
{
	if (sign < 0)
		SAY(s, "falde", "fall");
	else
		SAY(s, "stige", "rise");
}

static int
way_of(const struct target *t)
{
	return t->direction == DIRECTION_FALL ? -1 : 1;
}

static void
say_level(struct sentence *s, enum unit u)
{
	if (s->g->t->keep)
		SAY(s, " skal blive ved med at være ", " is to stay ");
	else
		SAY(s, " skal være ", " is to be ");
	say_relation(s);
	say_number(s, s->g->t->value, u);
	say_each(s);
	say_deadline(s);
}

static void
mean_level(struct sentence *s)
{
	say_what(s);
	say_level(s, s->g->e->indicator->unit);
}

static void
mean_change(struct sentence *s)
{
	const struct target *t = s->g->t;

	say_what(s);
	if (number_is_zero(t->value)) {
		SAY(s, " skal holdes, som ved ", " is to stay as at ");
		say_baseline(s);
	} else {
		SAY(s, " skal ", " is to ");
		say_way(s, number_sign(t->value));
		SAY(s, " med ", " by ");
		say_size(s, t->value, unit_of_change(s));
		SAY(s, " fra ", " from ");
		say_baseline(s);
	}
	say_each(s);
	say_deadline(s);
}

static void
mean_direction(struct sentence *s)
{
	say_what(s);
	SAY(s, " skal ", " is to ");
	if (s->g->t->direction == DIRECTION_HOLD)
		SAY(s, "holdes", "stay");
	else
		say_way(s, way_of(s->g->t));
	SAY(s, " i forhold til ", " compared with ");
	say_baseline(s);
	say_each(s);
	say_deadline(s);
}

static void
mean_rate(struct sentence *s)
{
	say_what(s);
	SAY(s, " skal ", " is to ");
	say_way(s, number_sign(s->g->t->value));
	SAY(s, " med ", " by ");
	say_size(s, s->g->t->value, unit_of_change(s));
	SAY(s, " om året, regnet fra ", " a year, counted from ");
	say_baseline(s);
	say_deadline(s);
}

static void
mean_gap(struct sentence *s)
{
	SAY(s, "Forskellen i ", "The gap in ");
	say_what(s);
	if (s->g->e->other_title.len > 0) {
		SAY(s, " mellem ", " between ");
		say_group(s);
		SAY(s, " og ", " and ");
		say_compared(s);
	}
	if (s->g->t->has_value) {
		say_level(s, unit_of_change(s));
		return;
	}
	SAY(s, " skal blive mindre i forhold til ", " is to become smaller compared with ");
	say_baseline(s);
	say_deadline(s);
}

static void
mean_benchmark(struct sentence *s)
{
	say_what(s);
	if (s->g->t->relation == RELATION_LE)
		SAY(s, " skal ligge på eller under ", " is to be at or below ");
	else
		SAY(s, " skal ligge på eller over ", " is to be at or above ");
	say_compared(s);
	SAY(s, ", hver gang begge er målt", ", whenever both are measured");
	say_deadline(s);
}

static void
mean_count(struct sentence *s)
{
	const struct target *t = s->g->t;

	SAY(s, "Der skal tælles mindst ", "At least ");
	say_number(s, t->value, UNIT_COUNT);
	SAY(s, " i ", " are to be counted in ");
	say_what(s);
	BUF_LIT(s->b, " ");
	if (t->each == EACH_YEAR)
		SAY(s, "i hvert år af ", "in each year of ");
	else
		SAY(s, "i perioden ", "in ");
	say_period(s, t->has_window ? t->window : t->deadline);
}

static void
mean_set(struct sentence *s)
{
	SAY(s, "Ingen nye steder må komme til i ", "No new places may be added in ");
	say_what(s);
	SAY(s, " i forhold til ", " compared with ");
	say_baseline(s);
	if (s->g->t->direction == DIRECTION_FALL)
		SAY(s, ", og mindst ét skal ud", ", and at least one is to leave");
	say_deadline(s);
}

static void
mean_milestone(struct sentence *s)
{
	say_what(s);
	SAY(s, " skal være gjort, med dokumentation,", " is to be done, with evidence,");
	say_deadline(s);
}

static void
mean_parity(struct sentence *s)
{
	say_what(s);
	SAY(s, " skal ", " is to ");
	say_way(s, way_of(s->g->t));
	SAY(s, " mindst lige så meget for ", " at least as much for ");
	say_group(s);
	SAY(s, " som for ", " as for ");
	say_compared(s);
	SAY(s, ", regnet fra ", ", counted from ");
	say_baseline(s);
	say_deadline(s);
}

static void
mean(struct sentence *s)
{
	switch (s->g->t->kind) {
	case TARGET_LEVEL:
		mean_level(s);
		break;
	case TARGET_CHANGE:
		mean_change(s);
		break;
	case TARGET_DIRECTION:
		mean_direction(s);
		break;
	case TARGET_RATE:
		mean_rate(s);
		break;
	case TARGET_GAP:
		mean_gap(s);
		break;
	case TARGET_BENCHMARK:
		mean_benchmark(s);
		break;
	case TARGET_COUNT:
		mean_count(s);
		break;
	case TARGET_SET:
		mean_set(s);
		break;
	case TARGET_MILESTONE:
		mean_milestone(s);
		break;
	case TARGET_PARITY:
		mean_parity(s);
		break;
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		SAY(s, "Der er intet, der kan kontrolleres", "There is nothing that can be checked");
		break;
	}
}

struct str
meaning_of(struct arena *a, const struct target *t, const struct evidence *e, bool danish)
{
	struct judge    g = { .arena = a, .t = t, .e = e };
	struct buf      b;
	struct sentence s = { .b = &b, .g = &g, .da = danish };
	struct str      text;

	buf_init(&b, MEANING_MAX);
	if (target_problem(t).len > 0)
		buf_put(&b, target_problem_word(t, danish));
	else
		mean(&s);
	if (b.len > 0 && b.at[b.len - 1] != '.')
		BUF_LIT(&b, ".");
	text = str_dup(a, buf_ok(&b) ? buf_str(&b) : STR_NONE);
	buf_free(&b);
	return text;
}

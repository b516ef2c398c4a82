/* country.h - a made-up register for measuring pages: 120 indicators in 98 cities over
 * 40 months, a target for each, ten districts in one of the cities, units, initiatives
 * and a budget.
 */
#ifndef BENCH_COUNTRY_H
#define BENCH_COUNTRY_H

#include "bench.h"

enum { INDICATORS = 120, AREAS = 98, PERIODS = 40, MEMBERS = 6, SETS = 12, DISTRICTS = 10,
       UNITS = 8, INITIATIVES = 60, YEARS = 4 };

struct making {
	struct store  *s;
	struct things *t;
	int64_t        area[AREAS], district[DISTRICTS], unit[UNITS], set, policy, theme;
};

static int64_t
add_area(struct making *m, const char *prefix, int number, const char *level, int64_t parent)
{
	struct noun_row area = { 0 };
	char            key[32], title[32];

	(void)snprintf(key, sizeof key, "%s%02d", prefix, number);
	(void)snprintf(title, sizeof title, "Ærøskøbing %d", number);
	area.text[AREA_title] = str_from(title);
	area.text[AREA_level] = str_from(level);
	area.ref[AREA_parent] = parent;
	return add_noun(m->s, m->t, NOUN_AREA, key, &area);
}

static void
add_frame(struct making *m)
{
	struct noun_row authority = { 0 }, set = { 0 }, policy = { 0 }, theme = { 0 };
	char            key[32];

	for (int i = 0; i < AREAS; i++)
		m->area[i] = add_area(m, "by", i, "city", 0);
	for (int i = 0; i < DISTRICTS; i++)
		m->district[i] = add_area(m, "bydel", i, "district", m->area[0]);
	for (int i = 0; i < UNITS; i++) {
		struct noun_row unit = { 0 };

		(void)snprintf(key, sizeof key, "udvalg%d", i);
		unit.text[UNIT_title] = STR("Beskæftigelsesudvalget");
		unit.text[UNIT_level] = STR("committee");
		m->unit[i] = add_noun(m->s, m->t, NOUN_UNIT, key, &unit);
	}
	authority.text[AUTHORITY_title] = STR("Byen");
	authority.ref[AUTHORITY_area] = m->area[0];
	(void)add_noun(m->s, m->t, NOUN_AUTHORITY, "byen", &authority);
	set.text[COMPARATOR_title] = STR("de seks byer");
	m->set = add_noun(m->s, m->t, NOUN_COMPARATOR, "seksbyerne", &set);
	for (int i = 1; i <= MEMBERS; i++) {
		struct noun_row member = { 0 };

		(void)snprintf(key, sizeof key, "medlem%02d", i);
		member.ref[COMPARATOR_MEMBER_comparator] = m->set;
		member.ref[COMPARATOR_MEMBER_area] = m->area[i];
		(void)add_noun(m->s, m->t, NOUN_COMPARATOR_MEMBER, key, &member);
	}
	policy.text[POLICY_title] = STR("Inklusionspolitik");
	theme.text[THEME_title] = STR("Beskæftigelse");
	m->policy = add_noun(m->s, m->t, NOUN_POLICY, "politik", &policy);
	theme.ref[THEME_policy] = m->policy;
	m->theme = add_noun(m->s, m->t, NOUN_THEME, "tema", &theme);
}

static void
add_observation(struct making *m, int64_t indicator, int64_t area, int period, int64_t value)
{
	struct observation_form f = { .scale = 2, .precision = PRECISION_MONTH };
	struct param            p[] = {
		P_INT(indicator), P_INT(area), P_INT(day_of(2010 + period / 12, period % 12 + 1, 1)),
		P_INT(day_of(2010 + (period + 1) / 12, (period + 1) % 12 + 1, 1)), P_INT(0),
		P_INT(1), P_INT(UNTIL_NOW), P_INT(1), P_INT(value), P_INT(observation_pack(f)),
		P_INT(0), P_INT(0), P_INT(0), P_INT(0),
	};

	must(store_run(m->s, STMT_OBSERVATION_PUT, p, COUNT_OF(p)), "adding a measurement");
}

/* "+10 points by the end of 2020", or no worse than the other cities. */
static void
add_indicator(struct making *m, int number)
{
	struct noun_row i = { 0 }, objective = { 0 }, target = { 0 };
	char            key[32];

	(void)snprintf(key, sizeof key, "i%04d", number);
	objective.text[OBJECTIVE_title] = STR("Flere i arbejde på Østerbro");
	objective.ref[OBJECTIVE_theme] = m->theme;
	objective.ref[OBJECTIVE_unit] = m->unit[number % UNITS];
	i.text[INDICATOR_title] = STR("Andel i arbejde på Østerbro");
	i.text[INDICATOR_measure] = STR("share");
	target.text[TARGET_title] = STR("10 procentpoint flere");
	target.text[TARGET_kind] = number % SETS == 0 ? STR("benchmark") : STR("change");
	target.text[TARGET_relation] = STR("at_least");
	target.text[TARGET_value] = number % SETS == 0 ? STR_NONE : STR("10");
	target.ref[TARGET_comparator] = number % SETS == 0 ? m->set : 0;
	target.text[TARGET_deadline_from] = STR("2020-01-01");
	target.text[TARGET_deadline_to] = STR("2021-01-01");
	target.ref[TARGET_objective] = add_noun(m->s, m->t, NOUN_OBJECTIVE, key, &objective);
	target.ref[TARGET_indicator] = add_noun(m->s, m->t, NOUN_INDICATOR, key, &i);
	(void)add_noun(m->s, m->t, NOUN_TARGET, key, &target);
	for (int a = 0; a < AREAS; a++)
		for (int p = 0; p < PERIODS; p++)
			add_observation(m, target.ref[TARGET_indicator], m->area[a], p,
			    3000 + (number * 31 + a * 17 + p * 7) % 2000);
	for (int a = 0; number % SETS == 1 && a < DISTRICTS; a++)
		for (int p = 0; p < PERIODS; p++)
			add_observation(m, target.ref[TARGET_indicator], m->district[a], p,
			    2000 + (number * 37 + a * 19 + p * 5) % 3000);
}

/* With a line of the budget and its amounts. */
static void
add_initiative(struct making *m, int number)
{
	struct noun_row initiative = { 0 }, line = { 0 };
	char            key[32], year[16];

	(void)snprintf(key, sizeof key, "indsats%02d", number);
	initiative.text[INITIATIVE_title] = STR("Mentorer på Østerbro");
	initiative.ref[INITIATIVE_policy] = line.ref[BUDGET_LINE_policy] = m->policy;
	initiative.ref[INITIATIVE_unit] = line.ref[BUDGET_LINE_unit] = m->unit[number % UNITS];
	line.ref[BUDGET_LINE_initiative] = add_noun(m->s, m->t, NOUN_INITIATIVE, key, &initiative);
	line.text[BUDGET_LINE_title] = STR("Mentorer på Østerbro");
	line.text[BUDGET_LINE_section] = STR("Beskæftigelse");
	line.id = add_noun(m->s, m->t, NOUN_BUDGET_LINE, key, &line);
	for (int i = 0; i < YEARS; i++) {
		struct noun_row amount = { 0 };

		(void)snprintf(key, sizeof key, "beloeb%02d-%d", number, i);
		(void)snprintf(year, sizeof year, "%d", 2012 + i);
		amount.ref[AMOUNT_budget_line] = line.id;
		amount.text[AMOUNT_year] = str_from(year);
		amount.text[AMOUNT_version] = STR("original");
		amount.text[AMOUNT_kroner] = STR("1200000");
		(void)add_noun(m->s, m->t, NOUN_AMOUNT, key, &amount);
	}
}

static void
country_build(struct store *s, struct arena *a)
{
	struct act    act = { STR("2026-01-01T00:00:00Z"), STR("bench"), STR("made up"), STR_NONE };
	struct making m = { .s = s, .t = things_load(a, s) };
	int64_t       change;

	must(m.t != NULL && store_begin(s) && change_add(s, &act, 0, 0, &change), "beginning");
	add_frame(&m);
	for (int i = 0; i < INDICATORS; i++)
		add_indicator(&m, i);
	for (int i = 0; i < INITIATIVES; i++)
		add_initiative(&m, i);
	must(store_commit(s), "committing");
}

#endif

/* bench_overview.c - the view of the central unit over 98 cities with 200 initiatives each,
 * a status form for every initiative in each of 4 years.
 *
 * Run in the project's folder. Prints rows of the bench table: measure, ours, peer,
 * ratio, wanted.
 */
#include "app/owing_view.h"
#include "bench.h"
#include "view/pages/work_wheel.h"
#include <unistd.h>

enum { CITIES = 98, EACH = 200, YEARS = 4, FIRST = 2020, ROUNDS = 40, UNDER = 3 };

struct making {
	struct arena   a;
	struct store  *s;
	struct things *t;
	int64_t        policy, forms;
};

static int64_t
add(struct making *m, enum noun n, struct str key, struct noun_row *row)
{
	return add_noun(m->s, m->t, n, key.at, row);
}

static int64_t
add_unit(struct making *m, int city, int depth, int64_t parent)
{
	static const char *const levels[UNDER] = { "committee", "administration", "department" };
	struct noun_row row = { 0 };

	row.text[UNIT_title] = arena_printf(&m->a, "Enhed %02d.%d på Ærø", city, depth);
	row.text[UNIT_short_name] = arena_printf(&m->a, "Ø%02d%d", city, depth);
	row.text[UNIT_level] = str_from(levels[depth]);
	row.ref[UNIT_parent] = parent;
	return add(m, NOUN_UNIT, arena_printf(&m->a, "u%02d-%d", city, depth), &row);
}

static void
add_form(struct making *m, int64_t initiative, int year, int i)
{
	static const char *const states[] = { "draft", "submitted", "returned", "unit_approved",
	    "approved", "laid" };
	struct param p[] = { P_INT(++m->forms), P_INT(initiative), P_INT(day_of(year, 1, 1)),
	                     P_INT(day_of(year, 13, 1)), P_TEXT(str_from(states[i % 6])),
	                     P_TEXT(STR("2026-01-01T00:00:00Z")), P_INT(1) };

	must(store_run(m->s, STMT_FORM_ADD, p, COUNT_OF(p)), "adding a form");
}

static void
add_report(struct making *m, int64_t initiative, int year, int i)
{
	struct noun_row row = { 0 };

	row.text[STATUS_REPORT_title] = STR("Værterne er på gaden, og 112 familier er med.");
	row.text[STATUS_REPORT_stated] = arena_printf(&m->a, "%d-12-15", year);
	row.ref[STATUS_REPORT_initiative] = initiative;
	(void)add(m, NOUN_STATUS_REPORT, arena_printf(&m->a, "r%lld-%d-%d", (long long)initiative, year, i),
	    &row);
}

static void
add_initiative(struct making *m, int64_t unit, int city, int i)
{
	struct noun_row row = { 0 };
	int64_t         id;

	row.text[INITIATIVE_title] = arena_printf(&m->a, "Indsats %d for øboere", i);
	row.text[INITIATIVE_followup] = i % 4 == 0 ? STR("Evalueres i maj 2022 og hvert år.") : STR_NONE;
	row.ref[INITIATIVE_unit] = unit;
	row.ref[INITIATIVE_policy] = m->policy;
	id = add(m, NOUN_INITIATIVE, arena_printf(&m->a, "i%02d-%03d", city, i), &row);
	for (int y = 0; y < YEARS; y++) {
		add_form(m, id, FIRST + y, i + y);
		if ((i + y) % 6 == 5)
			add_report(m, id, FIRST + y, i);
	}
}

static void
add_duty(struct making *m, const char *key, const char *kind, const char *frequency)
{
	struct noun_row row = { 0 };

	row.text[DUTY_title] = str_from(key);
	row.text[DUTY_kind] = str_from(kind);
	row.text[DUTY_frequency] = str_from(frequency);
	row.text[DUTY_starts] = STR("2020-01-01");
	row.text[DUTY_ends] = STR("2024-01-01");
	row.ref[DUTY_policy] = m->policy;
	(void)add(m, NOUN_DUTY, str_from(key), &row);
}

static void
make_register(struct making *m)
{
	struct act      act = { STR("2026-01-01T00:00:00Z"), STR("bench"), STR("all"), STR_NONE };
	struct noun_row policy = { 0 };
	int64_t         change;

	m->t = things_load(&m->a, m->s);
	must(m->t != NULL && store_begin(m->s) && change_add(m->s, &act, 0, 0, &change), "beginning");
	policy.text[POLICY_title] = STR("Politik for øer");
	policy.text[POLICY_starts] = STR("2020-01-01");
	policy.text[POLICY_ends] = STR("2024-01-01");
	m->policy = add(m, NOUN_POLICY, STR("pol"), &policy);
	add_duty(m, "status", "status", "year");
	add_duty(m, "rapport", "report", "half_year");
	for (int c = 0; c < CITIES; c++) {
		int64_t unit = 0;

		for (int d = 0; d < UNDER; d++)
			unit = add_unit(m, c, d, unit);
		for (int i = 0; i < EACH; i++)
			add_initiative(m, unit, c, i);
	}
	must(store_commit(m->s), "committing");
}

/* The view and its page; what is counted is checked. */
static double
ask(const struct making *m, const struct edition *ed, const struct actor *who, size_t *bytes)
{
	struct arena      a = { 0 };
	struct owing_ask  what = { .who = who, .year = FIRST + 1 };
	struct owing_view v;
	struct buf        b;
	struct page       p = { .b = &b, .a = &a };
	struct work       w = { .who = who, .section = WORK_OVERVIEW };
	double            start = spent();
	size_t            owed = 0;

	must(owing_view(&a, m->s, ed, &what, &v), "the view");
	buf_init(&b, (size_t)64 << 20);
	must(lang_find(STR("da"), &p.lang), "the language");
	owing_page(&p, &w, &v);
	start = spent() - start;
	for (size_t i = 0; i < v.len; i++)
		owed += v.at[i].depth == 0 ? v.at[i].all : 0;
	must(owed == (size_t)CITIES * (EACH + 2) && v.len == (size_t)CITIES * UNDER, "counting all");
	*bytes = b.len;
	buf_free(&b);
	arena_free(&a);
	return start;
}

/* A status that says something new. */
static void
change(struct making *m)
{
	struct act      act = { STR("2026-01-02T00:00:00Z"), STR("bench"), STR("more"), STR_NONE };
	struct noun_row row = { 0 };
	int64_t         id;

	must(store_begin(m->s) && change_add(m->s, &act, 0, 0, &id), "changing");
	row.text[STATUS_REPORT_title] = STR("Ordningen på Ærø evalueres i maj 2022.");
	row.text[STATUS_REPORT_stated] = STR("2021-12-20");
	row.ref[STATUS_REPORT_initiative] = things_find(m->t, NOUN_INITIATIVE, STR("i00-001"));
	(void)add(m, NOUN_STATUS_REPORT, STR("ny"), &row);
	must(store_commit(m->s), "committing");
}

static void
measure(struct making *m)
{
	struct arena      a = { 0 }, again = { 0 };
	struct diags      d = diags_new(&a);
	struct edition    ed;
	struct papers    *kept;
	struct judge_when when = { .today = day_of(2022, 6, 1) };
	struct actor      who = { .account = 1, .title = STR("Åse"), .grants = 1,
	                          .grant = { { .role = ROLE_EDITOR } } };
	double            took[ROUNDS], begun, first;
	size_t            bytes;

	must(edition_make(&a, m->s, NULL, when, &d, &ed), "the edition");
	begun = ask(m, &ed, &who, &bytes);
	kept = ed.papers;               /* as a viewer keeps them */
	change(m);
	must(edition_make(&again, m->s, NULL, when, &d, &ed), "the edition after a change");
	ed.papers = kept;
	first = ask(m, &ed, &who, &bytes);
	for (int i = 0; i < ROUNDS; i++)
		took[i] = ask(m, &ed, &who, &bytes);
	printf("who owes what, %d cities x %d initiatives x %d years, %zu kB\t%.1f ms\t%.1f ms after a "
	    "change, %.1f the very first\t\tunder 30 ms\n", CITIES, EACH, YEARS, bytes / 1024,
	    median(took, ROUNDS) * 1e3, first * 1e3, begun * 1e3);
	arena_free(&a);
	arena_free(&again);
}

int
main(void)
{
	char          path[] = "/tmp/pejl-bench-overview-XXXXXX", other[64];
	struct making m = { .policy = 0 };
	struct diags  d = diags_new(&m.a);
	int           fd = mkstemp(path);

	must(fd >= 0 && close(fd) == 0 && unlink(path) == 0, "a path");
	m.s = store_open(str_from(path), STORE_CREATE, &d);
	must(m.s != NULL, "opening");
	make_register(&m);
	measure(&m);
	store_close(m.s);
	(void)unlink(path);
	(void)snprintf(other, sizeof other, "%s-wal", path);
	(void)unlink(other);
	(void)snprintf(other, sizeof other, "%s-shm", path);
	(void)unlink(other);
	arena_free(&m.a);
	return EXIT_SUCCESS;
}

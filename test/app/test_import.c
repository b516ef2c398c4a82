/* Documents into the register: what becomes of them, and from where. */
#include "papers.h"
#include "base/utf8.h"

/* ---- the real documents ---- */

struct expected {
	size_t count[PROPOSAL_KIND_COUNT];
	size_t unknown;
	bool   checked[PROPOSAL_KIND_COUNT];
};

static const struct expected expected[] = {
	{ .count = { [PROPOSAL_GOAL_STATUS] = 8 }, .checked = { [PROPOSAL_GOAL_STATUS] = true } },
	{ .count = { [PROPOSAL_ACTION] = 10 }, .unknown = 2, .checked = { [PROPOSAL_ACTION] = true } },
	{ .count = { [PROPOSAL_STATUS_FORM] = 16, [PROPOSAL_INDICATOR] = 6, [PROPOSAL_BUDGET_LINE] = 20 },
	  .checked = { [PROPOSAL_STATUS_FORM] = true, [PROPOSAL_INDICATOR] = true,
	               [PROPOSAL_BUDGET_LINE] = true } },
};

static void
counts(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct str    once;

	if (!have_documents(p)) {
		store_close(s);
		skip();
	}
	/* The register does not even say whose it is. */
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct imported out = register_import(p, s, real(p, i), false);

		for (size_t k = 0; k < PROPOSAL_KIND_COUNT; k++)
			if (expected[i].checked[k])
				assert_int_equal(out.kind[k].count, expected[i].count[k]);
		assert_int_equal(out.unknown_len, expected[i].unknown);
		assert_int_equal(out.waiting, 0);
		assert_false(out.already);
	}
	once = register_dump(p, s, "én-gang");
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct imported out = register_import(p, s, real(p, i), i == 1);

		assert_true(out.already);
		assert_int_equal(out.change, 0);
	}
	folders_equal(p, once, register_dump(p, s, "to-gange"));
	assert_true(store_check(s, &p->diags));
	store_close(s);
}

/* The letters and digits of a document from a place on, without markup, bullets,
 * blanks and case. */
static struct str
from_place(struct place *p, const struct str *line, size_t lines, uint32_t at, uint32_t column)
{
	struct str first = line[at - 1], all;
	size_t     byte = 0;
	char      *to;
	size_t     n = 0;

	for (uint32_t c = 1; c < column && byte < first.len; c++)
		(void)utf8_next(first, &byte);
	all = str_slice(first, byte, first.len);
	for (size_t i = at; i < lines && i < at + 12; i++)
		all = arena_printf(&p->arena, STR_FMT " " STR_FMT, STR_ARG(all), STR_ARG(line[i]));
	all = utf8_fold(&p->arena, all);
	to = ARENA_ARRAY(&p->arena, char, all.len + 1);
	for (size_t i = 0; i < all.len; i++) {
		if (all.at[i] == '<' && str_find(all, STR(">"), i) < i + 80)
			i = str_find(all, STR(">"), i);
		else if ((all.at[i] >= 'a' && all.at[i] <= 'z') ||
		    (all.at[i] >= '0' && all.at[i] <= '9'))
			to[n++] = all.at[i];
	}
	return (struct str){ to, n };
}

static bool
stands_there(struct place *p, struct str text, struct str quote)
{
	struct str want = from_place(p, &quote, 1, 1, 1);

	return want.len > 0 ? str_starts(text, want) : missing_of_cell(quote) != MISSING_NONE;
}

static size_t
check_places(struct place *p, struct store *s, const struct look *l)
{
	size_t checked = 0;

	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (n == NOUN_DOCUMENT || n == NOUN_FIELD || n == NOUN_PROPOSAL || n == NOUN_AREA ||
		    n == NOUN_AUTHORITY || n == NOUN_UNIT)
			continue;
		for (size_t i = 0; i < l->sn.len[n]; i++) {
			const struct noun_row *row = &l->sn.row[n][i];
			struct source          at = snapshot_source(&l->sn, row);
			struct str             key = things_key(l->things, row->id), text;
			static struct str      line[2000];
			static int64_t         held;
			static size_t          lines;
			int64_t                document = snapshot_change(&l->sn, row->since)->document;
			struct param           q[] = { P_INT(document) };

			if (held != document) {
				lines = 0;
				must(store_query(s, STMT_LINE_OF, q, 1));
				while (store_next(s, STMT_LINE_OF) && lines < COUNT_OF(line))
					line[lines++] = str_dup(&p->arena, store_text(s, STMT_LINE_OF, 1));
				store_reset(s, STMT_LINE_OF);
				held = document;
			}
			if (at.document.len == 0 || at.line == 0 || at.column == 0 || at.line > lines)
				fail_msg("%s %.*s has no place: %u:%u", noun_info[n].one.at, STR_ARG(key),
				    at.line, at.column);
			if (utf8_length(at.quote) > 160)
				fail_msg("%.*s: the quote is long", STR_ARG(key));
			text = from_place(p, line, lines, at.line, at.column);
			if (at.quote.len > 0 && !stands_there(p, text, at.quote))
				fail_msg("%s %.*s, %u:%u:\nquote “%.*s”\nthere “%.*s”", noun_info[n].one.at,
				    STR_ARG(key), at.line, at.column, STR_ARG(at.quote),
				    STR_ARG(str_slice(text, 0, 200)));
			checked += at.quote.len > 0;
		}
	}
	return checked;
}

static void
places(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct look   l;

	frame(p, s);
	register_import(p, s, file_put(place_path(p, "egen.txt"), str_from(own)), false);
	l = register_look(p, s, 0);
	assert_true(check_places(p, s, &l) > 10);
	if (!have_documents(p)) {
		store_close(s);
		skip();
	}
	for (size_t i = 0; i < COUNT_OF(names); i++)
		register_import(p, s, real(p, i), false);
	l = register_look(p, s, 0);
	assert_true(check_places(p, s, &l) > 200);
	store_close(s);
}

/* ---- money ---- */

struct kroner {
	const char *number;
	int         year;
	const char *kroner, *missing;
};

static const struct kroner kroner[] = {
	{ "2.1", 2008, "6900000", "" },
	{ "2.12", 2008, "", "nil" }, { "2.12", 2009, "3000000", "" }, { "2.12", 2010, "3000000", "" },
	{ "4.1", 2008, "5500000", "" },
};

static const struct noun_row *
amount_of(const struct look *l, const char *number, int year)
{
	char text[8];

	snprintf(text, sizeof text, "%d", year);
	for (size_t i = 0; i < l->sn.len[NOUN_AMOUNT]; i++) {
		const struct noun_row *row = &l->sn.row[NOUN_AMOUNT][i];
		const struct noun_row *line = snapshot_row(&l->sn, row->ref[AMOUNT_budget_line]);

		if (str_eq(line->text[BUDGET_LINE_number], str_from(number)) &&
		    str_eq(row->text[AMOUNT_year], str_from(text)))
			return row;
	}
	fail_msg("no amount of %s in %d", number, year);
	abort();
}

static void
money(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct look   l;
	size_t        earmarks = 0;
	bool          noted = false;

	if (real(p, 2).len == 0) {
		store_close(s);
		skip();
	}
	register_import(p, s, real(p, 2), false);
	l = register_look(p, s, 0);
	for (size_t i = 0; i < l.sn.len[NOUN_BUDGET_LINE]; i++)
		earmarks += l.sn.row[NOUN_BUDGET_LINE][i].ref[BUDGET_LINE_earmark_of] != 0;
	assert_int_equal(l.sn.len[NOUN_BUDGET_LINE] - earmarks, 20);
	assert_int_equal(earmarks, 2);
	for (size_t i = 0; i < COUNT_OF(kroner); i++) {
		const struct noun_row *row = amount_of(&l, kroner[i].number, kroner[i].year);

		assert_true(str_eq(row->text[AMOUNT_kroner], str_from(kroner[i].kroner)));
		assert_true(str_eq(row->text[AMOUNT_missing], str_from(kroner[i].missing)));
	}
	/* 2.15 has a footnote mark beside its 32.9, and the note says half of what. */
	for (int year = 2008; year <= 2010; year++)
		noted |= str_eq(amount_of(&l, "2.15", year)->text[AMOUNT_kroner], STR("65800000"));
	assert_true(noted);
	store_close(s);
}

static void
own_papers(void **state)
{
	struct place *p = *state;
	struct store *all = place_open(p, STORE_CREATE);
	struct look   l;

	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct imported out = register_import(p, all, paper(p, i), false);

		if (out.kind[papers[i].kind].count != papers[i].count)
			fail_msg("%s: %zu", papers[i].file, out.kind[papers[i].kind].count);
		assert_int_equal(out.unknown_len, 0);
	}
	l = register_look(p, all, 0);
	assert_true(l.sn.len[NOUN_TARGET] > 20);
	assert_true(store_check(all, &p->diags));
	for (int64_t change = (int64_t)COUNT_OF(papers); change > 0; change--)
		register_undo(p, all, change);
	l = register_look(p, all, 0);
	for (size_t n = 0; n < NOUN_COUNT; n++)
		assert_int_equal(l.sn.len[n], 0);
	store_close(all);
}

struct promised {
	uint32_t    line;
	const char *kind, *relation, *direction, *value, *printed;
};

/* By the line of the document. */
static const struct promised promised[] = {
	{ 8, "level", "at_least", "", "60", "" },
	{ 14, "change", "", "", "10", "64.00" },      /* the words, with the level beside them */
	{ 15, "level", "at_least", "", "95", "" },
	{ 16, "level", "at_most", "", "39.5", "" },   /* only the level can be checked; it is lower */
	{ 17, "direction", "", "rise", "", "" },
};

static void
promises(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct look   l;
	size_t        seen = 0;

	register_import(p, s, file_put(place_path(p, "egen.txt"), str_from(own)), false);
	l = register_look(p, s, 0);
	for (size_t i = 0; i < l.sn.len[NOUN_TARGET]; i++) {
		const struct noun_row *row = &l.sn.row[NOUN_TARGET][i];

		for (size_t j = 0; j < COUNT_OF(promised); j++) {
			const struct promised *w = &promised[j];

			if (row->line != w->line)
				continue;
			if (!str_eq(row->text[TARGET_kind], str_from(w->kind)) ||
			    !str_eq(row->text[TARGET_relation], str_from(w->relation)) ||
			    !str_eq(row->text[TARGET_direction], str_from(w->direction)) ||
			    !str_eq(row->text[TARGET_value], str_from(w->value)) ||
			    !str_eq(row->text[TARGET_printed], str_from(w->printed)))
				fail_msg("line %u: %.*s %.*s %.*s %.*s %.*s", w->line,
				    STR_ARG(row->text[TARGET_kind]), STR_ARG(row->text[TARGET_relation]),
				    STR_ARG(row->text[TARGET_direction]), STR_ARG(row->text[TARGET_value]),
				    STR_ARG(row->text[TARGET_printed]));
			seen++;
		}
	}
	assert_int_equal(seen, COUNT_OF(promised));
	assert_int_equal(l.sn.len[NOUN_TARGET], COUNT_OF(promised));
	store_close(s);
}

/* Figures of a table: a range keeps both ends, the baseline its period. */
static void
figures(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct str    rows;

	frame(p, s);
	register_import(p, s, file_put(place_path(p, "egen.txt"), str_from(own)), false);
	register_dump(p, s, "ud");
	rows = file_get(p, file_path(p, "ud", "observation.csv"));
	if (str_find(rows, STR("54.40"), 0) == SIZE_MAX ||
	    str_find(rows, STR("4.5,range,10.0,"), 0) == SIZE_MAX ||
	    str_find(rows, STR("80,over"), 0) == SIZE_MAX)
		fail_msg("%.*s", STR_ARG(rows));
	store_close(s);
}

/* What is expected is no measurement: it becomes a prognosis of the indicator of
 * that name, and waits where there is none. */
static void
expectations(void **state)
{
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
		{ "indicator.csv", "id,since,title,measure\njob,1,Andelen i job,share\n" },
	};
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct imported out;
	struct look     l;
	struct str      rows;

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
	assert_true(import_text(p, s, "notat.txt", "Opfølgning, 12. marts 2009\n\n"
	    "Mål 1: Mindst 70 pct. af de ældre på Ærø er trygge i 2010.\n\n"
	    "Status på mål 1: Det forventes, at 71 pct. er trygge i 2010.\n\n"
	    "Andelen i job forventes at nå 60-65 pct. i 2010. Andelen i skole forventes at nå 90 pct. i 2010.\n", &out));
	assert_int_equal(out.kind[PROPOSAL_PROGNOSIS].count, 2);
	assert_int_equal(out.waiting, 1);
	l = register_look(p, s, 0);
	assert_int_equal(l.sn.len[NOUN_PROGNOSIS], 1);
	assert_true(str_eq(l.sn.row[NOUN_PROGNOSIS][0].text[PROGNOSIS_value], STR("60")));
	assert_true(str_eq(l.sn.row[NOUN_PROGNOSIS][0].text[PROGNOSIS_high], STR("65")));
	assert_int_equal(l.sn.row[NOUN_PROGNOSIS][0].line, 7);
	assert_int_equal(l.sn.len[NOUN_TARGET], 1);
	register_dump(p, s, "ud");
	rows = file_get(p, file_path(p, "ud", "observation.csv"));
	assert_true(str_find(rows, STR("71"), 0) == SIZE_MAX);
	assert_true(store_check(s, &p->diags));
	store_close(s);
}

/* A dry run reads, tells and leaves nothing, with a register and without. */
static void
dry(void **state)
{
	struct place     *p = *state;
	struct store     *s = place_open(p, STORE_CREATE);
	struct str        path = file_put(place_path(p, "egen.txt"), str_from(own));
	struct import_how how = { .dry_run = true, .act = act_at("2026-11-23T05:00:00Z") };
	struct imported   out;

	assert_true(import_file(&p->arena, NULL, path, &how, &p->diags, &out));
	assert_int_equal(out.kind[PROPOSAL_STATUS_FORM].count, 1);
	frame(p, s);
	path = file_put(place_path(p, "m.csv"), STR("indicator,period,value\nx,2010,1\n"));
	assert_true(import_file(&p->arena, NULL, path, &how, &p->diags, &out));
	assert_false(import_file(&p->arena, s, path, &how, &p->diags, &out));
	assert_int_equal(ask_number(p, s, STMT_CHANGE_LAST), 1);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(counts), ENGINE_TEST_ON(places, ON_MEMORY), ENGINE_TEST(money),
		ENGINE_TEST(own_papers), ENGINE_TEST(figures), ENGINE_TEST(promises), ENGINE_TEST(dry),
		ENGINE_TEST(expectations),
	};

	return engine_run("import", tests, COUNT_OF(tests));
}

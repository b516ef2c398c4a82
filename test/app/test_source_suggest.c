/* What a table's codes suggest for a source, and what is kept of one that is not saved. */
#include "register.h"
#include "app/source_draft_text.h"
#include "app/source_suggest.h"

static struct str areas[] = { STR_INIT("000"), STR_INIT("101"), STR_INIT("Rødby \"by\"") };
static struct str area_words[] = { STR_INIT("Hele landet"), STR_INIT("RØDBY"), STR_INIT("Nyby") };
static struct str sexes[] = { STR_INIT("M"), STR_INIT("K"), STR_INIT("TOT") };
static struct str sex_words[] = { STR_INIT("Mænd"), STR_INIT("Kvinder"), STR_INIT("I alt") };
static struct str years[] = { STR_INIT("2025"), STR_INIT("2026") };
static struct str kinds[] = { STR_INIT("B1"), STR_INIT("B2") };

#define SIDE(name, codes, words, ...) { .id = STR_INIT(name), .code = (codes), .text = (words), \
	.len = COUNT_OF(codes), __VA_ARGS__ }

static struct figures
table(struct figures_dimension *side, size_t len)
{
	return (struct figures){ .label = STR("Folketal"), .unit = STR("Antal"), .dimension = side, .dimensions = len };
}

static void
same(const char *what, struct str is, const char *wanted)
{
	if (!str_eq(is, str_from(wanted)))
		fail_msg("%s: “" STR_FMT "” is not “%s”", what, STR_ARG(is), wanted);
}

static void
codes_suggest_what_is_here(void **state)
{
	struct figures_dimension side[] = {
		SIDE("OM RÅDE", areas, area_words, .role = FIGURES_OTHER), SIDE("KØN", sexes, sex_words, .optional = true),
		SIDE("INDHOLD", kinds, kinds, .optional = false), SIDE("ALDER", kinds, kinds, .optional = true),
		SIDE("År", years, years, .role = FIGURES_TIME),
	};
	static const struct {
		const char *picked, *selection, *period, *areas, *groups;
	} row[] = {
		{ "", "\"OM RÅDE\"=101,\"Rødby \"\"by\"\"\" KØN=M INDHOLD=B1 År=*", "År",
		  "\"OM RÅDE\": 101=by \"Rødby \"\"by\"\"\"=nyby", "KØN: M=maend" },
		{ "\"OM RÅDE\"=101 KØN=TOT År=*", "", "År", "\"OM RÅDE\": 101=by", "" },
		{ "KØN=TOT År=*", "", "År", "", "" },
	};
	struct place            *p = *state;
	struct store            *s = place_open(p, STORE_CREATE);
	const struct text_file   files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
		{ "area.csv", "id,since,title\nby,1,Rødby\nnyby,1,Nyby\n" },
		{ "grp.csv", "id,since,title\nmaend,1,mænd\n" },
	};
	struct figures           f = table(side, COUNT_OF(side));
	struct things           *t;
	struct snapshot          sn;

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
	t = things_load(&p->arena, s);
	assert_non_null(t);
	assert_true(snapshot_load(&p->arena, s, t, 0, NOUN_ALL, &sn));
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct source_selection  picks = { 0 };
		struct source_suggestion it;

		assert_true(source_selection_read(&p->arena, str_from(row[i].picked), &picks));
		it = source_suggest(&p->arena, &sn, &f, &picks);
		if (picks.len == 0)
			same("selection", it.selection, row[i].selection);
		same("period", it.period, row[i].period);
		same("areas", it.areas, row[i].areas);
		same("groups", it.groups, row[i].groups);
	}
	store_close(s);
}

/* Whatever stands in a field comes back as it was. */
static void
what_is_written_comes_back(void **state)
{
	struct posted_field field[] = {
		{ .name = STR_INIT("title"), .value = STR_INIT("Ø\\n\tæ\n\\") }, { .name = STR_INIT("token"), .value = STR_INIT("x") },
		{ .name = STR_INIT("since"), .value = STR_INIT("4") }, { .name = STR_INIT("areas"), .value = STR_INIT("") },
	};
	struct figures_dimension side[] = { SIDE("OMRÅDE", areas, area_words, .optional = true) };
	struct figures           f = table(side, 1);
	struct source_draft      m = { .tried = true, .lines = STR_INIT("Område;År\nø\t;1\n"), .suggestions = 1,
	                               .suggested = &field[3].name }, back = { .tried = false };
	struct posted            form = { .at = field, .len = COUNT_OF(field) }, again;
	struct arena             a = { 0 };

	(void)state;
	source_draft_posted(&a, source_draft_form(&a, &form), &again);
	assert_int_equal(again.len, 3);         /* not the token */
	same("title", posted_raw(&again, STR("title")), "Ø\\n\tæ\n\\");
	same("since", posted_raw(&again, STR("since")), "4");
	source_draft_sides(&a, &f, &m);
	source_draft_read(&a, source_draft_text(&a, &m), &back);
	assert_true(back.tried);
	assert_int_equal(back.sides, 1);
	assert_true(back.side[0].optional && !back.side[0].time);
	assert_int_equal(back.side[0].total, 3);
	same("code", back.side[0].at[2].code, "Rødby \"by\"");
	same("word", back.side[0].at[1].text, "RØDBY");
	same("lines", back.lines, "Område;År\nø\t;1\n");
	same("suggested", back.suggested[0], "areas");
	source_draft_read(&a, STR("code\tx\ty\nside\nside\ta\tb\t\t\t-5\nnix\t\\"), &back);    /* of nobody */
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST_ON(codes_suggest_what_is_here, ON_MEMORY),
		ENGINE_TEST_ON(what_is_written_comes_back, ON_MEMORY),
	};

	return engine_run("source_suggest", tests, COUNT_OF(tests));
}

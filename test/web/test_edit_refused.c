/* What the forms of the register refuse: of every field what it is not, rows that contradict
 * themselves, and what is in the hands of another unit. */
#include "edit.h"

/* The first kind of target that asks for a column. */
static struct str
kind_that_asks(enum noun n, size_t c)
{
	for (size_t kind = 0; n == NOUN_TARGET && kind < TARGET_KIND_COUNT; kind++)
		if ((target_form((enum target_kind)kind).asks >> c & 1) != 0)
			return target_kind_code((enum target_kind)kind);
	return STR_NONE;
}

static struct str
letters(struct arena *a, size_t n)
{
	char *at = ARENA_ARRAY(a, char, 2 * n + 1);

	for (size_t i = 0; i < n; i++) {
		at[2 * i] = '\xc3';
		at[2 * i + 1] = '\xb8';
	}
	return (struct str){ at, 2 * n };
}

/* Everything as it should be, but this column. */
static void
refuses(struct desk *k, const struct look *l, enum noun n, size_t c, struct str bad)
{
	struct arena *a = &k->s.p->arena;
	struct str    name = column_field(n, c), kind = kind_that_asks(n, c);
	struct str    fields = arena_printf(a, STR_FMT "=" STR_FMT "&kind=" STR_FMT "&" STR_FMT,
	    STR_ARG(name), STR_ARG(encoded(a, bad)), STR_ARG(kind), STR_ARG(filled(k, l, n, 0)));
	int64_t       before = newest_change(k);
	int           status = staff_post(&k->s, &k->who, path_of(a, n, "new").at, fields.at);
	struct str    mark = arena_printf(a, "id=\"f-" STR_FMT "-fault\"", STR_ARG(name));

	if (status != 422 || str_find(buf_str(&k->s.reply.body), mark, 0) == SIZE_MAX)
		fail_msg(STR_FMT "." STR_FMT " \"" STR_FMT "\": %d %.3000s", STR_ARG(noun_info[n].table),
		    STR_ARG(name), STR_ARG(str_slice(bad, 0, 60)), status, site_text(&k->s));
	assert_int_equal(newest_change(k), before);
}

static void
refuses_column(struct desk *k, const struct look *l, enum noun n, size_t c)
{
	struct arena       *a = &k->s.p->arena;
	struct column_words w = column_words(n, c);

	if (w.ask == ASK_FLAG || (n == NOUN_TARGET && (c == TARGET_kind || kind_that_asks(n, c).len == 0)))
		return;
	refuses(k, l, n, c, STR("\xff\xfe rød"));
	refuses(k, l, n, c, STR("rø\xe2\x80\xaeæ"));
	switch (w.ask) {
	case ASK_LINE:
		refuses(k, l, n, c, letters(a, ASK_LINE_MAX + 1));
		refuses(k, l, n, c, STR("to\nlinjer"));
		break;
	case ASK_WORDS:
		refuses(k, l, n, c, letters(a, ASK_WORDS_MAX + 1));
		break;
	case ASK_TEXT:
		refuses(k, l, n, c, letters(a, ASK_TEXT_MAX + 1));
		break;
	case ASK_CODE:
		refuses(k, l, n, c, STR("findes-ikke"));
		break;
	case ASK_DATE:
		refuses(k, l, n, c, STR("31.2.2009"));
		refuses(k, l, n, c, STR("i går"));
		break;
	case ASK_PERIOD:
		refuses(k, l, n, c, STR("ultimo april"));
		refuses(k, l, n, c, STR("31. februar 2010"));
		break;
	case ASK_NUMBER:
		refuses(k, l, n, c, STR("tolv"));
		refuses(k, l, n, c, STR("=1+1"));
		refuses(k, l, n, c, STR("99999999999999999999"));
		break;
	case ASK_INT:
		refuses(k, l, n, c, STR("3,5"));
		refuses(k, l, n, c, w.least < 0 ? STR("-1000000") : STR("-1"));
		break;
	case ASK_FLAG:
	case ASK_REF:
		refuses(k, l, n, c, STR("findes-ikke-på-Ærø"));
		break;
	}
	if (n == NOUN_TARGET ? (target_form(TARGET_LEVEL).wants >> c & 1) != 0 : w.wanted)
		refuses(k, l, n, c, STR("  "));
}

static void
every_field_refuses_what_it_is_not(void **state)
{
	struct desk k = open_desk(*state, EXAMPLE);
	struct look l = register_look(k.s.p, k.db, 0);

	for (size_t n = 0; n < NOUN_COUNT; n++) {
		for (size_t c = 0; noun_is_edited((enum noun)n) && c < noun_info[n].columns; c++) {
			refuses_column(&k, &l, (enum noun)n, c);
			if (column_period_end((enum noun)n, c) != 0)
				c++;
		}
		if (noun_is_edited((enum noun)n))       /* nothing at all */
			assert_int_equal(staff_post(&k.s, &k.who, path_of(&k.s.p->arena,
			    (enum noun)n, "new").at, "kind=level"), 422);
	}
	close_desk(&k);
}

/* Rows that contradict themselves: the same rules as packages have, at their field. */
static void
what_contradicts_itself_is_told_at_its_field(void **state)
{
	static const struct {
		const char *path, *fields, *field;
	} cases[] = {
		{ "policies/new", "title=%C3%86r%C3%B8&starts=1.2.2010&ends=1.1.2010", "ends" },
		{ "areas/new", "title=%C3%86r%C3%B8&tile_x=3", "tile_x" },
		{ "areas/new", "title=%C3%86r%C3%B8&tile_x=3&tile_y=99", "tile_y" },
		{ "budget-lines/new", "title=%C3%98l&attribution=101", "attribution" },
		{ "budget-lines/new", "title=%C3%98l&excluded=ja&earmark_of=cbsi", "counted_elsewhere" },
		{ "amounts/new", "budget_line=cbsi&year=2009&recurrence=total", "through" },
		{ "amounts/new", "budget_line=cbsi&year=2009&through=2008", "through" },
		{ "amounts/new", "budget_line=cbsi&year=2009&share=-1", "share" },
		{ "need-classes/new", "title=%C3%86&indicator=i-arbejde&lower=2&upper=1", "upper" },
		{ "targets/new", "kind=level&title=%C3%86&value=1&relation=at_least", "indicator" },
		{ "targets/new", "kind=rate&title=%C3%86&indicator=i-arbejde&value=0", "value" },
		{ "targets/new", "kind=count&title=%C3%86&indicator=i-arbejde&value=-4&window=2009", "value" },
		{ "targets/new", "kind=count&title=%C3%86&indicator=i-arbejde&value=4", "window" },
		{ "targets/new", "kind=set&title=%C3%86&indicator=i-arbejde&direction=rise", "direction" },
		{ "targets/new", "kind=benchmark&title=%C3%86&indicator=i-arbejde&relation=equal"
		  "&comparator=fire-stoerste-kommuner", "relation" },
		{ "targets/new", "kind=change&title=%C3%86&indicator=i-arbejde&value=2&baseline=2010&deadline=2009",
		  "deadline" },
		{ "units/bif", "title=%C3%86&parent=bif", "parent" },
		{ "units/biu", "title=%C3%86&parent=bif", "parent" },
	};
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *path = arena_printf(a, "/da/work/register/%s", cases[i].path).at;
		int64_t     before = newest_change(&k);
		int         status;
		struct str  since = STR("0");

		if (staff_ask(&k.s, &k.who, path) == 200)
			since = hidden(&k, "since");
		status = staff_post(&k.s, &k.who, path, arena_printf(a, "%s&since=" STR_FMT,
		    cases[i].fields, STR_ARG(since)).at);
		if (status != 422 || str_find(buf_str(&k.s.reply.body),
		    arena_printf(a, "id=\"f-%s-fault\"", cases[i].field), 0) == SIZE_MAX)
			fail_msg("%s %s: %d %.3000s", cases[i].path, cases[i].fields, status, site_text(&k.s));
		assert_int_equal(newest_change(&k), before);
	}
	close_desk(&k);
}

static void
an_editor_of_a_unit_edits_what_is_the_unit_s(void **state)
{
	static const struct {
		const char *path, *fields;
		int         status;
	} cases[] = {
		{ "initiatives/cbsi", "title=S%C3%B8", 303 },           /* CBSI stands under BIF */
		{ "initiatives/cbsi", "title=S%C3%B8&unit=oekf", 403 }, /* not into another's hands */
		{ "initiatives/mangfoldige-boliger", "title=S%C3%B8", 403 },
		{ "groups/danskere", "title=S%C3%B8", 403 },            /* of no unit */
		{ "units/bif", "title=S%C3%B8", 303 },
		{ "units/oekf", "title=S%C3%B8", 403 },
		{ "initiatives/new", "title=%C3%98&unit=bif", 303 },
		{ "initiatives/new", "title=%C3%98&unit=oekf", 403 },
		{ "initiatives/new", "title=%C3%98", 403 },
		{ "activities/new", "title=%C3%98&initiative=cbsi", 303 },
		{ "initiatives/findes-ikke", "title=%C3%98", 404 },
		{ "findings/x", "title=%C3%98", 404 },                  /* not made by hand */
	};
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;
	struct look   l = register_look(k.s.p, k.db, 0);
	struct person bo = staff_person(&k.s, k.db, "bo", "Bo Ågård", "editor",
	    things_find(l.things, NOUN_UNIT, STR("bif")));
	struct person ida = staff_person(&k.s, k.db, "ida", "Ida Ørum", "contributor", 0);

	assert_int_equal(staff_ask(&k.s, &ida, "/da/work/register"), 403);
	assert_int_equal(staff_post(&k.s, &ida, "/da/work/register/groups/new", "title=x"), 403);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char *path = arena_printf(a, "/da/work/register/%s", cases[i].path).at;
		struct str  since = STR("0");
		int         status;

		if (staff_ask(&k.s, &bo, path) == 200)
			since = hidden(&k, "since");
		status = staff_post(&k.s, &bo, path, arena_printf(a, "%s&since=" STR_FMT,
		    cases[i].fields, STR_ARG(since)).at);
		if (status != cases[i].status)
			fail_msg("%s %s: %d", cases[i].path, cases[i].fields, status);
	}
	close_desk(&k);
}

static void
a_method_that_is_not_said_is_refused(void **state)
{
	static const struct {
		const char *fields, *field;
	} cases[] = {
		{ "title=%C3%98", "starts" }, { "starts=1.1.2010", "title" },
		{ "starts=31.2.2010&title=%C3%98", "starts" },
		{ "starts=1.1.2010&title=%C3%98&new=50", "period" },
		{ "starts=1.1.2010&title=%C3%98&period=2010&old=50", "new" },
		{ "starts=1.1.2010&title=%C3%98&period=2010&new=101", "new" },
		{ "starts=1.1.2010&title=%C3%98&period=2010&new=x", "new" },
		{ "starts=1.1.2010&title=%C3%98&period=maj&new=50", "period" },
		{ "starts=1.1.2010&title=%ff", "title" },
		{ "starts=1.1.2010&title=a%E2%80%AEb", "title" },
	};
	const char   *path = "/da/work/register/indicators/i-arbejde/method";
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;
	struct str    version;
	int64_t       before = newest_change(&k);

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/indicators/findes-ikke/method"), 404);
	assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
	version = hidden(&k, "version");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int status = staff_post(&k.s, &k.who, path, arena_printf(a, "%s&version=" STR_FMT,
		    cases[i].fields, STR_ARG(version)).at);

		if (status != 422 || str_find(buf_str(&k.s.reply.body),
		    arena_printf(a, "id=\"f-%s-fault\"", cases[i].field), 0) == SIZE_MAX)
			fail_msg("%s: %d %.3000s", cases[i].fields, status, site_text(&k.s));
	}
	assert_int_equal(staff_post(&k.s, &k.who, path, "starts=1.1.2010&title=x&version=1"), 409);
	assert_int_equal(newest_change(&k), before);
	close_desk(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(every_field_refuses_what_it_is_not),
		DISK_TEST(what_contradicts_itself_is_told_at_its_field),
		DISK_TEST(an_editor_of_a_unit_edits_what_is_the_unit_s),
		DISK_TEST(a_method_that_is_not_said_is_refused),
	};

	return engine_run("edit_refused", tests, COUNT_OF(tests));
}

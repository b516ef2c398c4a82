/* A budget with its forms and notes becomes lines of the register: who refunds, what
 * is reserved, where it is counted, how much counts, and what the paper prints. */
#include "register.h"
#include "app/budget_view.h"
#include "model/overview_words.h"

static const char paper[] =
	"Statusredegørelse for indsatser på Ærø 2009\n\n"
	"2.1 Status for jobcaféen\n\n"
	"Navn på indsats\tJobcafé på Ærøgade\n"
	"Økonomi\tBrutto 53,8 mio. kr. Heraf er 4,2 mio. kr. øremærket til kurser på Åboulevarden. "
	"Udgifterne refunderes med godt 50 pct. af staten. Derfor optræder 26,9 mio. kr. i økonomioversigten.\n"
	"Afsæt\tAftalen 2008\nMål\tMindst 95 pct. har fået en plan i 2009\n"
	"Status ift. målopfyldelse\tDer er åbnet.\n\n"
	"2.2 Status for mentorer\n\n"
	"Navn på indsats\tMentorer til unge\n"
	"Økonomi\t2,0 mio. kr. I økonomioversigten medregnes de 2,0 mio. kr. under styrket administration "
	"af indsatserne.\n"
	"Afsæt\tAftalen 2008\nMål\tMindst 20 mentorer i 2009\nStatus ift. målopfyldelse\tDer er 12.\n\n"
	"2.3 Status for job med tilskud\n\n"
	"Navn på indsats\tJob med tilskud\n"
	"Økonomi\t36,4 mio. kr. Indsatsen finansieres alene af statslige midler og indgår ikke i "
	"økonomioversigten.\n"
	"Afsæt\tAftalen 2008\nMål\tMindst 30 job i 2009\nStatus ift. målopfyldelse\tDer er 40.\n\n"
	"4.1 Økonomioversigt\n\n"
	"Økonomisk oversigt 2009-2010 i mio. kr.\t\t\t\t\n"
	"\t\t2009\t2010\tI alt\n"
	"Indsatser på Ærø\t\t72,9\t38,9\t108,8\n"
	"2.1\tJobcafé\t26,9\t26,9\t53,8\n"
	"2.2\tMentorer\t-\t-\t-\n"
	"2.3\tJob med tilskud\t-\t-\t-\n"
	"2.4\tJobplan for Ærø\t32,9 ⁴\t-\t32,9\n"
	"2.5\tStyrket administration af indsatser\t10,0\t10,0\t20,0\n"
	"2.6\tÆldreklub ³\t1,0\t-\t1,0\n"
	"I ALT⁵\t\t70,8\t36,9\t107,7\n\n"
	"³ Ældreklubben lukkede ved årets udgang.\n\n"
	"⁴ Jobplanen er en investering på 65,8 mio. kr. Godt halvdelen gavner folk på Ærø, svarende til "
	"32,9 mio. kr.\n\n"
	"⁵ Kun kommunens egne penge er regnet med.\n";

static struct str
import(struct place *p, struct store *s, const char *name, const char *text, bool review)
{
	struct str path = file_put(place_path(p, name), str_from(text));

	(void)register_import(p, s, path, review);
	return path;
}

static const struct noun_row *
line_of(struct look *l, const char *title)
{
	for (size_t i = 0; i < l->sn.len[NOUN_BUDGET_LINE]; i++)
		if (str_eq(l->sn.row[NOUN_BUDGET_LINE][i].text[BUDGET_LINE_title], str_from(title)))
			return &l->sn.row[NOUN_BUDGET_LINE][i];
	fail_msg("no line %s", title);
	abort();
}

static const struct noun_row *
amount_of_line(struct look *l, const char *title, const char *year)
{
	int64_t id = line_of(l, title)->id;

	for (size_t i = 0; i < l->sn.len[NOUN_AMOUNT]; i++) {
		const struct noun_row *row = &l->sn.row[NOUN_AMOUNT][i];

		if (row->ref[AMOUNT_budget_line] == id && str_eq(row->text[AMOUNT_year], str_from(year)))
			return row;
	}
	fail_msg("no amount of %s in %s", title, year);
	abort();
}

static void
text_is(const struct noun_row *row, size_t column, const char *text)
{
	if (!str_eq(row->text[column], str_from(text)))
		fail_msg("“%.*s” is not “%s”", STR_ARG(row->text[column]), text);
}

static void
points_to(struct look *l, const struct noun_row *row, size_t column, const char *title)
{
	if (row->ref[column] != line_of(l, title)->id)
		fail_msg("%.*s does not point to %s", STR_ARG(row->text[BUDGET_LINE_title]), title);
}

static void
check_lines(struct look *l)
{
	const struct noun_row *row = amount_of_line(l, "Jobcafé", "2009");

	text_is(row, AMOUNT_kroner, "26900000");
	text_is(row, AMOUNT_gross, "53800000");
	text_is(row, AMOUNT_share, "50");
	text_is(row, AMOUNT_financing, "state_refund");
	text_is(amount_of_line(l, "Jobcafé", "2010"), AMOUNT_gross, "");
	text_is(l->sn.by_id[line_of(l, "Jobcafé")->ref[BUDGET_LINE_initiative]], INITIATIVE_title,
	    "Jobcafé på Ærøgade");
	points_to(l, line_of(l, "kurser på Åboulevarden"), BUDGET_LINE_earmark_of, "Jobcafé");
	text_is(amount_of_line(l, "kurser på Åboulevarden", "2009"), AMOUNT_kroner, "4200000");
	points_to(l, line_of(l, "Mentorer"), BUDGET_LINE_counted_elsewhere,
	    "Styrket administration af indsatser");
	text_is(line_of(l, "Mentorer"), BUDGET_LINE_excluded, "");
	row = line_of(l, "Job med tilskud");
	text_is(row, BUDGET_LINE_financing, "state_grant");
	text_is(row, BUDGET_LINE_excluded,
	    "Indsatsen finansieres alene af statslige midler og indgår ikke i økonomioversigten.");
	row = line_of(l, "Jobplan for Ærø");
	text_is(row, BUDGET_LINE_attribution, "50");
	text_is(amount_of_line(l, "Jobplan for Ærø", "2009"), AMOUNT_kroner, "65800000");
	assert_true(str_starts(row->text[BUDGET_LINE_footnote], STR("Jobplanen er en investering")));
	text_is(line_of(l, "Ældreklub"), BUDGET_LINE_footnote, "Ældreklubben lukkede ved årets udgang.");
	text_is(line_of(l, "Ældreklub"), BUDGET_LINE_section, "Indsatser på Ærø");
}

static const struct overview *
overview(struct place *p, struct store *s, enum overview_by by)
{
	struct budget_ask  ask = { .by = by };
	struct look       *l = ARENA_NEW(&p->arena, struct look);
	struct barometer  *b = ARENA_NEW(&p->arena, struct barometer);
	struct overviews   o = { 0 };

	*l = register_look(p, s, 0);
	*b = register_judge(p, s, l, "2009-12-31");
	if (!budget_view(&p->arena, &l->sn, b, &ask, &p->diags, &o) || o.len != 1)
		fail_msg("%zu overviews: %s", o.len, place_says(p));
	return &o.at[0];
}

static void
cells_are(struct place *p, const struct overview *o, const struct overview_cell *at, const char *expected)
{
	struct buf b;

	buf_init(&b, 4096);
	for (size_t i = 0; i < o->columns; i++) {
		if (i > 0)
			BUF_LIT(&b, " ");
		overview_amount(&b, &at[i], BUDGET_UNIT_MIO, true);
		if (overview_differs_at(o, &at[i]) != NULL)
			buf_put(&b, arena_printf(&p->arena, "[" STR_FMT "]",
			    STR_ARG(number_plain(&p->arena, overview_differs_at(o, &at[i])->amount))));
	}
	assert_string_equal(str_dup(&p->arena, buf_str(&b)).at, expected);
	buf_free(&b);
}

/* 26,9 + 32,9 + 10,0 + 1,0 = 70,8; 26,9 + 10,0 = 36,9. What is reserved is in 2.1. */
static void
check_overview(struct place *p, struct store *s)
{
	const struct overview *o = overview(p, s, OVERVIEW_BY_SECTION);

	assert_int_equal(o->groups, 1);
	cells_are(p, o, o->group[0].at, "70,8[72.9] 36,9[38.9] 107,7[108.8]");
	cells_are(p, o, o->total, "70,8 36,9 107,7");
	assert_int_equal(o->lines, 7);
	assert_true(str_eq(o->line[1].line.title, STR("kurser på Åboulevarden")));
	assert_int_equal(o->line[1].counts, BUDGET_EARMARK);
	cells_are(p, o, o->line[1].at, "4,2 - 4,2");
	assert_true(str_eq(overview_line_title(&p->arena, &o->line[1], true), STR("heraf: kurser på Åboulevarden")));
	assert_int_equal(o->notes, 3);
	assert_true(str_eq(o->note[o->total_note - 1].da, STR("Kun kommunens egne penge er regnet med.")));
	assert_int_equal(overview_printed_at(o, &o->total[0])->source.line, 38);
	assert_true(str_eq(o->document.title, STR("Statusredegørelse for indsatser på Ærø 2009")));
	o = overview(p, s, OVERVIEW_BY_FINANCING);
	cells_are(p, o, o->total, "70,8 36,9 107,7");
}

static void
at_once(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct look   l;

	import(p, s, "økonomi.txt", paper, false);
	l = register_look(p, s, 0);
	check_lines(&l);
	check_overview(p, s);
	register_undo(p, s, 1);
	l = register_look(p, s, 0);
	assert_int_equal(l.sn.len[NOUN_BUDGET_LINE] + l.sn.len[NOUN_PRINTED_TOTAL] + l.sn.len[NOUN_AMOUNT], 0);
	store_close(s);
}

/* Proposals that wait, and are accepted in one go. */
static void
after_review(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct act    act = act_at("2026-11-23T06:00:00Z");
	struct look   l;
	size_t        n;

	import(p, s, "økonomi.txt", paper, true);
	if (!import_decide(s, NULL, 0, true, &act, &p->diags, &n))
		fail_msg("%s", place_says(p));
	l = register_look(p, s, 0);
	check_lines(&l);
	check_overview(p, s);
	store_close(s);
}

/* Through a package and back, byte by byte. */
static void
carried(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE), *again;
	struct str    first;

	import(p, s, "økonomi.txt", paper, false);
	first = register_dump(p, s, "først");
	again = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	assert_non_null(again);
	register_load(p, again, first);
	folders_equal(p, first, register_dump(p, again, "igen"));
	check_overview(p, again);
	store_close(again);
	store_close(s);
}

/* ---- years that words and columns say ---- */

static const struct {
	const char *what, *name, *text, *line, *cells, *total;
} papers[] = {
	{ "in each year", "a.txt",
	  "Handleplan for Ærø 2011-2014\n\nNavn på indsats\tJobcafé\nØkonomi\t2,0 mio. kr. årligt 2011-2014\n"
	  "Afsæt\tAftalen\nMål\tFlere i job\nStatus ift. målopfyldelse\tI gang\n",
	  "Jobcafé", "2,0 2,0 2,0 2,0 8,0", "2,0 2,0 2,0 2,0 8,0" },
	{ "in total, and nobody split it", "b.txt",
	  "Handleplan for Ærø 2011-2015\n\nNavn på indsats\tÆldreklub\nØkonomi\tDer er afsat 8,0 mio. kr. i alt "
	  "2011-2015 fra Socialministeriet\nAfsæt\tAftalen\nMål\tFlere i klub\nStatus ift. målopfyldelse\tI gang\n",
	  "Ældreklub", "8,0 8,0", "8,0 8,0" },
	{ "a row with nothing but its total", "c.csv",
	  "Nr.;Indsats (mio. kr.);2011;2012;I alt\n1;Jobcafé;1,0;1,0;2,0\n2;Ærø;;;8,0\n;I alt;1,0;1,0;10,0\n",
	  "Ærø", "- - 8,0 8,0", "1,0 1,0 8,0 10,0" },
	{ "parts are not added again", "d.csv",
	  "Nr.;Indsats (mio. kr.);2011;2012;I alt\n1;Jobcafé;2,0;2,0;4,0\n;Heraf til Åby;1,0;-;1,0\n;I alt;2,0;2,0;4,0\n",
	  "Heraf til Åby", "1,0 - 1,0", "2,0 2,0 4,0" },
	{ "who pays", "e.csv", "Indsats (mio. kr.);2011;2012;Finansiering\nJobcafé;1,0;1,0;Fond\nÆrø;1,0;2,0;Statslig\n",
	  "Ærø", "1,0 2,0 3,0", "2,0 3,0 5,0" },
};

static void
years_said(void **state)
{
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct store          *s = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
		const struct overview *o;
		size_t                 k = 0;

		assert_non_null(s);
		import(p, s, papers[i].name, papers[i].text, false);
		o = overview(p, s, OVERVIEW_BY_SECTION);
		while (k < o->lines && !str_eq(o->line[k].line.title, str_from(papers[i].line)))
			k++;
		if (k == o->lines)
			fail_msg("%s: no line %s", papers[i].what, papers[i].line);
		cells_are(p, o, o->line[k].at, papers[i].cells);
		cells_are(p, o, o->total, papers[i].total);
		store_close(s);
	}
}

static void
who_pays(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct look   l;

	import(p, s, "e.csv", papers[4].text, false);
	import(p, s, "b.txt", papers[1].text, false);
	l = register_look(p, s, 0);
	text_is(line_of(&l, "Jobcafé"), BUDGET_LINE_financing, "fund");
	text_is(line_of(&l, "Ærø"), BUDGET_LINE_financing, "state_grant");
	text_is(line_of(&l, "Ældreklub"), BUDGET_LINE_financing, "state_grant");
	text_is(amount_of_line(&l, "Ældreklub", "2011"), AMOUNT_through, "2015");
	text_is(amount_of_line(&l, "Ældreklub", "2011"), AMOUNT_recurrence, "total");
	store_close(s);
}

/* "Budget", "Revideret budget" and "Regnskab" of the same year are kept apart. */
static void
versions(void **state)
{
	struct place          *p = *state;
	struct store          *s = place_open(p, STORE_CREATE);
	const struct overview *o;

	import(p, s, "v.csv", "Indsats (mio. kr.);Budget 2010;Revideret budget 2010;Regnskab 2010;Forventet regnskab 2011;Budget 2011\n"
	    "Jobcafé;1,0;1,5;1,4;9,9;2,0\nÆrø;2,0;2,0;2,1;9,9;3,0\nI alt;3,0;4,5;3,5;19,8;5,0\n", false);
	o = overview(p, s, OVERVIEW_BY_SECTION);
	cells_are(p, o, o->total, "3,5[4.5] 5,0 8,5");
	o = overview(p, s, OVERVIEW_BY_YEAR);
	cells_are(p, o, o->line[0].at, "3,0 3,5 3,5[4.5] 3,5");
	cells_are(p, o, o->line[1].at, "5,0 - 5,0 -");
	cells_are(p, o, o->total, "8,0 3,5 8,5 3,5");
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(at_once), ENGINE_TEST(after_review), ENGINE_TEST(carried),
		ENGINE_TEST_ON(years_said, ON_MEMORY), ENGINE_TEST(who_pays), ENGINE_TEST(versions),
	};

	return engine_run("accept budget", tests, COUNT_OF(tests));
}

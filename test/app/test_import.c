/* Documents into the register: what becomes of them, from where, and that it does
 * not matter when a person accepts. */
#include "register.h"
#include "app/proposals.h"
#include "base/utf8.h"

static const char *const names[] = {
	"000_d605e6fa2a31c3d0.txt", "001_e56e0fdd7179aae5.txt", "002_fbc1732bb90d9cb7.txt",
};

/* A real document, or an empty path where it is not there. */
static struct str
real(struct place *p, size_t i)
{
	const char *dir = getenv("PEJL_DOCUMENTS");
	struct str  path = arena_printf(&p->arena, "%s/%s", dir != NULL ? dir : "../shared/documents",
	    names[i]);

	return access(path.at, R_OK) == 0 ? path : STR_NONE;
}

static bool
have_documents(struct place *p)
{
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (real(p, i).len == 0)
			return false;
	return true;
}

static const char own[] =
    "Status på Økonomiforvaltningens indsatser, april 2012\n"
    "\n"
    "Navn på indsats\tSprogmentorer på Nørrebro\n"
    "Økonomi\t1,5 mio. kr.\n"
    "Afsæt\tBR 09.10.08\n"
    "Målgruppe\tca. 300 ledige med dansk som andetsprog\n"
    "Beskriv aktiviteterne\tMentorer mødes med de ledige hver uge\n"
    "Mål\tMindst 60 pct. er i job inden udgangen af 2011\n"
    "Hvordan bidrager indsatsen\tFlere kommer i arbejde\n"
    "Planlagt opfølgning\tForåret 2012\n"
    "Status på indsatsen\tDe første 40 er i gang\n"
    "\n"
    "Indikator\tStartmåling forår 2007\tSeneste måling\tMåltal\tMål\n"
    "Andel beskæftigede på Østerbro\t54,40 pct. (forår 2007)\t59,90 pct.\t64,00 pct.\tAndelen skal stige med 10 procentpoint frem til 2010\n"
    "Andel, der føler sig trygge\t4,5-10 pct. i 2007\tover 80 pct.\tmindst 95 pct.\tMindst 95 pct. føler sig trygge\n"
    "Andel uden tilknytning til arbejdsmarkedet\t49,5 pct.\t42,1 pct.\t39,5 pct.\tDet skal blive bedre for alle\n"
    "Andel kvinder i arbejde\t48,50 pct.\t55,00 pct.\tAndel skal stige\tÅben for alle\n";

static void
frame(struct place *p, struct store *s)
{
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
		{ "area.csv", "id,since,title,level\nby,1,København,city\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
		{ "unit.csv", "id,since,title,short_name\nbiu,1,Beskæftigelses- og Integrationsudvalget,BIU\n"
		  "oeu,1,Økonomiudvalget,ØU\n" },
	};

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
}

/* ---- all that was accepted, in words ---- */

static void
put_facts(struct place *p, struct buf *b, const struct look *l, enum noun n)
{
	const struct noun_info *info = &noun_info[n];
	struct str             *line = ARENA_ARRAY(&p->arena, struct str, l->sn.len[n] + 1);

	for (size_t i = 0; i < l->sn.len[n]; i++) {
		const struct noun_row *row = &l->sn.row[n][i];
		struct str             text = arena_printf(&p->arena, STR_FMT " " STR_FMT " %u:%u “" STR_FMT
		    "”", STR_ARG(info->table), STR_ARG(things_key(l->things, row->id)), row->line,
		    row->column, STR_ARG(row->quote));

		for (size_t c = 0; c < info->columns; c++)
			text = arena_printf(&p->arena, STR_FMT "|" STR_FMT, STR_ARG(text),
			    STR_ARG(info->column[c].type == COLUMN_REF
			        ? things_reference(l->things, &p->arena, NOUN_ANY, row->ref[c])
			        : row->text[c]));
		line[i] = text;
	}
	for (size_t i = 1; i < l->sn.len[n]; i++) {
		struct str now = line[i];
		size_t     at = i;

		for (; at > 0 && str_cmp(line[at - 1], now) > 0; at--)
			line[at] = line[at - 1];
		line[at] = now;
	}
	for (size_t i = 0; i < l->sn.len[n]; i++)
		buf_putf(b, STR_FMT "\n", STR_ARG(line[i]));
}

static struct str
facts(struct place *p, struct store *s)
{
	struct look l = register_look(p, s, 0);
	struct buf  b;
	struct str  text;

	buf_init(&b, (size_t)64 << 20);
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (n != NOUN_PROPOSAL && n != NOUN_FIELD)
			put_facts(p, &b, &l, (enum noun)n);
	for (size_t i = 0; i < l.sn.len[NOUN_INDICATOR]; i++) {
		struct measured m;
		int64_t         id = l.sn.row[NOUN_INDICATOR][i].id;

		must(observations_load(&p->arena, s, &l.sn, id, &m));
		for (size_t j = 0; j < m.len; j++)
			buf_putf(&b, STR_FMT " %d-%d %lld %lld %lld %lld:%lld\n",
			    STR_ARG(things_key(l.things, id)), m.row[j].from, m.row[j].to,
			    (long long)m.row[j].value, (long long)m.row[j].form,
			    (long long)m.row[j].high, (long long)m.row[j].line,
			    (long long)m.row[j].column);
	}
	text = str_dup(&p->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
same_facts(struct str a, struct str b)
{
	while (a.len > 0 || b.len > 0) {
		struct str x = str_cut(&a, '\n'), y = str_cut(&b, '\n');

		if (!str_eq(x, y))
			fail_msg("at once: %.*s\nlater:   %.*s", STR_ARG(x), STR_ARG(y));
	}
}

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
	bool          noted = false;

	if (real(p, 2).len == 0) {
		store_close(s);
		skip();
	}
	register_import(p, s, real(p, 2), false);
	l = register_look(p, s, 0);
	assert_int_equal(l.sn.len[NOUN_BUDGET_LINE], 20);
	for (size_t i = 0; i < COUNT_OF(kroner); i++) {
		const struct noun_row *row = amount_of(&l, kroner[i].number, kroner[i].year);

		assert_true(str_eq(row->text[AMOUNT_kroner], str_from(kroner[i].kroner)));
		assert_true(str_eq(row->text[AMOUNT_missing], str_from(kroner[i].missing)));
	}
	/* 2.15 has a footnote mark beside one of its figures. */
	for (int year = 2008; year <= 2010; year++)
		noted |= str_eq(amount_of(&l, "2.15", year)->text[AMOUNT_kroner], STR("32900000"));
	assert_true(noted);
	store_close(s);
}

/* ---- later ---- */

static void
accept_later(struct place *p, struct store *s, struct store *t, struct str path)
{
	struct act      act = act_at("2026-11-23T05:30:00Z");
	struct imported out;
	size_t          n;
	struct look     l;

	register_import(p, s, path, false);
	out = register_import(p, t, path, true);
	assert_int_equal(out.accepted, 0);
	assert_true(out.waiting > 0);
	l = register_look(p, t, 0);
	assert_int_equal(l.sn.len[NOUN_TARGET] + l.sn.len[NOUN_INITIATIVE], 0);
	act.nonce = STR("én");
	if (!import_decide(t, NULL, 0, true, &act, &p->diags, &n))
		fail_msg("%s", place_says(p));
	assert_int_equal(n, out.waiting);
	same_facts(facts(p, s), facts(p, t));
}

static void
own_later(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct store *t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);

	accept_later(p, s, t, file_put(place_path(p, "egen.txt"), str_from(own)));
	assert_true(str_find(facts(p, s), STR("Sprogmentorer"), 0) != SIZE_MAX);
	store_close(t);
	store_close(s);
}

static void
real_later(void **state)
{
	struct place *p = *state;

	if (!have_documents(p))
		skip();
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct store *s = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
		struct store *t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);

		accept_later(p, s, t, real(p, i));
		store_close(t);
		store_close(s);
	}
}

/* Also when the waiting proposals came out of a package, with other ids, and for
 * two documents in one request. */
static void
loaded_later(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE), *t, *u;
	struct act    act = act_at("2026-11-23T05:30:00Z");
	struct str    one = file_put(place_path(p, "egen.txt"), str_from(own));
	struct str    two = file_put(place_path(p, "to.txt"),
	    STR("Navn på indsats\tCykelskole\nMål\tMindst 100 deltagere i 2009\n"
	        "Beskriv aktiviteterne\t<ul><li>a</li><li>b</li></ul>\nStatus på indsatsen\t23 er i gang\n"));
	size_t        n;

	register_import(p, s, one, false);
	register_import(p, s, two, false);
	t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	register_import(p, t, one, true);
	register_import(p, t, two, true);
	u = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	register_load(p, u, register_dump(p, t, "venter"));
	act.nonce = STR("to");
	assert_true(import_decide(u, NULL, 0, true, &act, &p->diags, &n));
	same_facts(facts(p, s), facts(p, u));
	assert_int_equal(ask_number(p, u, STMT_CHANGE_LAST), 4);
	store_close(u);
	store_close(t);
	store_close(s);
}

static void
one_by_one(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct act    act = act_at("2026-11-23T05:30:00Z");
	struct str    key[2], none[] = { STR("findes-ikke") };
	struct look   l;
	size_t        n = 7;

	frame(p, s);
	register_import(p, s, file_put(place_path(p, "egen.txt"), str_from(own)), true);
	l = register_look(p, s, 0);
	assert_true(l.sn.len[NOUN_PROPOSAL] >= 3);
	for (size_t i = 0; i < 2; i++)
		key[i] = things_key(l.things, l.sn.row[NOUN_PROPOSAL][i].id);
	assert_false(import_decide(s, none, 1, true, &act, &p->diags, &n));
	assert_says(p, "findes-ikke: error: there is no such proposal");
	assert_int_equal(n, 7);
	assert_true(import_decide(s, key, 1, true, &act, &p->diags, &n));
	assert_int_equal(n, 1);
	assert_true(import_decide(s, key + 1, 1, false, &act, &p->diags, &n));
	place_quiet(p);
	assert_false(import_decide(s, key, 2, true, &act, &p->diags, &n));
	assert_says(p, "is accepted already");
	assert_says(p, "is rejected already");
	l = register_look(p, s, 0);
	assert_true(str_eq(snapshot_text(&l.sn, l.sn.row[NOUN_PROPOSAL][0].id, PROPOSAL_state),
	    STR("accepted")));
	assert_non_null(snapshot_row(&l.sn, l.sn.row[NOUN_PROPOSAL][0].ref[PROPOSAL_becomes]));
	assert_true(str_eq(snapshot_text(&l.sn, l.sn.row[NOUN_PROPOSAL][1].id, PROPOSAL_state),
	    STR("rejected")));
	assert_int_equal(l.sn.row[NOUN_PROPOSAL][1].ref[PROPOSAL_becomes], 0);
	assert_true(str_eq(snapshot_text(&l.sn, l.sn.row[NOUN_PROPOSAL][2].id, PROPOSAL_state),
	    STR("waiting")));
	store_close(s);
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
		ENGINE_TEST(own_later), ENGINE_TEST_ON(real_later, ON_MEMORY),
		ENGINE_TEST_ON(loaded_later, ON_MEMORY), ENGINE_TEST(one_by_one),
		ENGINE_TEST(figures), ENGINE_TEST(promises), ENGINE_TEST(dry),
	};

	return engine_run("import", tests, COUNT_OF(tests));
}

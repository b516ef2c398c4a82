/* The register in the hands of an editor: every kind of thing made, changed and taken out
 * of use by forms, and what forms refuse. */
#include "staff.h"
#include "model/column.h"
#include "model/target_form.h"
#include "view/html.h"

struct desk {
	struct store *db;
	struct site   s;
	struct person who;
};

static struct desk
open_desk(struct place *p, struct str package)
{
	struct desk k = { .db = place_open(p, STORE_CREATE) };

	if (package.len > 0)
		register_load(p, k.db, package);
	k.s = site_open(p);
	k.who = staff_person(&k.s, k.db, "åse", "Åse Sørensen", "editor", 0);
	return k;
}

static void
close_desk(struct desk *k)
{
	site_close(&k->s);
	store_close(k->db);
}

/* ---- forms ---- */

/* "Flere ører" as a form sends it. */
static struct str
encoded(struct arena *a, struct str s)
{
	struct buf b;
	struct str text;

	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < s.len; i++)
		buf_putf(&b, "%%%02X", (unsigned)(unsigned char)s.at[i]);
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct str
with(struct arena *a, struct str fields, struct str name, struct str value)
{
	return arena_printf(a, STR_FMT "&" STR_FMT "=" STR_FMT, STR_ARG(fields), STR_ARG(name),
	    STR_ARG(encoded(a, value)));
}

static struct str
path_of(struct arena *a, enum noun n, const char *behind)
{
	return arena_printf(a, "/da/work/register/" STR_FMT "/%s", STR_ARG(noun_plural(a, n)), behind);
}

/* The value of a hidden field of the page. */
static struct str
hidden(struct desk *k, const char *name)
{
	struct str page = buf_str(&k->s.reply.body);
	struct str mark = arena_printf(&k->s.p->arena, "type=\"hidden\" name=\"%s\" value=\"", name);
	size_t     at = str_find(page, mark, 0), end;

	if (at == SIZE_MAX)
		return STR_NONE;
	end = str_find(page, STR("\""), at + mark.len);
	return str_dup(&k->s.p->arena, str_slice(page, at + mark.len, end));
}

/* Sends a form; of a target, once more when its meaning was read. Returns the status. */
static int
send(struct desk *k, enum noun n, struct str path, struct str fields)
{
	struct arena *a = &k->s.p->arena;
	int           status = staff_post(&k->s, &k->who, path.at, fields.at);

	if (n == NOUN_TARGET && status == 200 && hidden(k, "seen").len > 0)
		status = staff_post(&k->s, &k->who, path.at,
		    with(a, fields, STR("seen"), hidden(k, "seen")).at);
	return status;
}

static struct str
led_to(struct desk *k)
{
	return str_dup(&k->s.p->arena, site_header(&k->s, "Location"));
}

/* ---- every kind ---- */

/* What belongs in a column: of a reference the first thing there is of its kind. */
static struct str
filling(struct desk *k, const struct look *l, enum noun n, size_t c, int turn)
{
	const struct noun_column *col = &noun_info[n].column[c];
	struct column_words       w = column_words(n, c);
	struct arena             *a = &k->s.p->arena;

	switch (w.ask) {
	case ASK_LINE:
	case ASK_WORDS:
	case ASK_TEXT:
		return turn == 0 ? STR("Sjælør: “<b>&” flere ænder") : STR("Nu på Ærø; 100 %");
	case ASK_CODE:
		if (n == NOUN_TRANSLATION && c == TRANSLATION_field)
			return STR("title");
		if (n == NOUN_TARGET && (c == TARGET_relation || c == TARGET_direction))
			return c == TARGET_relation ? STR("at_least") : STR("fall");
		return w.choices > 0 ? str_from(w.choice[w.choices - 1].code) : STR_NONE;
	case ASK_DATE:
		return str_ends(col->name, STR("ends")) ? STR("31.12.2010") : STR("1.3.2007");
	case ASK_NUMBER:
		return str_eq(col->name, STR("upper")) ? STR("1.234,50") : turn == 0 ? STR("12,5") : STR("13");
	case ASK_INT:
		return str_eq(col->name, STR("year")) ? STR("2009") :
		    str_eq(col->name, STR("through")) ? STR("2011") : STR("3");
	case ASK_FLAG:
		return STR("1");
	case ASK_PERIOD:
		return str_starts(col->name, STR("baseline")) ? STR("forår 2007") : STR("2010");
	case ASK_REF:
		if (col->refers == NOUN_ANY)
			return arena_printf(a, "indicator:" STR_FMT,
			    STR_ARG(things_key(l->things, l->sn.row[NOUN_INDICATOR][0].id)));
		return l->sn.len[col->refers] > 0
		    ? things_key(l->things, l->sn.row[col->refers][0].id) : STR_NONE;
	}
	return STR_NONE;
}

/* A line counts in one place: of these columns only the first is filled in. */
static bool
stays_empty(enum noun n, size_t c)
{
	return n == NOUN_BUDGET_LINE &&
	    (c == BUDGET_LINE_earmark_of || c == BUDGET_LINE_excluded);
}

static struct str
filled(struct desk *k, const struct look *l, enum noun n, int turn)
{
	struct arena *a = &k->s.p->arena;
	struct str    fields = arena_printf(a, "why=%s", turn == 0 ? "Pr%C3%B8ve" : "");

	for (size_t c = 0; c < noun_info[n].columns; c++) {
		if (!stays_empty(n, c) && !(n == NOUN_TARGET && c == TARGET_kind))
			fields = with(a, fields, column_field(n, c), filling(k, l, n, c, turn));
		if (column_period_end(n, c) != 0)
			c++;
	}
	return fields;
}

/* What came back from the register is what the form said. */
static void
look_at(struct desk *k, enum noun n, struct str key, const struct look *before, int turn)
{
	struct look            l = register_look(k->s.p, k->db, 0);
	const struct noun_row *row = snapshot_row(&l.sn, things_find(l.things, n, key));

	if (row == NULL)
		fail_msg(STR_FMT " " STR_FMT " is not there", STR_ARG(noun_info[n].table), STR_ARG(key));
	for (size_t c = 0; c < noun_info[n].columns; c++) {
		struct str said = filling(k, before, n, c, turn), kept = row->text[c];

		if (n == NOUN_TARGET || stays_empty(n, c) || said.len == 0)
			continue;
		if (noun_info[n].column[c].type == COLUMN_TEXT && !str_eq(said, kept))
			fail_msg(STR_FMT "." STR_FMT " is " STR_FMT, STR_ARG(noun_info[n].table),
			    STR_ARG(noun_info[n].column[c].name), STR_ARG(kept));
		assert_true(kept.len > 0 || row->ref[c] != 0);
	}
}

static struct str
key_at_end(struct str location)
{
	struct str key = location;

	while (str_find(key, STR("/"), 0) != SIZE_MAX)
		(void)str_cut(&key, '/');
	return key;
}

static void
round_trip(struct desk *k, enum noun n, struct str kind)
{
	struct arena *a = &k->s.p->arena;
	struct look   l = register_look(k->s.p, k->db, 0);
	struct str    page, key;
	int           status;

	status = send(k, n, path_of(a, n, "new"), with(a, filled(k, &l, n, 0), STR("kind"), kind));
	if (status != 303)
		fail_msg(STR_FMT " " STR_FMT ": %d: %.3000s", STR_ARG(noun_info[n].table),
		    STR_ARG(kind), status, site_text(&k->s));
	page = led_to(k);
	key = key_at_end(page);
	look_at(k, n, key, &l, 0);
	assert_int_equal(staff_ask(&k->s, &k->who, page.at), 200);
	site_says(&k->s, "Åse Sørensen");
	status = send(k, n, page, with(a, with(a, filled(k, &l, n, 1), STR("kind"), kind),
	    STR("since"), hidden(k, "since")));
	if (status != 303)
		fail_msg(STR_FMT ": %d: %.3000s", STR_ARG(page), status, site_text(&k->s));
	look_at(k, n, key, &l, 1);
	assert_int_equal(staff_ask(&k->s, &k->who, page.at), 200);
	assert_int_equal(staff_post(&k->s, &k->who, arena_printf(a, STR_FMT "/retire", STR_ARG(page)).at,
	    with(a, STR("x=1"), STR("since"), hidden(k, "since")).at), 303);
	l = register_look(k->s.p, k->db, 0);
	assert_null(snapshot_row(&l.sn, things_find(l.things, n, key)));
	assert_int_equal(staff_ask(&k->s, &k->who, page.at), 200);
	site_says(&k->s, "taget ud af brug");
}

static void
every_kind_is_made_changed_and_retired(void **state)
{
	struct desk k = open_desk(*state, EXAMPLE);

	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_edited((enum noun)n))
			continue;
		assert_int_equal(staff_ask(&k.s, &k.who, path_of(&k.s.p->arena, (enum noun)n, "new").at), 200);
		if (n != NOUN_TARGET) {
			round_trip(&k, (enum noun)n, STR_NONE);
			continue;
		}
		for (size_t kind = 0; kind < TARGET_KIND_COUNT; kind++)
			round_trip(&k, NOUN_TARGET, target_kind_code((enum target_kind)kind));
	}
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register"), 200);
	site_says(&k.s, "Behovsklasser");
	close_desk(&k);
}

/* ---- what is refused ---- */

static int64_t
newest_change(struct desk *k)
{
	int64_t last;

	assert_true(store_get_int(k->db, STMT_CHANGE_LAST, NULL, 0, &last));
	return last;
}

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
		refuses(k, l, n, c, STR("-1"));
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
nobody_overwrites_what_somebody_else_changed(void **state)
{
	const char   *path = "/da/work/register/indicators/i-arbejde";
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;
	struct person per = staff_person(&k.s, k.db, "per", "Per Østergård", "editor", 0);
	struct str    opened;
	int64_t       change;

	assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
	opened = hidden(&k, "since");
	assert_int_equal(staff_post(&k.s, &per, path, arena_printf(a, "title=Pers+%%C3%%B8nske&since=" STR_FMT,
	    STR_ARG(opened)).at), 303);
	change = newest_change(&k);
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a,
	    "title=%%C3%%85ses+%%C3%%B8nske&since=" STR_FMT, STR_ARG(opened)).at), 409);
	assert_int_equal(newest_change(&k), change);
	site_says(&k.s, "Per Østergård");
	site_says(&k.s, "Pers ønske");
	site_says(&k.s, "Åses ønske");
	assert_false(str_eq(hidden(&k, "since"), opened));
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a,
	    "title=%%C3%%85ses+%%C3%%B8nske&since=" STR_FMT, STR_ARG(hidden(&k, "since"))).at), 303);
	assert_int_equal(newest_change(&k), change + 1);
	close_desk(&k);
}

static void
a_form_sent_again_makes_one_thing(void **state)
{
	const char *nonce = "fedcba9876543210fedcba9876543210";
	struct desk k = open_desk(*state, EXAMPLE);
	struct str  first = STR_NONE;
	struct look l;
	size_t      groups;

	for (int i = 0; i < 3; i++) {
		assert_int_equal(staff_post_nonce(&k.s, &k.who, "/da/work/register/groups/new",
		    "title=%C3%85l%C3%A6ndinge", nonce), 303);
		if (i > 0)
			assert_true(str_eq(first, site_header(&k.s, "Location")));
		first = led_to(&k);
	}
	assert_string_equal(first.at, "/da/work/register/groups/aalaendinge");
	l = register_look(k.s.p, k.db, 0);
	groups = 0;
	for (size_t i = 0; i < l.sn.len[NOUN_GROUP]; i++)
		groups += str_eq(l.sn.row[NOUN_GROUP][i].text[GROUP_title], STR("Ålændinge"));
	assert_int_equal(groups, 1);
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

/* ---- out of use, and back ---- */

static void
what_is_referred_to_stays(void **state)
{
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;
	static const struct {
		const char *thing, *says;
	} cases[] = {
		{ "units/biu", "Beskæftigelses- og Integrationsforvaltningen" },
		{ "indicators/i-arbejde", "målinger" },
		{ "policies/integrationspolitik-2007-2010", "henviser til det" },
	};

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct str path = arena_printf(a, "/da/work/register/%s", cases[i].thing);
		int64_t    before = newest_change(&k);

		assert_int_equal(staff_ask(&k.s, &k.who, path.at), 200);
		site_says(&k.s, "Det kan ikke tages ud af brug");
		assert_int_equal(staff_post(&k.s, &k.who, arena_printf(a, STR_FMT "/retire", STR_ARG(path)).at,
		    with(a, STR("x=1"), STR("since"), hidden(&k, "since")).at), 422);
		site_says(&k.s, cases[i].says);
		assert_int_equal(newest_change(&k), before);
	}
	close_desk(&k);
}

static void
one_s_own_change_is_undone(void **state)
{
	const char   *path = "/da/work/register/themes/";
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;
	struct person per = staff_person(&k.s, k.db, "per", "Per Østergård", "editor", 0);
	struct look   l = register_look(k.s.p, k.db, 0);
	int64_t       theme = l.sn.row[NOUN_THEME][0].id;
	struct str    was = snapshot_title(&l.sn, theme), change;
	const char   *at = arena_printf(a, "%s" STR_FMT, path, STR_ARG(things_key(l.things, theme))).at;
	const char   *undo = arena_printf(a, "%s/undo", at).at;

	assert_int_equal(staff_ask(&k.s, &k.who, at), 200);
	site_says_not(&k.s, "Fortryd min ændring");             /* an import made it */
	assert_int_equal(staff_post(&k.s, &k.who, at, arena_printf(a, "title=%%C3%%98v&since=" STR_FMT,
	    STR_ARG(hidden(&k, "since"))).at), 303);
	assert_int_equal(staff_ask(&k.s, &k.who, at), 200);
	site_says(&k.s, "Fortryd min ændring");
	change = with(a, STR("x=1"), STR("change"), hidden(&k, "change"));
	assert_int_equal(staff_ask(&k.s, &per, at), 200);
	site_says_not(&k.s, "Fortryd min ændring");
	assert_int_equal(staff_post(&k.s, &per, undo, change.at), 403);
	assert_int_equal(staff_post(&k.s, &k.who, undo, change.at), 303);
	assert_int_equal(staff_post(&k.s, &k.who, undo, change.at), 409);       /* once */
	l = register_look(k.s.p, k.db, 0);
	assert_true(str_eq(snapshot_title(&l.sn, theme), was));
	close_desk(&k);
}

/* ---- targets ---- */

/* What the page said before saving is what the register says afterwards. */
static void
a_target_is_read_before_it_is_saved(void **state)
{
	static const struct {
		const char *fields, *means;
	} cases[] = {
		{ "kind=change&value=10&baseline=for%C3%A5r+2007&deadline=2010&indicator=i-arbejde",
		  "skal stige med 10 procentpoint fra startmålingen (forår 2007) inden udgangen af 2010." },
		{ "kind=level&relation=at_most&value=57,5&keep=1&deadline=2011&indicator=i-arbejde",
		  "skal blive ved med at være højst 57,5 pct. til udgangen af 2011." },
		{ "kind=count&value=100&window=2009&scope=year&indicator=afklaringsforloeb",
		  "Der skal tælles mindst 100 i »Gennemførte helbredsafklaringer« i København i hvert år af 2009." },
		{ "kind=direction&direction=fall&indicator=i-arbejde",
		  "skal falde i forhold til den første måling." },
		{ "kind=milestone&deadline=16.+december+2010&indicator=i-arbejde",
		  "skal være gjort, med dokumentation, senest den 16. december 2010." },
		{ "kind=undefined", "Der er intet, der kan kontrolleres." },
	};
	struct desk   k = open_desk(*state, EXAMPLE);
	struct arena *a = &k.s.p->arena;

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/targets/new"), 200);
	site_says(&k.s, "Hvad siger måltallet?");
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const char      *path = "/da/work/register/targets/new";
		struct str       fields = arena_printf(a, "%s&title=%%C3%%98nske+nr.+%zu&objective=i-arbejde",
		    cases[i].fields, i);
		int64_t          before = newest_change(&k);
		struct judge_when when = { .today = clock_today() };
		struct barometer b;
		struct look      l;
		struct str       seen;
		const char      *said;

		assert_int_equal(staff_post(&k.s, &k.who, path,
		    arena_printf(a, STR_FMT "&show=1", STR_ARG(fields)).at), 200);
		site_says(&k.s, cases[i].means);
		said = site_text(&k.s);
		seen = hidden(&k, "seen");
		assert_int_equal(staff_post(&k.s, &k.who, path, fields.at), 200);       /* not read */
		assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a,
		    STR_FMT "&mandate=&keep=&seen=0123", STR_ARG(fields)).at), 200);
		assert_int_equal(newest_change(&k), before);
		assert_int_equal(staff_post(&k.s, &k.who, path, with(a, fields, STR("seen"), seen).at), 303);
		l = register_look(k.s.p, k.db, 0);
		assert_true(judge_all(a, k.db, &l.sn, when, &b));
		if (strstr(said, verdict_of(&b, key_at_end(led_to(&k)).at)->judgement.da.at) == NULL)
			fail_msg("%s is not in %.4000s",
			    verdict_of(&b, key_at_end(led_to(&k)).at)->judgement.da.at, said);
	}
	close_desk(&k);
}

/* The promised change stays and its level moves; a promised level stands. */
static void
a_new_method_re_bases_what_changes(void **state)
{
	const char   *path = "/da/work/register/indicators/andel/method";
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen\n" },
		{ "area.csv", "id,since,title,level\nby,1,København,city\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
		{ "indicator.csv", "id,since,title,measure,better\nandel,1,Andel i arbejde på Sjælør,share,rise\n" },
		{ "policy.csv", "id,since,title,status\npol,1,Politik,2009-06-01\n" },
		{ "theme.csv", "id,since,title,policy\nth,1,Tema,pol\n" },
		{ "objective.csv", "id,since,title,theme\no,1,Mål,th\n" },
		{ "target.csv", "id,since,title,objective,indicator,kind,relation,value,baseline_from,"
		  "baseline_to,deadline_from,deadline_to\n"
		  "ti,1,Ti point flere,o,andel,change,,10,2007-03-01,2007-06-01,2010-01-01,2011-01-01\n"
		  "tres,1,Mindst tres,o,andel,level,at_least,60,2007-03-01,2007-06-01,2010-01-01,2011-01-01\n" },
		{ "observation.csv", "indicator,area,from,to,method,value,since\n"
		  "andel,by,2007-03-01,2007-06-01,1,54.40,1\nandel,by,2008-08-01,2008-09-01,1,59.90,1\n" },
	};
	const char   *fields = "starts=1.9.2008&title=Nu+med+alle+SU-modtagere&period=august+2008&new=57,00";
	struct place *p = *state;
	struct desk   k = open_desk(p, package_put(p, "metode", files, COUNT_OF(files)));
	struct arena *a = &p->arena;
	struct look   l;
	struct barometer b;
	int64_t       before = newest_change(&k);
	struct str    version, seen;

	assert_int_equal(staff_ask(&k.s, &k.who, path), 200);
	site_says(&k.s, "59,90 pct. (august 2008)");
	version = hidden(&k, "version");
	assert_string_equal(version.at, "2");
	fields = arena_printf(a, "%s&version=" STR_FMT, fields, STR_ARG(version)).at;
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a, "%s&show=1", fields).at), 200);
	site_says(&k.s, "64,40 pct.");
	site_says(&k.s, "67,00 pct.");
	site_says(&k.s, "Et lovet niveau bliver, hvor det er.");
	site_says(&k.s, "En lovet ændring bliver lige så stor, som den var");
	seen = hidden(&k, "seen");
	assert_int_equal(staff_post(&k.s, &k.who, path, fields), 200);
	assert_int_equal(newest_change(&k), before);
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a, "%s&old=58&seen=" STR_FMT, fields,
	    STR_ARG(seen)).at), 422);
	site_says(&k.s, "Det er allerede registreret");
	assert_int_equal(staff_post(&k.s, &k.who, path, arena_printf(a, "%s&seen=" STR_FMT, fields,
	    STR_ARG(seen)).at), 303);
	assert_int_equal(newest_change(&k), before + 1);
	assert_int_equal(staff_post(&k.s, &k.who, path, fields), 409);  /* version 2 is there */
	l = register_look(p, k.db, 0);
	b = register_judge(p, k.db, &l, "2009-06-01");
	assert_true(number_cmp(verdict_of(&b, "ti")->judgement.required, NUMBER(6700, 2)) == 0);
	assert_true(verdict_of(&b, "ti")->judgement.rebased);
	assert_true(number_cmp(verdict_of(&b, "tres")->judgement.required, NUMBER(60, 0)) == 0);
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

/* ---- the whole register ---- */

static void
what_forms_wrote_is_dumped_and_loaded(void **state)
{
	struct place *p = *state;
	struct desk   k = open_desk(p, EXAMPLE);
	struct look   l;
	struct str    first, again;
	struct store *other;
	struct diags  d = diags_new(&p->arena);

	for (size_t n = 0; n < NOUN_COUNT; n++) {
		if (!noun_is_edited((enum noun)n))
			continue;
		l = register_look(p, k.db, 0);
		assert_int_equal(send(&k, (enum noun)n, path_of(&p->arena, (enum noun)n, "new"),
		    with(&p->arena, filled(&k, &l, (enum noun)n, 0), STR("kind"), STR("level"))), 303);
	}
	if (!store_check(k.db, &d))
		fail_msg("the register does not fit");
	first = register_dump(p, k.db, "dumped");
	other = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	assert_non_null(other);
	register_load(p, other, first);
	again = register_dump(p, other, "again");
	folders_equal(p, first, again);
	store_close(other);
	close_desk(&k);
}

static void
lists_find_and_turn_pages(void **state)
{
	struct desk k = open_desk(*state, EXAMPLE);

	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register?q=helbred"), 200);
	site_says(&k.s, "Gennemførte helbredsafklaringer");
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/indicators?q=helbred"), 200);
	site_says(&k.s, "Gennemførte helbredsafklaringer");
	site_says_not(&k.s, "Almene boliger af alle boliger");
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/translations?page=2"), 200);
	site_says(&k.s, "Side 2 af 3");
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/translations?page=0"), 400);
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/findings"), 404);
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/hunde"), 404);
	assert_int_equal(staff_ask(&k.s, &k.who, "/da/work/register/hunde/new"), 404);
	close_desk(&k);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(every_kind_is_made_changed_and_retired),
		DISK_TEST(every_field_refuses_what_it_is_not),
		DISK_TEST(what_contradicts_itself_is_told_at_its_field),
		DISK_TEST(nobody_overwrites_what_somebody_else_changed),
		DISK_TEST(a_form_sent_again_makes_one_thing),
		DISK_TEST(an_editor_of_a_unit_edits_what_is_the_unit_s),
		DISK_TEST(what_is_referred_to_stays),
		DISK_TEST(one_s_own_change_is_undone),
		DISK_TEST(a_target_is_read_before_it_is_saved),
		DISK_TEST(a_new_method_re_bases_what_changes),
		DISK_TEST(a_method_that_is_not_said_is_refused),
		DISK_TEST(what_forms_wrote_is_dumped_and_loaded),
		DISK_TEST(lists_find_and_turn_pages),
	};

	return engine_run("edit", tests, COUNT_OF(tests));
}

/* Nothing that is withheld is anywhere. Two registers differ in withheld figures only, and
 * add up alike: whatever the site says of one, in both languages and every download, it
 * says of the other, byte for byte. And what it says is added up, as a reader would. */
#include "site.h"
#include "web/route.h"

/* ---- two registers ---- */

#define BASE_FILES                                                                             \
	{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },                \
	{ "area.csv", "id,since,title,level,parent,tile_x,tile_y\nby,1,Ålborre,city,,,\n"      \
	  "å,1,Ådal,district,by,0,0\nb,1,Bøgebakken,district,by,1,0\nc,1,Christiansø,district,by,0,1\n" \
	  "d,1,Dæmningen,district,by,1,1\nh1,1,Hvide Høje,housing_area,c,,\n"                  \
	  "h2,1,Hørmarken,housing_area,c,,\nøst,1,Østby,city,,,\n" },                          \
	{ "authority.csv", "id,since,title,area\nk,1,Ålborre Kommune,by\n" },                  \
	{ "grp.csv", "id,since,title\nkvinder,1,kvinder\nmænd,1,mænd\nunge,1,unge under 25 år\n" }, \
	{ "comparator.csv", "id,since,title\nnaboer,1,nabobyerne\n" },                         \
	{ "comparator_member.csv", "id,since,comparator,area\nn1,1,naboer,øst\n" },            \
	{ "indicator.csv", "id,since,title,lang,measure,better,numerator,frequency\n"          \
	  "ramte,1,Ramte af vold,da,persons,fall,,hvert år\n"                                  \
	  "andel,1,Andel ramte af vold,da,share,fall,ramte,hvert år\n" },                      \
	{ "method.csv", "id,since,title,indicator,version,starts\nm1,1,Politiets tal,ramte,1,2010-01-01\n" \
	  "m2,1,Skadestuens tal,ramte,2,2018-01-01\n" },                                       \
	{ "need_class.csv", "id,since,title,indicator,rank,lower,upper,in_need\n"              \
	  "lav,1,Lavt behov,ramte,1,,5000,\nhøj,1,Højt behov,ramte,2,5000,,1\n" },             \
	{ "policy.csv", "id,since,title,lang,starts,ends,status\np,1,Tryghedspolitik,da,2018-01-01,2023-01-01,2021-06-01\n" }, \
	{ "theme.csv", "id,since,title,lang,policy,rank\nt,1,Tryghed,da,p,1\n" },              \
	{ "objective.csv", "id,since,title,lang,theme\nm,1,Færre ramte,da,t\n" },              \
	{ "target.csv", "id,since,title,objective,indicator,area,grp,other,comparator,kind,relation," \
	  "direction,value,percent,keep,scope,baseline_from,baseline_to,deadline_from,deadline_to,window_from,window_to\n" \
	  "fald,1,Færre i Bøgebakken,m,ramte,b,,,,change,,,-10,1,,,2018-01-01,2019-01-01,2021-01-01,2022-01-01,,\n" \
	  "hver,1,Højst 5 hvert sted,m,ramte,,,,,level,at_most,,5,,,place,,,2020-01-01,2021-01-01,,\n" \
	  "byen,1,Højst 30.000,m,ramte,,,,,level,at_most,,30000,,,,,,2020-01-01,2021-01-01,,\n" \
	  "forskel,1,Forskellen lukkes,m,ramte,,kvinder,mænd,,gap,,,,,,,,,2021-01-01,2022-01-01,,\n" \
	  "antal,1,Mindst 100 i alt,m,ramte,c,,,,count,at_least,,100,,,,,,,,2018-01-01,2022-01-01\n" \
	  "lige,1,Falder lige meget,m,ramte,,kvinder,mænd,,parity,,,,,,,2018-01-01,2019-01-01,2021-01-01,2022-01-01,,\n" \
	  "naboer,1,Ikke over naboerne,m,andel,b,,,naboer,benchmark,at_most,,,,,,,,2020-01-01,2021-01-01,,\n" \
	  "retning,1,Andelen falder,m,andel,å,,,,direction,,fall,,,,,,,2021-01-01,2022-01-01,,\n" }

/* What differs comes in pairs: {one|other}. Everything else is shown, and adds up both
 * ways: a district's small count with the next smallest; women with men; what lives
 * outside the housing areas of Christiansø; half years of Dæmningen; two small counts
 * that are exchanged; and shares of all of these. */
static const char observations[] =
	"indicator,area,group,from,to,precision,method,value,missing,since,line,col\n"
	"ramte,by,,2018-01-01,2019-01-01,year,1,25505,,1,,\n"
	"ramte,å,,2018-01-01,2019-01-01,year,1,{3|2},,1,,\n"
	"ramte,å,,2018-01-01,2019-01-01,year,2,{3|2},,1,,\n"
	"ramte,b,,2018-01-01,2019-01-01,year,1,{7001|7002},,1,,\n"
	"ramte,b,,2018-01-01,2019-01-01,year,2,{7001|7002},,1,,\n"
	"ramte,c,,2018-01-01,2019-01-01,year,1,9001,,1,,\n"
	"ramte,d,,2018-01-01,2019-01-01,year,1,9500,,1,,\n"
	"ramte,h1,,2018-01-01,2019-01-01,year,1,8990,,1,,\n"
	"ramte,h2,,2018-01-01,2019-01-01,year,1,{8|9},,1,,\n"
	"ramte,by,kvinder,2018-01-01,2019-01-01,year,1,{4|3},,1,,\n"
	"ramte,by,mænd,2018-01-01,2019-01-01,year,1,{25501|25502},,1,,\n"
	"ramte,by,unge,2018-01-01,2019-01-01,year,1,600,,1,,\n"
	"ramte,c,kvinder,2018-01-01,2019-01-01,year,1,{2|1},,1,,\n"
	"ramte,c,mænd,2018-01-01,2019-01-01,year,1,{8999|9000},,1,,\n"
	"ramte,by,,2019-01-01,2020-01-01,year,1,15111,,1,,\n"
	"ramte,å,,2019-01-01,2020-01-01,year,1,0,,1,,\n"
	"ramte,b,,2019-01-01,2020-01-01,year,1,{4|3},,1,,\n"
	"ramte,c,,2019-01-01,2020-01-01,year,1,{6007|6008},,1,,\n"
	"ramte,d,,2019-01-01,2020-01-01,year,1,9100,,1,,\n"
	"ramte,d,,2019-01-01,2019-07-01,half,1,{3|2},,1,,\n"
	"ramte,d,,2019-07-01,2020-01-01,half,1,{9097|9098},,1,,\n"
	"ramte,by,,2020-01-01,2021-01-01,year,1,17305,,1,,\n"
	"ramte,å,,2020-01-01,2021-01-01,year,1,{1|4},,1,,\n"
	"ramte,b,,2020-01-01,2021-01-01,year,1,{4|1},,1,,\n"
	"ramte,c,,2020-01-01,2021-01-01,year,1,8100,,1,,\n"
	"ramte,d,,2020-01-01,2021-01-01,year,1,9200,,1,,\n"
	"andel,by,,2018-01-01,2019-01-01,year,1,21.4,,1,,\n"
	"andel,å,,2018-01-01,2019-01-01,year,1,{33.31|22.29},,1,,\n"
	"andel,b,,2018-01-01,2019-01-01,year,1,{70.17|70.18},,1,,\n"
	"andel,c,,2018-01-01,2019-01-01,year,1,90.01,,1,,\n"
	"andel,by,mænd,2018-01-01,2019-01-01,year,1,{25.51|25.52},,1,,\n"
	"andel,b,,2020-01-01,2021-01-01,year,1,{0.47|0.12},,1,,\n"
	"andel,å,,2020-01-01,2021-01-01,year,1,{11.13|14.51},,1,,\n"
	"andel,comparator:naboer,,2020-01-01,2021-01-01,year,1,12.5,,1,,\n"
	"andel,øst,,2020-01-01,2021-01-01,year,1,12.4,,1,,\n";

static const char *
variant(struct place *p, bool other)
{
	char  *to = ARENA_ARRAY(&p->arena, char, sizeof observations);
	size_t n = 0;
	bool   on = true;

	for (const char *c = observations; *c != '\0'; c++) {
		if (*c == '{')
			on = !other;
		else if (*c == '|')
			on = other;
		else if (*c == '}')
			on = true;
		else if (on)
			to[n++] = *c;
	}
	return to;
}

static struct store *
open_variant(struct place *p, bool other)
{
	struct text_file files[] = { BASE_FILES, { "observation.csv", variant(p, other) } };
	struct store    *db = place_open(p, STORE_CREATE);

	register_load(p, db, package_put(p, "ålborre", files, COUNT_OF(files)));
	return db;
}

/* ---- every address ---- */

struct answers {
	struct site  site;
	struct str  *address, *body;
	size_t       len, cap;
};

static void
ask(struct answers *to, struct str address)
{
	struct arena *a = &to->site.p->arena;
	size_t        cap = to->cap;
	int           status = site_ask(&to->site, str_dup(a, address).at, "");
	struct str    body = buf_str(&to->site.reply.body);

	ARENA_GROW(a, to->address, to->len, &cap);
	ARENA_GROW(a, to->body, to->len, &to->cap);
	to->address[to->len] = str_dup(a, address);
	to->body[to->len++] = str_dup(a, body);
	if (status >= 500)
		fail_msg(STR_FMT ": %d", STR_ARG(address), status);
}

static struct str
with(struct answers *to, struct str text, const char *mark, struct str by)
{
	size_t at = str_find(text, str_from(mark), 0);

	if (at == SIZE_MAX)
		return text;
	return arena_printf(&to->site.p->arena, STR_FMT STR_FMT STR_FMT,
	    STR_ARG(str_slice(text, 0, at)), STR_ARG(by),
	    STR_ARG(str_slice(text, at + strlen(mark), text.len)));
}

/* Of the things that any kind has: an address that fits none is not found, alike. */
static void
ask_ids(struct answers *to, struct str address)
{
	static const enum noun nouns[] = {
		NOUN_AREA, NOUN_GROUP, NOUN_INDICATOR, NOUN_METHOD, NOUN_TARGET, NOUN_OBJECTIVE,
		NOUN_THEME, NOUN_POLICY, NOUN_COMPARATOR, NOUN_NEED_CLASS,
	};
	const struct snapshot *sn = &to->site.viewer.edition.sn;

	if (str_find(address, STR(":id"), 0) == SIZE_MAX) {
		ask(to, address);
		return;
	}
	for (size_t n = 0; n < COUNT_OF(nouns); n++)
		for (size_t i = 0; i < sn->len[nouns[n]]; i++)
			ask(to, with(to, address, ":id",
			    things_key(sn->things, sn->row[nouns[n]][i].id)));
}

static void
ask_route(struct answers *to, struct str path)
{
	if (str_find(path, STR(":any"), 0) != SIZE_MAX ||
	    str_starts(path, STR("/metrics")))  /* counts what was asked */
		return;
	if (str_find(path, STR(":kind"), 0) == SIZE_MAX) {
		ask_ids(to, path);
		return;
	}
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (noun_is_public((enum noun)n))
			ask_ids(to, with(to, path, ":kind",
			    noun_plural(&to->site.p->arena, (enum noun)n)));
}

static struct answers
ask_all(struct place *p)
{
	static const char *const more[] = {
		"/:lang/?as_of=2020-01-01", "/:lang/?area=b", "/:lang/indicator/ramte?as_of=2019-02-01",
		"/:lang/areas?indicator=ramte&year=2018", "/:lang/areas?indicator=ramte&year=2019",
		"/:lang/areas?indicator=ramte&year=2020", "/:lang/areas?indicator=andel&year=2018",
		"/:lang/areas?indicator=andel&year=2020", "/:lang/areas?indicator=ramte&level=housing_area&year=2018",
		"/:lang/comparison?indicator=andel", "/:lang/comparison?indicator=ramte",
		"/:lang/search?q=7001", "/:lang/search?q=25501", "/:lang/search?q=ramte",
		"/api/v1/search?q=7001", "/api/v1/areas?indicator=ramte&year=2018",
		"/api/v1/areas.csv?indicator=ramte&year=2018", "/api/v1/areas.csv?indicator=andel&year=2020",
		"/api/v1/areas.geojson?indicator=ramte&year=2019",
		"/api/v1/areas.svg?indicator=ramte&year=2018", "/api/v1/need-classes?indicator=ramte",
		"/api/v1/indicators/ramte.csv?profile=excel-da&lang=da", "/api/v1/targets?area=b",
		"/api/v1/indicators/ramte.svg?lang=da", "/api/v1/things/observations",
	};
	struct answers to = { .site = site_open(p) };

	assert_int_equal(site_ask(&to.site, "/da/", ""), 200);
	for (int da = 0; da < 2; da++) {
		struct str lang = da ? STR("da") : STR("en");

		for (const struct routes *t = route_tables; t->at != NULL; t++)
			for (size_t i = 0; i < t->len; i++)
				ask_route(&to, with(&to, t->at[i].path, ":lang", lang));
		for (size_t i = 0; i < COUNT_OF(more); i++)
			ask_route(&to, with(&to, str_from(more[i]), ":lang", lang));
	}
	return to;
}

static void
answers_equal(const struct answers *x, const struct answers *y)
{
	assert_int_equal(x->len, y->len);
	for (size_t i = 0; i < x->len; i++) {
		struct str a = x->body[i], b = y->body[i];
		size_t     at = 0, from;

		if (str_eq(a, b))
			continue;
		while (at < a.len && at < b.len && a.at[at] == b.at[at])
			at++;
		from = at < 300 ? 0 : at - 300;
		fail_msg(STR_FMT " differs:\n" STR_FMT "\n---\n" STR_FMT, STR_ARG(x->address[i]),
		    STR_ARG(str_slice(a, from, at + 100)), STR_ARG(str_slice(b, from, at + 100)));
	}
}

static void
both_registers_look_alike(void **state)
{
	struct place  *p = *state, *q;
	void          *beside;
	struct store  *one, *other;
	struct answers x, y;

	assert_int_equal(place_setup(&beside), 0);
	q = beside;
	one = open_variant(p, false);
	other = open_variant(q, true);
	x = ask_all(p);
	y = ask_all(q);
	assert_true(x.len > 500);
	answers_equal(&x, &y);
	site_close(&x.site);
	site_close(&y.site);
	store_close(one);
	store_close(other);
	assert_int_equal(place_teardown(&beside), 0);
}

/* ---- what is shown, added up ---- */

#define FIGURES_MAX 64
#define PRIME       INT64_C(1000003)

struct figure {
	struct str area, group, from, to, value, because;
};

struct figures {
	struct figure at[FIGURES_MAX];
	size_t        len;
};

static size_t
column_of(struct str *head, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(head[i], str_from(name)))
			return i;
	fail_msg("no column %s", name);
	return 0;
}

/* A file of simple rows: no cell of this register is quoted. */
static struct figures
read_figures(struct place *p, struct str text)
{
	struct figures f = { .len = 0 };
	struct str     head[32];
	size_t         columns = 0, line = 0;

	while (text.len > 0) {
		struct str cell[32], rest = str_cut(&text, '\n');
		size_t     n = 0;

		if (rest.len > 0 && rest.at[rest.len - 1] == '\r')
			rest.len--;
		while (rest.len > 0 && n < COUNT_OF(cell))
			cell[n++] = str_cut(&rest, ',');
		for (size_t i = 0; line == 0 && i < n; i++)
			head[columns++] = cell[i];
		if (line++ == 0 || n + 1 < columns)
			continue;
		assert_true(f.len < FIGURES_MAX);
		f.at[f.len++] = (struct figure){
			cell[column_of(head, columns, "area")], cell[column_of(head, columns, "group")],
			cell[column_of(head, columns, "from")],
			cell[column_of(head, columns, "last_day")],
			str_dup(&p->arena, cell[column_of(head, columns, "value")]),
			cell[column_of(head, columns, "withheld_because")],
		};
	}
	return f;
}

/* A cell by its words: "area/group/from/to"; SIZE_MAX: it is in no file. */
static size_t
figure_named(const struct figures *f, struct str name)
{
	for (size_t i = 0; i < f->len; i++) {
		struct str rest = name;

		if (str_eq(str_cut(&rest, '/'), f->at[i].area) &&
		    str_eq(str_cut(&rest, '/'), f->at[i].group) &&
		    str_starts(f->at[i].from, str_cut(&rest, '/')) &&
		    str_starts(f->at[i].to, str_cut(&rest, '/')))
			return i;
	}
	return SIZE_MAX;
}

/* What a reader knows to add up: the total first. */
static const char *const known[][6] = {
	{ "Ålborre//2018/2018", "Ådal//2018/2018", "Bøgebakken//2018/2018", "Christiansø//2018/2018",
	  "Dæmningen//2018/2018" },
	{ "Ålborre//2019/2019-12", "Ådal//2019/2019-12", "Bøgebakken//2019/2019-12",
	  "Christiansø//2019/2019-12", "Dæmningen//2019-01/2019-12" },
	{ "Ålborre//2020/2020", "Ådal//2020/2020", "Bøgebakken//2020/2020", "Christiansø//2020/2020",
	  "Dæmningen//2020/2020" },
	{ "Ålborre//2018/2018", "Ålborre/kvinder/2018/2018", "Ålborre/mænd/2018/2018" },
	{ "Dæmningen//2019-01/2019-12", "Dæmningen//2019-01/2019-06", "Dæmningen//2019-07/2019-12" },
};

static int64_t
inverse(int64_t n)
{
	int64_t to = 1;

	for (int64_t power = PRIME - 2, x = n; power > 0; power /= 2, x = x * x % PRIME)
		if (power % 2 == 1)
			to = to * x % PRIME;
	return to;
}

/* Reduces rows modulo a prime, as an audit beside the module's own. */
static void
eliminate(int64_t (*row)[FIGURES_MAX], size_t rows, size_t columns)
{
	for (size_t c = 0, top = 0; c < columns && top < rows; c++) {
		size_t  i = top;
		int64_t by;

		while (i < rows && row[i][c] == 0)
			i++;
		if (i == rows)
			continue;
		for (size_t k = 0; k < columns && i != top; k++) {
			int64_t was = row[i][k];

			row[i][k] = row[top][k];
			row[top][k] = was;
		}
		by = inverse(row[top][c]);
		for (size_t k = 0; k < columns; k++)
			row[top][k] = row[top][k] * by % PRIME;
		for (i = 0; i < rows; i++) {
			by = row[i][c];
			for (size_t k = 0; k < columns && i != top; k++)
				row[i][k] = (row[i][k] + PRIME * PRIME - by * row[top][k]) % PRIME;
		}
		top++;
	}
}

static void
nothing_adds_up(void **state)
{
	struct place  *p = *state;
	struct store  *db = open_variant(p, false);
	struct site    s = site_open(p);
	struct figures f;
	int64_t        row[COUNT_OF(known)][FIGURES_MAX] = { { 0 } };
	size_t         withheld = 0, used = 0;

	assert_int_equal(site_ask(&s, "/api/v1/indicators/ramte.csv?lang=en", ""), 200);
	f = read_figures(p, str_dup(&p->arena, buf_str(&s.reply.body)));
	for (size_t i = 0; i < f.len; i++) {
		assert_int_equal(f.at[i].value.len == 0, f.at[i].because.len > 0);
		withheld += f.at[i].because.len > 0;
	}
	assert_int_equal(withheld, 13);
	for (size_t k = 0; k < COUNT_OF(known); k++)
		for (size_t i = 0; i < 6 && known[k][i] != NULL; i++) {
			size_t cell = figure_named(&f, str_from(known[k][i]));

			if (cell == SIZE_MAX)
				fail_msg("%s is not there", known[k][i]);
			used += f.at[cell].because.len > 0;
			if (f.at[cell].because.len > 0)
				row[k][cell] = i == 0 ? 1 : PRIME - 1;
		}
	assert_true(used >= 10);
	eliminate(row, COUNT_OF(known), f.len);
	for (size_t k = 0; k < COUNT_OF(known); k++) {
		size_t open = 0;

		for (size_t i = 0; i < f.len; i++)
			open += row[k][i] != 0;
		assert_int_not_equal(open, 1);
	}
	site_close(&s);
	store_close(db);
}

/* Why, in words and in data. */
static void
the_reason_is_said(void **state)
{
	static const struct { const char *address, *says; } rows[] = {
		{ "/da/area/b", "tilbageholdt: færre end 5 personer" },
		{ "/da/areas?indicator=ramte&year=2018", "tilbageholdt, så et nabotal ikke kan regnes ud" },
		{ "/en/areas?indicator=ramte&year=2018", "withheld so that a neighbour cannot be reckoned" },
		{ "/en/areas?indicator=ramte&year=2018", "In 1 area the figure is withheld so that another one" },
		{ "/da/areas?indicator=ramte&year=2018", "I 1 område er tallet tilbageholdt, så et andet" },
		{ "/en/indicator/ramte", "withheld so that a neighbour cannot be reckoned" },
		{ "/da/indicator/ramte", "tilbageholdt, så et nabotal ikke kan regnes ud" },
		{ "/api/v1/indicators/ramte", "\"withheld_because\": \"neighbour\"" },
		{ "/api/v1/indicators/ramte", "\"withheld_because\": \"few\"" },
		{ "/api/v1/areas.csv?indicator=ramte&year=2018", "withheld_neighbour" },
		{ "/api/v1/areas.geojson?indicator=ramte&year=2018", "\"reason\": \"withheld_neighbour\"" },
	};
	struct place *p = *state;
	struct store *db = open_variant(p, false);
	struct site   s = site_open(p);

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		assert_int_equal(site_ask(&s, rows[i].address, ""), 200);
		site_says(&s, rows[i].says);
	}
	site_close(&s);
	store_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(both_registers_look_alike), DISK_TEST(nothing_adds_up),
		DISK_TEST(the_reason_is_said),
	};

	return engine_run("withheld", tests, COUNT_OF(tests));
}

/* What is withheld so that a neighbour cannot be reckoned: which sums there are between
 * areas, groups, periods and methods, and what follows for shares. */
#include "register.h"
#include "app/observations.h"

static const struct text_file frame[] = {
	{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
	{ "area.csv", "id,since,title,level,parent,ends\nby,1,Åby,city,,\nø,1,Ørestad,district,by,\n"
	  "n,1,Nørrebro,district,by,\nv,1,Vesterbro,district,by,\ngammel,1,Gammelby,district,by,2000-01-01\n"
	  "v1,1,Æblehaven,housing_area,v,\nv2,1,Åvænget,housing_area,v,\nårhus,1,Århus,city,,\n" },
	{ "authority.csv", "id,since,title,area\nkk,1,Åby Kommune,by\n" },
	{ "grp.csv", "id,since,title\na,1,ældre\nb,1,børn\nc,1,øvrige\nd,1,d\ne,1,e\nf,1,f\ng,1,g\n"
	  "h,1,h\ni,1,i\nj,1,j\nk,1,k\n" },
	{ "indicator.csv", "id,since,title,measure,numerator\nantal,1,Antal,persons,\n"
	  "andel,1,Andel,share,antal\nkurser,1,Kurser,count,\n" },
};

#define Y9 "2009-01-01,2010-01-01,year,"
#define H1 "2009-01-01,2009-07-01,half,"
#define H2 "2009-07-01,2010-01-01,half,"
#define Q1 "2009-01-01,2009-04-01,quarter,"
#define Q2 "2009-04-01,2009-07-01,quarter,"

/* Measurements, and what of them is withheld: few (x), for a neighbour (n); in the order
 * of area and group as loaded, "area/group/from=x". */
static const struct {
	const char *name, *rows, *withheld;
} cases[] = {
	{ "the smallest of the districts goes with it",
	  "by,," Y9 "1,50,,\nø,," Y9 "1,3,,\nn,," Y9 "1,27,,\nv,," Y9 "1,20,,\n",
	  "v/=n ø/=x" },
	{ "a district that is not measured may be anything",
	  "by,," Y9 "1,50,,\nø,," Y9 "1,3,,\nn,," Y9 "1,27,,\n", "ø/=x" },
	{ "but not when its housing areas are",
	  "by,," Y9 "1,50,,\nø,," Y9 "1,3,,\nn,," Y9 "1,27,,\nv1,," Y9 "1,9,,\nv2,," Y9 "1,11,,\n",
	  "v1/=n ø/=x" },
	{ "a total that its parts exceed is none",
	  "by,," Y9 "1,40,,\nø,," Y9 "1,3,,\nn,," Y9 "1,27,,\nv,," Y9 "1,20,,\n", "ø/=x" },
	{ "five others are left over",
	  "by,," Y9 "1,55,,\nø,," Y9 "1,3,,\nn,," Y9 "1,27,,\nv,," Y9 "1,20,,\n", "ø/=x" },
	{ "four others are left over, and are protected though nothing else is small",
	  "by,," Y9 "1,56,,\nø,," Y9 "1,5,,\nn,," Y9 "1,27,,\nv,," Y9 "1,20,,\n", "ø/=n" },
	{ "who lives outside the housing areas of a district",
	  "v,," Y9 "1,50,,\nv1,," Y9 "1,30,,\nv2,," Y9 "1,18,,\n", "v2/=n" },
	{ "a dash is nothing, and shown",
	  "by,," Y9 "1,30,,\nø,," Y9 "1,3,,\nn,," Y9 "1,27,,\nv,," Y9 "1,,nil,\n", "n/=n ø/=x" },
	{ "the city's total when nothing else is left",
	  "by,," Y9 "1,3,,\nø,," Y9 "1,3,,\nn,," Y9 "1,0,,\nv,," Y9 "1,0,,\n", "by/=n ø/=x" },
	{ "a total that is only about so much",
	  "by,," Y9 "1,50,,circa\nø,," Y9 "1,3,,\nn,," Y9 "1,27,,\nv,," Y9 "1,20,,\n", "ø/=x" },
	{ "what its source keeps to itself",
	  "by,," Y9 "1,50,,\nø,," Y9 "1,,confidential,\nn,," Y9 "1,27,,\nv,," Y9 "1,20,,\n", "v/=n" },
	{ "other cities published their own, but for groups",
	  "by,," Y9 "1,50,,\nårhus,," Y9 "1,3,,\nø,," Y9 "1,20,,\n", "" },
	{ "groups of another city",
	  "århus,," Y9 "1,33,,\nårhus,a," Y9 "1,3,,\nårhus,b," Y9 "1,30,,\n",
	  "århus/a=x århus/b=n" },
	{ "three groups add up",
	  "by,," Y9 "1,33,,\nby,a," Y9 "1,3,,\nby,b," Y9 "1,10,,\nby,c," Y9 "1,20,,\n",
	  "by/a=x by/b=n" },
	{ "groups that overlap add up to nothing",
	  "by,," Y9 "1,40,,\nby,a," Y9 "1,3,,\nby,b," Y9 "1,10,,\nby,c," Y9 "1,20,,\n", "by/a=x" },
	{ "who is not in a group",
	  "by,," Y9 "1,20,,\nby,a," Y9 "1,18,,\n", "by/a=n" },
	{ "groups and areas at once",
	  "by,," Y9 "1,140,,\nby,a," Y9 "1,60,,\nby,b," Y9 "1,80,,\n"
	  "ø,," Y9 "1,23,,\nø,a," Y9 "1,3,,\nø,b," Y9 "1,20,,\n"
	  "n,," Y9 "1,57,,\nn,a," Y9 "1,27,,\nn,b," Y9 "1,30,,\n"
	  "v,," Y9 "1,60,,\nv,a," Y9 "1,30,,\nv,b," Y9 "1,30,,\n",
	  "n/a=n n/b=n ø/a=x ø/b=n" },
	{ "more than ten groups",
	  "by,," Y9 "1,200,,\nby,a," Y9 "1,3,,\nby,b," Y9 "1,30,,\nby,c," Y9 "1,20,,\n"
	  "by,d," Y9 "1,10,,\nby,e," Y9 "1,11,,\nby,f," Y9 "1,12,,\nby,g," Y9 "1,13,,\n"
	  "by,h," Y9 "1,14,,\nby,i," Y9 "1,15,,\nby,j," Y9 "1,16,,\nby,k," Y9 "1,17,,\n",
	  "by/a=x by/b=n by/c=n by/d=n by/e=n by/f=n by/g=n by/h=n by/i=n by/j=n by/k=n" },
	{ "half a year and its year",
	  "ø,," H1 "1,3,,\nø,," H2 "1,20,,\nø,," Y9 "1,23,,\n", "ø/=x ø/=n" },
	{ "a year of two quarters and a half",
	  "ø,," Q1 "1,3,,\nø,," Q2 "1,8,,\nø,," H2 "1,20,,\nø,," Y9 "1,31,,\n", "ø/=x ø/=n" },
	{ "a quarter is missing",
	  "ø,," Q1 "1,3,,\nø,," H2 "1,20,,\nø,," Y9 "1,31,,\n", "ø/=x" },
	{ "a half of two quarters, which is a half of a year",
	  "ø,," Q1 "1,3,,\nø,," Q2 "1,8,,\nø,," H1 "1,11,,\nø,," H2 "1,20,,\nø,," Y9 "1,31,,\n",
	  "ø/=x ø/=n" },
	{ "halves that do not add up count something else",
	  "ø,," H1 "1,3,,\nø,," H2 "1,20,,\nø,," Y9 "1,22,,\n", "ø/=x" },
	{ "small by one method, withheld by both",
	  "ø,," Y9 "1,3,,\nø,," Y9 "2,7,,\n", "ø/=x ø/=n" },
	{ "a total by one method, its parts by another",
	  "by,," Y9 "1,50,,\nø,," Y9 "2,3,,\nn,," Y9 "2,27,,\nv,," Y9 "2,20,,\nv,," Y9 "1,20,,\n",
	  "v/=n v/=n ø/=x" },
};

static struct store *
open_case(struct place *p, const char *rows, const char *indicator, const char *more)
{
	struct text_file files[COUNT_OF(frame) + 1];
	struct buf       b;
	struct str       rest = str_from(rows);
	struct store    *s = place_open(p, STORE_CREATE);

	buf_init(&b, 1 << 16);
	BUF_LIT(&b, "since,indicator,area,group,from,to,precision,method,value,missing,qualifier\n");
	while (rest.len > 0) {
		struct str line = str_cut(&rest, '\n');

		buf_putf(&b, "1,%s," STR_FMT "\n", indicator, STR_ARG(line));
	}
	buf_put(&b, str_from(more));
	memcpy(files, frame, sizeof frame);
	files[COUNT_OF(frame)] = (struct text_file){
		"observation.csv", str_dup(&p->arena, buf_str(&b)).at,
	};
	buf_free(&b);
	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
	return s;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The words of a list, sorted. */
static struct str
sorted_words(struct place *p, struct str text)
{
	const char *word[32];
	size_t      n = 0;
	struct buf  b;

	buf_init(&b, 4096);
	while (text.len > 0 && n < COUNT_OF(word))
		word[n++] = str_dup(&p->arena, str_cut(&text, ' ')).at;
	if (n > 0)
		qsort(word, n, sizeof *word, by_text);
	for (size_t i = 0; i < n; i++)
		buf_putf(&b, "%s ", word[i]);
	text = str_dup(&p->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static struct str
withheld_of(struct place *p, struct store *s, const char *indicator)
{
	struct look     l = register_look(p, s, 0);
	struct measured m;
	struct buf      b;
	struct str      text;

	must(observations_load(&p->arena, s, &l.sn,
	    things_find(l.things, NOUN_INDICATOR, str_from(indicator)), &m));
	buf_init(&b, 4096);
	for (size_t i = 0; i < m.len; i++)
		if (m.at[i].withheld)
			buf_putf(&b, STR_FMT "/" STR_FMT "=%c ", STR_ARG(things_key(l.things, m.row[i].area)),
			    STR_ARG(things_key(l.things, m.row[i].group)),
			    m.at[i].withheld == WITHHELD_SMALL ? 'x' : 'n');
	text = sorted_words(p, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
sums(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		void         *beside;
		struct place *p;
		struct store *s;
		struct str    is, wanted;

		assert_int_equal(place_setup(&beside), 0);
		p = beside;
		s = open_case(p, cases[i].rows, "antal", "");
		is = withheld_of(p, s, "antal");
		wanted = sorted_words(p, str_from(cases[i].withheld));
		if (!str_eq(is, wanted))
			fail_msg("%s: " STR_FMT ", not " STR_FMT, cases[i].name, STR_ARG(is),
			    STR_ARG(wanted));
		store_close(s);
		assert_int_equal(place_teardown(&beside), 0);
	}
}

/* What counts no persons is not withheld; a share is withheld as what it counts. */
static void
units(void **state)
{
	static const char shares[] =
		"1,andel,by,," Y9 "1,5.5,,\n1,andel,ø,," Y9 "1,3.3,,\n1,andel,n,," Y9 "1,7.7,,\n"
		"1,andel,v,," Y9 "1,2.2,,\n1,kurser,by,," Y9 "1,50,,\n1,kurser,ø,," Y9 "1,3,,\n"
		"1,kurser,n,," Y9 "1,27,,\n1,kurser,v,," Y9 "1,20,,\n";
	struct place *p = *state;
	struct store *s = open_case(p, cases[0].rows, "antal", shares);

	assert_true(str_eq(withheld_of(p, s, "antal"), STR("v/=n ø/=x ")));
	assert_true(str_eq(withheld_of(p, s, "andel"), STR("v/=n ø/=x ")));
	assert_true(str_eq(withheld_of(p, s, "kurser"), STR("")));
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { DISK_TEST(sums), DISK_TEST(units) };

	return engine_run("complements", tests, COUNT_OF(tests));
}

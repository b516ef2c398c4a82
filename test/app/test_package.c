/* The register as a folder and back: the same bytes, on both engines and between
 * them; and folders that are none. */
#include "register.h"
#include <signal.h>
#include <sys/resource.h>
#include "computed.h"

/* ---- round trips ---- */

static void
same_through(struct place *p, struct store *s, struct str dir)
{
	char          url[256];
	struct store *other = other_engine(p, url, sizeof url), *again;
	struct str    there;

	again = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	assert_non_null(again);
	register_load(p, again, dir);
	folders_equal(p, dir, register_dump(p, again, "igen"));
	store_close(again);
	(void)s;
	if (other == NULL)
		return;
	register_load(p, other, dir);
	there = register_dump(p, other, "dér");
	folders_equal(p, dir, there);
	again = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	register_load(p, again, there);
	folders_equal(p, dir, register_dump(p, again, "hjem"));
	assert_true(store_check(other, &p->diags));
	store_close(again);
	store_close(other);
}

static void
copenhagen(void **state)
{
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct package_count n;
	int64_t              from = computed_us();

	must(package_load(s, EXAMPLE, &p->diags, &n));
	computed_within("loading the example", from, 1000);
	assert_int_equal(n.files, folder_count(EXAMPLE) - 1);
	assert_true(n.rows > 500);
	folders_equal(p, EXAMPLE, register_dump(p, s, "ud"));
	same_through(p, s, EXAMPLE);
	store_close(s);
}

#define AT "2026-11-01T04:00:00Z"

static const struct text_file frame[] = {
	{ "change.csv", "id,at,who,why,nonce\n1," AT ",Åse,\"Rammen, \"\"læst\"\"\r\nigen\",n-1\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,København,city,\n"
	  "ø,1,Ørestad,district,by\nårhus,1,Århus,city,\n" },
	{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
	{ "grp.csv", "id,since,title,definition\nkvinder,1,kvinder,\"\r\nto linjer\r\n\"\n" },
	{ "comparator.csv", "id,since,title\nfire,1,de fire største\n" },
	{ "comparator_member.csv", "id,since,comparator,area\nfire-1,1,fire,by\n" },
	{ "indicator.csv", "id,since,title,measure\nledige,1,Ledige,count\nandel,1,Andel,share\n" },
	{ "translation.csv", "id,since,title,lang,thing,field\n"
	  "t,1,Unemployed,en,indicator:ledige,title\n" },
	{ "observation.csv", "indicator,area,group,from,to,method,value,qualifier,high,sample,effect,"
	  "missing,assumed,preliminary,breaks,since,until\n"
	  "ledige,by,,2008-01-01,2009-01-01,1,1200,,,,,,,,,1,\n"
	  "ledige,comparator:fire,,2008-01-01,2009-01-01,1,,,,,,confidential,,,,1,\n"
	  "andel,by,kvinder,2008-01-01,2009-01-01,1,80.50,range,100.00,,,,1,,,1,\n"
	  "andel,by,,2008-01-01,2008-04-01,2,27,survey,,500,,,,1,,1,\n"
	  "andel,by,,2009-01-01,2009-04-01,2,51.0,survey,,1000,1.40,,,,1,1,\n"
	  "andel,ø,,2008-01-01,2009-01-01,1,65,good,,,,,,,,1,\n" },
};

static const char form[] =
    "Navn på indsats\tSprogmentorer på Nørrebro\n"
    "Økonomi\t\"1,5 mio. kr.\"\n"
    "Målgruppe\tca. 300 ledige\n"
    "Mål\tMindst 60 pct. er i job inden udgangen af 2011\n"
    "Status på indsatsen\tDe første 40 er i gang\r\n  mellemrum til sidst  \n";

/* A register with everything that can happen to one. */
static void
live(struct place *p, struct store *s)
{
	struct imported out, bulk;

	register_load(p, s, package_put(p, "ramme", frame, COUNT_OF(frame)));
	out = register_import(p, s, file_put(place_path(p, "skema æøå.txt"), str_from(form)), false);
	assert_true(out.accepted > 0);
	assert_true(import_text(p, s, "måling.csv",
	    "indicator,area,group,period,value\nledige,,,2008,1201\nledige,,,2009,..\n", &bulk));
	assert_int_equal(bulk.corrections, 1);
	assert_true(import_text(p, s, "flere.csv",
	    "indicator,area,group,period,value\nledige,ø,,2008,77\nledige,,,2008,1202\n", &bulk));
	register_undo(p, s, bulk.change);
	out = register_import(p, s, file_put(place_path(p, "to.txt"),
	    STR("Navn på indsats\tCykelskole\nMål\tMindst 100 deltagere i 2009\n"
	        "Status på indsatsen\t23 er i gang\n")), true);
	assert_true(out.waiting > 0);
	out = register_import(p, s, file_put(place_path(p, "tre.txt"),
	    STR("Navn på indsats\tSvømning\nMål\tMindst 10 deltagere i 2009\n"
	        "Status på indsatsen\t9 er i gang\n")), false);
	register_undo(p, s, out.change);
}

static void
with_everything(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct str    dir;

	live(p, s);
	dir = register_dump(p, s, "ud");
	assert_true(str_find(file_get(p, file_path(p, "ud", "document_line.csv")),
	    STR("Nørrebro"), 0) != SIZE_MAX);
	assert_true(str_find(file_get(p, file_path(p, "ud", "observation.csv")),
	    STR("80.50,range,100.00"), 0) != SIZE_MAX);
	same_through(p, s, dir);
	store_close(s);
}

/* Rows and files in another order are other ids inside, and the same folder. */
static void
other_ids(void **state)
{
	struct place    *p = *state;
	struct store    *s = place_open(p, STORE_CREATE), *t;
	struct text_file turned[COUNT_OF(frame)];

	for (size_t i = 0; i < COUNT_OF(frame); i++) {
		struct str rest = str_from(frame[i].text), header = str_cut(&rest, '\n'), rows;

		turned[i] = frame[i];
		if (str_find(rest, STR("\""), 0) != SIZE_MAX ||
		    str_eq(str_from(frame[i].name), STR("change.csv")))
			continue;
		rows = STR_NONE;
		while (rest.len > 0) {
			struct str line = str_cut(&rest, '\n');

			rows = arena_printf(&p->arena, STR_FMT "\n" STR_FMT, STR_ARG(line),
			    STR_ARG(rows));
		}
		turned[i].text = arena_printf(&p->arena, STR_FMT "\n" STR_FMT, STR_ARG(header),
		    STR_ARG(rows)).at;
	}
	register_load(p, s, package_put(p, "ret", frame, COUNT_OF(frame)));
	t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	register_load(p, t, package_put(p, "vendt", turned, COUNT_OF(turned)));
	folders_equal(p, register_dump(p, s, "a"), register_dump(p, t, "b"));
	store_close(t);
	store_close(s);
}

/* ---- folders that are refused ---- */

struct wrong {
	const char *name, *file, *text, *says;
};

#define IND "id,since,until,title,measure,better,numerator,developing\n"
#define TGT "id,since,title,indicator,grp,kind,value,deadline_from,deadline_to\n"
#define OBS "indicator,area,from,to,value,since,until\n"

static const struct wrong wrongs[] = {
	{ "twice", "indicator.csv", IND "a,1,,A,count,,,\nb,1,,B,count,,,\na,1,,A,count,,,\n",
	  "indicator.csv:4: error: id “a” is there already in line 2" },
	{ "overlap", "indicator.csv", IND "a,1,,A,count,,,\na,2,,B,count,,,\n",
	  "indicator.csv:3: error: id “a” is there already in line 2" },
	{ "overlap turned", "indicator.csv", IND "a,2,,A,count,,,\na,1,,B,count,,,\n",
	  "indicator.csv:2: error: id “a” is there already in line 3" },
	{ "since", "indicator.csv", IND "a,7,,A,count,,,\n",
	  "indicator.csv:2: error: since “7” is not in change.csv" },
	{ "since words", "indicator.csv", IND "a,i går,,A,count,,,\n", "indicator.csv:2: error: since" },
	{ "until", "indicator.csv", IND "a,2,2,A,count,,,\n",
	  "indicator.csv:2: error: until “2” is no later change" },
	{ "code", "indicator.csv", IND "a,1,,A,stykker,,,\n",
	  "indicator.csv:2: error: measure “stykker” is no unit" },
	{ "direction", "indicator.csv", IND "a,1,,A,count,op,,\n", "indicator.csv:2: error: better “op”" },
	{ "flag", "indicator.csv", IND "a,1,,A,count,,,ja\n",
	  "indicator.csv:2: error: developing “ja” is 1, or empty" },
	{ "dangling", "indicator.csv", IND "a,1,,A,count,,ingen,\n",
	  "indicator.csv:2: error: numerator “ingen” refers to nothing" },
	{ "needed", "indicator.csv", IND "a,1,,A,,,,\n", "indicator.csv:2: error: id “a” a column that must" },
	{ "key", "indicator.csv", IND "a b,1,,A,count,,,\n", "indicator.csv:2: error: id “a b” is no key" },
	{ "no key", "indicator.csv", IND ",1,,A,count,,,\n", "indicator.csv:2: error: id “” is no key" },
	{ "width", "indicator.csv", IND "a,1,,A,count\n", "indicator.csv:2: error: has 5 cells, the header has 8" },
	{ "column", "indicator.csv", "id,since,farve\n", "indicator.csv:1: error: “farve” is no column" },
	{ "column twice", "indicator.csv", "id,since,title,id\n",
	  "indicator.csv:1: error: the column “id” is there twice" },
	{ "empty", "indicator.csv", "", "indicator.csv: error: is empty" },
	{ "utf-8", "indicator.csv", IND "a,1,,A,count,,,\nb,1,,\xE6,count,,,\n",
	  "indicator.csv:3: error: is not valid UTF-8" },
	{ "quote", "indicator.csv", IND "a,1,,A\"B,count,,,\n", "indicator.csv:2: error: a quotation mark" },
	{ "open quote", "indicator.csv", IND "b,1,,B,count,,,\na,1,,\"A,count,,,\n",
	  "indicator.csv:3: error: a quotation mark" },
	{ "another kind", "target.csv", TGT "t,1,T,ledige,ledige,level,1,,\n",
	  "target.csv:2: error: grp “ledige” refers to nothing" },
	{ "figure", "target.csv", TGT "t,1,T,ledige,,level,\"1,5\",,\n",
	  "target.csv:2: error: value “1,5” is no figure" },
	{ "date", "target.csv", TGT "t,1,T,ledige,,level,1,,2010-02-30\n",
	  "target.csv:2: error: deadline_to “2010-02-30” is no date" },
	{ "span", "target.csv", TGT "t,1,T,ledige,,level,1,2011-01-01,2011-01-01\n",
	  "target.csv:2: error: id “t” a period ends before" },
	{ "no indicator", "target.csv", TGT "t,1,T,,,level,1,,\n",
	  "target.csv:2: error: id “t” a target that can be checked" },
	{ "no kind", "translation.csv", "id,since,title,lang,thing,field\nt,1,X,en,ledige,title\n",
	  "translation.csv:2: error: thing “ledige” refers to nothing" },
	{ "measured nothing", "observation.csv", OBS "nej,by,2008-01-01,2009-01-01,1,1,\n",
	  "observation.csv:2: error: indicator “nej”: no such indicator" },
	{ "measured nowhere", "observation.csv", OBS "ledige,comparator:by,2008-01-01,2009-01-01,1,1,\n",
	  "observation.csv:2: error: area “comparator:by”: no such area" },
	{ "measured wrong", "observation.csv", OBS "ledige,by,2008-01-01,2009-01-01,\"1,5\",1,\nledige,by,2008-01-01,2009-01-01,to,1,\n",
	  "observation.csv:3: error: value “to”: no figure" },
	{ "measured never", "observation.csv", OBS "ledige,by,2008-01-01,2009-01-01,1,9,\n",
	  "observation.csv:2: error: since “9”: no change of change.csv" },
	{ "measured until", "observation.csv", OBS "ledige,by,2008-01-01,2009-01-01,1,1,9\n",
	  "observation.csv:2: error: until “9”: no later change of change.csv" },
	{ "measured twice", "observation.csv", OBS "ledige,by,2008-01-01,2009-01-01,1,1,\n"
	  "ledige,by,2009-01-01,2010-01-01,1,1,\nledige,by,2008-01-01,2009-01-01,1,2,\n",
	  "observation.csv:4: error: the same measurement stands in line 2 already" },
	{ "measured at once", "observation.csv", OBS "ledige,by,2008-01-01,2009-01-01,1,1,3\n"
	  "ledige,by,2008-01-01,2009-01-01,2,2,\n",
	  "observation.csv:3: error: the same measurement stands in line 2 already" },
	{ "change order", "change.csv", "id,at,who,why\n2," AT ",Å,\n1," AT ",Å,\n",
	  "change.csv:3: error: id “1” does not follow" },
	{ "change id", "change.csv", "id,at,who,why\n0," AT ",Å,\n", "change.csv:2: error: id “0”" },
	{ "time", "change.csv", "id,at,who,why\n1,i går,Å,\n", "change.csv:2: error: at “i går” is no time" },
	{ "no such time", "change.csv", "id,at,who,why\n1,2026-02-30T04:00:00Z,Å,\n",
	  "change.csv:2: error: at" },
	{ "nonce", "change.csv", "id,at,who,why,nonce\n1," AT ",Å,,n\n2," AT ",Å,,n\n",
	  "change.csv:3: error: nonce “n” is there already" },
	{ "undoes", "change.csv", "id,at,who,why,undoes\n1," AT ",Å,,1\n",
	  "change.csv:2: error: undoes “1” is no earlier change" },
	{ "from nothing", "change.csv", "id,at,who,why,document\n1," AT ",Å,,brev\n",
	  "change.csv:2: error: document “brev” is not in document.csv" },
	{ "line", "document_line.csv", "document,line,text\nbrev,1,Kære Åse\n",
	  "document_line.csv:2: error: document and line “brev”" },
	{ "no JSON", "datapackage.json", "{", "datapackage.json: error: is no JSON" },
	{ "no list", "datapackage.json", "[]", "datapackage.json: error: lists no resources" },
	{ "lists nothing", "datapackage.json", "{\"resources\": []}", "datapackage.json: error: lists no" },
	{ "leads out", "datapackage.json", "{\"resources\": [{\"path\": \"../area.csv\"}]}",
	  "datapackage.json: error: a resource has no path in this folder" },
	{ "leads away", "datapackage.json", "{\"resources\": [{\"path\": \"/etc/passwd\"}]}",
	  "datapackage.json: error: a resource has no path in this folder" },
	{ "not there", "datapackage.json", "{\"resources\": [{\"path\": \"fattes.csv\"}]}",
	  "fattes.csv: error: is listed in datapackage.json and not there" },
};

static const struct text_file small[] = {
	{ "change.csv", "id,at,who,why\n1," AT ",Åse,Rammen\n2," AT ",Åse,Mere\n3," AT ",Åse,Mest\n" },
	{ "area.csv", "id,since,title,level\nby,1,København,city\n" },
	{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
	{ "indicator.csv", IND "ledige,1,,Ledige,count,,,\n" },
};

static void
nothing_in_it(struct place *p, struct store *s)
{
	assert_int_equal(ask_number(p, s, STMT_CHANGE_LAST), 0);
	assert_int_equal(ask_number(p, s, STMT_THING_LAST), 0);
	must(store_query(s, STMT_OBSERVATION_EVERY, NULL, 0));
	assert_false(store_next(s, STMT_OBSERVATION_EVERY));
}

static void
wrong_packages(void **state)
{
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct package_count n;

	for (size_t i = 0; i < COUNT_OF(wrongs); i++) {
		char       name[16];
		struct str dir;

		snprintf(name, sizeof name, "forkert%zu", i);
		dir = package_put(p, name, small, COUNT_OF(small));
		file_put(file_path(p, name, wrongs[i].file), str_from(wrongs[i].text));
		place_quiet(p);
		if (package_load(s, dir, &p->diags, &n))
			fail_msg("%s: was loaded", wrongs[i].name);
		if (strstr(place_says(p), wrongs[i].says) == NULL)
			fail_msg("%s: expected \"%s\" in: %s", wrongs[i].name, wrongs[i].says,
			    place_says(p));
		nothing_in_it(p, s);
	}
	place_quiet(p);
	assert_false(package_load(s, place_path(p, "ingenting"), &p->diags, &n));
	assert_says(p, "there is no such folder");
	assert_false(package_load(s, str_from(p->dir), &p->diags, &n));
	assert_says(p, "is no data package");
	assert_false(package_load(s, file_path(p, "forkert0", "area.csv"), &p->diags, &n));
	/* What went wrong before does not matter to a folder that is right. */
	register_load(p, s, package_put(p, "ret", small, COUNT_OF(small)));
	place_quiet(p);
	assert_false(package_load(s, place_path(p, "ret"), &p->diags, &n));
	assert_says(p, "the register has content already");
	store_close(s);
}

/* ---- where it is written ---- */

static void
other_folders(void **state)
{
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct str           dir = place_path(p, "andres"), mine;
	struct package_count n;

	register_load(p, s, package_put(p, "ramme", frame, COUNT_OF(frame)));
	mkdir(dir.at, 0777);
	mine = file_put(file_path(p, "andres", "brev.txt"), STR("kære Åse"));
	assert_false(package_dump(s, dir, &p->diags, &n));
	assert_says(p, "andres: error: holds other files and is no data package");
	assert_int_equal(folder_count(dir), 1);
	/* Over an older package, what is not of it stays. */
	package_put(p, "andres", small, COUNT_OF(small));
	register_dump(p, s, "andres");
	assert_true(str_eq(file_get(p, mine), STR("kære Åse")));
	assert_true(str_find(file_get(p, file_path(p, "andres", "area.csv")), STR("Ørestad"), 0)
	    != SIZE_MAX);
	folders_equal(p, register_dump(p, s, "ny"), register_dump(p, s, "ny"));
	store_close(s);
}

/* The disk is full half-way; a limit of file size stands for it. */
static void
half_way(void **state)
{
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct rlimit        none, tight;
	struct package_count n;
	struct str           dir;
	bool                 ok;

	register_load(p, s, EXAMPLE);
	dir = package_put(p, "ud", small, COUNT_OF(small));
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &none), 0);
	tight = none;
	tight.rlim_cur = 20000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	ok = package_dump(s, dir, &p->diags, &n);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	assert_false(ok);
	assert_says(p, "cannot be written");
	assert_int_equal(folder_count(dir), COUNT_OF(small) + 1);
	for (size_t i = 0; i < COUNT_OF(small); i++)
		assert_true(str_eq(file_get(p, file_path(p, "ud", small[i].name)),
		    str_from(small[i].text)));
	dir = place_path(p, "slet-ikke");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	ok = package_dump(s, dir, &p->diags, &n);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &none), 0);
	assert_false(ok);
	assert_int_not_equal(access(dir.at, F_OK), 0);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(copenhagen), ENGINE_TEST(with_everything), ENGINE_TEST(other_ids),
		ENGINE_TEST(wrong_packages), ENGINE_TEST(other_folders),
		ENGINE_TEST_ON(half_way, ON_MEMORY | ON_POSTGRES),
	};

	return engine_run("package", tests, COUNT_OF(tests));
}

/* Answers to what the audit found: given, changed, taken back, and shown beside it. */
#include "staff.h"
#include "app/answering.h"
#include "app/inbox_view.h"
#include "app/publish.h"

static const char own[] =
    "Notat om færger, 12. marts 2012\n"
    "\n"
    "Andelen af øboere steg 28 % (fra 9.109 til 12.668).\n";

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse,Rammen,\n"
	  "2,2026-11-02T04:00:00Z,Åse,Øst,østnotat\n" },
	{ "document.csv", "id,since,title,file,sha256,format\nøstnotat,2,Notat fra øst,øst.txt,0a,text\n" },
	{ "area.csv", "id,since,title,level\nby,1,Rødby,city\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n"
	  "kaj,1,Kajforvaltningen,KF,administration,hav\nøst,1,Østudvalget,ØU,committee,\n" },
	{ "policy.csv", "id,since,title,starts,ends,status\npol,1,Færgepolitik,2010-01-01,2015-01-01,2012-04-30\n" },
	{ "theme.csv", "id,since,title,policy,rank\nth,1,Søfart,pol,1\n" },
	{ "objective.csv", "id,since,title,theme,unit,rank,line,col\nkajmål,1,Flere øboere,th,kaj,1,,\n"
	  "østmål,2,Flere i øst,th,øst,2,3,1\n" },
	{ "target.csv", "id,since,title,objective,kind,line,col,quote\n"
	  "ubestemt,1,Flere skal bo på Ærø,kajmål,undefined,,,\n"
	  "østubestemt,2,Flere i øst,østmål,undefined,3,1,Flere i øst\n" },
};

struct world {
	struct site   site;
	struct store *db;
	struct person bo, åse;          /* an editor of all, a contributor of the harbour's */
};

static struct world
open_world(struct place *p)
{
	struct world w = { .db = place_open(p, STORE_CREATE) };
	int64_t      hav;

	register_load(p, w.db, package_put(p, "ramme", files, COUNT_OF(files)));
	w.site = site_open(p);
	hav = things_find(things_load(&p->arena, w.db), NOUN_UNIT, STR("hav"));
	w.bo = staff_person(&w.site, w.db, "bo", "Bo Ærø", "editor", 0);
	w.åse = staff_person(&w.site, w.db, "åse", "Åse Ø", "contributor", hav);
	return w;
}

static void
close_world(struct world *w)
{
	site_close(&w->site);
	store_close(w->db);
}

#define OWN   "/da/work/findings/target%3Aubestemt"
#define OTHER "/da/work/findings/%c3%b8stnotat"

static struct answering_view
view_of(struct world *w, const char *file)
{
	struct arena         *a = &w->site.p->arena;
	struct answering_view m;
	const struct edition *ed;

	w->site.viewer.asked_at = 0;
	ed = viewer_edition(&w->site.viewer, a, (struct judge_when){ .today = clock_today() });
	assert_non_null(ed);
	assert_true(answering_view(a, ed, str_from(file), &m));
	assert_true(m.len > 0);
	return m;
}

/* The form of the first finding of `file`; `was`: the change of the answer that was seen. */
static const char *
form(struct world *w, const char *file, const char *does, const char *words, int64_t was)
{
	struct answering_view m = view_of(w, file);
	const struct finding *f = m.at[0].finding;

	return arena_printf(&w->site.p->arena, "do=%s&code=" STR_FMT "&line=%u&digest=" STR_FMT
	    "&was=%lld&" STR_FMT "=%s", does, STR_ARG(audit_code(f->code)), (unsigned)f->line,
	    STR_ARG(m.at[0].digest), (long long)was, STR_ARG(m.at[0].field), words).at;
}

static int64_t
since(struct world *w, const char *file)
{
	const struct answer *m = view_of(w, file).at[0].finding->answer;

	return m != NULL ? m->since : 0;
}

static void
an_answer_stands_beside_the_finding(void **state)
{
	struct world   w = open_world(*state);
	struct trail_rows rows;
	int64_t        first;

	assert_int_equal(staff_ask(&w.site, &w.åse, "/da/work/findings"), 200);
	site_says(&w.site, "Flere skal bo på Ærø");
	site_says_not(&w.site, "Notat fra øst");                /* another unit's */
	assert_int_equal(staff_ask(&w.site, &w.åse, OWN), 200);
	site_says(&w.site, "Det er kendt, fordi");
	assert_int_equal(staff_post(&w.site, &w.åse, OWN, form(&w, "target:ubestemt", "answer",
	    "R%c3%a5det+tager+stilling+i+maj.", 0)), 303);
	first = since(&w, "target:ubestemt");
	assert_true(first > 0);
	assert_int_equal(site_ask(&w.site, "/da/findings", ""), 200);
	site_says(&w.site, "Svar fra Åse Ø");
	site_says(&w.site, "Rådet tager stilling i maj.");
	assert_int_equal(site_ask(&w.site, "/api/v1/findings", ""), 200);
	site_says(&w.site, "\"words\": \"Rådet tager stilling i maj.\"");
	assert_true(trail_read(&w.site.p->arena, w.db, w.åse.account, 0, 1, &rows));
	assert_true(str_eq(rows.at[0].act, STR("finding.answer")));
	assert_true(str_eq(rows.at[0].thing, STR("target:ubestemt")));
	assert_true(str_eq(rows.at[0].after, STR("Rådet tager stilling i maj.")));
	/* Who saw none, or an older one, overwrites nothing. */
	assert_int_equal(staff_post(&w.site, &w.bo, OWN, form(&w, "target:ubestemt", "answer", "Nej", 0)), 409);
	site_says(&w.site, "En anden har svaret");
	assert_int_equal(staff_post(&w.site, &w.bo, OWN, form(&w, "target:ubestemt", "answer",
	    "Det+er+rettet+p%c3%a5+%c3%86r%c3%b8.", first)), 303);
	assert_int_equal(site_ask(&w.site, "/da/findings", ""), 200);
	site_says(&w.site, "Svar fra Bo Ærø");
	site_says_not(&w.site, "Rådet tager stilling");
	assert_int_equal(staff_post(&w.site, &w.bo, OWN, form(&w, "target:ubestemt", "withdraw", "",
	    since(&w, "target:ubestemt"))), 303);
	assert_int_equal(site_ask(&w.site, "/da/findings", ""), 200);
	site_says_not(&w.site, "Svar fra");
	assert_int_equal(staff_post(&w.site, &w.bo, OWN, form(&w, "target:ubestemt", "withdraw", "", 0)), 409);
	close_world(&w);
}

static void
bad_answers_are_told(void **state)
{
	struct world  w = open_world(*state);
	struct arena *a = &w.site.p->arena;
	char         *long_words = ARENA_ARRAY(a, char, 1002);

	memset(long_words, 'x', 1001);
	assert_int_equal(staff_post(&w.site, &w.åse, OWN, form(&w, "target:ubestemt", "answer", "", 0)), 422);
	site_says(&w.site, "Feltet skal udfyldes.");
	assert_int_equal(staff_post(&w.site, &w.åse, OWN, form(&w, "target:ubestemt", "answer", long_words, 0)), 422);
	site_says(&w.site, "Skriv højst 1000 tegn.");
	assert_int_equal(staff_post(&w.site, &w.åse, OWN, form(&w, "target:ubestemt", "answer", "%c3%28", 0)), 422);
	assert_int_equal(staff_post(&w.site, &w.åse, OWN, form(&w, "target:ubestemt", "answer", "%e2%80%aeø", 0)), 422);
	assert_int_equal(staff_post(&w.site, &w.åse, OWN, form(&w, "target:ubestemt", "answer",
	    "%3Cscript%3E", -1)), 422);
	assert_true(str_find(buf_str(&w.site.reply.body), STR("&lt;script&gt;"), 0) != SIZE_MAX);
	assert_int_equal(staff_post(&w.site, &w.åse, OWN, "do=answer"), 409);
	assert_int_equal(staff_post(&w.site, &w.åse, OWN, "do=answer&code=sum&line=7&digest=x&was=0"), 409);
	site_says(&w.site, "Kontrollen finder ikke længere dette.");
	assert_int_equal(staff_ask(&w.site, &w.åse, OTHER), 403);
	assert_int_equal(staff_post(&w.site, &w.åse, OTHER, form(&w, "østnotat", "answer", "Nej", 0)), 403);
	assert_int_equal(staff_ask(&w.site, &w.åse, "/da/work/findings/nej"), 404);
	assert_int_equal(staff_post(&w.site, &w.bo, OTHER, form(&w, "østnotat", "answer", "Ja", 0)), 303);
	assert_int_equal(since(&w, "target:ubestemt"), 0);
	close_world(&w);
}

/* The same words on the same line, read anew: the answer is still there. */
static void
an_answer_outlives_the_audit(void **state)
{
	struct place     *p = *state;
	struct world      w = open_world(p);
	struct import_how how = { .publish = true, .review = true,
	                          .act = { .at = STR("2026-11-23T04:00:00Z"), .who = STR("Bo") } };
	struct imported   got;
	struct diags      d = diags_new(&p->arena);
	struct str        path = file_put(arena_printf(&p->arena, "%s/notat.txt", p->dir), str_from(own));

	assert_true(import_file(&p->arena, w.db, path, &how, &d, &got));
	assert_int_equal(staff_post(&w.site, &w.bo, "/da/work/findings/notat-om-faerger-12-marts-2012",
	    form(&w, "notat-om-faerger-12-marts-2012", "answer", "Tallet+er+fra+%c3%85rhus.", 0)), 303);
	viewer_close(&w.site.viewer);
	assert_int_equal(site_ask(&w.site, "/da/document/notat-om-faerger-12-marts-2012", ""), 200);
	site_says(&w.site, "Svar fra Bo Ærø");
	site_says(&w.site, "Tallet er fra Århus.");
	site_says(&w.site, "er regnet forkert");                /* a finding all the same */
	close_world(&w);
}

/* A package brings answers as it brings everything: e3b0... is of no words at all. */
static void
an_answer_comes_with_a_package(void **state)
{
	static const struct text_file with[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse Ærø,Rammen\n" },
		{ "unit.csv", "id,since,title\nkaj,1,Kajforvaltningen\n" },
		{ "theme.csv", "id,since,title\nth,1,Søfart\n" },
		{ "objective.csv", "id,since,title,theme,unit\nmål,1,Flere øboere,th,kaj\n" },
		{ "target.csv", "id,since,title,objective,kind\nubestemt,1,Flere på Ærø,mål,undefined\n" },
		{ "answer.csv", "id,since,title,about,code,found_line,digest,stated\n"
		  "svar,1,Rådet ved det,target:ubestemt,missing,0,e3b0c44298fc1c14,2012-05-01\n"
		  "andet,1,Om noget andet,target:ubestemt,unmeasurable,7,e3b0c44298fc1c14,2012-05-01\n" },
	};
	struct place *p = *state;
	struct store *db = place_open(p, STORE_CREATE);
	struct site   s;

	register_load(p, db, package_put(p, "svar", with, COUNT_OF(with)));
	s = site_open(p);
	assert_int_equal(site_ask(&s, "/da/findings", ""), 200);
	site_says(&s, "Flere på Ærø");
	site_says(&s, "Svar fra Åse Ærø");
	site_says(&s, "1. maj 2012");
	site_says_not(&s, "Om noget andet");
	site_close(&s);
	store_close(db);
}

static void
errors_and_papers_are_tasks(void **state)
{
	struct place         *p = *state;
	struct world          w = open_world(p);
	struct arena         *a = &p->arena;
	struct actor          who = { .grants = 1, .grant = { { .role = ROLE_EDITOR } } };
	struct actor          reader = { .grants = 1, .grant = { { .role = ROLE_READER } } };
	struct import_how     how = { .publish = true, .review = true,
	                              .act = { .at = STR("2026-11-23T04:00:00Z"), .who = STR("Bo") } };
	struct imported       got;
	struct diags          d = diags_new(a);
	struct tasks          t = { 0 }, none = { 0 };
	const struct edition *ed;

	assert_true(import_file(a, w.db, file_put(arena_printf(a, "%s/notat.txt", p->dir),
	    str_from(own)), &how, &d, &got));
	ed = viewer_edition(&w.site.viewer, a, (struct judge_when){ .today = clock_today() });
	assert_true(findings_tasks(a, w.db, ed, &who, &t) && inbox_tasks(a, w.db, ed, &who, &t));
	assert_int_equal(t.len, 2);
	assert_int_equal(t.at[0].kind, TASK_FINDING);
	assert_true(str_eq(t.at[0].path, STR("work/findings/notat-om-faerger-12-marts-2012")));
	assert_int_equal(t.at[1].kind, TASK_PROPOSAL);
	assert_true(str_eq(t.at[1].path, STR("work/inbox/notat-om-faerger-12-marts-2012")));
	assert_true(findings_tasks(a, w.db, ed, &reader, &none) && inbox_tasks(a, w.db, ed, &reader, &none));
	assert_int_equal(none.len, 0);
	assert_int_equal(staff_ask(&w.site, &w.bo, "/da/work"), 200);
	assert_true(str_find(buf_str(&w.site.reply.body),
	    STR("/da/work/findings/notat-om-faerger-12-marts-2012\""), 0) != SIZE_MAX);
	assert_true(str_find(buf_str(&w.site.reply.body),
	    STR("/da/work/inbox/notat-om-faerger-12-marts-2012\""), 0) != SIZE_MAX);
	close_world(&w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(an_answer_stands_beside_the_finding),
		DISK_TEST(bad_answers_are_told),
		DISK_TEST(an_answer_outlives_the_audit),
		DISK_TEST(an_answer_comes_with_a_package),
		DISK_TEST(errors_and_papers_are_tasks),
	};

	return engine_run("answers", tests, COUNT_OF(tests));
}

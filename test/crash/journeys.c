#include "crash.h"
#include "app/import.h"
#include "app/package.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int
crash_post(struct crash_site *s, struct str target, struct str nonce, struct str fields)
{
	struct answering    with = { .viewer = &s->viewer, .door = &s->door, .beside = true };
	struct arena       *a = &s->arena;
	struct http_reply   re = { 0 };
	struct answered     what;
	struct http_request rq = { .method = STR("POST"), .target = target, .version = STR("HTTP/1.1"),
	                           .read = true };

	rq.body = arena_printf(a, "token=" STR_FMT "&nonce=" STR_FMT "&" STR_FMT,
	    STR_ARG(session_form_token(a, s->token)), STR_ARG(nonce), STR_ARG(fields));
	rq.header[rq.headers++] = (struct http_header){ STR("Host"), STR("127.0.0.1") };
	rq.header[rq.headers++] = (struct http_header){ STR("Origin"), STR("http://127.0.0.1") };
	rq.header[rq.headers++] = (struct http_header){ STR("Cookie"),
	    arena_printf(a, STAFF_COOKIE "=" STR_FMT, STR_ARG(s->token)) };
	rq.header[rq.headers++] = (struct http_header){ STR("Content-Type"),
	    STR("application/x-www-form-urlencoded") };
	rq.header[rq.headers++] = (struct http_header){ STR("Content-Length"),
	    arena_printf(a, "%zu", rq.body.len) };
	rq.head = rq.method.len + 1 + rq.target.len + 1 + rq.version.len + 4;
	for (size_t i = 0; i < rq.headers; i++)
		rq.head += rq.header[i].name.len + 2 + rq.header[i].value.len + 2;
	buf_init(&re.body, HTTPD_REPLY_MAX);
	(void)answer_make(&with, &rq, a, &re, &what);
	buf_free(&re.body);
	return re.status;
}

/* ---- a deed on the register, as every form makes it ---- */

static bool
save_deed(struct crash_site *s, int i, struct str nonce)
{
	struct actor who = { .account = s->account, .title = STR("Åse Sørensen") };
	struct diags problems = diags_new(&s->arena);
	struct deed  d = { .a = &s->arena, .who = &who, .at = STR("2026-11-23T04:00:00Z"), .now = 1795000000,
	                   .nonce = nonce, .why = arena_printf(&s->arena, "Nr. %d på Ærø", i) };
	int64_t      change;

	if (s->door.store == NULL)
		s->door.store = store_open(s->door.db, STORE_WRITE, &problems);
	d.s = s->door.store;
	if (d.s == NULL)
		return false;
	switch (deed_begin(&d)) {
	case DEED_OPEN:
		break;
	case DEED_DONE:
		return true;
	case DEED_FAULTY:
	case DEED_DENIED:
	case DEED_MISSING:
	case DEED_STALE:
	case DEED_LOCKED:
	case DEED_FAILED:
		return false;
	}
	return deed_change(&d, d.why, 0, &change) && deed_trail(&d, ACT_READ, STR("crash"), STR(""), STR("")) &&
	    deed_commit(&d, STR("/da/work")) == DEED_DONE;
}

/* In the register and in the trail, or in neither. */
static int64_t
times_deed(struct crash_site *s, struct store *db, int i)
{
	struct str        why = arena_printf(&s->arena, "Nr. %d på Ærø", i);
	struct trail_rows rows;
	int64_t           changes = 0, told = 0;

	if (!store_query(db, STMT_CHANGE_ALL, NULL, 0))
		return -1;
	while (store_next(db, STMT_CHANGE_ALL))
		changes += str_eq(store_text(db, STMT_CHANGE_ALL, 3), why);
	if (!trail_read(&s->arena, db, 0, 0, 100, &rows))
		return -1;
	for (size_t k = 0; k < rows.len; k++)
		told += str_eq(rows.at[k].why, why);
	return changes == told ? changes : 100;
}

/* ---- what is sent from the pages of the staff ---- */

static bool
put(struct arena *a, const char *dir, const char *name, const char *text)
{
	FILE *f = fopen(arena_printf(a, "%s/%s", dir, name).at, "wb");
	bool  ok = f != NULL && fputs(text, f) >= 0;

	return f != NULL && fclose(f) == 0 && ok;
}

/* A city with one initiative. */
static bool
load_city(struct crash_site *s, struct store *db)
{
	static const char *const files[][2] = {
		{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n" },
		{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\n" },
		{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
		{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n" },
		{ "policy.csv", "id,since,title,starts,ends,status\n"
		  "pol,1,Færgepolitik,2010-01-01,2015-01-01,2012-04-30\n" },
		{ "initiative.csv", "id,since,title,policy,unit\nfærge,1,Færge til Ærø,pol,hav\n" },
	};
	const char          *tmp = getenv("TMPDIR");
	struct str           dir = arena_printf(&s->arena, "%s/pejl-crash-XXXXXX", tmp != NULL ? tmp : "/tmp");
	struct buf           json;
	struct diags         d = diags_new(&s->arena);
	struct package_count n;
	bool                 ok = mkdtemp((char *)(uintptr_t)dir.at) != NULL;

	buf_init(&json, 1 << 16);
	BUF_LIT(&json, "{\"profile\": \"tabular-data-package\", \"resources\": [");
	for (size_t i = 0; i < COUNT_OF(files) && ok; i++) {
		ok = put(&s->arena, dir.at, files[i][0], files[i][1]);
		buf_putf(&json, "%s{\"name\": \"f%zu\", \"path\": \"%s\"}", i > 0 ? ", " : "", i, files[i][0]);
	}
	BUF_LIT(&json, "]}");
	buf_char(&json, '\0');
	ok = ok && put(&s->arena, dir.at, "datapackage.json", json.at) && package_load(db, dir, &d, &n);
	for (size_t i = 0; i < COUNT_OF(files); i++)
		(void)unlink(arena_printf(&s->arena, "%s/%s", dir.at, files[i][0]).at);
	(void)unlink(arena_printf(&s->arena, "%s/datapackage.json", dir.at).at);
	(void)rmdir(dir.at);
	buf_free(&json);
	return ok;
}

static bool
sent(struct crash_site *s, const char *target, struct str nonce, struct str fields)
{
	return crash_post(s, str_from(target), nonce, fields) == 303;
}

/* How often the trail tells of an act. */
static int64_t
told(struct crash_site *s, struct store *db, enum act_id act)
{
	struct trail_rows rows;
	int64_t           n = 0;

	if (!trail_read(&s->arena, db, 0, 0, 200, &rows))
		return -1;
	for (size_t i = 0; i < rows.len; i++)
		n += str_eq(rows.at[i].act, act_info[act].code);
	return n;
}

/* A form that is begun and, when `fields` are given, filled in. */
static bool
begin(struct crash_site *s, struct store *db, const char *fields)
{
	struct crash_site t = { .viewer = s->viewer, .door = s->door, .token = s->token };
	bool              ok = load_city(s, db);

	ok = ok && sent(&t, "/da/work/forms", STR("ffffffffffffffffffffffffffffffff"),
	    STR("initiative=f%C3%A6rge&period=2011"));
	if (fields != NULL)
		ok = ok && sent(&t, "/da/work/form/1", STR("fffffffffffffffffffffffffffffffe"),
		    str_from(fields));
	viewer_close(&t.viewer);
	staff_door_close(&t.door);
	arena_free(&t.arena);
	return ok;
}

static bool
open_form(struct crash_site *s, struct store *db)
{
	return begin(s, db, NULL);
}

static bool
fill_form(struct crash_site *s, struct store *db)
{
	return begin(s, db, "version=1&name=F%C3%A6rge&status=Den+sejler&expected=yes&challenges=Ingen");
}

static bool
save_form(struct crash_site *s, int i, struct str nonce)
{
	return sent(s, "/da/work/form/1", nonce, arena_printf(&s->arena,
	    "version=%d&status=Nr.+%d+p%%C3%%A5+%%C3%%86r%%C3%%B8", i + 1, i));
}

/* Version i + 2 is there, and the trail tells of as many saves as there are versions. */
static int64_t
times_form(struct crash_site *s, struct store *db, int i)
{
	struct param p[] = { P_INT(1), P_INT(INT64_MAX), P_INT(1000) };
	int64_t      there = 0, versions = 0;

	if (!store_query(db, STMT_FORM_VERSION_OF, p, COUNT_OF(p)))
		return -1;
	while (store_next(db, STMT_FORM_VERSION_OF)) {
		versions++;
		there += store_int(db, STMT_FORM_VERSION_OF, 0) == i + 2;
	}
	return told(s, db, ACT_FORM_SAVE) == versions - 1 ? there : 100;
}

static bool
save_step(struct crash_site *s, int i, struct str nonce)
{
	return sent(s, "/da/work/form/1/step", nonce, arena_printf(&s->arena, "version=2&step=%s",
	    i % 2 == 0 ? "submit" : "withdraw"));
}

static int64_t
times_step(struct crash_site *s, struct store *db, int i)
{
	struct param p[] = { P_INT(1) };
	int64_t      steps = 0, all = told(s, db, ACT_FORM_SUBMIT) + told(s, db, ACT_FORM_WITHDRAW);

	if (!store_query(db, STMT_FORM_STEP_OF, p, COUNT_OF(p)))
		return -1;
	while (store_next(db, STMT_FORM_STEP_OF))
		steps += str_eq(store_text(db, STMT_FORM_STEP_OF, 3), STR("submit")) ||
		    str_eq(store_text(db, STMT_FORM_STEP_OF, 3), STR("withdraw"));
	return all == steps ? steps > i : 100;
}

static struct str
group_title(struct crash_site *s, int i)
{
	return arena_printf(&s->arena, "Gruppe %d på Ærø", i);
}

static bool
save_thing(struct crash_site *s, int i, struct str nonce)
{
	return sent(s, "/da/work/register/groups/new", nonce, arena_printf(&s->arena,
	    "title=Gruppe+%d+p%%C3%%A5+%%C3%%86r%%C3%%B8", i));
}

static int64_t
times_thing(struct crash_site *s, struct store *db, int i)
{
	struct noun_row row;
	struct str      title = group_title(s, i);
	int64_t         n = 0, all = 0;

	if (!store_nouns(db, NOUN_GROUP, NOUN_KNOWN, INT64_MAX - 1))
		return -1;
	while (store_noun_next(db, NOUN_GROUP, NOUN_KNOWN, &row)) {
		all++;
		n += str_eq(row.text[GROUP_title], title);
	}
	return told(s, db, ACT_MADE) == all ? n : 100;
}

/* ---- a paper's proposals are accepted, all that wait, and taken back as a whole ---- */

#define PAPER_FORMS  4
#define PAPER_CHANGE 2                  /* of the register, which took the paper in */

/* A paper with status forms, whose proposals wait. */
static bool
take_paper(struct crash_site *s, struct store *db)
{
	const char       *tmp = getenv("TMPDIR");
	struct str        dir = arena_printf(&s->arena, "%s/pejl-crash-XXXXXX", tmp != NULL ? tmp : "/tmp");
	struct str        text = STR("Statusnotat, 12. marts 2012\n");
	struct import_how how = { .review = true, .act = { STR("2026-11-23T04:00:00Z"),
	                          STR("Åse Sørensen"), STR_NONE, STR_NONE } };
	struct diags      d = diags_new(&s->arena);
	struct imported   got;
	bool              ok = load_city(s, db) && mkdtemp((char *)(uintptr_t)dir.at) != NULL;
	struct str        path = arena_printf(&s->arena, STR_FMT "/notat.txt", STR_ARG(dir));

	for (int i = 1; i <= PAPER_FORMS; i++)
		text = arena_printf(&s->arena, STR_FMT "\nNavn på indsats\tFærge nr. %d til Ærø\n"
		    "Økonomi\t%d00.000 kr. i 2011\nMålgruppe\tCa. 1.300 øboere\n"
		    "Aktivitet\tFlere afgange om aftenen\nMål\tMindst 80 pct. af øboerne er tilfredse i 2012\n"
		    "Status på indsatsen\t64 pct. af øboerne er tilfredse\n", STR_ARG(text), i, i);
	ok = ok && put(&s->arena, dir.at, "notat.txt", text.at) &&
	    import_file(&s->arena, db, path, &how, &d, &got) && got.change == PAPER_CHANGE;
	(void)unlink(path.at);
	(void)rmdir(dir.at);
	return ok;
}

static bool
save_paper(struct crash_site *s, int i, struct str nonce)
{
	struct str ask = i % 2 == 0 ? STR("do=accept_kind&kind=status_form")
	    : arena_printf(&s->arena, "do=undo&change=%d", PAPER_CHANGE + i);

	return sent(s, "/da/work/inbox/statusnotat-12-marts-2012", nonce, ask);
}

/* After each acceptance all the paper's initiatives are there, with what they do, and after
 * each undo none; the trail tells as much. */
static int64_t
times_paper(struct crash_site *s, struct store *db, int i)
{
	static const enum noun nouns[] = { NOUN_INITIATIVE, NOUN_ACTIVITY, NOUN_STATUS_REPORT };
	int64_t                acts = told(s, db, ACT_PAPER_ACCEPT) + told(s, db, ACT_PAPER_UNDO);

	for (size_t k = 0; k < COUNT_OF(nouns); k++) {
		int64_t         n = nouns[k] == NOUN_INITIATIVE ? -1 : 0;       /* there was one */
		struct noun_row row;

		if (!store_nouns(db, nouns[k], NOUN_KNOWN, INT64_MAX - 1))
			return -1;
		while (store_noun_next(db, nouns[k], NOUN_KNOWN, &row))
			n++;
		if (n != (acts % 2 == 0 ? 0 : PAPER_FORMS))
			return 100;
	}
	return acts > i;
}

const struct journey journeys[] = {
	{ "a change of the register", NULL, save_deed, times_deed },
	{ "a status form is saved", open_form, save_form, times_form },
	{ "a status form is submitted and withdrawn", fill_form, save_step, times_step },
	{ "a thing of the register is made", load_city, save_thing, times_thing },
	{ "a paper's proposals are accepted and taken back", take_paper, save_paper, times_paper },
	{ NULL, NULL, NULL, NULL },
};

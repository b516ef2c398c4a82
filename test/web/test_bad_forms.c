/* Bad input in every form there is: each field of each POST route empty, too long, of the
 * wrong type, no UTF-8, turned letters, a script, a formula; without the token, from another
 * site, a version that is gone, a form sent twice. Never a fault of ours, never a write, the
 * message at the field, what was sent kept and escaped. A route that is not in the table
 * fails. */
#include "edit.h"
#include "app/factor.h"
#include "app/outbox.h"
#include "cheap_passwords.h"
#include "web/handlers.h"

static const struct text_file files[] = {
	{ "change.csv", "id,at,who,why,document\n1,2026-11-01T04:00:00Z,Åse Sørensen,Rammen,\n"
	  "2,2026-11-02T04:00:00Z,Åse Sørensen,Havnen,havnotat\n" },
	{ "document.csv", "id,since,title,file,sha256,format\nhavnotat,2,Notat fra havnen,hav.txt,0a,text\n" },
	{ "proposal.csv", "id,since,title,document,kind,state,line,col\n"
	  "havforslag,2,Øboere,havnotat,claim,waiting,1,1\n" },
	{ "area.csv", "id,since,title,level,parent\nby,1,Rødby,city,\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level,parent\nhav,1,Havneudvalget,HU,committee,\n" },
	{ "grp.csv", "id,since,title\nmænd,1,mænd\n" },
	{ "policy.csv", "id,since,title,starts,ends\npol,1,Færgepolitik,2010-01-01,2030-01-01\n" },
	{ "theme.csv", "id,since,title,policy,rank\nth,1,Søfart,pol,1\n" },
	{ "objective.csv", "id,since,title,theme,unit,rank\nmål,1,Flere øboere,th,hav,1\n" },
	{ "indicator.csv", "id,since,title,measure,better,unit\ntal,1,Øboere,count,rise,hav\n" },
	{ "method.csv", "id,since,title,indicator,version\nm1,1,Talt på kajen,tal,1\n" },
	{ "duty.csv", "id,since,title,unit,policy,kind,frequency,starts,ends\n"
	  "årsrapport,1,Årsrapport,hav,pol,report,year,2011-01-01,2013-01-01\n" },
	{ "initiative.csv", "id,since,title,policy,unit,followup\n"
	  "færge,2,Færge til Ærø,pol,hav,Der følges op i maj 2011.\n" },
	{ "source.csv", "id,since,title,kind,address,tbl,selection,indicator\n"
	  "havkilde,1,Øboere,statbank,https://api.statbank.dk/v1,FOLK1C,Tid=*,tal\n" },
	{ "prognosis.csv", "id,since,indicator,period_from,period_to,value,stated\n"
	  "spå,1,tal,2012-01-01,2013-01-01,12,2010-11-01\n" },
};

/* T: any letters. V: something that must be understood (a figure, a day, a key, a code).
 * S: a secret or a word for machines: refused or passed over. A word behind '!' has its
 * fault elsewhere than at the field. */
static const struct bad_form {
	const char *route, *at, *base, *fields;
	bool        anonymous;
} forms[] = {
	{ "/:lang/login", "/da/login", "name=b%C3%B8rge&password=x", "name:T password:S code:S next:S", true },
	{ "/:lang/login/factor", "/da/login/factor", "code=123456", "code:S", true },
	{ "/:lang/password/:id", "/da/password/findes-ikke", "password=x&again=x", "password:S again:S code:S", true },
	{ "/:lang/objective/:id/subscribe", "/da/objective/m%C3%A5l/subscribe", "mail=bo%40aeroe.dk", "mail:V", true },
	{ "/:lang/subscribe/:id", "/da/subscribe/findes-ikke", "", "x:S", true },
	{ "/:lang/unsubscribe/:id", "/da/unsubscribe/findes-ikke", "", "x:S", true },
	{ "/:lang/letter/:id", "/da/letter/findes-ikke", "", "late:S", true },
	{ "/:lang/indicator/:id/report", "/da/indicator/tal/report", "words=Sj%C3%A6l%3Cb%3E&opened=1", "words:T !opened:V", true },
	{ "/:lang/objective/:id/report", "/da/objective/m%C3%A5l/report", "words=Sj%C3%A6l%3Cb%3E&opened=1", "words:T !opened:V", true },
	{ "/:lang/work/report/:id", "/da/work/report/1", "state=fixed&answer=Sj%C3%A6l%3Cb%3E&version=1", "answer:T !state:V !version:V", false },
	{ "/:lang/work/notifications", "/da/work/notifications", "late=1", "late:S", false },
	{ "/:lang/work/message/:id", "/da/work/message/1", "what=nothing", "what:S", false },
	{ "/:lang/work/inbox", "/da/work/inbox", "", "file:S title:S", false },
	{ "/:lang/work/inbox/:id", "/da/work/inbox/havnotat", "do=undo", "!do:V !change:V", false },
	{ "/:lang/work/proposal/:id", "/da/work/proposal/havforslag", "do=accept", "!do:V title:T", false },
	{ "/:lang/work/findings/:id", "/da/work/findings/havnotat", "do=answer&code=sum&line=1&digest=0", "!code:V !line:V !digest:V", false },
	{ "/:lang/work/account", "/da/work/account", "lang=xx", "!lang:V", false },
	{ "/:lang/work/account/password", "/da/work/account/password", "old=x&password=y&again=z", "old:S password:S again:S", false },
	{ "/:lang/work/account/factor", "/da/work/account/factor", "code=1", "code:S secret:S", false },
	{ "/:lang/work/accounts", "/da/work/accounts", "name=%C3%A5&title=&mail=Sj%C3%A6l%3Cb%3E", "name:T title:T mail:V", false },
	{ "/:lang/work/accounts/:id", "/da/work/accounts/2", "title=Sj%C3%A6l%3Cb%3E&version=99", "title:T mail:V !version:V", false },
	{ "/:lang/work/accounts/:id/grant", "/da/work/accounts/2/grant", "role=ingen", "role:V unit:V policy:V", false },
	{ "/:lang/work/accounts/:id/ungrant", "/da/work/accounts/2/ungrant", "role=ingen", "!role:V !unit:V !policy:V", false },
	{ "/:lang/work/accounts/:id/stand-in", "/da/work/accounts/2/stand-in", "instead=ingen&starts=1.1.2026&ends=2.1.2026", "instead:V starts:V ends:V", false },
	{ "/:lang/work/accounts/:id/stand-out", "/da/work/accounts/2/stand-out", "instead=ingen&starts=1.1.2026", "!instead:V !starts:V", false },
	{ "/:lang/work/accounts/:id/close", "/da/work/accounts/99/close", "", "x:S", false },
	{ "/:lang/work/accounts/:id/open", "/da/work/accounts/99/open", "", "x:S", false },
	{ "/:lang/work/accounts/:id/link", "/da/work/accounts/99/link", "forget=1", "forget:S", false },
	{ "/:lang/work/register/:kind/new", "/da/work/register/initiatives/new", "title=Nyt&number=&mandate=findes-ikke&economy=Sj%C3%A6l%3Cb%3E",
	  "title:T economy:T followup:T number:T unit:V policy:V agreement:V why:T", false },
	{ "/:lang/work/register/:kind/:id", "/da/work/register/initiatives/f%C3%A6rge", "title=Nyt&mandate=findes-ikke&economy=Sj%C3%A6l%3Cb%3E&since=2",
	  "title:T economy:T followup:T unit:V policy:V why:T !since:V", false },
	{ "/:lang/work/register/:kind/:id/retire", "/da/work/register/indicators/tal/retire", "since=1", "why:T !since:V", false },
	{ "/:lang/work/register/:kind/:id/undo", "/da/work/register/indicators/tal/undo", "change=1", "!change:V", false },
	{ "/:lang/work/register/prognoses/new", "/da/work/register/prognoses/new", "indicator=tal&period=2011&value=&stated=1.1.2010&title=Sj%C3%A6l%3Cb%3E",
	  "title:T indicator:V area:V grp:V period:V value:V qualifier:V high:V stated:V unit:V document:V document_line:V why:T", false },
	{ "/:lang/work/register/prognoses/:id", "/da/work/register/prognoses/sp%C3%A5", "since=1&value=13&title=Sj%C3%A6l%3Cb%3E",
	  "title:T indicator:V area:V grp:V period:V value:V qualifier:V high:V stated:V unit:V !since:V", false },
	{ "/:lang/work/register/prognoses/:id/retire", "/da/work/register/prognoses/sp%C3%A5/retire", "since=99", "!since:V", false },
	{ "/:lang/work/register/prognoses/:id/undo", "/da/work/register/prognoses/sp%C3%A5/undo", "change=1", "!change:V", false },
	{ "/:lang/work/register/indicators/:id/method", "/da/work/register/indicators/tal/method", "title=&period=2010&version=2",
	  "title:T starts:V why:T !version:V", false },
	{ "/:lang/work/sources/:id/try", "/da/work/sources/havkilde/try", "", "x:S", false },
	{ "/:lang/work/sources/:id/fetch", "/da/work/sources/havkilde/fetch", "", "x:S", false },
	{ "/:lang/work/sources/:id/settle", "/da/work/sources/havkilde/settle", "verdict=ingen", "!verdict:V", false },
	{ "/:lang/work/measure/:id", "/da/work/measure/tal", "period=2010&value=12&why=Sj%C3%A6l%3Cb%3E",
	  "period:V value:V area:V group:V why:T", false },
	{ "/:lang/work/forms", "/da/work/forms", "initiative=f%C3%A6rge&period=engang", "initiative:V period:V", false },
	{ "/:lang/work/form/:id", "/da/work/form/1", "version=99&economy=Sj%C3%A6l%3Cb%3E", "economy:T name:T status:T !version:V", false },
	{ "/:lang/work/form/:id/autosave", "/da/work/form/1/autosave", "version=99&economy=Sj%C3%A6l%3Cb%3E", "!economy:T !version:V", false },
	{ "/:lang/work/form/:id/step", "/da/work/form/1/step", "step=return&version=99&note=Sj%C3%A6l%3Cb%3E", "!note:T !step:V !version:V", false },
	{ "/:lang/work/wheel/extension", "/da/work/wheel/extension", "about=%C3%A5rsrapport%3A2011-01-01&due=1.1.1999&reason=Sj%C3%A6l%3Cb%3E",
	  "about:V unit:V due:V reason:T", false },
	{ "/:lang/work/delivery", "/da/work/delivery", "about=%C3%A5rsrapport%3A2011-01-01&unit=hav&delivered=1.1.2999&title=Sj%C3%A6l%3Cb%3E",
	  "about:V unit:V delivered:V document:V title:T", false },
	{ "/:lang/work/overview/remind", "/da/work/overview/remind", "unit=findes-ikke&year=2011", "!unit:V !year:V", false },
	{ "/:lang/work/promise/:id", "/da/work/promise/f%C3%A6rge", "promise=2011-06-01%3A0%3Amaj+2011&decision=drop&reason=",
	  "promise:V decision:V reason:T", false },
	{ "/:lang/work/calendar", "/da/work/calendar", "unit=findes-ikke", "unit:V", false },
	{ "/:lang/work/calendar/drop", "/da/work/calendar/drop", "calendar=99", "!calendar:V", false },
	{ "/:lang/work/council/text", "/da/work/council/text", "kind=status&part=summary&was=9&words=Sj%C3%A6l%3Cb%3E",
	  "words:T !was:V", false },
	{ "/:lang/work/council/text/:id", "/da/work/council/text/hav", "kind=status&part=unit&was=9&words=Sj%C3%A6l%3Cb%3E",
	  "words:T !was:V", false },
	{ "/:lang/work/council/lay", "/da/work/council/lay", "kind=findes-ikke&corrects=findes-ikke&reason=Sj%C3%A6l%3Cb%3E",
	  "reason:T !kind:V !corrects:V", false },
	/* they end the session */
	{ "/:lang/work/account/log-out", NULL, "", "", false },
	{ "/:lang/work/log-out", NULL, "", "", false },
};

static const struct {
	const char *name, *value;       /* as it is sent */
	bool        of_text;            /* no text either */
} spoils[] = {
	{ "no UTF-8", "%FF%FE%C3", true }, { "turned letters", "Nord%E2%80%AEsyd", true },
	{ "too long", NULL, true }, { "a script", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", false },
	{ "a formula", "%3D1%2B1", false }, { "another type", "findes+ikke+%C3%A6%C3%B8%C3%A5", false },
	{ "a foreign key", "999999999999999999999999", false },
};

struct spoiler {
	struct place *p;
	struct store *db;
	struct site   s;
	struct person who;
	struct str    longest;
	const struct bad_form *form;
};

/* Everything that is written leaves one of these behind. */
static int64_t
written(struct spoiler *k)
{
	static const enum act_id no_writes[] = { ACT_REFUSED, ACT_READ, ACT_LOG_IN_REFUSED };
	struct trail_rows        rows;
	int64_t                  n;

	assert_true(store_get_int(k->db, STMT_CHANGE_LAST, NULL, 0, &n));
	assert_true(trail_read(&k->p->arena, k->db, 0, 0, 500, &rows));
	for (size_t i = 0; i < rows.len; i++) {
		bool counts = true;

		for (size_t a = 0; a < COUNT_OF(no_writes); a++)
			counts = counts && !str_eq(rows.at[i].act, act_info[no_writes[a]].code);
		n += counts;
	}
	return n;
}

static int
post(struct spoiler *k, const char *fields)
{
	return staff_post(&k->s, k->form->anonymous ? NULL : &k->who, k->form->at, fields);
}

/* The base without this field, and with `value` in its place (NULL: without). */
static const char *
spoilt(struct spoiler *k, struct str name, const char *value)
{
	struct arena *a = &k->p->arena;
	struct str    rest = str_from(k->form->base), out = STR("x=1");

	while (rest.len > 0) {
		struct str pair = str_cut(&rest, '&'), pair_name = pair;

		if (!str_eq(str_cut(&pair_name, '='), name))
			out = arena_printf(a, STR_FMT "&" STR_FMT, STR_ARG(out), STR_ARG(pair));
	}
	if (value == NULL)
		return out.at;
	return arena_printf(a, STR_FMT "&" STR_FMT "=%s", STR_ARG(out), STR_ARG(name), value).at;
}

static void
complain(struct spoiler *k, struct str name, const char *how, const char *what, int status)
{
	const char *page = site_text(&k->s), *from = strstr(page, "<h1>");

	fail_msg("%s, " STR_FMT " %s: %s (%d) %.1500s", k->form->route, STR_ARG(name), how, what, status,
	    from != NULL ? from : page);
}

/* What holds whatever was sent. */
static void
check_any(struct spoiler *k, struct str name, const char *how, int status)
{
	if (status >= 500 || status == 0)
		complain(k, name, how, "a fault of ours", status);
	if (strstr(site_text(&k->s), "<script>alert") != NULL)
		complain(k, name, how, "not escaped", status);
}

static void
check_refused(struct spoiler *k, struct str name, bool at_field, const char *how, int status,
              int64_t before)
{
	struct str base = str_from(k->form->base), marked = STR("=Sj%C3%A6l%3Cb%3E");
	bool       kept = str_find(base, marked, 0) == SIZE_MAX || str_find(base,
	    arena_printf(&k->p->arena, STR_FMT STR_FMT, STR_ARG(name), STR_ARG(marked)), 0) != SIZE_MAX;

	if (status < 400)
		complain(k, name, how, "not refused", status);
	if (written(k) != before)
		complain(k, name, how, "written", status);
	if (status != 422 || !at_field)
		return;
	if (strstr(site_text(&k->s), arena_printf(&k->p->arena, "id=\"f-" STR_FMT "-fault\"",
	    STR_ARG(name)).at) == NULL)
		complain(k, name, how, "no message at the field", status);
	if (!kept && strstr(site_text(&k->s), "Sjæl&lt;b&gt;") == NULL)
		complain(k, name, how, "what else was sent is gone", status);
}

static void
spoil_field(struct spoiler *k, struct str name, char kind, bool at_field)
{
	int64_t before = written(k);
	int     status = post(k, spoilt(k, name, NULL));

	check_any(k, name, "left out", status);
	status = post(k, spoilt(k, name, ""));
	check_any(k, name, "empty", status);
	for (size_t i = 0; i < COUNT_OF(spoils); i++) {
		const char *value = spoils[i].value != NULL ? spoils[i].value : k->longest.at;

		before = written(k);
		status = post(k, spoilt(k, name, value));
		check_any(k, name, spoils[i].name, status);
		if (kind == 'V' || (kind == 'T' && spoils[i].of_text))
			check_refused(k, name, at_field, spoils[i].name, status, before);
	}
}

/* Not from a page of ours. */
static void
spoil_door(struct spoiler *k)
{
	struct arena *a = &k->p->arena;
	struct str    token = session_form_token(a, k->who.token), plain, foreign, wrong;
	int64_t       before = written(k);
	const struct person *who = k->form->anonymous ? NULL : &k->who;

	plain = arena_printf(a, "nonce=00000000000000000000000000001234&%s", k->form->base);
	wrong = arena_printf(a, "token=%064d&" STR_FMT, 0, STR_ARG(plain));
	foreign = arena_printf(a, "token=" STR_FMT "&" STR_FMT, STR_ARG(token), STR_ARG(plain));
	if (who != NULL && staff_send(&k->s, who, "POST", k->form->at, arena_printf(a, STAFF_OWN
	    "Content-Length: %zu", plain.len), plain) != 403)
		complain(k, STR("token"), "left out", "not refused", k->s.reply.status);
	if (who != NULL && staff_send(&k->s, who, "POST", k->form->at, arena_printf(a, STAFF_OWN
	    "Content-Length: %zu", wrong.len), wrong) != 403)
		complain(k, STR("token"), "wrong", "not refused", k->s.reply.status);
	if (staff_send(&k->s, who, "POST", k->form->at, arena_printf(a, "Origin: https://ond.dk\r\n"
	    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %zu", foreign.len),
	    foreign) != 403)
		complain(k, STR("Origin"), "of another site", "not refused", k->s.reply.status);
	if (staff_send(&k->s, who, "POST", k->form->at, arena_printf(a, "Origin: https://ærø.dk\r\n"
	    "Content-Type: application/json\r\nContent-Length: %zu", foreign.len), foreign) < 400)
		complain(k, STR("Content-Type"), "json", "not refused", k->s.reply.status);
	if (written(k) != before)
		complain(k, STR("door"), "closed", "written", k->s.reply.status);
}

static void
spoil_form(struct spoiler *k, const struct bad_form *form)
{
	struct str rest = str_from(form->fields);

	k->form = form;
	if (form->at == NULL)
		return;
	spoil_door(k);
	while (rest.len > 0) {
		struct str word = str_cut(&rest, ' '), name = str_cut(&word, ':');
		bool       at_field = !str_starts(name, STR("!"));

		assert_int_equal(word.len, 1);
		spoil_field(k, at_field ? name : str_slice(name, 1, name.len), word.at[0], at_field);
	}
}

/* In its place: a viewer is not moved once it was asked. */
static void
open_spoiler(struct spoiler *k, struct place *p)
{
	static const char *const roles[] = { "contributor", "unit_approver", "committee_approver",
	    "editor", "publisher", "administrator" };
	struct param   report[] = { P_INT(1), P_INT(0), P_INT(0), P_TEXT(STR("Forkert tal")), P_INT(clock_unix()) };
	struct things *t;
	char          *at = ARENA_ARRAY(&p->arena, char, 30001);

	if (p->engine != ENGINE_FILE)           /* which has no place for a key beside it */
		assert_int_equal(setenv(FACTOR_KEY_VARIABLE, place_path(p, "nøgle").at, 1), 0);
	*k = (struct spoiler){ .p = p, .db = place_open(p, STORE_CREATE) };
	register_load(p, k->db, package_put(p, "ramme", files, COUNT_OF(files)));
	k->s = site_open(p);
	k->who = staff_person(&k->s, k->db, "åse", "Åse Sørensen", "reader", 0);
	t = things_load(&p->arena, k->db);
	report[1] = P_INT(things_find(t, NOUN_INDICATOR, STR("tal")));
	report[2] = P_INT(things_find(t, NOUN_UNIT, STR("hav")));
	assert_true(store_begin(k->db));
	for (size_t i = 0; i < COUNT_OF(roles); i++)
		staff_grant(k->db, k->who.account, roles[i], 0);
	assert_true(store_run(k->db, STMT_REPORT_ADD, report, COUNT_OF(report)) && store_commit(k->db));
	(void)staff_person(&k->s, k->db, "bo", "Bo Bådsmand", "reader", 0);
	assert_int_equal(staff_post(&k->s, &k->who, "/da/work/forms", "initiative=f%C3%A6rge&period=2011"), 303);
	memset(at, 'a', 30000);
	k->longest = (struct str){ at, 30000 };
}

static void
no_form_takes_what_is_bad(void **state)
{
	struct spoiler k;

	open_spoiler(&k, *state);
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		spoil_form(&k, &forms[i]);
	site_close(&k.s);
	store_close(k.db);
}

static void
every_form_is_in_the_table(void **state)
{
	(void)state;
	for (const struct routes *t = route_tables; t->at != NULL; t++) {
		for (size_t i = 0; i < t->len; i++) {
			size_t at = 0;

			if (t->at[i].method != METHOD_POST)
				continue;
			while (at < COUNT_OF(forms) && !str_eq(str_from(forms[at].route), t->at[i].path))
				at++;
			if (at == COUNT_OF(forms))
				fail_msg("not spoilt: " STR_FMT, STR_ARG(t->at[i].path));
		}
	}
}

/* What is sent again is not done again, and leads where the first one led. */
static void
what_is_sent_twice_is_done_once(void **state)
{
	static const struct {
		const char *at, *fields;
	} good[] = {
		{ "/da/work/register/areas/new", "title=Vestby" },
		{ "/da/work/register/prognoses/new", "indicator=tal&period=2014&value=9&stated=1.1.2010" },
		{ "/da/work/forms", "initiative=f%C3%A6rge&period=2012" },
		{ "/da/work/delivery", "about=%C3%A5rsrapport%3A2011-01-01&unit=hav&delivered=1.2.2012" },
		{ "/da/work/wheel/extension", "about=%C3%A5rsrapport%3A2012-01-01&due=1.6.2014&reason=Is" },
		{ "/da/work/promise/f%C3%A6rge", "promise=2011-06-01%3A0%3Amaj+2011&decision=drop&reason=Is" },
		{ "/da/work/accounts/2/grant", "role=reader&unit=hav" },
		{ "/da/work/sources/havkilde/try", "" }, { "/da/work/sources/havkilde/fetch", "" },
		{ "/da/work/notifications", "late=1" }, { "/da/work/account", "lang=da" },
	};
	struct spoiler k;

	open_spoiler(&k, *state);
	for (size_t i = 0; i < COUNT_OF(good); i++) {
		const char *nonce = arena_printf(&k.p->arena, "%032zu", 7000 + i).at;
		int         status = staff_post_nonce(&k.s, &k.who, good[i].at, good[i].fields, nonce);
		struct str  led = str_dup(&k.p->arena, site_header(&k.s, "Location"));
		int64_t     before = written(&k);

		if (status != 303)
			fail_msg("%s: %d %.3000s", good[i].at, status, site_text(&k.s));
		assert_int_equal(staff_post_nonce(&k.s, &k.who, good[i].at, good[i].fields, nonce), 303);
		assert_true(str_eq(site_header(&k.s, "Location"), led));
		if (written(&k) != before)
			fail_msg("%s: written twice", good[i].at);
	}
	site_close(&k.s);
	store_close(k.db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(every_form_is_in_the_table),
		DISK_TEST(no_form_takes_what_is_bad),
		DISK_TEST(what_is_sent_twice_is_done_once),
	};

	return engine_run("bad_forms", tests, COUNT_OF(tests));
}

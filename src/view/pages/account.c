/* One account: to who manages it, and to whose it is. */
#include "view/pages/accounts.h"
#include "view/pages/login.h"

/* "work/accounts/7/grant" */
static struct str
act_on(struct page *p, const struct account_view *v, const char *what)
{
	return arena_printf(p->a, "work/accounts/%lld%s", (long long)v->id, what);
}

static void
heading(struct page *p, struct str words)
{
	HTML(p->b, "<h2>");
	html_text(p->b, words);
	HTML(p->b, "</h2>\n");
}

/* ---- roles ---- */

static void
put_grants(struct page *p, const struct work *w, const struct accounts_shown *m)
{
	const struct account_view *v = m->of;

	heading(p, say(&p->lang, "Roles"));
	if (v->grants == 0) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "None: this person sees what everybody sees.");
		HTML(p->b, "</p>\n");
	} else {
		HTML(p->b, "<ul class=\"plain-list work-rows\">\n");
	}
	for (size_t i = 0; i < v->grants; i++) {
		const struct grant_view *g = &v->grant[i];
		struct form_view         f = w->form;
		const struct along also[] = {
			{ "role", role_code(g->role) },
			{ "unit", g->unit.id },
			{ "policy", g->policy.id },
		};

		HTML(p->b, "<li><span>");
		account_grant_words(p, g);
		HTML(p->b, "</span>\n");
		f.about = account_grant_about(p, g);
		form_act(p, &f, act_on(p, v, "/ungrant"), say(&p->lang, "Take away"), also,
		    COUNT_OF(also));
		HTML(p->b, "</li>\n");
	}
	if (v->grants > 0)
		HTML(p->b, "</ul>\n");
	form_open(p, &w->form, act_on(p, v, "/grant"));
	account_grant_fields(p, &w->form, m, true);
	form_close(p, say(&p->lang, "Give the role"));
}

/* ---- stand-ins ---- */

static void
put_stand_in(struct page *p, const struct work *w, const struct account_view *v,
             const struct stand_in_view *in)
{
	const struct along also[] = {
		{ "instead", in->name },
		{ "starts", day_iso(p->a, in->starts) },
	};
	struct form_view f = w->form;

	HTML(p->b, "<li><span>");
	html_text(p->b, in->title);
	HTML(p->b, ", ");
	page_day(p, in->starts);
	HTML(p->b, " – ");
	page_day(p, in->ends - 1);
	HTML(p->b, "</span>\n");
	f.about = arena_printf(p->a, STR_FMT ", " STR_FMT, STR_ARG(in->title), STR_ARG(also[1].value));
	form_act(p, &f, act_on(p, v, "/stand-out"), say(&p->lang, "End it"), also, COUNT_OF(also));
	HTML(p->b, "</li>\n");
}

/* Everybody else. */
static const struct choice *
others(struct page *p, const struct accounts_shown *m, size_t *len)
{
	struct choice *to = ARENA_ARRAY(p->a, struct choice, m->all.len + 1);
	size_t         n = 0;

	to[n++] = (struct choice){ STR(""), say(&p->lang, "Choose a person") };
	for (size_t i = 0; i < m->all.len; i++)
		if (&m->all.at[i] != m->of)
			to[n++] = (struct choice){ m->all.at[i].name, m->all.at[i].title };
	*len = n;
	return to;
}

static void
put_stand_ins(struct page *p, const struct work *w, const struct accounts_shown *m)
{
	const struct lang         *l = &p->lang;
	const struct account_view *v = m->of;
	size_t                     n = 0;
	const struct choice       *who = others(p, m, &n);
	const struct input fields[] = {
		{ .kind = INPUT_SELECT, .name = STR("instead"), .label = say(l, "Who is away"),
		  .wanted = true, .choice = who, .choices = n },
		{ .kind = INPUT_DATE, .name = STR("starts"), .label = say(l, "First day"), .wanted = true },
		{ .kind = INPUT_DATE, .name = STR("ends"), .label = say(l, "Last day"), .wanted = true },
	};

	heading(p, say(l, "Stands in for"));
	HTML(p->b, "<p>");
	html_say(p->b, l, "On these days this person may approve what the other one may approve, and "
	    "nothing else.");
	HTML(p->b, "</p>\n");
	if (v->stand_ins > 0)
		HTML(p->b, "<ul class=\"plain-list work-rows\">\n");
	for (size_t i = 0; i < v->stand_ins; i++)
		put_stand_in(p, w, v, &v->stand_in[i]);
	if (v->stand_ins > 0)
		HTML(p->b, "</ul>\n");
	form_open(p, &w->form, act_on(p, v, "/stand-in"));
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		form_input(p, &w->form, &fields[i]);
	form_close(p, say(l, "Name the stand-in"));
}

/* ---- the person ---- */

static void
put_person(struct page *p, const struct work *w, const struct account_view *v)
{
	heading(p, say(&p->lang, "The person"));
	form_open(p, &w->form, act_on(p, v, ""));
	form_again(p, &w->form, "version", arena_printf(p->a, "%lld", (long long)v->version));
	account_person_fields(p, &w->form, v);
	form_close(p, say(&p->lang, "Save"));
}

static void
put_acts(struct page *p, const struct work *w, const struct account_view *v)
{
	const struct lang *l = &p->lang;
	const struct along forget = { "forget", STR("1") };

	heading(p, say(l, "Getting in"));
	HTML(p->b, "<p>");
	html_say(p->b, l, "A new link lets the person choose a password. Who lost the password or the "
	    "phone needs one that forgets both; the sessions end at once.");
	HTML(p->b, "</p>\n<div class=\"work-acts\">\n");
	form_act(p, &w->form, act_on(p, v, "/link"), say(l, "Make a new link"), NULL, 0);
	form_act(p, &w->form, act_on(p, v, "/link"), say(l, "Forget password and second factor"),
	    &forget, 1);
	if (v->disabled)
		form_act(p, &w->form, act_on(p, v, "/open"), say(l, "Open the account"), NULL, 0);
	else
		form_act(p, &w->form, act_on(p, v, "/close"), say(l, "Close the account"), NULL, 0);
	HTML(p->b, "</div>\n");
}

void
account_page(struct page *p, const struct work *w, const struct accounts_shown *m)
{
	const struct account_view *v = m->of;

	p->title = v->title;
	p->description = say(&p->lang, "What one person may do here.");
	p->crumb[p->crumbs++] = (struct crumb){ "work/accounts",
	    { .title = say(&p->lang, "Accounts"), .title_en = say(&p->lang, "Accounts") } };
	work_open(p, w);
	page_heading(p);
	HTML(p->b, "<p>");
	html_fill(p->b, say(&p->lang, "User name: {1}"), &v->name, 1);
	HTML(p->b, "</p>\n");
	if (v->disabled) {
		HTML(p->b, "<p><strong>");
		html_say(p->b, &p->lang, "This account is closed.");
		HTML(p->b, "</strong></p>\n");
	}
	form_faults(p, &w->form);
	account_link_box(p, m->link);
	if (v->id == w->who->account) {
		HTML(p->b, "<p>");
		html_say(p->b, &p->lang, "This is your own account: another one who manages accounts can "
		    "change it.");
		HTML(p->b, "</p>\n");
	} else {
		put_grants(p, w, m);
		put_stand_ins(p, w, m);
		put_person(p, w, v);
		put_acts(p, w, v);
	}
	work_close(p);
}

/* ---- one's own ---- */

static void
put_language(struct page *p, const struct work *w)
{
	struct choice *of = ARENA_ARRAY(p->a, struct choice, LANGS_MAX + 1);
	size_t         n = lang_count();
	struct input   field = {
		.kind = INPUT_SELECT, .name = STR("lang"), .label = say(&p->lang, "Language after the login"),
		.value = w->who->lang, .choice = of, .choices = n + 1,
	};

	of[0] = (struct choice){ STR(""), say(&p->lang, "As the page I log in on") };
	for (size_t i = 0; i < n; i++)
		of[i + 1] = (struct choice){ lang_at(i).code, lang_at(i).name };
	heading(p, say(&p->lang, "Language"));
	form_open(p, &w->form, STR("work/account"));
	form_input(p, &w->form, &field);
	form_close(p, say(&p->lang, "Save"));
}

static void
put_password(struct page *p, const struct work *w)
{
	const struct input old = {
		.kind = INPUT_PASSWORD, .name = STR("old"), .label = say(&p->lang, "Your password"),
		.wanted = true, .fill = STR("current-password"),
	};

	heading(p, say(&p->lang, "Password"));
	form_open(p, &w->form, STR("work/account/password"));
	form_input(p, &w->form, &old);
	password_fields(p, &w->form);
	form_close(p, say(&p->lang, "Change the password"));
}

void
own_account_page(struct page *p, const struct work *w, bool has_factor)
{
	p->title = say(&p->lang, "My account");
	p->description = say(&p->lang, "How you get in, and in which language.");
	work_open(p, w);
	page_heading(p);
	form_faults(p, &w->form);
	put_language(p, w);
	put_password(p, w);
	heading(p, say(&p->lang, "Second factor"));
	HTML(p->b, "<p>");
	html_text(p->b, has_factor ? say(&p->lang, "You log in with a code from your phone.")
	    : say(&p->lang, "You log in with a password alone."));
	HTML(p->b, " <a");
	page_href(p, "work/account/factor", STR_NONE);
	HTML(p->b, ">");
	html_text(p->b, has_factor ? say(&p->lang, "Use another phone")
	    : say(&p->lang, "Set up a second factor"));
	HTML(p->b, "</a></p>\n");
	heading(p, say(&p->lang, "Sessions"));
	HTML(p->b, "<p>");
	html_say(p->b, &p->lang, "Ends every session of yours, on all machines, this one too.");
	HTML(p->b, "</p>\n");
	form_act(p, &w->form, STR("work/account/log-out"), say(&p->lang, "Log out everywhere"), NULL, 0);
	work_close(p);
}

void
own_factor_page(struct page *p, const struct work *w, const struct factor_view *m)
{
	p->title = say(&p->lang, "Second factor");
	p->description = say(&p->lang, "A code from your phone, besides the password.");
	work_open(p, w);
	page_heading(p);
	form_faults(p, &w->form);
	factor_form(p, &w->form, m, STR("work/account/factor"), STR_NONE, true);
	work_close(p);
}

#include "view/pages/accounts.h"
#include "view/section.h"

void
account_grant_words(struct page *p, const struct grant_view *g)
{
	html_text(p->b, role_title(g->role, lang_danish(&p->lang)));
	if (g->unit.id.len > 0) {
		HTML(p->b, ", ");
		page_named(p, &g->unit);
	}
	if (g->policy.id.len > 0) {
		HTML(p->b, ", ");
		page_named(p, &g->policy);
	}
}

static struct str
and_title(struct page *p, struct str so_far, const struct named *n)
{
	bool danish = lang_danish(&p->lang);

	if (n->id.len == 0)
		return so_far;
	return arena_printf(p->a, STR_FMT ", " STR_FMT, STR_ARG(so_far), STR_ARG(named_title(n, &danish)));
}

struct str
account_grant_about(struct page *p, const struct grant_view *g)
{
	return and_title(p, and_title(p, role_title(g->role, lang_danish(&p->lang)), &g->unit), &g->policy);
}

/* ---- fields ---- */

static const struct choice *
choices_of(struct page *p, struct str all, const struct named *at, size_t len)
{
	struct choice *to = ARENA_ARRAY(p->a, struct choice, len + 1);

	to[0] = (struct choice){ STR(""), all };
	for (size_t i = 0; i < len; i++) {
		bool danish = lang_danish(&p->lang);

		to[i + 1] = (struct choice){ at[i].id, named_title(&at[i], &danish) };
	}
	return to;
}

static const struct choice *
roles(struct page *p)
{
	struct choice *to = ARENA_ARRAY(p->a, struct choice, ROLE_COUNT + 1);

	to[0] = (struct choice){ STR(""), say(&p->lang, "Choose a role") };
	for (size_t i = 0; i < ROLE_COUNT; i++)
		to[i + 1] = (struct choice){ role_code((enum role)i),
		    role_title((enum role)i, lang_danish(&p->lang)) };
	return to;
}

void
account_grant_fields(struct page *p, const struct form_view *f, const struct accounts_shown *m,
                     bool wanted)
{
	const struct lang *l = &p->lang;
	const struct input fields[] = {
		{ .kind = INPUT_SELECT, .name = STR("role"), .label = say(l, "Role"), .wanted = wanted,
		  .choice = roles(p), .choices = ROLE_COUNT + 1 },
		{ .kind = INPUT_SELECT, .name = STR("unit"), .label = say(l, "Unit"),
		  .hint = say(l, "The role goes for what is under it, too."),
		  .choice = choices_of(p, say(l, "All units"), m->unit, m->units),
		  .choices = m->units + 1 },
		{ .kind = INPUT_SELECT, .name = STR("policy"), .label = say(l, "Policy"),
		  .choice = choices_of(p, say(l, "All policies"), m->policy, m->policies),
		  .choices = m->policies + 1 },
	};

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		form_input(p, f, &fields[i]);
}

void
account_person_fields(struct page *p, const struct form_view *f, const struct account_view *of)
{
	const struct lang *l = &p->lang;
	const struct input fields[] = {
		{ .name = STR("title"), .label = say(l, "Name"), .wanted = true,
		  .hint = say(l, "As colleagues know the person."),
		  .value = of != NULL ? of->title : STR("") },
		{ .name = STR("mail"), .label = say(l, "E-mail"),
		  .value = of != NULL ? of->mail : STR("") },
	};

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		form_input(p, f, &fields[i]);
}

void
account_link_box(struct page *p, struct str link)
{
	if (link.len == 0)
		return;
	HTML(p->b, "<div class=\"alert alert-success\" role=\"status\"><div class=\"alert-body\">"
	    "<h2 class=\"alert-heading\">");
	html_say(p->b, &p->lang, "Give this link to the person");
	HTML(p->b, "</h2>\n<p><code class=\"secret\">");
	html_text(p->b, link);
	HTML(p->b, "</code></p>\n<p>");
	html_say(p->b, &p->lang, "With it a password is chosen. It works once, within a day, and is not "
	    "shown again.");
	HTML(p->b, "</p></div></div>\n");
}

/* ---- the list ---- */

static void
put_states(struct page *p, const struct account_view *v)
{
	const char *words[4];
	size_t      n = 0;

	if (v->disabled)
		words[n++] = N_("closed");
	if (v->demo)
		words[n++] = N_("for a try");
	if (v->vouched)
		words[n++] = N_("by single sign-on");
	else if (!v->has_password)
		words[n++] = N_("no password yet");
	if (v->has_factor)
		words[n++] = N_("second factor");
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			HTML(p->b, ", ");
		html_say(p->b, &p->lang, words[i]);
	}
}

static void
put_row(struct page *p, const struct account_view *v)
{
	HTML(p->b, "<tr><th scope=\"row\"><a");
	page_href(p, "work/accounts", arena_printf(p->a, "%lld", (long long)v->id));
	HTML(p->b, ">");
	html_text(p->b, v->title);
	show_which(p, v->name);
	HTML(p->b, "</a></th><td>");
	html_text(p->b, v->name);
	HTML(p->b, "</td><td>");
	for (size_t i = 0; i < v->grants; i++) {
		if (i > 0)
			HTML(p->b, "<br>");
		account_grant_words(p, &v->grant[i]);
	}
	HTML(p->b, "</td><td>");
	put_states(p, v);
	HTML(p->b, "</td></tr>\n");
}

static void
put_table(struct page *p, const struct accounts_view *all)
{
	static const struct section_column columns[] = {
		{ N_("Name"), false }, { N_("User name"), false }, { N_("Roles"), false }, { N_("State"), false },
	};

	table_open_quiet(p, say(&p->lang, "Accounts"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < all->len; i++)
		put_row(p, &all->at[i]);
	table_close(p);
}

void
accounts_page(struct page *p, const struct work *w, const struct accounts_shown *m)
{
	const struct input name = {
		.name = STR("name"), .label = say(&p->lang, "User name"), .wanted = true,
		.hint = say(&p->lang, "Small letters, without blanks."),
	};

	p->title = say(&p->lang, "Accounts");
	p->description = say(&p->lang, "Who works here, and what each may do.");
	work_open(p, w);
	page_heading(p);
	form_faults(p, &w->form);
	put_table(p, &m->all);
	HTML(p->b, "<h2>");
	html_say(p->b, &p->lang, "New account");
	HTML(p->b, "</h2>\n");
	form_open(p, &w->form, STR("work/accounts"));
	form_input(p, &w->form, &name);
	account_person_fields(p, &w->form, NULL);
	account_grant_fields(p, &w->form, m, false);
	form_close(p, say(&p->lang, "Make the account"));
	work_close(p);
}

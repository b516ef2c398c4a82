#include "view/pages/login.h"

#define QUIET 4                         /* light modules around the square */

static void
open_with(struct page *p, struct str title, struct str lead)
{
	p->title = title;
	p->description = lead;
	p->unlisted = true;
	page_open(p);
	HTML(p->b, "<h1>");
	html_text(p->b, title);
	HTML(p->b, "</h1>\n<p>");
	html_text(p->b, lead);
	HTML(p->b, "</p>\n");
}

static void
put_next(struct page *p, const struct form_view *f, struct str next)
{
	if (next.len > 0)
		form_again(p, f, "next", next);
}

/* A link, since a browser keeps a form from being led to another site. */
static void
put_way(struct page *p, const char *path, struct str title, struct str next)
{
	HTML(p->b, "<p><a class=\"button button-primary\" href=\"/");
	html_text(p->b, p->lang.code);
	buf_putf(p->b, "/login/%s", path);
	if (next.len > 0) {
		HTML(p->b, "?next=");
		page_escaped(p, next);
	}
	HTML(p->b, "\">");
	html_fill(p->b, say(&p->lang, "Log in with {1}"), &title, 1);
	HTML(p->b, "</a></p>\n");
}

static void
put_ways(struct page *p, const struct login_ways *ways, struct str next)
{
	if (ways->provider)
		put_way(p, "provider", ways->title, next);
	if (ways->gateway)
		put_way(p, "gateway", ways->title, next);
	if (ways->provider) {
		HTML(p->b, "<p><a");
		page_href(p, "login/provider/out", STR_NONE);
		HTML(p->b, ">");
		html_fill(p->b, say(&p->lang, "Log out of {1}, too, if others use this computer"),
		    &ways->title, 1);
		HTML(p->b, "</a></p>\n");
	}
	if (ways->provider || ways->gateway) {
		HTML(p->b, "<h2>");
		html_say(p->b, &p->lang, "With a password of this site");
		HTML(p->b, "</h2>\n");
	}
}

void
login_page(struct page *p, const struct form_view *f, struct login_ways ways, struct str next)
{
	const struct lang *l = &p->lang;
	const struct input fields[] = {
		{ .name = STR("name"), .label = say(l, "User name"), .wanted = true,
		  .fill = STR("username") },
		{ .kind = INPUT_PASSWORD, .name = STR("password"), .label = say(l, "Password"),
		  .wanted = true, .fill = STR("current-password") },
		{ .name = STR("code"), .label = say(l, "Code from your phone"),
		  .hint = say(l, "Six digits, if you have set up a second factor."),
		  .fill = STR("one-time-code") },
	};

	open_with(p, say(l, "Log in"), say(l, "For those who work with the policies. Readers need "
	    "no account."));
	form_faults(p, f);
	put_ways(p, &ways, next);
	form_open(p, f, STR("login"));
	put_next(p, f, next);
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		form_input(p, f, &fields[i]);
	form_close(p, say(l, "Log in"));
	HTML(p->b, "<p>");
	html_say(p->b, l, "Have you lost your password or your phone? Those who manage the accounts can "
	    "send you a new link.");
	HTML(p->b, "</p>\n");
	page_close(p);
}

void
not_in_page(struct page *p, struct str why)
{
	p->nowhere = true;
	open_with(p, say(&p->lang, "You were not let in"), why);
	HTML(p->b, "<p><a");
	page_href(p, "login", STR_NONE);
	HTML(p->b, ">");
	html_say(p->b, &p->lang, "Log in again");
	HTML(p->b, "</a></p>\n");
	page_close(p);
}

/* ---- a second factor ---- */

/* Each run of dark modules is a bar of one path. */
static void
draw(struct page *p, const struct factor_view *m)
{
	size_t whole = m->side + (size_t)2 * QUIET;

	HTML(p->b, "<svg class=\"qr\" role=\"img\"");
	html_attr(p->b, "aria-label", say(&p->lang, "The same as a square for the camera of your phone"));
	html_attr(p->b, "viewBox", arena_printf(p->a, "0 0 %zu %zu", whole, whole));
	HTML(p->b, "><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"");
	for (size_t y = 0; y < m->side; y++) {
		struct str row = str_slice(m->square, y * m->side, (y + 1) * m->side);

		for (size_t x = 0, run; x < m->side; x += run) {
			bool dark = row.at[x] == '1';

			for (run = 1; x + run < m->side && row.at[x + run] == row.at[x];)
				run++;
			if (dark)
				buf_putf(p->b, "M%zu %zuh%zuv1h-%zuz", x + QUIET, y + QUIET, run, run);
		}
	}
	HTML(p->b, "\"/></svg>\n");
}

/* In fours, as people copy it. */
static void
put_secret(struct page *p, struct str secret)
{
	HTML(p->b, "<p><code class=\"secret\">");
	for (size_t at = 0; at < secret.len; at += 4) {
		if (at > 0)
			HTML(p->b, " ");
		html_text(p->b, str_slice(secret, at, at + 4));
	}
	HTML(p->b, "</code></p>\n");
}

static void
how_to(struct page *p, const struct factor_view *m)
{
	HTML(p->b, "<ol class=\"steps\">\n<li><p>");
	html_say(p->b, &p->lang, "Open an app for one-time codes on your phone, and add an account. Let it "
	    "see the square, or type the secret:");
	HTML(p->b, "</p>\n");
	if (m->side > 0)
		draw(p, m);
	put_secret(p, m->secret);
	HTML(p->b, "<p><a href=\"");
	html_text(p->b, m->link);
	HTML(p->b, "\">");
	html_say(p->b, &p->lang, "Open it in an app on this device");
	HTML(p->b, "</a></p></li>\n<li><p>");
	html_say(p->b, &p->lang, "Type the code that the app shows now. From then on you are asked for one "
	    "when you log in, and each works once.");
	HTML(p->b, "</p></li>\n</ol>\n");
}

void
factor_form(struct page *p, const struct form_view *f, const struct factor_view *m,
            struct str action, struct str next, bool password)
{
	const struct lang *l = &p->lang;
	const struct input old = {
		.kind = INPUT_PASSWORD, .name = STR("old"), .label = say(l, "Your password"),
		.wanted = true, .fill = STR("current-password"),
	};
	const struct input code = {
		.name = STR("code"), .label = say(l, "Code from your phone"), .wanted = true,
		.fill = STR("one-time-code"),
	};

	how_to(p, m);
	form_open(p, f, action);
	put_next(p, f, next);
	if (password)
		form_input(p, f, &old);
	form_input(p, f, &code);
	form_close(p, say(l, "Use this second factor"));
}

void
factor_page(struct page *p, const struct form_view *f, const struct factor_view *m,
            struct str next)
{
	open_with(p, say(&p->lang, "Set up your second factor"), say(&p->lang, "Your role can approve "
	    "or decide, so a password alone is not enough."));
	form_faults(p, f);
	factor_form(p, f, m, STR("login/factor"), next, false);
	page_close(p);
}

/* ---- links ---- */

void
password_fields(struct page *p, const struct form_view *f)
{
	const struct lang *l = &p->lang;
	const struct input fields[] = {
		{ .kind = INPUT_PASSWORD, .name = STR("password"), .label = say(l, "New password"),
		  .hint = say(l, "At least twelve letters; several words in a row are best."),
		  .wanted = true, .fill = STR("new-password") },
		{ .kind = INPUT_PASSWORD, .name = STR("again"), .label = say(l, "New password once more"),
		  .wanted = true, .fill = STR("new-password") },
	};

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		form_input(p, f, &fields[i]);
}

static void
first_fields(struct page *p, const struct form_view *f)
{
	const struct lang *l = &p->lang;
	const struct input fields[] = {
		{ .name = STR("name"), .label = say(l, "User name"), .wanted = true,
		  .hint = say(l, "Small letters, without blanks."), .fill = STR("username") },
		{ .name = STR("title"), .label = say(l, "Your name"), .wanted = true,
		  .hint = say(l, "As colleagues know you."), .fill = STR("name") },
		{ .name = STR("mail"), .label = say(l, "E-mail"), .fill = STR("email") },
	};

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		form_input(p, f, &fields[i]);
}

void
link_page(struct page *p, const struct form_view *f, struct str name, bool first)
{
	const struct lang *l = &p->lang;

	open_with(p, first ? say(l, "The first administrator") : say(l, "Choose a password"),
	    first ? say(l, "Nobody has an account here yet. Yours is the first: it makes those of the "
	    "others and changes no content.")
	    : text_fill(p->a, say(l, "For {1}. This link works once."), &name, 1));
	form_faults(p, f);
	form_open(p, f, STR_NONE);
	if (first)
		first_fields(p, f);
	password_fields(p, f);
	form_close(p, say(l, "Save the password"));
	page_close(p);
}

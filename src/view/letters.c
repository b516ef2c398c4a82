#include "view/letters.h"
#include "core/calendar.h"

#define TEXT_MAX ((size_t)128 << 10)

static void
say_line(struct buf *b, const struct lang *l, const char *text)
{
	buf_put(b, say(l, text));
	buf_char(b, '\n');
}

static struct str
fill(struct arena *a, const struct lang *l, const char *pattern, struct str with)
{
	return text_fill(a, say(l, pattern), &with, 1);
}

static struct str
title_of(const struct lang *l, const struct named *n)
{
	bool danish = lang_danish(l);

	return named_title(n, &danish);
}

/* Titles of the register may be long, and a subject is one line. */
static struct str
one_line(struct arena *a, struct str s)
{
	char *to = ARENA_ARRAY(a, char, s.len + 1);

	for (size_t i = 0; i < s.len; i++)
		to[i] = (unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7f ? ' ' : s.at[i];
	return (struct str){ to, s.len };
}

static void
put_link(struct buf *b, const struct lang *l, const char *path, struct str rest)
{
	static const struct str plain = STR_INIT(
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:");

	buf_putf(b, "{site}/" STR_FMT "/%s", STR_ARG(l->code), path);
	for (size_t i = 0; i < rest.len; i++)
		if (str_find(plain, (struct str){ rest.at + i, 1 }, 0) != SIZE_MAX)
			buf_char(b, rest.at[i]);
		else
			buf_putf(b, "%%%02X", (unsigned)(unsigned char)rest.at[i]);
	buf_char(b, '\n');
}

static struct letter_text
finish(struct arena *a, struct str subject, struct buf *b)
{
	struct letter_text t = { one_line(a, subject), str_dup(a, buf_str(b)) };

	buf_free(b);
	return t;
}

/* ---- the staff ---- */

static void
put_notice(struct buf *b, const struct lang *l, const struct notice *n)
{
	BUF_LIT(b, "- ");
	buf_put(b, n->words);
	if (n->has_due) {
		BUF_LIT(b, ", ");
		buf_put(b, say(l, "due"));
		buf_char(b, ' ');
		day_write_long(b, n->due, lang_danish(l));
	}
	BUF_LIT(b, "\n  ");
	put_link(b, l, "", n->path);
}

struct letter_text
letter_of_notices(struct arena *a, const struct lang *l, const struct notice *n, size_t len,
                  struct str token)
{
	struct str count = arena_printf(a, "%zu", len);
	struct buf b;

	buf_init(&b, TEXT_MAX);
	for (size_t i = 0; i < len; i++) {
		if (i == 0 || n[i].kind != n[i - 1].kind) {
			buf_put(&b, i > 0 ? STR("\n") : STR_NONE);
			say_line(&b, l, notice_info[n[i].kind].words);
		}
		put_notice(&b, l, &n[i]);
	}
	BUF_LIT(&b, "\n");
	say_line(&b, l, N_("All that you owe:"));
	put_link(&b, l, "work", STR_NONE);
	BUF_LIT(&b, "\n");
	say_line(&b, l, N_("Choose what you are told, or nothing:"));
	put_link(&b, l, "letter/", token);
	return finish(a, text_fill(a, say_n(l, (int64_t)len, "{1} thing to know about your work",
	    "{1} things to know about your work"), &count, 1), &b);
}

/* ---- readers ---- */

struct letter_text
letter_of_asking(struct arena *a, const struct lang *l, const struct named *objective,
                 struct str authority, struct str confirm)
{
	struct str title = title_of(l, objective);
	struct buf b;

	buf_init(&b, TEXT_MAX);
	buf_put(&b, fill(a, l, N_("Somebody, probably you, asked that this address be written to when "
	    "the figures of the objective “{1}” change."), title));
	BUF_LIT(&b, "\n\n");
	say_line(&b, l, N_("If you want that, open this page and press the button:"));
	put_link(&b, l, "subscribe/", confirm);
	BUF_LIT(&b, "\n");
	say_line(&b, l, N_("If not, do nothing: the address is erased within two days."));
	BUF_LIT(&b, "\n");
	buf_put(&b, authority);
	BUF_LIT(&b, "\n");
	return finish(a, fill(a, l, N_("Do you want news about “{1}”?"), title), &b);
}

/* `under`: of an objective under the one that was asked about, which is named. */
static void
put_change(struct buf *b, const struct lang *l, const struct barometer_row *r, bool under)
{
	bool danish = lang_danish(l);

	BUF_LIT(b, "- ");
	if (under) {
		buf_put(b, title_of(l, &r->objective));
		BUF_LIT(b, ": ");
	}
	buf_put(b, title_of(l, r->indicator.id.len > 0 ? &r->indicator : &r->promise));
	BUF_LIT(b, ": ");
	buf_put(b, verdict_word(r->judgement.verdict, danish));
	BUF_LIT(b, "\n  ");
	buf_put(b, say(l, "Latest figure:"));
	buf_char(b, ' ');
	barometer_latest(b, r, danish);
	BUF_LIT(b, "\n");
}

struct letter_text
letter_of_changes(struct arena *a, const struct lang *l, const struct named *objective,
                  const struct barometer_row *const *changed, size_t len, struct str stop)
{
	struct str title = title_of(l, objective);
	struct buf b;

	buf_init(&b, TEXT_MAX);
	buf_put(&b, fill(a, l, N_("This is new about the objective “{1}”:"), title));
	BUF_LIT(&b, "\n\n");
	for (size_t i = 0; i < len; i++)
		put_change(&b, l, changed[i], !str_eq(changed[i]->objective.id, objective->id));
	BUF_LIT(&b, "\n");
	say_line(&b, l, N_("All about it:"));
	put_link(&b, l, "objective/", objective->id);
	BUF_LIT(&b, "\n");
	say_line(&b, l, N_("No more of these messages:"));
	put_link(&b, l, "unsubscribe/", stop);
	return finish(a, fill(a, l, N_("New figures: {1}"), title), &b);
}

#include "view/pages/barometer.h"
#include "view/page.h"
#include "view/wording.h"

/* Tables say their roles: narrow screens lay rows out as cards, and browsers drop
 * the roles of what is no longer shown as a table. */

#define SCRATCH_MAX 4096

struct writer {
	struct arena *arena;
	struct buf   *b;
	struct page  *page;
	bool          danish;
	int           policies, themes; /* written so far: their headings' ids */
};

struct run {                            /* rows [from, to) that belong together */
	const struct barometer_row *at;
	size_t                      len;
};

static void
put_wording(struct writer *w, enum wording what)
{
	html_text(w->b, wording(what, w->danish));
}

/* What a writer of the model writes, as text. */
static void
put_written(struct writer *w, void (*write)(struct buf *, const struct barometer_row *, bool),
            const struct barometer_row *r)
{
	struct buf scratch;

	buf_init(&scratch, SCRATCH_MAX);
	write(&scratch, r, w->danish);
	html_text(w->b, buf_str(&scratch));
	buf_free(&scratch);
}

/* The rest of a start tag, and the title inside it. */
static void
put_named(struct writer *w, const struct named *n)
{
	bool       danish = w->danish;
	struct str title = named_title(n, &danish);

	page_words(w->page, danish);
	HTML(w->b, ">");
	html_text(w->b, title);
}

static void
put_day(struct writer *w, int32_t day)
{
	struct buf scratch;

	buf_init(&scratch, SCRATCH_MAX);
	day_write_long(&scratch, day, w->danish);
	HTML(w->b, "<time");
	html_attr(w->b, "datetime", day_iso(w->arena, day));
	HTML(w->b, ">");
	html_text(w->b, buf_str(&scratch));
	HTML(w->b, "</time>");
	buf_free(&scratch);
}

/* ---- one target ---- */

static void
put_verdict(struct writer *w, enum verdict v)
{
	HTML(w->b, "<span class=\"verdict ");
	html_text(w->b, verdict_code(v));
	HTML(w->b, "\"><span class=\"icon\" aria-hidden=\"true\">");
	html_text(w->b, verdict_icon(v));
	HTML(w->b, "</span> ");
	html_text(w->b, verdict_word(v, w->danish));
	HTML(w->b, "</span>");
}

static void
put_note(struct writer *w, enum wording what)
{
	HTML(w->b, " <span class=\"note\">(");
	put_wording(w, what);
	HTML(w->b, ")</span>");
}

static void
put_doubt(struct writer *w, const struct judgement *j)
{
	if (!j->uncertain)
		return;
	if (j->other_verdict == j->verdict) {
		put_note(w, WORDING_UNCERTAIN);
		return;
	}
	HTML(w->b, " <span class=\"note\">(");
	put_wording(w, WORDING_UNCERTAIN_OTHER);
	HTML(w->b, " ");
	html_text(w->b, verdict_word(j->other_verdict, w->danish));
	HTML(w->b, ")</span>");
}

/* DOCUMENT:LINE */
static void
put_place(struct writer *w, enum wording label, const struct source *s)
{
	put_wording(w, label);
	HTML(w->b, " <cite>");
	html_text(w->b, s->document);
	if (s->line > 0) {
		HTML(w->b, ":");
		html_int(w->b, s->line);
	}
	HTML(w->b, "</cite>");
}

static bool
same_place(const struct source *a, const struct source *b)
{
	return str_eq(a->document, b->document) && a->line == b->line;
}

static void
put_sources(struct writer *w, const struct barometer_row *r)
{
	const struct source *promise = &r->target->source, *latest = &r->judgement.latest.source;
	bool                 measured = r->judgement.has_latest && latest->document.len > 0;

	if (promise->document.len == 0 && !measured)
		return;
	HTML(w->b, "<p class=\"source\">");
	if (measured && promise->document.len > 0 && !same_place(promise, latest)) {
		put_place(w, WORDING_SOURCE_TARGET, promise);
		HTML(w->b, "; ");
		put_place(w, WORDING_SOURCE_LATEST, latest);
	} else {
		put_place(w, WORDING_SOURCE, promise->document.len > 0 ? promise : latest);
	}
	HTML(w->b, "</p>\n");
}

/* A cell's heading again, for narrow screens where the head row is out of sight. */
static void
open_figure(struct writer *w, enum wording label)
{
	HTML(w->b, "<td role=\"cell\" class=\"figure\"><span class=\"label\" aria-hidden=\"true\">");
	put_wording(w, label);
	HTML(w->b, "</span> <span class=\"value\">");
}

static void
put_latest(struct writer *w, const struct barometer_row *r)
{
	const struct observation *o = &r->judgement.latest;

	open_figure(w, WORDING_LATEST);
	put_written(w, barometer_latest, r);
	HTML(w->b, "</span>");
	if (r->judgement.has_latest) {
		HTML(w->b, " <span class=\"when\">");
		html_text(w->b, period_text(w->arena, o->period, w->danish));
		if (o->assumed)
			put_note(w, WORDING_ASSUMED);
		if (o->preliminary)
			put_note(w, WORDING_PRELIMINARY);
		HTML(w->b, "</span>");
	}
	HTML(w->b, "</td>\n");
}

/* When it is to be so; NULL: no time was set. */
static const struct period *
promised_period(const struct target *t)
{
	if (t->has_deadline)
		return &t->deadline;
	return t->has_window ? &t->window : NULL;
}

static void
put_required(struct writer *w, const struct barometer_row *r)
{
	const struct period *p = promised_period(r->target);

	open_figure(w, WORDING_TARGET);
	put_written(w, barometer_required, r);
	HTML(w->b, "</span>");
	if (p != NULL) {
		HTML(w->b, " <span class=\"when\">");
		html_text(w->b, period_text(w->arena, *p, w->danish));
		HTML(w->b, "</span>");
	}
	HTML(w->b, "</td>\n");
}

static void
put_pace(struct writer *w, const struct barometer_row *r)
{
	open_figure(w, WORDING_PACE);
	if (r->judgement.has_pace)
		put_written(w, barometer_pace, r);
	else
		HTML(w->b, "–");
	HTML(w->b, "</span></td>\n");
}

static void
put_target(struct writer *w, const struct barometer_row *r)
{
	const struct judgement *j = &r->judgement;

	HTML(w->b, "<tr role=\"row\" id=\"target-");
	html_text(w->b, r->target->id);
	HTML(w->b, "\">\n<th scope=\"row\" role=\"rowheader\"><span");
	put_named(w, &r->promise);
	HTML(w->b, "</span>");
	if (r->unit.len > 0) {
		HTML(w->b, " <span class=\"unit\">");
		html_text(w->b, r->unit);
		HTML(w->b, "</span>");
	}
	HTML(w->b, "</th>\n<td role=\"cell\" class=\"judgement\">");
	put_verdict(w, j->verdict);
	if (j->early)
		put_note(w, WORDING_EARLY);
	put_doubt(w, j);
	HTML(w->b, "\n<p class=\"why\">");
	html_text(w->b, w->danish ? j->da : j->en);
	HTML(w->b, "</p>\n");
	put_sources(w, r);
	HTML(w->b, "</td>\n");
	put_latest(w, r);
	put_required(w, r);
	put_pace(w, r);
	HTML(w->b, "</tr>\n");
}

/* ---- objectives, themes, policies: runs of rows ---- */

static struct str
policy_of(const struct barometer_row *r)
{
	return r->policy.id;
}

static struct str
theme_of(const struct barometer_row *r)
{
	return r->theme.id;
}

static struct str
objective_of(const struct barometer_row *r)
{
	return r->objective.id;
}

/* Cuts the rows that share the first one's key off the front of `*rest`. */
static struct run
cut_run(struct run *rest, struct str (*key)(const struct barometer_row *))
{
	struct run run = { rest->at, 1 };

	while (run.len < rest->len && str_eq(key(&run.at[run.len]), key(run.at)))
		run.len++;
	rest->at += run.len;
	rest->len -= run.len;
	return run;
}

static void
put_objective(struct writer *w, struct run rows)
{
	HTML(w->b, "<tbody role=\"rowgroup\">\n<tr role=\"row\" class=\"objective\">");
	HTML(w->b, "<th colspan=\"5\" scope=\"rowgroup\" role=\"rowheader\"");
	if (rows.at->objective.id.len > 0) {
		put_named(w, &rows.at->objective);
	} else {
		HTML(w->b, ">");
		put_wording(w, WORDING_NO_OBJECTIVE);
	}
	HTML(w->b, "</th></tr>\n");
	for (size_t i = 0; i < rows.len; i++)
		put_target(w, &rows.at[i]);
	HTML(w->b, "</tbody>\n");
}

static void
put_columns(struct writer *w)
{
	static const struct {
		enum wording title;
		bool         figure;
	} columns[] = {
		{ WORDING_PROMISE, false }, { WORDING_VERDICT, false }, { WORDING_LATEST, true },
		{ WORDING_TARGET, true }, { WORDING_PACE, true },
	};

	HTML(w->b, "<thead role=\"rowgroup\">\n<tr role=\"row\">");
	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		HTML(w->b, "<th scope=\"col\" role=\"columnheader\"");
		if (columns[i].figure)
			HTML(w->b, " class=\"figure\"");
		HTML(w->b, ">");
		put_wording(w, columns[i].title);
		HTML(w->b, "</th>");
	}
	HTML(w->b, "</tr>\n</thead>\n");
}

static void
put_theme(struct writer *w, struct run rows)
{
	struct str id = arena_printf(w->arena, "theme-%d", ++w->themes);

	HTML(w->b, "<h3");
	html_attr(w->b, "id", id);
	if (rows.at->theme.id.len > 0) {
		put_named(w, &rows.at->theme);
	} else {
		HTML(w->b, ">");
		put_wording(w, WORDING_NO_THEME);
	}
	HTML(w->b, "</h3>\n<table role=\"table\"");
	html_attr(w->b, "aria-labelledby", id);
	HTML(w->b, ">\n");
	put_columns(w);
	while (rows.len > 0)
		put_objective(w, cut_run(&rows, objective_of));
	HTML(w->b, "</table>\n");
}

static void
count_verdicts(struct run rows, int64_t ret[VERDICT_COUNT])
{
	for (size_t v = 0; v < VERDICT_COUNT; v++)
		ret[v] = 0;
	for (size_t i = 0; i < rows.len; i++)
		ret[rows.at[i].judgement.verdict]++;
}

/* The counts as one bar; the list below it says the same in words. */
static void
put_bar(struct writer *w, const int64_t *n, size_t total)
{
	int64_t x = 0;

	HTML(w->b, "<svg class=\"bar\" aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 ");
	html_int(w->b, (int64_t)total);
	HTML(w->b, " 1\">");
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (n[v] == 0)
			continue;
		HTML(w->b, "<rect height=\"1\"");
		html_attr(w->b, "class", verdict_code((enum verdict)v));
		html_attr_int(w->b, "x", x);
		html_attr_int(w->b, "width", n[v]);
		HTML(w->b, "/>");
		x += n[v];
	}
	HTML(w->b, "</svg>\n");
}

static void
put_counts(struct writer *w, struct run rows)
{
	int64_t n[VERDICT_COUNT];

	count_verdicts(rows, n);
	put_bar(w, n, rows.len);
	HTML(w->b, "<ul class=\"counts\"");
	html_attr(w->b, "aria-label", wording(WORDING_COUNTS, w->danish));
	HTML(w->b, ">\n");
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		if (n[v] == 0)
			continue;
		HTML(w->b, "<li><strong>");
		html_int(w->b, n[v]);
		HTML(w->b, "</strong> ");
		put_verdict(w, (enum verdict)v);
		HTML(w->b, "</li>\n");
	}
	HTML(w->b, "</ul>\n");
}

/* The rest of a start tag, and the policy's title inside it. */
static void
put_policy_title(struct writer *w, const struct barometer_row *r)
{
	if (r->policy.id.len > 0) {
		put_named(w, &r->policy);
	} else {
		HTML(w->b, ">");
		put_wording(w, WORDING_NO_POLICY);
	}
}

static void
put_policy(struct writer *w, struct run rows)
{
	struct str id = arena_printf(w->arena, "policy-%d", ++w->policies);

	HTML(w->b, "<section");
	html_attr(w->b, "aria-labelledby", id);
	HTML(w->b, ">\n<h2");
	html_attr(w->b, "id", id);
	put_policy_title(w, rows.at);
	HTML(w->b, "</h2>\n<p class=\"status\">");
	html_int(w->b, (int64_t)rows.len);
	HTML(w->b, " ");
	put_wording(w, rows.len == 1 ? WORDING_TARGETS_ONE : WORDING_TARGETS);
	HTML(w->b, " ");
	put_wording(w, WORDING_AS_OF);
	HTML(w->b, " ");
	put_day(w, rows.at->as_of);
	HTML(w->b, "</p>\n");
	put_counts(w, rows);
	while (rows.len > 0)
		put_theme(w, cut_run(&rows, theme_of));
	HTML(w->b, "</section>\n");
}

/* ---- the page ---- */

/* Where there are several policies, a way to each. */
static void
put_contents(struct writer *w, struct run all)
{
	struct run rest = all;
	int        n = 0;

	(void)cut_run(&rest, policy_of);
	if (rest.len == 0)
		return;
	rest = all;
	HTML(w->b, "<nav");
	html_attr(w->b, "aria-label", wording(WORDING_POLICIES, w->danish));
	HTML(w->b, ">\n<ul class=\"contents\">\n");
	while (rest.len > 0) {
		struct run rows = cut_run(&rest, policy_of);

		HTML(w->b, "<li><a");
		html_attr(w->b, "href", arena_printf(w->arena, "#policy-%d", ++n));
		put_policy_title(w, rows.at);
		HTML(w->b, "</a></li>\n");
	}
	HTML(w->b, "</ul>\n</nav>\n");
}

static void
put_as_of(struct writer *w, struct barometer_ask ask)
{
	HTML(w->b, "<form method=\"get\" class=\"as-of\">\n<label for=\"as_of\">");
	put_wording(w, WORDING_AS_OF_LABEL);
	HTML(w->b, "</label>\n<input type=\"date\" id=\"as_of\" name=\"as_of\" required");
	if (ask.has_as_of)
		html_attr(w->b, "value", day_iso(w->arena, ask.as_of));
	HTML(w->b, ">\n<button type=\"submit\">");
	put_wording(w, WORDING_AS_OF_BUTTON);
	HTML(w->b, "</button>\n");
	if (ask.has_as_of) {
		HTML(w->b, "<a");
		html_attr(w->b, "href", w->danish ? STR("/da/") : STR("/en/"));
		HTML(w->b, ">");
		put_wording(w, WORDING_AS_OF_RESET);
		HTML(w->b, "</a>\n");
	}
	HTML(w->b, "</form>\n");
}

static void
put_legend(struct writer *w)
{
	static const enum wording meaning[VERDICT_COUNT] = {
		[VERDICT_MET] = WORDING_MEANS_MET, [VERDICT_ON_TRACK] = WORDING_MEANS_ON_TRACK,
		[VERDICT_BEHIND] = WORDING_MEANS_BEHIND,
		[VERDICT_OFF_TRACK] = WORDING_MEANS_OFF_TRACK,
		[VERDICT_AWAY] = WORDING_MEANS_AWAY, [VERDICT_MISSED] = WORDING_MEANS_MISSED,
		[VERDICT_NO_DATA] = WORDING_MEANS_NO_DATA,
		[VERDICT_UNDEFINED] = WORDING_MEANS_UNDEFINED,
	};

	HTML(w->b, "<details>\n<summary>");
	put_wording(w, WORDING_LEGEND);
	HTML(w->b, "</summary>\n<dl>\n");
	for (size_t v = 0; v < VERDICT_COUNT; v++) {
		HTML(w->b, "<dt>");
		put_verdict(w, (enum verdict)v);
		HTML(w->b, "</dt>\n<dd>");
		put_wording(w, meaning[v]);
		HTML(w->b, "</dd>\n");
	}
	HTML(w->b, "</dl>\n<p>");
	put_wording(w, WORDING_MEANS_PACE);
	HTML(w->b, "</p>\n</details>\n");
}

void
barometer_page(struct page *p, const struct barometer *m, struct barometer_ask ask)
{
	struct run    rows = { m->at, m->len };
	struct buf   *b = p->b;
	bool          danish = lang_danish(&p->lang);
	struct writer w = { .arena = p->a, .b = b, .page = p, .danish = danish };

	p->title = wording(WORDING_BAROMETER, danish);
	p->description = wording(WORDING_DESCRIPTION, danish);
	page_open(p);
	HTML(b, "<h1>");
	put_wording(&w, WORDING_BAROMETER);
	HTML(b, "</h1>\n<p class=\"lead\">");
	put_wording(&w, WORDING_LEAD);
	HTML(b, "</p>\n");
	put_as_of(&w, ask);
	if (rows.len > 0) {
		put_contents(&w, rows);
		put_legend(&w);
	} else {
		HTML(b, "<p>");
		put_wording(&w, WORDING_EMPTY);
		HTML(b, "</p>\n");
	}
	while (rows.len > 0)
		put_policy(&w, cut_run(&rows, policy_of));
	page_close(p);
}

/* One target as a row. Tables say their roles: narrow screens lay rows out as cards,
 * and browsers drop the roles of what is no longer shown as a table. */
#include "view/chart.h"
#include "view/pages/barometer_parts.h"
#include "view/show.h"

#define SCRATCH_MAX 4096

static const struct {
	const char *title;
	bool        figure;
} columns[BAROMETER_COLUMNS] = {
	{ N_("Promise"), false }, { N_("Verdict"), false }, { N_("Latest figure"), true },
	{ N_("Target"), true }, { N_("Over time"), false },
};

enum { COLUMN_LATEST = 2, COLUMN_TARGET };

void
barometer_columns(struct page *p)
{
	HTML(p->b, "<thead>\n<tr>");
	for (size_t i = 0; i < COUNT_OF(columns); i++) {
		HTML(p->b, "<th scope=\"col\"");
		if (columns[i].figure)
			HTML(p->b, " class=\"figure\"");
		HTML(p->b, ">");
		html_say(p->b, &p->lang, columns[i].title);
		HTML(p->b, "</th>");
	}
	HTML(p->b, "</tr>\n</thead>\n");
}

typedef void (*writer)(struct buf *b, const struct barometer_row *r, bool danish);

/* What a writer of the model writes, escaped; for programs `q`, where it is known. */
static void
put_written(struct page *p, writer write, const struct barometer_row *r, const struct quantity *q)
{
	struct buf scratch;

	buf_init(&scratch, SCRATCH_MAX);
	write(&scratch, r, lang_danish(&p->lang));
	if (q != NULL)
		show_quantity(p, q);
	html_text(p->b, buf_str(&scratch));
	if (q != NULL)
		show_exact_end(p);
	buf_free(&scratch);
}

void
barometer_figure(struct page *p, const struct barometer_row *r)
{
	const struct judgement *j = &r->judgement;
	bool                    known = j->has_latest && !j->latest.withheld;

	put_written(p, barometer_latest, r, known ? &j->latest.value : NULL);
}

/* ---- the promise ---- */

/* "Indicator: ..." as a link; nothing for one that is not there. */
static void
put_belongs(struct page *p, const char *label, const char *kind, const struct named *n)
{
	if (n->id.len == 0)
		return;
	HTML(p->b, "<p class=\"belongs\">");
	html_say(p->b, &p->lang, label);
	HTML(p->b, ": ");
	page_link(p, kind, n);
	HTML(p->b, "</p>\n");
}

static void
put_promise(struct page *p, const struct barometer_line *l)
{
	const struct barometer_row *r = l->row;

	HTML(p->b, "<th scope=\"row\">");
	page_named(p, &r->promise);
	if (r->unit.len > 0) {
		HTML(p->b, " <span class=\"unit\">");
		html_text(p->b, r->unit);
		HTML(p->b, "</span>");
	}
	if (l->area.id.len > 0) {
		HTML(p->b, " <span class=\"unit\">");
		page_named(p, &l->area);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "\n");
	put_belongs(p, N_("Indicator"), "indicator", &r->indicator);
	put_belongs(p, N_("Initiative"), "initiative", &r->initiative);
	HTML(p->b, "</th>\n");
}

/* ---- the verdict ---- */

static bool
same_place(const struct source *a, const struct source *b)
{
	return str_eq(a->document, b->document) && a->line == b->line;
}

static void
put_sources(struct page *p, const struct barometer_row *r)
{
	const struct source *promise = &r->target->source, *latest = &r->judgement.latest.source;
	bool                 measured = r->judgement.has_latest && latest->document.len > 0;
	bool                 promised = promise->document.len > 0;

	if (!promised && !measured)
		return;
	HTML(p->b, "<p class=\"source\">");
	html_say(p->b, &p->lang, promised ? N_("Source of the promise:")
	                                  : N_("Source of the figure:"));
	HTML(p->b, " ");
	(void)show_source(p, promised ? promise : latest);
	if (promised && measured && !same_place(promise, latest)) {
		HTML(p->b, "; ");
		html_say(p->b, &p->lang, "of the figure:");
		HTML(p->b, " ");
		(void)show_source(p, latest);
	}
	HTML(p->b, "</p>\n");
}

static void
put_judgement(struct page *p, const struct barometer_row *r)
{
	const struct judgement *j = &r->judgement;
	struct quantity         pace;

	HTML(p->b, "<td class=\"judgement\">");
	show_verdict(p, j->verdict);
	show_doubt(p, j);
	HTML(p->b, "\n<p class=\"why\">");
	html_text(p->b, lang_danish(&p->lang) ? j->da : j->en);
	HTML(p->b, "</p>\n");
	if (j->has_pace) {
		HTML(p->b, "<p class=\"pace\">");
		html_say(p->b, &p->lang, "Pace:");
		HTML(p->b, " <span class=\"value\">");
		pace = quantity_exact(j->pace_shown);
		put_written(p, barometer_pace, r, &pace);
		HTML(p->b, "</span></p>\n");
	}
	put_sources(p, r);
	HTML(p->b, "</td>\n");
}

/* ---- figures ---- */

/* A cell's heading again, for narrow screens where the head row is out of sight. */
static void
open_cell(struct page *p, size_t column)
{
	HTML(p->b, "<td");
	HTML(p->b, " class=\"figure\">");
	HTML(p->b, "<span class=\"label\" aria-hidden=\"true\">");
	html_say(p->b, &p->lang, columns[column].title);
	HTML(p->b, "</span> <span class=\"value\">");
}

static void
put_change(struct page *p, const struct barometer_line *l)
{
	struct buf scratch;

	if (!l->has_change)
		return;
	HTML(p->b, " <span class=\"when\">");
	if (number_sign(l->change) == 0) {
		html_say(p->b, &p->lang, "unchanged since the one before");
	} else {
		buf_init(&scratch, SCRATCH_MAX);
		barometer_change(&scratch, l, lang_danish(&p->lang));
		html_fill(p->b, say(&p->lang, "{1} since the one before"),
		    (struct str[]){ buf_str(&scratch) }, 1);
		buf_free(&scratch);
	}
	HTML(p->b, "</span>");
}

static void
put_next(struct page *p, const struct barometer_line *l)
{
	struct str period;

	if (!l->due.has_period)
		return;
	period = period_text(p->a, l->due.period, lang_danish(&p->lang));
	HTML(p->b, " <span class=\"when\">");
	html_fill(p->b, say(&p->lang, "Next: {1}"), &period, 1);
	if (l->due.overdue) {
		HTML(p->b, " <strong class=\"overdue\">");
		html_say(p->b, &p->lang, "overdue");
		HTML(p->b, "</strong>");
	}
	HTML(p->b, "</span>");
}

static void
put_latest(struct page *p, const struct barometer_line *l)
{
	const struct judgement *j = &l->row->judgement;

	open_cell(p, COLUMN_LATEST);
	barometer_figure(p, l->row);
	HTML(p->b, "</span>");
	if (j->has_latest) {
		HTML(p->b, " <span class=\"when\">");
		show_period(p, j->latest.period);
		show_marks(p, &j->latest);
		HTML(p->b, "</span>");
	}
	put_change(p, l);
	put_next(p, l);
	HTML(p->b, "</td>\n");
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
put_required(struct page *p, const struct barometer_row *r)
{
	const struct period *when = promised_period(r->target);
	struct quantity      level = quantity_exact(r->judgement.required);

	open_cell(p, COLUMN_TARGET);
	put_written(p, barometer_required, r, r->judgement.has_required ? &level : NULL);
	HTML(p->b, "</span>");
	if (when != NULL) {
		HTML(p->b, " <span class=\"when\">");
		show_period(p, *when);
		HTML(p->b, "</span>");
	}
	HTML(p->b, "</td>\n");
}

/* ---- over time ---- */

static struct chart_point
point_of(const struct observation *o)
{
	struct chart_point pt = {
		.day = o->period.to, .breaks = o->breaks,
		.state = o->missing != MISSING_NONE ? CHART_MISSING
		    : o->withheld ? CHART_WITHHELD : o->value.has_point ? CHART_VALUE : CHART_RANGE,
	};

	if (pt.state == CHART_VALUE)
		pt.value = o->value.point;
	if (pt.state != CHART_RANGE)
		return pt;
	pt.has_low = o->value.range.low.exists;
	pt.has_high = o->value.range.high.exists;
	pt.low = o->value.range.low.at;
	pt.high = o->value.range.high.at;
	return pt;
}

/* A line needs two measurements. */
static bool
has_line(struct series s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		n += s.at[i].missing == MISSING_NONE && !s.at[i].withheld;
	return n > 1;
}

/* The levels that were judged are beside it; a promised level is dashed. */
static void
put_spark(struct page *p, const struct barometer_line *l)
{
	const struct barometer_row *r = l->row;
	struct chart_point         *at = ARENA_ARRAY(p->a, struct chart_point, l->own.len + 1);
	struct chart_series         s = { .role = CHART_OWN, .at = at, .len = l->own.len };
	struct chart_target         t = { .value = r->judgement.required };
	struct chart                c = { .series = &s, .len = 1, .target = &t };
	struct chart_out            out = chart_on_page(p, CHART_PANEL);
	struct str                  with[2];

	for (size_t i = 0; i < l->own.len; i++)
		at[i] = point_of(&l->own.at[i]);
	with[0] = period_text(p->a, l->own.at[0].period, lang_danish(&p->lang));
	with[1] = period_text(p->a, l->own.at[l->own.len - 1].period, lang_danish(&p->lang));
	c.targets = r->judgement.has_required;
	c.head.id = arena_printf(p->a, "spark-" STR_FMT, STR_ARG(r->target->id));
	c.head.title.text = text_fill(p->a, say(&p->lang, "Course from {1} to {2}"), with, 2);
	chart_spark(&out, &c);
}

void
barometer_target(struct page *p, const struct barometer_line *l)
{
	HTML(p->b, "<tr id=\"target-");
	html_text(p->b, l->row->target->id);
	HTML(p->b, "\">\n");
	put_promise(p, l);
	put_judgement(p, l->row);
	put_latest(p, l);
	put_required(p, l->row);
	HTML(p->b, "<td class=\"spark\">");
	if (has_line(l->own) && !l->apart)
		put_spark(p, l);
	HTML(p->b, "</td>\n</tr>\n");
}

#include "view/pages/wheel.h"
#include "view/chart_wheel.h"
#include "view/filter.h"
#include "view/section.h"

#define NAMES_MAX 3                     /* of units, in the ring's list */

void
wheel_filter(struct page *p, const struct wheel_view *m)
{
	size_t        n = m->first == 0 ? 0 : (size_t)(m->last - m->first + 1);
	struct named *year = ARENA_ARRAY(p->a, struct named, n + 1);
	struct str    asked = arena_printf(p->a, "%d", m->year);

	for (size_t i = 0; i < n; i++)
		year[i].id = year[i].title = arena_printf(p->a, "%d", m->last - (int)i);
	filter_open(p);
	filter_one(p, N_("Year"), "year", year, n, asked);
	filter_choice(p, N_("Committee or administration"), "unit", m->choice, m->choices, m->unit.id);
	filter_close(p);
}

/* ---- the ring ---- */

static struct str
names(struct page *p, const struct wheel_entry *e)
{
	struct str all = STR_NONE;

	for (size_t i = 0; i < e->units && i < NAMES_MAX; i++)
		all = arena_printf(p->a, STR_FMT "%s" STR_FMT, STR_ARG(all), i > 0 ? ", " : "",
		    STR_ARG(e->short_name[i].len > 0 ? e->short_name[i] : e->unit[i].title));
	if (e->units > NAMES_MAX) {
		struct str more[] = { all, arena_printf(p->a, "%zu", e->units - NAMES_MAX) };

		return text_fill(p->a, say(&p->lang, "{1} and {2} more"), more, 2);
	}
	return all;
}

static struct str
long_day(struct page *p, int32_t day)
{
	struct buf b;
	struct str text;

	buf_init(&b, 64);
	day_write_long(&b, day, lang_danish(&p->lang));
	text = str_dup(p->a, buf_str(&b));
	buf_free(&b);
	return text;
}

static bool
is_done(const struct wheel_entry *e)
{
	return e->answers > 0 && e->answered == e->answers;
}

static struct chart_duty
drawn(struct page *p, const struct wheel_view *m, const struct wheel_entry *e)
{
	struct chart_duty d = { .who = names(p, e), .when = long_day(p, e->due) };
	int32_t           last = day_of(m->year, 12, 31);
	bool              danish = lang_danish(&p->lang);

	d.title.text = named_title(&e->duty, &danish);
	if (danish != lang_danish(&p->lang))
		d.title.lang = danish ? STR("da") : STR("en");
	d.from = e->due < last ? e->due : last;
	d.to = d.from + 1;
	d.state = e->late > 0 ? CHART_DUTY_LATE : is_done(e) ? CHART_DUTY_DONE : CHART_DUTY_AHEAD;
	return d;
}

static void
put_ring(struct page *p, const struct wheel_view *m)
{
	struct chart_duty *at = ARENA_ARRAY(p->a, struct chart_duty, m->len + 1);
	struct str         with[] = { arena_printf(p->a, "%d", m->year),
	                              arena_printf(p->a, "%zu", m->len) };
	struct chart_wheel c = { .year = m->year, .at = at, .len = m->len, .has_today = true,
	                         .today = m->today };

	for (size_t i = 0; i < m->len; i++)
		at[i] = drawn(p, m, &m->at[i]);
	c.head.id = STR("wheel");
	c.head.title.text = text_fill(p->a, say(&p->lang, "The year {1}"), with, 1);
	c.head.description = text_fill(p->a, say(&p->lang, "A ring of twelve months with {2} "
	    "deadlines, numbered as in the list."), with, 2);
	chart_wheel_figure(p, &c);
}

/* ---- the list ---- */

void
wheel_state(struct page *p, size_t late, bool done)
{
	if (late > 0) {
		HTML(p->b, "<strong class=\"overdue\"><span aria-hidden=\"true\">◆ </span>");
		html_say(p->b, &p->lang, "Late");
		HTML(p->b, "</strong>");
		return;
	}
	HTML(p->b, "<span aria-hidden=\"true\">");
	html_text(p->b, done ? STR("✓ ") : STR("○ "));
	HTML(p->b, "</span>");
	html_say(p->b, &p->lang, done ? N_("Done") : N_("Ahead"));
}

static void
put_units(struct page *p, const struct wheel_entry *e)
{
	for (size_t i = 0; i < e->units; i++) {
		if (i > 0)
			HTML(p->b, ", ");
		page_link(p, "unit", &e->unit[i]);
	}
	if (e->units == 0)
		html_say(p->b, &p->lang, "Nobody in particular");
}

static void
put_due(struct page *p, const struct wheel_entry *e)
{
	page_day(p, e->due);
	if (!e->extended)
		return;
	HTML(p->b, "<br><span class=\"form-hint\">");
	html_say(p->b, &p->lang, "extended from");
	HTML(p->b, " ");
	page_day(p, e->when.due);
	HTML(p->b, ": ");
	page_named(p, &e->reason);
	HTML(p->b, "</span>");
}

static void
put_entry(struct page *p, const struct wheel_entry *e)
{
	struct str count[] = { arena_printf(p->a, "%zu", e->answered),
	                       arena_printf(p->a, "%zu", e->answers) };

	HTML(p->b, "<tr><td class=\"rank\">");
	html_int(p->b, (int64_t)e->number);
	HTML(p->b, "</td><th scope=\"row\">");
	page_named(p, &e->duty);
	HTML(p->b, "</th><td>");
	show_period(p, e->when.period);
	HTML(p->b, "</td><td>");
	put_units(p, e);
	HTML(p->b, "</td><td>");
	put_due(p, e);
	HTML(p->b, "</td><td>");
	html_fill(p->b, say(&p->lang, "{1} of {2}"), count, 2);
	HTML(p->b, "</td><td>");
	wheel_state(p, e->late, is_done(e));
	HTML(p->b, "</td></tr>\n");
}

void
wheel_year(struct page *p, const struct wheel_view *m)
{
	static const struct section_column columns[] = {
		{ N_("No."), true }, { N_("What"), false }, { N_("For the period"), false },
		{ N_("Who"), false }, { N_("At the latest"), false }, { N_("Answered"), false },
		{ N_("State"), false },
	};

	if (m->len == 0) {
		section_say(p, N_("Nothing is due in this year."));
		return;
	}
	put_ring(p, m);
	section_open(p, "list", N_("Who owes what"));
	table_open(p, say(&p->lang, "The deadlines of the year"), columns, COUNT_OF(columns));
	for (size_t i = 0; i < m->len; i++)
		put_entry(p, &m->at[i]);
	table_close(p);
	section_close(p);
}

/* ---- the duties ---- */

static void
put_rule(struct page *p, const struct wheel_duty *d)
{
	struct str days = arena_printf(p->a, "%d", d->due_days < 0 ? -d->due_days : d->due_days);
	bool       danish = lang_danish(&p->lang);

	if (d->before.id.len == 0) {
		html_text(p->b, duty_frequency_word(d->frequency, danish));
		HTML(p->b, ", ");
		html_fill(p->b, d->due_days == 0 ? say(&p->lang, "on the last day of the period")
		    : d->due_days > 0 ? say_n(&p->lang, d->due_days, "{1} day after the period",
		        "{1} days after the period")
		    : say_n(&p->lang, -d->due_days, "{1} day before the end of the period",
		        "{1} days before the end of the period"), &days, 1);
		return;
	}
	html_fill(p->b, d->due_days <= 0 ? say_n(&p->lang, -d->due_days, "{1} day before:",
	    "{1} days before:") : say_n(&p->lang, d->due_days, "{1} day after:", "{1} days after:"),
	    &days, 1);
	HTML(p->b, " ");
	page_named(p, &d->before);
	if (d->is_cycle) {
		HTML(p->b, " <strong class=\"overdue\">");
		html_say(p->b, &p->lang, "It is counted from itself, and never due.");
		HTML(p->b, "</strong>");
	}
}

static void
put_duty(struct page *p, const struct wheel_duty *d)
{
	HTML(p->b, "<tr><th scope=\"row\">");
	page_named(p, &d->duty);
	section_source(p, &d->source);
	HTML(p->b, "</th><td>");
	html_text(p->b, duty_kind_word(d->kind, lang_danish(&p->lang)));
	HTML(p->b, "</td><td>");
	if (d->unit.id.len > 0)
		page_link(p, "unit", &d->unit);
	else
		html_say(p->b, &p->lang, "Each unit");
	HTML(p->b, "</td><td>");
	put_rule(p, d);
	HTML(p->b, "</td><td>");
	page_day(p, d->starts);
	HTML(p->b, " – ");
	if (d->ends != DAY_MAX)
		page_day(p, d->ends - 1);
	HTML(p->b, "</td></tr>\n");
}

void
wheel_duties(struct page *p, const struct wheel_view *m)
{
	static const struct section_column columns[] = {
		{ N_("What"), false }, { N_("Kind"), false }, { N_("Who"), false },
		{ N_("When"), false }, { N_("Holds"), false },
	};

	section_open(p, "duties", N_("What recurs"));
	if (m->duties == 0) {
		section_say(p, N_("No recurring duty is written down."));
	} else {
		table_open(p, say(&p->lang, "The duties as they were written down"), columns,
		    COUNT_OF(columns));
		for (size_t i = 0; i < m->duties; i++)
			put_duty(p, &m->duty[i]);
		table_close(p);
	}
	section_close(p);
}

void
wheel_page(struct page *p, const struct wheel_view *m)
{
	p->section = SECTION_UNITS;
	p->title = say(&p->lang, "The annual wheel");
	p->description = say(&p->lang, "What recurs each year: who owes what by when, and whether it came.");
	page_open(p);
	page_lead(p);
	wheel_filter(p, m);
	wheel_year(p, m);
	wheel_duties(p, m);
	page_close(p);
}

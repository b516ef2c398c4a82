#include "view/show.h"
#include "base/utf8.h"

#define SCRATCH_MAX 4096
#define SOURCE_LETTERS 60               /* a title that is not shortened */
#define SOURCE_FIRST 44                 /* letters of a longer one before its last word, at most: whose it is stays */

void
show_verdict(struct page *p, enum verdict v)
{
	struct buf *b = p->b;

	HTML(b, "<span class=\"verdict ");
	html_text(b, verdict_code(v));
	HTML(b, "\"><span class=\"icon\" aria-hidden=\"true\">");
	html_text(b, verdict_icon(v));
	HTML(b, "</span> ");
	html_text(b, verdict_word(v, lang_danish(&p->lang)));
	HTML(b, "</span>");
}

void
show_doubt(struct page *p, const struct judgement *j)
{
	if (j->early) {
		HTML(p->b, " <span class=\"note\">(");
		html_say(p->b, &p->lang, "before its deadline");
		HTML(p->b, ")</span>");
	}
	if (!j->uncertain)
		return;
	HTML(p->b, " <span class=\"note\">(");
	html_say(p->b, &p->lang, "uncertain");
	if (j->other_verdict != j->verdict) {
		HTML(p->b, ", ");
		html_say(p->b, &p->lang, "could also be");
		HTML(p->b, " ");
		html_text(p->b, verdict_word(j->other_verdict, lang_danish(&p->lang)));
	}
	HTML(p->b, ")</span>");
}

void
show_period(struct page *p, struct period period)
{
	html_text(p->b, period_text(p->a, period, lang_danish(&p->lang)));
}

/* "/da/document/x?as_of=2009-06-01&line=15#L15" */
void
show_line_href(struct page *p, const struct source *s)
{
	HTML(p->b, " href=\"/");
	html_text(p->b, p->lang.code);
	HTML(p->b, "/document/");
	html_text(p->b, s->document);
	html_text(p->b, p->keep);
	if (s->line > 0) {
		html_text(p->b, p->keep.len > 0 ? STR("&") : STR("?"));
		HTML(p->b, "line=");
		html_int(p->b, s->line);
		HTML(p->b, "#L");
		html_int(p->b, s->line);
	}
	HTML(p->b, "\"");
}

/* The first words of a long title and its last one, where the year stands. */
static struct str
shortened(struct arena *a, struct str title)
{
	size_t last = title.len, first = 0, letters = 0;

	while (last > 0 && title.at[last - 1] != ' ')
		last--;
	for (size_t at = 0; at < last && letters <= SOURCE_FIRST; letters++) {
		if (title.at[at] == ' ')
			first = at;
		(void)utf8_next(title, &at);
	}
	if (first == 0 || utf8_length(title) <= SOURCE_LETTERS ||
	    utf8_length(str_slice(title, last, title.len)) > SOURCE_FIRST)
		return title;
	return arena_printf(a, STR_FMT " … " STR_FMT, STR_ARG(str_slice(title, 0, first)),
	    STR_ARG(str_slice(title, last, title.len)));
}

static void
put_document(struct page *p, struct str title, bool danish)
{
	bool foreign = danish != lang_danish(&p->lang);

	if (foreign) {
		HTML(p->b, "<span");
		page_words(p, danish);
		HTML(p->b, ">");
	}
	html_text(p->b, shortened(p->a, title));
	if (foreign)
		HTML(p->b, "</span>");
}

bool
show_source(struct page *p, const struct source *s)
{
	bool         danish = lang_danish(&p->lang);
	struct named n = { .id = s->document };
	struct str   title, line = arena_printf(p->a, "%u", (unsigned)s->line);

	if (s->document.len == 0)
		return false;
	if (p->document != NULL)
		n = p->document(p->of, s->document);
	title = named_title(&n, &danish);
	HTML(p->b, "<a class=\"source\"");
	show_line_href(p, s);
	HTML(p->b, ">");
	if (title.len > 0)
		put_document(p, title, danish);
	else
		html_text(p->b, s->document);
	if (s->line > 0)
		html_fill(p->b, say(&p->lang, ", line {1}"), &line, 1);
	HTML(p->b, "</a>");
	return true;
}

void
show_worded(struct page *p, struct worded w)
{
	struct named n = { .title = w.da, .title_en = w.en };

	page_named(p, &n);
}

void
show_exact(struct page *p, struct number n)
{
	HTML(p->b, "<data");
	html_attr(p->b, "value", number_plain(p->a, n));
	HTML(p->b, ">");
}

void
show_quantity(struct page *p, const struct quantity *q)
{
	struct bound low = q->range.low, high = q->range.high;

	if (q->has_point) {
		show_exact(p, q->point);
		return;
	}
	HTML(p->b, "<data");
	html_attr(p->b, "value", arena_printf(p->a, STR_FMT "/" STR_FMT,
	    STR_ARG(low.exists ? number_plain(p->a, low.at) : STR_NONE),
	    STR_ARG(high.exists ? number_plain(p->a, high.at) : STR_NONE)));
	HTML(p->b, ">");
}

void
show_exact_end(struct page *p)
{
	HTML(p->b, "</data>");
}

void
show_observation(struct page *p, const struct observation *o, enum unit u)
{
	const struct quantity *q = &o->value;
	bool       known = !o->withheld && o->missing == MISSING_NONE &&
	    (q->has_point || q->range.low.exists || q->range.high.exists);
	struct buf scratch;

	buf_init(&scratch, SCRATCH_MAX);
	observation_write(&scratch, o, u, lang_danish(&p->lang));
	if (known)
		show_quantity(p, q);
	html_text(p->b, buf_str(&scratch));
	if (known)
		show_exact_end(p);
	buf_free(&scratch);
}

/* Most figures have no mark: its words are looked up for those that do. */
static void
put_mark(struct page *p, bool on, const char *text, size_t *n)
{
	if (!on)
		return;
	html_text(p->b, (*n)++ == 0 ? STR(" (") : STR(", "));
	html_say(p->b, &p->lang, text);
}

void
show_marks(struct page *p, const struct observation *o)
{
	size_t n = 0;

	put_mark(p, o->preliminary, N_("preliminary"), &n);
	put_mark(p, o->assumed, N_("date assumed"), &n);
	put_mark(p, o->breaks, N_("break in the series"), &n);
	if (o->withheld) {
		html_text(p->b, n++ == 0 ? STR(" (") : STR(", "));
		html_text(p->b, withheld_words(o->withheld, lang_danish(&p->lang)));
	}
	if (o->missing != MISSING_NONE && o->missing != MISSING_NIL) {
		html_text(p->b, n++ == 0 ? STR(" (") : STR(", "));
		html_text(p->b, missing_word(o->missing, lang_danish(&p->lang)));
	}
	if (n > 0)
		HTML(p->b, ")");
}

void
show_moment(struct page *p, struct str at)
{
	int32_t day;

	if (day_from_iso(str_slice(at, 0, 10), &day))
		page_day(p, day);
	else
		html_text(p->b, at);
}

void
show_linked(struct page *p, const char *pattern, const char *kind, const struct named *n)
{
	struct str text = say(&p->lang, pattern);
	size_t     at = str_find(text, STR("{1}"), 0);

	if (n->id.len == 0)
		return;
	html_text(p->b, str_slice(text, 0, at));
	page_link(p, kind, n);
	if (at != SIZE_MAX)
		html_text(p->b, str_slice(text, at + 3, text.len));
}

struct str
show_measure(const struct lang *l, enum unit u)
{
	static const char *const measures[] = {
		[UNIT_SHARE] = N_("Share in per cent"), [UNIT_PERCENT] = N_("Per cent"),
		[UNIT_POINT] = N_("Difference in percentage points"), [UNIT_COUNT] = N_("Number"),
		[UNIT_PERSONS] = N_("Number of persons"), [UNIT_KRONER] = N_("Amount in kroner"),
		[UNIT_NUMBER] = N_("Figure"),
	};

	return say(l, measures[u]);
}

void
show_addresses(struct page *p, struct str lines)
{
	bool any = false;

	while (lines.len > 0) {
		struct str line = str_trim(str_cut(&lines, '\n'));

		if (!str_starts(line, STR("https://")) && !str_starts(line, STR("http://")))
			continue;
		if (!any)
			HTML(p->b, "<ul class=\"nobullet-list\">\n");
		HTML(p->b, "<li><a rel=\"noopener noreferrer nofollow\"");
		html_attr(p->b, "href", line);
		HTML(p->b, ">");
		html_text(p->b, line);
		HTML(p->b, "</a></li>\n");
		any = true;
	}
	if (any)
		HTML(p->b, "</ul>\n");
}

void
show_which(struct page *p, struct str which)
{
	if (which.len == 0)
		return;
	HTML(p->b, " <span class=\"sr-only\">(");
	html_text(p->b, which);
	HTML(p->b, ")</span>");
}

/* chart_help.h - points of series for the tests of charts, and what is drawn. */
#ifndef TEST_CHART_HELP_H
#define TEST_CHART_HELP_H

#include "svg_check.h"
#include "core/calendar.h"
#include "view/chart.h"

#define HOSTILE "Ærø</title><script>alert('å')</script>\"&"

struct drawing {
	struct arena a;
	struct buf   b;
	struct lang  lang;
	struct page  page;
};

static inline void
drawing_begin(struct drawing *d, const char *lang)
{
	*d = (struct drawing){ 0 };
	buf_init(&d->b, (size_t)1 << 22);
	assert_true(lang_find(str_from(lang), &d->lang));
	d->page = (struct page){ .b = &d->b, .a = &d->a, .lang = d->lang };
}

static inline struct chart_out
drawing_out(struct drawing *d, enum chart_form form, enum chart_width width)
{
	return (struct chart_out){ &d->b, &d->a, &d->lang, form, width };
}

/* What was drawn, NUL-terminated, found to be well formed; shapes in `*shapes`. */
static inline const char *
drawn(struct drawing *d, size_t *shapes)
{
	size_t n;

	assert_true(buf_ok(&d->b));
	buf_char(&d->b, '\0');
	assert_true(buf_ok(&d->b));
	n = svg_check(d->b.at);
	if (shapes != NULL)
		*shapes = n;
	return d->b.at;
}

static inline void
drawing_end(struct drawing *d)
{
	buf_free(&d->b);
	arena_free(&d->a);
}

static inline size_t
count_of(const char *text, const char *what)
{
	size_t n = 0;

	for (const char *p = text; (p = strstr(p, what)) != NULL; p++)
		n++;
	return n;
}

#define assert_says(text, what)                                               \
	do {                                                                  \
		if (strstr((text), (what)) == NULL)                           \
			fail_msg("\"%s\" is not in\n%.8000s", (what), (text)); \
	} while (0)
#define assert_silent(text, what)                                             \
	do {                                                                  \
		if (strstr((text), (what)) != NULL)                           \
			fail_msg("\"%s\" is in\n%.8000s", (what), (text));    \
	} while (0)

/* The figure of a year, at its end. */
static inline struct chart_point
year_point(struct arena *a, int year, int64_t units, uint8_t scale)
{
	return (struct chart_point){
		.day = day_of(year + 1, 1, 1), .label = arena_printf(a, "%d", year),
		.state = CHART_VALUE, .value = NUMBER(units, scale),
	};
}

static inline struct chart_head
plain_head(const char *id, const char *title)
{
	return (struct chart_head){ .id = str_from(id), .title = { str_from(title), STR_NONE },
	                            .description = STR("Andelen stiger på Østerbro."),
	                            .unit = STR("pct.") };
}

#endif

#include "report/picture.h"
#include "port/child.h"
#include "view/chart_draw.h"
#include "view/html.h"

#define SECONDS  20
#define MEMORY   ((size_t)2 << 30)
#define PNG_MOST ((size_t)16 << 20)

/* A file of its own: its name space, its style, white ground. */
static void
put_file(struct buf *b, struct str svg, struct str lang)
{
	size_t end = str_find(svg, STR(">"), 0);

	HTML(b, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
	html_attr(b, "xml:lang", lang);
	buf_put(b, str_slice(svg, STR("<svg").len, end));
	HTML(b, "><style>");
	buf_put(b, chart_style());
	HTML(b, ".chart text { font-family: \"IBM Plex Sans\", \"Liberation Sans\", Arial, \"DejaVu Sans\", "
	    "sans-serif; }</style>");
	buf_put(b, str_slice(svg, end + 1, svg.len));
}

static bool
draw(struct arena *a, const struct buf *file, const char *const *argv, struct str *ret)
{
	struct buf   png;
	struct child c = {
		.argv = argv, .in = buf_str(file), .out = &png,
		.limits = { .seconds = SECONDS, .cpu_seconds = SECONDS, .bytes = MEMORY },
	};
	bool         ok;

	buf_init(&png, PNG_MOST);
	ok = buf_ok(file) && child_run(&c) == CHILD_OK && str_starts(buf_str(&png), STR("\x89PNG"));
	if (ok)
		*ret = str_dup(a, buf_str(&png));
	buf_free(&png);
	return ok;
}

bool
picture_png(struct arena *a, struct str svg, struct str lang, struct str *ret)
{
	static const char *const argv[] = { "rsvg-convert", "--width=1440", "--keep-aspect-ratio",
		"--background-color=white", NULL };
	struct buf file;
	bool       ok;

	if (!str_starts(svg, STR("<svg")))
		return false;
	buf_init(&file, PNG_MOST);
	put_file(&file, svg, lang);
	ok = draw(a, &file, argv, ret);
	buf_free(&file);
	return ok;
}

/* ---- cards ---- */

#define MARGIN 24                       /* dots */

/* "0 0 720 398" */
static struct str
view_of(struct str svg)
{
	const struct str mark = STR(" viewBox=\"");
	size_t           from = str_find(svg, mark, 0), to;

	if (from == SIZE_MAX)
		return STR_NONE;
	from += mark.len;
	to = str_find(svg, STR("\""), from);
	return to == SIZE_MAX ? STR_NONE : str_slice(svg, from, to);
}

bool
picture_card(struct arena *a, struct str svg, struct str *ret)
{
	static const char *const argv[] = { "rsvg-convert", "--background-color=white", NULL };
	struct str view = view_of(svg);
	struct buf file;
	bool       ok;

	if (!str_starts(svg, STR("<svg")) || view.len == 0)
		return false;
	buf_init(&file, PNG_MOST);
	buf_putf(&file, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\">"
	    "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" viewBox=\"" STR_FMT "\">",
	    CARD_WIDTH, CARD_HEIGHT, MARGIN, MARGIN, CARD_WIDTH - 2 * MARGIN, CARD_HEIGHT - 2 * MARGIN,
	    STR_ARG(view));
	buf_put(&file, svg);
	BUF_LIT(&file, "</svg></svg>");
	ok = draw(a, &file, argv, ret);
	buf_free(&file);
	return ok;
}

bool
picture_can(void)
{
	static const char *const argv[] = { "rsvg-convert", "--version", NULL };
	const struct child       c = { .argv = argv, .limits = { .seconds = SECONDS } };

	return child_run(&c) == CHILD_OK;
}

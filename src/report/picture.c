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

bool
picture_png(struct arena *a, struct str svg, struct str lang, struct str *ret)
{
	static const char *const argv[] = { "rsvg-convert", "--width=1440", "--keep-aspect-ratio",
		"--background-color=white", NULL };
	struct buf   file, png;
	struct child c = {
		.argv = argv, .out = &png,
		.limits = { .seconds = SECONDS, .cpu_seconds = SECONDS, .bytes = MEMORY },
	};
	bool         ok = str_starts(svg, STR("<svg"));

	buf_init(&file, PNG_MOST);
	buf_init(&png, PNG_MOST);
	if (ok) {
		put_file(&file, svg, lang);
		c.in = buf_str(&file);
		ok = buf_ok(&file) && child_run(&c) == CHILD_OK && str_starts(buf_str(&png), STR("\x89PNG"));
	}
	if (ok)
		*ret = str_dup(a, buf_str(&png));
	buf_free(&file);
	buf_free(&png);
	return ok;
}

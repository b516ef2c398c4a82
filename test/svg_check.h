/* svg_check.h - is this a drawing? Tags are closed in order, attributes quoted and
 * named once, nothing but known entities; no script, no style attribute; ids stand
 * once; and everything lies within the viewBox. */
#ifndef TEST_SVG_CHECK_H
#define TEST_SVG_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define SVG_DEPTH 32
#define SVG_IDS   4096


struct svg {
	const char *at;                 /* what is left */
	char        open[SVG_DEPTH][24];
	size_t      depth, defs;        /* defs: depth at which <defs> began, else 0 */
	double      width, height;
	const char *id[SVG_IDS];
	size_t      id_len[SVG_IDS], ids;
	size_t      drawings, shapes;
};

#define svg_fail(s, why) fail_msg("%s at: %.80s", (why), (s)->at)

/* A length that is not negative and has at most two decimals, or any of the like. */
static inline double
svg_number(struct svg *s, const char **p)
{
	char  *end;
	double v = strtod(*p, &end);

	if (end == *p)
		svg_fail(s, "no number");
	*p = end;
	while (**p == ' ' || **p == ',')
		++*p;
	return v;
}

static inline void
svg_inside(struct svg *s, double x, double y)
{
	const double slack = 0.011;

	if (s->defs > 0)
		return;
	s->shapes++;
	if (x < -slack || y < -slack || x > s->width + slack || y > s->height + slack)
		fail_msg("%f,%f is outside %fx%f at: %.120s", x, y, s->width, s->height, s->at);
}

static inline void
svg_path(struct svg *s, const char *d, size_t len)
{
	const char *p = d, *end = d + len;
	double      x = 0, y = 0, x0 = 0, y0 = 0;
	char        c = 'M';

	while (p < end) {
		if (strchr("MLHVAZmlhvaz", *p) != NULL)
			c = *p++;
		else if (*p == ' ') {
			p++;
			continue;
		}
		switch (c) {
		case 'M': case 'L': x = svg_number(s, &p); y = svg_number(s, &p); break;
		case 'm': case 'l': x += svg_number(s, &p); y += svg_number(s, &p); break;
		case 'H': x = svg_number(s, &p); break;
		case 'h': x += svg_number(s, &p); break;
		case 'V': y = svg_number(s, &p); break;
		case 'v': y += svg_number(s, &p); break;
		case 'A':
			for (int i = 0; i < 5; i++)
				svg_number(s, &p);
			x = svg_number(s, &p);
			y = svg_number(s, &p);
			break;
		case 'z': x = x0; y = y0; break;
		default: svg_fail(s, "unknown command of a path");
		}
		if (c == 'M' || c == 'm') {
			x0 = x;
			y0 = y;
		}
		svg_inside(s, x, y);
	}
}

/* The attribute of a tag [from, to), or NULL; its length in `*len`. */
static inline const char *
svg_value(const char *from, const char *to, const char *name, size_t *len)
{
	size_t n = strlen(name);

	for (const char *p = from; p + n + 3 <= to; p++)
		if (p[0] == ' ' && strncmp(p + 1, name, n) == 0 && p[n + 1] == '=') {
			const char *v = p + n + 3;

			*len = (size_t)(strchr(v, '"') - v);
			return v;
		}
	return NULL;
}

static inline double
svg_length(struct svg *s, const char *from, const char *to, const char *name)
{
	size_t      len = 0;
	const char *v = svg_value(from, to, name, &len);

	return v != NULL && v[len - 1] != '%' ? svg_number(s, &v) : 0;
}

static inline void
svg_shape(struct svg *s, const char *tag, const char *from, const char *to)
{
	size_t      len = 0;
	const char *v = svg_value(from, to, "d", &len);
	double      x = svg_length(s, from, to, "x"), y = svg_length(s, from, to, "y");

	if (strcmp(tag, "path") == 0) {
		assert_non_null(v);
		svg_path(s, v, len);
	} else if (strcmp(tag, "rect") == 0) {
		double w = svg_length(s, from, to, "width"), h = svg_length(s, from, to, "height");

		assert_true(w >= 0 && h >= 0);
		svg_inside(s, x, y);
		svg_inside(s, x + w, y + h);
	} else if (strcmp(tag, "circle") == 0) {
		double cx = svg_length(s, from, to, "cx"), cy = svg_length(s, from, to, "cy");
		double r = svg_length(s, from, to, "r");

		svg_inside(s, cx - r, cy - r);
		svg_inside(s, cx + r, cy + r);
	} else if (strcmp(tag, "line") == 0) {
		svg_inside(s, svg_length(s, from, to, "x1"), svg_length(s, from, to, "y1"));
		svg_inside(s, svg_length(s, from, to, "x2"), svg_length(s, from, to, "y2"));
	} else if (strcmp(tag, "text") == 0) {
		svg_inside(s, x, y);
	}
}

static inline void
svg_view(struct svg *s, const char *from, const char *to)
{
	size_t      len = 0;
	const char *v = svg_value(from, to, "viewBox", &len);

	assert_non_null(v);
	if (v == NULL)
		return;
	svg_number(s, &v);
	svg_number(s, &v);
	s->width = svg_number(s, &v);
	s->height = svg_number(s, &v);
	assert_true(s->width > 0 && s->height > 0);
	s->drawings++;
}

static inline void
svg_id(struct svg *s, const char *from, const char *to)
{
	size_t      len = 0;
	const char *v = svg_value(from, to, "id", &len);

	if (v == NULL)
		return;
	for (size_t i = 0; i < s->ids; i++)
		if (s->id_len[i] == len && strncmp(s->id[i], v, len) == 0)
			fail_msg("the id %.*s stands twice", (int)len, v);
	assert_true(s->ids < SVG_IDS);
	s->id[s->ids] = v;
	s->id_len[s->ids++] = len;
}

/* ` name="value"` to the end of the tag; returns where that is. */
static inline const char *
svg_attrs(struct svg *s, const char *p)
{
	while (*p == ' ' ) {
		const char *name = ++p;

		while (*p != '=' && *p != '\0' && *p != ' ' && *p != '>')
			p++;
		if (strncmp(name, "style", 5) == 0 || strncmp(name, "on", 2) == 0)
			svg_fail(s, "an attribute that no policy allows");
		if (p[0] != '=' || p[1] != '"') {
			if (strncmp(name, "hidden", 6) == 0)
				continue;
			svg_fail(s, "an attribute without a quoted value");
		}
		for (p += 2; *p != '"'; p++)
			if (*p == '<' || *p == '\0')
				svg_fail(s, "an attribute that does not end");
		p++;
	}
	return p;
}

static inline void
svg_entity(struct svg *s)
{
	static const char *const known[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#39;" };

	for (size_t i = 0; i < 5; i++)
		if (strncmp(s->at, known[i], strlen(known[i])) == 0)
			return;
	svg_fail(s, "an unknown entity");
}

static inline void
svg_open_tag(struct svg *s)
{
	char        tag[24];
	size_t      n = strcspn(s->at + 1, " />");
	const char *from = s->at, *to;
	bool        single;

	assert_true(n > 0 && n < sizeof tag);
	memcpy(tag, s->at + 1, n);
	tag[n] = '\0';
	if (strcmp(tag, "script") == 0)
		svg_fail(s, "a script");
	to = svg_attrs(s, s->at + 1 + n);
	single = *to == '/';
	if (to[single] != '>')
		svg_fail(s, "a tag that does not end");
	if (strcmp(tag, "svg") == 0)
		svg_view(s, from, to);
	svg_id(s, from, to);
	svg_shape(s, tag, from, to);
	if (!single) {
		assert_true(s->depth < SVG_DEPTH);
		strcpy(s->open[s->depth++], tag);
		if (strcmp(tag, "defs") == 0)
			s->defs = s->depth;
	}
	s->at = to + single + 1;
}

static inline void
svg_close_tag(struct svg *s)
{
	size_t n = strcspn(s->at + 2, ">");

	if (s->depth == 0 || strlen(s->open[s->depth - 1]) != n ||
	    strncmp(s->open[s->depth - 1], s->at + 2, n) != 0)
		svg_fail(s, "a tag closed out of order");
	if (s->defs == s->depth)
		s->defs = 0;
	s->depth--;
	s->at += n + 3;
}

/* All of a text, which may be a page's part with several drawings. Returns how many
 * shapes and texts it draws. */
static inline size_t
svg_check(const char *text)
{
	struct svg *s = calloc(1, sizeof *s);
	size_t      shapes;

	assert_non_null(s);
	s->at = text;
	while (*s->at != '\0') {
		if (s->at[0] == '<' && s->at[1] == '/')
			svg_close_tag(s);
		else if (s->at[0] == '<')
			svg_open_tag(s);
		else if (s->depth > 0 && strcmp(s->open[s->depth - 1], "style") == 0)
			s->at += strcspn(s->at, "<");
		else {
			if (*s->at == '&')
				svg_entity(s);
			s->at++;
		}
	}
	assert_int_equal(s->depth, 0);
	shapes = s->shapes;
	free(s);
	return shapes;
}

#endif

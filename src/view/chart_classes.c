#include <stdlib.h>
#include "view/chart_classes.h"

static int
value_cmp(const void *a, const void *b)
{
	const struct chart_area *const *x = a, *const *y = b;

	return number_cmp((*x)->value, (*y)->value);
}

static const struct chart_area **
sorted(struct arena *a, const struct chart_map *c, size_t *n)
{
	const struct chart_area **at = ARENA_ARRAY(a, const struct chart_area *, c->len + 1);

	*n = 0;
	for (size_t i = 0; i < c->len; i++)
		if (c->at[i].state == CHART_VALUE)
			at[(*n)++] = &c->at[i];
	qsort(at, *n, sizeof *at, value_cmp);
	return at;
}

/* Fewer classes are spread over the scale: two are its ends. */
size_t
chart_class_shade(size_t i, size_t n)
{
	return n > 1 ? i * (CHART_CLASSES - 1) / (n - 1) : CHART_CLASSES / 2;
}

static struct chart_key
key_of(struct str name, size_t class_, size_t classes)
{
	static const struct chart_key of[CHART_CLASSES] = {
		{ .class_name = "ch-c1" },
		{ .class_name = "ch-c2", .pattern = PATTERN_DOTS, .ink = true },
		{ .class_name = "ch-c3", .pattern = PATTERN_RISE, .ink = true },
		{ .class_name = "ch-c4", .pattern = PATTERN_FALL },
		{ .class_name = "ch-c5" },
	};
	struct chart_key k = of[chart_class_shade(class_, classes)];

	k.name = (struct chart_words){ name, STR_NONE };
	return k;
}

static struct chart_key
none_key(const struct chart_out *o)
{
	return (struct chart_key){ { say(o->lang, "no figure"), STR_NONE }, "ch-c0", PATTERN_CROSS,
	                           true };
}

static struct str
range_name(const struct chart_out *o, const struct chart_area *low, const struct chart_area *high)
{
	struct str end[2] = { chart_value_text(o, low->value, low->text),
	                      chart_value_text(o, high->value, high->text) };

	if (number_cmp(low->value, high->value) == 0)
		return end[0];
	return text_fill(o->a, STR("{1}–{2}"), end, 2);
}

/* Where class k ends, moved on so that equal figures stay together. */
static size_t
class_end(const struct chart_area **at, size_t n, size_t from, size_t k)
{
	size_t end = n * (k + 1) / CHART_CLASSES;

	if (end <= from)
		return from;
	while (end < n && number_cmp(at[end]->value, at[end - 1]->value) == 0)
		end++;
	return end;
}

struct cut {
	size_t from[CHART_CLASSES], to[CHART_CLASSES], len;
};

static struct cut
cuts_of(const struct chart_area **at, size_t n)
{
	struct cut cut = { .len = 0 };
	size_t     from = 0;

	for (size_t k = 0; k < CHART_CLASSES; k++) {
		size_t end = class_end(at, n, from, k);

		if (end == from)
			continue;
		cut.from[cut.len] = from;
		cut.to[cut.len++] = end;
		from = end;
	}
	return cut;
}

/* All the classes that have a name, whether an area is in them or not. */
static struct chart_classes *
named_classes(const struct chart_out *o, const struct chart_map *c, struct chart_classes *s)
{
	bool none = false;

	for (size_t i = 0; i < c->len; i++) {
		bool in = c->at[i].state == CHART_VALUE && c->at[i].class_ > 0 &&
		    c->at[i].class_ <= c->classes;

		s->of[i] = in ? c->at[i].class_ - 1 : c->classes;
		none |= !in;
	}
	for (size_t k = 0; k < c->classes; k++) {
		s->key[k] = key_of(c->class_[k].text, k, c->classes);
		s->key[k].name = c->class_[k];
	}
	s->key[c->classes] = none_key(o);
	s->keys = (struct chart_keys){ &c->head, s->key, c->classes + none };
	return s;
}

struct chart_classes *
chart_classes_of(const struct chart_out *o, const struct chart_map *c)
{
	struct chart_classes     *s = ARENA_NEW(o->a, struct chart_classes);
	size_t                    n;
	const struct chart_area **at = sorted(o->a, c, &n);
	struct cut                cut = cuts_of(at, n);

	s->of = ARENA_ARRAY(o->a, size_t, c->len + 1);
	if (c->classes > 0 && c->classes <= CHART_CLASSES)
		return named_classes(o, c, s);
	for (size_t i = 0; i < c->len; i++)
		s->of[i] = cut.len;
	for (size_t k = 0; k < cut.len; k++) {
		s->key[k] = key_of(range_name(o, at[cut.from[k]], at[cut.to[k] - 1]), k, cut.len);
		for (size_t i = cut.from[k]; i < cut.to[k]; i++)
			s->of[at[i] - c->at] = k;
	}
	s->key[cut.len] = none_key(o);
	s->keys = (struct chart_keys){ &c->head, s->key, cut.len + (n < c->len) };
	return s;
}

struct str
chart_area_text(const struct chart_out *o, const struct chart_area *r)
{
	switch (r->state) {
	case CHART_MISSING:
		return r->note.len > 0 ? r->note : say(o->lang, "missing");
	case CHART_WITHHELD:
		return r->note.len > 0 ? r->note : say(o->lang, "withheld");
	case CHART_RANGE:
		return r->text;
	case CHART_VALUE:
		break;
	}
	return chart_value_text(o, r->value, r->text);
}

/* "Valby: 59,9 pct." */
static struct str
area_words(const struct chart_out *o, const struct chart_map *c, const struct chart_area *r)
{
	struct str with[3] = { r->name.text, chart_area_text(o, r), c->head.unit };

	if (r->state != CHART_VALUE || c->head.unit.len == 0)
		return text_fill(o->a, STR("{1}: {2}"), with, 2);
	return text_fill(o->a, STR("{1}: {2} {3}"), with, 3);
}

void
chart_area_open(const struct chart_out *o, const struct chart_map *c, const struct chart_area *r)
{
	if (r->href.len == 0)
		return;
	HTML(o->b, "<a");
	html_attr(o->b, "href", r->href);
	html_attr(o->b, "aria-label", area_words(o, c, r));
	HTML(o->b, ">");
}

void
chart_area_title(const struct chart_out *o, const struct chart_map *c, const struct chart_area *r)
{
	HTML(o->b, "<title");
	chart_lang(o, &r->name);
	HTML(o->b, ">");
	html_text(o->b, area_words(o, c, r));
	HTML(o->b, "</title>");
}

void
chart_area_close(const struct chart_out *o, const struct chart_area *r)
{
	buf_put(o->b, r->href.len > 0 ? STR("</a>\n") : STR("\n"));
}

bool
chart_areas_linked(const struct chart_map *c)
{
	for (size_t i = 0; i < c->len; i++)
		if (c->at[i].href.len > 0)
			return true;
	return false;
}

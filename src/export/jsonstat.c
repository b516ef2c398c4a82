#include "export/jsonstat.h"

#define SPARSE 4                /* times as many places as cells: written by place */

struct writer {
	struct json         *j;
	const struct stream *to;
	const struct cube   *c;
	bool                 danish;
};

/* CL_OBS_STATUS, as far as it is used */
static const struct {
	const char *code;
	struct str  da, en;
} statuses[] = {
	{ "B", STR_INIT("brud i serien"), STR_INIT("break in the series") },
	{ "E", STR_INIT("omtrentligt eller skønnet"), STR_INIT("approximate or estimated") },
	{ "L", STR_INIT("ikke oplyst"), STR_INIT("not stated") },
	{ "M", STR_INIT("ikke relevant"), STR_INIT("not applicable") },
	{ "P", STR_INIT("foreløbigt"), STR_INIT("preliminary") },
	{ "Q", STR_INIT("tilbageholdt"), STR_INIT("withheld") },
};

static const struct schema_field collection_fields[] = {
	{ "version", "string", "2.0" },
	{ "class", "string", "collection" },
	{ "label", "string", NULL },
	{ "link", "JsonStatLinks", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field link_fields[] = {
	{ "item", "JsonStatDataset[]", "Whole, not referred to" },
	{ NULL, NULL, NULL },
};

static const struct schema_field dataset_fields[] = {
	{ "version", "string", "2.0" },
	{ "class", "string", "dataset" },
	{ "label", "string", "Title of the indicator" },
	{ "source", "string", "The authority" },
	{ "updated?", "time", "When the newest of the figures was recorded" },
	{ "note?", "string[]", "Its definition" },
	{ "id", "string[]", "The dimensions in order" },
	{ "size", "integer[]", "Of each, beside `id`" },
	{ "role", "object", "time, geo and metric" },
	{ "dimension", "object", "By name: label and category" },
	{ "value", "array|object", "Row by row: an array, or an object by place" },
	{ "status?", "object", "SDMX's code of what is no plain figure, by place" },
	{ "extension?", "object", "Words of these codes" },
	{ NULL, NULL, NULL },
};

const struct schema schemas_jsonstat[] = {
	{ "JsonStatDataset", "A dataset of JSON-stat 2.0", dataset_fields, NULL, 0 },
	{ "JsonStatCollection", "A collection of JSON-stat 2.0", collection_fields, NULL, 0 },
	{ "JsonStatLinks", "What is in a collection", link_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static struct str
label(const struct writer *w, const struct named *n, struct str none)
{
	bool danish = w->danish;

	return n->id.len > 0 ? named_title(n, &danish) : none;
}

static void
member_of_list(struct json *j, const char *key, struct str only)
{
	json_member_array(j, key);
	json_text(j, only);
	json_end(j);
}

/* ---- sides ---- */

/* Opens {"label":...,"category":{"index":[ */
static void
open_side(struct json *j, const char *name, struct str words)
{
	json_key(j, name);
	json_object(j);
	json_member(j, "label", words);
	json_key(j, "category");
	json_object(j);
	json_member_array(j, "index");
}

static void
end_index(struct json *j)
{
	json_end(j);
	json_key(j, "label");
	json_object(j);
}

static void
end_side(struct json *j)
{
	json_end(j);
	json_end(j);
	json_end(j);
}

static void
put_indicator(const struct writer *w)
{
	struct json      *j = w->j;
	const struct cube *c = w->c;

	open_side(j, "indicator", w->danish ? STR("indikator") : STR("indicator"));
	json_text(j, c->indicator.id);
	end_index(j);
	json_key_text(j, c->indicator.id);
	json_text(j, label(w, &c->indicator, STR_NONE));
	json_end(j);
	json_key(j, "unit");
	json_object(j);
	json_key_text(j, c->indicator.id);
	json_object(j);
	json_member(j, "label", unit_code(c->is.unit));
	json_end(j);
	end_side(j);
}

static void
put_members(const struct writer *w, const char *name, struct str words,
            const struct cube_member *at, size_t n, struct str everybody)
{
	struct json *j = w->j;

	open_side(j, name, words);
	for (size_t i = 0; i < n; i++)
		json_text(j, at[i].code);
	end_index(j);
	for (size_t i = 0; i < n; i++) {
		json_key_text(j, at[i].code);
		json_text(j, label(w, &at[i].is, everybody));
	}
	end_side(j);
}

static void
put_times(const struct writer *w)
{
	struct json *j = w->j;
	struct arena a = { 0 };

	open_side(j, "time", w->danish ? STR("periode") : STR("period"));
	for (size_t i = 0; i < w->c->times; i++)
		json_text(j, w->c->time[i].code);
	end_index(j);
	for (size_t i = 0; i < w->c->times; i++) {
		json_key_text(j, w->c->time[i].code);
		json_text(j, period_text(&a, w->c->time[i].period, w->danish));
	}
	end_side(j);
	arena_free(&a);
}

static void
put_methods(const struct writer *w)
{
	struct json *j = w->j;

	open_side(j, "method", w->danish ? STR("metode") : STR("method"));
	for (size_t i = 0; i < w->c->methods; i++)
		json_text(j, w->c->method[i].code);
	end_index(j);
	for (size_t i = 0; i < w->c->methods; i++) {
		json_key_text(j, w->c->method[i].code);
		json_text(j, label(w, &w->c->method[i].is, w->c->method[i].code));
	}
	end_side(j);
}

static void
put_sides(const struct writer *w)
{
	const struct cube *c = w->c;
	const struct {
		const char *id;
		size_t      size;
	} side[] = { { "indicator", 1 }, { "area", c->areas }, { "time", c->times },
		     { "group", c->groups }, { "method", c->methods } };
	struct json *j = w->j;

	json_member_array(j, "id");
	for (size_t i = 0; i < COUNT_OF(side); i++)
		json_text(j, str_from(side[i].id));
	json_end(j);
	json_member_array(j, "size");
	for (size_t i = 0; i < COUNT_OF(side); i++)
		json_int(j, (int64_t)side[i].size);
	json_end(j);
	json_key(j, "role");
	json_object(j);
	member_of_list(j, "time", STR("time"));
	member_of_list(j, "geo", STR("area"));
	member_of_list(j, "metric", STR("indicator"));
	json_end(j);
	json_key(j, "dimension");
	json_object(j);
	put_indicator(w);
	put_members(w, "area", w->danish ? STR("område") : STR("area"), c->area, c->areas, STR_NONE);
	put_times(w);
	put_members(w, "group", w->danish ? STR("gruppe") : STR("group"), c->group, c->groups,
	    w->danish ? STR("alle") : STR("everybody"));
	put_methods(w);
	json_end(j);
}

/* ---- cells ---- */

/* The key of a place, without a string made of it. */
static void
put_place(struct json *j, size_t place)
{
	char   text[24];
	size_t i = sizeof text;

	do
		text[--i] = (char)('0' + place % 10);
	while ((place /= 10) > 0);
	json_key_text(j, (struct str){ text + i, sizeof text - i });
}

static bool
put_sparse(const struct writer *w)
{
	struct cube_cell cell;
	struct number    n;

	json_object(w->j);
	if (!w->c->rewind(w->c->from))
		return false;
	while (w->c->next(w->c->from, &cell)) {
		if (!cube_figure(cell.o, &n))
			continue;
		put_place(w->j, cube_place(w->c, &cell));
		json_figure(w->j, n);
		stream_drain(w->to);
	}
	json_end(w->j);
	return true;
}

static bool
put_dense(const struct writer *w, size_t places)
{
	struct cube_cell cell;
	struct number    n;
	size_t           at = 0;

	json_array(w->j);
	if (!w->c->rewind(w->c->from))
		return false;
	while (w->c->next(w->c->from, &cell)) {
		for (size_t place = cube_place(w->c, &cell); at < place; at++)
			json_null(w->j);
		if (cube_figure(cell.o, &n))
			json_figure(w->j, n);
		else
			json_null(w->j);
		at++;
		stream_drain(w->to);
	}
	for (; at < places; at++)
		json_null(w->j);
	json_end(w->j);
	return true;
}

static bool
put_statuses(const struct writer *w)
{
	struct cube_cell cell;

	json_key(w->j, "status");
	json_object(w->j);
	if (!w->c->rewind(w->c->from))
		return false;
	while (w->c->next(w->c->from, &cell)) {
		struct str status = cube_status(cell.o);

		if (str_eq(status, STR("A")))
			continue;
		put_place(w->j, cube_place(w->c, &cell));
		json_text(w->j, status);
		stream_drain(w->to);
	}
	json_end(w->j);
	json_key(w->j, "extension");
	json_object(w->j);
	json_key(w->j, "status");
	json_object(w->j);
	for (size_t i = 0; i < COUNT_OF(statuses); i++)
		json_member(w->j, statuses[i].code, w->danish ? statuses[i].da : statuses[i].en);
	json_end(w->j);
	json_end(w->j);
	return true;
}

bool
export_jsonstat_item(struct json *j, const struct stream *to, const struct cube *c,
                     struct str source, bool danish)
{
	struct writer w = { j, to, c, danish };
	size_t        places = c->areas * c->times * c->groups * c->methods;
	struct str    note = !danish && c->definition.en.len > 0 ? c->definition.en
	                                                         : c->definition.da;
	bool          ok;

	json_object(j);
	json_member(j, "version", STR("2.0"));
	json_member(j, "class", STR("dataset"));
	json_member(j, "label", label(&w, &c->indicator, STR_NONE));
	json_member(j, "source", source);
	json_member_some(j, "updated", c->updated);
	if (note.len > 0)
		member_of_list(j, "note", note);
	put_sides(&w);
	json_key(j, "value");
	ok = places / SPARSE > c->cells ? put_sparse(&w) : put_dense(&w, places);
	if (!ok || (c->has_status && !put_statuses(&w)))
		return false;
	json_end(j);
	return true;
}

bool
export_jsonstat(const struct stream *to, const struct cube *c, struct str source, bool danish)
{
	struct json j = json_new(to->b);

	j.pretty = false;
	return export_jsonstat_item(&j, to, c, source, danish);
}

void
export_jsonstat_begin(struct json *j, struct str words)
{
	json_object(j);
	json_member(j, "version", STR("2.0"));
	json_member(j, "class", STR("collection"));
	json_member(j, "label", words);
	json_key(j, "link");
	json_object(j);
	json_member_array(j, "item");
}

void
export_jsonstat_end(struct json *j)
{
	json_end(j);
	json_end(j);
	json_end(j);
}

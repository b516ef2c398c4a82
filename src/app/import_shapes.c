#include "app/import_shapes.h"
#include "app/shapes.h"
#include "base/utf8.h"
#include "document/geojson.h"

#define GEOMETRY_MAX ((size_t)64 << 20)

struct match {
	struct arena          *a;
	const struct snapshot *sn;
	struct str             file;
	struct diags          *d;
	struct str            *title;   /* folded, beside the areas of the snapshot */
	struct shapes_found    found;
};

static struct str
first_text(const struct geo_area *f)
{
	return f->properties > 0 ? f->property[0].text : STR("without properties");
}

static void
warn(struct match *m, struct str message)
{
	static const struct str hint = STR_INIT("a property must hold the area's key or its title");

	(void)diag_add(m->d, (struct diag){
		.level = DIAG_WARNING, .where = m->file, .message = message, .hint = hint,
	});
}

/* ---- which area ---- */

static int64_t
by_key(const struct match *m, struct str text)
{
	int64_t id = things_find(m->sn->things, NOUN_AREA, text);

	return snapshot_row(m->sn, id) != NULL ? id : 0;
}

/* 0: none, or more than one area has the title. */
static int64_t
by_title(const struct match *m, struct str text)
{
	struct str folded = utf8_fold(m->a, text);
	int64_t    id = 0;

	for (size_t i = 0; i < m->sn->len[NOUN_AREA]; i++) {
		if (folded.len == 0 || !str_eq(m->title[i], folded))
			continue;
		if (id != 0)
			return 0;
		id = m->sn->row[NOUN_AREA][i].id;
	}
	return id;
}

/* By one property after the other; `*two` is set when they name different areas. */
static int64_t
find_by(const struct match *m, const struct geo_area *f,
        int64_t (*find)(const struct match *, struct str), struct str *name, bool *two)
{
	int64_t id = 0;

	for (size_t i = 0; i < f->properties; i++) {
		int64_t found = find(m, f->property[i].text);

		*two |= id != 0 && found != 0 && found != id;
		if (id == 0 && found != 0) {
			id = found;
			*name = f->property[i].text;
		}
	}
	return id;
}

static bool
is_taken(struct match *m, int64_t area)
{
	for (size_t i = 0; i < m->found.len; i++)
		if (m->found.at[i].area == area)
			return true;
	return false;
}

/* False: it cannot go on. */
static bool
match_one(struct match *m, const struct geo_area *f)
{
	struct str name = STR_NONE;
	bool       two = false;
	int64_t    area = find_by(m, f, by_key, &name, &two);

	if (area == 0 && !two)
		area = find_by(m, f, by_title, &name, &two);
	if (area == 0 || two || f->shape.len == 0) {
		warn(m, arena_printf(m->a, "“" STR_FMT "” %s", STR_ARG(str_slice(first_text(f), 0, 80)),
		    two ? "names more than one area of the register"
		    : area == 0 ? "is no area of the register" : "has no polygon"));
		m->found.unknown++;
		return true;
	}
	if (is_taken(m, area))
		return diag_error(m->d, m->file, 0, arena_printf(m->a, "the area “" STR_FMT
		    "” is there twice", STR_ARG(snapshot_title(m->sn, area))),
		    STR("join its parts into one feature with a MultiPolygon"));
	m->found.at[m->found.len++] = (struct shape_match){ f, area, name };
	return true;
}

bool
shapes_match(struct arena *a, const struct snapshot *sn, struct str file,
             const struct geo_areas *areas, struct diags *d, struct shapes_found *ret)
{
	struct match m = { .a = a, .sn = sn, .file = file, .d = d };

	m.found.at = ARENA_ARRAY(a, struct shape_match, areas->len + 1);
	m.title = ARENA_ARRAY(a, struct str, sn->len[NOUN_AREA] + 1);
	for (size_t i = 0; i < sn->len[NOUN_AREA]; i++)
		m.title[i] = utf8_fold(a, sn->row[NOUN_AREA][i].text[AREA_title]);
	for (size_t i = 0; i < areas->len; i++)
		if (!match_one(&m, &areas->at[i]))
			return false;
	if (m.found.len == 0)
		return diag_error(d, file, 0, STR("none of its features is an area of the register"),
		    STR("give each a property with the area's key or title"));
	*ret = m.found;
	return true;
}

/* ---- into the register ---- */

static bool
keep_one(struct arena *a, struct store *s, struct things *t, const struct snapshot *sn,
         int64_t change, const struct shape_match *m)
{
	const struct noun_row *before = shape_of(sn, m->area);
	struct noun_row        row = { .since = change, .until = UNTIL_NOW };
	struct buf             b;
	bool                   ok;

	row.id = before != NULL ? before->id : things_add(t, s, NOUN_SHAPE,
	    things_new_key(t, a, NOUN_SHAPE, things_key(t, m->area)));
	if (row.id == 0 ||
	    (before != NULL && !store_noun_end(s, NOUN_SHAPE, before->id, change)))
		return false;
	buf_init(&b, GEOMETRY_MAX);
	geojson_write(&b, &m->feature->shape);
	row.ref[SHAPE_area] = m->area;
	row.text[SHAPE_title] = m->name;
	row.text[SHAPE_geometry] = buf_str(&b);
	ok = store_noun_add(s, NOUN_SHAPE, &row);
	buf_free(&b);
	return ok;
}

bool
shapes_keep(struct arena *a, struct store *s, struct things *t, const struct snapshot *sn,
            int64_t change, const struct shapes_found *found)
{
	for (size_t i = 0; i < found->len; i++)
		if (!keep_one(a, s, t, sn, change, &found->at[i]))
			return false;
	return true;
}

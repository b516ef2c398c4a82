#include "app/shapes.h"
#include "document/geojson.h"

static bool
read_shape(struct arena *a, struct str geometry, struct geo_shape *ret)
{
	struct diags     d = diags_new(a);
	struct geo_areas areas;

	if (!geojson_read(a, STR("geometry"), geometry, &d, &areas) || areas.len != 1 ||
	    areas.at[0].shape.len == 0)
		return false;
	*ret = areas.at[0].shape;
	return true;
}

bool
shape_is_drawable(struct str geometry)
{
	struct arena     a = { 0 };
	struct geo_shape shape;
	bool             ok = str_starts(geometry, STR("{\"type\":\"MultiPolygon\"")) &&
	    read_shape(&a, geometry, &shape);

	arena_free(&a);
	return ok;
}

const struct noun_row *
shape_of(const struct snapshot *sn, int64_t area)
{
	const struct noun_row *newest = NULL;

	for (size_t i = 0; i < sn->len[NOUN_SHAPE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_SHAPE][i];

		if (row->ref[SHAPE_area] == area && (newest == NULL || row->since >= newest->since))
			newest = row;
	}
	return newest;
}

const struct geo_shape **
shapes_drawn(struct arena *a, const struct snapshot *sn, const int64_t *area, size_t n)
{
	const struct geo_shape **drawn = ARENA_ARRAY(a, const struct geo_shape *, n + 1);
	struct geo_areas         all = { ARENA_ARRAY(a, struct geo_area, n + 1), 0 };
	size_t                  *of = ARENA_ARRAY(a, size_t, n + 1);

	for (size_t i = 0; i < n; i++) {
		const struct noun_row *row = shape_of(sn, area[i]);
		struct geo_shape       shape;

		if (row == NULL || !read_shape(a, row->text[SHAPE_geometry], &shape))
			continue;
		of[all.len] = i;
		all.at[all.len++].shape = shape;
	}
	all = geo_simplify(a, all, SHAPES_POINTS);
	for (size_t i = 0; i < all.len; i++)
		drawn[of[i]] = &all.at[i].shape;
	return drawn;
}

/* A GeoJSON is refused with one line, or gives areas on the globe. Written by us and
 * read again they are the same; simplified, they have fewer points and no ring that
 * is none; drawn, they are well formed (fuzzed for crashes). */
#include <inttypes.h>
#include <stdlib.h>
#include "document/geojson.h"
#include "view/chart_map.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
put_degrees(struct buf *b, int32_t micro)
{
	uint32_t v = micro < 0 ? 0 - (uint32_t)micro : (uint32_t)micro;

	buf_putf(b, "%s%" PRIu32 ".%06" PRIu32, micro < 0 ? "-" : "", v / 1000000, v % 1000000);
}

static void
put_position(struct buf *b, struct geo_point p)
{
	BUF_LIT(b, "[");
	put_degrees(b, p.lon);
	BUF_LIT(b, ",");
	put_degrees(b, p.lat);
	BUF_LIT(b, "]");
}

static void
put_shape(struct buf *b, struct geo_shape s)
{
	BUF_LIT(b, "{\"type\":\"Polygon\",\"coordinates\":[");
	for (size_t r = 0; r < s.len; r++) {
		buf_put(b, r > 0 ? STR(",[") : STR("["));
		for (size_t i = 0; i < s.at[r].len; i++) {
			put_position(b, s.at[r].at[i]);
			BUF_LIT(b, ",");
		}
		put_position(b, s.at[r].at[0]);
		BUF_LIT(b, "]");
	}
	BUF_LIT(b, "]}");
}

static void
check_same(struct geo_shape x, struct geo_shape y)
{
	if (x.len != y.len)
		abort();
	for (size_t r = 0; r < x.len; r++) {
		if (x.at[r].len != y.at[r].len)
			abort();
		for (size_t i = 0; i < x.at[r].len; i++)
			if (x.at[r].at[i].lon != y.at[r].at[i].lon || x.at[r].at[i].lat != y.at[r].at[i].lat)
				abort();
	}
}

/* As it is kept in the register: as many rings and points. */
static void
kept(struct arena *a, struct geo_shape shape)
{
	struct diags     d = diags_new(a);
	struct geo_areas back;
	struct buf       b;
	size_t           points = 0;

	buf_init(&b, (size_t)1 << 24);
	geojson_write(&b, &shape);
	if (buf_ok(&b)) {
		if (!geojson_read(a, STR("gemt"), buf_str(&b), &d, &back) || back.len != 1 ||
		    back.at[0].shape.len != shape.len)
			abort();
		for (size_t r = 0; r < shape.len; r++)
			points += shape.at[r].len - back.at[0].shape.at[r].len;
		if (points != 0)
			abort();
	}
	buf_free(&b);
}

static void
again(struct arena *a, struct geo_areas g)
{
	struct diags     d = diags_new(a);
	struct geo_areas back;
	struct buf       b;

	buf_init(&b, (size_t)1 << 24);
	BUF_LIT(&b, "{\"type\":\"FeatureCollection\",\"features\":[");
	for (size_t i = 0; i < g.len; i++) {
		buf_put(&b, i > 0 ? STR(",") : STR_NONE);
		BUF_LIT(&b, "{\"type\":\"Feature\",\"geometry\":");
		put_shape(&b, g.at[i].shape);
		BUF_LIT(&b, "}");
	}
	BUF_LIT(&b, "]}");
	if (buf_ok(&b)) {
		if (!geojson_read(a, STR("igen"), buf_str(&b), &d, &back) || back.len != g.len)
			abort();
		for (size_t i = 0; i < g.len; i++)
			check_same(g.at[i].shape, back.at[i].shape);
		for (size_t i = 0; i < g.len; i++)
			if (g.at[i].shape.len > 0)
				kept(a, g.at[i].shape);
	}
	buf_free(&b);
}

static void
check_rings(struct geo_areas g, struct geo_areas whole)
{
	for (size_t i = 0; i < g.len; i++) {
		if (g.at[i].shape.len > whole.at[i].shape.len ||
		    (g.at[i].shape.len == 0) != (whole.at[i].shape.len == 0))
			abort();
		for (size_t r = 0; r < g.at[i].shape.len; r++)
			if (g.at[i].shape.at[r].len < 3)
				abort();
	}
}

static void
draw(struct arena *a, struct geo_areas g)
{
	struct lang        lang = lang_at(0);
	struct chart_area *area = ARENA_ARRAY(a, struct chart_area, g.len + 1);
	struct chart_map   c = { .head = { .id = STR("kort") }, .at = area, .len = g.len };
	struct buf         b;
	struct chart_out   o = { &b, a, &lang, CHART_INLINE, CHART_NARROW };

	buf_init(&b, (size_t)1 << 24);
	for (size_t i = 0; i < g.len; i++)
		area[i] = (struct chart_area){
			.name = { geo_text(&g.at[i], STR("navn")), STR_NONE }, .shape = &g.at[i].shape,
			.state = CHART_VALUE, .value = NUMBER((int64_t)i, 0),
		};
	chart_map(&o, &c);
	buf_free(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena     a = { 0 };
	struct diags     d = diags_new(&a);
	struct str       text = { (const char *)data, size };
	struct geo_areas g;

	if (geojson_read(&a, STR("areas"), text, &d, &g)) {
		again(&a, g);
		check_rings(geo_simplify(&a, g, 1 + size % 16), g);
		draw(&a, g);
	} else if (d.errors != 1) {
		abort();
	}
	arena_free(&a);
	return 0;
}

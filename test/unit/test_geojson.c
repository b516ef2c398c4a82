/* Areas from GeoJSON: what is taken, what is passed by, what is refused and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "document/geojson.h"

#define SQUARE "[[[12.5,55.6],[12.6,55.6],[12.6,55.7],[12.5,55.7],[12.5,55.6]]]"
#define HOLED  "[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]"

static bool
read_it(struct arena *a, const char *text, struct geo_areas *ret, struct diags *d)
{
	*d = diags_new(a);
	return geojson_read(a, STR("bydele.geojson"), str_from(text), d, ret);
}

static void
shapes_are_taken(void **state)
{
	static const struct {
		const char *text;
		size_t      areas, rings, points;       /* of the first area */
	} row[] = {
		{ "{\"type\":\"Polygon\",\"coordinates\":" SQUARE "}", 1, 1, 4 },
		{ "{\"coordinates\":" SQUARE ",\"type\":\"Polygon\"}", 1, 1, 4 },
		{ "{\"type\":\"MultiPolygon\",\"coordinates\":[" SQUARE "," HOLED "]}", 1, 3, 4 },
		{ "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" HOLED "},"
		  "\"properties\":null}", 1, 2, 3 },
		{ "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":"
		  "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
		  "{\"type\":\"Polygon\",\"coordinates\":" SQUARE "},{\"type\":\"MultiLineString\","
		  "\"coordinates\":" SQUARE "}]}},{\"type\":\"Feature\",\"geometry\":null}]}", 2, 1, 4 },
		{ "{\"type\":\"FeatureCollection\",\"features\":[]}", 0, 0, 0 },
		{ "{\"type\":\"LineString\",\"coordinates\":[[1,2],[3,4]]}", 1, 0, 0 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[[0,0,7],[1,0,7],[1,1,7],[0,0,7]]],\"bbox\":[1,[2]]}",
		  1, 1, 3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena     a = { 0 };
		struct geo_areas g;
		struct diags     d;

		if (!read_it(&a, row[i].text, &g, &d))
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(d.first->message));
		assert_int_equal(g.len, row[i].areas);
		if (g.len > 0)
			assert_int_equal(g.at[0].shape.len, row[i].rings);
		if (row[i].rings > 0)
			assert_int_equal(g.at[0].shape.at[0].len, row[i].points);
		arena_free(&a);
	}
}

static void
degrees_are_exact(void **state)
{
	static const struct {
		const char *text;
		int32_t     micro;
	} row[] = {
		{ "12.5683372", 12568337 }, { "-0.0000005", -1 }, { "0.00000049", 0 }, { "1.25e1", 12500000 },
		{ "1250E-2", 12500000 }, { "1.0000005", 1000001 }, { "-180", -180000000 },
		{ "12.123456789012345678901234567890", 12123457 }, { "0e9", 0 }, { "1E+2", 100000000 },
		{ "0.000012e+6", 12000000 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena     a = { 0 };
		struct geo_areas g;
		struct diags     d;
		struct str       text = arena_printf(&a, "{\"type\":\"Polygon\",\"coordinates\":[[[%s,0],[1,0],"
		    "[1,1],[%s,0]]]}", row[i].text, row[i].text);

		if (!read_it(&a, text.at, &g, &d))
			fail_msg("%s: " STR_FMT, row[i].text, STR_ARG(d.first->message));
		assert_int_equal(g.at[0].shape.at[0].at[0].lon, row[i].micro);
		arena_free(&a);
	}
}

static void
properties_are_texts(void **state)
{
	struct arena     a = { 0 };
	struct geo_areas g;
	struct diags     d;

	(void)state;
	assert_true(read_it(&a, "{\"type\":\"FeatureCollection\",\"name\":\"x\",\"features\":["
	    "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"navn\":\"\\u00d8sterbro\",\"kode\":0101e1,"
	    "\"by\":true,\"tom\":null,\"dyb\":{\"navn\":\"nej\"},\"id\":\"x\"},\"geometry\":null}]}", &g, &d) == false);
	assert_true(read_it(&a, "{\"type\":\"FeatureCollection\",\"name\":\"x\",\"features\":["
	    "{\"type\":\"Feature\",\"id\":7,\"properties\":{\"navn\":\"\\u00d8sterbro\",\"kode\":1.50,"
	    "\"by\":true,\"tom\":null,\"dyb\":{\"navn\":\"nej\"},\"nul\":\"a\\u0000b\"},\"geometry\":null},"
	    "{\"type\":\"Feature\",\"geometry\":null}]}", &g, &d));
	assert_int_equal(g.len, 2);
	assert_int_equal(g.at[0].properties, 4);
	assert_true(str_eq(geo_text(&g.at[0], STR("navn")), STR("Østerbro")));
	assert_true(str_eq(geo_text(&g.at[0], STR("kode")), STR("1.50")));
	assert_true(str_eq(geo_text(&g.at[0], STR("by")), STR("true")));
	assert_true(str_eq(geo_text(&g.at[0], STR("id")), STR("7")));
	assert_int_equal(geo_text(&g.at[0], STR("tom")).len, 0);
	assert_int_equal(g.at[1].properties, 0);
	arena_free(&a);
}

static void
bad_files_are_refused(void **state)
{
	static const struct {
		const char *text, *why;
		size_t      line;
	} row[] = {
		{ "", "is no JSON in UTF-8", 0 },
		{ "\xC3", "is no JSON in UTF-8", 0 },
		{ "{\n\"type\":\n!", "is no JSON", 3 },
		{ "{\"type\":\"Polygon\",\"coordinates\":" SQUARE, "is no JSON", 1 },
		{ "{}", "is no GeoJSON: it has no type", 1 },
		{ "7", "is no GeoJSON: it has no type", 1 },
		{ "[]", "is no GeoJSON: it has no type", 1 },
		{ "{\"type\":\"Topology\"}", "is no GeoJSON: it has no type", 1 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[0,0]]]}",
		  "a ring has fewer than four positions", 1 },
		{ "{\"type\":\"Polygon\",\n\"coordinates\":[[[724123.5,6175123.1],[1,1],[0,0],[0,0]]]}",
		  "a coordinate lies outside the globe: degrees of WGS 84 are read", 2 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[[55,91]]]}",
		  "a latitude is beyond a pole: longitude comes first", 1 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[[1e999,1]]]}",
		  "a coordinate lies outside the globe: degrees of WGS 84 are read", 1 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[[\"1\",2]]]}", "a coordinate is no number", 1 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[[null,2]]]}", "a coordinate is no number", 1 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[{}]]}", "a coordinate is no number", 1 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[[1]]]}", "a position has one coordinate", 1 },
		{ "{\"type\":\"Polygon\",\"coordinates\":[[1,2,[3,4]]]}",
		  "mixes numbers and lists in its coordinates", 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena     a = { 0 };
		struct geo_areas g = { NULL, 77 };
		struct diags     d;

		if (read_it(&a, row[i].text, &g, &d))
			fail_msg("row %zu was read", i);
		assert_int_equal(g.len, 77);
		assert_int_equal(d.errors, 1);
		assert_string_equal(str_dup(&a, d.first->message).at, row[i].why);
		assert_int_equal(d.first->line, row[i].line);
		arena_free(&a);
	}
}

static void
depth_is_bounded(void **state)
{
	struct arena     a = { 0 };
	char             text[4000] = "{\"type\":\"Polygon\",\"coordinates\":";
	struct geo_areas g;
	struct diags     d;

	(void)state;
	memset(text + strlen(text), '[', 3000);
	assert_false(read_it(&a, text, &g, &d));
	assert_string_equal(str_dup(&a, d.first->message).at, "is nested too deeply");
	arena_free(&a);
}

/* Another system is refused, by its name; WGS 84 may be named. */
static void
systems_are_told(void **state)
{
	static const struct {
		const char *crs;
		bool        ok;
	} row[] = {
		{ "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}}", true },
		{ "{\"properties\":{\"name\":\"EPSG:4326\"},\"type\":\"name\"}", true },
		{ "null", true },
		{ "{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::25832\"}}", false },
		{ "{\"type\":\"link\",\"properties\":{\"href\":\"http://ærø/utm\"}}", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena     a = { 0 };
		struct geo_areas g;
		struct diags     d;
		struct str       text = arena_printf(&a, "{\"crs\":%s,\"type\":\"Polygon\",\"coordinates\":"
		    SQUARE "}", row[i].crs);

		if (read_it(&a, text.at, &g, &d) != row[i].ok)
			fail_msg("row %zu", i);
		if (!row[i].ok)
			assert_true(str_find(d.first->message, STR("WGS 84"), 0) != SIZE_MAX);
		arena_free(&a);
	}
}

/* A property called "crs" is none of that. */
static void
a_property_is_no_system(void **state)
{
	struct arena     a = { 0 };
	struct geo_areas g;
	struct diags     d;

	(void)state;
	assert_true(read_it(&a, "{\"type\":\"Feature\",\"properties\":{\"crs\":{\"name\":\"x\"},"
	    "\"navn\":\"Ø\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" SQUARE "}}", &g, &d));
	assert_int_equal(g.len, 1);
	arena_free(&a);
}

static void
files_are_told(void **state)
{
	static const struct {
		const char *text;
		bool        is;
	} row[] = {
		{ "{\"type\":\"FeatureCollection\",\"features\":[]}", true },
		{ "\xEF\xBB\xBF \n{ \"name\": \"Sølby\", \"type\": \"Feature\"", true },
		{ "{\"type\":\"Polygon\",\"coordinates\":[]}", false },
		{ "[\"type\",\"Feature\"]", false }, { "Navn på indsats\t\"Feature\"", false }, { "", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++)
		if (geojson_is(str_from(row[i].text)) != row[i].is)
			fail_msg("%s", row[i].text);
}

/* What is written says which ring is a hole in which, and which way each goes. */
static void
shapes_are_written(void **state)
{
	static const struct {
		const char *read, *written;
	} row[] = {
		{ "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,4],[4,4],[4,0],[0,0]]]}",
		  "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[4,0],[4,4],[0,4],[0,0]]]]}" },
		/* an island in a lake in a land, and a land of its own */
		{ "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[4,4],[5,4],[5,5],[4,5],[4,4]]],"
		  "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[2,2],[7,2],[7,7],[2,7],[2,2]]],"
		  "[[[-1.5,-0.000001],[-1,-1],[-0.25,-0.5],[-1.5,-0.000001]]]]}",
		  "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[4,4],[5,4],[5,5],[4,5],[4,4]]],"
		  "[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[2,2],[2,7],[7,7],[7,2],[2,2]]],"
		  "[[[-1.5,-0.000001],[-1,-1],[-0.25,-0.5],[-1.5,-0.000001]]]]}" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct arena     a = { 0 };
		struct geo_areas g;
		struct diags     d;
		struct buf       b, again;

		buf_init(&b, 1 << 16);
		buf_init(&again, 1 << 16);
		assert_true(read_it(&a, row[i].read, &g, &d));
		geojson_write(&b, &g.at[0].shape);
		assert_string_equal(str_dup(&a, buf_str(&b)).at, row[i].written);
		assert_true(read_it(&a, row[i].written, &g, &d));
		geojson_write(&again, &g.at[0].shape);
		assert_true(str_eq(buf_str(&b), buf_str(&again)));
		buf_free(&b);
		buf_free(&again);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shapes_are_taken), cmocka_unit_test(degrees_are_exact),
		cmocka_unit_test(properties_are_texts), cmocka_unit_test(bad_files_are_refused),
		cmocka_unit_test(depth_is_bounded), cmocka_unit_test(systems_are_told),
		cmocka_unit_test(a_property_is_no_system), cmocka_unit_test(files_are_told),
		cmocka_unit_test(shapes_are_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

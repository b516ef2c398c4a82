#include "export/areas_json.h"
#include "export/indicator_json.h"
#include "export/records.h"
#include "export/verdicts.h"
#include "export/words.h"

static const struct schema_field gap_fields[] = {
	{ "by", "decimal", "In the indicator's unit, or per cent of the city" },
	{ "share", "boolean", "It is the area's share of the city's" },
	{ "uncertain", "boolean", "The two figures may be the same" },
	{ NULL, NULL, NULL },
};

static const struct schema_field row_fields[] = {
	{ "id", "string", NULL },
	{ "title", "Words", NULL },
	{ "level", "string?", "district, housing_area" },
	{ "indicator", "Named?", NULL },
	{ "year", "integer?", "That the figure's period ends in" },
	{ "rank", "integer?", "From 1; null: there is no figure to rank" },
	{ "measurement", "Measurement?", "null: not measured in that year" },
	{ "class", "Named?", "Where the indicator is graded" },
	{ "change", "AreaGap?", "Since the figure before" },
	{ "against_city", "AreaGap?", NULL },
	{ "has_shape", "boolean", "See /api/v1/areas.geojson" },
	{ NULL, NULL, NULL },
};

static const struct schema_field measured_fields[] = {
	{ "indicator", "Named", NULL },
	{ "measure", "string", "What it counts in: see /api/v1/codes" },
	{ "as_of", "date", NULL },
	{ "trend", "Words", "One sentence" },
	{ "series", "Series", NULL },
	{ "city", "LatestMeasurement?", "In the period of the latest figure" },
	{ "against_city", "AreaGap?", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field class_fields[] = {
	{ "id", "string", NULL },
	{ "title", "Words", NULL },
	{ "lower", "decimal?", "Inclusive" },
	{ "upper", "decimal?", "Exclusive" },
	{ "in_need", "boolean", NULL },
	{ "from", "date?", NULL },
	{ "to", "date?", "The day after its last" },
	{ "source", "Source", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field cell_fields[] = {
	{ "year", "integer", NULL },
	{ "class", "string?", "The key of a class; null: none is known" },
	{ "uncertain", "boolean", NULL },
	{ "measurement", "Measurement?", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field graded_fields[] = {
	{ "area", "Named", NULL },
	{ "years", "AreaClass[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field count_fields[] = {
	{ "class", "string", NULL },
	{ "areas", "integer", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field year_fields[] = {
	{ "year", "integer", NULL },
	{ "counts", "ClassCount[]", NULL },
	{ "in_need", "integer", "Counted from the areas" },
	{ "unknown", "integer", "Areas without a class" },
	{ "counted", "Measurement?", "By the indicator that counts them" },
	{ NULL, NULL, NULL },
};

static const struct schema_field classes_fields[] = {
	{ "indicator", "Named?", NULL },
	{ "classes", "NeedClass[]", "From the least need on" },
	{ "areas", "GradedArea[]", NULL },
	{ "years", "ClassYear[]", "Oldest first" },
	{ "counted_by", "Named?", "The indicator that counts areas in need" },
	{ "targets", "Judgement[]", "What is promised about their number" },
	{ NULL, NULL, NULL },
};

static const struct schema_field area_fields[] = {
	{ "id", "string", NULL },
	{ "title", "Words", NULL },
	{ "level", "string?", NULL },
	{ "parent", "Named?", NULL },
	{ "from", "date?", NULL },
	{ "to", "date?", "The day after its last" },
	{ "source", "Source", NULL },
	{ "recorded", "Recorded", NULL },
	{ "indicators", "AreaIndicator[]", NULL },
	{ "classes", "AreaClasses[]", "Of indicators that are graded" },
	{ "lists", "string[]", "Keys of indicators that say whether it is on a list" },
	{ "targets", "Judgement[]", "About this area alone" },
	{ "worst_of", "Judgement[]", "For every place, judged by this one" },
	{ "areas", "Named[]", "In it" },
	{ NULL, NULL, NULL },
};

static const struct schema_field area_classes_fields[] = {
	{ "indicator", "Named", NULL },
	{ "years", "AreaClass[]", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field geometry_fields[] = {
	{ "type", "string", "MultiPolygon" },
	{ "coordinates", "number[][][][]", "Degrees of WGS 84, longitude first" },
	{ NULL, NULL, NULL },
};

static const struct schema_field property_fields[] = {
	{ "id", "string", NULL },
	{ "title", "string", NULL },
	{ "title_en", "string?", NULL },
	{ "level", "string?", NULL },
	{ "indicator", "string?", "Its key" },
	{ "measure", "string", "What it counts in: see /api/v1/codes" },
	{ "from", "date?", NULL },
	{ "to", "date?", "The day after the last" },
	{ "value", "decimal?", NULL },
	{ "reason", "string?", "Why there is no value: withheld, withheld_neighbour, not_measured, or as in /api/v1/codes" },
	{ "rank", "integer?", NULL },
	{ "class", "string?", "The key of a need class" },
	{ NULL, NULL, NULL },
};

static const struct schema_field feature_fields[] = {
	{ "type", "string", "Feature" },
	{ "id", "string", NULL },
	{ "geometry", "AreaGeometry?", "null: no outline is known" },
	{ "properties", "AreaProperties", NULL },
	{ NULL, NULL, NULL },
};

static const struct schema_field features_fields[] = {
	{ "type", "string", "FeatureCollection" },
	{ "features", "AreaFeature[]", NULL },
	{ NULL, NULL, NULL },
};

const struct schema schemas_areas[] = {
	{ "AreaGeometry", "The outline of an area (RFC 7946)", geometry_fields, NULL, 0 },
	{ "AreaProperties", "An area's figure in GeoJSON", property_fields, NULL, 0 },
	{ "AreaFeature", "An area in GeoJSON", feature_fields, NULL, 0 },
	{ "AreaFeatures", "Areas in GeoJSON (RFC 7946)", features_fields, NULL, 0 },
	{ "AreaGap", "What a figure is held against", gap_fields, NULL, 0 },
	{ "AreaRow", "An area with its figure and rank", row_fields, NULL, 0 },
	{ "AreaIndicator", "An indicator in one area", measured_fields, NULL, 0 },
	{ "NeedClass", "A class of a graded indicator", class_fields, NULL, 0 },
	{ "AreaClass", "The class of an area in a year", cell_fields, NULL, 0 },
	{ "GradedArea", "An area with its classes by year", graded_fields, NULL, 0 },
	{ "AreaClasses", "The classes of an area by year", area_classes_fields, NULL, 0 },
	{ "ClassCount", "How many areas were in a class", count_fields, NULL, 0 },
	{ "ClassYear", "How many areas were in each class", year_fields, NULL, 0 },
	{ "NeedClasses", "The classes of a graded indicator", classes_fields, NULL, 0 },
	{ "Area", "An area with all that is measured there", area_fields, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

static void
gap(struct json *j, const char *key, const struct area_gap *g)
{
	json_key(j, key);
	if (!g->has) {
		json_null(j);
		return;
	}
	json_object(j);
	json_member_number_or_null(j, "by", true, g->by);
	json_member_bool(j, "share", g->share);
	json_member_bool(j, "uncertain", g->uncertain);
	json_end(j);
}

static void
no_class(struct json *j, const char *key, const struct need_class *c)
{
	static const struct named none = { .id = { NULL, 0 } };

	export_named(j, key, c != NULL ? &c->name : &none);
}

void
export_areas_row(struct json *j, const struct areas_view *m, const struct areas_row *r)
{
	json_object(j);
	json_member(j, "id", r->place.area.id);
	export_words(j, "title", r->place.area.title, r->place.area.title_en);
	json_member_or_null(j, "level", m->shown);
	export_named(j, "indicator", &m->indicator.indicator);
	json_member_int_or_null(j, "year", m->asked != 0, m->asked);
	json_member_int_or_null(j, "rank", r->rank > 0, (int64_t)r->rank);
	export_measured(j, "measurement", r->at);
	no_class(j, "class", r->class_);
	gap(j, "change", &r->change);
	gap(j, "against_city", &r->against);
	json_member_bool(j, "has_shape", r->place.shape != NULL);
	json_end(j);
}

/* ---- classes ---- */

static void
need_class(struct json *j, const struct need_class *c)
{
	json_object(j);
	json_member(j, "id", c->name.id);
	export_words(j, "title", c->name.title, c->name.title_en);
	json_member_number_or_null(j, "lower", c->has_lower, c->lower);
	json_member_number_or_null(j, "upper", c->has_upper, c->upper);
	json_member_bool(j, "in_need", c->in_need);
	export_day(j, "from", c->has_start, c->starts);
	export_day(j, "to", c->has_end, c->ends);
	json_key(j, "source");
	export_source(j, &c->source);
	json_end(j);
}

static void
cells(struct json *j, const struct graded *g, const struct need_row *r)
{
	json_member_array(j, "years");
	for (size_t y = 0; y < g->years; y++) {
		const struct need_cell *c = &r->cell[y];

		json_object(j);
		json_member_int_or_null(j, "year", true, g->year[y].year);
		json_member_or_null(j, "class", c->class_ != NULL ? c->class_->name.id : STR_NONE);
		json_member_bool(j, "uncertain", c->uncertain);
		export_measured(j, "measurement", c->at);
		json_end(j);
	}
	json_end(j);
}

static void
years(struct json *j, const struct graded *g)
{
	json_member_array(j, "years");
	for (size_t y = 0; y < g->years; y++) {
		const struct need_year *at = &g->year[y];

		json_object(j);
		json_member_int_or_null(j, "year", true, at->year);
		json_member_array(j, "counts");
		for (size_t i = 0; i < g->classes; i++) {
			json_object(j);
			json_member(j, "class", g->class_[i].name.id);
			json_member_int_or_null(j, "areas", true, (int64_t)at->count[i]);
			json_end(j);
		}
		json_end(j);
		json_member_int_or_null(j, "in_need", true, (int64_t)at->in_need);
		json_member_int_or_null(j, "unknown", true, (int64_t)at->unknown);
		export_measured(j, "counted", at->counted);
		json_end(j);
	}
	json_end(j);
}

static void
judgements(struct json *j, const char *key, const struct barometer_row **at, size_t n)
{
	json_member_array(j, key);
	for (size_t i = 0; i < n; i++)
		export_verdict(j, at[i]);
	json_end(j);
}

void
export_need_classes(struct json *j, const struct areas_view *m)
{
	const struct graded *g = &m->graded;

	json_object(j);
	export_named(j, "indicator", &m->indicator.indicator);
	json_member_array(j, "classes");
	for (size_t i = 0; i < g->classes; i++)
		need_class(j, &g->class_[i]);
	json_end(j);
	json_member_array(j, "areas");
	for (size_t i = 0; i < g->rows; i++) {
		json_object(j);
		export_named(j, "area", &g->row[i].area);
		cells(j, g, &g->row[i]);
		json_end(j);
	}
	json_end(j);
	years(j, g);
	export_named(j, "counted_by", &g->counted_by);
	judgements(j, "targets", g->target, g->targets);
	json_end(j);
}

/* ---- one area ---- */

static void
indicator(struct json *j, const struct area_indicator *x)
{
	json_object(j);
	export_named(j, "indicator", &x->indicator);
	json_member(j, "measure", unit_code(x->is.unit));
	export_day(j, "as_of", true, x->as_of);
	export_words(j, "trend", x->trend.da, x->trend.en);
	json_key(j, "series");
	export_series(j, &x->own);
	json_key(j, "city");
	if (x->beside == NULL) {
		json_null(j);
	} else {
		json_object(j);
		export_observation(j, x->beside);
		json_end(j);
	}
	gap(j, "against_city", &x->against);
	json_end(j);
}

static void
area_classes(struct json *j, const struct area_view *m)
{
	json_member_array(j, "classes");
	for (size_t i = 0; i < m->gradeds; i++) {
		json_object(j);
		export_named(j, "indicator", &m->graded_by[i]);
		cells(j, &m->graded[i], &m->graded[i].row[0]);
		json_end(j);
	}
	json_end(j);
	json_member_array(j, "lists");
	for (size_t i = 0; i < m->sets; i++)
		json_text(j, m->set[i].indicator.id);
	json_end(j);
}

static void
parts(struct json *j, const struct area_view *m)
{
	json_member_array(j, "areas");
	for (size_t i = 0; i < m->parts; i++) {
		json_object(j);
		json_member(j, "id", m->part[i].area.id);
		export_words(j, "title", m->part[i].area.title, m->part[i].area.title_en);
		json_end(j);
	}
	json_end(j);
}

void
export_area(struct json *j, const struct area_view *m)
{
	json_object(j);
	json_member(j, "id", m->place.area.id);
	export_words(j, "title", m->place.area.title, m->place.area.title_en);
	json_member_or_null(j, "level", m->level);
	export_named(j, "parent", &m->parent);
	export_day(j, "from", m->has_start, m->starts);
	export_day(j, "to", m->has_end, m->ends);
	json_key(j, "source");
	export_source(j, &m->source);
	export_recorded(j, &m->recorded);
	json_member_array(j, "indicators");
	for (size_t i = 0; i < m->len; i++)
		indicator(j, &m->at[i]);
	json_end(j);
	area_classes(j, m);
	judgements(j, "targets", m->target, m->targets);
	judgements(j, "worst_of", m->worst, m->worsts);
	parts(j, m);
	json_end(j);
}

/* ---- GeoJSON ---- */

struct str
areas_reason(const struct measured_view *at)
{
	if (at == NULL)
		return STR("not_measured");
	if (at->o->withheld == WITHHELD_NEIGHBOUR)
		return STR("withheld_neighbour");
	return at->o->withheld ? STR("withheld") : missing_code(at->o->missing);
}

static void
properties(struct json *j, const struct areas_view *m, const struct areas_row *r)
{
	const struct observation *o = r->at != NULL ? r->at->o : NULL;
	struct str                reason = areas_reason(r->at);
	bool                      shown = o != NULL && reason.len == 0 && o->value.has_point;

	json_object(j);
	json_member(j, "id", r->place.area.id);
	json_member(j, "title", r->place.area.title);
	json_member_or_null(j, "title_en", r->place.area.title_en);
	json_member_or_null(j, "level", m->shown);
	json_member_or_null(j, "indicator", m->indicator.indicator.id);
	json_member(j, "measure", unit_code(m->indicator.is.unit));
	export_day(j, "from", o != NULL && o->period.from != DAY_MIN, o != NULL ? o->period.from : 0);
	export_day(j, "to", o != NULL, o != NULL ? o->period.to : 0);
	json_member_number_or_null(j, "value", shown, shown ? o->value.point : NUMBER_ZERO);
	json_member_or_null(j, "reason", reason);
	json_member_int_or_null(j, "rank", r->rank > 0, (int64_t)r->rank);
	json_member_or_null(j, "class", r->class_ != NULL ? r->class_->name.id : STR_NONE);
	json_end(j);
}

void
export_areas_geojson(struct json *j, const struct areas_view *m)
{
	json_object(j);
	json_member(j, "type", STR("FeatureCollection"));
	json_member_array(j, "features");
	for (size_t i = 0; i < m->len; i++) {
		const struct areas_row *r = &m->at[i];

		json_object(j);
		json_member(j, "type", STR("Feature"));
		json_member(j, "id", r->place.area.id);
		json_key(j, "geometry");
		if (r->place.geometry.len > 0)
			json_raw(j, r->place.geometry);
		else
			json_null(j);
		json_key(j, "properties");
		properties(j, m, r);
		json_end(j);
	}
	json_end(j);
	json_end(j);
}

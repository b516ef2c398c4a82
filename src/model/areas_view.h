/* areas_view.h - the areas of the city by one indicator: map, ranking, classes; and one
 * area with all its indicators.
 *
 * Filled by app/areas_view and app/area_view. Small numbers are withheld before they
 * get here: such a figure has no rank, no change and no class.
 */
#ifndef MODEL_AREAS_VIEW_H
#define MODEL_AREAS_VIEW_H

#include "base/geo.h"
#include "model/need_class.h"

/* A level of areas below the city: "district", "housing_area". */
struct area_level {
	struct str    code;
	struct named *area;             /* by title */
	size_t        areas, cap;
	bool          measured;         /* the chosen indicator is, there */
};

/* Where an area stands in a map. */
struct area_place {
	struct named            area;
	struct str              short_name;     /* may be empty */
	const struct geo_shape *shape;          /* to be drawn; NULL: none is loaded */
	struct str              geometry;       /* the same as it is kept, in GeoJSON */
	bool                    placed;         /* has a tile of its own */
	uint8_t                 column, row;
};

/* What a figure is held against. */
struct area_gap {
	bool          has;
	struct number by;               /* in the indicator's unit; `share`: percent of the city */
	bool          share;
	bool          uncertain;        /* the two may be the same */
};

struct areas_row {
	struct area_place           place;
	const struct measured_view *at, *before;        /* NULL: not measured */
	size_t                      rank;               /* from 1; 0: none */
	struct area_gap             change, against;
	const struct need_class    *class_;             /* NULL: none */
};

struct areas_view {
	struct indicator_view indicator;
	bool                  has_indicator;    /* false: nothing is measured by area */
	bool                  is_set;           /* 1: a member of what is promised about, 0: not */
	struct named         *choice;           /* indicators that can be chosen, by title */
	size_t                choices;
	struct area_level    *level;
	size_t                levels;
	struct str            shown;            /* the level of the rows */
	int                  *year;             /* years that were measured, newest first */
	size_t                years;
	int                   asked;            /* the year of the rows; 0: none is measured */
	const struct measured_view *city;       /* in that year; NULL */
	struct areas_row     *at;               /* ranked ones first, then by title */
	size_t                len, ranked, withheld, unmeasured, members;
	size_t                neighbours;       /* of those withheld: for another area's sake */
	struct graded         graded;
};

/* ---- one area ---- */

struct area_indicator {
	struct named       indicator;
	struct indicator   is;
	struct series_view own;                 /* the area's */
	struct series      city;                /* of the whole city, until the same day */
	struct trend       trend;
	const struct measured_view *latest;     /* the newest measurement; NULL: none */
	const struct observation *beside;       /* the city's in the same period; NULL */
	struct area_gap    against;
	int32_t            as_of;
};

struct area_view {
	struct area_place     place;
	struct str            level;
	struct named          parent, city;
	bool                  has_start, has_end;
	int32_t               starts, ends;
	struct source         source;
	struct recorded       recorded;
	struct area_indicator *at;              /* by title */
	size_t                len;
	struct area_indicator *set;             /* sets that it is or was a member of */
	size_t                sets;
	struct graded        *graded;           /* indicators of it with classes; one row each */
	struct named         *graded_by;        /* beside `graded` */
	size_t                gradeds;
	struct area_place    *part;             /* its own areas, by title */
	size_t                parts;
	const struct barometer_row **target;    /* that concern it, alone or in a set, */
	size_t                targets;
	const struct barometer_row **worst;     /* or that it is the worst place of */
	size_t                worsts;
	int32_t               as_of;
};

#endif

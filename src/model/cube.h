/* cube.h - all measurements of an indicator as a table of many sides: area, time, group,
 * method. What JSON-stat, SDMX and Open SDG are written from.
 *
 * The sides are in memory; the cells are walked through, in the order of the sides (area
 * first, method last), as often as a writer wants, so that a million of them need no room.
 * What is withheld is so in every cell: it comes from app/observations.h.
 */
#ifndef MODEL_CUBE_H
#define MODEL_CUBE_H

#include "model/indicator_view.h"

/* A code is unlike all others of its side: letters, digits, '-', '_', and '/' in times. */
struct cube_member {
	struct str   code;              /* groups: "_T" is everybody. Sets of cities: "C_" and the key */
	struct named is;                /* without an id: everybody */
	struct str   level;             /* of an area: "city", "district"; empty: a set of cities */
};

struct cube_time {
	struct str    code;             /* 2009, 2009-Q1, 2009-S1, 2009-03, 2009-03-01, 2007-12-01/P91D */
	struct period period;
};

struct cube_method {
	int64_t      version;
	struct str   code;              /* "1" */
	struct named is;                /* may be empty */
};

struct cube_cell {
	size_t                    area, time, group, method;    /* places in the sides */
	const struct observation *o;    /* until the next cell; of a plain figure only its point */
};

struct cube {
	struct named        indicator, unit;
	struct indicator    is;
	struct worded       definition, frequency;
	int32_t             as_of;
	struct str          updated;    /* when the newest of its figures was recorded; or empty */
	struct cube_member *area, *group;
	struct cube_time   *time;
	struct cube_method *method;
	size_t              areas, times, groups, methods;
	size_t              cells;      /* that were measured */
	bool                has_status; /* is one of them anything but a plain figure? */
	bool              (*rewind)(void *from);
	bool              (*next)(void *from, struct cube_cell *ret);   /* false: no more */
	void               *from;
};

/* The place of a cell when all that could be are counted through. */
size_t cube_place(const struct cube *c, const struct cube_cell *cell);

/* Does the cell say anything of its figure: a point, or only an interval? */
bool            cube_shows(const struct observation *o);
/* Its point; "-" in a table is none of what is counted: 0. */
MUST_CHECK bool cube_figure(const struct observation *o, struct number *ret);

/* SDMX's codes: CL_OBS_STATUS of a cell ("A" normal, "P" preliminary, ...), and
 * CL_CONF_STATUS ("F" free, "A" a small count, "D" withheld for another's sake). */
struct str cube_status(const struct observation *o);
struct str cube_secrecy(const struct observation *o);

#endif

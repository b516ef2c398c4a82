/* indicator_view.h - one indicator as its page, the API and the downloads show it,
 * and the list of all.
 *
 * Filled by app/indicator_view and app/indicator_list. Small numbers are withheld
 * before they get here: an observation that says so shows no figure anywhere.
 * Everything is borrowed from the edition or in the caller's arena.
 */
#ifndef MODEL_INDICATOR_VIEW_H
#define MODEL_INDICATOR_VIEW_H

#include "core/frequency.h"
#include "core/trend.h"
#include "model/barometer.h"
#include "model/prognosis_view.h"
#include "model/record.h"
#include "model/release_mention.h"

/* OWN: what the page is about. GROUP, AREA: its parts. COMPARATOR: a set of cities,
 * or another city. */
enum part { PART_OWN, PART_GROUP, PART_AREA, PART_COMPARATOR };

struct measured_view {
	const struct observation *o;
	struct recorded           recorded;
};

struct series_view {
	enum part             part;
	bool                  is_set, in_set;   /* COMPARATOR: a set of cities; a city in one */
	struct named          area, group;      /* group without an id: everybody */
	struct series         series;           /* known on the day of the page */
	struct measured_view *at;               /* the same, in the same order */
};

struct due {                            /* the next measurement */
	struct worded    words;         /* as the register says it; empty: not stated */
	bool             has_frequency; /* the words were understood */
	struct frequency frequency;
	bool             has_period;    /* what is measured next: */
	struct period    period;
	bool             overdue;       /* it is over by the day of the page */
};

struct reply {                          /* of the unit that answers for a target */
	struct worded text;             /* empty: none */
	struct named  unit;
	struct str    answers;          /* how it stands to the goal: a code of FORM_ANSWERS, or empty */
	int32_t       day;              /* stated */
	struct source source;
};

struct method_view {
	int64_t       version;
	struct named  title;
	bool          has_start;
	int32_t       starts;
	struct source source;
};

struct indicator_view {
	struct named        indicator, unit, numerator, area, group;
	struct str          unit_short;
	struct indicator    is;
	struct worded       definition;
	struct source       source;     /* of the indicator itself */
	struct recorded     recorded;
	int32_t             as_of;      /* asked for, else its targets' day, else today */
	bool                has_as_of, asked_area;      /* they were asked for */
	struct trend        trend;
	struct due          due;
	struct series_view  own, *part; /* parts by kind, then by title */
	size_t              parts;
	struct prognoses    prognoses;  /* of its own area and group */
	struct method_view *method;
	size_t              methods;
	const struct barometer_row **target;    /* what is promised about it */
	struct reply       *reply;      /* beside it */
	bool               *drawn;      /* beside it: a level of these very figures, for the chart */
	size_t              targets;
	struct named       *document;   /* where its figures stand */
	size_t              documents;
	int32_t            *day;        /* on which a figure was newly known or a policy judged */
	size_t              days;
	size_t              later;      /* figures of its own that came after the day of the page */
	struct named        policy, theme;      /* of its first target; may be empty */
	struct release_mentions laid;   /* in which reports it was laid before the council */
};

struct indicator_row {
	struct named                 indicator, unit, theme, policy;
	struct str                   unit_short;
	struct indicator             is;
	struct trend                 trend;
	struct due                   due;
	struct series                series;    /* of the city, known on `as_of` */
	int32_t                      as_of;
	const struct barometer_row **target;
	size_t                       targets;
};

struct indicator_list {
	struct indicator_row *at;       /* by policy (newest first), theme, title */
	size_t                len;
	struct named         *unit, *theme, *policy;    /* what can be asked for */
	size_t                units, themes, policies;
};

/* "< 5", "tilbageholdt", "?", "59,90 pct.": an observation as people read it. */
void observation_write(struct buf *b, const struct observation *o, enum unit u, bool danish);

#endif

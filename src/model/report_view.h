/* report_view.h - what a report is made of: a policy as of one day with its barometer,
 * committees, economy and findings, or one thing of it.
 *
 * Filled by app/report_view from the views of the pages, read by report/. Nothing is
 * computed a second time. Everything is borrowed from the edition or in the caller's arena.
 */
#ifndef MODEL_REPORT_VIEW_H
#define MODEL_REPORT_VIEW_H

#include "model/agreement_view.h"
#include "model/areas_view.h"
#include "model/barometer_view.h"
#include "model/economy_view.h"
#include "model/findings_view.h"
#include "model/objective_view.h"

/* id, code, Danish, English, the noun that one can be asked for; all are of a policy */
#define REPORT_KINDS(X)                                                                      \
	X(STATUS,     "status",     "Statusredegørelse",     "Status report",      POLICY)   \
	X(GOALS,      "goals",      "Resultatmål, indikatorer og aktiviteter",               \
	                            "Result goals, indicators and activities",     POLICY)   \
	X(INDICATORS, "indicators", "Oversigt over indikatorer", "Overview of indicators", POLICY) \
	X(ECONOMY,    "economy",    "Økonomisk oversigt",    "Overview of the economy", POLICY) \
	X(ACTIONS,    "actions",    "Handleplan",            "Action plan",        POLICY)   \
	X(AGREEMENT,  "agreement",  "Aftaler og projekter",  "Agreements and projects", AGREEMENT) \
	X(FORMS,      "forms",      "Statusskemaer",         "Status forms",       INITIATIVE) \
	X(BRIEF,      "brief",      "Målene på hver sin side", "One page per objective", OBJECTIVE) \
	X(PRESS,      "press",      "Presseark",             "Press sheets",       AREA)

enum report_kind {
#define X(id, code, da, en, noun) REPORT_##id,
	REPORT_KINDS(X)
#undef X
	REPORT_KIND_COUNT
};

struct str      report_kind_code(enum report_kind k);
struct str      report_kind_title(enum report_kind k, bool danish);
MUST_CHECK bool report_kind_from_code(struct str code, enum report_kind *ret);

/* Where staff write in a report: id, code, what it is (a text of the pages), one a committee */
#define REPORT_PLACES(X)                                                                     \
	X(SUMMARY,    "summary",    N_("The summary"), false)                                \
	X(COMMITTEE,  "committee",  N_("The committee's part"), true)                        \
	X(CHALLENGES, "challenges", N_("The committee's challenges"), true)                  \
	X(OUTLOOK,    "outlook",    N_("What comes next, by the committee"), true)           \
	X(ECONOMY,    "economy",    N_("The economy"), false)                                \
	X(METHOD,     "method",     N_("How the report was made"), false)

enum report_place {
#define X(id, code, title, by_committee) REPORT_PLACE_##id,
	REPORT_PLACES(X)
#undef X
	REPORT_PLACE_COUNT
};

struct str      report_place_code(enum report_place p);
bool            report_place_by_committee(enum report_place p);
/* Has a report of that kind such a place? */
bool            report_place_stands_in(enum report_place p, enum report_kind k);
MUST_CHECK bool report_place_from_code(struct str code, enum report_place *ret);

struct report_text {                    /* Markdown, written by staff */
	enum report_place place;
	struct str        unit;         /* key of the committee; empty: of all */
	struct str        words, lang;  /* as the register has it; "da" */
	struct str        en;           /* translated; may be empty */
};

struct report_turn {                    /* a target whose verdict is another than last time */
	const struct barometer_row *now;
	enum verdict                before;
};

struct report_turns {
	struct report_turn *at;
	size_t              len;
};

struct report_committee {               /* unit without an id: of no committee */
	struct named            unit;
	struct str              short_name;
	size_t                  count[VERDICT_COUNT], targets;
	struct objective_node  *objective;      /* in the order of the tree */
	size_t                  objectives;
	struct indicator_view  *indicator;
	size_t                  indicators;
	struct initiative_view *initiative;     /* by number */
	size_t                  initiatives;
};

#define REPORT_SERIOUS 3

struct report_paper {
	enum report_kind kind;
	struct named     authority, policy;
	struct named     of;            /* the one thing that was asked for; else without an id */
	int32_t          as_of, made;
	bool             looks_back;    /* its links lead to pages as of that day, too */
	int64_t          known;         /* the newest change that is in it */
	struct str       version;       /* of the program */
	struct named     corrects;      /* the report that this one corrects, and what: */
	struct str       reason;
	struct barometer_view barometer;        /* of the policy */
	bool             has_before;
	int32_t          before;        /* "last time" */
	size_t           count_before[VERDICT_COUNT];
	struct report_turns better, worse, news;        /* news: judged now, not before, or the
	                                 * other way round */
	const struct barometer_row *serious[REPORT_SERIOUS];
	size_t           seriouses;
	struct report_committee *committee;     /* by title; what is of none comes last */
	size_t           committees;
	struct economy_view economy;
	struct finding_row *finding;    /* of its things, and the papers they stand in */
	size_t           findings, answered;
	struct report_text *text;
	size_t           texts;
	struct agreement_view *agreement;       /* of AGREEMENT */
	size_t           agreements;
	struct project_view *project;   /* of no agreement */
	size_t           projects;
	struct objective_view *objective;       /* of BRIEF */
	size_t           objectives;
	struct area_view *area;         /* of PRESS */
	size_t           areas;
};

#endif

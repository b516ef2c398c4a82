/* initiative_view.h - one initiative as its page and the API show it: the nine fields of
 * the status form (domain.md, 6), what its reports said from time to time and whether
 * what it promised came; and the list of all.
 *
 * Filled by app/initiative_view and app/initiative_list; everything is borrowed from
 * the edition or in the caller's arena.
 */
#ifndef MODEL_INITIATIVE_VIEW_H
#define MODEL_INITIATIVE_VIEW_H

#include "model/changed.h"
#include "model/finding.h"
#include "model/followup.h"
#include "model/money_view.h"

struct mandate_view {                   /* the decision behind a thing */
	struct named  mandate;          /* without an id: none is known */
	struct worded body;             /* who decided */
	bool          has_decided;
	int32_t       decided;
	struct source source;
};

struct target_group_view {
	struct worded   who, characteristics;
	bool            has_size;
	struct quantity size;
	struct source   source;
};

struct activity_view {
	struct worded what;
	struct named  objective;        /* it serves; may be empty */
	struct source source;
};

struct contribution_view {
	struct worded how;
	struct named  objective, pathway;
	struct source source;
};

struct report_change {                  /* against the report before it on the same target */
	struct changed da, en;          /* en: empty where one of them is not translated */
};

struct report_view {
	const struct barometer_row *target;     /* NULL: about the whole initiative */
	struct worded               text, challenges;
	bool                        has_day, has_before;
	int32_t                     day, before;        /* stated; the one before it, when has_before */
	struct report_change        text_change, challenges_change;
	bool                        has_period;
	struct period               period;     /* that it is about */
	struct str                  answers, expected;  /* codes of core/form.h; may be empty */
	struct worded               condition, action;  /* what has to change; what is done about it */
	struct str                  links;      /* addresses, one a line */
	struct source               source;
};

struct initiative_view {
	struct named                initiative, policy, unit, agreement;
	struct str                  unit_short, number;
	struct mandate_view         mandate;
	struct worded               economy, followup;
	struct source               source;
	struct recorded             recorded;
	int32_t                     as_of;
	struct target_group_view   *group;
	size_t                      groups;
	struct activity_view       *activity;
	size_t                      activities;
	struct contribution_view   *contribution;
	size_t                      contributions;
	const struct barometer_row **target;    /* in the order of the barometer */
	size_t                      targets;
	struct money_view          *money;
	size_t                      moneys;
	struct report_view         *report;     /* newest first */
	size_t                      reports;
	struct followups            followups;
	const struct finding      **finding;    /* about it, its targets and budget lines */
	size_t                      findings;
	struct release_mentions laid;   /* in which reports it was laid before the council */
};

struct initiative_row {
	struct named                 initiative, policy, unit, committee;
	struct str                   unit_short, number, policy_starts;
	const struct barometer_row **target;
	size_t                       targets;
	struct money_view           *money;
	size_t                       moneys;
};

struct initiative_list {
	struct initiative_row *at;      /* by committee, policy (newest first), number, title */
	size_t                 len;
	struct named          *unit, *theme, *policy;   /* what can be asked for */
	size_t                 units, themes, policies;
};

#endif

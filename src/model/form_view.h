/* form_view.h - a status form: what a unit says about an initiative for a period, and
 * how far it has come (core/form.h).
 *
 * A form is of one initiative and one period. Each save is a version; what was approved
 * by the committee becomes status reports of the register when it is laid before the
 * council, and not before.
 */
#ifndef MODEL_FORM_VIEW_H
#define MODEL_FORM_VIEW_H

#include "core/form.h"
#include "core/period.h"
#include "model/barometer.h"
#include "model/changed.h"
#include "model/fault.h"

struct form_head {                      /* one form in a list */
	int64_t         id;
	int64_t         initiative;     /* thing */
	int32_t         from, to;       /* the period, half open */
	enum form_state state;
	int64_t         version;        /* number of the newest, from 1 */
	int64_t         approved;       /* the version that the committee approved last; 0: none */
	int64_t         submitter, writer;      /* accounts: of the submission, of the newest version */
	struct str      changed_at, changed_by;
};

struct form_heads {
	struct form_head *at;
	size_t            len;
};

/* ---- fields ---- */

#define FORM_TEXT_MAX 4000              /* letters of a field */
#define FORM_LINKS_MAX 10               /* attachments of a form */
#define FORM_NOTE_MAX 2000

/* The nine fields of the domain (domain.md, 6) and what is asked besides.
 * id, code, label, hint, lines, is it taken over from last time? */
#define FORM_FIELDS(X)                                                                    \
	X(NAME, "name", N_("Name of the initiative"), "", 1, true)                        \
	X(ECONOMY, "economy", N_("Economy"), N_("What it costs, and who pays."), 3, true)  \
	X(BASIS, "basis", N_("Basis"), N_("The decision behind it."), 2, true)            \
	X(GROUP, "group", N_("Target group"), N_("Who it is for, and how many."), 3, true) \
	X(ACTIVITIES, "activities", N_("Activities"), "", 6, true)                        \
	X(GOALS, "goals", N_("Goals"), "", 4, true)                                       \
	X(CONTRIBUTES, "contributes", N_("How it contributes"),                           \
	  N_("How the activities serve the goals of the policy."), 4, true)               \
	X(FOLLOWUP, "followup", N_("Planned follow-up"),                                  \
	  N_("What is followed up, and when: a date is kept an eye on."), 3, true)        \
	X(STATUS, "status", N_("Status against the goals"),                               \
	  N_("What was reached, with figures. This is published."), 8, true)              \
	X(CHALLENGES, "challenges", N_("Challenges"),                                     \
	  N_("What stands in the way. This is published."), 4, true)                      \
	X(EXPECTED, "expected", N_("Is the goal expected to be reached?"), "", 0, false)  \
	X(CONDITION, "condition", N_("What has to be changed for that?"), "", 3, false)   \
	X(ACTION, "action", N_("Corrective action"),                                      \
	  N_("What is done about it, by whom, and when. This is published."), 4, false)   \
	X(SPENT, "spent", N_("Money spent so far in {1}, in kroner"),                     \
	  N_("The exact amount, not in thousands. It becomes the spending of the year."), 0, false) \
	X(LINE, "line", N_("Budget line that it was spent from"), "", 0, false)           \
	X(LINKS, "links", N_("Attachments"),                                              \
	  N_("Addresses that begin with https:// or http://, one a line."), 3, false)

enum form_field {
#define X(id, code, label, hint, lines, carried) FORM_FIELD_##id,
	FORM_FIELDS(X)
#undef X
	FORM_FIELD_COUNT
};

struct form_field_info {
	struct str  code;
	const char *label, *hint;       /* English; say() it. The hint may be "" */
	unsigned    lines;              /* 0: it is no text */
	bool        carried;
};

extern const struct form_field_info form_field_info[FORM_FIELD_COUNT];

struct form_value {                     /* a field that holds something */
	struct str field, text;
};

struct form_values {
	struct form_value *at;          /* by field */
	size_t             len;
};

/* Empty: there is none. */
struct str form_value(const struct form_values *v, struct str field);
void       form_value_put(struct arena *a, struct form_values *v, struct str field, struct str text);

/* ---- one form ---- */

struct form_goal {                      /* a target of the initiative */
	int64_t                     target;     /* thing */
	const struct barometer_row *row;        /* its promise, latest observation, verdict */
	struct str                  kind, text; /* the names of its two fields */
};

struct form_line {                      /* a budget line of the initiative */
	int64_t      id;
	struct named line;
};

struct form_diff {                      /* what a version says otherwise about a field */
	struct str     field;
	struct changed words;
};

struct form_edit {                      /* a version in the history */
	int64_t           version;
	struct str        at, who;
	struct form_diff *diff;
	size_t            diffs;
};

struct form_event {                     /* a step that was taken */
	int64_t        version;
	struct str     at, who, note;
	enum form_step step;
};

struct status_form {
	struct form_head    head;
	struct named        initiative, unit;
	struct period       period;
	struct form_values  values;     /* of the newest version; of a conflict both put together */
	struct form_goal   *goal;
	size_t              goals;
	struct form_line   *line;
	size_t              lines;
	struct form_event  *event;      /* newest first */
	size_t              events;
	struct form_diff   *since;      /* against what was approved before */
	size_t              sinces;
	bool                has_before; /* something was */
	bool                met;        /* somebody else saved while she wrote */
	struct form_diff   *conflict;   /* where another's text and hers differ: hers after */
	size_t              conflicts;
	struct form_edit   *edit;       /* of the history, newest first */
	size_t              edits;
	bool                more;       /* older ones than these */
	bool                may_fill;   /* and it is open */
	bool                may[FORM_STEP_COUNT];       /* this person, now */
	bool                own;        /* she could approve it if it were not her own */
};

/* ---- the list ---- */

struct form_row {
	struct form_head head;
	struct named     initiative, unit;
	struct period    period;
};

struct form_list {
	struct form_row *at;            /* by unit, the newest period first, initiative */
	size_t           len;
	struct named    *open;          /* initiatives that she may fill a form in for */
	size_t           opens;
};

#endif

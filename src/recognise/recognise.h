/* recognise.h - blocks -> proposals: what a document says, in the domain's terms.
 *
 * Tables are found by what their cells say, not by position. Nothing is
 * invented: every field holds words of the document with their place (but those
 * that say what a table's shape says: unit, scope, lines, years), and what no
 * recogniser took is listed as not recognised. (domain.md, 6)
 */
#ifndef RECOGNISE_RECOGNISE_H
#define RECOGNISE_RECOGNISE_H

#include "core/target.h"
#include "document/document.h"
#include "recognise/reads.h"

/* id, code (JSON key), Danish, English plural */
#define PROPOSAL_KINDS(X)                                                            \
	X(STATUS_FORM,       "status_form",       "statusskemaer",      "status forms")        \
	X(INDICATOR,         "indicator",         "indikatorer",        "indicators")          \
	X(RESULT_GOAL,       "result_goal",       "resultatmål",        "result goals")        \
	X(ACTION,            "action",            "handlinger",         "actions")             \
	X(BUDGET_LINE,       "budget_line",       "budgetposter",       "budget lines")        \
	X(AGREEMENT_PROJECT, "agreement_project", "projekter i aftale", "agreement projects")  \
	X(GOAL_STATUS,       "goal_status",       "mål med status",     "goals with status")   \
	X(CLAIM,             "claim",             "påstande med tal",   "claims with figures") \
	X(PRINTED_TOTAL,     "printed_total",     "trykte summer",      "printed totals")      \
	X(PROGNOSIS,         "prognosis",         "prognoser",          "prognoses")

enum proposal_kind {
#define X(id, code, da, en) PROPOSAL_##id,
	PROPOSAL_KINDS(X)
#undef X
	PROPOSAL_KIND_COUNT
};

struct str proposal_kind_code(enum proposal_kind k);
MUST_CHECK bool proposal_kind_from_code(struct str code, enum proposal_kind *ret);

/* What a field is. A kind uses those that fit it; a field may occur more than
 * once (one per goal, activity, year). */
#define FIELDS(X)                                                                  \
	X(NUMBER,       "number")        /* "2.4", "Nr." as printed */             \
	X(TITLE,        "title")                                                    \
	X(COMMITTEE,    "committee")     /* heading above */                        \
	X(THEME,        "theme")                                                    \
	X(OBJECTIVE,    "objective")     /* Målsætning, Mål of an action plan */    \
	X(ECONOMY,      "economy")       /* Økonomi, Ressourcer */                  \
	X(MANDATE,      "mandate")       /* Afsæt */                                \
	X(TARGET_GROUP, "target_group")                                             \
	X(CHARACTERISTICS, "characteristics")                                       \
	X(ACTIVITY,     "activity")                                                 \
	X(GOAL,         "goal")          /* Mål, Succeskriterier, Resultatmål: one per promise */ \
	X(INDICATOR,    "indicator")                                                \
	X(CONTRIBUTION, "contribution")  /* Hvordan bidrager / Hvordan dækker */    \
	X(FOLLOWUP,     "followup")      /* Planlagt opfølgning */                  \
	X(STATUS,       "status")                                                   \
	X(CHALLENGE,    "challenge")     /* Udfordringer */                         \
	X(PURPOSE,      "purpose")       /* Formål */                               \
	X(BASELINE,     "baseline")      /* indicator table */                      \
	X(LATEST,       "latest")                                                   \
	X(TARGET,       "target")                                                   \
	X(AMOUNT,       "amount")        /* budget: one per year; project: its sum. `year` is set */ \
	X(REVISED,      "revised")       /* budget: as AMOUNT, of the revised budget */ \
	X(ACTUAL,       "actual")        /* budget: as AMOUNT, what was spent */    \
	X(TOTAL,        "total")         /* budget: the line's printed "I alt" */   \
	X(UNSPLIT,      "unsplit")       /* budget: one amount for all YEARS, not split */ \
	X(YEARS,        "years")         /* "2011-2015" */                          \
	X(SPAN,         "span")          /* budget: words with an amount and its years */ \
	X(PART_OF,      "part_of")       /* budget: the title and place of the line it is a part of */ \
	X(COUNTED_IN,   "counted_in")    /* budget: the same of the line it is counted in */ \
	X(INITIATIVE,   "initiative")    /* budget: the name of its form */         \
	X(TERMS,        "terms")         /* budget: what its form says of its economy */ \
	X(SCOPE,        "scope")         /* printed total: group or grand */        \
	X(FIRST,        "first_line")    /* printed total: the lines of the paper that it sums */ \
	X(LAST,         "last_line")                                                \
	X(GROUP,        "group")         /* budget: the group the line stands under */ \
	X(AGREEMENT,    "agreement")                                                \
	X(DATE,         "date")          /* when the status was stated */           \
	X(BASELINE_DATE, "baseline_date") /* indicator table: when its columns were measured */ \
	X(LATEST_DATE,  "latest_date")                                              \
	X(FACTOR,       "factor")        /* budget: kroner per printed unit, in digits */ \
	X(FOOTNOTE,     "footnote")                                                 \
	X(EXPECTED,     "expected")      /* prognosis: "ca. 65 pct.", of INDICATOR */ \
	X(PERIOD,       "period")        /* prognosis: that it is about */          \
	X(CLAIM,        "claim")         /* a sentence; of a key figure its value, with TITLE */

enum field_kind {
#define X(id, code) FIELD_##id,
	FIELDS(X)
#undef X
	FIELD_KIND_COUNT
};

struct str field_code(enum field_kind f);
MUST_CHECK bool field_from_code(struct str code, enum field_kind *ret);

/* A field whose words go on (in the next row, in more paragraphs) occurs again;
 * `text` of a cell with several pieces has each on a line of its own. */
struct field {
	enum field_kind kind;
	struct str      text;           /* words of the document; empty: the field is there and says nothing */
	uint32_t        line, column;
	int             year;           /* AMOUNT, REVISED, ACTUAL; 0 where the document does not say it */
};

struct proposal {
	enum proposal_kind kind;
	uint32_t           line, column;
	struct str         title;
	struct field      *at;
	size_t             len;
};

/* The first field of a kind; NULL: it has none. */
const struct field *proposal_field(const struct proposal *p, enum field_kind kind);

struct unrecognised {
	uint32_t   line, column;
	struct str text;                /* at most 160 letters */
};

struct recognition {
	struct str           title;     /* of the document, may be empty */
	struct period        date;      /* when date.dated: the document's own date or status date */
	struct proposal     *at;        /* in document order */
	size_t               len;
	struct unrecognised *unknown;   /* in document order */
	size_t               unknown_len;
	struct reads        *reads;     /* of its texts, for those who read them again */
	int64_t              factor;    /* kroner per unit of its budget tables: 1000000 for "mio. kr." */
};

/* All recognisers over one document. */
struct recognition recognise(struct arena *a, const struct document *doc);

/* At most 160 letters of `s` on one line, cut at a word where it can be. */
struct str quote_of(struct arena *a, struct str s);

#endif

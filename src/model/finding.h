/* finding.h - what the audit says about a document or the register.
 *
 * A claim is anything printed that can be recomputed: it holds, or it does not
 * and is a finding. Findings are stable across runs and ordered by file, line,
 * column and code. Amounts are in the unit that the document prints.
 * (domain.md, 5: Audit)
 */
#ifndef MODEL_FINDING_H
#define MODEL_FINDING_H

#include "core/number.h"

enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_INFO };

/* id, code, severity, what it finds in Danish, in English */
#define AUDIT_CODES(X)                                                                                      \
	X(SUM,            "sum",            ERROR,   "en sum, der ikke går op",           "a total that does not add up")          \
	X(ROUNDING,       "rounding",       INFO,    "en sum inden for afrundingen",      "a total that rounding explains")        \
	X(DERIVED_TARGET, "derived-target", ERROR,   "et måltal, der ikke følger af startmåling og ændring", "a level that does not follow from baseline and change") \
	X(RATIO,          "ratio",          ERROR,   "en andel, der ikke følger af antallene", "a share that does not follow from the counts") \
	X(GROWTH,         "growth",         ERROR,   "en udvikling, der er regnet forkert", "a change that is computed wrongly")    \
	X(REFUND,         "refund",         ERROR,   "brutto, andel og netto, der ikke passer", "gross, share and net that do not fit") \
	X(COUNT,          "count",          ERROR,   "et antal, der ikke passer med det opregnede", "a count that does not fit what is listed") \
	X(LABEL,          "label",          ERROR,   "en henvisning, der ikke kan være rigtig", "a reference that cannot be right") \
	X(NUMBERING,      "numbering",      ERROR,   "et hul eller en gentagelse i nummereringen", "a gap or a double in the numbering") \
	X(TABLE,          "table",          ERROR,   "en tabel, der ikke kan lægges sammen", "a table that cannot be summed")       \
	X(CONFLICT,       "conflict",       WARNING, "to mål eller værdier, der strider mod hinanden", "two targets or values that disagree") \
	X(MISSING,        "missing",        WARNING, "mål, indikator eller status mangler", "goal, indicator or status is missing") \
	X(UNMEASURABLE,   "unmeasurable",   WARNING, "et mål, der ikke kan måles",        "a goal that cannot be measured")        \
	X(SPENDING,       "spending",       WARNING, "forbrug langt fra bevilling",       "spending far from what was granted")    \
	X(OVERDUE,        "overdue",        WARNING, "en lovet opfølgning, der mangler",  "a promised follow-up that is missing")  \
	X(BREAK,          "break",          WARNING, "metoden er ændret, målet er ikke",  "the method changed, the target did not")

enum audit_code {
#define X(id, code, severity, da, en) AUDIT_##id,
	AUDIT_CODES(X)
#undef X
	AUDIT_CODE_COUNT
};

struct str    audit_code(enum audit_code c);            /* "derived-target" */
enum severity audit_severity(enum audit_code c);        /* its usual one */
struct str    audit_title(enum audit_code c, bool danish);
struct str    severity_code(enum severity s);           /* "error", "warning", "info" */

struct candidate {                      /* a known amount that would explain a difference */
	uint32_t      line;
	struct str    text;             /* what it is called there */
	struct number amount;
};

struct answer {                         /* "known, because ...", said by somebody */
	struct str words, lang, who;
	bool       has_stated;
	int32_t    stated;
	int64_t    since;               /* the change that it was said in */
};

struct finding {
	enum audit_code   code;
	enum severity     severity;
	struct str        file;
	uint32_t          line, column;
	struct str        quote;        /* the offending words, at most 160 letters of one line */
	struct str        da, en;       /* the message: what is wrong, with the figures */
	struct str        hint_da, hint_en;     /* what to do; may be empty */
	bool              has_amounts;  /* expected, printed, difference = printed - expected */
	struct number     expected, printed, difference;
	struct candidate *candidate;
	size_t            candidates;
	size_t            pairs;        /* more than five pairs fit: how many; else 0 */
	const struct answer *answer;    /* NULL: none; an answered finding stays a finding */
};

struct claim {                          /* something that was recomputed and holds */
	enum audit_code code;           /* of the rule that checked it */
	struct str      file;
	uint32_t        line, column;
	struct str      quote;
	struct str      da, en;         /* "88,9 = 10,0 + 17,2 + 61,7" */
};

struct audit_report {
	struct finding *finding;
	size_t          findings;
	struct claim   *held;                   /* NULL: only counted */
	size_t          checked, hold, fail;    /* checked == hold + fail; held has `hold` */
};

#endif

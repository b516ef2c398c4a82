/* query.h - what can be asked for behind the "?" of an address, one row each.
 *
 * A route says which of them it takes; the dispatcher reads them before the
 * handler is called, so that a handler only ever sees what is well written, and
 * the description of the API follows from the same rows. What a route does not
 * take is ignored; what it takes and cannot be read is a 400.
 */
#ifndef WEB_QUERY_H
#define WEB_QUERY_H

#include "web/address.h"

/* id, name, type, what it is */
#define QUERIES(X)                                                                            \
	X(AS_OF, "as_of", DATE, "As it stood on this day (2009-06-01)")                       \
	X(LANG, "lang", WORD, "Language of texts: da or en")                                  \
	X(Q, "q", TEXT, "Words to look for")                                                  \
	X(POLICY, "policy", KEY, "Only this policy")                                          \
	X(THEME, "theme", KEY, "Only this theme")                                             \
	X(UNIT, "unit", KEY, "Only this committee or administration")                         \
	X(VERDICT, "verdict", WORD, "Only targets with this verdict")                         \
	X(AREA, "area", KEY, "Only this area")                                                \
	X(GROUP, "group", KEY, "Only this group")                                             \
	X(INDICATOR, "indicator", KEY, "The indicator that is shown")                         \
	X(COMPARATOR, "comparator", KEY, "The set that is compared with")                     \
	X(BY, "by", WORD, "How lines are grouped")                                            \
	X(CODE, "code", WORD, "Only findings with this code")                                 \
	X(SEVERITY, "severity", WORD, "Only findings so bad: error, warning or info")         \
	X(DOCUMENT, "document", KEY, "Only this document")                                    \
	X(KIND, "kind", WORD, "Only this kind of things; line: text of documents")            \
	X(LINE, "line", INT, "The line that is shown")                                        \
	X(YEAR, "year", INT, "Only this year")                                                \
	X(LEVEL, "level", WORD, "Only areas of this level: district, housing_area")           \
	X(PROFILE, "profile", WORD, "Form of a table: rfc4180 or excel-da")                   \
	X(NEXT, "next", TEXT, "Where to go after the login")                                  \
	X(BEFORE, "before", ROW, "Only what is older than this row")                          \
	X(PERSON, "person", ROW, "Only what this account did, and what was done to it")      \
	X(OF, "of", KEY, "Only this policy, agreement, initiative, objective or area")        \
	X(SINCE, "since", DATE, "What it is compared with; else a year earlier")              \
	X(PAGE, "page", INT, "Page of the results, from 1")                                   \
	X(LIMIT, "limit", INT, "Results a page")

enum query_id {
#define X(id, name, type, summary) QUERY_##id,
	QUERIES(X)
#undef X
	QUERY_COUNT
};

/* KEY: the key of a thing ("helbredsteam"); WORD: a code; INT: 0 to a million;
 * ROW: the number of a row, from 0. */
enum query_type { QUERY_DATE, QUERY_KEY, QUERY_WORD, QUERY_TEXT, QUERY_INT, QUERY_ROW };

#define QUERY_LIST (QUERY_BIT(PAGE) | QUERY_BIT(LIMIT))        /* of every list, see paging.h */

#define QUERY_TEXT_MAX 200              /* letters; longer is refused */
#define QUERY_BIT(id) (UINT32_C(1) << QUERY_##id)

struct query_info {
	struct str      name;
	enum query_type type;
	struct str      summary;
};

extern const struct query_info query_info[QUERY_COUNT];

struct query {                          /* what was asked, of what a route takes */
	uint32_t   given;               /* QUERY_BIT()s; empty ones are not given */
	struct str text[QUERY_COUNT];   /* as it was asked */
	int32_t    day[QUERY_COUNT];    /* DATE */
	int64_t    number[QUERY_COUNT]; /* INT */
};

#define QUERY_HAS(q, id) (((q)->given & QUERY_BIT(id)) != 0)

/* False: one cannot be read; `*bad` is which. Texts are borrowed. */
MUST_CHECK bool query_read(const struct address *ad, uint32_t takes, struct query *ret,
                           enum query_id *bad);

#endif

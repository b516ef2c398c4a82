/* statements.h - every SQL statement the program can run, in one table.
 *
 * Parameters are $1, $2, ... and first appear in that order, so the same text
 * serves SQLite and PostgreSQL, but for full-text search, which has two. No other file contains SQL but the numbered
 * migrations and the few words by which a driver sets up its own connection, and
 * no statement is built from parts at run time: those of the nouns are put
 * together from model/nouns.h by the preprocessor (noun_row's order: id, since,
 * until, line, col, quote, then the noun's columns).
 */
#ifndef STORE_STATEMENTS_H
#define STORE_STATEMENTS_H

#include "model/nouns.h"
#include "store/statements_mail.h"
#include "store/statements_edit.h"
#include "store/statements_reading.h"
#include "store/statements_search.h"
#include "store/statements_forms.h"
#include "store/statements_source.h"
#include "store/statements_staff.h"
#include "store/statements_wheel.h"

/* An observation's columns, in the order of the table and of OBSERVATION_PUT.
 * indicator, area (an area or a comparator set), grp (0: all), method version;
 * pfrom and pto: days since 1970-01-01; value: units of the number as printed;
 * form: packed codes, see model/observation.h; high: upper end of a range, or
 * the survey's design effect in hundredths; sample: answers of a survey. */
#define OBSERVATION_ALL "indicator, area, pfrom, pto, grp, method, until, since, value, form, high, sample, line, col"

/* Every change that brought or ended a measurement, with the indicator. */
#define STATEMENT_TOUCHED                                                                    \
	"SELECT since AS change, indicator FROM observation UNION"                           \
	" SELECT until, indicator FROM observation WHERE until < 9223372036854775807"

/* Rows of nouns that changes after $1 brought (no end) or ended: table, until. */
#define STATEMENT_NOUN_TOUCHED(id, table, one, many, da, columns)                            \
	" UNION ALL SELECT '" #table "', since, until FROM " #table
#define STATEMENT_NOUNS_TOUCHED                                                              \
	"SELECT t.kind, t.until FROM (SELECT '' AS kind, 0 AS since, 0 AS until WHERE 1 = 0" \
	NOUNS(STATEMENT_NOUN_TOUCHED) ") t WHERE t.since > $1"                               \
	" OR t.until BETWEEN $1 + 1 AND 9223372036854775806"

#define STORE_STATEMENTS(X)                                                                  \
	X(THING_ADD,     "INSERT INTO thing (id, kind, name) VALUES ($1, $2, $3)")            \
	X(THING_ALL,     "SELECT id, kind, name FROM thing ORDER BY id")                     \
	X(THING_AFTER,   "SELECT id, kind, name FROM thing WHERE id > $1 ORDER BY id")       \
	X(THING_LAST,    "SELECT COALESCE(MAX(id), 0) FROM thing")                           \
	X(THING_FIND,    "SELECT id FROM thing WHERE kind = $1 AND name = $2")               \
	X(CHANGE_ADD,    "INSERT INTO change (id, at, who, why, document, undoes, nonce)"    \
	                 " VALUES ($1, $2, $3, $4, $5, $6, $7)")                             \
	X(CHANGE_ALL,    "SELECT id, at, who, why, document, undoes, nonce FROM change ORDER BY id") \
	X(CHANGE_AFTER,  "SELECT id, at, who, why, document, undoes, nonce FROM change"      \
	                 " WHERE id > $1 ORDER BY id")                                       \
	X(CHANGE_FIND,   "SELECT id FROM change WHERE id = $1")                              \
	X(CHANGE_UNDOING, "SELECT COALESCE(MAX(id), 0) FROM change WHERE undoes = $1")       \
	X(CHANGE_UNDONE, "SELECT COALESCE(undoes, 0) FROM change WHERE id = $1")             \
	X(CHANGE_LAST,   "SELECT COALESCE(MAX(id), 0) FROM change")                          \
	X(CHANGE_KNOWN,  "SELECT COALESCE(MAX(id), 0) FROM change WHERE at < $1")            \
	X(CHANGE_NONCE,  "SELECT COALESCE(MAX(id), 0) FROM change WHERE nonce = $1")         \
	X(OBSERVATION_PUT, "INSERT INTO observation (" OBSERVATION_ALL ")"                   \
	                 " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)" \
	                 " ON CONFLICT DO NOTHING")                                          \
	X(OBSERVATION_GET, "SELECT since, value, form, high, sample, line FROM observation"  \
	                 " WHERE indicator = $1 AND area = $2 AND pfrom = $3 AND pto = $4"   \
	                 " AND grp = $5 AND method = $6 AND until = $7")                     \
	X(OBSERVATION_UNTIL_OF, "SELECT until FROM observation"                              \
	                 " WHERE indicator = $1 AND area = $2 AND pfrom = $3 AND pto = $4"   \
	                 " AND grp = $5 AND method = $6 AND since = $7")                     \
	X(OBSERVATION_OF, "SELECT " OBSERVATION_ALL " FROM observation WHERE indicator = $1") \
	X(OBSERVATION_END, "UPDATE observation SET until = $1 WHERE indicator = $2 AND area = $3" \
	                 " AND pfrom = $4 AND pto = $5 AND grp = $6 AND method = $7"         \
	                 " AND until = 9223372036854775807")                                 \
	X(OBSERVATION_KNOWN, "SELECT " OBSERVATION_ALL " FROM observation"                   \
	                 " WHERE indicator = $1 AND since <= $2 AND until > $2"              \
	                 " ORDER BY indicator, area, pfrom, pto, grp, method")               \
	X(OBSERVATION_SIDES, "SELECT area, pfrom, pto, grp, method, form, since FROM observation" \
	                 " WHERE indicator = $1 AND since <= $2 AND until > $2 AND pto <= $3" \
	                 " ORDER BY indicator, area, pfrom, pto, grp, method")               \
	X(OBSERVATION_CELLS, "SELECT area, pfrom, pto, grp, method, form, value, high, sample" \
	                 " FROM observation"                                                 \
	                 " WHERE indicator = $1 AND since <= $2 AND until > $2 AND pto <= $3" \
	                 " ORDER BY indicator, area, pfrom, pto, grp, method")               \
	X(OBSERVATION_FIGURES, "SELECT form, value FROM observation"                         \
	                 " WHERE indicator = $1 AND since <= $2 AND until > $2 AND pto <= $3" \
	                 " ORDER BY indicator, area, pfrom, pto, grp, method")               \
	X(OBSERVATION_THERE, "SELECT indicator, pfrom, pto, grp, method, since, value, form," \
	                 " high, sample, line, col FROM observation WHERE area = $1 AND indicator IN" \
	                 " (SELECT id FROM indicator WHERE since <= $2 AND until > $2)"      \
	                 " AND since <= $2 AND until > $2"                                   \
	                 " ORDER BY indicator, area, pfrom, pto, grp, method")               \
	X(OBSERVATION_EVERY, "SELECT " OBSERVATION_ALL " FROM observation"                   \
	                 " ORDER BY indicator, area, pfrom, pto, grp, method, until")        \
	X(OBSERVATION_SINCE, "SELECT " OBSERVATION_ALL " FROM observation WHERE since = $1"  \
	                 " ORDER BY indicator, area, pfrom, pto, grp, method, until")        \
	X(OBSERVATION_UNTIL, "SELECT " OBSERVATION_ALL " FROM observation WHERE until = $1"  \
	                 " ORDER BY indicator, area, pfrom, pto, grp, method, until")        \
	X(TOUCHED_AFTER, "SELECT DISTINCT indicator FROM touched WHERE change > $1"          \
	                 " ORDER BY indicator")                                              \
	X(TOUCHED_PUT,   "INSERT INTO touched (change, indicator) VALUES ($1, $2)"           \
	                 " ON CONFLICT DO NOTHING")                                          \
	X(TOUCHED_DROP_ALL, "DELETE FROM touched")                                           \
	X(TOUCHED_ALL,   "INSERT INTO touched (change, indicator) " STATEMENT_TOUCHED)       \
	X(TOUCHED_MISSING, "SELECT COUNT(DISTINCT indicator) FROM (" STATEMENT_TOUCHED       \
	                 " EXCEPT SELECT change, indicator FROM touched) t")                 \
	X(OBSERVATION_TAKEN, "SELECT " OBSERVATION_ALL " FROM observation"                   \
	                 " WHERE since IN (SELECT id FROM change WHERE document = $1)"       \
	                 " AND since <= $2 AND until > $2 ORDER BY line, col, indicator, area," \
	                 " pfrom, pto, grp, method LIMIT $3")                                \
	X(OBSERVATION_TAKEN_COUNT, "SELECT c.document, COUNT(*) FROM observation o"          \
	                 " JOIN change c ON c.id = o.since WHERE o.since <= $1 AND o.until > $1" \
	                 " AND c.document IS NOT NULL GROUP BY c.document ORDER BY c.document") \
	X(NOUNS_TOUCHED, STATEMENT_NOUNS_TOUCHED)                                            \
	X(LINE_ADD,      "INSERT INTO document_line (document, line, text) VALUES ($1, $2, $3)") \
	X(LINE_OF,       "SELECT line, text FROM document_line WHERE document = $1 ORDER BY line") \
	X(LINE_EVERY,    "SELECT document, line, text FROM document_line ORDER BY document, line") \
	X(RELEASE_LINE_ADD, "INSERT INTO release_line (release, part, line, text) VALUES ($1, $2, $3, $4)") \
	X(RELEASE_LINE_OF, "SELECT line, text FROM release_line WHERE release = $1 AND part = $2 ORDER BY line") \
	X(DOCUMENT_BY_HASH, "SELECT id FROM document WHERE sha256 = $1 AND until = 9223372036854775807") \
	X(TARGET_BY_INDICATOR, "SELECT id FROM target WHERE indicator = $1"                  \
	                 " AND since <= $2 AND until > $2 ORDER BY id")                      \
	X(INDICATOR_BY_NUMERATOR, "SELECT id FROM indicator WHERE numerator = $1"            \
	                 " AND since <= $2 AND until > $2 ORDER BY id")                      \
	X(FIELD_BY_PROPOSAL, "SELECT id FROM field WHERE proposal = $1"                      \
	                 " AND since <= $2 AND until > $2 ORDER BY id")                      \
	X(MIGRATION_ADD, "INSERT INTO pejl_migration (number, name, sha256, at)"             \
	                 " VALUES ($1, $2, $3, $4)")                                         \
	X(MIGRATION_ALL, "SELECT number, name, sha256, at FROM pejl_migration ORDER BY number")

/* All that have one text for both engines. */
#define PLAIN_STATEMENTS(X)                                                                   \
	STORE_STATEMENTS(X) SEARCH_STATEMENTS(X) STAFF_STATEMENTS(X) SOURCE_STATEMENTS(X)     \
	MAIL_STATEMENTS(X) WHEEL_STATEMENTS(X) READING_STATEMENTS(X) EDIT_STATEMENTS(X)       \
	FORM_STATEMENTS(X)

enum stmt {
#define X(id, sql) STMT_##id,
	PLAIN_STATEMENTS(X)
#undef X
#define X(id, sql, pg) STMT_##id,
	PAIRED_STATEMENTS(X)
#undef X
#define N(id, table, one, many, da, columns) \
	STMT_##id##_ADD, STMT_##id##_END, STMT_##id##_KNOWN, STMT_##id##_ONE, \
	STMT_##id##_EVERY, STMT_##id##_FORMER, STMT_##id##_SINCE, STMT_##id##_UNTIL,
	NOUNS(N)
#undef N
	STMT_COUNT
};

extern const char *const stmt_sql[STMT_COUNT];          /* as SQLite runs them */
extern const char *const stmt_sql_pg[STMT_COUNT];       /* the same, but for search */
extern const char *const stmt_name[STMT_COUNT];

#endif

/* statements_reading.h - the statements about papers that wait to be read, for
 * statements.h. */
#ifndef STORE_STATEMENTS_READING_H
#define STORE_STATEMENTS_READING_H

#define READING_STATEMENTS(X)                                                                \
	X(READING_ADD,   "INSERT INTO reading (id, account, name, bytes, queued, state, since,"  \
	                 " tries, document) VALUES ($1, $2, $3, $4, $5, 'waiting', 0, 0, '')")   \
	X(READING_LAST,  "SELECT COALESCE(MAX(id), 0) FROM reading")                             \
	X(READING_BUSY,  "SELECT COUNT(*) FROM reading WHERE state IN ('waiting', 'reading')"    \
	                 " AND id < $1")                                                         \
	X(READING_BY_ID, "SELECT id, state, name, document FROM reading WHERE id = $1")          \
	X(READING_NEXT,  "SELECT id, account, name, bytes, tries FROM reading"                   \
	                 " WHERE state = 'waiting' OR (state = 'reading' AND since <= $1)"       \
	                 " ORDER BY id LIMIT 1")                                                 \
	X(READING_CLAIM, "UPDATE reading SET state = 'reading', since = $1, tries = tries + 1"   \
	                 " WHERE id = $2")                                                       \
	X(READING_END,   "UPDATE reading SET state = $1, document = $2, bytes = '' WHERE id = $3") \
	X(READING_DROP,  "DELETE FROM reading WHERE state NOT IN ('waiting', 'reading')"         \
	                 " AND queued < $1")

#endif

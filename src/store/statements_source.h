/* statements_source.h - what the bureaus answered last; part of statements.h. */
#ifndef STORE_STATEMENTS_SOURCE_H
#define STORE_STATEMENTS_SOURCE_H

#define SOURCE_STATEMENTS(X)                                                                 \
	X(SOURCE_STATE_GET, "SELECT since, method, fetched, etag, modified, updated, print"  \
	                 " FROM source_state WHERE source = $1")                             \
	X(SOURCE_STATE_FORGET, "DELETE FROM source_state")                                   \
	X(SOURCE_STATE_DROP, "DELETE FROM source_state WHERE source = $1")                   \
	X(SOURCE_STATE_PUT, "INSERT INTO source_state (source, since, method, fetched, etag, modified," \
	                 " updated, print) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")         \
	X(SOURCE_BREAK_GET, "SELECT found, went, came, print, starts FROM source_break WHERE source = $1") \
	X(SOURCE_BREAK_DROP, "DELETE FROM source_break WHERE source = $1")                   \
	X(SOURCE_BREAK_PUT, "INSERT INTO source_break (source, found, went, came, print, starts)" \
	                 " VALUES ($1, $2, $3, $4, $5, $6)")                                     \
	X(SOURCE_LOG_LAST, "SELECT COALESCE(MAX(id), 0) FROM source_log")                    \
	X(SOURCE_LOG_PUT, "INSERT INTO source_log (id, source, at, outcome, words, change)"  \
	                 " VALUES ($1, $2, $3, $4, $5, $6)")                                 \
	X(SOURCE_LOG_TRIM, "DELETE FROM source_log WHERE source = $1 AND id NOT IN"          \
	                 " (SELECT id FROM source_log WHERE source = $1 ORDER BY id DESC LIMIT $2)") \
	X(SOURCE_LOG_OF, "SELECT source, at, outcome, words, change FROM source_log"         \
	                 " WHERE source = $1 ORDER BY id DESC")                              \
	X(SOURCE_LOG_ALL, "SELECT source, at, outcome, words, change FROM source_log"        \
	                 " ORDER BY id DESC LIMIT 500")

#endif

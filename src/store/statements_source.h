/* statements_source.h - what the bureaus answered last; part of statements.h. */
#ifndef STORE_STATEMENTS_SOURCE_H
#define STORE_STATEMENTS_SOURCE_H

#define SOURCE_STATEMENTS(X)                                                                 \
	X(SOURCE_STATE_GET, "SELECT since, method, fetched, etag, modified, updated, print"  \
	                 " FROM source_state WHERE source = $1")                             \
	X(SOURCE_STATE_FORGET, "DELETE FROM source_state")                                   \
	X(SOURCE_STATE_DROP, "DELETE FROM source_state WHERE source = $1")                   \
	X(SOURCE_STATE_PUT, "INSERT INTO source_state (source, since, method, fetched, etag, modified," \
	                 " updated, print) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")

#endif

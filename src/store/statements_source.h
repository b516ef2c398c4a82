/* statements_source.h - what the bureaus answered last, and each time that they were asked;
 * part of statements.h. */
#ifndef STORE_STATEMENTS_SOURCE_H
#define STORE_STATEMENTS_SOURCE_H

#define SOURCE_RUN_COLUMNS "r.id, r.source, r.kind, r.state, r.asked, r.ended, r.added, r.revised," \
	" r.same, r.unchanged, r.change, r.updated, r.problem, r.hint, r.unmapped," \
	" COALESCE(a.title, ''), r.account, r.tries"
#define SOURCE_RUN_FROM " FROM source_run r LEFT JOIN account a ON a.id = r.account"

#define SOURCE_STATEMENTS(X)                                                                 \
	X(SOURCE_STATE_GET, "SELECT since, method, fetched, etag, modified, updated, print"  \
	                 " FROM source_state WHERE source = $1")                             \
	X(SOURCE_STATE_FORGET, "DELETE FROM source_state")                                   \
	X(SOURCE_STATE_DROP, "DELETE FROM source_state WHERE source = $1")                   \
	X(SOURCE_STATE_PUT, "INSERT INTO source_state (source, since, method, fetched, etag, modified," \
	                 " updated, print) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)")         \
	X(SOURCE_RUN_LAST, "SELECT COALESCE(MAX(id), 0) FROM source_run")                    \
	X(SOURCE_RUN_ADD, "INSERT INTO source_run (id, source, account, kind, asked, state, since," \
	                 " tries, ended, added, revised, same, unchanged, change, updated, problem," \
	                 " hint, unmapped) VALUES ($1, $2, $3, $4, $5, 'waiting', 0, 0, 0, 0, 0, 0, 0," \
	                 " 0, '', '', '', '')")                                              \
	X(SOURCE_RUN_BUSY, "SELECT COUNT(*) FROM source_run WHERE state IN ('waiting', 'working')" \
	                 " AND id < $1")                                                     \
	X(SOURCE_RUN_OPEN, "SELECT COALESCE(MAX(id), 0) FROM source_run WHERE source = $1"   \
	                 " AND state IN ('waiting', 'working') AND kind = $2")               \
	X(SOURCE_RUN_NEXT, "SELECT " SOURCE_RUN_COLUMNS SOURCE_RUN_FROM " WHERE r.state = 'waiting'" \
	                 " OR (r.state = 'working' AND r.since <= $1) ORDER BY r.id LIMIT 1") \
	X(SOURCE_RUN_CLAIM, "UPDATE source_run SET state = 'working', since = $1, tries = tries + 1" \
	                 " WHERE id = $2")                                                   \
	X(SOURCE_RUN_END, "UPDATE source_run SET state = $1, ended = $2, added = $3, revised = $4," \
	                 " same = $5, unchanged = $6, change = $7, updated = $8, problem = $9," \
	                 " hint = $10, unmapped = $11 WHERE id = $12")                        \
	X(SOURCE_RUN_BY_ID, "SELECT " SOURCE_RUN_COLUMNS SOURCE_RUN_FROM " WHERE r.id = $1") \
	X(SOURCE_RUN_OF, "SELECT " SOURCE_RUN_COLUMNS SOURCE_RUN_FROM " WHERE (r.source = $1 OR ($1 = 0" \
	                 " AND r.source <> 0))"                                              \
	                 " ORDER BY r.id DESC LIMIT $2")                                     \
	X(SOURCE_RUN_ALL, "SELECT COALESCE(MAX(asked), 0) FROM source_run WHERE kind = 'all'") \
	X(SOURCE_RUN_TRIM, "DELETE FROM source_run WHERE source = $1 AND id <= (SELECT id FROM source_run" \
	                 " WHERE source = $1 AND ended > 0 ORDER BY id DESC LIMIT 1 OFFSET $2)" \
	                 " AND ended > 0")                                                   \
	X(SOURCE_ITEM_TRIM, "DELETE FROM source_item WHERE NOT EXISTS"                       \
	                 " (SELECT 1 FROM source_run r WHERE r.id = source_item.run)")       \
	X(SOURCE_ITEM_ADD, "INSERT INTO source_item (run, place, indicator, area, grp, pfrom, pto, revised," \
	                 " was, figure) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")   \
	X(SOURCE_ITEM_OF, "SELECT indicator, area, grp, pfrom, pto, revised, was, figure"    \
	                 " FROM source_item WHERE run = $1 ORDER BY place")                 \
	X(SOURCE_DRAFT_ADD, "INSERT INTO source_draft (run, thing, form, shown) VALUES ($1, $2, $3, '')") \
	X(SOURCE_DRAFT_GET, "SELECT thing, form, shown FROM source_draft WHERE run = $1")    \
	X(SOURCE_DRAFT_SET, "UPDATE source_draft SET form = $1, shown = $2 WHERE run = $3")  \
	X(SOURCE_DRAFT_TRIM, "DELETE FROM source_draft WHERE NOT EXISTS"                     \
	                 " (SELECT 1 FROM source_run r WHERE r.id = source_draft.run)")      \
	X(SOURCE_BREAK_GET, "SELECT found, went, came, print, starts FROM source_break WHERE source = $1") \
	X(SOURCE_BREAK_DROP, "DELETE FROM source_break WHERE source = $1")                   \
	X(SOURCE_BREAK_PUT, "INSERT INTO source_break (source, found, went, came, print, starts)" \
	                 " VALUES ($1, $2, $3, $4, $5, $6)")

#endif

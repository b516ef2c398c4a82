/* statements_search.h - the statements of the search index, for statements.h. */
#ifndef STORE_STATEMENTS_SEARCH_H
#define STORE_STATEMENTS_SEARCH_H

/* Of the search index: one text, and those that each engine has its own way for. $1:
 * the words in titles, $2: the words anywhere, as search_match() writes them; $3: a
 * kind or ''. An entry with a line is a line of a document. */
#define SEARCH_STATEMENTS(X)                                                                 \
	X(SEARCH_ADD,    "INSERT INTO search_entry (owner, thing, line, title, body)"        \
	                 " VALUES ($1, $2, $3, $4, $5)")                                     \
	X(SEARCH_DROP,   "DELETE FROM search_entry WHERE owner = $1")                        \
	X(SEARCH_DROP_ALL, "DELETE FROM search_entry")                                       \
	X(SEARCH_ALL,    "SELECT owner, thing, line, title, body FROM search_entry ORDER BY id")

#define SEARCH_KIND "CASE WHEN e.line > 0 THEN 'line' ELSE t.kind END"
/* The text of a line is looked up for what is listed, not for all that fits. */
#define SEARCH_FOUND "SELECT f.thing, f.line, f.named, substr(COALESCE(l.text, ''), 1, 4000)"    \
	" FROM (SELECT e.thing AS thing, e.line AS line, "
#define SEARCH_JOIN " JOIN thing t ON t.id = e.thing WHERE "
#define SEARCH_ORDER " AND ($3 = '' OR " SEARCH_KIND " = $3) GROUP BY e.thing, e.line"           \
	" ORDER BY named DESC, e.line > 0, e.thing, e.line LIMIT $4) f"                      \
	" LEFT JOIN document_line l ON l.document = f.thing AND l.line = f.line"             \
	" ORDER BY f.named DESC, f.line > 0, f.thing, f.line"
#define SEARCH_COUNTED "SELECT " SEARCH_KIND ", COUNT(DISTINCT e.thing * 67108864 + e.line) FROM "

/* INDEX and UNINDEX: an owner's entries into the engine's own index and, before they
 * are dropped, out of it. */
#define PAIRED_STATEMENTS(X)                                                                 \
	X(SEARCH_INDEX,                                                                      \
	  "INSERT INTO search (rowid, title, body)"                                          \
	  " SELECT id, title, body FROM search_entry WHERE owner = $1",                      \
	  "UPDATE search_entry SET words = setweight(to_tsvector('simple', title), 'A') ||"  \
	  " setweight(to_tsvector('simple', body), 'D') WHERE owner = $1")                   \
	X(SEARCH_UNINDEX,                                                                    \
	  "INSERT INTO search (search, rowid, title, body)"                                  \
	  " SELECT 'delete', id, title, body FROM search_entry WHERE owner = $1",            \
	  "DELETE FROM search_entry WHERE owner = $1")                                       \
	X(SEARCH_UNINDEX_ALL,                                                                \
	  "INSERT INTO search (search) VALUES ('delete-all')",                               \
	  "DELETE FROM search_entry")                                                        \
	X(SEARCH_FIND,                                                                       \
	  SEARCH_FOUND "MAX(e.id IN (SELECT rowid FROM search WHERE search MATCH $1)) AS named" \
	  " FROM search s JOIN search_entry e ON e.id = s.rowid" SEARCH_JOIN                 \
	  "s.search MATCH $2" SEARCH_ORDER,                                                  \
	  SEARCH_FOUND "MAX(CASE WHEN e.words @@ CAST($1 AS tsquery) THEN 1 ELSE 0 END) AS named" \
	  " FROM search_entry e" SEARCH_JOIN "e.words @@ CAST($2 AS tsquery)" SEARCH_ORDER)  \
	X(SEARCH_COUNT,                                                                      \
	  SEARCH_COUNTED "search s JOIN search_entry e ON e.id = s.rowid"                    \
	  " JOIN thing t ON t.id = e.thing WHERE s.search MATCH $1 GROUP BY 1",              \
	  SEARCH_COUNTED "search_entry e JOIN thing t ON t.id = e.thing"                     \
	  " WHERE e.words @@ CAST($1 AS tsquery) GROUP BY 1")                                \
	X(SEARCH_WORDS,                                                                      \
	  "SELECT term, doc FROM search_word WHERE length(term) BETWEEN $1 AND $2 LIMIT 200000", \
	  "SELECT word, ndoc FROM ts_stat('SELECT words FROM search_entry')"                 \
	  " WHERE length(word) BETWEEN $1 AND $2 LIMIT 200000")                              \
	X(SEARCH_SUM,                                                                        \
	  "SELECT COALESCE(SUM(doc), 0) FROM search_word",                                   \
	  "SELECT COALESCE(SUM(ndoc), 0) FROM ts_stat('SELECT words FROM search_entry')")

#endif

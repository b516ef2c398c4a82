-- What can be searched for (SQLite; 0002_search.pg.sql is the same for PostgreSQL).
--
-- An entry is one thing, one translation of a text, or one line of a published
-- document: folded words of letters a-z and digits, made by base/term.h. It is written
-- with the row that it comes from (`owner`) in one transaction; `pejl db reindex` makes
-- all of it anew. No triggers: a schema that is not trusted may not reach `search`.

CREATE TABLE search_entry (
	id    @INT64@ NOT NULL PRIMARY KEY,
	owner @INT64@ NOT NULL,
	thing @INT64@ NOT NULL,
	line  @INT64@ NOT NULL,
	title @TEXT@ NOT NULL,
	body  @TEXT@ NOT NULL
)@STRICT@;
CREATE INDEX search_entry_owner ON search_entry (owner);

CREATE VIRTUAL TABLE search USING fts5 (
	title, body, content = 'search_entry', content_rowid = 'id',
	tokenize = 'ascii', prefix = '2 3 4', detail = 'column'
);
CREATE VIRTUAL TABLE search_word USING fts5vocab ('search', 'row');

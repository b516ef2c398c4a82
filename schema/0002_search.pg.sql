-- What can be searched for (PostgreSQL; 0002_search.sqlite.sql tells more).

CREATE TABLE search_entry (
	id    @INT64@ GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	owner @INT64@ NOT NULL,
	thing @INT64@ NOT NULL,
	line  @INT64@ NOT NULL,
	title @TEXT@ NOT NULL,
	body  @TEXT@ NOT NULL,
	words tsvector
);
CREATE INDEX search_entry_owner ON search_entry (owner);
CREATE INDEX search_entry_words ON search_entry USING gin (words);

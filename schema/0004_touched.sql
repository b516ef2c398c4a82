-- Which indicators a change measured or took measurements from: follows from the
-- observations, so that a reader of the newest ones does not look through all of them.
-- Written by store/touched.c; `pejl db reindex` makes all of it anew.

CREATE TABLE touched (
	change    @INT64@ NOT NULL,
	indicator @INT64@ NOT NULL,
	PRIMARY KEY (change, indicator)
)@STRICT_KEYED@;

#include "store/pg.h"

const struct token pg_token[] = {
	{ STR_INIT("APPLICATION_ID"), STR_INIT("") },
	{ STR_INIT("INT64"), STR_INIT("bigint") },
	{ STR_INIT("TEXT"), STR_INIT("text COLLATE \"C\"") },
	{ STR_INIT("THING"),
	  STR_INIT("bigint REFERENCES thing (id) DEFERRABLE INITIALLY DEFERRED") },
	{ STR_INIT("CHANGE"),
	  STR_INIT("bigint REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED") },
	{ STR_INIT("STRICT"), STR_INIT("") },
	{ STR_INIT("STRICT_KEYED"), STR_INIT("") },
	{ STR_INIT(""), STR_INIT("") },
};

/* SQLSTATE, or the class that it begins with. */
static const struct {
	struct str   state;
	enum failure failure;
} states[] = {
	{ STR_INIT("23503"), FAILURE_DANGLING }, { STR_INIT("23505"), FAILURE_TWICE },
	{ STR_INIT("22P02"), FAILURE_TYPE },     { STR_INIT("22003"), FAILURE_TYPE },
	{ STR_INIT("55P03"), FAILURE_LOCKED },   { STR_INIT("40"), FAILURE_LOCKED },
	{ STR_INIT("53100"), FAILURE_FULL },     { STR_INIT("25006"), FAILURE_READONLY },
	{ STR_INIT("42501"), FAILURE_READONLY }, { STR_INIT("XX001"), FAILURE_DAMAGED },
	{ STR_INIT("XX002"), FAILURE_DAMAGED },
};

enum failure
pg_failure(struct str sqlstate)
{
	for (size_t i = 0; i < COUNT_OF(states); i++) {
		if (str_starts(sqlstate, states[i].state))
			return states[i].failure;
	}
	return FAILURE_OTHER;
}

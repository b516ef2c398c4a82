#include "store/statements.h"

/* "$7, $8, ..." for so many columns: the six before them are every noun's. */
#define V1 "$7"
#define V2 V1 ", $8"
#define V3 V2 ", $9"
#define V4 V3 ", $10"
#define V5 V4 ", $11"
#define V6 V5 ", $12"
#define V7 V6 ", $13"
#define V8 V7 ", $14"
#define V9 V8 ", $15"
#define V10 V9 ", $16"
#define V11 V10 ", $17"
#define V12 V11 ", $18"
#define V13 V12 ", $19"
#define V14 V13 ", $20"
#define V15 V14 ", $21"
#define V16 V15 ", $22"
#define V17 V16 ", $23"
#define V18 V17 ", $24"
#define V19 V18 ", $25"
#define V20 V19 ", $26"
#define V21 V20 ", $27"
#define V22 V21 ", $28"
#define V23 V22 ", $29"
#define V24 V23 ", $30"
#define V25 V24 ", $31"
#define V26 V25 ", $32"

/* How many columns a noun has, as a number that can be pasted onto V. */
#define ONE(prefix, name, type, refers) , name
#define COUNT_PICK(_0, _1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _13, _14, _15, _16, \
    _17, _18, _19, _20, _21, _22, _23, _24, _25, _26, n, ...) n
#define COUNT_OF_ARGS(...) COUNT_PICK(__VA_ARGS__)
#define COUNT(columns) COUNT_OF_ARGS(_ columns(ONE, _), 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, \
    16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)
#define VALUES(columns) "$1, $2, $3, $4, $5, $6, " PASTE(V, COUNT(columns))

#define NAME(prefix, name, type, refers) ", " #name
#define ALL(columns) "id, since, until, line, col, quote" columns(NAME, _)

#define OF_NOUN(id, table, one, many, da, columns)                                              \
	[STMT_##id##_ADD] = "INSERT INTO " #table " (" ALL(columns) ")"                   \
	    " VALUES (" VALUES(columns) ")",                                              \
	[STMT_##id##_END] = "UPDATE " #table " SET until = $1"                            \
	    " WHERE id = $2 AND until = 9223372036854775807",                             \
	[STMT_##id##_KNOWN] = "SELECT " ALL(columns) " FROM " #table                      \
	    " WHERE since <= $1 AND until > $1 ORDER BY id",                              \
	[STMT_##id##_ONE] = "SELECT " ALL(columns) " FROM " #table                        \
	    " WHERE id = $1 ORDER BY since",                                              \
	[STMT_##id##_EVERY] = "SELECT " ALL(columns) " FROM " #table " ORDER BY id, since", \
	[STMT_##id##_FORMER] = "SELECT " ALL(columns) " FROM " #table                     \
	    " WHERE until <= $1 AND until < 9223372036854775807 ORDER BY id, since",      \
	[STMT_##id##_SINCE] = "SELECT " ALL(columns) " FROM " #table                      \
	    " WHERE since = $1 ORDER BY id",                                              \
	[STMT_##id##_UNTIL] = "SELECT " ALL(columns) " FROM " #table                      \
	    " WHERE until = $1 ORDER BY id",

const char *const stmt_sql[STMT_COUNT] = {
#define X(id, sql) [STMT_##id] = sql,
	PLAIN_STATEMENTS(X)
#undef X
#define X(id, sql, pg) [STMT_##id] = sql,
	PAIRED_STATEMENTS(X)
#undef X
	NOUNS(OF_NOUN)
};

const char *const stmt_sql_pg[STMT_COUNT] = {
#define X(id, sql) [STMT_##id] = sql,
	PLAIN_STATEMENTS(X)
#undef X
#define X(id, sql, pg) [STMT_##id] = pg,
	PAIRED_STATEMENTS(X)
#undef X
	NOUNS(OF_NOUN)
};

const char *const stmt_name[STMT_COUNT] = {
#define X(id, sql) [STMT_##id] = #id,
	PLAIN_STATEMENTS(X)
#undef X
#define X(id, sql, pg) [STMT_##id] = #id,
	PAIRED_STATEMENTS(X)
#undef X
#define N(id, table, one, many, da, columns)                                              \
	[STMT_##id##_ADD] = #id "_ADD", [STMT_##id##_END] = #id "_END",                   \
	[STMT_##id##_KNOWN] = #id "_KNOWN", [STMT_##id##_ONE] = #id "_ONE",               \
	[STMT_##id##_EVERY] = #id "_EVERY", [STMT_##id##_FORMER] = #id "_FORMER",         \
	[STMT_##id##_SINCE] = #id "_SINCE",                                               \
	[STMT_##id##_UNTIL] = #id "_UNTIL",
	NOUNS(N)
#undef N
};

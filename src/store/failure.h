/* failure.h - what can go wrong with a database, in words for people. */
#ifndef STORE_FAILURE_H
#define STORE_FAILURE_H

/* What can go wrong, in words that are the same on both engines: message, what
 * to do. The engine's own words follow the message. */
#define FAILURES(X)                                                                           \
	X(OTHER,    "the database refuses", "")                                               \
	X(PATH,     "cannot be opened", "check the path and its permissions")                 \
	X(ABSENT,   "there is no register here", "check --db, or make one: pejl db migrate")  \
	X(LOCKED,   "locked by another program", "wait until it is done, and try again")      \
	X(FULL,     "no room left to write", "free some space; nothing was changed")          \
	X(READONLY, "may not be written", "check the permissions of the file and its folder") \
	X(TWICE,    "is there already", "")                                                   \
	X(DANGLING, "a reference leads to nothing", "")                                       \
	X(TYPE,     "a value is not what its column holds", "")                               \
	X(DAMAGED,  "is damaged", "restore a backup: pejl db restore")                        \
	X(NO_DATABASE, "is not a database", "check --db")                                     \
	X(FOREIGN,  "is another program's database, not a Pejl register", "check --db")       \
	X(OLDER,    "made by an older Pejl", "bring it up to date: pejl db migrate")          \
	X(NEWER,    "made by a newer Pejl", "update the program")                             \
	X(ALTERED,  "its schema is not the one that this program made", "restore a backup")   \
	X(NOT_DURABLE, "cannot keep what is written here", "keep the register on a local disk") \
	X(NO_SERVER, "no PostgreSQL server answers", "is the server running?")                \
	X(REFUSED,  "the PostgreSQL server refuses", "check user, password and database name") \
	X(LOST,     "the connection to the server was lost", "try again")                     \
	X(ADDRESS,  "is not an address of a PostgreSQL database",                             \
	            "postgresql://USER@HOST:PORT/DATABASE")                                   \
	X(OCCUPIED, "is there already", "give a name that is not in use")                     \
	X(BACKUP,   "is not a whole backup of a register", "choose another backup")           \
	X(TOOL,     "cannot run", "install postgresql-client")

enum failure {
#define X(id, message, hint) FAILURE_##id,
	FAILURES(X)
#undef X
	FAILURE_COUNT
};

#endif

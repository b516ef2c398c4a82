/* statements_edit.h - the statements about editing, for statements.h. */
#ifndef STORE_STATEMENTS_EDIT_H
#define STORE_STATEMENTS_EDIT_H

#define EDIT_STATEMENTS(X)                                                                   \
	X(OBSERVATION_COUNT_OF, "SELECT COUNT(*) FROM observation"                           \
	                 " WHERE until = 9223372036854775807"                                \
	                 " AND (indicator = $1 OR area = $1 OR grp = $1)")

#endif

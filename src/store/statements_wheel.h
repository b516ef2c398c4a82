/* statements_wheel.h - the statements about reminders, calendars and the forms of a
 * period, for statements.h. */
#ifndef STORE_STATEMENTS_WHEEL_H
#define STORE_STATEMENTS_WHEEL_H

#define REMINDER_ALL "id, at, account, unit, duty, initiative, starts, due, sent"
#define CALENDAR_ALL "id, account, unit, made"

#define WHEEL_STATEMENTS(X)                                                                  \
	X(REMINDER_ADD,  "INSERT INTO reminder (" REMINDER_ALL ")"                           \
	                 " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)")                      \
	X(REMINDER_LAST, "SELECT COALESCE(MAX(id), 0) FROM reminder")                        \
	X(REMINDER_SINCE, "SELECT " REMINDER_ALL " FROM reminder WHERE at >= $1 ORDER BY id") \
	X(REMINDER_TO_SEND, "SELECT " REMINDER_ALL " FROM reminder WHERE sent = 0 ORDER BY id") \
	X(REMINDER_SENT, "UPDATE reminder SET sent = $1 WHERE id = $2")                      \
	X(CALENDAR_ADD,  "INSERT INTO calendar (id, digest, account, unit, made)"            \
	                 " VALUES ($1, $2, $3, $4, $5)")                                     \
	X(CALENDAR_LAST, "SELECT COALESCE(MAX(id), 0) FROM calendar")                        \
	X(CALENDAR_FIND, "SELECT " CALENDAR_ALL " FROM calendar WHERE digest = $1")          \
	X(CALENDAR_OF,   "SELECT " CALENDAR_ALL " FROM calendar WHERE account = $1 ORDER BY id") \
	X(CALENDAR_DROP, "DELETE FROM calendar WHERE id = $1 AND account = $2")              \
	X(OWED_FORMS,    "SELECT id, initiative, starts, ends, state FROM form"              \
	                 " WHERE starts >= $1 AND starts < $2")

#endif

/* statements_mail.h - the statements about messages, reports of errors, notices and
 * subscriptions, for statements.h. */
#ifndef STORE_STATEMENTS_MAIL_H
#define STORE_STATEMENTS_MAIL_H

#define OUTBOX_ALL "id, mark, account, recipient, lang, subject, body, link, queued, due," \
	" tries, state, since, problem"
#define REPORT_ALL "id, thing, unit, words, made, state, version, answer, answered, answered_by"
#define SUBSCRIPTION_ALL "id, objective, mail, lang, made, state, told"

/* The newest id, or one that was and that an address in a message still leads to. */
#define LAST_OF(table, kinds) "SELECT COALESCE(MAX(id), 0) FROM (SELECT id FROM " table         \
	" UNION SELECT target FROM letter_link WHERE kind IN (" kinds ")) t"

#define MAIL_STATEMENTS(X)                                                                   \
	X(OUTBOX_LAST,   "SELECT COALESCE(MAX(id), 0) FROM outbox")                          \
	X(OUTBOX_ADD,    "INSERT INTO outbox (" OUTBOX_ALL ") VALUES ($1, $2, $3, $4, $5, $6," \
	                 " $7, $8, $9, $9, 0, 'waiting', 0, '') ON CONFLICT DO NOTHING")     \
	X(OUTBOX_DUE,    "SELECT " OUTBOX_ALL " FROM outbox WHERE state = 'waiting' AND due <= $1" \
	                 " ORDER BY due, id LIMIT 1")                                        \
	X(OUTBOX_CLAIM,  "UPDATE outbox SET state = 'sending', since = $1, tries = tries + 1" \
	                 " WHERE id = $2 AND state = 'waiting'")                             \
	X(OUTBOX_LATER,  "UPDATE outbox SET state = 'waiting', due = $1, problem = $2"       \
	                 " WHERE id = $3 AND state = 'sending'")                             \
	X(OUTBOX_UNSURE, "UPDATE outbox SET since = 0, problem = $1"                         \
	                 " WHERE id = $2 AND state = 'sending'")                             \
	X(OUTBOX_SETTLE, "UPDATE outbox SET state = $1, problem = $2, since = $3, recipient = ''," \
	                 " subject = '', body = '', link = ''"                               \
	                 " WHERE id = $4 AND state IN ('sending', 'waiting')")               \
	X(OUTBOX_AGAIN,  "UPDATE outbox SET state = 'waiting', due = $1, since = 0"          \
	                 " WHERE id = $2 AND state = 'sending' AND since < $3")              \
	X(OUTBOX_GIVE_UP, "UPDATE outbox SET state = 'given_up', since = $1, recipient = ''," \
	                 " subject = '', body = '', link = ''"                               \
	                 " WHERE id = $2 AND state = 'sending' AND since < $3")              \
	X(OUTBOX_OPEN,   "SELECT " OUTBOX_ALL " FROM outbox WHERE state <> 'sent' ORDER BY id DESC" \
	                 " LIMIT $1")                                                        \
	X(OUTBOX_COUNT,  "SELECT state, COUNT(*) FROM outbox GROUP BY state ORDER BY state") \
	X(OUTBOX_DROP_OLD, "DELETE FROM outbox WHERE queued < $1 AND state NOT IN ('waiting', 'sending')") \
	X(OUTBOX_MARKED, "SELECT COUNT(*) FROM outbox WHERE mark = $1")                      \
	X(OUTBOX_FORGET, "DELETE FROM outbox WHERE substr(mark, 1, $1) = $2 AND state = 'waiting'") \
	X(LETTER_LINK_ADD, "INSERT INTO letter_link (digest, kind, target, made)"            \
	                 " VALUES ($1, $2, $3, $4)")                                         \
	X(LETTER_LINK_FIND, "SELECT target FROM letter_link WHERE digest = $1 AND kind = $2") \
	X(LETTER_LINK_DROP, "DELETE FROM letter_link WHERE kind = $1 AND target = $2")       \
	X(LETTER_LINK_DROP_OLD, "DELETE FROM letter_link WHERE made < $1")                   \
	X(REPORT_LAST,   LAST_OF("error_report", "'report'"))                                \
	X(REPORT_ADD,    "INSERT INTO error_report (" REPORT_ALL ")"                         \
	                 " VALUES ($1, $2, $3, $4, $5, 'open', 1, '', 0, 0)")                \
	X(REPORT_ONE,    "SELECT " REPORT_ALL " FROM error_report WHERE id = $1")            \
	X(REPORT_OPEN,   "SELECT " REPORT_ALL " FROM error_report WHERE state = 'open' ORDER BY id") \
	X(REPORT_CLOSED, "SELECT " REPORT_ALL " FROM error_report WHERE state <> 'open'"     \
	                 " ORDER BY answered DESC, id DESC LIMIT $1")                        \
	X(REPORT_ANSWER, "UPDATE error_report SET state = $1, answer = $2, answered = $3,"   \
	                 " answered_by = $4, version = version + 1"                          \
	                 " WHERE id = $5 AND version = $6 AND state = 'open'")               \
	X(REPORT_DROP_OLD, "DELETE FROM error_report WHERE state <> 'open' AND answered < $1") \
	X(NOTICE_LAST,   "SELECT COALESCE(MAX(id), 0) FROM notice")                          \
	X(NOTICE_ADD,    "INSERT INTO notice (id, mark, account, kind, words, path, due, made," \
	                 " told) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)"                 \
	                 " ON CONFLICT DO NOTHING")                                          \
	X(NOTICE_UNTOLD, "SELECT id, kind, words, path, due FROM notice WHERE account = $1"  \
	                 " AND told = 0 ORDER BY id")                                        \
	X(NOTICE_TELL,   "UPDATE notice SET told = $1 WHERE account = $2 AND told = 0 AND id <= $3") \
	X(NOTICE_DROP_OLD, "DELETE FROM notice WHERE made < $1")                             \
	X(NOTICE_OFF_ADD, "INSERT INTO notice_off (account, kind) VALUES ($1, $2)"           \
	                 " ON CONFLICT DO NOTHING")                                          \
	X(NOTICE_OFF_DROP, "DELETE FROM notice_off WHERE account = $1 AND kind = $2")        \
	X(NOTICE_OFF_OF, "SELECT kind FROM notice_off WHERE account = $1 ORDER BY kind")     \
	X(SUBSCRIPTION_LAST, LAST_OF("subscription", "'confirm', 'stop'"))                   \
	X(SUBSCRIPTION_ADD, "INSERT INTO subscription (" SUBSCRIPTION_ALL ")"                \
	                 " VALUES ($1, $2, $3, $4, $5, 'asked', '')")                        \
	X(SUBSCRIPTION_ONE, "SELECT " SUBSCRIPTION_ALL " FROM subscription WHERE id = $1")   \
	X(SUBSCRIPTION_FIND, "SELECT " SUBSCRIPTION_ALL " FROM subscription"                 \
	                 " WHERE objective = $1 AND mail = $2")                              \
	X(SUBSCRIPTION_ASKED, "SELECT COUNT(*) FROM subscription WHERE mail = $1 AND made > $2") \
	X(SUBSCRIPTION_ON, "UPDATE subscription SET state = 'on', told = $1"                 \
	                 " WHERE id = $2 AND state = 'asked'")                               \
	X(SUBSCRIPTION_EVERY, "SELECT " SUBSCRIPTION_ALL " FROM subscription WHERE state = 'on'" \
	                 " ORDER BY id")                                                     \
	X(SUBSCRIPTION_TELL, "UPDATE subscription SET told = $1 WHERE id = $2")              \
	X(SUBSCRIPTION_DROP, "DELETE FROM subscription WHERE id = $1")                       \
	X(SUBSCRIPTION_DROP_OLD, "DELETE FROM subscription WHERE state = 'asked' AND made < $1")

#endif

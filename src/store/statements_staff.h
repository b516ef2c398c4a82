/* statements_staff.h - the statements about accounts, sessions and the trail, for
 * statements.h. */
#ifndef STORE_STATEMENTS_STAFF_H
#define STORE_STATEMENTS_STAFF_H

#define ACCOUNT_ALL "id, name, title, mail, lang, password, secret, secret_step," \
	" disabled, failures, waits_until, made, demo, version, subject"

#define TRAIL_ALL "id, at, act, thing, change, digests, hash, account, who, who_salt, why," \
	" before_text, after_text, words_salt"
#define TRAIL_NOBODY   "account = 0, who = '', who_salt = ''"
#define TRAIL_NO_WORDS "why = '', before_text = '', after_text = '', words_salt = ''"

#define STAFF_STATEMENTS(X)                                                                  \
	X(ACCOUNT_ADD,   "INSERT INTO account (id, name, title, mail, lang, password, secret," \
	                 " secret_step, disabled, failures, waits_until, made, demo, version)" \
	                 " VALUES ($1, $2, $3, $4, $5, $6, '', 0, 0, 0, 0, $7, 0, 1)")       \
	X(ACCOUNT_LAST,  "SELECT COALESCE(MAX(id), 0) FROM account")                         \
	X(ACCOUNT_BY_ID, "SELECT " ACCOUNT_ALL " FROM account WHERE id = $1")                \
	X(ACCOUNT_BY_NAME, "SELECT " ACCOUNT_ALL " FROM account WHERE name = $1")            \
	X(ACCOUNT_BY_SUBJECT, "SELECT " ACCOUNT_ALL " FROM account WHERE subject = $1")      \
	X(ACCOUNT_SUBJECT, "UPDATE account SET subject = $1 WHERE id = $2")                  \
	X(ACCOUNT_EVERY, "SELECT " ACCOUNT_ALL " FROM account ORDER BY id")                  \
	X(ACCOUNT_COUNT, "SELECT COUNT(*) FROM account")                                     \
	X(ACCOUNT_SEALED, "SELECT COUNT(*) FROM account WHERE secret <> ''")                 \
	X(ACCOUNT_SECRETS, "SELECT id, secret FROM account WHERE secret <> '' ORDER BY id")  \
	X(ACCOUNT_DEMOS, "SELECT COUNT(*) FROM account WHERE demo = 1")                      \
	X(ACCOUNT_DEMO,  "UPDATE account SET demo = 1 WHERE id = $1")                        \
	X(ACCOUNT_TELL,  "UPDATE account SET title = $1, mail = $2, version = version + 1"   \
	                 " WHERE id = $3 AND version = $4")                                  \
	X(ACCOUNT_LANG,  "UPDATE account SET lang = $1 WHERE id = $2")                       \
	X(ACCOUNT_DISABLED, "UPDATE account SET disabled = $1, version = version + 1 WHERE id = $2") \
	X(ACCOUNT_PASSWORD, "UPDATE account SET password = $1, failures = 0, waits_until = 0" \
	                 " WHERE id = $2")                                                   \
	X(ACCOUNT_SECRET, "UPDATE account SET secret = $1, secret_step = $2 WHERE id = $3")  \
	X(ACCOUNT_TRIED, "UPDATE account SET failures = $1, waits_until = $2, secret_step = $3" \
	                 " WHERE id = $4")                                                   \
	X(ACCOUNT_ERASE, "UPDATE account SET name = $1, title = '', mail = '', lang = '',"   \
	                 " password = '', secret = '', subject = NULL, disabled = 1, demo = 0" \
	                 " WHERE id = $2") \
	X(LINK_ADD,      "INSERT INTO account_link (digest, account, ends) VALUES ($1, $2, $3)") \
	X(LINK_FIND,     "SELECT account, ends FROM account_link WHERE digest = $1")         \
	X(LINK_DROP_OF,  "DELETE FROM account_link WHERE account = $1 OR ends < $2")         \
	X(GRANT_DROP,    "DELETE FROM account_grant WHERE account = $1 AND role = $2"        \
	                 " AND unit = $3 AND policy = $4")                                   \
	X(GRANT_ADD,     "INSERT INTO account_grant (account, role, unit, policy)"           \
	                 " VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")                  \
	X(GRANT_DROP_ALL, "DELETE FROM account_grant WHERE account = $1")                    \
	X(GRANT_OF,      "SELECT role, unit, policy FROM account_grant WHERE account = $1"   \
	                 " ORDER BY role, unit, policy")                                     \
	X(GRANT_EVERY,   "SELECT account, role, unit, policy FROM account_grant"             \
	                 " ORDER BY account, role, unit, policy")                            \
	X(STAND_IN_ADD,  "INSERT INTO stand_in (account, instead_of, starts, ends)"          \
	                 " VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING")                  \
	X(STAND_IN_DROP, "DELETE FROM stand_in WHERE account = $1 AND instead_of = $2 AND starts = $3") \
	X(STAND_IN_DROP_ALL, "DELETE FROM stand_in WHERE account = $1 OR instead_of = $1")   \
	X(STAND_IN_EVERY, "SELECT account, instead_of, starts, ends FROM stand_in"           \
	                 " ORDER BY account, starts, instead_of")                            \
	X(STAND_IN_OF,   "SELECT instead_of, starts, ends FROM stand_in WHERE account = $1"  \
	                 " AND starts <= $2 AND ends > $2 ORDER BY instead_of")              \
	X(SESSION_ADD,   "INSERT INTO session (digest, account, started, seen, half, secret)" \
	                 " VALUES ($1, $2, $3, $3, $4, '')")                                 \
	X(SESSION_FIND,  "SELECT account, started, seen, half, secret FROM session WHERE digest = $1") \
	X(SESSION_SECRET, "UPDATE session SET secret = $1 WHERE digest = $2")                \
	X(SESSION_SEEN,  "UPDATE session SET seen = $1 WHERE digest = $2")                   \
	X(SESSION_DROP,  "DELETE FROM session WHERE digest = $1")                            \
	X(SESSION_DROP_OF, "DELETE FROM session WHERE account = $1")                         \
	X(SESSION_DROP_OLD, "DELETE FROM session WHERE seen < $1 OR started < $2")           \
	X(DEED_ADD,      "INSERT INTO deed (nonce, account, at, location)"                   \
	                 " VALUES ($1, $2, $3, $4)")                                         \
	X(DEED_FIND,     "SELECT location FROM deed WHERE nonce = $1 AND account = $2")      \
	X(DEED_DROP_OLD, "DELETE FROM deed WHERE at < $1")                                   \
	X(TRAIL_ADD,     "INSERT INTO trail (" TRAIL_ALL ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8," \
	                 " $9, $10, $11, $12, $13, $14)")                                    \
	X(TRAIL_LAST,    "SELECT id, hash, account FROM trail ORDER BY id DESC LIMIT 1")     \
	X(TRAIL_EVERY,   "SELECT " TRAIL_ALL " FROM trail ORDER BY id")                      \
	X(TRAIL_NEWEST,  "SELECT " TRAIL_ALL " FROM trail WHERE id < $1 ORDER BY id DESC LIMIT $2") \
	X(TRAIL_OF_ACCOUNT, "SELECT " TRAIL_ALL " FROM trail WHERE id IN (SELECT id FROM"    \
	                 " (SELECT t.id FROM trail_span s CROSS JOIN trail t WHERE s.account = $1" \
	                 " AND s.span * 256 < $2 AND t.id >= s.span * 256 AND t.id < s.span * 256 + 256" \
	                 " AND t.account = $1 AND t.id < $2 ORDER BY s.span DESC, t.id DESC LIMIT $3) a" \
	                 " UNION SELECT id FROM (SELECT id FROM trail WHERE thing = $4"      \
	                 " AND thing LIKE 'account:%' AND id < $2 ORDER BY id DESC LIMIT $3) b)" \
	                 " ORDER BY id DESC LIMIT $3")                                       \
	X(TRAIL_SPAN_ADD, "INSERT INTO trail_span (account, span) VALUES ($1, $2)"           \
	                 " ON CONFLICT DO NOTHING")                                          \
	X(TRAIL_SPAN_DROP, "DELETE FROM trail_span WHERE account = $1")                      \
	X(TRAIL_SPAN_DROP_OLD, "DELETE FROM trail_span WHERE span * 256 + 255 < COALESCE(("  \
	                 "SELECT id FROM trail WHERE account > 0 AND at >= $1 ORDER BY id LIMIT 1)," \
	                 " 9223372036854775807)")                                            \
	X(TRAIL_ERASE,   "UPDATE trail SET " TRAIL_NOBODY ", " TRAIL_NO_WORDS                \
	                 " WHERE account = $1 AND account > 0")                              \
	X(TRAIL_ERASE_ABOUT, "UPDATE trail SET " TRAIL_NO_WORDS                              \
	                 " WHERE thing = $1 AND thing LIKE 'account:%'")                     \
	X(TRAIL_ERASE_OLD, "UPDATE trail SET " TRAIL_NOBODY ", " TRAIL_NO_WORDS              \
	                 " WHERE at < $1 AND who_salt <> ''")

#endif

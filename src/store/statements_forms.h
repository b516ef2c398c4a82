/* statements_forms.h - the statements about status forms, for statements.h. */
#ifndef STORE_STATEMENTS_FORMS_H
#define STORE_STATEMENTS_FORMS_H

/* Who wrote the newest version, and when, stand with a form. */
#define FORM_ALL "SELECT f.id, f.initiative, f.starts, f.ends, f.state, f.version,"       \
	" f.submitter, f.approved, f.at, f.account, COALESCE(a.title, '')"               \
	" FROM form f LEFT JOIN account a ON a.id = f.account"

#define FORM_STATEMENTS(X)                                                                   \
	X(FORM_ADD,      "INSERT INTO form (id, initiative, starts, ends, state, version,"   \
	                 " submitter, approved, at, account, begun_at, begun_by, laid)"      \
	                 " VALUES ($1, $2, $3, $4, $5, 1, 0, 0, $6, $7, $6, $7, 0)")         \
	X(FORM_LAST,     "SELECT COALESCE(MAX(id), 0) FROM form")                            \
	X(FORM_BY_ID,    FORM_ALL " WHERE f.id = $1")                                        \
	X(FORM_EVERY,    FORM_ALL " ORDER BY f.initiative, f.starts, f.ends")                \
	X(FORM_OF,       FORM_ALL " WHERE f.initiative = $1 ORDER BY f.ends DESC, f.starts DESC") \
	X(FORM_SET,      "UPDATE form SET state = $1, version = $2, submitter = $3,"         \
	                 " approved = $4, at = $5, account = $6, laid = 0 WHERE id = $7")    \
	X(FORM_STATE,    "UPDATE form SET state = $1 WHERE id = $2")                         \
	X(FORM_LAID_AS,  "UPDATE form SET laid = $1 WHERE id = $2")                          \
	X(FORM_LAID_BY,  "SELECT id, version FROM form WHERE laid = $1 AND state = $2")      \
	X(FORM_VERSION_OF, "SELECT v.version, v.at, COALESCE(a.title, '') FROM"              \
	                 " (SELECT since AS version, at, account FROM form_field"            \
	                 " WHERE form = $1 AND since > 1 AND since < $2 UNION"               \
	                 " SELECT 1, begun_at, begun_by FROM form WHERE id = $1 AND 1 < $2) v" \
	                 " LEFT JOIN account a ON a.id = v.account ORDER BY 1 DESC LIMIT $3") \
	X(FORM_FIELD_ADD, "INSERT INTO form_field (form, until, field, since, text, at,"     \
	                 " account) VALUES ($1, 9223372036854775807, $2, $3, $4, $5, $6)")   \
	X(FORM_FIELD_END, "UPDATE form_field SET until = $1 WHERE form = $2 AND field = $3"  \
	                 " AND until = 9223372036854775807")                                 \
	X(FORM_FIELD_OF, "SELECT field, text FROM form_field WHERE form = $1 AND until > $2" \
	                 " AND since <= $2")                                                 \
	X(FORM_STEP_LAST, "SELECT COALESCE(MAX(step), 0) FROM form_step WHERE form = $1")    \
	X(FORM_STEP_ADD, "INSERT INTO form_step (form, step, version, at, account, act, note)" \
	                 " VALUES ($1, $2, $3, $4, $5, $6, $7)")                             \
	X(FORM_STEP_OF,  "SELECT s.version, s.at, COALESCE(a.title, ''), s.act, s.note"      \
	                 " FROM form_step s LEFT JOIN account a ON a.id = s.account"         \
	                 " WHERE s.form = $1 ORDER BY s.step DESC")                          \
	X(FORM_LAID_ADD, "INSERT INTO form_laid (form, target, report) VALUES ($1, $2, $3)"  \
	                 " ON CONFLICT (form, target) DO UPDATE SET report = excluded.report") \
	X(FORM_LAID_OF,  "SELECT target, report FROM form_laid WHERE form = $1 ORDER BY target")

#endif

/* error_reports.h - what readers report as an error in a figure, and the answers.
 *
 * Who reports is not known and not asked for. A report is about an indicator or an
 * objective and belongs to the unit that owns that; it is a task there until somebody
 * who may fill in that unit's forms answers. The sender gets an address with a token,
 * of which a digest is kept, where the answer is shown. What was answered is forgotten
 * after REPORT_KEPT_SECONDS.
 */
#ifndef APP_ERROR_REPORTS_H
#define APP_ERROR_REPORTS_H

#include "app/deed.h"
#include "app/edition.h"
#include "model/error_report_view.h"
#include "model/posted.h"
#include "model/task.h"

#define REPORT_WORDS_MAX 2000           /* letters */
#define REPORT_OPEN_SECONDS 3           /* no person reads and fills in a form faster */
#define REPORT_KEPT_SECONDS (365 * 24 * 3600)

/* Fields of the form of a reader: "words"; "opened", when the form was made (seconds since
 * 1970); "homepage", which people do not see and programs fill in. `lang` is that of the
 * page. Ends at the address with the token. */
enum deed_state error_report_make(struct deed *d, const struct posted *form,
                                  const struct edition *ed, const struct noun_row *about,
                                  struct str lang);

/* What stands behind that address; `ret->at` NULL where there is none. */
MUST_CHECK bool error_report_seen(struct arena *a, struct store *s, const struct edition *ed,
                                  struct str token, const struct error_report **ret);

/* Those that this person may answer: the open ones, oldest first, or those that were
 * answered, newest first. */
MUST_CHECK bool error_reports_of(struct arena *a, struct store *s, const struct edition *ed,
                                 const struct actor *who, bool open, struct error_reports *ret);

/* DEED_OPEN: `*ret` is it. */
enum deed_state error_report_one(struct arena *a, struct store *s, const struct edition *ed,
                                 const struct actor *who, int64_t id,
                                 const struct error_report **ret);

/* Fields: "state" (mended, no_error, closed), "answer", "version". */
enum deed_state error_report_answer(struct deed *d, const struct posted *form,
                                    const struct edition *ed, int64_t id, struct str lang);

/* The open ones as tasks of this person. */
MUST_CHECK bool error_report_tasks(struct arena *a, struct store *s, const struct edition *ed,
                                   const struct actor *who, struct tasks *to);

/* Inside a transaction: forgets what is old. */
MUST_CHECK bool error_reports_tidy(struct store *s, int64_t now);

#endif

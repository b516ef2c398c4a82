/* report_texts.h - what staff write in a report around what is computed, and who may: an
 * editor of all units everywhere, and who fills in for a unit in its committee's part.
 */
#ifndef APP_REPORT_TEXTS_H
#define APP_REPORT_TEXTS_H

#include "app/deed.h"
#include "app/edition.h"
#include "model/council_view.h"
#include "model/posted.h"

struct council_ask {
	enum report_kind kind;
	struct str       policy;        /* a key; empty: the newest */
	bool             has_as_of;
	int32_t          as_of;         /* of the report; else of the policy's status date, or today */
};

/* DEED_OPEN, or DEED_MISSING: there is no such policy. */
enum deed_state council_view(struct arena *a, const struct edition *ed, const struct actor *who,
                             const struct council_ask *ask, struct council_view *ret);

/* Its row of a place; NULL: the report has none such. `unit` is the key of a committee. */
const struct council_text *council_find(const struct council_view *m, enum report_place place,
                                        struct str unit);

/* The words of the form, in place of what was there; none: it is taken away. `was`, the
 * change that wrote what the form showed, is a field of it. */
enum deed_state council_write(struct deed *d, const struct council_view *m,
                              const struct council_text *t, const struct posted *form);

/* Lays it. `reason` is a field of the form, and was read into `l`; what is wrong with it, or
 * with what is corrected, is a fault. */
struct release_lay;
enum deed_state council_lay(struct deed *d, const struct edition *ed, const struct release_lay *l,
                            const struct posted *form);

#endif

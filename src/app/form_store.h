/* form_store.h - the rows of status forms. Only for app/form*.c. */
#ifndef APP_FORM_STORE_H
#define APP_FORM_STORE_H

#include "app/deed.h"
#include "app/edition.h"
#include "app/unit_chain.h"
#include "model/form_view.h"

/* Whose a form is: its initiative, the units that answer for it, the nearest first. */
struct form_owner {
	const struct noun_row *initiative;      /* NULL: it is gone from the register */
	int64_t                unit[UNIT_CHAIN_MAX];
	size_t                 units;
	int64_t                policy;
};

struct form_owner form_owner(const struct edition *ed, int64_t initiative);
bool              form_may(const struct actor *who, enum right r, const struct form_owner *o);

/* One that somebody works on, in a transaction. */
struct form_work {
	struct deed          *d;
	const struct edition *ed;
	struct form_head      head;
	struct form_owner     owner;
	struct form_values    values;   /* of its newest version */
};

/* Begins the deed and finds the form; DEED_OPEN: go on. */
enum deed_state form_work_begin(struct form_work *w, int64_t id);

/* A version with those fields of `now` that differ; without any there is none, and
 * `*ret` is false. What they were and are is put into `before` and `after`. */
MUST_CHECK bool form_work_save(struct form_work *w, const struct form_values *now, bool *ret);

/* Writes the form's own row. */
MUST_CHECK bool form_work_set(struct form_work *w);

/* ---- rows ---- */

/* `*ret` false: there is none. */
MUST_CHECK bool form_find(struct arena *a, struct store *s, int64_t id, struct form_head *to,
                          bool *ret);
/* All of one initiative, the newest period first. */
MUST_CHECK bool form_of(struct arena *a, struct store *s, int64_t initiative,
                        struct form_heads *ret);
/* What stands in the fields at a version. */
MUST_CHECK bool form_values_at(struct arena *a, struct store *s, int64_t form, int64_t version,
                               struct form_values *ret);
/* In place of what stood there. */
MUST_CHECK bool form_field_add(const struct deed *d, int64_t form, int64_t version,
                               const struct form_value *v);

/* "form:12" */
struct str form_thing(struct arena *a, int64_t id);

#endif

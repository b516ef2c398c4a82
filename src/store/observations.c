#include "model/observation.h"
#include "store/driver.h"
#include "store/touched.h"

#define FEW 16                          /* of these the engine is told one by one */

enum { COLUMNS = 14 };

/* In the order of OBSERVATION_ALL. */
static void
params_of(const struct observation_row *r, struct param *p)
{
	const int64_t cell[COLUMNS] = {
		r->indicator, r->area, r->from, r->to, r->group, r->method, r->until, r->since,
		r->value, r->form, r->high, r->sample, r->line, r->column,
	};

	for (size_t i = 0; i < COLUMNS; i++)
		p[i] = P_INT(cell[i]);
}

static bool
put_one(struct store *s, const struct observation_row *row, bool *is_new)
{
	struct param p[COLUMNS];

	params_of(row, p);
	if (!store_run(s, STMT_OBSERVATION_PUT, p, COUNT_OF(p)))
		return false;
	*is_new = s->changed > 0;
	return true;
}

/* All of them new, or none of them is written and `*done` is false. */
static bool
put_together(struct store *s, const struct observation_row *row, size_t n, bool *is_new,
             bool *done)
{
	struct param p[COLUMNS];

	*done = false;
	if (n <= FEW || !s->begun || s->driver->observations == NULL)
		return true;
	s->statements++;
	if (!s->driver->observations(s, row, n, done))
		return false;
	s->changed = 1;
	for (size_t i = 0; i < n && *done; i++) {
		is_new[i] = true;
		params_of(&row[i], p);
		if (!touched_note(s, STMT_OBSERVATION_PUT, p))
			return false;
	}
	return true;
}

bool
store_observations_put(struct store *s, const struct observation_row *row, size_t n, bool *is_new)
{
	bool done;

	if (!put_together(s, row, n, is_new, &done))
		return false;
	for (size_t i = 0; i < n && !done; i++)
		if (!put_one(s, &row[i], &is_new[i]))
			return false;
	return true;
}

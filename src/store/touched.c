#include "store/touched.h"
#include "store/driver.h"
#include <string.h>

#define NOTED_MAX 1024          /* between two writes */

struct pair {
	int64_t change, indicator;
};

struct touched {
	struct pair at[NOTED_MAX];      /* by change and indicator */
	size_t      len;
	struct pair last;               /* noted, as most that follow it are */
};

/* Where these statements have what is noted. */
enum { ADD_INDICATOR = 0, ADD_UNTIL = 6, ADD_SINCE = 7, END_CHANGE = 0, END_INDICATOR = 1 };

static bool
is_before(struct pair a, struct pair b)
{
	return a.change != b.change ? a.change < b.change : a.indicator < b.indicator;
}

static bool
is_same(struct pair a, struct pair b)
{
	return a.change == b.change && a.indicator == b.indicator;
}

bool
touched_write(struct store *s)
{
	struct touched *t = s->touched;
	int64_t         changed = s->changed;   /* of the statement before, which is asked for */
	bool            ok = true;

	for (size_t i = 0; t != NULL && i < t->len && ok; i++) {
		struct param p[] = { P_INT(t->at[i].change), P_INT(t->at[i].indicator) };

		ok = s->driver->run(s, STMT_TOUCHED_PUT, p, COUNT_OF(p));
	}
	touched_forget(s);
	s->changed = changed;
	return ok;
}

void
touched_forget(struct store *s)
{
	if (s->touched == NULL)
		return;
	s->touched->len = 0;
	s->touched->last = (struct pair){ 0, 0 };
}

static bool
note(struct store *s, struct pair p)
{
	struct touched *t = s->touched;
	size_t          low = 0, high;

	if (t == NULL)
		t = s->touched = ARENA_NEW(&s->arena, struct touched);
	if (is_same(p, t->last))
		return true;
	high = t->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (is_before(t->at[middle], p))
			low = middle + 1;
		else
			high = middle;
	}
	t->last = p;
	if (low < t->len && is_same(t->at[low], p))
		return true;
	memmove(&t->at[low + 1], &t->at[low], (t->len - low) * sizeof *t->at);
	t->at[low] = p;
	t->len++;
	return (s->begun && t->len < NOTED_MAX) || touched_write(s);
}

bool
touched_note(struct store *s, enum stmt id, const struct param *p)
{
	/* What was there already, or was not, changed nothing. */
	if (id == STMT_OBSERVATION_END)
		return s->changed == 0 ||
		    note(s, (struct pair){ p[END_CHANGE].i, p[END_INDICATOR].i });
	if (id != STMT_OBSERVATION_PUT || s->changed == 0)
		return true;
	if (p[ADD_UNTIL].i != UNTIL_NOW &&
	    !note(s, (struct pair){ p[ADD_UNTIL].i, p[ADD_INDICATOR].i }))
		return false;
	return note(s, (struct pair){ p[ADD_SINCE].i, p[ADD_INDICATOR].i });
}

bool
touched_reindex(struct store *s)
{
	return store_run(s, STMT_TOUCHED_DROP_ALL, NULL, 0) &&
	    store_run(s, STMT_TOUCHED_ALL, NULL, 0);
}

bool
touched_check(struct store *s, struct diags *d)
{
	int64_t missing;

	if (!store_get_int(s, STMT_TOUCHED_MISSING, NULL, 0, &missing))
		return false;
	if (missing > 0)
		(void)diag_error(d, s->where, 0, arena_printf(d->arena,
		    "of %lld indicators it is not noted which change measured them",
		    (long long)missing), STR("run 'pejl db reindex'"));
	return true;
}

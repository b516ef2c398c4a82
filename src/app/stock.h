/* stock.h - every target with what it is judged by, kept in memory, so that it can
 * be judged on any day without asking the database.
 *
 * Of an indicator's measurements only those of the whole city, and of the areas
 * and groups that its targets look at, are kept. A change that only measured renews the indicators it touched.
 */
#ifndef APP_STOCK_H
#define APP_STOCK_H

#include "app/judge.h"
#include "core/evaluate.h"

struct stock_target {
	struct barometer_row   row;             /* first; where it stands, not judged */
	const struct noun_row *noun;
	struct evidence        evidence;        /* evidence.own: what the target is about */
	bool                   has_status;      /* its policy has a status date */
	int32_t                status;
};

struct stock_series {
	int64_t         indicator;      /* 0: of targets that have none */
	struct measured m;              /* what is kept of it */
	size_t          cap;
};

struct stock_others {                   /* other cities and sets that it was measured for */
	int64_t *at;
	size_t   len, cap;
};

struct stock {
	struct arena        *arena;     /* of everything but evidence */
	struct stock_target *at;        /* in the order of a barometer */
	size_t               len;
	struct stock_series *series;    /* by indicator */
	size_t               series_len;
	struct neighbours   *withheld;  /* beside `series`: for a neighbour's sake */
	bool                *measured;  /* was it ever? in the snapshot's order of indicators */
	bool                *in_areas;  /* beside `measured`: in areas below the city */
	struct stock_others *others;    /* the same */
	size_t              *counted;   /* measurements that are known: the same */
	size_t               counted_all;
};

/* `sn` holds JUDGE_NOUNS. Evidence is in `turn`, the rest in `a`. False: a problem in
 * the store. */
MUST_CHECK bool stock_load(struct arena *a, struct arena *turn, struct store *s,
                           const struct snapshot *sn, struct stock *ret);

/* What is known now of `indicator`, and its targets' evidence anew, in `turn`. */
MUST_CHECK bool stock_renew(struct stock *k, struct arena *turn, struct store *s,
                            const struct snapshot *sn, int64_t indicator);

/* Every target's evidence again, in another arena. */
void stock_turn(struct stock *k, struct arena *turn, const struct snapshot *sn);

/* All of them as of a day, in `a`; rows are beside k->at. */
struct barometer     stock_judge(struct arena *a, const struct stock *k,
                                 const struct snapshot *sn, struct judge_when when);
struct barometer_row stock_judge_one(struct arena *a, const struct stock_target *t,
                                     struct judge_when when);

/* What was measured of the whole city, of everybody; was it ever measured anywhere? */
struct series stock_series(const struct stock *k, const struct snapshot *sn, int64_t indicator);
bool          stock_is_measured(const struct stock *k, const struct snapshot *sn,
                                int64_t indicator);
/* The change that brought a measurement of such a series. */
int64_t       stock_change(const struct stock *k, int64_t indicator, const struct observation *o);
/* Was it ever measured in areas below the city; of which other cities, or sets? */
bool                stock_in_areas(const struct stock *k, const struct snapshot *sn,
                                   int64_t indicator);
/* How many measurements of it are known; 0: of all indicators. */
size_t              stock_count(const struct stock *k, const struct snapshot *sn,
                                int64_t indicator);
struct stock_others stock_others(const struct stock *k, const struct snapshot *sn,
                                 int64_t indicator);

#endif

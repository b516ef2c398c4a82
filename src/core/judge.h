/* judge.h - what the parts of evaluate() share; internal to core/evaluate*.c
 * and core/explain*.c.
 *
 * A target is judged in one pass over a track: the periods that count, each
 * with the figure that the rule is about (the value itself, or a difference).
 * The pass is repeated with the ends of qualified figures to see whether they
 * would be judged differently; `struct judge` is therefore cheap to restart.
 */
#ifndef CORE_JUDGE_H
#define CORE_JUDGE_H

#include "core/evaluate.h"

enum end  { END_PRINTED, END_LOW, END_HIGH };   /* PRINTED: the point, else the worse end */
enum role { ROLE_BASELINE, ROLE_LATEST, ROLE_COUNT };

struct value {                          /* one figure as it is judged */
	struct number at;
	int           side;             /* -1, 1: just below, just above `at` */
	int           infinite;         /* -1, 1: unbounded */
};

struct mark {                           /* one measured period */
	struct observation judged;      /* its value is what the rule is about */
	struct observation shown;       /* the figure that people know */
	struct observation other;       /* what it was compared with, when has_other */
	bool               has_other;
};

struct track {
	struct mark *at;
	size_t       len;
};

struct past {                           /* an earlier period of a target to be kept */
	struct period period;
	bool          held;
};

#define PAST_MAX 3

struct judge {
	struct arena          *arena;
	const struct target   *t;
	const struct evidence *e;
	int32_t                as_of, horizon;  /* nothing that ends after `horizon` counts */
	bool                   ahead, passed;   /* the deadline; neither: there is none */
	enum end               ends[ROLE_COUNT];
	bool                   qualified[ROLE_COUNT];   /* a qualified figure was read */
	bool                   withheld;
	bool                   kept;            /* judged as a target to be kept */
	enum relation          relation;        /* that the figure was judged by */
	bool                   baseline_known;
	struct mark            baseline, latest;
	struct number          promised, done;  /* change, when has_change */
	bool                   has_change;
	struct past            past[PAST_MAX];
	size_t                 past_count;
	struct period          window;          /* COUNT */
	int32_t                counted_to;
	bool                   done_seen;       /* MILESTONE: there is evidence */
	int64_t                set_before, set_now;
	size_t                 failing, judged, unmeasured;     /* members, in each */
	struct str             unmeasured_title;
	enum missing           missing;         /* why the newest cell is empty */
	struct judgement       j;
};

/* ---- evaluate.c ---- */
void judge_say(struct judge *g, enum verdict v, enum reason r);
void judge_too_large(struct judge *g);
enum unit judge_unit(const struct judge *g);            /* of the figures people know */
enum unit judge_change_unit(const struct judge *g);     /* of a difference between them */

/* ---- evaluate_value.c: figures ---- */
struct value value_of(struct judge *g, enum role role, const struct quantity *q, int worse);
int  value_cmp(struct value v, struct number n);
int  value_sign(struct value v, struct value base);     /* of v - base */
bool value_holds(struct value v, enum relation r, struct number level);
int  relation_sign(enum relation r);                    /* GE 1, LE -1, EQ 0 */
int  relation_worse(enum relation r);                   /* the end that is worse: -1 low, 1 high */
void judge_by_sign(struct judge *g, int right);         /* 1 right way, 0 none, -1 wrong */
/* done/elapsed against promised/span, graded and shown; `side` breaks ties. */
void judge_by_pace(struct judge *g, struct number done, int64_t elapsed, struct number promised,
                   int64_t span, int side);
void judge_need(struct judge *g, struct number level, struct number v);
void judge_latest(struct judge *g, const struct mark *m);
void judge_baseline(struct judge *g, const struct mark *m);
void judge_require(struct judge *g, struct number level);

/* ---- one file per family of kinds ---- */
struct goal {
	enum relation relation;
	struct number level;
	bool          keep;
	bool          from_baseline;    /* the baseline itself never decides */
};

void judge_goal(struct judge *g, const struct track *tr, const struct mark *base,
                const struct goal *goal);
void judge_level(struct judge *g);
void judge_level_on(struct judge *g, const struct track *tr);
void judge_change(struct judge *g);
void judge_direction(struct judge *g);
void judge_direction_on(struct judge *g, const struct track *all, enum direction d);
void judge_rate(struct judge *g);
void judge_gap(struct judge *g);
void judge_benchmark(struct judge *g);
void judge_parity(struct judge *g);
void judge_count(struct judge *g);
void judge_set(struct judge *g);
void judge_milestone(struct judge *g);

/* ---- explain.c ---- */
void explain(struct judge *g);

#endif

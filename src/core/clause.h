/* clause.h - the pieces that sentences about verdicts are made of; internal to
 * core/explain*.c. Each writes its words in the language of `s` and nothing
 * where it has nothing to say.
 */
#ifndef CORE_CLAUSE_H
#define CORE_CLAUSE_H

#include "core/judge.h"

struct sentence {
	struct buf         *b;
	const struct judge *g;
	bool                da;
};

struct words {
	struct str da, en;
};

#define WORDS(da, en) { STR_INIT(da), STR_INIT(en) }

void say_text(struct sentence *s, struct str da, struct str en);
void say_words(struct sentence *s, const struct words *w);
void say_title(struct sentence *s, struct str da, struct str en);       /* en may be empty */
#define SAY(s, da, en) say_text((s), STR(da), STR(en))

void say_number(struct sentence *s, struct number n, enum unit u);
void say_size(struct sentence *s, struct number n, enum unit u);        /* without its sign */
void say_figure(struct sentence *s, const struct observation *o, enum unit u);
void say_dated(struct sentence *s, const struct observation *o, enum unit u);
void say_period(struct sentence *s, struct period p);
void say_end(struct sentence *s, int32_t to);           /* "udgangen af 2010", "den 16. december 2010" */
void say_by(struct sentence *s, int32_t to);            /* "inden udgangen af 2010" */
void say_at(struct sentence *s, int32_t to);            /* "ved udgangen af 2010" */
void say_subject(struct sentence *s);
void say_goal(struct sentence *s);                      /* "mindst 80 pct." */
void say_target(struct sentence *s);                    /* "målet på mindst 80 pct." */
bool closes_gap(const struct judge *g);
void say_fall_or_rise(struct sentence *s, int sign);    /* "et fald" */
enum unit figure_unit(const struct judge *g);

/* Whole clauses. */
void clause_move(struct sentence *s);
void clause_speed(struct sentence *s);
void clause_pace(struct sentence *s);                   /* "(tempo 1,57)" */
void clause_progress(struct sentence *s);
void clause_need(struct sentence *s);
void clause_share_reached(struct sentence *s);
void clause_past(struct sentence *s, struct str held_da, struct str held_en);

/* explain_kind.c: what was found, by kind. */
void explain_found(struct sentence *s);
void explain_uncounted(struct sentence *s);

#endif

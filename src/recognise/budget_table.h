/* budget_table.h - the rows of a budget overview: which years stand across, what
 * a row's amounts are, and which rows are lines, groups and totals. Inside
 * recognise/; the audit of sums reads headers and amounts with the same eyes. */
#ifndef RECOGNISE_BUDGET_TABLE_H
#define RECOGNISE_BUDGET_TABLE_H

#include "recognise/amount.h"
#include "recognise/paper.h"

#define YEARS_MAX 24

/* What stands across: one column per year, perhaps a total. */
struct across {
	int    year[YEARS_MAX];
	size_t column[YEARS_MAX], len;
	size_t total;                   /* SIZE_MAX: none */
	size_t cells, first;            /* width of the header; its first year column */
	size_t number;                  /* column of line numbers, SIZE_MAX: none */
};

enum line_kind { LINE_NONE, LINE_ITEM, LINE_GROUP, LINE_TOTAL, LINE_HEADING };

struct line {
	size_t         entry, title;    /* SIZE_MAX: no title */
	size_t         number;          /* SIZE_MAX: no number */
	enum line_kind kind;
	struct number  value[YEARS_MAX + 1];    /* the last: total */
	bool           has[YEARS_MAX + 1];
};

struct lines {
	struct line *at;
	size_t       len, cap;
};

/* A year from 1990 to 2060 in a short, folded cell; 0: none, or several. */
int year_of_cell(struct str text);

/* A header: two years or more, and at most YEARS_MAX. */
bool across_read(const struct entry *e, struct across *ret);

/* An amount, none, or only marks of which nobody says what they mean. */
bool amount_is_readable(const struct amount *m, struct str text);

/* The cells with the line's number and title; SIZE_MAX where there is none. */
void line_title(const struct entry *e, const struct across *a, struct line *l);

/* A row under `a`: an item, a heading without amounts, or amounts without a title. */
bool line_read(const struct paper *p, const struct across *a, size_t i, struct line *ret);

/* Tells items from group totals and grand totals. */
void lines_classify(const struct paper *p, struct lines *ls);

#endif

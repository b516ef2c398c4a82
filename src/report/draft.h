/* draft.h - a report that is being written: its tree, and words of the register and of
 * the reader's language put into it. For builders.
 *
 *	draft_heading(d, 1, "economy", N_("Economy"));
 *	draft_say(d, draft_paragraph(d), N_("Nothing is promised."));
 *	draft_thing(d, &cell->words, "indicator", &m->indicator);
 */
#ifndef REPORT_DRAFT_H
#define REPORT_DRAFT_H

#include "model/report_view.h"
#include "report/tree.h"
#include "view/lang.h"

struct draft {
	struct tree               *t;
	struct arena              *a;
	const struct lang         *l;
	bool                       danish;
	const struct report_paper *m;
	struct named              *paper;       /* that sources name by number (papers.c) */
	size_t                     papers;
	bool                       cites;       /* one was named */
};

/* ---- parts ---- */

struct tree_part *draft_heading(struct draft *d, uint8_t level, struct str anchor,
                                const char *text);
/* A thing's title as a heading, its anchor made of the kind and its key. */
struct tree_part *draft_heading_of(struct draft *d, uint8_t level, const char *kind,
                                   const struct named *n);
struct runs      *draft_paragraph(struct draft *d);
void              draft_sentence(struct draft *d, const char *text);

struct draft_column {
	const char     *title;          /* N_() */
	enum tree_align align;
	uint8_t         width;
};

struct tree_part *draft_table(struct draft *d, struct str anchor, struct str caption,
                              const struct draft_column *column, size_t columns);
/* A row that is a heading over `columns`. */
struct tree_row  *draft_group(struct draft *d, struct tree_part *table, struct str words);

/* ---- words ---- */

/* Line breaks in it are kept. */
void draft_words(struct draft *d, struct runs *r, struct str words);
void draft_strong(struct draft *d, struct runs *r, struct str words);
void draft_say(struct draft *d, struct runs *r, const char *text);
void draft_fill(struct draft *d, struct runs *r, const char *pattern, const struct str *with,
                size_t n);
void draft_named(struct draft *d, struct runs *r, const struct named *n);
void draft_worded(struct draft *d, struct runs *r, struct worded w);
/* A link to the thing's page, as of the report's day. */
void draft_thing(struct draft *d, struct runs *r, const char *kind, const struct named *n);
/* "↘ langt fra" */
void draft_verdict(struct draft *d, struct runs *r, const struct judgement *j);
/* The number of a paper; 0: it has none, and is named by its key. */
size_t draft_paper(const struct draft *d, struct str id);
/* "dokument 1, linje 15", to that line; nothing where there is none. */
void draft_source(struct draft *d, struct runs *r, const struct source *s);
void draft_break(struct draft *d, struct runs *r);

/* ---- texts in the arena ---- */

/* "statusredegoerelse-2009, linje 15" */
struct str draft_place(struct draft *d, const struct source *s);

struct str draft_title(struct draft *d, const struct named *n);
struct str draft_day(struct draft *d, int32_t day);             /* "1. juni 2009" */
struct str draft_number(struct draft *d, struct number n);
struct str draft_count(struct draft *d, size_t n, const char *one, const char *many);
struct str draft_filled(struct draft *d, const char *pattern, const struct str *with, size_t n);
/* "3 nået, 1 bagud"; empty: there are none. */
struct str draft_counts(struct draft *d, const size_t count[VERDICT_COUNT]);
/* "Integrationspolitik" -> "indicator-..." */
struct str draft_anchor(struct draft *d, const char *kind, struct str key);
/* What a writer of the model puts into a buffer. */
#define DRAFT_WRITTEN(d, ret, call)                                                    \
	do {                                                                           \
		struct buf b_;                                                         \
		buf_init(&b_, DRAFT_WRITTEN_MAX);                                      \
		call;                                                                  \
		(ret) = str_dup((d)->a, buf_str(&b_));                                 \
		buf_free(&b_);                                                         \
	} while (0)
#define DRAFT_WRITTEN_MAX 4096

/* ---- cells ---- */

struct runs      *draft_cell(struct draft *d, struct tree_row *row);
struct runs      *draft_head(struct draft *d, struct tree_row *row);    /* heads its row */
void              draft_cell_words(struct draft *d, struct tree_row *row, struct str words);
void              draft_cell_number(struct draft *d, struct tree_row *row, struct number n,
                                    struct str shown);
void              draft_cell_count(struct draft *d, struct tree_row *row, size_t n);
void              draft_cell_day(struct draft *d, struct tree_row *row, int32_t day);
/* A measurement as people read it; a number where it has a point that is shown. */
void              draft_cell_observation(struct draft *d, struct tree_row *row,
                                         const struct observation *o, enum unit u);

#endif

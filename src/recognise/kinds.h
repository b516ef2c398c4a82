/* kinds.h - one recogniser per kind. Each takes the entries it understands and
 * leaves the rest; recognise() says in which order. Inside recognise/ only.
 */
#ifndef RECOGNISE_KINDS_H
#define RECOGNISE_KINDS_H

#include "recognise/parts.h"

#define TABLE_LABELS_MAX 16

/* What the columns of a table mean, from its header; stays in force over page
 * breaks until a table of another width or another header comes. */
struct columns {
	enum label of[TABLE_LABELS_MAX];
	size_t     len;                 /* 0: no header seen */
	unsigned   labels;              /* LABEL_BITs */
	size_t     header;              /* its entry */
	bool       inferred;            /* from the shape of the rows, not from a header */
};

void budget_lines(struct paper *p);
void budget_forms(struct paper *p);             /* after status_forms() */
void budget_spans(struct paper *p);             /* after tables() */
void status_forms(struct paper *p, const struct part_groups *groups);
void agreement_projects(struct paper *p, const struct part_groups *groups);
void tables(struct paper *p);                   /* walks the tables with columns */
void goals_in_text(struct paper *p);
void prognoses(struct paper *p);
void claims(struct paper *p);

/* For tables(): does a row fit a kind without a header, and what it is. */
bool columns_column(const struct columns *c, enum label l, size_t *ret);
const struct cell *columns_cell(const struct columns *c, const struct entry *e, enum label l);

bool indicator_columns(const struct paper *p, size_t i, struct columns *ret);
bool indicator_row(struct paper *p, const struct columns *c, size_t i);

bool result_goal_columns(const struct paper *p, size_t i, struct columns *ret);
bool result_goal_row(struct paper *p, const struct columns *c, size_t i);

bool action_columns(const struct paper *p, size_t i, struct columns *ret);
bool action_row(struct paper *p, const struct columns *c, size_t i);

bool goal_status_columns(const struct paper *p, size_t i, struct columns *ret);
bool goal_status_row(struct paper *p, const struct columns *c, size_t i);

bool status_form_row(struct paper *p, const struct columns *c, size_t i);       /* forms side by side */
bool agreement_row(struct paper *p, const struct columns *c, size_t i);

/* A cell that holds one figure and little else: "54,40 pct.", "2.091", "-", "..". */
bool cell_is_value(struct paper *p, struct str text);
/* The same, and it says a figure. */
bool cell_is_figure(struct paper *p, struct str text);

/* "skal stige", "mindst 95 pct.": does the text promise something? */
bool text_is_goal(struct paper *p, struct str text);

#endif

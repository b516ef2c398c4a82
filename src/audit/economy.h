/* economy.h - what a form says it costs, against its line of the overview.
 * Inside audit/ only.
 *
 * What a form says is counted elsewhere or not at all is not compared, and neither
 * is a line that says nil.
 */
#ifndef AUDIT_ECONOMY_H
#define AUDIT_ECONOMY_H

#include "audit/spoken.h"
#include "recognise/same_line.h"

#define YEARS_MAX 12

struct year_amount {
	int             year;
	struct number   printed;
	struct interval kroner;
};

struct budget_row {
	struct line_name   name;
	uint32_t           line;
	struct year_amount at[YEARS_MAX];
	size_t             len;
	int64_t            factor;
};

struct form_row {
	struct line_name    name;
	const struct field *economy;
};

struct economy {
	struct budget_row *line;
	size_t             lines;
	struct form_row   *form;
	size_t             forms;
	int                year;        /* of the document; 0: unknown */
};

struct economy economy_read(struct audit *x);

/* The amounts of a form's cell, when `p` is one. */
void economy_check_form(struct audit *x, const struct economy *e, const struct passage *p);
/* "Samlet projektmedfinansiering 2009 | 6.105.606 kr." against the one line of that name. */
void economy_check_key_figures(struct audit *x, const struct economy *e);

#endif

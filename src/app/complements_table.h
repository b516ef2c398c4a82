/* complements_table.h - an indicator's measurements as cells, and the sums between them.
 * The inside of complements.h, which says what the sums are.
 */
#ifndef APP_COMPLEMENTS_TABLE_H
#define APP_COMPLEMENTS_TABLE_H

#include "app/complements.h"
#include "core/disclosure.h"

struct complement_cell {
	int64_t area, group;
	int32_t from, to;
	size_t  first, rows;            /* among complement_table.row */
	size_t  number;                 /* in the table of core/disclosure.h */
	bool    counted;                /* has a count; else it is only known to be one */
};

struct complement_family {              /* the parts of one level of an area */
	int64_t                 parent;
	struct str              level;
	const struct noun_row **child;
	size_t                  children, cap;
};

struct complement_table {
	struct arena             *a;
	const struct snapshot    *sn;
	struct measured          *m;
	size_t                   *row;  /* of `m`, by period, area, group, method */
	size_t                    rows;
	struct complement_cell   *cell; /* in the same order */
	size_t                    cells, cells_cap;
	struct complement_family *family;
	size_t                    families, families_cap;
	struct complement_cell  **implied;      /* not measured, but the sum of measured parts */
	size_t                    implieds, implieds_cap;
	struct disclosure         d;
};

/* The cells of one period. */
struct complement_period {
	size_t first, end;
};

const struct complement_cell *complement_find(const struct complement_table *t,
                                              struct complement_period p, int64_t area,
                                              int64_t group);
/* The count by a method; by the newest one where it was not measured by that. */
struct count_range complement_count(const struct complement_table *t,
                                    const struct complement_cell *cell, int64_t method);
bool complement_is_exact(const struct complement_table *t, const struct complement_cell *cell,
                         int64_t *count);

/* The sums: by area (with what is left over), by group, by period. */
void complements_add_areas(struct complement_table *t, struct complement_period p);
void complements_add_rests(struct complement_table *t, struct complement_period p);
void complements_add_groups(struct complement_table *t, struct complement_period p);
void complements_add_periods(struct complement_table *t);

#endif

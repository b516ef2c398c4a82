/* matrix.h - a table of amounts as numbers: which columns hold amounts, what each
 * row is, and which rows a total sums.
 *
 * A budget overview has years across; a small table of counts has a row or a
 * column "I alt". A cell that is empty is unknown, never zero; "-" is exactly
 * zero. Amounts in one table share the finest precision printed there; whole
 * counts and full kroner are exact. (domain.md, 2 and 5)
 */
#ifndef RECOGNISE_MATRIX_H
#define RECOGNISE_MATRIX_H

#include "recognise/amount.h"

#define MATRIX_COLUMNS_MAX 32           /* of amounts; a wider table is not summed */
#define MATRIX_NONE        SIZE_MAX

enum matrix_kind {
	MATRIX_LINE,
	MATRIX_PART,                    /* "heraf …": counted in the line above it */
	MATRIX_HEADING,                 /* no amounts */
	MATRIX_GROUP,                   /* a group's total above its lines */
	MATRIX_TOTAL,                   /* a group's total below its lines, or a grand total */
};

struct matrix_row {
	enum matrix_kind   kind;
	const struct row  *row;         /* NULL: a line of text */
	uint32_t           line, column;        /* of its first filled cell */
	struct str         number, title;       /* "2.14", "Integrationsrådet" */
	struct str         folded;              /* the title, for its words */
	uint32_t           indent;
	bool               bold, plain;         /* plain: "I ALT", and nothing but that */
	bool               grand;               /* sums every line of the table */
	bool               sure;                /* GROUP: names, numbers or cells say so */
	size_t             from, to;            /* GROUP, TOTAL: the rows that it may sum */
	size_t             parent;              /* the smallest total over it, MATRIX_NONE */
	size_t             cells;
	struct amount     *at;                  /* one for each column */
};

struct matrix_column {
	size_t      at;                 /* the cell in a row */
	int         year;               /* 0: not a year */
	bool        outside;            /* not in the row's total: "R 2010" beside "I alt 2011-14" */
	struct str  title;
};

enum matrix_fault { FAULT_SHIFTED, FAULT_MISSING, FAULT_TEXT, FAULT_DOUBLED, FAULT_ORDER,
                    FAULT_UNIT, FAULT_LINELESS, FAULT_WIDE, FAULT_KIND_COUNT };

struct matrix_flaw {
	enum matrix_fault fault;
	uint32_t          line, column;
	struct str        words;        /* of that place */
	struct str        other;        /* FAULT_MISSING: the column */
};

struct matrix {
	struct arena        *arena;
	enum notation        notation;
	size_t               first, end;        /* blocks that it lies in: [first, end) */
	uint32_t             line;              /* of its first row */
	struct matrix_column column[MATRIX_COLUMNS_MAX];
	size_t               columns;           /* the total of a row included */
	size_t               total;             /* index of the column "I alt", MATRIX_NONE */
	struct matrix_row   *row;
	size_t               rows, row_cap;
	int64_t              factor;            /* kroner per printed unit; 0: not said */
	bool                 budget;            /* money over years; else a table of counts */
	size_t               width;             /* cells of its header */
	uint8_t              scale;             /* decimals that its amounts share */
	bool                 exact;             /* a printed figure is a point */
	bool                 sure;              /* it has groups that are sure */
	bool                 refused;           /* no sum of it may be trusted */
	struct matrix_flaw  *flaw;
	size_t               flaws, flaw_cap;
};

/* A row of a table of the document. */
struct matrix_place {
	size_t block, row;
};

/* The next table with amounts at or after `*at`, which is moved past it; false:
 * there is none. Everything is in `a` or borrowed from `doc`. */
bool matrix_next(struct arena *a, const struct document *doc, enum notation n,
                 struct matrix_place *at, struct matrix *ret);

/* The budget whose header is the row at `*at`, which is moved past it; false: it
 * is none. `factor`: kroner per unit, where the caller knows it; else 0. */
bool matrix_budget(struct arena *a, const struct document *doc, enum notation n,
                   struct matrix_place *at, int64_t factor, struct matrix *ret);

/* Tells lines from totals, and which rows each total sums. */
void matrix_classify(struct matrix *m);

void matrix_flawed(struct matrix *m, struct matrix_flaw f);

/* The lines in rows [from, to) of a column; what stands in parts is left out. */
struct sum matrix_lines(const struct matrix *m, size_t from, size_t to, size_t column);
/* What a total directly covers: printed totals of groups, and lines outside them. */
struct sum matrix_groups(const struct matrix *m, size_t total, size_t column);
struct sum matrix_across(const struct matrix *m, size_t row);

/* May `printed` and the figures of `s` be roundings of the same? */
bool sum_explains(const struct matrix *m, const struct sum *s, const struct amount *printed);

#endif

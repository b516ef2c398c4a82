#include "app/observe.h"
#include "base/order.h"
#include "base/codes.h"
#include "app/observe_row.h"
#include "base/utf8.h"
#include "document/csv.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Rows are sorted in runs before they are written: a tree is filled fastest in
 * order. A run and the input are all the memory that is used. */
enum { RUN_ROWS = 1 << 17, INPUT_SIZE = 1 << 18, ROW_MAX = 1 << 16, CELLS_MAX = 64 };

/* So many are put into the register together; those among which one is there already, as when a
 * file is corrected, one by one. */
enum { TOGETHER = 2048 };

struct input {
	int    fd;
	char  *at;
	size_t len;                     /* bytes in `at` */
	size_t used;                    /* of them are read */
	bool   end;
};

struct run_row {
	struct observation_row row;
	size_t                 line;    /* of the file */
};

struct observe {
	struct arena            arena;
	struct store           *s;
	struct diags           *d;
	struct str              name;
	struct input            in;
	struct observe_context  x;
	enum observe_column     column[CELLS_MAX];      /* of the file's columns */
	size_t                  columns;
	char                    separator;
	size_t                  line;                   /* of the next row */
	struct run_row         *run;
	size_t                  len;
	struct observation_row *together;               /* what is written next, and its lines */
	size_t                 *together_line;
	bool                    sorted;                 /* the run is in order so far */
	size_t                  errors;                 /* of `d` before */
	struct observe_count    count;
};

static bool
clean(const struct observe *o)
{
	return o->d->errors == o->errors;
}

static bool
problem(struct observe *o, size_t line, struct str column, struct str words, struct str cell)
{
	struct str message = words;

	if (utf8_check(cell) != SIZE_MAX)
		cell = STR("(not UTF-8)");
	if (column.len > 0)
		message = arena_printf(&o->arena, STR_FMT " “" STR_FMT "”: " STR_FMT,
		    STR_ARG(column), STR_ARG(str_slice(cell, 0, 80)), STR_ARG(words));
	return diag_error(o->d, o->name, line, message, STR_NONE);
}

/* ---- input ---- */

/* More than the longest row ahead, with its CRLF, or all that is left. */
static bool
fill(struct observe *o)
{
	struct input *in = &o->in;

	if (in->end || in->len - in->used > ROW_MAX + 2)
		return true;
	memmove(in->at, in->at + in->used, in->len - in->used);
	in->len -= in->used;
	in->used = 0;
	while (in->len < INPUT_SIZE) {
		ssize_t n = read(in->fd, in->at + in->len, INPUT_SIZE - in->len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return problem(o, o->line, STR_NONE, STR("cannot be read to its end"),
			    STR_NONE);
		in->end = n == 0;
		if (n == 0)
			break;
		in->len += (size_t)n;
	}
	return true;
}

/* The cells of the next row; `*n` 0 at the end. */
static bool
next_row(struct observe *o, struct str *cell, bool *quoted, size_t *n)
{
	struct csv      c;
	enum csv_status st;
	size_t          used;

	*n = 0;
	if (!fill(o))
		return false;
	c = csv_open((struct str){ o->in.at + o->in.used, o->in.len - o->in.used }, o->separator);
	if (c.rest.len == 0)
		return true;
	c.line = o->line;
	do {
		if (*n == CELLS_MAX)
			return problem(o, o->line, STR_NONE, STR("too many columns"), STR_NONE);
		st = csv_next(&c, &cell[*n], &quoted[*n]);
		(*n)++;
	} while (st == CSV_FIELD);
	if (st == CSV_BAD_QUOTE)
		return problem(o, c.line, STR_NONE,
		    STR("a quotation mark is not closed, or stands where none may stand"),
		    STR_NONE);
	used = o->in.len - c.rest.len;
	if (used - o->in.used > ROW_MAX)
		return problem(o, o->line, STR_NONE, STR("a row is longer than 64 kB"), STR_NONE);
	o->in.used = used;
	o->line = c.line;
	return true;
}

/* ---- header ---- */

static bool
find_column(struct str name, enum observe_column *ret)
{
	return CODE_READ(observe_name, *observe_name, str_trim(name), ret);
}

static char
header_separator(struct str line)
{
	for (size_t i = 0; i < line.len; i++)
		if (line.at[i] == ',' || line.at[i] == ';' || line.at[i] == '\t')
			return line.at[i];
	return ',';
}

bool
observe_is_header(struct str first_line)
{
	struct csv          c = csv_open(first_line, header_separator(first_line));
	struct str          cell;
	enum observe_column column;
	bool                quoted, has[OBSERVE_COUNT] = { false };
	enum csv_status     st = CSV_FIELD;

	while (st == CSV_FIELD) {
		st = csv_next(&c, &cell, &quoted);
		if ((st == CSV_FIELD || st == CSV_LAST_FIELD) && find_column(cell, &column))
			has[column] = true;
	}
	return has[OBSERVE_indicator] && has[OBSERVE_value];
}

static bool
read_header(struct observe *o)
{
	struct str cell[CELLS_MAX];
	bool       quoted[CELLS_MAX];

	if (!fill(o))
		return false;
	o->separator = header_separator(str_slice((struct str){ o->in.at, o->in.len }, 0, 4096));
	o->x.comma = o->separator == ';';
	if (!next_row(o, cell, quoted, &o->columns))
		return false;
	for (size_t i = 0; i < o->columns; i++) {
		if (!find_column(cell[i], &o->column[i]))
			return problem(o, 1, STR("column"), STR("is none of an observation's"),
			    cell[i]);
		if (o->x.has[o->column[i]])
			return problem(o, 1, STR("column"), STR("is there twice"), cell[i]);
		o->x.has[o->column[i]] = true;
	}
	if (!o->x.has[OBSERVE_indicator] || !o->x.has[OBSERVE_value])
		return problem(o, 1, STR_NONE, STR("the columns indicator and value are needed"),
		    STR_NONE);
	if (!o->x.has[OBSERVE_period] && !(o->x.has[OBSERVE_from] && o->x.has[OBSERVE_to]))
		return problem(o, 1, STR_NONE, STR("a column period, or from and to, is needed"),
		    STR_NONE);
	return true;
}

/* ---- writing ---- */

static int
key_cmp(const void *a, const void *b)
{
	const struct run_row *x = a, *y = b;
	int                   o = observation_row_cmp(&x->row, &y->row);

	if (o == 0)
		o = order(x->row.until, y->row.until);
	return o != 0 ? o : order((int64_t)x->line, (int64_t)y->line);
}

/* Rows of one measurement that hold at the same time. */
static void
check_run(struct observe *o)
{
	for (size_t i = 1; i < o->len; i++) {
		const struct run_row *x = &o->run[i - 1], *y = &o->run[i];
		size_t                first = x->line < y->line ? x->line : y->line;

		if (observation_row_cmp(&x->row, &y->row) == 0 && y->row.since < x->row.until)
			(void)problem(o, x->line + y->line - first, STR_NONE,
			    arena_printf(&o->arena,
			    "the same measurement stands in line %zu already", first), STR_NONE);
	}
}

static bool
end_row(struct observe *o, const struct observation_row *r)
{
	struct param p[] = {
		P_INT(o->x.change), P_INT(r->indicator), P_INT(r->area), P_INT(r->from),
		P_INT(r->to), P_INT(r->group), P_INT(r->method),
	};

	return store_run(o->s, STMT_OBSERVATION_END, p, COUNT_OF(p));
}

/* Rows of this file that were written in an earlier run; what stands in `line`
 * is the file's line unless the file says which line it means. */
static bool
is_double(struct observe *o, size_t of_line, int64_t line)
{
	if (o->x.has[OBSERVE_line] || o->x.change == 0)
		return problem(o, of_line, STR_NONE,
		    STR("the same measurement stands in an earlier line already"), STR_NONE);
	return problem(o, of_line, STR_NONE, arena_printf(&o->arena,
	    "the same measurement stands in line %lld already", (long long)line), STR_NONE);
}

/* There is a measurement with this key: the same, another one, or this file's. */
static bool
meet_row(struct observe *o, const struct observation_row *r, size_t of_line)
{
	enum stmt    q = STMT_OBSERVATION_GET;
	struct param key[] = {
		P_INT(r->indicator), P_INT(r->area), P_INT(r->from), P_INT(r->to),
		P_INT(r->group), P_INT(r->method), P_INT(r->until),
	};
	int64_t since, line;
	bool    same, is_new;

	if (!store_query(o->s, q, key, COUNT_OF(key)) || !store_next(o->s, q))
		return false;
	since = store_int(o->s, q, 0);
	line = store_int(o->s, q, 5);
	same = store_int(o->s, q, 1) == r->value && store_int(o->s, q, 2) == r->form &&
	    store_int(o->s, q, 3) == r->high && store_int(o->s, q, 4) == r->sample;
	store_reset(o->s, q);
	if (o->x.change == 0 || since == o->x.change)
		return is_double(o, of_line, line);
	o->count.same += same;
	o->count.corrected += !same;
	return same || (end_row(o, r) && store_observations_put(o->s, r, 1, &is_new));
}

/* `line`: of the file, for each; NULL: there is no file. */
static bool
put_rows(struct observe *o, const struct observation_row *row, const size_t *line, size_t n)
{
	bool is_new[TOGETHER];

	if (!store_observations_put(o->s, row, n, is_new))
		return false;
	for (size_t i = 0; i < n; i++) {
		o->count.added += is_new[i];
		if (!is_new[i] && !meet_row(o, &row[i], line != NULL ? line[i] : 0))
			return false;
	}
	return true;
}

static bool
write_run(struct observe *o)
{
	size_t n = 0;
	bool   ok;

	if (!o->sorted) {
		qsort(o->run, o->len, sizeof *o->run, key_cmp);
		check_run(o);
	}
	ok = clean(o);
	for (size_t i = 0; i < o->len && ok; i++) {
		o->together[n] = o->run[i].row;
		o->together_line[n++] = o->run[i].line;
		if (n < TOGETHER && i + 1 < o->len)
			continue;
		ok = put_rows(o, o->together, o->together_line, n);
		n = 0;
	}
	o->len = 0;
	o->sorted = true;
	return ok;
}

/* ---- rows ---- */

/* Without doubled quotation marks; such cells are rare. */
static struct str
unquoted(struct observe *o, struct str cell)
{
	struct buf b;
	struct str text;

	buf_init(&b, cell.len + 1);
	csv_unquote(&b, cell);
	text = str_dup(&o->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static bool
add_row(struct observe *o, const struct str *cell, size_t line)
{
	struct run_row     *r = &o->run[o->len];
	enum observe_column column;
	struct str          words = observe_row(&o->x, cell, &r->row, &column);

	if (words.len > 0)
		return problem(o, line, observe_name[column], words, cell[column]);
	r->line = line;
	if (!o->x.has[OBSERVE_line] && o->x.change != 0)
		r->row.line = (int64_t)line;
	if (o->len > 0 && o->sorted)
		o->sorted = observation_row_cmp(&r[-1].row, &r->row) < 0;
	o->len++;
	o->count.rows++;
	return true;
}

static bool
read_rows(struct observe *o)
{
	struct str raw[CELLS_MAX], cell[OBSERVE_COUNT] = { { NULL, 0 } };
	bool       quoted[CELLS_MAX], ok = true;
	size_t     n, line = o->line;

	while (next_row(o, raw, quoted, &n) && n > 0) {
		if (n == 1 && raw[0].len == 0) {        /* an empty line */
			line = o->line;
			continue;
		}
		if (n != o->columns) {
			ok = problem(o, line, STR_NONE, arena_printf(&o->arena,
			    "has %zu cells, the header has %zu", n, o->columns), STR_NONE);
		} else {
			for (size_t i = 0; i < n; i++)
				cell[o->column[i]] = quoted[i] ? unquoted(o, raw[i]) : raw[i];
			ok = add_row(o, cell, line) && ok;
		}
		line = o->line;
		if (o->d->errors - o->errors >= DIAGS_MAX || (o->len == RUN_ROWS && !(ok && write_run(o))))
			return false;
	}
	return ok && n == 0 && clean(o) && write_run(o);
}

/* The newest version of each indicator's method, for rows that name none. */
bool
observe_open(struct observe_context *x, struct arena *a, struct store *s, const struct things *t,
             int64_t change)
{
	struct snapshot *sn = &x->sn;
	int64_t          version;

	x->things = t;
	x->change = change;
	if (!snapshot_load(a, s, t, 0, NOUN_BIT(AUTHORITY) | NOUN_BIT(INDICATOR) | NOUN_BIT(METHOD), sn))
		return false;
	for (size_t i = 0; i < sn->len[NOUN_METHOD]; i++)
		if ((size_t)sn->row[NOUN_METHOD][i].ref[METHOD_indicator] >= x->methods)
			x->methods = (size_t)sn->row[NOUN_METHOD][i].ref[METHOD_indicator] + 1;
	x->method = ARENA_ARRAY(a, int64_t, x->methods + 1);
	for (size_t i = 0; i < sn->len[NOUN_METHOD]; i++) {
		const struct noun_row *row = &sn->row[NOUN_METHOD][i];
		int64_t               *newest = &x->method[row->ref[METHOD_indicator]];

		if (str_int(row->text[METHOD_version], &version) && version > *newest)
			*newest = version;
	}
	return true;
}

bool
observe_put(struct store *s, const struct observation_row *row, size_t len, int64_t change,
            struct observe_count *ret)
{
	struct observe o = { .s = s, .x = { .change = change } };
	struct diags   d = diags_new(&o.arena);
	bool           ok = true;

	o.d = &d;
	for (size_t i = 0; i < len && ok; i++) {
		struct observation_row r = row[i];

		r.since = change;
		r.until = UNTIL_NOW;
		ok = put_rows(&o, &r, NULL, 1);
	}
	o.count.rows = len;
	*ret = o.count;
	arena_free(&o.arena);
	return ok;
}

bool
observe_read(struct store *s, const struct things *t, int fd, struct str name, int64_t change,
             struct diags *d, struct observe_count *ret)
{
	struct observe o = { .s = s, .d = d, .name = name, .line = 1, .sorted = true, .errors = d->errors,
	                     .in = { .fd = fd }, .separator = ',' };
	bool           ok;

	o.in.at = ARENA_ARRAY(&o.arena, char, INPUT_SIZE);
	o.run = ARENA_ARRAY(&o.arena, struct run_row, RUN_ROWS);
	o.together = ARENA_ARRAY(&o.arena, struct observation_row, TOGETHER);
	o.together_line = ARENA_ARRAY(&o.arena, size_t, TOGETHER);
	ok = observe_open(&o.x, &o.arena, s, t, change) && read_header(&o) && read_rows(&o);
	if (ok)
		*ret = o.count;
	arena_free(&o.arena);
	return ok;
}

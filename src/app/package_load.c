#include "app/duties.h"
#include "app/observe.h"
#include "app/package.h"
#include "app/package_columns.h"
#include "app/snapshot.h"
#include "app/validate.h"
#include "core/calendar.h"
#include "document/datapackage.h"
#include "port/folder.h"
#include "port/input.h"
#include <stdlib.h>
#include <unistd.h>

#define PACKAGE_FILE_MAX ((size_t)512 << 20)

struct load {
	struct arena         arena;
	struct store        *s;
	struct diags        *d;
	struct str           dir;
	struct things       *things;
	struct snapshot      sn;        /* the changes */
	struct package_count count;
	size_t               errors;    /* of `d` before */
};

struct version {                        /* a row of a noun, and where it stands */
	struct noun_row row;
	size_t          line;
};

static bool
problem(struct load *l, struct str file, size_t line, struct str column, struct str words,
        struct str cell)
{
	return diag_error(l->d, file, line, arena_printf(&l->arena,
	    STR_FMT " “" STR_FMT "” " STR_FMT, STR_ARG(column),
	    STR_ARG(str_slice(cell, 0, 80)), STR_ARG(words)), STR_NONE);
}

static bool
clean(const struct load *l)
{
	return l->d->errors == l->errors;
}

/* More problems than anybody reads. */
static bool
full(const struct load *l)
{
	return l->d->errors - l->errors >= DIAGS_MAX;
}

static struct str
path_of(struct load *l, struct str file)
{
	return arena_printf(&l->arena, STR_FMT "/" STR_FMT, STR_ARG(l->dir), STR_ARG(file));
}

/* A file of the package; one that is not there holds nothing. */
static bool
open_sheet(struct load *l, const struct package_file *f, struct sheet *ret, bool *there)
{
	struct str names[SHEET_COLUMNS], text;
	size_t     n = package_names(f, names);

	*there = folder_has(l->dir, f->path);
	if (!*there)
		return true;
	if (!input_read(&l->arena, path_of(l, f->path), PACKAGE_FILE_MAX, l->d, &text))
		return false;
	l->count.files++;
	return sheet_open(&l->arena, path_of(l, f->path), text, names, n, l->d, ret);
}

/* ---- first: what there is ---- */

static bool
add_keys(struct load *l, enum noun n)
{
	struct package_file f = package_noun_file(n);
	struct sheet        sheet;
	struct str          cell[SHEET_COLUMNS];
	bool                there;

	if (!open_sheet(l, &f, &sheet, &there))
		return false;
	while (there && sheet_next(&sheet, cell)) {
		if (!validate_key(cell[BEFORE_id]))
			(void)problem(l, sheet.name, sheet.line, STR("id"),
			    STR("is no key (text without blanks and , \" / :)"), cell[BEFORE_id]);
		else if (things_find(l->things, n, cell[BEFORE_id]) == 0 &&
		    things_add(l->things, l->s, n, cell[BEFORE_id]) == 0)
			return false;
		if (full(l))
			return false;
	}
	return true;
}

/* ---- changes ---- */

static bool
optional_int(struct str cell, int64_t *ret)
{
	*ret = 0;
	return cell.len == 0 || (str_int(cell, ret) && *ret > 0);
}

/* Times are compared as text, so all are written alike. */
static bool
is_time(struct str text)
{
	static const char form[] = "0000-00-00T00:00:00Z";
	int32_t           day;

	if (text.len != sizeof form - 1 || !day_from_iso(str_slice(text, 0, 10), &day))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		bool digit = text.at[i] >= '0' && text.at[i] <= '9';

		if (form[i] == '0' ? !digit : text.at[i] != form[i])
			return false;
	}
	return true;
}

static bool
is_new_nonce(struct load *l, struct str nonce)
{
	struct param p[] = { P_TEXT(nonce) };
	int64_t      change;

	return nonce.len == 0 ||
	    (store_get_int(l->s, STMT_CHANGE_NONCE, p, COUNT_OF(p), &change) && change == 0);
}

static bool
add_change(struct load *l, const struct sheet *sheet, const struct str *cell)
{
	struct str key = cell[CHANGE_document];
	int64_t    id, undoes, document = 0;

	if (!str_int(cell[CHANGE_id], &id) || id <= 0)
		return problem(l, sheet->name, sheet->line, STR("id"),
		    STR("is no positive number"), cell[CHANGE_id]);
	if (!optional_int(cell[CHANGE_undoes], &undoes) || undoes >= id)
		return problem(l, sheet->name, sheet->line, STR("undoes"),
		    STR("is no earlier change"), cell[CHANGE_undoes]);
	if (key.len > 0)
		document = things_find(l->things, NOUN_DOCUMENT, key);
	if (key.len > 0 && document == 0)
		return problem(l, sheet->name, sheet->line, STR("document"),
		    STR("is not in document.csv"), key);
	if (!is_time(cell[CHANGE_at]))
		return problem(l, sheet->name, sheet->line, STR("at"),
		    STR("is no time such as 2009-06-01T12:00:00Z"), cell[CHANGE_at]);
	if (!is_new_nonce(l, cell[CHANGE_nonce]))
		return problem(l, sheet->name, sheet->line, STR("nonce"),
		    STR("is there already"), cell[CHANGE_nonce]);
	{
		struct param p[] = {
			P_INT(id), P_TEXT(cell[CHANGE_at]), P_TEXT(cell[CHANGE_who]),
			P_TEXT(cell[CHANGE_why]), document != 0 ? P_INT(document) : P_NULL,
			undoes != 0 ? P_INT(undoes) : P_NULL,
			cell[CHANGE_nonce].len > 0 ? P_TEXT(cell[CHANGE_nonce]) : P_NULL,
		};
		return store_run(l->s, STMT_CHANGE_ADD, p, COUNT_OF(p));
	}
}

static bool
add_changes(struct load *l)
{
	struct package_file f = package_change_file();
	struct sheet        sheet;
	struct str          cell[SHEET_COLUMNS];
	int64_t             last = 0, id;
	bool                there;

	if (!open_sheet(l, &f, &sheet, &there))
		return false;
	while (there && sheet_next(&sheet, cell)) {
		if (str_int(cell[CHANGE_id], &id) && id <= last) {
			(void)problem(l, sheet.name, sheet.line, STR("id"),
			    STR("does not follow the change before it"), cell[CHANGE_id]);
			continue;
		}
		if (!add_change(l, &sheet, cell) && store_failed(l->s))
			return false;
		if (str_int(cell[CHANGE_id], &id))
			last = id;
		l->count.rows++;
	}
	return clean(l) &&
	    snapshot_load(&l->arena, l->s, l->things, 0, 0, &l->sn);
}

/* ---- nouns ---- */

static bool
read_span(struct load *l, const struct sheet *sheet, const struct str *cell,
          struct noun_row *row)
{
	if (!str_int(cell[BEFORE_since], &row->since) ||
	    snapshot_change(&l->sn, row->since) == NULL)
		return problem(l, sheet->name, sheet->line, STR("since"),
		    STR("is not in change.csv"), cell[BEFORE_since]);
	row->until = UNTIL_NOW;
	if (cell[BEFORE_until].len > 0 && (!str_int(cell[BEFORE_until], &row->until) ||
	    row->until <= row->since || snapshot_change(&l->sn, row->until) == NULL))
		return problem(l, sheet->name, sheet->line, STR("until"),
		    STR("is no later change of change.csv"), cell[BEFORE_until]);
	return true;
}

static bool
read_place(struct load *l, const struct sheet *sheet, const struct str *cell,
           struct noun_row *row)
{
	int64_t line, column;

	if (!optional_int(cell[BEHIND_line], &line) || line > UINT32_MAX ||
	    !optional_int(cell[BEHIND_col], &column) || column > UINT32_MAX)
		return problem(l, sheet->name, sheet->line, STR("line and col"),
		    STR("are no place in a document"), cell[BEHIND_line]);
	row->line = (uint32_t)line;
	row->column = (uint32_t)column;
	row->quote = cell[BEHIND_quote];
	return true;
}

static bool
read_column(struct load *l, const struct sheet *sheet, enum noun n, size_t c, struct str cell,
            struct noun_row *row)
{
	const struct noun_column *col = &noun_info[n].column[c];
	struct str                words;

	if (col->type != COLUMN_REF) {
		words = validate_value(n, c, cell);
		row->text[c] = cell;
		return words.len == 0 ||
		    problem(l, sheet->name, sheet->line, col->name, words, cell);
	}
	if (cell.len == 0)
		return true;
	row->ref[c] = things_resolve(l->things, col->refers, cell);
	return row->ref[c] != 0 || problem(l, sheet->name, sheet->line, col->name,
	    STR("refers to nothing in the package"), cell);
}

static bool
read_row(struct load *l, const struct sheet *sheet, enum noun n, const struct str *cell,
         struct noun_row *row)
{
	size_t     columns = noun_info[n].columns;
	struct str words;
	bool       ok;

	*row = (struct noun_row){ .id = things_find(l->things, n, cell[BEFORE_id]) };
	ok = row->id != 0 && read_span(l, sheet, cell, row) &&
	    read_place(l, sheet, cell + BEFORE_COUNT + columns, row);
	for (size_t c = 0; c < columns; c++)
		ok = read_column(l, sheet, n, c, cell[BEFORE_COUNT + c], row) && ok;
	if (!ok)
		return false;
	words = validate_row(n, row->text, row->ref);
	return words.len == 0 ||
	    problem(l, sheet->name, sheet->line, STR("id"), words, cell[BEFORE_id]);
}

static int
version_cmp(const void *a, const void *b)
{
	const struct version  *v = a, *w = b;
	const struct noun_row *x = &v->row, *y = &w->row;

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	if (x->since != y->since)
		return x->since < y->since ? -1 : 1;
	return (v->line > w->line) - (v->line < w->line);
}

/* Two versions of one thing must not hold at once. */
static void
check_versions(struct load *l, const struct sheet *sheet, struct version *v, size_t n)
{
	if (n > 1)
		qsort(v, n, sizeof *v, version_cmp);
	for (size_t i = 1; i < n; i++) {
		struct str words;

		if (v[i].row.id != v[i - 1].row.id || v[i].row.since >= v[i - 1].row.until)
			continue;
		words = arena_printf(&l->arena, "is there already in line %zu, at the same time",
		    v[i - 1].line);
		(void)problem(l, sheet->name, v[i].line, STR("id"), words,
		    things_key(l->things, v[i].row.id));
	}
}

static bool
add_rows(struct load *l, enum noun n)
{
	struct package_file f = package_noun_file(n);
	struct version     *v = NULL;
	struct sheet        sheet;
	struct str          cell[SHEET_COLUMNS];
	size_t              len = 0, cap = 0;
	bool                there;

	if (!open_sheet(l, &f, &sheet, &there))
		return false;
	l->count.files -= there;        /* it was counted with its keys */
	while (there && !full(l) && sheet_next(&sheet, cell)) {
		ARENA_GROW(&l->arena, v, len, &cap);
		v[len].line = sheet.line;
		len += read_row(l, &sheet, n, cell, &v[len].row);
	}
	check_versions(l, &sheet, v, len);
	for (size_t i = 0; i < len && clean(l); i++)
		if (!store_noun_add(l->s, n, &v[i].row))
			return false;
	l->count.rows += len;
	return !full(l);
}

/* ---- measurements and documents ---- */

static bool
add_observations(struct load *l)
{
	struct str           file = STR("observation.csv");
	struct observe_count n;
	int                  fd;
	bool                 ok;

	if (!folder_has(l->dir, file))
		return true;
	fd = input_open(&l->arena, path_of(l, file), l->d);
	if (fd < 0)
		return false;
	ok = observe_read(l->s, l->things, fd, path_of(l, file), 0, l->d, &n);
	(void)close(fd);
	if (ok)
		l->count.rows += n.rows;
	l->count.files++;
	return ok;
}

static bool
add_lines(struct load *l)
{
	struct package_file f = package_line_file();
	struct sheet        sheet;
	struct str          cell[SHEET_COLUMNS];
	int64_t             document, number, *last;
	bool                there;

	last = ARENA_ARRAY(&l->arena, int64_t, things_count(l->things) + 1);
	if (!open_sheet(l, &f, &sheet, &there))
		return false;
	while (there && sheet_next(&sheet, cell)) {
		document = things_find(l->things, NOUN_DOCUMENT, cell[LINE_document]);
		if (document == 0 || !str_int(cell[LINE_line], &number) ||
		    number <= last[document]) {
			(void)problem(l, sheet.name, sheet.line, STR("document and line"),
			    STR("are no line of a document of the package, or no later one"),
			    cell[LINE_document]);
			if (full(l))
				return false;
			continue;
		}
		last[document] = number;
		{
			struct param p[] = { P_INT(document), P_INT(number),
			                     P_TEXT(cell[LINE_text]) };
			if (!store_run(l->s, STMT_LINE_ADD, p, COUNT_OF(p)))
				return false;
		}
		l->count.rows++;
	}
	return clean(l);
}

/* A package that was written before reports were laid has no such file. */
static bool
add_release_lines(struct load *l)
{
	struct package_file f = package_release_line_file();
	struct sheet        sheet;
	struct str          cell[SHEET_COLUMNS];
	int64_t             release, number;
	bool                there;

	if (!open_sheet(l, &f, &sheet, &there))
		return false;
	while (there && sheet_next(&sheet, cell)) {
		release = things_find(l->things, NOUN_RELEASE, cell[RELEASE_LINE_release]);
		if (release == 0 || !str_int(cell[RELEASE_LINE_line], &number) || number < 1) {
			(void)problem(l, sheet.name, sheet.line, STR("release and line"),
			    STR("are no line of a report of the package"), cell[RELEASE_LINE_release]);
			if (full(l))
				return false;
			continue;
		}
		{
			struct param p[] = { P_INT(release), P_TEXT(cell[RELEASE_LINE_part]), P_INT(number),
			                     P_TEXT(cell[RELEASE_LINE_text]) };
			if (!store_run(l->s, STMT_RELEASE_LINE_ADD, p, COUNT_OF(p)))
				return false;
		}
		l->count.rows++;
	}
	return clean(l);
}

/* ---- all of it ---- */

/* The folder is a package, and holds the files that it lists. */
static bool
check_folder(struct load *l)
{
	struct datapackage p;
	struct str         text, name = path_of(l, PACKAGE_JSON);

	switch (folder_kind(l->dir, l->d)) {
	case FOLDER_NONE:
		return false;
	case FOLDER_ABSENT:
		return diag_error(l->d, l->dir, 0, STR("there is no such folder"),
		    STR("name a folder that 'pejl dump' wrote"));
	case FOLDER_EMPTY:
	case FOLDER_FILLED:
		break;
	}
	if (!folder_has(l->dir, PACKAGE_JSON))
		return diag_error(l->d, l->dir, 0,
		    STR("is no data package: it has no datapackage.json"),
		    STR("name a folder that 'pejl dump' wrote"));
	if (!input_read(&l->arena, name, (size_t)16 << 20, l->d, &text) ||
	    !datapackage_read(&l->arena, name, text, l->d, &p))
		return false;
	for (size_t i = 0; i < p.len; i++)
		if (!folder_has(l->dir, p.path[i]))
			(void)diag_error(l->d, path_of(l, p.path[i]), 0,
			    STR("is listed in datapackage.json and not there"), STR_NONE);
	return clean(l);
}

static bool
check_register(struct load *l)
{
	int64_t changes, things;

	if (!store_get_int(l->s, STMT_CHANGE_LAST, NULL, 0, &changes) ||
	    !store_get_int(l->s, STMT_THING_LAST, NULL, 0, &things))
		return false;
	if (changes == 0 && things == 0)
		return true;
	return diag_error(l->d, l->dir, 0, STR("the register has content already"),
	    STR("load into a new one: --db PATH"));
}

static bool
load_all(struct load *l)
{
	if (!check_register(l))
		return false;
	l->things = things_load(&l->arena, l->s);
	if (l->things == NULL)
		return false;
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (!add_keys(l, (enum noun)n))
			return false;
	if (!clean(l) || !add_changes(l))
		return false;
	if (!add_release_lines(l))
		return false;
	if (!add_lines(l))              /* before the rows of documents, which publish them */
		return false;
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (!add_rows(l, (enum noun)n))
			return false;
	return clean(l) && duties_check(&l->arena, l->s, l->things, path_of(l, STR("duty.csv")), l->d) &&
	    add_observations(l);
}

bool
package_load(struct store *s, struct str dir, struct diags *d, struct package_count *ret)
{
	struct load l = { .s = s, .d = d, .dir = dir, .errors = d->errors };
	bool        ok = check_folder(&l) && store_begin(s) && load_all(&l) && store_commit(s);

	store_rollback(s);
	if (!ok && store_failed(s))
		(void)store_problem(s, d);
	if (ok)
		*ret = l.count;
	arena_free(&l.arena);
	return ok;
}

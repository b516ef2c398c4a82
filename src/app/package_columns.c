#include "app/package_columns.h"
#include "app/observe_row.h"

static void
add(struct package_file *f, struct str name, enum column_type type)
{
	f->column[f->columns++] = (struct package_column){ name, type };
}

struct package_file
package_noun_file(enum noun n)
{
	static const struct str path[NOUN_COUNT] = {
#define N(id, table, one, many, da, columns) [NOUN_##id] = STR_INIT(#table ".csv"),
		NOUNS(N)
#undef N
	};
	struct package_file f = { .path = path[n], .table = noun_info[n].table, .key = 2 };

	add(&f, STR("id"), COLUMN_TEXT);
	add(&f, STR("since"), COLUMN_INT);
	add(&f, STR("until"), COLUMN_INT);
	for (size_t c = 0; c < noun_info[n].columns; c++)
		add(&f, noun_info[n].column[c].name, noun_info[n].column[c].type);
	add(&f, STR("line"), COLUMN_INT);
	add(&f, STR("col"), COLUMN_INT);
	add(&f, STR("quote"), COLUMN_TEXT);
	return f;
}

struct package_file
package_change_file(void)
{
	struct package_file f = { .path = STR("change.csv"), .table = STR("change"), .key = 1 };

#define X(name, type) add(&f, STR(#name), COLUMN_##type);
	CHANGE_COLUMNS(X)
#undef X
	return f;
}

struct package_file
package_line_file(void)
{
	struct package_file f = { .path = STR("document_line.csv"),
	                          .table = STR("document_line"), .key = 2 };

#define X(name, type) add(&f, STR(#name), COLUMN_##type);
	LINE_COLUMNS(X)
#undef X
	return f;
}

struct package_file
package_release_line_file(void)
{
	struct package_file f = { .path = STR("release_line.csv"),
	                          .table = STR("release_line"), .key = 3 };

#define X(name, type) add(&f, STR(#name), COLUMN_##type);
	RELEASE_LINE_COLUMNS(X)
#undef X
	return f;
}

/* `period` is for people's files; a package says from and to. */
struct package_file
package_observation_file(void)
{
	static const enum column_type type[OBSERVE_COUNT] = {
		[OBSERVE_from] = COLUMN_DATE, [OBSERVE_to] = COLUMN_DATE,
		[OBSERVE_method] = COLUMN_INT, [OBSERVE_value] = COLUMN_NUMBER,
		[OBSERVE_high] = COLUMN_NUMBER, [OBSERVE_sample] = COLUMN_INT,
		[OBSERVE_effect] = COLUMN_NUMBER, [OBSERVE_assumed] = COLUMN_FLAG,
		[OBSERVE_preliminary] = COLUMN_FLAG, [OBSERVE_breaks] = COLUMN_FLAG,
		[OBSERVE_since] = COLUMN_INT, [OBSERVE_until] = COLUMN_INT,
		[OBSERVE_line] = COLUMN_INT, [OBSERVE_col] = COLUMN_INT,
	};
	struct package_file f = { .path = STR("observation.csv"), .table = STR("observation") };

	for (size_t i = 0; i < OBSERVE_period; i++)
		add(&f, observe_name[i], type[i]);
	return f;
}

size_t
package_names(const struct package_file *f, struct str *names)
{
	for (size_t i = 0; i < f->columns; i++)
		names[i] = f->column[i].name;
	return f->columns;
}

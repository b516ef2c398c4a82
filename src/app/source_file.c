#include "app/source_file.h"
#include "app/source_period.h"
#include "document/columns.h"
#include "document/jsonstat.h"

static struct str
cell(const struct source_ask *q, size_t column)
{
	return q->row->text[column];
}

/* The columns that hold codes are those that a selection, or a mapping, names. */
static void
add_name(struct source_ask *q, struct str name, struct str not, struct columns_ask *ask, struct str *at)
{
	if (name.len == 0 || str_eq(name, STR(COLUMNS_FIGURES)) || str_eq(name, not))
		return;
	for (size_t i = 0; i < ask->codes; i++)
		if (str_eq(at[i], name))
			return;
	if (ask->codes < FIGURES_DIMENSIONS_MAX)
		at[ask->codes++] = str_dup(q->a, name);
}

static bool
is_period(struct str heading)
{
	struct arena  a = { 0 };
	struct period p;
	bool          ok = source_period(&a, heading, &p);

	arena_free(&a);
	return ok;
}

/* "Ledige,Arbejdsstyrke" */
static void
read_figures(struct source_ask *q, struct columns_ask *ask)
{
	struct str  rest = cell(q, SOURCE_figures);
	struct str *at = ARENA_ARRAY(q->a, struct str, rest.len + 1);

	while (rest.len > 0) {
		struct str name = str_trim(str_cut(&rest, ','));

		if (name.len > 0)
			at[ask->figures++] = name;
	}
	ask->figure = at;
}

static char
separator_of(struct str code)
{
	if (str_eq(code, STR("comma")))
		return ',';
	if (str_eq(code, STR("semicolon")))
		return ';';
	return str_eq(code, STR("tab")) ? '\t' : '\0';
}

static bool
read_columns(struct source_ask *q, const struct source_selection *picks, struct str bytes,
             struct str name, struct arena *room, struct figures *f)
{
	struct columns_ask ask = { .is_period = is_period, .separator = separator_of(cell(q, SOURCE_delimiter)) };
	struct str        *at = ARENA_ARRAY(q->a, struct str, FIGURES_DIMENSIONS_MAX);

	ask.time = cell(q, SOURCE_period).len > 0 ? cell(q, SOURCE_period) : STR("Tid");
	if (q->kind == SOURCE_KIND_SDMX)
		ask.time = STR("TIME_PERIOD");
	ask.across = str_eq(ask.time, STR("*"));
	ask.code = at;
	add_name(q, source_mapping_dimension(q->a, cell(q, SOURCE_areas)), ask.time, &ask, at);
	add_name(q, source_mapping_dimension(q->a, cell(q, SOURCE_grps)), ask.time, &ask, at);
	for (size_t i = 0; i < picks->len; i++)
		add_name(q, picks->at[i].dimension, ask.time, &ask, at);
	if (!ask.across)
		read_figures(q, &ask);
	if (q->kind == SOURCE_KIND_CSV)
		return columns_read_csv(room, name, bytes, &ask, q->d, f);
	if (q->kind == SOURCE_KIND_SDMX)
		return columns_read_sdmx(room, name, bytes, &ask, q->d, f);
	return columns_read_xlsx(room, name, bytes, cell(q, SOURCE_tbl), &ask, q->d, f);
}

bool
source_file_read(struct source_ask *q, const struct source_selection *picks, struct str bytes,
                 struct arena *room, struct figures *ret)
{
	struct str name = arena_printf(q->a, STR_FMT ": the file", STR_ARG(q->name));

	return q->kind == SOURCE_KIND_JSONSTAT ? jsonstat_read(room, name, bytes, q->d, ret)
	                                       : read_columns(q, picks, bytes, name, room, ret);
}

#include "web/formats.h"
#include "app/areas_view.h"
#include "app/catalogue.h"
#include "app/contact.h"
#include "app/cube.h"
#include "app/indicator_view.h"
#include "app/package_open.h"
#include "export/areas_json.h"
#include "export/csvw.h"
#include "export/dcat.h"
#include "export/iati.h"
#include "export/indicator_grid.h"
#include "export/jsonstat.h"
#include "export/sdg.h"
#include "export/sdmx.h"
#include "port/zip.h"
#include "web/site_name.h"

/* Where the answer of an address lies in a folder of files. */
static struct str
file_of(struct arena *a, struct str address)
{
	struct str file;

	return site_file(a, address, &file) ? arena_printf(a, "/" STR_FMT, STR_ARG(file)) : address;
}

/* ---- of one indicator ---- */

static bool
view_of(const struct format_ask *ask, struct arena *a, const struct noun_row *row,
        struct indicator_view *ret)
{
	return indicator_view(a, ask->ed, row, (struct indicator_ask){ 0 }, ret);
}

static bool
write_csv(const struct format_ask *ask)
{
	struct indicator_view m;
	struct grid           g;

	if (!view_of(ask, ask->a, ask->indicator, &m))
		return false;
	g = indicator_grid(ask->a, &m, ask->danish);
	grid_csv(ask->to.b, &g, ask->profile);
	return true;
}

/* Beside the metadata, and so without its folder. */
static struct str
table_of(const struct format_ask *ask)
{
	struct str before = STR("/api/v1/indicators/"), file;

	if (!ask->files)
		return ask->table;
	file = file_of(ask->a, arena_printf(ask->a, STR_FMT STR_FMT, STR_ARG(before),
	    STR_ARG(ask->table)));
	return str_slice(file, before.len, file.len);
}

static bool
write_csvw(const struct format_ask *ask)
{
	struct json           j = json_new(ask->to.b);
	struct indicator_view m;

	if (!view_of(ask, ask->a, ask->indicator, &m))
		return false;
	export_csvw(&j, &m, table_of(ask), ask->ed->authority.title, contact_of(&ask->ed->sn),
	    ask->danish);
	return true;
}

static bool
write_jsonstat(const struct format_ask *ask)
{
	struct cube c;

	return cube_make(ask->a, ask->ed, ask->indicator, &c) &&
	    export_jsonstat(&ask->to, &c, ask->ed->authority.title, ask->danish);
}

static bool
write_sdmx(const struct format_ask *ask)
{
	struct cube c;

	export_sdmx_header(&ask->to);
	return cube_make(ask->a, ask->ed, ask->indicator, &c) && export_sdmx(&ask->to, &c);
}

static bool
write_sdg(const struct format_ask *ask)
{
	const struct snapshot *sn = &ask->ed->sn;
	struct cube            c;

	return cube_make(ask->a, ask->ed, ask->indicator, &c) &&
	    export_sdg(&ask->to, &c, things_key(sn->things, sn->authority_area), ask->danish);
}

static bool
write_sdg_about(const struct format_ask *ask)
{
	struct indicator_view m;

	if (!view_of(ask, ask->a, ask->indicator, &m))
		return false;
	export_sdg_about(ask->to.b, &m, ask->ed->authority.title, ask->danish);
	return true;
}

static bool
write_iati(const struct format_ask *ask)
{
	struct json           j = json_new(ask->to.b);
	struct indicator_view m;

	if (!view_of(ask, ask->a, ask->indicator, &m))
		return false;
	export_iati_begin(&j);
	export_iati(&j, &m);
	export_iati_end(&j);
	return true;
}

static bool
write_geojson(const struct format_ask *ask)
{
	struct areas_ask  at = { .indicator = ask->indicator };
	struct json       j = json_new(ask->to.b);
	struct areas_view m;

	if (!areas_view(ask->a, ask->ed, &at, &m))
		return false;
	export_areas_geojson(&j, &m);
	return true;
}

/* ---- of all ---- */

/* Each indicator in an arena of its own. */
typedef bool each_writer(const struct format_ask *ask, struct arena *a,
                         const struct noun_row *row, struct json *j);

static bool
each(const struct format_ask *ask, each_writer *write, struct json *j)
{
	const struct snapshot *sn = &ask->ed->sn;
	bool                   ok = true;

	for (size_t i = 0; i < sn->len[NOUN_INDICATOR] && ok; i++) {
		struct arena a = { 0 };

		ok = write(ask, &a, &sn->row[NOUN_INDICATOR][i], j);
		arena_free(&a);
		stream_drain(&ask->to);
	}
	return ok;
}

/* What was never measured has no sides, and is left out. */
static bool
each_jsonstat(const struct format_ask *ask, struct arena *a, const struct noun_row *row,
              struct json *j)
{
	struct cube c;

	return cube_make(a, ask->ed, row, &c) && (c.cells == 0 ||
	    export_jsonstat_item(j, &ask->to, &c, ask->ed->authority.title, ask->danish));
}

static bool
write_all_jsonstat(const struct format_ask *ask)
{
	struct json j = json_new(ask->to.b);

	j.pretty = false;
	export_jsonstat_begin(&j, ask->ed->authority.title);
	if (!each(ask, each_jsonstat, &j))
		return false;
	export_jsonstat_end(&j);
	return true;
}

static bool
each_sdmx(const struct format_ask *ask, struct arena *a, const struct noun_row *row,
          struct json *j)
{
	struct cube c;

	(void)j;
	return cube_make(a, ask->ed, row, &c) && export_sdmx(&ask->to, &c);
}

static bool
write_all_sdmx(const struct format_ask *ask)
{
	export_sdmx_header(&ask->to);
	return each(ask, each_sdmx, NULL);
}

static bool
each_iati(const struct format_ask *ask, struct arena *a, const struct noun_row *row,
          struct json *j)
{
	struct indicator_view m;

	if (!view_of(ask, a, row, &m))
		return false;
	export_iati(j, &m);
	return true;
}

static bool
write_all_iati(const struct format_ask *ask)
{
	struct json j = json_new(ask->to.b);

	export_iati_begin(&j);
	if (!each(ask, each_iati, &j))
		return false;
	export_iati_end(&j);
	return true;
}

/* The day of the newest change, so that the same register gives the same bytes. */
static struct date
day_of_register(const struct edition *ed)
{
	struct date first = { 1980, 1, 1 };
	struct str  at = snapshot_recorded(&ed->sn, ed->sn.known).at;
	int32_t     day;

	if (!day_from_iso(str_slice(at, 0, 10), &day) || date_of(day).year < first.year ||
	    date_of(day).year > 2107)
		return first;
	return date_of(day);
}

static bool
write_package(const struct format_ask *ask)
{
	struct date          d = day_of_register(ask->ed);
	struct package_part *part;
	struct zip          *z;
	struct parts         to;
	size_t               n;

	if (!package_open(ask->a, ask->ed, &part, &n))
		return false;
	z = zip_open(ask->to.b, GZIP_BEST);
	zip_date(z, d.year, d.month, d.day);
	to = zip_parts(z);
	for (size_t i = 0; i < n; i++) {
		to.begin(to.with, part[i].path);
		to.more(to.with, part[i].bytes);
	}
	return zip_close(z);
}

static struct rdf
catalogue(const struct format_ask *ask)
{
	struct catalogue m = catalogue_of(ask->a, ask->ed, ask->site,
	    ask->files ? file_of : NULL);

	return export_dcat(ask->a, &m);
}

static bool
write_turtle(const struct format_ask *ask)
{
	struct rdf g = catalogue(ask);

	rdf_turtle(ask->to.b, &g);
	return true;
}

static bool
write_jsonld(const struct format_ask *ask)
{
	struct json j = json_new(ask->to.b);
	struct rdf  g = catalogue(ask);

	rdf_jsonld(&j, &g);
	return true;
}

bool
format_judges(enum data_form f)
{
	return f != DATA_JSONSTAT && f != DATA_SDMX && f != DATA_SDG && f != DATA_ALL_JSONSTAT &&
	    f != DATA_ALL_SDMX && f != DATA_PACKAGE;
}

bool
format_write(enum data_form f, const struct format_ask *ask)
{
	static bool (*const writer[DATA_COUNT])(const struct format_ask *) = {
		[DATA_CSV] = write_csv, [DATA_CSVW] = write_csvw,
		[DATA_JSONSTAT] = write_jsonstat, [DATA_SDMX] = write_sdmx,
		[DATA_SDG] = write_sdg, [DATA_SDG_ABOUT] = write_sdg_about,
		[DATA_IATI] = write_iati, [DATA_GEOJSON] = write_geojson,
		[DATA_ALL_JSONSTAT] = write_all_jsonstat, [DATA_ALL_SDMX] = write_all_sdmx,
		[DATA_ALL_IATI] = write_all_iati, [DATA_PACKAGE] = write_package,
		[DATA_TURTLE] = write_turtle, [DATA_JSONLD] = write_jsonld,
	};

	return writer[f](ask);
}

struct str
format_file_name(enum data_form f, const struct format_ask *ask)
{
	struct str ending = data_form_info[f].ending;
	size_t     at;

	if (ask->indicator != NULL)
		return arena_printf(ask->a, "%s-" STR_FMT STR_FMT,
		    ask->danish ? "indikator" : "indicator",
		    STR_ARG(things_key(ask->ed->sn.things, ask->indicator->id)), STR_ARG(ending));
	while ((at = str_find(ending, STR("/"), 0)) != SIZE_MAX)
		ending = str_slice(ending, at + 1, ending.len);
	return ending;
}

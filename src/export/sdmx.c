#include "export/sdmx.h"
#include "document/csv.h"

static const char *const columns[] = {
	"STRUCTURE", "STRUCTURE_ID", "ACTION", "INDICATOR", "REF_AREA", "GROUP", "METHOD",
	"TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "LOWER_BOUND", "UPPER_BOUND",
	"UNIT_MEASURE",
};

void
export_sdmx_header(const struct stream *to)
{
	for (size_t i = 0; i < COUNT_OF(columns); i++)
		csv_write_field(to->b, str_from(columns[i]), i + 1 == COUNT_OF(columns));
}

static void
put(const struct stream *to, struct str text)
{
	csv_write_field(to->b, text, false);
}

/* A figure is digits, a sign and a point: nothing that wants quotation marks. */
static void
put_number(const struct stream *to, bool has, struct number n)
{
	if (has)
		number_write_plain(to->b, n);
	buf_char(to->b, ',');
}

static void
put_figure(const struct stream *to, const struct observation *o)
{
	const struct quantity *q = &o->value;
	bool                   inexact = cube_shows(o) && q->qualifier != QUALIFIER_NONE;
	struct number          n = NUMBER_ZERO;
	bool                   has = cube_figure(o, &n);

	put_number(to, has, n);
	put(to, cube_status(o));
	put(to, cube_secrecy(o));
	put_number(to, inexact && q->range.low.exists, q->range.low.at);
	put_number(to, inexact && q->range.high.exists, q->range.high.at);
}

bool
export_sdmx(const struct stream *to, const struct cube *c)
{
	struct cube_cell cell;

	if (!c->rewind(c->from))
		return false;
	while (c->next(c->from, &cell)) {
		BUF_LIT(to->b, "dataflow,PEJL:INDICATORS(1.0.0),I,");
		put(to, c->indicator.id);
		put(to, c->area[cell.area].code);
		put(to, c->group[cell.group].code);
		put(to, c->method[cell.method].code);
		put(to, c->time[cell.time].code);
		put_figure(to, cell.o);
		csv_write_field(to->b, unit_code(c->is.unit), true);
		stream_drain(to);
	}
	return true;
}

#include "app/package_rows.h"
#include "base/order.h"
#include "document/csv.h"
#include <stdlib.h>

static void
put(struct buf *b, struct str text)
{
	csv_write_field(b, text, false);
}

void
package_put_int(struct buf *b, int64_t n, bool last)
{
	struct buf text;

	buf_init(&text, NUMBER_TEXT_MAX);
	buf_int(&text, n, 1);
	csv_write_field(b, buf_str(&text), last);
	buf_free(&text);
}

void
package_put_some(struct buf *b, int64_t n, bool last)
{
	if (n == 0 || n == UNTIL_NOW)
		csv_write_field(b, STR_NONE, last);
	else
		package_put_int(b, n, last);
}

void
package_put_noun(struct buf *b, struct arena *a, const struct things *t, enum noun n,
                 const struct noun_row *row)
{
	const struct noun_info *info = &noun_info[n];

	put(b, things_key(t, row->id));
	package_put_int(b, row->since, false);
	package_put_some(b, row->until, false);
	for (size_t c = 0; c < info->columns; c++) {
		const struct noun_column *col = &info->column[c];

		put(b, col->type == COLUMN_REF ? things_reference(t, a, col->refers, row->ref[c])
		                               : row->text[c]);
	}
	package_put_some(b, row->line, false);
	package_put_some(b, row->column, false);
	csv_write_field(b, row->quote, true);
}

/* ---- measurements ---- */

static int
observation_order(const void *a, const void *b)
{
	const struct package_observation *x = a, *y = b;
	int                               o = str_cmp(x->area, y->area);

	if (o == 0)
		o = str_cmp(x->group, y->group);
	if (o == 0)
		o = order(x->row.from, y->row.from);
	if (o == 0)
		o = order(x->row.to, y->row.to);
	if (o == 0)
		o = order(x->row.method, y->row.method);
	return o != 0 ? o : order(x->row.since, y->row.since);
}

struct package_observation
package_observation_of(struct arena *a, const struct things *t, const struct observation_row *row)
{
	bool is_area = things_kind(t, row->area) == NOUN_AREA;

	return (struct package_observation){
		*row, things_reference(t, a, is_area ? NOUN_AREA : NOUN_ANY, row->area),
		things_key(t, row->group),
	};
}

void
package_observations_sort(struct package_observation *at, size_t n)
{
	if (n > 1)
		qsort(at, n, sizeof *at, observation_order);
}

static void
put_number(struct buf *b, bool has, int64_t units, uint8_t scale)
{
	if (has)
		number_write_plain(b, NUMBER(units, scale));
	buf_char(b, ',');
}

static void
put_day(struct buf *b, int32_t day)
{
	day_write_iso(b, day);
	buf_char(b, ',');
}

static void
put_flag(struct buf *b, bool on)
{
	put(b, on ? STR("1") : STR_NONE);
}

bool
package_put_observation(struct buf *b, struct str indicator, const struct package_observation *o)
{
	const struct observation_row *r = &o->row;
	struct observation_form       f;
	bool                          survey;

	if (!observation_unpack(r->form, &f))
		return false;
	survey = f.qualifier == QUALIFIER_SURVEY;
	put(b, indicator);
	put(b, o->area);
	put(b, o->group);
	put_day(b, r->from);
	put_day(b, r->to);
	put(b, precision_code(f.precision));
	package_put_int(b, r->method, false);
	put_number(b, f.missing == MISSING_NONE, r->value, f.scale);
	put(b, qualifier_code(f.qualifier));
	put_number(b, f.qualifier == QUALIFIER_RANGE, r->high, f.scale);
	package_put_some(b, r->sample, false);
	put_number(b, survey && r->high != 100, r->high, 2);
	put(b, missing_code(f.missing));
	put_flag(b, f.assumed);
	put_flag(b, f.preliminary);
	put_flag(b, f.breaks);
	package_put_int(b, r->since, false);
	package_put_some(b, r->until, false);
	package_put_some(b, r->line, false);
	package_put_some(b, r->column, true);
	return true;
}

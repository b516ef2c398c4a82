#include "app/source_add.h"
#include "app/source_words.h"
#include "app/validate.h"

struct maker {
	struct arena   *a;
	struct things  *t;
	struct diags   *d;
	struct str      key;
	struct snapshot sn;
};

static bool
wrong(struct maker *m, struct str words, struct str hint)
{
	return diag_error(m->d, arena_printf(m->a, "source " STR_FMT, STR_ARG(m->key)), 0, words, hint);
}

/* False: a problem in the store. */
static bool
open_maker(struct maker *m, struct store *s)
{
	m->t = things_load(m->a, s);
	return m->t != NULL && snapshot_load(m->a, s, m->t, 0, NOUN_BIT(SOURCE) | NOUN_BIT(AREA) |
	    NOUN_BIT(GROUP) | NOUN_BIT(COMPARATOR) | NOUN_BIT(INDICATOR) | NOUN_BIT(AUTHORITY), &m->sn);
}

/* ---- cells ---- */

/* A column by its name, or by the word that people have for it. */
static bool
find_column(struct str name, size_t *ret)
{
	static const struct {
		struct str word, column;
	} other[] = {
		{ STR_INIT("table"), STR_INIT("tbl") }, { STR_INIT("sheet"), STR_INIT("tbl") },
		{ STR_INIT("groups"), STR_INIT("grps") }, { STR_INIT("separator"), STR_INIT("delimiter") },
	};

	for (size_t i = 0; i < COUNT_OF(other); i++)
		if (str_eq(name, other[i].word))
			name = other[i].column;
	return noun_column(NOUN_SOURCE, name, ret);
}

static bool
read_cell(struct maker *m, const struct source_cell *cell, struct noun_row *row)
{
	const struct noun_column *col;
	struct str                words;
	size_t                    c;

	if (!find_column(cell->column, &c))
		return wrong(m, arena_printf(m->a, "a source has no “" STR_FMT "”", STR_ARG(cell->column)),
		    STR("kind, title, address, table, selection, period, areas, groups, indicator, divisor, "
		    "numerator, denominator, figures, notation, separator"));
	col = &noun_info[NOUN_SOURCE].column[c];
	if (col->type == COLUMN_REF) {
		row->ref[c] = cell->value.len == 0 ? 0 : things_resolve(m->t, col->refers, cell->value);
		return cell->value.len == 0 || snapshot_row(&m->sn, row->ref[c]) != NULL ||
		    wrong(m, arena_printf(m->a, "the register has no indicator “" STR_FMT "”",
		    STR_ARG(cell->value)), STR("'pejl list indicators' shows them"));
	}
	words = validate_value(NOUN_SOURCE, c, cell->value);
	if (words.len > 0)
		return wrong(m, arena_printf(m->a, STR_FMT " “" STR_FMT "” " STR_FMT, STR_ARG(cell->column),
		    STR_ARG(cell->value), STR_ARG(words)), STR_NONE);
	row->text[c] = cell->value;
	return true;
}

static bool
check_mapping(struct maker *m, struct str text, enum noun kind)
{
	struct source_mapping map;
	bool                  ok = true;

	if (!source_mapping_read(m->a, m->t, text, kind, &map))
		return wrong(m, arena_printf(m->a, "“" STR_FMT "” is no mapping", STR_ARG(text)),
		    STR("write DIMENSION: code=key code=key"));
	for (size_t i = 0; i < map.len; i++)
		ok = (map.at[i].id != 0 || wrong(m, arena_printf(m->a, "“" STR_FMT "=" STR_FMT
		    "” names no %s of the register", STR_ARG(map.at[i].code), STR_ARG(map.at[i].key),
		    kind == NOUN_AREA ? "area" : "group"), STR("code=key"))) && ok;
	return ok;
}

static bool
check_selection(struct maker *m, struct str text)
{
	struct source_selection s;

	return source_selection_read(m->a, text, &s) ||
	    wrong(m, arena_printf(m->a, "“" STR_FMT "” selects nothing", STR_ARG(text)),
	    STR("write VARIABLE=code,code VARIABLE=*, each once"));
}

bool
source_row(struct arena *a, struct store *s, struct str key, const struct source_cell *cell,
           size_t cells, struct diags *d, struct noun_row *ret)
{
	struct maker           m = { .a = a, .d = d, .key = key };
	struct noun_row        row = { 0 };
	const struct noun_row *now;
	struct str             words;
	bool                   ok;

	if (!open_maker(&m, s))
		return false;
	now = snapshot_row(&m.sn, things_find(m.t, NOUN_SOURCE, key));
	if (now != NULL)
		row = *now;
	ok = validate_key(key) || wrong(&m, STR("that is no key"), STR("letters, digits and '-'"));
	for (size_t i = 0; i < cells; i++)
		ok = read_cell(&m, &cell[i], &row) && ok;
	if (!ok)
		return false;
	words = validate_row(NOUN_SOURCE, row.text, row.ref);
	if (words.len > 0)
		return wrong(&m, words, STR_NONE);
	ok = check_selection(&m, row.text[SOURCE_selection]);
	ok = check_selection(&m, row.text[SOURCE_divisor]) && ok;
	ok = check_mapping(&m, row.text[SOURCE_areas], NOUN_AREA) && ok;
	ok = check_mapping(&m, row.text[SOURCE_grps], NOUN_GROUP) && ok;
	if (ok)
		*ret = row;
	return ok;
}

/* ---- into the register ---- */

static bool
put_row(struct maker *m, struct store *s, const struct noun_row *from, int64_t change)
{
	struct noun_row row = *from;
	int64_t         id = things_find(m->t, NOUN_SOURCE, m->key);

	row.since = change;
	row.until = UNTIL_NOW;
	row.line = row.column = 0;
	row.quote = STR_NONE;
	row.id = id != 0 ? id : things_add(m->t, s, NOUN_SOURCE, m->key);
	return row.id != 0 && (snapshot_row(&m->sn, id) == NULL ||
	    store_noun_end(s, NOUN_SOURCE, id, change)) && store_noun_add(s, NOUN_SOURCE, &row);
}

bool
source_add(struct arena *a, struct store *s, struct str key, const struct noun_row *row,
           const struct act *act, struct diags *d, int64_t *ret)
{
	struct maker m = { .a = a, .d = d, .key = key };
	struct act   how = *act;
	int64_t      change;

	if (how.why.len == 0)
		how.why = arena_printf(a, "source " STR_FMT, STR_ARG(key));
	if (!store_begin(s))
		return false;
	if (open_maker(&m, s) && change_add(s, &how, 0, 0, &change) && put_row(&m, s, row, change) &&
	    store_commit(s)) {
		*ret = change;
		return true;
	}
	store_rollback(s);
	return false;
}

/* ---- read back ---- */

struct saying {
	struct maker         *m;
	struct source_saying *at;
	size_t                len, cap;
};

static void
say(struct saying *s, struct str what, struct str means)
{
	if (means.len == 0)
		return;
	ARENA_GROW(s->m->a, s->at, s->len, &s->cap);
	s->at[s->len++] = (struct source_saying){ what, means };
}

static struct str
named(const struct maker *m, int64_t id)
{
	const char *kind = things_kind(m->t, id) == NOUN_COMPARATOR ? "the set " :
	    things_kind(m->t, id) == NOUN_GROUP ? "the group " :
	    things_kind(m->t, id) == NOUN_AREA ? "the area " : "";

	return id == 0 ? STR_NONE : arena_printf(m->a, "%s" STR_FMT " (" STR_FMT ")", kind,
	    STR_ARG(snapshot_title(&m->sn, id)), STR_ARG(things_key(m->t, id)));
}

static void
say_mapping(struct saying *s, struct str text, enum noun kind, struct str otherwise)
{
	struct source_mapping map;

	if (!source_mapping_read(s->m->a, s->m->t, text, kind, &map))
		return;
	for (size_t i = 0; i < map.len; i++)
		say(s, arena_printf(s->m->a, STR_FMT " " STR_FMT, STR_ARG(map.dimension),
		    STR_ARG(map.at[i].code)), named(s->m, map.at[i].id));
	if (map.len == 0)
		say(s, STR("all of it"), otherwise);
}

bool
source_say(struct arena *a, struct store *s, const struct noun_row *row,
           struct source_saying **ret, size_t *len)
{
	struct maker     m = { .a = a };
	struct saying    to = { .m = &m };
	const struct str *text = row->text;

	if (!open_maker(&m, s))
		return false;
	say(&to, STR("kind"), text[SOURCE_kind]);
	say(&to, STR("asks"), text[SOURCE_address]);
	say(&to, STR("table"), text[SOURCE_tbl]);
	say(&to, STR("selects"), text[SOURCE_selection]);
	say(&to, STR("as a share of"), text[SOURCE_divisor]);
	say(&to, STR("time"), text[SOURCE_period].len > 0 ? text[SOURCE_period] : STR("Tid"));
	say(&to, STR("figures in"), text[SOURCE_figures]);
	say(&to, STR("written as"), text[SOURCE_notation]);
	say_mapping(&to, text[SOURCE_areas], NOUN_AREA, named(&m, m.sn.authority_area));
	say_mapping(&to, text[SOURCE_grps], NOUN_GROUP, STR("everybody"));
	say(&to, STR("measures"), named(&m, row->ref[SOURCE_indicator]));
	say(&to, STR("some are"), named(&m, row->ref[SOURCE_numerator]));
	say(&to, STR("all are"), named(&m, row->ref[SOURCE_denominator]));
	*ret = to.at;
	*len = to.len;
	return true;
}

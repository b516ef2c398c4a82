#include "app/browse.h"
#include "app/evidence.h"
#include "app/prognoses.h"
#include "base/utf8.h"

static const struct {
	struct str       word;
	enum browse_kind kind;
} special[] = {
	{ STR_INIT("observation"), BROWSE_OBSERVATION }, { STR_INIT("observations"), BROWSE_OBSERVATION },
	{ STR_INIT("maaling"), BROWSE_OBSERVATION }, { STR_INIT("maalinger"), BROWSE_OBSERVATION },
	{ STR_INIT("baseline"), BROWSE_BASELINE }, { STR_INIT("baselines"), BROWSE_BASELINE },
	{ STR_INIT("startmaaling"), BROWSE_BASELINE }, { STR_INIT("startmaalinger"), BROWSE_BASELINE },
	{ STR_INIT("change"), BROWSE_CHANGE }, { STR_INIT("changes"), BROWSE_CHANGE },
	{ STR_INIT("aendring"), BROWSE_CHANGE }, { STR_INIT("aendringer"), BROWSE_CHANGE },
};

bool
browse_term(struct str word, struct browse_term *ret)
{
	struct arena a = { 0 };
	struct str   folded = utf8_fold(&a, word);
	bool         found = false;

	for (size_t i = 0; i < COUNT_OF(special) && !found; i++) {
		found = str_eq(folded, special[i].word);
		if (found)
			*ret = (struct browse_term){ special[i].kind, NOUN_NONE };
	}
	arena_free(&a);
	if (found)
		return true;
	*ret = (struct browse_term){ BROWSE_NOUN, NOUN_NONE };
	return noun_from_term(word, &ret->noun);
}

static const enum value_type value_type[] = {
	[COLUMN_TEXT] = VALUE_TEXT, [COLUMN_CODE] = VALUE_TEXT, [COLUMN_NUMBER] = VALUE_NUMBER,
	[COLUMN_INT] = VALUE_INT, [COLUMN_FLAG] = VALUE_FLAG, [COLUMN_DATE] = VALUE_DATE,
	[COLUMN_REF] = VALUE_REFERENCE,
};

static void
add_value(struct record *r, struct str name, enum value_type type, struct str text)
{
	if (text.len > 0)
		r->at[r->len++] = (struct value){ name, type, text };
}

/* What stands for a title where a noun has none: "helbredsteam, 2008, 2000000". */
static struct str
values_joined(struct arena *a, const struct record *r)
{
	struct buf b;
	struct str text;

	buf_init(&b, 1 << 16);
	for (size_t i = 0; i < r->len; i++) {
		if (i > 0)
			BUF_LIT(&b, ", ");
		buf_put(&b, r->at[i].text);
	}
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* What would tell a small count. */
static bool
is_hushed(enum noun n, size_t column)
{
	return n == NOUN_PROGNOSIS && (column == PROGNOSIS_title || column == PROGNOSIS_value ||
	    column == PROGNOSIS_qualifier || column == PROGNOSIS_high);
}

static struct record
record_of(struct arena *a, const struct snapshot *sn, enum noun n, const struct noun_row *row)
{
	const struct noun_info *info = &noun_info[n];
	struct record           r = {
		.kind = info->table, .id = things_key(sn->things, row->id),
		.at = ARENA_ARRAY(a, struct value, info->columns),
		.source = snapshot_source(sn, row), .recorded = snapshot_recorded(sn, row->since),
		.ended = row->until != UNTIL_NOW,
	};

	bool hush = n == NOUN_PROGNOSIS && prognosis_is_withheld(sn, row);

	if (hush)
		r.source.quote = STR_NONE;
	for (size_t c = 0; c < info->columns; c++) {
		const struct noun_column *col = &info->column[c];
		struct str                text = row->text[c];

		if (hush && is_hushed(n, c))
			continue;
		if (col->type == COLUMN_REF)
			text = things_reference(sn->things, a, col->refers, row->ref[c]);
		if (str_eq(col->name, STR("title")))
			r.title = text;
		else if (str_eq(col->name, STR("lang")))
			r.lang = text;
		else
			add_value(&r, col->name, value_type[col->type], text);
	}
	if (r.title.len == 0)
		r.title = values_joined(a, &r);
	return r;
}

enum { OBSERVATION_VALUES = 16 };

/* How an observation is named in lists: nothing else identifies it. */
static struct str
observation_id(struct arena *a, const struct record *r, const struct observation_row *row)
{
	struct buf b;
	struct str id;

	buf_init(&b, 4096);
	for (size_t i = 0; i < r->len && i < 3; i++) {
		if (r->at[i].type != VALUE_REFERENCE)
			break;
		buf_put(&b, r->at[i].text);
		buf_char(&b, '/');
	}
	day_write_iso(&b, row->from);
	buf_char(&b, '/');
	day_write_iso(&b, row->to);
	buf_putf(&b, "/%lld", (long long)row->method);
	id = str_dup(a, buf_str(&b));
	buf_free(&b);
	return id;
}

static struct str
written(struct arena *a, struct quantity q, enum unit u)
{
	struct buf b;
	struct str text;

	buf_init(&b, 4096);
	quantity_write(&b, q, u, NOTATION_DA);
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* A figure, why there is none, or that it is withheld. */
static void
add_figure(struct arena *a, const struct observation *o, enum unit unit, struct record *r)
{
	if (o->withheld) {
		add_value(r, STR("withheld"), VALUE_FLAG, STR("1"));
		add_value(r, STR("withheld_because"), VALUE_TEXT, withheld_code(o->withheld));
		r->title = o->withheld == WITHHELD_SMALL && unit == UNIT_PERSONS ? STR("under 5, tilbageholdt") : STR("tilbageholdt");
	} else if (o->missing != MISSING_NONE) {
		add_value(r, STR("missing"), VALUE_TEXT, missing_code(o->missing));
		r->title = missing_symbol(o->missing);
	} else {
		if (o->value.has_point)
			add_value(r, STR("value"), VALUE_NUMBER, number_plain(a, o->value.point));
		if (o->value.range.low.exists)
			add_value(r, STR("low"), VALUE_NUMBER,
			    number_plain(a, o->value.range.low.at));
		if (o->value.range.high.exists)
			add_value(r, STR("high"), VALUE_NUMBER,
			    number_plain(a, o->value.range.high.at));
		add_value(r, STR("qualifier"), VALUE_TEXT, qualifier_code(o->value.qualifier));
		r->title = written(a, o->value, unit);
	}
}

static struct record
observation_record(struct arena *a, const struct snapshot *sn,
                   const struct observation_row *row, const struct observation *o)
{
	enum unit     unit = observations_unit(sn, row->indicator);
	struct record r = {
		.kind = STR("observation"), .at = ARENA_ARRAY(a, struct value, OBSERVATION_VALUES),
		.source = o->source, .recorded = snapshot_recorded(sn, row->since),
	};

	add_value(&r, STR("indicator"), VALUE_REFERENCE, things_key(sn->things, row->indicator));
	add_value(&r, STR("area"), VALUE_REFERENCE, things_key(sn->things, row->area));
	add_value(&r, STR("group"), VALUE_REFERENCE, things_key(sn->things, row->group));
	r.id = observation_id(a, &r, row);
	add_value(&r, STR("from"), VALUE_DATE, day_iso(a, row->from));
	add_value(&r, STR("to"), VALUE_DATE, day_iso(a, row->to));
	add_value(&r, STR("period"), VALUE_TEXT, period_text(a, o->period, true));
	add_value(&r, STR("method"), VALUE_INT,
	    arena_printf(a, "%lld", (long long)row->method));
	add_figure(a, o, unit, &r);
	add_value(&r, STR("unit"), VALUE_TEXT, unit_code(unit));
	if (o->assumed)
		add_value(&r, STR("assumed"), VALUE_FLAG, STR("1"));
	if (o->preliminary)
		add_value(&r, STR("preliminary"), VALUE_FLAG, STR("1"));
	if (o->breaks)
		add_value(&r, STR("break"), VALUE_FLAG, STR("1"));
	return r;
}

struct growing {
	struct record *at;
	size_t         len, cap;
};

static void
append(struct arena *a, struct growing *to, struct record r)
{
	ARENA_GROW(a, to->at, to->len, &to->cap);
	to->at[to->len++] = r;
}

static bool
add_observations(struct arena *a, struct store *s, const struct snapshot *sn, int64_t indicator,
                 struct growing *to)
{
	struct measured m;

	if (!observations_load(a, s, sn, indicator, &m))
		return false;
	for (size_t i = 0; i < m.len; i++)
		append(a, to, observation_record(a, sn, &m.row[i], &m.at[i]));
	return true;
}

/* Is the measurement the stated baseline of a target? */
static bool
is_baseline(const struct snapshot *sn, const struct noun_row *target, const struct target *t,
            const struct observation_row *o)
{
	int64_t area = target->ref[TARGET_area];

	return o->from == t->baseline.from && o->to == t->baseline.to &&
	    o->group == target->ref[TARGET_grp] &&
	    o->area == (area != 0 ? area : sn->authority_area);
}

/* The observations that a stated baseline of a target names. */
static bool
add_baselines(struct arena *a, struct store *s, const struct snapshot *sn, struct growing *to)
{
	for (size_t i = 0; i < sn->len[NOUN_TARGET]; i++) {
		const struct noun_row *row = &sn->row[NOUN_TARGET][i];
		struct target          t = evidence_target(sn, row);
		struct measured        m;

		if (!t.has_baseline)
			continue;
		if (!observations_load(a, s, sn, row->ref[TARGET_indicator], &m))
			return false;
		for (size_t j = 0; j < m.len; j++)
			if (is_baseline(sn, row, &t, &m.row[j]))
				append(a, to, observation_record(a, sn, &m.row[j], &m.at[j]));
	}
	return true;
}

static void
add_changes(struct arena *a, const struct snapshot *sn, struct growing *to)
{
	for (size_t i = 0; i < sn->changes && sn->change[i].id <= sn->known; i++) {
		const struct change_row *c = &sn->change[i];
		struct record            r = {
			.kind = STR("change"), .title = c->why,
			.id = arena_printf(a, "%lld", (long long)c->id),
			.at = ARENA_ARRAY(a, struct value, 4), .recorded = snapshot_recorded(sn, c->id),
		};

		add_value(&r, STR("at"), VALUE_TEXT, c->at);
		add_value(&r, STR("who"), VALUE_TEXT, c->who);
		add_value(&r, STR("document"), VALUE_REFERENCE,
		    things_key(sn->things, c->document));
		if (c->undoes != 0)
			add_value(&r, STR("undoes"), VALUE_INT,
			    arena_printf(a, "%lld", (long long)c->undoes));
		append(a, to, r);
	}
}

bool
browse_list(struct arena *a, struct store *s, const struct snapshot *sn,
            struct browse_term term, int64_t indicator, struct records *ret)
{
	struct growing found = { 0 };
	bool           ok = true;

	switch (term.kind) {
	case BROWSE_NOUN:
		for (size_t i = 0; i < sn->len[term.noun]; i++)
			append(a, &found, record_of(a, sn, term.noun, &sn->row[term.noun][i]));
		break;
	case BROWSE_OBSERVATION:
		for (size_t i = 0; i < sn->len[NOUN_INDICATOR] && ok; i++)
			if (indicator == 0 || sn->row[NOUN_INDICATOR][i].id == indicator)
				ok = add_observations(a, s, sn, sn->row[NOUN_INDICATOR][i].id,
				    &found);
		break;
	case BROWSE_BASELINE:
		ok = add_baselines(a, s, sn, &found);
		break;
	case BROWSE_CHANGE:
		add_changes(a, sn, &found);
		break;
	}
	*ret = (struct records){ found.at, found.len };
	return ok;
}

static bool
refers_to(enum noun n, const struct noun_row *row, int64_t id)
{
	for (size_t c = 0; c < noun_info[n].columns; c++)
		if (noun_info[n].column[c].type == COLUMN_REF && row->ref[c] == id)
			return true;
	return false;
}

static struct records
related_to(struct arena *a, const struct snapshot *sn, int64_t id)
{
	struct growing found = { 0 };

	for (size_t n = 0; n < NOUN_COUNT; n++)
		for (size_t i = 0; i < sn->len[n]; i++)
			if (refers_to((enum noun)n, &sn->row[n][i], id))
				append(a, &found, record_of(a, sn, (enum noun)n, &sn->row[n][i]));
	return (struct records){ found.at, found.len };
}

static bool
history_of(struct arena *a, struct store *s, const struct snapshot *sn, enum noun n, int64_t id,
           struct records *ret)
{
	struct growing  found = { 0 };
	struct noun_row row;

	if (!store_nouns(s, n, NOUN_ONE, id))
		return false;
	while (store_noun_next(s, n, NOUN_ONE, &row)) {
		if (row.since > sn->known)
			continue;
		for (size_t c = 0; c < noun_info[n].columns; c++)
			row.text[c] = str_dup(a, row.text[c]);
		row.quote = str_dup(a, row.quote);
		append(a, &found, record_of(a, sn, n, &row));
	}
	*ret = (struct records){ found.at, found.len };
	return !store_failed(s);
}

bool
browse_show(struct arena *a, struct store *s, const struct snapshot *sn, enum noun noun,
            struct str id, struct browse_page *ret)
{
	int64_t                thing = things_find(sn->things, noun, id);
	const struct noun_row *row = snapshot_row(sn, thing);
	struct browse_page     page = { 0 };
	struct growing         measured = { 0 };

	if (row == NULL)
		return false;
	page.record = record_of(a, sn, noun, row);
	page.related = related_to(a, sn, thing);
	if (!history_of(a, s, sn, noun, thing, &page.history))
		return false;
	if (noun == NOUN_INDICATOR && !add_observations(a, s, sn, thing, &measured))
		return false;
	page.observations = (struct records){ measured.at, measured.len };
	*ret = page;
	return true;
}

#include "app/source_view.h"
#include "app/judge.h"
#include "app/source_reach.h"
#include "app/source_state.h"
#include "app/source_words.h"

/* ---- the log ---- */

static struct named
named(const struct source_look *k, int64_t id)
{
	return id == 0 ? (struct named){ .id = STR_NONE } : judge_named(k->sn, id);
}

static bool
load_items(const struct source_look *k, struct source_run *r)
{
	struct param p[] = { P_INT(r->id) };
	enum stmt    q = STMT_SOURCE_ITEM_OF;
	size_t       cap = 0;

	if (!store_query(k->s, q, p, COUNT_OF(p)))
		return false;
	while (store_next(k->s, q)) {
		int32_t from = (int32_t)store_int(k->s, q, 3), to = (int32_t)store_int(k->s, q, 4);

		ARENA_GROW(k->a, r->at, r->len, &cap);
		r->at[r->len++] = (struct source_difference){
			.indicator = named(k, store_int(k->s, q, 0)), .area = named(k, store_int(k->s, q, 1)),
			.group = named(k, store_int(k->s, q, 2)),
			.period = period_make(from, to, precision_of_days(from, to)),
			.revised = store_int(k->s, q, 5) != 0, .was = str_dup(k->a, store_text(k->s, q, 6)),
			.is = str_dup(k->a, store_text(k->s, q, 7)),
		};
	}
	return !store_failed(k->s);
}

bool
source_run_view(const struct source_look *k, int64_t id, struct source_run *ret, bool *found)
{
	struct param             p[] = { P_INT(id) };
	enum stmt                q = STMT_SOURCE_RUN_BY_ID;
	struct source_logged_row row = { .source = 0 };

	*found = false;
	if (!store_query(k->s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(k->s, q))
		row = source_log_row(k->a, k->s, q);
	store_reset(k->s, q);
	if (store_failed(k->s) || !store_get_int(k->s, STMT_SOURCE_RUN_BUSY, p, COUNT_OF(p), &row.run.ahead))
		return false;
	row.run.source = named(k, row.source);
	if (!load_items(k, &row.run))
		return false;
	*found = row.run.id != 0;
	*ret = row.run;
	return true;
}

static bool
load_log(const struct source_look *k, int64_t source, struct source_run **ret, size_t *len)
{
	struct param p[] = { P_INT(source), P_INT(SOURCE_LOG_KEPT) };
	enum stmt    q = STMT_SOURCE_RUN_OF;
	size_t       cap = 0;

	*ret = NULL;
	*len = 0;
	if (!store_query(k->s, q, p, COUNT_OF(p)))
		return false;
	while (store_next(k->s, q)) {
		ARENA_GROW(k->a, *ret, *len, &cap);
		(*ret)[(*len)++] = source_log_row(k->a, k->s, q).run;
	}
	return !store_failed(k->s);
}

/* ---- a row of the list ---- */

static bool
is_over(const struct source_run *r)
{
	return r->state == SOURCE_RUN_DONE || r->state == SOURCE_RUN_FAILED ||
	    r->state == SOURCE_RUN_BROKEN;
}

static bool
load_line(const struct source_look *k, const struct noun_row *row, struct source_line_view *to,
          struct source_run **log, size_t *len)
{
	struct source_change it;

	*to = (struct source_line_view){
		.thing = judge_named(k->sn, row->id), .indicator = named(k, row->ref[SOURCE_indicator]),
		.table = row->text[SOURCE_tbl], .host = source_host(row->text[SOURCE_address]),
		.reached = source_reaches(k->hosts, row->text[SOURCE_address]),
	};
	if (!load_log(k, row->id, log, len) || !source_change_get(k->a, k->s, row->id, &it))
		return false;
	to->broken = it.found != 0;
	for (size_t i = 0; i < *len; i++) {
		const struct source_run *r = &(*log)[i];

		if (r->state == SOURCE_RUN_WAITING || r->state == SOURCE_RUN_WORKING)
			to->open = r->id;
		else if (to->last.id == 0 && is_over(r) && r->kind != SOURCE_RUN_TRY)
			to->last = *r;
	}
	return true;
}

/* The timer's last time tells its next, as long as it still runs. */
static bool
load_next(const struct source_look *k, int64_t *last, int64_t *next)
{
	if (!store_get_int(k->s, STMT_SOURCE_RUN_ALL, NULL, 0, last))
		return false;
	*next = *last != 0 && *last + 2 * SOURCES_EVERY > k->now ? *last + SOURCES_EVERY : 0;
	return true;
}

bool
sources_view(const struct source_look *k, struct sources_view *ret)
{
	struct source_run *log;
	size_t             len;

	*ret = (struct sources_view){
		.at = ARENA_ARRAY(k->a, struct source_line_view, k->sn->len[NOUN_SOURCE] + 1),
		.len = k->sn->len[NOUN_SOURCE],
	};
	for (size_t i = 0; i < ret->len; i++)
		if (!load_line(k, &k->sn->row[NOUN_SOURCE][i], &ret->at[i], &log, &len))
			return false;
	return load_next(k, &ret->by_itself, &ret->next);
}

/* ---- what it asks for ---- */

static struct source_asked *
read_selection(const struct source_look *k, struct str text, size_t *len)
{
	struct source_selection s = { 0 };
	struct source_asked    *at;

	if (!source_selection_read(k->a, text, &s))
		s.len = 0;
	at = ARENA_ARRAY(k->a, struct source_asked, s.len + 1);
	for (size_t i = 0; i < s.len; i++)
		at[i] = (struct source_asked){ s.at[i].dimension, s.at[i].code, s.at[i].len };
	*len = s.len;
	return at;
}

static struct source_codes
read_codes(const struct source_look *k, struct str text, enum noun kind)
{
	struct source_mapping m = { 0 };
	struct source_codes   c;

	if (!source_mapping_read(k->a, k->sn->things, text, kind, &m))
		m.len = 0;
	c = (struct source_codes){ m.dimension, ARENA_ARRAY(k->a, struct source_stands, m.len + 1), m.len };
	for (size_t i = 0; i < m.len; i++)
		c.at[i] = (struct source_stands){ m.at[i].code, named(k, m.at[i].id), m.at[i].key };
	return c;
}

static void
read_row(const struct source_look *k, const struct noun_row *row, struct source_view *to)
{
	const struct str *text = row->text;

	to->address = text[SOURCE_address];
	to->period = text[SOURCE_period];
	to->kind = text[SOURCE_kind];
	to->figures = text[SOURCE_figures];
	to->asks = read_selection(k, text[SOURCE_selection], &to->asks_len);
	to->divides = read_selection(k, text[SOURCE_divisor], &to->divides_len);
	to->areas = read_codes(k, text[SOURCE_areas], NOUN_AREA);
	to->groups = read_codes(k, text[SOURCE_grps], NOUN_GROUP);
	to->area = named(k, k->sn->authority_area);
	to->numerator = named(k, row->ref[SOURCE_numerator]);
	to->denominator = named(k, row->ref[SOURCE_denominator]);
	to->may = edit_may(k->who, k->sn, NOUN_SOURCE, row);
}

static bool
load_break(const struct source_look *k, int64_t source, struct source_view *to)
{
	struct source_change it;

	if (!source_change_get(k->a, k->s, source, &it))
		return false;
	to->went = it.went;
	to->came = it.came;
	to->renamed = it.print.len > 0;
	to->starts = (int32_t)it.starts;
	return true;
}

static bool
load_last(const struct source_look *k, struct source_view *to)
{
	to->last = to->line.last;
	for (size_t i = 0; i < to->log_len && to->fetched == 0; i++)
		if (to->log[i].state == SOURCE_RUN_DONE && to->log[i].kind != SOURCE_RUN_TRY)
			to->fetched = to->log[i].ended;
	return to->last.id == 0 || load_items(k, &to->last);
}

bool
source_view(const struct source_look *k, struct str key, struct source_view *ret, bool *found)
{
	const struct noun_row *row = snapshot_row(k->sn, things_find(k->sn->things, NOUN_SOURCE, key));
	int64_t                by_itself;

	*found = row != NULL;
	if (row == NULL)
		return true;
	*ret = (struct source_view){ 0 };
	read_row(k, row, ret);
	if (!load_line(k, row, &ret->line, &ret->log, &ret->log_len) || !load_last(k, ret) ||
	    !load_next(k, &by_itself, &ret->next) || !load_break(k, row->id, ret))
		return false;
	ret->log_len = ret->log_len < SOURCE_LOG_SHOWN ? ret->log_len : SOURCE_LOG_SHOWN;
	return true;
}

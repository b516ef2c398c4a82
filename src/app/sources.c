#include "app/source_ask.h"
#include "app/source_series.h"
#include "app/source_state.h"
#include "app/observations.h"
#include "app/observe.h"
#include "app/observe_row.h"
#include "app/source_log.h"
#include "app/source_reach.h"
#include "app/trail.h"
#include "base/utf8.h"
#include "port/clock.h"

#define DECIMALS 1                      /* of a share that is reckoned here */

struct work {
	struct arena             *a;
	struct store             *s;
	struct things            *t;
	const struct sources_how *how;
	struct diags             *d;
	struct str                key;
	const struct noun_row    *row;
	struct snapshot           sn;
	struct observe_context    x;
	struct source_state       was, is;
	struct source_change      broken;       /* found 0: it is not */
	struct source_ask         ask;
	struct str                gone;         /* a mapped code that the bureau has no longer */
	struct source_item       *at;
	size_t                    len, cap;
	struct sources_found      out;
};

static bool
wrong(struct work *w, struct str words, struct str hint)
{
	return diag_error(w->d, arena_printf(w->a, "source " STR_FMT, STR_ARG(w->key)), 0, words, hint);
}

static int64_t
newest_method(const struct work *w, int64_t indicator)
{
	int64_t n = (size_t)indicator < w->x.methods ? w->x.method[indicator] : 0;

	return n == 0 ? 1 : n;
}

/* ---- asking ---- */

static bool
take_answer(void *user, const struct figures *f)
{
	return source_table_add(user, f);
}

/* One selection's figures, of `indicator`. `*same`: it is as it was. */
static bool
ask(struct work *w, struct str selection, int64_t indicator, bool divisor, bool conditional,
    struct source_sum *ret, bool *same)
{
	const struct str       *text = w->row->text;
	struct source_selection picks;
	struct source_answered  got = { 0 };
	struct source_map       map = {
		.areas = text[SOURCE_areas], .groups = text[SOURCE_grps], .picks = &picks,
		.period = w->ask.kind == SOURCE_KIND_SDMX ? STR("TIME_PERIOD") : text[SOURCE_period],
		.file = !source_kind_is_bureau(w->ask.kind), .area = w->x.sn.authority_area,
		.unit = observations_unit(&w->sn, indicator), .divisor = divisor,
		.plain = w->ask.kind != SOURCE_KIND_CSV && w->ask.kind != SOURCE_KIND_XLSX,
		.notation = str_eq(text[SOURCE_notation], STR("en")) ? NOTATION_EN
		    : str_eq(text[SOURCE_notation], STR("da")) || w->ask.kind == SOURCE_KIND_XLSX
		    ? NOTATION_DA : NOTATION_NONE,
	};
	struct source_table    *t;

	*same = false;
	if (!source_selection_read(w->a, selection, &picks))
		return wrong(w, STR("its selection is none"), STR("write VARIABLE=code,code VARIABLE=*"));
	t = source_table_open(w->a, w->t, arena_printf(w->a, "source " STR_FMT, STR_ARG(w->key)), &map, w->d);
	w->ask.user = t;
	w->ask.etag = conditional ? w->was.etag : STR_NONE;
	w->ask.modified = conditional ? w->was.modified : STR_NONE;
	if (t == NULL || !source_ask(&w->ask, selection, &got))
		return false;
	w->is.etag = got.etag;
	w->is.modified = got.modified;
	*same = got.same;
	if (got.same || source_table_close(t, ret))
		return true;
	w->gone = source_table_gone(t);
	return false;
}

/* ---- figures to rows ---- */

static struct str
figure_text(struct arena *a, const struct observation_row *r)
{
	struct observation_form f;

	if (!observation_unpack(r->form, &f))
		return STR("?");
	return f.missing != MISSING_NONE ? missing_symbol(f.missing)
	                                 : number_plain(a, NUMBER(r->value, f.scale));
}

/* A person would be asked whether it is meant; here there is none. */
static bool
is_impossible(enum unit u, struct number n)
{
	if (u == UNIT_SHARE && number_cmp(n, NUMBER(100, 0)) > 0)
		return true;
	return (u == UNIT_SHARE || u == UNIT_COUNT || u == UNIT_PERSONS) && number_sign(n) < 0;
}

static bool
add_item(struct work *w, int64_t indicator, const struct source_figure *f)
{
	struct observation_form form = {
		.precision = f->period.precision, .missing = f->missing, .preliminary = f->preliminary,
		.breaks = f->breaks, .scale = f->missing != MISSING_NONE ? 0 : f->value.scale,
	};
	struct observation      read;
	struct source_item      it = { .code = f->code };

	it.row = (struct observation_row){
		.indicator = indicator, .area = f->area, .group = f->group, .from = f->period.from,
		.to = f->period.to, .until = UNTIL_NOW,
		.value = f->missing != MISSING_NONE ? 0 : f->value.units, .form = observation_pack(form),
	};
	it.row.method = source_series_method(w->a, &w->sn, indicator, newest_method(w, indicator),
	    w->is.print, f->period.from);
	if (!observation_of_row(&it.row, observations_unit(&w->sn, indicator), &read))
		return wrong(w, arena_printf(w->a, "the figure of " STR_FMT
		    " cannot be reckoned with", STR_ARG(f->code)), STR_NONE);
	if (f->missing == MISSING_NONE && is_impossible(observations_unit(&w->sn, indicator), f->value))
		return wrong(w, arena_printf(w->a, "the figure of " STR_FMT " is " STR_FMT ", and “" STR_FMT
		    "” cannot be below nought or above 100 per cent", STR_ARG(f->code), STR_ARG(number_plain(w->a, f->value)),
		    STR_ARG(unit_code(observations_unit(&w->sn, indicator)))),
		    STR("ask the bureau; what may be below nought is measured in “number”"));
	it.is = figure_text(w->a, &it.row);
	ARENA_GROW(w->a, w->at, w->len, &w->cap);
	w->at[w->len++] = it;
	return true;
}

static bool
add_table(struct work *w, int64_t indicator, const struct source_sum *t)
{
	for (size_t i = 0; i < t->len; i++)
		if (!add_item(w, indicator, &t->at[i]))
			return false;
	return true;
}

static const struct source_figure *
find_figure(const struct source_sum *t, const struct source_figure *f)
{
	for (size_t i = 0; i < t->len; i++)
		if (t->at[i].area == f->area && str_eq(t->at[i].code, f->code) &&
		    (t->at[i].group == f->group || t->at[i].group == 0))
			return &t->at[i];
	return NULL;
}

/* A dash is none of what is counted. */
static bool
is_counted(const struct source_figure *f)
{
	return f->missing == MISSING_NONE || f->missing == MISSING_NIL;
}

/* Some of all, in per cent. */
static bool
add_shares(struct work *w, const struct source_sum *some, const struct source_sum *all)
{
	for (size_t i = 0; i < some->len; i++) {
		struct source_figure        f = some->at[i];
		const struct source_figure *of = find_figure(all, &f);
		struct ratio                r;

		if (!is_counted(&f) || of == NULL || of->missing != MISSING_NONE)
			f.missing = is_counted(&f) ? of == NULL ? MISSING_NOT_AVAILABLE : of->missing : f.missing;
		else if (ratio_of(f.value, 100, of->value, 1, &r) && ratio_round(r, DECIMALS, &f.value))
			f.missing = MISSING_NONE;
		else
			f.missing = MISSING_NOT_APPLICABLE;
		f.preliminary = f.preliminary || (of != NULL && of->preliminary);
		f.breaks = f.breaks || (of != NULL && of->breaks);
		if (!add_item(w, w->row->ref[SOURCE_indicator], &f))
			return false;
	}
	return true;
}

static bool
ask_share(struct work *w, const struct source_sum *some)
{
	int64_t           all_of = w->row->ref[SOURCE_denominator];
	struct source_sum all;
	bool              same;

	struct str        etag = w->is.etag, modified = w->is.modified;
	bool              file = !source_kind_is_bureau(w->ask.kind);

	if (!ask(w, w->row->text[SOURCE_divisor], all_of, true, false, &all, &same))
		return false;
	/* A file was read twice; of a StatBank it would be one answer of two. */
	if (file || w->ask.kind == SOURCE_KIND_STATBANK) {
		w->is.etag = file ? etag : STR_NONE;
		w->is.modified = file ? modified : STR_NONE;
	}
	w->is.print = source_series_kept(w->a, arena_printf(w->a, STR_FMT STR_FMT, STR_ARG(some->print),
	    STR_ARG(all.print)), w->was.print);
	return add_table(w, w->row->ref[SOURCE_numerator], some) && add_table(w, all_of, &all) &&
	    add_shares(w, some, &all);
}

/* Is it enough to be told that nothing changed? A share of a bureau is two answers. */
static bool
is_conditional(const struct work *w, bool share)
{
	return !(share && w->ask.kind == SOURCE_KIND_STATBANK) && !w->how->dry_run &&
	    w->was.since == w->row->since &&
	    newest_method(w, w->row->ref[SOURCE_indicator]) == w->was.method;
}

static bool
ask_all(struct work *w)
{
	bool              share = w->row->text[SOURCE_divisor].len > 0;
	int64_t           indicator = w->row->ref[share ? SOURCE_numerator : SOURCE_indicator];
	struct source_sum t;

	w->ask = (struct source_ask){ .a = w->a, .name = arena_printf(w->a, "source " STR_FMT,
	    STR_ARG(w->key)), .row = w->row, .allow_private = w->how->allow_private,
	    .wait_ms = w->how->wait_ms, .stop = w->how->stop, .d = w->d, .take = take_answer };
	if (!source_kind_from_code(w->row->text[SOURCE_kind], &w->ask.kind))
		return wrong(w, STR("its kind is none that is known"), STR_NONE);
	if (!ask(w, w->row->text[SOURCE_selection], indicator, false, is_conditional(w, share), &t,
	    &w->out.unmodified))
		return false;
	if (w->out.unmodified)
		return true;
	w->out.updated = w->is.updated = utf8_plain(w->a, t.updated, 10);
	w->out.unit = t.unit;
	w->out.unmapped = t.unmapped;
	w->out.unmapped_len = t.unmapped_len;
	w->is.print = source_series_kept(w->a, t.print, w->was.print);
	return share ? ask_share(w, &t) : add_table(w, indicator, &t);
}

/* ---- a break ---- */

static int32_t
first_day(const struct work *w)
{
	int32_t day = w->len > 0 ? w->at[0].row.from : (int32_t)(clock_unix() / 86400);

	for (size_t i = 1; i < w->len; i++)
		day = w->at[i].row.from < day ? w->at[i].row.from : day;
	return day;
}

static bool
check_break(struct work *w)
{
	struct str gone, came;

	source_series_differ(w->was.print, w->is.print, &gone, &came);
	if (w->was.fetched == 0 || w->was.since != w->row->since || w->is.method > w->was.method ||
	    (gone.len == 0 && came.len == 0))
		return true;
	w->broken = (struct source_change){ clock_unix(), gone, came, w->is.print,
	    source_series_starts(w->a, gone.len == 0 ? came : STR_NONE, first_day(w)) };
	return wrong(w, arena_printf(w->a, "the series is broken: " STR_FMT,
	    STR_ARG(source_series_words(w->a, gone, came))), arena_printf(w->a,
	    "way of measuring %lld of " STR_FMT " is proposed: 'pejl source break " STR_FMT "', or "
	    "'pejl source same " STR_FMT "' when only the name changed; nothing was written",
	    (long long)w->was.method + 1, STR_ARG(things_key(w->t, w->row->ref[SOURCE_indicator])),
	    STR_ARG(w->key), STR_ARG(w->key)));
}

/* ---- into the register ---- */

static bool
compare(struct work *w, struct source_item *it)
{
	const struct observation_row *r = &it->row;
	struct observation_row        old = { 0 };
	enum stmt                     q = STMT_OBSERVATION_GET;
	struct param                  key[] = {
		P_INT(r->indicator), P_INT(r->area), P_INT(r->from), P_INT(r->to),
		P_INT(r->group), P_INT(r->method), P_INT(UNTIL_NOW),
	};

	it->news = SOURCE_NEW;
	if (!store_query(w->s, q, key, COUNT_OF(key)))
		return false;
	if (store_next(w->s, q)) {
		old.value = store_int(w->s, q, 1);
		old.form = store_int(w->s, q, 2);
		it->was = figure_text(w->a, &old);
		it->news = old.value == r->value && old.form == r->form && store_int(w->s, q, 3) == 0 &&
		    store_int(w->s, q, 4) == 0 ? SOURCE_SAME : SOURCE_REVISED;
		store_reset(w->s, q);
	}
	w->out.count[it->news]++;
	return !store_failed(w->s);
}

static bool
compare_all(struct work *w)
{
	for (size_t i = 0; i < w->len; i++)
		if (!compare(w, &w->at[i]))
			return false;
	w->out.at = w->at;
	w->out.len = w->len;
	return true;
}

/* What is new, and the periods' codes in the change's words. */
static size_t
take_news(struct work *w, struct observation_row *row, struct str *why)
{
	struct str  first = STR_NONE, last = STR_NONE;
	size_t      n = 0;

	for (size_t i = 0; i < w->len; i++) {
		struct str code = w->at[i].code;

		if (w->at[i].news == SOURCE_SAME)
			continue;
		row[n++] = w->at[i].row;
		first = first.len == 0 || str_cmp(code, first) < 0 ? code : first;
		last = last.len == 0 || str_cmp(code, last) > 0 ? code : last;
	}
	*why = arena_printf(w->a, "from " STR_FMT " " STR_FMT "%s" STR_FMT ": " STR_FMT "%s" STR_FMT,
	    STR_ARG(source_kind_name(w->ask.kind)), STR_ARG(w->out.table), w->is.updated.len > 0 ? ", updated " : "", STR_ARG(w->is.updated),
	    STR_ARG(first), str_eq(first, last) ? "" : " to ",
	    STR_ARG(str_eq(first, last) ? STR_NONE : last));
	return n;
}

static bool
write_news(struct work *w)
{
	struct observation_row *row = ARENA_ARRAY(w->a, struct observation_row, w->len + 1);
	struct act              act = w->how->act;
	struct observe_count    count;
	struct str              why;
	size_t                  n = take_news(w, row, &why);

	if (n == 0)
		return true;
	if (act.why.len == 0)
		act.why = why;
	return change_add(w->s, &act, 0, 0, &w->out.change) &&
	    observe_put(w->s, row, n, w->out.change, &count);
}

/* ---- the whole ---- */

static bool
open_register(struct work *w)
{
	w->t = things_load(w->a, w->s);
	return w->t != NULL && observe_open(&w->x, w->a, w->s, w->t, 0) &&
	    snapshot_load(w->a, w->s, w->t, 0, NOUN_BIT(SOURCE) | NOUN_BIT(INDICATOR) | NOUN_BIT(METHOD), &w->sn);
}

static bool
open_source(struct work *w)
{
	int64_t id;

	if (!open_register(w))
		return false;
	id = things_find(w->t, NOUN_SOURCE, w->key);
	w->row = id == 0 ? NULL : snapshot_row(&w->sn, id);
	if (w->row == NULL)
		return wrong(w, STR("there is no such source"), STR("'pejl source list' shows them"));
	return source_state_get(w->a, w->s, id, &w->was);
}

static bool
check_host(struct work *w)
{
	struct str address = w->row->text[SOURCE_address];

	return source_reaches(w->how->hosts, address) ||
	    wrong(w, arena_printf(w->a, "its host “" STR_FMT "” is not among those that may be asked",
	    STR_ARG(source_host(address))),
	    STR("whoever runs the server names hosts with --source-hosts or PEJL_SOURCE_HOSTS"));
}

/* A code that is gone breaks the series, too, where it was there before. */
static bool
note_gone(struct work *w)
{
	struct str rest = w->was.print;

	if (w->was.fetched == 0 || w->was.since != w->row->since || w->gone.len == 0)
		return false;
	while (rest.len > 0) {
		struct str line = str_cut(&rest, '\n');

		if (str_starts(line, arena_printf(w->a, STR_FMT " ", STR_ARG(w->gone))))
			w->broken = (struct source_change){ .found = clock_unix(), .went = line,
			    .starts = clock_unix() / 86400 };
	}
	return false;
}

static bool
look(struct work *w)
{
	w->is = w->was;
	w->out.table = w->row->text[SOURCE_tbl].len > 0 ? w->row->text[SOURCE_tbl] : w->row->text[SOURCE_title];
	if (!check_host(w))
		return false;
	if (!ask_all(w))
		return note_gone(w);
	w->is.since = w->row->since;
	w->is.method = newest_method(w, w->row->ref[SOURCE_indicator]);
	w->is.fetched = clock_unix();
	return w->out.unmodified || check_break(w);
}

/* ---- what came of it ---- */

static bool
is_logged(const struct work *w)
{
	return !w->how->dry_run || w->how->run != 0;
}

static struct source_logged
logged(const struct work *w)
{
	return (struct source_logged){
		.run = w->how->run, .source = w->row->id, .now = clock_unix(),
		.account = w->how->who != NULL ? w->how->who->account : 0,
		.kind = w->how->dry_run ? SOURCE_RUN_TRY : w->how->all ? SOURCE_RUN_ALL : SOURCE_RUN_FETCH,
	};
}

static bool
log_done(struct work *w)
{
	const struct source_logged what = logged(w);

	return source_log_done(w->a, w->s, &what, &w->out);
}

/* The first problem since there were `before`. */
static const struct diag *
problem_after(const struct diags *d, size_t before)
{
	const struct diag *at = d->first;

	while (at != NULL && before-- > 0)
		at = at->next;
	return at;
}

/* Why nothing came is kept, too; what the store itself could not do is not. */
static void
log_failed(struct work *w, size_t before)
{
	const struct source_logged what = logged(w);
	const struct diag         *why = problem_after(w->d, before);
	bool                       broken = w->broken.found != 0;

	if (store_failed(w->s) || !store_begin(w->s))
		return;
	if ((broken && !w->how->dry_run && !source_change_put(w->s, w->row->id, &w->broken)) ||
	    !source_log_failed(w->s, &what, broken ? SOURCE_RUN_BROKEN : SOURCE_RUN_FAILED,
	    why != NULL ? why->message : STR_NONE, why != NULL ? why->hint : STR_NONE) ||
	    !store_commit(w->s))
		store_rollback(w->s);
}

static bool
tell(struct work *w)
{
	const struct trail_entry e = {
		.act = ACT_SOURCE_TOOK, .change = w->out.change,
		.thing = arena_printf(w->a, "source:" STR_FMT, STR_ARG(w->key)),
		.after = arena_printf(w->a, "new: %zu\nrevised: %zu", w->out.count[SOURCE_NEW],
		    w->out.count[SOURCE_REVISED]),
	};

	return w->how->who == NULL || w->out.change == 0 ||
	    trail_add(w->s, w->how->who, w->how->act.at, &e);
}

static bool
keep(struct work *w)
{
	return w->how->dry_run || (write_news(w) && source_state_put(w->s, w->row->id, &w->is) &&
	    source_change_drop(w->s, w->row->id) && tell(w));
}

static bool
finish(struct work *w)
{
	if (!is_logged(w))
		return compare_all(w);
	if (!store_begin(w->s))
		return false;
	if (compare_all(w) && keep(w) && log_done(w) && store_commit(w->s))
		return true;
	store_rollback(w->s);
	return false;
}

bool
sources_fetch(struct arena *a, struct store *s, struct str key, const struct sources_how *how,
              struct diags *d, struct sources_found *ret)
{
	struct work w = { .a = a, .s = s, .how = how, .d = d, .key = key };
	size_t      before = d->count;
	bool        ok;

	if (!open_source(&w))
		return false;
	ok = look(&w) && finish(&w);
	if (ok)
		*ret = w.out;
	else if (is_logged(&w))
		log_failed(&w, before);
	return ok;
}

bool
sources_try(struct arena *a, struct store *s, struct str key, const struct noun_row *row,
            const struct sources_how *how, struct diags *d, struct sources_found *ret)
{
	struct sources_how dry = *how;
	struct work        w = { .a = a, .s = s, .how = &dry, .d = d, .key = key, .row = row };

	dry.dry_run = true;
	if (!open_register(&w) || !look(&w) || !compare_all(&w))
		return false;
	*ret = w.out;
	return true;
}

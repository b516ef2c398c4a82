#include "app/edit_method.h"
#include "app/judge.h"
#include "port/hash.h"

#define WHY_MAX 300                     /* letters */

struct change_of_method {
	struct deed           *d;
	const struct edit_ask *ask;
	const struct snapshot *sn;
	const struct noun_row *indicator;
	struct rebase_view    *to;
	int64_t                old_version;
	struct observation_row last;    /* of the city; id 0: it was never measured */
	struct noun_row        method;
	struct period          period;
	bool                   measured;        /* by the new way */
	struct number          figure;
	bool                   has_old;         /* a figure by the old way comes along */
	struct number          old;
	int64_t                change;
};

/* ---- what there is ---- */

static struct str
figure_text(struct arena *a, const struct observation *o, enum unit u, bool danish)
{
	struct buf b;
	struct str text;

	buf_init(&b, 4096);
	quantity_write(&b, o->value, u, danish ? NOTATION_DA : NOTATION_EN);
	BUF_LIT(&b, " (");
	period_write(&b, o->period, danish);
	BUF_LIT(&b, ")");
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* The newest figure of the whole city by the newest method. */
static void
find_last(struct change_of_method *m, struct arena *a, const struct measured *all)
{
	enum unit u = observations_unit(m->sn, m->indicator->id);

	for (size_t i = 0; i < all->len; i++) {
		const struct observation_row *row = &all->row[i];

		if (row->method > m->old_version)
			m->old_version = row->method;
		if (row->area != m->sn->authority_area || row->group != 0 ||
		    all->at[i].missing != MISSING_NONE || all->at[i].withheld)
			continue;
		m->last = *row;
		m->to->last = figure_text(a, &all->at[i], u, m->ask->danish);
		m->to->period = period_text(a, all->at[i].period, m->ask->danish);
	}
}

static void
count_versions(struct change_of_method *m)
{
	for (size_t i = 0; i < m->sn->len[NOUN_METHOD]; i++) {
		const struct noun_row *row = &m->sn->row[NOUN_METHOD][i];
		int64_t                version;

		if (row->ref[METHOD_indicator] == m->indicator->id &&
		    str_int(row->text[METHOD_version], &version) && version > m->old_version)
			m->old_version = version;
	}
	if (m->old_version == 0)                /* what there is without a number */
		m->old_version = 1;
	m->to->version = m->old_version + 1;
}

/* False: a problem in the store. */
static bool
find_indicator(struct change_of_method *m, struct arena *a, struct store *s)
{
	struct measured all;

	m->sn = edit_register(a, s, m->ask->ed);
	if (m->sn == NULL)
		return false;
	m->indicator = snapshot_row(m->sn, things_find(m->sn->things, NOUN_INDICATOR, m->ask->key));
	if (m->indicator == NULL)
		return true;
	m->to->indicator = judge_named(m->sn, m->indicator->id);
	if (!observations_load(a, s, m->sn, m->indicator->id, &all))
		return false;
	find_last(m, a, &all);
	count_versions(m);
	return true;
}

bool
edit_method_view(struct arena *a, struct store *s, const struct edit_ask *ask,
                 struct rebase_view *ret)
{
	struct change_of_method m = { .ask = ask, .to = ret };

	*ret = (struct rebase_view){ 0 };
	return find_indicator(&m, a, s);
}

/* ---- reading ---- */

static struct str
digest(const struct change_of_method *m)
{
	static const struct str names[] = {
		STR_INIT("starts"), STR_INIT("title"), STR_INIT("period"), STR_INIT("old"), STR_INIT("new"),
	};
	struct hash *h = hash_open(m->d->a);

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct str text = posted_raw(m->ask->form, names[i]);

		hash_add(h, arena_printf(m->d->a, "%zu:", text.len));
		hash_add(h, text);
	}
	return hash_text(m->d->a, h);
}

static bool
read_figure(struct change_of_method *m, struct str field, struct number *ret)
{
	enum unit     u = observations_unit(m->sn, m->indicator->id);
	struct number n;

	if (!posted_number(m->ask->form, &m->d->faults, field,
	    m->ask->danish ? NOTATION_DA : NOTATION_EN, &n))
		return false;
	if (u == UNIT_SHARE && (number_sign(n) < 0 || number_cmp(n, NUMBER(100, 0)) > 0))
		return fault_add(&m->d->faults, field, N_("A share lies between 0 and 100."), STR_NONE);
	*ret = n;
	return true;
}

/* A figure of the old way that is there is not overwritten here. False: a problem in the
 * store. */
static bool
check_old(struct change_of_method *m)
{
	struct param p[] = {
		P_INT(m->indicator->id), P_INT(m->sn->authority_area), P_INT(m->period.from),
		P_INT(m->period.to), P_INT(0), P_INT(m->old_version), P_INT(UNTIL_NOW),
	};
	int64_t      since = 0;

	if (m->has_old && !store_get_int(m->d->s, STMT_OBSERVATION_GET, p, COUNT_OF(p), &since))
		return false;
	if (since != 0)
		(void)fault_add(&m->d->faults, STR("old"), N_("It is recorded already for that period. "
		    "Leave this empty, or correct the measurement."), STR_NONE);
	return true;
}

static void
read_measured(struct change_of_method *m)
{
	struct faults *f = &m->d->faults;
	struct str     text = posted_text(m->ask->form, f, STR("period"), ASK_LINE_MAX, false);

	m->measured = read_figure(m, STR("new"), &m->figure);
	m->has_old = read_figure(m, STR("old"), &m->old);
	if (text.len > 0 && (!period_parse(text, &m->period) || !m->period.dated ||
	    m->period.deadline))
		(void)fault_add(f, STR("period"), N_("Write a period with its year, as {1}."),
		    STR("2010, 2. kvartal 2010, forår 2010"));
	if (text.len == 0 && (m->measured || m->has_old))
		(void)fault_add(f, STR("period"), N_("Say for which period the figures hold."), STR_NONE);
	if (m->has_old && !m->measured)
		(void)fault_add(f, STR("new"), N_("This has to be filled in."), STR_NONE);
	if (m->measured && m->sn->authority_area == 0)
		(void)fault_add(f, STR("new"), N_("The register does not say whose it is: make the "
		    "authority with its area first."), STR_NONE);
}

static void
read_method(struct change_of_method *m)
{
	struct faults *f = &m->d->faults;
	int32_t        day;

	m->method.text[METHOD_title] = posted_wanted(m->ask->form, f, STR("title"), ASK_WORDS_MAX, true);
	if (posted_day(m->ask->form, f, STR("starts"), &day))
		m->method.text[METHOD_starts] = day_iso(m->d->a, day);
	else if (fault_of(f, STR("starts")) == NULL)
		(void)fault_add(f, STR("starts"), N_("This has to be filled in."), STR_NONE);
	m->method.text[METHOD_version] = arena_printf(m->d->a, "%lld", (long long)m->to->version);
	m->method.ref[METHOD_indicator] = m->indicator->id;
	read_measured(m);
	(void)posted_text(m->ask->form, f, STR(EDIT_WHY), WHY_MAX, true);
}

/* ---- writing ---- */

static bool
put_figure(struct change_of_method *m, struct number n, int64_t version)
{
	struct observation_form form = { .scale = n.scale, .precision = m->period.precision };
	struct observation_row  row = {
		.indicator = m->indicator->id, .area = m->sn->authority_area, .from = m->period.from,
		.to = m->period.to, .method = version, .since = m->change, .until = UNTIL_NOW,
		.value = n.units, .form = observation_pack(form),
	};
	bool                    is_new;

	return store_observations_put(m->d->s, &row, 1, &is_new);
}

static bool
put_method(struct change_of_method *m)
{
	struct things *t = things_load(m->d->a, m->d->s);
	struct str     why = str_trim(posted_raw(m->ask->form, STR(EDIT_WHY)));

	if (why.len == 0)
		why = arena_printf(m->d->a, "Ny målemetode: " STR_FMT, STR_ARG(m->to->indicator.title));
	if (t == NULL || !deed_change(m->d, why, 0, &m->change))
		return false;
	m->method.id = things_add(t, m->d->s, NOUN_METHOD, things_new_key(t, m->d->a, NOUN_METHOD,
	    arena_printf(m->d->a, STR_FMT " %lld", STR_ARG(m->ask->key), (long long)m->to->version)));
	m->method.since = m->change;
	m->method.until = UNTIL_NOW;
	return m->method.id != 0 && store_noun_add(m->d->s, NOUN_METHOD, &m->method) &&
	    (!m->has_old || put_figure(m, m->old, m->old_version)) &&
	    (!m->measured || put_figure(m, m->figure, m->to->version));
}

/* ---- what it does to the targets ---- */

static enum rebase_effect
effect_on(const struct rebase_target *t)
{
	switch (t->after.target->kind) {
	case TARGET_CHANGE:
	case TARGET_RATE:
	case TARGET_DIRECTION:
		return t->after.judgement.rebased ? REBASE_MOVES : REBASE_WAITS;
	case TARGET_LEVEL:
		return REBASE_STANDS;
	case TARGET_GAP:
	case TARGET_BENCHMARK:
	case TARGET_COUNT:
	case TARGET_SET:
	case TARGET_MILESTONE:
	case TARGET_PARITY:
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		break;
	}
	return REBASE_NONE;
}

/* Before: as the register stands. After: with what was just written, which is seen from
 * the change on. */
static bool
judge_targets(struct change_of_method *m, bool after)
{
	struct judge_when when = { .today = m->ask->today };
	struct snapshot   sn = *m->sn;

	if (after)
		sn.known = m->change;
	m->to->len = 0;
	for (size_t i = 0; i < m->sn->len[NOUN_TARGET]; i++) {
		const struct noun_row *row = &m->sn->row[NOUN_TARGET][i];
		struct rebase_target  *t = &m->to->at[m->to->len];

		if (row->ref[TARGET_indicator] != m->indicator->id)
			continue;
		if (!judge_one(m->d->a, m->d->s, &sn, row, when, after ? &t->after : &t->before))
			return false;
		if (after)
			t->effect = effect_on(t);
		m->to->len++;
	}
	return true;
}

static bool
tell(struct change_of_method *m)
{
	struct buf b;
	struct str text;

	buf_init(&b, 1 << 16);
	buf_putf(&b, "version: " STR_FMT "\nstarts: " STR_FMT "\ntitle: " STR_FMT "\n",
	    STR_ARG(m->method.text[METHOD_version]), STR_ARG(m->method.text[METHOD_starts]),
	    STR_ARG(m->method.text[METHOD_title]));
	if (m->measured) {
		BUF_LIT(&b, "period: ");
		period_write(&b, m->period, false);
		buf_putf(&b, "\nnew: " STR_FMT "\n", STR_ARG(number_plain(m->d->a, m->figure)));
	}
	if (m->has_old)
		buf_putf(&b, "old: " STR_FMT "\n", STR_ARG(number_plain(m->d->a, m->old)));
	text = str_dup(m->d->a, buf_str(&b));
	buf_free(&b);
	return deed_trail(m->d, ACT_METHOD, arena_printf(m->d->a, "indicator:" STR_FMT,
	    STR_ARG(m->ask->key)), STR_NONE, text);
}

static bool
is_seen(const struct change_of_method *m)
{
	return !posted_has(m->ask->form, STR(EDIT_SHOW)) &&
	    str_eq(posted_raw(m->ask->form, STR(EDIT_SEEN)), m->to->seen);
}

/* It is written, judged, and only then kept: what is shown is what is saved. */
static enum deed_state
write_method(struct change_of_method *m)
{
	struct deed *d = m->d;

	m->to->at = ARENA_ARRAY(d->a, struct rebase_target, m->sn->len[NOUN_TARGET] + 1);
	m->to->seen = digest(m);
	if (!judge_targets(m, false) || !put_method(m) || !judge_targets(m, true))
		return DEED_FAILED;
	m->to->shown = true;
	if (!is_seen(m))
		return DEED_OPEN;
	if (!tell(m))
		return DEED_FAILED;
	return deed_commit(d, arena_printf(d->a, "/" STR_FMT "/" EDIT_PATH "/indicators/" STR_FMT,
	    STR_ARG(m->ask->lang), STR_ARG(m->ask->key)));
}

static enum deed_state
change_method(struct change_of_method *m)
{
	int64_t version;

	if (!find_indicator(m, m->d->a, m->d->s))
		return DEED_FAILED;
	if (m->indicator == NULL)
		return DEED_MISSING;
	if (!edit_may(m->d->who, m->sn, NOUN_INDICATOR, m->indicator))
		return DEED_DENIED;
	if (!str_int(posted_raw(m->ask->form, STR("version")), &version) || version != m->to->version)
		return DEED_STALE;
	read_method(m);
	if (m->d->faults.len == 0 && !check_old(m))
		return DEED_FAILED;
	return m->d->faults.len > 0 ? DEED_FAULTY : write_method(m);
}

enum deed_state
edit_method(struct deed *d, const struct edit_ask *ask, struct rebase_view *ret)
{
	struct change_of_method m = { .d = d, .ask = ask, .to = ret };
	enum deed_state         how = deed_begin(d);

	*ret = (struct rebase_view){ 0 };
	if (how == DEED_OPEN)
		how = change_method(&m);
	return how == DEED_DONE ? how : deed_stop(d, how);
}

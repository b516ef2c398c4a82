#include "app/source_draft.h"
#include "app/source_ask.h"
#include "app/source_draft_text.h"
#include "app/source_suggest.h"
#include "base/utf8.h"
#include "model/source_problem.h"

#define ITEMS_SHOWN 20

/* ---- asking ---- */

/* Without these there is nobody to ask. */
static bool
check_enough(struct deed *d, const struct edit_ask *ask, const struct noun_row *row)
{
	struct str       address = row->text[SOURCE_address], host = source_host(address);
	enum source_kind kind;

	if (!source_kind_from_code(row->text[SOURCE_kind], &kind))
		return fault_add(&d->faults, STR("kind"), N_("Choose one of the list."), STR_NONE);
	if (host.len == 0)
		return fault_add(&d->faults, STR("address"), N_("Write an address such as {1}."),
		    STR("https://api.statbank.dk/v1"));
	if (!source_reaches(ask->hosts, address))
		return fault_add(&d->faults, STR("address"), N_("The host {1} is not among those that may be asked "
		    "from here. Ask whoever runs the server to name it in PEJL_SOURCE_HOSTS."), host);
	if (source_kind_is_bureau(kind) && row->text[SOURCE_tbl].len == 0)
		return fault_add(&d->faults, STR("tbl"), N_("This has to be filled in."), STR_NONE);
	return true;
}

static enum deed_state
add_draft(struct deed *d, const struct edit_ask *ask)
{
	int64_t         run = 0;
	enum deed_state how = source_queue_add(d, 0, SOURCE_RUN_DRAFT, &run);
	struct str      form = source_draft_form(d->a, ask->form);
	struct param    p[] = { P_INT(run), P_TEXT(ask->key.len > 0 ? ask->key : STR("")), P_TEXT(form) };

	if (how != DEED_OPEN)
		return how;
	p[0] = P_INT(run);
	if (!store_run(d->s, STMT_SOURCE_DRAFT_ADD, p, COUNT_OF(p)) || !deed_trail(d, ACT_SOURCE_TRY,
	    arena_printf(d->a, "source:" STR_FMT, STR_ARG(ask->key.len > 0 ? ask->key : STR("new"))), STR(""),
	    arena_printf(d->a, "address: " STR_FMT, STR_ARG(str_trim(posted_raw(ask->form, STR("address")))))))
		return DEED_FAILED;
	return deed_commit(d, arena_printf(d->a, "/" STR_FMT "/" FETCHES_PATH "/%lld",
	    STR_ARG(ask->lang), (long long)run));
}

static enum deed_state
want(struct deed *d, const struct edit_ask *ask)
{
	const struct snapshot *sn = edit_register(d->a, d->s, ask->ed);
	struct faults          all = { .arena = d->a };
	const struct noun_row *now;
	struct noun_row        row;

	if (sn == NULL)
		return DEED_FAILED;
	now = snapshot_row(sn, things_find(sn->things, NOUN_SOURCE, ask->key));
	if (ask->key.len > 0 && now == NULL)
		return DEED_MISSING;
	row = edit_read(d->a, sn, ask, now, &all);
	if ((now != NULL && !edit_may(d->who, sn, NOUN_SOURCE, now)) ||
	    (row.ref[SOURCE_indicator] != 0 && !edit_may(d->who, sn, NOUN_SOURCE, &row)))
		return DEED_DENIED;
	return check_enough(d, ask, &row) ? add_draft(d, ask) : DEED_FAULTY;
}

enum deed_state
source_draft_want(struct deed *d, const struct edit_ask *ask)
{
	enum deed_state how = deed_begin(d);

	if (how == DEED_OPEN)
		how = want(d, ask);
	return how == DEED_DONE ? how : deed_stop(d, how);
}

/* ---- looking ---- */

struct look {
	const struct source_draft_work *w;
	struct diags                    d;
	struct things                  *t;
	struct snapshot                 sn;
	struct source_draft             m;
	const struct noun_row          *now;    /* as it is saved; NULL: a new one */
	struct noun_row                 row;
	struct source_ask               q;
	struct sources_found            found;
};

/* The row and its faults, as the form stands. */
static bool
read_row(struct look *l)
{
	struct faults   f = { .arena = l->w->a };
	struct edit_ask ask = { .form = &l->m.form, .noun = NOUN_SOURCE, .key = l->m.thing,
	                        .hosts = l->w->reach->hosts };

	l->row = edit_read(l->w->a, &l->sn, &ask, l->now, &f);
	return f.len == 0;
}

/* A field of the form that is empty is filled in. */
static void
fill(struct look *l, struct str field, struct str with)
{
	struct posted *form = &l->m.form;
	bool           there = false;

	if (with.len == 0 || posted_raw(form, field).len > 0)
		return;
	for (size_t i = 0; i < form->len; i++) {
		if (!str_eq(form->at[i].name, field))
			continue;
		form->at[i].value = with;
		there = true;
	}
	if (!there)
		form->at[form->len++] = (struct posted_field){ .name = field, .value = with };
	l->m.suggested[l->m.suggestions++] = field;
}

static void
suggest(struct look *l, const struct figures *table)
{
	struct source_selection  picks = { 0 };
	struct source_suggestion s;

	if (!source_selection_read(l->w->a, l->row.text[SOURCE_selection], &picks))
		return;
	s = source_suggest(l->w->a, &l->sn, table, &picks);

	l->m.suggested = ARENA_ARRAY(l->w->a, struct str, 4);
	fill(l, STR("selection"), s.selection);
	fill(l, STR("period"), s.period);
	fill(l, STR("areas"), s.areas);
	fill(l, STR("grps"), s.groups);
}

static bool
describe(struct look *l, struct figures *ret)
{
	const struct source_reach *reach = l->w->reach;

	l->q = (struct source_ask){
		.a = l->w->a, .name = STR("source"), .row = &l->row, .allow_private = reach->private,
		.wait_ms = reach->wait_ms, .stop = reach->stop, .d = &l->d,
	};
	return source_kind_from_code(l->row.text[SOURCE_kind], &l->q.kind) &&
	    source_reaches(reach->hosts, l->row.text[SOURCE_address]) &&
	    source_describe(&l->q, l->row.text[SOURCE_selection], ret);
}

/* False: with a diag, or the form does not say enough. */
static bool
look(struct look *l)
{
	struct sources_how how = {
		.hosts = l->w->reach->hosts, .allow_private = l->w->reach->private,
		.wait_ms = l->w->reach->wait_ms, .stop = l->w->reach->stop,
	};
	struct figures table = { 0 };
	bool           enough = read_row(l), described = describe(l, &table);

	l->m.lines = source_draft_lines(l->w->a, l->q.kind, l->q.file);
	if (!described)
		return false;
	source_draft_sides(l->w->a, &table, &l->m);
	suggest(l, &table);
	if (l->m.suggestions > 0)
		enough = read_row(l);
	l->m.tried = enough && sources_try(l->w->a, l->w->s, l->m.thing.len > 0 ? l->m.thing : STR("new"),
	    &l->row, &how, &l->d, &l->found);
	return l->m.tried;
}

static bool
load(struct look *l)
{
	struct param p[] = { P_INT(l->w->run) };
	enum stmt    q = STMT_SOURCE_DRAFT_GET;

	l->t = things_load(l->w->a, l->w->s);
	if (l->t == NULL || !snapshot_load(l->w->a, l->w->s, l->t, 0, NOUN_ALL, &l->sn) ||
	    !store_query(l->w->s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(l->w->s, q)) {
		l->m.thing = str_dup(l->w->a, store_text(l->w->s, q, 0));
		source_draft_posted(l->w->a, store_text(l->w->s, q, 1), &l->m.form);
		store_reset(l->w->s, q);
	}
	l->now = snapshot_row(&l->sn, things_find(l->t, NOUN_SOURCE, l->m.thing));
	return !store_failed(l->w->s);
}

/* What went wrong stands with the run; a form that says too little is no fault of it. */
static bool
keep(struct look *l)
{
	const struct source_logged what = {
		.run = l->w->run, .account = l->w->who->account, .kind = SOURCE_RUN_DRAFT, .now = l->w->now,
	};
	const struct diag *why = l->d.first;
	struct param       p[] = {
		P_TEXT(source_draft_form(l->w->a, &l->m.form)), P_TEXT(source_draft_text(l->w->a, &l->m)),
		P_INT(l->w->run),
	};

	return store_run(l->w->s, STMT_SOURCE_DRAFT_SET, p, COUNT_OF(p)) && (why == NULL
	    ? source_log_done(l->w->a, l->w->s, &what, &l->found)
	    : source_log_failed(l->w->s, &what, SOURCE_RUN_FAILED, why->message, why->hint));
}

bool
source_draft_look(const struct source_draft_work *w)
{
	struct look l = { .w = w, .d = diags_new(w->a) };

	if (!load(&l))
		return false;
	if (!look(&l) && store_failed(w->s))
		return false;
	if (store_begin(w->s) && keep(&l) && store_commit(w->s))
		return true;
	store_rollback(w->s);
	return false;
}

/* ---- what is shown ---- */

bool
source_draft_view(const struct source_look *k, int64_t run, struct source_draft *ret, bool *found)
{
	struct param p[] = { P_INT(run) };
	enum stmt    q = STMT_SOURCE_DRAFT_GET;

	*ret = (struct source_draft){ .thing = STR_NONE };
	if (!source_run_view(k, run, &ret->run, found))
		return false;
	*found = *found && ret->run.kind == SOURCE_RUN_DRAFT && ret->run.account == k->who->account;
	if (!*found)
		return true;
	if (!store_query(k->s, q, p, COUNT_OF(p)))
		return false;
	if (store_next(k->s, q)) {
		ret->thing = str_dup(k->a, store_text(k->s, q, 0));
		source_draft_posted(k->a, store_text(k->s, q, 1), &ret->form);
		source_draft_read(k->a, store_text(k->s, q, 2), ret);
		store_reset(k->s, q);
	}
	ret->run.len = ret->run.len < ITEMS_SHOWN ? ret->run.len : ITEMS_SHOWN;
	return !store_failed(k->s);
}

/* What stands between two parts of a problem's words; empty: it has them not. */
static struct str
between(struct str text, const char *before, const char *after)
{
	size_t from = str_find(text, str_from(before), 0), to;

	if (from == SIZE_MAX)
		return STR_NONE;
	from += strlen(before);
	to = after[0] == '\0' ? text.len : str_find(text, str_from(after), from);
	return to == SIZE_MAX ? STR_NONE : str_slice(text, from, to);
}

/* At the field where it can be mended, in the bureau's own words where it has some. */
static void
add_problem(struct faults *f, const struct posted *form, struct str problem,
            const struct source_advice *advice)
{
	struct str own = between(problem, "the bureau refuses (", ""), rest = own;
	struct str code = between(problem, "has no code ", " any longer"), dimension;

	(void)str_cut(&rest, ':');
	if (rest.len > 0) {
		(void)fault_add(f, str_from(advice->field), N_("The bureau refuses it: {1}"), str_trim(rest));
	} else if (code.len > 0) {
		dimension = source_mapping_dimension(f->arena, posted_raw(form, STR("grps")));
		(void)fault_add(f, dimension.len > 0 && str_ends(code, dimension) ? STR("grps") : STR("areas"),
		    N_("What is selected of the table lacks a code that stands here: {1}"), code);
	} else {
		(void)fault_add(f, str_from(advice->field), advice->what, STR_NONE);
	}
}

void
source_draft_faults(const struct snapshot *sn, const struct edit_ask *ask,
                    const struct source_draft *m, struct faults *f)
{
	struct faults          all = { .arena = f->arena };
	const struct noun_row *now = snapshot_row(sn, things_find(sn->things, NOUN_SOURCE, m->thing));
	struct source_advice   advice = source_advice(m->run.problem);

	(void)edit_read(f->arena, sn, ask, now, &all);
	for (size_t i = 0; i < all.len; i++)
		if (posted_raw(ask->form, all.at[i].field).len > 0)
			(void)fault_add(f, all.at[i].field, all.at[i].words, all.at[i].with);
	if (m->run.state == SOURCE_RUN_FAILED && advice.field != NULL && f->len == 0)
		add_problem(f, ask->form, m->run.problem, &advice);
}

#include "app/subscriptions.h"
#include "app/outbox.h"
#include "port/letter.h"

enum column { ID, OBJECTIVE, MAIL, LANG, MADE, STATE, TOLD };

#define DAY_SECONDS 86400
#define DEPTH_MAX   16                  /* objectives never stand deeper */

static struct subscription
read_row(struct arena *a, struct store *s, enum stmt q)
{
	return (struct subscription){
		.id = store_int(s, q, ID), .objective = store_int(s, q, OBJECTIVE),
		.mail = str_dup(a, store_text(s, q, MAIL)), .lang = str_dup(a, store_text(s, q, LANG)),
		.told = str_dup(a, store_text(s, q, TOLD)), .made = store_int(s, q, MADE),
		.on = str_eq(store_text(s, q, STATE), STR("on")),
	};
}

static bool
find(struct arena *a, struct store *s, enum stmt q, const struct param *p, size_t n,
     struct subscription *ret)
{
	*ret = (struct subscription){ 0 };
	if (!store_query(s, q, p, n))
		return false;
	if (store_next(s, q))
		*ret = read_row(a, s, q);
	store_reset(s, q);
	return !store_failed(s);
}

/* ---- asking ---- */

static struct str
wanted_address(struct deed *d, const struct posted *form)
{
	struct str mail = posted_wanted(form, &d->faults, STR("mail"), LETTER_ADDRESS_MAX, false);

	if (mail.len > 0 && fault_of(&d->faults, STR("mail")) == NULL && !letter_address_fits(mail))
		fault_add(&d->faults, STR("mail"), N_("Write an e-mail address, as {1}."),
		    STR("navn@example.dk"));
	if (posted_raw(form, STR("homepage")).len > 0)
		fault_add(&d->faults, STR("homepage"), N_("Leave this field empty."), STR_NONE);
	return mail;
}

/* `*ret`: this address may be asked to confirm this. */
static bool
may_ask(struct deed *d, struct str mail, int64_t objective, bool *ret)
{
	struct param        of[] = { P_INT(objective), P_TEXT(mail) };
	struct param        asked[] = { P_TEXT(mail), P_INT(d->now - DAY_SECONDS) };
	struct subscription there;
	int64_t             n;

	*ret = false;
	if (!find(d->a, d->s, STMT_SUBSCRIPTION_FIND, of, COUNT_OF(of), &there) ||
	    !store_get_int(d->s, STMT_SUBSCRIPTION_ASKED, asked, COUNT_OF(asked), &n))
		return false;
	*ret = there.id == 0 && n < SUBSCRIPTION_A_DAY;
	return true;
}

static bool
add(struct deed *d, struct subscription *sub)
{
	int64_t last;

	if (!store_get_int(d->s, STMT_SUBSCRIPTION_LAST, NULL, 0, &last))
		return false;
	sub->id = last + 1;
	{
		struct param p[] = { P_INT(sub->id), P_INT(sub->objective), P_TEXT(sub->mail),
		                     P_TEXT(sub->lang), P_INT(sub->made) };

		return store_run(d->s, STMT_SUBSCRIPTION_ADD, p, COUNT_OF(p));
	}
}

enum deed_state
subscription_ask(struct deed *d, const struct posted *form, int64_t objective, struct str lang,
                 struct subscription *ret)
{
	enum deed_state     how = deed_begin(d);
	struct subscription sub = { .objective = objective, .lang = lang, .made = d->now };
	bool                may;

	*ret = (struct subscription){ 0 };
	if (how != DEED_OPEN)
		return how;
	sub.mail = wanted_address(d, form);
	if (deed_faults(d) != DEED_OPEN)
		return deed_stop(d, DEED_FAULTY);
	if (!may_ask(d, sub.mail, objective, &may) || (may && !add(d, &sub)))
		return deed_stop(d, DEED_FAILED);
	if (may)
		*ret = sub;
	return DEED_OPEN;
}

/* ---- links ---- */

bool
subscription_by_link(struct arena *a, struct store *s, enum letter_link kind, struct str token,
                     struct subscription *ret)
{
	struct param p[] = { P_INT(0) };

	*ret = (struct subscription){ 0 };
	if (!letter_link_find(a, s, kind, token, &p[0].i))
		return false;
	return p[0].i == 0 || find(a, s, STMT_SUBSCRIPTION_ONE, p, COUNT_OF(p), ret);
}

enum deed_state
subscription_confirm(struct deed *d, const struct edition *ed, struct str token,
                     struct str location)
{
	enum deed_state     how = deed_begin(d);
	struct subscription sub;

	if (how != DEED_OPEN)
		return how;
	if (!subscription_by_link(d->a, d->s, LETTER_LINK_CONFIRM, token, &sub))
		return deed_stop(d, DEED_FAILED);
	if (sub.id == 0)
		return deed_stop(d, DEED_MISSING);
	{
		struct param p[] = { P_TEXT(subscription_state(d->a, ed, sub.objective)), P_INT(sub.id) };

		if (!store_run(d->s, STMT_SUBSCRIPTION_ON, p, COUNT_OF(p)))
			return deed_stop(d, DEED_FAILED);
	}
	return deed_commit(d, location);
}

static bool
erase(struct deed *d, const struct subscription *sub)
{
	struct param p[] = { P_INT(sub->id) };
	struct str   mark = arena_printf(d->a, "subscription:%lld:", (long long)sub->id);

	return store_run(d->s, STMT_SUBSCRIPTION_DROP, p, COUNT_OF(p)) &&
	    outbox_forget(d->s, mark) && letter_link_drop(d->s, LETTER_LINK_CONFIRM, sub->id) &&
	    letter_link_drop(d->s, LETTER_LINK_STOP, sub->id);
}

enum deed_state
subscription_stop(struct deed *d, enum letter_link kind, struct str token, struct str location)
{
	enum deed_state     how = deed_begin(d);
	struct subscription sub;

	if (how != DEED_OPEN)
		return how;
	if (!subscription_by_link(d->a, d->s, kind, token, &sub))
		return deed_stop(d, DEED_FAILED);
	if (sub.id == 0)
		return deed_stop(d, DEED_MISSING);
	return erase(d, &sub) ? deed_commit(d, location) : deed_stop(d, DEED_FAILED);
}

/* ---- what is told ---- */

bool
subscriptions_all(struct arena *a, struct store *s, struct subscriptions *ret)
{
	struct subscriptions to = { 0 };
	size_t               cap = 0;

	if (!store_query(s, STMT_SUBSCRIPTION_EVERY, NULL, 0))
		return false;
	while (store_next(s, STMT_SUBSCRIPTION_EVERY)) {
		ARENA_GROW(a, to.at, to.len, &cap);
		to.at[to.len++] = read_row(a, s, STMT_SUBSCRIPTION_EVERY);
	}
	*ret = to;
	return !store_failed(s);
}

/* "helbred:behind:41,2 %\n": the verdict and the figure that it rests on. */
static void
put_line(struct buf *b, const struct barometer_row *r)
{
	buf_putf(b, STR_FMT ":" STR_FMT ":", STR_ARG(r->target->id),
	    STR_ARG(verdict_word(r->judgement.verdict, false)));
	barometer_latest(b, r, true);
	buf_char(b, '\n');
}

/* Is the row's objective this one, or does it stand under it? */
static bool
is_under(const struct edition *ed, const struct barometer_row *r, int64_t above)
{
	int64_t id = things_find(ed->things, NOUN_OBJECTIVE, r->objective.id);

	for (int i = 0; i < DEPTH_MAX && id != 0; i++) {
		if (id == above)
			return true;
		id = snapshot_ref(&ed->sn, id, OBJECTIVE_parent);
	}
	return false;
}

struct str
subscription_state(struct arena *a, const struct edition *ed, int64_t objective)
{
	struct str out;
	struct buf b;

	buf_init(&b, (size_t)1 << 20);
	for (size_t i = 0; i < ed->judged.len; i++)
		if (is_under(ed, &ed->judged.at[i], objective))
			put_line(&b, &ed->judged.at[i]);
	out = str_dup(a, buf_str(&b));
	buf_free(&b);
	return out;
}

static bool
was_told(struct str told, const struct barometer_row *r)
{
	struct buf line;
	bool       found = false;

	buf_init(&line, 1 << 16);
	put_line(&line, r);
	while (told.len > 0 && !found) {
		struct str one = str_cut(&told, '\n');

		found = str_eq(one, str_slice(buf_str(&line), 0, line.len - 1));
	}
	buf_free(&line);
	return found;
}

struct changed_targets
subscription_changes(struct arena *a, const struct edition *ed, const struct subscription *sub)
{
	struct changed_targets to = { 0 };
	size_t                 cap = 0;

	for (size_t i = 0; i < ed->judged.len; i++) {
		const struct barometer_row *r = &ed->judged.at[i];

		if (!is_under(ed, r, sub->objective) || was_told(sub->told, r))
			continue;
		ARENA_GROW(a, to.at, to.len, &cap);
		to.at[to.len++] = r;
	}
	return to;
}

bool
subscription_told(struct store *s, int64_t id, struct str state)
{
	struct param p[] = { P_TEXT(state), P_INT(id) };

	return store_run(s, STMT_SUBSCRIPTION_TELL, p, COUNT_OF(p));
}

bool
subscriptions_tidy(struct store *s, int64_t now)
{
	struct param p[] = { P_INT(now - SUBSCRIPTION_WAIT_SECONDS) };

	return store_run(s, STMT_SUBSCRIPTION_DROP_OLD, p, COUNT_OF(p));
}

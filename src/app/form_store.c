#include "app/form_store.h"
#include "app/forms.h"

/* ---- whose ---- */

struct form_owner
form_owner(const struct edition *ed, int64_t initiative)
{
	const struct snapshot *sn = &ed->sn;
	struct form_owner      o = { 0 };

	if (things_kind(sn->things, initiative) == NOUN_INITIATIVE)
		o.initiative = snapshot_row(sn, initiative);
	if (o.initiative == NULL)
		return o;
	o.policy = o.initiative->ref[INITIATIVE_policy];
	o.units = unit_chain(sn, o.initiative->ref[INITIATIVE_unit], o.unit);
	return o;
}

bool
form_may(const struct actor *who, enum right r, const struct form_owner *o)
{
	return o->initiative != NULL && access_may(who, r, o->unit, o->units, o->policy);
}

/* ---- reading ---- */

static bool
read_head(struct arena *a, struct store *s, enum stmt q, struct form_head *to)
{
	*to = (struct form_head){
		.id = store_int(s, q, 0), .initiative = store_int(s, q, 1),
		.from = (int32_t)store_int(s, q, 2), .to = (int32_t)store_int(s, q, 3),
		.version = store_int(s, q, 5), .submitter = store_int(s, q, 6),
		.approved = store_int(s, q, 7), .changed_at = str_dup(a, store_text(s, q, 8)),
		.writer = store_int(s, q, 9), .changed_by = str_dup(a, store_text(s, q, 10)),
	};
	return form_state_from_code(store_text(s, q, 4), &to->state);
}

bool
form_find(struct arena *a, struct store *s, int64_t id, struct form_head *to, bool *ret)
{
	struct param p[] = { P_INT(id) };
	bool         found;

	if (!store_query(s, STMT_FORM_BY_ID, p, COUNT_OF(p)))
		return false;
	found = store_next(s, STMT_FORM_BY_ID) && read_head(a, s, STMT_FORM_BY_ID, to);
	store_reset(s, STMT_FORM_BY_ID);
	if (store_failed(s))
		return false;
	*ret = found;
	return true;
}

static bool
read_heads(struct arena *a, struct store *s, enum stmt q, const struct param *p, size_t n,
           struct form_heads *ret)
{
	struct form_heads all = { 0 };
	size_t            cap = 0;

	if (!store_query(s, q, p, n))
		return false;
	while (store_next(s, q)) {
		ARENA_GROW(a, all.at, all.len, &cap);
		all.len += read_head(a, s, q, &all.at[all.len]);
	}
	if (store_failed(s))
		return false;
	*ret = all;
	return true;
}

bool
form_of(struct arena *a, struct store *s, int64_t initiative, struct form_heads *ret)
{
	struct param p[] = { P_INT(initiative) };

	return read_heads(a, s, STMT_FORM_OF, p, COUNT_OF(p), ret);
}

bool
forms_all(struct arena *a, struct store *s, struct form_heads *ret)
{
	return read_heads(a, s, STMT_FORM_EVERY, NULL, 0, ret);
}

bool
form_values_at(struct arena *a, struct store *s, int64_t form, int64_t version,
               struct form_values *ret)
{
	struct param       p[] = { P_INT(form), P_INT(version) };
	struct form_values v = { 0 };

	if (!store_query(s, STMT_FORM_FIELD_OF, p, COUNT_OF(p)))
		return false;
	while (store_next(s, STMT_FORM_FIELD_OF))
		form_value_put(a, &v, str_dup(a, store_text(s, STMT_FORM_FIELD_OF, 0)),
		    str_dup(a, store_text(s, STMT_FORM_FIELD_OF, 1)));
	if (store_failed(s))
		return false;
	*ret = v;
	return true;
}

/* ---- writing ---- */

struct str
form_thing(struct arena *a, int64_t id)
{
	return arena_printf(a, "form:%lld", (long long)id);
}

enum deed_state
form_work_begin(struct form_work *w, int64_t id)
{
	enum deed_state how = deed_begin(w->d);
	bool            found;

	if (how != DEED_OPEN)
		return how;
	if (!form_find(w->d->a, w->d->s, id, &w->head, &found))
		return deed_stop(w->d, DEED_FAILED);
	if (!found)
		return deed_stop(w->d, DEED_MISSING);
	w->owner = form_owner(w->ed, w->head.initiative);
	if (w->owner.initiative == NULL)
		return deed_stop(w->d, DEED_MISSING);
	if (!form_values_at(w->d->a, w->d->s, id, w->head.version, &w->values))
		return deed_stop(w->d, DEED_FAILED);
	return DEED_OPEN;
}

bool
form_field_add(const struct deed *d, int64_t form, int64_t version, const struct form_value *v)
{
	struct param p[] = { P_INT(form), P_TEXT(v->field), P_INT(version), P_TEXT(v->text),
	                     P_TEXT(d->at), P_INT(d->who->account) };
	struct param end[] = { P_INT(version), P_INT(form), P_TEXT(v->field) };

	return (version == 1 || store_run(d->s, STMT_FORM_FIELD_END, end, COUNT_OF(end))) &&
	    store_run(d->s, STMT_FORM_FIELD_ADD, p, COUNT_OF(p));
}

bool
form_work_set(struct form_work *w)
{
	struct param p[] = {
		P_TEXT(form_state_code(w->head.state)), P_INT(w->head.version),
		P_INT(w->head.submitter), P_INT(w->head.approved), P_TEXT(w->head.changed_at),
		P_INT(w->head.writer), P_INT(w->head.id),
	};

	return store_run(w->d->s, STMT_FORM_SET, p, COUNT_OF(p)) && store_changed(w->d->s) == 1;
}

static void
tell(struct buf *b, struct str field, struct str text)
{
	buf_put(b, field);
	BUF_LIT(b, ": ");
	buf_put(b, text);
	BUF_LIT(b, "\n");
}

/* The fields that differ, as rows of the version and as the trail says it. */
static bool
save_fields(struct form_work *w, const struct form_values *now, struct buf *before,
            struct buf *after)
{
	for (size_t i = 0; i < now->len; i++) {
		const struct form_value *v = &now->at[i];
		struct str               old = form_value(&w->values, v->field);

		if (str_eq(old, v->text))
			continue;
		if (!form_field_add(w->d, w->head.id, w->head.version + 1, v))
			return false;
		tell(before, v->field, old);
		tell(after, v->field, v->text);
	}
	return true;
}

bool
form_work_save(struct form_work *w, const struct form_values *now, bool *ret)
{
	struct buf before, after;
	bool       changed, ok;

	buf_init(&before, (size_t)1 << 20);
	buf_init(&after, (size_t)1 << 20);
	ok = save_fields(w, now, &before, &after);
	changed = after.len > 0;
	if (ok && changed) {
		w->head.version++;
		w->head.writer = w->d->who->account;
		w->head.changed_at = w->d->at;
		w->values = *now;
		ok = form_work_set(w) && deed_trail(w->d, ACT_FORM_SAVE,
		    form_thing(w->d->a, w->head.id), buf_str(&before), buf_str(&after));
	}
	buf_free(&before);
	buf_free(&after);
	if (ok)
		*ret = changed;
	return ok;
}

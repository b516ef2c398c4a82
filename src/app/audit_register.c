#include "app/answers.h"
#include "app/audit_rules.h"
#include "audit/audit.h"

static void (*const rule[])(struct audit_walk *) = {
#define X(name) register_##name,
	REGISTER_RULES(X)
#undef X
};

/* ---- for the rules ---- */

struct placed {
	struct str file, quote;
	uint32_t   line, column;
};

static struct placed
place_of(struct audit_walk *w, const struct noun_row *row)
{
	const struct snapshot *sn = w->in->sn;
	struct source          s = snapshot_source(sn, row);
	struct placed          p = { s.document, s.quote, s.line, s.column };

	if (p.file.len == 0)
		p.file = things_reference(sn->things, w->arena, NOUN_ANY, row->id);
	p.quote = quote_of(w->arena, p.quote);
	return p;
}

void
walk_holds(struct audit_walk *w, const struct noun_row *row, enum audit_code code, struct str da,
           struct str en)
{
	struct audit_report *r = &w->report;
	struct placed        p = place_of(w, row);

	ARENA_GROW(w->arena, r->held, r->hold, &w->held_cap);
	r->held[r->hold++] = (struct claim){ .code = code, .file = p.file, .line = p.line,
		.column = p.column, .quote = p.quote, .da = da, .en = en };
	r->checked++;
}

void
walk_finds(struct audit_walk *w, const struct noun_row *row, struct finding f)
{
	struct audit_report *r = &w->report;
	struct placed        p = place_of(w, row);

	f.file = p.file;
	f.line = p.line;
	f.column = p.column;
	f.quote = p.quote;
	f.severity = audit_severity(f.code);
	if (f.severity == SEVERITY_ERROR) {
		r->checked++;
		r->fail++;
	}
	ARENA_GROW(w->arena, r->finding, r->findings, &w->finding_cap);
	r->finding[r->findings++] = f;
}

const struct noun_row *
walk_target(const struct audit_walk *w, const struct barometer_row *r)
{
	const struct snapshot *sn = w->in->sn;

	return snapshot_row(sn, things_find(sn->things, NOUN_TARGET, r->target->id));
}

struct str
walk_quantity(struct audit_walk *w, struct quantity q, enum unit u, bool danish)
{
	struct buf b;
	struct str text;

	buf_init(&b, 256);
	quantity_write(&b, q, u, danish ? NOTATION_DA : NOTATION_EN);
	text = str_dup(w->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

struct str
walk_number(struct audit_walk *w, struct number n, bool danish)
{
	return walk_quantity(w, quantity_exact(n), UNIT_NUMBER, danish);
}

enum unit
walk_unit(const struct barometer_row *r)
{
	const struct target *t = r->target;

	if (t->kind != TARGET_CHANGE && t->kind != TARGET_RATE)
		return r->measure;
	if (t->percent)
		return UNIT_PERCENT;
	return r->measure == UNIT_SHARE ? UNIT_POINT : r->measure;
}

/* ---- all of it ---- */

struct audit_report
audit_rows(struct arena *a, const struct audit_input *in)
{
	struct audit_walk   w = { .arena = a, .in = in };
	struct audit_report all;

	for (size_t i = 0; i < COUNT_OF(rule); i++)
		rule[i](&w);
	all = audit_merge(a, &w.report, 1);
	answers_apply(a, in->sn, &all);
	return all;
}

/* Was any indicator's row, in the snapshot's order, ever measured? A cell that
 * says why it is empty is no measurement. */
static bool
is_measured(struct store *s, const struct snapshot *sn, int64_t indicator, bool *ret)
{
	struct param p[] = { P_INT(indicator), P_INT(sn->known) };

	if (!store_query(s, STMT_OBSERVATION_KNOWN, p, COUNT_OF(p)))
		return false;
	while (!*ret && store_next(s, STMT_OBSERVATION_KNOWN)) {
		struct observation_row  row = observation_row_of(s, STMT_OBSERVATION_KNOWN);
		struct observation_form form;

		*ret = observation_unpack(row.form, &form) && form.missing == MISSING_NONE;
	}
	store_reset(s, STMT_OBSERVATION_KNOWN);
	return !store_failed(s);
}

bool
audit_register(struct arena *a, struct store *s, const struct snapshot *sn,
               struct judge_when when, struct audit_report *ret)
{
	size_t             n = sn->len[NOUN_INDICATOR];
	bool              *measured = ARENA_ARRAY(a, bool, n + 1);
	struct barometer   judged;
	struct audit_input in = { sn, &judged, measured, when };

	if (!judge_all(a, s, sn, when, &judged))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!is_measured(s, sn, sn->row[NOUN_INDICATOR][i].id, &measured[i]))
			return false;
	*ret = audit_rows(a, &in);
	return true;
}

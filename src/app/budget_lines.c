#include "app/budget_what_if.h"
#include "recognise/amount.h"
#include <stdlib.h>
#include <string.h>

struct reader {
	struct arena          *a;
	const struct snapshot *sn;
	const struct budget_ask *ask;
	struct diags          *d;
	size_t                *first, *next;    /* amounts of a line: index + 1, 0 ends */
	int64_t               *objective;       /* initiative -> what it contributes to */
	struct what_if         what_if;
	struct budget_rows     rows;
};

#define SEVERAL INT64_C(-1)

/* ---- amounts ---- */

static void
index_amounts(struct reader *r)
{
	const struct snapshot *sn = r->sn;

	r->first = ARENA_ARRAY(r->a, size_t, sn->ids + 1);
	r->next = ARENA_ARRAY(r->a, size_t, sn->len[NOUN_AMOUNT] + 1);
	for (size_t i = sn->len[NOUN_AMOUNT]; i > 0; i--) {
		int64_t line = sn->row[NOUN_AMOUNT][i - 1].ref[AMOUNT_budget_line];

		if (snapshot_row(sn, line) == NULL)
			continue;
		r->next[i - 1] = r->first[line];
		r->first[line] = i;
	}
}

/* As finely as the paper prints it: "26,9" of 26,900,000 in steps of 100,000. Full
 * kroner, and what a person recorded, are exact. */
static void
read_precision(struct str quote, struct budget_amount *m)
{
	struct amount printed = amount_of(quote);
	struct ratio  ratio;
	struct number step = NUMBER_ZERO;

	if (printed.state != AMOUNT_VALUE || !m->has_kroner)
		return;
	m->rounded = true;              /* 0,0: as finely as the others */
	if (printed.value.units == 0 || !ratio_of(m->kroner, 1, NUMBER(printed.value.units, 0), 1, &ratio) ||
	    !ratio_round(ratio, 0, &step))
		return;
	for (; step.units >= 10; step.units /= 10)
		m->zeros++;
	m->rounded = m->zeros > 0;
}

/* Years were checked when the row was written. */
struct budget_amount
budget_amount_read(const struct noun_row *row)
{
	struct budget_amount m = { .version = BUDGET_ORIGINAL };
	enum missing         missing = MISSING_NOT_STATED;
	struct number        share;
	int64_t              year = 0, through;

	if (!str_int(row->text[AMOUNT_year], &year))
		return m;
	if (!str_int(row->text[AMOUNT_through], &through))
		through = year;
	m.year = (int32_t)year;
	m.through = (int32_t)through;
	m.whole = str_eq(row->text[AMOUNT_recurrence], recurrence_code(RECURRENCE_TOTAL));
	if (!budget_version_from_code(row->text[AMOUNT_version], &m.version))
		m.version = BUDGET_ORIGINAL;
	m.has_gross = number_from_plain(row->text[AMOUNT_gross], &m.gross);
	m.has_kroner = number_from_plain(row->text[AMOUNT_kroner], &m.kroner) ||
	    (m.has_gross && number_from_plain(row->text[AMOUNT_share], &share) &&
	     budget_net(m.gross, share, &m.kroner));
	if (row->text[AMOUNT_missing].len > 0 &&
	    !missing_from_code(row->text[AMOUNT_missing], &missing))
		missing = MISSING_NOT_STATED;
	m.unknown = !m.has_kroner && missing != MISSING_NIL && missing != MISSING_NOT_APPLICABLE;
	return m;
}

static void
read_amounts(struct reader *r, const struct noun_row *row, struct budget_line *ret)
{
	struct budget_amount *at;
	size_t                n = 0;

	for (size_t i = r->first[row->id]; i != 0; i = r->next[i - 1])
		n++;
	at = ARENA_ARRAY(r->a, struct budget_amount, n + 1);
	n = 0;
	for (size_t i = r->first[row->id]; i != 0; i = r->next[i - 1])
		at[n++] = budget_amount_read(&r->sn->row[NOUN_AMOUNT][i - 1]);
	for (size_t i = r->first[row->id], k = 0; i != 0 && r->sn->len[NOUN_PRINTED_TOTAL] > 0;
	    i = r->next[i - 1])
		read_precision(r->sn->row[NOUN_AMOUNT][i - 1].quote, &at[k++]);
	ret->amount = at;
	ret->amounts = n;
}

/* ---- where a line belongs ---- */

static void
index_objectives(struct reader *r)
{
	const struct snapshot *sn = r->sn;

	r->objective = ARENA_ARRAY(r->a, int64_t, sn->ids + 1);
	for (size_t i = 0; i < sn->len[NOUN_CONTRIBUTION]; i++) {
		const struct noun_row *row = &sn->row[NOUN_CONTRIBUTION][i];
		int64_t initiative = row->ref[CONTRIBUTION_initiative];
		int64_t objective = row->ref[CONTRIBUTION_objective], *to;

		if (snapshot_row(sn, initiative) == NULL || objective == 0)
			continue;
		to = &r->objective[initiative];
		*to = *to == 0 || *to == objective ? objective : SEVERAL;
	}
}

static const struct named nowhere[OVERVIEW_BY_COUNT] = {
	[OVERVIEW_BY_SECTION] = { STR_INIT(""), STR_INIT("Budgetposter"), STR_INIT("Budget lines") },
	[OVERVIEW_BY_UNIT] = { STR_INIT(""), STR_INIT("Uden forvaltning"), STR_INIT("No administration") },
	[OVERVIEW_BY_OBJECTIVE] = { STR_INIT(""), STR_INIT("Uden mål"), STR_INIT("No objective") },
	[OVERVIEW_BY_AGREEMENT] = { STR_INIT(""), STR_INIT("Uden aftale"), STR_INIT("No agreement") },
	[OVERVIEW_BY_FINANCING] = { STR_INIT(""), STR_INIT("Uden finansiering"), STR_INIT("No financing") },
	[OVERVIEW_BY_YEAR] = { STR_INIT(""), STR_INIT("År"), STR_INIT("Years") },
};

static void
group_thing(const struct reader *r, struct budget_row *line, int64_t id)
{
	if (id <= 0)
		return;
	line->group = things_key(r->sn->things, id);
	line->group_title = judge_named(r->sn, id);
}

static void
place_in_group(const struct reader *r, const struct noun_row *row, struct budget_row *line)
{
	struct str section = row->text[BUDGET_LINE_section];

	line->group_title = nowhere[r->ask->by];
	switch (r->ask->by) {
	case OVERVIEW_BY_SECTION:
		line->group = section;
		if (section.len > 0)
			line->group_title = (struct named){ STR_NONE, section, STR_NONE };
		break;
	case OVERVIEW_BY_UNIT: group_thing(r, line, line->unit); break;
	case OVERVIEW_BY_AGREEMENT: group_thing(r, line, line->agreement); break;
	case OVERVIEW_BY_OBJECTIVE:
		group_thing(r, line, line->objective);
		if (line->objective == SEVERAL) {
			line->group = STR(":several");
			line->group_title = (struct named){ STR_NONE, STR("Flere mål"),
			                                    STR("Several objectives") };
		}
		break;
	case OVERVIEW_BY_FINANCING:
		line->group = financing_code(line->financing);
		line->group_title = (struct named){ line->group,
		    financing_title(line->financing, true), financing_title(line->financing, false) };
		break;
	case OVERVIEW_BY_YEAR:
	case OVERVIEW_BY_COUNT:
		break;
	}
}

/* The line that holds what this one is of: it is counted there, or reserved in it. */
static int64_t
holder_of(const struct reader *r, int64_t id)
{
	int64_t earmark = snapshot_ref(r->sn, id, BUDGET_LINE_earmark_of);

	return earmark != 0 ? earmark : snapshot_ref(r->sn, id, BUDGET_LINE_counted_elsewhere);
}

/* A line counted in a line that is gone, or at last in itself, would be in no total. */
static bool
check_elsewhere(const struct reader *r, const struct noun_row *row)
{
	int64_t id = row->id;

	for (size_t i = 0; i <= r->sn->len[NOUN_BUDGET_LINE]; i++) {
		int64_t next = holder_of(r, id);

		if (next == 0)
			return snapshot_row(r->sn, id) != NULL ||
			    diag_error(r->d, things_key(r->sn->things, row->id), 0,
			        STR("is counted in a budget line that is no longer there"), STR_NONE);
		id = next;
	}
	return diag_error(r->d, things_key(r->sn->things, row->id), 0,
	    STR("is counted in a budget line that is counted in it"), STR_NONE);
}

static int64_t
rank_of(const struct noun_row *row)
{
	int64_t rank;

	return str_int(row->text[BUDGET_LINE_rank], &rank) ? rank : INT32_MAX;
}

static int64_t
document_of(const struct reader *r, const struct noun_row *row)
{
	const struct change_row *c = snapshot_change(r->sn, row->since);

	return c == NULL ? 0 : c->document;
}

/* Where `row` belongs, which is the line itself or what it is reserved in. */
static void
place_line(struct reader *r, const struct noun_row *row, struct budget_row *line)
{
	line->policy = row->ref[BUDGET_LINE_policy];
	line->policy_key = things_key(r->sn->things, line->policy);
	line->policy_starts = snapshot_text(r->sn, line->policy, POLICY_starts);
	line->document = document_of(r, row);
	line->unit = row->ref[BUDGET_LINE_unit];
	line->initiative = row->ref[BUDGET_LINE_initiative];
	line->agreement = row->ref[BUDGET_LINE_agreement];
	line->objective = row->ref[BUDGET_LINE_objective];
	if (line->agreement == 0)
		line->agreement = snapshot_ref(r->sn, line->initiative, INITIATIVE_agreement);
	if (line->objective == 0 && snapshot_row(r->sn, line->initiative) != NULL)
		line->objective = r->objective[line->initiative];
	if (!financing_from_code(row->text[BUDGET_LINE_financing], &line->financing))
		line->financing = FINANCING_MUNICIPAL;
	line->rank = rank_of(row);
	line->order = things_key(r->sn->things, row->id);
	place_in_group(r, row, line);
}

static enum budget_counts
counts_of(const struct noun_row *row)
{
	if (row->ref[BUDGET_LINE_earmark_of] != 0)
		return BUDGET_EARMARK;
	if (row->ref[BUDGET_LINE_counted_elsewhere] != 0)
		return BUDGET_ELSEWHERE;
	return row->text[BUDGET_LINE_excluded].len > 0 ? BUDGET_EXCLUDED : BUDGET_COUNTED;
}

static void
add_row(struct reader *r, const struct budget_row *line)
{
	struct budget_row *row = ARENA_NEW(r->a, struct budget_row);

	*row = *line;
	ARENA_GROW(r->a, r->rows.at, r->rows.len, &r->rows.cap);
	r->rows.at[r->rows.len++] = row;
}

/* By financing, what others refund of a line stands in their group, outside the
 * totals: the line itself is what is left to pay. */
static bool
add_refund(struct reader *r, const struct budget_row *line)
{
	struct budget_row     refund = *line;
	struct budget_amount *at = ARENA_ARRAY(r->a, struct budget_amount, line->now.amounts + 1);
	size_t                n = 0;

	for (size_t i = r->first[line->row->id]; i != 0; i = r->next[i - 1]) {
		const struct noun_row *row = &r->sn->row[NOUN_AMOUNT][i - 1];
		struct budget_amount   m = budget_amount_read(row);

		if (!m.has_gross || !m.has_kroner || n == line->now.amounts ||
		    !financing_from_code(row->text[AMOUNT_financing], &refund.financing))
			continue;
		if (!number_sub(m.gross, m.kroner, &m.kroner))
			return diag_error(r->d, things_key(r->sn->things, line->row->id), 0,
			    STR("amounts too large to compute with"), STR_NONE);
		m.has_gross = false;
		at[n++] = m;
	}
	if (n == 0)
		return true;
	refund.refund = true;
	refund.now.amount = at;
	refund.now.amounts = n;
	refund.now.counts = BUDGET_EXCLUDED;
	refund.before = refund.now;
	place_in_group(r, line->row, &refund);
	add_row(r, &refund);
	return true;
}

static bool
read_line(struct reader *r, const struct noun_row *row)
{
	struct budget_row      line = { .row = row, .key = things_key(r->sn->things, row->id) };
	const struct noun_row *holder = snapshot_row(r->sn, row->ref[BUDGET_LINE_earmark_of]);

	if (!check_elsewhere(r, row))
		return false;
	place_line(r, holder != NULL ? holder : row, &line);
	line.own_rank = holder != NULL ? rank_of(row) : -1;
	line.now.counts = counts_of(row);
	line.now.has_attribution = number_from_plain(row->text[BUDGET_LINE_attribution],
	    &line.now.attribution);
	read_amounts(r, row, &line.now);
	line.before = line.now;
	if (!what_if_apply(&r->what_if, row, &line))
		return false;
	add_row(r, &line);
	return r->ask->by != OVERVIEW_BY_FINANCING || holder != NULL || add_refund(r, &line);
}

/* ---- order ---- */

static int
by_place(const void *a, const void *b)
{
	const struct budget_row *const *p = a, *const *q = b, *x = *p, *y = *q;
	int                             o = 0;

	if (x->policy != y->policy)
		o = str_cmp(y->policy_starts, x->policy_starts);
	if (o == 0 && x->policy != y->policy)
		o = str_cmp(x->policy_key, y->policy_key);
	if (o == 0 && x->policy == 0)
		o = (x->document > y->document) - (x->document < y->document);
	if (o == 0)
		o = (x->rank > y->rank) - (x->rank < y->rank);
	if (o == 0)
		o = str_cmp(x->order, y->order);
	if (o == 0)
		o = (x->own_rank > y->own_rank) - (x->own_rank < y->own_rank);
	if (o == 0)
		o = str_cmp(x->key, y->key);
	return o != 0 ? o : (int)x->refund - (int)y->refund;
}

bool
budget_lines_read(struct arena *a, const struct snapshot *sn, const struct budget_ask *ask,
             struct diags *d, struct budget_rows *ret)
{
	struct reader r = { .a = a, .sn = sn, .ask = ask, .d = d, .what_if = { a, sn, ask, d } };

	if (!what_if_check(&r.what_if))
		return false;
	index_amounts(&r);
	index_objectives(&r);
	for (size_t i = 0; i < sn->len[NOUN_BUDGET_LINE]; i++)
		if (!read_line(&r, &sn->row[NOUN_BUDGET_LINE][i]))
			return false;
	if (r.rows.len > 1)
		qsort(r.rows.at, r.rows.len, sizeof *r.rows.at, by_place);
	*ret = r.rows;
	return true;
}

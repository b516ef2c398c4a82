#include "app/proposals.h"
#include "base/codes.h"

static const struct str state_code[STATE_COUNT] = {
#define X(id, code) [STATE_##id] = STR_INIT(code),
	PROPOSAL_STATES(X)
#undef X
};

struct str
proposal_state_code(enum proposal_state s)
{
	return state_code[s];
}

bool
proposal_state_from_code(struct str code, enum proposal_state *ret)
{
	return CODE_READ(state_code, *state_code, code, ret);
}

static bool
keep_field(struct accept *x, int64_t proposal, const struct field *f, size_t number)
{
	struct noun_row row = { .since = x->change, .until = UNTIL_NOW, .line = f->line,
	                        .column = f->column };
	struct str      key = arena_printf(x->arena, STR_FMT ".%zu",
	    STR_ARG(things_key(x->things, proposal)), number);

	row.text[FIELD_title] = f->text;
	row.text[FIELD_kind] = field_code(f->kind);
	row.ref[FIELD_proposal] = proposal;
	if (f->year != 0)
		row.text[FIELD_year] = arena_printf(x->arena, "%d", f->year);
	row.id = things_add(x->things, x->store, NOUN_FIELD, key);
	return row.id != 0 && store_noun_add(x->store, NOUN_FIELD, &row);
}

bool
proposals_keep(struct accept *x, int64_t document, const struct proposal *p,
               enum proposal_state state, int64_t becomes)
{
	struct noun_row row = { .since = x->change, .until = UNTIL_NOW, .line = p->line,
	                        .column = p->column };
	struct str      words = arena_printf(x->arena, STR_FMT " " STR_FMT,
	    STR_ARG(proposal_kind_code(p->kind)), STR_ARG(p->title));

	row.text[PROPOSAL_title] = p->title;
	row.text[PROPOSAL_kind] = proposal_kind_code(p->kind);
	row.text[PROPOSAL_state] = state_code[state];
	row.ref[PROPOSAL_document] = document;
	row.ref[PROPOSAL_becomes] = becomes;
	row.quote = quote_of(x->arena, p->title);
	row.id = things_add(x->things, x->store, NOUN_PROPOSAL,
	    things_new_key(x->things, x->arena, NOUN_PROPOSAL, words));
	if (row.id == 0 || !store_noun_add(x->store, NOUN_PROPOSAL, &row))
		return false;
	for (size_t i = 0; i < p->len; i++)
		if (!keep_field(x, row.id, &p->at[i], i + 1))
			return false;
	return true;
}

static bool
read_field(const struct noun_row *row, struct field *ret)
{
	int64_t number;

	*ret = (struct field){ .text = row->text[FIELD_title], .line = row->line,
	                       .column = row->column };
	if (!field_from_code(row->text[FIELD_kind], &ret->kind))
		return false;
	if (str_int(row->text[FIELD_year], &number) && number > 0 && number <= YEAR_MAX)
		ret->year = (int)number;
	return true;
}

/* "form-helbredsteam.12" -> 12: fields are numbered as they were read. */
static int64_t
field_number(const struct accept *x, const struct noun_row *row)
{
	struct str key = things_key(x->things, row->id);
	size_t     at = key.len;
	int64_t    n;

	while (at > 0 && key.at[at - 1] != '.')
		at--;
	return str_int(str_slice(key, at, key.len), &n) ? n : INT64_MAX;
}

/* In the order in which they were read, whatever their ids: those of a package
 * that was loaded follow its keys. */
static bool
fields_of(struct accept *x, int64_t proposal, const struct noun_row ***ret, size_t *len)
{
	struct param            p[] = { P_INT(proposal), P_INT(x->sn.known) };
	const struct noun_row **at = NULL, *row;
	size_t                  cap = 0, i;

	*len = 0;
	if (!store_query(x->store, STMT_FIELD_BY_PROPOSAL, p, COUNT_OF(p)))
		return false;
	while (store_next(x->store, STMT_FIELD_BY_PROPOSAL)) {
		row = snapshot_row(&x->sn, store_int(x->store, STMT_FIELD_BY_PROPOSAL, 0));
		if (row == NULL)
			continue;
		ARENA_GROW(x->arena, at, *len, &cap);
		for (i = (*len)++; i > 0 && field_number(x, at[i - 1]) > field_number(x, row); i--)
			at[i] = at[i - 1];
		at[i] = row;
	}
	*ret = at;
	return !store_failed(x->store);
}

bool
proposals_get(struct accept *x, const struct noun_row *row, struct proposal *ret)
{
	struct proposal p = { .kind = PROPOSAL_CLAIM, .line = row->line, .column = row->column,
	                      .title = row->text[PROPOSAL_title] };
	const struct noun_row **field;
	size_t          n;

	if (!proposal_kind_from_code(row->text[PROPOSAL_kind], &p.kind))
		p.kind = PROPOSAL_CLAIM;
	if (!fields_of(x, row->id, &field, &n))
		return false;
	p.at = ARENA_ARRAY(x->arena, struct field, n + 1);
	for (size_t i = 0; i < n; i++)
		p.len += read_field(field[i], &p.at[p.len]);
	*ret = p;
	return true;
}

static bool
correct_field(struct accept *x, const struct noun_row *was, struct str text, int year)
{
	struct noun_row next = *was;

	next.since = x->change;
	next.text[FIELD_title] = text;
	if (year != 0)
		next.text[FIELD_year] = arena_printf(x->arena, "%d", year);
	return store_noun_end(x->store, NOUN_FIELD, was->id, x->change) &&
	    store_noun_add(x->store, NOUN_FIELD, &next);
}

bool
proposals_correct(struct accept *x, struct noun_row *row, const struct corrected *words,
                  struct proposal *p)
{
	const struct noun_row **field;
	size_t                  n, at = 0;

	if (!fields_of(x, row->id, &field, &n))
		return false;
	for (size_t i = 0; i < n && at < words->len; i++) {
		struct field was;

		if (!read_field(field[i], &was))
			continue;
		p->at[at].text = words->text[at];
		p->at[at].year = words->year[at];
		if ((!str_eq(was.text, p->at[at].text) || was.year != p->at[at].year) &&
		    !correct_field(x, field[i], p->at[at].text, p->at[at].year))
			return false;
		at++;
	}
	p->title = row->text[PROPOSAL_title] = words->title;
	return true;
}

bool
proposals_decide(struct accept *x, const struct noun_row *row, enum proposal_state state,
                 int64_t becomes)
{
	struct noun_row next = *row;

	next.since = x->change;
	next.text[PROPOSAL_state] = state_code[state];
	next.ref[PROPOSAL_becomes] = becomes;
	return store_noun_end(x->store, NOUN_PROPOSAL, row->id, x->change) &&
	    store_noun_add(x->store, NOUN_PROPOSAL, &next);
}

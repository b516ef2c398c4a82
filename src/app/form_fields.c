#include "app/form_fields.h"
#include "app/initiative_view.h"

static struct str
code_of(enum form_field f)
{
	return form_field_info[f].code;
}

/* ---- what is asked ---- */

size_t
form_goals(struct arena *a, const struct edition *ed, const struct form_owner *o,
           struct form_goal **ret)
{
	const struct things         *t = ed->sn.things;
	const struct barometer_row **row;
	size_t                       n = initiative_targets(a, ed, things_key(t, o->initiative->id), &row);
	struct form_goal            *at = ARENA_ARRAY(a, struct form_goal, n + 1);

	for (size_t i = 0; i < n; i++) {
		int64_t id = things_find(t, NOUN_TARGET, row[i]->target->id);

		at[i] = (struct form_goal){
			.target = id, .row = row[i],
			.kind = arena_printf(a, "t%lld-kind", (long long)id),
			.text = arena_printf(a, "t%lld-text", (long long)id),
		};
	}
	*ret = at;
	return n;
}

size_t
form_lines(struct arena *a, const struct edition *ed, const struct form_owner *o,
           struct form_line **ret)
{
	const struct snapshot *sn = &ed->sn;
	struct form_line      *at = ARENA_ARRAY(a, struct form_line, sn->len[NOUN_BUDGET_LINE] + 1);
	size_t                 n = 0;

	for (size_t i = 0; i < sn->len[NOUN_BUDGET_LINE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_BUDGET_LINE][i];

		if (row->ref[BUDGET_LINE_initiative] == o->initiative->id)
			at[n++] = (struct form_line){ row->id, judge_named(sn, row->id) };
	}
	*ret = at;
	return n;
}

/* ---- what was sent ---- */

struct taking {
	struct form_work          *w;
	const struct posted       *p;
	enum notation              notation;
	struct form_values        *to;
};

static struct faults *
faults_of(struct taking *t)
{
	return &t->w->d->faults;
}

static void
put(struct taking *t, struct str field, struct str text)
{
	form_value_put(t->w->d->a, t->to, field, text);
}

static void
take_text(struct taking *t, struct str field, size_t max, bool lines)
{
	if (posted_has(t->p, field))
		put(t, field, posted_text(t->p, faults_of(t), field, max, lines));
}

/* A code of a table; nothing is fine. */
static void
take_code(struct taking *t, struct str field, bool (*is)(struct str code))
{
	struct str code = posted_text(t->p, faults_of(t), field, 40, false);

	if (!posted_has(t->p, field))
		return;
	if (code.len > 0 && !is(code))
		fault_add(faults_of(t), field, N_("Choose one of the answers."), STR_NONE);
	put(t, field, code);
}

static bool
is_answer(struct str code)
{
	enum form_answer ignored;

	return form_answer_from_code(code, &ignored);
}

static bool
is_expected(struct str code)
{
	enum form_expected ignored;

	return form_expected_from_code(code, &ignored);
}

/* Kept as "1234.50", whatever language it was written in. */
static void
take_spent(struct taking *t)
{
	struct str    field = code_of(FORM_FIELD_SPENT);
	struct number n;
	size_t        before = faults_of(t)->len;

	if (!posted_has(t->p, field))
		return;
	if (!posted_number(t->p, faults_of(t), field, t->notation, &n)) {
		if (faults_of(t)->len == before)
			put(t, field, STR_NONE);
		return;
	}
	n = number_trim(n);
	if (n.scale > 2)
		fault_add(faults_of(t), field, N_("An amount has at most two decimals: kroner and øre."),
		    STR_NONE);
	else if (number_sign(n) < 0)
		fault_add(faults_of(t), field, N_("What was spent cannot be less than nothing."), STR_NONE);
	else
		put(t, field, number_plain(t->w->d->a, n));
}

static void
take_line(struct taking *t)
{
	struct str        field = code_of(FORM_FIELD_LINE);
	struct str        text = posted_text(t->p, faults_of(t), field, 40, false);
	struct form_line *line;
	size_t            n = form_lines(t->w->d->a, t->w->ed, &t->w->owner, &line);
	int64_t           id = 0;

	if (!posted_has(t->p, field))
		return;
	for (size_t i = 0; text.len > 0 && i < n; i++)
		if (str_int(text, &id) && line[i].id == id)
			break;
		else
			id = 0;
	if (text.len > 0 && id == 0)
		fault_add(faults_of(t), field, N_("Choose one of the budget lines."), STR_NONE);
	put(t, field, text);
}

/* An address of the web, and nothing that a browser would run. */
static bool
is_link(struct str s)
{
	size_t from = str_starts(s, STR("https://")) ? 8 : str_starts(s, STR("http://")) ? 7 : 0;

	if (from == 0 || s.len <= from || s.len > 500 || s.at[from] == '/')
		return false;
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] <= ' ' || s.at[i] == '"' || s.at[i] == '<' || s.at[i] == '>')
			return false;
	return true;
}

static void
take_links(struct taking *t)
{
	struct str field = code_of(FORM_FIELD_LINKS);
	struct str text = posted_text(t->p, faults_of(t), field, FORM_TEXT_MAX, true), rest = text;
	size_t     n = 0;

	if (!posted_has(t->p, field))
		return;
	while (rest.len > 0) {
		struct str line = str_trim(str_cut(&rest, '\n'));

		if (line.len == 0)
			continue;
		if (!is_link(line))
			fault_add(faults_of(t), field, N_("“{1}” is no address that begins with https:// or "
			    "http://."), str_slice(line, 0, 80));
		n++;
	}
	if (n > FORM_LINKS_MAX)
		fault_add(faults_of(t), field, N_("There can be {1} addresses at most."),
		    arena_printf(t->w->d->a, "%d", FORM_LINKS_MAX));
	put(t, field, text);
}

static struct form_values
copy(struct arena *a, const struct form_values *v)
{
	struct form_values to = { ARENA_ARRAY(a, struct form_value, v->len + 1), v->len };

	for (size_t i = 0; i < v->len; i++)
		to.at[i] = v->at[i];
	return to;
}

struct form_values
form_take(struct form_work *w, const struct posted *p, enum notation notation,
          const struct form_values *old)
{
	struct form_values to = copy(w->d->a, old);
	struct taking      t = { .w = w, .p = p, .notation = notation, .to = &to };
	struct form_goal  *goal;
	size_t             n = form_goals(w->d->a, w->ed, &w->owner, &goal);

	for (size_t i = 0; i < FORM_FIELD_COUNT; i++)
		if (form_field_info[i].lines > 0 && i != FORM_FIELD_LINKS)
			take_text(&t, form_field_info[i].code, FORM_TEXT_MAX,
			    form_field_info[i].lines > 1);
	take_code(&t, code_of(FORM_FIELD_EXPECTED), is_expected);
	take_spent(&t);
	take_line(&t);
	take_links(&t);
	for (size_t i = 0; i < n; i++) {
		take_code(&t, goal[i].kind, is_answer);
		take_text(&t, goal[i].text, FORM_TEXT_MAX, true);
	}
	return to;
}

/* ---- is it all there? ---- */

static void
want(struct form_work *w, const struct form_values *v, struct str field)
{
	if (form_value(v, field).len == 0)
		fault_add(&w->d->faults, field,
		    N_("This has to be filled in before the form can be submitted."), STR_NONE);
}

void
form_check(struct form_work *w, const struct form_values *v)
{
	struct form_goal *goal;
	struct form_line *line;
	size_t            n = form_goals(w->d->a, w->ed, &w->owner, &goal);
	bool              spent = form_value(v, code_of(FORM_FIELD_SPENT)).len > 0;

	want(w, v, code_of(FORM_FIELD_NAME));
	for (size_t i = 0; i < n; i++) {
		want(w, v, goal[i].kind);
		want(w, v, goal[i].text);
	}
	want(w, v, code_of(FORM_FIELD_STATUS));
	want(w, v, code_of(FORM_FIELD_EXPECTED));
	if (str_eq(form_value(v, code_of(FORM_FIELD_EXPECTED)), form_expected_code(FORM_EXPECTED_CHANGED)))
		want(w, v, code_of(FORM_FIELD_CONDITION));
	if (spent && form_lines(w->d->a, w->ed, &w->owner, &line) > 1)
		want(w, v, code_of(FORM_FIELD_LINE));
}

/* ---- what it begins with ---- */


static void
join(struct buf *b, struct str line)
{
	if (line.len == 0)
		return;
	if (b->len > 0)
		BUF_LIT(b, "\n");
	buf_put(b, line);
}

static void
keep(struct form_work *w, struct form_values *to, enum form_field f, struct buf *b)
{
	form_value_put(w->d->a, to, code_of(f), str_dup(w->d->a, buf_str(b)));
	b->len = 0;
}

static void
from_groups(const struct initiative_view *m, struct buf *b)
{
	for (size_t i = 0; i < m->groups; i++) {
		join(b, m->group[i].who.da);
		if (m->group[i].has_size) {
			BUF_LIT(b, ": ");
			quantity_write(b, m->group[i].size, UNIT_COUNT, NOTATION_DA);
		}
		if (m->group[i].characteristics.da.len > 0) {
			BUF_LIT(b, ". ");
			buf_put(b, m->group[i].characteristics.da);
		}
	}
}

/* In the words of the register. */
static void
from_register(struct form_work *w, struct form_values *to)
{
	struct initiative_view m = initiative_view(w->d->a, w->ed, w->owner.initiative);
	struct buf             b;

	buf_init(&b, (size_t)64 << 10);
	buf_put(&b, m.initiative.title);
	keep(w, to, FORM_FIELD_NAME, &b);
	buf_put(&b, m.economy.da);
	keep(w, to, FORM_FIELD_ECONOMY, &b);
	join(&b, m.mandate.mandate.title);
	if (!str_eq(m.agreement.title, m.mandate.mandate.title))
		join(&b, m.agreement.title);
	keep(w, to, FORM_FIELD_BASIS, &b);
	from_groups(&m, &b);
	keep(w, to, FORM_FIELD_GROUP, &b);
	for (size_t i = 0; i < m.activities; i++)
		join(&b, m.activity[i].what.da);
	keep(w, to, FORM_FIELD_ACTIVITIES, &b);
	for (size_t i = 0; i < m.targets; i++)
		join(&b, m.target[i]->promise.title);
	keep(w, to, FORM_FIELD_GOALS, &b);
	for (size_t i = 0; i < m.contributions; i++)
		join(&b, m.contribution[i].how.da);
	keep(w, to, FORM_FIELD_CONTRIBUTES, &b);
	buf_put(&b, m.followup.da);
	keep(w, to, FORM_FIELD_FOLLOWUP, &b);
	buf_free(&b);
}

static void
from_last(struct form_work *w, const struct form_values *last, struct form_values *to)
{
	struct form_goal *goal;
	size_t            n = form_goals(w->d->a, w->ed, &w->owner, &goal);

	for (size_t i = 0; i < FORM_FIELD_COUNT; i++)
		if (form_field_info[i].carried)
			form_value_put(w->d->a, to, form_field_info[i].code,
			    form_value(last, form_field_info[i].code));
	for (size_t i = 0; i < n; i++) {
		form_value_put(w->d->a, to, goal[i].kind, form_value(last, goal[i].kind));
		form_value_put(w->d->a, to, goal[i].text, form_value(last, goal[i].text));
	}
}

bool
form_prefill(struct form_work *w, struct form_values *ret)
{
	struct form_values to = { 0 }, last;
	struct form_heads  all;

	if (!form_of(w->d->a, w->d->s, w->owner.initiative->id, &all))
		return false;
	for (size_t i = 0; i < all.len; i++) {
		if (all.at[i].approved == 0)
			continue;
		if (!form_values_at(w->d->a, w->d->s, all.at[i].id, all.at[i].approved, &last))
			return false;
		from_last(w, &last, &to);
		*ret = to;
		return true;
	}
	from_register(w, &to);
	*ret = to;
	return true;
}

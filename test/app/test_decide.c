/* Proposals that wait: whenever a person accepts them, they become the same. */
#include "papers.h"
#include "app/proposals.h"

/* ---- all that was accepted, in words ---- */

static void
put_facts(struct place *p, struct buf *b, const struct look *l, enum noun n)
{
	const struct noun_info *info = &noun_info[n];
	struct str             *line = ARENA_ARRAY(&p->arena, struct str, l->sn.len[n] + 1);

	for (size_t i = 0; i < l->sn.len[n]; i++) {
		const struct noun_row *row = &l->sn.row[n][i];
		struct str             text = arena_printf(&p->arena, STR_FMT " " STR_FMT " %u:%u “" STR_FMT
		    "”", STR_ARG(info->table), STR_ARG(things_key(l->things, row->id)), row->line,
		    row->column, STR_ARG(row->quote));

		for (size_t c = 0; c < info->columns; c++)
			text = arena_printf(&p->arena, STR_FMT "|" STR_FMT, STR_ARG(text),
			    STR_ARG(info->column[c].type == COLUMN_REF
			        ? things_reference(l->things, &p->arena, NOUN_ANY, row->ref[c])
			        : row->text[c]));
		line[i] = text;
	}
	for (size_t i = 1; i < l->sn.len[n]; i++) {
		struct str now = line[i];
		size_t     at = i;

		for (; at > 0 && str_cmp(line[at - 1], now) > 0; at--)
			line[at] = line[at - 1];
		line[at] = now;
	}
	for (size_t i = 0; i < l->sn.len[n]; i++)
		buf_putf(b, STR_FMT "\n", STR_ARG(line[i]));
}

static struct str
facts(struct place *p, struct store *s)
{
	struct look l = register_look(p, s, 0);
	struct buf  b;
	struct str  text;

	buf_init(&b, (size_t)64 << 20);
	for (size_t n = 0; n < NOUN_COUNT; n++)
		if (n != NOUN_PROPOSAL && n != NOUN_FIELD)
			put_facts(p, &b, &l, (enum noun)n);
	for (size_t i = 0; i < l.sn.len[NOUN_INDICATOR]; i++) {
		struct measured m;
		int64_t         id = l.sn.row[NOUN_INDICATOR][i].id;

		must(observations_load(&p->arena, s, &l.sn, id, &m));
		for (size_t j = 0; j < m.len; j++)
			buf_putf(&b, STR_FMT " %d-%d %lld %lld %lld %lld:%lld\n",
			    STR_ARG(things_key(l.things, id)), m.row[j].from, m.row[j].to,
			    (long long)m.row[j].value, (long long)m.row[j].form,
			    (long long)m.row[j].high, (long long)m.row[j].line,
			    (long long)m.row[j].column);
	}
	text = str_dup(&p->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static void
same_facts(struct str a, struct str b)
{
	while (a.len > 0 || b.len > 0) {
		struct str x = str_cut(&a, '\n'), y = str_cut(&b, '\n');

		if (!str_eq(x, y))
			fail_msg("at once: %.*s\nlater:   %.*s", STR_ARG(x), STR_ARG(y));
	}
}

/* ---- later ---- */

static void
accept_later(struct place *p, struct store *s, struct store *t, struct str path)
{
	struct act      act = act_at("2026-11-23T05:30:00Z");
	struct imported out;
	size_t          n;
	struct look     l;

	register_import(p, s, path, false);
	out = register_import(p, t, path, true);
	assert_int_equal(out.accepted, 0);
	assert_true(out.waiting > 0);
	l = register_look(p, t, 0);
	assert_int_equal(l.sn.len[NOUN_TARGET] + l.sn.len[NOUN_INITIATIVE], 0);
	act.nonce = STR("én");
	if (!import_decide(t, NULL, 0, true, &act, &p->diags, &n))
		fail_msg("%s", place_says(p));
	assert_int_equal(n, out.waiting);
	same_facts(facts(p, s), facts(p, t));
}

static void
own_later(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct store *t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);

	accept_later(p, s, t, file_put(place_path(p, "egen.txt"), str_from(own)));
	assert_true(str_find(facts(p, s), STR("Sprogmentorer"), 0) != SIZE_MAX);
	store_close(t);
	store_close(s);
}

static void
real_later(void **state)
{
	struct place *p = *state;

	if (!have_documents(p))
		skip();
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct store *s = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
		struct store *t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);

		accept_later(p, s, t, real(p, i));
		store_close(t);
		store_close(s);
	}
}

/* Also when the waiting proposals came out of a package, with other ids, and for
 * two documents in one request. */
static void
loaded_later(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE), *t, *u;
	struct act    act = act_at("2026-11-23T05:30:00Z");
	struct str    one = file_put(place_path(p, "egen.txt"), str_from(own));
	struct str    two = file_put(place_path(p, "to.txt"),
	    STR("Navn på indsats\tCykelskole\nMål\tMindst 100 deltagere i 2009\n"
	        "Beskriv aktiviteterne\t<ul><li>a</li><li>b</li></ul>\nStatus på indsatsen\t23 er i gang\n"));
	size_t        n;

	register_import(p, s, one, false);
	register_import(p, s, two, false);
	t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	register_import(p, t, one, true);
	register_import(p, t, two, true);
	u = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
	register_load(p, u, register_dump(p, t, "venter"));
	act.nonce = STR("to");
	assert_true(import_decide(u, NULL, 0, true, &act, &p->diags, &n));
	same_facts(facts(p, s), facts(p, u));
	assert_int_equal(ask_number(p, u, STMT_CHANGE_LAST), 4);
	store_close(u);
	store_close(t);
	store_close(s);
}

static void
one_by_one(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct act    act = act_at("2026-11-23T05:30:00Z");
	struct str    key[2], none[] = { STR("findes-ikke") };
	struct look   l;
	size_t        n = 7;

	frame(p, s);
	register_import(p, s, file_put(place_path(p, "egen.txt"), str_from(own)), true);
	l = register_look(p, s, 0);
	assert_true(l.sn.len[NOUN_PROPOSAL] >= 3);
	for (size_t i = 0; i < 2; i++)
		key[i] = things_key(l.things, l.sn.row[NOUN_PROPOSAL][i].id);
	assert_false(import_decide(s, none, 1, true, &act, &p->diags, &n));
	assert_says(p, "findes-ikke: error: there is no such proposal");
	assert_int_equal(n, 7);
	assert_true(import_decide(s, key, 1, true, &act, &p->diags, &n));
	assert_int_equal(n, 1);
	assert_true(import_decide(s, key + 1, 1, false, &act, &p->diags, &n));
	place_quiet(p);
	assert_false(import_decide(s, key, 2, true, &act, &p->diags, &n));
	assert_says(p, "is accepted already");
	assert_says(p, "is rejected already");
	l = register_look(p, s, 0);
	assert_true(str_eq(snapshot_text(&l.sn, l.sn.row[NOUN_PROPOSAL][0].id, PROPOSAL_state),
	    STR("accepted")));
	assert_non_null(snapshot_row(&l.sn, l.sn.row[NOUN_PROPOSAL][0].ref[PROPOSAL_becomes]));
	assert_true(str_eq(snapshot_text(&l.sn, l.sn.row[NOUN_PROPOSAL][1].id, PROPOSAL_state),
	    STR("rejected")));
	assert_int_equal(l.sn.row[NOUN_PROPOSAL][1].ref[PROPOSAL_becomes], 0);
	assert_true(str_eq(snapshot_text(&l.sn, l.sn.row[NOUN_PROPOSAL][2].id, PROPOSAL_state),
	    STR("waiting")));
	store_close(s);
}

static void
papers_later(void **state)
{
	struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct store *s = store_open(STR(":memory:"), STORE_CREATE, &p->diags);
		struct store *t = store_open(STR(":memory:"), STORE_CREATE, &p->diags);

		accept_later(p, s, t, paper(p, i));
		store_close(t);
		store_close(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(own_later), ENGINE_TEST_ON(papers_later, ON_MEMORY),
		ENGINE_TEST_ON(real_later, ON_MEMORY), ENGINE_TEST_ON(loaded_later, ON_MEMORY),
		ENGINE_TEST(one_by_one),
	};

	return engine_run("decide", tests, COUNT_OF(tests));
}

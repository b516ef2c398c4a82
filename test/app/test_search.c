/* Search on both engines: what is found, in which order, what is not, and that the
 * index is what the register gives after every kind of act. */
#include "papers.h"
#include "app/publish.h"
#include "app/search.h"
#include "store/search.h"

static struct search_view
look_for(struct place *p, struct store *s, const char *words, enum noun kind)
{
	struct look        l = register_look(p, s, 0);
	struct search_ask  ask = { .words = str_from(words), .kind = kind, .page = 1, .limit = 500 };
	struct search_view v;

	if (!search(&p->arena, s, &l.sn, &ask, &v)) {
		store_problem(s, &p->diags);
		fail_msg("%s: %s", words, place_says(p));
	}
	return v;
}

static bool
finds(const struct search_view *v, const char *title)
{
	for (size_t i = 0; i < v->len; i++)
		if (str_eq(v->at[i].of.thing.title, str_from(title)))
			return true;
	return false;
}

static void
assert_sound(struct place *p, struct store *s)
{
	place_quiet(p);
	if (!store_check(s, &p->diags))
		fail_msg("%s", place_says(p));
}

static const struct {
	const char *words, *title;      /* the first that is found */
} found[] = {
	{ "aarhus", "Aarhus" }, { "århus", "Aarhus" }, { "ÅRHUS", "Aarhus" },
	{ "oekonomiudvalget", "Økonomiudvalget" }, { "Økonomiudvalg", "Økonomiudvalget" },
	{ "helbredsteam", "Helbredsteam" }, { "helbredsteam i Ølstykke", NULL }, { "helbredste", "Helbredsteam" },
	{ "helbredste ", NULL }, { "employment", "Beskæftigelse" },
	{ "\"aarhus\" AND (", NULL }, { "aarhus\" OR \"odense", NULL }, { "' | 'odense", "Odense" },
};

static void
words_are_found_however_they_are_spelt(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	register_load(p, s, EXAMPLE);
	for (size_t i = 0; i < COUNT_OF(found); i++) {
		struct search_view v = look_for(p, s, found[i].words, NOUN_ANY);

		if (found[i].title == NULL && v.total > 0)
			fail_msg("%s: %zu", found[i].words, v.total);
		if (found[i].title == NULL)
			continue;
		if (v.len == 0 || !str_eq(v.at[0].of.thing.title, str_from(found[i].title)))
			fail_msg("%s: " STR_FMT, found[i].words,
			    STR_ARG(v.len > 0 ? v.at[0].of.thing.title : STR("nothing")));
	}
	assert_sound(p, s);
	store_close(s);
}

/* Counts add up, filters count what they promise, marks are where the words are. */
static void
what_is_found_is_counted_and_marked(void **state)
{
	struct place      *p = *state;
	struct store      *s = place_open(p, STORE_CREATE);
	struct search_view all, one;
	size_t             sum = 0, marked = 0;

	register_load(p, s, EXAMPLE);
	all = look_for(p, s, "integration", NOUN_ANY);
	assert_true(all.counts > 3 && all.len == all.total);
	for (size_t i = 0; i < all.counts; i++) {
		one = look_for(p, s, "integration", all.count[i].kind);
		assert_int_equal(one.total, all.count[i].n);
		assert_int_equal(one.len, one.total);
		sum += one.total;
		for (size_t k = 0; k < one.len; k++)
			assert_int_equal(one.at[k].of.noun, all.count[i].kind);
	}
	assert_int_equal(sum, all.total);
	for (size_t i = 0; i < all.len; i++) {
		const struct search_pieces *of[] = { &all.at[i].title, &all.at[i].title_en,
		                                     &all.at[i].snippet };

		for (size_t k = 0; k < COUNT_OF(of); k++)
			for (size_t n = 0; n < of[k]->len; n++)
				if (of[k]->at[n].marked) {
					struct str folded = terms_fold(&p->arena, of[k]->at[n].text);

					assert_true(str_starts(folded, STR("integration")));
					marked++;
				}
	}
	assert_true(marked >= all.len);
	store_close(s);
}

static void
a_misspelt_word_gets_a_suggestion(void **state)
{
	static const struct {
		const char *words, *suggestion;
	} rows[] = {
		{ "Helbredstaem", "Helbredsteam" }, { "aahrus", "Aarhus" },
		{ "beskaftigelse", "Beskæftigelse" }, { "qqqqqqqq", "" }, { "?!", "" },
	};
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	register_load(p, s, EXAMPLE);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct search_view v = look_for(p, s, rows[i].words, NOUN_ANY);

		assert_int_equal(v.total, 0);
		if (!str_eq(terms_fold(&p->arena, v.suggestion),
		    terms_fold(&p->arena, str_from(rows[i].suggestion))))
			fail_msg("%s: " STR_FMT, rows[i].words, STR_ARG(v.suggestion));
	}
	store_close(s);
}

static size_t
lines_with(struct place *p, struct store *s, const char *words)
{
	return look_for(p, s, words, NOUN_NONE).total;
}

/* The text of a paper is found while it is published, and only then. */
static void
only_published_text_is_found(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct act      act = act_at("2026-11-23T07:00:00Z");
	struct imported out;
	struct str      key = STR("status-paa-oekonomiforvaltningens-indsatser-apri");
	size_t          n;
	int64_t         undone;

	frame(p, s);
	assert_true(import_text(p, s, "mentorer.txt", own, &out));
	assert_int_equal(lines_with(p, s, "mentorer mødes"), 0);
	assert_sound(p, s);
	must(documents_publish(s, &key, 1, true, &act, &p->diags, &n));
	assert_int_equal(n, 1);
	assert_int_equal(lines_with(p, s, "mentorer moedes"), 1);
	assert_int_equal(lines_with(p, s, "østerbro"), 1);
	assert_sound(p, s);
	must(documents_publish(s, &key, 1, true, &act, &p->diags, &n));
	assert_int_equal(n, 0);
	must(documents_publish(s, &key, 1, false, &act, &p->diags, &n));
	assert_int_equal(lines_with(p, s, "mentorer"), 0);
	act.nonce = STR("æ");
	must(change_undo(s, ask_number(p, s, STMT_CHANGE_LAST), &act, &p->diags, &undone));
	assert_int_equal(lines_with(p, s, "mentorer"), 1);
	assert_sound(p, s);
	assert_false(documents_publish(s, (struct str[]){ STR("ærø") }, 1, true, &act, &p->diags, &n));
	assert_says(p, "there is no such document");
	store_close(s);
}

/* Lines that are laid out are found by their words, and not by their tags. */
static void
tags_of_a_page_are_not_found(void **state)
{
	static const char page[] = "<h1>Notat om Ærø</h1><table><tr><th>Mål</th><th>Status</th></tr>"
	    "<tr><td>Natbus</td><td>kører<br>dagligt</td></tr></table>";
	static const char *const tags[] = { "td", "tr", "table", "h1", "br" };
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct act      act = act_at("2026-11-23T07:00:00Z");
	struct str      key = STR("notat-om-aeroe");
	struct imported out;
	size_t          n;

	frame(p, s);
	assert_true(import_text(p, s, "notat.html", page, &out));
	must(documents_publish(s, &key, 1, true, &act, &p->diags, &n));
	assert_int_equal(lines_with(p, s, "natbus kører dagligt"), 1);
	for (size_t i = 0; i < COUNT_OF(tags); i++)
		assert_int_equal(lines_with(p, s, tags[i]), 0);
	assert_sound(p, s);
	store_close(s);
}

/* What an import brought is found, what undoing takes away is not, and a package that
 * is loaded elsewhere finds the same. */
static void
the_index_follows_every_act(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE), *other;
	struct imported out;
	char            url[512];

	frame(p, s);
	assert_true(import_text(p, s, "mentorer.txt", own, &out));
	assert_true(finds(&(struct search_view[]){ look_for(p, s, "sprogmentorer", NOUN_ANY) }[0],
	    "Sprogmentorer på Nørrebro"));
	assert_sound(p, s);
	other = other_engine(p, url, sizeof url);
	if (other != NULL) {
		register_load(p, other, register_dump(p, s, "pakke"));
		assert_int_equal(look_for(p, other, "nørrebro", NOUN_ANY).total,
		    look_for(p, s, "noerrebro", NOUN_ANY).total);
		assert_sound(p, other);
		store_close(other);
	}
	register_undo(p, s, out.change);
	assert_int_equal(look_for(p, s, "sprogmentorer", NOUN_ANY).total, 0);
	assert_sound(p, s);
	store_close(s);
}

static void
a_broken_index_is_told_and_made_anew(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	register_load(p, s, EXAMPLE);
	must(store_begin(s));
	must(store_run(s, STMT_SEARCH_UNINDEX_ALL, NULL, 0));
	must(store_run(s, STMT_SEARCH_DROP_ALL, NULL, 0));
	must(store_commit(s));
	assert_int_equal(look_for(p, s, "aarhus", NOUN_ANY).total, 0);
	place_quiet(p);
	assert_false(store_check(s, &p->diags));
	assert_says(p, "pejl db reindex");
	place_quiet(p);
	must(store_reindex(s, &p->diags));
	assert_int_equal(look_for(p, s, "aarhus", NOUN_ANY).total, 1);
	assert_sound(p, s);
	store_close(s);
}

/* Figures are not in it: what is withheld could not be found by its number. */
static void
figures_are_not_found(void **state)
{
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
		{ "area.csv", "id,since,title,level,parent\nby,1,København,city,\nnb,1,Nørrebro,district,by\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
		{ "indicator.csv", "id,since,title,measure\ni,1,Unge anbragt,persons\n" },
		{ "observation.csv", "indicator,area,group,from,to,precision,method,value,qualifier,high,"
		  "sample,effect,missing,assumed,preliminary,breaks,since,until,line,col\n"
		  "i,nb,,2009-01-01,2010-01-01,year,1,3,,,,,,,,,1,,4711,4712\n" },
	};
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);

	register_load(p, s, package_put(p, "små tal", files, COUNT_OF(files)));
	assert_int_equal(look_for(p, s, "unge", NOUN_ANY).total, 1);
	assert_int_equal(look_for(p, s, "3", NOUN_ANY).total, 0);
	assert_int_equal(look_for(p, s, "4711", NOUN_ANY).total, 0);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(words_are_found_however_they_are_spelt),
		ENGINE_TEST(what_is_found_is_counted_and_marked),
		ENGINE_TEST(a_misspelt_word_gets_a_suggestion), ENGINE_TEST(only_published_text_is_found),
		ENGINE_TEST(tags_of_a_page_are_not_found),
		ENGINE_TEST(the_index_follows_every_act), ENGINE_TEST(a_broken_index_is_told_and_made_anew),
		ENGINE_TEST(figures_are_not_found),
	};

	return engine_run("search", tests, COUNT_OF(tests));
}

/* Every term of the glossary is a kind that can be listed and shown. */
#include "cli/run.h"
#include "json_tree.h"

/* Terms of one kind; each must list the same. domain.md, 1. */
static const char *const kinds[][14] = {
	{ "authority", "authorities", "myndighed", "myndigheder", "kommune", "kommuner" },
	{ "unit", "units", "udvalg", "forvaltning", "forvaltninger", "afdeling", "afdelinger",
	  "committee", "administrations" },
	{ "policy", "policies", "politik", "politikker" },
	{ "theme", "themes", "tema", "temaer", "indsatsområde", "indsatsområder" },
	{ "objective", "objectives", "goal", "mål", "målsætning", "målsætninger", "resultatmål" },
	{ "pathway", "pathways", "vejen til målet", "vejen-til-målet", "vejen_til_målet" },
	{ "indicator", "indicators", "indikator", "indikatorer" },
	{ "observation", "observations", "måling", "målinger", "Måling" },
	{ "baseline", "baselines", "startmåling", "startmålinger" },
	{ "target", "targets", "måltal", "succeskriterium", "succeskriterier", "MÅLTAL", "maaltal" },
	{ "mandate", "mandates", "afsæt" },
	{ "agreement", "agreements", "aftale", "aftaler" },
	{ "initiative", "initiatives", "indsats", "indsatser" },
	{ "status report", "status reports", "status-report", "status_reports",
	  "status ift. målopfyldelse", "status" },
	{ "activity", "activities", "aktivitet", "aktiviteter" },
	{ "target group", "target groups", "target-group", "target_groups", "målgruppe", "målgrupper" },
	{ "budget line", "budget lines", "budget-line", "budget_lines", "budgetpost", "budgetposter" },
	{ "grant pool", "grant pools", "grant-pool", "grant_pools", "pulje", "puljer" },
	{ "project", "projects", "projekt", "projekter" },
	{ "area", "areas", "område", "områder", "bydel", "bydele" },
	{ "comparator set", "comparator sets", "comparator-set", "comparator_sets",
	  "sammenligningsgruppe", "sammenligningsgrupper" },
	{ "document", "documents", "dokument", "dokumenter" },
	{ "proposal", "proposals", "forslag" },
	{ "change", "changes", "ændring", "ændringer", "Ændringer" },
	{ "finding", "findings", "anmærkning", "anmærkninger" },
	{ "duty", "duties", "annual wheel", "annual-wheel", "årshjul", "Årshjul", "aarshjul" },
	{ "extension", "extensions", "udsættelse", "udsættelser" },
	{ "delivery", "deliveries", "leverance", "leverancer" },
	{ "promise", "promises", "løfte", "løfter" },
	{ "source", "sources", "kilde", "kilder" },
};

static void
every_term_lists(void **state)
{
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		char *first = NULL;

		for (size_t t = 0; kinds[i][t] != NULL; t++) {
			WORKS(b, "--db", "by.db", "list", kinds[i][t]);
			if (first == NULL)
				first = strdup(b->out);
			assert_non_null(first);
			assert_string_equal(b->out, first);
		}
		free(first);
	}
}

/* In a pipe: a line a thing, three columns between two tabs. */
static void
check_tabs(const char *text)
{
	size_t tabs = 0;

	for (; *text != '\0'; text++) {
		tabs += *text == '\t';
		if (*text != '\n')
			continue;
		assert_int_equal(tabs, 2);
		tabs = 0;
	}
	assert_int_equal(tabs, 0);
}

static void
check_listed(yajl_val v)
{
	assert_true(IS_STRING(tree_get(v, "id")) && IS_STRING(tree_get(v, "title")));
	assert_shape(tree_get(v, "recorded"), "change:n,at:s,who:s");
	assert_int_equal(tree_get(v, "source")->u.object.len, 4);
	assert_string_equal(tree_get(v, "source")->u.object.keys[0], "document");
	assert_string_equal(tree_get(v, "source")->u.object.keys[3], "quote");
}

static void
check_shown(struct box *b, const char *kind, yajl_val listed)
{
	const char *id = tree_text(listed, "id");
	char        one[16384], other[16384];
	yajl_val    v;

	WORKS(b, "--db", "by.db", "show", kind, id);
	assert_non_null(strstr(b->out, id));
	WORKS(b, "--db", "by.db", "show", kind, id, "--json");
	v = tree_parse(b->out);
	assert_true(IS_ARRAY(tree_get(v, "history")) && IS_ARRAY(tree_get(v, "related")));
	/* Shown is what is listed, and more. */
	for (size_t i = 0; i < listed->u.object.len; i++) {
		(void)tree_compact(listed->u.object.values[i], one, sizeof one);
		(void)tree_compact(tree_get(v, listed->u.object.keys[i]), other, sizeof other);
		assert_string_equal(one, other);
	}
	yajl_tree_free(v);
}

static void
every_kind_lists_and_shows(void **state)
{
	static const char *const filled[] = { "authority", "unit", "policy", "theme", "objective",
		"pathway", "indicator", "observation", "baseline", "target", "mandate", "agreement",
		"initiative", "status report", "activity", "target group", "budget line", "project",
		"area", "comparator set", "document", "change", "duty" };
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		yajl_val all;
		size_t   lines;

		WORKS(b, "--db", "by.db", "list", kinds[i][0]);
		lines = count_lines(b->out);
		check_tabs(b->out);
		WORKS(b, "--db", "by.db", "list", kinds[i][0], "--json");
		all = tree_parse(b->out);
		assert_int_equal(tree_length(all), lines);
		for (size_t k = 0; k < tree_length(all); k++)
			check_listed(tree_at(all, k));
		if (tree_length(all) > 0)
			check_shown(b, kinds[i][0], tree_at(all, tree_length(all) - 1));
		for (size_t k = 0; k < sizeof filled / sizeof *filled; k++)
			if (strcmp(filled[k], kinds[i][0]) == 0)
				assert_true(tree_length(all) > 0);
		yajl_tree_free(all);
		REFUSES(b, 1, "blåbær: error: there is no such", "--db", "by.db", "show",
		    kinds[i][0], "blåbær");
	}
}

static void
shapes(void **state)
{
	struct box *b = *state;
	yajl_val    v;

	load_example(b);
	WORKS(b, "--db", "by.db", "show", "target", "i-arbejde", "--json");
	v = tree_parse(b->out);
	assert_string_equal(tree_text(v, "noun"), "target");
	assert_string_equal(tree_text(v, "kind"), "change");
	assert_string_equal(tree_text(v, "value"), "10");
	assert_shape(tree_get(v, "source"), "document:s,line:n,column:n,quote:s");
	assert_true(IS_OBJECT(tree_get(v, "verdict")));
	yajl_tree_free(v);
	WORKS(b, "--db", "by.db", "show", "unit", "bif", "--json");
	v = tree_parse(b->out);
	assert_shape(tree_get(v, "source"), "document:0,line:0,column:0,quote:0");
	assert_string_equal(tree_text(v, "title"), "Beskæftigelses- og Integrationsforvaltningen");
	yajl_tree_free(v);
	WORKS(b, "--db", "by.db", "show", "indikator", "i-arbejde", "--json");
	v = tree_parse(b->out);
	assert_true(tree_length(tree_get(v, "observations")) > 0);
	yajl_tree_free(v);
	/* A day before the register knew anything is answered, with a note. */
	assert_int_equal(RUN(b, "--db", "by.db", "list", "targets", "--json", "--known-on",
	    "1999-12-31"), 0);
	assert_string_equal(b->out, "[]\n");
	assert_non_null(strstr(b->err, "note: the register knew nothing"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(every_term_lists),
		BOX_TEST(every_kind_lists_and_shows), BOX_TEST(shapes),
	};

	return cmocka_run_group_tests_name("kinds", tests, NULL, NULL);
}

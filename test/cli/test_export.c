/* pejl export: into a file or a pipe, and what cannot be exported. */
#include "cli/run.h"

static void
load_soelby(struct box *b)
{
	char folder[PATH_MAX + 32];

	snprintf(folder, sizeof folder, "%s/examples/soelby", b->project);
	WORKS(b, "--db", "by.db", "load", folder);
}

static void
into_a_file_as_into_a_pipe(void **state)
{
	struct box *b = *state;

	load_soelby(b);
	box_shell(b, "'%s' --db by.db --lang da export json-stat --of i-arbejde >pibe.json", b->program);
	WORKS(b, "--db", "by.db", "--lang", "da", "export", "json-stat", "--of", "i-arbejde", "-o", "å.json");
	assert_int_equal(b->out_len, 0);
	box_shell(b, "cmp pibe.json å.json && grep -q 'Borgere i arbejde' å.json");
	WORKS(b, "--db", "by.db", "export", "package", "--output", "register.zip");
	WORKS(b, "--db", "by.db", "export", "sdmx-csv", "--as-of", "2018-01-01");
	assert_says(b, "STRUCTURE,STRUCTURE_ID,ACTION,");
	WORKS(b, "--db", "by.db", "export", "dcat", "--site", "https://pejl.sølby.dk");
	assert_says(b, "<https://pejl.sølby.dk/catalog>");
}

static void
what_cannot_be_exported(void **state)
{
	struct box *b = *state;

	load_soelby(b);
	REFUSES(b, 2, "there is no format 'parquet' of all", "--db", "by.db", "export", "parquet");
	REFUSES(b, 2, "there is no format 'parquet' of an indicator", "--db", "by.db", "export", "parquet", "--of", "i-arbejde");
	REFUSES(b, 2, "say which with --of KEY", "--db", "by.db", "export", "csv");
	REFUSES(b, 2, "leave --of out", "--db", "by.db", "export", "dcat", "--of", "i-arbejde");
	REFUSES(b, 1, "there is no such indicator", "--db", "by.db", "export", "csv", "--of", "på-arbejde");
	REFUSES(b, 2, "wants a date that exists", "--db", "by.db", "export", "iati", "--as-of", "2009-02-30");
	REFUSES(b, 1, "nothing was written", "--db", "by.db", "export", "dcat", "-o", "findes/ikke/x.ttl");
	REFUSES(b, 2, "-o", "--db", "by.db", "export", "dcat", "-o");
}

/* A disk that fills while it is written: what was there stays. */
static void
a_full_disk_leaves_the_last_file(void **state)
{
	struct box *b = *state;

	load_soelby(b);
	WORKS(b, "--db", "by.db", "export", "csv", "--of", "i-arbejde", "-o", "tal.csv");
	b->file_size = 65536;         /* the register wants its own */
	REFUSES(b, 1, "nothing was written", "--db", "by.db", "export", "dcat-jsonld", "-o", "tal.csv");
	b->file_size = 0;
	box_shell(b, "test \"$(ls)\" = \"$(printf 'by.db\\ntal.csv')\" && head -n 1 tal.csv | grep -q '^indicator,title,'");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(into_a_file_as_into_a_pipe),
		BOX_TEST(what_cannot_be_exported),
		BOX_TEST(a_full_disk_leaves_the_last_file),
	};

	return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}

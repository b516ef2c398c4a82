/* Catalogues as msgfmt writes them, in both byte orders, with and without its
 * table of hashes; and what is left of them when bytes are cut off or changed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/arena.h"
#include "base/catalogue.h"

static const char po[] =
	"msgid \"\"\nmsgstr \"\"\n\"Language: sl\\n\"\n"
	"\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
	"\"Plural-Forms: nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : "
	"n%100==3 || n%100==4 ? 2 : 3);\\n\"\n"
	"msgid \"Øst\"\nmsgstr \"Vzhod\"\n"
	"msgid \"Æ\"\nmsgstr \"A in E\"\n"
	"msgid \"May\"\nmsgstr \"Maj\"\n"
	"msgctxt \"verb\"\nmsgid \"May\"\nmsgstr \"Sme\"\n"
	"msgctxt \"ver\"\nmsgid \"bMay\"\nmsgstr \"other\"\n"
	"msgid \"Mayor\"\nmsgstr \"Župan\"\n"
	"msgid \"Not yet\"\nmsgstr \"\"\n"
	"msgid \"{1} target\"\nmsgid_plural \"{1} targets\"\n"
	"msgstr[0] \"{1} cilj\"\nmsgstr[1] \"{1} cilja\"\n"
	"msgstr[2] \"{1} cilji\"\nmsgstr[3] \"{1} ciljev\"\n";

static const struct {
	const char *context, *text, *found;     /* NULL: it is not there */
} rows[] = {
	{ "", "Øst", "Vzhod" }, { "", "Æ", "A in E" }, { "", "May", "Maj" },
	{ "verb", "May", "Sme" }, { "ver", "bMay", "other" }, { "", "Mayor", "Župan" },
	{ "", "{1} target", "{1} cilj" }, { "", "{1} targets", NULL }, { "", "Not yet", NULL },
	{ "", "Ma", NULL }, { "", "", NULL }, { "noun", "May", NULL }, { "", "verb\004", NULL },
	{ "", "Å", NULL }, { "", "Zz", NULL }, { "", "!", NULL },
};

static const struct {
	uint64_t    n;
	const char *found;
} forms[] = {
	{ 0, "{1} ciljev" }, { 1, "{1} cilj" }, { 2, "{1} cilja" }, { 4, "{1} cilji" },
	{ 5, "{1} ciljev" }, { 101, "{1} cilj" }, { UINT64_C(1) << 63, "{1} ciljev" },
};

/* What msgfmt makes of `words`. */
static struct str
compiled(struct arena *a, const char *words, const char *options)
{
	char    dir[] = "/tmp/pejl-test-XXXXXX", name[80], command[300];
	FILE   *f;
	char   *bytes = ARENA_ARRAY(a, char, 1 << 16);
	size_t  n;

	assert_non_null(mkdtemp(dir));
	snprintf(name, sizeof name, "%s/å.po", dir);
	f = fopen(name, "w");
	assert_non_null(f);
	fputs(words, f);
	assert_int_equal(fclose(f), 0);
	snprintf(command, sizeof command, "cd %s && msgfmt %s -o å.mo å.po", dir, options);
	assert_int_equal(system(command), 0);
	assert_int_equal(unlink(name), 0);
	snprintf(name, sizeof name, "%s/å.mo", dir);
	f = fopen(name, "rb");
	assert_non_null(f);
	n = fread(bytes, 1, 1 << 16, f);
	fclose(f);
	assert_int_equal(unlink(name), 0);
	assert_int_equal(rmdir(dir), 0);
	return (struct str){ bytes, n };
}

static void
every_text_is_found(struct str mo)
{
	struct str got;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		bool there = catalogue_find(mo, str_from(rows[i].context),
		    str_from(rows[i].text), &got);

		assert_int_equal(there, rows[i].found != NULL);
		if (there && !str_eq(got, str_from(rows[i].found)))
			fail_msg("%s: " STR_FMT, rows[i].text, STR_ARG(got));
	}
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		assert_true(catalogue_find_n(mo, STR("{1} target"), forms[i].n, &got));
		assert_true(str_eq(got, str_from(forms[i].found)));
	}
	assert_false(catalogue_find_n(mo, STR("{1} målsætning"), 1, &got));
	assert_true(catalogue_field(mo, STR("Language"), &got));
	assert_true(str_eq(got, STR("sl")));
	assert_false(catalogue_field(mo, STR("Lang"), &got));
}

static void
texts_are_found_in_every_form_of_the_file(void **state)
{
	static const char *const options[] = {
		"", "--no-hash", "--endianness=big", "--endianness=little --alignment=16",
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(options); i++) {
		struct str mo = compiled(&a, po, options[i]);
		char      *moved = ARENA_ARRAY(&a, char, mo.len + 1);

		every_text_is_found(mo);
		memcpy(moved + 1, mo.at, mo.len);
		every_text_is_found((struct str){ moved + 1, mo.len });
	}
	arena_free(&a);
}

static void
a_catalogue_without_a_rule_counts_as_english_does(void **state)
{
	struct arena a = { 0 };
	struct str   got, mo = compiled(&a, "msgid \"ø\"\nmsgid_plural \"øer\"\n"
	    "msgstr[0] \"en\"\nmsgstr[1] \"fler\"\n", "");

	(void)state;
	assert_true(catalogue_find_n(mo, STR("ø"), 1, &got));
	assert_true(str_eq(got, STR("en")));
	assert_true(catalogue_find_n(mo, STR("ø"), 0, &got));
	assert_true(str_eq(got, STR("fler")));
	arena_free(&a);
}

/* A rule that asks for a form that is not there finds nothing. */
static void
a_missing_form_is_not_found(void **state)
{
	struct arena a = { 0 };
	struct str   got, mo = compiled(&a, "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; "
	    "plural=n;\\n\"\nmsgid \"ø\"\nmsgid_plural \"øer\"\nmsgstr[0] \"en\"\n"
	    "msgstr[1] \"fler\"\n", "");

	(void)state;
	assert_true(catalogue_find_n(mo, STR("ø"), 1, &got));
	assert_false(catalogue_find_n(mo, STR("ø"), 2, &got));
	assert_false(catalogue_find_n(mo, STR("ø"), UINT64_MAX, &got));
	arena_free(&a);
}

/* Each copy lies in memory of its own size, so that a byte too far is seen. */
static void
broken_files_do_no_harm(void **state)
{
	struct arena a = { 0 };
	struct str   mo = compiled(&a, po, ""), got;

	(void)state;
	for (size_t len = 0; len < mo.len; len++) {
		char *cut = malloc(len + (len == 0));

		assert_non_null(cut);
		memcpy(cut, mo.at, len);
		if (catalogue_find((struct str){ cut, len }, STR_NONE, STR("Øst"), &got))
			assert_true(got.at >= cut && got.at + got.len <= cut + len);
		if (catalogue_find_n((struct str){ cut, len }, STR("{1} target"), 2, &got))
			assert_true(got.at >= cut && got.at + got.len <= cut + len);
		free(cut);
	}
	for (size_t i = 0; i < 300; i++) {
		char *changed = malloc(mo.len);

		assert_non_null(changed);
		memcpy(changed, mo.at, mo.len);
		changed[i % mo.len] = (char)(i * 37);
		if (catalogue_find((struct str){ changed, mo.len }, STR("verb"), STR("May"), &got))
			assert_true(got.at >= changed && got.at + got.len <= changed + mo.len);
		free(changed);
	}
	assert_false(catalogue_find(STR("ingen .mo-fil, men lang nok"), STR_NONE, STR("ø"), &got));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_found_in_every_form_of_the_file),
		cmocka_unit_test(a_catalogue_without_a_rule_counts_as_english_does),
		cmocka_unit_test(a_missing_form_is_not_found),
		cmocka_unit_test(broken_files_do_no_harm),
	};

	return cmocka_run_group_tests_name("catalogue", tests, NULL, NULL);
}

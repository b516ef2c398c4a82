/* Whatever is wrong with what the program is given: one clear line, a status, and
 * a register that stands as it stood. */
#include "cli/run.h"
#include <sqlite3.h>

/* ---- the register before and after ---- */

static void
dump(struct box *b, const char *folder)
{
	WORKS(b, "--db", "by.db", "dump", folder);
}

static void
with_register(struct box *b)
{
	load_example(b);
	dump(b, "før");
}

/* Byte by byte, and no half-made file lies about. */
static void
untouched(struct box *b)
{
	dump(b, "efter");
	box_shell(b, "diff -r før efter && rm -r efter && ! ls | grep -q -e '\\.part' -e '\\.tmp'");
	WORKS(b, "--db", "by.db", "db", "check");
}

static bool
with_sanitizer(void)
{
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
	return true;
#endif
#endif
	return false;
}

/* ---- documents ---- */

#define BYTES(lit) lit, sizeof lit - 1

static const struct {
	const char *name, *bytes;
	size_t      len;
	const char *says;
} documents[] = {
	{ "tom.txt", BYTES(""), "tom.txt: error: the file is empty" },
	{ "tom.md", BYTES(""), "empty" },
	{ "tom.csv", BYTES(""), "empty" },
	{ "blank.txt", BYTES(" \n\t\r\n  \n"), "empty" },
	{ "blank.md", BYTES("\n\n\n"), "empty" },
	{ "blank.csv", BYTES("\n \n"), "empty" },
	{ "papir.pdf", BYTES("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj\n"), "a PDF file" },
	{ "papir.txt", BYTES("%PDF-1.7\næøå"), "a PDF file" },
	{ "papir.docx", BYTES("PK\x03\x04\x14\0\6\0"), "a ZIP archive" },
	{ "papir.doc", BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "an old Office file" },
	{ "papir.rtf", BYTES("{\\rtf1\\ansi M\\'e5l"), "rich text" },
	{ "by.sqlite", BYTES("SQLite format 3\0"), "an SQLite database" },
	{ "utf16.txt", BYTES("\xFF\xFEM\0\xE5\0l\0"), "UTF-16" },
	{ "utf16.csv", BYTES("\xFE\xFF\0M\0\xE5"), "UTF-16" },
	{ "latin1.txt", BYTES("Mål\nm\xE5l\n"), "latin1.txt:2:2: error: this is not UTF-8" },
	{ "overlong.txt", BYTES("M\xC0\xAFl"), "overlong.txt:1:2: error: this is not UTF-8" },
	{ "surrogat.md", BYTES("M\xED\xA0\x80l"), "surrogat.md:1:2: error: this is not UTF-8" },
	{ "afkortet.txt", BYTES("Mål for \xC3"), "afkortet.txt:1:9: error: this is not UTF-8" },
	{ "nul.txt", BYTES("Mål\nto\0tre\n"), "nul.txt:2:3: error: a NUL byte" },
	{ "nul.csv", BYTES("a,b\n1,\0\n"), "nul.csv:2:3: error: a NUL byte" },
	{ "afkortet.csv", BYTES("Mål,Status\n\"i gang"), "afkortet.csv:2:1: error: a quotation mark" },
};

static void
bad_documents(void **state)
{
	struct box *b = *state;

	with_register(b);
	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
		box_write_bytes(b, documents[i].name, documents[i].bytes, documents[i].len);
		REFUSES(b, 1, documents[i].says, "--db", "by.db", "import", documents[i].name);
		REFUSES(b, 1, documents[i].says, "import", "--dry-run", "--json",
		    documents[i].name);
	}
	untouched(b);
}

static void
unreadable(void **state)
{
	struct box *b = *state;

	with_register(b);
	box_shell(b, "mkdir 'en mappe' && mkfifo rør && ln -s ring ring && mkdir nøgle");
	REFUSES(b, 1, "findes-ikke.txt: error: cannot be read: No such file", "--db", "by.db",
	    "import", "findes-ikke.txt");
	REFUSES(b, 1, "en mappe: error: is a folder", "--db", "by.db", "import", "en mappe");
	REFUSES(b, 1, "ring: error: cannot be read", "--db", "by.db", "import", "ring");
	REFUSES(b, 1, "tom/x.txt: error: cannot be read", "--db", "by.db", "import", "tom/x.txt");
	REFUSES(b, 2, "word 1 is empty", "--db", "by.db", "import", "");
	if (geteuid() != 0) {
		box_write(b, "låst.txt", "Mål: 5 pct.\n");
		box_shell(b, "chmod 000 låst.txt");
		REFUSES(b, 1, "låst.txt: error: cannot be read: Permission denied", "--db",
		    "by.db", "import", "låst.txt");
	}
	untouched(b);
}

/* Read by another user than root, who may read everything. */
static void
unreadable_file(void **state)
{
	struct box *b = *state;

	if (geteuid() != 0 || system("command -v setpriv >/dev/null") != 0)
		skip();
	box_write(b, "låst.txt", "Mål: 5 pct.\n");
	box_shell(b, "chmod 711 . && chmod 600 låst.txt && cp '%s' pejl && chmod 755 pejl && "
	    "{ setpriv --reuid=65534 --regid=65534 --clear-groups ./pejl import --dry-run "
	    "låst.txt >ud 2>fejl; test $? -eq 1; } && test ! -s ud && test \"$(wc -l <fejl)\" -eq 1 "
	    "&& grep -q '^låst.txt: error: cannot be read: Permission denied (' fejl", b->program);
}

/* 100 MB of nothing, of one line, and of rows: refused early, in little memory. */
static void
large_files(void **state)
{
	struct box *b = *state;

	with_register(b);
	box_shell(b, "truncate -s 100M huller.txt && "
	    "head -c 100000000 /dev/zero | tr '\\0' a >linje.txt && "
	    "yes 'Mål;5 pct.;æøå' | head -c 100000000 >rækker.csv");
	REFUSES(b, 1, "larger than", "--db", "by.db", "import", "huller.txt");
	assert_true(with_sanitizer() || b->peak_kb < 160 * 1024);
	REFUSES(b, 1, "larger than", "--db", "by.db", "import", "linje.txt");
	assert_true(with_sanitizer() || b->peak_kb < 160 * 1024);
	REFUSES(b, 1, "larger than", "--db", "by.db", "import", "rækker.csv");
	assert_true(with_sanitizer() || b->peak_kb < 160 * 1024);
	b->file_size = 0;
	REFUSES(b, 1, "error", "--db", "by.db", "import", "/dev/zero");
	assert_true(with_sanitizer() || b->peak_kb < 160 * 1024);
	untouched(b);
}

/* What is nested without end is read or refused, never a crash. */
static void
deeply_nested(void **state)
{
	static const struct {
		const char *name, *open, *middle, *close;
		int         n;
	} rows[] = {
		{ "lister.txt", "<ul><li>", "Mål: 5 pct.", "</li></ul>", 100000 },
		{ "tabeller.txt", "<table><tr><td>", "5 pct.", "</td></tr></table>", 50000 },
		{ "åbne.txt", "<p><i><ul>", "ca. 64 pct.", "", 100000 },
		{ "lister.md", "- ", "Mål: 5 pct.", "", 20000 },
		{ "citater.md", "> ", "Mål: 5 pct.", "", 20000 },
		{ "klammer.md", "[", "Mål", "](x)", 20000 },
		{ "stjerner.md", "*", "Mål", "*", 20000 },
	};
	struct box *b = *state;

	with_register(b);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		FILE *f = fopen(box_path(b, rows[i].name), "w");

		assert_non_null(f);
		for (int n = 0; n < rows[i].n; n++)
			fputs(rows[i].open, f);
		fputs(rows[i].middle, f);
		for (int n = 0; n < rows[i].n; n++)
			fputs(rows[i].close, f);
		fputs("\n", f);
		assert_int_equal(fclose(f), 0);
		(void)RUN(b, "import", "--dry-run", rows[i].name);
		if (b->status != 0)
			check_refused(b, 1, rows[i].name);
		assert_true(with_sanitizer() || b->peak_kb < 256 * 1024);
	}
	untouched(b);
}

/* ---- figures and dates ---- */

static void
figures(void **state)
{
	static const struct {
		const char *locale, *text, *says;
	} rows[] = {
		{ "none", "1.234", "text:1:1: error: \"1.234\" can be thousands or decimals" },
		{ "none", "mål: 1,234 pct.", "text:1:6: error: \"1,234\"" },
		{ "none", "kr. 300.000", "300.000" },
		{ "da", "99999999999999999999999999", "more digits than can be kept" },
		{ "da", "9223372036854775808 kr.", "9223372036854775808" },
		{ "da", "9.223.372.036.854.775 mia. kr.", "error" },
		{ "da", "31. februar 2009", "a date that does not exist" },
		{ "da", "29.02.2009", "a date that does not exist" },
		{ "da", "den 0. maj 2010", "a date that does not exist" },
		{ "da", "31/04-2010", "a date that does not exist" },
	};
	struct box *b = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		REFUSES(b, 1, rows[i].says, "read", "--locale", rows[i].locale, rows[i].text);
		REFUSES(b, 1, rows[i].says, "read", rows[i].text, "--json", "--locale",
		    rows[i].locale);
	}
	REFUSES(b, 1, "not valid UTF-8", "read", "m\xE5l 5 pct.");
	WORKS(b, "read", "--locale", "da", "1.234");
	WORKS(b, "read", "--locale", "en", "1.234");
	WORKS(b, "read", "--locale", "none", "1.234.567 og 1,5");
	WORKS(b, "read", "29.02.2008");
}

#define OBSERVATIONS "indicator,area,group,from,to,precision,method,value,qualifier,high," \
	"sample,effect,missing,assumed,preliminary,breaks\n"
#define ROW(from, to, value) "besoeg-paa-nettet,koebenhavn,," from "," to ",year,1," value ",,,,,,,,\n"

/* Measurements in bulk: every wrong row is named with its line, none is kept. */
static void
bad_measurements(void **state)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ OBSERVATIONS ROW("2013-01-01", "2014-01-01", "99999999999999999999999"), ":2" },
		{ OBSERVATIONS ROW("2013-02-30", "2014-01-01", "5"), ":2" },
		{ OBSERVATIONS ROW("2013-01-01", "2014-13-01", "5"), ":2" },
		{ OBSERVATIONS ROW("2014-01-01", "2013-01-01", "5"), ":2" },
		{ OBSERVATIONS ROW("2013-01-01", "2014-01-01", "1.234,5"), ":2" },
		{ OBSERVATIONS ROW("2013-01-01", "2014-01-01", "5")
		  "findes-ikke,koebenhavn,,2013-01-01,2014-01-01,year,1,5,,,,,,,,\n", ":3" },
		{ OBSERVATIONS ROW("2013-01-01", "2014-01-01", "5")
		  ROW("2013-01-01", "2014-01-01", "6"), ":3" },
		{ OBSERVATIONS "besoeg-paa-nettet,Atlantis,,2013-01-01,2014-01-01,year,1,5,,,,,,,,\n",
		  ":2" },
		{ OBSERVATIONS "besoeg-paa-nettet,koebenhavn\n", ":2" },
		{ OBSERVATIONS "besoeg-paa-nettet,\"koebenhavn", ":2" },
	};
	struct box *b = *state;

	with_register(b);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		box_write(b, "målinger.csv", rows[i].text);
		REFUSES(b, 1, rows[i].says, "--db", "by.db", "import", "målinger.csv");
	}
	untouched(b);
}

/* ---- data packages ---- */

/* A copy of the example in "pakke", changed by a command of the shell. */
static void
package_with(struct box *b, const char *change)
{
	box_shell(b, "rm -rf pakke ny.db* && cp -r '%s/examples/copenhagen' pakke && chmod -R u+w pakke "
	    "&& cd pakke && { %s; }", b->project, change);
}

static void
bad_packages(void **state)
{
	static const struct {
		const char *change, *says;
	} rows[] = {
		{ "rm datapackage.json", "pakke: error: is no data package" },
		{ "echo '{\"resources\": [' >datapackage.json", "is no JSON" },
		{ "echo '[1, 2]' >datapackage.json", "lists no resources" },
		{ "echo '{\"resources\": []}' >datapackage.json", "lists no resources" },
		{ "printf '\\377' >datapackage.json", "is no JSON in UTF-8" },
		{ "yes '[' | head -n 1000000 >x; { printf '{\"andet\":'; cat x; tr '[' ']' <x; "
		  "printf '}'; } >datapackage.json; rm x", "is nested too deeply" },
		{ "echo '{\"resources\": [{\"path\": \"../hemmelig.csv\"}]}' >datapackage.json",
		  "no path in this folder" },
		{ "rm target.csv", "pakke/target.csv: error: is listed in datapackage.json" },
		{ ": >target.csv", "target.csv: error: is empty" },
		{ "tail -n 1 theme.csv >x; cat x >>theme.csv", "theme.csv:" },
		{ "sed -i '2s/^[^,]*/en, to/' theme.csv", "theme.csv:2: error" },
		{ "sed -i '2s/,koebenhavn,/,atlantis,/' authority.csv", "authority.csv:2: error" },
		{ "sed -i '2s/20[0-9][0-9]-[0-9]*-[0-9]*/2009-02-30/' policy.csv", "policy.csv:2: error" },
		{ "sed -i '2s/$/,\"/' theme.csv", "theme.csv:2: error" },
		{ "printf '\\377' >>theme.csv", "theme.csv:" },
		{ "printf 'x,\\0\\r\\n' >>theme.csv", "theme.csv:" },
		{ "sed -i '1s/title/titel/' theme.csv", "theme.csv:1: error" },
		{ "sed -i '1s/title/id/' theme.csv", "theme.csv:1: error" },
		{ "rm theme.csv; mkdir theme.csv", "theme.csv" },
	};
	struct box *b = *state;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		package_with(b, rows[i].change);
		(void)RUN(b, "--db", "ny.db", "load", "pakke");
		check_refused(b, 1, rows[i].says);
		box_shell(b, "! ls | grep '^ny.db'");
	}
}

/* Several wrong rows are several lines, each with its own place. */
static void
every_wrong_row(void **state)
{
	struct box *b = *state;

	package_with(b, "sed -i -e '2s/^\\([^,]*,[^,]*\\),/\\1x,/' -e '3s/^\\([^,]*,\\)[^,]*/\\1999/' "
	    "-e '4s/^\\([^,]*,\\)[^,]*/\\1998/' theme.csv");
	assert_int_equal(RUN(b, "--db", "ny.db", "load", "pakke"), 1);
	assert_true(count_lines(b->err) >= 2);
	assert_non_null(strstr(b->err, "theme.csv:3: error"));
	assert_non_null(strstr(b->err, "theme.csv:4: error"));
	assert_int_equal(b->out_len, 0);
}

static void
folders_that_are_none(void **state)
{
	struct box *b = *state;

	with_register(b);
	box_shell(b, "mkdir tom fuld && echo hej >fuld/brev.txt && echo hej >fil");
	REFUSES(b, 1, "tom: error: is no data package", "--db", "ny.db", "load", "tom");
	REFUSES(b, 1, "fuld: error: is no data package", "--db", "ny.db", "load", "fuld");
	REFUSES(b, 1, "fil: error", "--db", "ny.db", "load", "fil");
	REFUSES(b, 1, "væk: error: there is no such folder", "--db", "ny.db", "load", "væk");
	REFUSES(b, 1, "før: error: the register has content", "--db", "by.db", "load", "før");
	REFUSES(b, 1, "fuld: error", "--db", "by.db", "dump", "fuld");
	REFUSES(b, 1, "fil: error", "--db", "by.db", "dump", "fil");
	box_shell(b, "test \"$(cat fuld/brev.txt fil)\" = \"$(printf 'hej\\nhej')\"");
	untouched(b);
}

/* ---- databases ---- */

static void
databases_that_are_none(void **state)
{
	struct box *b = *state;
	sqlite3    *db;

	box_write(b, "tekst.db", "Dette er ingen database, men en tekst på dansk.\n");
	assert_int_equal(sqlite3_open(box_path(b, "andet.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "CREATE TABLE bog (titel TEXT)", NULL, NULL, NULL),
	    SQLITE_OK);
	sqlite3_close(db);
	box_shell(b, "mkdir mappe && cp tekst.db tekst.før && cp andet.db andet.før");
	for (size_t i = 0; i < 4; i++) {
		static const char *const words[][3] = {
			{ "list", "targets", NULL }, { "load", "x", NULL }, { "db", "migrate", NULL },
			{ "db", "check", NULL },
		};

		REFUSES(b, 2, "tekst.db: error: is not a database", "--db", "tekst.db",
		    words[i][0], words[i][1]);
		REFUSES(b, 2, "andet.db: error: is another program's", "--db", "andet.db",
		    words[i][0], words[i][1]);
		REFUSES(b, 2, "mappe: error", "--db", "mappe", words[i][0], words[i][1]);
		REFUSES(b, 2, "væk/by.db: error", "--db", "væk/by.db", words[i][0], words[i][1]);
		REFUSES(b, 2, "postgresql://127.0.0.1:1/x: error: no PostgreSQL server",
		    "--db", "postgresql://127.0.0.1:1/x", words[i][0], words[i][1]);
	}
	REFUSES(b, 2, "væk.db: error: there is no register here", "--db", "væk.db", "undo", "1");
	REFUSES(b, 2, "@127.0.0.1:1/x: error", "--db",
	    "postgresql://åse:hemmelig@127.0.0.1:1/x", "barometer");
	assert_null(strstr(b->err, "hemmelig"));
	box_shell(b, "cmp tekst.db tekst.før && cmp andet.db andet.før && test ! -e væk.db");
}

static void
locked_database(void **state)
{
	struct box *b = *state;
	sqlite3    *db;

	with_register(b);
	box_write(b, "nyt.md", "# Status\n\nMål: mindst 80 pct. af brugerne er tilfredse i 2012.\n");
	assert_int_equal(sqlite3_open(box_path(b, "by.db"), &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	REFUSES(b, 2, "by.db: error: locked by another program", "--db", "by.db", "undo", "3");
	REFUSES(b, 2, "by.db: error: locked", "--db", "by.db", "import", "nyt.md");
	WORKS(b, "--db", "by.db", "list", "targets");
	assert_int_equal(sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	untouched(b);
}

/* A limit of file size stands for a disk that is full. */
static void
full_disk(void **state)
{
	static const rlim_t sizes[] = { 1 << 12, 1 << 16, 1 << 18, 1 << 19 };
	struct box *b = *state;

	with_register(b);
	box_shell(b, "cp '%s'/examples/papers/* . && mkdir -p tom", b->project);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		b->file_size = sizes[i];
		REFUSES(b, 2, "error: no room left to write", "--db", "ny.db", "load", "før");
		b->file_size = 0;
		box_shell(b, "! ls | grep '^ny.db'");
	}
	b->file_size = 1 << 12;
	REFUSES(b, 2, "by.db: error: no room left", "--db", "by.db", "undo", "3");
	REFUSES(b, 2, "no room left", "--db", "by.db", "dump", "ud");
	b->file_size = 0;
	box_shell(b, "yes 'Ærø, Æbelø og Årø er øer.' | head -n 2000 >øer.txt");
	WORKS(b, "--db", "ny.db", "import", "øer.txt");
	b->file_size = 3 << 14;
	REFUSES(b, 1, "ud/document_line.csv: error: cannot be written", "--db", "ny.db", "dump",
	    "ud");
	REFUSES(b, 2, "no room left", "--db", "by.db", "db", "backup", "kopi.db");
	b->file_size = 0;
	assert_int_equal(access(box_path(b, "ud"), F_OK), -1);
	assert_int_equal(access(box_path(b, "kopi.db"), F_OK), -1);
	untouched(b);
}

/* A file's name is shown on one line, and never obeyed by a terminal. */
static void
names_are_plain(void **state)
{
	struct box *b = *state;

	REFUSES(b, 1, "å?[31m?.txt: error", "import", "--dry-run", "å\033[31m\n.txt");
	REFUSES(b, 2, "'b?' is no kind", "list", "b\a");
	REFUSES(b, 2, "no command '?'", "\xFF");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(bad_documents), BOX_TEST(unreadable), BOX_TEST(unreadable_file),
		BOX_TEST(large_files), BOX_TEST(deeply_nested), BOX_TEST(figures),
		BOX_TEST(bad_measurements), BOX_TEST(bad_packages), BOX_TEST(every_wrong_row),
		BOX_TEST(folders_that_are_none), BOX_TEST(databases_that_are_none),
		BOX_TEST(locked_database), BOX_TEST(full_disk), BOX_TEST(names_are_plain),
	};

	return cmocka_run_group_tests_name("bad input", tests, NULL, NULL);
}

/* The barometer as a person sees it: on terminals of every width, and in a pipe. */
#include "cli/run.h"
#include "base/utf8.h"
#include <pty.h>

struct seen {
	char  *text;                    /* without colours and carriage returns */
	size_t escapes;                 /* colour changes that were taken out */
	int    status;
};

/* ---- a terminal ---- */

static void
in_terminal(const struct box *b, const char *const *words)
{
	char **env = box_environment(b);

	if (chdir(b->dir) == 0)
		(void)execve(b->program, (char *const *)(uintptr_t)words, env);
	_exit(126);
}

/* Without "ESC [ ... m" and CR; anything else that is not a letter fails. */
static void
strip(struct seen *s)
{
	char *to = s->text;

	for (const char *c = s->text; *c != '\0'; c++) {
		if (*c == '\r')
			continue;
		if (*c == '\033') {
			size_t n = strspn(c + 2, "0123456789;");

			assert_true(c[1] == '[' && c[2 + n] == 'm');
			c += 2 + n;
			s->escapes++;
			continue;
		}
		assert_true((unsigned char)*c >= ' ' || *c == '\n');
		*to++ = *c;
	}
	*to = '\0';
}

static struct seen
see_words(const struct box *b, unsigned short columns, const char *const *words)
{
	struct winsize size = { .ws_row = 24, .ws_col = columns };
	struct seen    s = { .text = calloc(1, 1 << 20) };
	size_t         len = 0;
	ssize_t        n;
	int            fd, status;
	pid_t          pid;

	assert_non_null(s.text);
	pid = forkpty(&fd, NULL, NULL, &size);
	assert_true(pid >= 0);
	if (pid == 0)
		in_terminal(b, words);
	/* At the end of a terminal read() fails: the other side is gone. */
	while (len < (1 << 20) - 1 && (n = read(fd, s.text + len, (1 << 20) - 1 - len)) > 0)
		len += (size_t)n;
	(void)close(fd);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	s.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	strip(&s);
	return s;
}

#define SEE(b, columns, ...) \
	see_words((b), (columns), (const char *const[]){ "pejl", __VA_ARGS__, NULL })

/* Letters of the longest line. */
static size_t
widest(const char *text)
{
	size_t     most = 0;
	struct str rest = str_from(text);

	while (rest.len > 0) {
		size_t n = utf8_length(str_cut(&rest, '\n'));

		most = n > most ? n : most;
	}
	return most;
}

/* With single blanks for all that is blank: what is said, however it is wrapped. */
static char *
flowing(const char *text)
{
	char  *flat = calloc(1, strlen(text) + 2);
	size_t n = 0;

	assert_non_null(flat);
	for (; *text != '\0'; text++) {
		bool blank = *text == ' ' || *text == '\n';

		if (!blank)
			flat[n++] = *text;
		else if (n > 0 && flat[n - 1] != ' ')
			flat[n++] = ' ';
	}
	return flat;
}

static void
says(const char *text, const char *words)
{
	if (strstr(text, words) == NULL)
		fail_msg("expected \"%s\" in:\n%s", words, text);
}

/* ---- the barometer ---- */

static const unsigned short widths[] = { 40, 60, 80, 100, 120, 200 };

static void
no_line_is_too_wide(void **state)
{
	static const char *const langs[] = { "da", "en" };
	struct box *b = *state;

	load_example(b);
	b->env[0] = "TERM=xterm";
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		for (size_t l = 0; l < 2; l++) {
			struct seen s = SEE(b, widths[i], "--db", "by.db", "barometer", "--lang", langs[l]);

			assert_int_equal(s.status, 0);
			if (widest(s.text) > widths[i])
				fail_msg("%zu letters at %d columns", widest(s.text), widths[i]);
			assert_true(widest(s.text) > 30);
			assert_null(strstr(s.text, " \n"));
			free(s.text);
		}
	}
}

/* Whatever the width: every title, figure, verdict and reason is there whole. */
static void
nothing_is_cut(void **state)
{
	static const char *const whole[] = {
		"At least 80 per cent satisfied customers in each place",
		"over 80 per cent", "≥ 13,663.5", "-1.33", "moving away", "met (?)",
		"The number has risen from 12 (2010) to 14 (2011): it moves the wrong way",
		"No target that can be checked was stated.", "60 targets: 4 met, 10 on track",
		"Inclusion policy 2011-2014: Get involved in the city (as of 2012-04-30)",
	};
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		struct seen s = SEE(b, widths[i], "--db", "by.db", "barometer", "--lang", "en");
		char       *flat = flowing(s.text);

		assert_null(strstr(s.text, "…"));
		for (size_t w = 0; w < sizeof whole / sizeof *whole; w++)
			/* A title beside its figures is wrapped around them. */
			if (w > 0 || widths[i] < 100)
				says(flat, whole[w]);
		free(flat);
		free(s.text);
	}
	WORKS(b, "--db", "by.db", "barometer", "--lang", "en");
	assert_silent(b, "…");
	assert_silent(b, "\033");
	assert_silent(b, " \n");
}

static void
colour_on_a_terminal_only(void **state)
{
	static const struct {
		const char *env[2];
		bool        colour;
	} rows[] = {
		{ { "TERM=xterm" }, true }, { { "TERM=xterm", "NO_COLOR=" }, true },
		{ { "TERM=xterm", "NO_COLOR=1" }, false }, { { "TERM=dumb" }, false }, { { NULL }, false },
	};
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct seen s;

		memcpy(b->env, rows[i].env, sizeof rows[i].env);
		s = SEE(b, 80, "--db", "by.db", "barometer");
		assert_int_equal(s.escapes > 0, rows[i].colour);
		/* What is coloured is ended. */
		assert_int_equal(s.escapes % 2, 0);
		free(s.text);
		WORKS(b, "--db", "by.db", "barometer");
		assert_silent(b, "\033");
	}
}

static void
danish_and_english(void **state)
{
	struct box *b = *state;
	char       *flat;

	load_example(b);
	WORKS(b, "--db", "by.db", "barometer", "--lang", "da", "--as-of", "2009-06-01");
	flat = flowing(b->out);
	says(flat, "60 måltal: ");
	says(flat, "på vej");
	says(flat, "59,90 pct.");
	says(flat, "1,57");
	says(flat, "(pr. 2009-06-01)");
	free(flat);
	WORKS(b, "--db", "by.db", "barometer", "--lang", "en", "--as-of", "2009-06-01");
	flat = flowing(b->out);
	says(flat, "60 targets: ");
	says(flat, "on track");
	says(flat, "59.90 per cent");
	says(flat, "1.57");
	says(flat, "(as of 2009-06-01)");
	free(flat);
}

/* Without translations the English page shows the Danish titles. */
static void
untranslated_is_danish(void **state)
{
	struct box *b = *state;

	box_shell(b, "cp -r '%s/examples/copenhagen' pakke && chmod -R u+w pakke && "
	    "sed -i '2,$d' pakke/translation.csv", b->project);
	WORKS(b, "--db", "da.db", "load", "pakke");
	WORKS(b, "--db", "da.db", "barometer", "--lang", "en");
	assert_says(b, "Alle børn og unge skal have en god start på livet");
	assert_says(b, "There is no measurement yet");
	assert_says(b, "60 targets: ");
}

/* As-of moves the verdicts, and the counts with them. */
static void
as_of_and_counts(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "barometer", "--lang", "en");
	assert_says(b, "60 targets: 4 met, 10 on track, 1 behind, 4 off track, 1 moving away, "
	    "3 missed, 26 no data, 11 undefined\n");
	WORKS(b, "--db", "by.db", "barometer", "--lang", "en", "--as-of", "1999-01-01");
	assert_says(b, "60 targets: ");
	assert_silent(b, "met");
	WORKS(b, "--db", "tom.db", "db", "migrate");
	WORKS(b, "--db", "tom.db", "barometer", "--lang", "da");
	assert_string_equal(b->out, "\ningen måltal\n");
}

/* Lists fit a terminal by shortening; in a pipe they are whole. */
static void
lists_fit(void **state)
{
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
		struct seen s = SEE(b, widths[i], "--db", "by.db", "list", "targets");

		assert_true(widest(s.text) <= widths[i]);
		assert_int_equal(count_lines(s.text), 60);
		free(s.text);
		s = SEE(b, widths[i], "--db", "by.db", "show", "target", "i-arbejde", "--as-of",
		    "2009-06-01");
		assert_true(widths[i] < 60 || widest(s.text) <= widths[i]);
		free(s.text);
		s = SEE(b, widths[i], "--db", "by.db", "evaluate");
		assert_true(widest(s.text) <= widths[i]);
		free(s.text);
	}
	WORKS(b, "--db", "by.db", "list", "targets");
	assert_silent(b, "…");
}

/* What a document says never moves the terminal's cursor. */
static void
documents_cannot_paint(void **state)
{
	struct box *b = *state;

	box_write(b, "mål.md", "# Status\n\nMål 1: Mindst 80 pct. \033[31m\033]0;x\007 er tilfredse i 2012.\n\n"
	    "Status: 82 pct. i 2011.\n");
	if (RUN(b, "import", "mål.md") != 0)
		return;
	assert_silent(b, "\033");
	for (size_t i = 0; i < 4; i++) {
		static const char *const words[][4] = {
			{ "list", "targets", NULL }, { "list", "proposals", NULL },
			{ "barometer", "--lang", "da", NULL }, { "evaluate", "--lang", "da", NULL },
		};
		struct seen s = SEE(b, 80, words[i][0], words[i][1], words[i][2]);

		free(s.text);
		(void)RUN(b, words[i][0], words[i][1], words[i][2]);
		assert_silent(b, "\033");
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(no_line_is_too_wide), BOX_TEST(nothing_is_cut),
		BOX_TEST(colour_on_a_terminal_only), BOX_TEST(danish_and_english),
		BOX_TEST(untranslated_is_danish), BOX_TEST(as_of_and_counts), BOX_TEST(lists_fit),
		BOX_TEST(documents_cannot_paint),
	};

	return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}

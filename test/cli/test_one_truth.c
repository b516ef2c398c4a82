/* The terminal, the page and the API say the same about every target of the
 * example city: verdict, latest figure, target, pace, and the sentence. */
#include "run.h"
#include "../json_tree.h"
#include "../web/http_text.h"
#include "web/answer.h"

struct truth {
	struct box   *box;
	struct viewer viewer;
	struct arena  arena;
	bool          danish;
	const char   *day;              /* NULL: the status dates */
};

/* ---- what each says ---- */

static const char *
asked(struct truth *t, const char *target)
{
	struct http_request rq;
	struct http_reply   re = { 0 };
	const char         *text;

	buf_init(&re.body, HTTPD_REPLY_MAX);
	http_request_read(&rq, arena_printf(&t->arena, "GET %s HTTP/1.1\r\nHost: a\r\n", target));
	answer(&t->viewer, &rq, &t->arena, &re);
	assert_int_equal(re.status, 200);
	text = str_dup(&t->arena, buf_str(&re.body)).at;
	buf_free(&re.body);
	return text;
}

static const char *
with_day(struct truth *t, const char *path, const char *more)
{
	if (t->day == NULL)
		return arena_printf(&t->arena, "%s?%s", path, more).at;
	return arena_printf(&t->arena, "%s?as_of=%s&%s", path, t->day, more).at;
}

static void
ask_terminal(struct truth *t)
{
	const char *lang = t->danish ? "da" : "en";

	if (t->day != NULL)
		WORKS(t->box, "--db", "by.db", "--lang", lang, "barometer", "--as-of", t->day);
	else
		WORKS(t->box, "--db", "by.db", "--lang", lang, "barometer");
}

/* ---- texts ---- */

/* HTML as a reader sees it: without tags, entities resolved, blanks as one. */
static const char *
read_html(struct truth *t, struct str html)
{
	static const struct {
		const char *entity;
		char        is;
	} entities[] = { { "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' },
	                 { "&#39;", '\'' } };
	char  *text = ARENA_ARRAY(&t->arena, char, html.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < html.len; i++) {
		bool entity = false;

		while (i < html.len && html.at[i] == '<')
			for (; i < html.len && html.at[i++] != '>';)
				;
		for (size_t e = 0; e < COUNT_OF(entities) && !entity; e++) {
			entity = str_starts(str_slice(html, i, html.len), str_from(entities[e].entity));
			if (entity) {
				text[n++] = entities[e].is;
				i += strlen(entities[e].entity) - 1;
			}
		}
		if (!entity && i < html.len)
			text[n++] = html.at[i];
	}
	return text;
}

/* What stands between two words of a row, from `*at` on, which moves behind it. */
static const char *
between(struct truth *t, struct str row, const char *from, const char *to, size_t *at)
{
	size_t start = str_find(row, str_from(from), *at), end;

	if (start == SIZE_MAX)
		fail_msg("no %s in " STR_FMT, from, STR_ARG(row));
	start += strlen(from);
	end = str_find(row, str_from(to), start);
	assert_true(end != SIZE_MAX);
	*at = end;
	return read_html(t, str_slice(row, start, end));
}

struct shown {                          /* a target on the page */
	const char *verdict, *why, *pace, *latest, *required;
};

static struct shown
read_row(struct truth *t, const char *page, const char *id)
{
	struct str   html = str_from(page), row;
	struct str   head = arena_printf(&t->arena, "id=\"target-%s\"", id);
	size_t       start = str_find(html, head, 0), at = 0;
	struct shown s = { .pace = "" };

	if (start == SIZE_MAX)
		fail_msg("%s is not on the page", id);
	row = str_slice(html, start, str_find(html, STR("</tr>"), start));
	(void)between(t, row, "class=\"verdict ", "aria-hidden=\"true\">", &at);
	s.verdict = between(t, row, "</span> ", "</span>", &at);
	s.why = between(t, row, "<p class=\"why\">", "</p>", &at);
	if (str_find(row, STR("class=\"pace\""), 0) != SIZE_MAX)
		s.pace = between(t, row, "<span class=\"value\">", "</span>", &at);
	s.latest = between(t, row, "<span class=\"value\">", "</span>", &at);
	s.required = between(t, row, "<span class=\"value\">", "</span>", &at);
	return s;
}

/* "11668.5" as a reader of the language writes it: "11.668,5", "11,668.5". */
static const char *
localised(struct truth *t, const char *plain)
{
	size_t      whole = strcspn(plain, ".");
	struct buf  b;
	const char *text;

	buf_init(&b, 256);
	for (size_t i = 0; i < whole; i++) {
		buf_char(&b, plain[i]);
		if (plain[i] != '-' && i + 1 < whole && (whole - i - 1) % 3 == 0)
			buf_char(&b, t->danish ? '.' : ',');
	}
	if (plain[whole] == '.')
		buf_putf(&b, "%c%s", t->danish ? ',' : '.', plain + whole + 1);
	text = str_dup(&t->arena, buf_str(&b)).at;
	buf_free(&b);
	return text;
}

/* Is the figure in the text, with no digit beside it? */
static bool
has_figure(const char *text, const char *figure)
{
	for (const char *at = strstr(text, figure); at != NULL; at = strstr(at + 1, figure)) {
		bool before = at > text && strchr("0123456789.,", at[-1]) != NULL;
		char after = at[strlen(figure)];

		if (!before && (after == '\0' || strchr("0123456789", after) == NULL))
			return true;
	}
	return false;
}

/* ---- comparing ---- */

/* A figure of the API is the one on the page; without one the page has a dash, or
 * the end of an interval. */
static void
same_figure(struct truth *t, const char *id, yajl_val figure, const char *shown)
{
	static const char *const members[] = { "value", "low", "high" };

	if (IS_NULL(figure)) {
		if (strpbrk(shown, "0123456789") != NULL)
			fail_msg("%s: the page says %s, the API nothing", id, shown);
		return;
	}
	for (size_t i = 0; i < COUNT_OF(members); i++) {
		const char *path[] = { members[i], NULL };
		yajl_val    v = yajl_tree_get(figure, path, yajl_t_string);

		if (v == NULL)
			continue;
		if (!has_figure(shown, localised(t, v->u.string)))
			fail_msg("%s: the API says %s, the page %s", id, v->u.string, shown);
		return;
	}
}

/* Takes `word` off the end of the line; it must be there. */
static void
cut_end(const char *id, struct str *line, const char *word)
{
	*line = str_trim(*line);
	if (!str_ends(*line, str_from(word)))
		fail_msg("%s: the terminal does not end with %s: " STR_FMT, id, word,
		    STR_ARG(*line));
	line->len -= strlen(word);
}

/* How much of `text` says `words`, where a blank may be a new line with its indent;
 * 0: something else stands there. */
static size_t
says_so(struct str text, const char *words)
{
	size_t i = 0;

	for (; *words != '\0'; words++) {
		if (i == text.len || (text.at[i] != *words && !(*words == ' ' && text.at[i] == '\n')))
			return 0;
		for (i++; *words == ' ' && i < text.len && text.at[i] == ' ';)
			i++;
	}
	return i;
}

static size_t
find_sentence(struct str text, const char *words, size_t *len)
{
	for (size_t i = 0; i < text.len; i++) {
		*len = says_so(str_slice(text, i, text.len), words);
		if (*len > 0)
			return i;
	}
	return SIZE_MAX;
}

/* The last line with its verdict before its sentence ends with its figures. */
static void
same_line(const char *id, struct str *terminal, const struct shown *s)
{
	size_t     len, end = find_sentence(*terminal, s->why, &len);
	struct str line = STR_NONE, rest, one;

	if (end == SIZE_MAX)
		fail_msg("%s: the terminal does not say: %s", id, s->why);
	rest = str_slice(*terminal, 0, end);
	*terminal = str_slice(*terminal, end + len, terminal->len);
	while (rest.len > 0) {
		one = str_cut(&rest, '\n');
		if (str_find(one, str_from(s->verdict), 0) != SIZE_MAX)
			line = one;
	}
	if (line.len == 0)
		fail_msg("%s: the terminal does not say %s", id, s->verdict);
	cut_end(id, &line, s->pace);
	cut_end(id, &line, s->required);
	cut_end(id, &line, s->latest);
}

static const char *
word_of(struct truth *t, yajl_val codes, const char *verdict)
{
	yajl_val code = tree_find(tree_get(codes, "verdicts"), "code", verdict);

	if (code == NULL)
		fail_msg("%s is no code", verdict);
	if (code == NULL)
		abort();
	return tree_text(code, t->danish ? "da" : "en");
}

static void
same_target(struct truth *t, yajl_val item, yajl_val codes, const char *page,
            struct str *terminal)
{
	yajl_val     j = tree_get(item, "judgement"), required = tree_get(j, "required");
	const char  *id = tree_text(tree_get(j, "target"), "id");
	struct shown s = read_row(t, page, id);
	yajl_val     pace = tree_get(j, "pace");

	assert_string_equal(s.verdict, word_of(t, codes, tree_text(j, "verdict")));
	assert_string_equal(s.why, tree_text(tree_get(j, "explanation"), t->danish ? "da" : "en"));
	same_figure(t, id, tree_get(j, "latest"), s.latest);
	if (IS_OBJECT(required) && IS_STRING(tree_get(required, "value")))
		same_figure(t, id, required, s.required);
	assert_string_equal(s.pace, IS_STRING(pace) ? localised(t, pace->u.string) : "");
	same_line(id, terminal, &s);
}

static void
same_everywhere(struct truth *t)
{
	const char *home = t->danish ? "/da/" : "/en/", *page = asked(t, with_day(t, home, ""));
	yajl_val    codes = tree_parse(asked(t, "/api/v1/codes"));
	yajl_val    all = tree_parse(asked(t, with_day(t, "/api/v1/barometer", "limit=1000")));
	yajl_val    items = tree_get(all, "items");
	struct str  terminal;

	ask_terminal(t);
	terminal = str_from(t->box->out);
	assert_int_equal(tree_length(items), 60);
	for (size_t i = 0; i < tree_length(items); i++)
		same_target(t, tree_at(items, i), codes, page, &terminal);
	yajl_tree_free(all);
	yajl_tree_free(codes);
}

static void
one_truth(void **state)
{
	static const char *const days[] = { NULL, "2009-06-01", "2012-04-30", "2007-01-01" };
	struct box *b = *state;

	load_example(b);
	for (size_t i = 0; i < 2 * COUNT_OF(days); i++) {
		struct truth t = { .box = b, .danish = i % 2 == 0, .day = days[i / 2] };

		t.viewer = (struct viewer){ .db = str_from(box_path(b, "by.db")) };
		same_everywhere(&t);
		viewer_close(&t.viewer);
		arena_free(&t.arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { BOX_TEST(one_truth) };

	return cmocka_run_group_tests_name("one truth", tests, NULL, NULL);
}

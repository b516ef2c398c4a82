#include "app/source_words.h"
#include <strings.h>

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static struct str
skip_blanks(struct str s)
{
	while (s.len > 0 && is_blank(s.at[0]))
		s = str_slice(s, 1, s.len);
	return s;
}

/* What stands up to `end` or, when `blank`, a blank, without quotation marks. `*by`: what
 * ended it, a blank being ' ' and the end of all 0. False: a quotation mark is not closed. */
static bool
cut_piece(struct arena *a, struct str *rest, char end, bool blank, struct str *ret, char *by)
{
	char  *to = arena_bytes(a, rest->len + 1);
	size_t i = 0, len = 0;
	bool   quoted = false;

	for (; i < rest->len; i++) {
		char c = rest->at[i];

		if (c == '"' && quoted && i + 1 < rest->len && rest->at[i + 1] == '"')
			to[len++] = rest->at[i++];
		else if (c == '"')
			quoted = !quoted;
		else if (!quoted && (c == end || (blank && is_blank(c))))
			break;
		else
			to[len++] = c;
	}
	*by = '\0';
	if (i < rest->len)
		*by = rest->at[i] == end ? end : ' ';
	*rest = str_slice(*rest, i + (i < rest->len), rest->len);
	*ret = (struct str){ to, len };
	return !quoted;
}

/* ---- selections ---- */

static bool
read_pick(struct arena *a, struct str *rest, struct source_pick *p)
{
	size_t     cap = 0;
	struct str code;
	char       by;

	if (!cut_piece(a, rest, '=', true, &p->dimension, &by) || by != '=' || p->dimension.len == 0)
		return false;
	do {
		if (!cut_piece(a, rest, ',', true, &code, &by) || code.len == 0)
			return false;
		ARENA_GROW(a, p->code, p->len, &cap);
		p->code[p->len++] = code;
	} while (by == ',');
	return true;
}

bool
source_selection_read(struct arena *a, struct str text, struct source_selection *ret)
{
	struct source_selection s = { 0 };
	size_t                  cap = 0;
	struct str              rest = text;

	while (rest = skip_blanks(rest), rest.len > 0) {
		struct source_pick p = { 0 };

		if (!read_pick(a, &rest, &p) || source_selection_of(&s, p.dimension) != NULL)
			return false;
		ARENA_GROW(a, s.at, s.len, &cap);
		s.at[s.len++] = p;
	}
	*ret = s;
	return true;
}

const struct source_pick *
source_selection_of(const struct source_selection *s, struct str dimension)
{
	for (size_t i = 0; i < s->len; i++)
		if (s->at[i].dimension.len == dimension.len &&
		    strncasecmp(s->at[i].dimension.at, dimension.at, dimension.len) == 0)
			return &s->at[i];
	return NULL;
}

/* ---- codes that signs stand for ---- */

/* `*` is any letters. */
static bool
is_like(struct str code, struct str want)
{
	size_t c = 0, w = 0, star = SIZE_MAX, back = 0;

	while (c < code.len) {
		if (w < want.len && want.at[w] == '*') {
			star = w++;
			back = c;
		} else if (w < want.len && want.at[w] == code.at[c]) {
			w++;
			c++;
		} else if (star != SIZE_MAX) {
			w = star + 1;
			c = ++back;
		} else {
			return false;
		}
	}
	while (w < want.len && want.at[w] == '*')
		w++;
	return w == want.len;
}

struct span {
	struct str from, to;            /* empty: open */
	size_t     first, past;         /* places */
};

/* What stands between "top(" and ")". */
static bool
is_call(struct str want, const char *name, struct str *within)
{
	struct str head = str_from(name);

	if (!str_starts(want, head) || !str_ends(want, STR(")")))
		return false;
	*within = str_slice(want, head.len, want.len - 1);
	return true;
}

static bool
read_count(struct str text, size_t *ret)
{
	int64_t n;

	if (!str_int(text, &n) || n < 1)
		return false;
	*ret = (size_t)n;
	return true;
}

/* "(2)": the second newest; "(-n+5)": the five newest. */
static bool
read_places(struct str want, size_t len, struct span *ret)
{
	struct str in;
	size_t     n;

	*ret = (struct span){ .past = len };
	if ((is_call(want, "(-n+", &in) || is_call(want, "top(", &in)) && read_count(in, &n))
		ret->first = n < len ? len - n : 0;
	else if (is_call(want, "bottom(", &in) && read_count(in, &n))
		ret->past = n < len ? n : len;
	else if (is_call(want, "(", &in) && read_count(in, &n) && n <= len)
		*ret = (struct span){ .first = len - n, .past = len - n + 1 };
	else
		return false;
	return true;
}

static bool
read_ends(struct str want, struct span *ret)
{
	struct str in;
	size_t     at;

	if (is_call(want, "from(", &in))
		ret->from = in;
	else if (is_call(want, "to(", &in))
		ret->to = in;
	else if (is_call(want, "range(", &in)) {
		ret->from = str_cut(&in, ',');
		ret->to = in;
	} else if (str_starts(want, STR("<="))) {
		ret->to = str_slice(want, 2, want.len);
	} else if (str_starts(want, STR(">="))) {
		at = str_find(want, STR("<="), 2);
		ret->from = str_slice(want, 2, at == SIZE_MAX ? want.len : at);
		ret->to = at == SIZE_MAX ? STR_NONE : str_slice(want, at + 2, want.len);
	} else {
		return false;
	}
	return true;
}

static bool
takes(struct str want, const struct str *code, size_t at, size_t len)
{
	struct span s = { .past = len };

	if (str_eq(want, code[at]))
		return true;
	if (read_places(want, len, &s))
		return at >= s.first && at < s.past;
	if (read_ends(want, &s))
		return (s.from.len == 0 || str_cmp(code[at], s.from) >= 0) &&
		    (s.to.len == 0 || str_cmp(code[at], s.to) <= 0);
	return is_like(code[at], want);
}

bool
source_pick_codes(const struct source_pick *p, const struct str *code, size_t len, bool *take,
                  struct str *word)
{
	for (size_t w = 0; w < p->len; w++) {
		bool some = false;

		for (size_t i = 0; i < len; i++) {
			bool it = takes(p->code[w], code, i, len);

			some = some || it;
			take[i] = take[i] || it;
		}
		*word = p->code[w];
		if (!some)
			return false;
	}
	return true;
}

/* ---- mappings ---- */

static int64_t
find_thing(const struct things *t, enum noun kind, struct str key)
{
	struct str prefix = STR("comparator:");

	if (kind == NOUN_AREA && str_starts(key, prefix))
		return things_find(t, NOUN_COMPARATOR, str_slice(key, prefix.len, key.len));
	return things_find(t, kind, key);
}

struct str
source_mapping_dimension(struct arena *a, struct str text)
{
	struct str rest = str_trim(text), id;
	char       by;

	return cut_piece(a, &rest, ':', false, &id, &by) && by == ':' ? str_trim(id) : STR_NONE;
}

bool
source_mapping_read(struct arena *a, const struct things *t, struct str text, enum noun kind,
                    struct source_mapping *ret)
{
	struct source_mapping m = { 0 };
	struct str            rest = str_trim(text);
	size_t                cap = 0;
	char                  by;

	if (rest.len > 0 && (!cut_piece(a, &rest, ':', false, &m.dimension, &by) || by != ':'))
		return false;
	m.dimension = str_trim(m.dimension);
	while (rest = skip_blanks(rest), rest.len > 0) {
		struct source_code c;

		if (!cut_piece(a, &rest, '=', true, &c.code, &by) || by != '=' || c.code.len == 0 ||
		    !cut_piece(a, &rest, ' ', true, &c.key, &by))
			return false;
		c.id = find_thing(t, kind, c.key);
		ARENA_GROW(a, m.at, m.len, &cap);
		m.at[m.len++] = c;
	}
	if (text.len > 0 && (m.dimension.len == 0 || m.len == 0))
		return false;
	*ret = m;
	return true;
}

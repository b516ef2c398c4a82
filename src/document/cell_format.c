#include "document/cell_format.h"
#include "document/cell_number.h"
#include <string.h>

struct str
cell_format_builtin(unsigned id)
{
	static const struct { unsigned id; struct str code; } codes[] = {
		{ 1, STR_INIT("0") }, { 2, STR_INIT("0.00") }, { 3, STR_INIT("#,##0") },
		{ 4, STR_INIT("#,##0.00") }, { 9, STR_INIT("0%") }, { 10, STR_INIT("0.00%") },
		{ 14, STR_INIT("d-m-yyyy") }, { 15, STR_INIT("d-mmm-yy") }, { 16, STR_INIT("d-mmm") },
		{ 17, STR_INIT("mmm-yy") }, { 18, STR_INIT("h:mm") }, { 19, STR_INIT("h:mm:ss") },
		{ 20, STR_INIT("h:mm") }, { 21, STR_INIT("h:mm:ss") }, { 22, STR_INIT("d-m-yyyy h:mm") },
		{ 37, STR_INIT("#,##0;-#,##0") }, { 38, STR_INIT("#,##0;-#,##0") },
		{ 39, STR_INIT("#,##0.00;-#,##0.00") }, { 40, STR_INIT("#,##0.00;-#,##0.00") },
		{ 41, STR_INIT("#,##0;-#,##0;\"-\"") }, { 42, STR_INIT("#,##0;-#,##0;\"-\"") },
		{ 43, STR_INIT("#,##0.00;-#,##0.00;\"-\"??") }, { 44, STR_INIT("#,##0.00;-#,##0.00;\"-\"??") },
		{ 45, STR_INIT("h:mm:ss") }, { 46, STR_INIT("[h]:mm:ss") }, { 47, STR_INIT("h:mm:ss") },
	};

	for (size_t i = 0; i < COUNT_OF(codes); i++)
		if (codes[i].id == id)
			return codes[i].code;
	if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))
		return STR("d-m-yyyy");         /* dates of East Asian editions */
	return STR("General");
}

/* ---- the code ---- */

enum token_kind {
	TOKEN_END, TOKEN_LITERAL, TOKEN_DIGIT, TOKEN_POINT, TOKEN_COMMA, TOKEN_PERCENT,
	TOKEN_DATE, TOKEN_GENERAL, TOKEN_NOTHING,
};

struct token {
	enum token_kind kind;
	struct str      text;
	bool            elapsed;        /* DATE: "[h]" */
};

static char
low(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool
is_general(struct str s)
{
	static const char word[] = "general";

	for (size_t i = 0; i < sizeof word - 1; i++)
		if (i >= s.len || low(s.at[i]) != word[i])
			return false;
	return true;
}

/* "[Red]", "[$kr.-406]", "[h]", "[>100]" */
static struct token
bracket(struct str s, size_t *taken)
{
	size_t       end = str_find(s, STR("]"), 0);
	struct str   inner = str_slice(s, 1, end == SIZE_MAX ? s.len : end);
	struct token t = { .kind = TOKEN_NOTHING };

	*taken = end == SIZE_MAX ? s.len : end + 1;
	if (str_starts(inner, STR("$"))) {
		inner = str_slice(inner, 1, inner.len);
		t = (struct token){ TOKEN_LITERAL, str_cut(&inner, '-'), false };
	} else if (inner.len > 0 && strchr("hms", low(inner.at[0])) != NULL &&
	    low(inner.at[inner.len - 1]) == low(inner.at[0])) {
		t = (struct token){ TOKEN_DATE, STR_NONE, true };
	}
	return t;
}

static struct token
next_token(struct str *rest)
{
	struct str   s = *rest;
	char         c = s.len > 0 ? s.at[0] : '\0';
	size_t       n = 1;
	struct token t = { .kind = TOKEN_NOTHING };

	if (s.len == 0)
		return (struct token){ .kind = TOKEN_END };
	if (is_general(s)) {
		n = 7;
		t.kind = TOKEN_GENERAL;
	} else if (c == '"') {
		n = str_find(s, STR("\""), 1);
		t = (struct token){ TOKEN_LITERAL, str_slice(s, 1, n), false };
		n = n == SIZE_MAX ? s.len : n + 1;
	} else if (c == '[') {
		t = bracket(s, &n);
	} else if (c == '\\') {
		t = (struct token){ TOKEN_LITERAL, str_slice(s, 1, 2), false };
		n = 2;
	} else if (c == '_' || c == '*') {
		n = 2;
	} else if (memchr("0#?", c, 3) != NULL) {
		t.kind = TOKEN_DIGIT;
	} else if (memchr("ymdhs", low(c), 5) != NULL) {
		t.kind = TOKEN_DATE;
	} else if (memchr("@;", c, 2) == NULL) {
		t.kind = c == '.' ? TOKEN_POINT : c == ',' ? TOKEN_COMMA : c == '%' ? TOKEN_PERCENT
		    : TOKEN_LITERAL;
	}
	if (t.kind != TOKEN_LITERAL || (c != '"' && c != '[' && c != '\\'))
		t.text = str_slice(s, 0, n);
	*rest = str_slice(s, n, s.len);
	return t;
}

/* The part of a code for this sign: "positive;negative;zero;text". */
static struct str
section(struct str code, size_t wanted, size_t *count)
{
	struct str rest = code, from = code, found = STR_NONE;
	size_t     n = 0;

	for (;;) {
		if (rest.len > 0 && rest.at[0] != ';') {
			(void)next_token(&rest);
			continue;
		}
		if (n++ == wanted)
			found = str_slice(from, 0, from.len - rest.len);
		if (rest.len == 0)
			break;
		rest = from = str_slice(rest, 1, rest.len);
	}
	*count = n;
	return found;
}

struct shape {
	size_t integer, required, decimals;     /* digits that must stand; that may */
	size_t thousands;               /* commas that divide by 1000 */
	size_t percents;
	bool   digits, general, point, elapsed, power;
	bool   date, year, month, day, hour;
};

static void
see_date(struct shape *sh, const struct token *t)
{
	char c = low(t->text.at[t->elapsed ? 1 : 0]);

	sh->date = true;
	sh->year |= c == 'y';
	sh->month |= c == 'm' && !sh->hour;
	sh->day |= c == 'd';
	sh->hour |= c == 'h' || c == 's';
	sh->elapsed |= t->elapsed;
}

static struct shape
shape_of(struct str code)
{
	struct shape sh = { 0 };
	struct token t;
	size_t       commas = 0;

	while ((t = next_token(&code)).kind != TOKEN_END) {
		if (t.kind == TOKEN_DIGIT && !sh.point) {
			sh.digits = true;
			sh.integer += t.text.at[0] == '0';
			commas = 0;
		} else if (t.kind == TOKEN_DIGIT) {
			sh.digits = true;
			sh.decimals++;
			if (t.text.at[0] == '0')
				sh.required = sh.decimals;
		} else if (t.kind == TOKEN_DATE) {
			see_date(&sh, &t);
		}
		commas += t.kind == TOKEN_COMMA && sh.digits;
		if (t.kind == TOKEN_COMMA && sh.point && sh.digits)
			sh.thousands++;
		if (t.kind == TOKEN_POINT && !sh.point) {
			sh.thousands += commas;
			commas = 0;
			sh.point = true;
		}
		sh.percents += t.kind == TOKEN_PERCENT;
		sh.general |= t.kind == TOKEN_GENERAL;
		sh.power |= t.kind == TOKEN_LITERAL && t.text.len == 1 && sh.digits &&
		    (low(t.text.at[0]) == 'e' || t.text.at[0] == '/');
	}
	if (!sh.point)
		sh.thousands += commas;
	return sh;
}

/* ---- writing ---- */

static void
put_figure(struct buf *b, const struct cell_number *n, const struct shape *sh)
{
	struct cell_number shown = *n;

	if (!sh->digits || sh->power) {
		cell_number_write_general(b, n);
		return;
	}
	shown.point += 2 * (int)(sh->percents < 5 ? sh->percents : 5);
	shown.point -= 3 * (int)(sh->thousands < 5 ? sh->thousands : 5);
	cell_number_write(b, &shown, sh->integer, sh->required, sh->decimals);
}

/* Letters around the figure; a sign is written by us and a bracket says no more. */
static void
put_around(struct buf *b, struct str literal, bool negative)
{
	if (!negative || (!str_eq(literal, STR("-")) && !str_eq(literal, STR("(")) &&
	    !str_eq(literal, STR(")"))))
		buf_put(b, literal);
}

static void
put_number(struct buf *b, const struct cell_number *n, struct str code, bool negative)
{
	struct shape sh = shape_of(code);
	struct token t;
	bool         said = false;

	if (negative)
		buf_char(b, '-');
	if (!sh.digits && !sh.general && code.len > 0 && str_find(code, STR("@"), 0) != SIZE_MAX)
		sh.general = true;
	while ((t = next_token(&code)).kind != TOKEN_END) {
		bool figure = t.kind == TOKEN_DIGIT || t.kind == TOKEN_GENERAL ||
		    (t.kind == TOKEN_NOTHING && t.text.len == 1 && t.text.at[0] == '@') ||
		    (t.kind == TOKEN_POINT && sh.digits);

		if (figure && !said) {
			put_figure(b, n, &sh);
			said = true;
		} else if (t.kind == TOKEN_PERCENT) {
			buf_char(b, '%');
		} else if (t.kind == TOKEN_LITERAL && !sh.power) {
			put_around(b, t.text, negative);
		}
	}
}

/* "-" where zero is shown so: "- kr." says no more. */
static bool
is_dash(struct str code)
{
	struct token t;
	bool         dash = false;

	while ((t = next_token(&code)).kind != TOKEN_END) {
		if (t.kind == TOKEN_GENERAL || (t.kind == TOKEN_DIGIT && t.text.at[0] != '?'))
			return false;
		dash |= t.kind == TOKEN_LITERAL && str_eq(t.text, STR("-"));
	}
	return dash;
}

void
cell_format_write(struct buf *b, struct str value, struct str code, bool from_1904)
{
	struct cell_number n;
	struct str         first;
	struct shape       sh;
	size_t             count, at = 0;

	if (!cell_number_read(value, &n)) {
		buf_put(b, value);
		return;
	}
	first = section(code, 0, &count);
	sh = shape_of(first);
	if (sh.date && !sh.digits && !sh.general) {
		cell_number_write_date(b, &n, (struct cell_date){ sh.year, sh.month, sh.day, sh.hour,
		    sh.elapsed, from_1904 });
		return;
	}
	if (n.negative && count > 1)
		at = 1;
	else if (n.len == 0 && count > 2)
		at = 2;
	code = at == 0 ? first : section(code, at, &count);
	if (n.len == 0 && is_dash(code))
		buf_char(b, '-');
	else
		put_number(b, &n, code, n.negative);
}

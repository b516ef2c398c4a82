#include "core/phrase.h"
#include "base/codes.h"
#include "base/utf8.h"
#include "core/figure.h"
#include "core/gate.h"
#include "core/guard.h"
#include "core/scan.h"
#include "core/words.h"

/* ---- missing values ---- */

static const struct { struct str code, symbol, da, en; } missings[MISSING_COUNT] = {
#define X(id, code, symbol, da, en) \
	[MISSING_##id] = { STR_INIT(code), STR_INIT(symbol), STR_INIT(da), STR_INIT(en) },
	MISSINGS(X)
#undef X
};

struct str
missing_code(enum missing m)
{
	return missings[m].code;
}

struct str
missing_symbol(enum missing m)
{
	return missings[m].symbol;
}

struct str
missing_word(enum missing m, bool danish)
{
	return danish ? missings[m].da : missings[m].en;
}

bool
missing_from_code(struct str code, enum missing *ret)
{
	return CODE_READ(missings, missings->code, code, ret);
}

static bool
all_of(struct str s, char c)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] != c)
			return false;
	return s.len > 0;
}

enum missing
missing_of_cell(struct str cell)
{
	struct str s = str_trim(cell);
	size_t     end;

	if (s.len == 0 || all_of(s, '?') ||
	    (scan_phrase(s, 0, STR("ingen"), &end) && end == s.len))
		return MISSING_NOT_STATED;
	if (scan_dash(s, 0) == s.len)
		return MISSING_NIL;
	for (int m = 0; m < MISSING_COUNT; m++)
		if (str_eq(s, missings[m].symbol))
			return (enum missing)m;
	return str_eq(s, STR("...")) ? MISSING_NOT_AVAILABLE : MISSING_NONE;
}

/* ---- reading ---- */

#define ROOM 8

struct phrase {
	struct arena   *arena;
	struct str      text;
	enum notation   notation;
	struct diags   *diags;
	struct readings found;
	size_t          cap;
	struct reading  room[ROOM];     /* of the first: most texts have few */
};

static void
add(struct phrase *p, struct reading r)
{
	ARENA_GROW(p->arena, p->found.at, p->found.len, &p->cap);
	p->found.at[p->found.len++] = r;
}

/* The line and column of byte `at`, from 1. */
static struct diag
diag_at(const struct phrase *p, size_t at)
{
	struct diag d = { .level = DIAG_ERROR, .where = STR("text"), .line = 1 };
	size_t      begin = 0;

	for (size_t i = 0; i < at; i++)
		if (p->text.at[i] == '\n') {
			d.line++;
			begin = i + 1;
		}
	d.column = utf8_length(str_slice(p->text, begin, at)) + 1;
	return d;
}

static void
report(struct phrase *p, size_t at, struct str words, const char *what, const char *hint)
{
	struct diag d;

	if (p->diags == NULL)
		return;
	if (p->diags->count >= DIAGS_MAX) {     /* counted, no longer kept */
		diag_add(p->diags, (struct diag){ .level = DIAG_ERROR });
		return;
	}
	d = diag_at(p, at);
	d.message = arena_printf(p->arena, "\"" STR_FMT "\" %s", STR_ARG(words), what);
	d.hint = str_from(hint);
	diag_add(p->diags, d);
}

static void
report_figure(struct phrase *p, enum number_status status, const struct figure *f)
{
	size_t at = (size_t)(f->printed.at - p->text.at);

	if (status == NUMBER_AMBIGUOUS)
		report(p, at, f->printed, "can be thousands or decimals",
		    "declare how figures are written: --locale da or --locale en");
	else
		report(p, at, f->printed, "has more digits than can be kept exactly",
		    "write it with fewer digits or in a larger unit, as in mio. kr.");
}

/* The figure at `at`: added, or reported when it cannot be read. */
static bool
read_figure(struct phrase *p, size_t at, size_t *end)
{
	struct figure      f;
	enum number_status status = figure_read(p->text, at, p->notation, &f);

	if (status == NUMBER_NOT)
		return false;
	if (status == NUMBER_OK)
		add(p, f.reading);
	else
		report_figure(p, status, &f);
	*end = f.reading.end;
	/* "pct.1": the mark of a footnote, grown into the unit before it */
	if (status == NUMBER_OK && !scan_is_digit(p->text, *end - 1))
		*end = scan_digits(p->text, *end);
	return true;
}

static bool
read_period(struct phrase *p, size_t at, size_t *end)
{
	struct reading     r = { .type = READING_PERIOD, .at = at };
	int64_t            num, den;
	enum period_status status;

	if (words_fraction(p->text, at, p->notation, &r.end, &num, &den))
		return false;
	status = period_scan(p->text, at, &r.end, &r.period);
	if (status == PERIOD_NOT)
		return false;
	if (status == PERIOD_OK)
		add(p, r);
	else
		report(p, at, str_slice(p->text, at, r.end), "is a date that does not exist",
		    "correct the day or the month");
	*end = r.end;
	return true;
}

/* The edge of a cell or of marked-up text; with `blanks`, of a word too. */
static bool
edge_before(struct str s, size_t at, bool blanks)
{
	return at == 0 || s.at[at - 1] == '\t' || s.at[at - 1] == '>' ||
	    (blanks && scan_blanks_back(s, at) < at);
}

static bool
edge_after(struct str s, size_t at, bool blanks)
{
	return at == s.len || s.at[at] == '\t' || s.at[at] == '<' ||
	    (blanks && scan_blank(s, at) > 0);
}

/* "./." and "??????" between blanks, as in "Mål: ??????"; alone in a cell also "?", "..". */
static bool
read_missing(struct phrase *p, size_t at, size_t *end)
{
	struct reading r = { .type = READING_MISSING, .at = at, .end = at };
	bool           blanks;

	while (r.end < p->text.len && (p->text.at[r.end] == '?' || p->text.at[r.end] == '.' ||
	    p->text.at[r.end] == '/'))
		r.end++;
	if (r.end == at)
		return false;
	r.missing = missing_of_cell(str_slice(p->text, at, r.end));
	blanks = r.end - at > 1 && (r.missing == MISSING_NOT_APPLICABLE ||
	    r.missing == MISSING_NOT_STATED);
	if (r.missing == MISSING_NONE || !edge_before(p->text, at, blanks) ||
	    !edge_after(p->text, r.end, blanks))
		return false;
	add(p, r);
	*end = r.end;
	return true;
}

/* A word that says nothing, with what is joined to it ("COVID-19"), or a sign. Its
 * letters are known up to `letters`. */
static size_t
skip(struct str s, size_t at, size_t letters)
{
	size_t end = scan_word(s, letters), next;

	if (end == at) {
		(void)utf8_next(s, &at);
		return at;
	}
	for (;;) {
		size_t dash = scan_dash(s, end);

		next = end + dash;
		if (dash == 0 && end < s.len && scan_is_digit(s, end - 1) &&
		    (s.at[end] == '.' || s.at[end] == ',' || s.at[end] == '/') &&
		    scan_is_digit(s, end + 1))
			next++;
		if (next == end || scan_word(s, next) == next)
			return end;
		end = scan_word(s, next);
	}
}

/* Signs that nothing begins with: most of what stands between words. */
static bool
is_idle(char c)
{
	return c == ',' || c == '(' || c == ')' || c == '"' || c == '\'' || c == ':' || c == ';' ||
	    c == '!' || c == '\t' || c == '=' || c == '*' || c == '_';
}

/* At a letter only the scanners are asked whose phrases may begin there; what has a
 * shape and what is missing begin with none. */
static size_t
read_word_at(struct phrase *p, size_t at)
{
	struct gate gate = gate_at(p->text, at);
	size_t      end;

	if (guard_named(p->text, at, gate, p->notation, &end) ||
	    ((gate.kinds & GATE_BIT(GATE_PERIOD)) != 0 && read_period(p, at, &end)) ||
	    ((gate.kinds & GATE_BIT(GATE_FIGURE)) != 0 && read_figure(p, at, &end)))
		return end;
	return skip(p->text, at, gate.letters);
}

static size_t
read_at(struct phrase *p, size_t at)
{
	size_t end;

	if (scan_blank(p->text, at) > 0)
		return scan_blanks(p->text, at);
	if (is_idle(p->text.at[at]))
		return at + 1;
	if (scan_letter(p->text, at) > 0)
		return read_word_at(p, at);
	if (p->text.at[at] == '.')              /* only a missing value begins so */
		return read_missing(p, at, &end) ? end : at + 1;
	if (guard_named(p->text, at, GATE_OPEN(at), p->notation, &end) || read_period(p, at, &end) ||
	    guard_shaped(p->text, at, p->notation, &end) ||
	    read_missing(p, at, &end) || read_figure(p, at, &end))
		return end;
	return skip(p->text, at, at);
}

/* The readings in the arena, where those already are that found no room. */
static struct readings
kept(const struct phrase *p)
{
	struct readings r = p->found;

	if (r.at != p->room)
		return r;
	r.at = r.len == 0 ? NULL : ARENA_ARRAY(p->arena, struct reading, r.len);
	for (size_t i = 0; i < r.len; i++)
		r.at[i] = p->room[i];
	return r;
}

struct readings
phrase_read(struct arena *a, struct str text, enum notation notation, struct diags *d)
{
	struct phrase p;
	enum missing  whole = missing_of_cell(text);
	struct str    trimmed = str_trim(text);

	p.arena = a;
	p.text = text;
	p.notation = notation;
	p.diags = d;
	p.found = (struct readings){ p.room, 0 };
	p.cap = ROOM;
	if (whole != MISSING_NONE) {
		size_t at = trimmed.len == 0 ? 0 : (size_t)(trimmed.at - text.at);
		add(&p, (struct reading){ .type = READING_MISSING, .missing = whole, .at = at,
		    .end = at + trimmed.len });
		return kept(&p);
	}
	for (size_t at = 0; at < text.len;)
		at = read_at(&p, at);
	return kept(&p);
}

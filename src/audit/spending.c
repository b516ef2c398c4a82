/* spending: allocated or spent far from what was granted or planned. */
#include "audit/audit.h"
#include "audit/locate.h"
#include "audit/spending.h"
#include "audit/spoken.h"
#include "core/phrase.h"
#include "recognise/folded.h"
#include "recognise/sentence.h"

/* How far is far: percent of what was granted. Half of a grant unused says that
 * something did not happen; a quarter over it says that somebody else paid. */
static const struct spending_bound thresholds[] = {
	{ 50,  true,  STR_INIT("under halvdelen af"),     STR_INIT("less than half of") },
	{ 125, false, STR_INIT("mere end en fjerdedel over"), STR_INIT("more than a quarter above") },
};

#define FIELD_BYTES_MAX 8192
#define AROUND_BYTES    80              /* a word this far from an amount says what it is */
#define AGAIN_MAX       8               /* findings before it that may be the same */
#define NUMBER_MIN      1000            /* "239.000" without "kr." beside an amount */

static const char *const granted_words[] = { "bevil*", "afsat", "afsaett*", "budget", "budgettet",
	"budgetteret", "ramme", "rammen", "planlagt", "puljen", "til raadighed", "tilsagn", NULL };
static const char *const spent_words[] = { "forbrug", "forbruget", "forbrugt", "er brugt", "blev brugt",
	"brugt", "anvendt", "udbetalt", "udmoentet", "uddelt", "fordelt", "tildelt", "disponeret",
	"allokeret", NULL };
/* A part that goes to one purpose, or a split, is no total. */
static const char *const part_words[] = { "oeremaerk*", "fordelt paa", "brugt til", "anvendt til",
	"heraf anvendes", NULL };

enum role { ROLE_NONE, ROLE_GRANTED, ROLE_SPENT };

struct amount {
	enum role      role;
	struct number  value;
	struct str     text;            /* as printed */
	size_t         at, end;
	struct reading read;            /* for other languages; READING_NUMBER: a bare figure */
};

/* What was said in a field so far. */
struct account {
	const struct field *field;
	struct amount       granted;
	bool                has_granted;
};

/* ---- which amount is which ---- */

static bool
is_amount(const struct reading *r)
{
	if (!r->quantity.has_point)
		return false;
	return r->type == READING_MONEY ||
	    (r->type == READING_NUMBER && number_cmp(r->quantity.point, NUMBER(NUMBER_MIN, 0)) >= 0);
}

/* The last role word of a text; the first when `first`. */
static enum role
role_in(struct arena *a, struct str text, bool first)
{
	struct str f = utf8_fold(a, text);
	size_t     best = SIZE_MAX;
	enum role  ret = ROLE_NONE;

	for (enum role role = ROLE_GRANTED; role <= ROLE_SPENT; role++) {
		const char *const *words = role == ROLE_GRANTED ? granted_words : spent_words;

		for (size_t hit = 0; (hit = folded_find_any(f, words, hit)) != SIZE_MAX; hit++) {
			if (best == SIZE_MAX || (first ? hit < best : hit > best)) {
				best = hit;
				ret = role;
			}
			if (first)
				break;
		}
	}
	return ret;
}

static bool
has_role(const struct folded *f)
{
	return folded_holds_any(f, granted_words) || folded_holds_any(f, spent_words);
}

static struct str
around(struct str text, size_t from, size_t to, bool before)
{
	if (before && to - from > AROUND_BYTES)
		from = to - AROUND_BYTES;
	if (!before && to - from > AROUND_BYTES)
		to = from + AROUND_BYTES;
	return str_slice(text, from, to);
}

/* Amounts of a sentence with their roles; "X af Y" makes X spent and Y granted. */
static size_t
amounts_read(struct reads *reads, struct str s, struct amount *ret, size_t max)
{
	struct arena   *a = reads->arena;
	struct readings r = reads_phrase(reads, s);
	size_t          n = 0;

	for (size_t i = 0; i < r.len && n < max; i++)
		if (is_amount(&r.at[i]))
			ret[n++] = (struct amount){ ROLE_NONE, r.at[i].quantity.point,
				str_slice(s, r.at[i].at, r.at[i].end), r.at[i].at, r.at[i].end,
				r.at[i] };
	for (size_t i = 0; i < n; i++) {
		size_t from = i == 0 ? 0 : ret[i - 1].end, to = i + 1 < n ? ret[i + 1].at : s.len;

		ret[i].role = role_in(a, around(s, from, ret[i].at, true), false);
		if (ret[i].role == ROLE_NONE)
			ret[i].role = role_in(a, around(s, ret[i].end, to, false), true);
	}
	for (size_t i = 0; i + 1 < n; i++) {
		struct str between = str_trim(str_slice(s, ret[i].end, ret[i + 1].at));

		if (between.len > 40 || (!str_starts(between, STR("af")) && !str_starts(between, STR("ud af"))))
			continue;
		if (role_in(a, s, false) != ROLE_NONE) {
			ret[i].role = ROLE_SPENT;
			ret[i + 1].role = ROLE_GRANTED;
		}
	}
	return n;
}

/* A figure for a part of the year is not held against the year's. */
static bool
is_interim(struct reads *reads, struct str s)
{
	struct readings r = reads_phrase(reads, s);

	for (size_t i = 0; i < r.len; i++)
		if (r.at[i].type == READING_PERIOD &&
		    (r.at[i].period.precision == PRECISION_QUARTER || r.at[i].period.precision == PRECISION_HALF))
			return true;
	return false;
}

/* ---- the comparison ---- */

const struct spending_bound *
spending_far_off(struct number spent, struct number granted)
{
	struct ratio share;

	if (number_sign(granted) <= 0 || number_sign(spent) < 0 || !ratio_of(spent, 100, granted, 1, &share))
		return NULL;
	for (size_t i = 0; i < COUNT_OF(thresholds); i++) {
		int o = ratio_cmp(share, NUMBER(thresholds[i].percent, 0));

		if (thresholds[i].below ? o < 0 : o > 0)
			return &thresholds[i];
	}
	return NULL;
}

/* A paragraph may be a field and a claim as well; the two stand together. */
static bool
is_reported(const struct audit *x, uint32_t line, struct number spent)
{
	size_t first = x->report.findings > AGAIN_MAX ? x->report.findings - AGAIN_MAX : 0;

	for (size_t i = x->report.findings; i > first; i--) {
		const struct finding *f = &x->report.finding[i - 1];

		if (f->code == AUDIT_SPENDING && f->line == line && number_cmp(f->printed, spent) == 0)
			return true;
	}
	return false;
}

/* "239.000 kr." is "DKK 239,000". */
static struct str
english(struct audit *x, const struct amount *m)
{
	return reading_words(x, &m->read, NOTATION_EN);
}

static void
compare(struct audit *x, const struct amount *spent, const struct amount *granted, struct str quote,
    uint32_t line, uint32_t column)
{
	struct arena           *a = x->arena;
	const struct spending_bound *t = spending_far_off(spent->value, granted->value);
	struct finding          f = { .code = AUDIT_SPENDING, .line = line, .column = column, .quote = quote };

	if (t == NULL || is_reported(x, line, spent->value))
		return;
	f.has_amounts = number_sub(spent->value, granted->value, &f.difference);
	f.printed = spent->value;
	f.expected = granted->value;
	f.da = arena_printf(a, STR_FMT " er " STR_FMT " de " STR_FMT ", der er bevilget eller planlagt",
	    STR_ARG(spent->text), STR_ARG(t->da), STR_ARG(granted->text));
	f.en = arena_printf(a, STR_FMT " is " STR_FMT " the " STR_FMT " that was granted or planned",
	    STR_ARG(english(x, spent)), STR_ARG(t->en), STR_ARG(english(x, granted)));
	f.hint_da = STR("forklar forskellen, eller ret beløbet");
	f.hint_en = STR("explain the difference, or mend the amount");
	audit_finds(x, f);
}

static void
check_sentence(struct audit *x, struct account *acc, struct str s)
{
	struct amount   at[8];
	size_t          n = str_has_digit(s) && has_role(reads_folded(x->seen->reads, s))
	                  ? amounts_read(x->seen->reads, s, at, COUNT_OF(at)) : 0;
	const struct amount *spent = NULL;
	uint32_t        line, column;

	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++) {
		if (at[i].role == ROLE_GRANTED) {
			acc->granted = at[i];
			acc->has_granted = true;
		}
		if (at[i].role == ROLE_SPENT && spent == NULL)
			spent = &at[i];
	}
	if (spent == NULL || !acc->has_granted || is_interim(x->seen->reads, s) ||
	    folded_holds_any(reads_folded(x->seen->reads, s), part_words))
		return;
	locate(x->doc, acc->field, s, &line, &column);
	compare(x, spent, &acc->granted, s, line, column);
}

/* The one amount of a field: "Økonomi | 500.000 kr.", "Sprogcafé (500.000 kr.)". */
static bool
sole_amount(struct reads *reads, const struct field *f, struct amount *ret)
{
	struct amount at[2];
	size_t        n = f->text.len > FIELD_BYTES_MAX || !str_has_digit(f->text) ? 0 : amounts_read(reads, f->text, at, COUNT_OF(at));

	if (n != 1 || at[0].role == ROLE_SPENT)
		return false;
	*ret = at[0];
	return true;
}

static void
check_proposal(struct audit *x, const struct proposal *p)
{
	struct account whole = { .has_granted = false };

	for (size_t i = 0; i < p->len; i++) {
		const struct field *f = &p->at[i];
		bool                money = f->kind == FIELD_AMOUNT || f->kind == FIELD_ECONOMY;
		struct account      acc = whole;
		struct str          s;

		if (money && sole_amount(x->seen->reads, f, &whole.granted))
			whole.has_granted = true;
		if (f->kind != FIELD_ECONOMY && f->kind != FIELD_STATUS && f->kind != FIELD_CLAIM)
			continue;
		acc.field = f;
		for (size_t at = 0; sentence_next(str_slice(f->text, 0, FIELD_BYTES_MAX), &at, &s);)
			check_sentence(x, &acc, s);
	}
}

/* ---- tables: "Bevilget | Forbrug" ---- */

struct columns {
	size_t granted, spent;          /* SIZE_MAX: none */
};

/* One grant over several years of spending is held against all that was spent. */
static bool
columns_read(struct reads *reads, const struct row *row, struct columns *ret)
{
	static const char *const totals[] = { "i alt", "samlet", "total", NULL };
	struct columns c = { SIZE_MAX, SIZE_MAX };
	size_t         grants = 0, spends = 0, all = SIZE_MAX;

	for (size_t i = 0; i < row->len; i++) {
		struct str    text = cell_text(reads->arena, &row->at[i]);
		struct amount amount;
		enum role     role = text.len > AROUND_BYTES || !has_role(reads_folded(reads, text))
		                     ? ROLE_NONE : role_in(reads->arena, text, true);

		if (role == ROLE_NONE || is_interim(reads, text) || amounts_read(reads, text, &amount, 1) > 0)
			continue;
		if (role == ROLE_GRANTED && c.granted == SIZE_MAX)
			c.granted = i;
		if (role == ROLE_SPENT && c.spent == SIZE_MAX)
			c.spent = i;
		if (role == ROLE_SPENT && folded_has_any(reads_folded(reads, text)->text, totals))
			all = i;
		grants += role == ROLE_GRANTED;
		spends += role == ROLE_SPENT;
	}
	if (grants == 1 && spends > 1)
		c.spent = all;
	if (c.granted == SIZE_MAX || c.spent == SIZE_MAX)
		return false;
	*ret = c;
	return true;
}

/* The whole of a cell is an amount: "239.000", "0,2 mio. kr.". */
static bool
cell_amount(struct reads *reads, const struct row *row, size_t column, struct amount *ret)
{
	struct str      text = column < row->len ? str_trim(cell_text(reads->arena, &row->at[column])) : STR_NONE;
	struct readings r;

	if (text.len == 0 || text.len > AROUND_BYTES)
		return false;
	*ret = (struct amount){ .text = text };
	if (number_parse(text, NOTATION_DA, &ret->value) == NUMBER_OK) {
		ret->read = (struct reading){ .type = READING_NUMBER,
			.quantity = quantity_exact(ret->value) };
		return true;
	}
	r = reads_phrase(reads, text);
	if (r.len != 1 || r.at[0].type != READING_MONEY || !r.at[0].quantity.has_point)
		return false;
	ret->value = r.at[0].quantity.point;
	ret->read = r.at[0];
	return true;
}

static void
check_table(struct audit *x, const struct table *t)
{
	struct columns c = { SIZE_MAX, SIZE_MAX };

	for (size_t i = 0; i < t->len; i++) {
		const struct row *row = &t->at[i];
		struct amount     granted, spent;

		if (columns_read(x->seen->reads, row, &c) || c.granted == SIZE_MAX)
			continue;
		if (cell_amount(x->seen->reads, row, c.granted, &granted) && cell_amount(x->seen->reads, row, c.spent, &spent))
			compare(x, &spent, &granted, spent.text, row->at[c.spent].line, row->at[c.spent].column);
	}
}

void
audit_spending(struct audit *x)
{
	for (size_t i = 0; i < x->seen->len; i++)
		check_proposal(x, &x->seen->at[i]);
	for (size_t i = 0; i < x->doc->len; i++)
		if (x->doc->at[i].kind == BLOCK_TABLE)
			check_table(x, &x->doc->at[i].table);
}

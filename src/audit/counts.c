/* counts.c - a count of things that are listed, and how many of them are left. */
#include <string.h>
#include "audit/parts.h"
#include "audit/spans.h"
#include "recognise/titles.h"

#define LOOK_AHEAD 20           /* blocks after a list in which it may go on */
#define TIED       4            /* words between a count and the colon before its list */
#define TIED_LOOSE 12           /* where the count fits */
#define NAMES_MAX  20

static const char *const from_words[] = { "fra", "from", NULL };
static const char *const to_words[] = { "til", "til kun", "til nu", "to", "to only", NULL };
static const char *const gone_words[] = { "ikke laengere", "no longer", NULL };
static const char *const cues[] = { ":", "fra", "from", "heraf", "hvoraf", "deraf", "af disse", "fordel",
	"finansier", "resterende", "remaining", "of which",
	"bestaar af", "projekt", " maend", " drenge", " kvinder", " piger", NULL };

/* ---- lists ---- */

struct list {
	size_t len;             /* items that follow at once */
	size_t number;          /* the last number of those that go on counting; 0: not numbered */
	size_t further;         /* with those that stand behind paragraphs */
	bool   broken;          /* more of the kind may follow */
};

static size_t
number_of_mark(struct str mark)
{
	size_t n = 0;

	for (size_t i = 0; i < mark.len; i++)
		if (mark.at[i] >= '0' && mark.at[i] <= '9' && n < 1000)
			n = n * 10 + (size_t)(mark.at[i] - '0');
	return n;
}

static void
count_in_passage(const struct passage *p, size_t k, struct list *l)
{
	const struct piece *last = NULL;

	for (; k < p->len && p->at[k].item; k++) {
		if (p->at[k].piece == last)
			continue;
		last = p->at[k].piece;
		l->len++;
		if (number_of_mark(p->at[k].mark) == l->number + 1)
			l->number++;
	}
	l->further = l->len;
	l->broken = k < p->len;
}

/* A list goes on after paragraphs that explain its items: a numbered one as long
 * as its numbers do, others past one paragraph. */
static void
count_further(struct audit *x, const struct passage *p, struct str mark, struct list *l)
{
	size_t between = 0;

	for (size_t i = p->next; i < x->doc->len && i < p->next + LOOK_AHEAD; i++) {
		const struct block *b = &x->doc->at[i];

		if (b->kind == BLOCK_TABLE || b->kind == BLOCK_HEADING)
			return;
		between += b->kind != BLOCK_ITEM;
		if (b->kind != BLOCK_ITEM)
			continue;
		if (l->number > 0 ? number_of_mark(b->mark) != l->number + 1
		                  : between > 1 || !str_eq(b->mark, mark))
			return;
		l->broken = true;
		l->number += l->number > 0;
		l->further++;
	}
}

static void
judge_count(struct audit *x, const struct said *s, size_t i, size_t listed, bool holds)
{
	const struct reading *r = &s->at[i];
	struct checked        k = { .code = AUDIT_COUNT, .holds = holds, .has_amounts = true,
		.printed = r->quantity.point, .expected = NUMBER((int64_t)listed, 0) };

	k.da = arena_printf(x->arena, "der er opregnet %zu, der står " STR_FMT, listed,
	    STR_ARG(reading_words(x, r, NOTATION_DA)));
	k.en = arena_printf(x->arena, "%zu are listed, printed " STR_FMT, listed,
	    STR_ARG(reading_words(x, r, NOTATION_EN)));
	k.hint_da = STR("ret antallet, eller opregn dem alle");
	k.hint_en = STR("correct the count, or list them all");
	spoken_judge(x, s, i, k);
}

static bool
is_whole(const struct reading *r)
{
	return is_counted(r) && r->quantity.point.scale == 0 && r->quantity.point.units > 0 &&
	    r->quantity.qualifier == QUALIFIER_NONE;
}

/* "… 4 overordnede temaer, der hver har en række initiativer:" and a list. A count
 * that does not fit is only one of the list when it stands close to the colon and
 * the list is whole. */
static void
check_list(struct audit *x, const struct passage *p, size_t k)
{
	const struct said *s = &p->at[k];
	struct list        l = { 0 };
	struct str         gap;
	size_t             printed, i = s->len;

	while (i > 1 && is_money(&s->at[i - 1]))        /* "seks projekter til 14,5 mio. kr.:" */
		i--;
	if (k + 1 >= p->len || s->item || !p->at[k + 1].item || i == 0 || !is_whole(&s->at[i - 1]))
		return;
	gap = str_trim(i == s->len ? s->gap[i] : utf8_fold(x->arena, str_slice(s->text, s->at[i - 1].end, s->text.len)));
	if (!str_ends(gap, STR(":")) || gap_words(gap) > TIED_LOOSE)
		return;
	count_in_passage(p, k + 1, &l);
	count_further(x, p, p->at[k + 1].mark, &l);
	printed = (size_t)s->at[i - 1].quantity.point.units;
	if (printed == l.len || printed == l.number || printed == l.further)
		judge_count(x, s, i - 1, printed, true);
	else if (l.number > l.len && printed < l.number && (gap_words(gap) <= TIED || i < s->len))
		judge_count(x, s, i - 1, l.number, false);
	else if (!l.broken && l.len > 1 && !is_incomplete(s->folded) && gap_words(gap) <= TIED &&
	    memchr(gap.at, ',', gap.len) == NULL)
		judge_count(x, s, i - 1, l.len, false);
}

/* ---- names ---- */

static bool
is_capital(struct str s)
{
	unsigned char c = s.len > 0 ? (unsigned char)s.at[0] : 0;

	if (c >= 'A' && c <= 'Z')
		return true;
	return c == 0xC3 && s.len > 1 && (unsigned char)s.at[1] < 0xA0; /* Æ Ø Å */
}

/* A listed thing: names begin with a capital, other things have no verb of their
 * own as far as their length tells. */
static bool
is_item(struct str s, bool names)
{
	return s.len > 0 && (names ? is_capital(s) && gap_words(s) <= 4 : gap_words(s) <= 4);
}

static size_t
find_joint(struct str s, size_t from, size_t *len)
{
	size_t comma = str_find(s, STR(", "), from), and = str_find(s, STR(" og "), from);

	*len = comma < and ? 2 : 4;
	return comma < and ? comma : and;
}

/* Items of "A, B og C": one "og", before the last. 0: no list that can be counted. */
static size_t
count_items(struct str s, bool names)
{
	size_t at = 0, items = 0, ands = 0, len;

	for (;;) {
		size_t end = find_joint(s, at, &len);

		if (!is_item(str_trim(str_slice(s, at, end)), names) || ands > 1 || items == NAMES_MAX)
			return 0;
		items++;
		if (end == SIZE_MAX)
			return ands == 1 ? items : 0;
		if (ands == 1)
			return 0;
		ands += len == 4;
		at = end + len;
	}
}

static struct str
without_end(struct str s)
{
	s = str_trim(s);
	while (s.len > 0 && strchr(".;)", s.at[s.len - 1]) != NULL)
		s.len--;
	return s;
}

/* What stands after the only colon behind figure `i`, up to a bracket. */
static bool
list_after(const struct said *s, size_t i, struct str *ret)
{
	struct str rest = str_slice(s->text, s->at[i].end, s->text.len);
	size_t     colon = str_find(rest, STR(":"), 0), bracket;

	if (colon == SIZE_MAX || gap_words(str_slice(rest, 0, colon)) > TIED ||
	    str_find(str_slice(rest, 0, colon), STR(","), 0) != SIZE_MAX)
		return false;
	rest = str_slice(rest, colon + 1, rest.len);
	bracket = str_find(rest, STR("("), 0);
	*ret = without_end(str_slice(rest, 0, bracket));
	return str_find(*ret, STR(":"), 0) == SIZE_MAX;
}

/* "7 Bilag: aftaler og projekter": the number of a section, or of an entry of the contents. */
static bool
numbers_title(const struct said *s, size_t i)
{
	struct str rest = str_slice(s->text, s->at[i].end, s->text.len);

	return i == 0 && s->from == 0 && s->at[0].at == 0 && rest.len > 1 && rest.at[0] == ' ' &&
	    is_capital(str_slice(rest, 1, rest.len));
}

/* "4 temaer: a, b, c og d" in one sentence. */
static void
check_named(struct audit *x, const struct said *s, size_t i)
{
	struct str list;
	size_t     items;

	if (!is_whole(&s->at[i]) || numbers_title(s, i) || !list_after(s, i, &list) || is_incomplete(s->folded) ||
	    (i + 1 < s->len && str_find(s->gap[i + 1], STR(":"), 0) == SIZE_MAX))
		return;
	items = count_items(list, is_capital(list));
	if (items > 1)
		judge_count(x, s, i, items, (int64_t)items == s->at[i].quantity.point.units);
}

/* ---- "fra 5 til kun 2", and those that are named as gone ---- */

static size_t
find_gone(struct str text)
{
	size_t da = str_find(text, STR("ikke længere"), 0), en = str_find(text, STR("no longer"), 0);

	return da < en ? da : en;
}

/* The names that end right before byte `end`: the longest text there that is a
 * list of names, from a blank or the beginning on. */
static size_t
names_before(struct str text, size_t end)
{
	struct str before = str_trim(str_slice(text, 0, end));
	size_t     best = 0;

	if (str_ends(before, STR(" er")))
		before.len -= 3;
	for (size_t from = before.len; from-- > 0 && before.len - from < 400;)
		if (from == 0 || before.at[from - 1] == ' ') {
			size_t items = count_items(str_slice(before, from, before.len), true);

			best = items > best ? items : best;
		}
	if (best == 0) {
		size_t word = before.len;

		while (word > 0 && before.at[word - 1] != ' ')
			word--;
		best = is_capital(str_slice(before, word, before.len));
	}
	return best;
}

/* Do both sentences count the same things? */
static bool
speak_of_same(struct audit *x, struct str gone_rest, struct str counted)
{
	struct title a = title_of(x->arena, counted), b = title_of(x->arena, gone_rest);

	return title_shared(&a, &b) > 0;
}

/* `from` is followed by what is left. */
static struct str
left_told(struct audit *x, const struct reading *from, size_t gone, struct number expected, bool danish)
{
	enum notation n = danish ? NOTATION_DA : NOTATION_EN;
	struct str    before = reading_words(x, from, n), after = reading_words(x, from + 1, n);

	return arena_printf(x->arena,
	    danish ? "fra " STR_FMT " til " STR_FMT " med %zu nævnt som gået ud: " STR_FMT " - %zu = " STR_FMT
	           : "from " STR_FMT " to " STR_FMT " with %zu named as removed: " STR_FMT " - %zu = " STR_FMT,
	    STR_ARG(before), STR_ARG(after), gone, STR_ARG(before), gone,
	    STR_ARG(number_words(x, expected, n)));
}

static void
judge_left(struct audit *x, const struct said *s, size_t i, size_t gone)
{
	const struct reading *from = &s->at[i], *to = from + 1;
	struct checked        k = { .code = AUDIT_COUNT, .has_amounts = true, .printed = to->quantity.point };

	if (!number_sub(from->quantity.point, NUMBER((int64_t)gone, 0), &k.expected))
		return;
	k.holds = number_cmp(k.expected, k.printed) == 0;
	k.da = left_told(x, from, gone, k.expected, true);
	k.en = left_told(x, from, gone, k.expected, false);
	k.hint_da = STR("nævn alle, der er gået ud, eller ret et af antallene");
	k.hint_en = STR("name all that were removed, or correct one of the counts");
	spoken_judge(x, s, i, k);
}

static void
check_left(struct audit *x, const struct passage *p, size_t k, size_t i)
{
	const struct said *s = &p->at[k];

	if (i + 1 >= s->len || !is_whole(&s->at[i]) || !is_whole(&s->at[i + 1]) ||
	    s->at[i].quantity.point.units <= s->at[i + 1].quantity.point.units ||
	    !gap_ends(s->gap[i], from_words) || gap_words(s->gap[i + 1]) > TIED ||
	    !gap_ends(s->gap[i + 1], to_words))
		return;
	for (size_t n = k > 0 ? k - 1 : 0; n <= k + 1 && n < p->len; n++) {
		const struct said *other = &p->at[n];
		size_t             gone = find_gone(other->text), names;

		if (gone == SIZE_MAX || !folded_has_any(other->folded, gone_words) ||
		    !speak_of_same(x, str_slice(other->text, gone, other->text.len), s->gap[i + 2]))
			continue;
		names = names_before(other->text, gone);
		if (names > 0) {
			judge_left(x, s, i, names);
			return;
		}
	}
}

static void
visit(struct audit *x, const struct passage *p, void *with)
{
	(void)with;
	for (size_t k = 0; k < p->len; k++) {
		check_list(x, p, k);
		for (size_t i = 0; i < p->at[k].len; i++) {
			check_named(x, &p->at[k], i);
			check_left(x, p, k, i);
		}
	}
	parts_check(x, p);
	parts_check_projects(x, p);
}

void
audit_counts(struct audit *x)
{
	spoken_each(x, cues, visit, NULL);
}

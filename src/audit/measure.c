#include "audit/measure.h"
#include "recognise/folded.h"

#define STEM_MIN  4             /* letters that are left when an ending is taken off */
#define TEXT_MAX  1200          /* bytes of a text that are compared */
#define MASK_BITS 64

/* Longest first: one after the other is taken off while one fits. */
static const struct str endings[] = {
	STR_INIT("elserne"), STR_INIT("elsens"), STR_INIT("elsen"), STR_INIT("elser"), STR_INIT("else"),
	STR_INIT("ernes"), STR_INIT("erne"), STR_INIT("enes"), STR_INIT("edes"), STR_INIT("ende"),
	STR_INIT("ene"), STR_INIT("ede"), STR_INIT("ers"), STR_INIT("ens"), STR_INIT("ets"),
	STR_INIT("er"), STR_INIT("en"), STR_INIT("et"), STR_INIT("es"), STR_INIT("e"), STR_INIT("s"),
	STR_INIT("t"),
};

/* Words between the words. */
static const char *const small_words[] = {
	"af", "at", "blandt", "da", "de", "dem", "den", "der", "deres", "det", "disse", "dette",
	"efter", "eller", "en", "er", "et", "for", "fra", "har", "hvor", "i", "ift", "inden",
	"inkl", "med", "mellem", "mv", "og", "om", "over", "paa", "pr", "samt", "sig", "sin", "sit",
	"som", "til", "ud", "under", "var", "ved", "vedr", "vil", NULL,
};

/* Words that goals are made of and that say nothing of what is measured. */
static const char *const goal_words[] = {
	"aar", "aaret", "alle", "andel*", "blev", "blive", "bliver", "ca", "cirka", "falde", "falder",
	"flere", "fortsat", "frem", "faerre", "godt", "herunder", "hoejst", "knap", "kom*", "kr",
	"kommune", "kommunen", "kommunens", "koebenhavn", "koebenhavns", "loebet", "maa", "maal",
	"maalet", "maksimalt", "mere", "mindre", "mindst", "minimum", "mio", "mindskes", "ned",
	"nedbring*", "niveau", "naa", "naas", "omfattet", "op", "opnaa*", "pct", "periode",
	"perioden", "perioder", "perioderne", "procent", "procentpoint", "reducer*", "saenk*", "senest", "skal", "stige",
	"stiger", "stigning", "foroeg*", "udgangen", "udgoer", "udgoere", "oeg*", "oege", "oeges",
	"vaere", NULL,
};

static const struct { struct str word, figure; } numerals[] = {
	{ STR_INIT("et"), STR_INIT("#1") }, { STR_INIT("to"), STR_INIT("#2") },
	{ STR_INIT("tre"), STR_INIT("#3") }, { STR_INIT("fire"), STR_INIT("#4") },
	{ STR_INIT("fem"), STR_INIT("#5") }, { STR_INIT("seks"), STR_INIT("#6") },
	{ STR_INIT("syv"), STR_INIT("#7") }, { STR_INIT("otte"), STR_INIT("#8") },
	{ STR_INIT("ni"), STR_INIT("#9") }, { STR_INIT("ti"), STR_INIT("#10") },
};

/* Is a letter or digit at `*at`, which is moved past what is there? */
static bool
takes_letter(struct str s, size_t *at)
{
	uint32_t c;

	if ((unsigned char)s.at[*at] < 0x80)
		return letter_is_word(s.at[(*at)++]);
	c = utf8_next(s, at);
	return c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7;
}

/* The word at or after `*at`, which is moved past it; empty: none. */
static struct str
next_word(struct str text, size_t *at)
{
	size_t from = *at, to;

	for (to = from; from < text.len; from = to)
		if (takes_letter(text, &to))
			break;
	for (size_t next = from; next < text.len; to = next)
		if (!takes_letter(text, &next))
			break;
	*at = to > from ? to : from;
	return str_slice(text, from, *at);
}

static struct str
stem_of(struct str w)
{
	size_t i = 0;

	while (i < COUNT_OF(endings)) {
		size_t keep = endings[i].len == 1 && endings[i].at[0] == 's' ? STEM_MIN - 1 : STEM_MIN;

		if (w.len >= endings[i].len + keep && str_ends(w, endings[i])) {
			w.len -= endings[i].len;
			i = 0;
		} else {
			i++;
		}
	}
	return w;
}

static void
add(struct measure *m, struct str stem, struct str word)
{
	unsigned hash = 0;

	for (size_t i = 0; i < m->len; i++)
		if (str_eq(m->stem[i], stem))
			return;
	if (m->len == MEASURE_WORDS_MAX)
		return;
	for (size_t i = 0; i < stem.len; i++)
		hash = hash * 31 + (unsigned char)stem.at[i];
	m->stem[m->len] = stem;
	m->word[m->len++] = word;
	m->mask |= (uint64_t)1 << (hash % MASK_BITS);
}

/* "treårig" is "3-årig". */
static struct str
without_numeral(struct measure *m, struct str folded, struct str word)
{
	size_t hit = str_find(folded, STR("aarig"), 0);

	for (size_t i = 0; hit != SIZE_MAX && i < COUNT_OF(numerals); i++)
		if (str_eq(str_slice(folded, 0, hit), numerals[i].word)) {
			add(m, numerals[i].figure, word);
			return str_slice(folded, hit, folded.len);
		}
	return folded;
}

static void
add_words(struct arena *a, struct measure *m, struct str text, bool goal)
{
	for (size_t at = 0; at < text.len;) {
		struct str word = next_word(text, &at), folded = utf8_fold(a, word);

		if (folded.len < 2 || folded_starts_any(folded, small_words) ||
		    (goal && folded_starts_any(folded, goal_words)))
			continue;
		if (folded.at[0] >= '0' && folded.at[0] <= '9')
			continue;
		add(m, stem_of(without_numeral(m, folded, word)), word);
	}
}

static void
add_figure(struct arena *a, struct measure *m, const struct reading *r, struct str word,
    const struct number *value)
{
	if (r->type != READING_NUMBER || !r->quantity.has_point)
		return;
	if (value != NULL && number_cmp(r->quantity.point, *value) == 0)
		return;
	add(m, arena_printf(a, "#" STR_FMT, STR_ARG(number_plain(a, number_trim(r->quantity.point)))),
	    word);
}

static struct measure
measure_new(struct arena *a)
{
	return (struct measure){
		.stem = ARENA_ARRAY(a, struct str, MEASURE_WORDS_MAX),
		.word = ARENA_ARRAY(a, struct str, MEASURE_WORDS_MAX),
	};
}

struct measure
measure_of_goal(struct reads *reads, struct str text, const struct number *value)
{
	struct arena   *a = reads->arena;
	struct measure  m = measure_new(a);
	struct readings r;
	size_t          at = 0;

	text = str_slice(text, 0, TEXT_MAX);
	r = reads_phrase(reads, text);
	for (size_t i = 0; i < r.len; i++) {
		add_words(a, &m, str_slice(text, at, r.at[i].at), true);
		add_figure(a, &m, &r.at[i], str_slice(text, r.at[i].at, r.at[i].end), value);
		at = r.at[i].end;
	}
	add_words(a, &m, str_slice(text, at, text.len), true);
	return m;
}

struct measure
measure_of_title(struct arena *a, struct str text)
{
	struct measure m = measure_new(a);

	add_words(a, &m, str_slice(text, 0, TEXT_MAX), false);
	return m;
}

/* Is the word made of two of the other's? What links them is at most two letters. */
static bool
take_compound(struct str whole, const struct measure *m, bool *left)
{
	for (size_t p = 0; p < m->len; p++) {
		if (m->stem[p].len < STEM_MIN || !str_starts(whole, m->stem[p]))
			continue;
		for (size_t q = 0; q < m->len; q++) {
			size_t sum = m->stem[p].len + m->stem[q].len;

			if (q == p || m->stem[q].len < STEM_MIN || !str_ends(whole, m->stem[q]) ||
			    sum > whole.len || sum + 2 < whole.len || (!left[p] && !left[q]))
				continue;
			left[p] = left[q] = false;
			return true;
		}
	}
	return false;
}

static size_t
count(const bool *left, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += left[i];
	return n;
}

bool
measure_may_share(const struct measure *a, const struct measure *b, int n)
{
	return __builtin_popcountll(a->mask & b->mask) >= n;
}

struct likeness
measure_compare(const struct measure *a, const struct measure *b)
{
	struct likeness l = { .shared = 0 };

	for (size_t i = 0; i < a->len; i++)
		l.only_a[i] = true;
	for (size_t i = 0; i < b->len; i++)
		l.only_b[i] = true;
	for (size_t i = 0; i < a->len; i++)
		for (size_t k = 0; k < b->len && l.only_a[i]; k++)
			if (l.only_b[k] && str_eq(a->stem[i], b->stem[k])) {
				l.only_a[i] = l.only_b[k] = false;
				l.shared++;
			}
	for (size_t i = 0; i < a->len; i++)
		if (l.only_a[i] && take_compound(a->stem[i], b, l.only_b)) {
			l.only_a[i] = false;
			l.shared++;
		}
	for (size_t i = 0; i < b->len; i++)
		if (l.only_b[i] && take_compound(b->stem[i], a, l.only_a)) {
			l.only_b[i] = false;
			l.shared++;
		}
	l.in_a = count(l.only_a, a->len);
	l.in_b = count(l.only_b, b->len);
	return l;
}

bool
measure_is_same(const struct measure *a, const struct measure *b)
{
	struct likeness l;

	if (a->mask != b->mask || a->len != b->len)
		return false;
	l = measure_compare(a, b);
	return l.in_a == 0 && l.in_b == 0;
}

bool
likeness_is_near(const struct likeness *l)
{
	return l->shared > 0 && 5 * l->shared >= 3 * (l->shared + l->in_a + l->in_b);
}

/* "eller ", "og ", "samt ", "/" right before the word; the bytes of it. */
static size_t
joined_before(struct str text, struct str word)
{
	static const struct str joins[] = {
		STR_INIT("eller "), STR_INIT("og "), STR_INIT("samt "), STR_INIT("/"),
	};
	struct str before = str_slice(text, 0, (size_t)(word.at - text.at));

	for (size_t i = 0; i < COUNT_OF(joins); i++)
		if (str_ends(before, joins[i]))
			return joins[i].len;
	return 0;
}

struct str
measure_words(struct arena *a, struct str text, const struct measure *m, const bool *only,
    bool *joined)
{
	struct str ret = STR_NONE;

	*joined = true;
	for (size_t i = 0; i < m->len; i++) {
		struct str word = m->word[i];
		size_t     join;

		if (!only[i])
			continue;
		join = joined_before(text, word);
		*joined &= join > 0;
		word = (struct str){ word.at - join, word.len + join };
		ret = ret.len == 0 ? word : arena_printf(a, STR_FMT ", " STR_FMT, STR_ARG(ret), STR_ARG(word));
	}
	return ret;
}

#include "recognise/forecast.h"

#define WORDS_MAX   120                 /* a longer sentence says more than one thing */
#define SUBJECT_MAX 200                 /* bytes */

struct word {
	size_t     at, end;             /* bytes of the sentence, without the signs around it */
	struct str folded;
	bool       stops;               /* a colon follows */
};

struct sentence {
	struct reads    *reads;
	struct str       text;
	struct word      word[WORDS_MAX];
	size_t           len;
	struct reading   figure, when;
};

/* ---- words ---- */

static const char *const passive[] = { "forventes", "ventes", "skoennes", "anslaas", NULL };
static const char *const spoken[] = { "forventes", "forventer", "ventes", "skoennes", "anslaas", "prognose*",
	"fremskrivning*", NULL };
static const char *const refusals[] = { "ikke", "naeppe", "hverken", "ingen", NULL };
static const char *const goals[] = { "maal", "maalet", "maalene", "maaltallet", "maalsaetning*", "resultatmaal*",
	"succeskriteri*", NULL };
/* What stands right before a level, and not before a change. */
static const char *const levels[] = { "naa", "naar", "til", "paa", "vaere", "er", "blive", "bliver", "udgoere",
	"udgoer", "omkring", NULL };
static const char *const finite[] = { "naar", "vil", "er", "bliver", "stiger", "falder", "udgoer", "ligger",
	"kommer", "vokser", "lander", "ender", "kan", NULL };
static const char *const infinite[] = { "at", "oeget", "reduceret", "haevet", "nedbragt", "steget", "faldet", NULL };
/* Between the verb and "at", without being what is spoken of. */
static const char *const adverbs[] = { "fortsat", "dermed", "derfor", "igen", "nu", "ogsaa", "saaledes", "samlet",
	"derefter", "herefter", "stadig", "foerst", "endelig", "i", "ved", "inden", "pr", "frem", "udgangen",
	"af", "fra", "med", "foer", "loebet", "slutningen", "paa", "laengere", "sigt", NULL };
/* Of which a level is a number and no percentage. */
static const char *const counted[] = { "antal*", "gennemsnit*", "indeks*", "ledighed*", "befolkning*", NULL };
/* Alone they name nothing. */
static const char *const nameless[] = { "det", "der", "den", "de", "dette", "denne", "disse", "andelen", "antallet",
	"tallet", "resultatet", "niveauet", NULL };

static bool
is_sign(char c)
{
	return str_find(STR(" \n\t.,;:!?()\"'"), (struct str){ &c, 1 }, 0) != SIZE_MAX;
}

/* False: too many. A word is what stands between blanks, without the signs at its ends. */
static bool
split(struct sentence *s)
{
	struct str t = s->text;

	for (size_t at = 0; at < t.len;) {
		size_t       end = at, next;
		struct word *w = &s->word[s->len];

		while (end < t.len && t.at[end] != ' ' && t.at[end] != '\n' && t.at[end] != '\t')
			end++;
		next = end + 1;
		while (at < end && is_sign(t.at[at]))
			at++;
		w->stops = end > at && t.at[end - 1] == ':';
		while (end > at && is_sign(t.at[end - 1]))
			end--;
		if (end > at && s->len == WORDS_MAX - 1)
			return false;
		if (end > at) {
			w->at = at;
			w->end = end;
			w->folded = utf8_fold(s->reads->arena, str_slice(t, at, end));
			s->len++;
		}
		at = next;
	}
	return true;
}

static bool
is_any(const struct sentence *s, size_t i, const char *const *patterns)
{
	return i < s->len && folded_starts_any(s->word[i].folded, patterns);
}

/* The first of the words in [from, to); `to`: none. */
static size_t
first_of(const struct sentence *s, size_t from, size_t to, const char *const *patterns)
{
	while (from < to && !is_any(s, from, patterns))
		from++;
	return from;
}

/* The word that ends last before this byte; SIZE_MAX: none. */
static size_t
word_before(const struct sentence *s, size_t byte)
{
	size_t found = SIZE_MAX;

	for (size_t i = 0; i < s->len && s->word[i].end <= byte; i++)
		found = i;
	return found;
}

static bool
is_when(const struct sentence *s, size_t i)
{
	return s->word[i].at >= s->when.at && s->word[i].end <= s->when.end;
}

/* ---- figures ---- */

struct seen {                           /* readings of one type */
	size_t         n;
	struct reading last;
};

/* "fra 60 til 65 pct.": the second is where it goes. */
static void
see(const struct sentence *s, struct seen *k, const struct reading *r)
{
	k->n += k->n == 0 || !str_eq(str_trim(str_slice(s->text, k->last.end, r->at)), STR("til"));
	k->last = *r;
}

/* One level and one period. Beside a percentage a number is of something else: an age. */
static bool
read_figures(struct sentence *s)
{
	struct readings r = reads_phrase(s->reads, s->text);
	struct seen     percent = { 0 }, number = { 0 }, when = { 0 };

	for (size_t i = 0; i < r.len; i++)
		switch (r.at[i].type) {
		case READING_PERIOD:
			if (r.at[i].period.dated)
				see(s, &when, &r.at[i]);
			break;
		case READING_PERCENT:
			if (r.at[i].unit != UNIT_PERCENT)
				return false;
			see(s, &percent, &r.at[i]);
			break;
		case READING_NUMBER:
			see(s, &number, &r.at[i]);
			break;
		case READING_MONEY:
			return false;
		case READING_MISSING:
			break;
		}
	s->figure = percent.n > 0 ? percent.last : number.last;
	s->when = when.last;
	return when.n == 1 && (percent.n > 0 ? percent.n : number.n) == 1;
}

static bool
is_level(const struct sentence *s, bool named)
{
	size_t before = word_before(s, s->figure.at);

	return before != SIZE_MAX && (is_any(s, before, levels) || (named && s->word[before].stops));
}

/* ---- what it is of ---- */

/* Words [from, to), without the period and what leads to it at their ends. */
static bool
take_subject(const struct sentence *s, size_t from, size_t to, struct forecast *f)
{
	while (to > from && (is_when(s, to - 1) || is_any(s, to - 1, adverbs)))
		to--;
	while (from < to && is_when(s, from))
		from++;
	if (from >= to || first_of(s, from, to, goals) < to)
		return false;
	f->from = s->word[from].at;
	f->to = s->word[to - 1].end;
	if (f->to - f->from > SUBJECT_MAX || (to - from == 1 && is_any(s, from, nameless)))
		return false;
	for (size_t i = from; i < to && s->figure.type == READING_NUMBER; i++)
		if (is_any(s, i, counted) || str_ends(s->word[i].folded, STR("tal")) ||
		    str_ends(s->word[i].folded, STR("tallet")))
			return true;
	return s->figure.type == READING_PERCENT;
}

/* "..., at andelen i job når 65 pct.": up to the verb nearest the figure. */
static bool
subject_of_clause(const struct sentence *s, size_t from, size_t figure, struct forecast *f)
{
	size_t at = from, verb = figure;

	while (at < figure && !str_eq(s->word[at].folded, STR("at")))
		at++;
	for (size_t i = at + 1; i < figure; i++)
		if (is_any(s, i, finite))
			verb = i;
	return at < figure && verb < figure && take_subject(s, at + 1, verb, f);
}

/* "Andelen i job forventes (i 2010) at nå ...", "I 2010 forventes andelen i job at nå ...". */
static bool
subject_beside(const struct sentence *s, size_t cue, size_t figure, struct forecast *f)
{
	size_t at = first_of(s, cue + 1, figure, infinite), own = cue + 1;

	if (at == figure)
		return false;
	while (own < at && (is_when(s, own) || is_any(s, own, adverbs)))
		own++;
	return own < at ? take_subject(s, own, at, f) : take_subject(s, 0, cue, f);
}

/* "Prognosen for andelen i job er ...", "Prognose for andelen i job i 2010: ...". */
static bool
subject_of_prognosis(const struct sentence *s, size_t cue, size_t figure, struct forecast *f)
{
	size_t end = cue + 2;

	if (!str_eq(s->word[cue + 1].folded, STR("for")))
		return false;
	while (end < figure && !is_any(s, end, finite) && !str_eq(s->word[end].folded, STR("lyder")) &&
	    !s->word[end].stops)
		end++;
	end += end < figure && s->word[end].stops;
	return end <= figure && take_subject(s, cue + 2, end, f);
}

static bool
find_subject(const struct sentence *s, size_t cue, struct forecast *f)
{
	static const char *const formal[] = { "det", "der", NULL };
	static const char *const shows[] = { "viser", "siger", "peger", NULL };
	size_t figure = word_before(s, s->figure.at) + 1;

	if (cue + 1 >= figure)
		return false;
	if (is_any(s, cue, passive)) {
		if ((cue > 0 && is_any(s, cue - 1, formal)) || is_any(s, cue + 1, formal))
			return subject_of_clause(s, cue + 1, figure, f);
		return subject_beside(s, cue, figure, f);
	}
	if (str_eq(s->word[cue].folded, STR("forventer")) || is_any(s, cue + 1, shows))
		return subject_of_clause(s, cue + 1, figure, f);
	return subject_of_prognosis(s, cue, figure, f);
}

/* ---- the whole ---- */

bool
forecast_is_spoken(struct reads *r, struct str sentence)
{
	return folded_holds_any(reads_folded(r, sentence), spoken);
}

bool
forecast_read(struct reads *r, struct str sentence, struct forecast *ret)
{
	struct sentence s = { .reads = r, .text = sentence };
	struct forecast f = { 0 };
	size_t          cue;

	if (!forecast_is_spoken(r, sentence) || folded_holds_any(reads_folded(r, sentence), refusals) ||
	    str_ends(str_trim(sentence), STR("?")) || !split(&s) || !read_figures(&s))
		return false;
	cue = first_of(&s, 0, s.len, spoken);
	if (cue == s.len || s.figure.at < s.word[cue].end ||
	    !is_level(&s, !is_any(&s, cue, passive)) || !find_subject(&s, cue, &f))
		return false;
	f.figure = s.figure;
	f.when = s.when;
	*ret = f;
	return true;
}

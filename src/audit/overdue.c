/* overdue: a follow-up that was promised for a time now gone by, of which the
 * document has no later record.
 *
 * A document is judged at its own date, and one dated by a month or a year may
 * have been written on its first day: only what was due before that is late. */
#include "audit/audit.h"
#include "audit/locate.h"
#include "core/phrase.h"
#include "recognise/followup.h"
#include "recognise/sentence.h"

#define FIELD_BYTES_MAX 8192
#define DATES_MAX       16              /* in one sentence */

/* The last day on which nobody can call a promise late. */
static int32_t
judged_at(const struct audit *x)
{
	bool own = x->seen->date.dated && x->as_of == x->seen->date.to - 1;

	return own ? x->seen->date.from : x->as_of;
}

static int
own_year(const struct audit *x)
{
	return x->seen->date.dated ? date_of(x->seen->date.from).year : 0;
}

/* The periods of a sentence, each with its clause. */
struct dated {
	struct period period;
	struct str    words, clause;
};

static size_t
read_dates(struct audit *x, struct str s, struct dated *ret, size_t max)
{
	struct readings r = reads_phrase(x->seen->reads, s);
	size_t          from = 0, n = 0;

	for (size_t i = 0; i < r.len && n < max; i++) {
		struct period p = r.at[i].period;

		if (r.at[i].type != READING_PERIOD)
			continue;
		if (!p.dated && own_year(x) > 0)
			p = period_in_year(p, own_year(x));
		/* "Indekset 2012" is a name, "i 2012" a time. */
		if (p.dated && (p.precision != PRECISION_YEAR || p.deadline ||
		    str_ends(str_slice(s, 0, r.at[i].at), STR(" i "))))
			ret[n++] = (struct dated){ p, str_slice(s, r.at[i].at, r.at[i].end),
				followup_clause(x->arena, s, from, r.at[i].at, r.at[i].end) };
		from = r.at[i].end;
	}
	return n;
}

/* Does the proposal tell of it: something done in or after that time? */
static bool
sentence_records(struct audit *x, struct str s, struct period due)
{
	struct dated at[DATES_MAX];
	size_t       n;

	if (!folded_holds_any(reads_folded(x->seen->reads, s), followup_words))
		return false;
	n = read_dates(x, s, at, DATES_MAX);
	for (size_t i = 0; i < n; i++)
		if (at[i].period.to > due.from && followup_is_done(x->arena, at[i].clause))
			return true;
	return false;
}

static bool
is_recorded(struct audit *x, const struct proposal *p, struct period due)
{
	struct str s;

	for (size_t i = 0; i < p->len; i++) {
		struct str text = str_slice(p->at[i].text, 0, FIELD_BYTES_MAX);

		if (p->at[i].kind != FIELD_FOLLOWUP && p->at[i].kind != FIELD_STATUS)
			continue;
		for (size_t at = 0; sentence_next(text, &at, &s);)
			if (sentence_records(x, s, due))
				return true;
	}
	return false;
}

static void
report(struct audit *x, const struct field *f, struct str sentence, struct str when, struct period due)
{
	struct arena  *a = x->arena;
	struct finding found = { .code = AUDIT_OVERDUE, .quote = sentence };
	struct str     da, en;
	struct buf     b;

	buf_init(&b, 128);
	day_write_long(&b, judged_at(x), true);
	da = buf_ok(&b) ? str_dup(a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	buf_init(&b, 128);
	day_write_long(&b, judged_at(x), false);
	en = buf_ok(&b) ? str_dup(a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	found.da = arena_printf(a, "der blev lovet opfølgning »" STR_FMT "«, det vil sige til og med " STR_FMT
	    "; " STR_FMT " står der ikke noget nyere om den", STR_ARG(quote_of(a, when)),
	    STR_ARG(day_iso(a, due.to - 1)), STR_ARG(da));
	found.en = arena_printf(a, "a follow-up was promised “" STR_FMT "”, that is through " STR_FMT "; on " STR_FMT
	    " nothing later is recorded of it", STR_ARG(quote_of(a, when)), STR_ARG(day_iso(a, due.to - 1)),
	    STR_ARG(en));
	found.hint_da = STR("skriv, hvad opfølgningen viste, eller hvornår den kommer");
	found.hint_en = STR("write what the follow-up showed, or when it will come");
	locate(x->doc, f, sentence, &found.line, &found.column);
	audit_finds(x, found);
}

static void
check_sentence(struct audit *x, const struct proposal *p, const struct field *f, struct str s)
{
	struct dated at[DATES_MAX];
	const struct folded *words = reads_folded(x->seen->reads, s);
	size_t       n;

	if (!folded_holds_any(words, followup_words) || !folded_holds_any(words, followup_coming_words))
		return;
	n = read_dates(x, s, at, DATES_MAX);
	for (size_t i = 0; i < n; i++)
		if (at[i].period.to <= judged_at(x) && followup_is_promised(x->arena, s, at[i].clause) &&
		    !is_recorded(x, p, at[i].period))
			report(x, f, s, at[i].words, at[i].period);
}

void
audit_overdue(struct audit *x)
{
	struct str s;

	for (size_t i = 0; x->dated && i < x->seen->len; i++) {
		const struct proposal *p = &x->seen->at[i];

		for (size_t k = 0; k < p->len; k++) {
			struct str text = str_slice(p->at[k].text, 0, FIELD_BYTES_MAX);

			if (p->at[k].kind != FIELD_FOLLOWUP && p->at[k].kind != FIELD_STATUS)
				continue;
			for (size_t at = 0; sentence_next(text, &at, &s);)
				check_sentence(x, p, &p->at[k], s);
		}
	}
}

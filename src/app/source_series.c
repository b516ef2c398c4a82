#include "app/source_series.h"
#include "app/source_period.h"
#include "core/phrase.h"

#define SIGN STR("break ")
#define NOTE STR("note ")

/* ---- lines ---- */

static bool
has_line(struct str text, struct str line)
{
	while (text.len > 0)
		if (str_eq(str_cut(&text, '\n'), line))
			return true;
	return false;
}

/* The first line of `a` that `b` has not. */
static struct str
line_without(struct str a, struct str b, bool signs)
{
	while (a.len > 0) {
		struct str line = str_cut(&a, '\n');

		if ((signs || !str_starts(line, SIGN)) && !has_line(b, line))
			return line;
	}
	return STR_NONE;
}

void
source_series_differ(struct str was, struct str is, struct str *went, struct str *came)
{
	*went = line_without(was, is, false);
	*came = line_without(is, was, true);
}

struct str
source_series_kept(struct arena *a, struct str is, struct str was)
{
	while (was.len > 0) {
		struct str line = str_cut(&was, '\n');

		if (str_starts(line, SIGN) && !has_line(is, line))
			is = arena_printf(a, STR_FMT STR_FMT "\n", STR_ARG(is), STR_ARG(line));
	}
	return is;
}

struct str
source_series_words(struct arena *a, struct str went, struct str came)
{
	if (went.len == 0 && str_starts(came, SIGN))
		return arena_printf(a, "the bureau marks a break at " STR_FMT,
		    STR_ARG(str_slice(came, SIGN.len, came.len)));
	if (went.len == 0 && str_starts(came, NOTE))
		return arena_printf(a, "the bureau notes “" STR_FMT "”", STR_ARG(str_slice(came, NOTE.len, came.len)));
	return arena_printf(a, "it was “" STR_FMT "”, and is “" STR_FMT "”", STR_ARG(went), STR_ARG(came));
}

/* ---- days ---- */

/* "2026K1: Databrud" is of a code; else of several dates none is the one. */
static bool
day_of_note(struct arena *a, struct str note, int32_t *ret)
{
	struct readings r = phrase_read(a, note, NOTATION_NONE, NULL);
	size_t          dates = 0, colon = str_find(note, STR(": "), 0);
	struct period   p;

	if (colon != SIZE_MAX && source_period(a, str_slice(note, 0, colon), &p)) {
		*ret = p.from;
		return true;
	}
	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type != READING_PERIOD || !r.at[i].period.dated || r.at[i].period.from == DAY_MIN)
			continue;
		dates++;
		*ret = r.at[i].period.from;
	}
	return dates == 1;
}

static bool
day_of_line(struct arena *a, struct str line, int32_t *ret)
{
	struct period p;

	if (str_starts(line, NOTE))
		return day_of_note(a, str_slice(line, NOTE.len, line.len), ret);
	if (!str_starts(line, SIGN) || !source_period(a, str_slice(line, SIGN.len, line.len), &p))
		return false;
	*ret = p.from;
	return true;
}

int32_t
source_series_starts(struct arena *a, struct str line, int32_t otherwise)
{
	int32_t day;

	return day_of_line(a, line, &day) ? day : otherwise;
}

/* ---- ways of measuring ---- */

/* Does what was printed date a break on this day? */
static bool
breaks_on(struct arena *a, struct str print, int32_t day)
{
	while (print.len > 0) {
		int32_t of;

		if (day_of_line(a, str_cut(&print, '\n'), &of) && of == day)
			return true;
	}
	return false;
}

int64_t
source_series_method(struct arena *a, const struct snapshot *sn, int64_t indicator, int64_t newest,
                     struct str print, int32_t from)
{
	int64_t method = newest;

	for (size_t i = 0; i < sn->len[NOUN_METHOD]; i++) {
		const struct noun_row *r = &sn->row[NOUN_METHOD][i];
		int64_t                version;
		int32_t                starts;

		if (r->ref[METHOD_indicator] == indicator && str_int(r->text[METHOD_version], &version) &&
		    version > 1 && version - 1 < method && day_from_iso(r->text[METHOD_starts], &starts) &&
		    from < starts && breaks_on(a, print, starts))
			method = version - 1;
	}
	return method;
}

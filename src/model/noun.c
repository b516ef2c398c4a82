#include "model/noun.h"
#include "base/codes.h"
#include "base/utf8.h"

#define C(prefix, name, type, refers) { STR_INIT(#name), COLUMN_##type, NOUN_##refers },
#define N(id, table, one, many, da, columns) \
	static const struct noun_column id##_column[] = { columns(C, id) };
NOUNS(N)
#undef N
#undef C

const struct noun_info noun_info[NOUN_COUNT] = {
#define N(id, table, one, many, da, columns) \
	[NOUN_##id] = { STR_INIT(#table), STR_INIT(one), STR_INIT(many), STR_INIT(da), \
	                id##_column, id##_COLUMN_COUNT },
NOUNS(N)
#undef N
};

/* The glossary's other words for the nouns: Danish singulars, and what units and
 * goals are also called. */
static const struct {
	struct str word;
	enum noun  noun;
} also[] = {
#define A(noun, word) { STR_INIT(word), NOUN_##noun },
	A(AUTHORITY, "myndighed") A(AUTHORITY, "kommune") A(AUTHORITY, "kommuner")
	A(UNIT, "enhed") A(UNIT, "udvalg") A(UNIT, "forvaltning") A(UNIT, "forvaltninger")
	A(UNIT, "afdeling") A(UNIT, "afdelinger") A(UNIT, "committee") A(UNIT, "committees")
	A(UNIT, "administration") A(UNIT, "administrations")
	A(POLICY, "politik") A(THEME, "tema") A(THEME, "indsatsområde")
	A(THEME, "indsatsområder") A(OBJECTIVE, "goal") A(OBJECTIVE, "goals")
	A(OBJECTIVE, "målsætning") A(OBJECTIVE, "målsætninger") A(OBJECTIVE, "resultatmål")
	A(PATHWAY, "vejen til målet") A(INDICATOR, "indikator") A(TARGET, "succeskriterium")
	A(TARGET, "succeskriterier") A(AGREEMENT, "aftale") A(INITIATIVE, "indsats")
	A(STATUS_REPORT, "status") A(STATUS_REPORT, "status ift. målopfyldelse")
	A(STATUS_REPORT, "statusrapport") A(STATUS_REPORT, "statusrapporter")
	A(ACTIVITY, "aktivitet") A(TARGET_GROUP, "målgruppe") A(BUDGET_LINE, "budgetpost")
	A(PRINTED_TOTAL, "trykt sum")
	A(GRANT_POOL, "pulje") A(PROJECT, "projekt") A(AREA, "område") A(AREA, "bydel")
	A(AREA, "bydele") A(GROUP, "gruppe") A(COMPARATOR, "comparator")
	A(COMPARATOR, "comparators") A(COMPARATOR, "sammenligningsgruppe")
	A(METHOD, "method") A(METHOD, "methods") A(METHOD, "metodeversion")
	A(DOCUMENT, "dokument") A(FIELD, "felt") A(FINDING, "anmærkning")
	A(TRANSLATION, "oversættelse")
	A(DUTY, "opgave i årshjulet") A(DUTY, "årshjul") A(DUTY, "annual wheel")
	A(DUTY, "annual wheels") A(EXTENSION, "udsættelse") A(DELIVERY, "leverance")
	A(PROMISE, "løfte") A(PROGNOSIS, "prognose") A(PROGNOSIS, "forecast") A(PROGNOSIS, "forecasts")
	A(SOURCE, "kilde")
#undef A
};

/* Folded, with one blank for '-' and '_'. */
static struct str
term_fold(struct arena *a, struct str term)
{
	struct str folded = utf8_fold(a, term);
	char      *at = ARENA_ARRAY(a, char, folded.len + 1);

	for (size_t i = 0; i < folded.len; i++)
		at[i] = folded.at[i] == '-' || folded.at[i] == '_' ? ' ' : folded.at[i];
	return (struct str){ at, folded.len };
}

bool
noun_from_term(struct str term, enum noun *ret)
{
	struct arena a = { 0 };
	struct str   want = term_fold(&a, term);
	bool         found = false;

	for (size_t i = 0; i < COUNT_OF(also) && !found; i++) {
		found = str_eq(want, utf8_fold(&a, also[i].word));
		if (found)
			*ret = also[i].noun;
	}
	for (size_t n = 0; n < NOUN_COUNT && !found; n++) {
		const struct noun_info *i = &noun_info[n];

		found = str_eq(want, i->one) || str_eq(want, i->many) ||
		    str_eq(want, term_fold(&a, i->table)) || str_eq(want, utf8_fold(&a, i->da));
		if (found)
			*ret = (enum noun)n;
	}
	arena_free(&a);
	return found;
}

bool
noun_from_table(struct str table, enum noun *ret)
{
	return CODE_READ(noun_info, noun_info->table, table, ret);
}

bool
noun_column(enum noun n, struct str name, size_t *ret)
{
	const struct noun_info *i = &noun_info[n];

	for (size_t c = 0; c < i->columns; c++) {
		if (!str_eq(i->column[c].name, name))
			continue;
		*ret = c;
		return true;
	}
	return false;
}

struct str
noun_plural(struct arena *a, enum noun n)
{
	struct str many = noun_info[n].many;
	char      *at = ARENA_ARRAY(a, char, many.len + 1);

	for (size_t i = 0; i < many.len; i++)
		at[i] = many.at[i] == ' ' ? '-' : many.at[i];
	return (struct str){ at, many.len };
}

bool
noun_is_public(enum noun n)
{
	return n != NOUN_PROPOSAL && n != NOUN_FIELD && n != NOUN_PROGNOSIS;
}

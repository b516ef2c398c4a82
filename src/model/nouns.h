/* nouns.h - the nouns of the register and their columns: one row a fact.
 *
 * The tables, the statements, the data package, `pejl list` and `pejl show` all
 * follow from this table. Terms are domain.md, 1: Glossary. Every noun also has,
 * without being listed here: its id (a key such as "helbredsteam", unique among
 * things of its kind), since and until (the changes that brought and ended this
 * version), line, col and quote (where in the change's document it stands).
 *
 * C(prefix, name, type, refers to): types and what their text looks like:
 *	TEXT    words, in the language of the row's `lang` column (da when none)
 *	CODE    a code of a table in core/ (a kind, a unit, a direction, ...)
 *	NUMBER  a decimal with a point
 *	INT     a whole number
 *	FLAG    1, or empty for no
 *	DATE    2009-06-01
 *	REF     the key of a thing of the kind in the fourth column; ANY: kind:key
 */
#ifndef MODEL_NOUNS_H
#define MODEL_NOUNS_H

#define AUTHORITY_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, area, REF, AREA) C(P, address, TEXT, NONE) \
	C(P, mail, TEXT, NONE) C(P, phone, TEXT, NONE) C(P, web, TEXT, NONE) \
	C(P, statement, TEXT, NONE) C(P, privacy, TEXT, NONE) C(P, licence, TEXT, NONE)
#define UNIT_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, short_name, TEXT, NONE) C(P, level, CODE, NONE) \
	C(P, parent, REF, UNIT)
#define POLICY_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, starts, DATE, NONE) C(P, ends, DATE, NONE) \
	C(P, status, DATE, NONE)
#define THEME_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, policy, REF, POLICY) C(P, rank, INT, NONE)
#define OBJECTIVE_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, theme, REF, THEME) C(P, parent, REF, OBJECTIVE) \
	C(P, unit, REF, UNIT) C(P, number, TEXT, NONE) C(P, rank, INT, NONE)
#define PATHWAY_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, objective, REF, OBJECTIVE)
/* Percentages that are each other's rest, area by area, name one another by `complement`,
 * in a chain when they are more than two; of a `distribution` the groups are. */
#define INDICATOR_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, measure, CODE, NONE) C(P, better, CODE, NONE) \
	C(P, numerator, REF, INDICATOR) C(P, developing, FLAG, NONE) C(P, frequency, TEXT, NONE) \
	C(P, definition, TEXT, NONE) C(P, unit, REF, UNIT) C(P, complement, REF, INDICATOR) \
	C(P, distribution, FLAG, NONE)
#define METHOD_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, indicator, REF, INDICATOR) C(P, version, INT, NONE) \
	C(P, starts, DATE, NONE)
/* tile_x, tile_y: column and row, from 0, in a map of tiles. */
#define AREA_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, level, CODE, NONE) C(P, parent, REF, AREA) \
	C(P, starts, DATE, NONE) C(P, ends, DATE, NONE) C(P, short_name, TEXT, NONE) \
	C(P, tile_x, INT, NONE) C(P, tile_y, INT, NONE)
#define SHAPE_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, area, REF, AREA) C(P, geometry, TEXT, NONE)
#define GROUP_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, definition, TEXT, NONE)
#define COMPARATOR_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, starts, DATE, NONE) C(P, ends, DATE, NONE)
#define COMPARATOR_MEMBER_COLUMNS(C, P) \
	C(P, comparator, REF, COMPARATOR) C(P, area, REF, AREA)
/* Where a figure of the indicator lies from `lower` up to, not including, `upper`. Areas
 * in classes that are in need are what `counted_by` counts. */
#define NEED_CLASS_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, indicator, REF, INDICATOR) C(P, rank, INT, NONE) \
	C(P, lower, NUMBER, NONE) C(P, upper, NUMBER, NONE) C(P, in_need, FLAG, NONE) \
	C(P, counted_by, REF, INDICATOR) C(P, starts, DATE, NONE) C(P, ends, DATE, NONE)
#define MANDATE_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, body, TEXT, NONE) C(P, decided, DATE, NONE)
#define AGREEMENT_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, mandate, REF, MANDATE) C(P, starts, DATE, NONE) \
	C(P, ends, DATE, NONE) C(P, parties, TEXT, NONE) C(P, amount, NUMBER, NONE) C(P, recurrence, CODE, NONE)
#define TARGET_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, objective, REF, OBJECTIVE) \
	C(P, initiative, REF, INITIATIVE) C(P, indicator, REF, INDICATOR) C(P, area, REF, AREA) \
	C(P, grp, REF, GROUP) C(P, other, REF, GROUP) C(P, comparator, REF, COMPARATOR) \
	C(P, kind, CODE, NONE) C(P, relation, CODE, NONE) C(P, direction, CODE, NONE) \
	C(P, value, NUMBER, NONE) C(P, percent, FLAG, NONE) C(P, keep, FLAG, NONE) C(P, scope, CODE, NONE) \
	C(P, baseline_from, DATE, NONE) C(P, baseline_to, DATE, NONE) \
	C(P, deadline_from, DATE, NONE) C(P, deadline_to, DATE, NONE) \
	C(P, window_from, DATE, NONE) C(P, window_to, DATE, NONE) \
	C(P, printed, NUMBER, NONE) C(P, printed_as, CODE, NONE) C(P, mandate, REF, MANDATE)
#define INITIATIVE_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, policy, REF, POLICY) C(P, unit, REF, UNIT) \
	C(P, number, TEXT, NONE) C(P, mandate, REF, MANDATE) C(P, agreement, REF, AGREEMENT) \
	C(P, economy, TEXT, NONE) C(P, followup, TEXT, NONE)
#define CONTRIBUTION_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, initiative, REF, INITIATIVE) \
	C(P, objective, REF, OBJECTIVE) C(P, pathway, REF, PATHWAY)
#define TARGET_GROUP_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, initiative, REF, INITIATIVE) \
	C(P, characteristics, TEXT, NONE) C(P, size, NUMBER, NONE) C(P, size_as, CODE, NONE)
#define ACTIVITY_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, initiative, REF, INITIATIVE) \
	C(P, objective, REF, OBJECTIVE)
#define STATUS_REPORT_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, initiative, REF, INITIATIVE) \
	C(P, target, REF, TARGET) C(P, stated, DATE, NONE) C(P, challenges, TEXT, NONE) \
	C(P, starts, DATE, NONE) C(P, ends, DATE, NONE) C(P, answers, CODE, NONE) \
	C(P, expected, CODE, NONE) C(P, condition, TEXT, NONE) C(P, action, TEXT, NONE) \
	C(P, links, TEXT, NONE)
/* What recurs in the annual wheel. It is due so many days after the end of its period, or,
 * where it is counted from another duty, after that one's day; a negative number is
 * before. Without a unit each unit of the policy owes it. */
#define DUTY_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, unit, REF, UNIT) C(P, policy, REF, POLICY) \
	C(P, kind, CODE, NONE) C(P, frequency, CODE, NONE) C(P, starts, DATE, NONE) C(P, ends, DATE, NONE) \
	C(P, due_days, INT, NONE) C(P, before, REF, DUTY)
/* Of one unit (none: of all that owe it), for the period that begins on a day. */
#define EXTENSION_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, duty, REF, DUTY) C(P, period_from, DATE, NONE) \
	C(P, unit, REF, UNIT) C(P, due, DATE, NONE)
#define DELIVERY_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, duty, REF, DUTY) C(P, period_from, DATE, NONE) \
	C(P, unit, REF, UNIT) C(P, delivered, DATE, NONE) C(P, document, REF, DOCUMENT)
/* What a person decided about a promise, whose words are the title. */
#define PROMISE_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, initiative, REF, INITIATIVE) \
	C(P, status_report, REF, STATUS_REPORT) C(P, due_from, DATE, NONE) C(P, due_to, DATE, NONE) \
	C(P, kept_by, REF, STATUS_REPORT) C(P, dropped, TEXT, NONE)
/* What a unit expects that a measurement will be, said before it came: no measurement. The
 * title is its note; `qualifier` and `high` as of a measurement. Without a unit that of the
 * indicator said it. */
#define PROGNOSIS_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, indicator, REF, INDICATOR) \
	C(P, area, REF, AREA) C(P, grp, REF, GROUP) \
	C(P, period_from, DATE, NONE) C(P, period_to, DATE, NONE) \
	C(P, value, NUMBER, NONE) C(P, qualifier, CODE, NONE) C(P, high, NUMBER, NONE) \
	C(P, stated, DATE, NONE) C(P, unit, REF, UNIT) C(P, document, REF, DOCUMENT) \
	C(P, document_line, INT, NONE)
#define BUDGET_LINE_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, policy, REF, POLICY) C(P, unit, REF, UNIT) \
	C(P, initiative, REF, INITIATIVE) C(P, agreement, REF, AGREEMENT) \
	C(P, objective, REF, OBJECTIVE) C(P, number, TEXT, NONE) C(P, section, TEXT, NONE) \
	C(P, financing, CODE, NONE) C(P, attribution, NUMBER, NONE) \
	C(P, counted_elsewhere, REF, BUDGET_LINE) C(P, earmark_of, REF, BUDGET_LINE) \
	C(P, excluded, TEXT, NONE) \
	C(P, footnote, TEXT, NONE) C(P, rank, INT, NONE)
#define AMOUNT_COLUMNS(C, P) \
	C(P, budget_line, REF, BUDGET_LINE) C(P, year, INT, NONE) C(P, through, INT, NONE) \
	C(P, recurrence, CODE, NONE) \
	C(P, version, CODE, NONE) C(P, kroner, NUMBER, NONE) C(P, missing, CODE, NONE) \
	C(P, gross, NUMBER, NONE) C(P, financing, CODE, NONE) C(P, share, NUMBER, NONE)
#define PRINTED_TOTAL_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, document, REF, DOCUMENT) \
	C(P, scope, CODE, NONE) C(P, budget_line, REF, BUDGET_LINE) \
	C(P, first_line, INT, NONE) C(P, last_line, INT, NONE) C(P, year, INT, NONE) \
	C(P, version, CODE, NONE) C(P, amount, NUMBER, NONE) C(P, unit, CODE, NONE) \
	C(P, footnote, TEXT, NONE)
#define GRANT_POOL_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, unit, REF, UNIT) C(P, policy, REF, POLICY)
#define PROJECT_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, agreement, REF, AGREEMENT) \
	C(P, grant_pool, REF, GRANT_POOL) C(P, unit, REF, UNIT) C(P, number, TEXT, NONE) \
	C(P, kroner, NUMBER, NONE) C(P, recurrence, CODE, NONE) C(P, purpose, TEXT, NONE) \
	C(P, status, TEXT, NONE) C(P, challenges, TEXT, NONE)
#define DOCUMENT_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, file, TEXT, NONE) C(P, sha256, CODE, NONE) \
	C(P, format, CODE, NONE) C(P, stated, DATE, NONE) C(P, published, FLAG, NONE)
#define PROPOSAL_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, document, REF, DOCUMENT) C(P, kind, CODE, NONE) \
	C(P, state, CODE, NONE) C(P, becomes, REF, ANY)
#define FIELD_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, proposal, REF, PROPOSAL) C(P, kind, CODE, NONE) \
	C(P, year, INT, NONE)
#define FINDING_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, document, REF, DOCUMENT) C(P, code, CODE, NONE) \
	C(P, severity, CODE, NONE)
/* A finding is the one that a rule (code) finds about a document or thing, in these words
 * (the first digits of their SHA-256) on this line. */
#define ANSWER_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, about, REF, ANY) C(P, code, CODE, NONE) \
	C(P, found_line, INT, NONE) C(P, digest, CODE, NONE) C(P, stated, DATE, NONE)
/* Where figures come from by themselves: a table of a bureau (a sheet of a workbook), what
 * is selected of it ("OMRÅDE=101,147 KØN=TOT Tid=*"), and what its codes are here ("OMRÅDE:
 * 101=koebenhavn"). With a divisor (another selection) the indicator is a share, and both
 * parts are kept. Of a file: the columns of its figures, and how they are written. */
#define SOURCE_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, kind, CODE, NONE) C(P, address, TEXT, NONE) \
	C(P, tbl, TEXT, NONE) C(P, selection, TEXT, NONE) C(P, period, TEXT, NONE) \
	C(P, areas, TEXT, NONE) C(P, grps, TEXT, NONE) C(P, indicator, REF, INDICATOR) \
	C(P, divisor, TEXT, NONE) C(P, numerator, REF, INDICATOR) C(P, denominator, REF, INDICATOR) \
	C(P, figures, TEXT, NONE) C(P, notation, CODE, NONE) C(P, delimiter, CODE, NONE)
/* What staff say in a report around what is computed: Markdown in the title, at a place
 * of the report of one kind as of one day; of a unit where the place is a committee's. */
#define REPORT_TEXT_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, policy, REF, POLICY) C(P, kind, CODE, NONE) \
	C(P, as_of, DATE, NONE) C(P, place, CODE, NONE) C(P, unit, REF, UNIT)
/* A report as it was laid before the council: of what (about: of one thing, else of all), as
 * of which day, against which, by the register at change `known`, by which version of the
 * program; the SHA-256 of its tree. Its words are in release_line. */
#define RELEASE_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, policy, REF, POLICY) C(P, about, REF, ANY) \
	C(P, kind, CODE, NONE) C(P, as_of, DATE, NONE) C(P, compared, DATE, NONE) C(P, laid, DATE, NONE) \
	C(P, known, INT, NONE) C(P, version, TEXT, NONE) C(P, digest, CODE, NONE) \
	C(P, corrects, REF, RELEASE) C(P, reason, TEXT, NONE)
#define TRANSLATION_COLUMNS(C, P) \
	C(P, title, TEXT, NONE) C(P, lang, CODE, NONE) C(P, thing, REF, ANY) C(P, field, CODE, NONE)

/* N(id, table and file, singular, plural, Danish plural, columns), in the order
 * in which a package is loaded and listed. */
#define NOUNS(N)                                                                              \
	N(DOCUMENT, document, "document", "documents", "dokumenter", DOCUMENT_COLUMNS)        \
	N(AREA, area, "area", "areas", "områder", AREA_COLUMNS)                               \
	N(SHAPE, shape, "shape", "shapes", "omrids", SHAPE_COLUMNS)                           \
	N(AUTHORITY, authority, "authority", "authorities", "myndigheder", AUTHORITY_COLUMNS) \
	N(UNIT, unit, "unit", "units", "enheder", UNIT_COLUMNS)                               \
	N(GROUP, grp, "group", "groups", "grupper", GROUP_COLUMNS)                            \
	N(COMPARATOR, comparator, "comparator set", "comparator sets", "sammenligningsgrupper", COMPARATOR_COLUMNS) \
	N(COMPARATOR_MEMBER, comparator_member, "comparator member", "comparator members", "sammenlignede kommuner", COMPARATOR_MEMBER_COLUMNS) \
	N(POLICY, policy, "policy", "policies", "politikker", POLICY_COLUMNS)                 \
	N(THEME, theme, "theme", "themes", "temaer", THEME_COLUMNS)                           \
	N(OBJECTIVE, objective, "objective", "objectives", "mål", OBJECTIVE_COLUMNS)          \
	N(PATHWAY, pathway, "pathway", "pathways", "veje til målet", PATHWAY_COLUMNS)         \
	N(MANDATE, mandate, "mandate", "mandates", "afsæt", MANDATE_COLUMNS)                  \
	N(AGREEMENT, agreement, "agreement", "agreements", "aftaler", AGREEMENT_COLUMNS)      \
	N(INDICATOR, indicator, "indicator", "indicators", "indikatorer", INDICATOR_COLUMNS)  \
	N(METHOD, method, "method version", "method versions", "metodeversioner", METHOD_COLUMNS) \
	N(NEED_CLASS, need_class, "need class", "need classes", "behovsklasser", NEED_CLASS_COLUMNS) \
	N(INITIATIVE, initiative, "initiative", "initiatives", "indsatser", INITIATIVE_COLUMNS) \
	N(CONTRIBUTION, contribution, "contribution", "contributions", "bidrag", CONTRIBUTION_COLUMNS) \
	N(TARGET_GROUP, target_group, "target group", "target groups", "målgrupper", TARGET_GROUP_COLUMNS) \
	N(ACTIVITY, activity, "activity", "activities", "aktiviteter", ACTIVITY_COLUMNS)      \
	N(TARGET, target, "target", "targets", "måltal", TARGET_COLUMNS)                      \
	N(STATUS_REPORT, status_report, "status report", "status reports", "statusser", STATUS_REPORT_COLUMNS) \
	N(DUTY, duty, "duty", "duties", "opgaver i årshjulet", DUTY_COLUMNS)                  \
	N(EXTENSION, extension, "extension", "extensions", "udsættelser", EXTENSION_COLUMNS)  \
	N(DELIVERY, delivery, "delivery", "deliveries", "leverancer", DELIVERY_COLUMNS)       \
	N(PROMISE, promise, "promise", "promises", "løfter", PROMISE_COLUMNS)                 \
	N(PROGNOSIS, prognosis, "prognosis", "prognoses", "prognoser", PROGNOSIS_COLUMNS)     \
	N(BUDGET_LINE, budget_line, "budget line", "budget lines", "budgetposter", BUDGET_LINE_COLUMNS) \
	N(AMOUNT, amount, "amount", "amounts", "beløb", AMOUNT_COLUMNS)                       \
	N(PRINTED_TOTAL, printed_total, "printed total", "printed totals", "trykte summer", PRINTED_TOTAL_COLUMNS) \
	N(GRANT_POOL, grant_pool, "grant pool", "grant pools", "puljer", GRANT_POOL_COLUMNS)  \
	N(PROJECT, project, "project", "projects", "projekter", PROJECT_COLUMNS)              \
	N(PROPOSAL, proposal, "proposal", "proposals", "forslag", PROPOSAL_COLUMNS)           \
	N(FIELD, field, "field", "fields", "felter", FIELD_COLUMNS)                           \
	N(FINDING, finding, "finding", "findings", "anmærkninger", FINDING_COLUMNS)           \
	N(ANSWER, answer, "answer", "answers", "svar", ANSWER_COLUMNS)                        \
	N(SOURCE, source, "source", "sources", "kilder", SOURCE_COLUMNS)                      \
	N(REPORT_TEXT, report_text, "report text", "report texts", "tekster i rapporter", REPORT_TEXT_COLUMNS) \
	N(RELEASE, release, "release", "releases", "forelagte rapporter", RELEASE_COLUMNS)    \
	N(TRANSLATION, translation, "translation", "translations", "oversættelser", TRANSLATION_COLUMNS)

#endif

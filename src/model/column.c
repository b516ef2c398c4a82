#include "model/column.h"
#include "model/source_kind.h"

#define CHOICE_NONE { "", "" }

static const struct column_choice languages[] = {
	{ "da", N_("Danish") },
	{ "en", N_("English words") },
};

static const struct column_choice unit_levels[] = {
	CHOICE_NONE,
	{ "committee", N_("Committee") },
	{ "administration", N_("Administration") },
	{ "department", N_("Department") },
};

static const struct column_choice area_levels[] = {
	CHOICE_NONE,
	{ "city", N_("City") },
	{ "district", N_("District") },
	{ "housing_area", N_("Housing area") },
};

static const struct column_choice measures[] = {
	{ "share", N_("a share in per cent") },
	{ "percent", N_("a change in per cent") },
	{ "percentage_point", N_("a difference in percentage points") },
	{ "count", N_("things: places, visits, courses") },
	{ "persons", N_("persons (few of them are withheld)") },
	{ "kroner", N_("kroner") },
	{ "number", N_("another figure: an index, hours") },
};

static const struct column_choice directions[] = {
	CHOICE_NONE,
	{ "rise", N_("rise") },
	{ "fall", N_("fall") },
	{ "hold", N_("stay as they are") },
};

static const struct column_choice recurrences[] = {
	CHOICE_NONE,
	{ "once", N_("once") },
	{ "year", N_("every year") },
	{ "total", N_("in all") },
	{ "month", N_("every month") },
	{ "week", N_("every week") },
};

static const struct column_choice spreads[] = {
	CHOICE_NONE,
	{ "year", N_("the amount is for each year") },
	{ "total", N_("the amount is for all years together") },
};

static const struct column_choice relations[] = {
	CHOICE_NONE,
	{ "at_least", N_("at least") },
	{ "at_most", N_("at most") },
	{ "equal", N_("exactly") },
};

static const struct column_choice scopes[] = {
	CHOICE_NONE,
	{ "place", N_("place that is measured") },
	{ "group", N_("group that is measured") },
	{ "year", N_("year of the period") },
};

static const struct column_choice qualifiers[] = {
	CHOICE_NONE,
	{ "circa", N_("about (ca.)") },
	{ "good", N_("a good (a little more than)") },
	{ "scarce", N_("just under (a little less than)") },
	{ "over", N_("over (more than)") },
	{ "under", N_("under (less than)") },
	{ "at_least", N_("at least") },
	{ "at_most", N_("at most") },
};

static const struct column_choice financings[] = {
	CHOICE_NONE,
	{ "municipal", N_("the municipality's own money") },
	{ "state_grant", N_("grant from the state") },
	{ "state_refund", N_("refund from the state") },
	{ "fund", N_("a fund") },
	{ "in_kind", N_("hours of staff") },
};

static const struct column_choice versions[] = {
	CHOICE_NONE,
	{ "original", N_("original budget") },
	{ "revised", N_("revised budget") },
	{ "actual", N_("spent") },
};

static const struct column_choice missings[] = {
	CHOICE_NONE,
	{ "not_applicable", N_("not applicable") },
	{ "not_stated", N_("not stated") },
	{ "confidential", N_("confidential or too uncertain") },
	{ "not_available", N_("not available") },
	{ "nil", N_("nil: a dash stands there") },
};

static const struct column_choice bureaus[] = {
#define X(id, code, bureau, name, title) { code, title },
	SOURCE_KINDS(X)
#undef X
};

static const struct column_choice notations[] = {
	CHOICE_NONE,
	{ "da", N_("1.234,5") },
	{ "en", N_("1,234.5") },
};

static const struct column_choice delimiters[] = {
	CHOICE_NONE,
	{ "comma", N_("a comma") },
	{ "semicolon", N_("a semicolon") },
	{ "tab", N_("a tab") },
};

static const struct column_choice fields[] = {
	{ "title", N_("its name or wording") },
	{ "definition", N_("what exactly is measured") },
	{ "statement", N_("what readers are told about the site") },
	{ "privacy", N_("what readers are told about personal data") },
	{ "licence", N_("what others may do with the figures") },
	{ "economy", N_("economy, in words") },
	{ "followup", N_("how it is followed up, in words") },
	{ "characteristics", N_("what they have in common") },
	{ "footnote", N_("footnote") },
	{ "purpose", N_("purpose") },
	{ "status", N_("how it stands") },
	{ "challenges", N_("challenges") },
	{ "body", N_("who decided it") },
	{ "parties", N_("parties to it") },
	{ "frequency", N_("how often it is measured") },
	{ "section", N_("heading in the budget") },
	{ "excluded", N_("why it is left out") },
};

static const struct column_choice kinds[] = {
	{ "level", N_("A level") },
	{ "change", N_("A change") },
	{ "direction", N_("A direction") },
	{ "rate", N_("A rate") },
	{ "gap", N_("A gap") },
	{ "benchmark", N_("A benchmark") },
	{ "count", N_("A count") },
	{ "set", N_("A set") },
	{ "milestone", N_("A milestone") },
	{ "parity", N_("An equal change") },
	{ "undefined", N_("Nothing that can be checked") },
};

static const struct column_choice duty_kinds[] = {
	{ "status", N_("a status on each initiative") },
	{ "measure", N_("a measurement of the unit's indicators") },
	{ "report", N_("a report") },
	{ "budget", N_("a paper for the budget, or the budget itself") },
	{ "other", N_("something else") },
};

static const struct column_choice duty_frequencies[] = {
	CHOICE_NONE,
	{ "once", N_("once") },
	{ "month", N_("every month") },
	{ "quarter", N_("every quarter") },
	{ "half_year", N_("every half-year") },
	{ "year", N_("every year") },
};

#define OF(list) list, COUNT_OF(list)
#define FREE     NULL, 0
#define ANY      NOUN_ANY               /* of every noun without a row of its own */
#define TYPE     ASK_REF                /* as the column's type says */

static const struct {
	enum noun   noun;
	const char *column, *label, *hint;
	enum ask    ask;                /* of a TEXT */
	bool        wanted;
	const struct column_choice *choice;
	size_t      choices;
} rows[] = {
	{ NOUN_TARGET, "title", N_("What is promised"), N_("In the words of the decision."), ASK_WORDS, true, FREE },
	{ NOUN_ACTIVITY, "title", N_("What is done"), "", ASK_WORDS, true, FREE },
	{ NOUN_CONTRIBUTION, "title", N_("How the initiative helps to reach the objective"),
	  "",
	  ASK_WORDS, false, FREE },
	{ NOUN_TARGET_GROUP, "title", N_("Who it is for"), "", ASK_WORDS, true, FREE },
	{ NOUN_METHOD, "title", N_("How it is measured"),
	  N_("What this version counts, and what is new in it."),
	  ASK_WORDS, true, FREE },
	{ NOUN_PROGNOSIS, "title", N_("Note"), N_("What it rests on."), ASK_WORDS, false, FREE },
	{ NOUN_TRANSLATION, "title", N_("The text in that language"), "", ASK_TEXT, true, FREE },
	{ ANY, "title", N_("Name"), "", ASK_LINE, true, FREE },
	{ NOUN_TRANSLATION, "lang", N_("Which language"), "", TYPE, true, OF(languages) },
	{ ANY, "lang", N_("Language of the words"), "", TYPE, false, OF(languages) },
	{ NOUN_AUTHORITY, "area", N_("The area that is the whole city"),
	  N_("Everything without another area is measured here."),
	  TYPE, false, FREE },
	{ ANY, "address", N_("Postal address"), "", ASK_WORDS, false, FREE },
	{ ANY, "mail", N_("E-mail"), "", ASK_LINE, false, FREE },
	{ ANY, "phone", N_("Telephone"), "", ASK_LINE, false, FREE },
	{ ANY, "web", N_("Address on the web"), "", ASK_LINE, false, FREE },
	{ NOUN_AUTHORITY, "statement", N_("What readers are told about the site"), "", ASK_TEXT, false, FREE },
	{ NOUN_AUTHORITY, "privacy", N_("What readers are told about personal data"), "", ASK_TEXT, false, FREE },
	{ NOUN_AUTHORITY, "licence", N_("What others may do with the figures"), "", ASK_LINE, false, FREE },
	{ NOUN_AREA, "short_name", N_("Short name, for maps and tables"), "", ASK_LINE, false, FREE },
	{ ANY, "short_name", N_("Short name"), N_("For example BIF."), ASK_LINE, false, FREE },
	{ NOUN_UNIT, "level", N_("What it is"), "", TYPE, false, OF(unit_levels) },
	{ NOUN_UNIT, "parent", N_("Stands under"),
	  N_("The committee of an administration, the administration of a department."),
	  TYPE, false, FREE },
	{ NOUN_AREA, "level", N_("What it is"), "", TYPE, false, OF(area_levels) },
	{ NOUN_AREA, "parent", N_("Is part of"), "", TYPE, false, FREE },
	{ NOUN_OBJECTIVE, "parent", N_("Is part of the objective"), "", TYPE, false, FREE },
	{ NOUN_POLICY, "starts", N_("First day"), "", TYPE, false, FREE },
	{ NOUN_POLICY, "ends", N_("Last day"), "", TYPE, false, FREE },
	{ NOUN_POLICY, "status", N_("Status is stated as of"),
	  N_("Verdicts are given as of this day. Empty: today."),
	  TYPE, false, FREE },
	{ NOUN_METHOD, "version", N_("Number of the version"), N_("The first is 1."), TYPE, true, FREE },
	{ NOUN_METHOD, "starts", N_("In use from"), "", TYPE, false, FREE },
	{ NOUN_MANDATE, "body", N_("Who decided it"), N_("For example the city council."), ASK_LINE, false, FREE },
	{ NOUN_MANDATE, "decided", N_("Decided on"), "", TYPE, false, FREE },
	{ NOUN_DUTY, "unit", N_("Committee or administration"),
	  N_("Who owes it. Empty: each unit of the policy."),
	  TYPE, false, FREE },
	{ NOUN_DUTY, "kind", N_("What is owed"), "", TYPE, true, OF(duty_kinds) },
	{ NOUN_DUTY, "frequency", N_("How often"), N_("Empty: as often as the duty that it is counted from."),
	  TYPE, false, OF(duty_frequencies) },
	{ NOUN_DUTY, "starts", N_("First day of the first period"), "", TYPE, true, FREE },
	{ NOUN_DUTY, "due_days", N_("Days after the period"),
	  N_("A figure below 0 is so many days before. Empty: on its last day."),
	  TYPE, false, FREE },
	{ NOUN_DUTY, "before", N_("Counted from the day of"),
	  N_("Then the days are after that day, and below 0 before it."),
	  TYPE, false, FREE },
	{ ANY, "starts", N_("Holds from"), N_("Empty: always."), TYPE, false, FREE },
	{ ANY, "ends", N_("Holds through"), N_("Empty: still."), TYPE, false, FREE },
	{ NOUN_THEME, "policy", N_("Policy"), "", TYPE, true, FREE },
	{ ANY, "policy", N_("Policy"), "", TYPE, false, FREE },
	{ ANY, "rank", N_("Place in lists"), N_("1 comes first."), TYPE, false, FREE },
	{ ANY, "theme", N_("Theme"), "", TYPE, false, FREE },
	{ NOUN_PROJECT, "unit", N_("Committee or administration that has it"), "", TYPE, false, FREE },
	{ ANY, "unit", N_("Committee or administration"), N_("Who answers for it."), TYPE, false, FREE },
	{ ANY, "number", N_("Number in the paper"), N_("For example 2.12."), ASK_LINE, false, FREE },
	{ NOUN_PATHWAY, "objective", N_("Leads to the objective"), "", TYPE, true, FREE },
	{ NOUN_CONTRIBUTION, "objective", N_("Contributes to the objective"), "", TYPE, false, FREE },
	{ NOUN_CONTRIBUTION, "pathway", N_("On the way"), "", TYPE, false, FREE },
	{ NOUN_CONTRIBUTION, "initiative", N_("Initiative"), "", TYPE, true, FREE },
	{ NOUN_TARGET_GROUP, "initiative", N_("Initiative"), "", TYPE, true, FREE },
	{ ANY, "objective", N_("Objective"), "", TYPE, false, FREE },
	{ NOUN_TARGET, "initiative", N_("Only of this initiative"),
	  N_("The goal that its status form asks about. Empty: of the objective as a whole."),
	  TYPE, false, FREE },
	{ ANY, "initiative", N_("Initiative"), "", TYPE, false, FREE },
	{ NOUN_INDICATOR, "measure", N_("What is counted"),
	  N_("A share is a part of a whole, from 0 to 100 per cent."),
	  TYPE, true, OF(measures) },
	{ NOUN_INDICATOR, "better", N_("Better when the figures"), "", TYPE, false, OF(directions) },
	{ NOUN_INDICATOR, "numerator", N_("Its share is counted by"),
	  N_("The indicator that counts the persons behind a share: where they are few, both are withheld."),
	  TYPE, false, FREE },
	{ NOUN_INDICATOR, "complement", N_("Makes 100 per cent with"),
	  N_("The indicator that measures the rest of the same whole. More than two name one another in a chain."),
	  TYPE, false, FREE },
	{ NOUN_INDICATOR, "distribution", N_("Its groups make 100 per cent together"), "", TYPE, false, FREE },
	{ NOUN_INDICATOR, "developing", N_("The way to measure it is not there yet"), "", TYPE, false, FREE },
	{ NOUN_INDICATOR, "frequency", N_("How often it is measured"),
	  N_("For example every year, or twice a year."),
	  ASK_LINE, false, FREE },
	{ NOUN_INDICATOR, "definition", N_("What exactly is measured"), "", ASK_TEXT, false, FREE },
	{ NOUN_METHOD, "indicator", N_("Indicator"), "", TYPE, true, FREE },
	{ NOUN_NEED_CLASS, "indicator", N_("Indicator"), "", TYPE, true, FREE },
	{ NOUN_PROGNOSIS, "indicator", N_("Indicator"), "", TYPE, true, FREE },
	{ NOUN_PROGNOSIS, "unit", N_("Who says so"), N_("Empty: who answers for the indicator."), TYPE, false, FREE },
	{ NOUN_PROGNOSIS, "area", N_("Area"), N_("Empty: the whole city."), TYPE, false, FREE },
	{ NOUN_PROGNOSIS, "grp", N_("Group"), N_("Empty: everybody."), TYPE, false, FREE },
	{ NOUN_PROGNOSIS, "period_from", N_("The period it is about"),
	  N_("For example “2010” or “2. kvartal 2011”."),
	  TYPE, true, FREE },
	{ NOUN_PROGNOSIS, "value", N_("Figure"), N_("Without the unit. Of a range its lower end."), TYPE, true, FREE },
	{ NOUN_PROGNOSIS, "qualifier", N_("Stated as"), "", TYPE, false, OF(qualifiers) },
	{ NOUN_PROGNOSIS, "high", N_("Up to"), N_("The upper end, when it is a range."), TYPE, false, FREE },
	{ NOUN_PROGNOSIS, "stated", N_("Stated on"), "", TYPE, true, FREE },
	{ NOUN_PROGNOSIS, "document", N_("Document where it stands"), "", TYPE, false, FREE },
	{ NOUN_PROGNOSIS, "document_line", N_("Line of the document"), "", TYPE, false, FREE },
	{ NOUN_TARGET, "indicator", N_("Indicator that it is checked by"), "", TYPE, false, FREE },
	{ ANY, "indicator", N_("Indicator"), "", TYPE, false, FREE },
	{ NOUN_AREA, "tile_x", N_("Column in the map of tiles"),
	  N_("From 0. A tile has both a column and a row."),
	  TYPE, false, FREE },
	{ NOUN_AREA, "tile_y", N_("Row in the map of tiles"), N_("From 0."), TYPE, false, FREE },
	{ NOUN_GROUP, "definition", N_("Who is in it"), "", ASK_TEXT, false, FREE },
	{ NOUN_COMPARATOR_MEMBER, "comparator", N_("Set of cities"), "", TYPE, true, FREE },
	{ NOUN_COMPARATOR_MEMBER, "area", N_("City"), "", TYPE, true, FREE },
	{ NOUN_NEED_CLASS, "lower", N_("From the figure"),
	  N_("The figure from which an area is in this class."),
	  TYPE, false, FREE },
	{ NOUN_NEED_CLASS, "upper", N_("Up to the figure, not including it"), "", TYPE, false, FREE },
	{ NOUN_NEED_CLASS, "in_need", N_("Areas in this class are in need"), "", TYPE, false, FREE },
	{ NOUN_NEED_CLASS, "counted_by", N_("Indicator that counts the areas in need"), "", TYPE, false, FREE },
	{ ANY, "mandate", N_("Decision behind it"), "", TYPE, false, FREE },
	{ NOUN_AGREEMENT, "parties", N_("Parties to it"), "", ASK_WORDS, false, FREE },
	{ NOUN_AGREEMENT, "amount", N_("Amount in kroner"), "", TYPE, false, FREE },
	{ ANY, "recurrence", N_("How often"), "", TYPE, false, OF(recurrences) },
	{ NOUN_AMOUNT, "recurrence", N_("Of several years"), "", TYPE, false, OF(spreads) },
	{ NOUN_TARGET, "area", N_("Area"), N_("Empty: the whole city."), TYPE, false, FREE },
	{ NOUN_TARGET, "grp", N_("Group"), N_("Empty: everybody."), TYPE, false, FREE },
	{ NOUN_TARGET, "other", N_("Compared with the group"), "", TYPE, false, FREE },
	{ NOUN_TARGET, "comparator", N_("Compared with the set of cities"), "", TYPE, false, FREE },
	{ NOUN_TARGET, "kind", N_("Kind of target"), "", TYPE, true, OF(kinds) },
	{ NOUN_TARGET, "relation", N_("The figure is to be"), "", TYPE, false, OF(relations) },
	{ NOUN_TARGET, "direction", N_("The figures are to"), "", TYPE, false, OF(directions) },
	{ NOUN_TARGET, "value", N_("Figure"), N_("Without the unit."), TYPE, false, FREE },
	{ NOUN_TARGET, "percent", N_("It is per cent of the baseline"),
	  N_("Not ticked: the indicator's own unit; of a share, percentage points."),
	  TYPE, false, FREE },
	{ NOUN_TARGET, "keep", N_("To be kept, not only reached"),
	  N_("Judged each time it is measured."),
	  TYPE, false, FREE },
	{ NOUN_TARGET, "scope", N_("Holds in each"), "", TYPE, false, OF(scopes) },
	{ NOUN_TARGET, "baseline_from", N_("Baseline: when it was measured"),
	  N_("For example “forår 2007” or “2010”. Empty: the first measurement there is."),
	  TYPE, false, FREE },
	{ NOUN_TARGET, "deadline_from", N_("Deadline: the period that decides"),
	  N_("For example “2010” or “2. kvartal 2011”. Empty: none."),
	  TYPE, false, FREE },
	{ NOUN_TARGET, "window_from", N_("Counted in"),
	  N_("For example “2009” or “2010-2013”."),
	  TYPE, false, FREE },
	{ NOUN_TARGET, "printed", N_("Level that the document prints"),
	  N_("Where one stands beside the change. Without the unit."),
	  TYPE, false, FREE },
	{ NOUN_TARGET, "printed_as", N_("Printed as"), "", TYPE, false, OF(qualifiers) },
	{ NOUN_INITIATIVE, "agreement", N_("Paid by the agreement"), "", TYPE, false, FREE },
	{ ANY, "agreement", N_("Agreement"), "", TYPE, false, FREE },
	{ NOUN_INITIATIVE, "economy", N_("Economy, in words"), "", ASK_TEXT, false, FREE },
	{ NOUN_INITIATIVE, "followup", N_("How it is followed up, in words"), "", ASK_TEXT, false, FREE },
	{ NOUN_TARGET_GROUP, "characteristics", N_("What they have in common"), "", ASK_TEXT, false, FREE },
	{ NOUN_TARGET_GROUP, "size", N_("How many"), "", TYPE, false, FREE },
	{ NOUN_TARGET_GROUP, "size_as", N_("Stated as"), "", TYPE, false, OF(qualifiers) },
	{ NOUN_BUDGET_LINE, "section", N_("Heading in the budget"), "", ASK_LINE, false, FREE },
	{ ANY, "financing", N_("Financing"), "", TYPE, false, OF(financings) },
	{ NOUN_BUDGET_LINE, "attribution", N_("Part that is counted, in per cent"),
	  N_("Empty: all of it."),
	  TYPE, false, FREE },
	{ NOUN_BUDGET_LINE, "counted_elsewhere", N_("Is counted in the line"),
	  N_("So that nothing is counted twice."),
	  TYPE, false, FREE },
	{ NOUN_BUDGET_LINE, "earmark_of", N_("Is reserved within the line"), "", TYPE, false, FREE },
	{ NOUN_BUDGET_LINE, "excluded", N_("Is left out of totals, because"), "", ASK_WORDS, false, FREE },
	{ ANY, "footnote", N_("Footnote"), "", ASK_TEXT, false, FREE },
	{ NOUN_AMOUNT, "budget_line", N_("Budget line"), "", TYPE, true, FREE },
	{ NOUN_AMOUNT, "year", N_("Year"), "", TYPE, true, FREE },
	{ NOUN_AMOUNT, "through", N_("Through the year"), N_("Of an amount of several years."), TYPE, false, FREE },
	{ NOUN_AMOUNT, "version", N_("Which budget"), "", TYPE, false, OF(versions) },
	{ NOUN_AMOUNT, "kroner", N_("Amount in kroner"), N_("1,5 million is 1500000."), TYPE, false, FREE },
	{ NOUN_AMOUNT, "missing", N_("Why there is no amount"), "", TYPE, false, OF(missings) },
	{ NOUN_AMOUNT, "gross", N_("Before the state's refund, in kroner"), "", TYPE, false, FREE },
	{ NOUN_AMOUNT, "share", N_("The state's share in per cent"), "", TYPE, false, FREE },
	{ NOUN_PROJECT, "grant_pool", N_("Grant pool"), "", TYPE, false, FREE },
	{ NOUN_PROJECT, "kroner", N_("Amount in kroner"), "", TYPE, false, FREE },
	{ NOUN_PROJECT, "purpose", N_("Purpose"), "", ASK_TEXT, false, FREE },
	{ NOUN_PROJECT, "status", N_("How it stands"), "", ASK_TEXT, false, FREE },
	{ NOUN_PROJECT, "challenges", N_("Challenges"), "", ASK_TEXT, false, FREE },
	{ NOUN_SOURCE, "kind", N_("Kind of source"), "", TYPE, true, OF(bureaus) },
	{ NOUN_SOURCE, "address", N_("Address of the bureau or file"), N_("For example https://api.statbank.dk/v1."), ASK_WORDS, true, FREE },
	{ NOUN_SOURCE, "tbl", N_("Table"), N_("For example FOLK1C. Of a workbook its sheet, the first when nothing stands here."), ASK_WORDS, false, FREE },
	{ NOUN_SOURCE, "selection", N_("What is selected of it"),
	  N_("For example OMRÅDE=101,147 KØN=TOT Tid=*. Codes differ from table to table."), ASK_WORDS, false, FREE },
	{ NOUN_SOURCE, "period", N_("Its dimension of time"), N_("Tid, when nothing stands here. Of a file with a column for each period: *."), ASK_WORDS, false, FREE },
	{ NOUN_SOURCE, "areas", N_("Which codes are which areas"), N_("For example OMRÅDE: 101=koebenhavn."), ASK_WORDS, false, FREE },
	{ NOUN_SOURCE, "grps", N_("Which codes are which groups"), N_("For example KØN: K=kvinder M=maend."), ASK_WORDS, false, FREE },
	{ NOUN_SOURCE, "indicator", N_("Indicator"), "", TYPE, true, FREE },
	{ NOUN_SOURCE, "divisor", N_("Of a share: what it is a share of"),
	  N_("The selection of all of whom some are counted."), ASK_WORDS, false, FREE },
	{ NOUN_SOURCE, "numerator", N_("Of a share: the indicator that counts some"), "", TYPE, false, FREE },
	{ NOUN_SOURCE, "denominator", N_("Of a share: the indicator that counts all"), "", TYPE, false, FREE },
	{ NOUN_SOURCE, "figures", N_("Of a file: its column of figures"),
	  N_("Several are told apart by figures=COLUMN in what is selected."), ASK_WORDS, false, FREE },
	{ NOUN_SOURCE, "notation", N_("Of a file: how figures are written"),
	  N_("Without it a figure that can be read two ways is refused."), TYPE, false, OF(notations) },
	{ NOUN_SOURCE, "delimiter", N_("Of a CSV file: what stands between its columns"),
	  N_("As its first lines look, when nothing stands here."), TYPE, false, OF(delimiters) },
	{ NOUN_TRANSLATION, "thing", N_("What is translated"),
	  N_("Its kind and key, for example indicator:i-arbejde."),
	  TYPE, true, FREE },
	{ NOUN_TRANSLATION, "field", N_("Which of its texts"), "", TYPE, true, OF(fields) },
};

/* What papers, imports, maps and the follow-up bring. */
static const enum noun brought[] = {
	NOUN_DOCUMENT, NOUN_SHAPE, NOUN_STATUS_REPORT, NOUN_PRINTED_TOTAL, NOUN_PROPOSAL,
	NOUN_FIELD, NOUN_FINDING, NOUN_EXTENSION, NOUN_DELIVERY, NOUN_PROMISE, NOUN_ANSWER,
	NOUN_REPORT_TEXT, NOUN_RELEASE,
};

bool
noun_is_edited(enum noun n)
{
	for (size_t i = 0; i < COUNT_OF(brought); i++)
		if (brought[i] == n)
			return false;
	return n < NOUN_COUNT;
}

static enum ask
ask_of(const struct noun_column *c, enum ask text)
{
	switch (c->type) {
	case COLUMN_TEXT:
		return text;
	case COLUMN_CODE:
		return ASK_CODE;
	case COLUMN_NUMBER:
		return ASK_NUMBER;
	case COLUMN_INT:
		return ASK_INT;
	case COLUMN_FLAG:
		return ASK_FLAG;
	case COLUMN_DATE:
		return ASK_DATE;
	case COLUMN_REF:
		return ASK_REF;
	}
	return text;
}

/* Its own row, else that of every noun; COUNT_OF(rows): there is none. */
static size_t
row_of(enum noun n, struct str name)
{
	size_t any = COUNT_OF(rows);

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		if (!str_eq(name, str_from(rows[i].column)))
			continue;
		if (rows[i].noun == n)
			return i;
		if (rows[i].noun == ANY)
			any = i;
	}
	return any;
}

struct column_words
column_words(enum noun n, size_t column)
{
	const struct noun_column *c = &noun_info[n].column[column];
	struct column_words       w = { .label = c->name.at, .hint = "", .ask = ask_of(c, ASK_LINE) };
	size_t                    i = row_of(n, c->name);

	if (i < COUNT_OF(rows))
		w = (struct column_words){
			.label = rows[i].label, .hint = rows[i].hint, .wanted = rows[i].wanted,
			.ask = ask_of(c, rows[i].ask), .choice = rows[i].choice,
			.choices = rows[i].choices,
		};
	if (column_period_end(n, column) != 0)
		w.ask = ASK_PERIOD;
	if (n == NOUN_DUTY && column == DUTY_due_days)
		w.least = -ASK_INT_MAX;
	return w;
}

size_t
column_period_end(enum noun n, size_t column)
{
	const struct noun_info *info = &noun_info[n];
	struct str              name = info->column[column].name, next;

	if (column + 1 >= info->columns || !str_ends(name, STR("_from")))
		return 0;
	next = info->column[column + 1].name;
	if (!str_ends(next, STR("_to")) || !str_eq(str_slice(name, 0, name.len - 5),
	    str_slice(next, 0, next.len - 3)))
		return 0;
	return column + 1;
}

struct str
column_field(enum noun n, size_t column)
{
	struct str name = noun_info[n].column[column].name;

	return column_period_end(n, column) != 0 ? str_slice(name, 0, name.len - 5) : name;
}

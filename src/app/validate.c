#include "app/validate.h"
#include "app/answers.h"
#include "app/proposals.h"
#include "app/shapes.h"
#include "base/utf8.h"
#include "core/budget.h"
#include "core/calendar.h"
#include "core/evaluate.h"
#include "core/form.h"
#include "core/wheel.h"
#include "model/fault.h"
#include "model/report_view.h"
#include "model/source_kind.h"
#include "port/hash.h"

#define TILES_MAX 31

/* One function for each table of codes; what is read is thrown away. */
#define CHECK(name, type, from)                 \
	static bool                             \
	name(struct str text)                   \
	{                                       \
		type ignored;                   \
		return from(text, &ignored);    \
	}
CHECK(is_unit, enum unit, unit_from_code)
CHECK(is_direction, enum direction, direction_from_code)
CHECK(is_kind, enum target_kind, target_kind_from_code)
CHECK(is_relation, enum relation, relation_from_code)
CHECK(is_each, enum each, each_from_code)
CHECK(is_qualifier, enum qualifier, qualifier_from_code)
CHECK(is_recurrence, enum recurrence, recurrence_from_code)
CHECK(is_financing, enum financing, financing_from_code)
CHECK(is_missing, enum missing, missing_from_code)
CHECK(is_proposal_kind, enum proposal_kind, proposal_kind_from_code)
CHECK(is_proposal_state, enum proposal_state, proposal_state_from_code)
CHECK(is_field, enum field_kind, field_from_code)
CHECK(is_version, enum budget_measure, budget_version_from_code)
CHECK(is_budget_unit, enum budget_unit, budget_unit_from_code)
CHECK(is_scope, enum budget_scope, budget_scope_from_code)
CHECK(is_duty_kind, enum duty_kind, duty_kind_from_code)
CHECK(is_duty_frequency, enum duty_frequency, duty_frequency_from_code)
CHECK(is_answer, enum form_answer, form_answer_from_code)
CHECK(is_expected, enum form_expected, form_expected_from_code)
CHECK(is_number, struct number, number_from_plain)
CHECK(is_int, int64_t, str_int)
CHECK(is_day, int32_t, day_from_iso)
#undef CHECK

/* An amount of several years stands in each of them, or once for all of them. */
static bool
is_spread(struct str text)
{
	return str_eq(text, STR("year")) || str_eq(text, STR("total"));
}

static bool
is_bureau(struct str text)
{
	enum source_kind k;

	return source_kind_from_code(text, &k);
}

static bool
is_notation(struct str text)
{
	return str_eq(text, STR("da")) || str_eq(text, STR("en"));
}

static bool
is_delimiter(struct str text)
{
	return str_eq(text, STR("comma")) || str_eq(text, STR("semicolon")) || str_eq(text, STR("tab"));
}

static bool
is_audit_code(struct str s)
{
	for (size_t i = 0; i < AUDIT_CODE_COUNT; i++)
		if (str_eq(s, audit_code((enum audit_code)i)))
			return true;
	return false;
}

static bool
is_hexadecimal(struct str s, size_t digits)
{
	for (size_t i = 0; i < s.len; i++)
		if (!((s.at[i] >= '0' && s.at[i] <= '9') || (s.at[i] >= 'a' && s.at[i] <= 'f')))
			return false;
	return s.len == digits;
}

static bool
is_digest(struct str s)
{
	return is_hexadecimal(s, ANSWER_DIGEST);
}

static bool
is_sha256(struct str s)
{
	return is_hexadecimal(s, HASH_TEXT);
}

static bool
is_report_kind(struct str s)
{
	enum report_kind k;

	return report_kind_from_code(s, &k);
}

static bool
is_report_place(struct str s)
{
	enum report_place p;

	return report_place_from_code(s, &p);
}

static const struct {
	enum noun  noun;
	size_t     column;
	bool     (*check)(struct str);
	struct str problem;
} codes[] = {
	{ NOUN_INDICATOR, INDICATOR_measure, is_unit, STR_INIT("is no unit such as share or persons") },
	{ NOUN_INDICATOR, INDICATOR_better, is_direction, STR_INIT("is not rise, fall or hold") },
	{ NOUN_AGREEMENT, AGREEMENT_recurrence, is_recurrence, STR_INIT("is no recurrence such as year or total") },
	{ NOUN_PROJECT, PROJECT_recurrence, is_recurrence, STR_INIT("is no recurrence such as year or total") },
	{ NOUN_TARGET, TARGET_kind, is_kind, STR_INIT("is no kind of target") },
	{ NOUN_TARGET, TARGET_relation, is_relation, STR_INIT("is not at_least, at_most or equal") },
	{ NOUN_TARGET, TARGET_direction, is_direction, STR_INIT("is not rise, fall or hold") },
	{ NOUN_TARGET, TARGET_scope, is_each, STR_INIT("is not place, group or year") },
	{ NOUN_TARGET, TARGET_printed_as, is_qualifier, STR_INIT("is no qualifier such as circa") },
	{ NOUN_TARGET_GROUP, TARGET_GROUP_size_as, is_qualifier, STR_INIT("is no qualifier such as circa") },
	{ NOUN_PROGNOSIS, PROGNOSIS_qualifier, is_qualifier, STR_INIT("is no qualifier such as circa") },
	{ NOUN_STATUS_REPORT, STATUS_REPORT_answers, is_answer, STR_INIT("is not measures, proxy or other") },
	{ NOUN_STATUS_REPORT, STATUS_REPORT_expected, is_expected, STR_INIT("is not yes, no or changed") },
	{ NOUN_BUDGET_LINE, BUDGET_LINE_financing, is_financing, STR_INIT("is no financing such as municipal") },
	{ NOUN_AMOUNT, AMOUNT_recurrence, is_spread, STR_INIT("is not year or total") },
	{ NOUN_PRINTED_TOTAL, PRINTED_TOTAL_scope, is_scope, STR_INIT("is not line, group or grand") },
	{ NOUN_PRINTED_TOTAL, PRINTED_TOTAL_version, is_version, STR_INIT("is not original, revised or actual") },
	{ NOUN_PRINTED_TOTAL, PRINTED_TOTAL_unit, is_budget_unit, STR_INIT("is not mio, 1000 or kr") },
	{ NOUN_AMOUNT, AMOUNT_version, is_version, STR_INIT("is not original, revised or actual") },
	{ NOUN_AMOUNT, AMOUNT_missing, is_missing, STR_INIT("is no reason for a missing value") },
	{ NOUN_AMOUNT, AMOUNT_financing, is_financing, STR_INIT("is no financing such as municipal") },
	{ NOUN_DUTY, DUTY_kind, is_duty_kind, STR_INIT("is no kind of duty such as status or report") },
	{ NOUN_DUTY, DUTY_frequency, is_duty_frequency, STR_INIT("is not once, month, quarter, half_year or year") },
	{ NOUN_PROPOSAL, PROPOSAL_kind, is_proposal_kind, STR_INIT("is no kind of proposal") },
	{ NOUN_PROPOSAL, PROPOSAL_state, is_proposal_state, STR_INIT("is not waiting, accepted or rejected") },
	{ NOUN_FIELD, FIELD_kind, is_field, STR_INIT("is no field of a proposal") },
	{ NOUN_SOURCE, SOURCE_kind, is_bureau, STR_INIT("is no kind of source such as statbank or csv") },
	{ NOUN_SOURCE, SOURCE_notation, is_notation, STR_INIT("is not da or en") },
	{ NOUN_SOURCE, SOURCE_delimiter, is_delimiter, STR_INIT("is not comma, semicolon or tab") },
	{ NOUN_ANSWER, ANSWER_code, is_audit_code, STR_INIT("is no rule of the audit such as sum") },
	{ NOUN_REPORT_TEXT, REPORT_TEXT_kind, is_report_kind, STR_INIT("is no kind of report such as status") },
	{ NOUN_REPORT_TEXT, REPORT_TEXT_place, is_report_place, STR_INIT("is no place of a report such as summary") },
	{ NOUN_RELEASE, RELEASE_kind, is_report_kind, STR_INIT("is no kind of report such as status") },
	{ NOUN_RELEASE, RELEASE_digest, is_sha256, STR_INIT("is not a SHA-256") },
	{ NOUN_ANSWER, ANSWER_digest, is_digest, STR_INIT("is not the first 16 digits of a SHA-256") },
};

static struct str
check_code(enum noun n, size_t column, struct str text)
{
	for (size_t i = 0; i < COUNT_OF(codes); i++)
		if (codes[i].noun == n && codes[i].column == column && !codes[i].check(text))
			return codes[i].problem;
	return STR_NONE;
}

struct str
validate_value(enum noun n, size_t column, struct str text)
{
	if (text.len == 0)
		return STR_NONE;
	if (utf8_check(text) != SIZE_MAX)
		return STR("is not valid UTF-8");
	switch (noun_info[n].column[column].type) {
	case COLUMN_CODE:
		return check_code(n, column, text);
	case COLUMN_NUMBER:
		return is_number(text) ? STR_NONE : STR("is no figure with a decimal point");
	case COLUMN_INT:
		return is_int(text) ? STR_NONE : STR("is no whole number");
	case COLUMN_FLAG:
		return str_eq(text, STR("1")) ? STR_NONE : STR("is 1, or empty for no");
	case COLUMN_DATE:
		return is_day(text) ? STR_NONE : STR("is no date such as 2009-06-01");
	case COLUMN_TEXT:
	case COLUMN_REF:
		break;
	}
	return STR_NONE;
}

/* Columns that must say something, besides titles. */
static const struct {
	enum noun noun;
	size_t    column;
} needed[] = {
	{ NOUN_TARGET, TARGET_kind }, { NOUN_AMOUNT, AMOUNT_year },
	{ NOUN_PRINTED_TOTAL, PRINTED_TOTAL_scope }, { NOUN_PRINTED_TOTAL, PRINTED_TOTAL_amount },
	{ NOUN_PRINTED_TOTAL, PRINTED_TOTAL_unit },
	{ NOUN_METHOD, METHOD_version }, { NOUN_PROPOSAL, PROPOSAL_kind },
	{ NOUN_PROPOSAL, PROPOSAL_state }, { NOUN_FIELD, FIELD_kind },
	{ NOUN_DUTY, DUTY_kind }, { NOUN_DUTY, DUTY_starts },
	{ NOUN_EXTENSION, EXTENSION_title }, { NOUN_EXTENSION, EXTENSION_period_from },
	{ NOUN_EXTENSION, EXTENSION_due }, { NOUN_DELIVERY, DELIVERY_period_from },
	{ NOUN_DELIVERY, DELIVERY_delivered }, { NOUN_PROMISE, PROMISE_title },
	{ NOUN_PROMISE, PROMISE_due_to },
	{ NOUN_PROGNOSIS, PROGNOSIS_period_to }, { NOUN_PROGNOSIS, PROGNOSIS_value },
	{ NOUN_PROGNOSIS, PROGNOSIS_stated },
	{ NOUN_INDICATOR, INDICATOR_measure }, { NOUN_SHAPE, SHAPE_geometry },
	{ NOUN_REPORT_TEXT, REPORT_TEXT_kind }, { NOUN_REPORT_TEXT, REPORT_TEXT_as_of },
	{ NOUN_REPORT_TEXT, REPORT_TEXT_place }, { NOUN_RELEASE, RELEASE_kind },
	{ NOUN_RELEASE, RELEASE_as_of }, { NOUN_RELEASE, RELEASE_digest },
	{ NOUN_RELEASE, RELEASE_known },
	{ NOUN_ANSWER, ANSWER_code }, { NOUN_ANSWER, ANSWER_digest },
	{ NOUN_SOURCE, SOURCE_kind }, { NOUN_SOURCE, SOURCE_address },
};

/* Columns of dates that belong together: the second is not before the first. */
static const struct {
	enum noun noun;
	size_t    from, to;
	bool      exclusive;            /* `to` is after `from`, not the same day */
} spans[] = {
	{ NOUN_POLICY, POLICY_starts, POLICY_ends, false },
	{ NOUN_AREA, AREA_starts, AREA_ends, false },
	{ NOUN_COMPARATOR, COMPARATOR_starts, COMPARATOR_ends, false },
	{ NOUN_NEED_CLASS, NEED_CLASS_starts, NEED_CLASS_ends, false },
	{ NOUN_AGREEMENT, AGREEMENT_starts, AGREEMENT_ends, false },
	{ NOUN_DUTY, DUTY_starts, DUTY_ends, true }, { NOUN_PROMISE, PROMISE_due_from, PROMISE_due_to, true },
	{ NOUN_STATUS_REPORT, STATUS_REPORT_starts, STATUS_REPORT_ends, true },
	{ NOUN_PROGNOSIS, PROGNOSIS_period_from, PROGNOSIS_period_to, true },
	{ NOUN_TARGET, TARGET_baseline_from, TARGET_baseline_to, true },
	{ NOUN_TARGET, TARGET_deadline_from, TARGET_deadline_to, true },
	{ NOUN_TARGET, TARGET_window_from, TARGET_window_to, true },
};

/* A share of 0 to 100 percent, or nothing. */
static bool
is_percent(struct str text)
{
	struct number n;

	return text.len == 0 || (number_from_plain(text, &n) && number_sign(n) >= 0 &&
	    number_cmp(n, NUMBER(100, 0)) <= 0);
}

/* What is wrong with a row, said by the column that it stands in. */
struct flaw {
	const char *words;              /* NULL: nothing */
	size_t      column;
};

#define FLAW(column, words) ((struct flaw){ (words), (column) })
#define FLAWLESS            ((struct flaw){ NULL, 0 })

/* Budget lines: a share that is a share, a line counted in one place. */
static struct flaw
validate_line(const struct str *text, const int64_t *ref)
{
	if (!is_percent(text[BUDGET_LINE_attribution]))
		return FLAW(BUDGET_LINE_attribution, N_("attribution is a percentage from 0 to 100"));
	if ((ref[BUDGET_LINE_counted_elsewhere] != 0) + (ref[BUDGET_LINE_earmark_of] != 0) +
	    (text[BUDGET_LINE_excluded].len > 0) > 1)
		return FLAW(BUDGET_LINE_counted_elsewhere,
		    N_("a line is counted elsewhere, reserved within another or excluded: one of them"));
	return FLAWLESS;
}

/* Amounts: shares that are shares, years in order. */
static struct flaw
validate_amount(const struct str *text)
{
	int64_t from, to;

	if (!is_percent(text[AMOUNT_share]))
		return FLAW(AMOUNT_share, N_("share is a percentage from 0 to 100"));
	if (!str_int(text[AMOUNT_year], &from) || from < 1 || from > YEAR_MAX)
		return FLAW(AMOUNT_year, N_("year is a year such as 2009"));
	if (text[AMOUNT_through].len == 0)
		return str_eq(text[AMOUNT_recurrence], STR("total"))
		    ? FLAW(AMOUNT_through, N_("a total of several years says through which")) : FLAWLESS;
	if (!str_int(text[AMOUNT_through], &to) || to < from || to > YEAR_MAX)
		return FLAW(AMOUNT_through,
		    N_("an amount recurs through a year that is not before its first"));
	return FLAWLESS;
}

static struct flaw
validate_budget(enum noun n, const struct str *text, const int64_t *ref)
{
	if (n == NOUN_BUDGET_LINE)
		return validate_line(text, ref);
	if (n == NOUN_PRINTED_TOTAL && str_eq(text[PRINTED_TOTAL_scope], STR("line")) !=
	    (ref[PRINTED_TOTAL_budget_line] != 0))
		return FLAW(PRINTED_TOTAL_budget_line,
		    N_("the total of a line, and no other, names its budget line"));
	return n == NOUN_AMOUNT ? validate_amount(text) : FLAWLESS;
}

/* A tile that a page has room for. */
static struct flaw
validate_tile(const struct str *text)
{
	int64_t at;

	if ((text[AREA_tile_x].len > 0) != (text[AREA_tile_y].len > 0))
		return FLAW(AREA_tile_x, N_("a tile has a column and a row, or neither"));
	for (size_t c = AREA_tile_x; c <= AREA_tile_y; c++)
		if (text[c].len > 0 && (!str_int(text[c], &at) || at < 0 || at > TILES_MAX))
			return FLAW(c, N_("a tile stands in a column and row from 0 to 31"));
	return FLAWLESS;
}

/* The least and the greatest of a class. */
static struct flaw
validate_class(const struct str *text, const int64_t *ref)
{
	struct number low, high;

	if (ref[NEED_CLASS_indicator] == 0)
		return FLAW(NEED_CLASS_indicator, N_("a class is one of an indicator"));
	if (number_from_plain(text[NEED_CLASS_lower], &low) &&
	    number_from_plain(text[NEED_CLASS_upper], &high) && number_cmp(low, high) >= 0)
		return FLAW(NEED_CLASS_upper,
		    N_("a class ends before it begins (its upper end is exclusive)"));
	return FLAWLESS;
}

/* A figure that is expected: with an upper end it is a range. */
static struct flaw
validate_prognosis(const struct str *text, const int64_t *ref)
{
	struct number low, high;
	struct str    as = text[PROGNOSIS_qualifier];
	bool          ranges = text[PROGNOSIS_high].len > 0;

	if (ref[PROGNOSIS_indicator] == 0)
		return FLAW(PROGNOSIS_indicator, N_("a prognosis is one of an indicator"));
	if (text[PROGNOSIS_period_from].len == 0)
		return FLAW(PROGNOSIS_period_from, N_("a prognosis is about a period with two ends"));
	if (str_eq(as, STR("survey")))
		return FLAW(PROGNOSIS_qualifier, N_("a prognosis is no survey"));
	if (ranges && as.len > 0 && !str_eq(as, STR("range")))
		return FLAW(PROGNOSIS_qualifier, N_("a range from one figure to another has no other word"));
	if (!ranges && str_eq(as, STR("range")))
		return FLAW(PROGNOSIS_high, N_("a range says how high it goes"));
	if (ranges && number_from_plain(text[PROGNOSIS_value], &low) &&
	    number_from_plain(text[PROGNOSIS_high], &high) && number_cmp(high, low) < 0)
		return FLAW(PROGNOSIS_high, N_("a range ends before it begins"));
	return FLAWLESS;
}

/* A shape that can be drawn. */
static struct flaw
validate_place(enum noun n, const struct str *text, const int64_t *ref)
{
	if (n == NOUN_NEED_CLASS)
		return validate_class(text, ref);
	if (n == NOUN_AREA)
		return validate_tile(text);
	if (n == NOUN_SHAPE && ref[SHAPE_area] == 0)
		return FLAW(SHAPE_area, N_("a shape is that of an area"));
	if (n == NOUN_SHAPE && !shape_is_drawable(text[SHAPE_geometry]))
		return FLAW(SHAPE_geometry, N_("a shape is a MultiPolygon of GeoJSON in WGS 84"));
	return FLAWLESS;
}

/* A duty that recurs, or is counted from another. */
static struct flaw
validate_duty(const struct str *text, const int64_t *ref)
{
	int64_t days;

	if (text[DUTY_frequency].len == 0 && ref[DUTY_before] == 0)
		return FLAW(DUTY_frequency, N_("a duty recurs, or is counted from another"));
	if (text[DUTY_due_days].len > 0 && (!str_int(text[DUTY_due_days], &days) ||
	    days < -DUTY_DAYS_MAX || days > DUTY_DAYS_MAX))
		return FLAW(DUTY_due_days, N_("due_days is a number of days, ten years at most"));
	return FLAWLESS;
}

/* A bureau is asked for a table; the columns of a file are told. */
static struct flaw
validate_table(const struct str *text)
{
	enum source_kind k = SOURCE_KIND_STATBANK;

	if (!source_kind_from_code(text[SOURCE_kind], &k))
		return FLAWLESS;
	if (source_kind_is_bureau(k) && text[SOURCE_tbl].len == 0)
		return FLAW(SOURCE_tbl, N_("a bureau is asked for a table"));
	if (source_kind_is_bureau(k) && text[SOURCE_selection].len == 0)
		return FLAW(SOURCE_selection, N_("a bureau is told what is selected of its table"));
	if ((k == SOURCE_KIND_CSV || k == SOURCE_KIND_XLSX) && text[SOURCE_figures].len == 0 &&
	    !str_eq(text[SOURCE_period], STR("*")))
		return FLAW(SOURCE_figures, N_("a file of columns says in which one its figures are"));
	return FLAWLESS;
}

/* Whom is asked, about what; a share names where its two parts are kept. */
static struct flaw
validate_source(const struct str *text, const int64_t *ref)
{
	bool        share = text[SOURCE_divisor].len > 0;
	struct flaw f = validate_table(text);

	if (f.words != NULL)
		return f;

	if (!str_starts(text[SOURCE_address], STR("https://")) &&
	    !str_starts(text[SOURCE_address], STR("http://")))
		return FLAW(SOURCE_address, N_("an address of a bureau begins with https://"));
	if (ref[SOURCE_indicator] == 0)
		return FLAW(SOURCE_indicator, N_("figures of a source are an indicator's"));
	if (share != (ref[SOURCE_numerator] != 0) || share != (ref[SOURCE_denominator] != 0))
		return FLAW(SOURCE_divisor, N_("a share names what it is a share of, and the "
		    "indicators that keep both numbers"));
	return FLAWLESS;
}

/* What is about a duty, a promise, or what is expected. */
static struct flaw
validate_followup(enum noun n, const struct str *text, const int64_t *ref)
{
	if (n == NOUN_DUTY)
		return validate_duty(text, ref);
	if (n == NOUN_SOURCE)
		return validate_source(text, ref);
	if (n == NOUN_PROGNOSIS)
		return validate_prognosis(text, ref);
	if (n == NOUN_EXTENSION && ref[EXTENSION_duty] == 0)
		return FLAW(EXTENSION_duty, N_("an extension is one of a duty"));
	if (n == NOUN_DELIVERY && ref[DELIVERY_duty] == 0)
		return FLAW(DELIVERY_duty, N_("a delivery answers a duty"));
	if (n == NOUN_PROMISE && ref[PROMISE_initiative] == 0)
		return FLAW(PROMISE_initiative, N_("a promise is one of an initiative"));
	if (n == NOUN_PROMISE && ref[PROMISE_kept_by] != 0 && text[PROMISE_dropped].len > 0)
		return FLAW(PROMISE_dropped, N_("a promise was kept or dropped, not both"));
	return FLAWLESS;
}

/* What must be said, and periods that end after they begin. */
static struct flaw
validate_common(enum noun n, const struct str *text, const int64_t *ref)
{
	int32_t from, to;

	for (size_t i = 0; i < COUNT_OF(needed); i++)
		if (needed[i].noun == n && text[needed[i].column].len == 0)
			return FLAW(needed[i].column, N_("a column that must say something is empty"));
	for (size_t i = 0; i < COUNT_OF(spans); i++)
		if (spans[i].noun == n && day_from_iso(text[spans[i].from], &from) &&
		    day_from_iso(text[spans[i].to], &to) && to < from + spans[i].exclusive)
			return FLAW(spans[i].to,
			    N_("a period ends before it begins (an end is exclusive)"));
	if (n == NOUN_TARGET && ref[TARGET_indicator] == 0 &&
	    !str_eq(text[TARGET_kind], STR("undefined")))
		return FLAW(TARGET_indicator, N_("a target that can be checked names its indicator"));
	return FLAWLESS;
}

const char *
validate_row_at(enum noun n, const struct str *text, const int64_t *ref, size_t *column)
{
	struct flaw f = validate_common(n, text, ref);

	if (f.words == NULL)
		f = validate_place(n, text, ref);
	if (f.words == NULL)
		f = validate_followup(n, text, ref);
	if (f.words == NULL)
		f = validate_budget(n, text, ref);
	*column = f.column;
	return f.words;
}

struct str
validate_row(enum noun n, const struct str *text, const int64_t *ref)
{
	size_t column;

	return str_from(validate_row_at(n, text, ref, &column));
}

bool
validate_key(struct str key)
{
	if (key.len == 0 || key.len > 200 || utf8_check(key) != SIZE_MAX)
		return false;
	for (size_t i = 0; i < key.len; i++) {
		unsigned char c = (unsigned char)key.at[i];

		if (c <= ' ' || c == ',' || c == '"' || c == '/' || c == ':' || c == 0x7F)
			return false;
	}
	return true;
}

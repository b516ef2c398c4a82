#include "model/posted.h"
#include "base/utf8.h"
#include "core/calendar.h"

static const struct posted_field *
find(const struct posted *p, struct str name)
{
	for (size_t i = 0; i < p->len; i++)
		if (str_eq(p->at[i].name, name))
			return &p->at[i];
	return NULL;
}

struct str
posted_raw(const struct posted *p, struct str name)
{
	const struct posted_field *f = find(p, name);

	return f != NULL ? f->value : STR_NONE;
}

bool
posted_has(const struct posted *p, struct str name)
{
	return find(p, name) != NULL;
}

static bool
has_turns(struct str s)
{
	for (size_t at = 0; at < s.len;)
		if (utf8_turns(utf8_next(s, &at)))
			return true;
	return false;
}

struct str
posted_text(const struct posted *p, struct faults *f, struct str name, size_t max, bool lines)
{
	const struct posted_field *field = find(p, name);
	struct str                 text = field != NULL ? str_trim(field->value) : STR_NONE;

	if (text.len == 0)
		return text;
	if (field->broken)
		fault_add(f, name, N_("There are bytes in it that are no text. Write or paste it again."),
		    STR_NONE);
	else if (has_turns(text))
		fault_add(f, name, N_("There are invisible letters in it that turn the direction of writing. "
		    "Write it again without them."), STR_NONE);
	else if (utf8_length(text) > max)
		fault_add(f, name, N_("Write at most {1} letters."), arena_printf(f->arena, "%zu", max));
	else if (!lines && str_find(text, STR("\n"), 0) != SIZE_MAX)
		fault_add(f, name, N_("Write it on one line."), STR_NONE);
	return text;
}

struct str
posted_wanted(const struct posted *p, struct faults *f, struct str name, size_t max, bool lines)
{
	struct str text = posted_text(p, f, name, max, lines);

	if (text.len == 0)
		fault_add(f, name, N_("This has to be filled in."), STR_NONE);
	return text;
}

/* "1.6.2009" */
static bool
day_from_danish(struct str s, int32_t *ret)
{
	struct str  rest = s, day = str_cut(&rest, '.'), month = str_cut(&rest, '.');
	int64_t     d, m, y;
	struct date date;

	if (!str_int(day, &d) || !str_int(month, &m) || !str_int(rest, &y) || rest.len != 4 ||
	    d < 1 || d > 31 || m < 1 || m > 12)
		return false;
	date = (struct date){ (int)y, (int)m, (int)d };
	if (!date_valid(date))
		return false;
	*ret = day_of(date.year, date.month, date.day);
	return true;
}

bool
posted_day(const struct posted *p, struct faults *f, struct str name, int32_t *ret)
{
	struct str text = posted_text(p, f, name, 40, false);
	int32_t    day;

	if (text.len == 0)
		return false;
	if (!day_from_iso(text, &day) && !day_from_danish(text, &day))
		return fault_add(f, name, N_("Write a date that there is, as {1}."), STR("31.12.2009"));
	*ret = day;
	return true;
}

bool
posted_number(const struct posted *p, struct faults *f, struct str name, enum notation notation,
              struct number *ret)
{
	struct str text = posted_text(p, f, name, 60, false);

	if (text.len == 0)
		return false;
	switch (number_parse(text, notation, ret)) {
	case NUMBER_OK:
		return true;
	case NUMBER_NOT:
		return fault_add(f, name, N_("Write a figure, as {1}."),
		    notation == NOTATION_EN ? STR("1,234.5") : STR("1.234,5"));
	case NUMBER_AMBIGUOUS:
		return fault_add(f, name, N_("“{1}” can be read in two ways. Write thousands without a dot."),
		    text);
	case NUMBER_OVERFLOW:
		return fault_add(f, name, N_("The figure has too many digits."), STR_NONE);
	}
	return false;
}

bool
posted_int(const struct posted *p, struct faults *f, struct str name, int64_t least, int64_t most,
           int64_t *ret)
{
	struct str text = posted_text(p, f, name, 40, false);
	int64_t    n;

	if (text.len == 0)
		return false;
	if (!str_int(text, &n) || n < least || n > most)
		return fault_add(f, name, N_("Write a whole number from {1}."),
		    arena_printf(f->arena, "%lld–%lld", (long long)least, (long long)most));
	*ret = n;
	return true;
}

/* A posted form as a row of the register. */
#include "app/edit.h"
#include "app/evidence.h"
#include "app/source_reach.h"
#include "app/source_words.h"
#include "app/thing_page.h"
#include "app/validate.h"
#include "base/utf8.h"
#include "model/target_form.h"
#include "recognise/recognise.h"

struct reader {
	struct arena          *a;
	const struct snapshot *sn;
	const struct edit_ask *ask;
	const struct noun_row *now;     /* what stands; all empty: nothing */
	struct faults         *f;
	struct noun_row       *row;     /* what is read */
};

/* ---- a cell as a form shows it ---- */

static struct str
number_shown(struct arena *a, struct str plain, bool danish)
{
	struct number n;
	struct buf    b;
	struct str    text;

	if (!number_from_plain(plain, &n))
		return plain;
	buf_init(&b, NUMBER_TEXT_MAX * 2);
	number_write(&b, n, danish ? NOTATION_DA : NOTATION_EN);
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

/* The register has the day after the last one; people write the last one. */
static bool
is_last_day(enum noun n, size_t c)
{
	return str_eq(noun_info[n].column[c].name, STR("ends"));
}

static struct str
day_shown(struct arena *a, struct str iso, bool last, bool danish)
{
	int32_t     day;
	struct date d;

	if (!day_from_iso(iso, &day))
		return iso;
	day -= last ? 1 : 0;
	d = date_of(day);
	return danish ? arena_printf(a, "%d.%d.%d", d.day, d.month, d.year) : day_iso(a, day);
}

/* "forår 2007" */
static struct str
period_shown(struct arena *a, struct str from, struct str to, bool danish)
{
	int32_t begin = DAY_MIN, end;

	if (!day_from_iso(to, &end) || (from.len > 0 && !day_from_iso(from, &begin)))
		return STR_NONE;
	return period_text(a, period_make(begin, end,
	    begin == DAY_MIN ? PRECISION_DAY : precision_of_days(begin, end)), danish);
}

struct str
edit_shown(struct arena *a, const struct snapshot *sn, enum noun n, size_t c,
           const struct noun_row *row, bool danish)
{
	size_t     end = column_period_end(n, c);
	struct str text = row->text[c];

	if (end != 0)
		return period_shown(a, text, row->text[end], danish);
	switch (noun_info[n].column[c].type) {
	case COLUMN_REF:
		return things_reference(sn->things, a, noun_info[n].column[c].refers, row->ref[c]);
	case COLUMN_NUMBER:
		return number_shown(a, text, danish);
	case COLUMN_DATE:
		return day_shown(a, text, is_last_day(n, c), danish);
	case COLUMN_CODE:
		return text.len == 0 && str_eq(noun_info[n].column[c].name, STR("lang")) &&
		    n != NOUN_TRANSLATION ? STR("da") : text;
	case COLUMN_TEXT:
	case COLUMN_INT:
	case COLUMN_FLAG:
		break;
	}
	return text;
}

/* ---- reading, one kind of field each ---- */

static bool
say_fault(struct reader *r, struct str field, const char *words, struct str with)
{
	return fault_add(r->f, field, words, with);
}

static struct str
read_text(struct reader *r, struct str field, enum ask ask)
{
	static const size_t max[] = { [ASK_LINE] = ASK_LINE_MAX, [ASK_WORDS] = ASK_WORDS_MAX,
	                              [ASK_TEXT] = ASK_TEXT_MAX };

	return posted_text(r->ask->form, r->f, field, max[ask], ask != ASK_LINE);
}

static struct str
read_code(struct reader *r, struct str field, size_t c, const struct column_words *w)
{
	struct str text = posted_text(r->ask->form, r->f, field, ASK_LINE_MAX, false);

	bool       listed = w->choices == 0;

	for (size_t i = 0; i < w->choices; i++)
		listed |= str_eq(text, str_from(w->choice[i].code));
	if (text.len > 0 && (!listed || validate_value(r->ask->noun, c, text).len > 0))
		(void)say_fault(r, field, N_("Choose one of the list."), STR_NONE);
	return text;
}

static struct str
read_number(struct reader *r, struct str field)
{
	struct number n;

	if (!posted_number(r->ask->form, r->f, field, r->ask->danish ? NOTATION_DA : NOTATION_EN, &n))
		return STR_NONE;
	return number_plain(r->a, n);
}

static struct str
read_int(struct reader *r, struct str field, int64_t least)
{
	int64_t n;

	if (!posted_int(r->ask->form, r->f, field, least, ASK_INT_MAX, &n))
		return STR_NONE;
	return arena_printf(r->a, "%lld", (long long)n);
}

static struct str
read_day(struct reader *r, struct str field, size_t c)
{
	int32_t day;

	if (!posted_day(r->ask->form, r->f, field, &day))
		return STR_NONE;
	return day_iso(r->a, is_last_day(r->ask->noun, c) ? day + 1 : day);
}

static void
read_period(struct reader *r, struct str field, size_t c, size_t end)
{
	struct str    text = posted_text(r->ask->form, r->f, field, ASK_LINE_MAX, false);
	struct period p;

	r->row->text[c] = r->row->text[end] = STR_NONE;
	if (text.len == 0)
		return;
	if (!period_parse(text, &p) || !p.dated || p.to == DAY_MAX) {
		(void)say_fault(r, field, N_("Write a period with its year, as {1}."),
		    STR("2010, 2. kvartal 2010, forår 2010, 2010-2013"));
		return;
	}
	if (p.from != DAY_MIN)
		r->row->text[c] = day_iso(r->a, p.from);
	r->row->text[end] = day_iso(r->a, p.to);
}

/* ---- references ---- */

/* "Navn (nøgle)" */
static struct str
key_in_brackets(struct str text)
{
	size_t at = SIZE_MAX;

	if (!str_ends(text, STR(")")))
		return STR_NONE;
	for (size_t next = str_find(text, STR("("), 0); next != SIZE_MAX;
	    next = str_find(text, STR("("), next + 1))
		at = next;
	return at == SIZE_MAX ? STR_NONE : str_slice(text, at + 1, text.len - 1);
}

/* The only one of this title; 0: none, or several. */
static int64_t
by_title(struct reader *r, enum noun n, struct str text)
{
	struct str folded = utf8_fold(r->a, text);
	int64_t    id = 0;

	for (size_t i = 0; n < NOUN_COUNT && i < r->sn->len[n]; i++) {
		int64_t one = r->sn->row[n][i].id;

		if (!str_eq(utf8_fold(r->a, snapshot_title(r->sn, one)), folded))
			continue;
		if (id != 0)
			return 0;
		id = one;
	}
	return id;
}

static int64_t
named(struct reader *r, enum noun refers, struct str text)
{
	int64_t id = things_resolve(r->sn->things, refers, text);

	if (id == 0)
		id = things_resolve(r->sn->things, refers, key_in_brackets(text));
	return id != 0 ? id : by_title(r, refers, text);
}

/* Does it stand under itself, over things of its own kind? */
static bool
goes_round(struct reader *r, size_t c, int64_t id)
{
	if (noun_info[r->ask->noun].column[c].refers != r->ask->noun || r->now->id == 0)
		return false;
	for (size_t i = 0; id != 0 && i <= r->sn->len[r->ask->noun]; i++) {
		if (id == r->now->id)
			return true;
		if (r->ask->noun == NOUN_INDICATOR && c == INDICATOR_complement)
			return false;           /* two name each other */
		id = snapshot_ref(r->sn, id, c);
	}
	return id != 0;
}

static int64_t
read_reference(struct reader *r, struct str field, size_t c)
{
	struct str text = posted_text(r->ask->form, r->f, field, ASK_WORDS_MAX, false);
	int64_t    id;

	if (text.len == 0)
		return 0;
	id = named(r, noun_info[r->ask->noun].column[c].refers, text);
	if (id != 0 && id == r->now->ref[c])
		return id;
	if (snapshot_row(r->sn, id) == NULL) {
		(void)say_fault(r, field, N_("There is no such thing in the register: {1}"),
		    quote_of(r->a, text));
		return 0;
	}
	if (goes_round(r, c, id))
		(void)say_fault(r, field, N_("It cannot stand under itself."), STR_NONE);
	return id;
}

/* ---- a column ---- */

static void
read_text_cell(struct reader *r, struct str field, size_t c, const struct column_words *w)
{
	struct str *to = &r->row->text[c];

	switch (w->ask) {
	case ASK_LINE:
	case ASK_WORDS:
	case ASK_TEXT:
		*to = read_text(r, field, w->ask);
		return;
	case ASK_CODE:
		*to = read_code(r, field, c, w);
		return;
	case ASK_DATE:
		*to = read_day(r, field, c);
		return;
	case ASK_NUMBER:
		*to = read_number(r, field);
		return;
	case ASK_INT:
		*to = read_int(r, field, w->least);
		return;
	case ASK_FLAG:
		*to = posted_raw(r->ask->form, field).len > 0 ? STR("1") : STR_NONE;
		return;
	case ASK_PERIOD:
	case ASK_REF:
		return;
	}
}

static bool
is_wanted(struct reader *r, size_t c, const struct column_words *w)
{
	enum target_kind k;

	if (r->ask->noun != NOUN_TARGET)
		return w->wanted;
	return target_kind_from_code(r->row->text[TARGET_kind], &k) &&
	    (target_form(k).wants >> c & 1) != 0;
}

/* What was not touched stays as it is. */
static bool
is_untouched(struct reader *r, struct str field, size_t c, enum ask ask)
{
	struct str shown = edit_shown(r->a, r->sn, r->ask->noun, c, r->now, r->ask->danish);

	if (ask == ASK_FLAG)
		return false;
	if (!posted_has(r->ask->form, field))
		return true;
	return shown.len > 0 && str_eq(posted_raw(r->ask->form, field), shown);
}

static void
read_column(struct reader *r, size_t c)
{
	struct column_words w = column_words(r->ask->noun, c);
	struct str          field = column_field(r->ask->noun, c);
	size_t              end = column_period_end(r->ask->noun, c);
	size_t              faults = r->f->len;

	if (is_untouched(r, field, c, w.ask)) {
		r->row->text[c] = r->now->text[c];
		r->row->ref[c] = r->now->ref[c];
		if (end != 0)
			r->row->text[end] = r->now->text[end];
	} else if (w.ask == ASK_REF) {
		r->row->ref[c] = read_reference(r, field, c);
	} else if (w.ask == ASK_PERIOD) {
		read_period(r, field, c, end);
	} else {
		read_text_cell(r, field, c, &w);
	}
	if (r->f->len == faults && is_wanted(r, c, &w) && r->row->ref[c] == 0 &&
	    r->row->text[c].len == 0 && (end == 0 || r->row->text[end].len == 0))
		(void)say_fault(r, field, N_("This has to be filled in."), STR_NONE);
}

/* ---- the whole ---- */

/* The field at which a target contradicts itself. */
static struct str
field_of_problem(const struct target *t)
{
	if (t->has_deadline && t->has_baseline && t->deadline.to <= t->baseline.to)
		return STR("deadline");
	switch (t->kind) {
	case TARGET_DIRECTION:
	case TARGET_SET:
	case TARGET_PARITY:
		return STR("direction");
	case TARGET_BENCHMARK:
		return STR("relation");
	case TARGET_COUNT:
		return t->has_value && number_sign(t->value) > 0 ? STR("window") : STR("value");
	case TARGET_LEVEL:
	case TARGET_CHANGE:
	case TARGET_RATE:
	case TARGET_GAP:
	case TARGET_MILESTONE:
	case TARGET_UNDEFINED:
	case TARGET_KIND_COUNT:
		break;
	}
	return STR("value");
}

static void
check_target(struct reader *r)
{
	struct target t = evidence_target(r->sn, r->row);

	if (target_problem(&t).len > 0)
		(void)fault_add(r->f, field_of_problem(&t), "{1}",
		    target_problem_word(&t, r->ask->danish));
}

static void
check_prognosis(struct reader *r)
{
	int32_t day;

	if (day_from_iso(r->row->text[PROGNOSIS_stated], &day) && day > r->ask->today)
		(void)say_fault(r, STR("stated"), N_("That day has not come yet."), STR_NONE);
}

/* Which codes are which areas or groups. */
static void
check_mapping(struct reader *r, size_t c, enum noun kind)
{
	struct source_mapping m;

	if (!source_mapping_read(r->a, r->sn->things, r->row->text[c], kind, &m)) {
		(void)say_fault(r, column_field(NOUN_SOURCE, c),
		    N_("Write the dimension, a colon, and codes with what they are, as {1}."),
		    STR("OMRÅDE: 101=koebenhavn 147=frederiksberg"));
		return;
	}
	for (size_t i = 0; i < m.len; i++)
		if (m.at[i].id == 0)
			(void)say_fault(r, column_field(NOUN_SOURCE, c),
			    N_("There is no such thing in the register: {1}"), quote_of(r->a, m.at[i].key));
}

static void
check_selection(struct reader *r, size_t c)
{
	struct source_selection s;

	if (!source_selection_read(r->a, r->row->text[c], &s))
		(void)say_fault(r, column_field(NOUN_SOURCE, c),
		    N_("Write each dimension with its codes, and blanks between, as {1}."),
		    STR("OMRÅDE=101,147 KØN=TOT Tid=*"));
}

/* A form does not say whom the server asks. */
static void
check_host(struct reader *r)
{
	struct str address = r->row->text[SOURCE_address], host = source_host(address);

	if (host.len == 0)
		(void)say_fault(r, STR("address"), N_("Write an address such as {1}."),
		    STR("https://api.statbank.dk/v1"));
	else if (!source_reaches(r->ask->hosts, address))
		(void)say_fault(r, STR("address"), N_("The host {1} is not among those that may be asked "
		    "from here. Ask whoever runs the server to name it in PEJL_SOURCE_HOSTS."), host);
}

static void
check_source(struct reader *r)
{
	check_host(r);
	check_selection(r, SOURCE_selection);
	check_selection(r, SOURCE_divisor);
	check_mapping(r, SOURCE_areas, NOUN_AREA);
	check_mapping(r, SOURCE_grps, NOUN_GROUP);
}

static void
check_row(struct reader *r)
{
	size_t      column;
	const char *words = validate_row_at(r->ask->noun, r->row->text, r->row->ref, &column);

	if (words != NULL)
		(void)fault_add(r->f, column_field(r->ask->noun, column), words, STR_NONE);
	else if (r->ask->noun == NOUN_TARGET)
		check_target(r);
	else if (r->ask->noun == NOUN_PROGNOSIS)
		check_prognosis(r);
	else if (r->ask->noun == NOUN_SOURCE)
		check_source(r);
}

/* The end of a period is read with its beginning. */
static bool
ends_period(enum noun n, size_t c)
{
	return c > 0 && column_period_end(n, c - 1) == c;
}

void
edit_of_kind(struct noun_row *row, struct str before)
{
	enum target_kind k;
	uint32_t         asks;

	if (str_eq(row->text[TARGET_kind], before) ||
	    !target_kind_from_code(row->text[TARGET_kind], &k))
		return;
	asks = target_form(k).asks;
	for (size_t c = 0; c < TARGET_COLUMN_COUNT; c++) {
		if ((asks >> c & 1) != 0 || (ends_period(NOUN_TARGET, c) && (asks >> (c - 1) & 1) != 0))
			continue;
		row->text[c] = STR_NONE;
		row->ref[c] = 0;
	}
}

struct noun_row
edit_read(struct arena *a, const struct snapshot *sn, const struct edit_ask *ask,
          const struct noun_row *now, struct faults *f)
{
	static const struct noun_row nothing;
	struct noun_row row = now != NULL ? *now : nothing;
	struct reader   r = { .a = a, .sn = sn, .ask = ask, .now = now != NULL ? now : &nothing,
	                      .f = f, .row = &row };

	if (ask->noun == NOUN_TARGET) {         /* it says what else is asked */
		read_column(&r, TARGET_kind);
		edit_of_kind(&row, r.now->text[TARGET_kind]);
	}
	for (size_t c = 0; c < noun_info[ask->noun].columns; c++) {
		if (ends_period(ask->noun, c) || (ask->noun == NOUN_TARGET && c == TARGET_kind))
			continue;
		if (edit_asks(ask->noun, c, &row))
			read_column(&r, c);
	}
	if (f->len == 0)
		check_row(&r);
	return row;
}

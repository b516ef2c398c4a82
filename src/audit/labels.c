/* label: a reference that cannot be right, and a title whose year differs from
 * its section's. */
#include "audit/audit.h"
#include "audit/outline.h"
#include "recognise/folded.h"

#define GOALS_MAX        200            /* of one list */
#define ROW_TITLE_WORDS  4              /* of a row that names a section: fewer are common words */
#define DATED_TITLES_MAX 500

/* ---- "Status for mål 3" ---- */

struct goal {
	unsigned number;
	uint32_t line;
	size_t   statuses;
};

/* A numbered list of goals, some with their status below them. */
struct goals {
	struct goal at[GOALS_MAX];
	size_t      len;
	struct reference {
		size_t     under;               /* goal */
		unsigned   says;
		struct str quote;
		uint32_t   line, column;
	} ref[GOALS_MAX];
	size_t refs;
};

/* "Status på mål 1 i april 2012: …" -> 1. */
static bool
status_reference(struct arena *a, struct str text, unsigned *ret)
{
	static const char *const heads[] = { "status for", "status paa", "status ift.", "status vedr.",
		"status til", "opfoelgning paa", "resultat for", "resultater for", NULL };
	static const char *const goals[] = { "maal", "resultatmaal", "delmaal", "effektmaal", "maalsaetning",
		"indikator", NULL };
	struct str f = utf8_fold(a, str_slice(text, 0, 60));
	size_t     at = 0;

	for (size_t i = 0; heads[i] != NULL && at == 0; i++)
		if (folded_starts(f, heads[i]))
			at = str_from(heads[i]).len + 1;
	for (size_t i = 0; at > 0 && goals[i] != NULL; i++) {
		struct str rest = str_slice(f, at, f.len);
		size_t     n = str_from(goals[i]).len + 1, digits;
		int64_t    number;

		if (!folded_starts(rest, goals[i]) || n >= rest.len)
			continue;
		if (str_starts(str_slice(rest, n, rest.len), STR("nr. ")))
			n += 4;
		for (digits = n; digits < rest.len && rest.at[digits] >= '0' && rest.at[digits] <= '9';)
			digits++;
		if (digits - n > 2 || !str_int(str_slice(rest, n, digits), &number))
			continue;
		if (digits + 1 < rest.len && rest.at[digits] == '.' && rest.at[digits + 1] >= '0' &&
		    rest.at[digits + 1] <= '9')
			continue;
		*ret = (unsigned)number;
		return true;
	}
	return false;
}

/* Statuses stand below their goals when another goal than the last has one
 * before the next goal; else they may be a list of their own. */
static bool
is_interleaved(const struct goals *g)
{
	for (size_t i = 0; i + 1 < g->len; i++)
		if (g->at[i].statuses > 0)
			return true;
	return false;
}

static void
check_reference(struct audit *x, const struct goal *under, const struct reference *r)
{
	struct arena *a = x->arena;

	if (r->says == under->number) {
		audit_holds(x, (struct claim){
			.code = AUDIT_LABEL, .line = r->line, .column = r->column, .quote = r->quote,
			.da = arena_printf(a, "status for mål %u står under mål %u (linje %u)", r->says, under->number, under->line),
			.en = arena_printf(a, "the status for goal %u stands under goal %u (line %u)", r->says, under->number,
			    under->line),
		});
		return;
	}
	audit_finds(x, (struct finding){
		.code = AUDIT_LABEL, .line = r->line, .column = r->column, .quote = r->quote,
		.da = arena_printf(a, "status for mål %u står under mål %u (linje %u)", r->says, under->number, under->line),
		.en = arena_printf(a, "a status for goal %u stands under goal %u (line %u)", r->says, under->number,
		    under->line),
		.hint_da = arena_printf(a, "ret til mål %u, eller flyt teksten", under->number),
		.hint_en = arena_printf(a, "say goal %u, or move the text", under->number),
	});
}

static void
goals_end(struct audit *x, struct goals *g)
{
	bool interleaved = is_interleaved(g);

	for (size_t i = 0; i < g->refs && interleaved; i++)
		check_reference(x, &g->at[g->ref[i].under], &g->ref[i]);
	g->len = g->refs = 0;
}

static void
add_goal(struct audit *x, struct goals *g, unsigned number, uint32_t line)
{
	if (g->len == GOALS_MAX || (g->len > 0 && number <= g->at[g->len - 1].number))
		goals_end(x, g);
	g->at[g->len++] = (struct goal){ number, line, 0 };
}

static void
add_reference(struct goals *g, unsigned says, const struct block *b)
{
	if (g->len == 0 || g->refs == GOALS_MAX)
		return;
	g->at[g->len - 1].statuses++;
	g->ref[g->refs++] = (struct reference){ g->len - 1, says, b->piece.text, b->line, b->column };
}

static void
check_statuses(struct audit *x)
{
	struct goals *g = ARENA_NEW(x->arena, struct goals);

	for (size_t i = 0; i < x->doc->len; i++) {
		const struct block   *b = &x->doc->at[i];
		struct section_number n;
		unsigned              says;

		if (b->kind == BLOCK_TABLE)
			continue;
		if (status_reference(x->arena, b->piece.text, &says))
			add_reference(g, says, b);
		else if (section_number_read(b->mark, &n) && n.len == 1 && b->kind != BLOCK_FOOTNOTE)
			add_goal(x, g, n.part[0], b->line);
		else if (b->kind == BLOCK_HEADING)
			goals_end(x, g);
	}
	goals_end(x, g);
}

/* In a table the row has the number: "4 | Ingen … | Status for mål 3: …". */
static void
check_row_statuses(struct audit *x, const struct proposal *p)
{
	const struct field *number = NULL;

	for (size_t i = 0; i < p->len; i++) {
		struct section_number n;
		unsigned              says;

		if (p->at[i].kind == FIELD_NUMBER)
			number = &p->at[i];
		if (p->at[i].kind != FIELD_STATUS || number == NULL || number->line != p->at[i].line)
			continue;
		if (!section_number_read(number->text, &n) || n.len != 1 ||
		    !status_reference(x->arena, p->at[i].text, &says))
			continue;
		check_reference(x, &(struct goal){ n.part[0], number->line, 1 },
		    &(struct reference){ 0, says, p->at[i].text, p->at[i].line, p->at[i].column });
	}
}

/* ---- years ---- */

static void
report_year(struct audit *x, struct str text, uint32_t line, uint32_t column, const struct title *section)
{
	struct arena *a = x->arena;
	struct years  here = years_named(text), there = years_named(section->text);
	struct str    da[2] = { years_text(a, &here, " og "), years_text(a, &there, " og ") };
	struct str    en[2] = { years_text(a, &here, " and "), years_text(a, &there, " and ") };

	audit_finds(x, (struct finding){
		.code = AUDIT_LABEL, .line = line, .column = column, .quote = text,
		.da = arena_printf(a, "overskriften siger " STR_FMT ", men afsnittet i linje %u siger " STR_FMT,
		    STR_ARG(da[0]), section->line, STR_ARG(da[1])),
		.en = arena_printf(a, "the title says " STR_FMT ", but the section in line %u says " STR_FMT,
		    STR_ARG(en[0]), section->line, STR_ARG(en[1])),
		.hint_da = STR("skriv samme år begge steder"),
		.hint_en = STR("state the same year in both places"),
	});
}

static void
check_entry_year(struct audit *x, const struct title *entry, const struct title *section)
{
	struct years here = years_named(entry->text), there = years_named(section->text);

	if (here.len > 0 && there.len > 0 && !years_eq(&here, &there))
		report_year(x, entry->text, entry->line, entry->column, section);
}

/* A section whose title names a year. */
struct dated {
	const struct title   *title;
	const struct measure *words;
	struct years          years;
};

struct dated_titles {
	struct dated at[DATED_TITLES_MAX];
	size_t       len;
};

static struct dated_titles *
dated_titles(struct arena *a, struct outline *o)
{
	struct dated_titles *d = ARENA_NEW(a, struct dated_titles);

	for (size_t i = 0; i < o->len && d->len < DATED_TITLES_MAX; i++) {
		struct years y = years_named(o->at[i].text);

		if (o->at[i].heading && !o->at[i].contents && y.len > 0)
			d->at[d->len++] = (struct dated){ &o->at[i], title_words(a, &o->at[i]), y };
	}
	return d;
}

/* The section whose words a row repeats; NULL: none, or one of the same years. */
static const struct title *
section_named(struct arena *a, const struct dated_titles *d, struct str text)
{
	const struct title *found = NULL;
	struct years        here = years_named(text);
	struct measure      words = measure_of_title(a, text);

	for (size_t i = 0; i < d->len && words.len >= ROW_TITLE_WORDS; i++) {
		struct likeness l;

		if (d->at[i].words->mask != words.mask)
			continue;
		l = measure_compare(&words, d->at[i].words);
		if (l.in_a > 0 || l.in_b > 0)
			continue;
		if (years_eq(&here, &d->at[i].years))
			return NULL;
		found = d->at[i].title;
	}
	return found;
}

static void
check_row_year(struct audit *x, const struct dated_titles *d, const struct row *row)
{
	for (size_t c = 0; c < row->len; c++) {
		struct str          text = str_trim(cell_text(x->arena, &row->at[c]));
		const struct title *section;

		if (text.len < 10 || text.len > 300)
			continue;
		section = years_named(text).len == 0 ? NULL : section_named(x->arena, d, text);
		if (section != NULL)
			report_year(x, text, row->at[c].line, row->at[c].column, section);
		return;
	}
}

static void
check_years(struct audit *x)
{
	struct outline             o = outline_read(x->arena, x->doc);
	const struct dated_titles *d = dated_titles(x->arena, &o);

	for (size_t i = 0; i < o.len; i++)
		if (o.at[i].contents && o.at[i].section != SIZE_MAX)
			check_entry_year(x, &o.at[i], &o.at[o.at[i].section]);
	for (size_t i = 0; i < x->doc->len && d->len > 0; i++)
		for (size_t k = 0; x->doc->at[i].kind == BLOCK_TABLE && k < x->doc->at[i].table.len; k++)
			check_row_year(x, d, &x->doc->at[i].table.at[k]);
}

void
audit_labels(struct audit *x)
{
	check_statuses(x);
	for (size_t i = 0; i < x->seen->len; i++)
		check_row_statuses(x, &x->seen->at[i]);
	check_years(x);
}

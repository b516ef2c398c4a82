#include "audit/contents.h"

static void
report_unlisted(struct audit *x, const struct title *entry)
{
	struct arena *a = x->arena;
	struct str    n = section_number_text(a, &entry->number);

	audit_finds(x, (struct finding){
		.code = AUDIT_NUMBERING, .severity = SEVERITY_WARNING,
		.line = entry->line, .column = entry->column, .quote = entry->text,
		.da = arena_printf(a, STR_FMT " står i indholdsfortegnelsen, men intet afsnit har det nummer", STR_ARG(n)),
		.en = arena_printf(a, STR_FMT " stands in the list of contents, but no section has that number",
		    STR_ARG(n)),
	});
}

static struct str
difference(struct arena *a, const struct title *entry, const struct title *section,
    const struct likeness *l, bool danish)
{
	bool       joined;
	struct str here = measure_words(a, entry->text, entry->words, l->only_a, &joined);
	struct str there = measure_words(a, section->text, section->words, l->only_b, &joined);
	struct str s = STR_NONE;

	if (l->in_a > 0)
		s = arena_printf(a, danish ? "; kun i fortegnelsen: »" STR_FMT "«" : "; only in the list: “" STR_FMT "”",
		    STR_ARG(here));
	if (l->in_b > 0)
		s = arena_printf(a, danish ? STR_FMT "; kun i afsnittet: »" STR_FMT "«"
		                           : STR_FMT "; only in the section: “" STR_FMT "”", STR_ARG(s), STR_ARG(there));
	return s;
}

static void
check_entry(struct audit *x, struct title *entry, struct title *section)
{
	struct arena   *a = x->arena;
	struct likeness l = measure_compare(title_words(a, entry), title_words(a, section));
	struct years    here = years_named(entry->text), there = years_named(section->text);
	struct str      title = quote_of(a, section->text), da, en;
	bool            years = (here.len == 0) != (there.len == 0);

	if (l.in_a == 0 && l.in_b == 0 && !years && !years_eq(&here, &there))
		return;         /* a label's error */
	if (l.in_a == 0 && l.in_b == 0 && !years) {
		audit_holds(x, (struct claim){
			.code = AUDIT_NUMBERING, .line = entry->line, .column = entry->column, .quote = entry->text,
			.da = arena_printf(a, "indholdsfortegnelsen svarer til afsnittet i linje %u", section->line),
			.en = arena_printf(a, "the list of contents agrees with the section in line %u", section->line),
		});
		return;
	}
	da = difference(a, entry, section, &l, true);
	en = difference(a, entry, section, &l, false);
	audit_finds(x, (struct finding){
		.code = AUDIT_NUMBERING, .severity = SEVERITY_WARNING,
		.line = entry->line, .column = entry->column, .quote = entry->text,
		.da = arena_printf(a, "afsnittet hedder »" STR_FMT "« (linje %u)" STR_FMT, STR_ARG(title),
		    section->line, STR_ARG(da)),
		.en = arena_printf(a, "the section is called “" STR_FMT "” (line %u)" STR_FMT, STR_ARG(title),
		    section->line, STR_ARG(en)),
		.hint_da = STR("brug samme overskrift begge steder"),
		.hint_en = STR("use the same title in both places"),
	});
}

void
contents_check(struct audit *x, struct outline *o)
{
	for (size_t i = 0; i < o->len; i++) {
		if (!o->at[i].contents)
			continue;
		if (o->at[i].section != SIZE_MAX)
			check_entry(x, &o->at[i], &o->at[o->at[i].section]);
		else if (o->at[i].number.len > 0)
			report_unlisted(x, &o->at[i]);
	}
}

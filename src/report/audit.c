/* What the audit found in the papers and the register, and what was answered. */
#include "report/parts.h"

static void
put_place(struct draft *d, struct runs *r, const struct finding_row *f)
{
	struct source s = { .document = f->document.id, .line = f->finding->line };

	if (f->document.id.len > 0)
		draft_source(d, r, &s);
	else
		draft_named(d, r, &f->of.thing);
}

static void
put_answer(struct draft *d, struct runs *r, const struct answer *a)
{
	if (a == NULL) {
		draft_say(d, r, N_("Not answered"));
		return;
	}
	draft_words(d, r, a->words);
	if (!a->has_stated && a->who.len == 0)
		return;
	draft_words(d, r, arena_printf(d->a, " (" STR_FMT "%s" STR_FMT ")", STR_ARG(a->who),
	    a->who.len > 0 && a->has_stated ? ", " : "",
	    STR_ARG(a->has_stated ? draft_day(d, a->stated) : STR_NONE)));
}

static void
put_row(struct draft *d, struct tree_part *t, const struct finding_row *of)
{
	const struct finding *f = of->finding;
	struct tree_row      *row = tree_row(d->t, t);

	draft_words(d, draft_head(d, row), d->danish ? f->da : f->en);
	put_place(d, draft_cell(d, row), of);
	put_answer(d, draft_cell(d, row), f->answer);
}

/* "en sum, der ikke går op" as a heading: with a capital. */
static struct str
heading_of(struct draft *d, enum audit_code code, size_t n)
{
	struct str title = audit_title(code, d->danish);
	char       first = title.len > 0 ? title.at[0] : ' ';

	if (first >= 'a' && first <= 'z')
		first = (char)(first - 'a' + 'A');
	return arena_printf(d->a, "%c" STR_FMT " (%zu)", first, STR_ARG(str_slice(title, 1, title.len)), n);
}

/* Those of one rule; errors stand first among the rules. */
static void
put_rule(struct draft *d, struct tree_part *t, enum audit_code code)
{
	const struct report_paper *m = d->m;
	size_t                     n = 0;

	for (size_t i = 0; i < m->findings; i++)
		n += m->finding[i].finding->code == code;
	if (n == 0)
		return;
	draft_group(d, t, heading_of(d, code, n));
	for (size_t i = 0; i < m->findings; i++)
		if (m->finding[i].finding->code == code)
			put_row(d, t, &m->finding[i]);
}

static void
put_findings(struct draft *d)
{
	static const struct draft_column columns[] = {
		{ N_("What it found"), ALIGN_START, 8 }, { N_("Where"), ALIGN_START, 4 },
		{ N_("Answer"), ALIGN_START, 4 },
	};
	struct tree_part *t = draft_table(d, STR("t-findings"), say(d->l,
	    "What the audit found"), columns, COUNT_OF(columns));

	for (size_t code = 0; code < AUDIT_CODE_COUNT; code++)
		put_rule(d, t, (enum audit_code)code);
}

void
report_audit(struct draft *d)
{
	const struct report_paper *m = d->m;
	struct str                 with[] = {
		draft_count(d, m->findings, NN_("{1} remark", "{1} remarks")),
		arena_printf(d->a, "%zu", m->answered),
	};

	draft_heading(d, 1, STR("audit"), N_("What the audit found"));
	draft_fill(d, draft_paragraph(d), m->findings == 0
	    ? N_("The audit has nothing to remark on the policy's papers and entries.")
	    : m->answered == 0
	    ? N_("The audit has {1} on the policy's papers and entries; none of them is answered yet.")
	    : N_("The audit has {1} on the policy's papers and entries; {2} of them are answered."), with, 2);
	if (m->findings > 0)
		put_findings(d);
}

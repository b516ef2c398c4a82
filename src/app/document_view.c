#include "app/document_view.h"
#include "app/document_facts.h"
#include "app/findings_view.h"
#include "app/judge.h"
#include "app/paper_blocks.h"
#include "app/papers.h"
#include "app/publish.h"
#include "app/sorted.h"
#include "audit/audit.h"
#include "core/calendar.h"

#define FACTS_A_PAGE 200        /* of a document whose text is not shown */

/* ---- the list ---- */

static struct document_row
row_of(const struct snapshot *sn, const struct noun_row *noun, const struct audit_report *all)
{
	struct document_row r = {
		.document = judge_named(sn, noun->id), .lang = noun->text[DOCUMENT_lang],
		.file = noun->text[DOCUMENT_file], .format = noun->text[DOCUMENT_format],
		.published = document_is_published(noun),
	};
	struct audit_report at = findings_at(all, r.document.id);

	r.has_stated = day_from_iso(noun->text[DOCUMENT_stated], &r.stated);
	r.findings = at.findings;
	r.errors = at.fail;
	return r;
}

static int
by_day(const void *a, const void *b, void *collator)
{
	const struct document_row *x = a, *y = b;
	int                        o = y->has_stated - x->has_stated;

	if (o == 0 && x->has_stated)
		o = (y->stated > x->stated) - (y->stated < x->stated);
	return o != 0 ? o : sorted_titles(&x->document, &y->document, collator);
}

bool
document_list(struct arena *a, const struct edition *ed, struct document_list *ret)
{
	const struct audit_report *all = edition_findings(ed);
	const struct snapshot     *sn = &ed->sn;
	struct document_list       to = { .len = sn->len[NOUN_DOCUMENT] };
	size_t                    *facts;

	if (all == NULL || !document_facts_count(a, ed, &facts))
		return false;
	to.at = ARENA_ARRAY(a, struct document_row, to.len + 1);
	for (size_t i = 0; i < to.len; i++) {
		to.at[i] = row_of(sn, &sn->row[NOUN_DOCUMENT][i], all);
		to.at[i].facts = facts[i];
	}
	sorted(to.at, to.len, sizeof *to.at, by_day);
	*ret = to;
	return true;
}

/* ---- one of them ---- */

struct view {
	struct arena          *a;
	const struct edition  *ed;
	struct document_ask    ask;
	struct document        doc;
	struct document_facts  facts;
	struct document_view  *to;
};

/* The page asked for, else the last that begins no later than the line asked for. */
static void
find_page(struct view *v, const struct paper_start *start, size_t pages)
{
	struct document_view *to = v->to;

	to->pages = pages;
	to->page = v->ask.page > 0 ? v->ask.page : 1;
	for (size_t i = 0; v->ask.page == 0 && i < pages; i++)
		if (start[i].line <= v->ask.line)
			to->page = i + 1;
}

static uint32_t
count_lines(struct str text)
{
	uint32_t n = text.len > 0 && text.at[text.len - 1] != '\n';

	for (size_t i = 0; i < text.len; i++)
		n += text.at[i] == '\n';
	return n;
}

static void
take_facts(struct view *v, uint32_t first, uint32_t last)
{
	size_t from = 0, to;

	while (from < v->facts.len && v->facts.at[from].line < first)
		from++;
	for (to = from; to < v->facts.len && v->facts.at[to].line <= last; to++)
		;
	if (to > from)
		v->to->taken = v->facts.at + from;
	v->to->takens = to - from;
}

/* Those of the report that stand between two lines. */
static struct paper_marks
marks_of(const struct document_view *m)
{
	struct paper_marks k = { .taken = m->taken, .takens = m->takens };
	size_t             from = 0, to;

	while (from < m->report.findings && m->report.finding[from].line < m->first)
		from++;
	for (to = from; to < m->report.findings && m->report.finding[to].line <= m->last; to++)
		;
	if (to > from)
		k.finding = m->report.finding + from;
	k.findings = to - from;
	return k;
}

static void
fill_text(struct view *v)
{
	struct document_view *to = v->to;
	struct paper_start   *start;
	struct paper_marks    marks;
	size_t                pages = paper_pages(v->a, &v->doc, &start);

	find_page(v, start, pages);
	if (to->page > pages)
		return;
	to->first = start[to->page - 1].line;
	to->last = to->page < pages ? start[to->page].line - 1 : count_lines(v->doc.text);
	take_facts(v, to->page == 1 ? 0 : to->first,
	    to->page < pages ? to->last : UINT32_MAX);
	marks = marks_of(to);
	to->blocks = paper_blocks(v->a, &v->doc, &start[to->page - 1],
	    to->page < pages ? &start[to->page] : NULL, &marks, &to->block);
}

/* Without its text a document comes in pages of facts. */
static void
fill_facts(struct view *v)
{
	struct document_view *to = v->to;
	size_t                pages = (v->facts.len + FACTS_A_PAGE - 1) / FACTS_A_PAGE, from;

	to->pages = pages > 0 ? pages : 1;
	to->page = v->ask.page > 0 ? v->ask.page : 1;
	for (size_t i = 0; v->ask.page == 0 && i < pages; i++)
		if (v->facts.at[i * FACTS_A_PAGE].line <= v->ask.line)
			to->page = i + 1;
	if (to->page > to->pages || v->facts.len == 0)
		return;
	from = (to->page - 1) * FACTS_A_PAGE;
	to->taken = v->facts.at + from;
	to->takens = v->facts.len - from < FACTS_A_PAGE ? v->facts.len - from : FACTS_A_PAGE;
}

/* What the audit says of a text that only the staff may read: nobody keeps it. */
static void
audit_for_staff(struct view *v, const struct noun_row *document)
{
	const struct edition *ed = v->ed;
	struct facts          facts;
	struct str            key = things_key(ed->things, document->id);
	struct audit_report   own;

	v->to->audited = v->doc.text.len <= PAPER_AUDITED_MAX;
	if (!v->to->audited)
		return;
	own = audit_run_paper(v->a, &v->doc, key, NULL, &facts);
	v->to->report = findings_with_text(v->a, ed, key, &own);
}

static bool
take_marks(struct view *v, const struct noun_row *document)
{
	if (!v->ask.staff)
		return document_facts(v->a, v->ed, document, &v->facts);
	v->facts.at = ARENA_ARRAY(v->a, struct taken, v->ask.takens + 1);
	for (size_t i = 0; i < v->ask.takens; i++)
		v->facts.at[v->facts.len++] = v->ask.taken[i];
	return true;
}

static bool
read_text(struct view *v, const struct noun_row *document)
{
	return v->ask.staff ? papers_read_any(v->a, v->ed, document, &v->to->is, &v->doc)
	                    : papers_read(v->a, v->ed, document, &v->to->is, &v->doc);
}

bool
document_view(struct arena *a, const struct edition *ed, const struct noun_row *document,
              struct document_ask ask, struct document_view *ret)
{
	const struct audit_report *all = edition_findings(ed);
	const struct paper_audit  *own;
	struct document_view       to = {
		.sha256 = document->text[DOCUMENT_sha256], .line = ask.line,
		.recorded = snapshot_recorded(&ed->sn, document->since),
	};
	struct view                v = { .a = a, .ed = ed, .ask = ask, .to = &to };

	if (all == NULL || !papers_audit(ed, document, &own) || !take_marks(&v, document) ||
	    !read_text(&v, document))
		return false;
	to.row = row_of(&ed->sn, document, all);
	to.row.facts = v.facts.len + v.facts.unlisted;
	to.report = findings_at(all, to.row.document.id);
	to.audited = own->audited;
	to.unlisted = v.facts.unlisted;
	if (ask.staff && !own->audited && to.is == PAPER_READ)
		audit_for_staff(&v, document);
	if (to.is == PAPER_READ)
		fill_text(&v);
	else
		fill_facts(&v);
	*ret = to;
	return true;
}

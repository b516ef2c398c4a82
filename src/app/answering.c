#include "app/answering.h"
#include "app/document_view.h"
#include "app/findings_view.h"
#include "app/judge.h"
#include "app/thing_page.h"
#include <stdlib.h>

/* ---- the list ---- */

struct listing {
	struct arena          *a;
	const struct edition  *ed;
	const struct actor    *who;
	const bool            *document;        /* allowed, in the snapshot's order */
	struct answering_list *to;
	size_t                 cap;
};

static bool
allowed(const struct listing *l, int64_t about)
{
	const struct snapshot *sn = &l->ed->sn;

	return things_kind(sn->things, about) == NOUN_DOCUMENT
	    ? l->document[snapshot_row(sn, about) - sn->row[NOUN_DOCUMENT]]
	    : answers_allowed(sn, l->who, about);
}

/* The findings of a report stand together by file. */
static void
list_file(struct listing *l, const struct audit_report *all, size_t from, size_t to)
{
	const struct snapshot *sn = &l->ed->sn;
	int64_t                about = answers_about(sn, all->finding[from].file);
	struct answering_row   row = { .file = all->finding[from].file, .findings = to - from };

	if (about == 0 || !allowed(l, about))
		return;
	row.about = thing_shown(l->a, sn, about);
	for (size_t i = from; i < to; i++) {
		row.answered += all->finding[i].answer != NULL;
		row.errors += all->finding[i].severity == SEVERITY_ERROR && all->finding[i].answer == NULL;
	}
	ARENA_GROW(l->a, l->to->at, l->to->len, &l->cap);
	l->to->at[l->to->len++] = row;
}

static int
by_errors(const void *a, const void *b)
{
	const struct answering_row *x = a, *y = b;
	int o = (y->errors > x->errors) - (y->errors < x->errors);

	return o != 0 ? o : str_cmp(x->file, y->file);
}

bool
answering_list(struct arena *a, const struct edition *ed, const struct actor *who,
               struct answering_list *ret)
{
	const struct audit_report *all = edition_findings(ed);
	struct answering_list      to = { .len = 0 };
	struct listing             l = { .a = a, .ed = ed, .who = who, .to = &to };

	if (all == NULL)
		return false;
	l.document = answers_allowed_documents(a, &ed->sn, who);
	for (size_t i = 0, end; i < all->findings; i = end) {
		for (end = i + 1; end < all->findings &&
		    str_eq(all->finding[end].file, all->finding[i].file); end++)
			;
		list_file(&l, all, i, end);
	}
	if (to.len > 1)
		qsort(to.at, to.len, sizeof *to.at, by_errors);
	*ret = to;
	return true;
}

bool
findings_tasks(struct arena *a, struct store *s, const struct edition *ed, const struct actor *who,
               struct tasks *to)
{
	struct answering_list all;

	(void)s;
	if (!access_has(who, RIGHT_FILL) && !access_has(who, RIGHT_EDIT))
		return true;
	if (!answering_list(a, ed, who, &all))
		return false;
	for (size_t i = 0; i < all.len && all.at[i].errors > 0; i++) {
		int64_t     unit = answers_unit(&ed->sn, answers_about(&ed->sn, all.at[i].file));
		struct task t = {
			.kind = TASK_FINDING, .thing = all.at[i].about.thing, .unit_id = unit,
			.path = arena_printf(a, "work/findings/" STR_FMT, STR_ARG(all.at[i].file)),
		};

		if (unit != 0)
			t.unit = judge_named(&ed->sn, unit);
		ARENA_GROW(a, to->at, to->len, &to->cap);
		to->at[to->len++] = t;
	}
	return true;
}

/* ---- one document or thing ---- */

static bool
report_of(struct arena *a, const struct edition *ed, struct str file, struct audit_report *ret)
{
	const struct noun_row     *document = edition_thing(ed, NOUN_DOCUMENT, file);
	const struct audit_report *all = edition_findings(ed);
	struct document_view       m;

	if (all == NULL)
		return false;
	if (document == NULL) {
		*ret = findings_at(all, file);
		return true;
	}
	if (!document_view(a, ed, document, (struct document_ask){ .staff = true }, &m))
		return false;
	*ret = m.report;
	return true;
}

bool
answering_view(struct arena *a, const struct edition *ed, struct str file,
               struct answering_view *ret)
{
	struct answering_view to = { .file = file };
	struct audit_report   r;

	if (!report_of(a, ed, file, &r))
		return false;
	to.about = thing_shown(a, &ed->sn, answers_about(&ed->sn, file));
	to.at = ARENA_ARRAY(a, struct answering_finding, r.findings + 1);
	for (size_t i = 0; i < r.findings; i++) {
		struct answering_finding *f = &to.at[to.len++];

		*f = (struct answering_finding){ .finding = &r.finding[i],
			.digest = answer_digest(a, &r.finding[i]) };
		f->field = arena_printf(a, "words-" STR_FMT "-%u-" STR_FMT, STR_ARG(audit_code(f->finding->code)),
		    (unsigned)f->finding->line, STR_ARG(f->digest));
	}
	*ret = to;
	return true;
}

const struct answering_finding *
answering_find(const struct answering_view *m, const struct posted *form)
{
	struct str code = posted_raw(form, STR("code")), digest = posted_raw(form, STR("digest"));
	int64_t    line;

	if (!str_int(posted_raw(form, STR("line")), &line))
		return NULL;
	for (size_t i = 0; i < m->len; i++)
		if (str_eq(code, audit_code(m->at[i].finding->code)) &&
		    line == (int64_t)m->at[i].finding->line && str_eq(digest, m->at[i].digest))
			return &m->at[i];
	return NULL;
}

/* ---- the deed ---- */

struct answering_deed {
	struct deed                    *d;
	struct things                  *things;
	struct snapshot                 sn;
	const struct answering_finding *f;
	int64_t                         about;
	const struct noun_row          *was;    /* NULL: nobody answered */
};

static bool
open_deed(struct answering_deed *k, struct str file)
{
	struct deed *d = k->d;
	int64_t      line;

	k->things = things_load(d->a, d->s);
	if (k->things == NULL || !snapshot_load(d->a, d->s, k->things, 0, NOUN_ALL, &k->sn))
		return false;
	k->about = answers_about(&k->sn, file);
	for (size_t i = 0; i < k->sn.len[NOUN_ANSWER]; i++) {
		const struct noun_row *row = &k->sn.row[NOUN_ANSWER][i];

		if (row->ref[ANSWER_about] == k->about &&
		    str_eq(row->text[ANSWER_code], audit_code(k->f->finding->code)) &&
		    str_int(row->text[ANSWER_found_line], &line) && line == (int64_t)k->f->finding->line &&
		    str_eq(row->text[ANSWER_digest], k->f->digest))
			k->was = row;
	}
	return true;
}

static struct noun_row
row_of(struct answering_deed *k, struct str words)
{
	struct noun_row row = { .since = k->d->change, .until = UNTIL_NOW };

	row.ref[ANSWER_about] = k->about;
	row.text[ANSWER_title] = words;
	row.text[ANSWER_code] = audit_code(k->f->finding->code);
	row.text[ANSWER_found_line] = arena_printf(k->d->a, "%u", (unsigned)k->f->finding->line);
	row.text[ANSWER_digest] = k->f->digest;
	row.text[ANSWER_stated] = str_slice(k->d->at, 0, 10);
	return row;
}

/* Empty words: what was answered is taken back. */
static bool
write_answer(struct answering_deed *k, struct str words)
{
	struct deed    *d = k->d;
	struct noun_row row;
	int64_t         change;

	if (!deed_change(d, STR("answer to a finding of the audit"), 0, &change) ||
	    (k->was != NULL && !store_noun_end(d->s, NOUN_ANSWER, k->was->id, change)))
		return false;
	if (words.len == 0)
		return true;
	row = row_of(k, words);
	row.id = k->was != NULL ? k->was->id : things_add(k->things, d->s, NOUN_ANSWER,
	    things_new_key(k->things, d->a, NOUN_ANSWER, arena_printf(d->a, STR_FMT " " STR_FMT,
	    STR_ARG(things_key(k->things, k->about)), STR_ARG(row.text[ANSWER_code]))));
	return row.id != 0 && store_noun_add(d->s, NOUN_ANSWER, &row);
}

static enum deed_state
answer(struct answering_deed *k, const struct posted *form)
{
	struct deed *d = k->d;
	bool         back = str_eq(posted_raw(form, STR("do")), STR("withdraw"));
	struct str   words = STR_NONE, was = k->was != NULL ? k->was->text[ANSWER_title] : STR("");
	int64_t      seen = 0;

	if (k->about == 0)
		return deed_stop(d, DEED_MISSING);
	if (!answers_allowed(&k->sn, d->who, k->about))
		return deed_stop(d, DEED_DENIED);
	(void)posted_int(form, &d->faults, STR("was"), 0, INT64_MAX, &seen);
	if (!back)
		words = posted_wanted(form, &d->faults, k->f->field, ANSWER_WORDS_MAX, true);
	if (d->faults.len > 0)
		return deed_stop(d, DEED_FAULTY);
	if (seen != (k->was != NULL ? k->was->since : 0) || (back && k->was == NULL))
		return deed_stop(d, DEED_STALE);
	if (!write_answer(k, words) || !deed_trail(d, ACT_FINDING_ANSWER,
	    things_reference(k->things, d->a, NOUN_ANY, k->about), was,
	    words.len > 0 ? words : STR("")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, d->location);
}

enum deed_state
answer_finding(struct deed *d, struct str file, const struct answering_finding *f,
               const struct posted *form)
{
	struct answering_deed k = { .d = d, .f = f };
	enum deed_state       begun = deed_begin(d);

	if (begun != DEED_OPEN)
		return begun;
	if (!open_deed(&k, file))
		return deed_stop(d, DEED_FAILED);
	return answer(&k, form);
}

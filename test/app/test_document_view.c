/* Documents as they are shown: every line once, words where facts were taken from,
 * findings at their lines, pages that together are the whole; and nothing of a text
 * that is not published. */
#include "papers.h"
#include "app/document_view.h"
#include "app/findings_view.h"
#include "app/papers.h"
#include "app/publish.h"
#include "base/term.h"
#include "base/utf8.h"

struct reader {
	struct place  *p;
	struct edition ed;
};

static struct reader
open_reader(struct place *p, struct store *s)
{
	struct reader     r = { .p = p };
	struct judge_when when = { .today = day_of(2026, 11, 23) };

	if (!edition_make(&p->arena, s, NULL, when, &p->diags, &r.ed))
		fail_msg("%s", place_says(p));
	return r;
}

static struct document_view
read_page(struct reader *r, const struct noun_row *document, size_t page, uint32_t line)
{
	struct document_view v;

	if (!document_view(&r->p->arena, &r->ed, document, (struct document_ask){ .page = page, .line = line }, &v)) {
		store_problem(r->ed.store, &r->p->diags);
		fail_msg("%s", place_says(r->p));
	}
	return v;
}

static struct imported
import_published(struct place *p, struct store *s, struct str path)
{
	struct import_how how = { .publish = true, .act = act_at("2026-11-23T05:00:00Z") };
	struct imported   out;

	how.act.why = STR_NONE;
	if (!import_file(&p->arena, s, path, &how, &p->diags, &out))
		fail_msg("%.*s: %s", STR_ARG(path), place_says(p));
	return out;
}

/* ---- all texts of a view ---- */

struct walk {
	void (*see)(struct walk *w, const struct paper_text *t);
	struct place *p;
	struct buf    words;            /* of all spans, a blank behind each text */
	size_t        taken, found;     /* spans with marks */
	uint32_t      line;             /* the last that began */
};

static void
walk_blocks(struct walk *w, const struct document_view *v)
{
	for (size_t i = 0; i < v->blocks; i++) {
		const struct paper_block *b = &v->block[i];

		if (b->kind != PAPER_TABLE)
			w->see(w, &b->text);
		for (size_t r = 0; r < b->rows; r++)
			for (size_t c = 0; c < b->row[r].len; c++)
				for (size_t n = 0; n < b->row[r].at[c].len; n++)
					w->see(w, &b->row[r].at[c].at[n]);
	}
}

static void
see_text(struct walk *w, const struct paper_text *t)
{
	for (size_t i = 0; i < t->len; i++) {
		const struct paper_span *s = &t->at[i];

		assert_true(s->text.len > 0);
		assert_int_equal(utf8_check(s->text), SIZE_MAX);
		buf_put(&w->words, s->text);
		w->taken += s->taken != NULL;
		w->found += s->finding != NULL;
		if (i == 0)
			assert_int_equal(s->line, t->line);
		else if (s->line > 0)
			assert_true(s->line > t->line);
	}
	buf_char(&w->words, ' ');
}

/* Without blanks and what is markup. */
static struct str
bare(struct place *p, struct str s)
{
	return terms_fold(&p->arena, s);
}

/* The text of every paper is in its blocks, word by word, marked or not. */
static void
blocks_hold_the_whole_text(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct reader r;
	size_t        taken = 0, found = 0;

	for (size_t i = 0; i < COUNT_OF(papers); i++)
		import_published(p, s, paper(p, i));
	r = open_reader(p, s);
	for (size_t i = 0; i < r.ed.sn.len[NOUN_DOCUMENT]; i++) {
		const struct noun_row *row = &r.ed.sn.row[NOUN_DOCUMENT][i];
		struct document_view   v = read_page(&r, row, 0, 0);
		struct walk            w = { .see = see_text, .p = p };
		struct document        doc;
		enum paper_is          is;
		struct str             all = STR("");

		buf_init(&w.words, 1 << 20);
		assert_int_equal(v.is, PAPER_READ);
		assert_true(v.audited);
		assert_int_equal(v.pages, 1);
		walk_blocks(&w, &v);
		assert_true(papers_read(&p->arena, &r.ed, row, &is, &doc));
		for (size_t k = 0; k < doc.len; k++) {
			if (doc.at[k].kind != BLOCK_TABLE)
				all = arena_printf(&p->arena, STR_FMT STR_FMT " ", STR_ARG(all),
				    STR_ARG(doc.at[k].piece.text));
			for (size_t n = 0; n < doc.at[k].table.len; n++)
				for (size_t c = 0; c < doc.at[k].table.at[n].len; c++)
					all = arena_printf(&p->arena, STR_FMT STR_FMT " ", STR_ARG(all),
					    STR_ARG(cell_text(&p->arena, &doc.at[k].table.at[n].at[c])));
		}
		if (!str_eq(bare(p, buf_str(&w.words)), bare(p, all)))
			fail_msg(STR_FMT "\n---\n" STR_FMT, STR_ARG(bare(p, buf_str(&w.words))),
			    STR_ARG(bare(p, all)));
		taken += w.taken;
		found += w.found;
		buf_free(&w.words);
	}
	assert_true(taken > 100);
	assert_true(found > 10);
	store_close(s);
}

/* Each word that is marked is what the fact quotes, or begins with it. */
static void
see_marks(struct walk *w, const struct paper_text *t)
{
	for (size_t i = 0; i < t->len; i++) {
		const struct taken *of = t->at[i].taken;

		if (of == NULL || of->measured || of->quote.len == 0)
			continue;
		if (str_find(bare(w->p, of->quote), bare(w->p, t->at[i].text), 0) == SIZE_MAX)
			fail_msg("“" STR_FMT "” is not in “" STR_FMT "”", STR_ARG(t->at[i].text),
			    STR_ARG(of->quote));
		w->taken++;
	}
}

static void
words_are_those_that_were_quoted(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	struct reader   r;
	struct walk     w = { .see = see_marks, .p = p };
	struct imported out;
	size_t          n;
	struct str      key = STR("status-paa-oekonomiforvaltningens-indsatser-apri");
	struct act      act = act_at("2026-11-23T07:00:00Z");

	frame(p, s);
	assert_true(import_text(p, s, "mentorer.txt", own, &out));
	must(documents_publish(s, &key, 1, true, &act, &p->diags, &n));
	r = open_reader(p, s);
	{
		struct document_view v = read_page(&r, edition_thing(&r.ed, NOUN_DOCUMENT, key), 0, 14);

		walk_blocks(&w, &v);
		assert_true(w.taken > 8);
		assert_int_equal(v.line, 14);
		assert_true(str_eq(v.row.document.title,
		    STR("Status på Økonomiforvaltningens indsatser, april 2012")));
		assert_true(v.row.facts > 10);
		for (size_t i = 0; i < v.takens; i++)
			assert_true(v.taken[i].line > 0 && v.taken[i].recorded.change > 0);
		assert_true(v.report.findings > 0);
		assert_int_equal(v.report.checked, v.report.hold + v.report.fail);
	}
	store_close(s);
}

/* Without its text: the same facts, and not a word beside them. */
static void
what_is_not_published_stays_inside(void **state)
{
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct imported      out;
	struct reader        r;
	struct document_view v;
	enum paper_is        is;
	struct str           text = STR_NONE;

	frame(p, s);
	assert_true(import_text(p, s, "mentorer.txt", own, &out));
	r = open_reader(p, s);
	v = read_page(&r, &r.ed.sn.row[NOUN_DOCUMENT][0], 0, 0);
	assert_int_equal(v.is, PAPER_WITHHELD);
	assert_false(v.audited);
	assert_int_equal(v.blocks, 0);
	assert_true(v.takens > 10);
	for (size_t i = 0; i < v.takens; i++)
		assert_true(utf8_length(v.taken[i].quote) <= 160);
	assert_true(papers_text(&p->arena, &r.ed, &r.ed.sn.row[NOUN_DOCUMENT][0], 1 << 20, &is, &text));
	assert_int_equal(is, PAPER_WITHHELD);
	assert_int_equal(text.len, 0);
	store_close(s);
}

/* The text that is sent is the file that was imported, but for the line feed at its end. */
static void
the_text_is_the_file(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct reader r;

	for (size_t i = 0; i < COUNT_OF(papers); i++)
		import_published(p, s, paper(p, i));
	r = open_reader(p, s);
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct str    file = file_get(p, paper(p, i)), text;
		enum paper_is is;

		assert_true(papers_text(&p->arena, &r.ed, &r.ed.sn.row[NOUN_DOCUMENT][i], 1 << 20,
		    &is, &text));
		assert_int_equal(is, PAPER_READ);
		if (str_ends(file, STR("\n")))
			file.len--;
		assert_true(str_eq(text, file));
	}
	store_close(s);
}

/* A long table goes on over pages; each line is on one page, and ?line= finds it. */
static void
long_documents_come_in_pages(void **state)
{
	enum { ROWS = 3000 };
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct reader        r;
	struct document_view v;
	struct buf           b;
	const struct noun_row *row;
	uint32_t             next = 1;
	struct str           path;

	buf_init(&b, 1 << 20);
	BUF_LIT(&b, "Nr.;Bydel;Bemærkning\n");
	for (int i = 2; i <= ROWS; i++)
		buf_putf(&b, "%d;Østerbro;En bemærkning om bydel nummer %d på Ærø\n", i, i);
	path = file_put(place_path(p, "lang.csv"), buf_str(&b));
	buf_free(&b);
	import_published(p, s, path);
	r = open_reader(p, s);
	row = &r.ed.sn.row[NOUN_DOCUMENT][0];
	v = read_page(&r, row, 1, 0);
	assert_true(v.pages > 3);
	for (size_t page = 1; page <= v.pages; page++) {
		struct document_view w = read_page(&r, row, page, 0);
		const struct paper_block *k = &w.block[0];

		assert_int_equal(w.first, next);
		assert_int_equal(w.blocks, 1);
		assert_true(k->headed);
		assert_int_equal(k->goes_on, page > 1);
		assert_true(str_eq(k->row[0].at[1].at[0].at[0].text, STR("Bydel")));
		assert_int_equal(k->row[k->rows - 1].line, w.last);
		assert_int_equal(read_page(&r, row, 0, w.first).page, page);
		assert_int_equal(read_page(&r, row, 0, w.last).page, page);
		next = w.last + 1;
	}
	assert_int_equal(next, ROWS + 1);
	assert_int_equal(read_page(&r, row, v.pages + 1, 0).blocks, 0);
	assert_int_equal(read_page(&r, row, 0, 1000000).page, v.pages);
	store_close(s);
}

/* The list says what each document's page says, and all findings are theirs and the
 * register's. */
static void
the_list_agrees_with_the_pages(void **state)
{
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct reader        r;
	struct document_list list;
	struct findings_ask  ask = { .has_code = false };
	struct findings_view all, one;
	size_t               findings = 0, facts = 0, of_register = 0;

	register_load(p, s, EXAMPLE);
	for (size_t i = 0; i < COUNT_OF(papers); i++)
		import_published(p, s, paper(p, i));
	r = open_reader(p, s);
	assert_true(document_list(&p->arena, &r.ed, &list));
	assert_int_equal(list.len, 3 + COUNT_OF(papers));
	for (size_t i = 0; i < list.len; i++) {
		const struct document_row *d = &list.at[i];
		struct document_view       v = read_page(&r,
		    edition_thing(&r.ed, NOUN_DOCUMENT, d->document.id), 0, 0);

		assert_int_equal(d->facts, v.row.facts);
		for (size_t page = 1, n = v.unlisted; page <= v.pages; page++) {
			n += read_page(&r, edition_thing(&r.ed, NOUN_DOCUMENT, d->document.id), page,
			    0).takens;
			if (page == v.pages)
				assert_int_equal(d->facts, n);
		}
		assert_int_equal(d->findings, v.report.findings);
		assert_int_equal(d->errors, v.report.fail);
		ask.document = d->document.id;
		assert_true(findings_view(&p->arena, &r.ed, &ask, &one));
		assert_int_equal(one.len, d->findings);
		findings += d->findings;
		facts += d->facts;
	}
	ask.document = STR_NONE;
	assert_true(findings_view(&p->arena, &r.ed, &ask, &all));
	for (size_t i = 0; i < all.len; i++)
		of_register += all.at[i].document.id.len == 0;
	assert_int_equal(all.len, findings + of_register);
	assert_int_equal(all.claims.checked, all.claims.hold + all.claims.fail);
	assert_true(facts > 200 && findings > 50);
	store_close(s);
}

/* Nothing is said twice: the paper's finding and that of the fact taken from it. */
static void
a_finding_is_told_once(void **state)
{
	struct place        *p = *state;
	struct store        *s = place_open(p, STORE_CREATE);
	struct reader        r;
	struct findings_ask  ask = { .has_code = true, .code = AUDIT_DERIVED_TARGET };
	struct findings_view v;

	import_published(p, s, paper(p, 1));
	r = open_reader(p, s);
	assert_true(findings_view(&p->arena, &r.ed, &ask, &v));
	for (size_t i = 1; i < v.len; i++)
		assert_int_not_equal(v.at[i].finding->line, v.at[i - 1].finding->line);
	assert_int_equal(v.len, 1);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ENGINE_TEST(blocks_hold_the_whole_text), ENGINE_TEST(words_are_those_that_were_quoted),
		ENGINE_TEST(what_is_not_published_stays_inside), ENGINE_TEST(the_text_is_the_file),
		ENGINE_TEST(long_documents_come_in_pages), ENGINE_TEST(the_list_agrees_with_the_pages),
		ENGINE_TEST(a_finding_is_told_once),
	};

	return engine_run("document view", tests, COUNT_OF(tests));
}

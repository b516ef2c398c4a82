/* The real papers, where they are: ../shared/documents or $PEJL_DOCUMENTS. */
#include "document_test.h"
#include <stdio.h>
#include <stdlib.h>

struct paper {
	struct arena    a;
	struct document doc;
	char            path[512];
};

/* False when the paper is not here. */
static bool
paper_open(struct paper *p, const char *file)
{
	const char  *dir = getenv("PEJL_DOCUMENTS");
	struct diags d;
	char        *text;
	size_t       n;
	FILE        *f;

	*p = (struct paper){ 0 };
	d = diags_new(&p->a);
	(void)snprintf(p->path, sizeof p->path, "%s/%s", dir != NULL ? dir : "../shared/documents", file);
	f = fopen(p->path, "rb");
	if (f == NULL)
		return false;
	text = ARENA_ARRAY(&p->a, char, (size_t)1 << 20);
	n = fread(text, 1, (size_t)1 << 20, f);
	fclose(f);
	if (!document_read(&p->a, str_from(p->path), FORMAT_TEXT, (struct str){ text, n }, &d, &p->doc))
		fail_msg("%s is not read", p->path);
	return true;
}

static size_t
count(const struct document *doc, enum block_kind kind)
{
	size_t n = 0;

	for (size_t i = 0; i < doc->len; i++)
		n += doc->at[i].kind == kind;
	return n;
}

static const struct block *
find_table(const struct document *doc, struct str cell)
{
	for (size_t i = 0; i < doc->len; i++) {
		const struct table *t = &doc->at[i].table;
		for (size_t r = 0; r < t->len; r++)
			for (size_t c = 0; c < t->at[r].len; c++)
				if (t->at[r].at[c].len > 0 && str_eq(t->at[r].at[c].at[0].text, cell))
					return &doc->at[i];
	}
	return NULL;
}

/* How much is in each paper, counted by hand in the papers themselves. */
static void
finds_all_blocks(void **state)
{
	static const struct { const char *file; size_t blocks[BLOCK_FOOTNOTE + 1]; } papers[] = {
		{ "000_d605e6fa2a31c3d0.txt", { 5, 26, 14, 0, 0 } },
		{ "001_e56e0fdd7179aae5.txt", { 1, 0, 0, 11, 0 } },
		{ "002_fbc1732bb90d9cb7.txt", { 36, 25, 25, 22, 5 } },
	};
	size_t read = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		struct paper p;

		if (!paper_open(&p, papers[i].file))
			continue;
		read++;
		assert_ptr_equal(check_document(&p.doc), NULL);
		for (enum block_kind k = BLOCK_HEADING; k <= BLOCK_FOOTNOTE; k++)
			if (count(&p.doc, k) != papers[i].blocks[k])
				fail_msg("%s: %zu blocks of kind %d", p.path, count(&p.doc, k), (int)k);
		arena_free(&p.a);
	}
	if (read == 0)
		skip();
}

/* The raw text at each piece's place begins with the piece's first letters;
 * check_document() proves that raw is there, this that text and raw agree. */
static void
places_every_piece(void **state)
{
	struct paper p;
	size_t       checked = 0;

	(void)state;
	if (!paper_open(&p, "002_fbc1732bb90d9cb7.txt"))
		skip();
	for (size_t i = 0; i < p.doc.len; i++) {
		const struct table *t = &p.doc.at[i].table;
		for (size_t r = 0; r < t->len; r++)
			for (size_t c = 0; c < t->at[r].len; c++)
				for (size_t k = 0; k < t->at[r].at[c].len; k++, checked++) {
					const struct piece *q = &t->at[r].at[c].at[k];
					struct str          start = str_slice(q->text, 0, 6);
					assert_true(str_starts(q->raw, start));
				}
	}
	assert_true(checked > 400);
	arena_free(&p.a);
}

static void
keeps_the_budget_table(void **state)
{
	const struct block *b;
	struct paper        p;

	(void)state;
	if (!paper_open(&p, "002_fbc1732bb90d9cb7.txt"))
		skip();
	b = find_table(&p.doc, STR("Jobpatruljer"));
	assert_non_null(b);
	assert_int_equal(b->table.len, 26);
	for (size_t r = 0; r < b->table.len; r++)
		assert_int_equal(b->table.at[r].len, 6);
	assert_true(str_eq(cell_text(&p.a, &b->table.at[1].at[2]), STR("2008")));
	assert_true(str_eq(cell_text(&p.a, &b->table.at[5].at[1]), STR("Sprog og Integration ³")));
	assert_true(str_eq(cell_text(&p.a, &b->table.at[25].at[5]), STR("499,5")));
	arena_free(&p.a);
}

static void
takes_forms_apart(void **state)
{
	const struct block *b;
	const struct cell  *c;
	struct paper        p;

	(void)state;
	if (!paper_open(&p, "002_fbc1732bb90d9cb7.txt"))
		skip();
	b = find_table(&p.doc, STR("Første job i Danmark"));
	assert_non_null(b);
	assert_int_equal(b->table.len, 9);
	c = &b->table.at[3].at[1];
	assert_int_equal(c->len, 4);
	assert_true(c->at[0].emphasis && c->at[0].emphasis_len == STR("Målgruppen:").len);
	assert_true(c->at[1].item && str_eq(c->at[1].mark, STR("1)")));
	assert_true(c->at[2].item && str_eq(c->at[2].mark, STR("2)")));
	assert_true(!c->at[3].item && c->at[3].emphasis);
	arena_free(&p.a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_all_blocks),
		cmocka_unit_test(places_every_piece),
		cmocka_unit_test(keeps_the_budget_table),
		cmocka_unit_test(takes_forms_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

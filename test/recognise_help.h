/* recognise_help.h - reading a paper in a test, and counting what was recognised. */
#ifndef TEST_RECOGNISE_HELP_H
#define TEST_RECOGNISE_HELP_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "recognise/recognise.h"

#define PAPER_MAX ((size_t)1 << 20)

/* Expected counts, in the order of PROPOSAL_KINDS; claims < 0: not counted. */
struct counts {
	int of[PROPOSAL_KIND_COUNT];
	int unknown;
};

static inline struct recognition
read_paper(struct arena *a, struct str name, struct str text)
{
	struct diags    d = diags_new(a);
	struct document doc;

	if (!document_read(a, name, document_format(name, text), text, &d, &doc))
		fail_msg("refused: " STR_FMT, STR_ARG(d.first->message));
	return recognise(a, &doc);
}

static inline int
count_of(const struct recognition *r, enum proposal_kind k)
{
	int n = 0;

	for (size_t i = 0; i < r->len; i++)
		n += r->at[i].kind == k;
	return n;
}

static inline const struct proposal *
nth(const struct recognition *r, enum proposal_kind k, int n)
{
	for (size_t i = 0; i < r->len; i++)
		if (r->at[i].kind == k && n-- == 0)
			return &r->at[i];
	fail_msg("no such " STR_FMT, STR_ARG(proposal_kind_code(k)));
	abort();
}

/* The n-th field of a kind; NULL when there is none. */
static inline const struct field *
field_of_kind(const struct proposal *p, enum field_kind k, int n)
{
	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == k && n-- == 0)
			return &p->at[i];
	return NULL;
}

static inline bool
counts_hold(const struct recognition *r, const struct counts *c, const char *what)
{
	bool ok = true;

	for (int k = 0; k < PROPOSAL_KIND_COUNT; k++) {
		int n = count_of(r, (enum proposal_kind)k);

		if (c->of[k] >= 0 && n != c->of[k]) {
			print_error("%s: " STR_FMT " is %d, not %d\n", what,
			    STR_ARG(proposal_kind_code((enum proposal_kind)k)), n, c->of[k]);
			ok = false;
		}
	}
	if (c->unknown >= 0 && (int)r->unknown_len != c->unknown) {
		print_error("%s: %zu not recognised, not %d\n", what, r->unknown_len, c->unknown);
		ok = false;
	}
	for (size_t i = 0; i < r->unknown_len && !ok; i++)
		print_error("  not recognised %u:%u " STR_FMT "\n", r->unknown[i].line,
		    r->unknown[i].column, STR_ARG(r->unknown[i].text));
	return ok;
}

/* A small paper of our own, and what must be recognised in it. */
struct paper_case {
	const char   *what, *name, *text;
	struct counts expected;
};

#define ANY_COUNT -1
#define NOTHING { { 0, 0, 0, 0, 0, 0, 0, -1 }, 0 }
#define FORMS(n)        { { n, 0, 0, 0, 0, 0, 0, -1 }, 0 }
#define INDICATORS(n)   { { 0, n, 0, 0, 0, 0, 0, -1 }, 0 }
#define RESULT_GOALS(n) { { 0, 0, n, 0, 0, 0, 0, -1 }, 0 }
#define ACTIONS(n)      { { 0, 0, 0, n, 0, 0, 0, -1 }, 0 }
#define LINES(n, t)     { { 0, 0, 0, 0, n, 0, 0, -1, t }, 0 }   /* and totals */
#define PROJECTS(n)     { { 0, 0, 0, 0, 0, n, 0, -1 }, 0 }
#define GOALS(n)        { { 0, 0, 0, 0, 0, 0, n, -1 }, 0 }
#define CLAIMS(n)       { { 0, 0, 0, 0, 0, 0, 0, n }, 0 }

static inline void
check_cases(const struct paper_case *c, size_t len)
{
	size_t wrong = 0;

	for (size_t i = 0; i < len; i++) {
		struct arena       a = { 0 };
		struct recognition r = read_paper(&a, str_from(c[i].name), str_from(c[i].text));

		wrong += !counts_hold(&r, &c[i].expected, c[i].what);
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

#define CHECK_CASES(table) check_cases(table, COUNT_OF(table))

/* The whole of a file in the arena; false when it is not there. */
static inline bool
load(struct arena *a, const char *path, struct str *ret)
{
	FILE *f = fopen(path, "rb");
	char *bytes;

	if (f == NULL)
		return false;
	bytes = ARENA_ARRAY(a, char, PAPER_MAX);
	*ret = (struct str){ bytes, fread(bytes, 1, PAPER_MAX, f) };
	fclose(f);
	return true;
}

#endif

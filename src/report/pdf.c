#include "report/pdf.h"
#include "core/calendar.h"
#include "report/pdf_contents.h"
#include <stdlib.h>
#include <string.h>

#define DIGITS 8                        /* of "(node00000148)" */

/* ---- in place: offsets stay ---- */

static void
set_dates(struct arena *a, char *at, struct str pdf, const char *name, int32_t made)
{
	struct date d = date_of(made);
	struct str  key = arena_printf(a, "/%s (D:", name);
	struct str  day = arena_printf(a, "%04d%02d%02d000000", d.year, d.month, d.day);
	size_t      found = str_find(pdf, key, 0);

	if (found != SIZE_MAX && found + key.len + day.len < pdf.len)
		memcpy(at + found + key.len, day.at, day.len);
}

static void
blank(char *at, struct str pdf, struct str what)
{
	size_t found = str_find(pdf, what, 0);

	if (found != SIZE_MAX)
		memset(at + found, ' ', what.len);
}

/* ---- names of nodes ---- */

struct node {
	int64_t name;
	size_t  at;                     /* of its digits */
};

struct nodes {
	struct node *at;
	size_t       len, cap;
};

static int
by_name(const void *a, const void *b)
{
	const struct node *x = a, *y = b;

	return (x->name > y->name) - (x->name < y->name);
}

static struct nodes
find_nodes(struct arena *a, struct str pdf)
{
	const struct str begins = STR("(node");
	struct nodes     n = { 0 };

	for (size_t i = 0; (i = str_find(pdf, begins, i)) != SIZE_MAX; i++) {
		struct node one = { .at = i + begins.len };
		size_t      end = one.at + DIGITS;

		if (end >= pdf.len || pdf.at[end] != ')' || !str_int(str_slice(pdf, one.at, end), &one.name))
			continue;
		ARENA_GROW(a, n.at, n.len, &n.cap);
		n.at[n.len++] = one;
	}
	return n;
}

/* Chromium names the nodes of its tree by a count that at times begins one later. In the order
 * they have, which the tree is sorted by, they are named from one on. */
static void
name_nodes(struct arena *a, char *at, struct str pdf)
{
	struct nodes n = find_nodes(a, pdf);
	size_t       rank = 0;

	if (n.len > 1)
		qsort(n.at, n.len, sizeof *n.at, by_name);
	for (size_t i = 0; i < n.len; i++) {
		rank += i == 0 || n.at[i].name != n.at[i - 1].name;
		memcpy(at + n.at[i].at, arena_printf(a, "%0*zu", DIGITS, rank).at, DIGITS);
	}
}

struct str
pdf_finish(struct arena *a, struct str pdf, int32_t made, bool number_contents)
{
	struct str copy;
	struct buf b;
	char      *at = ARENA_ARRAY(a, char, pdf.len + 1);

	if (pdf.len > 0)
		memcpy(at, pdf.at, pdf.len);
	copy = (struct str){ at, pdf.len };
	set_dates(a, at, copy, "CreationDate", made);
	set_dates(a, at, copy, "ModDate", made);
	blank(at, copy, STR("<rdf:Description rdf:about=\"\" pdfuaid:part=\"1\" />"));
	name_nodes(a, at, copy);
	if (!number_contents)
		return copy;
	buf_init(&b, SIZE_MAX);
	buf_put(&b, copy);
	pdf_number_contents(&b, copy);
	copy = str_dup(a, buf_str(&b));
	buf_free(&b);
	return copy;
}

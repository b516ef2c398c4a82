/* document_test.h - read a text and compare its dump, or its refusal. */
#ifndef TEST_DOCUMENT_TEST_H
#define TEST_DOCUMENT_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "document_check.h"
#include "document_dump.h"

struct document_case {
	const char *name;
	const char *text;
	const char *dump;               /* or the diag */
};

/* What `text` reads as, or why it does not; in `out`. */
static inline void
read_as(enum format f, struct str text, struct buf *out)
{
	struct arena    a = { 0 };
	struct diags    d = diags_new(&a);
	struct document doc = { 0 };

	if (document_read(&a, STR("prøve"), f, text, &d, &doc)) {
		assert_int_equal(d.count, 0);
		assert_ptr_equal(check_document(&doc), NULL);
		dump_document(out, &doc);
	} else {
		assert_int_equal(d.errors, 1);
		diags_write(&d, out);
	}
	arena_free(&a);
}

static inline void
assert_reads(enum format f, struct str text, const char *name, struct str expected)
{
	struct buf b;

	buf_init(&b, 1 << 20);
	read_as(f, text, &b);
	if (!str_eq(buf_str(&b), expected))
		fail_msg("%s: read as\n" STR_FMT "instead of\n" STR_FMT, name, STR_ARG(buf_str(&b)),
		    STR_ARG(expected));
	buf_free(&b);
}

static inline void
assert_cases(enum format f, const struct document_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		assert_reads(f, str_from(cases[i].text), cases[i].name, str_from(cases[i].dump));
}

/* `unit` again and again after `head`, in memory of its own. */
static inline struct str
repeated(struct arena *a, const char *head, const char *unit, size_t times)
{
	struct str h = str_from(head), u = str_from(unit);
	char      *at = ARENA_ARRAY(a, char, h.len + u.len * times + 1);

	memcpy(at, h.at, h.len);
	for (size_t i = 0; i < times; i++)
		memcpy(at + h.len + i * u.len, u.at, u.len);
	return (struct str){ at, h.len + u.len * times };
}

struct long_case {
	const char *head, *unit;
	size_t      times;
	const char *diag;               /* NULL: it reads */
};

static inline void
assert_long_cases(enum format f, const struct long_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct arena    a = { 0 };
		struct diags    d = diags_new(&a);
		struct document doc = { 0 };
		struct str      text = repeated(&a, cases[i].head, cases[i].unit, cases[i].times);
		bool            ok = document_read(&a, STR("lang"), f, text, &d, &doc);
		struct buf      b;

		buf_init(&b, 1 << 16);
		diags_write(&d, &b);
		buf_char(&b, '\0');
		if (!buf_ok(&b))
			fail();
		if (cases[i].diag != NULL)
			assert_string_equal(b.at, cases[i].diag);
		else if (!ok)
			fail_msg("%s: %s", cases[i].unit, b.at);
		buf_free(&b);
		arena_free(&a);
	}
}

#endif

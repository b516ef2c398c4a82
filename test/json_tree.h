/* json_tree.h - JSON as another library reads it: what is written is what is
 * meant. A key that is there twice fails the test. */
#ifndef TEST_JSON_TREE_H
#define TEST_JSON_TREE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_tree.h>

/* A value of a tree is never NULL; the library's own macros ask each time, and
 * make compilers believe that it could be. */
#define IS_STRING(v)  ((v)->type == yajl_t_string)
#define IS_NUMBER(v)  ((v)->type == yajl_t_number)
#define IS_OBJECT(v)  ((v)->type == yajl_t_object)
#define IS_ARRAY(v)   ((v)->type == yajl_t_array)
#define IS_TRUE(v)    ((v)->type == yajl_t_true)
#define IS_FLAG(v)    ((v)->type == yajl_t_true || (v)->type == yajl_t_false)
#define IS_NULL(v)    ((v)->type == yajl_t_null)

#define RETURNS_NONNULL __attribute__((returns_nonnull))

static inline void
tree_check_keys(yajl_val v)
{
	if (IS_ARRAY(v))
		for (size_t i = 0; i < v->u.array.len; i++)
			tree_check_keys(v->u.array.values[i]);
	if (!IS_OBJECT(v))
		return;
	for (size_t i = 0; i < v->u.object.len; i++) {
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(v->u.object.keys[i], v->u.object.keys[k]);
		tree_check_keys(v->u.object.values[i]);
	}
}

/* The caller frees it with yajl_tree_free(). */
static inline RETURNS_NONNULL yajl_val
tree_parse(const char *text)
{
	char     why[512] = "";
	yajl_val v = yajl_tree_parse(text, why, sizeof why);

	if (v == NULL)
		fail_msg("no JSON: %s\n%.2000s", why, text);
	if (v == NULL)
		abort();
	tree_check_keys(v);
	return v;
}

/* A member of an object, which must be there. */
static inline RETURNS_NONNULL yajl_val
tree_get(yajl_val v, const char *key)
{
	assert_true(IS_OBJECT(v));
	for (size_t i = 0; i < v->u.object.len; i++)
		if (strcmp(v->u.object.keys[i], key) == 0)
			return v->u.object.values[i];
	fail_msg("there is no \"%s\"", key);
	abort();
}

static inline const char *
tree_text(yajl_val v, const char *key)
{
	yajl_val m = tree_get(v, key);

	if (IS_NULL(m))
		return "null";
	if (IS_FLAG(m))
		return IS_TRUE(m) ? "true" : "false";
	if (IS_NUMBER(m))
		return m->u.number.r;
	if (!IS_STRING(m))
		fail_msg("\"%s\" is no plain value", key);
	return m->u.string;
}

static inline size_t
tree_length(yajl_val v)
{
	assert_true(IS_ARRAY(v));
	return v->u.array.len;
}

static inline RETURNS_NONNULL yajl_val
tree_at(yajl_val v, size_t i)
{
	assert_true(i < tree_length(v));
	return v->u.array.values[i];
}

/* The object of an array whose member `key` is `text`, or NULL. */
static inline yajl_val
tree_find(yajl_val array, const char *key, const char *text)
{
	for (size_t i = 0; i < tree_length(array); i++)
		if (strcmp(tree_text(tree_at(array, i), key), text) == 0)
			return tree_at(array, i);
	return NULL;
}

/* "key:type,..." in order, with s(tring) n(umber) b(ool) 0 (null) {} []. */
static inline void
tree_shape(yajl_val v, char *ret, size_t size)
{
	size_t at = 0;

	assert_true(IS_OBJECT(v));
	ret[0] = '\0';
	for (size_t i = 0; i < v->u.object.len; i++) {
		yajl_val    m = v->u.object.values[i];
		const char *type = IS_STRING(m) ? "s" : IS_NUMBER(m) ? "n"
		    : IS_NULL(m) ? "0" : IS_OBJECT(m) ? "{" : IS_ARRAY(m) ? "[" : "b";
		int         n = snprintf(ret + at, size - at, "%s%s:%s", i > 0 ? "," : "",
		    v->u.object.keys[i], type);

		assert_true(n > 0 && (size_t)n < size - at);
		at += (size_t)n;
	}
}

#define assert_shape(v, expected) do {                                           \
	char shape_[4096];                                                       \
	tree_shape((v), shape_, sizeof shape_);                                  \
	assert_string_equal(shape_, (expected));                                 \
} while (0)

/* Without blanks, into `ret`. Texts must not need escapes. */
static inline size_t
tree_compact(yajl_val v, char *ret, size_t size)
{
	bool   object = IS_OBJECT(v);
	size_t at = 0, n = object ? v->u.object.len : IS_ARRAY(v) ? v->u.array.len : 0;

	if (!object && !IS_ARRAY(v)) {
		int len = IS_STRING(v) ? snprintf(ret, size, "\"%s\"", v->u.string)
		    : snprintf(ret, size, "%s", IS_NUMBER(v) ? v->u.number.r
		        : IS_TRUE(v) ? "true" : IS_FLAG(v) ? "false" : "null");

		assert_true(len > 0 && (size_t)len < size);
		return (size_t)len;
	}
	ret[at++] = object ? '{' : '[';
	for (size_t i = 0; i < n; i++) {
		assert_true(at + 256 < size);
		if (i > 0)
			ret[at++] = ',';
		if (object)
			at += (size_t)snprintf(ret + at, size - at, "\"%s\":", v->u.object.keys[i]);
		at += tree_compact(object ? v->u.object.values[i] : v->u.array.values[i],
		    ret + at, size - at);
	}
	ret[at++] = object ? '}' : ']';
	ret[at] = '\0';
	return at;
}

#endif

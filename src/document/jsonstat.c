/* Read as a stream: each value is asked once where it stands, by the keys above it. */
#include <stdlib.h>
#include <yajl/yajl_parse.h>
#include "base/utf8.h"
#include "document/jsonstat.h"

#define DEPTH_MAX      16
#define CATEGORIES_MAX 10000            /* in all: each is looked for among the others */

struct frame {
	bool       array;
	struct str key;                 /* of an object: the last one */
	size_t     at;                  /* of an array: which element is next */
};

struct category {
	struct str code, text;
	size_t     at;                  /* SIZE_MAX: only its label is known */
};

/* A dimension as it comes: its labels may stand before or after its places. */
struct draft {
	struct str       id, label;
	struct category *at;
	size_t           len, cap;
	size_t           guess;         /* where the next category is looked for first */
};

struct cell {
	size_t     at;
	struct str text;
};

struct cells {
	struct cell *at;
	size_t       len, cap;
};

struct reading {
	struct arena      *a;
	struct frame       frame[DEPTH_MAX];
	size_t             depth;
	struct draft       draft[JSONSTAT_DIMENSIONS_MAX];
	size_t             drafts, categories;
	struct str         id[JSONSTAT_DIMENSIONS_MAX];
	enum jsonstat_role role[JSONSTAT_DIMENSIONS_MAX];
	struct str         role_id[JSONSTAT_DIMENSIONS_MAX];
	size_t             size[JSONSTAT_DIMENSIONS_MAX];
	size_t             ids, sizes, roles;
	struct cells       value, status;
	bool               sparse;
	struct str         label, source, updated, status_all;
	struct str         code, message;       /* of a refusal */
	struct str         why;
};

static int
refuse(struct reading *r, struct str why)
{
	if (r->why.len == 0)
		r->why = why;
	return 0;
}

/* ---- where a value stands ---- */

/* The frame below what wraps a dataset of version 1. */
static const struct frame *
inner(const struct reading *r, size_t *depth)
{
	size_t skip = r->depth > 0 && !r->frame[0].array &&
	    str_eq(r->frame[0].key, STR("dataset")) && r->depth > 1;

	*depth = r->depth - skip;
	return r->frame + skip;
}

static bool
is_key(const struct frame *f, const char *key)
{
	return !f->array && str_eq(f->key, str_from(key));
}

/* ---- dimensions ---- */

static struct draft *
draft_of(struct reading *r, struct str id)
{
	for (size_t i = 0; i < r->drafts; i++)
		if (str_eq(r->draft[i].id, id))
			return &r->draft[i];
	if (r->drafts == JSONSTAT_DIMENSIONS_MAX)
		return NULL;
	r->draft[r->drafts] = (struct draft){ .id = str_dup(r->a, id) };
	return &r->draft[r->drafts++];
}

/* Labels come in the order of the places: the next one is most often the one. */
static struct category *
category_of(struct reading *r, struct draft *d, struct str code)
{
	for (size_t n = 0; n < d->len; n++) {
		size_t i = d->guess + n < d->len ? d->guess + n : d->guess + n - d->len;

		if (str_eq(d->at[i].code, code)) {
			d->guess = i + 1 < d->len ? i + 1 : 0;
			return &d->at[i];
		}
	}
	if (r->categories == CATEGORIES_MAX)
		return NULL;
	r->categories++;
	ARENA_GROW(r->a, d->at, d->len, &d->cap);
	d->at[d->len] = (struct category){ .code = str_dup(r->a, code), .at = SIZE_MAX };
	return &d->at[d->len++];
}

static bool
read_size(struct str text, size_t *ret)
{
	int64_t n;

	if (!str_int(text, &n) || n < 0 || n > JSONSTAT_CELLS_MAX)
		return false;
	*ret = (size_t)n;
	return true;
}

static int
on_index(struct reading *r, struct draft *d, const struct frame *f, struct str text)
{
	struct str       code = f->array ? text : f->key;
	struct category *c = category_of(r, d, code);
	size_t           at = f->array ? f->at : 0;

	if (c == NULL)
		return refuse(r, STR("has too many codes"));
	if (c->at != SIZE_MAX)
		return refuse(r, STR("names a code twice in one dimension"));
	if (!f->array && !read_size(text, &at))
		return refuse(r, STR("gives a code a place that is none"));
	c->at = at;
	return 1;
}

/* dimension.ID.label, dimension.ID.category.index|label.CODE */
static int
on_dimension(struct reading *r, const struct frame *f, size_t depth, struct str text)
{
	struct draft    *d;
	struct category *c;

	if (depth < 3 || f[1].array)
		return 1;
	d = draft_of(r, f[1].key);
	if (d == NULL)
		return refuse(r, STR("has too many dimensions"));
	if (depth == 3 && is_key(&f[2], "label"))
		d->label = str_dup(r->a, text);
	if (depth != 5 || !is_key(&f[2], "category"))
		return 1;
	if (is_key(&f[3], "index"))
		return on_index(r, d, &f[4], text);
	if (!is_key(&f[3], "label") || f[4].array)
		return 1;
	c = category_of(r, d, f[4].key);
	if (c == NULL)
		return refuse(r, STR("has too many codes"));
	c->text = str_dup(r->a, text);
	return 1;
}

/* ---- id, size, role ---- */

static int
on_role(struct reading *r, const struct frame *f, struct str text)
{
	static const struct {
		const char        *key;
		enum jsonstat_role role;
	} roles[] = { { "time", JSONSTAT_TIME }, { "geo", JSONSTAT_GEO }, { "metric", JSONSTAT_METRIC } };

	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		if (!is_key(f, roles[i].key))
			continue;
		if (r->roles == JSONSTAT_DIMENSIONS_MAX)
			return refuse(r, STR("has too many dimensions"));
		r->role_id[r->roles] = str_dup(r->a, text);
		r->role[r->roles++] = roles[i].role;
	}
	return 1;
}

/* Whether it is one of the three, which stand at the top or, in version 1, within
 * "dimension". `f` is where they would be. */
static bool
on_shape(struct reading *r, const struct frame *f, size_t depth, struct str text, int *ret)
{
	*ret = 1;
	if (depth == 3 && is_key(f, "role") && f[2].array) {
		*ret = on_role(r, &f[1], text);
		return true;
	}
	if (depth != 2 || !f[1].array || !(is_key(f, "id") || is_key(f, "size")))
		return false;
	if (f[1].at >= JSONSTAT_DIMENSIONS_MAX)
		*ret = refuse(r, STR("has too many dimensions"));
	else if (is_key(f, "id"))
		r->id[r->ids++] = str_dup(r->a, text);
	else if (!read_size(text, &r->size[r->sizes++]))
		*ret = refuse(r, STR("has a dimension whose size is none, or too many cells"));
	if (r->ids > JSONSTAT_DIMENSIONS_MAX - 1 || r->sizes > JSONSTAT_DIMENSIONS_MAX - 1)
		*ret = refuse(r, STR("has too many dimensions"));
	return true;
}

/* ---- values ---- */

static int
on_cell(struct reading *r, struct cells *to, const struct frame *f, struct str text)
{
	size_t at = f->at;

	if (!f->array && !read_size(f->key, &at))
		return refuse(r, STR("has a value at a place that is none"));
	if (to->len == JSONSTAT_CELLS_MAX)
		return refuse(r, STR("has more than 1,000,000 cells"));
	ARENA_GROW(r->a, to->at, to->len, &to->cap);
	to->at[to->len++] = (struct cell){ at, str_dup(r->a, text) };
	return 1;
}

static void
on_top(struct reading *r, const struct frame *f, struct str text)
{
	static const struct {
		const char *key;
		size_t      to;
	} texts[] = {
		{ "label", offsetof(struct reading, label) }, { "source", offsetof(struct reading, source) },
		{ "updated", offsetof(struct reading, updated) },
		{ "status", offsetof(struct reading, status_all) },
		{ "errorTypeCode", offsetof(struct reading, code) },
		{ "message", offsetof(struct reading, message) },
	};

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (is_key(f, texts[i].key))
			*(struct str *)(void *)((char *)r + texts[i].to) = str_dup(r->a, text);
}

static int
on_scalar(struct reading *r, struct str text)
{
	size_t              depth;
	const struct frame *f = inner(r, &depth);
	int                 ret = 1;

	if (depth == 0)
		return refuse(r, STR("is no JSON-stat: it has no dataset"));
	if (depth == 1)
		on_top(r, f, text);
	else if (depth == 2 && is_key(f, "value"))
		return on_cell(r, &r->value, &f[1], text);
	else if (depth == 2 && is_key(f, "status"))
		return on_cell(r, &r->status, &f[1], text);
	else if (on_shape(r, f, depth, text, &ret))
		return ret;
	else if (!is_key(f, "dimension") || on_shape(r, f + 1, depth - 1, text, &ret))
		return ret;
	else
		return on_dimension(r, f, depth, text);
	return 1;
}

/* ---- the stream ---- */

/* A value, of whatever kind, has ended: an array goes on. */
static int
next(struct reading *r, int ok)
{
	if (r->depth > 0 && r->frame[r->depth - 1].array)
		r->frame[r->depth - 1].at++;
	return ok;
}

static int
on_text(void *at, const unsigned char *text, size_t len)
{
	struct reading *r = at;
	struct str      s = { (const char *)text, len };

	return next(r, on_scalar(r, utf8_check(s) == SIZE_MAX ? s : STR_NONE));
}

static int
on_number(void *at, const char *text, size_t len)
{
	struct reading *r = at;

	return next(r, on_scalar(r, (struct str){ text, len }));
}

static int
on_null(void *at)
{
	struct reading     *r = at;
	size_t              depth;
	const struct frame *f = inner(r, &depth);

	return next(r, depth == 2 && is_key(f, "value") ? on_cell(r, &r->value, &f[1], STR_NONE) : 1);
}

static int
on_boolean(void *at, int value)
{
	(void)value;
	return next(at, 1);
}

static int
begin(struct reading *r, bool array)
{
	if (r->depth == DEPTH_MAX)
		return refuse(r, STR("is nested too deeply"));
	r->frame[r->depth++] = (struct frame){ .array = array };
	return 1;
}

static int
on_map(void *at)
{
	struct reading     *r = at;
	size_t              depth;
	const struct frame *f = inner(r, &depth);

	r->sparse = r->sparse || (depth == 1 && is_key(f, "value"));
	return begin(r, false);
}

static int
on_array(void *at)
{
	return begin(at, true);
}

static int
on_key(void *at, const unsigned char *text, size_t len)
{
	struct reading *r = at;
	struct str      key = { (const char *)text, len };

	r->frame[r->depth - 1].key = utf8_check(key) == SIZE_MAX ? str_dup(r->a, key) : STR_NONE;
	return 1;
}

static int
on_end(void *at)
{
	struct reading *r = at;

	r->depth--;
	return next(r, 1);
}

/* ---- the whole ---- */

static bool
take_dimension(struct reading *r, size_t i, struct jsonstat_dimension *ret)
{
	struct draft *d = NULL;

	*ret = (struct jsonstat_dimension){ .id = r->id[i], .len = r->size[i] };
	for (size_t k = 0; k < r->drafts; k++)
		if (str_eq(r->draft[k].id, r->id[i]))
			d = &r->draft[k];
	for (size_t k = 0; k < i; k++)
		if (str_eq(r->id[k], r->id[i]))
			return refuse(r, STR("names a dimension twice"));
	for (size_t k = 0; k < r->roles; k++)
		if (str_eq(r->role_id[k], r->id[i]))
			ret->role = r->role[k];
	if (d == NULL || d->len != ret->len)
		return refuse(r, STR("has a dimension with more or fewer codes than its size says"));
	ret->label = d->label;
	ret->code = ARENA_ARRAY(r->a, struct str, ret->len + 1);
	ret->text = ARENA_ARRAY(r->a, struct str, ret->len + 1);
	if (ret->len == 1 && d->at[0].at == SIZE_MAX)
		d->at[0].at = 0;                /* a single category needs no index */
	for (size_t k = 0; k < d->len; k++) {
		const struct category *c = &d->at[k];

		if (c->code.len == 0 || c->at >= ret->len || ret->code[c->at].len > 0)
			return refuse(r, STR("has a code without a place of its own"));
		ret->code[c->at] = c->code;
		ret->text[c->at] = c->text;
	}
	return true;
}

static bool
spread(struct reading *r, const struct cells *from, size_t cells, struct str **ret)
{
	bool *there = ARENA_ARRAY(r->a, bool, cells + 1);

	*ret = ARENA_ARRAY(r->a, struct str, cells + 1);
	for (size_t i = 0; i < from->len; i++) {
		if (from->at[i].at >= cells || there[from->at[i].at])
			return refuse(r, STR("has more values than cells, or two in one"));
		there[from->at[i].at] = true;
		(*ret)[from->at[i].at] = from->at[i].text;
	}
	return true;
}

static bool
take_cells(struct reading *r, struct jsonstat *j)
{
	if (!r->sparse && r->value.len != j->cells)
		return refuse(r, arena_printf(r->a, "has %zu values for %zu cells", r->value.len, j->cells));
	if (!spread(r, &r->value, j->cells, &j->value))
		return false;
	if (r->status.len == 0 && r->status_all.len == 0)
		return true;
	if (!spread(r, &r->status, j->cells, &j->status))
		return false;
	for (size_t i = 0; i < j->cells && r->status_all.len > 0; i++)
		j->status[i] = r->status_all;
	return true;
}

static bool
finish(struct reading *r, struct jsonstat *ret)
{
	struct jsonstat j = { .label = r->label, .source = r->source, .updated = r->updated, .cells = 1 };

	if (r->ids == 0)
		return refuse(r, r->code.len > 0 ? STR("is a refusal, no figures")
		    : STR("is no JSON-stat: it has no dimensions"));
	if (r->ids != r->sizes)
		return refuse(r, STR("has a dimension without a size"));
	j.dimension = ARENA_ARRAY(r->a, struct jsonstat_dimension, r->ids);
	j.dimensions = r->ids;
	for (size_t i = 0; i < r->ids; i++) {
		if (!take_dimension(r, i, &j.dimension[i]))
			return false;
		j.cells *= j.dimension[i].len;
		if (j.cells > JSONSTAT_CELLS_MAX)
			return refuse(r, STR("has more than 1,000,000 cells"));
	}
	if (!take_cells(r, &j))
		return false;
	*ret = j;
	return true;
}

static bool
parse(struct reading *r, struct str text)
{
	static const yajl_callbacks on = {
		.yajl_null = on_null, .yajl_boolean = on_boolean, .yajl_number = on_number,
		.yajl_string = on_text, .yajl_start_map = on_map, .yajl_map_key = on_key,
		.yajl_end_map = on_end, .yajl_start_array = on_array, .yajl_end_array = on_end,
	};
	yajl_handle h = yajl_alloc(&on, NULL, r);
	bool        ok;

	if (h == NULL)
		abort();
	ok = yajl_parse(h, (const unsigned char *)text.at, text.len) == yajl_status_ok &&
	    yajl_complete_parse(h) == yajl_status_ok;
	yajl_free(h);
	if (!ok)
		refuse(r, STR("is no JSON"));
	return ok && r->why.len == 0;
}

static struct str
without_mark(struct str text)
{
	return str_starts(text, STR("\xef\xbb\xbf")) ? str_slice(text, 3, text.len) : text;
}

bool
jsonstat_read(struct arena *a, struct str name, struct str text, struct diags *d,
              struct jsonstat *ret)
{
	struct reading *r = ARENA_NEW(a, struct reading);

	r->a = a;
	text = str_trim(without_mark(text));
	if (text.len > JSONSTAT_BYTES_MAX)
		refuse(r, STR("is longer than 64 MB"));
	else if (str_starts(text, STR("<")))
		refuse(r, STR("is a web page, no figures"));
	else if (text.len == 0 || utf8_check(text) != SIZE_MAX)
		refuse(r, STR("is no JSON in UTF-8"));
	else if (parse(r, text) && finish(r, ret))
		return true;
	return diag_error(d, name, 0, r->why, STR_NONE);
}

bool
jsonstat_refusal(struct arena *a, struct str text, struct str *code, struct str *message)
{
	struct reading *r = ARENA_NEW(a, struct reading);

	r->a = a;
	if (text.len > 65536 || utf8_check(text) != SIZE_MAX || !parse(r, without_mark(text)) ||
	    r->code.len == 0)
		return false;
	*code = r->code;
	*message = r->message;
	return true;
}

size_t
jsonstat_code(const struct jsonstat_dimension *d, struct str code)
{
	for (size_t i = 0; i < d->len; i++)
		if (str_eq(d->code[i], code))
			return i;
	return SIZE_MAX;
}

/* Read as a stream: each value is asked once where it stands, by the keys above it. */
#include "document/jsonstat.h"
#include "document/json_walk.h"

#define CATEGORIES_MAX 20000            /* in all: each is looked for among the others */
#define NOTES_MAX      ((size_t)1 << 16)

struct category {
	struct str code, text, unit;
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
	struct json_walk   walk;
	struct draft       draft[FIGURES_DIMENSIONS_MAX];
	size_t             drafts, categories;
	struct str         id[FIGURES_DIMENSIONS_MAX];
	enum figures_role role[FIGURES_DIMENSIONS_MAX];
	struct str         role_id[FIGURES_DIMENSIONS_MAX];
	size_t             size[FIGURES_DIMENSIONS_MAX];
	size_t             ids, sizes, roles;
	struct cells       value, status;
	bool               sparse;
	struct str         label, source, updated, status_all;
	struct str         code, message;       /* of a refusal */
	struct buf         note;
	bool               sides;       /* no cell is read */
};

static int
refuse(struct reading *r, struct str why)
{
	return json_refuse(&r->walk, why);
}

/* ---- where a value stands ---- */

/* The frame below what wraps a dataset of version 1. */
static const struct json_frame *
inner(const struct reading *r, size_t *depth)
{
	const struct json_walk *w = &r->walk;
	size_t                  skip = w->depth > 0 && !w->frame[0].array &&
	    str_eq(w->frame[0].key, STR("dataset")) && w->depth > 1;

	*depth = w->depth - skip;
	return w->frame + skip;
}

/* ---- dimensions ---- */

static struct draft *
draft_of(struct reading *r, struct str id)
{
	for (size_t i = 0; i < r->drafts; i++)
		if (str_eq(r->draft[i].id, id))
			return &r->draft[i];
	if (r->drafts == FIGURES_DIMENSIONS_MAX)
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

	if (!str_int(text, &n) || n < 0 || n > FIGURES_CELLS_MAX)
		return false;
	*ret = (size_t)n;
	return true;
}

static int
on_index(struct reading *r, struct draft *d, const struct json_frame *f, struct str text)
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

/* dimension.ID.category.index|label.CODE, dimension.ID.category.unit.CODE.base */
static int
on_category(struct reading *r, struct draft *d, const struct json_frame *f, size_t depth,
            struct str text)
{
	bool             unit = depth == 6 && json_is_key(&f[3], "unit") && json_is_key(&f[5], "base");
	struct category *c;

	if (depth == 5 && json_is_key(&f[3], "index"))
		return on_index(r, d, &f[4], text);
	if (f[4].array || !(unit || (depth == 5 && json_is_key(&f[3], "label"))))
		return 1;
	c = category_of(r, d, f[4].key);
	if (c == NULL)
		return refuse(r, STR("has too many codes"));
	*(unit ? &c->unit : &c->text) = str_dup(r->a, text);
	return 1;
}

/* `code`: what it is a note of; may be empty. */
static void
on_note(struct reading *r, struct str code, struct str text)
{
	if (code.len > 0)
		buf_putf(&r->note, STR_FMT ": ", STR_ARG(code));
	for (size_t i = 0; i < text.len; i++)
		buf_char(&r->note, text.at[i] == '\n' || text.at[i] == '\r' ? ' ' : text.at[i]);
	BUF_LIT(&r->note, "\n");
}

/* dimension.ID.label, dimension.ID.category, and notes of both. */
static int
on_dimension(struct reading *r, const struct json_frame *f, size_t depth, struct str text)
{
	struct draft *d;

	if (depth < 3 || f[1].array)
		return 1;
	d = draft_of(r, f[1].key);
	if (d == NULL)
		return refuse(r, STR("has too many dimensions"));
	if (depth == 3 && json_is_key(&f[2], "label"))
		d->label = str_dup(r->a, text);
	if (json_is_key(&f[2], "note"))
		on_note(r, STR_NONE, text);
	if (depth > 4 && json_is_key(&f[2], "category") && json_is_key(&f[3], "note"))
		on_note(r, f[4].array ? STR_NONE : f[4].key, text);
	return depth > 4 && json_is_key(&f[2], "category") ? on_category(r, d, f, depth, text) : 1;
}

/* ---- id, size, role ---- */

static int
on_role(struct reading *r, const struct json_frame *f, struct str text)
{
	static const struct {
		const char        *key;
		enum figures_role role;
	} roles[] = { { "time", FIGURES_TIME }, { "geo", FIGURES_GEO }, { "metric", FIGURES_METRIC } };

	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		if (!json_is_key(f, roles[i].key))
			continue;
		if (r->roles == FIGURES_DIMENSIONS_MAX)
			return refuse(r, STR("has too many dimensions"));
		r->role_id[r->roles] = str_dup(r->a, text);
		r->role[r->roles++] = roles[i].role;
	}
	return 1;
}

/* Whether it is one of the three, which stand at the top or, in version 1, within
 * "dimension". `f` is where they would be. */
static bool
on_shape(struct reading *r, const struct json_frame *f, size_t depth, struct str text, int *ret)
{
	*ret = 1;
	if (depth == 3 && json_is_key(f, "role") && f[2].array) {
		*ret = on_role(r, &f[1], text);
		return true;
	}
	if (depth != 2 || !f[1].array || !(json_is_key(f, "id") || json_is_key(f, "size")))
		return false;
	if (f[1].at >= FIGURES_DIMENSIONS_MAX)
		*ret = refuse(r, STR("has too many dimensions"));
	else if (json_is_key(f, "id"))
		r->id[r->ids++] = str_dup(r->a, text);
	else if (!read_size(text, &r->size[r->sizes++]))
		*ret = refuse(r, STR("has a dimension whose size is none, or too many cells"));
	if (r->ids > FIGURES_DIMENSIONS_MAX - 1 || r->sizes > FIGURES_DIMENSIONS_MAX - 1)
		*ret = refuse(r, STR("has too many dimensions"));
	return true;
}

/* ---- values ---- */

static int
on_cell(struct reading *r, struct cells *to, const struct json_frame *f, struct str text)
{
	size_t at = f->at;

	if (r->sides)
		return 1;
	if (!f->array && !read_size(f->key, &at))
		return refuse(r, STR("has a value at a place that is none"));
	if (to->len == FIGURES_CELLS_MAX)
		return refuse(r, STR("has more than 1,000,000 cells"));
	ARENA_GROW(r->a, to->at, to->len, &to->cap);
	to->at[to->len++] = (struct cell){ at, str_dup(r->a, text) };
	return 1;
}

static void
on_top(struct reading *r, const struct json_frame *f, struct str text)
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
		{ "error", offsetof(struct reading, message) },         /* PxWeb, version 1 */
		{ "title", offsetof(struct reading, message) },         /* and 2 */
	};

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (json_is_key(f, texts[i].key))
			*(struct str *)(void *)((char *)r + texts[i].to) = str_dup(r->a, text);
	if (json_is_key(f, "note"))
		on_note(r, STR_NONE, text);
}

static int
on_value(struct reading *r, struct str text)
{
	size_t                   depth;
	const struct json_frame *f = inner(r, &depth);
	int                      ret = 1;

	if (depth == 0)
		return refuse(r, STR("is no JSON-stat: it has no dataset"));
	if (depth == 1)
		on_top(r, f, text);
	else if (depth == 2 && json_is_key(f, "value"))
		return on_cell(r, &r->value, &f[1], text);
	else if (depth == 2 && json_is_key(f, "status"))
		return on_cell(r, &r->status, &f[1], text);
	else if (depth == 2 && json_is_key(f, "note"))
		on_note(r, STR_NONE, text);
	else if (on_shape(r, f, depth, text, &ret))
		return ret;
	else if (!json_is_key(f, "dimension") || on_shape(r, f + 1, depth - 1, text, &ret))
		return ret;
	else
		return on_dimension(r, f, depth, text);
	return 1;
}

static int
on_scalar(void *user, enum json_kind kind, struct str text)
{
	struct reading          *r = user;
	size_t                   depth;
	const struct json_frame *f = inner(r, &depth);

	switch (kind) {
	case JSON_TEXT:
	case JSON_NUMBER:
		return on_value(r, text);
	case JSON_NULL:
		return depth == 2 && json_is_key(f, "value") ? on_cell(r, &r->value, &f[1], STR_NONE) : 1;
	case JSON_TRUE:
	case JSON_FALSE:
		break;
	}
	return 1;
}

/* Values may be an object of those that are there. */
static int
on_open(void *user, bool array)
{
	struct reading          *r = user;
	size_t                   depth;
	const struct json_frame *f = inner(r, &depth);

	r->sparse = r->sparse || (!array && depth == 1 && json_is_key(f, "value"));
	return 1;
}

/* ---- the whole ---- */

static bool
take_dimension(struct reading *r, size_t i, struct figures_dimension *ret)
{
	struct draft *d = NULL;

	*ret = (struct figures_dimension){ .id = r->id[i], .len = r->size[i] };
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
	ret->unit = ARENA_ARRAY(r->a, struct str, ret->len + 1);
	if (ret->len == 1 && d->at[0].at == SIZE_MAX)
		d->at[0].at = 0;                /* a single category needs no index */
	for (size_t k = 0; k < d->len; k++) {
		const struct category *c = &d->at[k];

		if (c->code.len == 0 || c->at >= ret->len || ret->code[c->at].len > 0)
			return refuse(r, STR("has a code without a place of its own"));
		ret->code[c->at] = c->code;
		ret->text[c->at] = c->text;
		ret->unit[c->at] = c->unit;
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
take_cells(struct reading *r, struct figures *j)
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
finish(struct reading *r, struct figures *ret)
{
	struct figures j = { .label = r->label, .source = r->source, .updated = r->updated, .cells = 1,
	    .note = str_trim(str_dup(r->a, buf_str(&r->note))) };

	if (r->ids == 0)
		return refuse(r, r->code.len > 0 ? STR("is a refusal, no figures")
		    : STR("is no JSON-stat: it has no dimensions"));
	if (r->ids != r->sizes)
		return refuse(r, STR("has a dimension without a size"));
	j.dimension = ARENA_ARRAY(r->a, struct figures_dimension, r->ids);
	j.dimensions = r->ids;
	for (size_t i = 0; i < r->ids; i++) {
		if (!take_dimension(r, i, &j.dimension[i]))
			return false;
		j.cells = r->sides ? 0 : j.cells * j.dimension[i].len;
		if (j.cells > FIGURES_CELLS_MAX)
			return refuse(r, STR("has more than 1,000,000 cells"));
	}
	if (!r->sides && !take_cells(r, &j))
		return false;
	*ret = j;
	return true;
}

static struct reading *
open_reading(struct arena *a)
{
	struct reading *r = ARENA_NEW(a, struct reading);

	r->a = a;
	r->walk = (struct json_walk){ .a = a, .user = r, .scalar = on_scalar, .open = on_open };
	buf_init(&r->note, NOTES_MAX);
	return r;
}

static bool
read_all(struct arena *a, struct str name, struct str text, bool sides, struct diags *d,
         struct figures *ret)
{
	struct reading *r = open_reading(a);
	bool            ok;

	r->sides = sides;
	ok = json_walk(&r->walk, text) && finish(r, ret);
	buf_free(&r->note);
	return ok || diag_error(d, name, 0, r->walk.why, STR_NONE);
}

bool
jsonstat_read(struct arena *a, struct str name, struct str text, struct diags *d,
              struct figures *ret)
{
	return read_all(a, name, text, false, d, ret);
}

bool
jsonstat_read_sides(struct arena *a, struct str name, struct str text, struct diags *d,
                    struct figures *ret)
{
	return read_all(a, name, text, true, d, ret);
}

bool
jsonstat_refusal(struct arena *a, struct str text, struct str *code, struct str *message)
{
	struct reading *r = open_reading(a);
	bool            ok = text.len <= 65536 && json_walk(&r->walk, text);

	buf_free(&r->note);
	if (!ok || (r->code.len == 0 && r->message.len == 0) || r->ids > 0)
		return false;
	*code = r->code;
	*message = r->message;
	return true;
}

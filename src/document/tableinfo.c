#include "document/tableinfo.h"
#include "document/json_walk.h"

#define CODES_MAX 200000                /* of all variables */

struct reading {
	struct arena            *a;
	struct json_walk         walk;
	struct figures           to;
	struct figures_dimension dimension[FIGURES_DIMENSIONS_MAX];
	size_t                   cap[FIGURES_DIMENSIONS_MAX][2], texts, codes;
	struct tableinfo_limits  limits;
	bool                     limited;
};

static int
add_code(struct reading *r, size_t v, struct str code)
{
	struct figures_dimension *d = &r->dimension[v];

	if (r->codes++ == CODES_MAX)
		return json_refuse(&r->walk, STR("has too many codes"));
	ARENA_GROW(r->a, d->code, d->len, &r->cap[v][0]);
	ARENA_GROW(r->a, d->text, d->len, &r->cap[v][1]);
	d->code[d->len] = str_dup(r->a, code);
	d->text[d->len++] = STR_NONE;
	return 1;
}

/* variables[v].values[i], .values[i].id|text, .valueTexts[i] */
static int
on_value(struct reading *r, size_t v, const struct json_frame *f, size_t depth, struct str text)
{
	struct figures_dimension *d = &r->dimension[v];
	bool                      object = depth == 5 && !f[4].array;

	if (!f[3].array)
		return 1;
	if (json_is_key(&f[2], "values") && (depth == 4 || (object && json_is_key(&f[4], "id"))))
		return add_code(r, v, text);
	if (json_is_key(&f[2], "values") && object && json_is_key(&f[4], "text") && d->len == f[3].at + 1)
		d->text[d->len - 1] = str_dup(r->a, text);
	if (json_is_key(&f[2], "valueTexts") && depth == 4 && f[3].at < d->len)
		d->text[f[3].at] = str_dup(r->a, text);
	return 1;
}

static int
on_variable(struct reading *r, const struct json_frame *f, size_t depth, enum json_kind kind,
            struct str text)
{
	size_t                    v = f[1].at;
	struct figures_dimension *d = &r->dimension[v];

	if (v >= FIGURES_DIMENSIONS_MAX)
		return json_refuse(&r->walk, STR("has too many dimensions"));
	if (v >= r->to.dimensions)
		r->to.dimensions = v + 1;
	if (depth > 3)
		return on_value(r, v, f, depth, text);
	if (json_is_key(&f[2], "id") || json_is_key(&f[2], "code"))
		d->id = str_dup(r->a, text);
	else if (json_is_key(&f[2], "text"))
		d->label = str_dup(r->a, text);
	else if (json_is_key(&f[2], "elimination"))
		d->optional = kind == JSON_TRUE;
	else if (json_is_key(&f[2], "time") && kind == JSON_TRUE)
		d->role = FIGURES_TIME;
	return 1;
}

static void
on_top(struct reading *r, const struct json_frame *f, struct str text)
{
	static const struct {
		const char *key;
		size_t      to;
	} texts[] = {
		{ "text", offsetof(struct figures, label) }, { "title", offsetof(struct figures, label) },
		{ "unit", offsetof(struct figures, unit) }, { "updated", offsetof(struct figures, updated) },
		{ "footnote", offsetof(struct figures, note) },
	}, numbers[] = {
		{ "maxCells", offsetof(struct tableinfo_limits, cells) },
		{ "maxDataCells", offsetof(struct tableinfo_limits, cells) },
		{ "maxValues", offsetof(struct tableinfo_limits, values) },
		{ "maxCalls", offsetof(struct tableinfo_limits, calls) },
		{ "maxCallsPerTimeWindow", offsetof(struct tableinfo_limits, calls) },
		{ "timeWindow", offsetof(struct tableinfo_limits, seconds) },
	};
	int64_t n;

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		if (json_is_key(f, texts[i].key))
			*(struct str *)(void *)((char *)&r->to + texts[i].to) = str_dup(r->a, text);
	for (size_t i = 0; i < COUNT_OF(numbers); i++) {
		if (!json_is_key(f, numbers[i].key) || !str_int(text, &n) || n < 0)
			continue;
		*(int64_t *)(void *)((char *)&r->limits + numbers[i].to) = n;
		r->limited = true;
	}
}

static int
on_scalar(void *user, enum json_kind kind, struct str text)
{
	struct reading          *r = user;
	const struct json_frame *f = r->walk.frame;
	size_t                   depth = r->walk.depth;

	if (depth == 1)
		on_top(r, f, text);
	else if (depth == 2 && json_is_key(f, "footnote") && json_is_key(&f[1], "text"))
		r->to.note = str_dup(r->a, text);
	else if (depth >= 3 && json_is_key(f, "variables") && f[1].array && !f[2].array)
		return on_variable(r, f, depth, kind, text);
	return 1;
}

static struct reading *
open_reading(struct arena *a)
{
	struct reading *r = ARENA_NEW(a, struct reading);

	r->a = a;
	r->walk = (struct json_walk){ .a = a, .user = r, .scalar = on_scalar };
	return r;
}

/* Empty: it is whole. */
static struct str
flaw_of(const struct reading *r)
{
	if (r->to.dimensions == 0)
		return STR("does not describe a table");
	for (size_t i = 0; i < r->to.dimensions; i++)
		if (r->dimension[i].id.len == 0 || r->dimension[i].len == 0)
			return STR("describes a variable without a name or codes");
	return STR_NONE;
}

bool
tableinfo_read(struct arena *a, struct str name, struct str text, struct diags *d,
               struct figures *ret)
{
	struct reading *r = open_reading(a);

	if (!json_walk(&r->walk, text))
		return diag_error(d, name, 0, r->walk.why, STR_NONE);
	if (flaw_of(r).len > 0)
		return diag_error(d, name, 0, flaw_of(r), STR_NONE);
	r->to.dimension = r->dimension;
	*ret = r->to;
	return true;
}

bool
tableinfo_limits(struct arena *a, struct str text, struct tableinfo_limits *ret)
{
	struct reading *r = open_reading(a);

	if (!json_walk(&r->walk, text) || !r->limited)
		return false;
	*ret = r->limits;
	return true;
}

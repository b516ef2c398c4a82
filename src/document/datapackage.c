#include "document/datapackage.h"
#include "document/json_walk.h"

#define RESOURCES_MAX 200

struct reading {
	struct json_walk   walk;
	struct datapackage list;
	struct str         path[RESOURCES_MAX];
	size_t             resources;           /* that have begun */
};

/* A plain name in the folder itself. */
static bool
is_plain(struct str path)
{
	if (path.len == 0 || path.at[0] == '.')
		return false;
	for (size_t i = 0; i < path.len; i++)
		if (path.at[i] == '/' || path.at[i] == '\\')
			return false;
	return true;
}

static bool
is_in_resources(const struct json_walk *w)
{
	return w->depth > 1 && json_is_key(w->frame, "resources") && w->frame[1].array;
}

/* Each resource is an object with one path. */
static int
no_path(struct reading *r)
{
	return json_refuse(&r->walk, STR("a resource has no path in this folder"));
}

static int
on_open(void *user, bool array)
{
	struct reading *r = user;

	if (!is_in_resources(&r->walk) || r->walk.depth > 2)
		return 1;
	if (r->resources == RESOURCES_MAX)
		return json_refuse(&r->walk, STR("lists too many resources"));
	if (array || r->list.len < r->resources)
		return no_path(r);
	r->resources++;
	return 1;
}

static int
on_scalar(void *user, enum json_kind kind, struct str text)
{
	struct reading *r = user;

	if (!is_in_resources(&r->walk))
		return 1;
	if (r->walk.depth == 2)
		return no_path(r);
	if (r->walk.depth > 3 || !json_is_key(&r->walk.frame[2], "path"))
		return 1;
	if (kind != JSON_TEXT || !is_plain(text) || r->list.len == r->resources)
		return no_path(r);
	r->path[r->list.len++] = str_dup(r->walk.a, text);
	return 1;
}

bool
datapackage_read(struct arena *a, struct str name, struct str text, struct diags *d,
                 struct datapackage *ret)
{
	struct reading *r = ARENA_NEW(a, struct reading);

	r->walk = (struct json_walk){ .a = a, .user = r, .scalar = on_scalar, .open = on_open };
	if (json_walk(&r->walk, text) && r->resources == 0)
		json_refuse(&r->walk, STR("lists no resources"));
	else if (r->walk.why.len == 0 && r->list.len < r->resources)
		(void)no_path(r);
	if (r->walk.why.len > 0)
		return diag_error(d, name, 0, r->walk.why, STR("name the folder that 'pejl dump' wrote"));
	r->list.path = r->path;
	*ret = r->list;
	return true;
}

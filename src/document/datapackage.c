#include "document/datapackage.h"
#include "base/utf8.h"
#include <yajl/yajl_tree.h>

#define RESOURCES_MAX 200
#define DEPTH_MAX     64

static bool
refuse(struct diags *d, struct str name, struct str message)
{
	return diag_error(d, name, 0, message, STR("name the folder that 'pejl dump' wrote"));
}

/* A plain name in the folder itself. An escape such as \uDDDD is no letter. */
static bool
is_plain(struct str path)
{
	if (path.len == 0 || path.at[0] == '.' || utf8_check(path) != SIZE_MAX)
		return false;
	for (size_t i = 0; i < path.len; i++)
		if (path.at[i] == '/' || path.at[i] == '\\')
			return false;
	return true;
}

static bool
read_resources(struct arena *a, struct str name, yajl_val resources, struct diags *d,
               struct datapackage *ret)
{
	const char        *key[] = { "path", NULL };
	struct datapackage p = { 0 };
	size_t             n = resources->u.array.len;

	if (n == 0 || n > RESOURCES_MAX)
		return refuse(d, name, STR("lists no resources"));
	p.path = ARENA_ARRAY(a, struct str, n);
	for (size_t i = 0; i < n; i++) {
		yajl_val v = resources->u.array.values[i];
		char    *path;

		v = YAJL_IS_OBJECT(v) ? yajl_tree_get(v, key, yajl_t_string) : NULL;
		path = v == NULL ? NULL : YAJL_GET_STRING(v);
		if (path == NULL || !is_plain(str_from(path)))
			return refuse(d, name, STR("a resource has no path in this folder"));
		p.path[p.len++] = str_dup(a, str_from(path));
	}
	*ret = p;
	return true;
}

/* How deep brackets nest, outside strings. The parser's tree is built and freed by
 * recursion, so that depth is bounded before it is asked. */
static size_t
depth_of(struct str text)
{
	size_t depth = 0, most = 0;
	bool   quoted = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c == '"')
			quoted = !quoted;
		else if (quoted)
			i += c == '\\';
		else if (c == '{' || c == '[')
			depth++;
		else if ((c == '}' || c == ']') && depth > 0)
			depth--;
		most = depth > most ? depth : most;
	}
	return most;
}

bool
datapackage_read(struct arena *a, struct str name, struct str text, struct diags *d,
                 struct datapackage *ret)
{
	const char *key[] = { "resources", NULL };
	struct str  copy = str_dup(a, text);       /* with its NUL */
	char        why[256];
	yajl_val    root, resources;
	bool        ok;

	if (utf8_check(text) != SIZE_MAX)
		return refuse(d, name, STR("is not valid UTF-8"));
	if (depth_of(text) > DEPTH_MAX)
		return refuse(d, name, STR("is nested too deeply"));
	root = yajl_tree_parse(copy.at, why, sizeof why);
	if (root == NULL)
		return refuse(d, name, STR("is no JSON"));
	resources = YAJL_IS_OBJECT(root) ? yajl_tree_get(root, key, yajl_t_array) : NULL;
	if (resources == NULL)
		ok = refuse(d, name, STR("lists no resources"));
	else
		ok = read_resources(a, name, resources, d, ret);
	yajl_tree_free(root);
	return ok;
}

#include "web/handlers.h"

const struct route route_table[] = {
	{
		.method = METHOD_GET, .path = STR_INIT("/"), .access = ACCESS_PUBLIC,
		.handle = handle_start, .summary = "To the barometer in the reader's language",
	},
	{
		.method = METHOD_GET, .path = STR_INIT("/:lang"), .access = ACCESS_PUBLIC,
		.handle = handle_bare, .summary = "To the barometer",
	},
	{
		.method = METHOD_GET, .path = STR_INIT("/:lang/"), .access = ACCESS_PUBLIC,
		.handle = handle_barometer, .summary = "The barometer: every target with its verdict",
	},
	{
		.method = METHOD_GET, .path = STR_INIT("/assets/pejl.css"), .access = ACCESS_PUBLIC,
		.handle = handle_style, .summary = "The style sheet",
	},
	{
		.method = METHOD_GET, .path = STR_INIT("/assets/pejl.svg"), .access = ACCESS_PUBLIC,
		.handle = handle_icon, .summary = "The icon",
	},
	{
		.method = METHOD_GET, .path = STR_INIT("/healthz"), .access = ACCESS_PUBLIC,
		.handle = handle_health, .summary = "Is the process alive?",
	},
};
const size_t route_count = COUNT_OF(route_table);

bool
route_language(struct str path, bool *danish)
{
	struct str head = str_slice(path, 0, 3);

	if (path.len > 3 && path.at[3] != '/')
		return false;
	if (!str_eq(head, STR("/da")) && !str_eq(head, STR("/en")))
		return false;
	*danish = str_eq(head, STR("/da"));
	return true;
}

const struct route *
route_find(struct str path, bool *danish)
{
	static const struct str lang = STR_INIT("/:lang");

	for (size_t i = 0; i < route_count; i++) {
		const struct route *r = &route_table[i];
		struct str          rest = str_slice(r->path, lang.len, r->path.len);

		if (!str_starts(r->path, lang)) {
			if (str_eq(r->path, path))
				return r;
		} else if (route_language(path, danish) &&
		    str_eq(rest, str_slice(path, 3, path.len))) {
			return r;
		}
	}
	return NULL;
}

#include "web/site_source.h"

/* A release is frozen, and so is what is made of it: its tree and its page are of one hash.
 * A picture is drawn anew when picture_card() does it in another way. */
static const struct {
	struct str folder, ending, from, how;
} made[] = {
	{ STR_INIT("/api/v1/indicators/"), STR_INIT(".png"), STR_INIT(".svg"), STR_INIT("card 1") },
	{ STR_INIT("/api/v1/releases/"), STR_INIT(".pdf"), STR_INIT(".html"), STR_INIT("release") },
	{ STR_INIT("/api/v1/releases/"), STR_INIT(".docx"), STR_INIT(".html"), STR_INIT("release") },
};

bool
site_source(struct arena *a, struct str target, struct str *ret, struct str *how)
{
	struct str query = target, path = str_cut(&query, '?');

	for (size_t i = 0; i < COUNT_OF(made); i++) {
		if (!str_starts(path, made[i].folder) || !str_ends(path, made[i].ending))
			continue;
		*ret = arena_printf(a, STR_FMT STR_FMT "%s" STR_FMT,
		    STR_ARG(str_slice(path, 0, path.len - made[i].ending.len)), STR_ARG(made[i].from),
		    query.len > 0 ? "?" : "", STR_ARG(query));
		*how = made[i].how;
		return true;
	}
	return false;
}

#include "port/hash.h"
#include "port/input.h"
#include "web/address.h"
#include "web/site.h"
#include "web/site_name.h"
#include "web/site_sums.h"

#define FILE_MAX ((size_t)256 << 20)

struct checking {
	struct arena *a;
	struct diags *diags;
	struct sums   sums;
	struct str    folder, file;     /* the page that is looked at */
	size_t        links;
};

/* "../a/b.html" of a page in "da/x.html" as "a/b.html"; false: out of the site. */
static bool
resolve(struct arena *a, struct str from, struct str to, struct str *ret)
{
	struct str folder = from;

	/* the page of what is not there is shown at any address */
	if (str_starts(to, STR("/")) && str_ends(from, STR("404.html"))) {
		*ret = str_slice(to, 1, to.len);
		return true;
	}
	while (folder.len > 0 && folder.at[folder.len - 1] != '/')
		folder.len--;
	while (str_starts(to, STR("../"))) {
		if (folder.len == 0)
			return false;
		folder.len--;
		while (folder.len > 0 && folder.at[folder.len - 1] != '/')
			folder.len--;
		to = str_slice(to, 3, to.len);
	}
	if (str_starts(to, STR("./")))
		to = str_slice(to, 2, to.len);
	*ret = arena_printf(a, STR_FMT STR_FMT, STR_ARG(folder), STR_ARG(to));
	return true;
}

/* One that leads to another site, or to no page. */
static bool
is_elsewhere(struct str target)
{
	size_t colon = str_find(target, STR(":"), 0), slash = str_find(target, STR("/"), 0);

	return colon != SIZE_MAX && (slash == SIZE_MAX || colon < slash);
}

static struct str
look(void *of, struct str target)
{
	struct checking *k = of;
	struct str       plain, file;

	if (is_elsewhere(target))
		return STR_NONE;
	k->links++;
	plain = str_cut(&target, '?');
	if (!address_decode(k->a, plain, false, &plain) || !resolve(k->a, k->file, plain, &file) ||
	    sums_find(&k->sums, file).len == 0)
		(void)diag_error(k->diags, k->file, 0,
		    arena_printf(k->a, "links to " STR_FMT ", which is not there", STR_ARG(plain)),
		    STR("publish again"));
	return STR_NONE;
}

static void
check_file(struct checking *k, const struct sum *sum)
{
	struct arena a = { 0 };
	struct buf   b;
	struct str   bytes;
	size_t       errors = k->diags->errors;

	k->file = sum->file;
	if (input_read(&a, arena_printf(&a, STR_FMT "/" STR_FMT, STR_ARG(k->folder), STR_ARG(sum->file)),
	        FILE_MAX, k->diags, &bytes) && !str_eq(hash_of(&a, bytes), sum->hash))
		(void)diag_error(k->diags, sum->file, 0, STR("is not as it was written"), STR("publish again"));
	if (errors == k->diags->errors && str_ends(sum->file, STR(".html"))) {
		buf_init(&b, 0);
		site_relink(&b, bytes, look, k);
		buf_free(&b);
	}
	arena_free(&a);
}

bool
site_check(struct arena *a, struct str folder, struct diags *d, size_t *files, size_t *links)
{
	struct arena    turn = { 0 };
	struct checking k = { .a = &turn, .diags = d, .folder = folder };
	size_t          errors = d->errors;
	struct str      text;

	if (!input_read(a, arena_printf(a, STR_FMT "/" SUMS_FILE, STR_ARG(folder)), FILE_MAX, d, &text))
		return false;
	if (!sums_read(a, text, &k.sums))
		return diag_error(d, folder, 0, STR("is no published site"), STR("name one"));
	for (size_t i = 0; i < k.sums.len; i++) {
		check_file(&k, &k.sums.at[i]);
		arena_reset(&turn);
	}
	arena_free(&turn);
	*files = k.sums.len;
	*links = k.links;
	return d->errors == errors;
}

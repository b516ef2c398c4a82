#include "web/site_name.h"
#include "base/untag.h"
#include "view/lang.h"
#include "web/query.h"

#define NAME_MAX_BYTES 200              /* of one file; most systems take 255 */

/* Beside the pages of a language, what is published: all under it. */
static const struct str folders[] = { STR_INIT("/api/v1/"), STR_INIT("/assets/") };

/* Behind the language or at the root, what only a server can do. */
static const struct str left_out[] = {
	STR_INIT("work"), STR_INIT("login"), STR_INIT("report-error"), STR_INIT("subscribe"),
};

static bool
is_left_out(struct str path)
{
	for (size_t i = 0; i < COUNT_OF(left_out); i++)
		if (str_starts(path, left_out[i]) && (path.len == left_out[i].len ||
		    path.at[left_out[i].len] == '/'))
			return true;
	return false;
}

/* Under a language: what is behind it. */
static bool
is_page(struct str path, struct str *rest)
{
	struct str  behind = str_slice(path, 1, path.len), code = str_cut(&behind, '/');
	struct lang l;

	if (code.len + 1 == path.len || !lang_find(code, &l))
		return false;
	*rest = behind;
	return true;
}

static bool
is_published(struct str path, bool *page)
{
	struct str rest;

	*page = false;
	for (size_t i = 0; i < COUNT_OF(folders); i++)
		if (str_starts(path, folders[i]))
			return path.len > folders[i].len;
	*page = is_page(path, &rest);
	if (*page)
		return !is_left_out(rest);
	return str_starts(path, STR("/catalog.")) || str_eq(path, STR("/")) ||
	    str_eq(path, STR("/was")) || str_eq(path, STR("/api/v1"));
}

/* Where ".csv" begins; its length when there is none. */
static size_t
extension_of(struct str path)
{
	for (size_t i = path.len; i > 0 && path.at[i - 1] != '/'; i--)
		if (path.at[i - 1] == '.')
			return i - 1;
	return path.len;
}

/* What is not a page under a language; the key of a thing may hold a dot. */
static bool
is_known(struct str extension)
{
	return str_eq(extension, STR(".atom")) || str_eq(extension, STR(".png"));
}

/* Made by programs of others, a second each, and by the page itself from the server alone. */
static bool
is_dear(struct str path, struct str extension)
{
	return str_starts(path, STR("/api/v1/reports/")) &&
	    (str_eq(extension, STR(".pdf")) || str_eq(extension, STR(".docx")));
}

struct str
site_newest(struct arena *a, struct str target)
{
	struct str query = target, path = str_cut(&query, '?'), kept = STR_NONE;

	if (str_find(query, STR("as_of="), 0) == SIZE_MAX)
		return target;
	while (query.len > 0) {
		struct str one = str_cut(&query, '&');

		if (!str_starts(one, STR("as_of=")))
			kept = arena_printf(a, STR_FMT "%s" STR_FMT, STR_ARG(kept), kept.len == 0 ? "?" : "&", STR_ARG(one));
	}
	return arena_printf(a, STR_FMT STR_FMT, STR_ARG(path), STR_ARG(kept));
}

bool
site_file(struct arena *a, struct str target, struct str *ret)
{
	struct str query = target, path = str_cut(&query, '?'), stem, extension;
	bool       page;
	size_t     dot;

	if (path.len == 0 || path.at[0] != '/' || str_starts(path, STR("//")) || !is_published(path, &page))
		return false;
	/* a text of the register may look like an address: it names no file outside the folder */
	if (str_find(path, STR("/."), 0) != SIZE_MAX || str_find(query, STR("/"), 0) != SIZE_MAX)
		return false;
	dot = extension_of(path);
	if (is_dear(path, str_slice(path, dot, path.len)))
		return false;
	if (page && !is_known(str_slice(path, dot, path.len)))
		dot = path.len;
	stem = str_slice(path, 1, dot);
	extension = str_slice(path, dot, path.len);
	if (extension.len == 0)
		extension = str_starts(path, STR("/api/")) ? STR(".json") : STR(".html");
	if (path.at[path.len - 1] == '/')
		stem = arena_printf(a, STR_FMT "index", STR_ARG(stem));
	if (query.len > NAME_MAX_BYTES)
		return false;
	*ret = arena_printf(a, STR_FMT "%s" STR_FMT STR_FMT, STR_ARG(stem), query.len > 0 ? "~" : "",
	    STR_ARG(query), STR_ARG(extension));
	return true;
}

struct str
site_relative(struct arena *a, struct str from, struct str to)
{
	struct buf b;
	struct str s;
	size_t     same = 0;

	buf_init(&b, 4096);
	for (size_t i = 0; i < from.len && i < to.len && from.at[i] == to.at[i]; i++)
		if (from.at[i] == '/')
			same = i + 1;
	for (size_t i = same; i < from.len; i++)
		if (from.at[i] == '/')
			BUF_LIT(&b, "../");
	/* what is a scheme to a browser, or an empty address, is neither */
	if (b.len == 0 && str_find(str_slice(to, same, to.len), STR(":"), 0) != SIZE_MAX)
		BUF_LIT(&b, "./");
	for (size_t i = same; i < to.len; i++)
		if (to.at[i] == '%' || to.at[i] == '?' || to.at[i] == '#')
			buf_putf(&b, "%%%02X", (unsigned)(unsigned char)to.at[i]);
		else
			buf_char(&b, to.at[i]);
	s = str_dup(a, buf_str(&b));
	buf_free(&b);
	return s;
}

/* ---- links ---- */

/* Where the value of the next attribute that leads somewhere begins; SIZE_MAX: none. Our
 * pages write attributes in one way, and escape every quotation mark of a text. */
static size_t
next_address(struct str html, size_t from)
{
	static const struct {
		struct str name, begins;
	} leads[] = {
		{ STR_INIT(" href=\""), STR_INIT("") }, { STR_INIT(" src=\""), STR_INIT("") },
		{ STR_INIT(" action=\""), STR_INIT("") },
		/* what is told to others is whole; other contents are words */
		{ STR_INIT(" content=\""), STR_INIT("https://") }, { STR_INIT(" content=\""), STR_INIT("http://") },
	};

	for (size_t at = from; (at = str_find(html, STR("=\""), at)) != SIZE_MAX; at++)
		for (size_t i = 0; i < COUNT_OF(leads); i++) {
			size_t end = at + STR("=\"").len;

			if (str_ends(str_slice(html, 0, end), leads[i].name) &&
			    str_starts(str_slice(html, end, html.len), leads[i].begins))
				return end;
		}
	return SIZE_MAX;
}

void
site_relink(struct buf *b, struct str html, site_leads *leads, void *of)
{
	struct arena a = { 0 };
	size_t       done = 0, at;

	while ((at = next_address(html, done)) != SIZE_MAX) {
		size_t     end = str_find(html, STR("\""), at);
		struct str value, target, to;

		end = end == SIZE_MAX ? html.len : end;
		value = untag(&a, str_slice(html, at, end));
		target = value;
		target = str_cut(&target, '#');
		to = target.len == 0 ? STR_NONE : leads(of, target);
		buf_put(b, str_slice(html, done, at));
		if (to.len > 0) {
			buf_put(b, to);
			buf_put(b, str_slice(value, target.len, value.len));
		} else {
			buf_put(b, str_slice(html, at, end));
		}
		done = end;
	}
	buf_put(b, str_slice(html, done, html.len));
	arena_free(&a);
}

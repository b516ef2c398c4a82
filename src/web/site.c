#include "web/site.h"
#include "core/calendar.h"
#include "port/clock.h"
#include "port/folder.h"
#include "port/hash.h"
#include "port/input.h"
#include "port/swap.h"
#include "view/asset.h"
#include "view/lang.h"
#include "web/answer.h"
#include "web/service.h"
#include "web/site_lines.h"
#include "web/site_name.h"
#include "web/site_sums.h"
#include "web/site_words.h"
#include <string.h>

#define TARGETS_MAX ((size_t)1000000)
#define PROGRAM_MAX ((size_t)256 << 20)
#define SUMS_MAX    ((size_t)256 << 20)
#define ORIGIN_FILE "pejl-site.txt"

/* An address that was linked to, and its file. */
struct linked {
	struct str target, file;
};

struct making {
	struct arena      *a;           /* of everything that lasts */
	struct arena       turn;        /* of one answer */
	struct answering   with;
	struct service     service;
	struct swap        swap;
	struct sums        before, now;
	struct linked     *at;          /* in the order they were found */
	size_t             len, cap;
	struct keys        files;       /* numbered as they stand there */
	struct str         file;        /* that is being made */
	struct site_lines  lines;
	struct site_words  words;
	struct site_made   made;
};

/* ---- what is linked to ---- */

/* The file of an address, which will be made, too; empty: it is not published. */
static struct str
link_to(struct making *m, struct str target)
{
	struct str file;
	size_t     n;

	target = site_lines_page(&m->lines, &m->with, m->a, site_newest(&m->turn, target));
	if (!site_file(&m->turn, target, &file) || m->len >= TARGETS_MAX)
		return STR_NONE;
	n = keys_find(&m->files, 0, file);
	if (n == 0) {
		ARENA_GROW(m->a, m->at, m->len, &m->cap);
		m->at[m->len] = (struct linked){ str_dup(m->a, target), str_dup(m->a, file) };
		n = keys_add(m->a, &m->files, 0, m->at[m->len++].file);
	}
	return m->at[n - 1].file;
}

static struct str
leads(void *of, struct str target)
{
	struct making *m = of;
	struct str     file = link_to(m, target);

	return file.len == 0 ? STR_NONE : site_relative(&m->turn, m->file, file);
}

/* Addresses of the API that its answers name. */
static void
follow_json(struct making *m, struct str json)
{
	const struct str mark = STR("\"/api/v1/");

	for (size_t at = 0; (at = str_find(json, mark, at)) != SIZE_MAX; at++) {
		size_t end = str_find(json, STR("\""), at + 1);

		/* "{id}" stands in the description of the API */
		if (end != SIZE_MAX && memchr(json.at + at, '{', end - at) == NULL)
			(void)link_to(m, str_slice(json, at + 1, end));
	}
}

/* ---- files ---- */

static bool
put_file(struct making *m, struct str file, struct str bytes)
{
	struct str hash = hash_of(m->a, bytes);
	bool       same = str_eq(sums_find(&m->before, file), hash);

	sums_add(m->a, &m->now, str_dup(m->a, file), hash);
	m->made.files++;
	m->made.bytes += bytes.len;
	if (same && swap_keep(&m->swap, file))
		return true;
	m->made.written++;
	return swap_put(&m->swap, file, bytes);
}

/* What leads on, where no server can. */
static bool
put_redirect(struct making *m, struct str to)
{
	struct str href = str_starts(to, STR("/")) ? leads(m, to) : to, html;
	struct buf b;
	bool       ok;

	if (href.len == 0)
		return true;
	buf_init(&b, 65536);
	HTML(&b, "<!DOCTYPE html>\n<html lang=\"da\">\n<head>\n<meta charset=\"utf-8\">\n<title>Pejl</title>\n"
	    "<meta http-equiv=\"refresh\"");
	html_attr(&b, "content", arena_printf(&m->turn, "0; url=" STR_FMT, STR_ARG(href)));
	HTML(&b, ">\n</head>\n<body>\n<p><a");
	html_attr(&b, "href", href);
	HTML(&b, ">Pejl</a></p>\n</body>\n</html>\n");
	html = buf_str(&b);
	ok = put_file(m, m->file, html);
	buf_free(&b);
	return ok;
}

static bool
put_page(struct making *m, struct str html)
{
	struct buf b;
	bool       ok;

	buf_init(&b, HTTPD_REPLY_MAX);
	site_relink(&b, html, leads, m);
	site_words_add(m->a, &m->words, m->file, html);
	ok = buf_ok(&b) && put_file(m, m->file, buf_str(&b));
	m->made.pages++;
	buf_free(&b);
	return ok;
}

static bool
put_answer(struct making *m, struct str target, const struct http_reply *re)
{
	struct str media = answer_header(re, STR("Content-Type"));

	if (re->status >= 300 && re->status < 400)
		return put_redirect(m, answer_header(re, STR("Location")));
	if (re->status == 404 || re->status == 410)     /* site_check() tells whose link it is */
		return true;
	if (re->status != 200)
		return diag_error(m->swap.diags, target, 0,
		    arena_printf(m->a, "answers with status %d", re->status),
		    STR("run 'pejl db check'; nothing was published"));
	if (str_starts(media, STR("text/html")) || str_starts(media, STR("application/atom+xml")))
		return put_page(m, buf_str(&re->body));
	if (str_starts(media, STR("application/json")))
		follow_json(m, buf_str(&re->body));
	return put_file(m, m->file, buf_str(&re->body));
}

static bool
make_one(struct making *m, struct linked what)
{
	struct http_reply re;
	bool              ok;

	m->file = what.file;
	answer_get(&m->with, what.target, &m->turn, &re);
	ok = put_answer(m, what.target, &re);
	buf_free(&re.body);
	arena_reset(&m->turn);
	return ok;
}

/* All that pages load, whichever page does. */
static void
link_assets(struct making *m)
{
	struct asset f;

	for (size_t i = 0; asset_at(i, &f); i++)
		(void)link_to(m, arena_printf(m->a, "/assets/" STR_FMT "/" STR_FMT, STR_ARG(f.hash), STR_ARG(f.name)));
}

/* ---- what is nobody's address ---- */

/* The headers of a page, as several hosts of files take them. */
static bool
put_headers(struct making *m)
{
	static const char *const names[] = {
		"Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options",
		"Cross-Origin-Opener-Policy", "Referrer-Policy",
	};
	struct http_reply re;
	struct buf        b;
	bool              ok;

	answer_get(&m->with, STR("/da/"), &m->turn, &re);
	buf_init(&b, 65536);
	BUF_LIT(&b, "/*\n");
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct str value = answer_header(&re, str_from(names[i]));

		if (value.len > 0)
			buf_putf(&b, "  %s: " STR_FMT "\n", names[i], STR_ARG(value));
	}
	BUF_LIT(&b, "/*/embed/*\n  ! X-Frame-Options\n  ! Content-Security-Policy\n  Content-Security-Policy: "
	    "frame-ancestors *\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
	    "/api/*\n  Access-Control-Allow-Origin: *\n");
	ok = put_file(m, STR("_headers"), buf_str(&b));
	buf_free(&re.body);
	buf_free(&b);
	return ok;
}

/* Shown at any address: its links stay as they are, from the root of the host. */
static bool
put_missing(struct making *m)
{
	struct http_reply re;
	bool              ok;

	answer_get(&m->with, STR("/da/404"), &m->turn, &re);
	ok = put_file(m, STR("404.html"), buf_str(&re.body));
	buf_free(&re.body);
	return ok;
}

/* What search engines read: each page, but not the lists of a choice. */
static bool
put_map(struct making *m, struct str url)
{
	struct buf b, robots;
	bool       ok;

	buf_init(&b, HTTPD_REPLY_MAX);
	buf_init(&robots, 65536);
	BUF_LIT(&robots, "User-agent: *\nAllow: /\n");
	if (url.len > 0) {
		buf_putf(&robots, "Sitemap: " STR_FMT "/sitemap.xml\n", STR_ARG(url));
		HTML(&b, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
		for (size_t i = 0; i < m->len; i++) {
			if (!str_ends(m->at[i].file, STR(".html")) ||
			    str_find(m->at[i].file, STR("~"), 0) != SIZE_MAX)
				continue;
			HTML(&b, "<url><loc>");
			html_text(&b, url);
			HTML(&b, "/");
			html_text(&b, m->at[i].file);
			HTML(&b, "</loc></url>\n");
		}
		HTML(&b, "</urlset>\n");
	}
	ok = put_file(m, STR("robots.txt"), buf_str(&robots)) &&
	    (url.len == 0 || put_file(m, STR("sitemap.xml"), buf_str(&b)));
	buf_free(&b);
	buf_free(&robots);
	return ok;
}

static bool
put_words(struct making *m)
{
	bool ok = true;

	for (size_t i = 0; ok && i < lang_count(); i++) {
		struct str code = lang_at(i).code;
		struct buf b;

		buf_init(&b, SUMS_MAX);
		site_words_write(&b, &m->words, code);
		ok = put_file(m, arena_printf(m->a, STR_FMT "/" WORDS_FILE, STR_ARG(code)), buf_str(&b));
		buf_free(&b);
	}
	return ok;
}

/* ---- the whole ---- */

/* What the site is made from; the same again gives the same site. */
static bool
origin_of(struct making *m, const struct site_how *how, struct str *ret)
{
	struct diags d = diags_new(m->a);
	struct str   program;
	int64_t      change;

	if (!input_read(m->a, STR("/proc/self/exe"), PROGRAM_MAX, &d, &program) ||
	    !viewer_newest(m->with.viewer, &change))
		return false;
	*ret = arena_printf(m->a, "program " STR_FMT "\nchange %lld\nday %s\nurl " STR_FMT "\n",
	    STR_ARG(hash_tag(m->a, program)), (long long)change,
	    day_iso(m->a, clock_today()).at, STR_ARG(how->url));
	return true;
}

/* What was published there before. False: something else is there. */
static bool
read_before(struct making *m, const struct site_how *how, struct str origin)
{
	struct diags     d = diags_new(m->a);
	struct str       text;
	enum folder_kind kind = folder_kind(how->folder, m->swap.diags);

	if (kind == FOLDER_ABSENT || kind == FOLDER_EMPTY)
		return true;
	if (kind == FOLDER_NONE)
		return false;
	if (!input_read(m->a, arena_printf(m->a, STR_FMT "/" SUMS_FILE, STR_ARG(how->folder)), SUMS_MAX,
	        &d, &text) || !sums_read(m->a, text, &m->before))
		return diag_error(m->swap.diags, how->folder, 0, STR("holds other files and is no published site"),
		    STR("name a new or an empty folder"));
	m->made.unchanged =
	    str_eq(sums_find(&m->before, STR(ORIGIN_FILE)), hash_of(m->a, origin));
	return true;
}

static bool
make_all(struct making *m, const struct site_how *how, struct str origin)
{
	struct buf b;
	bool       ok = true;

	(void)link_to(m, STR("/"));
	for (size_t i = 0; i < lang_count(); i++)
		(void)link_to(m, arena_printf(m->a, "/" STR_FMT "/", STR_ARG(lang_at(i).code)));
	(void)link_to(m, STR("/was"));
	(void)link_to(m, STR("/api/v1/openapi.json"));
	link_assets(m);
	for (size_t i = 0; ok && i < m->len; i++)
		ok = make_one(m, m->at[i]);
	ok = ok && put_headers(m) && put_missing(m) && put_map(m, how->url) && put_words(m) &&
	    put_file(m, STR(ORIGIN_FILE), origin);
	for (size_t i = 0; i < m->before.len; i++)
		m->made.removed += sums_find(&m->now, m->before.at[i].file).len == 0;
	buf_init(&b, SUMS_MAX);
	sums_write(&b, &m->now);
	ok = ok && swap_put(&m->swap, STR(SUMS_FILE), buf_str(&b));
	buf_free(&b);
	return ok;
}

static bool
publish(struct making *m, const struct site_how *how, struct diags *d)
{
	struct str origin;

	m->swap.diags = d;
	if (!viewer_open(m->with.viewer, d) || !origin_of(m, how, &origin) || !read_before(m, how, origin))
		return false;
	if (m->made.unchanged)
		return true;
	if (!swap_begin(m->a, how->folder, d, &m->swap))
		return false;
	if (make_all(m, how, origin) && swap_commit(&m->swap))
		return true;
	swap_drop(&m->swap);
	return false;
}

bool
site_publish(struct arena *a, const struct site_how *how, struct diags *d, struct site_made *ret)
{
	struct viewer viewer = { .db = how->db };
	struct making m = { .a = a, .service = { .fixed = true, .site = how->url } };
	bool          ok;

	m.with = (struct answering){ .viewer = &viewer, .service = &m.service, .beside = true };
	ok = publish(&m, how, d);
	viewer_close(&viewer);
	arena_free(&m.turn);
	if (ok)
		*ret = m.made;
	return ok;
}

#include "web/site.h"
#include "core/calendar.h"
#include "port/clock.h"
#include "port/folder.h"
#include "port/hash.h"
#include "port/input.h"
#include "port/pool.h"
#include "report/picture.h"
#include "view/asset.h"
#include "view/lang.h"
#include "web/service.h"
#include "web/site_name.h"
#include "web/site_piece.h"
#include "web/site_source.h"
#include <stdatomic.h>

#define TARGETS_MAX ((size_t)1000000)
#define PROGRAM_MAX ((size_t)256 << 20)
#define SUMS_MAX    ((size_t)256 << 20)
#define ORIGIN_FILE "pejl-site.txt"

struct making {
	struct arena      *a;           /* of everything that lasts */
	struct arena       turn;        /* of one file that is nobody's address */
	struct diags      *diags;
	struct service     service;
	struct str         program;     /* its hash */
	struct swap        swap;
	struct sums        before, now;
	struct sums        sources_before, sources;     /* site_source.h */
	struct site_place  place;
	struct site_desk  *desk;
	size_t             desks;
	struct site_piece  piece[POOL_AHEAD];   /* those that are being made, by place */
	const struct site_link *wave;   /* what is made in one run of the pool */
	atomic_bool        failed;
	struct site_link  *at;          /* what was linked to, in the order it was found */
	size_t             len, cap;
	struct keys        files;       /* numbered as they stand there */
	struct site_words  words;
	struct site_made   made;
};

/* ---- what is linked to ---- */

static void
add_link(struct making *m, struct site_link l)
{
	if (m->len >= TARGETS_MAX || keys_find(&m->files, 0, l.file) != 0)
		return;
	ARENA_GROW(m->a, m->at, m->len, &m->cap);
	m->at[m->len] = (struct site_link){ str_dup(m->a, l.target), str_dup(m->a, l.file) };
	(void)keys_add(m->a, &m->files, 0, m->at[m->len++].file);
}

static void
link_to(struct making *m, struct str target)
{
	struct site_link l;

	if (site_link_of(&m->desk[0], target, &l))
		add_link(m, l);
}

/* ---- files ---- */

/* What a piece tells about the whole; it is given back. */
static bool
take_piece(struct making *m, struct site_piece *p)
{
	bool ok = !p->failed;

	/* what one disk has no room for is told once */
	for (const struct diag *d = m->failed ? NULL : p->diags.first; d != NULL; d = d->next)
		(void)diag_add(m->diags, *d);
	for (size_t i = 0; i < p->len; i++)
		add_link(m, p->found[i]);
	site_words_take(m->a, &m->words, &p->words);
	if (ok && p->hash.len > 0) {
		sums_add(m->a, &m->now, str_dup(m->a, p->file), str_dup(m->a, p->hash));
		if (p->source.len > 0)
			sums_add(m->a, &m->sources, str_dup(m->a, p->file), str_dup(m->a, p->source));
		m->made.files++;
		m->made.bytes += p->bytes;
		m->made.written += p->written;
		m->made.pages += p->page;
	}
	arena_free(&p->a);
	*p = (struct site_piece){ 0 };
	return ok;
}

static bool
put_file(struct making *m, struct str file, struct str bytes)
{
	struct site_piece p = { 0 };

	site_piece_put(&m->place, file, bytes, &p);
	return take_piece(m, &p);
}

static void
work(void *context, size_t worker, size_t i)
{
	struct making *m = context;

	if (!m->failed)
		site_piece_make(&m->desk[worker], &m->place, m->wave[i], &m->piece[i % POOL_AHEAD]);
}

static void
take(void *context, size_t i)
{
	struct making *m = context;

	if (!take_piece(m, &m->piece[i % POOL_AHEAD]))
		m->failed = true;
}

/* All that is linked to, then all that this links to, and so on until nothing is new. */
static bool
make_linked(struct making *m)
{
	size_t first = 0;

	while (first < m->len && !m->failed) {
		size_t n = m->len - first;

		/* where `at` moves when it grows, its arena keeps what was there */
		m->wave = m->at + first;
		first = m->len;
		pool_run(n, work, take, m);
	}
	return !m->failed;
}

/* All that pages load, whichever page does. */
static void
link_assets(struct making *m)
{
	struct asset f;

	for (size_t i = 0; asset_at(i, &f); i++)
		link_to(m, arena_printf(m->a, "/assets/" STR_FMT "/" STR_FMT, STR_ARG(f.hash), STR_ARG(f.name)));
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

	answer_get(&m->desk->with, STR("/da/"), &m->turn, &re);
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

static struct str
leads_from_root(void *of, struct str target)
{
	struct making   *m = of;
	struct site_link l;

	return site_link_of(&m->desk[0], target, &l) ? arena_printf(m->a, "/" STR_FMT, STR_ARG(l.file)) : STR_NONE;
}

static bool
put_missing_as(struct making *m, struct str code, struct str file)
{
	struct http_reply re;
	struct buf        b;
	bool              ok;

	answer_get(&m->desk->with, arena_printf(&m->turn, "/" STR_FMT "/404", STR_ARG(code)), &m->turn, &re);
	buf_init(&b, HTTPD_REPLY_MAX);
	site_relink(&b, buf_str(&re.body), leads_from_root, m);
	ok = buf_ok(&b) && put_file(m, file, buf_str(&b));
	buf_free(&b);
	buf_free(&re.body);
	return ok;
}

/* Shown at any address: its links begin at the root of the host. Hosts take the file that is
 * nearest above what was asked for, so that each language has its own. */
static bool
put_missing(struct making *m)
{
	bool ok = put_missing_as(m, lang_at(0).code, STR("404.html"));

	for (size_t i = 0; ok && i < lang_count(); i++) {
		struct str code = lang_at(i).code;

		ok = put_missing_as(m, code, arena_printf(m->a, STR_FMT "/404.html", STR_ARG(code)));
	}
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

static bool
put_sources(struct making *m)
{
	struct buf b;
	bool       ok;

	buf_init(&b, SUMS_MAX);
	sums_write(&b, &m->sources);
	ok = put_file(m, STR(SOURCES_FILE), buf_str(&b));
	buf_free(&b);
	return ok;
}

/* ---- the whole ---- */

/* Which program it is: its hash. */
static bool
take_program(struct making *m)
{
	struct arena a = { 0 };
	struct diags d = diags_new(&a);
	struct str   program;
	bool         ok = input_read(&a, STR("/proc/self/exe"), PROGRAM_MAX, &d, &program);

	if (ok)
		m->program = hash_tag(m->a, program);
	arena_free(&a);
	return ok;
}

/* What the site is made from; the same again gives the same site. */
static bool
origin_of(struct making *m, const struct site_how *how, struct str *ret)
{
	int64_t change;

	if (!viewer_newest(&m->desk->viewer, &change))
		return false;
	*ret = arena_printf(m->a, "program " STR_FMT "\nchange %lld\nday %s\nurl " STR_FMT "\n",
	    STR_ARG(m->program), (long long)change, day_iso(m->a, clock_today()).at, STR_ARG(how->url));
	return true;
}

/* Without them, all is made again. A folder that was tampered with may name what it likes: what
 * is kept is what stood there under that name. */
static void
read_sources(struct making *m, const struct site_how *how)
{
	struct diags d = diags_new(m->a);
	struct str   text;

	if (!input_read(m->a, arena_printf(m->a, STR_FMT "/" SOURCES_FILE, STR_ARG(how->folder)), SUMS_MAX, &d,
	        &text) || !sums_read(m->a, text, &m->sources_before))
		m->sources_before = (struct sums){ 0 };
}

/* What was changed by hand since is as if it had not been there. */
static bool
forget_changed(struct making *m, const struct site_how *how)
{
	int64_t last = folder_written(how->folder, STR(SUMS_FILE));
	bool    same = true;

	for (size_t i = 0; i < m->before.len; i++) {
		int64_t at = folder_written(how->folder, m->before.at[i].file);

		if (at >= 0 && at <= last)
			continue;
		m->before.at[i].hash = STR_NONE;
		same = false;
	}
	return same;
}

/* What was published there before. False: something else is there. */
static bool
read_before(struct making *m, const struct site_how *how, struct str origin)
{
	struct diags     d = diags_new(m->a);
	struct str       text;
	enum folder_kind kind = folder_kind(how->folder, m->diags);

	if (kind == FOLDER_ABSENT || kind == FOLDER_EMPTY)
		return true;
	if (kind == FOLDER_NONE)
		return false;
	if (!input_read(m->a, arena_printf(m->a, STR_FMT "/" SUMS_FILE, STR_ARG(how->folder)), SUMS_MAX,
	        &d, &text) || !sums_read(m->a, text, &m->before))
		return diag_error(m->diags, how->folder, 0, STR("holds other files and is no published site"),
		    STR("name a new or an empty folder"));
	read_sources(m, how);
	m->made.unchanged = forget_changed(m, how) &&
	    str_eq(sums_find(&m->before, STR(ORIGIN_FILE)), hash_of(m->a, origin));
	return true;
}

static bool
put_all(struct making *m, const struct site_how *how, struct str origin)
{
	struct buf b;
	bool       ok;

	link_to(m, STR("/"));
	for (size_t i = 0; i < lang_count(); i++)
		link_to(m, arena_printf(m->a, "/" STR_FMT "/", STR_ARG(lang_at(i).code)));
	link_to(m, STR("/was"));
	link_to(m, STR("/api/v1/openapi.json"));
	link_assets(m);
	ok = make_linked(m) && put_headers(m) && put_missing(m) && put_map(m, how->url) && put_words(m) &&
	    put_sources(m) && put_file(m, STR(ORIGIN_FILE), origin);
	for (size_t i = 0; i < m->before.len; i++)
		m->made.removed += sums_find(&m->now, m->before.at[i].file).len == 0;
	buf_init(&b, SUMS_MAX);
	sums_write(&b, &m->now);
	ok = ok && swap_put(&m->swap, STR(SUMS_FILE), buf_str(&b));
	buf_free(&b);
	return ok;
}

/* Each thread reads the register by itself. */
static void
open_desk(void *context, size_t worker, size_t i)
{
	struct making    *m = context;
	struct judge_when now = { .today = clock_today() };

	(void)worker;
	if (viewer_edition(&m->desk[i].viewer, &m->desk[i].turn, now) == NULL)
		m->failed = true;
}

/* All desks at the same change: one that had come earlier comes once more. */
static bool
open_desks(struct making *m)
{
	bool differ = true;

	while (differ) {
		differ = false;
		pool_run(m->desks, open_desk, NULL, m);
		for (size_t i = 0; i < m->desks && !m->failed; i++) {
			differ |= m->desk[i].viewer.newest != m->desk[0].viewer.newest;
			m->desk[i].viewer.asked_at = 0;
		}
	}
	for (size_t i = 0; i < m->desks; i++)
		m->desk[i].viewer.asked_at = clock_ms();
	return !m->failed;
}

static bool
publish(struct making *m, const struct site_how *how)
{
	struct str origin;

	if (!viewer_open(&m->desk->viewer, m->diags) || !take_program(m) || !origin_of(m, how, &origin) ||
	    !read_before(m, how, origin))
		return false;
	if (m->made.unchanged)
		return true;
	if (!open_desks(m))
		return diag_error(m->diags, how->db, 0, STR("cannot be read"), STR("run 'pejl db check'"));
	if (!origin_of(m, how, &origin) || !swap_begin(m->a, how->folder, m->diags, &m->swap))
		return false;
	if (put_all(m, how, origin) && swap_commit(&m->swap))
		return true;
	swap_drop(&m->swap);
	return false;
}

static void
make_desks(struct making *m, struct str db)
{
	m->desks = pool_workers(0);
	m->desk = ARENA_ARRAY(m->a, struct site_desk, m->desks);
	for (size_t i = 0; i < m->desks; i++) {
		struct site_desk *desk = &m->desk[i];

		/* what was begun is finished as the register was then */
		desk->viewer = (struct viewer){ .db = db, .patience_ms = INT64_MAX, .keeps_measured = true };
		desk->with = (struct answering){ .viewer = &desk->viewer, .service = &m->service,
			.beside = true, .untagged = true, .papers = &desk->papers };
	}
}

static void
close_desks(struct making *m)
{
	for (size_t i = 0; i < m->desks; i++) {
		viewer_close(&m->desk[i].viewer);
		arena_free(&m->desk[i].turn);
		arena_free(&m->desk[i].kept);
		arena_free(&m->desk[i].papers.a);
	}
}

bool
site_publish(struct arena *a, const struct site_how *how, struct diags *d, struct site_made *ret)
{
	struct making *m = ARENA_NEW(a, struct making);
	bool           ok;

	m->a = a;
	m->diags = d;
	m->service = (struct service){ .fixed = true, .site = how->url,
		.pictures = how->url.len > 0 && picture_can() };
	m->place = (struct site_place){ &m->swap, &m->before, &m->sources_before };
	make_desks(m, how->db);
	ok = publish(m, how);
	close_desks(m);
	arena_free(&m->turn);
	if (ok)
		*ret = m->made;
	return ok;
}

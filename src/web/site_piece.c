#include "web/site_piece.h"
#include "port/hash.h"
#include "view/html.h"
#include "web/service.h"
#include "web/site_name.h"
#include "web/site_source.h"
#include <string.h>

struct making {
	struct site_desk        *desk;
	const struct site_place *to;
	struct site_piece       *p;
};

/* ---- what it links to ---- */

bool
site_link_of(struct site_desk *desk, struct str target, struct site_link *ret)
{
	target = site_lines_page(&desk->lines, &desk->with, &desk->kept, site_newest(&desk->turn, target));
	if (!site_file(&desk->turn, target, &ret->file))
		return false;
	ret->target = target;
	return true;
}

/* The file of an address, which will be made, too; empty: it is not published. */
static struct str
link_to(struct making *m, struct str target)
{
	struct site_piece *p = m->p;
	struct site_link   l;

	if (!site_link_of(m->desk, target, &l))
		return STR_NONE;
	ARENA_GROW(&p->a, p->found, p->len, &p->cap);
	p->found[p->len++] = (struct site_link){ str_dup(&p->a, l.target), str_dup(&p->a, l.file) };
	return l.file;
}

/* As others read it, who know no page to begin from: "https://pejl.example.dk/da/x.html". */
static struct str
leads_whole(struct making *m, struct str site, struct str path)
{
	struct arena *a = &m->desk->turn;
	struct str    file = link_to(m, path);

	return file.len == 0 ? STR_NONE
	    : arena_printf(a, STR_FMT "/" STR_FMT, STR_ARG(site), STR_ARG(site_relative(a, STR_NONE, file)));
}

static struct str
leads(void *of, struct str target)
{
	struct making *m = of;
	struct str     site = m->desk->with.service->site, file;

	if (site.len > 0 && str_starts(target, site))
		return leads_whole(m, site, str_slice(target, site.len, target.len));
	file = link_to(m, target);
	return file.len == 0 ? STR_NONE : site_relative(&m->desk->turn, m->p->file, file);
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

/* ---- its file ---- */

void
site_piece_put(const struct site_place *to, struct str file, struct str bytes, struct site_piece *p)
{
	struct swap swap = *to->swap;

	p->diags = diags_new(&p->a);
	swap.arena = &p->a;
	swap.diags = &p->diags;
	p->file = file;
	p->hash = hash_of(&p->a, bytes);
	p->bytes = bytes.len;
	if (str_eq(sums_find(to->before, file), p->hash) && swap_keep(&swap, file))
		return;
	p->written = true;
	p->failed = !swap_put(&swap, file, bytes);
}

static void
put_file(struct making *m, struct str bytes)
{
	site_piece_put(m->to, m->p->file, bytes, m->p);
}

/* What leads on, where no server can. */
static void
put_redirect(struct making *m, struct str to)
{
	struct str href = str_starts(to, STR("/")) ? leads(m, to) : to;
	struct buf b;

	if (href.len == 0)
		return;
	buf_init(&b, 65536);
	HTML(&b, "<!DOCTYPE html>\n<html lang=\"da\">\n<head>\n<meta charset=\"utf-8\">\n<title>Pejl</title>\n"
	    "<meta http-equiv=\"refresh\"");
	html_attr(&b, "content", arena_printf(&m->desk->turn, "0; url=" STR_FMT, STR_ARG(href)));
	HTML(&b, ">\n</head>\n<body>\n<p><a");
	html_attr(&b, "href", href);
	HTML(&b, ">Pejl</a></p>\n</body>\n</html>\n");
	put_file(m, buf_str(&b));
	buf_free(&b);
}

static void
fail(struct making *m, struct str where, struct str why, struct str hint)
{
	m->p->diags = diags_new(&m->p->a);
	m->p->failed = true;
	(void)diag_error(&m->p->diags, where, 0, why, hint);
}

static void
put_page(struct making *m, struct str html)
{
	struct buf b;

	buf_init(&b, HTTPD_REPLY_MAX);
	site_relink(&b, html, leads, m);
	site_words_add(&m->p->a, &m->p->words, m->p->file, html);
	if (buf_ok(&b))
		put_file(m, buf_str(&b));
	else
		fail(m, m->p->file, STR("is longer than a page may be"), STR_NONE);
	m->p->page = true;
	buf_free(&b);
}

static void
put_answer(struct making *m, struct str target, const struct http_reply *re)
{
	struct str media = answer_header(re, STR("Content-Type")), body = buf_str(&re->body);

	if (re->status >= 300 && re->status < 400) {
		put_redirect(m, answer_header(re, STR("Location")));
	} else if (re->status == 404 || re->status == 410) {
		return;                 /* site_check() tells whose link it is */
	} else if (re->status != 200) {
		fail(m, target, arena_printf(&m->p->a, "answers with status %d", re->status),
		    STR("run 'pejl db check'; nothing was published"));
	} else if (str_starts(media, STR("text/html")) || str_starts(media, STR("application/atom+xml"))) {
		put_page(m, body);
	} else {
		if (str_starts(media, STR("application/json")))
			follow_json(m, body);
		put_file(m, body);
	}
}

/* ---- what is made from another file ---- */

static struct str
hash_of_source(struct making *m, struct str source, struct str how)
{
	struct http_reply re;
	struct hash      *h = hash_open(&m->p->a);

	answer_get(&m->desk->with, source, &m->desk->turn, &re);
	hash_add(h, how);
	hash_add(h, buf_str(&re.body));
	buf_free(&re.body);
	return hash_text(&m->p->a, h);
}

/* The file of before, when it was made from the same. */
static bool
keep_made(struct making *m, struct str target)
{
	struct site_piece *p = m->p;
	struct swap        swap = *m->to->swap;
	struct str         source, how, hash = sums_find(m->to->before, p->file);

	if (!site_source(&m->desk->turn, target, &source, &how))
		return false;
	p->source = hash_of_source(m, source, how);
	swap.arena = &p->a;
	if (hash.len == 0 || !str_eq(sums_find(m->to->sources, p->file), p->source) ||
	    !swap_keep(&swap, p->file))
		return false;
	p->hash = hash;
	p->bytes = swap_size(&swap, p->file);
	return true;
}

void
site_piece_make(struct site_desk *desk, const struct site_place *to, struct site_link what,
                struct site_piece *p)
{
	struct making     m = { desk, to, p };
	struct http_reply re;

	p->file = what.file;
	if (keep_made(&m, what.target)) {
		arena_reset(&desk->turn);
		return;
	}
	answer_get(&desk->with, what.target, &desk->turn, &re);
	put_answer(&m, what.target, &re);
	buf_free(&re.body);
	arena_reset(&desk->turn);
}

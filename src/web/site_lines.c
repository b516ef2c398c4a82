#include "web/site_lines.h"

#define PAGES_MAX 2000

/* The first number of an anchor "L15" in a page; UINT32_MAX: it has none. */
static uint32_t
first_line(struct str html)
{
	size_t  at = str_find(html, STR(" id=\"L"), 0), end;
	int64_t line;

	if (at == SIZE_MAX)
		return UINT32_MAX;
	at += STR(" id=\"L").len;
	end = str_find(html, STR("\""), at);
	return end != SIZE_MAX && str_int(str_slice(html, at, end), &line) && line > 0 ? (uint32_t)line
	                                                                              : UINT32_MAX;
}

/* False: there is no such page. */
static bool
read_page(const struct answering *with, struct str path, size_t page, uint32_t *first)
{
	struct arena      a = { 0 };
	struct http_reply re;
	bool              there;

	answer_get(with, arena_printf(&a, STR_FMT "?page=%zu", STR_ARG(path), page), &a, &re);
	there = re.status == 200;
	if (there)
		*first = first_line(buf_str(&re.body));
	buf_free(&re.body);
	arena_free(&a);
	return there;
}

static const struct site_paper *
paper_of(struct site_lines *l, const struct answering *with, struct arena *a, struct str path)
{
	struct site_paper p = { .path = str_dup(a, path) };
	size_t            cap = 0;
	uint32_t          first;

	for (size_t i = 0; i < l->len; i++)
		if (str_eq(l->at[i].path, path))
			return &l->at[i];
	for (size_t page = 2; page < PAGES_MAX && read_page(with, path, page, &first); page++) {
		ARENA_GROW(a, p.start, p.pages, &cap);
		p.start[p.pages++] = first;
	}
	ARENA_GROW(a, l->at, l->len, &l->cap);
	l->at[l->len] = p;
	return &l->at[l->len++];
}

struct str
site_lines_page(struct site_lines *l, const struct answering *with, struct arena *a, struct str target)
{
	struct str               query = target, path = str_cut(&query, '?'), value;
	const struct site_paper *p;
	int64_t                  line;
	size_t                   page = 0;

	if (!str_starts(query, STR("line=")))
		return target;
	value = str_slice(query, STR("line=").len, query.len);
	if (!str_int(value, &line))
		return target;
	p = paper_of(l, with, a, path);
	while (page < p->pages && p->start[page] <= line)
		page++;
	return page == 0 ? str_dup(a, path)
	                 : arena_printf(a, STR_FMT "?page=%zu", STR_ARG(path), page + 1);
}

#include "web/download.h"
#include "port/file.h"
#include "port/input.h"

#define XLSX_MAX   ((size_t)64 << 20)
#define SMALL_BOOK 20000                /* cells: a megabyte or two on the way */

void
download_as(struct request *rq, struct str media, struct str name)
{
	request_media(rq, media);
	rq->disposition = arena_printf(rq->arena, "attachment; filename=\"" STR_FMT "\"",
	    STR_ARG(name));
}

bool
download_profile(struct request *rq, enum grid_profile *ret)
{
	struct str asked = rq->query.text[QUERY_PROFILE];

	if (!QUERY_HAS(&rq->query, PROFILE) || str_eq(asked, STR("rfc4180"))) {
		*ret = GRID_RFC4180;
		return true;
	}
	if (str_eq(asked, STR("excel-da"))) {
		*ret = GRID_EXCEL_DA;
		return true;
	}
	rq->detail = say(&rq->lang, "A table is sent as rfc4180 or as excel-da.");
	return false;
}

int
download_csv(struct request *rq, const struct grid *g, struct str name)
{
	enum grid_profile profile;

	if (!download_profile(rq, &profile))
		return 400;
	grid_csv(rq->body, g, profile);
	download_as(rq, STR("text/csv; charset=utf-8; header=present"), name);
	return 200;
}

/* The library writes files and nothing else: one that nobody else sees, for a moment. What
 * is small is made in memory, where there is such a folder. */
static int
new_book(struct arena *a, bool small, struct str *ret)
{
	if (small && file_beside(a, STR("/dev/shm/pejl.xlsx"), ret) == 0)
		return 0;
	return file_beside(a, STR("/tmp/pejl.xlsx"), ret);
}

static int
send_book(struct request *rq, download_writer *write, const void *from, struct str name, bool small)
{
	struct diags d = diags_new(rq->arena);
	struct str   path, bytes, why;
	bool         ok;

	if (new_book(rq->arena, small, &path) != 0)
		return 500;
	ok = write(rq->arena, from, path, &why) && input_read(rq->arena, path, XLSX_MAX, &d, &bytes);
	if (file_remove(path) != 0 || !ok)
		return 500;
	buf_put(rq->body, bytes);
	download_as(rq, STR("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
	    name);
	return 200;
}

int
download_sheets(struct request *rq, download_writer *write, const void *from, struct str name)
{
	return send_book(rq, write, from, name, false);
}

struct grids {
	const struct grid *at;
	size_t             n;
	int32_t            made;
};

static bool
write_grids(struct arena *a, const void *from, struct str path, struct str *ret)
{
	const struct grids *g = from;

	return grid_xlsx(a, g->at, g->n, g->made, path, ret);
}

int
download_xlsx(struct request *rq, const struct grid *at, size_t n, int32_t made, struct str name)
{
	struct grids g = { at, n, made };
	size_t       cells = 0;

	for (size_t i = 0; i < n; i++)
		cells += at[i].len;
	return send_book(rq, write_grids, &g, name, cells <= SMALL_BOOK);
}

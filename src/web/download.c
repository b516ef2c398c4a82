#include "web/download.h"
#include "port/zip.h"

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

int
download_sheets(struct request *rq, download_writer *write, const void *from, struct str name)
{
	struct zip  *z = zip_open(rq->body, GZIP_FAST);
	struct parts to = zip_parts(z);
	bool         ok = write(rq->arena, from, &to);

	if (!zip_close(z) || !ok)
		return 500;
	download_as(rq, STR("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
	    name);
	return 200;
}

struct grids {
	const struct grid *at;
	size_t             n;
	int32_t            made;
};

static bool
write_grids(struct arena *a, const void *from, const struct parts *to)
{
	const struct grids *g = from;

	return grid_xlsx(a, g->at, g->n, g->made, to);
}

int
download_xlsx(struct request *rq, const struct grid *at, size_t n, int32_t made, struct str name)
{
	struct grids g = { at, n, made };

	return download_sheets(rq, write_grids, &g, name);
}

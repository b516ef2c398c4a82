/* Reports that were laid before the council: as pages and, letter by letter, as files. */
#include "app/releases.h"
#include "report/facts.h"
#include "report/format.h"
#include "report/html.h"
#include "report/tree_text.h"
#include "view/pages/release.h"
#include "web/download.h"
#include "web/paper.h"

static int
load_tree(struct request *rq, const struct noun_row *row, struct tree *ret)
{
	enum release_part part = lang_danish(&rq->lang) ? RELEASE_PART_TREE_DA : RELEASE_PART_TREE_EN;
	struct str        text;

	return release_text(rq->arena, rq->edition->store, row->id, part, &text) &&
	    tree_read(rq->arena, text, ret) ? 200 : 500;
}

static bool
load_changes(struct request *rq, const struct release_row *before, const struct noun_row *row,
             struct release_changes *ret)
{
	const struct edition  *ed = rq->edition;
	const struct noun_row *other = edition_thing(ed, NOUN_RELEASE, before->release.id);
	struct str             was, is;

	return other != NULL &&
	    release_text(rq->arena, ed->store, other->id, RELEASE_PART_FACTS, &was) &&
	    release_text(rq->arena, ed->store, row->id, RELEASE_PART_FACTS, &is) &&
	    facts_compare(rq->arena, &rq->lang, was, is, ret);
}

static const struct release_row *
find(const struct release_list *l, struct str key)
{
	for (size_t i = 0; i < l->len; i++)
		if (str_eq(l->at[i].release.id, key))
			return &l->at[i];
	return NULL;
}

/* Compared with the one before it, or with the one that is asked for. */
static int
load(struct request *rq, struct release_page *ret, struct release_changes *changes)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_RELEASE, rq->id);
	struct release_list   *l = ARENA_NEW(rq->arena, struct release_list);
	struct str             other = rq->query.text[QUERY_OF];

	*l = release_list(rq->arena, rq->edition);
	ret->of = find(l, rq->id);
	if (row == NULL || ret->of == NULL)
		return 404;
	ret->file = paper_files(&ret->files);
	ret->before = other.len > 0 ? find(l, other) : release_before(l, ret->of);
	if (other.len > 0 && ret->before == NULL)
		return 404;
	if (ret->before != NULL && !load_changes(rq, ret->before, row, changes))
		return 500;
	ret->changes = changes;
	return 200;
}

static int
handle_page(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_RELEASE, rq->id);
	struct release_changes changes = { 0 };
	struct release_page    m = { 0 };
	struct tree            t;
	struct page            p;
	int                    status = load(rq, &m, &changes);

	if (status == 200)
		status = load_tree(rq, row, &t);
	if (status != 200)
		return status;
	p = request_page(rq);
	release_page_open(&p, &m);
	paper_body(&p, &t);
	page_close(&p);
	return 200;
}

static int
handle_file(struct request *rq)
{
	const struct noun_row *row = edition_thing(rq->edition, NOUN_RELEASE, rq->id);
	enum report_format     f = paper_file_format(rq);
	struct diags           d = diags_new(rq->arena);
	struct str             name, bytes;
	struct tree            t;

	if (row == NULL)
		return 404;
	name = arena_printf(rq->arena, STR_FMT "." STR_FMT, STR_ARG(rq->id),
	    STR_ARG(report_format_code(f)));
	if (f == REPORT_FORMAT_HTML) {
		if (!release_text(rq->arena, rq->edition->store, row->id, lang_danish(&rq->lang)
		    ? RELEASE_PART_HTML_DA : RELEASE_PART_HTML_EN, &bytes))
			return 500;
	} else if (load_tree(rq, row, &t) != 200) {
		return 500;
	} else if (!report_make(rq->arena, &t, f, STR_NONE, name, &d, &bytes)) {
		return paper_unmade(rq);
	}
	buf_put(rq->body, bytes);
	download_as(rq, report_format_media(f), name);
	return 200;
}

const struct route routes_release[ROUTES_RELEASE] = {
	{ METHOD_GET, STR_INIT("/:lang/release/:id"), ACCESS_PUBLIC, NEEDS_TIME, QUERY_BIT(OF),
	  handle_page, "One report as it was laid before the council", NULL },
#define X(id, ending, media)                                                                    \
	{ METHOD_GET, STR_INIT("/api/v1/releases/:id." ending), ACCESS_PUBLIC, NEEDS_TIME,      \
	  QUERY_BIT(LANG), handle_file, N_("A report as it was laid before the council, as a file"), NULL },
	REPORT_FORMATS(X)
#undef X
};

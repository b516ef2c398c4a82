#include "app/papers.h"
#include "app/publish.h"
#include <string.h>

struct kept_paper {
	int64_t            document, since;     /* of which version, */
	struct str         sha256;              /* in which register */
	struct paper_audit audit;
	struct kept_paper *next;
};

struct papers {
	struct arena      *arena;
	struct kept_paper *first;
	size_t            *measured;            /* by document */
	size_t             measured_cap;
	int64_t            measured_at;         /* the change at which that was so */
	struct wordings   *wordings;
};

struct papers *
papers_new(struct arena *a)
{
	struct papers *k = ARENA_NEW(a, struct papers);

	k->arena = a;
	k->wordings = wordings_new(a);
	return k;
}

struct wordings *
papers_wordings(struct papers *k)
{
	return k->wordings;
}

/* ---- text ---- */

/* Lines as they were cut at the import, each at its number. */
static bool
join_lines(struct store *s, int64_t document, struct buf *to)
{
	struct param p[] = { P_INT(document) };
	int64_t      at = 1;

	if (!store_query(s, STMT_LINE_OF, p, COUNT_OF(p)))
		return false;
	while (buf_ok(to) && store_next(s, STMT_LINE_OF)) {
		for (; at < store_int(s, STMT_LINE_OF, 0) && buf_ok(to); at++)
			buf_char(to, '\n');
		buf_put(to, store_text(s, STMT_LINE_OF, 1));
	}
	store_reset(s, STMT_LINE_OF);
	return !store_failed(s);
}

static bool
text_of(struct arena *a, const struct edition *ed, const struct noun_row *document, size_t max,
        enum paper_is *is, struct str *text)
{
	struct buf b;
	bool       ok;

	buf_init(&b, max);
	ok = join_lines(ed->store, document->id, &b);
	if (ok && !buf_ok(&b)) {
		*is = PAPER_TOO_LONG;
	} else if (ok && b.len == 0) {
		*is = PAPER_WITHOUT_TEXT;
	} else if (ok) {
		*is = PAPER_READ;
		*text = str_dup(a, buf_str(&b));
	}
	buf_free(&b);
	return ok;
}

bool
papers_text(struct arena *a, const struct edition *ed, const struct noun_row *document, size_t max,
            enum paper_is *is, struct str *text)
{
	*is = PAPER_WITHHELD;
	return !document_is_published(document) || text_of(a, ed, document, max, is, text);
}

static enum format
format_of(const struct noun_row *document, struct str text)
{
	enum format f;

	if (format_from_code(document->text[DOCUMENT_format], &f))
		return f;
	return document_format(document->text[DOCUMENT_file], text);
}

bool
papers_read(struct arena *a, const struct edition *ed, const struct noun_row *document,
            enum paper_is *is, struct document *ret)
{
	*is = PAPER_WITHHELD;
	return !document_is_published(document) || papers_read_any(a, ed, document, is, ret);
}

bool
papers_read_any(struct arena *a, const struct edition *ed, const struct noun_row *document,
                enum paper_is *is, struct document *ret)
{
	struct diags d = diags_new(a);
	struct str   text;

	if (!text_of(a, ed, document, PAPER_SHOWN_MAX, is, &text))
		return false;
	if (*is == PAPER_READ && !document_read(a, things_key(ed->things, document->id),
	    format_of(document, text), text, &d, ret))
		*is = PAPER_UNREADABLE;
	return true;
}

/* ---- the audit ---- */

static bool
audit(const struct edition *ed, const struct noun_row *document, struct arena *kept,
      struct paper_audit *ret)
{
	struct arena    a = { 0 };
	struct document doc;
	bool            ok = papers_read(&a, ed, document, &ret->is, &doc);

	ret->audited = ok && ret->is == PAPER_READ && doc.text.len <= PAPER_AUDITED_MAX;
	if (ret->audited)
		ret->report = audit_run_paper(kept, &doc, str_dup(kept, doc.name), NULL, &ret->facts);
	arena_free(&a);
	return ok;
}

bool
papers_audit(const struct edition *ed, const struct noun_row *document,
             const struct paper_audit **ret)
{
	struct papers     *k = ed->papers;
	struct kept_paper *p = k->first, fresh = { .document = document->id,
	                                           .since = document->since, .next = k->first };

	while (p != NULL && (p->document != document->id || p->since != document->since ||
	    !str_eq(p->sha256, document->text[DOCUMENT_sha256])))
		p = p->next;
	if (p == NULL) {
		fresh.sha256 = str_dup(k->arena, document->text[DOCUMENT_sha256]);
		if (!audit(ed, document, k->arena, &fresh.audit))
			return false;
		p = ARENA_NEW(k->arena, struct kept_paper);
		*p = fresh;
		k->first = p;
	}
	*ret = &p->audit;
	return true;
}

/* ---- measurements ---- */

static bool
count_measured(const struct edition *ed, size_t *to)
{
	const struct snapshot *sn = &ed->sn;
	enum stmt              q = STMT_OBSERVATION_TAKEN_COUNT;
	struct param           p[] = { P_INT(sn->known) };

	if (!store_query(ed->store, q, p, COUNT_OF(p)))
		return false;
	while (store_next(ed->store, q)) {
		int64_t id = store_int(ed->store, q, 0);

		if (things_kind(ed->things, id) == NOUN_DOCUMENT && snapshot_row(sn, id) != NULL)
			to[snapshot_row(sn, id) - sn->row[NOUN_DOCUMENT]] =
			    (size_t)store_int(ed->store, q, 1);
	}
	return !store_failed(ed->store);
}

bool
papers_measured(const struct edition *ed, const size_t **ret)
{
	struct papers *k = ed->papers;
	size_t         n = ed->sn.len[NOUN_DOCUMENT];

	if (k->measured == NULL || k->measured_at != ed->sn.known) {
		if (k->measured == NULL || n >= k->measured_cap) {
			k->measured_cap = 2 * n + 1;
			k->measured = ARENA_ARRAY(k->arena, size_t, k->measured_cap);
		}
		memset(k->measured, 0, k->measured_cap * sizeof *k->measured);
		k->measured_at = 0;
		if (!count_measured(ed, k->measured))
			return false;
		k->measured_at = ed->sn.known;
	}
	*ret = k->measured;
	return true;
}

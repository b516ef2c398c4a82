#include "app/audit_run.h"
#include "audit/audit.h"
#include "port/input.h"
#include "port/pool.h"
#include <stdlib.h>

/* One file. */
struct job {
	struct str          path;
	size_t              named;      /* where among those given */
	struct arena        kept;       /* the report */
	struct diags        diags;
	bool                read;
	struct audit_report report;
};

/* All files, each once, by name. All but what its report says is released when one is
 * done, and the report when it was told. */
struct work {
	struct job    *job;
	size_t         jobs;
	const int32_t *as_of;
	struct arena   room[POOL_WORKERS_MAX], problems[POOL_WORKERS_MAX];
	audit_told    *told;
	void          *context;
};

static void
keep(struct arena *a, struct str *s)
{
	*s = str_dup(a, *s);
}

static void
keep_finding(struct arena *a, struct finding *f)
{
	struct candidate *at = ARENA_ARRAY(a, struct candidate, f->candidates + 1);
	struct str       *texts[] = { &f->quote, &f->da, &f->en, &f->hint_da, &f->hint_en };

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		keep(a, texts[i]);
	for (size_t i = 0; i < f->candidates; i++) {
		at[i] = f->candidate[i];
		keep(a, &at[i].text);
	}
	f->candidate = at;
}

static struct audit_report
keep_report(struct arena *a, struct audit_report r)
{
	struct audit_report k = audit_merge(a, &r, 1);

	for (size_t i = 0; i < k.findings; i++)
		keep_finding(a, &k.finding[i]);
	for (size_t i = 0; i < k.hold; i++) {
		keep(a, &k.held[i].quote);
		keep(a, &k.held[i].da);
		keep(a, &k.held[i].en);
	}
	return k;
}

/* A path lives as long as its reports do. */
static void
name_file(struct audit_report *r, struct str path)
{
	for (size_t i = 0; i < r->findings; i++)
		r->finding[i].file = path;
	for (size_t i = 0; i < r->hold; i++)
		r->held[i].file = path;
}

static void
audit_file(void *context, size_t worker, size_t i)
{
	struct work       *w = context;
	struct job        *j = &w->job[i];
	struct arena      *a = &w->room[worker];
	struct document    doc;
	struct recognition seen;
	struct str         text;

	j->diags = diags_new(&w->problems[worker]);
	j->read = input_read(a, j->path, DOCUMENT_BYTES_MAX, &j->diags, &text) &&
	    document_read(a, j->path, document_format(j->path, text), text, &j->diags, &doc);
	if (j->read) {
		seen = recognise(a, &doc);
		j->report = keep_report(&j->kept, audit_document(a, &doc, &seen, w->as_of));
		name_file(&j->report, j->path);
	}
	arena_reset(a);
}

static void
tell(struct diags *d, const struct diags *of)
{
	size_t told = 0;

	for (const struct diag *i = of->first; i != NULL; i = i->next, told++)
		(void)diag_add(d, *i);
	for (; told < of->count; told++)        /* past DIAGS_MAX: counted, no longer kept */
		(void)diag_add(d, (struct diag){ .level = DIAG_ERROR });
}

static void
tell_report(void *context, size_t i)
{
	struct work *w = context;
	struct job  *j = &w->job[i];

	if (j->read)
		w->told(w->context, &j->report);
	arena_free(&j->kept);
}

static int
by_path(const void *a, const void *b)
{
	const struct job *x = a, *y = b;
	int               o = str_cmp(x->path, y->path);

	return o != 0 ? o : (x->named > y->named) - (x->named < y->named);
}

static int
by_named(const void *a, const void *b)
{
	const struct job *x = a, *y = b;

	return (x->named > y->named) - (x->named < y->named);
}

/* The same file named twice is one file: its claims are counted once. */
static void
name_jobs(struct work *w, const struct str *path, size_t n)
{
	for (size_t i = 0; i < n; i++)
		w->job[i] = (struct job){ .path = path[i], .named = i };
	if (n > 1)
		qsort(w->job, n, sizeof w->job[0], by_path);
	for (size_t i = 0; i < n; i++)
		if (w->jobs == 0 || !str_eq(w->job[w->jobs - 1].path, w->job[i].path))
			w->job[w->jobs++] = w->job[i];
}

/* What could not be read, in the order that the files were given in. */
static bool
tell_problems(struct work *w, struct diags *d)
{
	bool all = true;

	if (w->jobs > 1)
		qsort(w->job, w->jobs, sizeof w->job[0], by_named);
	for (size_t i = 0; i < w->jobs; i++) {
		tell(d, &w->job[i].diags);
		all &= w->job[i].read;
	}
	return all;
}

bool
audit_each(struct arena *a, const struct str *path, size_t n, const int32_t *as_of,
           struct diags *d, audit_told *told, void *context)
{
	struct work w = { .job = ARENA_ARRAY(a, struct job, n + 1), .as_of = as_of, .told = told,
	                  .context = context };
	bool        all;

	name_jobs(&w, path, n);
	pool_run(w.jobs, audit_file, tell_report, &w);
	all = tell_problems(&w, d);
	for (size_t i = 0; i < POOL_WORKERS_MAX; i++) {
		arena_free(&w.room[i]);
		arena_free(&w.problems[i]);
	}
	return all;
}

/* ---- all in one ---- */

struct collection {
	struct arena        *a;
	struct audit_report *at;
	size_t               len;
};

static void
collect(void *context, const struct audit_report *r)
{
	struct collection *c = context;

	c->at[c->len++] = keep_report(c->a, *r);
}

bool
audit_files(struct arena *a, const struct str *path, size_t n, const int32_t *as_of,
            struct diags *d, struct audit_report *ret)
{
	struct collection c = { a, ARENA_ARRAY(a, struct audit_report, n + 1), 0 };
	bool              all = audit_each(a, path, n, as_of, d, collect, &c);

	*ret = audit_merge(a, c.at, c.len);
	return all;
}

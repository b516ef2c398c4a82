#include "app/audit_run.h"
#include "app/paper_lay.h"
#include <stdlib.h>
#include "audit/audit.h"
#include "port/input.h"
#include "port/pool.h"

/* One file. What is said of it is kept until it was told. */
struct job {
	struct str          path;
	struct arena        kept, said; /* `said`: the facts, until they were compared */
	struct diags        diags;
	bool                read, compared;
	struct audit_report report;
	struct facts        facts;
};

/* All files. All but what is said of one is released when it is done. */
struct work {
	struct job     *job;            /* in the order in which they were named */
	size_t          jobs;
	const int32_t  *as_of;
	bool            held;           /* what holds is told */
	struct arena    room[POOL_WORKERS_MAX];
	struct across  *across;         /* NULL: no other paper to hold one against */
	struct diags   *diags;
	struct job    **by_name;        /* the order in which they are told */
	size_t          told;
	bool            all;            /* each was read */
	audit_take     *take;
	void           *context;
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
keep_report(struct arena *a, struct audit_report r, struct str file)
{
	struct audit_report k = audit_merge(a, &r, 1);

	for (size_t i = 0; i < k.findings; i++) {
		k.finding[i].file = file;
		keep_finding(a, &k.finding[i]);
	}
	for (size_t i = 0; i < k.hold && k.held != NULL; i++) {
		k.held[i].file = file;
		keep(a, &k.held[i].quote);
		keep(a, &k.held[i].da);
		keep(a, &k.held[i].en);
	}
	return k;
}

/* What stays lives in `kept`, facts, unless NULL, in `said`; the work is done in `room`. */
static struct audit_report
audit_read_paper(struct arena *room, struct arena *kept, const struct document *doc,
                 struct str file, const int32_t *as_of, bool held, struct arena *said,
                 struct facts *facts)
{
	struct recognition  seen = recognise(room, doc);
	struct audit_report r = audit_document(room, doc, &seen, as_of);

	if (!held)
		r.held = NULL;
	if (facts != NULL)
		*facts = across_facts(said, doc, &seen, file);
	return keep_report(kept, r, file);
}

struct audit_report
audit_run_paper(struct arena *kept, const struct document *doc, struct str file,
                const int32_t *as_of, struct facts *facts)
{
	struct arena        room = { 0 };
	struct audit_report r = audit_read_paper(&room, kept, doc, file, as_of, true, kept, facts);

	arena_free(&room);
	return r;
}

static void
audit_file(void *context, size_t worker, size_t i)
{
	struct work    *w = context;
	struct job     *j = &w->job[i];
	struct arena   *a = &w->room[worker];
	struct document doc;
	struct str      text;

	j->diags = diags_new(&j->kept);
	j->read = input_read(a, j->path, DOCUMENT_BYTES_MAX, &j->diags, &text) &&
	    paper_read(a, j->path, text, &j->diags, &doc);
	if (j->read)
		j->report = audit_read_paper(a, &j->kept, &doc, j->path, w->as_of, w->held,
		    &j->said, w->across == NULL ? NULL : &j->facts);
	arena_reuse(a);
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

/* With what earlier papers say otherwise. */
static void
compare(struct work *w, struct job *j)
{
	struct audit_report r[2] = { j->report };

	if (w->across != NULL && j->read)
		r[1] = across_next(w->across, &j->kept, &j->facts);
	if (r[1].checked > 0 || r[1].findings > 0)
		j->report = audit_merge(&j->kept, r, COUNT_OF(r));
	arena_free(&j->said);
	j->compared = true;
}

/* In the order named; told as soon as no file with an earlier name is missing. */
static void
take_file(void *context, size_t i)
{
	struct work *w = context;
	struct job  *j = &w->job[i];

	tell(w->diags, &j->diags);
	w->all &= j->read;
	compare(w, j);
	while (w->told < w->jobs && w->by_name[w->told]->compared) {
		j = w->by_name[w->told++];
		if (j->read)
			w->take(w->context, &j->report, &j->kept);
		arena_free(&j->kept);
	}
}

static int
by_name(const void *a, const void *b)
{
	const struct job *const *x = a, *const *y = b;
	int                      o = str_cmp((*x)->path, (*y)->path);

	return o != 0 ? o : (*x > *y) - (*x < *y);
}

/* The same file named twice is one file: its claims are counted once. */
static void
set_jobs(struct arena *a, struct work *w, const struct str *path, size_t n)
{
	struct job *job = ARENA_ARRAY(a, struct job, n + 1);
	bool       *again = ARENA_ARRAY(a, bool, n + 1);

	w->by_name = ARENA_ARRAY(a, struct job *, n + 1);
	for (size_t i = 0; i < n; i++) {
		job[i].path = path[i];
		w->by_name[i] = &job[i];
	}
	qsort(w->by_name, n, sizeof *w->by_name, by_name);
	for (size_t i = 1; i < n; i++)
		again[w->by_name[i] - job] = str_eq(w->by_name[i]->path, w->by_name[i - 1]->path);
	w->job = job;
	for (size_t i = 0; i < n; i++)
		if (!again[i])
			job[w->jobs++].path = path[i];
	for (size_t i = 0; i < w->jobs; i++)
		w->by_name[i] = &job[i];
	qsort(w->by_name, w->jobs, sizeof *w->by_name, by_name);
}

bool
audit_each(const struct str *path, size_t n, const int32_t *as_of, bool held, struct diags *d,
           audit_take *take, void *context)
{
	struct arena a = { 0 };
	struct work  work = { .as_of = as_of, .held = held, .diags = d, .all = true,
	                      .take = take, .context = context };

	set_jobs(&a, &work, path, n);
	if (work.jobs > 1)
		work.across = across_new(&a, held);
	pool_run(work.jobs, audit_file, take_file, &work);
	for (size_t i = 0; i < POOL_WORKERS_MAX; i++)
		arena_free(&work.room[i]);
	arena_free(&a);
	return work.all;
}

/* ---- all in one report ---- */

struct gathering {
	struct arena        *arena;
	struct audit_report *one;
	size_t               len, cap;
};

static void
gather(void *context, const struct audit_report *r, struct arena *kept)
{
	struct gathering *g = context;

	ARENA_GROW(g->arena, g->one, g->len, &g->cap);
	g->one[g->len++] = *r;
	arena_join(g->arena, kept);
}

bool
audit_files(struct arena *a, const struct str *path, size_t n, const int32_t *as_of, bool held,
            struct diags *d, struct audit_report *ret)
{
	struct gathering g = { .arena = a };
	bool             all = audit_each(path, n, as_of, held, d, gather, &g);

	*ret = audit_merge(a, g.one, g.len);
	return all;
}

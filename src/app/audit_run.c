#include "app/audit_run.h"
#include "audit/audit.h"
#include "port/input.h"
#include "port/pool.h"

/* One file. */
struct job {
	struct str          path;
	struct diags        diags;
	bool                read, alone;        /* alone: no other paper to hold it against */
	struct audit_report report;
	struct facts        facts;
};

/* All files. All but what is said of one is released when it is done. */
struct work {
	struct job    *job;
	const int32_t *as_of;
	bool           held;            /* what holds is told */
	struct arena   room[POOL_WORKERS_MAX], kept[POOL_WORKERS_MAX];
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

/* What stays lives in `kept`, the work is done in `room`. `facts` may be NULL. */
static struct audit_report
audit_read_paper(struct arena *room, struct arena *kept, const struct document *doc,
                 struct str file, const int32_t *as_of, bool held, struct facts *facts)
{
	struct recognition  seen = recognise(room, doc);
	struct audit_report r = audit_document(room, doc, &seen, as_of);

	if (!held)
		r.held = NULL;
	if (facts != NULL)
		*facts = across_facts(kept, doc, &seen, file);
	return keep_report(kept, r, file);
}

struct audit_report
audit_run_paper(struct arena *kept, const struct document *doc, struct str file,
                const int32_t *as_of, struct facts *facts)
{
	struct arena        room = { 0 };
	struct audit_report r = audit_read_paper(&room, kept, doc, file, as_of, true, facts);

	arena_free(&room);
	return r;
}

static void
audit_file(void *context, size_t worker, size_t i)
{
	struct work    *w = context;
	struct job     *j = &w->job[i];
	struct arena   *a = &w->room[worker], *kept = &w->kept[worker];
	struct document doc;
	struct str      text;

	j->diags = diags_new(kept);
	j->read = input_read(a, j->path, DOCUMENT_BYTES_MAX, &j->diags, &text) &&
	    document_read(a, j->path, document_format(j->path, text), text, &j->diags, &doc);
	if (j->read)
		j->report = audit_read_paper(a, kept, &doc, j->path, w->as_of, w->held,
		    j->alone ? NULL : &j->facts);
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

/* The same file named twice is one file: its claims are counted once. */
static bool
named_before(const struct str *path, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(path[k], path[i]))
			return true;
	return false;
}

bool
audit_files(struct arena *a, const struct str *path, size_t n, const int32_t *as_of, bool held,
            struct diags *d, struct audit_report *ret)
{
	struct job          *job = ARENA_ARRAY(a, struct job, n + 1);
	struct work          work = { .job = job, .as_of = as_of, .held = held };
	struct audit_report *one = ARENA_ARRAY(a, struct audit_report, n + 2);
	struct facts        *facts = ARENA_ARRAY(a, struct facts, n + 1);
	size_t               len = 0, jobs = 0;
	bool                 all = true;

	for (size_t i = 0; i < n; i++)
		if (!named_before(path, i))
			job[jobs++] = (struct job){ .path = path[i] };
	for (size_t i = 0; i < jobs; i++)
		job[i].alone = jobs == 1;
	pool_run(jobs, audit_file, NULL, &work);
	for (size_t i = 0; i < jobs; i++) {
		tell(d, &job[i].diags);
		facts[i] = job[i].facts;
		if (job[i].read)
			one[len++] = job[i].report;
		else
			all = false;
	}
	for (size_t i = 0; i < POOL_WORKERS_MAX; i++) {
		arena_free(&work.room[i]);
		arena_join(a, &work.kept[i]);
	}
	one[len++] = across_compare(a, facts, jobs, held);
	*ret = audit_merge(a, one, len);
	return all;
}

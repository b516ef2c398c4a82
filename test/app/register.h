/* register.h - registers for tests: loaded from folders that a test writes, dumped
 * and compared file by file. Includes store/engine.h, so a test has a place `p`.
 */
#ifndef TEST_APP_REGISTER_H
#define TEST_APP_REGISTER_H

#define PLACE_MIGRATED true
#include "../store/engine.h"
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include "app/import.h"
#include "app/judge.h"
#include "app/package.h"
#include "recognise/recognise.h"

#define EXAMPLE STR("examples/copenhagen")
#define SOELBY  STR("examples/soelby")          /* an invented city with areas */

/* ---- files ---- */

static inline struct str
file_path(struct place *p, const char *dir, const char *name)
{
	return arena_printf(&p->arena, "%s/%s/%s", p->dir, dir, name);
}

static inline struct str
file_put(struct str path, struct str bytes)
{
	FILE *f = fopen(path.at, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes.at == NULL ? "" : bytes.at, 1, bytes.len, f), bytes.len);
	assert_int_equal(fclose(f), 0);
	return path;
}

static inline struct str
file_get(struct place *p, struct str path)
{
	struct buf b;
	struct str text;
	char       chunk[4096];
	size_t     n;
	FILE      *f = fopen(str_dup(&p->arena, path).at, "rb");

	if (f == NULL)
		fail_msg("%.*s is not there", STR_ARG(path));
	buf_init(&b, (size_t)1 << 30);
	while ((n = fread(chunk, 1, sizeof chunk, f)) > 0)
		buf_put(&b, (struct str){ chunk, n });
	assert_int_equal(fclose(f), 0);
	text = str_dup(&p->arena, buf_str(&b));
	buf_free(&b);
	return text;
}

static inline size_t
folder_count(struct str dir)
{
	DIR           *d = opendir(dir.at);
	struct dirent *e;
	size_t         n = 0;

	if (d == NULL)
		return 0;
	while ((e = readdir(d)) != NULL)
		n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
	closedir(d);
	return n;
}

/* Every file of `a` is in `b` with the same bytes, and nothing else is. */
static inline void
folders_equal(struct place *p, struct str a, struct str b)
{
	DIR           *d = opendir(str_dup(&p->arena, a).at);
	struct dirent *e;

	assert_non_null(d);
	while ((e = readdir(d)) != NULL) {
		struct str x, y;
		size_t     at = 0, from, end;

		if (e->d_name[0] == '.')
			continue;
		x = file_get(p, arena_printf(&p->arena, STR_FMT "/%s", STR_ARG(a), e->d_name));
		y = file_get(p, arena_printf(&p->arena, STR_FMT "/%s", STR_ARG(b), e->d_name));
		if (str_eq(x, y))
			continue;
		while (at < x.len && at < y.len && x.at[at] == y.at[at])
			at++;
		for (from = at; from > 0 && x.at[from - 1] != '\n'; from--)
			;
		end = from + 300;
		fail_msg("%s differs at byte %zu:\n%.*s\n---\n%.*s", e->d_name, at,
		    STR_ARG(str_slice(x, from, end)), STR_ARG(str_slice(y, from, end)));
	}
	closedir(d);
	assert_int_equal(folder_count(str_dup(&p->arena, a)), folder_count(str_dup(&p->arena, b)));
}

/* ---- packages ---- */

struct text_file {
	const char *name, *text;
};

/* A package in the folder `dir` of the test: datapackage.json lists its files. */
static inline struct str
package_put(struct place *p, const char *dir, const struct text_file *files, size_t n)
{
	struct str path = place_path(p, dir);
	struct buf json;

	buf_init(&json, 1 << 16);
	mkdir(path.at, 0777);
	BUF_LIT(&json, "{\"profile\": \"tabular-data-package\", \"resources\": [");
	for (size_t i = 0; i < n; i++) {
		file_put(file_path(p, dir, files[i].name), str_from(files[i].text));
		buf_putf(&json, "%s{\"name\": \"f%zu\", \"path\": \"%s\"}", i > 0 ? ", " : "", i,
		    files[i].name);
	}
	BUF_LIT(&json, "]}");
	file_put(file_path(p, dir, "datapackage.json"), buf_str(&json));
	buf_free(&json);
	return path;
}

static inline void
register_load(struct place *p, struct store *s, struct str dir)
{
	struct package_count n;

	if (!package_load(s, dir, &p->diags, &n))
		fail_msg("%s", place_says(p));
}

static inline struct str
register_dump(struct place *p, struct store *s, const char *name)
{
	struct package_count n;
	struct str           dir = place_path(p, name);

	if (!package_dump(s, dir, &p->diags, &n))
		fail_msg("%s", place_says(p));
	return dir;
}

/* A register of the other engine, where there is one: PostgreSQL for SQLite and
 * the other way round. NULL: there is none here. */
static inline struct store *
other_engine(struct place *p, char *url, size_t size)
{
	char          name[64];
	struct store *s;

	if (p->engine == ENGINE_POSTGRES) {
		snprintf(url, size, ":memory:");
	} else {
		if (getenv("PEJL_TEST_PG") == NULL)
			return NULL;
		snprintf(name, sizeof name, "pejl_other_%d", (int)getpid());
		server_drop(name);
		server_create(name);
		server_url(url, size, name);
	}
	s = store_open(str_from(url), STORE_CREATE, &p->diags);
	if (s == NULL)
		fail_msg("%s", place_says(p));
	return s;
}

/* ---- what is in it ---- */

static inline struct act
act_at(const char *at)
{
	return (struct act){ .at = str_from(at), .who = STR("Åse Sørensen"),
	                     .why = STR("prøve") };
}

struct look {
	struct things  *things;
	struct snapshot sn;
};

static inline struct look
register_look(struct place *p, struct store *s, int64_t known)
{
	struct look l = { .things = things_load(&p->arena, s) };

	if (l.things == NULL || !snapshot_load(&p->arena, s, l.things, known, NOUN_ALL, &l.sn)) {
		store_problem(s, &p->diags);
		fail_msg("%s", place_says(p));
	}
	return l;
}

static inline struct imported
register_import(struct place *p, struct store *s, struct str path, bool review)
{
	struct import_how how = { .review = review, .act = act_at("2026-11-23T05:00:00Z") };
	struct imported   out;

	how.act.why = STR_NONE;
	if (!import_file(&p->arena, s, path, &how, &p->diags, &out))
		fail_msg("%.*s: %s", STR_ARG(path), place_says(p));
	return out;
}

/* A file with this text, imported; false: refused, and the diags say why. */
static inline bool
import_text(struct place *p, struct store *s, const char *name, const char *text,
            struct imported *ret)
{
	struct import_how how = { .act = act_at("2026-11-23T05:00:00Z") };
	struct str        path = file_put(place_path(p, name), str_from(text));

	how.act.why = STR_NONE;
	return import_file(&p->arena, s, path, &how, &p->diags, ret);
}

static inline void
register_undo(struct place *p, struct store *s, int64_t change)
{
	struct act act = act_at("2026-11-23T06:00:00Z");
	int64_t    as;

	if (!change_undo(s, change, &act, &p->diags, &as))
		fail_msg("%s", place_says(p));
}

/* The verdicts of everything as of a day. */
static inline struct barometer
register_judge(struct place *p, struct store *s, const struct look *l, const char *day)
{
	struct judge_when when = { .has_as_of = true };
	struct barometer  b;

	assert_true(day_from_iso(str_from(day), &when.as_of));
	if (!judge_all(&p->arena, s, &l->sn, when, &b)) {
		store_problem(s, &p->diags);
		fail_msg("%s", place_says(p));
	}
	return b;
}

static inline const struct barometer_row *
verdict_of(const struct barometer *b, const char *target)
{
	for (size_t i = 0; i < b->len; i++)
		if (str_eq(b->at[i].target->id, str_from(target)))
			return &b->at[i];
	fail_msg("no target %s", target);
	abort();
}

#endif

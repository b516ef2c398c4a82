/* crash.c - is an acknowledged save ever lost, doubled or half?
 *
 *	crash DIR RUNS [SEED]
 *	crash server URL CRASH RUNS     a PostgreSQL server, and the command that crashes it
 *
 * Each run takes a journey, a way to die and a write to die at; see vfs.h. The last line
 * counts runs and what was lost; the control (NORMAL) must lose something, or this program
 * would see nothing. Exit status 1 when a save was lost, doubled or half.
 */
#include "crash.h"
#include "port/clock.h"
#include "vfs.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SAVES_ON_SERVER 80              /* so that they last until it stops */

struct run {
	const struct journey *j;
	enum crash_how        how;
	int64_t               at;
	uint64_t              seed;
	int                   saves;    /* of the journey */
};

struct tally {
	int64_t runs, died, lost, doubled, half, unsound, refused;
};

static struct str base, db;             /* paths of the register before, and in a run */

static struct str
nonce_of(struct arena *a, const struct run *r, int i)
{
	return arena_printf(a, "%016llx%016x", (unsigned long long)r->seed, (unsigned)i);
}

static void
site_open(struct crash_site *s, struct str path)
{
	*s = (struct crash_site){ .viewer = { .db = path }, .door = { .db = path } };
}

static void
site_close(struct crash_site *s)
{
	viewer_close(&s->viewer);
	staff_door_close(&s->door);
	arena_free(&s->arena);
}

static struct store *
open_db(struct arena *a, struct str path, enum store_open mode)
{
	struct diags  d = diags_new(a);
	struct store *s = store_open(path, mode, &d);
	struct buf    b;

	if (s == NULL) {
		buf_init(&b, 1 << 16);
		diags_write(&d, &b);
		(void)fprintf(stderr, STR_FMT, STR_ARG(buf_str(&b)));
		buf_free(&b);
	}
	return s;
}

/* ---- the register before ---- */

static bool
add_person(struct crash_site *s, struct store *db_now)
{
	struct param p[] = { P_INT(1), P_TEXT(STR("åse")), P_TEXT(STR("Åse Sørensen")), P_TEXT(STR("")),
	                     P_TEXT(STR("da")), P_TEXT(STR("")), P_INT(clock_unix()) };
	bool         ok = store_begin(db_now) && store_run(db_now, STMT_ACCOUNT_ADD, p, COUNT_OF(p));

	s->account = 1;
	for (size_t r = 0; r < ROLE_COUNT && ok; r++) {
		struct param g[] = { P_INT(1), P_TEXT(role_code((enum role)r)), P_INT(0), P_INT(0) };

		ok = store_run(db_now, STMT_GRANT_ADD, g, COUNT_OF(g));
	}
	return ok && session_open(&s->arena, db_now, 1, clock_unix(), &s->token) && store_commit(db_now);
}

static bool
copy(struct str from, struct str to)
{
	FILE  *in = fopen(from.at, "rb"), *out = fopen(to.at, "wb");
	char   bytes[65536];
	size_t n;
	bool   ok = in != NULL && out != NULL;

	while (ok && (n = fread(bytes, 1, sizeof bytes, in)) > 0)
		ok = fwrite(bytes, 1, n, out) == n;
	if (in != NULL)
		(void)fclose(in);
	return out != NULL && fclose(out) == 0 && ok;
}

static void
drop(struct arena *a, struct str path)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < COUNT_OF(ends); i++)
		(void)unlink(arena_printf(a, STR_FMT "%s", STR_ARG(path), ends[i]).at);
}

/* The token is that of the journey's own register. */
static bool
prepare(struct crash_site *s, const struct journey *j)
{
	struct store *before;
	bool          ok;

	drop(&s->arena, base);
	before = open_db(&s->arena, base, STORE_CREATE);
	ok = before != NULL && add_person(s, before) && (j->prepare == NULL || j->prepare(s, before));
	store_close(before);
	return ok;
}

/* ---- a run ---- */

/* In a process of its own: tells each acknowledged save by a byte. */
static void
live(struct crash_site *s, const struct run *r, int to)
{
	crash_machine(r->how, r->at, r->seed);
	for (int i = 0; i < r->saves; i++)
		if (!r->j->save(s, i, nonce_of(&s->arena, r, i)) || write(to, "a", 1) != 1)
			_exit(2);
	_exit(0);
}

/* How many were acknowledged, and how it ended. */
static int
await(int from, pid_t child, int *status)
{
	char c;
	int  n = 0;

	while (read(from, &c, 1) == 1)
		n++;
	(void)waitpid(child, status, 0);
	return n;
}

static void
tell(const struct run *r, int save, const char *what)
{
	(void)printf("%s, way %d, write %lld, seed %llu: save %d %s\n", r->j->name, (int)r->how,
	    (long long)r->at, (unsigned long long)r->seed, save, what);
}

/* What is there must be all that was acknowledged, once, and perhaps the next. */
static void
look(struct crash_site *s, const struct run *r, int acknowledged, struct tally *t)
{
	struct store *now = open_db(&s->arena, db, STORE_WRITE);
	struct diags  d = diags_new(&s->arena);
	size_t        rows;

	if (now == NULL || !store_check(now, &d) || !trail_verify(now, &d, &rows)) {
		t->unsound++;
		tell(r, acknowledged, "left a register that is not sound");
		store_close(now);
		return;
	}
	for (int i = 0; i < r->saves; i++) {
		int64_t times = r->j->times(s, now, i);

		if (i < acknowledged && times == 0 && t->lost++ < 5 && r->how != CRASH_NORMAL)
			tell(r, i, "is lost");
		if (times > 1 && t->doubled++ < 5)
			tell(r, i, "is there twice");
		if (i > acknowledged && times > 0 && t->half++ < 5)
			tell(r, i, "is there before it was sent");
	}
	store_close(now);
}

/* The browser tries the last one again, and it is there once. */
static void
try_again(struct crash_site *s, const struct run *r, int acknowledged, struct tally *t)
{
	struct store *now;
	int           first = acknowledged > 0 ? acknowledged - 1 : 0;

	for (int i = first; i < r->saves && i <= acknowledged; i++)
		if (!r->j->save(s, i, nonce_of(&s->arena, r, i)) && t->refused++ < 5)
			tell(r, i, "is refused when it is sent again");
	now = open_db(&s->arena, db, STORE_READ);
	for (int i = first; now != NULL && i < r->saves && i <= acknowledged; i++)
		if (r->j->times(s, now, i) != 1 && t->doubled++ < 5)
			tell(r, i, "is not there once after it was sent again");
	store_close(now);
}

static void
one_run(const struct crash_site *of, const struct run *r, struct tally *t)
{
	struct crash_site s;
	int               pipes[2], status = 0, acknowledged;
	pid_t             child;

	site_open(&s, db);
	s.token = of->token;
	s.account = of->account;
	drop(&s.arena, db);
	if (!copy(base, db) || pipe(pipes) != 0)
		abort();
	child = fork();
	if (child == 0) {
		close(pipes[0]);
		live(&s, r, pipes[1]);
	}
	close(pipes[1]);
	acknowledged = await(pipes[0], child, &status);
	close(pipes[0]);
	t->runs++;
	t->died += WIFEXITED(status) && WEXITSTATUS(status) == CRASH_STATUS;
	t->refused += WIFEXITED(status) && WEXITSTATUS(status) == 2;
	look(&s, r, acknowledged, t);
	if (r->how != CRASH_NORMAL)
		try_again(&s, r, acknowledged, t);
	site_close(&s);
}

/* Writes of a whole journey, so that deaths are spread over it. */
static int64_t
count_writes(const struct crash_site *of, const struct journey *j)
{
	struct crash_site s;
	int               pipes[2], status;
	int64_t           n = 0;

	site_open(&s, db);
	drop(&s.arena, db);
	if (!copy(base, db) || pipe(pipes) != 0)
		abort();
	if (fork() == 0) {
		struct run r = { .j = j, .saves = SAVES };

		s.token = of->token;
		s.account = of->account;
		crash_machine(CRASH_NEVER, 0, 1);
		for (int i = 0; i < SAVES; i++)
			if (!j->save(&s, i, nonce_of(&s.arena, &r, i)))
				_exit(2);
		n = crash_writes();
		_exit(write(pipes[1], &n, sizeof n) == (ssize_t)sizeof n ? 0 : 2);
	}
	close(pipes[1]);
	if (read(pipes[0], &n, sizeof n) != (ssize_t)sizeof n)
		n = 0;
	close(pipes[0]);
	(void)wait(&status);
	site_close(&s);
	return n;
}

static bool
runs_of(const struct journey *j, int64_t runs, uint64_t seed, struct tally *strict, struct tally *control)
{
	struct crash_site s;
	int64_t           writes;
	bool              ok;

	site_open(&s, base);
	ok = prepare(&s, j);
	writes = ok ? count_writes(&s, j) : 0;
	for (int64_t i = 0; i < runs && writes > 0; i++) {
		struct run r = {
			.j = j, .how = i % 8 == 7 ? CRASH_NORMAL : i % 2 == 0 ? CRASH_KILL : CRASH_POWER,
			.at = 1 + (int64_t)((uint64_t)i * 2654435761u % (uint64_t)writes),
			.seed = seed + (uint64_t)i, .saves = SAVES,
		};

		one_run(&s, &r, r.how == CRASH_NORMAL ? control : strict);
	}
	site_close(&s);
	if (writes == 0)
		(void)printf("%s: the journey itself fails\n", j->name);
	return writes > 0;
}

/* ---- a server that is stopped at once ---- */

/* A register of its own for each run: URL with the last part replaced. */
static struct str
fresh_url(struct arena *a, struct str url, int64_t i)
{
	return arena_printf(a, STR_FMT "_crash_%lld", STR_ARG(url), (long long)i);
}

static bool
server_run(const struct journey *j, struct str url, const char *crash, int64_t i, struct tally *t)
{
	struct run         r = { .j = j, .at = i, .seed = (uint64_t)i + 1, .saves = SAVES_ON_SERVER };
	struct crash_site  s;
	int                pipes[2], status = 0, acknowledged;
	pid_t              child;
	bool               ok;

	db = base = url;
	site_open(&s, url);
	ok = prepare(&s, j) && pipe(pipes) == 0;
	child = ok ? fork() : -1;
	if (child == 0) {
		close(pipes[0]);
		live(&s, &r, pipes[1]);
	}
	if (child > 0) {
		close(pipes[1]);
		(void)usleep((unsigned)(i * 7919 % 40) * 1000);
		ok = system(crash) == 0;
		acknowledged = await(pipes[0], child, &status);
		close(pipes[0]);
		t->runs++;
		t->died += acknowledged < r.saves;
		look(&s, &r, acknowledged, t);
		try_again(&s, &r, acknowledged, t);
	}
	site_close(&s);
	return ok && child > 0;
}

static int
server(struct str url, const char *crash, int64_t runs)
{
	struct tally t = { 0 };
	struct arena a = { 0 };
	bool         ok = true;
	size_t       n = 0;

	while (journeys[n].name != NULL)
		n++;
	for (int64_t i = 0; i < runs && ok; i++)
		ok = server_run(&journeys[(size_t)i % n], fresh_url(&a, url, i), crash, i, &t);
	(void)printf("server stopped %lld times, %lld in the middle: %lld lost, %lld doubled, %lld half, "
	    "%lld unsound, %lld refused\n", (long long)t.runs, (long long)t.died, (long long)t.lost,
	    (long long)t.doubled, (long long)t.half, (long long)t.unsound, (long long)t.refused);
	arena_free(&a);
	return ok && t.died > 0 && t.lost + t.doubled + t.half + t.unsound + t.refused == 0 ? 0 : 1;
}

int
main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct tally strict = { 0 }, control = { 0 };
	int64_t      runs, seed = 1;
	size_t       n = 0;
	bool         ok = argc >= 3 && str_int(str_from(argv[2]), &runs) && runs > 0;

	if (argc == 5 && strcmp(argv[1], "server") == 0 && str_int(str_from(argv[4]), &runs))
		return server(str_from(argv[2]), argv[3], runs);
	if (!ok || (argc > 3 && !str_int(str_from(argv[3]), &seed))) {
		(void)fprintf(stderr, "usage: crash DIR RUNS [SEED]\n");
		return 2;
	}
	base = arena_printf(&a, "%s/before.db", argv[1]);
	db = arena_printf(&a, "%s/now.db", argv[1]);
	while (journeys[n].name != NULL)
		n++;
	for (size_t i = 0; i < n; i++)
		ok &= runs_of(&journeys[i], (runs + (int64_t)n - 1) / (int64_t)n, (uint64_t)seed, &strict, &control);
	(void)printf("%lld runs of %zu journeys, %lld died: %lld lost, %lld doubled, %lld half, %lld unsound, "
	    "%lld refused; control: %lld runs, %lld lost\n", (long long)strict.runs, n, (long long)strict.died,
	    (long long)strict.lost, (long long)strict.doubled, (long long)strict.half,
	    (long long)strict.unsound, (long long)strict.refused, (long long)control.runs, (long long)control.lost);
	arena_free(&a);
	ok &= strict.lost + strict.doubled + strict.half + strict.unsound + strict.refused == 0;
	return ok && control.lost > 0 ? 0 : 1;
}

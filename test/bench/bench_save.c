/* bench_save.c - a status form is saved 500 times, each time durable and with its row
 * in the trail, beside as many pages written with fdatasync(), on the same disk.
 *
 *	bench_save [DIR]        where the files are made; by default beside the program
 *
 * Prints one row of the bench table: measure, ours, peer, ratio, wanted. The two take
 * turns in short rounds, since a disk is not equally fast all the time; the medians of
 * the rates and of the rounds' ratios count.
 */
#include "app/forms.h"
#include "app/viewer.h"
#include "bench.h"
#include "port/clock.h"
#include <fcntl.h>
#include <unistd.h>

enum { SAVES = 500, ROUNDS = 50, EACH = SAVES / ROUNDS };

static void
build(struct store *s, struct arena *a)
{
	struct act      act = { STR("2026-01-01T00:00:00Z"), STR("bench"), STR("made up"), STR_NONE };
	struct noun_row unit = { 0 }, initiative = { 0 };
	struct things  *t = things_load(a, s);
	int64_t         change;

	must(t != NULL && store_begin(s) && change_add(s, &act, 0, 0, &change), "beginning");
	unit.text[UNIT_title] = STR("Havnekontoret på Ærø");
	initiative.text[INITIATIVE_title] = STR("Færge til Ærø");
	initiative.ref[INITIATIVE_unit] = add_noun(s, t, NOUN_UNIT, "hav", &unit);
	(void)add_noun(s, t, NOUN_INITIATIVE, "faerge", &initiative);
	must(store_commit(s), "committing");
}

static struct deed
deed_of(struct store *s, struct arena *a, const struct actor *who, int number)
{
	return (struct deed){
		.s = s, .a = a, .who = who, .at = STR("2026-11-23T04:00:00Z"), .now = clock_unix(),
		.nonce = arena_printf(a, "%032d", number), .faults = { .arena = a },
	};
}

/* What a page sends: a text of some hundred letters that is another each time. */
static void
save(struct store *s, const struct edition *ed, const struct actor *who, int number)
{
	struct arena        a = { 0 };
	struct posted_field field[] = {
		{ STR("version"), arena_printf(&a, "%d", number), false },
		{ STR("status"), arena_printf(&a, "Efter %d måneder sejler færgen igen, og 41 øboere har "
		  "fået arbejde på fastlandet. Isen var tyk i år, og der blev aflyst 17 afgange, men i "
		  "foråret kom den nye båd, og siden har der været afgang hver time. Næste gang måles der i "
		  "april, når årets tal fra havnen er talt op.", number), false },
	};
	struct posted       p = { .at = field, .len = COUNT_OF(field) };
	struct deed         d = deed_of(s, &a, who, number);
	int64_t             version;

	must(forms_save(&d, ed, 1, &p, NOTATION_DA, false, STR("/da/work/form/"), &version) == DEED_DONE &&
	    version == number + 1, "saving");
	arena_free(&a);
}

static double
ours(struct store *s, const struct edition *ed, const struct actor *who, int *number)
{
	double from = now();

	for (int i = 0; i < EACH; i++)
		save(s, ed, who, (*number)++);
	return EACH / (now() - from);
}

/* A page of 4096 bytes in place, as a database writes its log again: a file that grows
 * would cost more, for its length is written, too. */
static double
raw(int fd)
{
	char   page[4096];
	double from;

	memset(page, 'x', sizeof page);
	for (int i = 0; i < EACH; i++)
		must(pwrite(fd, page, sizeof page, i * (off_t)sizeof page) == (ssize_t)sizeof page, "writing");
	must(fsync(fd) == 0, "fsync");
	from = now();
	for (int i = 0; i < EACH; i++)
		must(pwrite(fd, page, sizeof page, i * (off_t)sizeof page) == (ssize_t)sizeof page &&
		    fdatasync(fd) == 0, "fdatasync");
	return EACH / (now() - from);
}

static void
open_form(struct store *s, struct arena *a, const struct edition *ed, const struct actor *who)
{
	struct posted_field field[] = {
		{ STR("initiative"), STR("faerge"), false }, { STR("period"), STR("2026"), false },
	};
	struct posted       p = { .at = field, .len = COUNT_OF(field) };
	struct deed         d = deed_of(s, a, who, 0);

	must(forms_open(&d, ed, &p, STR("/da/work/form/")) == DEED_DONE, "opening a form");
}

int
main(int argc, char **argv)
{
	struct arena  a = { 0 };
	struct diags  d = diags_new(&a);
	struct str    dir = argc > 1 ? str_from(argv[1]) : folder_of(argv[0]);
	struct str    db = arena_printf(&a, STR_FMT "/bench-save.db", STR_ARG(dir));
	struct str    file = arena_printf(&a, STR_FMT "/bench-save.raw", STR_ARG(dir));
	struct actor  who = { .account = 1, .title = STR("Åse Sørensen"),
	                      .grant = { { .role = ROLE_EDITOR } }, .grants = 1 };
	struct viewer viewer = { .db = db };
	const struct edition *ed;
	struct store *s;
	double        mine[ROUNDS], peer[ROUNDS], ratio[ROUNDS];
	int           number = 1, fd;

	(void)unlink(db.at);
	s = store_open(db, STORE_CREATE, &d);
	fd = open(file.at, O_CREAT | O_TRUNC | O_WRONLY, 0600);
	must(s != NULL && fd >= 0, "opening");
	build(s, &a);
	ed = viewer_edition(&viewer, &a, (struct judge_when){ .today = clock_today() });
	must(ed != NULL, "reading the register");
	open_form(s, &a, ed, &who);
	for (int i = 0; i < ROUNDS; i++) {
		peer[i] = raw(fd);
		mine[i] = ours(s, ed, &who, &number);
		ratio[i] = mine[i] / peer[i];
	}
	printf("a status form saved, with its trail row\t%.0f /s\t%.0f fdatasync/s\t%.2f\tat least 0.50 of raw "
	    "fdatasync\n", median(mine, ROUNDS), median(peer, ROUNDS),
	    median(ratio, ROUNDS));
	(void)close(fd);
	store_close(s);
	viewer_close(&viewer);
	(void)unlink(file.at);
	(void)unlink(db.at);
	(void)unlink(arena_printf(&a, STR_FMT "-wal", STR_ARG(db)).at);
	(void)unlink(arena_printf(&a, STR_FMT "-shm", STR_ARG(db)).at);
	arena_free(&a);
	return EXIT_SUCCESS;
}

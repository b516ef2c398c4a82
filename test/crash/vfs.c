#include "vfs.h"
#include "store/gather.h"
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PIECE 4096                      /* bytes that are on the disk together, or not */

struct undone {                         /* a write that is not synced yet */
	struct undone *before;
	sqlite3_int64  at, size;        /* of the file before it */
	int            len, had;        /* bytes there were: fewer where the file grew */
	unsigned char  old[];
};

struct file {
	sqlite3_file   base;
	struct undone *undone;
	struct file   *next;            /* of all that are open */
	sqlite3_file  *real;
};

static struct {
	sqlite3_vfs    vfs, *real;
	enum crash_how how;
	int64_t        at, writes;
	uint64_t       seed;
	struct file   *open;
} machine;

/* xorshift64* */
static uint64_t
chance(void)
{
	machine.seed ^= machine.seed >> 12;
	machine.seed ^= machine.seed << 25;
	machine.seed ^= machine.seed >> 27;
	return machine.seed * UINT64_C(2685821657736338717);
}

/* The write did not reach the disk: what was there before is there, and where the file
 * grew beyond it, nothing or zeros. */
static void
take_back(struct file *f, const struct undone *u)
{
	static const unsigned char zeros[65536];
	sqlite3_int64              size, end = u->at + u->len;

	if (u->had > 0)
		(void)f->real->pMethods->xWrite(f->real, u->old, u->had, u->at);
	(void)f->real->pMethods->xFileSize(f->real, &size);
	if (u->had < u->len && size == end)
		(void)f->real->pMethods->xTruncate(f->real, u->at + u->had);
	else if (u->had < u->len && u->len - u->had <= (int)sizeof zeros)
		(void)f->real->pMethods->xWrite(f->real, zeros, u->len - u->had, u->at + u->had);
}

static void
die(void)
{
	for (struct file *f = machine.open; f != NULL && machine.how != CRASH_KILL; f = f->next)
		for (struct undone *u = f->undone; u != NULL; u = u->before)
			if (chance() % 2 == 0)
				take_back(f, u);
	_exit(CRASH_STATUS);
}

static void
count(void)
{
	machine.writes++;
	if (machine.how != CRASH_NEVER && machine.writes == machine.at)
		die();
}

/* ---- files ---- */

static sqlite3_file *
real(sqlite3_file *f)
{
	return ((struct file *)f)->real;
}

static void
forget(struct file *f)
{
	while (f->undone != NULL) {
		struct undone *u = f->undone;

		f->undone = u->before;
		free(u);
	}
}

static int
file_close(sqlite3_file *base)
{
	struct file  *f = (struct file *)base;
	struct file **at = &machine.open;

	while (*at != NULL && *at != f)
		at = &(*at)->next;
	if (*at != NULL)
		*at = f->next;
	forget(f);
	return f->real->pMethods->xClose(f->real);
}

static int
file_read(sqlite3_file *f, void *to, int len, sqlite3_int64 at)
{
	return real(f)->pMethods->xRead(real(f), to, len, at);
}

static int
remember(struct file *f, int len, sqlite3_int64 at)
{
	struct undone *u = calloc(1, sizeof *u + (size_t)len);

	if (u == NULL)
		return SQLITE_NOMEM;
	u->before = f->undone;
	u->at = at;
	u->len = len;
	(void)f->real->pMethods->xFileSize(f->real, &u->size);
	u->had = u->size <= at ? 0 : u->size - at < len ? (int)(u->size - at) : len;
	if (u->had > 0)
		(void)f->real->pMethods->xRead(f->real, u->old, u->had, at);
	f->undone = u;
	return SQLITE_OK;
}

/* One that is long reaches the disk in pieces, as the system keeps files: page by page. */
static int
file_write(sqlite3_file *base, const void *from, int len, sqlite3_int64 at)
{
	struct file         *f = (struct file *)base;
	const unsigned char *bytes = from;
	int                  rc = SQLITE_OK;

	for (int done = 0, n; done < len && rc == SQLITE_OK; done += n) {
		n = PIECE - (int)((at + done) % PIECE);
		if (n > len - done)
			n = len - done;
		if (machine.how == CRASH_POWER || machine.how == CRASH_NORMAL)
			rc = remember(f, n, at + done);
		if (rc == SQLITE_OK)
			rc = f->real->pMethods->xWrite(f->real, bytes + done, n, at + done);
		count();
	}
	return rc;
}

static int
file_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	int rc = real(f)->pMethods->xTruncate(real(f), size);

	count();
	return rc;
}

static int
file_sync(sqlite3_file *base, int flags)
{
	struct file *f = (struct file *)base;
	int          rc = f->real->pMethods->xSync(f->real, flags);
	if (rc == SQLITE_OK)
		forget(f);
	return rc;
}

static int
file_size(sqlite3_file *f, sqlite3_int64 *ret)
{
	return real(f)->pMethods->xFileSize(real(f), ret);
}

static int
file_lock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xLock(real(f), level);
}

static int
file_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int
file_check(sqlite3_file *f, int *ret)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), ret);
}

/* PRAGMA synchronous = FULL is heard and not done, and asked for, it is said to be FULL:
 * begin_normal() has the last word. */
static int
deny_full(char **pragma)
{
	if (sqlite3_stricmp(pragma[1], "synchronous") != 0)
		return SQLITE_NOTFOUND;
	if (pragma[2] == NULL)
		pragma[0] = sqlite3_mprintf("2");
	return pragma[2] == NULL || sqlite3_stricmp(pragma[2], "FULL") == 0 ? SQLITE_OK : SQLITE_NOTFOUND;
}

static int
file_control(sqlite3_file *f, int op, void *arg)
{
	if (op == SQLITE_FCNTL_PRAGMA && machine.how == CRASH_NORMAL && deny_full(arg) == SQLITE_OK)
		return SQLITE_OK;
	return real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int
file_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int
file_device(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int
file_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **ret)
{
	return real(f)->pMethods->xShmMap(real(f), page, size, extend, ret);
}

static int
file_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
	return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}

static void
file_shm_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int
file_shm_unmap(sqlite3_file *f, int drop)
{
	return real(f)->pMethods->xShmUnmap(real(f), drop);
}

/* Version 2: with the log's shared memory, without memory-mapped files. */
static const sqlite3_io_methods methods = {
	2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock,
	file_unlock, file_check, file_control, file_sector, file_device, file_shm_map,
	file_shm_lock, file_shm_barrier, file_shm_unmap, NULL, NULL,
};

static int
machine_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *base, int flags, int *out)
{
	struct file *f = (struct file *)base;
	int          rc;

	(void)vfs;
	memset(f, 0, sizeof *f);
	f->real = (sqlite3_file *)(f + 1);
	rc = machine.real->xOpen(machine.real, name, f->real, flags, out);
	if (rc != SQLITE_OK)
		return rc;
	f->base.pMethods = &methods;
	f->next = machine.open;
	machine.open = f;
	return rc;
}

/* With each connection that is opened. */
static int
begin_normal(sqlite3 *db, char **error, const struct sqlite3_api_routines *unused)
{
	(void)error;
	(void)unused;
	return sqlite3_exec(db, "PRAGMA synchronous = NORMAL", NULL, NULL, NULL);
}

void
crash_machine(enum crash_how how, int64_t at, uint64_t seed)
{
	(void)sqlite3_vfs_unregister(sqlite3_vfs_find(gather_vfs()));   /* made anew above this one */
	machine.real = sqlite3_vfs_find(NULL);
	machine.vfs = *machine.real;
	machine.vfs.zName = "crash";
	machine.vfs.szOsFile = (int)sizeof(struct file) + machine.real->szOsFile;
	machine.vfs.xOpen = machine_open;
	machine.how = how;
	machine.at = at;
	machine.seed = seed | 1;
	if (sqlite3_vfs_register(&machine.vfs, 1) != SQLITE_OK || (how == CRASH_NORMAL &&
	    sqlite3_auto_extension((void (*)(void))begin_normal) != SQLITE_OK))
		abort();
}

int64_t
crash_writes(void)
{
	return machine.writes;
}

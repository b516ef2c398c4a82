#include "store/gather.h"
#include <sqlite3.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define NAME         "pejl"
#define FRAME_HEADER 24                 /* before each page; bytes 4 to 7: of a commit not 0 */
#define HELD_MAX     (32 * 1024)        /* more is written in several pieces */
#define AHEAD_MIN    (64 * 1024)        /* the log grows by as much as there is, within these */
#define AHEAD_MAX    (1024 * 1024)

struct log {
	sqlite3_file   base;
	sqlite3_file  *real;
	unsigned char *held;            /* HELD_MAX bytes; NULL: nothing was held yet */
	sqlite3_int64  size;            /* of the file, or less */
	sqlite3_int64  at, lost;        /* of the file: where it goes; what is missing, if `problem` */
	int            len, problem;
	bool           last;            /* a commit's page is next */
};

/* ---- what is held ---- */

/* Zeros behind what was written at the end of the file, so that the next commits need not
 * make it longer: that costs a sync more than their pages do. They are no frames, and when
 * there is no room for them there may be for frames. */
static void
grow(struct log *l)
{
	sqlite3_int64 end = l->at + l->len, ahead;

	if (end <= l->size || l->real->pMethods->xFileSize(l->real, &l->size) != SQLITE_OK ||
	    end < l->size)
		return;
	ahead = end < AHEAD_MIN ? AHEAD_MIN : end > AHEAD_MAX ? AHEAD_MAX : end;
	memset(l->held, 0, HELD_MAX);
	for (int n; ahead > 0; ahead -= n, end += n) {
		n = ahead < HELD_MAX ? (int)ahead : HELD_MAX;
		if (l->real->pMethods->xWrite(l->real, l->held, n, end) != SQLITE_OK)
			break;
	}
	l->size = end;
}

static int
put(struct log *l)
{
	int rc = SQLITE_OK;

	if (l->len > 0)
		rc = l->real->pMethods->xWrite(l->real, l->held, l->len, l->at);
	if (rc != SQLITE_OK) {
		l->problem = rc;
		l->lost = l->at;
	} else if (l->len > 0) {
		grow(l);
	}
	l->len = 0;
	l->last = false;
	return rc;
}

static bool
is_commit(const void *header)
{
	static const unsigned char none[4];

	return memcmp((const unsigned char *)header + 4, none, sizeof none) != 0;
}

/* A commit's header alone is not held: SQLite mends those of pages that it wrote twice in
 * a transaction, and nothing comes after the last. */
static bool
may_begin(struct log *l, const void *from, int len)
{
	if (len != FRAME_HEADER || is_commit(from))
		return false;
	if (l->held == NULL)
		l->held = malloc(HELD_MAX);
	return l->held != NULL;
}

static int
hold(struct log *l, const void *from, int len)
{
	bool whole = l->last;

	memcpy(l->held + l->len, from, (size_t)len);
	l->len += len;
	l->last = len == FRAME_HEADER && is_commit(from);
	return whole ? put(l) : SQLITE_OK;
}

/* ---- the log as a file ---- */

static sqlite3_file *
real(sqlite3_file *f)
{
	return ((struct log *)f)->real;
}

static int
log_write(sqlite3_file *f, const void *from, int len, sqlite3_int64 at)
{
	struct log *l = (struct log *)f;
	int         rc = SQLITE_OK;

	if (l->problem != SQLITE_OK && at > l->lost)
		return l->problem;
	l->problem = SQLITE_OK;
	if (l->len > 0 && (at != l->at + l->len || len > HELD_MAX - l->len))
		rc = put(l);
	if (rc != SQLITE_OK)
		return rc;
	if (l->len == 0 && !may_begin(l, from, len))
		return l->real->pMethods->xWrite(l->real, from, len, at);
	if (l->len == 0)
		l->at = at;
	return hold(l, from, len);
}

static int
log_close(sqlite3_file *f)
{
	struct log *l = (struct log *)f;

	(void)put(l);
	free(l->held);
	return l->real->pMethods->xClose(l->real);
}

static int
log_read(sqlite3_file *f, void *to, int len, sqlite3_int64 at)
{
	int rc = put((struct log *)f);

	return rc != SQLITE_OK ? rc : real(f)->pMethods->xRead(real(f), to, len, at);
}

static int
log_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	int rc = put((struct log *)f);

	((struct log *)f)->size = 0;
	return rc != SQLITE_OK ? rc : real(f)->pMethods->xTruncate(real(f), size);
}

static int
log_sync(sqlite3_file *f, int flags)
{
	struct log *l = (struct log *)f;
	int         rc = put(l);

	if (l->problem != SQLITE_OK)
		return l->problem;
	return rc != SQLITE_OK ? rc : l->real->pMethods->xSync(l->real, flags);
}

static int
log_size(sqlite3_file *f, sqlite3_int64 *ret)
{
	int rc = put((struct log *)f);

	return rc != SQLITE_OK ? rc : real(f)->pMethods->xFileSize(real(f), ret);
}

static int
log_control(sqlite3_file *f, int op, void *arg)
{
	int rc = put((struct log *)f);

	return rc != SQLITE_OK ? rc : real(f)->pMethods->xFileControl(real(f), op, arg);
}

static int
log_lock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xLock(real(f), level);
}

static int
log_unlock(sqlite3_file *f, int level)
{
	return real(f)->pMethods->xUnlock(real(f), level);
}

static int
log_check(sqlite3_file *f, int *ret)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), ret);
}

static int
log_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int
log_device(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static const sqlite3_io_methods methods = {
	.iVersion = 1, .xClose = log_close, .xRead = log_read, .xWrite = log_write,
	.xTruncate = log_truncate, .xSync = log_sync, .xFileSize = log_size, .xLock = log_lock,
	.xUnlock = log_unlock, .xCheckReservedLock = log_check, .xFileControl = log_control,
	.xSectorSize = log_sector, .xDeviceCharacteristics = log_device,
};

/* ---- opening ---- */

static int
gather_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out)
{
	sqlite3_vfs *below = vfs->pAppData;
	struct log  *l = (struct log *)f;
	int          rc;

	if ((flags & SQLITE_OPEN_WAL) == 0)
		return below->xOpen(below, name, f, flags, out);
	memset(l, 0, sizeof *l);
	l->real = (sqlite3_file *)(l + 1);
	rc = below->xOpen(below, name, l->real, flags, out);
	l->base.pMethods = l->real->pMethods != NULL ? &methods : NULL;
	return rc;
}

/* SQLite keeps what is registered until the program ends. Two threads that come at once
 * register two, which are the same. */
const char *
gather_vfs(void)
{
	sqlite3_vfs *below = sqlite3_vfs_find(NULL), *vfs;

	if (sqlite3_vfs_find(NAME) != NULL)
		return NAME;
	vfs = below != NULL ? malloc(sizeof *vfs) : NULL;
	if (vfs == NULL)
		return NULL;
	*vfs = *below;
	vfs->zName = NAME;
	vfs->pAppData = below;
	vfs->szOsFile = (int)sizeof(struct log) + below->szOsFile;
	vfs->xOpen = gather_open;
	if (sqlite3_vfs_register(vfs, 0) == SQLITE_OK)
		return NAME;
	free(vfs);
	return NULL;
}

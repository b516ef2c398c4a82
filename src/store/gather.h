/* gather.h - what a transaction adds to SQLite's log goes to the file in one write.
 *
 * SQLite writes each page of a commit by itself, and the 24 bytes before it by themselves:
 * fourteen writes for the save of a form. This VFS, above the one that is the default, keeps
 * what is appended to a log until the transaction's last page came, or until anything else
 * is asked of the file. Then it writes all of it, so whoever reads, syncs or measures the
 * log finds what SQLite wrote; and what others see, which is told after the last page, is in
 * the file as ever, whatever `synchronous` is. Where the log ends, zeros are written behind it,
 * which SQLite takes for no frames: a sync of a file that became longer costs several times
 * as much, on some disks twenty times. Other files are the default's own.
 *
 * A write that fails so late is told at that call, and nothing that SQLite adds behind what
 * was lost is written: each call says so until SQLite has begun again before it.
 */
#ifndef STORE_GATHER_H
#define STORE_GATHER_H

/* The name to open with; NULL, which is the default's, when there is no memory. */
const char *gather_vfs(void);

#endif

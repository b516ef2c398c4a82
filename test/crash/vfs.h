/* vfs.h - a machine that fails at a chosen write: a file system for SQLite on top of the
 * system's own.
 *
 * KILL: the process dies at that write, and what was written stays, as when a process is
 * killed. POWER: what was not synced since is on disk or not, write by write, as chance
 * (`seed`) has it, as when the power goes. NORMAL: POWER, and every connection commits with
 * synchronous=NORMAL, while the program believes that it has what it asked for and read
 * back: the control, which must lose.
 */
#ifndef TEST_CRASH_VFS_H
#define TEST_CRASH_VFS_H

#include <stdint.h>

enum crash_how { CRASH_NEVER, CRASH_KILL, CRASH_POWER, CRASH_NORMAL };

#define CRASH_STATUS 77                 /* the exit status of a process that died so */

/* Once in a process, before a database is opened: dies at write `at`, from 1. */
void    crash_machine(enum crash_how how, int64_t at, uint64_t seed);

/* Writes so far. */
int64_t crash_writes(void);

#endif

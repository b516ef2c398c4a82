/* inside.h - the program inside its test, for run.h under the sanitizers: there a program
 * takes three times as long to start as to do what most tests want, and a fork of one that
 * has started does the same from its first line. What is shipped is started as it is.
 *
 * A test of what starts the program again, as a child of itself, defines RUN_OUTSIDE.
 */
#ifndef TEST_CLI_INSIDE_H
#define TEST_CLI_INSIDE_H

#if defined(__has_feature) && !defined(RUN_OUTSIDE)
#if __has_feature(address_sanitizer)
#define RUN_INSIDE
#endif
#endif

#ifdef RUN_INSIDE

int pejl_main(int argc, char *argv[]);

#define main         pejl_main
#define find_command pejl_find_command
#define setting      pejl_setting
#define run          pejl_run
#define finish       pejl_finish
#define write_out    pejl_write_out
#include "../../src/cli/main.c"
#undef main
#undef find_command
#undef setting
#undef run
#undef finish
#undef write_out

/* In a fork: the program from its first line to its exit, with the leaks it is asked for. */
static inline _Noreturn void
pejl_inside(char *const *words, char **environment)
{
	int n = 0;

	while (words[n] != NULL)
		n++;
	environ = environment;
	exit(pejl_main(n, (char **)(uintptr_t)words));
}

#endif
#endif

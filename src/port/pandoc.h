/* pandoc.h - documents in formats of word processors, turned by pandoc.
 *
 * pandoc is a child process: it reads the input on its standard input and answers on
 * its standard output, writes no file, and has limits of time, memory and output. A
 * document that is too much for it ends pandoc, not us. What others wrote is read with
 * --sandbox, so that nothing it names is fetched or read; a DOCX cannot be written so
 * (Debian's looks for its template in a file), and is made of what we wrote ourselves.
 */
#ifndef PORT_PANDOC_H
#define PORT_PANDOC_H

#include "base/diag.h"

struct pandoc {
	const char *const *args;        /* what it is told behind its name; ends with NULL */
	int                seconds;     /* that it may compute; it may take twice as many */
	size_t             most;        /* bytes that it may answer */
	const char *const *env;         /* "NAME=value" before what is inherited; NULL: nothing */
};

/* What is told for the ways we go; a caller may have others. */
extern const struct pandoc pandoc_docx_to_html, pandoc_odt_to_html, pandoc_html_to_docx;

/* Turns `in`; the answer is in `a`. A diag at `where` says that pandoc is not
 * installed, took too long, said too much or ended, and then with its own words. */
MUST_CHECK bool pandoc_run(struct arena *a, const struct pandoc *how, struct str where,
                           struct str in, struct diags *d, struct str *ret);

#endif

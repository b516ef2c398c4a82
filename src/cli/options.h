/* options.h - the words of the command line, sorted into options and the rest.
 *
 * Options have one long name each, are never abbreviated and may stand anywhere
 * before "--": "--name", "--name VALUE" or "--name=VALUE". A word that begins
 * with one dash is no option: "-10 procentpoint" is a phrase. Only "-o FILE" is one, since
 * that is how everybody writes "--output FILE".
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "cli/cli.h"

/* L(letter in command tables, name, wants a value). Those in OPTIONS_ANYWHERE
 * belong to every command. */
#define OPTIONS(L)                                                              \
	L('d', "db", true) L('L', "locale", true) L('g', "lang", true)          \
	L('j', "json", false) L('a', "as-of", true) L('k', "known-on", true)    \
	L('n', "dry-run", false) L('r', "review", false) L('A', "all", false)   \
	L('w', "who", true) L('y', "why", true) L('p', "port", true)            \
	L('l', "listen", true) L('S', "sarif", false) L('v', "verbose", false)  \
	L('b', "by", true) L('s', "set", true) L('u', "unit-of", true)          \
	L('c', "csv", false) L('x', "xlsx", true)                               \
	L('U', "unix", true) L('e', "expose", false) L('o', "log", true)        \
	L('W', "workers", true) L('P', "publish", false)                        \
	L('t', "title", true) L('m', "mail", true) L('R', "role", true)         \
	L('O', "site", true) L('B', "before", true) L('M', "remove", false) L('E', "mail-settings", true)\
	L('C', "check", false) L('T', "sso-settings", true)                     \
	L('f', "of", true) L('F', "output", true)                               \
	L('i', "since", true) L('Z', "release", true) L('K', "compare", true)   \
	L('Q', "corrects", true)                                                \
	L('N', "allow-private", false) L('I', "timeout", true) L('H', "source-hosts", true) \
	L('h', "help", false) L('V', "version", false)

#define OPTIONS_ANYWHERE "dLghV"

struct options {
	char        letter[64];         /* which were given, each once */
	size_t      letters;
	char      **word;               /* the rest, in order */
	int         words;
};

/* Reads argv into `c` and `*ret`; false: what is wrong was said. */
MUST_CHECK bool options_read(struct cli *c, int argc, char *argv[], struct options *ret);

bool            options_has(const struct options *o, char letter);

/* The first given option that is not among `letters` and does not belong
 * everywhere: its name, or NULL. */
const char     *options_stray(const struct options *o, const char *letters);

#endif

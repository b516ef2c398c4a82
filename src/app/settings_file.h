/* settings_file.h - a file of settings: lines of "name = value"; what follows '#' at the
 * start of a line is a remark. Each name once, but for one that may come again and again.
 *
 *	struct settings_file f = { .a = a, .d = d, .path = path, .name = names,
 *	    .names = COUNT_OF(names), .many = NAME_ROLE, .hint = "site, issuer and role there are" };
 *	settings_file_read(&f, text);
 *	... f.value[NAME_SITE], f.list ...
 */
#ifndef APP_SETTINGS_FILE_H
#define APP_SETTINGS_FILE_H

#include "base/diag.h"

#define SETTINGS_MOST  24
#define SETTINGS_BYTES ((size_t)64 << 10)       /* of a file */

struct settings_line {
	struct str value;
	size_t     line;                /* 0: not given */
};

struct settings_file {
	struct arena     *a;
	struct diags     *d;
	struct str        path;
	const struct str *name;         /* that there are */
	size_t            names;
	size_t            many;         /* the one that may come again; `names`: none */
	const char       *hint;         /* for a name that there is not */
	struct settings_line value[SETTINGS_MOST];      /* by name; empty: not given */
	struct settings_line *list;     /* of `many` */
	size_t            len, cap;
};

/* Takes `text` apart; each line that is wrong is a diag. */
void settings_file_read(struct settings_file *f, struct str text);

/* Says so of a line (0: of the file); returns false. */
bool settings_file_wrong(const struct settings_file *f, size_t line, const char *message,
                         const char *hint);

/* What a file of its own holds, as a password does: one line. False with a diag. */
MUST_CHECK bool settings_file_secret(const struct settings_file *f, size_t name, struct str *ret);

/* "https://barometer.aeroe.dk", where pages are; without the '/' at its end in `*ret`. */
MUST_CHECK bool settings_file_site(const struct settings_file *f, size_t name, struct str *ret);

#endif

/* package_columns.h - the files of a data package and their columns. */
#ifndef APP_PACKAGE_COLUMNS_H
#define APP_PACKAGE_COLUMNS_H

#include "app/sheet.h"
#include "model/noun.h"

#define PACKAGE_JSON STR("datapackage.json")

#define CHANGE_COLUMNS(X)                                                             \
	X(id, INT) X(at, TEXT) X(who, TEXT) X(why, TEXT) X(document, TEXT)            \
	X(undoes, INT) X(nonce, TEXT)
#define LINE_COLUMNS(X) X(document, TEXT) X(line, INT) X(text, TEXT)

#define RELEASE_LINE_COLUMNS(X) X(release, TEXT) X(part, TEXT) X(line, INT) X(text, TEXT)

enum change_column {
#define X(name, type) CHANGE_##name,
	CHANGE_COLUMNS(X)
#undef X
	CHANGE_COLUMN_COUNT
};

enum line_column {
#define X(name, type) LINE_##name,
	LINE_COLUMNS(X)
#undef X
	LINE_COLUMN_COUNT
};

enum release_line_column {
#define X(name, type) RELEASE_LINE_##name,
	RELEASE_LINE_COLUMNS(X)
#undef X
	RELEASE_LINE_COLUMN_COUNT
};

/* Before a noun's own columns stand id, since, until; behind them line, col,
 * quote. */
enum { BEFORE_id, BEFORE_since, BEFORE_until, BEFORE_COUNT };
enum { BEHIND_line, BEHIND_col, BEHIND_quote, BEHIND_COUNT };

struct package_column {
	struct str       name;
	enum column_type type;
};

struct package_file {
	struct str            path, table;
	struct package_column column[SHEET_COLUMNS];
	size_t                columns;
	size_t                key;      /* the first so many columns are the primary key */
};

struct package_file package_noun_file(enum noun n);
struct package_file package_change_file(void);
struct package_file package_line_file(void);
struct package_file package_release_line_file(void);
struct package_file package_observation_file(void);

/* Only the names, for sheet_open(). */
size_t package_names(const struct package_file *f, struct str *names);

/* datapackage.json: all files with the names and types of their columns; `public`: only
 * those of nouns that everybody may read. */
void package_describe(struct buf *b, bool public);

#endif

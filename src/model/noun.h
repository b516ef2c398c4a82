/* noun.h - what the program knows about the nouns of the register.
 *
 * nouns.h holds the table; this header makes it available: kinds as an enum,
 * columns as numbers and as rows with their type.
 */
#ifndef MODEL_NOUN_H
#define MODEL_NOUN_H

#include "base/arena.h"
#include "model/nouns.h"

enum noun {
#define N(id, table, one, many, da, columns) NOUN_##id,
	NOUNS(N)
#undef N
	NOUN_COUNT,
	NOUN_NONE = NOUN_COUNT, NOUN_ANY
};

enum column_type { COLUMN_TEXT, COLUMN_CODE, COLUMN_NUMBER, COLUMN_INT, COLUMN_FLAG,
                   COLUMN_DATE, COLUMN_REF };

struct noun_column {
	struct str       name;
	enum column_type type;
	enum noun        refers;        /* REF: kind of thing, NOUN_ANY, or NOUN_NONE */
};

#define NOUN_COLUMNS_MAX 26

struct noun_info {
	struct str                table, one, many, da;
	const struct noun_column *column;
	size_t                    columns;
};

extern const struct noun_info noun_info[NOUN_COUNT];

/* Column numbers: DOCUMENT_title, TARGET_kind, ... */
#define C(prefix, name, type, refers) prefix##_##name,
#define N(id, table, one, many, da, columns) \
	enum { columns(C, id) id##_COLUMN_COUNT };
NOUNS(N)
#undef N
#undef C

/* A term of the glossary: singular or plural, English or Danish, any case,
 * '-', '_' or blank between words. */
MUST_CHECK bool noun_from_term(struct str term, enum noun *ret);
/* As addresses of the API name it: "comparator-sets". */
struct str noun_plural(struct arena *a, enum noun n);
/* May everybody read it? Proposals and what they hold are for those who decide. */
bool       noun_is_public(enum noun n);
/* By the name of its table, exactly. */
MUST_CHECK bool noun_from_table(struct str table, enum noun *ret);
MUST_CHECK bool noun_column(enum noun n, struct str name, size_t *ret);

#endif

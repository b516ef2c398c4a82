/* words.h - texts in both languages as JSON: {"da":...,"en":...}, and things as they
 * are named. */
#ifndef EXPORT_WORDS_H
#define EXPORT_WORDS_H

#include "export/schema.h"
#include "model/barometer.h"

extern const struct schema schemas_words[];

/* What there is not in a language is null. */
void export_words(struct json *j, const char *key, struct str da, struct str en);

/* Without a text in Danish nothing, and no member for a language that has none. */
void export_words_some(struct json *j, const char *key, struct str da, struct str en);

/* {"id","title":{"da","en"}}, or null where there is no such thing. */
void export_named(struct json *j, const char *key, const struct named *n);
/* The same as an item of a list. */
void export_named_item(struct json *j, const struct named *n);

#endif

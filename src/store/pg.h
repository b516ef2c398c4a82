/* pg.h - what the tools around PostgreSQL need to know of a connection. */
#ifndef STORE_PG_H
#define STORE_PG_H

#include "store/driver.h"

extern const struct token pg_token[];

enum failure pg_failure(struct str sqlstate);

/* The address as environment variables, password included; ends with NULL. */
const char *const *pg_environment(struct arena *a, struct str url);
const char        *pg_database(const struct store *s);

bool pg_backup(struct store *s, struct str url, struct str file);
bool pg_restore(struct store *s, struct str url, struct str file);

#endif

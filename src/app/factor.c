#include "app/factor.h"
#include "model/fault.h"
#include "port/seal.h"
#include <stdlib.h>

struct place {
	struct str path;                /* empty: nobody said where */
	bool       guarded;             /* by the service manager, which made it, too */
};

static struct place
place_of(struct arena *a, const struct store *s)
{
	struct str      named = str_from(getenv(FACTOR_KEY_VARIABLE));
	struct str      folder = str_from(getenv("CREDENTIALS_DIRECTORY")), file = store_file(s);
	struct place    at = { .guarded = true };
	struct seal_key unused;

	if (named.len > 0)
		return (struct place){ .path = named };
	at.path = arena_printf(a, STR_FMT "/" FACTOR_KEY_CREDENTIAL, STR_ARG(folder));
	if (folder.len > 0 && seal_key_read(at.path, true, &unused) != SEAL_FILE_ABSENT)
		return at;
	if (file.len == 0)
		return (struct place){ .path = STR_NONE };
	return (struct place){ .path = arena_printf(a, STR_FMT ".key", STR_ARG(file)) };
}

static struct str
marked(struct arena *a, int64_t account, struct str secret)
{
	return arena_printf(a, "%lld:" STR_FMT, (long long)account, STR_ARG(secret));
}

bool
factor_seal(struct arena *a, struct store *s, int64_t account, struct str secret, struct str *ret,
            const char **fault)
{
	struct place    at = place_of(a, s);
	struct seal_key key;
	enum seal_file  how = at.path.len > 0 ? seal_key_read(at.path, at.guarded, &key) : SEAL_FILE_CLOSED;
	int64_t         sealed;

	*fault = NULL;
	if (!store_get_int(s, STMT_ACCOUNT_SEALED, NULL, 0, &sealed))
		return false;
	if (how == SEAL_FILE_ABSENT && sealed == 0)
		how = seal_key_make(at.path, &key);
	if (how == SEAL_FILE_READ)
		*ret = seal_shut(a, &key, marked(a, account, secret));
	else
		*fault = N_("A second factor cannot be set up now: the server has no key to keep it safe. "
		    "Tell those who run the server.");
	return true;
}

bool
factor_open(struct arena *a, const struct store *s, int64_t account, struct str sealed,
            struct str *ret)
{
	struct place    at = place_of(a, s);
	struct str      mark = marked(a, account, STR("")), text;
	struct seal_key key;

	if (at.path.len == 0 || seal_key_read(at.path, at.guarded, &key) != SEAL_FILE_READ ||
	    !seal_open(a, &key, sealed, &text) || !str_starts(text, mark))
		return false;
	*ret = str_slice(text, mark.len, text.len);
	return true;
}

/* ---- before it serves ---- */

static struct str
what_is_wrong(enum seal_file how)
{
	switch (how) {
	case SEAL_FILE_READ:
		return STR("this is not the key under which the second factors are sealed");
	case SEAL_FILE_ABSENT:
		return STR("the key of the second factors is not here");
	case SEAL_FILE_EXPOSED:
		return STR("others than its owner may read the key of the second factors");
	case SEAL_FILE_BAD:
		return STR("no key of second factors stands in this file");
	case SEAL_FILE_CLOSED:
		return STR("the key of the second factors cannot be read");
	}
	abort();
}

static void
warn(struct diags *d, struct place at, size_t shut)
{
	struct seal_key unused;
	enum seal_file  how = at.path.len > 0 ? seal_key_read(at.path, at.guarded, &unused) : SEAL_FILE_ABSENT;
	struct str      hint = how == SEAL_FILE_EXPOSED ? STR("chmod 600") : arena_printf(d->arena,
	    "put the key back that was here, or say where it is with $" FACTOR_KEY_VARIABLE "; if it is lost, "
	    "%zu second factors must be set up anew: pejl user reset NAME, for each", shut);

	(void)diag_add(d, (struct diag){
		.level = DIAG_WARNING, .where = at.path.len > 0 ? at.path : STR("$" FACTOR_KEY_VARIABLE),
		.message = what_is_wrong(how), .hint = hint,
	});
}

bool
factor_check(struct arena *a, struct store *s, struct diags *d)
{
	size_t     shut = 0;
	struct str unused;

	if (!store_query(s, STMT_ACCOUNT_SECRETS, NULL, 0))
		return false;
	while (store_next(s, STMT_ACCOUNT_SECRETS))
		shut += !factor_open(a, s, store_int(s, STMT_ACCOUNT_SECRETS, 0),
		    store_text(s, STMT_ACCOUNT_SECRETS, 1), &unused);
	if (store_failed(s))
		return false;
	if (shut > 0)
		warn(d, place_of(a, s), shut);
	else if (place_of(a, s).path.len == 0)
		(void)diag_add(d, (struct diag){
			.level = DIAG_WARNING, .where = STR("$" FACTOR_KEY_VARIABLE),
			.message = STR("nobody can set up a second factor: there is no place for its key"),
			.hint = STR("name a file; see 'The key of the second factors' in the handbook"),
		});
	return true;
}

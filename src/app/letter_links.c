#include "app/letter_links.h"
#include "port/secret.h"

static const struct str codes[LETTER_LINK_COUNT] = {
#define X(id, code) STR_INIT(code),
	LETTER_LINKS(X)
#undef X
};

bool
letter_link_new(struct arena *a, struct store *s, enum letter_link kind, int64_t target,
                int64_t now, struct str *ret)
{
	struct str   token = secret_new(a);
	struct param p[] = { P_TEXT(secret_digest(a, "letter", token)), P_TEXT(codes[kind]),
	                     P_INT(target), P_INT(now) };

	if (!store_run(s, STMT_LETTER_LINK_ADD, p, COUNT_OF(p)))
		return false;
	*ret = token;
	return true;
}

bool
letter_link_find(struct arena *a, struct store *s, enum letter_link kind, struct str token,
                 int64_t *ret)
{
	struct param p[] = { P_TEXT(secret_digest(a, "letter", token)), P_TEXT(codes[kind]) };

	if (token.len == SECRET_TEXT)
		return store_get_int(s, STMT_LETTER_LINK_FIND, p, COUNT_OF(p), ret);
	*ret = 0;
	return true;
}

bool
letter_link_drop(struct store *s, enum letter_link kind, int64_t target)
{
	struct param p[] = { P_TEXT(codes[kind]), P_INT(target) };

	return store_run(s, STMT_LETTER_LINK_DROP, p, COUNT_OF(p));
}

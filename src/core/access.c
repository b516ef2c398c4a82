#include "core/access.h"
#include "base/codes.h"

static const struct {
	struct str code, da, en;
	bool       second;
} roles[ROLE_COUNT] = {
#define X(id, code, da, en, second) { STR_INIT(code), STR_INIT(da), STR_INIT(en), second },
	ROLES(X)
#undef X
};

static const uint32_t granted[RIGHT_COUNT] = {
#define X(id, roles, what) roles,
	RIGHTS(X)
#undef X
};

struct str
role_code(enum role r)
{
	return roles[r].code;
}

struct str
role_title(enum role r, bool danish)
{
	return danish ? roles[r].da : roles[r].en;
}

bool
role_wants_second_factor(enum role r)
{
	return roles[r].second;
}

bool
role_from_code(struct str code, enum role *ret)
{
	return CODE_READ(roles, roles->code, code, ret);
}

static bool
grants(const struct grant *g, enum right r)
{
	return (granted[r] & UINT32_C(1) << g->role) != 0;
}

bool
access_has(const struct actor *who, enum right r)
{
	for (size_t i = 0; who != NULL && i < who->grants; i++)
		if (grants(&who->grant[i], r))
			return true;
	return false;
}

static bool
covers(const struct grant *g, const int64_t *units, size_t len, int64_t policy)
{
	if (g->policy != 0 && g->policy != policy)
		return false;
	if (g->unit == 0)
		return true;
	for (size_t i = 0; i < len; i++)
		if (units[i] == g->unit)
			return true;
	return false;
}

bool
access_may(const struct actor *who, enum right r, const int64_t *units, size_t len,
           int64_t policy)
{
	for (size_t i = 0; who != NULL && i < who->grants; i++)
		if (grants(&who->grant[i], r) && covers(&who->grant[i], units, len, policy))
			return true;
	return false;
}

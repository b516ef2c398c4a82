#include "app/unit_chain.h"

size_t
unit_chain(const struct snapshot *sn, int64_t unit, int64_t ret[UNIT_CHAIN_MAX])
{
	size_t n = 0;

	for (; unit != 0 && n < UNIT_CHAIN_MAX; unit = snapshot_ref(sn, unit, UNIT_parent))
		ret[n++] = unit;
	return n;
}

bool
unit_stands_under(const struct snapshot *sn, int64_t unit, int64_t above)
{
	int64_t chain[UNIT_CHAIN_MAX];
	size_t  n = unit_chain(sn, unit, chain);

	for (size_t i = 0; i < n; i++)
		if (chain[i] == above)
			return true;
	return false;
}

bool
unit_may(const struct actor *who, enum right r, const struct snapshot *sn, int64_t unit,
         int64_t policy)
{
	int64_t chain[UNIT_CHAIN_MAX];

	return access_may(who, r, chain, unit_chain(sn, unit, chain), policy);
}

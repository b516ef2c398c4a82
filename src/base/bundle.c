#include "base/bundle.h"

bool
bundle_cut(struct str *bundle, struct str *words, struct str *bytes)
{
	struct str rest = *bundle, line = str_cut(&rest, '\n');
	int64_t    len;

	if (!str_int(str_cut(&line, ' '), &len) || len < 0 || (uint64_t)len > rest.len)
		return false;
	*words = line;
	*bytes = str_slice(rest, 0, (size_t)len);
	*bundle = str_slice(rest, (size_t)len, rest.len);
	return true;
}

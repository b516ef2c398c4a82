#include "port/base64.h"
#include <sodium.h>

struct str
base64_write(struct arena *a, struct str bytes)
{
	size_t size = sodium_base64_ENCODED_LEN(bytes.len, sodium_base64_VARIANT_ORIGINAL);
	char  *to = ARENA_ARRAY(a, char, size);

	(void)sodium_bin2base64(to, size, (const unsigned char *)bytes.at, bytes.len,
	    sodium_base64_VARIANT_ORIGINAL);
	return (struct str){ to, size - 1 };
}

bool
base64_read(struct arena *a, struct str text, struct str *ret)
{
	unsigned char *to = ARENA_ARRAY(a, unsigned char, text.len / 4 * 3 + 3);
	const char    *end;
	size_t         len;

	if (sodium_base642bin(to, text.len / 4 * 3 + 3, text.at, text.len, NULL, &len, &end,
	    sodium_base64_VARIANT_ORIGINAL) != 0 || end != text.at + text.len)
		return false;
	*ret = (struct str){ (const char *)to, len };
	return true;
}

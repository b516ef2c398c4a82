#include "port/qr.h"
#include <qrencode.h>

bool
qr_make(struct arena *a, struct str text, struct str *ret, size_t *side)
{
	QRcode *code = QRcode_encodeString8bit(str_dup(a, text).at, 0, QR_ECLEVEL_M);
	size_t  n;
	char   *to;

	if (code == NULL)
		return false;
	n = (size_t)code->width;
	to = ARENA_ARRAY(a, char, n * n + 1);
	for (size_t i = 0; i < n * n; i++)
		to[i] = (code->data[i] & 1) != 0 ? '1' : '0';
	QRcode_free(code);
	*ret = (struct str){ to, n * n };
	*side = n;
	return true;
}

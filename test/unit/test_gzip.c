/* What is packed is unpacked by zlib itself to what it was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <zlib.h>
#include "port/gzip.h"

#define ROOM (1 << 20)

static void
check_unpacks(struct str packed, struct str wanted)
{
	static unsigned char out[ROOM];
	z_stream             s = { 0 };

	s.next_in = (z_const Bytef *)(uintptr_t)packed.at;
	s.avail_in = (uInt)packed.len;
	s.next_out = out;
	s.avail_out = ROOM;
	assert_int_equal(inflateInit2(&s, 15 + 16), Z_OK);
	assert_int_equal(inflate(&s, Z_FINISH), Z_STREAM_END);
	assert_int_equal(s.avail_in, 0);
	assert_int_equal(s.total_out, wanted.len);
	assert_memory_equal(out, wanted.at, wanted.len);
	assert_int_equal(inflateEnd(&s), Z_OK);
}

/* One packer, texts of many lengths, both efforts in turn. */
static void
packs_texts(void **state)
{
	struct gzip *z = gzip_open();
	struct buf   text, packed;

	(void)state;
	assert_non_null(z);
	buf_init(&text, ROOM);
	for (int i = 0; i < 40; i++) {
		for (int k = 0; k < i * 60; k++)
			buf_putf(&text, "blå grød på Ærø %d, ", i * k);
		buf_init(&packed, ROOM);
		BUF_LIT(&packed, "foran");
		assert_true(gzip_pack(z, i % 3 == 0 ? GZIP_BEST : GZIP_FAST, buf_str(&text), &packed));
		check_unpacks(str_slice(buf_str(&packed), 5, packed.len), buf_str(&text));
		buf_free(&packed);
		if (text.len > ROOM / 2)
			text.len = 0;
	}
	buf_free(&text);
	gzip_close(z);
	gzip_close(NULL);
}

static void
says_when_there_is_no_room(void **state)
{
	struct gzip *z = gzip_open();
	struct buf   little;
	char         noise[4096];
	uint32_t     x = 1;

	(void)state;
	for (size_t i = 0; i < sizeof noise; i++) {
		x = x * 1664525 + 1013904223;
		noise[i] = (char)(x >> 24);
	}
	buf_init(&little, 1024);
	BUF_LIT(&little, "å");
	assert_false(gzip_pack(z, GZIP_FAST, (struct str){ noise, sizeof noise }, &little));
	assert_true(buf_ok(&little));
	assert_true(str_eq(buf_str(&little), STR("å")));
	assert_true(gzip_pack(z, GZIP_FAST, STR("å"), &little));
	check_unpacks(str_slice(buf_str(&little), 2, little.len), STR("å"));
	buf_free(&little);
	gzip_close(z);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(packs_texts), cmocka_unit_test(says_when_there_is_no_room),
	};

	return cmocka_run_group_tests_name("gzip", tests, NULL, NULL);
}

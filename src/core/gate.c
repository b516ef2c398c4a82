#include "core/gate.h"
#include "core/scan.h"

static const uint64_t gate[GATE_BITS / 64] = {
	0x0000100040010104, 0x000406c081001004, 0x0400000000000000, 0x0210000080008084,
	0x0220000000000802, 0x0b04140600100001, 0x0000080000402010, 0x0000000080608809,
	0x0044040000800000, 0x0000080000010080, 0x0000024000000800, 0x0100210010200282,
	0x00000020402000a8, 0x0000040100000000, 0x0001202800000010, 0x1000000420010000,
	0x2200000800020202, 0x8814000000008200, 0x0000080800028000, 0x0100000800000809,
	0x1000014100010000, 0x20000200d0a52004, 0x0000000100000004, 0x0004c00000400200,
	0x0010000800020000, 0x0880000202200040, 0x004000000200004c, 0x4040004001000000,
	0x8010820000003300, 0x0100080000060200, 0x0050000000400022, 0x0002024080002800,
	0x00f4802044100000, 0x0000000000000810, 0x0000004120010000, 0x0100000020040200,
	0x0000800020000044, 0x8003000000000092, 0x0001200000000000, 0x3000200040200000,
	0x00000410000080a2, 0x0300408050400008, 0x0000040800100800, 0x0200402001000000,
	0x1001202201400008, 0x4180800000040000, 0x0800a00088020a00, 0x0000004000000c10,
	0x0000000040400801, 0x0220220040800000, 0x0808001800000401, 0x4001020000000020,
	0x11200004000b00b0, 0x0450900404404200, 0x0000050008000000, 0x0380800000000a00,
	0x8141400080c04000, 0x0090450a04400000, 0x0018010000004e00, 0x0000000800000200,
	0x2068000000000004, 0x0200040000000000, 0x0802000002000a09, 0x0000000020440000,
};

/* Letters from `at`, hashed in lower case (FNV-1a); 0: one letter or none. */
static uint32_t
hash_of(struct str s, size_t at)
{
	uint32_t hash = 2166136261u;
	size_t   first = at, n, letters = 0;

	while ((n = scan_letter(s, at)) > 0) {
		for (size_t end = at + n; at < end; at++) {
			unsigned char c = n == 1 ? (unsigned char)(s.at[at] | 0x20) : (unsigned char)scan_first(s, at);

			hash = (hash ^ c) * 16777619u;
		}
		letters++;
	}
	return letters < 2 || at == first ? 0 : hash | 1;
}

static size_t
bit_at(struct str s, size_t at)
{
	uint32_t hash = hash_of(s, at);

	return hash == 0 ? GATE_BITS : (hash >> 8 ^ hash >> 20) % GATE_BITS;
}

size_t
gate_bit(struct str phrase)
{
	return bit_at(phrase, 0);
}

/* "femogtyve", "trehundrede": numerals that are put together of table words, the
 * first of two to four bytes. */
static bool
is_compound(struct str word)
{
	if (str_ends(word, STR("hundrede")))
		return true;
	for (size_t og = 2; og <= 4; og++)
		if (str_starts(str_slice(word, og, word.len), STR("og")))
			return true;
	return false;
}

bool
gate_may_begin(struct str text, size_t at)
{
	size_t bit = bit_at(text, at);

	return bit == GATE_BITS || (gate[bit / 64] >> bit % 64 & 1) != 0 ||
	    is_compound(str_slice(text, at, scan_word(text, at)));
}

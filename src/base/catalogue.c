#include "base/catalogue.h"
#include "base/plural.h"

#define MAGIC      UINT32_C(0x950412de)
#define MAGIC_BACK UINT32_C(0xde120495)         /* the other byte order */
#define HEADER     28                           /* bytes that are read of it */

struct tables {
	uint32_t count, originals, translations;        /* of pairs (length, offset) */
	uint32_t slots, hashes;                         /* of numbers from 1; 0: free */
	bool     back;
};

/* The number at `at`; 0 outside the file, where nothing is found. */
static uint32_t
number_at(struct str mo, uint64_t at, bool back)
{
	uint32_t n = 0;

	if (at > mo.len || mo.len - at < 4)
		return 0;
	for (unsigned i = 0; i < 4; i++)
		n |= (uint32_t)(unsigned char)mo.at[at + i] << (back ? 24 - 8 * i : 8 * i);
	return n;
}

static bool
read_tables(struct str mo, struct tables *ret)
{
	uint32_t magic = number_at(mo, 0, false);
	bool     back = magic == MAGIC_BACK;
	uint64_t end = mo.len;

	if (mo.len < HEADER || (magic != MAGIC && !back) || number_at(mo, 4, back) >> 16 > 1)
		return false;
	*ret = (struct tables){ number_at(mo, 8, back), number_at(mo, 12, back),
		number_at(mo, 16, back), number_at(mo, 20, back), number_at(mo, 24, back), back };
	return ret->originals + UINT64_C(8) * ret->count <= end &&
	    ret->translations + UINT64_C(8) * ret->count <= end;
}

/* The text that row `i` of a table points to; empty when it leads outside. */
static struct str
text_at(struct str mo, const struct tables *t, uint32_t table, uint32_t i)
{
	uint64_t row = table + UINT64_C(8) * i;
	uint64_t len = number_at(mo, row, t->back), at = number_at(mo, row + 4, t->back);

	return at + len > mo.len ? STR_NONE : (struct str){ mo.at + at, (size_t)len };
}

/* Compares what is looked for, in its context, with the first of the texts in
 * `row`: behind a NUL stands the plural. */
static int
compare(struct str context, struct str text, struct str row)
{
	static const struct str mark = STR_INIT("\004");
	const struct str        part[] = { context, context.len > 0 ? mark : STR_NONE, text };
	struct str              key = str_cut(&row, '\0');

	for (size_t i = 0; i < COUNT_OF(part); i++) {
		struct str head = str_slice(key, 0, part[i].len);
		int        order = str_cmp(part[i], head);

		if (order != 0)
			return order;
		key = str_slice(key, part[i].len, key.len);
	}
	return key.len > 0 ? -1 : 0;
}

/* hashpjw (P. J. Weinberger), of one part behind another: the manual says that it is
 * the one. */
static uint32_t
hash_more(uint32_t h, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		uint32_t high;

		h = (h << 4) + (unsigned char)s.at[i];
		high = h & UINT32_C(0xf0000000);
		h ^= high >> 24;
		h ^= high;
	}
	return h;
}

/* The row of a text, by the table of hashes. */
static bool
row_by_hash(struct str mo, const struct tables *t, struct str context, struct str text,
            uint32_t *ret)
{
	uint32_t h = hash_more(0, context), at, step;

	if (t->slots < 3)
		return false;
	if (context.len > 0)
		h = hash_more(h, STR("\004"));
	h = hash_more(h, text);
	at = h % t->slots;
	step = 1 + h % (t->slots - 2);
	for (uint32_t i = 0; i < t->slots; i++) {
		uint32_t row = number_at(mo, t->hashes + UINT64_C(4) * at, t->back);

		if (row == 0)
			return false;
		if (row <= t->count && compare(context, text,
		        text_at(mo, t, t->originals, row - 1)) == 0) {
			*ret = row - 1;
			return true;
		}
		at = (uint32_t)(((uint64_t)at + step) % t->slots);
	}
	return false;
}

static bool
row_by_halving(struct str mo, const struct tables *t, struct str context, struct str text,
               uint32_t *ret)
{
	uint32_t from = 0, to = t->count;

	while (from < to) {
		uint32_t middle = from + (to - from) / 2;
		int      order = compare(context, text, text_at(mo, t, t->originals, middle));

		if (order == 0) {
			*ret = middle;
			return true;
		}
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return false;
}

/* Every form, with NULs between. */
static bool
find(struct str mo, struct str context, struct str text, struct str *ret)
{
	struct tables t;
	uint32_t      row;

	if (!read_tables(mo, &t))
		return false;
	if (!row_by_hash(mo, &t, context, text, &row) &&
	    !row_by_halving(mo, &t, context, text, &row))
		return false;
	*ret = text_at(mo, &t, t.translations, row);
	return ret->len > 0;
}

bool
catalogue_find(struct str mo, struct str context, struct str text, struct str *ret)
{
	struct str forms;

	if (text.len == 0 || !find(mo, context, text, &forms))
		return false;
	*ret = str_cut(&forms, '\0');
	return true;
}

bool
catalogue_field(struct str mo, struct str name, struct str *ret)
{
	struct str header;

	if (!find(mo, STR_NONE, STR_NONE, &header))
		return false;
	while (header.len > 0) {
		struct str value = str_cut(&header, '\n');

		if (!str_eq(str_cut(&value, ':'), name))
			continue;
		*ret = str_trim(value);
		return true;
	}
	return false;
}

/* Of "nplurals=2; plural=(n != 1);" the rule. Without one: as in English. */
static struct str
plural_rule(struct str mo)
{
	struct str field, name = STR("plural=");
	size_t     at;

	if (!catalogue_field(mo, STR("Plural-Forms"), &field))
		return STR("n != 1");
	at = str_find(field, name, 0);
	if (at == SIZE_MAX)
		return STR("n != 1");
	field = str_slice(field, at + name.len, field.len);
	return str_cut(&field, ';');
}

bool
catalogue_find_n(struct str mo, struct str one, uint64_t n, struct str *ret)
{
	struct str forms, form;
	uint64_t   wanted;

	if (one.len == 0 || !find(mo, STR_NONE, one, &forms) ||
	    !plural_form(plural_rule(mo), n, &wanted))
		return false;
	form = str_cut(&forms, '\0');
	while (wanted > 0 && forms.len > 0) {
		form = str_cut(&forms, '\0');
		wanted--;
	}
	if (wanted > 0 || form.len == 0)
		return false;
	*ret = form;
	return true;
}

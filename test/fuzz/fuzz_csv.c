/* Rows read, written and read again are the same rows; and any CSV document is
 * refused with one diag or has right places. The first byte chooses a separator. */
#include "document/csv.h"
#include "fuzz/fuzz_document.h"

/* Every field of `text` with its ends, unquoted, appended to `fields`; the same
 * written as CSV, appended to `written`. False when the text is not CSV. */
static bool
read_rows(struct str text, char separator, struct buf *fields, struct buf *written)
{
	struct csv csv = csv_open(text, separator);
	struct buf plain;
	struct str field = STR_NONE;
	bool       quoted = false;

	for (;;) {
		enum csv_status s = csv_next(&csv, &field, &quoted);
		if (s == CSV_END || s == CSV_BAD_QUOTE)
			return s == CSV_END;
		if (field.at < text.at || field.at + field.len > text.at + text.len)
			abort();
		buf_init(&plain, 1 << 20);
		if (quoted)
			csv_unquote(&plain, field);
		else
			buf_put(&plain, field);
		csv_write_field(written, buf_str(&plain), s == CSV_LAST_FIELD);
		buf_put(fields, buf_str(&plain));
		buf_put(fields, s == CSV_LAST_FIELD ? STR("\x1E") : STR("\x1F"));
		buf_free(&plain);
	}
}

static void
round_trip(struct str text, char separator)
{
	struct buf fields[2], written[2];

	for (size_t i = 0; i < 2; i++) {
		buf_init(&fields[i], 1 << 22);
		buf_init(&written[i], 1 << 22);
	}
	if (read_rows(text, separator, &fields[0], &written[0])) {
		if (!read_rows(buf_str(&written[0]), ',', &fields[1], &written[1]))
			abort();
		if (!str_eq(buf_str(&fields[0]), buf_str(&fields[1])) ||
		    !str_eq(buf_str(&written[0]), buf_str(&written[1])))
			abort();
	}
	for (size_t i = 0; i < 2; i++) {
		buf_free(&fields[i]);
		buf_free(&written[i]);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char separators[] = { ',', ';', '\t' };
	enum format       f = FORMAT_CSV;

	if (size == 0)
		return 0;
	if (data[0] % 3 == 2)
		f = FORMAT_TSV;
	fuzz_document(f, data + 1, size - 1);
	round_trip((struct str){ (const char *)data + 1, size - 1 }, separators[data[0] % 3]);
	return 0;
}

#include "web/query.h"
#include "base/utf8.h"
#include "core/calendar.h"

#define NUMBER_MAX 1000000

const struct query_info query_info[QUERY_COUNT] = {
#define X(id, name, type, summary) { STR_INIT(name), QUERY_##type, STR_INIT(summary) },
	QUERIES(X)
#undef X
};

/* Keys and codes: letters, digits, '-', '_', '.', ':'; other bytes are letters. */
static bool
is_key(struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];

		if (c == ' ' || c == '/' || c == '<' || c == '>' || c == '"' || c == '\'')
			return false;
	}
	return true;
}

static bool
read_one(enum query_id id, struct str text, struct query *q)
{
	if (text.len > QUERY_TEXT_MAX * 4 || utf8_length(text) > QUERY_TEXT_MAX)
		return false;
	switch (query_info[id].type) {
	case QUERY_DATE:
		return day_from_iso(text, &q->day[id]);
	case QUERY_INT:
		return str_int(text, &q->number[id]) && q->number[id] >= 0 &&
		    q->number[id] <= NUMBER_MAX;
	case QUERY_ROW:
		return str_int(text, &q->number[id]) && q->number[id] >= 0;
	case QUERY_KEY:
	case QUERY_WORD:
		return is_key(text);
	case QUERY_TEXT:
		return true;
	}
	return false;
}

bool
query_read(const struct address *ad, uint32_t takes, struct query *ret, enum query_id *bad)
{
	*ret = (struct query){ 0 };
	for (size_t i = 0; i < QUERY_COUNT; i++) {
		struct str text;
		uint32_t   bit = UINT32_C(1) << i;

		if ((takes & bit) == 0 || !address_get(ad, query_info[i].name, &text))
			continue;
		/* A form sends its empty fields too. */
		if (text.len == 0)
			continue;
		if (!read_one((enum query_id)i, text, ret)) {
			*bad = (enum query_id)i;
			return false;
		}
		ret->given |= bit;
		ret->text[i] = text;
	}
	return true;
}

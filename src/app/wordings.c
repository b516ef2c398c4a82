#include "app/wordings.h"
#include "core/phrase.h"
#include "recognise/followup.h"
#include "recognise/sentence.h"

struct kept {                           /* a cell of a version; id 0: a free slot */
	int64_t              id, since;
	size_t               column;
	struct wording_list  list;
};

struct wordings {
	struct arena *arena;
	struct kept  *slot;
	size_t        len, slots;       /* slots: a power of two, or 0 */
};

struct wordings *
wordings_new(struct arena *a)
{
	struct wordings *k = ARENA_NEW(a, struct wordings);

	k->arena = a;
	return k;
}

/* ---- reading ---- */

struct reading_into {
	struct arena   *a;              /* of the list */
	struct wording *at;
	size_t          len, cap;
};

static void
add(struct reading_into *to, struct wording w)
{
	ARENA_GROW(to->a, to->at, to->len, &to->cap);
	to->at[to->len++] = w;
}

static void
read_dated(struct reading_into *to, struct arena *scratch, struct str text)
{
	struct readings r;

	if (!period_may_be_dated(text))
		return;
	r = phrase_read(scratch, text, NOTATION_DA, NULL);
	for (size_t i = 0; i < r.len; i++)
		if (r.at[i].type == READING_PERIOD && r.at[i].period.dated)
			add(to, (struct wording){ .at = (uint32_t)r.at[i].at, .end = (uint32_t)r.at[i].end,
			    .due = r.at[i].period });
}

static void
read_recurring(struct reading_into *to, struct str text)
{
	for (size_t at = 0, end; at < text.len; at++) {
		struct frequency every;

		if (!frequency_scan(text, at, &end, &every) || every.months == 0)
			continue;
		add(to, (struct wording){ .at = (uint32_t)at, .end = (uint32_t)end, .recurs = true,
		    .every = every });
		at = end;
	}
}

static void
read_sentence(struct reading_into *to, struct arena *scratch, struct str text, struct str sentence)
{
	size_t          from = 0, begins = (size_t)(sentence.at - text.at);
	struct readings r;

	if (!period_may_be_dated(sentence))
		return;
	r = phrase_read(scratch, sentence, NOTATION_DA, NULL);
	for (size_t i = 0; i < r.len; i++) {
		if (r.at[i].type != READING_PERIOD || !r.at[i].period.dated)
			continue;
		if (followup_is_promised(scratch, sentence, followup_clause(scratch, sentence, from,
		    r.at[i].at, r.at[i].end)))
			add(to, (struct wording){ .at = (uint32_t)(begins + r.at[i].at),
			    .end = (uint32_t)(begins + r.at[i].end), .due = r.at[i].period });
		from = r.at[i].end;
	}
}

static struct wording_list
read_text(struct arena *a, struct str text, bool planned)
{
	struct arena        scratch = { 0 };
	struct reading_into to = { .a = a };
	struct str          sentence;

	if (planned) {
		read_dated(&to, &scratch, text);
		read_recurring(&to, text);
	}
	for (size_t at = 0; !planned && sentence_next(text, &at, &sentence);)
		read_sentence(&to, &scratch, text, sentence);
	arena_free(&scratch);
	return (struct wording_list){ to.at, to.len };
}

/* ---- keeping ---- */

static struct kept *
slot_of(struct kept *slot, size_t slots, int64_t id, int64_t since, size_t column)
{
	uint64_t hash = ((uint64_t)id * 31 + (uint64_t)since * 7 + column) * UINT64_C(0x9E3779B97F4A7C15);

	for (size_t i = (size_t)(hash >> 32) & (slots - 1);; i = (i + 1) & (slots - 1))
		if (slot[i].id == 0 || (slot[i].id == id && slot[i].since == since &&
		    slot[i].column == column))
			return &slot[i];
}

/* At most half of the slots are taken. */
static void
make_room(struct wordings *k)
{
	size_t       slots = k->slots == 0 ? 64 : 2 * k->slots;
	struct kept *fresh;

	if (2 * (k->len + 1) <= k->slots)
		return;
	fresh = ARENA_ARRAY(k->arena, struct kept, slots);
	for (size_t i = 0; i < k->slots; i++)
		if (k->slot[i].id != 0)
			*slot_of(fresh, slots, k->slot[i].id, k->slot[i].since, k->slot[i].column) = k->slot[i];
	k->slot = fresh;
	k->slots = slots;
}

static struct wording_list
list_of(struct arena *a, struct wordings *k, const struct noun_row *row, size_t column, bool planned)
{
	struct str   text = row->text[column];
	struct kept *kept;

	if (text.len == 0 || text.len > UINT32_MAX || (!planned && !period_may_be_dated(text)))
		return (struct wording_list){ NULL, 0 };
	if (k == NULL)
		return read_text(a, text, planned);
	make_room(k);
	kept = slot_of(k->slot, k->slots, row->id, row->since, column);
	if (kept->id == 0) {
		*kept = (struct kept){ row->id, row->since, column, read_text(k->arena, text, planned) };
		k->len++;
	}
	return kept->list;
}

struct wording_list
wordings_planned(struct arena *a, struct wordings *k, const struct noun_row *row, size_t column)
{
	return list_of(a, k, row, column, true);
}

struct wording_list
wordings_promised(struct arena *a, struct wordings *k, const struct noun_row *row, size_t column)
{
	return list_of(a, k, row, column, false);
}

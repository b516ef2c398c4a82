/* What the rules of one audit read once and share. */
#include "audit/audit.h"

#define SLOTS_FIRST 1024                /* a power of two */

/* A text is known by where it stands: the document's texts do not move. */
struct text_read {
	struct str      text;           /* at NULL: a free slot */
	struct readings readings;
};

struct audit_read {
	struct text_read *text;         /* slots of a hash table */
	size_t            texts, slots;
};

/* Where the text is, or the free slot for it; `slots` is a power of two. */
static struct text_read *
slot_of(struct text_read *at, size_t slots, struct str text)
{
	uint64_t hash = ((uint64_t)(uintptr_t)text.at ^ (uint64_t)text.len << 40) *
	    UINT64_C(0x9E3779B97F4A7C15);
	size_t   i = (size_t)(hash >> 32) & (slots - 1);

	while (at[i].text.at != NULL && (at[i].text.at != text.at || at[i].text.len != text.len))
		i = (i + 1) & (slots - 1);
	return &at[i];
}

static void
make_room(struct audit *x, struct audit_read *r)
{
	size_t            slots = r->slots == 0 ? SLOTS_FIRST : 2 * r->slots;
	struct text_read *at;

	if (2 * r->texts < r->slots)
		return;
	at = ARENA_ARRAY(x->arena, struct text_read, slots);
	for (size_t i = 0; i < r->slots; i++)
		if (r->text[i].text.at != NULL)
			*slot_of(at, slots, r->text[i].text) = r->text[i];
	r->text = at;
	r->slots = slots;
}

struct readings
audit_readings(struct audit *x, struct str text)
{
	struct audit_read *r;
	struct text_read  *slot;

	if (text.len == 0)
		return phrase_read(x->arena, text, NOTATION_DA, NULL);
	if (x->read == NULL)
		x->read = ARENA_NEW(x->arena, struct audit_read);
	r = x->read;
	make_room(x, r);
	slot = slot_of(r->text, r->slots, text);
	if (slot->text.at == NULL) {
		*slot = (struct text_read){ text, phrase_read(x->arena, text, NOTATION_DA, NULL) };
		r->texts++;
	}
	return slot->readings;
}

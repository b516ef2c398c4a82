#include "recognise/reads.h"

#define SLOTS_FIRST 64                  /* a power of two */

/* Where the text is, or the free slot for it. */
static struct text_read **
slot_of(const struct reads *r, struct str text, size_t hash)
{
	size_t i = hash & (r->slots - 1);

	while (r->slot[i] != NULL && (r->slot[i]->hash != hash || !str_eq(r->slot[i]->text, text)))
		i = (i + 1) & (r->slots - 1);
	return &r->slot[i];
}

/* At most half of the slots are taken. */
static void
make_room(struct reads *r)
{
	struct reads more = *r;

	if (2 * r->texts < r->slots)
		return;
	more.slots = r->slots == 0 ? SLOTS_FIRST : 2 * r->slots;
	more.slot = ARENA_ARRAY(r->arena, struct text_read *, more.slots);
	for (size_t i = 0; i < r->slots; i++)
		if (r->slot[i] != NULL)
			*slot_of(&more, r->slot[i]->text, r->slot[i]->hash) = r->slot[i];
	*r = more;
}

struct text_read *
reads_of(struct reads *r, struct str text)
{
	size_t             hash = str_hash(0, text);
	struct text_read **slot;

	make_room(r);
	slot = slot_of(r, text, hash);
	if (*slot == NULL) {
		*slot = ARENA_NEW(r->arena, struct text_read);
		(*slot)->text = text;
		(*slot)->hash = hash;
		r->texts++;
	}
	return *slot;
}

struct readings
reads_phrase(struct reads *r, struct str text)
{
	struct text_read *t = reads_of(r, text);

	if (!t->phrased) {
		t->readings = phrase_read(r->arena, text, NOTATION_DA, NULL);
		t->phrased = true;
	}
	return t->readings;
}

const struct folded *
reads_folded(struct reads *r, struct str text)
{
	struct text_read *t = reads_of(r, text);
	struct folded    *f;

	if (t->folded == NULL) {
		f = ARENA_NEW(r->arena, struct folded);
		f->text = utf8_fold(r->arena, text);
		f->pairs = pairs_of(f->text);
		t->folded = f;
	}
	return t->folded;
}

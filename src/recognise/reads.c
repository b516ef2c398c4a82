#include "recognise/reads.h"

struct text_read *
reads_of(struct reads *r, struct str text)
{
	size_t before = r->texts.len, n = keys_add(r->arena, &r->texts, 0, text);

	if (n > before) {
		ARENA_GROW(r->arena, r->read, before, &r->cap);
		r->read[before] = ARENA_NEW(r->arena, struct text_read);
	}
	return r->read[n - 1];
}

struct readings
reads_phrase(struct reads *r, struct str text)
{
	struct text_read *t = reads_of(r, text);

	if (!t->phrased) {
		t->readings = phrase_read(r->arena, text, r->notation, NULL);
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

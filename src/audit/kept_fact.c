#include "audit/kept_fact.h"

#define SEVEN_BITS 7

/* ---- whole numbers, seven bits a byte, the lowest first ---- */

static void
put(struct buf *b, uint64_t n)
{
	for (; n >> SEVEN_BITS != 0; n >>= SEVEN_BITS)
		buf_char(b, (char)(n | 0x80));
	buf_char(b, (char)n);
}

static uint64_t
take(struct str *s)
{
	uint64_t n = 0;
	size_t   i = 0;

	for (unsigned shift = 0; i < s->len; shift += SEVEN_BITS) {
		unsigned char byte = (unsigned char)s->at[i++];

		n |= (uint64_t)(byte & 0x7F) << shift;
		if (byte < 0x80)
			break;
	}
	*s = str_slice(*s, i, s->len);
	return n;
}

/* Small ones are few bytes, on both sides of zero. */
static void
put_signed(struct buf *b, int64_t n)
{
	put(b, (uint64_t)n << 1 ^ (n < 0 ? UINT64_MAX : 0));
}

static int64_t
take_signed(struct str *s)
{
	uint64_t n = take(s);

	return (int64_t)(n >> 1 ^ ((n & 1) != 0 ? UINT64_MAX : 0));
}

static void
put_text(struct buf *b, struct str s)
{
	put(b, s.len);
	buf_put(b, s);
}

static struct str
take_text(struct str *s)
{
	size_t     len = take(s);
	struct str ret = str_slice(*s, 0, len);

	*s = str_slice(*s, len, s->len);
	return ret;
}

/* ---- its parts ---- */

static void
put_number(struct buf *b, struct number n)
{
	put(b, n.scale);
	put_signed(b, n.units);
}

static struct number
take_number(struct str *s)
{
	struct number n = { .scale = (uint8_t)take(s) };

	n.units = take_signed(s);
	return n;
}

static void
put_bound(struct buf *b, const struct bound *at)
{
	put(b, (uint64_t)at->exists | (uint64_t)at->open << 1);
	if (at->exists)
		put_number(b, at->at);
}

static struct bound
take_bound(struct str *s)
{
	uint64_t     has = take(s);
	struct bound at = { .exists = (has & 1) != 0, .open = (has & 2) != 0 };

	if (at.exists)
		at.at = take_number(s);
	return at;
}

static void
put_measure(struct buf *b, const struct measure *m)
{
	put(b, m->mask);
	put(b, m->len);
	for (size_t i = 0; i < m->len; i++)
		put_text(b, m->stem[i]);
}

static struct measure
take_measure(struct str *s, struct str stem[MEASURE_WORDS_MAX])
{
	struct measure m = { .stem = stem, .mask = take(s) };
	size_t         len = take(s);

	while (m.len < len && m.len < MEASURE_WORDS_MAX)
		stem[m.len++] = take_text(s);
	return m;
}

/* ---- targets ---- */

static void
put_target(struct buf *b, const struct promised *p)
{
	const struct target *t = &p->promise.target;
	bool                 due = t->has_deadline && t->deadline.dated;

	put(b, t->kind);
	put(b, t->relation);
	put(b, t->direction);
	put(b, t->each);
	put(b, p->promise.unit);
	put(b, (uint64_t)t->percent | (uint64_t)due << 1);
	put_number(b, t->value);
	if (due)
		put_signed(b, t->deadline.to);
	put(b, p->years.len);
	for (size_t i = 0; i < p->years.len; i++)
		put_signed(b, p->years.at[i]);
}

static void
take_target(struct str *s, struct promised *p)
{
	struct target *t = &p->promise.target;
	uint64_t       has;

	t->kind = (enum target_kind)take(s);
	t->relation = (enum relation)take(s);
	t->direction = (enum direction)take(s);
	t->each = (enum each)take(s);
	p->promise.unit = (enum unit)take(s);
	has = take(s);
	t->percent = (has & 1) != 0;
	t->has_deadline = t->deadline.dated = (has & 2) != 0;
	t->value = take_number(s);
	if (t->has_deadline)
		t->deadline.to = (int32_t)take_signed(s);
	p->years.len = take(s);
	for (size_t i = 0; i < p->years.len && i < YEARS_NAMED_MAX; i++)
		p->years.at[i] = (int)take_signed(s);
}

/* ---- values ---- */

static struct interval *
range_of(struct reading *r)
{
	return r->type == READING_MONEY ? &r->money.amount.range : &r->quantity.range;
}

/* What was measured has a period with dates. */
static void
put_value(struct buf *b, const struct stated *v)
{
	struct reading         r = v->value;
	const struct interval *range = range_of(&r);

	put(b, v->value.type);
	put(b, v->period.precision);
	put(b, v->period.deadline);
	put_signed(b, v->period.from);
	put_signed(b, v->period.to);
	put_bound(b, &range->low);
	put_bound(b, &range->high);
	put_text(b, v->text);
}

static void
take_value(struct str *s, struct stated *v)
{
	struct interval *range;

	v->value.type = (enum reading_type)take(s);
	v->period.dated = true;
	v->period.precision = (enum precision)take(s);
	v->period.deadline = take(s) != 0;
	v->period.from = (int32_t)take_signed(s);
	v->period.to = (int32_t)take_signed(s);
	range = range_of(&v->value);
	range->low = take_bound(s);
	range->high = take_bound(s);
	v->text = take_text(s);
}

void
fact_pack(struct buf *b, const struct fact *f)
{
	put(b, f->is_target);
	put_measure(b, f->is_target ? &f->target.about : &f->value.about);
	if (f->is_target)
		put_target(b, &f->target);
	else
		put_value(b, &f->value);
}

void
fact_unpack(struct str packed, struct str stem[MEASURE_WORDS_MAX], struct fact *ret)
{
	struct measure about;

	*ret = (struct fact){ .is_target = take(&packed) != 0 };
	about = take_measure(&packed, stem);
	if (ret->is_target) {
		take_target(&packed, &ret->target);
		ret->target.about = about;
	} else {
		take_value(&packed, &ret->value);
		ret->value.about = about;
	}
}

#include "core/trend.h"
#include "core/track.h"

#define SENTENCE_MAX 4096

struct words {
	struct str da, en;
};

#define WORDS(da, en) { STR_INIT(da), STR_INIT(en) }

static const struct words subjects[] = {
	[UNIT_SHARE] = WORDS("andelen", "the share"),
	[UNIT_PERCENT] = WORDS("tallet", "the figure"),
	[UNIT_POINT] = WORDS("forskellen", "the difference"),
	[UNIT_COUNT] = WORDS("antallet", "the number"),
	[UNIT_PERSONS] = WORDS("antallet", "the number"),
	[UNIT_KRONER] = WORDS("beløbet", "the amount"),
	[UNIT_NUMBER] = WORDS("tallet", "the figure"),
};

struct str
unit_subject(enum unit u, bool danish)
{
	return danish ? subjects[u].da : subjects[u].en;
}

/* How much is said of the periods: less where it would be too many words. */
enum brevity { WHOLE_PERIODS, SHORT_PERIODS, LAST_PERIOD };

struct line {
	struct buf         *b;
	const struct trend *t;
	enum unit           unit;
	enum brevity        brevity;
	bool                developing, da;
};

/* ---- which figures ---- */

const struct observation *
trend_latest(struct series s, int32_t as_of)
{
	for (size_t i = s.len; i-- > 0;)
		if (s.at[i].period.dated && s.at[i].period.to <= as_of)
			return &s.at[i];
	return NULL;
}

static bool
is_counted(enum unit u)
{
	return u == UNIT_COUNT || u == UNIT_PERSONS || u == UNIT_KRONER;
}

/* February and March, a quarter and the next: within a tenth. */
static bool
as_long(const struct period *p, const struct period *q)
{
	int64_t a = (int64_t)p->to - p->from, b = (int64_t)q->to - q->from;
	int64_t longer = a > b ? a : b, rest = a > b ? a - b : b - a;

	return rest * 10 <= longer;
}

/* The earliest figure that the latest, at `at`, can be compared with. */
static const struct observation *
first_of(struct series s, size_t at, enum unit u)
{
	const struct observation *latest = &s.at[at], *first = NULL;

	for (size_t i = at; i-- > 0 && !s.at[i + 1].breaks;) {
		const struct observation *o = &s.at[i];

		if (o->method != latest->method)
			break;
		if (!o->period.dated || o->missing != MISSING_NONE || o->withheld ||
		    o->period.to >= latest->period.to)
			continue;
		if (!is_counted(u) || as_long(&o->period, &latest->period))
			first = o;
	}
	return first;
}

static enum move
move_between(const struct quantity *x, const struct quantity *y)
{
	bool plain = x->qualifier == QUALIFIER_NONE && y->qualifier == QUALIFIER_NONE;
	int  order;

	if (x->has_point && y->has_point)
		order = number_cmp(y->point, x->point);
	else if (x->range.low.exists && y->range.high.exists)
		order = number_cmp(y->range.high.at, x->range.low.at);
	else
		order = 1;
	if (!plain && order != 0 && interval_overlaps(x->range, y->range))
		return MOVE_UNCERTAIN;
	return order > 0 ? MOVE_ROSE : order < 0 ? MOVE_FELL : MOVE_UNCHANGED;
}

static struct trend
find(struct series s, enum unit u, int32_t as_of)
{
	struct trend t = { .move = MOVE_UNMEASURED, .latest = trend_latest(s, as_of) };
	size_t       at = s.len;

	while (at > 0 && !observation_visible(&s.at[at - 1], as_of))
		at--;
	if (at == 0)
		return t;
	t.latest = &s.at[at - 1];
	if (t.latest->withheld) {
		t.move = MOVE_WITHHELD;
		return t;
	}
	t.first = first_of(s, at - 1, u);
	t.move = t.first == NULL ? MOVE_SINGLE : move_between(&t.first->value, &t.latest->value);
	return t;
}

/* ---- how it is said ---- */

static void
put(struct line *l, const char *da, const char *en)
{
	buf_put(l->b, str_from(l->da ? da : en));
}

static void
put_subject(struct line *l)
{
	struct str word = unit_subject(l->unit, l->da);

	buf_char(l->b, (char)(word.at[0] - 'a' + 'A'));
	buf_put(l->b, str_slice(word, 1, word.len));
}

static void
put_figure(struct line *l, const struct observation *o, bool unit)
{
	enum notation n = l->da ? NOTATION_DA : NOTATION_EN;

	if (!o->value.has_point && !o->value.range.low.exists && !o->value.range.high.exists)
		put(l, "et ukendt tal", "an unknown figure");
	else if (unit)
		quantity_write(l->b, o->value, l->unit, n);
	else
		quantity_write_figure(l->b, o->value, n);
}

/* "foråret 2007": in a Danish sentence the season has its article. */
static void
put_season(struct line *l, struct period p)
{
	static const char *const definite[] = { "foråret", "sommeren", "efteråret", "vinteren" };
	int month = date_of(p.from).month;

	buf_putf(l->b, "%s %d", definite[month / 3 - 1], date_of(p.to - 1).year);
}

static void
put_period(struct line *l, struct period p)
{
	p.deadline = false;
	if (l->da && p.precision == PRECISION_SEASON && period_valid(p))
		put_season(l, p);
	else
		period_write(l->b, p, l->da);
}

/* One word: the year where that tells them apart, else the last day. */
static void
put_short(struct line *l, const struct period *p)
{
	int32_t last = p->to - 1;

	if (date_of(l->t->first->period.to - 1).year != date_of(l->t->latest->period.to - 1).year)
		buf_putf(l->b, "%d", date_of(last).year);
	else if (l->da)
		day_write_short(l->b, last);
	else
		day_write_iso(l->b, last);
}

static void
put_when(struct line *l)
{
	const struct period *first = &l->t->first->period, *latest = &l->t->latest->period;

	switch (l->brevity) {
	case WHOLE_PERIODS:
		put(l, " mellem ", " between ");
		put_period(l, *first);
		put(l, " og ", " and ");
		put_period(l, *latest);
		break;
	case SHORT_PERIODS:
		put(l, " mellem ", " between ");
		put_short(l, first);
		put(l, " og ", " and ");
		put_short(l, latest);
		break;
	case LAST_PERIOD:
		put(l, " frem til ", " by ");
		put_short(l, latest);
		break;
	}
}

/* "i 2010", "den 16.12.2010", "primo 2009" */
static void
put_in(struct line *l)
{
	const struct period *p = &l->t->latest->period;

	switch (p->precision) {
	case PRECISION_DAY:
		put(l, " den ", " on ");
		break;
	case PRECISION_THIRD:
		put(l, " ", " in ");
		break;
	case PRECISION_RANGE:
		put(l, " i perioden ", " in ");
		break;
	case PRECISION_MONTH:
	case PRECISION_QUARTER:
	case PRECISION_HALF:
	case PRECISION_SEASON:
	case PRECISION_YEAR:
	case PRECISION_COUNT:
		put(l, " i ", " in ");
		break;
	}
	put_period(l, *p);
}

static void
say_move(struct line *l)
{
	static const struct words verbs[] = {
		[MOVE_ROSE] = WORDS(" steg", " rose"), [MOVE_FELL] = WORDS(" faldt", " fell"),
		[MOVE_UNCERTAIN] = WORDS(" gik", " went"),
	};
	const struct words *verb = &verbs[l->t->move];

	put_subject(l);
	buf_put(l->b, l->da ? verb->da : verb->en);
	put(l, " fra ", " from ");
	put_figure(l, l->t->first, false);
	put(l, " til ", " to ");
	put_figure(l, l->t->latest, true);
	put_when(l);
}

static void
say_still(struct line *l)
{
	put_subject(l);
	put(l, " lå fast på ", " stayed at ");
	put_figure(l, l->t->latest, true);
	put_when(l);
}

static void
say_single(struct line *l)
{
	put_subject(l);
	put(l, " var ", " was ");
	put_figure(l, l->t->latest, true);
	put_in(l);
}

static void
say_withheld(struct line *l)
{
	put_subject(l);
	if (l->t->latest->withheld == WITHHELD_NEIGHBOUR)
		put(l, " er tilbageholdt, så et nabotal ikke kan regnes ud",
		    " is withheld so that a neighbour cannot be reckoned");
	else if (l->unit == UNIT_PERSONS)
		put(l, " er tilbageholdt, fordi det er under 5 personer",
		    " is withheld because it is under 5 persons");
	else
		put(l, " er tilbageholdt, fordi tallet bygger på færre end 5 personer",
		    " is withheld because it rests on fewer than 5 persons");
}

static void
say_unmeasured(struct line *l)
{
	static const struct words missing[] = {
#define X(id, code, symbol, da, en) [MISSING_##id] = WORDS(da, en),
		MISSINGS(X)
#undef X
	};
	const struct words *why = &missing[l->t->latest == NULL ? MISSING_NONE : l->t->latest->missing];

	if (l->t->latest != NULL) {
		put(l, "Tallet mangler: ", "The figure is missing: ");
		buf_put(l->b, l->da ? why->da : why->en);
	} else if (l->developing) {
		put(l, "Målemetoden er under udvikling", "The way to measure it is being developed");
	} else {
		put(l, "Der er ingen måling endnu", "There is no measurement yet");
	}
}

static void
say(struct line *l)
{
	switch (l->t->move) {
	case MOVE_UNMEASURED:
		say_unmeasured(l);
		break;
	case MOVE_WITHHELD:
		say_withheld(l);
		break;
	case MOVE_SINGLE:
		say_single(l);
		break;
	case MOVE_UNCHANGED:
		say_still(l);
		break;
	case MOVE_ROSE:
	case MOVE_FELL:
	case MOVE_UNCERTAIN:
		say_move(l);
		break;
	}
}

static size_t
count_words(struct str s)
{
	size_t n = 0;

	for (s = str_trim(s); s.len > 0; n++) {
		(void)str_cut(&s, ' ');
		s = str_trim(s);
	}
	return n;
}

static struct str
sentence(struct arena *a, const struct trend *t, const struct indicator *i, bool danish)
{
	struct buf  b;
	struct line l = { .b = &b, .t = t, .unit = i->unit, .developing = i->developing, .da = danish };
	struct str  text;

	buf_init(&b, SENTENCE_MAX);
	say(&l);
	while (t->first != NULL && count_words(buf_str(&b)) > TREND_WORDS_MAX &&
	       l.brevity < LAST_PERIOD) {
		l.brevity++;
		b.len = 0;
		say(&l);
	}
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

struct trend
trend_of(struct arena *a, struct series s, const struct indicator *i, int32_t as_of)
{
	struct trend t = find(s, i->unit, as_of);

	t.da = sentence(a, &t, i, true);
	t.en = sentence(a, &t, i, false);
	return t;
}

struct trend
trend_of_parts(void)
{
	return (struct trend){
		.move = MOVE_UNMEASURED,
		.da = STR("Der er kun målt for dele af byen eller for grupper"),
		.en = STR("Only parts of the city or groups of people are measured"),
	};
}

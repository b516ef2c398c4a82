#include "app/audit_rules.h"
#include "app/followups.h"
#include "core/phrase.h"

/* ---- indicators ---- */

static bool
is_developing(const struct noun_row *row)
{
	return str_eq(row->text[INDICATOR_developing], STR("1"));
}

void
register_missing_indicators(struct audit_walk *w)
{
	const struct snapshot *sn = w->in->sn;

	for (size_t i = 0; i < sn->len[NOUN_INDICATOR]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INDICATOR][i];
		struct str             da = row->text[INDICATOR_title];
		struct str             en = snapshot_title_en(sn, row->id);

		if (w->in->measured[i] || is_developing(row))
			continue;
		walk_finds(w, row, (struct finding){ .code = AUDIT_MISSING,
			.da = arena_printf(w->arena, "indikatoren er aldrig målt: " STR_FMT, STR_ARG(da)),
			.en = arena_printf(w->arena, "the indicator was never measured: " STR_FMT,
			    STR_ARG(en.len > 0 ? en : da)) });
	}
}

/* ---- refunds ---- */

/* What one step of the last printed digit is worth in kroner: "26,9" of
 * 26,900,000 is 100,000. Without a figure as printed the amount is exact. */
static struct number
printed_step(struct str quote, struct number kroner)
{
	struct number printed, step;
	struct ratio  factor;

	if (number_parse(str_trim(quote), NOTATION_DA, &printed) != NUMBER_OK || printed.units <= 0)
		return NUMBER_ZERO;
	if (!ratio_of(kroner, 1, NUMBER(printed.units, 0), 1, &factor) ||
	    !ratio_round(factor, 2, &step))
		return NUMBER_ZERO;
	return step;
}

/* Half a step to both sides. */
static bool
widened(struct number n, struct number step, struct interval *ret)
{
	struct number half, low, high;

	if (!number_mul(step, NUMBER(5, 1), &half) || !number_sub(n, half, &low) ||
	    !number_add(n, half, &high))
		return false;
	*ret = (struct interval){ { low, true, false }, { high, true, false } };
	return true;
}

/* n x percent / 100 */
static bool
part_of(struct number n, struct number percent, struct number *ret)
{
	if (percent.scale + 2 > NUMBER_SCALE_MAX)
		return false;
	percent.scale = (uint8_t)(percent.scale + 2);
	return number_mul(n, percent, ret);
}

struct refund {
	const struct noun_row *row;
	struct number          kroner, gross, share, own, net;  /* own: what is not refunded, per cent */
};

static struct str
refund_text(struct audit_walk *w, const struct refund *r, bool holds, bool danish)
{
	return arena_printf(w->arena, "%s " STR_FMT " kr. %s " STR_FMT " pct. %s " STR_FMT
	    " kr., %s " STR_FMT " kr.", danish ? "brutto" : "gross",
	    STR_ARG(walk_number(w, r->gross, danish)), danish ? "med refusion på" : "with a refund of",
	    STR_ARG(walk_number(w, r->share, danish)), danish ? "giver netto" : "leaves net",
	    STR_ARG(walk_number(w, number_trim(r->net), danish)),
	    danish ? (holds ? "som trykt:" : "men der er trykt")
	           : (holds ? "as printed:" : "but printed is"),
	    STR_ARG(walk_number(w, r->kroner, danish)));
}

/* Amounts of one source share the finest precision printed there: the gross is
 * rounded as finely as the net, or at its own last digit that is not zero when
 * that is finer, or when the net was not printed. */
static bool
gross_range(struct number gross, struct number step, struct interval *ret)
{
	struct quantity alone;
	struct interval beside;

	if (!quantity_make(gross, QUALIFIER_CIRCA, gross, UNIT_KRONER, &alone) ||
	    !widened(gross, step, &beside))
		return false;
	*ret = number_sign(step) > 0 && number_cmp(beside.high.at, alone.range.high.at) < 0
	    ? beside : alone.range;
	return true;
}

static bool
refund_holds(const struct refund *r, bool *ret)
{
	struct number   step = printed_step(r->row->quote, r->kroner);
	struct interval net, printed;

	if (!gross_range(r->gross, step, &net) || !widened(r->kroner, step, &printed) ||
	    !part_of(net.low.at, r->own, &net.low.at) || !part_of(net.high.at, r->own, &net.high.at))
		return false;
	*ret = interval_overlaps(net, printed);
	return true;
}

static void
check_refund(struct audit_walk *w, const struct refund *r)
{
	struct finding f = { .code = AUDIT_REFUND };
	bool           holds;

	if (!refund_holds(r, &holds))
		return;
	f.da = refund_text(w, r, holds, true);
	f.en = refund_text(w, r, holds, false);
	if (holds) {
		walk_holds(w, r->row, f.code, f.da, f.en);
		return;
	}
	f.expected = r->net;
	f.printed = r->kroner;
	f.has_amounts = number_sub(f.printed, f.expected, &f.difference);
	f.hint_da = STR("se efter, om beløbet er brutto eller netto, og hvad der refunderes");
	f.hint_en = STR("see whether the amount is gross or net, and what is refunded");
	walk_finds(w, r->row, f);
}

void
register_refunds(struct audit_walk *w)
{
	const struct snapshot *sn = w->in->sn;

	for (size_t i = 0; i < sn->len[NOUN_AMOUNT]; i++) {
		const struct noun_row *row = &sn->row[NOUN_AMOUNT][i];
		struct refund          r = { .row = row };

		if (number_from_plain(row->text[AMOUNT_kroner], &r.kroner) &&
		    number_from_plain(row->text[AMOUNT_gross], &r.gross) &&
		    number_from_plain(row->text[AMOUNT_share], &r.share) &&
		    number_sub(NUMBER(100, 0), r.share, &r.own) && number_sign(r.own) >= 0 &&
		    part_of(r.gross, r.own, &r.net))
			check_refund(w, &r);
	}
}

/* ---- promised follow-ups ---- */

/* Where a status report promised it, it stands there. */
static const struct noun_row *
promised_by(const struct audit_walk *w, const struct noun_row *row, const struct followup *f)
{
	const struct snapshot *sn = w->in->sn;
	const struct noun_row *report = snapshot_row(sn, things_find(sn->things, NOUN_STATUS_REPORT,
	    f->promised_in));

	return report != NULL ? report : row;
}

static void
find_overdue(struct audit_walk *w, const struct noun_row *row, const struct followup *f)
{
	struct str     title = row->text[INITIATIVE_title];
	struct finding found = { .code = AUDIT_OVERDUE,
		.hint_da = STR("registrér en status, eller hvornår opfølgningen kommer"),
		.hint_en = STR("record a status, or when the follow-up will come") };

	found.da = arena_printf(w->arena, "opfølgning var lovet (" STR_FMT "), og %s: " STR_FMT,
	    STR_ARG(f->words), f->recurs ? "ingen status kom i tide siden den nyeste"
	    : "ingen status derefter", STR_ARG(title));
	found.en = arena_printf(w->arena, "a follow-up was promised (" STR_FMT "), and no status "
	    "%s: " STR_FMT, STR_ARG(f->words), f->recurs ? "came in time since the newest"
	    : "came after", STR_ARG(title));
	if (f->vanished) {
		found.da = arena_printf(w->arena, "opfølgning var lovet (" STR_FMT "), og løftet er taget ud "
		    "af statussen uden at være holdt: " STR_FMT " (droppet i stilhed)", STR_ARG(f->words), STR_ARG(title));
		found.en = arena_printf(w->arena, "a follow-up was promised (" STR_FMT "), and the promise was "
		    "taken out of the status without being kept: " STR_FMT " (silently dropped)",
		    STR_ARG(f->words), STR_ARG(title));
	} else if (f->state == FOLLOWUP_DROPPED) {
		found.da = arena_printf(w->arena, STR_FMT " (politikken er slut: droppet i stilhed)",
		    STR_ARG(found.da));
		found.en = arena_printf(w->arena, STR_FMT " (the policy is over: silently dropped)",
		    STR_ARG(found.en));
	}
	walk_finds(w, promised_by(w, row, f), found);
}

void
register_overdue(struct audit_walk *w)
{
	const struct snapshot        *sn = w->in->sn;
	const struct followup_reader *r = followups_open(w->arena, sn, w->in->when, NULL);

	for (size_t i = 0; i < sn->len[NOUN_INITIATIVE]; i++) {
		const struct noun_row *row = &sn->row[NOUN_INITIATIVE][i];
		struct followups       all = followups_of(w->arena, r, row);

		for (size_t k = 0; k < all.len; k++)
			if (all.at[k].state == FOLLOWUP_LATE || all.at[k].state == FOLLOWUP_DROPPED)
				find_overdue(w, row, &all.at[k]);
	}
}

/* ---- comparator sets ---- */

/* The count that a title promises: its only figure, a whole number of at most two
 * digits. "De fire største kommuner" promises four; a title with two promises none. */
static bool
promised_members(struct audit_walk *w, struct str title, int64_t *ret)
{
	struct readings      found = phrase_read(w->arena, title, NOTATION_DA, NULL);
	const struct number *n = NULL;

	for (size_t i = 0; i < found.len; i++) {
		if (found.at[i].type != READING_NUMBER || n != NULL ||
		    !found.at[i].quantity.has_point ||
		    found.at[i].quantity.qualifier != QUALIFIER_NONE)
			return false;
		n = &found.at[i].quantity.point;
	}
	if (n == NULL || n->scale != 0 || n->units < 2 || n->units > 99)
		return false;
	*ret = n->units;
	return true;
}

static void
check_members(struct audit_walk *w, const struct noun_row *row, int64_t promised, int64_t listed)
{
	struct str     title = row->text[COMPARATOR_title];
	struct finding f = { .code = AUDIT_COUNT, .has_amounts = true,
		             .expected = NUMBER(listed, 0), .printed = NUMBER(promised, 0),
		             .difference = NUMBER(promised - listed, 0) };

	f.da = arena_printf(w->arena, "\"" STR_FMT "\": der er %lld i gruppen", STR_ARG(title),
	    (long long)listed);
	f.en = arena_printf(w->arena, "\"" STR_FMT "\": there are %lld in the set", STR_ARG(title),
	    (long long)listed);
	if (promised == listed)
		walk_holds(w, row, f.code, f.da, f.en);
	else
		walk_finds(w, row, f);
}

/* A set without members was measured as one aggregate: nothing is listed. */
void
register_members(struct audit_walk *w)
{
	const struct snapshot *sn = w->in->sn;

	for (size_t i = 0; i < sn->len[NOUN_COMPARATOR]; i++) {
		const struct noun_row *row = &sn->row[NOUN_COMPARATOR][i];
		int64_t                promised, listed = 0;

		for (size_t k = 0; k < sn->len[NOUN_COMPARATOR_MEMBER]; k++)
			listed += sn->row[NOUN_COMPARATOR_MEMBER][k].ref[COMPARATOR_MEMBER_comparator] ==
			    row->id;
		if (listed > 0 && promised_members(w, row->text[COMPARATOR_title], &promised))
			check_members(w, row, promised, listed);
	}
}

#include "app/releases.h"
#include "app/judge.h"
#include "app/thing_page.h"
#include <stdlib.h>

/* A longer line is kept in pieces: '=' begins one, '+' goes on. */
#define PIECE_MAX 8000

/* ---- what there is ---- */

/* "Statusredegørelse pr. 1. juni 2009" */
static struct named
title_of(struct arena *a, struct str key, enum report_kind kind, int32_t as_of)
{
	struct named n = { .id = key };
	struct buf   b;

	for (int danish = 0; danish < 2; danish++) {
		struct str *to = danish ? &n.title : &n.title_en;

		buf_init(&b, 256);
		buf_put(&b, report_kind_title(kind, danish));
		buf_put(&b, danish ? STR(" pr. ") : STR(" as of "));
		day_write_long(&b, as_of, danish);
		*to = str_dup(a, buf_str(&b));
		buf_free(&b);
	}
	return n;
}

struct named
release_named(struct arena *a, const struct snapshot *sn, int64_t id)
{
	const struct noun_row *row = snapshot_row(sn, id);
	enum report_kind       kind;
	int32_t                as_of;

	if (row == NULL || !report_kind_from_code(row->text[RELEASE_kind], &kind) ||
	    !day_from_iso(row->text[RELEASE_as_of], &as_of))
		return (struct named){ 0 };
	return title_of(a, things_key(sn->things, id), kind, as_of);
}

struct release_row
release_row(struct arena *a, const struct edition *ed, const struct noun_row *row)
{
	const struct snapshot *sn = &ed->sn;
	struct release_row     r = {
		.release = release_named(a, sn, row->id), .policy = judge_named(sn, row->ref[RELEASE_policy]),
		.version = row->text[RELEASE_version], .digest = row->text[RELEASE_digest],
		.reason = row->text[RELEASE_reason], .since = row->since,
		.who = snapshot_recorded(sn, row->since).who,
		.corrects = release_named(a, sn, row->ref[RELEASE_corrects]),
	};

	(void)!report_kind_from_code(row->text[RELEASE_kind], &r.kind);
	(void)!day_from_iso(row->text[RELEASE_as_of], &r.as_of);
	(void)!str_int(row->text[RELEASE_known], &r.known);
	r.has_compared = day_from_iso(row->text[RELEASE_compared], &r.compared);
	r.has_laid = day_from_iso(row->text[RELEASE_laid], &r.laid);
	if (row->ref[RELEASE_about] != 0)
		r.about = thing_shown(a, sn, row->ref[RELEASE_about]);
	for (size_t i = 0; i < sn->len[NOUN_RELEASE]; i++)
		if (sn->row[NOUN_RELEASE][i].ref[RELEASE_corrects] == row->id)
			r.corrected_by = release_named(a, sn, sn->row[NOUN_RELEASE][i].id);
	return r;
}

static int
newest_first(const void *a, const void *b)
{
	const struct release_row *x = a, *y = b;

	return (y->since > x->since) - (y->since < x->since);
}

struct release_list
release_list(struct arena *a, const struct edition *ed)
{
	const struct snapshot *sn = &ed->sn;
	struct release_list    l = {
		.at = ARENA_ARRAY(a, struct release_row, sn->len[NOUN_RELEASE] + 1),
	};

	for (size_t i = 0; i < sn->len[NOUN_RELEASE]; i++)
		l.at[l.len++] = release_row(a, ed, &sn->row[NOUN_RELEASE][i]);
	if (l.len > 1)
		qsort(l.at, l.len, sizeof *l.at, newest_first);
	return l;
}

const struct release_row *
release_before(const struct release_list *l, const struct release_row *of)
{
	for (size_t i = 0; i < l->len; i++)
		if (l->at[i].since < of->since && l->at[i].kind == of->kind &&
		    str_eq(l->at[i].policy.id, of->policy.id) &&
		    str_eq(l->at[i].about.thing.id, of->about.thing.id))
			return &l->at[i];
	return NULL;
}

struct report_ask
release_ask(const struct edition *ed, const struct noun_row *row)
{
	struct report_ask ask = { 0 };
	int64_t           of = row->ref[RELEASE_about] != 0 ? row->ref[RELEASE_about]
	                                                    : row->ref[RELEASE_policy];

	(void)!report_kind_from_code(row->text[RELEASE_kind], &ask.kind);
	ask.of = things_key(ed->things, of);
	ask.corrects = things_key(ed->things, row->ref[RELEASE_corrects]);
	ask.reason = row->text[RELEASE_reason];
	ask.has_before = day_from_iso(row->text[RELEASE_compared], &ask.before);
	(void)!day_from_iso(row->text[RELEASE_laid], &ask.made);
	return ask;
}

/* ---- letter by letter ---- */

bool
release_text(struct arena *a, struct store *s, int64_t release, enum release_part part,
             struct str *ret)
{
	struct param p[] = { P_INT(release), P_TEXT(release_part_code(part)) };
	struct buf   b;
	size_t       n = 0;

	if (!store_query(s, STMT_RELEASE_LINE_OF, p, COUNT_OF(p)))
		return false;
	buf_init(&b, SIZE_MAX);
	while (store_next(s, STMT_RELEASE_LINE_OF)) {
		struct str piece = store_text(s, STMT_RELEASE_LINE_OF, 1);

		if (n++ > 0 && !str_starts(piece, STR("+")))
			buf_char(&b, '\n');
		buf_put(&b, str_slice(piece, 1, piece.len));
	}
	*ret = str_dup(a, buf_str(&b));
	buf_free(&b);
	return !store_failed(s);
}

/* Not within a letter. */
static size_t
piece_len(struct str rest)
{
	size_t n = rest.len < PIECE_MAX ? rest.len : PIECE_MAX;

	while (n < rest.len && n > 0 && ((unsigned char)rest.at[n] & 0xC0) == 0x80)
		n--;
	return n;
}

static bool
write_line(struct arena *a, struct store *s, int64_t release, struct str part, struct str line,
           int64_t *number)
{
	const char *mark = "=";

	do {
		size_t       n = piece_len(line);
		struct str   text = arena_printf(a, "%s" STR_FMT, mark, STR_ARG(str_slice(line, 0, n)));
		struct param p[] = { P_INT(release), P_TEXT(part), P_INT(++*number), P_TEXT(text) };

		if (!store_run(s, STMT_RELEASE_LINE_ADD, p, COUNT_OF(p)))
			return false;
		line = str_slice(line, n, line.len);
		mark = "+";
	} while (line.len > 0);
	return true;
}

static bool
write_part(struct arena *a, struct store *s, int64_t release, enum release_part part,
           struct str text)
{
	int64_t number = 0;
	bool    more = true;

	while (more) {
		size_t end = str_find(text, STR("\n"), 0);

		more = end != SIZE_MAX;
		if (!write_line(a, s, release, release_part_code(part),
		    str_slice(text, 0, more ? end : text.len), &number))
			return false;
		text = str_slice(text, more ? end + 1 : text.len, text.len);
	}
	return true;
}

/* ---- laying one ---- */

const char *
release_flaw(const struct edition *ed, const struct release_lay *l)
{
	const struct noun_row *row = edition_thing(ed, NOUN_RELEASE, l->corrects);
	int32_t                day;

	if (l->corrects.len == 0)
		return l->reason.len > 0 ? N_("A reason is given of a correction alone") : "";
	if (row == NULL)
		return N_("There is no such report to correct");
	for (size_t i = 0; i < ed->sn.len[NOUN_RELEASE]; i++)
		if (ed->sn.row[NOUN_RELEASE][i].ref[RELEASE_corrects] == row->id)
			return N_("It is corrected already: correct the newest");
	if (l->reason.len == 0)
		return N_("Say what is corrected");
	if (!day_from_iso(row->text[RELEASE_as_of], &day) || day != l->paper->as_of ||
	    !str_eq(row->text[RELEASE_kind], report_kind_code(l->paper->kind)) ||
	    !str_eq(things_key(ed->things, row->ref[RELEASE_policy]), l->paper->policy.id))
		return N_("A correction is of the same report, as of the same day");
	return "";
}

bool
release_is_fresh(struct store *s, const struct release_lay *l, bool *ret)
{
	int64_t newest;

	if (!store_get_int(s, STMT_CHANGE_LAST, NULL, 0, &newest))
		return false;
	*ret = newest == l->paper->known;
	return true;
}

static struct noun_row
row_of(struct arena *a, const struct things *t, const struct release_lay *l, struct str today)
{
	static const enum noun about[] = {
#define X(id, code, da, en, noun) NOUN_##noun,
		REPORT_KINDS(X)
#undef X
	};
	const struct report_paper *m = l->paper;
	struct noun_row            row = { .until = UNTIL_NOW };

	row.text[RELEASE_title] = title_of(a, STR_NONE, m->kind, m->as_of).title;
	row.text[RELEASE_lang] = STR("da");
	row.text[RELEASE_kind] = report_kind_code(m->kind);
	row.text[RELEASE_as_of] = day_iso(a, m->as_of);
	row.text[RELEASE_compared] = m->has_before ? day_iso(a, m->before) : STR_NONE;
	row.text[RELEASE_laid] = today;
	row.text[RELEASE_known] = arena_printf(a, "%lld", (long long)m->known);
	row.text[RELEASE_version] = m->version;
	row.text[RELEASE_digest] = l->frozen->digest;
	row.text[RELEASE_reason] = l->reason;
	row.ref[RELEASE_policy] = things_find(t, NOUN_POLICY, m->policy.id);
	row.ref[RELEASE_corrects] = things_find(t, NOUN_RELEASE, l->corrects);
	if (m->of.id.len > 0)
		row.ref[RELEASE_about] = things_find(t, about[m->kind], m->of.id);
	return row;
}

bool
release_write(struct arena *a, struct store *s, const struct release_lay *l, int64_t change,
              struct str today, struct str *key)
{
	struct things  *t = things_load(a, s);
	struct noun_row row;

	if (t == NULL)
		return false;
	row = row_of(a, t, l, today);
	row.since = change;
	*key = things_new_key(t, a, NOUN_RELEASE, arena_printf(a, STR_FMT " " STR_FMT " " STR_FMT,
	    STR_ARG(row.text[RELEASE_kind]), STR_ARG(row.text[RELEASE_as_of]),
	    STR_ARG(l->paper->of.id.len > 0 ? l->paper->of.id : l->paper->policy.id)));
	row.id = things_add(t, s, NOUN_RELEASE, *key);
	if (row.id == 0 || !store_noun_add(s, NOUN_RELEASE, &row))
		return false;
	for (size_t i = 0; i < RELEASE_PART_COUNT; i++)
		if (!write_part(a, s, row.id, (enum release_part)i, l->frozen->part[i]))
			return false;
	return true;
}

bool
release_lay(struct arena *a, struct store *s, const struct release_lay *l, const struct act *act,
            struct diags *d, struct str *key)
{
	int64_t change;
	bool    fresh = false, ok;

	ok = store_begin(s) && release_is_fresh(s, l, &fresh) && fresh &&
	    change_add(s, act, 0, 0, &change) &&
	    release_write(a, s, l, change, str_slice(act->at, 0, 10), key) && store_commit(s);
	store_rollback(s);
	if (ok)
		return true;
	if (store_failed(s))
		return store_problem(s, d);
	return diag_error(d, report_kind_code(l->paper->kind), 0,
	    STR("the register changed while the report was made"), STR("try again"));
}

#include "app/answers.h"
#include "app/unit_chain.h"
#include "core/calendar.h"
#include "port/hash.h"
#include <stdlib.h>

struct str
answer_digest(struct arena *a, const struct finding *f)
{
	return str_slice(hash_of(a, f->quote), 0, ANSWER_DIGEST);
}

int64_t
answers_about(const struct snapshot *sn, struct str file)
{
	int64_t id = things_find(sn->things, NOUN_DOCUMENT, file);

	if (id <= 0 && str_find(file, STR(":"), 0) != SIZE_MAX)
		id = things_resolve(sn->things, NOUN_ANY, file);
	return id > 0 && snapshot_row(sn, id) != NULL ? id : 0;
}

static bool
is_about(const struct noun_row *row, const struct finding *f)
{
	int64_t line;

	return str_eq(row->text[ANSWER_code], audit_code(f->code)) &&
	    str_int(row->text[ANSWER_found_line], &line) && line == (int64_t)f->line;
}

static const struct answer *
answer_of(struct arena *a, const struct snapshot *sn, const struct noun_row *row)
{
	struct answer *to = ARENA_NEW(a, struct answer);

	*to = (struct answer){
		.words = row->text[ANSWER_title], .who = snapshot_recorded(sn, row->since).who,
		.lang = row->text[ANSWER_lang].len > 0 ? row->text[ANSWER_lang] : STR("da"),
		.since = row->since,
	};
	to->has_stated = day_from_iso(row->text[ANSWER_stated], &to->stated);
	return to;
}

/* There are few answers, so each looks for its findings. */
void
answers_apply(struct arena *a, const struct snapshot *sn, struct audit_report *r)
{
	for (size_t i = 0; i < sn->len[NOUN_ANSWER]; i++) {
		const struct noun_row *row = &sn->row[NOUN_ANSWER][i];
		int64_t                about = row->ref[ANSWER_about];

		for (size_t k = 0; k < r->findings; k++) {
			struct finding *f = &r->finding[k];

			if (is_about(row, f) && answers_about(sn, f->file) == about &&
			    str_eq(row->text[ANSWER_digest], answer_digest(a, f)))
				f->answer = answer_of(a, sn, row);
		}
	}
}

/* ---- who may answer ---- */

#define DEPTH_MAX 4                     /* an amount, its line, its initiative, its unit */

/* A thing of this noun that `id` names, itself or through what it names. */
static int64_t
named(const struct snapshot *sn, int64_t id, enum noun noun, int depth)
{
	const struct noun_row  *row = snapshot_row(sn, id);
	const struct noun_info *info;
	int64_t                 found = 0;

	if (row == NULL || depth == 0)
		return 0;
	info = &noun_info[things_kind(sn->things, id)];
	for (size_t c = 0; c < info->columns && found == 0; c++)
		if (info->column[c].type == COLUMN_REF && info->column[c].refers == noun)
			found = row->ref[c];
	for (size_t c = 0; c < info->columns && found == 0; c++)
		if (row->ref[c] != 0 && row->ref[c] != id && things_kind(sn->things, row->ref[c]) != NOUN_DOCUMENT)
			found = named(sn, row->ref[c], noun, depth - 1);
	return found;
}

int64_t
answers_unit(const struct snapshot *sn, int64_t thing)
{
	return things_kind(sn->things, thing) == NOUN_UNIT ? thing
	     : named(sn, thing, NOUN_UNIT, DEPTH_MAX);
}

static bool
may(const struct snapshot *sn, const struct actor *who, int64_t unit, int64_t policy)
{
	return unit_may(who, RIGHT_FILL, sn, unit, policy) || unit_may(who, RIGHT_EDIT, sn, unit, policy);
}

static bool
may_for(const struct snapshot *sn, const struct actor *who, int64_t thing)
{
	return may(sn, who, answers_unit(sn, thing), named(sn, thing, NOUN_POLICY, DEPTH_MAX));
}

static bool
is_taken(enum noun n)
{
	return n != NOUN_DOCUMENT && n != NOUN_PROPOSAL && n != NOUN_FIELD && n != NOUN_ANSWER &&
	    n != NOUN_TRANSLATION;
}

/* Is the right for something that was taken from it? `*only`: this document; NULL: all. */
static void
look_through(const struct snapshot *sn, const struct actor *who, const int64_t *only, bool *allowed)
{
	for (size_t n = 0; n < NOUN_COUNT; n++)
		for (size_t i = 0; i < sn->len[n] && is_taken((enum noun)n); i++) {
			const struct noun_row   *row = &sn->row[n][i];
			const struct change_row *c = snapshot_change(sn, row->since);
			const struct noun_row   *of = c != NULL ? snapshot_row(sn, c->document) : NULL;
			bool                    *to;

			if (of == NULL || (only != NULL && c->document != *only))
				continue;
			to = only != NULL ? allowed : &allowed[of - sn->row[NOUN_DOCUMENT]];
			*to = *to || may_for(sn, who, row->id);
		}
}

bool
answers_allowed(const struct snapshot *sn, const struct actor *who, int64_t about)
{
	bool allowed = may(sn, who, 0, 0);

	if (allowed || !(access_has(who, RIGHT_FILL) || access_has(who, RIGHT_EDIT)))
		return allowed;
	if (things_kind(sn->things, about) != NOUN_DOCUMENT)
		return may_for(sn, who, about);
	look_through(sn, who, &about, &allowed);
	return allowed;
}

bool *
answers_allowed_documents(struct arena *a, const struct snapshot *sn, const struct actor *who)
{
	bool *allowed = ARENA_ARRAY(a, bool, sn->len[NOUN_DOCUMENT] + 1);
	bool  all = may(sn, who, 0, 0);

	for (size_t i = 0; i < sn->len[NOUN_DOCUMENT]; i++)
		allowed[i] = all;
	if (!all)
		look_through(sn, who, NULL, allowed);
	return allowed;
}

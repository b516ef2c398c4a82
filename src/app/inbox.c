#include "app/inbox.h"
#include "app/decide.h"
#include "app/inbox_fields.h"
#include "app/paper_trial.h"
#include "app/reading.h"
#include "base/utf8.h"
#include "port/input.h"

#define NAME_MAX_LETTERS 200

struct str
inbox_address(struct deed *d, const char *part, struct str key)
{
	size_t at = str_find(d->location, STR("/work/"), 0);

	if (at == SIZE_MAX)
		at = d->location.len;
	return arena_printf(d->a, STR_FMT "/work/%s" STR_FMT, STR_ARG(str_slice(d->location, 0, at)), part,
	    STR_ARG(key));
}

/* What is not decided by the form's "do" is nothing that we sent. */
static bool
does(const struct posted *form, const char *what)
{
	return str_eq(posted_raw(form, STR("do")), str_from(what));
}

static struct act
act_of(const struct deed *d)
{
	return (struct act){ .at = d->at, .who = d->who->title, .why = d->why };
}

static struct str
reference(struct deed *d, const char *kind, struct str key)
{
	return arena_printf(d->a, "%s:" STR_FMT, kind, STR_ARG(key));
}

static bool
may_import(const struct deed *d)
{
	return access_has(d->who, RIGHT_IMPORT);
}

/* ---- taking a paper in ---- */

/* Of a name only its last part, without letters that turn the direction of writing; a
 * name is for people and decides nothing. */
static struct str
shown_name(struct deed *d, struct str name)
{
	char  *to = ARENA_ARRAY(d->a, char, name.len + 1);
	size_t n = 0, letters = 0;

	for (size_t i = name.len; i > 0; i--)
		if (name.at[i - 1] == '/' || name.at[i - 1] == '\\') {
			name = str_slice(name, i, name.len);
			break;
		}
	for (size_t at = 0; at < name.len && letters < NAME_MAX_LETTERS; letters++) {
		size_t   from = at;
		uint32_t c = utf8_next(name, &at);

		if (utf8_turns(c) || c == '\n' || c == '\t')
			continue;
		while (from < at)
			to[n++] = name.at[from++];
	}
	name = str_trim((struct str){ to, n });
	return name.len > 0 ? name : STR("paper.txt");
}

/* What can be said before anything is read. */
static bool
check_file(struct deed *d, const struct posted *form)
{
	const char *wrong;

	if (form->file_name.len == 0 && form->file.len == 0)
		return fault_add(&d->faults, STR("file"), N_("Choose a file."), STR_NONE);
	if (form->file.len > PAPER_BYTES_MAX)
		return fault_add(&d->faults, STR("file"), N_("The file is larger than {1} MB."),
		    STR("20"));
	wrong = paper_fault(form->file);
	return wrong == NULL || fault_add(&d->faults, STR("file"), wrong, STR_NONE);
}

/* It is read beside, and its page tells how far it is. */
enum deed_state
inbox_take(struct deed *d, const struct posted *form)
{
	struct str      name = shown_name(d, form->file_name), number;
	enum deed_state begun;
	int64_t         id = 0;

	if (!may_import(d))
		return deed_stop(d, DEED_DENIED);
	d->faults = (struct faults){ .arena = d->a };
	if (!check_file(d, form))
		return DEED_FAULTY;
	begun = deed_begin(d);
	if (begun != DEED_OPEN)
		return begun;
	if (!reading_add(d, name, form->file, &id))
		return deed_stop(d, DEED_FAILED);
	if (d->faults.len > 0)
		return deed_stop(d, DEED_FAULTY);
	number = arena_printf(d->a, "%lld", (long long)id);
	if (!deed_trail(d, ACT_PAPER_SEND, reference(d, "reading", number), STR(""), name))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, inbox_address(d, "reading/", number));
}

/* ---- one proposal ---- */

/* The next that waits in the same paper, behind this one or from the top; NULL: none. */
static const struct noun_row *
next_waiting(const struct accept *x, const struct noun_row *now)
{
	const struct noun_row *first = NULL, *next = NULL;

	for (size_t i = 0; i < x->sn.len[NOUN_PROPOSAL]; i++) {
		const struct noun_row *r = &x->sn.row[NOUN_PROPOSAL][i];

		if (r->id == now->id || r->ref[PROPOSAL_document] != now->ref[PROPOSAL_document] ||
		    !str_eq(r->text[PROPOSAL_state], proposal_state_code(STATE_WAITING)))
			continue;
		if (first == NULL || r->line < first->line)
			first = r;
		if ((r->line > now->line || (r->line == now->line && r->id > now->id)) &&
		    (next == NULL || r->line < next->line))
			next = r;
	}
	return next != NULL ? next : first;
}

static struct str
place_after(struct deed *d, const struct accept *x, const struct noun_row *row)
{
	const struct noun_row *next = next_waiting(x, row);

	if (next != NULL)
		return inbox_address(d, "proposal/", things_key(x->things, next->id));
	return inbox_address(d, "inbox/", things_key(x->things, row->ref[PROPOSAL_document]));
}

/* The thing that the form wants it merged with: one of the kind that it can be. */
static bool
read_into(struct deed *d, struct accept *x, const struct proposal *p, const struct posted *form,
          int64_t *ret)
{
	struct str key = posted_raw(form, STR("into"));
	enum noun  noun = accept_merges(p->kind);

	*ret = 0;
	if (key.len == 0)
		return true;
	if (noun != NOUN_NONE)
		*ret = things_find(x->things, noun, key);
	if (*ret > 0 && snapshot_row(&x->sn, *ret) != NULL)
		return true;
	*ret = 0;
	return fault_add(&d->faults, STR("into"), N_("There is no such thing any more."), STR_NONE);
}

static struct str
outcome(struct deed *d, const struct accept *x, bool accept, struct str words)
{
	if (words.len > 0)
		return words;
	return x->into != 0 ? arena_printf(d->a, "accepted into " STR_FMT,
	    STR_ARG(things_reference(x->things, d->a, NOUN_ANY, x->into)))
	    : accept ? STR("accepted") : STR("rejected");
}

/* It has to wait, which is told at the field that it waits for. */
static enum deed_state
cannot_accept(struct deed *d, const struct proposal *p, const struct decide *ask)
{
	struct str name = STR_NONE;

	for (size_t i = 0; i < p->len; i++)
		if (p->at[i].kind == ask->at)
			name = inbox_field_name(d->a, 't', i);
	(void)fault_add(&d->faults, name, ask->why, STR_NONE);
	return deed_stop(d, DEED_FAULTY);
}

static enum deed_state
decide(struct deed *d, struct accept *x, const struct noun_row *row, const struct posted *form,
       const struct proposal *p)
{
	struct str       key = things_key(x->things, row->id), before = STR_NONE, after = STR_NONE;
	struct corrected words = { .len = 0 };
	struct diags     said = diags_new(d->a);
	struct act       act = act_of(d);
	struct decide    ask = { .keys = &key, .len = 1, .accept = does(form, "accept") };
	enum act_id      what = ACT_PAPER_REJECT;

	if (!ask.accept && !does(form, "reject"))
		return fault_add(&d->faults, STR_NONE, N_("Choose what to do."), STR_NONE),
		    deed_stop(d, DEED_FAULTY);
	if (ask.accept) {
		inbox_fields_read(d->a, p, form, &d->faults, &words, &before, &after);
		(void)read_into(d, x, p, form, &ask.into);
		what = after.len > 0 ? ACT_PAPER_CORRECT : ACT_PAPER_ACCEPT;
		ask.words = after.len > 0 ? &words : NULL;
	}
	if (d->faults.len > 0)
		return deed_stop(d, DEED_FAULTY);
	if (!decide_within(x, &ask, &act, &said))
		return ask.why != NULL ? cannot_accept(d, p, &ask)
		                       : deed_stop(d, ask.stale ? DEED_STALE : DEED_FAILED);
	d->change = ask.change;
	if (!deed_trail(d, what, reference(d, "proposal", key), before,
	    outcome(d, x, ask.accept, after)))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, place_after(d, x, row));
}

/* DEED_OPEN: by somebody who may, and `*x` is what there is. */
static enum deed_state
begin(struct deed *d, struct accept *x)
{
	enum deed_state begun;

	if (!may_import(d))
		return deed_stop(d, DEED_DENIED);
	begun = deed_begin(d);
	if (begun == DEED_OPEN && !decide_open(d->a, d->s, x))
		return deed_stop(d, DEED_FAILED);
	return begun;
}

enum deed_state
inbox_decide(struct deed *d, struct str key, const struct posted *form)
{
	const struct noun_row *row;
	struct accept          x;
	struct proposal        p;
	enum deed_state        begun = begin(d, &x);

	if (begun != DEED_OPEN)
		return begun;
	row = snapshot_row(&x.sn, things_find(x.things, NOUN_PROPOSAL, key));
	if (row == NULL)
		return deed_stop(d, DEED_MISSING);
	if (!str_eq(row->text[PROPOSAL_state], proposal_state_code(STATE_WAITING)))
		return deed_stop(d, DEED_STALE);
	if (!proposals_get(&x, row, &p))
		return deed_stop(d, DEED_FAILED);
	return decide(d, &x, row, form, &p);
}

/* ---- a paper as a whole ---- */

static enum deed_state
decide_kind(struct deed *d, struct accept *x, int64_t document, const struct posted *form)
{
	struct decide ask = { .document = document, .accept = does(form, "accept_kind"),
	                      .kind = posted_raw(form, STR("kind")) };
	struct diags  said = diags_new(d->a);
	struct act    act = act_of(d);
	struct str    key = things_key(x->things, document);
	enum proposal_kind kind;

	if (!proposal_kind_from_code(ask.kind, &kind))
		return fault_add(&d->faults, STR("kind"), N_("Choose a kind."), STR_NONE),
		    deed_stop(d, DEED_FAULTY);
	if (!decide_within(x, &ask, &act, &said))
		return deed_stop(d, DEED_FAILED);
	if (ask.done == 0 && ask.refused > 0)
		return fault_add(&d->faults, STR("kind"), N_("Each of them has to be looked at by itself: see what "
		    "it lacks when it is accepted."), STR_NONE), deed_stop(d, DEED_FAULTY);
	if (ask.done == 0)
		return deed_stop(d, DEED_STALE);
	d->change = ask.change;
	if (!deed_trail(d, ask.accept ? ACT_PAPER_ACCEPT : ACT_PAPER_REJECT,
	    reference(d, "document", key), STR(""),
	    arena_printf(d->a, "%zu " STR_FMT, ask.done, STR_ARG(ask.kind))))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, inbox_address(d, "inbox/", key));
}

/* Is it one of the changes that this paper brought? */
static bool
is_of_paper(const struct snapshot *sn, int64_t change, int64_t document)
{
	const struct change_row *c = snapshot_change(sn, change);

	return c != NULL && c->document == document;
}

/* The words of the first diag, which say what stands in the way. */
static enum deed_state
cannot_undo(struct deed *d, const struct diags *said)
{
	if (store_failed(d->s) || store_unable(d->s) || said->first == NULL)
		return deed_stop(d, DEED_FAILED);
	(void)fault_add(&d->faults, STR_NONE, N_("This cannot be taken back: something later was "
	    "built on it. Take that back first. ({1})"), said->first->message);
	return deed_stop(d, DEED_FAULTY);
}

static enum deed_state
undo_one(struct deed *d, struct accept *x, int64_t document, int64_t change)
{
	struct diags said = diags_new(d->a);
	struct act   act = act_of(d);
	int64_t      standing;

	if (!is_of_paper(&x->sn, change, document))
		return deed_stop(d, DEED_MISSING);
	if (!change_standing(d->s, change, &standing))
		return deed_stop(d, DEED_FAILED);
	if (standing == 0)
		return deed_stop(d, DEED_STALE);
	if (!change_undo_within(d->s, standing, &act, &said, &d->change))
		return cannot_undo(d, &said);
	return DEED_OPEN;
}

/* All that the paper brought, the newest first. */
static enum deed_state
undo_all(struct deed *d, struct accept *x, int64_t document)
{
	for (size_t i = x->sn.changes; i > 0; i--) {
		const struct change_row *c = &x->sn.change[i - 1];
		enum deed_state          how;
		int64_t                  standing;

		if (c->document != document)
			continue;
		if (!change_standing(d->s, c->id, &standing))
			return deed_stop(d, DEED_FAILED);
		how = standing == 0 ? DEED_OPEN : undo_one(d, x, document, c->id);
		if (how != DEED_OPEN)
			return how;
	}
	return DEED_OPEN;
}

static enum deed_state
undo(struct deed *d, struct accept *x, int64_t document, const struct posted *form)
{
	struct str      key = things_key(x->things, document), what = STR("");
	bool            all = does(form, "undo_all");
	int64_t         change = 0;
	enum deed_state how;

	if (!all && !posted_int(form, &d->faults, STR("change"), 1, INT64_MAX, &change))
		return fault_add(&d->faults, STR("change"), N_("Choose what to take back."), STR_NONE),
		    deed_stop(d, DEED_FAULTY);
	how = all ? undo_all(d, x, document) : undo_one(d, x, document, change);
	if (how != DEED_OPEN)
		return how;
	if (!all)
		what = arena_printf(d->a, "change %lld", (long long)change);
	if (!deed_trail(d, ACT_PAPER_UNDO, reference(d, "document", key), what, STR("")))
		return deed_stop(d, DEED_FAILED);
	return deed_commit(d, all ? inbox_address(d, "inbox", STR_NONE)
	                          : inbox_address(d, "inbox/", key));
}

enum deed_state
inbox_act(struct deed *d, struct str key, const struct posted *form)
{
	struct accept   x;
	int64_t         document;
	enum deed_state begun = begin(d, &x);

	if (begun != DEED_OPEN)
		return begun;
	document = things_find(x.things, NOUN_DOCUMENT, key);
	if (snapshot_row(&x.sn, document) == NULL)
		return deed_stop(d, DEED_MISSING);
	if (does(form, "accept_kind") || does(form, "reject_kind"))
		return decide_kind(d, &x, document, form);
	if (does(form, "undo") || does(form, "undo_all"))
		return undo(d, &x, document, form);
	(void)fault_add(&d->faults, STR_NONE, N_("Choose what to do."), STR_NONE);
	return deed_stop(d, DEED_FAULTY);
}

/* goals_text.c - goals in running text, each with what is said of its status:
 * below it ("Status på mål 2: …"), after all of them, or as paragraphs under a
 * heading "Status …", matched by meaning. What stands under a goal counts for
 * more than the number in a label. */
#include "recognise/kinds.h"
#include "recognise/meaning.h"
#include <string.h>

#define STATUS_HEAD  80         /* bytes of "Status på mål 1 i april 2012" */
#define PARAS_MAX    64
#define GOALS_MAX    64         /* in force at a time */

struct span {
	size_t entry, from, to;
};

struct goal {
	struct span text;
	struct str  number, folded;     /* number as printed; may be empty */
	struct span status[PARAS_MAX];
	size_t      statuses;
};

/* Which paragraphs belong to a status: those below its label, items only after
 * a label with text, those under a heading "Status …". */
enum mode { MODE_NONE, MODE_BELOW, MODE_INLINE, MODE_SECTION };

struct walk {
	struct paper *p;
	struct goal   goal[GOALS_MAX];
	size_t        goals;
	bool          announced;        /* numbered items are goals */
	size_t        maybe;            /* a numbered item that may be a goal, SIZE_MAX: none */
	size_t        heading;          /* "Mål 1" whose text is still to come, SIZE_MAX: none */
	struct str    heading_number;
	enum mode     mode;
	size_t        current;          /* goal whose status is being read */
	size_t        para[PARAS_MAX];  /* MODE_SECTION: entries */
	size_t        paras;
};

static const char *const goal_words[] = { "maal", "maalet", "maalene", "effektmaal*", "delmaal*",
	"hovedmaal*", "resultatmaal*", "indsatsmaal*", "maalsaetning*", NULL };

static bool
is_numbered(const struct entry *e)
{
	struct str m = e->block->mark;

	if (m.len == 2 && m.at[0] >= 'a' && m.at[0] <= 'z')
		return m.at[1] == ')' || m.at[1] == '.';
	return m.len > 0 && m.at[0] >= '0' && m.at[0] <= '9';
}

/* "1)", "2." -> "1", "2" */
static struct str
bare_number(struct str s)
{
	size_t from = 0, to;

	while (from < s.len && (s.at[from] < '0' || s.at[from] > '9'))
		from++;
	for (to = from; to < s.len && s.at[to] >= '0' && s.at[to] <= '9'; to++)
		;
	return str_slice(s, from, to);
}

static bool
announces_goals(const struct entry *e)
{
	struct str s = e->folded[0];

	if (!folded_has_any(s, goal_words) || folded_starts(s, "status"))
		return false;
	return entry_is_heading(e) || str_ends(s, STR(":")) || s.len < 60;
}

/* "Mål 1: …", "Delmål 2 - …", "Mål 3": the number and where its text begins.
 * False: something else. */
static bool
goal_label(struct walk *w, const struct entry *e, struct str *number, size_t *rest)
{
	struct str text = e->text[0], head;
	size_t     i = 0, end;

	while (i < text.len && text.at[i] != ' ' && text.at[i] != ':')
		i++;
	head = utf8_fold(w->p->arena, str_slice(text, 0, i));
	if (!folded_has_any(head, goal_words) || str_find(head, STR(" "), 0) != SIZE_MAX)
		return false;
	while (i < text.len && text.at[i] == ' ')
		i++;
	for (end = i; end < text.len && end - i < 6 && ((text.at[end] >= '0' && text.at[end] <= '9') ||
	    (text.at[end] == '.' && end + 1 < text.len && text.at[end + 1] >= '0' && text.at[end + 1] <= '9')); end++)
		;
	*number = str_slice(text, i, end);
	i = end;
	if (i < text.len && strchr(":.)-", text.at[i]) == NULL && text.at[i] != ' ')
		return false;
	if (number->len == 0 && (i >= text.len || text.at[i] != ':'))
		return false;
	if (number->len == 4)
		return false;
	while (i < text.len && (strchr(":.)- ", text.at[i]) != NULL ||
	    str_starts(str_slice(text, i, text.len), STR("–")) || (unsigned char)text.at[i] == 0x80 ||
	    (unsigned char)text.at[i] == 0x93))
		i++;
	*rest = i;
	return true;
}

/* "Status på mål 2: …", "Status:", "Status for … april 2012" (a section). */
struct status_line {
	bool       of_goal, section;
	struct str number;
	size_t     rest;
};

static bool
read_status_line(struct walk *w, struct str text, bool heading, struct status_line *ret)
{
	struct status_line s = { .rest = text.len };
	size_t             colon = str_find(text, STR(":"), 0), goal;
	struct str         head;

	if (colon != SIZE_MAX && colon <= STATUS_HEAD)
		s.rest = colon + 1;
	else if (text.len > STATUS_HEAD + 20 || (text.len > 0 && text.at[text.len - 1] == '.'))
		return false;
	head = utf8_fold(w->p->arena, str_slice(text, 0, colon <= STATUS_HEAD ? colon : text.len));
	if (!folded_starts(head, "status"))
		return false;
	goal = folded_find_any(head, goal_words, 0);
	if (goal != SIZE_MAX) {
		s.of_goal = true;
		s.number = bare_number(str_slice(head, goal, head.len));
		if (s.number.len == 4)
			s.number = STR_NONE;
	}
	if (s.rest < text.len && goal == SIZE_MAX)
		s.of_goal = true;
	s.section = !s.of_goal;
	if (s.section && !heading && s.rest < text.len)
		return false;
	*ret = s;
	return true;
}

/* ---- what was found ---- */

static void
add_span(struct paper *p, enum field_kind kind, struct span s)
{
	field_slice(p, kind, &p->at[s.entry].block->piece, s.from, s.to);
}

static void
emit(struct walk *w, const struct goal *g)
{
	struct paper *p = w->p;
	struct str    text = p->at[g->text.entry].text[0];

	if (g->statuses == 0) {
		unknown_add(p, str_slice(text, g->text.from, g->text.to),
		    entry_place(&p->at[g->text.entry]));
		return;
	}
	proposal_begin(p, PROPOSAL_GOAL_STATUS, entry_place(&p->at[g->text.entry]));
	proposal_title(p, str_trim(str_slice(text, g->text.from, g->text.to)));
	if (g->number.len > 0)
		field_add(p, FIELD_NUMBER, g->number, entry_place(&p->at[g->text.entry]));
	add_span(p, FIELD_GOAL, g->text);
	for (size_t i = 0; i < g->statuses; i++) {
		add_span(p, FIELD_STATUS, g->status[i]);
		if (p->at[g->status[i].entry].taken == TAKEN_NOT)
			p->at[g->status[i].entry].taken = TAKEN_TEXT;
	}
	proposal_end(p);
	p->at[g->text.entry].taken = g->status[0].entry == g->text.entry ? TAKEN_TEXT : TAKEN_FIELD;
}

/* Paragraphs of a section go to the goals that they speak of; a goal without
 * one of its own shares the one that fits it best. */
static void
match_section(struct walk *w)
{
	struct str others[PARAS_MAX], text;

	for (size_t i = 0; i < w->paras; i++)
		others[i] = w->p->at[w->para[i]].folded[0];
	for (size_t g = 0; g < w->goals; g++) {
		struct goal *goal = &w->goal[g];
		unsigned     most = 0;
		size_t       best = SIZE_MAX;

		if (goal->statuses > 0)
			continue;
		for (size_t i = 0; i < w->paras; i++) {
			unsigned points = meaning_shared(goal->folded, others[i], others, w->paras);

			if (points > most) {
				most = points;
				best = i;
			}
		}
		if (best == SIZE_MAX && w->paras == w->goals)
			best = g;
		if (best == SIZE_MAX)
			continue;
		text = w->p->at[w->para[best]].text[0];
		goal->status[goal->statuses++] = (struct span){ w->para[best], 0, text.len };
	}
	w->paras = 0;
}

static void
flush(struct walk *w)
{
	if (w->mode == MODE_SECTION)
		match_section(w);
	for (size_t i = 0; i < w->goals; i++)
		emit(w, &w->goal[i]);
	w->goals = 0;
	w->mode = MODE_NONE;
	w->maybe = SIZE_MAX;
	w->heading = SIZE_MAX;
}

/* ---- reading ---- */

static void
add_goal(struct walk *w, size_t entry, size_t from, size_t to, struct str number)
{
	struct goal *g;

	if (w->goals == GOALS_MAX)
		flush(w);
	g = &w->goal[w->goals++];
	*g = (struct goal){ .text = { entry, from, to }, .number = number };
	g->folded = utf8_fold(w->p->arena, str_slice(w->p->at[entry].text[0], from, to));
	w->mode = MODE_NONE;
}

static void
add_status(struct walk *w, size_t goal, size_t entry, size_t from, size_t to)
{
	struct goal *g = &w->goal[goal];

	if (from < to && g->statuses < PARAS_MAX)
		g->status[g->statuses++] = (struct span){ entry, from, to };
}

/* The goal that a status line is about, SIZE_MAX when there is none. */
static size_t
goal_of_status(struct walk *w, const struct status_line *s, struct str text)
{
	size_t   pending = 0, last = SIZE_MAX, best = SIZE_MAX;
	unsigned most = 0;

	for (size_t i = 0; i < w->goals; i++) {
		pending += w->goal[i].statuses == 0;
		if (w->goal[i].statuses == 0)
			last = i;
	}
	if (pending == 1 && (last + 1 == w->goals || s->number.len == 0))
		return last;
	for (size_t i = 0; i < w->goals && s->number.len > 0; i++)
		if (w->goal[i].statuses == 0 && str_eq(bare_number(w->goal[i].number), s->number))
			return i;
	if (pending == 0)
		return SIZE_MAX;
	text = utf8_fold(w->p->arena, text);
	for (size_t i = 0; i < w->goals; i++) {
		unsigned points;

		if (w->goal[i].statuses > 0)
			continue;
		points = meaning_shared(w->goal[i].folded, text, &text, 1);
		if (best == SIZE_MAX || points > most) {
			best = i;
			most = points;
		}
	}
	return best;
}

static void
read_status(struct walk *w, size_t i, const struct status_line *s)
{
	struct str text = w->p->at[i].text[0];

	if (w->mode == MODE_SECTION)
		match_section(w);
	w->mode = MODE_NONE;
	if (w->goals == 0 && w->maybe != SIZE_MAX && s->of_goal) {
		struct entry *e = &w->p->at[w->maybe];

		add_goal(w, w->maybe, 0, e->text[0].len, bare_number(e->block->mark));
	}
	w->maybe = SIZE_MAX;
	if (s->section) {
		w->mode = w->goals > 0 ? MODE_SECTION : MODE_NONE;
		return;
	}
	w->current = goal_of_status(w, s, str_slice(text, s->rest, text.len));
	if (w->current == SIZE_MAX) {
		if (s->number.len > 0)
			unknown_add(w->p, text, entry_place(&w->p->at[i]));
		return;
	}
	add_status(w, w->current, i, s->rest, text.len);
	w->mode = s->rest < text.len ? MODE_INLINE : MODE_BELOW;
}

/* "… Status: …" inside the goal's own paragraph. */
static void
read_goal(struct walk *w, size_t i, size_t from, struct str number)
{
	struct str text = w->p->at[i].text[0];
	size_t     at = text.len, rest = text.len;
	enum label l = label_inside_text(w->p->arena, text, from, &at, &rest);

	while (l != LABEL_NONE && l != LABEL_STATUS)
		l = label_inside_text(w->p->arena, text, rest, &at, &rest);
	if (l == LABEL_NONE)
		at = rest = text.len;
	add_goal(w, i, from, at, number);
	w->maybe = SIZE_MAX;
	if (l == LABEL_STATUS) {
		add_status(w, w->goals - 1, i, rest, text.len);
		w->current = w->goals - 1;
		w->mode = MODE_INLINE;
	}
}

static void
read_plain(struct walk *w, size_t i)
{
	const struct entry *e = &w->p->at[i];
	bool                item = e->block->kind == BLOCK_ITEM && !is_numbered(e);

	if (w->heading != SIZE_MAX && !entry_is_heading(e)) {
		read_goal(w, i, 0, w->heading_number);
		w->heading = SIZE_MAX;
	} else if (w->mode == MODE_SECTION && !entry_is_heading(e)) {
		if (w->paras < PARAS_MAX)
			w->para[w->paras++] = i;
	} else if (w->mode == MODE_BELOW && !entry_is_heading(e)) {
		add_status(w, w->current, i, 0, e->text[0].len);
	} else if (w->mode == MODE_INLINE && item) {
		add_status(w, w->current, i, 0, e->text[0].len);
	} else if (entry_is_heading(e)) {
		if (w->mode == MODE_SECTION)
			match_section(w);
		w->mode = MODE_NONE;
	}
	if (announces_goals(e)) {
		flush(w);
		w->announced = true;
	} else if (entry_is_heading(e) || str_ends(e->folded[0], STR(":"))) {
		w->announced = false;
		w->maybe = SIZE_MAX;
	}
}

static void
read_entry(struct walk *w, size_t i)
{
	const struct entry *e = &w->p->at[i];
	struct status_line  status;
	struct str          number;
	size_t              rest;

	if (goal_label(w, e, &number, &rest)) {
		if (w->mode == MODE_SECTION || (w->goals > 0 && str_eq(bare_number(number), STR("1"))))
			flush(w);
		if (rest < e->text[0].len) {
			read_goal(w, i, rest, number);
		} else {
			w->heading = i;
			w->heading_number = number;
		}
		return;
	}
	if (read_status_line(w, e->text[0], entry_is_heading(e), &status)) {
		read_status(w, i, &status);
		return;
	}
	if (!is_numbered(e) || entry_is_heading(e)) {
		read_plain(w, i);
		return;
	}
	if (w->mode == MODE_SECTION || (w->mode == MODE_BELOW && !w->announced)) {
		read_plain(w, i);
		return;
	}
	if (w->announced)
		read_goal(w, i, 0, bare_number(e->block->mark));
	else
		w->maybe = i;
}

void
goals_in_text(struct paper *p)
{
	struct walk *w = ARENA_NEW(p->arena, struct walk);

	w->p = p;
	w->maybe = w->heading = SIZE_MAX;
	for (size_t i = 0; i < p->len; i++) {
		const struct entry *e = &p->at[i];

		if (e->taken == TAKEN_FIELD) {
			w->mode = w->mode == MODE_BELOW ? MODE_NONE : w->mode;
			w->announced = false;
		} else if (entry_is_text(e) && !entry_is_furniture(e)) {
			read_entry(w, i);
		}
	}
	flush(w);
}

/* register.h - the register as an editor works in it: its kinds, the things of a kind,
 * one thing with its form, and the kinds of targets.
 */
#ifndef VIEW_PAGES_REGISTER_H
#define VIEW_PAGES_REGISTER_H

#include "model/edit_view.h"
#include "view/work.h"

void register_page(struct page *p, const struct work *w, const struct edit_kinds *m,
                   struct str words);

struct register_list {
	enum noun                noun;
	const struct edit_items *items;
	size_t                   from, to;      /* of this page */
	size_t                   page, pages;
	struct str               words, query;  /* what was looked for; "?q=..." */
};

void register_list_page(struct page *p, const struct work *w, const struct register_list *m);

/* `unread`: a target was to be saved whose meaning was not read yet. */
void register_thing_page(struct page *p, const struct work *w, const struct edit_view *m,
                         bool unread);

/* ---- for register_*.c ---- */

/* "work/register/targets", and behind it "/x" or "/new". */
const char *register_path(struct page *p, enum noun n);

/* <a href> of a thing, where it is edited. */
void register_link(struct page *p, const struct edit_items *in, size_t i);

/* The kinds of targets as sentences, to choose from. */
void register_kinds(struct page *p, const struct edit_view *m);

/* What a target means and the verdict it would give. */
void register_meaning(struct page *p, const struct edit_view *m, bool unread);

/* The fields of the form. */
void register_fields(struct page *p, const struct work *w, const struct edit_view *m);

/* Two texts of fields side by side. */
void register_cells(struct page *p, const struct edit_view *m, const struct edit_cell *cell,
                    size_t len, const char *caption, const char *before, const char *after);

#endif

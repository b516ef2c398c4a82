/* form.h - forms of the design system: fields with labels, hints and faults, the
 * summary of what is wrong, and what shows that a form is ours.
 *
 *	form_faults(p, &form);                  above, when it comes back
 *	form_open(p, &form, "work/task");
 *	form_input(p, &form, &(struct input){ .name = "title", .label = say(l, "Title"), ... });
 *	form_close(p, say(l, "Save"));
 *
 * A field shows what was sent, else its value; its fault stands at it and is linked
 * from the summary, which the browser is led to. Works without a script.
 */
#ifndef VIEW_FORM_H
#define VIEW_FORM_H

#include "model/posted.h"
#include "view/page.h"

struct choice {
	struct str value, title;
};

struct form_view {
	struct str           token, nonce;      /* empty: a form of nobody who is logged in */
	const struct posted *posted;            /* what was sent; NULL: nothing yet */
	const struct faults *faults;            /* NULL: none */
	const char          *summary;           /* N_() above the faults; NULL: the usual */
	bool                 upload;            /* it brings a file */
	const struct choice *labels;            /* of fields, by name: the summary says them, too */
	size_t               labels_len;
	struct str           about;             /* of which one of a list: said with the names of its fields
	                                         * and buttons to who hears the page; empty: there is one */
};

enum input_kind { INPUT_LINE, INPUT_LINES, INPUT_DATE, INPUT_FIGURE, INPUT_PASSWORD,
	INPUT_SELECT, INPUT_RADIO, INPUT_CHECK, INPUT_FILE };

struct input {
	enum input_kind      kind;
	struct str           name, label, hint; /* the hint may be empty; a date has one */
	struct str           value;             /* what it holds already; of a check: "1" */
	size_t               max;               /* letters; 0: not said */
	unsigned             rows;              /* of lines; 0: five */
	bool                 wanted;            /* has to be filled in */
	const struct choice *choice;            /* of a select or radios; of a line: offered */
	size_t               choices;
	struct str           fill;              /* autocomplete="..."; empty: off */
};

/* What is wrong, with links to the fields; nothing without faults. */
void form_faults(struct page *p, const struct form_view *f);

/* `action`: the path behind the language, with an id, or empty for that of this page. */
void form_open(struct page *p, const struct form_view *f, struct str action);
void form_input(struct page *p, const struct form_view *f, const struct input *field);
/* What goes along unseen; nothing when it is empty. */
void form_hidden(struct page *p, const char *name, struct str value);
/* The same, but as it was sent when the form comes back. */
void form_again(struct page *p, const struct form_view *f, const char *name, struct str value);
/* Behind a name: `about`, unseen. */
void form_about(struct page *p, const struct form_view *f);
/* The button, and the end. */
void form_close(struct page *p, struct str button);
/* A second button that sends its name and value with the form; before form_close(). */
void form_button(struct page *p, const struct form_view *f, struct str name, struct str value,
                 struct str title);

/* A form of one button: the action of a row ("Remind", "Undo"), and what goes along unseen:
 * not as it was sent, which may have been of another row. */
struct along {
	const char *name;
	struct str  value;
};

void form_act(struct page *p, const struct form_view *f, struct str action, struct str button,
              const struct along *along, size_t len);

#endif

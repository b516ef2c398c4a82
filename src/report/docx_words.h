/* docx_words.h - what a tree of pandoc's is made of, in its JSON. For report/docx*.c alone.
 *
 * Its shape is pandoc-types 1.22 and 1.23, which differ in nothing that is used here.
 */
#ifndef REPORT_DOCX_WORDS_H
#define REPORT_DOCX_WORDS_H

#include "export/json.h"
#include "report/tree.h"
#include "view/lang.h"

struct docx_out {
	struct json        j;
	struct arena      *a;
	const struct tree *t;
	struct str         site, folder;        /* where pictures are written */
	struct lang        lang;
	bool               blind;       /* a picture could not be made */
	bool               turns, lies; /* pages can be turned; this one is */
};

/* { "t": NAME, "c": ; closed by json_end(). */
void docx_open(struct docx_out *o, const char *name);
/* [ID, [], [[KEY, VALUE]]]; empty ones are left out. */
void docx_attr(struct docx_out *o, struct str id, const char *key, struct str value);
void docx_text(struct docx_out *o, struct str text);
void docx_runs(struct docx_out *o, const struct runs *r);
/* A Div of that style, of one paragraph that is still to be filled; close with _end. */
void docx_styled(struct docx_out *o, const char *style, struct str id);
void docx_styled_end(struct docx_out *o);
void docx_raw(struct docx_out *o, struct str openxml);

void docx_caption(struct docx_out *o, const struct tree_part *p, const char *pattern);
void docx_table(struct docx_out *o, const struct tree_part *p);

#endif

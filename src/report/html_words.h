/* html_words.h - words of a report as HTML. For report/html*.c alone. */
#ifndef REPORT_HTML_WORDS_H
#define REPORT_HTML_WORDS_H

#include "report/html.h"

struct html_out {
	struct buf             *b;
	const struct tree      *t;
	const struct html_wish *w;
	struct lang             lang;
	struct arena           *a;      /* for scratch */
	size_t                  most;   /* bytes of a word that is not broken; 0: none is */
	const size_t           *mosts;  /* that of each column, in a table; may be NULL */
};

void html_words(const struct html_out *o, struct str lang, struct str text);
void html_runs(const struct html_out *o, struct str lang, const struct runs *r);

/* ` lang="..."` where it is not the report's. */
void html_lang(const struct html_out *o, struct str lang);

/* The table with its caption and source. */
void html_table(const struct html_out *o, const struct tree_part *p);

/* "Table 4" before the words of a caption. */
void html_caption(const struct html_out *o, const struct tree_part *p, const char *pattern);
void html_source(const struct html_out *o, const struct tree_part *p);

#endif

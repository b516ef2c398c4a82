/* report.h - a report of any kind as a tree, in the reader's language. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "model/report_view.h"
#include "report/tree.h"
#include "view/lang.h"

/* Numbered. Everything is in `a` or borrowed from `m`. */
struct tree report_tree(struct arena *a, const struct lang *l, const struct report_paper *m);

#endif

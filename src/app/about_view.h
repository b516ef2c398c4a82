/* about_view.h - fills model/about_view.h. */
#ifndef APP_ABOUT_VIEW_H
#define APP_ABOUT_VIEW_H

#include "app/snapshot.h"
#include "model/about_view.h"

struct about_view about_view_of(const struct snapshot *sn);

/* Judged by evaluate(), so that the page cannot say anything else than the program
 * does. Its texts are in `a`. */
struct method_example method_example(struct arena *a);

#endif

/* untag.h - the words of HTML that we wrote: pages, their attributes, lines of papers that
 * are laid out (document/lay.h). What others write is read by document/.
 */
#ifndef BASE_UNTAG_H
#define BASE_UNTAG_H

#include "base/arena.h"

/* A blank for each tag, the letters for &lt; &gt; &amp; &quot; &#39;, no blanks at the ends. */
struct str untag(struct arena *a, struct str html);

#endif

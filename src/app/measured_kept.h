/* measured_kept.h - measurements that were loaded, kept for who asks for the same ones again
 * and again: a site that is published shows each indicator in twenty forms. As of one change
 * of the register, and not more than MEASURED_KEPT of them: what does not fit is loaded anew.
 * Belongs to one thread; only for app/observations.c and who gives it to a snapshot.
 */
#ifndef APP_MEASURED_KEPT_H
#define APP_MEASURED_KEPT_H

#include "app/observations.h"

#define MEASURED_KEPT ((size_t)200000)  /* measurements: 40 MB */

struct measured_kept;

struct measured_kept *measured_kept_new(struct arena *a);

/* False: it is not kept. `ret` is borrowed, until another change is asked for. */
bool measured_kept_find(const struct measured_kept *k, int64_t known, int64_t indicator,
                        struct measured *ret);
/* Keeps a copy. Those of another change are forgotten, and so is their room. */
void measured_kept_add(struct measured_kept *k, int64_t known, int64_t indicator,
                       const struct measured *m);

#endif

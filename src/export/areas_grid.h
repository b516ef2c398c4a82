/* areas_grid.h - the ranking of areas by one indicator as a table to take away. */
#ifndef EXPORT_AREAS_GRID_H
#define EXPORT_AREAS_GRID_H

#include "export/grid.h"
#include "model/areas_view.h"

struct grid areas_grid(struct arena *a, const struct areas_view *m, bool danish);

#endif

/* sdg.h - an indicator as the platform Open SDG takes it in: a CSV of its figures and a YAML
 * of what it is.
 *
 * CSV: Year first; a column for each side by which figures are broken down (Area, Group,
 * Method, Units, where there is more than one); GeoCode second last; Value last. A blank is
 * the total: the whole city, everybody. One row a year, as the platform wants: of a figure
 * for a part of a year Period says which. What is not shown has no row's Value.
 *
 * YAML: the platform's fields, and the sections of its metadata by the names of the United
 * Nations; double-quoted text, which YAML shares with JSON.
 */
#ifndef EXPORT_SDG_H
#define EXPORT_SDG_H

#include "export/stream.h"
#include "model/cube.h"

/* `city`: the code of the area that is the total; `danish`: the language of titles. False:
 * the cells could not be walked through. */
MUST_CHECK bool export_sdg(const struct stream *to, const struct cube *c, struct str city,
                           bool danish);

void            export_sdg_about(struct buf *b, const struct indicator_view *m,
                                 struct str authority, bool danish);

#endif

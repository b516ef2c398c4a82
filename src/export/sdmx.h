/* sdmx.h - SDMX-CSV 2.0: figures as statistics bureaus exchange them.
 *
 * STRUCTURE, STRUCTURE_ID and ACTION first; then the dimensions INDICATOR, REF_AREA, GROUP,
 * METHOD and TIME_PERIOD; OBS_VALUE, a decimal with a point; then attributes: OBS_STATUS by
 * CL_OBS_STATUS, CONF_STATUS by CL_CONF_STATUS, the bounds of what is not exact, the unit.
 * Lines of several indicators may follow one another below one header.
 */
#ifndef EXPORT_SDMX_H
#define EXPORT_SDMX_H

#include "export/stream.h"
#include "model/cube.h"

#define SDMX_MEDIA "application/vnd.sdmx.data+csv;version=2.0.0;labels=id"

void            export_sdmx_header(const struct stream *to);
/* False: the cells could not be walked through. */
MUST_CHECK bool export_sdmx(const struct stream *to, const struct cube *c);

#endif

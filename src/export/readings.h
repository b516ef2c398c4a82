/* readings.h - what is in a phrase, as JSON: `pejl read --json`. */
#ifndef EXPORT_READINGS_H
#define EXPORT_READINGS_H

#include "core/phrase.h"
#include "export/json.h"

void export_readings(struct json *j, struct str text, const struct readings *r);

#endif

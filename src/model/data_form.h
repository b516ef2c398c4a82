/* data_form.h - the forms in which data can be taken away: one row each, for the addresses of
 * the site, the links on its pages, the catalogue and `pejl export`.
 *
 * code: as `pejl export` and the catalogue call it. ending: behind the address of what it is
 * about, /api/v1/indicators/KEY or the second table's whole address. media: with its charset
 * or profile. title: what a link says, in English; po/ has it in other languages.
 */
#ifndef MODEL_DATA_FORM_H
#define MODEL_DATA_FORM_H

#include "base/str.h"

/* Of one indicator: id, code, ending, media, title. */
#define DATA_FORMS_OF_ONE(X)                                                                  \
	X(CSV, "csv", ".csv", "text/csv; charset=utf-8; header=present",                   \
	  N_("All figures as CSV"))                                                        \
	X(CSVW, "csvw", ".csv-metadata.json", "application/csvm+json",                     \
	  N_("What the columns of the CSV are (CSV on the Web)"))                          \
	X(JSONSTAT, "json-stat", ".jsonstat.json", "application/json",                     \
	  N_("All figures as JSON-stat 2.0"))                                              \
	X(SDMX, "sdmx-csv", ".sdmx.csv",                                                   \
	  "application/vnd.sdmx.data+csv; version=2.0.0; labels=id; charset=utf-8",        \
	  N_("All figures as SDMX-CSV 2.0"))                                               \
	X(SDG, "open-sdg", ".sdg.csv", "text/csv; charset=utf-8; header=present",          \
	  N_("All figures as CSV for Open SDG"))                                           \
	X(SDG_ABOUT, "open-sdg-metadata", ".sdg.yml", "application/yaml; charset=utf-8",   \
	  N_("What the indicator is, for Open SDG"))                                       \
	X(IATI, "iati", ".iati.json", "application/json",                                  \
	  N_("Targets and figures as results of IATI"))                                    \
	X(GEOJSON, "geojson", ".geojson", "application/geo+json",                          \
	  N_("The latest figures of the areas on a map (GeoJSON)"))

/* Of all: id, code, address, media, title. */
#define DATA_FORMS_OF_ALL(X)                                                                  \
	X(ALL_JSONSTAT, "json-stat", "/api/v1/indicators.jsonstat.json", "application/json", \
	  N_("The figures of all indicators as JSON-stat 2.0"))                            \
	X(ALL_SDMX, "sdmx-csv", "/api/v1/indicators.sdmx.csv",                             \
	  "application/vnd.sdmx.data+csv; version=2.0.0; labels=id; charset=utf-8",        \
	  N_("The figures of all indicators as SDMX-CSV 2.0"))                             \
	X(ALL_IATI, "iati", "/api/v1/indicators.iati.json", "application/json",            \
	  N_("All targets and their figures as results of IATI"))                          \
	X(PACKAGE, "package", "/api/v1/package.zip", "application/zip",                    \
	  N_("The whole register, as far as it is public, as a data package"))             \
	X(TURTLE, "dcat", "/catalog.ttl", "text/turtle; charset=utf-8",                    \
	  N_("The catalogue of all data as DCAT-AP in Turtle"))                            \
	X(JSONLD, "dcat-jsonld", "/catalog.jsonld", "application/ld+json",                 \
	  N_("The catalogue of all data as DCAT-AP in JSON-LD"))

enum data_form {
#define X(id, code, ending, media, title) DATA_##id,
	DATA_FORMS_OF_ONE(X)
	DATA_FORMS_OF_ALL(X)
#undef X
	DATA_COUNT
};

#define DATA_FIRST_OF_ALL DATA_ALL_JSONSTAT

struct data_form_info {
	struct str  code, ending, media;
	const char *title;
};

extern const struct data_form_info data_form_info[DATA_COUNT];

/* By its code; `one`: of one indicator. */
MUST_CHECK bool data_form_find(struct str code, bool one, enum data_form *ret);

/* Without parameters: "text/csv". */
struct str data_form_media(enum data_form f);

#endif

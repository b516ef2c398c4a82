/* format.h - the forms in which data can be taken away: one row each, for the addresses of
 * the site, the links on its pages, the catalogue and `pejl export`.
 *
 * code: as `pejl export` and the catalogue call it. ending: behind the address of what it is
 * about, /api/v1/indicators/KEY or the second table's whole address. media: with its charset
 * or profile. title: what a link says, in English; po/ has it in other languages.
 */
#ifndef MODEL_FORMAT_H
#define MODEL_FORMAT_H

#include "base/str.h"

/* Of one indicator: id, code, ending, media, title. */
#define FORMATS_OF_ONE(X)                                                                  \
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
#define FORMATS_OF_ALL(X)                                                                  \
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

enum format {
#define X(id, code, ending, media, title) FORMAT_##id,
	FORMATS_OF_ONE(X)
	FORMATS_OF_ALL(X)
#undef X
	FORMAT_COUNT
};

#define FORMAT_FIRST_OF_ALL FORMAT_ALL_JSONSTAT

struct format_info {
	struct str  code, ending, media;
	const char *title;
};

extern const struct format_info format_info[FORMAT_COUNT];

/* By its code; `one`: of one indicator. */
MUST_CHECK bool format_find(struct str code, bool one, enum format *ret);

/* Without parameters: "text/csv". */
struct str format_media(enum format f);

#endif

/* source_kind.h - the kinds of sources that figures come from by themselves: one row each.
 *
 * code: as the register keeps it. bureau: is it a table that is asked for, with a selection?
 * Else it is a file at an address, whose columns are told. name: for the list of changes.
 * title: in English; po/ has it in other languages.
 */
#ifndef MODEL_SOURCE_KIND_H
#define MODEL_SOURCE_KIND_H

#include "base/str.h"

#define SOURCE_KINDS(X) \
	X(STATBANK, "statbank", true, "StatBank", N_("StatBank Denmark, or a bank of a city in it")) \
	X(PXWEB1, "pxweb1", true, "PxWeb", N_("PxWeb, version 1 of its API")) \
	X(PXWEB2, "pxweb2", true, "PxWeb", N_("PxWeb, version 2 of its API")) \
	X(JSONSTAT, "jsonstat", false, "JSON-stat", N_("a file of JSON-stat")) \
	X(SDMX, "sdmx", false, "SDMX-CSV", N_("a file of SDMX-CSV")) \
	X(CSV, "csv", false, "CSV", N_("a CSV file")) \
	X(XLSX, "xlsx", false, "XLSX", N_("a workbook (XLSX)"))

enum source_kind {
#define X(id, code, bureau, name, title) SOURCE_KIND_##id,
	SOURCE_KINDS(X)
#undef X
};

MUST_CHECK bool source_kind_from_code(struct str code, enum source_kind *ret);
bool            source_kind_is_bureau(enum source_kind k);
struct str      source_kind_name(enum source_kind k);

#endif

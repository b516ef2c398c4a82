/* sarif_help.h - what each code of the audit checks, in two or three sentences.
 * (domain.md, 5; the handbook's chapter 5 says more) */
#ifndef EXPORT_SARIF_HELP_H
#define EXPORT_SARIF_HELP_H

#include "model/finding.h"

struct str sarif_help(enum audit_code c, bool danish);

#endif

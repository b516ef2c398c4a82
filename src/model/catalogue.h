/* catalogue.h - what a site has to offer as data: its datasets, each in several forms.
 *
 * Filled by app/catalogue; written as DCAT-AP by export/dcat. Addresses are whole when the
 * site is known, else they begin with '/'.
 */
#ifndef MODEL_CATALOGUE_H
#define MODEL_CATALOGUE_H

#include "model/barometer.h"
#include "model/contact.h"
#include "model/indicator_view.h"

struct offer_form {                     /* a dataset in one form */
	struct str code;                /* "csv" */
	struct str title;               /* English: "JSON-stat 2.0" */
	struct str address;
	struct str media;               /* "text/csv" */
};

struct offer {
	struct str         code;        /* unlike all others in a catalogue */
	struct named       is, unit, theme;     /* unit and theme may be empty */
	struct worded      about;
	struct str         landing;     /* the page about it */
	struct str         changed;     /* time of its newest figure; or empty */
	struct offer_form *form;
	size_t             forms;
};

struct catalogue {
	struct str     site;            /* "https://pejl.example.dk", or empty */
	struct named   publisher;
	struct contact contact;
	struct str     changed;         /* time of the newest change; or empty */
	struct offer  *at;
	size_t         len;
};

#endif

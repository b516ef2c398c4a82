/* page.h - the frame of every page: head, header with search, menu and languages,
 * breadcrumb, footer. What stands between page_open() and page_close() is the
 * page's own, beginning with its <h1>.
 *
 * No inline script, no style attribute: pages run under a policy that allows
 * files of our own and nothing else. Markup is that of the common design system
 * of the Danish state (designsystem.dk); what is ours is in assets/pejl.css.
 */
#ifndef VIEW_PAGE_H
#define VIEW_PAGE_H

#include "model/barometer.h"
#include "model/contact.h"
#include "view/lang.h"

/* What the menu offers: id, address after the language, what it is called. */
#define SECTIONS(X)                                      \
	X(BAROMETER, "", N_("Barometer"))                \
	X(INDICATORS, "indicators", N_("Indicators"))    \
	X(INITIATIVES, "initiatives", N_("Initiatives")) \
	X(ECONOMY, "economy", N_("Economy"))             \
	X(AREAS, "areas", N_("Areas"))                   \
	X(COMPARISON, "comparison", N_("Comparison"))    \
	X(UNITS, "units", N_("Committees"))              \
	X(AGREEMENTS, "agreements", N_("Agreements"))    \
	X(DOCUMENTS, "documents", N_("Documents"))       \
	X(REPORTS, "reports", N_("Reports"))             \
	X(DATA, "data", N_("Data"))

enum section {
#define X(id, path, title) SECTION_##id,
	SECTIONS(X)
#undef X
	SECTION_NONE
};

#define CRUMBS_MAX 6

struct crumb {                          /* a page above this one */
	const char  *kind;              /* "objective", as in page_href() */
	struct named thing;             /* without an id: the list of its kind */
};

struct page {
	struct buf   *b;                /* where it is written */
	struct arena *a;                /* for scratch texts */
	struct lang   lang;
	struct str    title;            /* of the tab, before the authority */
	struct str    description;
	struct str    authority;        /* in Danish; may be empty */
	struct contact contact;         /* of the authority */
	struct str    path;             /* after the language: "indicator/i-arbejde"; "": the barometer */
	struct str    query;            /* "?as_of=2009-06-01", or empty: kept by language links */
	struct str    keep;             /* what links to other pages keep: "?as_of=2009-06-01", or empty */
	bool          looks_back;       /* the register as it stood on `as_of` is shown */
	int32_t       as_of;
	struct str    now;              /* `query` without that day */
	enum section  section;          /* the menu's current entry */
	struct crumb  crumb[CRUMBS_MAX];        /* the barometer, the first, is not in it */
	size_t        crumbs;
	bool          nowhere;          /* an error: no address to come back to */
	bool          unlisted;         /* not for search engines */
	bool          bare;             /* without header and footer: it stands in a page of others */
	struct str    feed;             /* of what is new, after the language; empty: none */
	struct str    asks;             /* the parameter that filter.h writes options of */
	struct str    site;             /* https://... of this site, for who shows a link to the page; empty: not told */
	struct str    picture;          /* of the page, 1200 by 630 dots: "/api/v1/indicators/x.png?lang=da", or empty */
	bool          fixed;            /* will be a file: no form, no other day, nothing to log in to */
	struct named (*document)(const void *of, struct str id);       /* its title, for sources; NULL: not known */
	const void   *of;
};

void page_open(struct page *p);
void page_close(struct page *p);

/* <h1> with the page's title; and its description as the lead below it. */
void page_heading(struct page *p);
void page_lead(struct page *p);

/* A form that searches the site, with words already in it or none; `id` is its
 * field's, unique on the page ("search" is the header's). */
void page_search(struct page *p, const char *id, struct str words);

/* Where the page's section or another stands: "indicators", N_("Indicators"). */
const char *section_path(enum section s);
const char *section_title(enum section s);

/* ` lang="da"` (with the blank) where words of the model stand in the other
 * language than the page's. */
void page_words(struct page *p, bool danish_words);

/* The title of a thing in the reader's language, marked where it is in another:
 * page_named() as bare text in a <span> when it must be marked. */
void page_named(struct page *p, const struct named *n);

/* ` href="/da/indicator/i-arbejde?as_of=..."` (with the blank): a page of this
 * site in the same language and as of the same day. `id` is escaped. */
void page_href(struct page *p, const char *kind, struct str id);

/* Behind a "=" of an address: what is no letter a-z, digit or -._~ as percent signs. */
void page_escaped(struct page *p, struct str s);

/* <a href=...>title</a> of a thing; nothing for one that is not there. */
void page_link(struct page *p, const char *kind, const struct named *n);

/* On a page that will be a file: in words, what would stand here where a server answers. On
 * others nothing. */
void page_lacks(struct page *p, const char *text);

/* "1. juni 2009" in a <time>. */
void page_day(struct page *p, int32_t day);

#endif

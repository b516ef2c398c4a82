#include "export/dcat.h"

#define MEDIA_TYPES "https://www.iana.org/assignments/media-types/"
#define LANGUAGES "http://publications.europa.eu/resource/authority/language/"

struct writer {
	struct rdf              *g;
	const struct catalogue *m;
};

static struct str
address(const struct writer *w, const char *part, struct str code)
{
	return arena_printf(w->g->arena, STR_FMT "/catalog%s" STR_FMT, STR_ARG(w->m->site), part,
	    STR_ARG(code));
}

static struct str
address_of_form(const struct writer *w, const struct offer *o, const struct offer_form *f)
{
	return arena_printf(w->g->arena, STR_FMT "/catalog#" STR_FMT "." STR_FMT,
	    STR_ARG(w->m->site), STR_ARG(o->code), STR_ARG(f->code));
}

static void
put_title(const struct writer *w, const struct named *n)
{
	rdf_text(w->g, "dct:title", n->title, "da");
	rdf_text(w->g, "dct:title", n->title_en, "en");
}

/* A licence is an address; words are what they are. */
static void
put_licence(const struct writer *w)
{
	static const struct {
		const char *words, *address;
	} known[] = {
		{ "CC-BY-4.0", "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0" },
		{ "CC BY 4.0", "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0" },
		{ "CC0-1.0", "http://publications.europa.eu/resource/authority/licence/CC0" },
		{ "CC0", "http://publications.europa.eu/resource/authority/licence/CC0" },
	};
	struct str licence = w->m->contact.licence;

	for (size_t i = 0; i < COUNT_OF(known); i++)
		if (str_eq(licence, str_from(known[i].words)))
			licence = str_from(known[i].address);
	if (contact_is_web(licence))
		rdf_thing(w->g, "dct:license", licence);
	else
		rdf_text(w->g, "dct:rights", licence, "da");
}

static void
put_changed(const struct writer *w, struct str at)
{
	rdf_typed(w->g, "dct:modified", at, "xsd:dateTime");
}

static void
put_catalogue(const struct writer *w)
{
	struct rdf             *g = w->g;
	const struct catalogue *m = w->m;

	rdf_about(g, address(w, "", STR_NONE), "dcat:Catalog");
	rdf_text(g, "dct:title", arena_printf(g->arena, STR_FMT ": mål og tal",
	    STR_ARG(m->publisher.title)), "da");
	rdf_text(g, "dct:title", arena_printf(g->arena, STR_FMT ": targets and figures",
	    STR_ARG(m->publisher.title)), "en");
	rdf_text(g, "dct:description", STR("Indikatorer, måltal og det register, de står i."), "da");
	rdf_text(g, "dct:description", STR("Indicators, targets and the register that they stand in."), "en");
	rdf_thing(g, "dct:publisher", address(w, "#publisher", STR_NONE));
	rdf_thing(g, "dct:language", STR(LANGUAGES "DAN"));
	rdf_thing(g, "dct:language", STR(LANGUAGES "ENG"));
	put_changed(w, m->changed);
	put_licence(w);
	rdf_thing(g, "foaf:homepage", arena_printf(g->arena, STR_FMT "/", STR_ARG(m->site)));
	for (size_t i = 0; i < m->len; i++)
		rdf_thing(g, "dcat:dataset", address(w, "#", m->at[i].code));
	rdf_about(g, address(w, "#publisher", STR_NONE), "foaf:Agent");
	rdf_text(g, "foaf:name", m->publisher.title, "da");
	if (contact_is_web(m->contact.web))
		rdf_thing(g, "foaf:homepage", m->contact.web);
}

static void
put_contact(const struct writer *w)
{
	struct rdf *g = w->g;

	if (w->m->contact.mail.len == 0)
		return;
	rdf_about(g, address(w, "#contact", STR_NONE), "vcard:Organization");
	rdf_text(g, "vcard:fn", w->m->publisher.title, "da");
	rdf_thing(g, "vcard:hasEmail",
	    arena_printf(g->arena, "mailto:" STR_FMT, STR_ARG(w->m->contact.mail)));
}

/* A description is mandatory: an indicator without a definition is described by its name. */
static void
put_about(const struct writer *w, const struct offer *o)
{
	bool defined = o->about.da.len > 0;

	rdf_text(w->g, "dct:description", defined ? o->about.da : o->is.title, "da");
	rdf_text(w->g, "dct:description", defined ? o->about.en : o->is.title_en, "en");
}

static void
put_dataset(const struct writer *w, const struct offer *o)
{
	struct rdf *g = w->g;

	rdf_about(g, address(w, "#", o->code), "dcat:Dataset");
	put_title(w, &o->is);
	put_about(w, o);
	rdf_typed(g, "dct:identifier", o->code, "xsd:string");
	rdf_thing(g, "dct:publisher", address(w, "#publisher", STR_NONE));
	if (w->m->contact.mail.len > 0)
		rdf_thing(g, "dcat:contactPoint", address(w, "#contact", STR_NONE));
	rdf_text(g, "dcat:keyword", o->theme.title, "da");
	rdf_text(g, "dcat:keyword", o->theme.title_en, "en");
	rdf_thing(g, "dcat:landingPage", o->landing);
	put_changed(w, o->changed);
	for (size_t i = 0; i < o->forms; i++)
		rdf_thing(g, "dcat:distribution", address_of_form(w, o, &o->form[i]));
}

static void
put_forms(const struct writer *w, const struct offer *o)
{
	struct rdf *g = w->g;

	for (size_t i = 0; i < o->forms; i++) {
		const struct offer_form *f = &o->form[i];

		rdf_about(g, address_of_form(w, o, f), "dcat:Distribution");
		rdf_text(g, "dct:title", f->title, "en");
		rdf_thing(g, "dcat:accessURL", f->address);
		rdf_thing(g, "dcat:downloadURL", f->address);
		rdf_thing(g, "dcat:mediaType",
		    arena_printf(g->arena, MEDIA_TYPES STR_FMT, STR_ARG(f->media)));
		put_licence(w);
	}
}

struct rdf
export_dcat(struct arena *a, const struct catalogue *m)
{
	struct rdf    g = { .arena = a };
	struct writer w = { &g, m };

	put_catalogue(&w);
	put_contact(&w);
	for (size_t i = 0; i < m->len; i++)
		put_dataset(&w, &m->at[i]);
	for (size_t i = 0; i < m->len; i++)
		put_forms(&w, &m->at[i]);
	return g;
}

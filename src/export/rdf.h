/* rdf.h - statements about things on the web, and two ways to write them: Turtle and
 * JSON-LD. Both say the same, since both are written from the same list.
 *
 * Subjects and objects that are things are named by their address; predicates and types by
 * a prefix of the table and a name ("dct:title"). What is said of one subject stands
 * together, in the order in which it was said.
 */
#ifndef EXPORT_RDF_H
#define EXPORT_RDF_H

#include "base/arena.h"
#include "export/json.h"

/* prefix, namespace */
#define RDF_PREFIXES(X)                                                 \
	X("dcat", "http://www.w3.org/ns/dcat#")                         \
	X("dct", "http://purl.org/dc/terms/")                           \
	X("foaf", "http://xmlns.com/foaf/0.1/")                         \
	X("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")         \
	X("vcard", "http://www.w3.org/2006/vcard/ns#")                  \
	X("xsd", "http://www.w3.org/2001/XMLSchema#")

enum rdf_is { RDF_THING, RDF_NAME, RDF_TEXT, RDF_TYPED };

struct rdf_triple {
	struct str  subject;            /* an address */
	const char *predicate;          /* "dct:title"; "rdf:type" */
	enum rdf_is is;
	struct str  object;             /* THING: an address; NAME: "dcat:Dataset" */
	const char *of;                 /* TEXT: its language; TYPED: "xsd:date" */
};

struct rdf {
	struct arena      *arena;
	struct str         subject;     /* that is spoken of */
	struct rdf_triple *at;
	size_t             len, cap;
};

/* What follows is said of `address`, which is new. */
void rdf_about(struct rdf *g, struct str address, const char *type);

/* An empty object is not said. Texts are borrowed. */
void rdf_thing(struct rdf *g, const char *predicate, struct str address);
void rdf_name(struct rdf *g, const char *predicate, const char *name);
void rdf_text(struct rdf *g, const char *predicate, struct str text, const char *lang);
void rdf_typed(struct rdf *g, const char *predicate, struct str text, const char *type);

void rdf_turtle(struct buf *b, const struct rdf *g);
void rdf_jsonld(struct json *j, const struct rdf *g);

#endif

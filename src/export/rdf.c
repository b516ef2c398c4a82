#include "export/rdf.h"

static const struct {
	const char *prefix, *space;
} prefixes[] = {
#define X(prefix, space) { prefix, space },
	RDF_PREFIXES(X)
#undef X
};

static void
add(struct rdf *g, struct rdf_triple t)
{
	if (t.object.len == 0)
		return;
	t.subject = g->subject;
	ARENA_GROW(g->arena, g->at, g->len, &g->cap);
	g->at[g->len++] = t;
}

/* What an address may not hold is written by its bytes. */
static struct str
clean(struct arena *a, struct str address)
{
	static const struct str never = STR_INIT("<>\"{}|^`\\");
	struct buf              b;
	struct str              is;

	buf_init(&b, address.len * 3 + 1);
	for (size_t i = 0; i < address.len; i++) {
		unsigned char c = (unsigned char)address.at[i];

		if (c <= 0x20 || str_find(never, str_slice(address, i, i + 1), 0) != SIZE_MAX)
			buf_putf(&b, "%%%02X", c);
		else
			buf_char(&b, (char)c);
	}
	is = str_dup(a, buf_str(&b));
	buf_free(&b);
	return is;
}

void
rdf_about(struct rdf *g, struct str address, const char *type)
{
	g->subject = clean(g->arena, address);
	rdf_name(g, "rdf:type", type);
}

void
rdf_thing(struct rdf *g, const char *predicate, struct str address)
{
	add(g, (struct rdf_triple){ .predicate = predicate, .is = RDF_THING,
	                            .object = clean(g->arena, address) });
}

void
rdf_name(struct rdf *g, const char *predicate, const char *name)
{
	add(g, (struct rdf_triple){ .predicate = predicate, .is = RDF_NAME,
	                            .object = str_from(name) });
}

void
rdf_text(struct rdf *g, const char *predicate, struct str text, const char *lang)
{
	add(g, (struct rdf_triple){ .predicate = predicate, .is = RDF_TEXT, .object = text,
	                            .of = lang });
}

void
rdf_typed(struct rdf *g, const char *predicate, struct str text, const char *type)
{
	add(g, (struct rdf_triple){ .predicate = predicate, .is = RDF_TYPED, .object = text,
	                            .of = type });
}

/* Is it said of the same subject, with the same predicate, as the one before? */
static bool
same_subject(const struct rdf *g, size_t i)
{
	return i > 0 && i < g->len && str_eq(g->at[i].subject, g->at[i - 1].subject);
}

static bool
same_predicate(const struct rdf *g, size_t i)
{
	return same_subject(g, i) &&
	    str_eq(str_from(g->at[i].predicate), str_from(g->at[i - 1].predicate));
}

/* ---- Turtle ---- */

static void
put_iri(struct buf *b, struct str address)
{
	buf_char(b, '<');
	buf_put(b, address);
	buf_char(b, '>');
}

/* A string of JSON is one of Turtle: both escape the same way. */
static void
put_literal(struct buf *b, struct str text)
{
	struct json j = json_new(b);

	json_text(&j, text);
}

static void
put_object(struct buf *b, const struct rdf_triple *t)
{
	switch (t->is) {
	case RDF_THING:
		put_iri(b, t->object);
		break;
	case RDF_NAME:
		buf_put(b, t->object);
		break;
	case RDF_TEXT:
		put_literal(b, t->object);
		buf_putf(b, "@%s", t->of);
		break;
	case RDF_TYPED:
		put_literal(b, t->object);
		buf_putf(b, "^^%s", t->of);
		break;
	}
}

void
rdf_turtle(struct buf *b, const struct rdf *g)
{
	for (size_t i = 0; i < COUNT_OF(prefixes); i++)
		buf_putf(b, "@prefix %s: <%s> .\n", prefixes[i].prefix, prefixes[i].space);
	for (size_t i = 0; i < g->len; i++) {
		const struct rdf_triple *t = &g->at[i];

		if (!same_subject(g, i)) {
			buf_char(b, '\n');
			put_iri(b, t->subject);
			buf_putf(b, "\n\t%s ", t->predicate);
		} else if (!same_predicate(g, i)) {
			buf_putf(b, " ;\n\t%s ", t->predicate);
		} else {
			BUF_LIT(b, ", ");
		}
		put_object(b, t);
		if (!same_subject(g, i + 1))
			BUF_LIT(b, " .\n");
	}
}

/* ---- JSON-LD ---- */

static void
put_context(struct json *j)
{
	json_key(j, "@context");
	json_object(j);
	for (size_t i = 0; i < COUNT_OF(prefixes); i++)
		json_member(j, prefixes[i].prefix, str_from(prefixes[i].space));
	json_end(j);
}

static void
put_value(struct json *j, const struct rdf_triple *t)
{
	if (t->is == RDF_NAME && str_eq(str_from(t->predicate), STR("rdf:type"))) {
		json_text(j, t->object);
		return;
	}
	json_object(j);
	switch (t->is) {
	case RDF_THING:
	case RDF_NAME:
		json_member(j, "@id", t->object);
		break;
	case RDF_TEXT:
		json_member(j, "@value", t->object);
		json_member(j, "@language", str_from(t->of));
		break;
	case RDF_TYPED:
		json_member(j, "@value", t->object);
		json_member(j, "@type", str_from(t->of));
		break;
	}
	json_end(j);
}

void
rdf_jsonld(struct json *j, const struct rdf *g)
{
	json_object(j);
	put_context(j);
	json_member_array(j, "@graph");
	for (size_t i = 0; i < g->len; i++) {
		const struct rdf_triple *t = &g->at[i];
		bool type = str_eq(str_from(t->predicate), STR("rdf:type"));

		if (!same_subject(g, i)) {
			json_object(j);
			json_member(j, "@id", t->subject);
		}
		if (!same_predicate(g, i)) {
			json_member_array(j, type ? "@type" : t->predicate);
		}
		put_value(j, t);
		if (!same_predicate(g, i + 1))
			json_end(j);
		if (!same_subject(g, i + 1))
			json_end(j);
	}
	json_end(j);
	json_end(j);
}

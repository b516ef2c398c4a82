#include "document/xml.h"
#include <expat.h>
#include <string.h>

/* What is not whole at the end of a chunk is looked through again with the next one: a text
 * that never ends costs its square, in chunks. */
#define CHUNK ((size_t)1 << 20)

struct xml {
	const struct xml_handler *h;
	XML_Parser parser;
	size_t     depth;
	const char *wrong;
};

static struct str
local(const char *name)
{
	const char *colon = strrchr(name, ':');

	return str_from(colon == NULL ? name : colon + 1);
}

struct str
xml_attribute(const char **attributes, const char *name)
{
	for (size_t i = 0; attributes[i] != NULL; i += 2)
		if (str_eq(local(attributes[i]), str_from(name)))
			return str_from(attributes[i + 1]);
	return STR_NONE;
}

static void
stop(struct xml *x, const char *wrong)
{
	if (x->wrong == NULL)
		x->wrong = wrong;
	(void)XML_StopParser(x->parser, XML_FALSE);
}

static void
on_start(void *user, const char *name, const char **attributes)
{
	struct xml *x = user;

	if (++x->depth > XML_DEPTH_MAX)
		stop(x, "is nested more than 200 levels deep");
	else
		x->h->start(x->h->user, local(name), attributes);
	if (*x->h->stop)
		(void)XML_StopParser(x->parser, XML_FALSE);
}

static void
on_end(void *user, const char *name)
{
	struct xml *x = user;

	x->depth--;
	x->h->end(x->h->user, local(name));
	if (*x->h->stop)
		(void)XML_StopParser(x->parser, XML_FALSE);
}

static void
on_text(void *user, const char *at, int len)
{
	struct xml *x = user;

	if (!*x->h->stop)
		x->h->text(x->h->user, (struct str){ at, (size_t)len });
}

static void
on_type(void *user, const char *name, const char *system, const char *public, int internal)
{
	(void)name;
	(void)system;
	(void)public;
	(void)internal;
	stop(user, "declares a document type, which no program of an office does");
}

bool
xml_read(const struct xml_handler *h, struct arena *a, struct str where, const char *part,
         struct str xml, struct diags *d)
{
	struct xml      x = { .h = h, .parser = XML_ParserCreate(NULL) };
	enum XML_Status status = XML_STATUS_OK;
	bool            last = false;

	if (x.parser == NULL)
		return d != NULL && diag_error(d, where, 0, STR("no memory to read it"), STR("split the document"));
	XML_SetUserData(x.parser, &x);
	XML_SetElementHandler(x.parser, on_start, on_end);
	XML_SetCharacterDataHandler(x.parser, on_text);
	XML_SetStartDoctypeDeclHandler(x.parser, on_type);
	while (!last && status == XML_STATUS_OK) {
		struct str chunk = str_slice(xml, 0, CHUNK);

		xml = str_slice(xml, chunk.len, xml.len);
		last = xml.len == 0;
		status = XML_Parse(x.parser, chunk.at, (int)chunk.len, last);
	}
	if (status != XML_STATUS_OK && !*h->stop && x.wrong == NULL)
		x.wrong = XML_ErrorString(XML_GetErrorCode(x.parser));
	if (x.wrong != NULL && d != NULL)
		(void)diag_error(d, where, 0, arena_printf(a, "its part %s cannot be read: %s", part, x.wrong),
		    STR("open it in its program and save it again"));
	XML_ParserFree(x.parser);
	return x.wrong == NULL;
}

#include "app/import.h"
#include "app/import_shapes.h"
#include "app/import_seen.h"
#include "app/observe.h"
#include "app/paper_lay.h"
#include "app/proposals.h"
#include "document/geojson.h"
#include "port/hash.h"
#include "port/input.h"
#include <string.h>
#include <unistd.h>

#define SHAPES_BYTES_MAX ((size_t)64 << 20)

struct import {
	struct arena            *arena;
	struct store            *s;
	const struct import_how *how;
	struct diags            *d;
	struct str               path;
	struct str               bytes, text;   /* of the file; laid out, which is kept */
	struct recognition       seen;
	struct accept            x;
	int64_t                  document;
	struct geo_areas         areas;         /* of a file of shapes */
	struct imported          out;
};

static void
report(struct import *m)
{
	struct imported *o = &m->out;

	o->kinds = PROPOSAL_KIND_COUNT;
	o->kind = ARENA_ARRAY(m->arena, struct imported_kind, o->kinds);
	for (size_t k = 0; k < o->kinds; k++) {
		static const struct str words[] = {
#define X(id, code, da, en) STR_INIT(en),
			PROPOSAL_KINDS(X)
#undef X
		};
		o->kind[k].code = proposal_kind_code((enum proposal_kind)k);
		o->kind[k].words = words[k];
	}
	for (size_t i = 0; i < m->seen.len; i++)
		o->kind[m->seen.at[i].kind].count++;
	o->unknown_len = m->seen.unknown_len;
	o->unknown = ARENA_ARRAY(m->arena, struct imported_line, o->unknown_len + 1);
	for (size_t i = 0; i < o->unknown_len; i++)
		o->unknown[i] = (struct imported_line){ m->seen.unknown[i].line,
			m->seen.unknown[i].column, m->seen.unknown[i].text };
}

static void
describe(struct import *m, enum format format)
{
	m->out.file = m->path;
	m->out.format = format_code(format);
	m->out.sha256 = hash_of(m->arena, m->bytes);
	report(m);
}

static bool
read_document(struct import *m)
{
	enum format     format;
	struct document doc;

	if (!input_read(m->arena, m->path, DOCUMENT_BYTES_MAX, m->d, &m->bytes))
		return false;
	format = document_format(m->path, m->bytes);
	if (!paper_lay(m->arena, m->path, format, m->bytes, m->d, &m->text) ||
	    !document_read(m->arena, m->path, format, m->text, m->d, &doc))
		return false;
	m->seen = recognise(m->arena, &doc);
	describe(m, format);
	return true;
}

/* ---- into the register ---- */

static bool
known_already(struct import *m, bool *ret)
{
	struct param p[] = { P_TEXT(m->out.sha256) };

	if (!store_get_int(m->s, STMT_DOCUMENT_BY_HASH, p, COUNT_OF(p), &m->out.document))
		return false;
	*ret = m->out.document != 0;
	return true;
}

static struct str
title_of(const struct import *m)
{
	return m->seen.title.len > 0 ? m->seen.title : input_name(m->path);
}

/* The document's thing, and the change that brings it, which points to it. */
static bool
open_change(struct import *m)
{
	struct act act = m->how->act;

	if (act.why.len == 0)
		act.why = arena_printf(m->arena, "import " STR_FMT, STR_ARG(input_name(m->path)));
	m->document = things_add(m->x.things, m->s, NOUN_DOCUMENT,
	    things_new_key(m->x.things, m->arena, NOUN_DOCUMENT, title_of(m)));
	if (m->document == 0 || !change_add(m->s, &act, m->document, 0, &m->x.change))
		return false;
	m->x.document = m->out.document = m->document;
	m->out.change = m->x.change;
	return true;
}

static bool
keep_document(struct import *m)
{
	struct noun_row row = {
		.id = m->document, .since = m->x.change, .until = UNTIL_NOW,
	};

	row.text[DOCUMENT_title] = title_of(m);
	row.text[DOCUMENT_file] = input_name(m->path);
	row.text[DOCUMENT_sha256] = m->out.sha256;
	row.text[DOCUMENT_format] = m->out.format;
	if (m->seen.date.dated)
		row.text[DOCUMENT_stated] = day_iso(m->arena, m->seen.date.to - 1);
	if (m->how->publish)
		row.text[DOCUMENT_published] = STR("1");
	return store_noun_add(m->s, NOUN_DOCUMENT, &row);
}

/* Before the document's row, which publishes them. */
static bool
keep_lines(struct import *m)
{
	struct str rest = m->text;
	int64_t    number = 1;

	for (; rest.len > 0; number++) {
		struct str   line = str_cut(&rest, '\n');
		struct param p[] = { P_INT(m->document), P_INT(number), P_TEXT(line) };

		if (!store_run(m->s, STMT_LINE_ADD, p, COUNT_OF(p)))
			return false;
	}
	return true;
}

static bool
keep_proposal(struct import *m, const struct proposal *p)
{
	enum field_kind at;
	bool            waits = m->how->review || accept_refuses(&m->x, p, &at) != NULL;
	int64_t         becomes = 0;

	if (!waits && !accept_proposal(&m->x, p, &becomes))
		return false;
	if (waits)
		m->out.waiting++;
	else
		m->out.accepted++;
	return proposals_keep(&m->x, m->document, p, waits ? STATE_WAITING : STATE_ACCEPTED, becomes);
}

/* `last`: those that point to others, which are kept after these. */
static bool
keep_proposals(struct import *m, bool last)
{
	for (size_t i = 0; i < m->seen.len; i++)
		if (accept_comes_last(&m->seen.at[i]) == last && !keep_proposal(m, &m->seen.at[i]))
			return false;
	return true;
}

static bool
open_register(struct import *m)
{
	m->x.arena = m->arena;
	m->x.store = m->s;
	m->x.things = things_load(m->arena, m->s);
	m->x.title = m->seen.title;
	if (m->seen.date.dated)         /* as it is kept, so that accepting later is the same */
		m->x.date = period_make(m->seen.date.to - 1, m->seen.date.to, PRECISION_DAY);
	return m->x.things != NULL &&
	    snapshot_load(m->arena, m->s, m->x.things, 0, NOUN_ALL, &m->x.sn);
}

static bool
keep_all(struct import *m)
{
	if (!known_already(m, &m->out.already))
		return false;
	if (m->out.already)
		return true;
	if (!open_register(m) || !open_change(m) || !keep_lines(m) || !keep_document(m))
		return false;
	return keep_proposals(m, false) && keep_proposals(m, true);
}

/* ---- measurements in bulk ---- */

static bool
hash_file(struct import *m, int fd, struct str *ret)
{
	struct hash *h = hash_open(m->arena);
	char         chunk[1 << 16];
	ssize_t      n;

	while ((n = read(fd, chunk, sizeof chunk)) > 0)
		hash_add(h, (struct str){ chunk, (size_t)n });
	*ret = hash_text(m->arena, h);
	return n == 0 && lseek(fd, 0, SEEK_SET) == 0;
}

/* Rows into a change of their own; the file's name and hash are kept, not its lines. */
static bool
keep_observations(struct import *m, int fd)
{
	struct observe_count count;

	if (!known_already(m, &m->out.already))
		return false;
	if (m->out.already)
		return true;
	m->x.arena = m->arena;
	m->x.things = things_load(m->arena, m->s);
	if (m->x.things == NULL || !open_change(m) || !keep_document(m) ||
	    !observe_read(m->s, m->x.things, fd, m->path, m->x.change, m->d, &count))
		return false;
	m->out.observations = count.added;
	m->out.corrections = count.corrected;
	return true;
}

/* ---- the outlines of areas ---- */

/* As with measurements: the file's name and hash are kept, and what it says. */
static bool
keep_shapes(struct import *m)
{
	struct shapes_found found;

	if (!known_already(m, &m->out.already))
		return false;
	if (m->out.already)
		return true;
	m->x.arena = m->arena;
	m->x.things = things_load(m->arena, m->s);
	if (m->x.things == NULL ||
	    !snapshot_load(m->arena, m->s, m->x.things, 0, NOUN_BIT(AREA) | NOUN_BIT(SHAPE),
	        &m->x.sn) ||
	    !shapes_match(m->arena, &m->x.sn, m->path, &m->areas, m->d, &found) ||
	    !open_change(m) || !keep_document(m) ||
	    !shapes_keep(m->arena, m->s, m->x.things, &m->x.sn, m->x.change, &found))
		return false;
	m->out.shapes = found.len;
	m->out.unmatched = found.unknown;
	return true;
}

/* ---- what a file holds ---- */

enum holds { HOLDS_TEXT, HOLDS_OBSERVATIONS, HOLDS_SHAPES };

static enum holds
held_by(int fd)
{
	char       head[4096];
	ssize_t    n = pread(fd, head, sizeof head, 0);
	struct str text = { head, n > 0 ? (size_t)n : 0 }, rest = text;

	if (n > 0 && observe_is_header(str_cut(&rest, '\n')))
		return HOLDS_OBSERVATIONS;
	return geojson_is(text) ? HOLDS_SHAPES : HOLDS_TEXT;
}

static bool
keep(struct import *m, enum holds holds, int fd)
{
	switch (holds) {
	case HOLDS_TEXT:
		return keep_all(m);
	case HOLDS_OBSERVATIONS:
		return keep_observations(m, fd);
	case HOLDS_SHAPES:
		return keep_shapes(m);
	}
	return false;
}

bool
import_seen(struct arena *a, struct store *s, struct str name, struct str bytes,
            const struct paper_seen *seen, const struct import_how *how, struct imported *ret)
{
	struct import m = { .arena = a, .s = s, .how = how, .path = name, .bytes = bytes,
		.text = seen->text, .seen = seen->seen };

	describe(&m, seen->format);
	if (!keep_all(&m))
		return false;
	*ret = m.out;
	return true;
}

/* One transaction around it. */
static bool
in_transaction(struct import *m, enum holds holds, int fd)
{
	bool ok = store_begin(m->s) && keep(m, holds, fd) &&
	    (m->out.already || m->how->dry_run || store_commit(m->s));

	store_rollback(m->s);
	if (!ok && store_failed(m->s))
		(void)store_problem(m->s, m->d);
	return ok;
}

static bool
import_observations(struct import *m, int fd)
{
	m->out.file = m->path;
	m->out.format = format_code(FORMAT_CSV);
	m->out.is_observations = true;
	report(m);
	if (!hash_file(m, fd, &m->out.sha256))
		return diag_error(m->d, m->path, 0, STR("cannot be read to its end"),
		    STR("check the disk it is on"));
	return (m->how->dry_run && m->s == NULL) || in_transaction(m, HOLDS_OBSERVATIONS, fd);
}

static bool
import_shapes(struct import *m)
{
	m->out.file = m->path;
	m->out.format = STR("geojson");
	m->out.is_shapes = true;
	report(m);
	if (!input_read(m->arena, m->path, SHAPES_BYTES_MAX, m->d, &m->text) ||
	    !geojson_read(m->arena, m->path, m->text, m->d, &m->areas))
		return false;
	m->out.sha256 = hash_of(m->arena, m->text);
	m->out.features = m->areas.len;
	return (m->how->dry_run && m->s == NULL) || in_transaction(m, HOLDS_SHAPES, -1);
}

bool
import_file(struct arena *a, struct store *s, struct str path, const struct import_how *how,
            struct diags *d, struct imported *ret)
{
	struct import m = { .arena = a, .s = s, .how = how, .d = d, .path = path };
	int           fd = input_open(a, path, d);
	bool          ok = false;

	if (fd < 0)
		return false;
	switch (held_by(fd)) {
	case HOLDS_OBSERVATIONS:
		ok = import_observations(&m, fd);
		break;
	case HOLDS_SHAPES:
		ok = import_shapes(&m);
		break;
	case HOLDS_TEXT:
		ok = read_document(&m) && (how->dry_run || in_transaction(&m, HOLDS_TEXT, -1));
		break;
	}
	(void)close(fd);
	if (how->dry_run)
		m.out.change = 0;
	if (ok)
		*ret = m.out;
	return ok;
}

#include "app/source_ask.h"
#include "app/source_file.h"
#include "app/source_pieces.h"
#include "base/utf8.h"
#include "document/json_walk.h"
#include "document/jsonstat.h"
#include "port/clock.h"
#include "port/fetch.h"

#define QUERY_MAX     8000              /* of an address */
#define BODY_MAX      ((size_t)16 << 20)
#define PAUSE_MS      250               /* between two questions, where nothing is said */
#define PAUSE_MS_MAX  10000
#define STATBANK_MOST 1000000           /* cells of one answer */
#define PIECES_MS     1200000           /* for all of them: others wait, too */
#define PXWEB_MOST    100000            /* where it does not say: the least that any of them has */

struct asking {
	struct source_ask       *q;
	struct source_selection  picks;
	struct figures           table;         /* its description */
	struct tableinfo_limits  limits;
	struct source_answered   out;
};

static bool
wrong(const struct source_ask *q, struct str words, struct str hint)
{
	return diag_error(q->d, q->name, 0, words, hint);
}

/* ---- one question ---- */

static struct str
cell(const struct source_ask *q, size_t column)
{
	return q->row->text[column];
}

/* The address without a stroke at its end. */
static struct str
base_of(const struct source_ask *q)
{
	struct str s = str_trim(cell(q, SOURCE_address));

	while (s.len > 0 && s.at[s.len - 1] == '/')
		s.len--;
	return s;
}

static bool
ask_once(struct source_ask *q, struct fetch_ask *f, struct fetch_answer *got)
{
	struct str why;

	f->private = q->allow_private;
	f->wait_ms = q->wait_ms;
	f->stop = q->stop;
	f->most = FIGURES_BYTES_MAX;
	return fetch_get(q->a, f, got, &why) || wrong(q, arena_printf(q->a, "the bureau " STR_FMT,
	    STR_ARG(why)), STR("the figures stay as they are"));
}

static bool
refused(struct source_ask *q, const struct fetch_answer *got)
{
	struct str code, message;

	if (got->status == 403 && q->kind == SOURCE_KIND_PXWEB1)
		return wrong(q, STR("the bureau refuses (403): too much is selected"),
		    STR("select fewer codes or periods"));
	if (!jsonstat_refusal(q->a, got->body, &code, &message))
		return wrong(q, arena_printf(q->a, "the bureau answers %lld", (long long)got->status),
		    STR("look at the source's address, table and selection"));
	if (code.len == 0)
		code = arena_printf(q->a, "%lld", (long long)got->status);
	return wrong(q, arena_printf(q->a, "the bureau refuses (" STR_FMT "): " STR_FMT,
	    STR_ARG(utf8_plain(q->a, code, 60)), STR_ARG(utf8_plain(q->a, message, 300))),
	    STR("look at the source's table and selection"));
}

/* "As it was", where that was asked; what it was known by stays. */
static bool
is_same(const struct source_ask *q, const struct fetch_answer *got, struct source_answered *out)
{
	if (got->status != 304 || (q->etag.len == 0 && q->modified.len == 0))
		return false;
	out->etag = q->etag;
	out->modified = q->modified;
	return true;
}

static bool
get(struct source_ask *q, struct str url, struct fetch_answer *got)
{
	struct fetch_ask f = { .url = url };

	return ask_once(q, &f, got) && (got->status == 200 || refused(q, got));
}

static struct str
answer_name(const struct source_ask *q)
{
	return arena_printf(q->a, STR_FMT ": the bureau's answer", STR_ARG(q->name));
}

static bool
says_unit(const struct figures *f)
{
	for (size_t i = 0; i < f->dimensions; i++)
		for (size_t c = 0; c < f->dimension[i].len && f->dimension[i].unit != NULL; c++)
			if (f->dimension[i].unit[c].len > 0)
				return true;
	return f->unit.len > 0;
}

static bool
hand_on(struct asking *x, const struct fetch_answer *got)
{
	struct arena   room = { 0 };
	struct figures f;
	bool           ok;

	if (got->status != 200)
		return refused(x->q, got);
	ok = jsonstat_read(&room, answer_name(x->q), got->body, x->q->d, &f);
	if (ok && !says_unit(&f))
		f.unit = x->table.unit;
	if (ok && f.note.len == 0)
		f.note = x->table.note;
	ok = ok && x->q->take(x->q->user, &f);
	arena_free(&room);
	x->out.pieces++;
	return ok;
}

/* ---- what is asked ---- */

struct str
source_query(struct arena *a, struct str selection)
{
	struct source_selection s;
	struct str              text;
	struct buf              b;

	if (!source_selection_read(a, selection, &s))
		return STR_NONE;
	buf_init(&b, QUERY_MAX);
	for (size_t i = 0; i < s.len; i++) {
		BUF_LIT(&b, "&");
		buf_percent(&b, s.at[i].dimension, ",*");
		for (size_t c = 0; c < s.at[i].len; c++) {
			buf_char(&b, c == 0 ? '=' : ',');
			buf_percent(&b, s.at[i].code[c], "*");
		}
	}
	text = buf_ok(&b) ? str_dup(a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return text;
}

static void
put_codes(struct buf *b, const struct source_part *p)
{
	for (size_t c = 0; c < p->len; c++) {
		if (c > 0)
			BUF_LIT(b, ",");
		json_quote(b, p->code[c]);
	}
}

/* {"code": ..., "values": [...]} of StatBank and of both versions of PxWeb. */
static void
put_part(struct buf *b, enum source_kind kind, const struct source_part *p)
{
	buf_put(b, kind == SOURCE_KIND_PXWEB2 ? STR("{\"variableCode\":") : STR("{\"code\":"));
	json_quote(b, p->dimension);
	buf_put(b, kind == SOURCE_KIND_STATBANK ? STR(",\"values\":[") : kind == SOURCE_KIND_PXWEB1
	    ? STR(",\"selection\":{\"filter\":\"item\",\"values\":[") : STR(",\"valueCodes\":["));
	put_codes(b, p);
	buf_put(b, kind == SOURCE_KIND_PXWEB1 ? STR("]}}") : STR("]}"));
}

static struct str
body_of(const struct source_ask *q, const struct source_piece *p)
{
	struct buf b;
	struct str text;

	buf_init(&b, BODY_MAX);
	if (q->kind == SOURCE_KIND_STATBANK) {
		BUF_LIT(&b, "{\"table\":");
		json_quote(&b, cell(q, SOURCE_tbl));
		BUF_LIT(&b, ",\"format\":\"JSONSTAT\",\"lang\":\"da\",\"variables\":[");
	} else {
		buf_put(&b, q->kind == SOURCE_KIND_PXWEB1 ? STR("{\"query\":[") : STR("{\"selection\":["));
	}
	for (size_t i = 0; i < p->len; i++) {
		if (i > 0)
			BUF_LIT(&b, ",");
		put_part(&b, q->kind, &p->at[i]);
	}
	buf_put(&b, q->kind == SOURCE_KIND_PXWEB1 ? STR("],\"response\":{\"format\":\"json-stat2\"}}")
	                                          : STR("]}"));
	text = buf_ok(&b) ? str_dup(q->a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return text;
}

/* Of PxWeb, version 2, as an address; empty: it would be too long. */
static struct str
query_of(const struct source_ask *q, const struct source_piece *p)
{
	struct buf b;
	struct str text;

	buf_init(&b, 2000);
	BUF_LIT(&b, "?outputFormat=json-stat2");
	for (size_t i = 0; i < p->len; i++) {
		BUF_LIT(&b, "&valueCodes%5B");
		buf_percent(&b, p->at[i].dimension, "");
		BUF_LIT(&b, "%5D=");
		for (size_t c = 0; c < p->at[i].len; c++) {
			if (c > 0)
				BUF_LIT(&b, ",");
			buf_percent(&b, p->at[i].code[c], "");
		}
	}
	text = buf_ok(&b) ? str_dup(q->a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return text;
}

/* ---- pieces ---- */

static struct str
data_address(const struct source_ask *q)
{
	struct str tbl = cell(q, SOURCE_tbl);

	if (q->kind == SOURCE_KIND_STATBANK)
		return arena_printf(q->a, STR_FMT "/data", STR_ARG(base_of(q)));
	if (q->kind == SOURCE_KIND_PXWEB1)
		return arena_printf(q->a, STR_FMT "/" STR_FMT, STR_ARG(base_of(q)), STR_ARG(tbl));
	return arena_printf(q->a, STR_FMT "/tables/" STR_FMT "/data", STR_ARG(base_of(q)), STR_ARG(tbl));
}

static bool
ask_piece(struct asking *x, const struct source_piece *p)
{
	struct source_ask  *q = x->q;
	struct str          query = q->kind == SOURCE_KIND_PXWEB2 ? query_of(q, p) : STR_NONE;
	struct fetch_ask    f = { .url = data_address(q) };
	struct fetch_answer got;

	if (query.len > 0)
		f.url = arena_printf(q->a, STR_FMT STR_FMT, STR_ARG(f.url), STR_ARG(query));
	else if (q->kind == SOURCE_KIND_PXWEB2)
		f.url = arena_printf(q->a, STR_FMT "?outputFormat=json-stat2", STR_ARG(f.url));
	if (query.len == 0)
		f.body = body_of(q, p);
	return ask_once(q, &f, &got) && hand_on(x, &got);
}

static int
pause_of(const struct tableinfo_limits *l)
{
	int64_t ms = l->calls > 0 && l->seconds > 0 && l->seconds < 100000
	    ? 1000 * l->seconds / l->calls + 1 : PAUSE_MS;

	return (int)(ms > PAUSE_MS_MAX ? PAUSE_MS_MAX : ms);
}

static bool
ask_pieces(struct asking *x, bool all_optional)
{
	struct source_ask   *q = x->q;
	struct source_piece  all, *at;
	size_t               len;
	int64_t              begun = clock_ms();
	struct str           flaw = source_pieces_all(q->a, &x->table, &x->picks, all_optional, &all);

	if (flaw.len > 0)
		return wrong(q, flaw, STR("look at the source's table and selection"));
	if (!source_pieces_split(q->a, &all, &x->limits, SOURCE_PIECES_MAX, &at, &len))
		return wrong(q, arena_printf(q->a, "what is selected is more than %d answers of the bureau",
		    SOURCE_PIECES_MAX), STR("select fewer codes or periods"));
	for (size_t i = 0; i < len; i++) {
		if (i > 0)
			clock_pause(pause_of(&x->limits));
		if (clock_ms() - begun > PIECES_MS)
			return wrong(q, STR("the bureau did not answer in time: it has taken more than 20 minutes"),
			    STR("select fewer codes or periods"));
		if (!ask_piece(x, &at[i]))
			return false;
	}
	return true;
}

/* ---- StatBank ---- */

/* The last number of a text, with dots between its thousands; 0: there is none. */
static int64_t
last_number(struct str text)
{
	int64_t n = 0;
	bool    within = false;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		bool digit = c >= '0' && c <= '9';

		if (digit && (!within || n < STATBANK_MOST))
			n = (within ? 10 * n : 0) + (c - '0');
		within = digit || (within && c == '.');
	}
	return n;
}

/* `*limit`: how much would not be, as its words say. */
static bool
is_too_much(struct source_ask *q, const struct fetch_answer *got, int64_t *limit)
{
	struct str code, message;

	if (got->status != 400 || !jsonstat_refusal(q->a, got->body, &code, &message) ||
	    !str_eq(code, STR("REQUEST-LIMIT")))
		return false;
	*limit = last_number(message);
	if (*limit < 1 || *limit > STATBANK_MOST)
		*limit = STATBANK_MOST;
	return true;
}

static bool
describe_statbank(struct asking *x)
{
	struct source_ask  *q = x->q;
	struct fetch_answer got;

	return get(q, arena_printf(q->a, STR_FMT "/tableinfo/" STR_FMT "?format=JSON&lang=da",
	    STR_ARG(base_of(q)), STR_ARG(cell(q, SOURCE_tbl))), &got) &&
	    tableinfo_read(q->a, arena_printf(q->a, STR_FMT ": the bureau's description", STR_ARG(q->name)),
	    got.body, q->d, &x->table);
}

/* Asked as it stands, which may cost nothing; in pieces when that is too much. What is
 * answered does not say its unit: the description does. */
static bool
ask_statbank(struct asking *x, struct str selection)
{
	struct source_ask  *q = x->q;
	struct str          query = source_query(q->a, selection);
	struct fetch_ask    f = { .etag = q->etag, .modified = q->modified };
	struct fetch_answer got;
	int64_t             limit = STATBANK_MOST;

	if (query.len == 0)
		return wrong(q, STR("its selection is none, or longer than an address may be"),
		    STR("write VARIABLE=code,code VARIABLE=*"));
	f.url = arena_printf(q->a, STR_FMT "/data/" STR_FMT "/JSONSTAT?lang=da" STR_FMT,
	    STR_ARG(base_of(q)), STR_ARG(cell(q, SOURCE_tbl)), STR_ARG(query));
	if (!ask_once(q, &f, &got))
		return false;
	x->out.same = is_same(q, &got, &x->out);
	if (x->out.same)
		return true;
	if (got.status != 200 && !is_too_much(q, &got, &limit))
		return refused(q, &got);
	if (!describe_statbank(x))
		return false;
	x->limits = (struct tableinfo_limits){ .cells = limit };
	if (got.status != 200)
		return ask_pieces(x, true);
	x->out.etag = got.etag;
	x->out.modified = got.modified;
	return hand_on(x, &got);
}

/* ---- PxWeb ---- */

/* Limits are asked for quietly: who does not tell them has those of PXWEB_MOST. */
static void
ask_limits(struct asking *x)
{
	struct source_ask  *q = x->q;
	struct fetch_ask    f = { .private = q->allow_private, .wait_ms = q->wait_ms, .stop = q->stop,
	                          .most = 65536 };
	struct fetch_answer got;
	struct str          why;

	f.url = arena_printf(q->a, STR_FMT "%s", STR_ARG(base_of(q)),
	    q->kind == SOURCE_KIND_PXWEB1 ? "?config" : "/config");
	if (!fetch_get(q->a, &f, &got, &why) || got.status != 200 ||
	    !tableinfo_limits(q->a, got.body, &x->limits))
		x->limits = (struct tableinfo_limits){ 0 };
	if (x->limits.cells <= 0)
		x->limits.cells = PXWEB_MOST;
	if (x->limits.cells > FIGURES_CELLS_MAX)
		x->limits.cells = FIGURES_CELLS_MAX;
}

static bool
describe_pxweb(struct asking *x)
{
	struct source_ask  *q = x->q;
	bool                two = q->kind == SOURCE_KIND_PXWEB2;
	struct fetch_answer got;
	struct str          name = arena_printf(q->a, STR_FMT ": the bureau's description", STR_ARG(q->name));
	struct str          url = two ? arena_printf(q->a, STR_FMT "/tables/" STR_FMT
	    "/metadata?outputFormat=json-stat2", STR_ARG(base_of(q)), STR_ARG(cell(q, SOURCE_tbl)))
	    : data_address(q);

	return get(q, url, &got) && (two ? jsonstat_read_sides(q->a, name, got.body, q->d, &x->table)
	                                 : tableinfo_read(q->a, name, got.body, q->d, &x->table));
}

/* The description says when the table was updated: as it was, no figure is asked for. */
static bool
ask_pxweb(struct asking *x)
{
	bool two = x->q->kind == SOURCE_KIND_PXWEB2;

	if (!describe_pxweb(x))
		return false;
	x->out.etag = x->table.updated;
	x->out.same = x->table.updated.len > 0 && str_eq(x->q->etag, x->table.updated);
	if (x->out.same)
		return true;
	ask_limits(x);
	return ask_pieces(x, two);
}

/* ---- files ---- */

static bool
read_file(struct asking *x, struct str bytes)
{
	struct arena   room = { 0 };
	struct figures f;
	bool           ok = source_file_read(x->q, &x->picks, bytes, &room, &f) && x->q->take(x->q->user, &f);

	arena_free(&room);
	x->out.pieces = 1;
	return ok;
}

static bool
ask_file(struct asking *x)
{
	struct source_ask  *q = x->q;
	struct fetch_ask    f = { .url = base_of(q), .etag = q->etag, .modified = q->modified };
	struct fetch_answer got;

	if (q->file.len > 0)
		return read_file(x, q->file);
	if (!ask_once(q, &f, &got))
		return false;
	x->out.same = is_same(q, &got, &x->out);
	if (x->out.same)
		return true;
	if (got.status != 200)
		return refused(q, &got);
	x->out.etag = got.etag;
	x->out.modified = got.modified;
	q->file = got.body;
	return read_file(x, got.body);
}

/* ---- what it is ---- */

/* The bytes stay, for who wants to look at them. */
static bool
describe_file(struct asking *x, struct figures *ret)
{
	struct source_ask  *q = x->q;
	struct fetch_ask    f = { .url = base_of(q) };
	struct fetch_answer got;

	if (!ask_once(q, &f, &got))
		return false;
	if (got.status != 200)
		return refused(q, &got);
	q->file = got.body;
	return source_file_read(q, &x->picks, got.body, q->a, ret);
}

bool
source_describe(struct source_ask *q, struct str selection, struct figures *ret)
{
	struct asking x = { .q = q };

	if (!source_selection_read(q->a, selection, &x.picks))
		x.picks.len = 0;
	if (!source_kind_is_bureau(q->kind))
		return describe_file(&x, ret);
	if (q->kind == SOURCE_KIND_STATBANK ? !describe_statbank(&x) : !describe_pxweb(&x))
		return false;
	*ret = x.table;
	return true;
}

bool
source_ask(struct source_ask *q, struct str selection, struct source_answered *ret)
{
	struct asking x = { .q = q };
	bool          ok = false;

	if (!source_selection_read(q->a, selection, &x.picks))
		return wrong(q, STR("its selection is none, or longer than an address may be"),
		    STR("write VARIABLE=code,code VARIABLE=*"));
	switch (q->kind) {
	case SOURCE_KIND_STATBANK:
		ok = ask_statbank(&x, selection);
		break;
	case SOURCE_KIND_PXWEB1:
	case SOURCE_KIND_PXWEB2:
		ok = ask_pxweb(&x);
		break;
	case SOURCE_KIND_JSONSTAT:
	case SOURCE_KIND_SDMX:
	case SOURCE_KIND_CSV:
	case SOURCE_KIND_XLSX:
		ok = ask_file(&x);
		break;
	}
	if (ok)
		*ret = x.out;
	return ok;
}

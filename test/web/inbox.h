/* inbox.h - a city, somebody who sends papers, and the reading of them, for tests. Includes
 * staff.h.
 */
#ifndef TEST_WEB_INBOX_H
#define TEST_WEB_INBOX_H

#include "staff.h"
#include "app/change.h"
#include "app/paper_trial.h"
#include "app/reading.h"
#include "web/handlers.h"

static const char own[] =
    "Statusnotat, 12. marts 2012\n"
    "\n"
    "Navn på indsats\tFærge til Ærø\n"
    "Økonomi\t300.000 kr. i 2011\n"
    "Afsæt\tBR 09.10.08\n"
    "Målgruppe\tCa. 1.300 øboere\n"
    "Aktivitet\tFlere afgange om aftenen\n"
    "Mål\tMindst 80 pct. af øboerne er tilfredse i 2012\n"
    "Status på indsatsen\t64 pct. af øboerne er tilfredse\n"
    "\n"
    "Andelen af øboere steg 28 % (fra 9.109 til 12.668).\n";

static const struct text_file frame[] = {
	{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
	{ "area.csv", "id,since,title,level\nby,1,Rødby,city\n" },
	{ "authority.csv", "id,since,title,area\nrk,1,Rødby Kommune,by\n" },
	{ "unit.csv", "id,since,title,short_name,level\nhav,1,Havneudvalget,HU,committee\n" },
	{ "indicator.csv", "id,since,title,measure\njob,1,Beskæftigelse på Ærø,share\nfart,1,Antal rejser,count\n" },
	{ "initiative.csv", "id,since,title,unit,economy\ngammel,1,færge til ærø,hav,100.000 kr. i 2010\n" },
};

struct world {
	struct site   site;
	struct store *db;
	struct person bo, åse;          /* an editor, a contributor */
};

static inline struct world
open_world(struct place *p)
{
	struct world w = { .db = place_open(p, STORE_CREATE) };

	register_load(p, w.db, package_put(p, "ramme", frame, COUNT_OF(frame)));
	w.site = site_open(p);
	w.bo = staff_person(&w.site, w.db, "bo", "Bo Ærø", "editor", 0);
	w.åse = staff_person(&w.site, w.db, "åse", "Åse Ø", "contributor", 0);
	return w;
}

static inline void
close_world(struct world *w)
{
	site_close(&w->site);
	store_close(w->db);
}

/* ---- sending a file ---- */

#define BOUNDARY "----grænse7"

/* `tail`: how the body ends; `token` false: of another login. */
static inline int
send_file(struct world *w, const struct person *who, const char *nonce, const char *name,
          struct str bytes, const char *tail)
{
	struct arena *a = &w->site.p->arena;
	struct str    head = arena_printf(a, "--" BOUNDARY "\r\nContent-Disposition: form-data; "
	    "name=\"token\"\r\n\r\n" STR_FMT "\r\n--" BOUNDARY "\r\nContent-Disposition: form-data; "
	    "name=\"nonce\"\r\n\r\n%s\r\n--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"file\"; "
	    "filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n",
	    STR_ARG(session_form_token(a, who->token)), nonce, name);
	struct buf    b;
	struct str    body;

	buf_init(&b, (size_t)64 << 20);
	buf_put(&b, head);
	buf_put(&b, bytes);
	buf_put(&b, str_from(tail));
	body = str_dup(a, buf_str(&b));
	buf_free(&b);
	return staff_send(&w->site, who, "POST", "/da/work/inbox", arena_printf(a,
	    "Origin: https://ærø.dk\r\nContent-Type: multipart/form-data; boundary=" BOUNDARY
	    "\r\nContent-Length: %zu", body.len), body);
}

/* What the server does beside, until nothing waits. */
static inline void
read_all(struct world *w)
{
	bool more = true;

	while (more)
		assert_true(reading_next(w->db, clock_unix(), &more));
}

/* Sent, read, and its page asked for: 303, it leads to the paper; 422: it was refused, at once
 * or on that page. */
static inline int
take(struct world *w, const char *name, struct str bytes)
{
	static int nonces;
	const char *page;
	int         status = send_file(w, &w->bo, arena_printf(&w->site.p->arena, "f%d", ++nonces).at, name,
	    bytes, "\r\n--" BOUNDARY "--\r\n");

	if (status != 303)
		return status;
	page = str_dup(&w->site.p->arena, site_header(&w->site, "Location")).at;
	assert_true(str_starts(str_from(page), STR("/da/work/reading/")));
	assert_int_equal(staff_ask(&w->site, &w->bo, page), 200);
	assert_string_equal(site_header(&w->site, "Refresh").at, "2");
	site_says(&w->site, "Det er det næste, der læses.");
	read_all(w);
	status = staff_ask(&w->site, &w->bo, page);
	assert_int_equal(site_header(&w->site, "Refresh").len, 0);
	return status == 200 ? 422 : status;
}

#define PAPER    "/da/work/inbox/statusnotat-12-marts-2012"
#define FORM     "/da/work/proposal/status-form-faerge-til-aeroe"
#define BUDGET   "/da/work/proposal/budget-line-faerge-til-aeroe"

static inline int64_t
changes(struct world *w)
{
	int64_t last;

	assert_true(store_get_int(w->db, STMT_CHANGE_LAST, NULL, 0, &last));
	return last;
}

static inline struct snapshot
look(struct world *w)
{
	struct arena   *a = &w->site.p->arena;
	struct snapshot sn;

	assert_true(snapshot_load(a, w->db, things_load(a, w->db), 0, NOUN_ALL, &sn));
	return sn;
}

static inline void
is_led_to(struct world *w, const char *where)
{
	assert_string_equal(site_header(&w->site, "Location").at, where);
}

static inline size_t
acts(struct world *w, const char *act)
{
	struct trail_rows rows;
	size_t            n = 0;

	assert_true(trail_read(&w->site.p->arena, w->db, 0, 0, 100, &rows));
	for (size_t i = 0; i < rows.len; i++)
		n += str_eq(rows.at[i].act, str_from(act));
	return n;
}

#endif

/* The inbox: papers that come through the browser, and what a person makes of them. */
#include "inbox.h"
#include "app/change.h"
#include "app/paper_trial.h"
#include "packed.h"
#include "port/pandoc.h"
#include "web/handlers.h"


static void
a_paper_is_taken_in_and_waits(void **state)
{
	struct world w = open_world(*state);
	int64_t      before = changes(&w);

	assert_int_equal(staff_ask(&w.site, &w.bo, "/da/work/inbox"), 200);
	site_says(&w.site, "0 dokumenter venter");
	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	is_led_to(&w, PAPER);
	assert_int_equal(changes(&w), before + 1);
	assert_int_equal(acts(&w, "paper.take"), 1);
	assert_int_equal(staff_ask(&w.site, &w.bo, PAPER), 200);
	site_says(&w.site, "notat.txt");
	site_says(&w.site, "Godtag alle, der venter: Statusskema");
	site_says(&w.site, "Flere afgange om aftenen");         /* though it is not published */
	site_says(&w.site, "en udvikling, der er regnet forkert");
	assert_int_equal(staff_ask(&w.site, &w.bo, "/da/work/inbox"), 200);
	site_says(&w.site, "1 dokument venter");
	assert_int_equal(site_ask(&w.site, "/da/document/statusnotat-12-marts-2012", ""), 200);
	site_says_not(&w.site, "Flere afgange om aftenen");
	assert_int_equal(staff_ask(&w.site, &w.åse, PAPER), 403);
	close_world(&w);
}

static void
the_same_paper_twice_changes_nothing(void **state)
{
	struct world w = open_world(*state);
	int64_t      before;

	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	before = changes(&w);
	assert_int_equal(take(&w, "andet navn.md", str_from(own)), 422);
	site_says(&w.site, "Registret har allerede dette dokument.");
	assert_non_null(strstr(str_dup(&w.site.p->arena, buf_str(&w.site.reply.body)).at, "href=\"" PAPER "\""));
	assert_int_equal(changes(&w), before);
	assert_int_equal(acts(&w, "paper.take"), 1);
	close_world(&w);
}

static void
a_form_sent_twice_takes_it_once(void **state)
{
	struct world w = open_world(*state);
	int64_t      before = changes(&w);

	for (int i = 0; i < 2; i++) {
		assert_int_equal(send_file(&w, &w.bo, "én gang", "notat.txt", str_from(own),
		    "\r\n--" BOUNDARY "--\r\n"), 303);
		is_led_to(&w, "/da/work/reading/1");
		read_all(&w);
	}
	assert_int_equal(changes(&w), before + 1);
	assert_int_equal(staff_ask(&w.site, &w.bo, "/da/work/reading/2"), 404);
	close_world(&w);
}

static void
what_is_no_paper_is_refused(void **state)
{
	static const struct {
		struct str  bytes;
		const char *says;
	} cases[] = {
		{ STR_INIT(""), "Filen er tom." },
		{ STR_INIT(" \r\n\t\n"), "Filen er tom." },
		{ STR_INIT("%PDF-1.4 æøå"), "Dette er en PDF-fil." },
		{ STR_INIT("PK\x03\x04zzz"), "Dette er et ZIP-arkiv" },
		{ STR_INIT("\xFF\xFEN\0a\0"), "UTF-16" },
		{ STR_INIT("\x89PNG\r\n\x1a\n"), "Dette er ikke tekst." },
		{ STR_INIT("abc\0def"), "Dette er ikke tekst." },
		{ STR_INIT("k\xf8" "benhavn"), "Dette er ikke tekst i UTF-8." },
		{ STR_INIT("indicator,from,to,value\nø,2010-01-01,2011-01-01,3\n"), "fil med målinger" },
		{ STR_INIT("{\"type\":\"FeatureCollection\",\"features\":[]}"), "omrids" },
	};
	struct world w = open_world(*state);
	int64_t      before = changes(&w);

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_int_equal(take(&w, "notat.txt", cases[i].bytes), 422);
		site_says(&w.site, cases[i].says);
	}
	assert_int_equal(staff_post(&w.site, &w.bo, "/da/work/inbox", ""), 422);
	site_says(&w.site, "Vælg en fil.");
	assert_int_equal(changes(&w), before);
	close_world(&w);
}

static void
a_body_that_is_no_form_is_refused(void **state)
{
	struct world w = open_world(*state);
	int64_t      before = changes(&w);

	assert_int_equal(send_file(&w, &w.bo, "a", "notat.txt", str_from(own), ""), 400);
	assert_int_equal(send_file(&w, &w.bo, "b", "notat.txt", str_from(own), "\r\n--" BOUNDARY), 400);
	assert_int_equal(send_file(&w, &w.bo, "c", "notat.txt", str_from(own), "\r\n--anden--\r\n"), 400);
	assert_int_equal(changes(&w), before);
	close_world(&w);
}

static void
names_are_for_people_only(void **state)
{
	struct world           w = open_world(*state);
	struct snapshot        sn;
	const struct noun_row *row;

	assert_int_equal(take(&w, "../../etc/\xe2\x80\xaetxt.exe\xe2\x80\xac ø.pdf", str_from(own)), 303);
	sn = look(&w);
	row = snapshot_row(&sn, things_find(sn.things, NOUN_DOCUMENT, STR("statusnotat-12-marts-2012")));
	assert_non_null(row);
	assert_true(str_eq(row->text[DOCUMENT_file], STR("txt.exe ø.pdf")));
	assert_true(str_eq(row->text[DOCUMENT_format], STR("text")));
	close_world(&w);
}

/* A body of an upload is asked for only when somebody is logged in, and never too much. */
static enum http_turn
knock(struct world *w, const char *cookie, const char *length, int *status)
{
	struct answering    with = { .viewer = &w->site.viewer };
	struct arena       *a = &w->site.p->arena;
	struct http_request rq;
	struct answered     what;
	enum http_turn      turn;

	buf_free(&w->site.reply.body);
	w->site.reply = (struct http_reply){ 0 };
	buf_init(&w->site.reply.body, HTTPD_REPLY_MAX);
	http_request_read(&rq, arena_printf(a, "POST /da/work/inbox HTTP/1.1\r\nHost: ærø.dk\r\n%s%s"
	    "Content-Length: %s\r\n", cookie, cookie[0] != '\0' ? "\r\n" : "", length));
	turn = answer_make(&with, &rq, a, &w->site.reply, &what);
	*status = w->site.reply.status;
	return turn;
}

static void
nobody_makes_the_server_hold_a_file(void **state)
{
	struct world  w = open_world(*state);
	struct arena *a = &w.site.p->arena;
	const char   *bo = arena_printf(a, "Cookie: pejl=" STR_FMT, STR_ARG(w.bo.token)).at;
	int           status;

	assert_int_equal(knock(&w, "", "1000000", &status), HTTP_ANSWERED);
	assert_int_equal(status, 403);
	assert_int_equal(knock(&w, "Cookie: pejl=00000000000000000000000000000000", "1000000", &status),
	    HTTP_ANSWERED);
	assert_int_equal(status, 403);
	assert_int_equal(knock(&w, bo, "1000000", &status), HTTP_BODY);
	assert_int_equal(knock(&w, bo, "20971520", &status), HTTP_BODY);
	assert_int_equal(knock(&w, bo, "22020096", &status), HTTP_ANSWERED);    /* 21 MB */
	assert_int_equal(status, 413);
	assert_int_equal(knock(&w, bo, "-1", &status), HTTP_ANSWERED);
	assert_int_equal(status, 400);
	assert_int_equal(staff_post(&w.site, &w.bo, "/da/work/log-out", ""), 303);
	assert_int_equal(knock(&w, bo, "1000000", &status), HTTP_ANSWERED);
	assert_int_equal(status, 403);
	close_world(&w);
}

static void
a_proposal_is_accepted_beside_its_words(void **state)
{
	struct world    w = open_world(*state);
	struct snapshot sn;

	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	assert_int_equal(staff_ask(&w.site, &w.bo, FORM), 200);
	site_says(&w.site, "Hvad dokumentet siger");
	site_says(&w.site, "Status på indsatsen");              /* a label that only the paper has */
	site_says_not(&w.site, "steg 28 %");                    /* another proposal's line */
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=accept"), 303);
	assert_int_equal(acts(&w, "paper.accept"), 1);
	sn = look(&w);
	assert_int_equal(sn.len[NOUN_INITIATIVE], 2);
	assert_int_equal(sn.len[NOUN_TARGET], 1);
	assert_int_equal(staff_ask(&w.site, &w.bo, FORM), 200);
	site_says(&w.site, "Godtaget");
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=reject"), 409);
	site_says(&w.site, "En anden har taget stilling");
	close_world(&w);
}

static void
what_was_read_wrongly_is_corrected(void **state)
{
	struct world           w = open_world(*state);
	struct snapshot        sn;
	const struct noun_row *row;
	struct trail_rows      rows;

	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=accept&title="), 422);
	site_says(&w.site, "Feltet skal udfyldes.");
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=accept&t1=%e2%80%aeø"), 422);
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=accept&t1=%ff"), 422);
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=spis"), 422);
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=accept&into=findes-ikke"), 422);
	site_says(&w.site, "Det findes ikke længere.");
	assert_int_equal(staff_post(&w.site, &w.bo, FORM,
	    "do=accept&title=F%c3%a6rge+til+%c3%86r%c3%b8sk%c3%b8bing&t0=F%c3%a6rge+til+%c3%86r%c3%b8"
	    "&t1=350.000+kr.+i+2011&t2=BR++09.10.08%0d%0a"), 303);
	sn = look(&w);
	row = snapshot_row(&sn, things_find(sn.things, NOUN_INITIATIVE, STR("faerge-til-aeroeskoebing")));
	assert_non_null(row);
	assert_true(str_eq(row->text[INITIATIVE_economy], STR("350.000 kr. i 2011")));
	row = snapshot_row(&sn, things_find(sn.things, NOUN_FIELD, STR("status-form-faerge-til-aeroe.3")));
	assert_true(str_eq(row->text[FIELD_title], STR("BR 09.10.08")));        /* blanks say nothing */
	assert_true(trail_read(&w.site.p->arena, w.db, w.bo.account, 0, 1, &rows));
	assert_true(str_eq(rows.at[0].act, STR("paper.correct")));
	assert_true(str_find(rows.at[0].before, STR("economy: 300.000 kr. i 2011"), 0) != SIZE_MAX);
	assert_true(str_find(rows.at[0].after, STR("economy: 350.000 kr. i 2011"), 0) != SIZE_MAX);
	close_world(&w);
}

static void
figures_are_typed(void **state)
{
	struct world           w = open_world(*state);
	struct snapshot        sn;
	const struct noun_row *row;

	assert_int_equal(take(&w, "budget.csv", STR("Nr.;Økonomi i mio. kr.;2011;2012\n"
	    "1;Færge til Ærø;8,5;9,0\n2;Bro på Møn;1,5;1,0\nI alt;;10,0;10,0\n")), 303);
	assert_int_equal(staff_ask(&w.site, &w.bo, BUDGET), 200);
	site_says(&w.site, "Beløb: år");
	assert_int_equal(staff_post(&w.site, &w.bo, BUDGET, "do=accept&t2=mange+penge"), 422);
	site_says(&w.site, "Skriv et beløb, som 61,7.");
	site_says(&w.site, "mange penge");
	assert_int_equal(staff_post(&w.site, &w.bo, BUDGET, "do=accept&y2=20011"), 422);
	assert_int_equal(staff_post(&w.site, &w.bo, BUDGET, "do=accept&t2=8,75"), 303);
	sn = look(&w);
	assert_int_equal(sn.len[NOUN_BUDGET_LINE], 1);
	row = &sn.row[NOUN_AMOUNT][0];
	assert_true(str_eq(row->text[AMOUNT_kroner], STR("8750000")));
	close_world(&w);
}

static void
a_merge_is_shown_before_it_is_done(void **state)
{
	struct world           w = open_world(*state);
	struct snapshot        sn;
	const struct noun_row *row;
	int64_t                before;

	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	before = changes(&w);
	assert_int_equal(staff_ask(&w.site, &w.bo, FORM), 200);
	site_says(&w.site, "Der findes noget med denne titel");
	site_says(&w.site, "100.000 kr. i 2010");
	assert_int_equal(changes(&w), before);                  /* it was tried, and not kept */
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=accept&into=gammel"), 303);
	sn = look(&w);
	assert_int_equal(sn.len[NOUN_INITIATIVE], 1);
	row = snapshot_row(&sn, things_find(sn.things, NOUN_INITIATIVE, STR("gammel")));
	assert_true(str_eq(row->text[INITIATIVE_economy], STR("300.000 kr. i 2011")));
	assert_true(row->ref[INITIATIVE_unit] != 0);            /* what the paper is silent on stays */
	assert_int_equal(sn.len[NOUN_TARGET], 1);
	assert_true(sn.row[NOUN_TARGET][0].ref[TARGET_initiative] == row->id);
	close_world(&w);
}

static void
all_of_a_kind_and_back(void **state)
{
	struct world    w = open_world(*state);
	struct snapshot sn;
	const char     *undo;

	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, "do=accept_kind&kind=status_form"), 303);
	is_led_to(&w, PAPER);
	undo = arena_printf(&w.site.p->arena, "do=undo&change=%lld", (long long)changes(&w)).at;
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, "do=accept_kind&kind=status_form"), 409);
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, "do=reject_kind&kind=claim"), 303);
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, "do=reject_kind&kind=pølse"), 422);
	sn = look(&w);
	assert_int_equal(sn.len[NOUN_INITIATIVE], 2);
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, undo), 303);
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, undo), 409);
	sn = look(&w);
	assert_int_equal(sn.len[NOUN_INITIATIVE], 1);
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, "do=undo&change=1"), 404);   /* not its own */
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, "do=undo&change=x"), 422);
	assert_int_equal(staff_post(&w.site, &w.bo, FORM, "do=accept"), 303);
	assert_int_equal(staff_post(&w.site, &w.bo, PAPER, "do=undo_all"), 303);
	is_led_to(&w, "/da/work/inbox");
	sn = look(&w);
	assert_int_equal(sn.len[NOUN_DOCUMENT], 0);
	assert_int_equal(sn.len[NOUN_PROPOSAL], 0);
	assert_int_equal(sn.len[NOUN_INITIATIVE], 1);
	assert_int_equal(staff_ask(&w.site, &w.bo, PAPER), 404);
	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);         /* and in again */
	close_world(&w);
}

/* What a paper expects becomes a prognosis of an indicator that is there, and waits for one. */
static void
what_is_expected_is_of_an_indicator(void **state)
{
	static const char paper[] = "Notat om havnen, 12. marts 2009\n\n"
	    "Andelen i job forventes at nå ca. 65 pct. i 2010.\n\nAntallet af dage ventes at udgøre 300 i 2010.\n";
	static const char first[] = "/da/work/proposal/prognosis-andelen-i-job-forventes-at-naa-ca-65-p";
	struct world           w = open_world(*state);
	struct snapshot        sn;
	const struct noun_row *row;

	assert_int_equal(take(&w, "notat.txt", str_from(paper)), 303);
	assert_int_equal(staff_post(&w.site, &w.bo, "/da/work/inbox/notat-om-havnen-12-marts-2009",
	    "do=accept_kind&kind=prognosis"), 422);
	site_says(&w.site, "Hvert af dem skal ses på for sig");
	sn = look(&w);
	assert_int_equal(sn.len[NOUN_PROGNOSIS], 0);
	assert_int_equal(staff_post(&w.site, &w.bo, first, "do=accept"), 422);
	site_says(&w.site, "Der er ingen indikator med dette navn.");
	assert_int_equal(staff_post(&w.site, &w.bo, first, "do=accept&t0=Antal+rejser"), 422);
	site_says(&w.site, "Indikatoren tælles i noget andet.");
	assert_int_equal(staff_post(&w.site, &w.bo, first, "do=accept&t0=besk%c3%a6ftigelse+p%c3%a5+%c3%a6r%c3%b8"), 303);
	sn = look(&w);
	assert_int_equal(sn.len[NOUN_PROGNOSIS], 1);
	row = &sn.row[NOUN_PROGNOSIS][0];
	assert_true(row->ref[PROGNOSIS_indicator] == things_find(sn.things, NOUN_INDICATOR, STR("job")));
	assert_true(str_eq(row->text[PROGNOSIS_value], STR("65")));
	assert_true(str_eq(row->text[PROGNOSIS_qualifier], STR("circa")));
	assert_true(str_eq(row->text[PROGNOSIS_period_from], STR("2010-01-01")));
	assert_true(str_eq(row->text[PROGNOSIS_period_to], STR("2011-01-01")));
	assert_true(str_eq(row->text[PROGNOSIS_stated], STR("2009-03-12")));
	assert_int_equal(row->line, 3);
	close_world(&w);
}

/* A paper that is more than can be read ends its child, and nothing else. */
static void
a_hostile_paper_ends_its_child_only(void **state)
{
	struct world w = open_world(*state);
	struct buf   b;
	int64_t      before = changes(&w);

	buf_init(&b, (size_t)20 << 20);
	for (int i = 0; i < 200001; i++)
		BUF_LIT(&b, "ø\t1\n");
	assert_int_equal(take(&w, "mange.txt", buf_str(&b)), 422);
	site_says(&w.site, "Dokumentet kunne ikke læses inden for den tid og hukommelse");
	buf_free(&b);
	/* A child that dies of anything is the same: here one that may not be started. */
	assert_int_equal(setenv("PEJL_TRIES_PAPER", "1", 1), 0);
	assert_int_equal(take(&w, "notat.txt", str_from(own)), 422);
	assert_int_equal(unsetenv("PEJL_TRIES_PAPER"), 0);
	assert_int_equal(changes(&w), before);
	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	close_world(&w);
}

/* What stands in it decides, whatever it is called. */
static void
what_it_is_is_seen_by_its_content(void **state)
{
	static const struct {
		const char *text;
		enum format format;
	} cases[] = {
		{ "Et notat om Ærø, Fyn, Møn.\nDet er kort, sagde Åse, og godt.\nJa.\n", FORMAT_TEXT },
		{ "# Notat om Ærø\n\nTekst\n", FORMAT_MARKDOWN },
		{ "a\tb\nø\t1\nå\t2\n", FORMAT_TSV },
		{ "\xEF\xBB\xBF" "a;b\nø;1\n\"å;\n\";2\n", FORMAT_CSV },
		{ "a,b,c\nø,1,2\nå,3,4\n", FORMAT_CSV },
		{ "a;b\nø;1\n", FORMAT_TEXT },        /* too few to be sure */
		{ "Navn på indsats\tFærge\n\nMål\tFlere\n", FORMAT_TEXT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(paper_format(str_from(cases[i].text)), cases[i].format);
}

#define ROW(label, words) "<tr><td>" label "</td><td>" words "</td></tr>"

/* The same notice out of a word processor: it waits as the text does, and each of its
 * facts stands at its block. */
static void
a_document_of_word_is_taken_in(void **state)
{
	static const char page[] = "<h1>Statusnotat, 12. marts 2012</h1><table>" ROW("Navn på indsats", "Færge til Ærø")
	    ROW("Økonomi", "300.000 kr. i 2011") ROW("Målgruppe", "Ca. 1.300 øboere") ROW("Aktivitet", "Flere afgange")
	    ROW("Mål", "Mindst 80 pct. af øboerne er tilfredse i 2012") ROW("Status på indsatsen", "64 pct. er tilfredse")
	    "</table><p>Andelen af øboere steg 28 % (fra 9.109 til 12.668).</p>";
	struct world w = open_world(*state);
	struct diags d = diags_new(&w.site.p->arena);
	struct snapshot sn;
	struct str   docx;
	int64_t      lines[3] = { 0 };

	assert_true(pandoc_run(&w.site.p->arena, &pandoc_html_to_docx, STR("x"), str_from(page), &d, &docx));
	assert_int_equal(take(&w, "notat.txt", docx), 303);
	is_led_to(&w, PAPER);
	sn = look(&w);
	assert_true(str_eq(sn.row[NOUN_DOCUMENT][0].text[DOCUMENT_format], STR("docx")));
	assert_true(str_eq(sn.row[NOUN_DOCUMENT][0].text[DOCUMENT_file], STR("notat.txt")));
	for (size_t i = 0; i < sn.len[NOUN_PROPOSAL]; i++)      /* the form, its money, the claim */
		lines[i % 3] = sn.row[NOUN_PROPOSAL][i].line;
	assert_int_equal(sn.len[NOUN_PROPOSAL], 3);
	assert_int_equal(lines[0] + lines[1] + lines[2], 2 + 3 + 8);
	assert_int_equal(staff_ask(&w.site, &w.bo, FORM), 200);
	site_says(&w.site, "Ca. 1.300 øboere");
	assert_int_equal(take(&w, "andet.docx", docx), 422);
	site_says(&w.site, "Registret har allerede dette dokument");
	close_world(&w);
}

static void
packed_files_that_are_no_papers_are_refused(void **state)
{
	struct world w = open_world(*state);
	struct packed_part parts[] = {
		{ "word/document.xml", STR("<x/>"), true, 0, 0, 0 }, { "x", STR("ø"), true, 0, 0, 0 },
	};
	struct { const char *name; uint32_t crc; uint32_t size; uint16_t flags; const char *says; } cases[] = {
		{ "x", 0, 0, 0, "inden for den tid og hukommelse" }, { "../x", 0, 0, 0, "navne, der fører ud" },
		{ "x", 1, 0, 0, "beskadiget" }, { "x", 0, 1000000000, 0, "meget større" },
		{ "x", 0, 0, 1, "adgangskode" },
	};
	int64_t before = changes(&w);

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		parts[1].name = cases[i].name;
		parts[1].crc_change = cases[i].crc;
		parts[1].size = cases[i].size;
		parts[1].flags = cases[i].flags;
		assert_int_equal(take(&w, "notat.docx", packed_make(&w.site.p->arena, parts, 2)), 422);
		site_says(&w.site, cases[i].says);
	}
	assert_int_equal(changes(&w), before);
	close_world(&w);
}

static void
others_may_not(void **state)
{
	struct world w = open_world(*state);

	assert_int_equal(take(&w, "notat.txt", str_from(own)), 303);
	assert_int_equal(staff_post(&w.site, &w.åse, FORM, "do=accept"), 403);
	assert_int_equal(staff_post(&w.site, &w.åse, PAPER, "do=undo_all"), 403);
	assert_int_equal(send_file(&w, &w.åse, "x", "b.txt", STR("Ø"), "\r\n--" BOUNDARY "--\r\n"), 403);
	assert_int_equal(staff_post(&w.site, &w.bo, "/da/work/proposal/nej", "do=accept"), 404);
	assert_int_equal(staff_post(&w.site, &w.bo, "/da/work/inbox/nej", "do=undo_all"), 404);
	close_world(&w);
}

int
main(int argc, char *argv[])
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(a_paper_is_taken_in_and_waits),
		DISK_TEST(the_same_paper_twice_changes_nothing),
		DISK_TEST(a_form_sent_twice_takes_it_once),
		DISK_TEST(what_is_no_paper_is_refused),
		DISK_TEST(a_body_that_is_no_form_is_refused),
		DISK_TEST(names_are_for_people_only),
		DISK_TEST(nobody_makes_the_server_hold_a_file),
		DISK_TEST(a_proposal_is_accepted_beside_its_words),
		DISK_TEST(what_was_read_wrongly_is_corrected),
		DISK_TEST(figures_are_typed),
		DISK_TEST(a_merge_is_shown_before_it_is_done),
		DISK_TEST(all_of_a_kind_and_back),
		DISK_TEST(what_is_expected_is_of_an_indicator),
		DISK_TEST(a_hostile_paper_ends_its_child_only),
		DISK_TEST(what_it_is_is_seen_by_its_content),
		DISK_TEST(a_document_of_word_is_taken_in),
		DISK_TEST(packed_files_that_are_no_papers_are_refused),
		DISK_TEST(others_may_not),
	};

	return paper_trial_asked(argc, argv) ? paper_trial_main()
	                                     : engine_run("inbox", tests, COUNT_OF(tests));
}

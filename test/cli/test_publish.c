/* The public site as files: whole, nothing secret in it, the same again for nothing, and
 * the one before when something goes wrong. */
#include "cli/run.h"
#include <sqlite3.h>

#define SECRET "hemmeligø"

/* Programs that others wrote cannot be reached: what they make is made already. */
static void
hide_programs(struct box *b)
{
	box_shell(b, "mkdir uden && for p in rsvg-convert pandoc chromium chromium-headless-shell weasyprint; do "
	    "printf '#!/bin/sh\ntest \"$1\" = --version\n' > uden/$p && chmod +x uden/$p; done");
}

static void
import_paper(struct box *b, const char *title)
{
	char text[200];

	(void)snprintf(text, sizeof text, "# %s\n\nDer er ikke sket noget på Ærø.\n", title);
	box_write(b, "papir.txt", text);
	WORKS(b, "--db", "by.db", "import", "--publish", "papir.txt");
}

/* A register with one paper in it, which is a whole site, too. */
static void
publish_a_paper(struct box *b)
{
	import_paper(b, "Et papir fra Ærø");
	WORKS(b, "--db", "by.db", "publish", "site");
	assert_says(b, " 0 as before, 0 removed");
}

static void
it_is_whole(void **state)
{
	struct box *b = *state;

	load_example(b);
	/* without the program that draws pictures, pages name none */
	box_shell(b, "mkdir uden && ln -s /bin/false uden/rsvg-convert && PATH=$PWD/uden:$PATH '%s' --db by.db "
	    "publish site --site https://ærø.dk >sagt", b->program);
	WORKS(b, "publish", "--check", "site");
	assert_says(b, " files as they were written");
	box_shell(b, "grep -q og:title site/da/indicator/i-arbejde.html && ! grep -q og:image site/da/indicator/i-arbejde.html");
	box_shell(b, "(cd site && sha256sum --quiet -c SHA256SUMS)");
	box_shell(b, "xmllint --noout site/sitemap.xml && grep -q 'https://ærø.dk/da/indicator/' site/sitemap.xml");
	box_shell(b, "test $(grep -c '<loc>' site/sitemap.xml) -gt 300");
	box_shell(b, "grep -q 'Content-Security-Policy: default-src' site/_headers");
	box_shell(b, "grep -q 'Sitemap: https://ærø.dk/sitemap.xml' site/robots.txt");
	box_shell(b, "for f in site/da/indicator/*.html; do test -s $f -a -s site/en/indicator/${f##*/} || exit 1; done");
	box_shell(b, "test $(ls site/api/v1/indicators/*.csv | wc -l) -gt 50 -a "
	    "$(ls site/api/v1/indicators/*.xlsx | wc -l) -gt 50 -a $(ls site/api/v1/indicators/*.svg | wc -l) -gt 20");
	/* a choice takes the place of another, and the page says so */
	box_shell(b, "grep -q 'Her kan man vælge én ting ad gangen' site/da/index.html && "
	    "test -s 'site/da/index~policy=integrationspolitik-2007-2010&verdict=met.html'");
	/* the page of what is not there leads to files, from wherever it is shown, in its language */
	box_shell(b, "grep -q 'href=\"/da/indicators.html\"' site/404.html && grep -q 'href=\"/en/indicators.html\"' "
	    "site/en/404.html && ! grep -oE 'href=\"/(da|en)/[^\"]*\"' site/404.html | grep -v 'html\"'");
	/* what needs a server is told */
	box_shell(b, "for f in site/da/index.html site/da/indicator/*.html; do grep -q 'kan ikke gå tilbage til en anden dag' $f || "
	    "exit 1; done");
	box_shell(b, "for f in site/en/objective/*.html; do grep -q 'cannot write to you' $f && "
	    "grep -q 'cannot be reported from this copy' $f || exit 1; done");
	/* and not offered */
	box_shell(b, "! grep -rlE '(href|action)=\"[^\"]*(as_of=|/work|/login|/report\")|method=\"post\"|href=\"/' site/da site/en --include=*.html "
	    "--exclude=404.html");
}

/* What a register has nothing to show of is not linked to. */
static void
with_little_in_it_it_is_whole(void **state)
{
	struct box *b = *state;

	publish_a_paper(b);
	WORKS(b, "publish", "--check", "site");
}

static void
the_same_again_costs_nothing(void **state)
{
	struct box *b = *state;
	struct stat before, after;

	publish_a_paper(b);
	assert_int_equal(stat(box_path(b, "site/da/index.html"), &before), 0);
	WORKS(b, "--db", "by.db", "publish", "site");
	assert_says(b, "nothing changed");
	assert_int_equal(stat(box_path(b, "site/da/index.html"), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
}

/* One paper more changes the pages that show it, and no others. */
static void
what_did_not_change_is_kept(void **state)
{
	struct box *b = *state;
	struct stat before, after;

	publish_a_paper(b);
	assert_int_equal(stat(box_path(b, "site/da/privacy.html"), &before), 0);
	import_paper(b, "Ny status på Ærø");
	WORKS(b, "--db", "by.db", "publish", "site");
	assert_silent(b, " 0 as before");
	assert_int_equal(stat(box_path(b, "site/da/privacy.html"), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	box_shell(b, "grep -q 'Ærø' site/da/documents.html");
	WORKS(b, "publish", "--check", "site");
}

static void
insert(const struct box *b, const char *sql)
{
	sqlite3 *db;
	char    *why = NULL;

	assert_int_equal(sqlite3_open(box_path(b, "by.db"), &db), SQLITE_OK);
	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s: %s", sql, why);
	sqlite3_close(db);
}

/* Drawn from the chart, whole, and told in the head of the page: in each language its own. */
static void
pictures_are_drawn_once(void **state)
{
	struct box *b = *state;
	struct stat before, after;
	const char *one = "site/api/v1/indicators/i-arbejde~lang=da.png";

	load_example(b);
	WORKS(b, "--db", "by.db", "publish", "site", "--site", "https://ærø.dk");
	box_shell(b, "grep -q '<meta property=\"og:image\" content=\"https://ærø.dk/api/v1/indicators/"
	    "i-arbejde~lang=da.png\">' site/da/indicator/i-arbejde.html");
	box_shell(b, "grep -q '<meta property=\"og:url\" content=\"https://ærø.dk/en/indicator/i-arbejde.html\">' "
	    "site/en/indicator/i-arbejde.html");
	box_shell(b, "test $(ls site/api/v1/indicators/*.png | wc -l) -eq "
	    "$(grep -l og:image: site/[de][an]/indicator/*.html | wc -l)");
	/* a reader of others takes every one of them, and sees more than a ground of one colour */
	box_shell(b, "pngcheck site/api/v1/indicators/*.png > sagt && "
	    "test $(grep -c '^OK: .*(1200x630,' sagt) -eq $(ls site/api/v1/indicators/*.png | wc -l)");
	box_shell(b, "test $(stat -c %%s '%s') -gt 8000 && ! cmp -s '%s' site/api/v1/indicators/i-arbejde~lang=en.png",
	    one, one);
	assert_int_equal(stat(box_path(b, one), &before), 0);
	import_paper(b, "Nyt om øen");
	hide_programs(b);
	box_shell(b, "PATH=$PWD/uden:$PATH '%s' --db by.db publish site --site https://ærø.dk >sagt", b->program);
	assert_int_equal(stat(box_path(b, one), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	WORKS(b, "publish", "--check", "site");
	/* a chart that changed is drawn, which they cannot */
	insert(b, "UPDATE indicator SET title = 'Ærligt talt' WHERE id = (SELECT id FROM thing WHERE kind = 'indicator' AND name = 'i-arbejde')");
	import_paper(b, "Mere om øen");
	box_shell(b, "! PATH=$PWD/uden:$PATH '%s' --db by.db publish site --site https://ærø.dk 2>fejl && "
	    "grep -q 'i-arbejde.png' fejl", b->program);
}

/* What was laid before the council is printed once, and followed in the feed. */
static void
a_release_is_printed_once(void **state)
{
	struct box *b = *state;
	struct stat before, after;
	const char *pdf = "site/api/v1/releases/press-2009-06-01-integrationspolitik-2007-2010~lang=da.pdf";

	load_example(b);
	WORKS(b, "--db", "by.db", "release", "press", "--of", "integrationspolitik-2007-2010");
	WORKS(b, "--db", "by.db", "publish", "site");
	box_shell(b, "pdfinfo '%s' | grep -q 'Pages:' && test $(ls site/api/v1/releases/*.docx | wc -l) -eq 2", pdf);
	box_shell(b, "xmllint --noout site/da/feed.atom && grep -q '<id>urn:pejl:release:press-2009-06-01-' site/da/feed.atom && "
	    "grep -q 'href=\"release/press-2009-06-01-[a-z0-9-]*.html\"' site/da/feed.atom");
	assert_int_equal(stat(box_path(b, pdf), &before), 0);
	import_paper(b, "Nyt om øen");
	hide_programs(b);
	box_shell(b, "PATH=$PWD/uden:$PATH '%s' --db by.db publish site >sagt", b->program);
	assert_int_equal(stat(box_path(b, pdf), &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	WORKS(b, "publish", "--check", "site");
}

/* People, drafts, notes of the staff, messages, papers that nobody published. */
static void
nothing_secret_is_in_it(void **state)
{
	struct box *b = *state;

	load_example(b);
	WORKS(b, "--db", "by.db", "user", "add", SECRET "person", "--title", "Hanne " SECRET "navn", "--mail",
	    "hanne@" SECRET "post.dk", "--role", "contributor");
	insert(b, "INSERT INTO form SELECT 1, min(id), 14000, 14090, 'draft', 1, 1, 0, '2012-01-01', 1, '2012-01-01', 1, 0 "
	    "FROM initiative;"
	    "INSERT INTO form_field VALUES (1, 9223372036854775807, 'status', 1, '" SECRET "kladde', '2012-01-01', 1);"
	    "INSERT INTO form_step VALUES (1, 1, 1, '2012-01-01T00:00:00Z', 1, 'return', '" SECRET "note')");
	box_write(b, "utrykt.txt", "# Et papir på vej\n\nDet, som " SECRET "papir siger, er ikke for alle endnu.\n");
	WORKS(b, "--db", "by.db", "import", "utrykt.txt");
	WORKS(b, "--db", "by.db", "publish", "site");
	box_shell(b, "! grep -rli -e " SECRET " -e hemmeligoe site");
	/* the test would see it */
	WORKS(b, "--db", "by.db", "document", "publish", "et-papir-paa-vej");
	WORKS(b, "--db", "by.db", "publish", "site");
	box_shell(b, "grep -rq " SECRET "papir site");
	box_shell(b, "! grep -rlE '" SECRET "(person|navn|post|kladde|note)' site");
}

/* What looks like an address in a text of the register leads to no file outside the folder. */
static void
no_text_leads_out_of_the_folder(void **state)
{
	struct box *b = *state;

	load_example(b);
	insert(b, "UPDATE indicator SET title = '/api/v1/indicators?ø=/../../../../../uden-for' "
	    "WHERE id = (SELECT min(id) FROM indicator)");
	WORKS(b, "--db", "by.db", "publish", "site");
	box_shell(b, "! find . .. -maxdepth 2 -name 'uden-for*' 2>/dev/null | grep .");
	box_shell(b, "! find site -name '*..*' | grep .");
}

static void
what_is_refused(void **state)
{
	struct box *b = *state;

	load_example(b);
	box_shell(b, "mkdir mit && echo Æble > mit/brev.txt");
	REFUSES(b, 1, "holds other files and is no published site", "--db", "by.db", "publish", "mit");
	box_shell(b, "test \"$(cat mit/brev.txt)\" = Æble -a $(ls mit | wc -l) -eq 1");
	REFUSES(b, 1, "cannot be read", "publish", "--check", "by.db");
	REFUSES(b, 2, "--site is an address", "--db", "by.db", "publish", "site", "--site", "ærø.dk");
	REFUSES(b, 2, "pejl", "publish");
}

/* A file that cannot be written whole, as on a full disk: the site of before stays. */
static void
a_full_disk_leaves_the_site_as_it_was(void **state)
{
	struct box *b = *state;

	publish_a_paper(b);
	box_shell(b, "cp site/SHA256SUMS før");
	box_shell(b, "{ echo '# Nyt på Ærø'; for i in $(seq 2000); do echo; echo 'Der er kommet mere til på øen.'; done; } >ny.txt");
	WORKS(b, "--db", "by.db", "import", "--publish", "ny.txt");
	b->file_size = 60000;
	REFUSES(b, 1, "the folder is as it was", "--db", "by.db", "publish", "site");
	b->file_size = 0;
	box_shell(b, "cmp site/SHA256SUMS før && test $(ls -d site* | wc -l) -eq 1");
	WORKS(b, "publish", "--check", "site");
}

static void
a_change_by_hand_is_seen(void **state)
{
	struct box *b = *state;

	publish_a_paper(b);
	box_shell(b, "echo ' ' >> site/da/about.html");
	REFUSES(b, 1, "da/about.html: error: is not as it was written", "publish", "--check", "site");
	box_shell(b, "rm site/da/about.html");
	REFUSES(b, 1, "about.html: error: cannot be read", "publish", "--check", "site");
	/* and mended by what the check says: publish again */
	box_shell(b, "rm site/en/about.html && echo Ødelagt >hemmelig && ln -s ../../hemmelig site/en/about.html");
	WORKS(b, "--db", "by.db", "publish", "site");
	assert_says(b, ": 2 written,");
	WORKS(b, "publish", "--check", "site");
	box_shell(b, "test \"$(cat hemmelig)\" = Ødelagt -a ! -L site/en/about.html");
	WORKS(b, "--db", "by.db", "publish", "site");
	assert_says(b, "nothing changed");
}

/* What one left over that was ended in the middle goes; what another makes just now stays, and
 * what only has a like name. */
static void
what_was_left_over_goes(void **state)
{
	struct box *b = *state;

	publish_a_paper(b);
	box_shell(b, "mkdir -p site.next-Ab12Cd/da site.next-Ny1234 site.next-min && echo Ø >site.next-Ab12Cd/da/x.html");
	box_shell(b, "flock site.next-Ny1234 '%s' --db by.db publish site --site https://ærø.dk >sagt", b->program);
	box_shell(b, "test ! -e site.next-Ab12Cd -a -d site.next-Ny1234 -a -d site.next-min");
}

/* The link stays, and what it leads to changes. */
static void
a_link_is_followed(void **state)
{
	struct box *b = *state;

	publish_a_paper(b);
	box_shell(b, "mkdir hjemme && mv site hjemme/ø && ln -s hjemme/ø www");
	WORKS(b, "--db", "by.db", "publish", "www", "--site", "https://ærø.dk");
	box_shell(b, "test -L www && grep -q 'ærø.dk' hjemme/ø/robots.txt && test $(ls hjemme | wc -l) -eq 1");
	WORKS(b, "publish", "--check", "www");
	box_shell(b, "mkdir tom && cd tom && '%s' --db ../by.db publish . >../sagt && test -s ../tom/da/index.html",
	    b->program);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		BOX_TEST(it_is_whole),
		BOX_TEST(with_little_in_it_it_is_whole),
		BOX_TEST(the_same_again_costs_nothing),
		BOX_TEST(what_did_not_change_is_kept),
		BOX_TEST(pictures_are_drawn_once),
		BOX_TEST(a_release_is_printed_once),
		BOX_TEST(nothing_secret_is_in_it),
		BOX_TEST(no_text_leads_out_of_the_folder),
		BOX_TEST(what_is_refused),
		BOX_TEST(a_full_disk_leaves_the_site_as_it_was),
		BOX_TEST(a_change_by_hand_is_seen),
		BOX_TEST(what_was_left_over_goes),
		BOX_TEST(a_link_is_followed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

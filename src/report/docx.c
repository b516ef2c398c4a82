#include "report/docx.h"
#include "base/embed.h"
#include "port/base64.h"
#include "port/pandoc.h"
#include "port/scratch.h"
#include "report/docx_words.h"
#include "report/picture.h"
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

EMBED(reference_docx, BUILD_DIR "/reference.docx");

#define TREE_MAX        ((size_t)256 << 20)
#define DOCX_MAX        ((size_t)128 << 20)
#define SECONDS         60
#define CONTENTS_LEVELS 2
#define CONTENTS_LEAST  4

/* ---- parts ---- */

void
docx_caption(struct docx_out *o, const struct tree_part *p, const char *pattern)
{
	docx_text(o, arena_printf(o->a, STR_FMT ": ",
	    STR_ARG(text_fill(o->a, say(&o->lang, pattern), &p->number, 1))));
	docx_runs(o, &p->words);
}

static void
put_heading(struct docx_out *o, const struct tree_part *p)
{
	docx_open(o, "Header");
	json_array(&o->j);
	json_int(&o->j, p->level);
	docx_attr(o, p->anchor, "", STR_NONE);
	json_array(&o->j);
	if (p->number.len > 0)
		docx_text(o, arena_printf(o->a, STR_FMT "  ", STR_ARG(p->number)));
	docx_runs(o, &p->words);
	for (int i = 0; i < 3; i++)
		json_end(&o->j);
}

static void
put_paragraph(struct docx_out *o, const char *name, const struct runs *words)
{
	docx_open(o, name);
	json_array(&o->j);
	docx_runs(o, words);
	json_end(&o->j);
	json_end(&o->j);
}

static void
put_list(struct docx_out *o, const struct tree_part *p)
{
	docx_open(o, p->ordered ? "OrderedList" : "BulletList");
	if (p->ordered) {
		json_array(&o->j);
		json_raw(&o->j, STR("[1,{\"t\":\"Decimal\"},{\"t\":\"Period\"}]"));
	}
	json_array(&o->j);
	for (size_t i = 0; i < p->items; i++) {
		json_array(&o->j);
		put_paragraph(o, "Plain", &p->item[i]);
		json_end(&o->j);
	}
	json_end(&o->j);
	if (p->ordered)
		json_end(&o->j);
	json_end(&o->j);
}

static bool
write_file(const char *path, struct str bytes)
{
	int     fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	ssize_t written;

	if (fd < 0)
		return false;
	written = write(fd, bytes.at, bytes.len);
	return close(fd) == 0 && written == (ssize_t)bytes.len;
}

static void
put_picture(struct docx_out *o, const struct tree_part *p, struct str name)
{
	docx_styled(o, "Figure", p->anchor);
	docx_open(o, "Image");
	json_array(&o->j);
	docx_attr(o, STR_NONE, "width", STR("16cm"));
	json_array(&o->j);
	docx_text(o, p->alternative);
	json_end(&o->j);
	json_array(&o->j);
	json_text(&o->j, name);
	json_text(&o->j, STR_NONE);
	json_end(&o->j);
	json_end(&o->j);
	json_end(&o->j);
	docx_styled_end(o);
}

static void
put_figure(struct docx_out *o, const struct tree_part *p)
{
	struct str name = arena_printf(o->a, "figure-" STR_FMT ".png", STR_ARG(p->number)), png;
	struct str path = arena_printf(o->a, STR_FMT "/" STR_FMT, STR_ARG(o->folder), STR_ARG(name));

	if (picture_png(o->a, p->svg, o->t->lang, &png) && write_file(path.at, png)) {
		put_picture(o, p, name);
	} else {
		o->blind = true;
		docx_styled(o, "Figure", p->anchor);
		docx_text(o, p->alternative);
		docx_styled_end(o);
	}
	docx_styled(o, "Image Caption", STR_NONE);
	docx_caption(o, p, N_("Figure {1}"));
	docx_styled_end(o);
	if (p->source.len == 0)
		return;
	docx_styled(o, "Source Note", STR_NONE);
	docx_runs(o, &p->source);
	docx_styled_end(o);
}

static void
put_part(struct docx_out *o, const struct tree_part *p)
{
	switch (p->kind) {
	case TREE_HEADING:
		put_heading(o, p);
		break;
	case TREE_PARAGRAPH:
		put_paragraph(o, "Para", &p->words);
		break;
	case TREE_LIST:
		put_list(o, p);
		break;
	case TREE_TABLE:
		docx_table(o, p);
		break;
	case TREE_FIGURE:
		put_figure(o, p);
		break;
	case TREE_PAGE:
		docx_raw(o, STR("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"));
		break;
	}
}

/* ---- pages that lie ---- */

/* pandoc numbers what a document refers to, and the foot of the reference document comes
 * behind eight parts of its own, in the versions that are named here. */
#define FOOT    "<w:footerReference w:type=\"default\" r:id=\"rId9\"/>"
#define STANDS  "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1361\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1247\" " \
	"w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/>"
#define LIES    "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1134\" w:right=\"1021\" " \
	"w:bottom=\"1021\" w:left=\"1021\" w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/>"
#define LINE    "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:sectPr>"
#define LINE_END "</w:sectPr></w:pPr></w:p>"

static bool
is_known(struct str version)
{
	return str_starts(version, STR("[1,22,")) || str_starts(version, STR("[1,22]")) ||
	    str_starts(version, STR("[1,23,")) || str_starts(version, STR("[1,23]"));
}

/* A section ends with the paragraph that says how its pages were. */
static void
turn_page(struct docx_out *o, bool lies)
{
	if (!o->turns || lies == o->lies)
		return;
	docx_raw(o, o->lies ? STR(LINE FOOT LIES LINE_END) : STR(LINE FOOT STANDS LINE_END));
	o->lies = lies;
}

/* ---- before them ---- */

static void
put_entry(struct buf *b, const struct tree_part *p)
{
	buf_putf(b, "<w:p><w:pPr><w:pStyle w:val=\"TOC%d\"/></w:pPr><w:hyperlink w:history=\"1\"", p->level);
	html_attr(b, "w:anchor", p->anchor);
	BUF_LIT(b, "><w:r><w:t xml:space=\"preserve\">");
	html_text(b, p->number);
	buf_put(b, p->number.len > 0 ? STR("  ") : STR_NONE);
	for (size_t i = 0; i < p->words.len; i++)
		if (p->words.at[i].kind != RUN_NOTE)
			html_text(b, p->words.at[i].text);
	BUF_LIT(b, "</w:t></w:r></w:hyperlink></w:p>");
}

/* A field: its entries are there at once, Word adds the page numbers. */
static void
put_contents(struct docx_out *o)
{
	struct buf b;
	size_t     n = 0;

	for (size_t i = 0; i < o->t->len; i++)
		n += o->t->at[i].kind == TREE_HEADING && o->t->at[i].level <= CONTENTS_LEVELS;
	if (n < CONTENTS_LEAST)
		return;
	docx_styled(o, "TOC Heading", STR_NONE);
	docx_text(o, say(&o->lang, "Contents"));
	docx_styled_end(o);
	buf_init(&b, TREE_MAX);
	BUF_LIT(&b, "<w:p><w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r>"
	    "<w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\h \\z \\u </w:instrText></w:r>"
	    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r></w:p>");
	for (size_t i = 0; i < o->t->len; i++)
		if (o->t->at[i].kind == TREE_HEADING && o->t->at[i].level <= CONTENTS_LEVELS)
			put_entry(&b, &o->t->at[i]);
	BUF_LIT(&b, "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:br w:type=\"page\"/></w:r></w:p>");
	docx_raw(o, buf_str(&b));
	buf_free(&b);
}

static void
put_styled(struct docx_out *o, const char *style, struct str text)
{
	if (text.len == 0)
		return;
	docx_styled(o, style, STR_NONE);
	docx_text(o, text);
	docx_styled_end(o);
}

static struct str
day_text(struct docx_out *o, const char *pattern, int32_t day)
{
	struct buf b;
	struct str text, ret;

	buf_init(&b, 64);
	day_write_long(&b, day, lang_danish(&o->lang));
	text = buf_str(&b);
	ret = text_fill(o->a, say(&o->lang, pattern), &text, 1);
	buf_free(&b);
	return ret;
}

static struct str
dates_text(struct docx_out *o)
{
	return arena_printf(o->a, STR_FMT ". " STR_FMT ".",
	    STR_ARG(day_text(o, N_("As it stood on {1}"), o->t->as_of)),
	    STR_ARG(day_text(o, N_("Made on {1}"), o->t->made)));
}

static void
put_front(struct docx_out *o)
{
	put_styled(o, "Authority", o->t->authority.len > 0 ? o->t->authority : STR(" "));
	put_styled(o, "Title", o->t->title);
	put_styled(o, "Subtitle", o->t->subtitle);
	put_styled(o, "Date", dates_text(o));
	put_contents(o);
}

/* The program that is there says which version of the tree it reads. */
static bool
put_tree(struct docx_out *o, struct str where, struct diags *d)
{
	static const char *const asks[] = { "--to=json", NULL };
	static const struct pandoc how = { asks, SECONDS, 4096, false, NULL };
	struct str said, version;
	size_t     from, to;

	if (!pandoc_run(o->a, &how, where, STR("\n"), d, &said))
		return false;
	from = str_find(said, STR("["), 0);
	to = str_find(said, STR("]"), 0);
	if (from == SIZE_MAX || to == SIZE_MAX || from > to)
		return diag_error(d, where, 0, STR("pandoc did not say which version it is"), STR_NONE);
	version = str_slice(said, from, to + 1);
	json_object(&o->j);
	json_key(&o->j, "pandoc-api-version");
	json_raw(&o->j, version);
	json_key(&o->j, "meta");
	json_object(&o->j);
	json_key(&o->j, "lang");
	docx_open(o, "MetaString");
	json_text(&o->j, str_eq(o->t->lang, STR("da")) ? STR("da-DK")
	    : str_eq(o->t->lang, STR("en")) ? STR("en-GB") : o->t->lang);
	json_end(&o->j);
	json_end(&o->j);
	json_key(&o->j, "blocks");
	json_array(&o->j);
	put_front(o);
	o->turns = is_known(version);
	for (size_t i = 0; i < o->t->len; i++) {
		turn_page(o, tree_lies(o->t, i));
		put_part(o, &o->t->at[i]);
	}
	if (o->lies) {                  /* the last page stands, as that of the reference document */
		turn_page(o, false);
		put_styled(o, "Source Note", dates_text(o));
	}
	json_end(&o->j);
	json_end(&o->j);
	return true;
}

/* ---- pandoc ---- */

static bool
convert(struct docx_out *o, struct str tree, struct str where, struct diags *d, struct str *ret)
{
	struct str    path = arena_printf(o->a, STR_FMT "/reference.docx", STR_ARG(o->folder));
	const char   *args[] = { "--from=json", "--to=docx", "--output=-",
		arena_printf(o->a, "--reference-doc=" STR_FMT, STR_ARG(path)).at,
		arena_printf(o->a, "--resource-path=" STR_FMT, STR_ARG(o->folder)).at, NULL };
	/* The day that stands in the file, so that the same report is the same file. */
	const char   *env[] = { arena_printf(o->a, "SOURCE_DATE_EPOCH=%lld",
	    (long long)o->t->made * 86400).at, NULL };
	struct pandoc how = { args, SECONDS, DOCX_MAX, true, env };

	if (!write_file(path.at, (struct str){ reference_docx, (size_t)(reference_docx_end - reference_docx) }))
		return diag_error(d, where, 0, STR("no room for a temporary file"),
		    STR("set TMPDIR to a folder with room"));
	return pandoc_run(o->a, &how, where, tree, d, ret);
}

bool
report_docx(struct arena *a, const struct tree *t, struct str site, struct str where, struct diags *d,
            struct str *ret)
{
	struct docx_out o = { .a = a, .t = t, .site = site };
	struct buf      b;
	int             error;
	bool            ok;

	if (!lang_find(t->lang, &o.lang))
		return diag_error(d, where, 0, STR("there is no such language"), STR_NONE);
	if ((error = scratch_open(a, &o.folder)) != 0)
		return diag_error(d, where, 0, arena_printf(a, "no temporary folder: %s", strerror(error)),
		    STR("set TMPDIR to a folder with room"));
	buf_init(&b, TREE_MAX);
	o.j = json_new(&b);
	ok = put_tree(&o, where, d);
	if (ok && !buf_ok(&b))
		ok = diag_error(d, where, 0, STR("the report is too large"), STR_NONE);
	ok = ok && convert(&o, buf_str(&b), where, d, ret);
	buf_free(&b);
	scratch_close(a, o.folder);
	if (ok && o.blind)
		diag_add(d, (struct diag){ .level = DIAG_NOTE, .where = where,
		    .message = STR("charts are sentences, since rsvg-convert is not installed"),
		    .hint = STR("install it with `apt-get install librsvg2-bin`") });
	return ok;
}

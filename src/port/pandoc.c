#include "port/pandoc.h"
#include "port/child.h"

#define MEMORY     ((size_t)2 << 30)    /* that it writes to: it keeps more addresses free */
#define HEAP       "-M1g"
#define ARGS_MAX   32
#define ERROR_MAX  ((size_t)4 << 10)

#define READS_SECONDS 20
#define HTML_MOST     ((size_t)64 << 20)
#define DOCX_MOST     ((size_t)128 << 20)

static const char *const docx_to_html[] = { "--sandbox", "--from=docx", "--to=html5", "--wrap=none", NULL };
static const char *const odt_to_html[] = { "--sandbox", "--from=odt", "--to=html5", "--wrap=none", NULL };
static const char *const html_to_docx[] = { "--from=html", "--to=docx", "--output=-", NULL };

const struct pandoc pandoc_docx_to_html = { docx_to_html, READS_SECONDS, HTML_MOST, false, NULL };
const struct pandoc pandoc_odt_to_html = { odt_to_html, READS_SECONDS, HTML_MOST, false, NULL };
const struct pandoc pandoc_html_to_docx = { html_to_docx, READS_SECONDS, DOCX_MOST, false, NULL };

static bool
refuse(struct arena *a, enum child_status status, struct str where, struct str said, struct diags *d)
{
	struct str hint = child_last_words(said);

	switch (status) {
	case CHILD_OK:
		return diag_error(d, where, 0, STR("pandoc made more of this document than can be taken"),
		    STR("split the document"));
	case CHILD_ABSENT:
		return diag_error(d, where, 0, STR("pandoc is not installed, and this document needs it"),
		    STR("install it with `apt-get install pandoc`, or save the document as text or HTML"));
	case CHILD_LATE:
		return diag_error(d, where, 0, STR("pandoc did not finish this document in its time"),
		    STR("split the document, or save it as text or HTML"));
	case CHILD_FAILED:
		break;
	}
	return diag_error(d, where, 0, STR("pandoc could not read this document"), hint.len == 0
	    ? STR("open it in its program and save it again")
	    : arena_printf(a, "it says: " STR_FMT, STR_ARG(hint)));
}

bool
pandoc_run(struct arena *a, const struct pandoc *how, struct str where, struct str in,
           struct diags *d, struct str *ret)
{
	const char *argv[ARGS_MAX + 1] = { "pandoc", "+RTS", HEAP, "-RTS", "--quiet" };
	struct buf  out, err;
	struct child c = {
		.argv = argv, .env = how->env, .out = &out, .err = &err, .in = in,
		.limits = { .seconds = 2 * how->seconds, .cpu_seconds = how->seconds, .data_bytes = MEMORY },
	};
	enum child_status status;
	size_t n = 0;
	bool   ok;

	while (argv[n] != NULL)
		n++;
	for (size_t i = 0; how->args[i] != NULL && n < ARGS_MAX; i++)
		argv[n++] = how->args[i];
	buf_init(&out, how->most + 1);
	buf_init(&err, ERROR_MAX);
	status = child_run(&c);
	ok = status == CHILD_OK && out.len <= how->most;
	if (ok)
		*ret = str_dup(a, buf_str(&out));
	else
		(void)refuse(a, status, where, buf_str(&err), d);
	buf_free(&out);
	buf_free(&err);
	return ok;
}

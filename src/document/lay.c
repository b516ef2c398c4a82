#include "document/lay.h"
#include "document/laid.h"

void
laid_open(struct laid *l, struct arena *a, struct str name, struct diags *d)
{
	*l = (struct laid){ .a = a, .d = d, .name = name };
	buf_init(&l->out, DOCUMENT_BYTES_MAX);
}

void
laid_refuse(struct laid *l, struct str message, struct str hint)
{
	if (!l->failed)
		(void)diag_error(l->d, l->name, 0, message, hint);
	l->failed = true;
}

void
laid_line(struct laid *l, struct str tag, struct str inner)
{
	if (l->failed)
		return;
	if (l->lines++ >= DOCUMENT_BLOCKS_MAX)
		laid_refuse(l, STR("more than 200000 paragraphs and rows of tables"),
		    STR("split the document"));
	buf_put(&l->out, tag);
	buf_put(&l->out, inner);
	buf_char(&l->out, '\n');
	if (!buf_ok(&l->out))
		laid_refuse(l, STR("there is more than 32 MiB of text in the file"),
		    STR("split the document"));
}

bool
laid_done(struct laid *l, struct str *ret)
{
	if (!l->failed && l->lines == 0)
		laid_refuse(l, STR("nothing to read in the file"), STR("give a document with text"));
	if (!l->failed)
		*ret = str_dup(l->a, buf_str(&l->out));
	buf_free(&l->out);
	return !l->failed;
}

void
laid_letters(struct buf *b, struct str s)
{
	size_t from = 0;

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c > '>' || (c > ' ' && c != '<' && c != '>' && c != '&'))
			continue;
		buf_put(b, str_slice(s, from, i));
		from = i + 1;
		if (c == '&')
			BUF_LIT(b, "&amp;");
		else if (c == '<')
			BUF_LIT(b, "&lt;");
		else if (c == '>')
			BUF_LIT(b, "&gt;");
		else
			buf_char(b, ' ');
	}
	buf_put(b, str_slice(s, from, s.len));
}

void
laid_cell_letters(struct buf *b, struct str s)
{
	s = str_trim(s);
	while (s.len > 0) {
		laid_letters(b, str_trim(str_cut(&s, '\n')));
		if (s.len > 0)
			BUF_LIT(b, "<br>");
	}
}

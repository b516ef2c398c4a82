#include "report/docx_words.h"

void
docx_open(struct docx_out *o, const char *name)
{
	json_object(&o->j);
	json_member(&o->j, "t", str_from(name));
	json_key(&o->j, "c");
}

void
docx_attr(struct docx_out *o, struct str id, const char *key, struct str value)
{
	json_array(&o->j);
	json_text(&o->j, id);
	json_array(&o->j);
	json_end(&o->j);
	json_array(&o->j);
	if (value.len > 0) {
		json_array(&o->j);
		json_text(&o->j, str_from(key));
		json_text(&o->j, value);
		json_end(&o->j);
	}
	json_end(&o->j);
	json_end(&o->j);
}

void
docx_text(struct docx_out *o, struct str text)
{
	docx_open(o, "Str");
	json_text(&o->j, text);
	json_end(&o->j);
}

static void
put_marked(struct docx_out *o, const char *name, struct str text)
{
	docx_open(o, name);
	json_array(&o->j);
	docx_text(o, text);
	json_end(&o->j);
	json_end(&o->j);
}

static void
put_link(struct docx_out *o, struct str text, struct str to)
{
	docx_open(o, "Link");
	json_array(&o->j);
	docx_attr(o, STR_NONE, "", STR_NONE);
	json_array(&o->j);
	docx_text(o, text);
	json_end(&o->j);
	json_array(&o->j);
	json_text(&o->j, to);
	json_text(&o->j, STR_NONE);
	json_end(&o->j);
	json_end(&o->j);
	json_end(&o->j);
}

static void
put_note(struct docx_out *o, struct str text)
{
	docx_open(o, "Note");
	json_array(&o->j);
	docx_open(o, "Para");
	json_array(&o->j);
	docx_text(o, text);
	json_end(&o->j);
	json_end(&o->j);
	json_end(&o->j);
	json_end(&o->j);
}

static void
put_address(struct docx_out *o, const struct run *r)
{
	bool root = str_starts(r->to, STR("/")) && !str_starts(r->to, STR("//")) && o->site.len > 0;
	bool whole = str_starts(r->to, STR("https://")) || str_starts(r->to, STR("http://")) ||
	    str_starts(r->to, STR("mailto:"));

	if (root || whole)
		put_link(o, r->text, arena_printf(o->a, STR_FMT STR_FMT, STR_ARG(root ? o->site : STR_NONE),
		    STR_ARG(r->to)));
	else
		docx_text(o, r->text);
}

static void
put_run(struct docx_out *o, const struct run *r)
{
	switch (r->kind) {
	case RUN_TEXT:
		docx_text(o, r->text);
		break;
	case RUN_STRONG:
		put_marked(o, "Strong", r->text);
		break;
	case RUN_EMPHASIS:
		put_marked(o, "Emph", r->text);
		break;
	case RUN_LINK:
		put_address(o, r);
		break;
	case RUN_SEE:
		put_link(o, r->text, arena_printf(o->a, "#" STR_FMT, STR_ARG(r->to)));
		break;
	case RUN_NOTE:
		put_note(o, r->text);
		break;
	case RUN_BREAK:
		json_object(&o->j);
		json_member(&o->j, "t", STR("LineBreak"));
		json_end(&o->j);
		break;
	}
}

/* In a Span with its language where that is not the report's. */
void
docx_runs(struct docx_out *o, const struct runs *r)
{
	for (size_t i = 0; i < r->len; i++) {
		bool other = r->at[i].lang.len > 0 && !str_eq(r->at[i].lang, o->t->lang);

		if (other) {
			docx_open(o, "Span");
			json_array(&o->j);
			docx_attr(o, STR_NONE, "lang", r->at[i].lang);
			json_array(&o->j);
		}
		put_run(o, &r->at[i]);
		for (int k = 0; other && k < 3; k++)
			json_end(&o->j);
	}
}

void
docx_styled(struct docx_out *o, const char *style, struct str id)
{
	docx_open(o, "Div");
	json_array(&o->j);
	docx_attr(o, id, "custom-style", str_from(style));
	json_array(&o->j);
	docx_open(o, "Para");
	json_array(&o->j);
}

void
docx_styled_end(struct docx_out *o)
{
	for (int i = 0; i < 5; i++)
		json_end(&o->j);
}

void
docx_raw(struct docx_out *o, struct str openxml)
{
	docx_open(o, "RawBlock");
	json_array(&o->j);
	json_text(&o->j, STR("openxml"));
	json_text(&o->j, openxml);
	json_end(&o->j);
	json_end(&o->j);
}

#include "report/runs.h"

struct run *
runs_add(struct arena *a, struct runs *r, enum run_kind kind, struct str text)
{
	struct run *run;

	ARENA_GROW(a, r->at, r->len, &r->cap);
	run = &r->at[r->len++];
	*run = (struct run){ .kind = kind, .text = text };
	return run;
}

void
runs_link(struct arena *a, struct runs *r, struct str text, struct str to)
{
	runs_add(a, r, RUN_LINK, text)->to = to;
}

void
runs_see(struct arena *a, struct runs *r, struct str anchor)
{
	runs_add(a, r, RUN_SEE, STR_NONE)->to = anchor;
}

static void
put_run(struct buf *b, const struct run *r)
{
	switch (r->kind) {
	case RUN_TEXT:
	case RUN_STRONG:
	case RUN_EMPHASIS:
	case RUN_LINK:
	case RUN_SEE:
		buf_put(b, r->text);
		break;
	case RUN_NOTE:
		BUF_LIT(b, " (");
		buf_put(b, r->text);
		buf_char(b, ')');
		break;
	case RUN_BREAK:
		buf_char(b, '\n');
		break;
	}
}

void
runs_plain(struct buf *b, const struct runs *r)
{
	for (size_t i = 0; i < r->len; i++)
		put_run(b, &r->at[i]);
}

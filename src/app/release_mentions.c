/* In which reports that were laid before the council a thing stands. */
#include "app/release_mentions.h"

struct mentioned {
	int64_t     release;
	struct str  facts;              /* only its lines of things: "x\tindicator:key\n" */
};

struct mentioned_all {
	struct mentioned *at;
	size_t            len;
};

static struct str
things_of(struct arena *a, struct str facts)
{
	struct buf b;
	struct str text;

	buf_init(&b, SIZE_MAX);
	while (facts.len > 0) {
		struct str line = str_cut(&facts, '\n');

		if (!str_starts(line, STR("x\t")))
			continue;
		buf_put(&b, line);
		buf_char(&b, '\n');
	}
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

const struct mentioned_all *
mentioned_read(struct arena *a, const struct edition *ed)
{
	const struct snapshot *sn = &ed->sn;
	struct mentioned_all  *all = ARENA_NEW(a, struct mentioned_all);
	struct arena           scratch = { 0 };

	all->at = ARENA_ARRAY(a, struct mentioned, sn->len[NOUN_RELEASE] + 1);
	for (size_t i = 0; i < sn->len[NOUN_RELEASE]; i++) {
		int64_t    id = sn->row[NOUN_RELEASE][i].id;
		struct str facts;

		if (release_text(&scratch, ed->store, id, RELEASE_PART_FACTS, &facts))
			all->at[all->len++] = (struct mentioned){ id, things_of(a, facts) };
	}
	arena_free(&scratch);
	return all;
}

struct release_mentions
mentioned_find(struct arena *a, const struct edition *ed, const struct mentioned_all *all,
               const char *kind, struct str key)
{
	struct str              line = arena_printf(a, "x\t%s:" STR_FMT "\n", kind, STR_ARG(key));
	struct release_mentions to = { .at = ARENA_ARRAY(a, struct named, all->len + 1) };

	for (size_t i = all->len; i-- > 0;) {
		struct release_row r;

		if (str_find(all->at[i].facts, line, 0) == SIZE_MAX)
			continue;
		r = release_row(a, ed, snapshot_row(&ed->sn, all->at[i].release));
		if (r.corrected_by.id.len == 0)
			to.at[to.len++] = r.release;
	}
	return to;
}

/* Everything in the register by its words. */
#include "app/search.h"
#include "cli/cli.h"
#include "export/search_json.h"

static void
put_pieces(struct cli *c, const struct search_pieces *p)
{
	for (size_t i = 0; i < p->len; i++) {
		bool marked = c->colour && p->at[i].marked;

		buf_put(&c->out, marked ? STR("\033[1m") : STR(""));
		buf_put(&c->out, p->at[i].text);
		buf_put(&c->out, marked ? STR("\033[0m") : STR(""));
	}
}

static void
put_hit(struct cli *c, const struct search_hit *h)
{
	bool english = !c->danish && h->title_en.len > 0;

	buf_put(&c->out, h->line > 0 ? STR("line") : noun_info[h->of.noun].one);
	BUF_LIT(&c->out, " ");
	buf_put(&c->out, h->of.thing.id);
	if (h->line > 0)
		buf_putf(&c->out, ":%u", (unsigned)h->line);
	BUF_LIT(&c->out, "\n    ");
	put_pieces(c, english ? &h->title_en : &h->title);
	if (h->snippet.len > 0) {
		BUF_LIT(&c->out, "\n    ");
		put_pieces(c, &h->snippet);
	}
	BUF_LIT(&c->out, "\n");
}

static void
write_text(struct cli *c, const struct search_view *m)
{
	for (size_t i = 0; i < m->len; i++)
		put_hit(c, &m->at[i]);
	buf_putf(&c->out, "%zu found", m->total);
	for (size_t i = 0; i < m->counts; i++)
		buf_putf(&c->out, "%s " STR_FMT " %zu", i == 0 ? ":" : ",",
		    STR_ARG(search_kind_code(m->count[i].kind)), m->count[i].n);
	BUF_LIT(&c->out, "\n");
	if (m->suggestion.len > 0)
		buf_putf(&c->out, "did you mean: " STR_FMT "\n", STR_ARG(m->suggestion));
}

static void
write_json(struct cli *c, const struct search_view *m)
{
	struct json j = json_new(&c->out);

	json_object(&j);
	json_member_array(&j, "items");
	for (size_t i = 0; i < m->len; i++)
		export_search_hit(&j, &m->at[i]);
	json_end(&j);
	json_member_count(&j, "total", m->total);
	export_search_counts(&j, m);
	json_end(&j);
	BUF_LIT(&c->out, "\n");
}

int
command_search(struct cli *c)
{
	struct search_ask  ask = { .kind = NOUN_ANY, .page = 1, .limit = SEARCH_LISTED_MAX };
	struct search_view m;
	struct snapshot    sn;
	struct store      *s = cli_open(c, STORE_READ);
	bool               found = false;
	int                status;

	if (s == NULL)
		return EXIT_UNABLE;
	for (int i = 0; i < c->args; i++)
		ask.words = arena_printf(&c->arena, STR_FMT "%s%s", STR_ARG(ask.words),
		    i > 0 ? " " : "", c->arg[i]);
	if (cli_snapshot(c, s, NOUN_ALL, &sn) && search(&c->arena, s, &sn, &ask, &m)) {
		found = m.total > 0;
		if (c->json)
			write_json(c, &m);
		else
			write_text(c, &m);
	}
	status = cli_close(c, s);
	return status == EXIT_DONE && !found ? EXIT_PROBLEM : status;
}

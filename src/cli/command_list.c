#include "app/browse.h"
#include "app/judge.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/table.h"
#include "export/records.h"
#include "export/verdicts.h"

static struct str
place(struct arena *a, const struct source *s)
{
	if (s->document.len == 0)
		return STR_NONE;
	if (s->line == 0)
		return s->document;
	return arena_printf(a, STR_FMT ":%u:%u", STR_ARG(s->document), s->line, s->column);
}

static void
list_text(struct cli *c, const struct records *list)
{
	struct table t = table_new(&c->arena, 3);

	for (size_t i = 0; i < list->len; i++) {
		const struct record *r = &list->at[i];
		struct str           cell[] = { r->id, r->title, place(&c->arena, &r->source) };

		table_add(&t, cell);
	}
	table_write(&t, &c->out, c->width);
	if (list->len == 0)
		BUF_LIT(&c->out, "none\n");
}

int
command_list(struct cli *c)
{
	struct browse_term term;
	struct snapshot    sn;
	struct records     list;
	struct json        j = json_new(&c->out);
	struct store      *s;

	if (!browse_term(cli_arg(c, 0), &term))
		return cli_usage(c, "'%s' is no kind: say targets, indicators, initiatives, "
		    "documents, observations, changes or another term", c->arg[0]);
	s = cli_open(c, STORE_READ);
	if (s == NULL)
		return EXIT_UNABLE;
	if (cli_snapshot(c, s, NOUN_ALL, &sn) &&
	    browse_list(&c->arena, s, &sn, term, 0, &list)) {
		if (c->json)
			export_records(&j, &list);
		else
			list_text(c, &list);
	}
	return cli_close(c, s);
}

static void
put_pair(struct cli *c, struct str name, struct str text)
{
	if (text.len == 0)
		return;
	buf_putf(&c->out, "%-16.*s ", STR_ARG(name));
	buf_put(&c->out, text);
	BUF_LIT(&c->out, "\n");
}

static void
show_text(struct cli *c, const struct browse_page *page)
{
	const struct record *r = &page->record;

	put_pair(c, r->kind, r->id);
	put_pair(c, STR("title"), r->title);
	for (size_t i = 0; i < r->len; i++)
		put_pair(c, r->at[i].name, r->at[i].text);
	put_pair(c, STR("source"), place(&c->arena, &r->source));
	put_pair(c, STR("quote"), r->source.quote);
	put_pair(c, STR("recorded"), arena_printf(&c->arena, STR_FMT " by " STR_FMT
	    " (change %lld)", STR_ARG(r->recorded.at), STR_ARG(r->recorded.who),
	    (long long)r->recorded.change));
	if (page->history.len > 1)
		buf_putf(&c->out, "%-16s %zu versions\n", "history", page->history.len);
	if (page->observations.len > 0) {
		BUF_LIT(&c->out, "\nobservations\n");
		list_text(c, &page->observations);
	}
	if (page->related.len > 0) {
		BUF_LIT(&c->out, "\nreferred to by\n");
		list_text(c, &page->related);
	}
}

/* The verdict of a target, NULL for other kinds. */
static const struct barometer_row *
verdict_of(struct cli *c, struct store *s, const struct snapshot *sn, enum noun noun,
           struct str id)
{
	struct judge_when when = { c->has_as_of, c->as_of, c->today };
	struct barometer  b;
	int64_t           thing = things_find(sn->things, NOUN_TARGET, id);

	if (noun != NOUN_TARGET || !judge_touched(&c->arena, s, sn,
	    snapshot_ref(sn, thing, TARGET_indicator), when, &b))
		return NULL;
	for (size_t i = 0; i < b.len; i++)
		if (str_eq(b.at[i].target->id, id))
			return &b.at[i];
	return NULL;
}

static void
show_json(struct cli *c, const struct browse_page *page, const struct barometer_row *verdict)
{
	struct json j = json_new(&c->out);

	export_record_open(&j, &page->record);
	json_key(&j, "history");
	export_records(&j, &page->history);
	json_key(&j, "related");
	export_records(&j, &page->related);
	if (page->observations.len > 0) {
		json_key(&j, "observations");
		export_records(&j, &page->observations);
	}
	if (verdict != NULL) {
		json_key(&j, "verdict");
		export_verdict(&j, verdict);
	}
	json_end(&j);
}

static void
show(struct cli *c, struct store *s, const struct snapshot *sn, enum noun noun)
{
	struct browse_page          page;
	const struct barometer_row *verdict;

	if (!browse_show(&c->arena, s, sn, noun, cli_arg(c, 1), &page)) {
		if (!store_failed(s))
			(void)diag_error(&c->diags, cli_arg(c, 1), 0,
			    arena_printf(&c->arena, "there is no such " STR_FMT,
			        STR_ARG(noun_info[noun].one)),
			    arena_printf(&c->arena, "see 'pejl list " STR_FMT "'",
			        STR_ARG(noun_info[noun].table)));
		return;
	}
	verdict = verdict_of(c, s, sn, noun, cli_arg(c, 1));
	if (c->json) {
		show_json(c, &page, verdict);
		return;
	}
	show_text(c, &page);
	if (verdict == NULL)
		return;
	put_pair(c, STR("verdict"), verdict_word(verdict->judgement.verdict, c->danish));
	put_pair(c, STR("because"), c->danish ? verdict->judgement.da : verdict->judgement.en);
	put_pair(c, STR("rule"), verdict->judgement.rule);
}

int
command_show(struct cli *c)
{
	struct browse_term term;
	struct snapshot    sn;
	struct store      *s;

	if (!browse_term(cli_arg(c, 0), &term) || term.kind != BROWSE_NOUN)
		return cli_usage(c, "'%s' is no kind whose things have an id of their own",
		    c->arg[0]);
	s = cli_open(c, STORE_READ);
	if (s == NULL)
		return EXIT_UNABLE;
	if (cli_snapshot(c, s, NOUN_ALL, &sn))
		show(c, s, &sn, term.noun);
	return cli_close(c, s);
}

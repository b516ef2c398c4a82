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
	if (list->len == 0 && c->width > 0)
		BUF_LIT(&c->out, "none\n");
}

/* EXIT_DONE and the kind that the first word names, or what to exit with. */
static int
asked_kind(struct cli *c, struct browse_term *ret)
{
	if (browse_term(cli_arg(c, 0), ret))
		return EXIT_DONE;
	return cli_usage(c, "'%s' is no kind: say targets, indicators, initiatives, "
	    "documents, observations, changes or another term", c->arg[0]);
}

int
command_list(struct cli *c)
{
	struct browse_term term;
	struct snapshot    sn;
	struct records     list;
	struct json        j = json_new(&c->out);
	struct store      *s;
	int                status = asked_kind(c, &term);

	if (status != EXIT_DONE)
		return status;
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

/* The text behind a name of 17 letters; in a pipe all of it on one line. */
static void
put_wrapped(struct cli *c, struct str text)
{
	size_t     width = c->width > 17 + 20 ? (size_t)c->width - 17 : SIZE_MAX;
	struct str line = table_line(&text, width);

	table_fit(&c->out, line, SIZE_MAX, false);
	while (text.len > 0) {
		buf_putf(&c->out, "\n%17s", "");
		line = table_line(&text, width);
		table_fit(&c->out, line, SIZE_MAX, false);
	}
	BUF_LIT(&c->out, "\n");
}

static void
put_pair(struct cli *c, struct str name, struct str text)
{
	if (text.len == 0)
		return;
	if (c->width > 0)
		buf_putf(&c->out, "%-16.*s ", STR_ARG(name));
	else
		buf_putf(&c->out, STR_FMT "\t", STR_ARG(name));
	put_wrapped(c, text);
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
		put_pair(c, STR("history"),
		    arena_printf(&c->arena, "%zu versions", page->history.len));
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
no_such(struct cli *c, struct str one, struct str many)
{
	(void)diag_error(&c->diags, cli_arg(c, 1), 0,
	    arena_printf(&c->arena, "there is no such " STR_FMT, STR_ARG(one)),
	    arena_printf(&c->arena, "see 'pejl list " STR_FMT "'", STR_ARG(many)));
}

static void
show_noun(struct cli *c, struct store *s, const struct snapshot *sn, enum noun noun)
{
	const struct noun_info     *info = &noun_info[noun];
	struct browse_page          page;
	const struct barometer_row *verdict;

	if (!browse_show(&c->arena, s, sn, noun, cli_arg(c, 1), &page)) {
		if (!store_failed(s))
			no_such(c, info->one, str_find(info->many, STR(" "), 0) == SIZE_MAX
			    ? info->many : info->table);
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
	BUF_LIT(&c->out, "\n");
	put_pair(c, STR("verdict"), verdict_word(verdict->judgement.verdict, c->danish));
	put_pair(c, STR("because"), c->danish ? verdict->judgement.da : verdict->judgement.en);
	put_pair(c, STR("rule"), verdict->judgement.rule);
}

/* Measurements and changes: one of their list, without history. */
static void
show_listed(struct cli *c, struct store *s, const struct snapshot *sn, struct browse_term term)
{
	bool               is_change = term.kind == BROWSE_CHANGE;
	struct browse_page page = { 0 };
	struct records     list;

	if (!browse_list(&c->arena, s, sn, term, 0, &list))
		return;
	for (size_t i = 0; i < list.len; i++) {
		if (!str_eq(list.at[i].id, cli_arg(c, 1)))
			continue;
		page.record = list.at[i];
		if (c->json)
			show_json(c, &page, NULL);
		else
			show_text(c, &page);
		return;
	}
	no_such(c, is_change ? STR("change") : STR("measurement"),
	    is_change ? STR("changes") : STR("observations"));
}

int
command_show(struct cli *c)
{
	struct browse_term term;
	struct snapshot    sn;
	struct store      *s;
	int                status = asked_kind(c, &term);

	if (status != EXIT_DONE)
		return status;
	s = cli_open(c, STORE_READ);
	if (s == NULL)
		return EXIT_UNABLE;
	if (!cli_snapshot(c, s, NOUN_ALL, &sn))
		return cli_close(c, s);
	if (term.kind == BROWSE_NOUN)
		show_noun(c, s, &sn, term.noun);
	else
		show_listed(c, s, &sn, term);
	return cli_close(c, s);
}

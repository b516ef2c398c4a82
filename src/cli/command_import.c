#include "app/import.h"
#include "cli/cli.h"
#include "cli/table.h"
#include "export/imported.h"

static void
plural(struct buf *b, size_t n, const char *one, const char *many)
{
	buf_putf(b, "%zu %s", n, n == 1 ? one : many);
}

static void
what_happened(struct cli *c, const struct imported *m)
{
	struct buf *b = &c->out;

	if (m->already) {
		BUF_LIT(b, "  already in the register: nothing was changed\n");
		return;
	}
	if (m->is_observations && c->dry_run) {
		BUF_LIT(b, "  measurements, which only an import checks against the register\n");
	} else if (m->is_shapes && c->dry_run) {
		BUF_LIT(b, "  ");
		plural(b, m->features, "feature", "features");
		BUF_LIT(b, ", which only an import holds against the register's areas\n");
	} else if (m->is_shapes) {
		BUF_LIT(b, "  ");
		plural(b, m->shapes, "area has an outline", "areas have an outline");
		buf_putf(b, ", %zu not recognised", m->unmatched);
	} else if (m->is_observations) {
		buf_putf(b, "  %zu measurements new, %zu corrected", m->observations,
		    m->corrections);
	} else if (m->change != 0) {
		BUF_LIT(b, "  ");
		plural(b, m->accepted, "proposal accepted", "proposals accepted");
		buf_putf(b, ", %zu waiting for a person", m->waiting);
	}
	if (m->change != 0 && !c->dry_run)
		buf_putf(b, " (change %lld; pejl undo %lld takes it back)", (long long)m->change,
		    (long long)m->change);
	buf_put(b, c->dry_run ? STR("  nothing was written (dry run)\n") : STR("\n"));
}

static void
document(struct cli *c, const struct imported *m)
{
	struct buf *b = &c->out;

	buf_put(b, m->file);
	BUF_LIT(b, "\n");
	for (size_t i = 0; i < m->kinds; i++) {
		if (m->kind[i].count == 0)
			continue;
		buf_putf(b, "  %4zu ", m->kind[i].count);
		buf_put(b, m->kind[i].words);
		BUF_LIT(b, "\n");
	}
	if (!m->is_observations && !m->is_shapes)
		buf_putf(b, "  %4zu not recognised\n", m->unknown_len);
	for (size_t i = 0; i < m->unknown_len; i++) {
		buf_putf(b, "       %u:%u: ", m->unknown[i].line, m->unknown[i].column);
		table_fit(b, m->unknown[i].text, SIZE_MAX, false);
		BUF_LIT(b, "\n");
	}
	what_happened(c, m);
}

static void
answer(struct cli *c, const struct imported_list *list)
{
	struct json j = json_new(&c->out);

	if (c->json && (list->len > 0 || c->diags.errors == 0))
		export_imported(&j, list);
	for (size_t i = 0; i < list->len && !c->json; i++)
		document(c, &list->at[i]);
}

int
command_import(struct cli *c)
{
	struct import_how    how = { c->dry_run, c->review, c->publish,
	                             { c->now, c->who, c->why, STR_NONE } };
	struct imported_list list = { .at = ARENA_ARRAY(&c->arena, struct imported,
	                                                (size_t)c->args) };
	struct store        *s = NULL;

	if (!c->dry_run && (s = cli_open(c, STORE_NEW)) == NULL)
		return EXIT_UNABLE;
	for (int i = 0; i < c->args; i++)
		list.len += import_file(&c->arena, s, cli_arg(c, i), &how, &c->diags,
		    &list.at[list.len]);
	answer(c, &list);
	return cli_close(c, s);
}

static int
decide(struct cli *c, bool accept)
{
	struct str   *keys = ARENA_ARRAY(&c->arena, struct str, (size_t)c->args + 1);
	struct act    act = cli_act(c, accept ? "accept proposals" : "reject proposals");
	struct store *s;
	size_t        n;

	if ((c->args == 0) != c->all)
		return cli_usage(c, "name the proposals, or all of them with --all");
	for (int i = 0; i < c->args; i++)
		keys[i] = cli_arg(c, i);
	s = cli_open(c, STORE_WRITE);
	if (s == NULL)
		return EXIT_UNABLE;
	if (import_decide(s, keys, (size_t)c->args, accept, &act, &c->diags, &n)) {
		plural(&c->out, n, "proposal ", "proposals ");
		buf_put(&c->out, accept ? STR("accepted\n") : STR("rejected\n"));
	}
	return cli_close(c, s);
}

int
command_accept(struct cli *c)
{
	return decide(c, true);
}

int
command_reject(struct cli *c)
{
	return decide(c, false);
}

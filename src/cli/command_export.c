/* pejl export: open data into a file or a pipe, in the forms that the site has. */
#include "cli/cli.h"
#include "port/file.h"
#include "web/formats.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Where it goes: a file beside the one that is asked for, else standard output. */
struct outlet {
	struct cli *c;
	struct str  made;               /* empty: none */
	FILE       *file;
	int         error;              /* errno */
};

static void
drain(struct buf *b, void *with)
{
	struct outlet *o = with;

	if (o->file == NULL) {
		cli_flush(o->c);
		return;
	}
	if (o->error == 0 && fwrite(b->at, 1, b->len, o->file) != b->len)
		o->error = errno;
	b->len = 0;
}

static bool
open_outlet(struct outlet *o)
{
	if (o->c->output.len == 0)
		return true;
	o->error = file_beside(&o->c->arena, o->c->output, &o->made);
	if (o->error != 0)
		return false;
	o->file = fopen(o->made.at, "wb");
	if (o->file == NULL)
		o->error = errno;
	return o->file != NULL;
}

/* Puts the file in its place when all of it was written, else takes it away. */
static bool
close_outlet(struct outlet *o, bool whole)
{
	if (o->file != NULL) {
		drain(&o->c->out, o);
		if (fclose(o->file) != 0 && o->error == 0)
			o->error = errno;
	}
	if (o->made.len == 0)
		return o->error == 0;
	if (o->error == 0 && whole)
		o->error = file_settle(o->made, o->c->output, true);
	if ((o->error != 0 || !whole) && file_remove(o->made) != 0)
		return false;
	return o->error == 0;
}

static int
no_such_format(struct cli *c, bool one)
{
	struct str list = STR_NONE;
	enum data_form f;

	for (size_t i = 0; i < DATA_COUNT; i++)
		if ((i < DATA_FIRST_OF_ALL) == one)
			list = arena_printf(&c->arena, STR_FMT "%s" STR_FMT, STR_ARG(list),
			    list.len > 0 ? ", " : "", STR_ARG(data_form_info[i].code));
	if (data_form_find(cli_arg(c, 0), !one, &f))
		return cli_usage(c, one ? "'%s' is of all indicators: leave --of out"
		                        : "'%s' is of one indicator: say which with --of KEY",
		    c->arg[0]);
	return cli_usage(c, one ? "there is no format '%s' of an indicator; there are: " STR_FMT
	                        : "there is no format '%s' of all; there are: " STR_FMT
	    "; of one indicator, with --of KEY, more", c->arg[0], STR_ARG(list));
}

static void
write_out(struct cli *c, enum data_form f, struct format_ask *ask)
{
	struct outlet o = { .c = c };
	bool          whole;

	ask->to = (struct stream){ &c->out, drain, &o };
	whole = open_outlet(&o) && format_write(f, ask) && buf_ok(&c->out);
	if (!close_outlet(&o, whole))
		(void)diag_error(&c->diags, c->output, 0, str_from(strerror(o.error)),
		    STR("nothing was written"));
	else if (!whole)
		(void)diag_error(&c->diags, c->db, 0, STR("the data could not be written"),
		    STR("run 'pejl db check'"));
}

static void
write_format(struct cli *c, struct store *s, enum data_form f)
{
	struct edition    ed;
	struct judge_when when = { c->has_as_of, c->as_of, c->today };
	struct format_ask ask = {
		.a = &c->arena, .ed = &ed, .danish = c->danish, .site = c->site,
		.table = arena_printf(&c->arena, STR_FMT ".csv", STR_ARG(c->of)),
	};

	if (!(format_judges(f) ? edition_make(&c->arena, s, NULL, when, &c->diags, &ed)
	                       : edition_open(&c->arena, s, when, &c->diags, &ed)))
		return;
	if (c->of.len > 0)
		ask.indicator = edition_thing(&ed, NOUN_INDICATOR, c->of);
	if (c->of.len > 0 && ask.indicator == NULL)
		(void)diag_error(&c->diags, c->of, 0, STR("there is no such indicator"),
		    STR("see 'pejl list indicators'"));
	else
		write_out(c, f, &ask);
}

int
command_export(struct cli *c)
{
	bool          one = c->of.len > 0;
	struct store *s;
	enum data_form   f;

	if (!data_form_find(cli_arg(c, 0), one, &f))
		return no_such_format(c, one);
	s = cli_open(c, STORE_READ);
	if (s == NULL)
		return EXIT_UNABLE;
	write_format(c, s, f);
	return cli_close(c, s);
}

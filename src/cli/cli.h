/* cli.h - one run of the program: options, output, and the table of commands.
 *
 * A command fills `out` and returns an exit status; main writes `out` to stdout
 * and the diags to stderr. 0: done. 1: a problem in the data or what was asked.
 * 2: wrong usage, or it could not run.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "app/change.h"
#include "model/overview.h"
#include "store/store.h"

#define OUTPUT_MAX ((size_t)1 << 30)

enum { EXIT_DONE = 0, EXIT_PROBLEM = 1, EXIT_UNABLE = 2 };

/* What `pejl serve` logs on stderr. */
enum serve_log { SERVE_LOG_NONE, SERVE_LOG_ERRORS, SERVE_LOG_ALL };

#define SERVE_WORKERS_MAX 4
#define TIMEOUT_MAX       600

struct cli {
	struct arena  arena;
	struct diags  diags;
	struct buf    out;
	int           unwritten;        /* errno of cli_flush(); 0: all was written */
	struct str    db;               /* --db, $PEJL_DB, ./pejl.db */
	enum notation notation;         /* --locale */
	bool          danish;           /* --lang */
	bool          json, dry_run, review, publish, all, sarif, verbose;
	bool          colour;           /* stdout is a terminal and NO_COLOR is not set */
	int           width;            /* of the terminal in letters; 0: not a terminal */
	bool          has_as_of, has_known_on;
	int32_t       as_of, known_on, today;
	struct str    now, who, why;    /* UTC time; --who or the user's name; --why */
	struct str    listen;           /* --listen ADDRESS */
	struct str    unix_path;        /* --unix PATH; empty: an address and port */
	int64_t       port;
	bool          expose;           /* others than this machine may connect */
	enum serve_log log;             /* --log */
	struct str    mail_settings;    /* --mail-settings FILE; empty: nobody is written to */
	struct str    sso_settings;     /* --sso-settings FILE; empty: nobody else vouches */
	int64_t       workers;          /* --workers; 0: one a processor */
	enum overview_by by;            /* --by */
	enum budget_unit unit_of;       /* --unit-of */
	bool          csv;
	struct str    xlsx;             /* --xlsx FILE */
	struct str   *set;              /* every --set, unread */
	size_t        sets, sets_cap;
	struct str    title, mail, site;        /* of a person; https://... of the site */
	struct str   *role;             /* every --role, unread */
	size_t        roles, roles_cap;
	bool          has_before, remove, check;
	bool          allow_private;    /* bureaus on this machine or network may be asked */
	struct str    source_hosts;     /* --source-hosts; see app/source_reach.h */
	int64_t       timeout;          /* --timeout, seconds; 0: as port/fetch.h has it */
	int32_t       before;           /* --before DATE|5y */
	struct str    of, output;       /* --of KEY; --output or -o FILE */
	struct str    release, compare, corrects;       /* keys of releases */
	bool          has_since;
	int32_t       since;            /* --since DATE */
	char        **arg;              /* words after the command */
	int           args;
};

struct command {
	const char *name, *usage, *summary;
	int       (*run)(struct cli *c);
	int         least, most;        /* words; most -1: any number */
	const char *options;            /* letters of the options it takes */
};

extern const struct command command_table[];
extern const size_t         command_count;

/* ---- shared by commands ---- */

/* A line on stderr, and EXIT_UNABLE. */
int cli_usage(struct cli *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* EXIT_PROBLEM when there are errors, else EXIT_DONE. */
int cli_status(const struct cli *c);

/* The register, or NULL with a diag. */
struct store *cli_open(struct cli *c, enum store_open mode);

/* The register as it stood on --known-on, or now. */
MUST_CHECK bool cli_snapshot(struct cli *c, struct store *s, uint64_t nouns,
                             struct snapshot *ret);

/* What the file of --mail says, or diags. */
struct mail_settings;
MUST_CHECK bool cli_mail_settings(struct cli *c, struct mail_settings *ret);

/* What the file of --sso-settings says, or diags; a role for a unit or a policy that the
 * register has not is a warning. */
struct sso_settings;
MUST_CHECK bool cli_sso_settings(struct cli *c, struct store *s, struct sso_settings *ret);

struct act cli_act(const struct cli *c, const char *why);

/* Says the store's problem when there is one; NULL is fine. */
int cli_close(struct cli *c, struct store *s);

struct str cli_arg(const struct cli *c, int i);

/* Writes what `out` holds, once it is much: for answers as long as their input. What
 * cannot be written is told in the end. */
void cli_flush(struct cli *c);

int command_read(struct cli *c);
int command_import(struct cli *c);
int command_accept(struct cli *c);
int command_reject(struct cli *c);
int command_document(struct cli *c);
int command_publish(struct cli *c);
int command_search(struct cli *c);
int command_list(struct cli *c);
int command_show(struct cli *c);
int command_evaluate(struct cli *c);
int command_barometer(struct cli *c);
int command_audit(struct cli *c);
int command_budget(struct cli *c);
int command_export(struct cli *c);
int command_undo(struct cli *c);
int command_dump(struct cli *c);
int command_load(struct cli *c);
int command_db(struct cli *c);
int command_serve(struct cli *c);
int command_mail(struct cli *c);
int command_source(struct cli *c);
int command_sso(struct cli *c);
int command_user(struct cli *c);
int command_trail(struct cli *c);
int command_demo_users(struct cli *c);
int command_help(struct cli *c);
int command_report(struct cli *c);
int command_release(struct cli *c);
int command_version(struct cli *c);

#endif

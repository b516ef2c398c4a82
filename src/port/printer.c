#include "port/printer.h"
#include "port/input.h"
#include "port/scratch.h"
#include "port/turn.h"
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CPU_SHARE   2                   /* of all its threads: so many times the seconds */
#define DATA_MOST   ((size_t)8 << 30)   /* of what it keeps free for its heaps; it uses a twentieth */
#define SAID_MAX    ((size_t)16 << 10)

static void
refuse(struct arena *a, const struct printing *p, enum child_status status, const char *who,
       struct str said, struct diags *d)
{
	struct str last = child_last_words(said);

	switch (status) {
	case CHILD_OK:
	case CHILD_ABSENT:
		return;
	case CHILD_LATE:
		diag_error(d, p->where, 0, arena_printf(a, "%s did not finish in %d seconds", who, p->seconds),
		    STR("try again when the machine has less to do; the file is as it was"));
		return;
	case CHILD_FAILED:
		diag_error(d, p->where, 0, arena_printf(a, "%s could not print this", who), last.len == 0
		    ? STR("the file is as it was")
		    : arena_printf(a, "it says: " STR_FMT, STR_ARG(last)));
	}
}

static bool
is_pdf(struct str bytes)
{
	return str_starts(bytes, STR("%PDF-"));
}

static bool
open_folder(struct arena *a, const struct printing *p, struct diags *d, struct str *ret)
{
	int error = scratch_open(a, ret);

	return error == 0 || diag_error(d, p->where, 0, arena_printf(a, "no temporary folder: %s",
	    strerror(error)), STR("set TMPDIR to a folder with room"));
}

/* ---- Chromium ---- */

static bool
write_page(struct arena *a, struct str folder, struct str html)
{
	struct str path = arena_printf(a, STR_FMT "/page.html", STR_ARG(folder));
	int        fd = open(path.at, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool       ok = fd >= 0;

	while (ok && html.len > 0) {
		ssize_t n = write(fd, html.at, html.len);

		ok = n > 0;
		html = str_slice(html, ok ? (size_t)n : 0, html.len);
	}
	if (fd >= 0 && close(fd) != 0)
		ok = false;
	return ok;
}

static enum child_status
run_chromium(struct arena *a, const char *program, struct str folder, int seconds, struct buf *said)
{
	const char *dir = folder.at;
	const char *const argv[] = { program, "--headless", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--no-default-browser-check", "--disable-extensions", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-breakpad",
		"--no-pings", "--proxy-server=127.0.0.1:9", "--proxy-bypass-list=<-loopback>",
		"--host-resolver-rules=MAP * ~NOTFOUND", "--js-flags=--jitless", "--no-pdf-header-footer",
		"--generate-pdf-document-outline", arena_printf(a, "--user-data-dir=%s/profile", dir).at,
		arena_printf(a, "--print-to-pdf=%s/page.pdf", dir).at,
		geteuid() == 0 ? "--no-sandbox" : "--disable-default-apps",
		arena_printf(a, "file://%s/page.html", dir).at, NULL };
	const char *const env[] = { arena_printf(a, "HOME=%s", dir).at, arena_printf(a, "TMPDIR=%s", dir).at,
		arena_printf(a, "XDG_CONFIG_HOME=%s", dir).at, arena_printf(a, "XDG_CACHE_HOME=%s", dir).at,
		"TZ=UTC", "DBUS_SESSION_BUS_ADDRESS=disabled:", NULL };
	struct child c = {
		.argv = argv, .env = env, .err = said, .group = true,
		.limits = { .seconds = seconds, .cpu_seconds = CPU_SHARE * seconds, .data_bytes = DATA_MOST,
		            .file_bytes = PRINTER_BYTES_MAX },
	};

	return child_run(&c);
}

static bool
has_folder_name(struct str path)
{
	for (size_t i = 0; i < path.len; i++)
		if (path.at[i] == '%' || path.at[i] == '#' || path.at[i] == '?')
			return false;
	return path.at[0] == '/';
}

enum child_status
printer_chromium(struct arena *a, const struct printing *p, struct diags *d, struct str *ret)
{
	static const char *const programs[] = { "chromium-headless-shell", "chromium" };
	enum child_status status = CHILD_ABSENT;
	struct diags      unread = diags_new(a);
	struct str        folder, bytes = STR_NONE;
	struct buf        said;
	int               turn;

	if (!open_folder(a, p, d, &folder))
		return CHILD_FAILED;
	turn = turn_begin("print");
	buf_init(&said, SAID_MAX);
	if (!has_folder_name(folder) || !write_page(a, folder, p->html)) {
		status = CHILD_FAILED;
		BUF_LIT(&said, "no room for a temporary file in TMPDIR");
	}
	for (size_t i = 0; i < COUNT_OF(programs) && status == CHILD_ABSENT; i++)
		status = run_chromium(a, programs[i], folder, p->seconds, &said);
	turn_end(turn);
	if (status == CHILD_OK && (!input_read(a, arena_printf(a, STR_FMT "/page.pdf", STR_ARG(folder)),
	    PRINTER_BYTES_MAX, &unread, &bytes) || !is_pdf(bytes)))
		status = CHILD_FAILED;
	if (status == CHILD_OK)
		*ret = bytes;
	refuse(a, p, status, "Chromium", buf_str(&said), d);
	buf_free(&said);
	scratch_close(a, folder);
	return status;
}

/* ---- WeasyPrint ---- */

/* It puts letters into files, in a folder that goes with it. */
static enum child_status
run_weasyprint(struct arena *a, const struct printing *p, struct str folder, struct buf *out, struct buf *said)
{
	static const char *const argv[] = { "weasyprint", "--quiet", "--pdf-variant", "pdf/ua-1", "-", "-", NULL };
	const char *const env[] = { arena_printf(a, "TMPDIR=" STR_FMT, STR_ARG(folder)).at,
		arena_printf(a, "HOME=" STR_FMT, STR_ARG(folder)).at, NULL };
	struct child c = {
		.argv = argv, .env = env, .out = out, .err = said, .in = p->html, .group = true,
		.limits = { .seconds = p->seconds, .cpu_seconds = p->seconds, .data_bytes = (size_t)2 << 30,
		            .file_bytes = PRINTER_BYTES_MAX },
	};

	return child_run(&c);
}

enum child_status
printer_weasyprint(struct arena *a, const struct printing *p, struct diags *d, struct str *ret)
{
	enum child_status status;
	struct str        folder;
	struct buf        out, said;
	int               turn;

	if (!open_folder(a, p, d, &folder))
		return CHILD_FAILED;
	turn = turn_begin("print");
	buf_init(&out, PRINTER_BYTES_MAX);
	buf_init(&said, SAID_MAX);
	status = run_weasyprint(a, p, folder, &out, &said);
	turn_end(turn);
	if (status == CHILD_OK && !is_pdf(buf_str(&out)))
		status = CHILD_FAILED;
	if (status == CHILD_OK)
		*ret = str_dup(a, buf_str(&out));
	refuse(a, p, status, "WeasyPrint", buf_str(&said), d);
	buf_free(&out);
	buf_free(&said);
	scratch_close(a, folder);
	return status;
}

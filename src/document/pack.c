#include "document/pack.h"
#include "document/lay.h"
#include <string.h>
#include <zip.h>

#define CHUNK 65536

struct pack {
	struct arena *a;
	struct diags *d;
	struct str    name;
	zip_t        *zip;
	zip_uint64_t  read;             /* bytes unpacked so far */
	char          chunk[CHUNK];
};

static bool
refuse(struct pack *p, const char *message, const char *hint)
{
	return diag_error(p->d, p->name, 0, str_from(message), str_from(hint));
}

/* ---- opening ---- */

static bool
leads_out(struct str name)
{
	struct str rest = name;

	if (name.len == 0 || name.at[0] == '/' || memchr(name.at, '\\', name.len) != NULL ||
	    (name.len > 1 && name.at[1] == ':'))
		return true;
	while (rest.len > 0)
		if (str_eq(str_cut(&rest, '/'), STR("..")))
			return true;
	return false;
}

static bool
check_part(struct pack *p, zip_uint64_t i)
{
	zip_stat_t s;

	if (zip_stat_index(p->zip, i, ZIP_FL_UNCHANGED, &s) != 0 || (s.valid & ZIP_STAT_NAME) == 0)
		return refuse(p, "the archive is damaged", "open it in its program and save it again");
	if (leads_out(str_from(s.name)))
		return refuse(p, "a part of the archive has a name that leads out of it",
		    "this file was not made by a word processor; do not open it");
	if ((s.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && s.encryption_method != ZIP_EM_NONE)
		return refuse(p, "the file is encrypted", "save it without a password");
	if ((s.valid & ZIP_STAT_SIZE) != 0 && s.size > PACK_BYTES_MAX)
		return refuse(p, "a part of the file is larger than 256 MiB when it is unpacked",
		    "split the document");
	return true;
}

static bool
check_parts(struct pack *p)
{
	zip_int64_t n = zip_get_num_entries(p->zip, ZIP_FL_UNCHANGED);

	if (n > PACK_PARTS_MAX)
		return refuse(p, "the archive has more than 5000 parts", "split the document");
	for (zip_int64_t i = 0; i < n; i++)
		if (!check_part(p, (zip_uint64_t)i))
			return false;
	return true;
}

static zip_t *
open_bytes(struct str bytes)
{
	zip_error_t   e;
	zip_source_t *source;
	zip_t        *zip = NULL;

	zip_error_init(&e);
	source = zip_source_buffer_create(bytes.at, bytes.len, 0, &e);
	if (source != NULL && (zip = zip_open_from_source(source, ZIP_RDONLY, &e)) == NULL)
		zip_source_free(source);
	zip_error_fini(&e);
	return zip;
}

struct pack *
pack_open(struct arena *a, struct str name, struct str bytes, struct diags *d)
{
	struct pack *p = ARENA_NEW(a, struct pack);

	p->a = a;
	p->d = d;
	p->name = name;
	p->zip = open_bytes(bytes);
	if (p->zip == NULL) {
		(void)refuse(p, "the file is cut off or damaged: its parts cannot be listed",
		    "open it in its program and save it again");
		return NULL;
	}
	if (check_parts(p))
		return p;
	pack_close(p);
	return NULL;
}

void
pack_close(struct pack *p)
{
	if (p != NULL && p->zip != NULL)
		zip_discard(p->zip);
	if (p != NULL)
		p->zip = NULL;
}

bool
pack_has(const struct pack *p, const char *part)
{
	return zip_name_locate(p->zip, part, ZIP_FL_UNCHANGED) >= 0;
}

/* ---- reading ---- */

/* `out` NULL: only read. */
static bool
read_part(struct pack *p, zip_uint64_t i, struct buf *out)
{
	zip_file_t *f = zip_fopen_index(p->zip, i, ZIP_FL_UNCHANGED);
	zip_int64_t n = -1;
	bool        more;

	while (f != NULL && (n = zip_fread(f, p->chunk, CHUNK)) > 0) {
		p->read += (zip_uint64_t)n;
		if (p->read > PACK_BYTES_MAX)
			break;
		if (out != NULL)
			buf_put(out, (struct str){ p->chunk, (size_t)n });
	}
	more = n > 0;
	if (f != NULL && zip_fclose(f) != 0 && n == 0)
		n = -1;
	if (more)
		return refuse(p, "the file unpacks to more than a document holds", "split the document");
	return n == 0 || refuse(p, "a part of the file is damaged", "open it in its program and save it again");
}

bool
pack_read(struct pack *p, struct arena *a, const char *part, struct str *ret)
{
	zip_int64_t i = zip_name_locate(p->zip, part, ZIP_FL_UNCHANGED);
	struct buf  out;
	bool        ok;

	if (i < 0)
		return diag_error(p->d, p->name, 0, arena_printf(p->a, "the file has no part %s", part),
		    STR("open it in its program and save it again"));
	buf_init(&out, PACK_BYTES_MAX + CHUNK);
	ok = read_part(p, (zip_uint64_t)i, &out);
	if (ok)
		*ret = str_dup(a, buf_str(&out));
	buf_free(&out);
	return ok;
}

bool
pack_check(struct pack *p)
{
	zip_int64_t n = zip_get_num_entries(p->zip, ZIP_FL_UNCHANGED);

	for (zip_int64_t i = 0; i < n; i++)
		if (!read_part(p, (zip_uint64_t)i, NULL))
			return false;
	return true;
}

bool
lay_check(struct arena *a, struct str name, struct str bytes, struct diags *d)
{
	struct pack *p = pack_open(a, name, bytes, d);
	bool         ok = p != NULL && pack_check(p);

	pack_close(p);
	return ok;
}

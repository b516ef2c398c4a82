#include "export/imported.h"

static void
unrecognised(struct json *j, const struct imported *m)
{
	json_key(j, "unrecognised");
	json_array(j);
	for (size_t i = 0; i < m->unknown_len; i++) {
		json_object(j);
		json_key(j, "line");
		json_int(j, m->unknown[i].line);
		json_key(j, "column");
		json_int(j, m->unknown[i].column);
		json_member(j, "text", m->unknown[i].text);
		json_end(j);
	}
	json_end(j);
}

static void
count(struct json *j, const char *key, size_t n)
{
	json_key(j, key);
	json_int(j, (int64_t)n);
}

static void
document(struct json *j, const struct imported *m)
{
	json_object(j);
	json_member(j, "file", m->file);
	json_member(j, "sha256", m->sha256);
	json_member(j, "format", m->format);
	json_key(j, "recognised");
	json_object(j);
	for (size_t i = 0; i < m->kinds; i++) {
		json_key_text(j, m->kind[i].code);
		json_int(j, (int64_t)m->kind[i].count);
	}
	json_end(j);
	unrecognised(j, m);
	if (m->is_observations) {
		count(j, "observations", m->observations);
		count(j, "corrections", m->corrections);
	}
	if (m->is_shapes) {
		count(j, "features", m->features);
		count(j, "shapes", m->shapes);
		count(j, "unmatched", m->unmatched);
	}
	json_key(j, "already");
	json_bool(j, m->already);
	if (m->change != 0)
		count(j, "change", (size_t)m->change);
	count(j, "accepted", m->accepted);
	count(j, "waiting", m->waiting);
	json_end(j);
}

void
export_imported(struct json *j, const struct imported_list *list)
{
	json_object(j);
	json_key(j, "documents");
	json_array(j);
	for (size_t i = 0; i < list->len; i++)
		document(j, &list->at[i]);
	json_end(j);
	json_end(j);
}

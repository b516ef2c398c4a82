#include "export/imported.h"

static void
unrecognised(struct json *j, const struct imported *m)
{
	json_member_array(j, "unrecognised");
	for (size_t i = 0; i < m->unknown_len; i++) {
		json_object(j);
		json_member_int(j, "line", m->unknown[i].line);
		json_member_int(j, "column", m->unknown[i].column);
		json_member(j, "text", m->unknown[i].text);
		json_end(j);
	}
	json_end(j);
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
		json_member_count(j, "observations", m->observations);
		json_member_count(j, "corrections", m->corrections);
	}
	if (m->is_shapes) {
		json_member_count(j, "features", m->features);
		json_member_count(j, "shapes", m->shapes);
		json_member_count(j, "unmatched", m->unmatched);
	}
	json_member_bool(j, "already", m->already);
	if (m->change != 0)
		json_member_count(j, "change", (size_t)m->change);
	json_member_count(j, "accepted", m->accepted);
	json_member_count(j, "waiting", m->waiting);
	json_end(j);
}

void
export_imported(struct json *j, const struct imported_list *list)
{
	json_object(j);
	json_member_array(j, "documents");
	for (size_t i = 0; i < list->len; i++)
		document(j, &list->at[i]);
	json_end(j);
	json_end(j);
}

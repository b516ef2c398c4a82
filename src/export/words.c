#include "export/words.h"

static const struct schema_field words[] = {
	{ "da", "string?", "Danish" },
	{ "en", "string?", "English; null: not translated" },
	{ NULL, NULL, NULL },
};

static const struct schema_field named[] = {
	{ "id", "string", "The key of the thing, which never changes" },
	{ "title", "Words", NULL },
	{ NULL, NULL, NULL },
};

const struct schema schemas_words[] = {
	{ "Words", "A text in both languages", words, NULL, 0 },
	{ "Named", "A thing by its key and title", named, NULL, 0 },
	{ NULL, NULL, NULL, NULL, 0 },
};

void
export_words(struct json *j, const char *key, struct str da, struct str en)
{
	json_key(j, key);
	json_object(j);
	json_member_or_null(j, "da", da);
	json_member_or_null(j, "en", en);
	json_end(j);
}

void
export_words_some(struct json *j, const char *key, struct str da, struct str en)
{
	if (da.len == 0)
		return;
	json_key(j, key);
	json_object(j);
	json_member(j, "da", da);
	json_member_some(j, "en", en);
	json_end(j);
}

void
export_named_item(struct json *j, const struct named *n)
{
	if (n->id.len == 0) {
		json_null(j);
		return;
	}
	json_object(j);
	json_member(j, "id", n->id);
	export_words(j, "title", n->title, n->title_en);
	json_end(j);
}

void
export_named(struct json *j, const char *key, const struct named *n)
{
	json_key(j, key);
	export_named_item(j, n);
}

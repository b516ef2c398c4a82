/* The JSON writer, read back by another library. */
#include "json_tree.h"
#include "export/imported.h"
#include "export/json.h"
#include "export/readings.h"
#include "export/records.h"

static struct arena arena;

/* What is in `b` as a tree; frees the buf. */
static yajl_val
parsed(struct buf *b)
{
	yajl_val v;

	assert_true(buf_ok(b));
	buf_char(b, '\0');
	v = tree_parse(b->at);
	buf_free(b);
	return v;
}

/* ---- texts ---- */

static const struct {
	struct str text;
	const char *json;
} texts[] = {
	{ STR_INIT(""), "\"\"" }, { STR_INIT("blåbærgrød"), "\"blåbærgrød\"" },
	{ STR_INIT("\"citat\""), "\"\\\"citat\\\"\"" }, { STR_INIT("c:\\mål"), "\"c:\\\\mål\"" },
	{ STR_INIT("a\nb\tc"), "\"a\\nb\\tc\"" }, { STR_INIT("\r"), "\"\\u000d\"" },
	{ STR_INIT("\0"), "\"\\u0000\"" }, { STR_INIT("\x1F"), "\"\\u001f\"" },
	{ STR_INIT("\x7F/</"), "\"\x7F/</\"" }, { STR_INIT("\xE2\x80\xA8"), "\"\xE2\x80\xA8\"" },
	{ STR_INIT("\xF0\x9F\x8E\x89"), "\"\xF0\x9F\x8E\x89\"" },
	/* What is not UTF-8 must not get out as it is. */
	{ STR_INIT("m\xE5l"), "\"m\xEF\xBF\xBDl\"" }, { STR_INIT("\xC3"), "\"\xEF\xBF\xBD\"" },
	{ STR_INIT("\xED\xA0\x80"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"" },
	{ STR_INIT("\xEF\xBF\xBD"), "\"\xEF\xBF\xBD\"" },
};

static void
texts_are_escaped(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct buf  b;
		struct json j;

		buf_init(&b, 1024);
		j = json_new(&b);
		json_text(&j, texts[i].text);
		buf_char(&b, '\0');
		assert_string_equal(b.at, texts[i].json);
		yajl_tree_free(parsed(&b));
	}
}

/* ---- structure ---- */

static void
all_values(struct json *j)
{
	struct number n;

	assert_true(number_from_plain(STR("-59.90"), &n));
	json_object(j);
	json_member(j, "tekst", STR("æøå"));
	json_member_some(j, "intet", STR_NONE);
	json_member_some(j, "noget", STR("ja"));
	json_key(j, "tal");
	json_int(j, INT64_MIN);
	json_key(j, "størst");
	json_int(j, INT64_MAX);
	json_key(j, "figur");
	json_number(j, n);
	json_key(j, "ja");
	json_bool(j, true);
	json_key(j, "nej");
	json_bool(j, false);
	json_key(j, "null");
	json_null(j);
	json_key(j, "tom liste");
	json_array(j);
	json_end(j);
	json_key(j, "tomt objekt");
	json_object(j);
	json_end(j);
	json_key_text(j, STR("liste \"af\" 3"));
	json_array(j);
	json_int(j, 1);
	json_text(j, STR("to"));
	json_object(j);
	json_end(j);
	json_end(j);
	json_end(j);
}

static void
structure(void **state)
{
	static const char expected[] = "{\"tekst\":\"æøå\",\"noget\":\"ja\","
	    "\"tal\":-9223372036854775808,\"størst\":9223372036854775807,\"figur\":\"-59.90\","
	    "\"ja\":true,\"nej\":false,\"null\":null,\"tom liste\":[],\"tomt objekt\":{},"
	    "\"liste \\\"af\\\" 3\":[1,\"to\",{}]}";
	struct buf  b;
	struct json j;

	(void)state;
	buf_init(&b, 4096);
	j = json_new(&b);
	j.pretty = false;
	all_values(&j);
	buf_char(&b, '\0');
	assert_string_equal(b.at, expected);
	yajl_tree_free(parsed(&b));
}

/* Pretty or not: the same tree, and an end of line at the end. */
static void
pretty_is_the_same(void **state)
{
	char        tree[2][4096];
	struct buf  b;
	struct json j;
	yajl_val    v;

	(void)state;
	for (int pretty = 0; pretty < 2; pretty++) {
		buf_init(&b, 4096);
		j = json_new(&b);
		j.pretty = pretty;
		all_values(&j);
		assert_int_equal(b.at[b.len - 1] == '\n', pretty);
		v = parsed(&b);
		(void)tree_compact(v, tree[pretty], sizeof tree[pretty]);
		yajl_tree_free(v);
	}
	assert_string_equal(tree[0], tree[1]);
}

static void
deep_and_bounded(void **state)
{
	struct buf  b;
	struct json j;

	(void)state;
	buf_init(&b, 1 << 16);
	j = json_new(&b);
	for (int i = 0; i < JSON_DEPTH_MAX; i++)
		json_array(&j);
	for (int i = 0; i < JSON_DEPTH_MAX; i++)
		json_end(&j);
	assert_int_equal(j.depth, 0);
	yajl_tree_free(parsed(&b));
	/* A buf that is full fails once and for all, and nothing breaks. */
	buf_init(&b, 20);
	j = json_new(&b);
	all_values(&j);
	assert_false(buf_ok(&b));
	buf_free(&b);
}

/* ---- models ---- */

static void
a_record(void **state)
{
	struct value values[] = {
		{ STR("kind"), VALUE_TEXT, STR("level") }, { STR("value"), VALUE_NUMBER, STR("59.90") },
		{ STR("rank"), VALUE_INT, STR("-3") }, { STR("year"), VALUE_INT, STR("99999999999999999999") },
		{ STR("keep"), VALUE_FLAG, STR("1") }, { STR("starts"), VALUE_DATE, STR("2009-06-01") },
		{ STR("unit"), VALUE_REFERENCE, STR("øu") },
	};
	struct record r[] = {
		{ .kind = STR("target"), .id = STR("i-arbejde"), .title = STR("Flere i arbejde"),
		  .lang = STR("da"), .at = values, .len = COUNT_OF(values),
		  .source = { .document = STR("status"), .line = 5, .column = 7, .quote = STR("59,90") },
		  .recorded = { 3, STR("2026-11-23T04:00:00Z"), STR("Åse") } },
		{ .kind = STR("unit"), .id = STR("øu") },
	};
	struct buf  b;
	struct json j;
	yajl_val    v;

	(void)state;
	buf_init(&b, 1 << 16);
	j = json_new(&b);
	export_records(&j, &(struct records){ r, COUNT_OF(r) });
	v = parsed(&b);
	assert_shape(tree_at(v, 0), "noun:s,id:s,title:s,lang:s,kind:s,value:s,rank:n,year:s,keep:b,"
	    "starts:s,unit:s,source:{,recorded:{");
	assert_shape(tree_get(tree_at(v, 0), "source"), "document:s,line:n,column:n,quote:s");
	assert_string_equal(tree_text(tree_at(v, 0), "keep"), "true");
	assert_string_equal(tree_text(tree_at(v, 0), "value"), "59.90");
	assert_string_equal(tree_text(tree_get(tree_at(v, 0), "recorded"), "change"), "3");
	assert_shape(tree_at(v, 1), "noun:s,id:s,title:s,source:{,recorded:{");
	assert_shape(tree_get(tree_at(v, 1), "source"), "document:0,line:0,column:0,quote:0");
	yajl_tree_free(v);
}

static void
an_import(void **state)
{
	struct imported_kind kind[] = { { STR("claim"), STR("claims"), 2 }, { STR("action"), STR("actions"), 0 } };
	struct imported_line unknown[] = { { 8, 5, STR("Ærø \"og\" Årø") } };
	struct imported      m[] = {
		{ .file = STR("mål.md"), .sha256 = STR("ab"), .format = STR("markdown"), .kind = kind,
		  .kinds = 2, .unknown = unknown, .unknown_len = 1, .change = 4, .accepted = 2 },
		{ .file = STR("tal.csv"), .is_observations = true, .already = true, .observations = 7 },
	};
	struct buf  b;
	struct json j;
	yajl_val    v, d;

	(void)state;
	buf_init(&b, 1 << 16);
	j = json_new(&b);
	export_imported(&j, &(struct imported_list){ m, COUNT_OF(m) });
	v = parsed(&b);
	d = tree_at(tree_get(v, "documents"), 0);
	assert_shape(d, "file:s,sha256:s,format:s,recognised:{,unrecognised:[,already:b,change:n,"
	    "accepted:n,waiting:n");
	assert_shape(tree_get(d, "recognised"), "claim:n,action:n");
	assert_shape(tree_at(tree_get(d, "unrecognised"), 0), "line:n,column:n,text:s");
	d = tree_at(tree_get(v, "documents"), 1);
	assert_shape(d, "file:s,sha256:s,format:s,recognised:{,unrecognised:[,observations:n,"
	    "corrections:n,already:b,accepted:n,waiting:n");
	yajl_tree_free(v);
}

/* Keys in the order of the manual, those that say nothing left out. */
static void
some_readings(void **state)
{
	static const struct {
		const char *text, *shape;
	} rows[] = {
		{ "mellem 5 og 10 pct. om året", "type:s,text:s,low:s,high:s,unit:s,qualifier:s,recurrence:s" },
		{ "over 80 pct.", "type:s,text:s,low:s,low_open:b,unit:s,qualifier:s" },
		{ "knap 65", "type:s,text:s,low:s,high:s,low_open:b,qualifier:s" },
		{ "1,95 mio. kr. årligt", "type:s,text:s,low:s,high:s,point:s,recurrence:s" },
		{ "senest i 2014", "type:s,text:s,to:s,precision:s" },
		{ "ultimo april", "type:s,text:s,precision:s" },
		{ "./.", "type:s,text:s,reason:s" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct diags    d = diags_new(&arena);
		struct str      text = str_from(rows[i].text);
		struct readings r = phrase_read(&arena, text, NOTATION_DA, &d);
		struct buf      b;
		struct json     j;
		yajl_val        v;

		buf_init(&b, 1 << 16);
		j = json_new(&b);
		export_readings(&j, text, &r);
		v = parsed(&b);
		assert_int_equal(tree_length(v), 1);
		assert_shape(tree_at(v, 0), rows[i].shape);
		yajl_tree_free(v);
	}
	arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_escaped), cmocka_unit_test(structure),
		cmocka_unit_test(pretty_is_the_same), cmocka_unit_test(deep_and_bounded),
		cmocka_unit_test(a_record), cmocka_unit_test(an_import),
		cmocka_unit_test(some_readings),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}

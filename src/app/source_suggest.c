#include "app/source_suggest.h"
#include "base/term.h"

struct suggesting {
	struct arena          *a;
	const struct snapshot *sn;
	const struct figures  *table;
	const struct source_selection *picks;
	size_t                 time, area, group;       /* dimensions; SIZE_MAX: none */
};

/* ---- what codes are here ---- */

/* Folded titles and keys of all things of a kind, beside their ids. */
struct names {
	struct str *at;
	int64_t    *id;
	size_t      len;
};

static struct names
names_of(struct arena *a, const struct snapshot *sn, enum noun kind)
{
	size_t       n = sn->len[kind];
	struct names of = { ARENA_ARRAY(a, struct str, 2 * n + 1), ARENA_ARRAY(a, int64_t, 2 * n + 1), 0 };

	for (size_t i = 0; i < n; i++) {
		const struct noun_row *row = &sn->row[kind][i];
		struct str             both[] = { row->text[0], things_key(sn->things, row->id) };

		for (size_t k = 0; k < COUNT_OF(both); k++) {
			of.at[of.len] = terms_fold(a, both[k]);
			of.id[of.len++] = row->id;
		}
	}
	return of;
}

static int64_t
find_name(struct arena *a, const struct names *n, struct str words)
{
	struct str folded = terms_fold(a, words);

	for (size_t i = 0; i < n->len && folded.len > 0; i++)
		if (str_eq(n->at[i], folded))
			return n->id[i];
	return 0;
}

/* With quotation marks where a code or a name needs them. */
static void
put_word(struct buf *b, struct str word)
{
	bool plain = word.len > 0;

	for (size_t i = 0; i < word.len; i++)
		plain = plain && strchr(" \t\r\n\",=:", word.at[i]) == NULL;
	if (plain) {
		buf_put(b, word);
		return;
	}
	buf_char(b, '"');
	for (size_t i = 0; i < word.len; i++) {
		if (word.at[i] == '"')
			buf_char(b, '"');
		buf_char(b, word.at[i]);
	}
	buf_char(b, '"');
}

/* Which codes are selected already; all, when nothing is. */
static bool *
picked(struct suggesting *s, const struct figures_dimension *dim)
{
	bool                     *take = ARENA_ARRAY(s->a, bool, dim->len + 1);
	const struct source_pick *p = source_selection_of(s->picks, dim->id);
	struct str                word;

	if (p != NULL)
		(void)!source_pick_codes(p, dim->code, dim->len, take, &word);
	for (size_t i = 0; i < dim->len && s->picks->len == 0; i++)
		take[i] = true;
	return take;
}

/* "OMRÅDE: 101=koebenhavn", and how many codes stand in it. */
static struct str
mapping_of(struct suggesting *s, const struct figures_dimension *dim, const struct names *names,
           size_t *ret)
{
	const bool *take = picked(s, dim);
	struct buf  b;
	struct str  text;
	size_t      n = 0;

	buf_init(&b, (size_t)1 << 16);
	put_word(&b, dim->id);
	BUF_LIT(&b, ":");
	for (size_t i = 0; i < dim->len && n < SOURCE_SUGGEST_CODES; i++) {
		int64_t id = find_name(s->a, names, dim->text[i].len > 0 ? dim->text[i] : dim->code[i]);

		if (id == 0 || !take[i])
			continue;
		BUF_LIT(&b, " ");
		put_word(&b, dim->code[i]);
		BUF_LIT(&b, "=");
		buf_put(&b, things_key(s->sn->things, id));
		n++;
	}
	text = buf_ok(&b) ? str_dup(s->a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	*ret = text.len > 0 ? n : 0;
	return text;
}

/* The dimension that has most of a kind; `not` is another's. */
static struct str
find_mapping(struct suggesting *s, enum noun kind, size_t not, size_t *ret)
{
	struct names names = names_of(s->a, s->sn, kind);
	struct str   best = STR_NONE;
	size_t       most = 0, n;

	*ret = SIZE_MAX;
	for (size_t i = 0; i < s->table->dimensions; i++) {
		struct str text;

		if (i == not || i == s->time)
			continue;
		text = mapping_of(s, &s->table->dimension[i], &names, &n);
		if (n <= most)
			continue;
		most = n;
		best = text;
		*ret = i;
	}
	return best;
}

static size_t
find_time(const struct figures *table)
{
	static const struct str words[] = {
		STR_INIT("Tid"), STR_INIT("time"), STR_INIT("TIME_PERIOD"), STR_INIT("år"), STR_INIT("kvartal"),
		STR_INIT("måned"),
	};

	for (size_t i = 0; i < table->dimensions; i++)
		if (table->dimension[i].role == FIGURES_TIME)
			return i;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (figures_dimension_of(table, words[i]) != SIZE_MAX)
			return figures_dimension_of(table, words[i]);
	return SIZE_MAX;
}

/* ---- what is selected ---- */

/* The code of all there are, else the first. */
static struct str
code_of_all(struct arena *a, const struct figures_dimension *dim, bool *total)
{
	static const struct str codes[] = { STR_INIT("tot"), STR_INIT("total"), STR_INIT("t"), STR_INIT("i alt") };

	for (size_t i = 0; i < dim->len; i++)
		for (size_t k = 0; k < COUNT_OF(codes); k++)
			if (str_eq(terms_fold(a, dim->code[i]), codes[k]) || str_eq(terms_fold(a, dim->text[i]), codes[k])) {
				*total = true;
				return dim->code[i];
			}
	*total = false;
	return dim->len > 0 ? dim->code[0] : STR_NONE;
}

/* Codes of a mapping, "OMRÅDE: 101=koebenhavn": read back by the table's own. */
static void
put_mapped(struct suggesting *s, struct buf *b, const struct figures_dimension *dim, enum noun kind)
{
	struct names names = names_of(s->a, s->sn, kind);
	size_t       n = 0;

	for (size_t i = 0; i < dim->len && n < SOURCE_SUGGEST_CODES; i++) {
		if (find_name(s->a, &names, dim->text[i].len > 0 ? dim->text[i] : dim->code[i]) == 0)
			continue;
		if (n++ > 0)
			BUF_LIT(b, ",");
		put_word(b, dim->code[i]);
	}
}

static void
put_side(struct suggesting *s, struct buf *b, size_t i)
{
	const struct figures_dimension *dim = &s->table->dimension[i];
	bool                            total = true;
	struct str                      all = code_of_all(s->a, dim, &total);
	bool                            mapped = i == s->area || i == s->group;

	if (!mapped && i != s->time && ((dim->optional && !total) || all.len == 0))
		return;
	if (b->len > 0)
		BUF_LIT(b, " ");
	put_word(b, dim->id);
	BUF_LIT(b, "=");
	if (i == s->time)
		BUF_LIT(b, "*");
	else if (mapped)
		put_mapped(s, b, dim, i == s->area ? NOUN_AREA : NOUN_GROUP);
	else
		put_word(b, all);
}

static struct str
selection_of(struct suggesting *s)
{
	struct buf b;
	struct str text;

	buf_init(&b, (size_t)1 << 16);
	for (size_t i = 0; i < s->table->dimensions; i++)
		put_side(s, &b, i);
	text = buf_ok(&b) ? str_dup(s->a, buf_str(&b)) : STR_NONE;
	buf_free(&b);
	return text;
}

struct source_suggestion
source_suggest(struct arena *a, const struct snapshot *sn, const struct figures *table,
               const struct source_selection *picks)
{
	struct suggesting        s = { .a = a, .sn = sn, .table = table, .picks = picks };
	struct source_suggestion it = { .selection = STR_NONE };

	if (table->dimensions == 0)
		return it;
	s.time = find_time(table);
	if (s.time != SIZE_MAX && !str_eq(table->dimension[s.time].id, STR("Tid")))
		it.period = table->dimension[s.time].id;
	it.areas = find_mapping(&s, NOUN_AREA, SIZE_MAX, &s.area);
	if (picks->len > 0)
		return it;
	it.groups = find_mapping(&s, NOUN_GROUP, s.area, &s.group);
	it.selection = selection_of(&s);
	return it;
}

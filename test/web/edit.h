/* edit.h - an editor at her desk, and forms as she sends them. Includes staff.h. */
#ifndef TEST_WEB_EDIT_H
#define TEST_WEB_EDIT_H

#include "staff.h"
#include "model/column.h"
#include "model/target_form.h"
#include "view/html.h"

struct desk {
	struct store *db;
	struct site   s;
	struct person who;
};

static inline struct desk
open_desk(struct place *p, struct str package)
{
	struct desk k = { .db = place_open(p, STORE_CREATE) };

	if (package.len > 0)
		register_load(p, k.db, package);
	k.s = site_open(p);
	k.who = staff_person(&k.s, k.db, "åse", "Åse Sørensen", "editor", 0);
	return k;
}

static inline void
close_desk(struct desk *k)
{
	site_close(&k->s);
	store_close(k->db);
}

/* ---- forms ---- */

/* "Flere ører" as a form sends it. */
static inline struct str
encoded(struct arena *a, struct str s)
{
	struct buf b;
	struct str text;

	buf_init(&b, 1 << 20);
	for (size_t i = 0; i < s.len; i++)
		buf_putf(&b, "%%%02X", (unsigned)(unsigned char)s.at[i]);
	text = str_dup(a, buf_str(&b));
	buf_free(&b);
	return text;
}

static inline struct str
with(struct arena *a, struct str fields, struct str name, struct str value)
{
	return arena_printf(a, STR_FMT "&" STR_FMT "=" STR_FMT, STR_ARG(fields), STR_ARG(name),
	    STR_ARG(encoded(a, value)));
}

static inline struct str
path_of(struct arena *a, enum noun n, const char *behind)
{
	return arena_printf(a, "/da/work/register/" STR_FMT "/%s", STR_ARG(noun_plural(a, n)), behind);
}

/* The value of a hidden field of the page. */
static inline struct str
hidden(struct desk *k, const char *name)
{
	struct str page = buf_str(&k->s.reply.body);
	struct str mark = arena_printf(&k->s.p->arena, "type=\"hidden\" name=\"%s\" value=\"", name);
	size_t     at = str_find(page, mark, 0), end;

	if (at == SIZE_MAX)
		return STR_NONE;
	end = str_find(page, STR("\""), at + mark.len);
	return str_dup(&k->s.p->arena, str_slice(page, at + mark.len, end));
}

/* Sends a form; of a target, once more when its meaning was read. Returns the status. */
static inline int
send(struct desk *k, enum noun n, struct str path, struct str fields)
{
	struct arena *a = &k->s.p->arena;
	int           status = staff_post(&k->s, &k->who, path.at, fields.at);

	if (n == NOUN_TARGET && status == 200 && hidden(k, "seen").len > 0)
		status = staff_post(&k->s, &k->who, path.at,
		    with(a, fields, STR("seen"), hidden(k, "seen")).at);
	return status;
}

static inline struct str
led_to(struct desk *k)
{
	return str_dup(&k->s.p->arena, site_header(&k->s, "Location"));
}

/* ---- every kind ---- */

/* What belongs in a column: of a reference the first thing there is of its kind. */
static inline struct str
filling(struct desk *k, const struct look *l, enum noun n, size_t c, int turn)
{
	const struct noun_column *col = &noun_info[n].column[c];
	struct column_words       w = column_words(n, c);
	struct arena             *a = &k->s.p->arena;

	if (n == NOUN_SOURCE && c == SOURCE_address)
		return turn == 0 ? STR("https://api.statbank.dk/v1") : STR("https://api.statbank.dk/v1/s30");
	if (n == NOUN_SOURCE && (c == SOURCE_selection || c == SOURCE_divisor))
		return turn == 0 ? STR("OMRÅDE=101 Tid=*") : STR("OMRÅDE=101,147 Tid=(-n+5)");
	if (n == NOUN_SOURCE && c == SOURCE_areas)
		return turn == 0 ? STR("OMRÅDE: 851=aalborg") : STR("OMRÅDE: 851=aalborg 751=aarhus");
	if (n == NOUN_SOURCE && c == SOURCE_grps)
		return turn == 0 ? STR("BOLIG: 1=almene-boliger") : STR("BOLIG: 2=andelsboliger");
	switch (w.ask) {
	case ASK_LINE:
	case ASK_WORDS:
	case ASK_TEXT:
		return turn == 0 ? STR("Sjælør: “<b>&” flere ænder") : STR("Nu på Ærø; 100 %");
	case ASK_CODE:
		if (n == NOUN_TRANSLATION && c == TRANSLATION_field)
			return STR("title");
		if (n == NOUN_TARGET && (c == TARGET_relation || c == TARGET_direction))
			return c == TARGET_relation ? STR("at_least") : STR("fall");
		return w.choices > 0 ? str_from(w.choice[w.choices - 1].code) : STR_NONE;
	case ASK_DATE:
		return str_ends(col->name, STR("ends")) ? STR("31.12.2010") : STR("1.3.2007");
	case ASK_NUMBER:
		return str_eq(col->name, STR("upper")) ? STR("1.234,50") : turn == 0 ? STR("12,5") : STR("13");
	case ASK_INT:
		return str_eq(col->name, STR("year")) ? STR("2009") :
		    str_eq(col->name, STR("through")) ? STR("2011") :
		    column_words(n, c).least < 0 ? STR("-30") : STR("3");
	case ASK_FLAG:
		return STR("1");
	case ASK_PERIOD:
		return str_starts(col->name, STR("baseline")) ? STR("forår 2007") : STR("2010");
	case ASK_REF:
		if (col->refers == NOUN_ANY)
			return arena_printf(a, "indicator:" STR_FMT,
			    STR_ARG(things_key(l->things, l->sn.row[NOUN_INDICATOR][0].id)));
		return l->sn.len[col->refers] > 0
		    ? things_key(l->things, l->sn.row[col->refers][0].id) : STR_NONE;
	}
	return STR_NONE;
}

/* A line counts in one place: of these columns only the first is filled in. */
static inline bool
stays_empty(enum noun n, size_t c)
{
	if (n == NOUN_PROGNOSIS)        /* a range has no other word */
		return c == PROGNOSIS_high;
	return n == NOUN_BUDGET_LINE &&
	    (c == BUDGET_LINE_earmark_of || c == BUDGET_LINE_excluded);
}

static inline struct str
filled(struct desk *k, const struct look *l, enum noun n, int turn)
{
	struct arena *a = &k->s.p->arena;
	struct str    fields = arena_printf(a, "why=%s", turn == 0 || n == NOUN_PROGNOSIS ? "Pr%C3%B8ve" : "");

	for (size_t c = 0; c < noun_info[n].columns; c++) {
		if (!stays_empty(n, c) && !(n == NOUN_TARGET && c == TARGET_kind))
			fields = with(a, fields, column_field(n, c), filling(k, l, n, c, turn));
		if (column_period_end(n, c) != 0)
			c++;
	}
	return fields;
}

static inline int64_t
newest_change(struct desk *k)
{
	int64_t last;

	assert_true(store_get_int(k->db, STMT_CHANGE_LAST, NULL, 0, &last));
	return last;
}

static inline struct str
key_at_end(struct str location)
{
	struct str key = location;

	while (str_find(key, STR("/"), 0) != SIZE_MAX)
		(void)str_cut(&key, '/');
	return key;
}

#endif

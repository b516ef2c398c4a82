#include "app/catalogue.h"
#include "app/contact.h"
#include "app/indicator_list.h"
#include "model/data_form.h"

struct maker {
	struct arena         *a;
	const struct edition *ed;
	struct str            site;
	catalogue_place      *place;
};

/* As a file it is found by the links of the pages in Danish. */
static struct str
address(const struct maker *k, struct str path, bool one)
{
	if (k->place != NULL)
		path = k->place(k->a, arena_printf(k->a, STR_FMT "%s", STR_ARG(path),
		    one ? "?lang=da" : ""));
	return arena_printf(k->a, STR_FMT STR_FMT, STR_ARG(k->site), STR_ARG(path));
}

static struct offer_form
form_of(const struct maker *k, enum data_form f, struct str before)
{
	return (struct offer_form){
		.code = data_form_info[f].code, .title = str_from(data_form_info[f].title),
		.media = data_form_media(f),
		.address = address(k, arena_printf(k->a, STR_FMT STR_FMT, STR_ARG(before),
		    STR_ARG(data_form_info[f].ending)), before.len > 0),
	};
}

/* When the newest figure of the city was recorded. */
static struct str
changed(const struct maker *k, int64_t indicator)
{
	const struct snapshot *sn = &k->ed->sn;
	struct series          s = stock_series(k->ed->stock, sn, indicator);
	int64_t                newest = 0;

	for (size_t i = 0; i < s.len; i++) {
		int64_t change = stock_change(k->ed->stock, indicator, &s.at[i]);

		if (change > newest)
			newest = change;
	}
	return newest > 0 ? snapshot_recorded(sn, newest).at : STR_NONE;
}

static void
add_forms(const struct maker *k, struct offer *o, int64_t indicator)
{
	struct str before = arena_printf(k->a, "/api/v1/indicators/" STR_FMT,
	    STR_ARG(o->is.id));

	o->form = ARENA_ARRAY(k->a, struct offer_form, DATA_FIRST_OF_ALL);
	for (size_t f = 0; f < DATA_FIRST_OF_ALL; f++)
		if (f != DATA_GEOJSON || stock_in_areas(k->ed->stock, &k->ed->sn, indicator))
			o->form[o->forms++] = form_of(k, (enum data_form)f, before);
}

static struct offer
offer_of(const struct maker *k, const struct noun_row *row)
{
	struct indicator_row is = indicator_list_row(k->a, k->ed, row);
	struct offer         o = {
		.is = is.indicator, .unit = is.unit, .theme = is.theme,
		.code = arena_printf(k->a, "indicator-" STR_FMT, STR_ARG(is.indicator.id)),
		.about = { row->text[INDICATOR_definition],
		           snapshot_text_en(&k->ed->sn, row->id, STR("definition")) },
		.landing = address(k, arena_printf(k->a, "/da/indicator/" STR_FMT,
		    STR_ARG(is.indicator.id)), false),
		.changed = changed(k, row->id),
	};

	add_forms(k, &o, row->id);
	return o;
}

static struct offer
whole(const struct maker *k, const char *code, struct named is, struct worded about,
      enum data_form from, enum data_form to)
{
	struct offer o = {
		.code = str_from(code), .is = is, .about = about,
		.landing = address(k, STR("/da/data"), false),
		.form = ARENA_ARRAY(k->a, struct offer_form, DATA_COUNT),
		.changed = snapshot_recorded(&k->ed->sn, k->ed->sn.known).at,
	};

	for (size_t f = from; f <= to; f++)
		o.form[o.forms++] = form_of(k, (enum data_form)f, STR_NONE);
	return o;
}

struct catalogue
catalogue_of(struct arena *a, const struct edition *ed, struct str site, catalogue_place *place)
{
	static const struct named  all = {
		.title = STR_INIT("Alle indikatorer"), .title_en = STR_INIT("All indicators"),
	}, package = {
		.title = STR_INIT("Hele registret"), .title_en = STR_INIT("The whole register"),
	};
	static const struct worded all_about = {
		STR_INIT("Alle målinger af alle indikatorer, med område, gruppe og periode."),
		STR_INIT("Every measurement of every indicator, with area, group and period."),
	}, package_about = {
		STR_INIT("Politikker, mål, indsatser, budget og målinger som pakke af CSV-filer."),
		STR_INIT("Policies, targets, initiatives, budget and measurements as a package of CSV files."),
	};
	const struct snapshot *sn = &ed->sn;
	struct maker           k = { a, ed, site, place };
	struct catalogue       m = {
		.site = site, .publisher = ed->authority, .contact = contact_of(sn),
		.changed = snapshot_recorded(sn, sn->known).at,
		.at = ARENA_ARRAY(a, struct offer, sn->len[NOUN_INDICATOR] + 2),
	};

	m.at[m.len++] = whole(&k, "indicators", all, all_about, DATA_ALL_JSONSTAT, DATA_ALL_IATI);
	m.at[m.len++] = whole(&k, "register", package, package_about, DATA_PACKAGE, DATA_PACKAGE);
	for (size_t i = 0; i < sn->len[NOUN_INDICATOR]; i++)
		m.at[m.len++] = offer_of(&k, &sn->row[NOUN_INDICATOR][i]);
	return m;
}

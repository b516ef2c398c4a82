#include "port/ical.h"
#include <libical/ical.h>

#define REFRESH "PT6H"                  /* how often programs should ask again */

static const char *
text(struct arena *a, struct str s)
{
	return str_dup(a, s).at;
}

static void
add_x(icalcomponent *c, const char *name, const char *value)
{
	icalproperty *p = icalproperty_new_x(value);

	icalproperty_set_x_name(p, name);
	icalcomponent_add_property(c, p);
}

static struct icaltimetype
date(const struct ical_day *d)
{
	struct icaltimetype t = icaltime_null_date();

	t.year = d->year;
	t.month = d->month;
	t.day = d->day;
	return t;
}

static icalcomponent *
event(struct arena *a, const struct ical_day *d, struct icaltimetype stamp)
{
	icalcomponent      *c = icalcomponent_new_vevent();
	struct icaltimetype start = date(d), end = start;

	icaltime_adjust(&end, 1, 0, 0, 0);
	icalcomponent_add_property(c, icalproperty_new_uid(text(a, d->uid)));
	icalcomponent_add_property(c, icalproperty_new_dtstamp(stamp));
	icalcomponent_add_property(c, icalproperty_new_dtstart(start));
	icalcomponent_add_property(c, icalproperty_new_dtend(end));
	icalcomponent_add_property(c, icalproperty_new_summary(text(a, d->summary)));
	if (d->description.len > 0)
		icalcomponent_add_property(c, icalproperty_new_description(text(a, d->description)));
	if (d->url.len > 0)
		icalcomponent_add_property(c, icalproperty_new_url(text(a, d->url)));
	icalcomponent_add_property(c, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	if (d->done)
		add_x(c, "X-PEJL-DONE", "TRUE");
	return c;
}

void
ical_write(struct buf *b, struct str name, int64_t now, const struct ical_day *at, size_t n)
{
	struct arena        a = { 0 };
	struct icaltimetype stamp = icaltime_from_timet_with_zone((time_t)now, 0,
	    icaltimezone_get_utc_timezone());
	icalcomponent      *all = icalcomponent_new_vcalendar();
	char               *written;

	icalcomponent_add_property(all, icalproperty_new_version("2.0"));
	icalcomponent_add_property(all, icalproperty_new_prodid("-//Pejl//Pejl " PEJL_VERSION "//DA"));
	icalcomponent_add_property(all, icalproperty_new_method(ICAL_METHOD_PUBLISH));
	add_x(all, "X-WR-CALNAME", text(&a, name));
	add_x(all, "X-PUBLISHED-TTL", REFRESH);
	for (size_t i = 0; i < n; i++)
		icalcomponent_add_component(all, event(&a, &at[i], stamp));
	written = icalcomponent_as_ical_string_r(all);
	buf_put(b, str_from(written));
	icalmemory_free_buffer(written);
	icalcomponent_free(all);
	arena_free(&a);
}

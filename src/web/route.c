#include "web/handlers.h"

const struct routes route_tables[] = {
	{ routes_core, ROUTES_CORE },
	{ routes_about, ROUTES_ABOUT },
	{ routes_ops, ROUTES_OPS },
	{ routes_barometer, ROUTES_BAROMETER },
	{ routes_opendata, ROUTES_OPENDATA },   /* "x.sdmx.csv" before "x.csv" */
	{ routes_indicator, ROUTES_INDICATOR },
	{ routes_document, ROUTES_DOCUMENT },
	{ routes_findings, ROUTES_FINDINGS },
	{ routes_search, ROUTES_SEARCH },
	{ routes_initiative, ROUTES_INITIATIVE },
	{ routes_economy, ROUTES_ECONOMY },
	{ routes_unit, ROUTES_UNIT },
	{ routes_objective, ROUTES_OBJECTIVE },
	{ routes_areas, ROUTES_AREAS },
	{ routes_comparison, ROUTES_COMPARISON },
	{ routes_paper, ROUTES_PAPER },
	{ routes_release, ROUTES_RELEASE },
	{ routes_wheel, ROUTES_WHEEL },
	{ routes_calendar, ROUTES_CALENDAR },
	{ routes_work_wheel, ROUTES_WORK_WHEEL },
	{ routes_work, ROUTES_WORK },
	{ routes_work_reports, ROUTES_WORK_REPORTS },
	{ routes_work_mail, ROUTES_WORK_MAIL },
	{ routes_subscribe, ROUTES_SUBSCRIBE },
	{ routes_work_inbox, ROUTES_WORK_INBOX },
	{ routes_work_sources, ROUTES_WORK_SOURCES },
	{ routes_work_findings, ROUTES_WORK_FINDINGS },
	{ routes_work_council, ROUTES_WORK_COUNCIL },
	{ routes_login, ROUTES_LOGIN },
	{ routes_sso, ROUTES_SSO },
	{ routes_account, ROUTES_ACCOUNT },
	{ routes_accounts, ROUTES_ACCOUNTS },
	{ routes_trail, ROUTES_TRAIL },
	{ routes_work_edit, ROUTES_WORK_EDIT },
	{ routes_work_measure, ROUTES_WORK_MEASURE },
	{ routes_work_forms, ROUTES_WORK_FORMS },
	{ routes_api, ROUTES_API },             /* of any kind: behind those of their own */
	{ NULL, 0 },
};

/* The first segment of `rest`, with what follows it left there from its '/' on. */
static struct str
cut_segment(struct str *rest)
{
	size_t     end = str_find(*rest, STR("/"), 0);
	struct str segment;

	if (end == SIZE_MAX)
		end = rest->len;
	segment = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end, rest->len);
	return segment;
}

/* Does `segment` fit ":id" with the ending that may stand behind it? */
static bool
take_id(struct str wanted, struct str segment, struct route_match *m)
{
	struct str ending = str_slice(wanted, 3, wanted.len);

	if (segment.len <= ending.len || !str_ends(segment, ending))
		return false;
	m->id = str_slice(segment, 0, segment.len - ending.len);
	return ending.len > 0 || str_find(m->id, STR("."), 0) == SIZE_MAX;
}

static bool
take_segment(struct str wanted, struct str segment, struct route_match *m)
{
	if (str_eq(wanted, STR(":any")))
		return segment.len > 0;
	if (str_starts(wanted, STR(":id")))
		return take_id(wanted, segment, m);
	if (str_eq(wanted, STR(":kind"))) {
		m->kind = segment;
		return segment.len > 0;
	}
	if (str_eq(wanted, STR(":lang")))
		return m->lang.len > 0 && str_eq(m->lang, segment);
	return str_eq(wanted, segment);
}

static bool
fits(struct str pattern, struct str path, struct route_match *m)
{
	while (pattern.len > 0 && path.len > 0) {
		if (pattern.at[0] != '/' || path.at[0] != '/')
			return false;
		pattern = str_slice(pattern, 1, pattern.len);
		path = str_slice(path, 1, path.len);
		if (!take_segment(cut_segment(&pattern), cut_segment(&path), m))
			return false;
	}
	return pattern.len == 0 && path.len == 0;
}

/* What stands behind "/da/". */
static struct str
behind_language(struct str path, struct str lang)
{
	return str_slice(path, lang.len + 2, path.len);
}

/* Nearly all that do not fit differ in the first letter behind the language. */
static bool
begins_alike(struct str pattern, struct str path, struct str lang)
{
	size_t p = 1, at = 1;

	if (str_starts(pattern, STR("/:lang/"))) {
		p = sizeof "/:lang/" - 1;
		at = lang.len + 2;
	}
	return pattern.len <= p || path.len <= at || pattern.at[p] == ':' || pattern.at[p] == path.at[at];
}

struct route_match
route_find(struct str path, enum method method)
{
	struct route_match none = { .route = NULL }, other = none;
	struct str         rest = str_slice(path, 1, path.len), code = cut_segment(&rest);
	struct lang        l;

	if (lang_find(code, &l)) {
		none.lang = code;
		none.rest = behind_language(path, code);
	}
	for (const struct routes *t = route_tables; t->at != NULL; t++) {
		for (size_t i = 0; i < t->len; i++) {
			struct route_match m = none;

			m.route = &t->at[i];
			if (other.route != NULL && m.route->method != method)
				continue;
			if (!begins_alike(m.route->path, path, none.lang) || !fits(m.route->path, path, &m))
				continue;
			if (m.route->method == method)
				return m;
			other = m;
		}
	}
	return other.route != NULL ? other : none;
}

bool
route_has(struct str path, enum method method)
{
	struct route_match m = route_find(path, method);

	return m.route != NULL && m.route->method == method;
}

size_t
route_index(const struct route *r)
{
	size_t before = 0;

	for (const struct routes *t = route_tables; t->at != NULL; t++) {
		if (r >= t->at && r < t->at + t->len)
			return before + (size_t)(r - t->at);
		before += t->len;
	}
	return before;
}

const struct route *
route_at(size_t index)
{
	for (const struct routes *t = route_tables; t->at != NULL; t++) {
		if (index < t->len)
			return &t->at[index];
		index -= t->len;
	}
	return NULL;
}

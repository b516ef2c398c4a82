#include "model/report_view.h"
#include "base/codes.h"

static const struct {
	struct str code, da, en;
} kinds[] = {
#define X(id, code, da, en, noun) { STR_INIT(code), STR_INIT(da), STR_INIT(en) },
	REPORT_KINDS(X)
#undef X
};

struct str
report_kind_code(enum report_kind k)
{
	return kinds[k].code;
}

struct str
report_kind_title(enum report_kind k, bool danish)
{
	return danish ? kinds[k].da : kinds[k].en;
}

bool
report_kind_from_code(struct str code, enum report_kind *ret)
{
	return CODE_READ(kinds, kinds->code, code, ret);
}

static const struct {
	struct str code;
	bool       by_committee;
} places[] = {
#define X(id, code, title, by_committee) { STR_INIT(code), by_committee },
	REPORT_PLACES(X)
#undef X
};

struct str
report_place_code(enum report_place p)
{
	return places[p].code;
}

bool
report_place_by_committee(enum report_place p)
{
	return places[p].by_committee;
}

bool
report_place_stands_in(enum report_place p, enum report_kind k)
{
	switch (p) {
	case REPORT_PLACE_SUMMARY:
	case REPORT_PLACE_METHOD:
		return true;
	case REPORT_PLACE_COMMITTEE:
		return k == REPORT_STATUS || k == REPORT_GOALS || k == REPORT_INDICATORS || k == REPORT_ACTIONS ||
		    k == REPORT_FORMS;
	case REPORT_PLACE_CHALLENGES:
	case REPORT_PLACE_OUTLOOK:
		return k == REPORT_STATUS;
	case REPORT_PLACE_ECONOMY:
		return k == REPORT_STATUS || k == REPORT_ECONOMY;
	case REPORT_PLACE_COUNT:
		break;
	}
	return false;
}

bool
report_place_from_code(struct str code, enum report_place *ret)
{
	return CODE_READ(places, places->code, code, ret);
}

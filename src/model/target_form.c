#include "model/target_form.h"

#define B(column) (UINT32_C(1) << TARGET_##column)

/* Of a period the column of its beginning. */
#define PLACE    (B(title) | B(lang) | B(objective) | B(initiative) | B(indicator) | B(kind) | B(mandate))
#define CHECKED  (PLACE | B(area))
#define BASELINE B(baseline_from)
#define DEADLINE B(deadline_from)
#define PRINTED  (B(printed) | B(printed_as))
#define WANTED   (B(title) | B(kind) | B(indicator))

static const struct target_form forms[TARGET_KIND_COUNT] = {
	[TARGET_LEVEL] = {
		N_("A level"), N_("A figure is to be at least, at most or exactly something."),
		N_("At least 80 per cent are satisfied, in each service point."),
		CHECKED | B(grp) | B(relation) | B(value) | B(keep) | B(scope) | BASELINE | DEADLINE,
		WANTED | B(relation) | B(value),
	},
	[TARGET_CHANGE] = {
		N_("A change"), N_("A figure is to rise or fall by so much from its baseline."),
		N_("10 percentage points more in work by 2010 than in spring 2007."),
		CHECKED | B(grp) | B(value) | B(percent) | B(scope) | BASELINE | DEADLINE | PRINTED,
		WANTED | B(value),
	},
	[TARGET_DIRECTION] = {
		N_("A direction"), N_("A figure is to rise, to fall or to stay, without saying by how much."),
		N_("The share of women in work is to rise."),
		CHECKED | B(grp) | B(direction) | B(scope) | BASELINE | DEADLINE,
		WANTED | B(direction),
	},
	[TARGET_RATE] = {
		N_("A rate"), N_("A figure is to rise or fall by so much every year."),
		N_("2 percentage points more every year."),
		CHECKED | B(grp) | B(value) | B(percent) | BASELINE | DEADLINE,
		WANTED | B(value),
	},
	[TARGET_GAP] = {
		N_("A gap"), N_("The difference between two groups is to close, or to become smaller."),
		N_("The gap of 6 percentage points in inclusion is to be closed."),
		CHECKED | B(grp) | B(other) | B(relation) | B(value) | B(direction) | B(keep) |
		BASELINE | DEADLINE,
		WANTED,
	},
	[TARGET_BENCHMARK] = {
		N_("A benchmark"), N_("A figure is to be at or below, or at or above, that of other cities."),
		N_("No more young people are charged than on average in the four largest cities."),
		CHECKED | B(grp) | B(comparator) | B(relation) | DEADLINE,
		WANTED | B(comparator) | B(relation),
	},
	[TARGET_COUNT] = {
		N_("A count"), N_("So many are to be counted within a period, or in each year of it."),
		N_("100 clarifications in 2009."),
		CHECKED | B(grp) | B(value) | B(scope) | B(window_from) | DEADLINE,
		WANTED | B(value),
	},
	[TARGET_SET] = {
		N_("A set"), N_("Nothing new is to come into a set, or something is to leave it."),
		N_("No new vulnerable housing areas."),
		CHECKED | B(grp) | B(direction) | BASELINE | DEADLINE,
		WANTED | B(direction),
	},
	[TARGET_MILESTONE] = {
		N_("A milestone"), N_("Something is to be done by a date, with evidence."),
		N_("The material is in use before the end of 2011."),
		CHECKED | DEADLINE,
		WANTED | DEADLINE,
	},
	[TARGET_PARITY] = {
		N_("An equal change"), N_("A figure is to change at least as much for one group as for another."),
		N_("Homelessness is to fall as much for one group as for the other."),
		CHECKED | B(grp) | B(other) | B(direction) | BASELINE | DEADLINE,
		WANTED | B(grp) | B(other) | B(direction),
	},
	[TARGET_UNDEFINED] = {
		N_("Nothing that can be checked"),
		N_("The decision says nothing that a figure could show. That is told to the reader."),
		N_("Indicator: “??????”"),
		PLACE, B(title) | B(kind),
	},
};

struct target_form
target_form(enum target_kind k)
{
	return forms[k];
}

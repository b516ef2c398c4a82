#include "view/chart_map.h"

/* Copenhagen's ten districts since 2006 as a reader of a map finds them: Bispebjerg
 * and Østerbro to the north, Valby and Amager to the south. */
static const struct {
	struct str title;
	uint8_t    column, row;
} places[] = {
	{ STR_INIT("Brønshøj-Husum"), 0, 0 },
	{ STR_INIT("Bispebjerg"), 1, 0 },
	{ STR_INIT("Østerbro"), 2, 0 },
	{ STR_INIT("Vanløse"), 0, 1 },
	{ STR_INIT("Nørrebro"), 1, 1 },
	{ STR_INIT("Indre By"), 2, 1 },
	{ STR_INIT("Valby"), 0, 2 },
	{ STR_INIT("Vesterbro-Kongens Enghave"), 1, 2 },
	{ STR_INIT("Amager Vest"), 2, 2 },
	{ STR_INIT("Amager Øst"), 3, 2 },
};

bool
chart_tile_place(struct str title, uint8_t *column, uint8_t *row)
{
	for (size_t i = 0; i < COUNT_OF(places); i++) {
		if (!str_eq(places[i].title, title))
			continue;
		*column = places[i].column;
		*row = places[i].row;
		return true;
	}
	return false;
}

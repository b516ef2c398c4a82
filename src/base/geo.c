#include "base/geo.h"

#define DEGREE 1000000

struct str
geo_text(const struct geo_area *area, struct str key)
{
	for (size_t i = 0; i < area->properties; i++)
		if (str_eq(area->property[i].key, key))
			return area->property[i].text;
	return STR_NONE;
}

static void
box_add(struct geo_box *b, struct geo_point p, bool first)
{
	b->west = first || p.lon < b->west ? p.lon : b->west;
	b->east = first || p.lon > b->east ? p.lon : b->east;
	b->south = first || p.lat < b->south ? p.lat : b->south;
	b->north = first || p.lat > b->north ? p.lat : b->north;
}

bool
geo_box_of(const struct geo_shape *const *shape, size_t n, struct geo_box *ret)
{
	struct geo_box b = { 0 };
	bool           any = false;

	for (size_t s = 0; s < n; s++)
		for (size_t r = 0; r < shape[s]->len; r++)
			for (size_t i = 0; i < shape[s]->at[r].len; i++) {
				box_add(&b, shape[s]->at[r].at[i], !any);
				any = true;
			}
	if (any)
		*ret = b;
	return any;
}

/* Of whole degrees. */
static const int32_t cosine[91] = {
	1000000, 999848, 999391, 998630, 997564, 996195, 994522, 992546, 990268, 987688,
	984808, 981627, 978148, 974370, 970296, 965926, 961262, 956305, 951057, 945519,
	939693, 933580, 927184, 920505, 913545, 906308, 898794, 891007, 882948, 874620,
	866025, 857167, 848048, 838671, 829038, 819152, 809017, 798636, 788011, 777146,
	766044, 754710, 743145, 731354, 719340, 707107, 694658, 681998, 669131, 656059,
	642788, 629320, 615661, 601815, 587785, 573576, 559193, 544639, 529919, 515038,
	500000, 484810, 469472, 453990, 438371, 422618, 406737, 390731, 374607, 358368,
	342020, 325568, 309017, 292372, 275637, 258819, 241922, 224951, 207912, 190809,
	173648, 156434, 139173, 121869, 104528, 87156, 69756, 52336, 34899, 17452,
	0,
};

int64_t
geo_cos(int64_t angle)
{
	int64_t turn = angle % (360 * (int64_t)DEGREE), degree, rest, a, b;
	bool    minus;

	turn = turn < 0 ? -turn : turn;
	turn = turn > 180 * (int64_t)DEGREE ? 360 * (int64_t)DEGREE - turn : turn;
	minus = turn > 90 * (int64_t)DEGREE;
	turn = minus ? 180 * (int64_t)DEGREE - turn : turn;
	degree = turn / DEGREE;
	rest = turn % DEGREE;
	a = cosine[degree];
	b = degree < 90 ? cosine[degree + 1] : a;
	a -= ((a - b) * rest + DEGREE / 2) / DEGREE;
	return minus ? -a : a;
}

#include "model/indicator_view.h"

void
observation_write(struct buf *b, const struct observation *o, enum unit u, bool danish)
{
	bool unknown = !o->value.has_point && !o->value.range.low.exists &&
	    !o->value.range.high.exists;

	if (o->withheld == WITHHELD_SMALL && u == UNIT_PERSONS)
		BUF_LIT(b, "< 5");
	else if (o->withheld)
		buf_put(b, danish ? STR("tilbageholdt") : STR("withheld"));
	else if (o->missing != MISSING_NONE)
		buf_put(b, missing_symbol(o->missing));
	else if (unknown)
		BUF_LIT(b, "?");
	else
		quantity_write(b, o->value, u, danish ? NOTATION_DA : NOTATION_EN);
}

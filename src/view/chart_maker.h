/* chart_maker.h - measurements in the words of chart.h: what every chart of figures is
 * made of. What is withheld is a gap with a word.
 *
 * Texts are in `a` or borrowed from the model.
 */
#ifndef VIEW_CHART_MAKER_H
#define VIEW_CHART_MAKER_H

#include "model/indicator_view.h"
#include "view/chart.h"

struct chart_maker {
	struct arena      *a;
	const struct lang *l;
	enum unit          unit;        /* of the figures */
	bool               danish;
	int32_t            as_of;
};

struct chart_maker  chart_maker_for(struct arena *a, const struct lang *l, enum unit u,
                                    int32_t as_of);
enum notation       chart_maker_notation(const struct chart_maker *k);
/* A title with its language where it is not the reader's. */
struct chart_words  chart_maker_words(const struct chart_maker *k, const struct named *n);
/* "59,90", with `unit` "59,90 pct." */
struct str          chart_maker_figure(const struct chart_maker *k, struct quantity q, bool unit);
struct str          chart_maker_day(const struct chart_maker *k, int32_t day);
/* A figure with what must be said of it ("preliminary"), or with why there is none. */
struct chart_point  chart_maker_point(const struct chart_maker *k, const struct observation *o);
struct chart_series chart_maker_series(const struct chart_maker *k, struct series s,
                                       struct chart_words name, enum chart_role role);

#endif

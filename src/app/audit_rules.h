/* audit_rules.h - what the rules over the register share; internal to
 * app/audit_*.c. Each rule is one function over an open walk. */
#ifndef APP_AUDIT_RULES_H
#define APP_AUDIT_RULES_H

#include "app/audit_register.h"

struct audit_walk {
	struct arena             *arena;
	const struct audit_input *in;
	struct audit_report       report;       /* grows */
	size_t                    finding_cap, held_cap;
};

#define REGISTER_RULES(X)                                                         \
	X(derived) X(conflicts) X(missing_targets) X(unmeasurable) X(breaks)      \
	X(missing_indicators) X(refunds) X(overdue) X(members)

#define X(name) void register_##name(struct audit_walk *w);
REGISTER_RULES(X)
#undef X

/* A finding or a claim that holds about a row: place, quote and severity are
 * filled in. An error counts as a claim that fails. */
void walk_finds(struct audit_walk *w, const struct noun_row *row, struct finding f);
void walk_holds(struct audit_walk *w, const struct noun_row *row, enum audit_code code,
                struct str da, struct str en);

/* The row of a judged target. */
const struct noun_row *walk_target(const struct audit_walk *w, const struct barometer_row *r);

/* "-10 procentpoint", "2 mio."; in the reader's language, in the arena. */
struct str walk_quantity(struct audit_walk *w, struct quantity q, enum unit u, bool danish);
struct str walk_number(struct audit_walk *w, struct number n, bool danish);

/* What a promised amount counts in: a share changes by points, or by per cent. */
enum unit walk_unit(const struct barometer_row *r);

#endif

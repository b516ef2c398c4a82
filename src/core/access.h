/* access.h - who may do what: roles, what each of them grants, and where.
 *
 * A grant is a role, for one unit or all, in one policy or all. It covers a thing of
 * a unit when its own unit is that unit or stands above it: an administration's
 * approver covers its departments, a committee's its administrations. Nothing is
 * allowed that a row does not allow. Which address wants which right is a column of
 * the route table (web/route.h); what is done asks here again, in app/.
 *
 * An administrator has accounts and settings and no content, so that the keys to the
 * house do not open the drawers.
 */
#ifndef CORE_ACCESS_H
#define CORE_ACCESS_H

#include "base/str.h"

/* id, code, Danish, English, wants a second factor at login */
#define ROLES(X)                                                                          \
	X(READER, "reader", "læser", "reader", false)                                     \
	X(CONTRIBUTOR, "contributor", "bidragyder", "contributor", false)                 \
	X(UNIT_APPROVER, "unit_approver", "godkender i forvaltningen",                    \
	  "approver of the administration", true)                                         \
	X(COMMITTEE_APPROVER, "committee_approver", "godkender for udvalget",             \
	  "approver of the committee", true)                                              \
	X(EDITOR, "editor", "redaktør", "editor", false)                                  \
	X(PUBLISHER, "publisher", "udgiver", "publisher", true)                           \
	X(ADMINISTRATOR, "administrator", "administrator", "administrator", true)

enum role {
#define X(id, code, da, en, second) ROLE_##id,
	ROLES(X)
#undef X
	ROLE_COUNT
};

#define ROLE_BIT(id) (UINT32_C(1) << ROLE_##id)
#define ROLES_OF_CONTENT (ROLE_BIT(READER) | ROLE_BIT(CONTRIBUTOR) | ROLE_BIT(UNIT_APPROVER) | \
	ROLE_BIT(COMMITTEE_APPROVER) | ROLE_BIT(EDITOR) | ROLE_BIT(PUBLISHER))

/* id, the roles that have it, what it is */
#define RIGHTS(X)                                                                         \
	X(READ, ROLES_OF_CONTENT, "reads drafts and what is owed")                        \
	X(FILL, ROLE_BIT(CONTRIBUTOR) | ROLE_BIT(EDITOR),                                 \
	  "fills in status forms, answers and tasks of the unit")                         \
	X(MEASURE, ROLE_BIT(CONTRIBUTOR) | ROLE_BIT(EDITOR), "records measurements")      \
	X(APPROVE_UNIT, ROLE_BIT(UNIT_APPROVER), "approves for the administration")       \
	X(APPROVE_COMMITTEE, ROLE_BIT(COMMITTEE_APPROVER), "approves for the committee")  \
	X(EDIT, ROLE_BIT(EDITOR), "makes and changes policies, indicators, targets")      \
	X(IMPORT, ROLE_BIT(EDITOR), "takes papers in and decides on their proposals")     \
	X(REMIND, ROLE_BIT(EDITOR), "sees what all owe, reminds, extends")                \
	X(PUBLISH, ROLE_BIT(PUBLISHER), "lays before the council, publishes")             \
	X(MANAGE, ROLE_BIT(ADMINISTRATOR), "accounts and settings")                       \
	X(TRAIL, ROLE_BIT(ADMINISTRATOR), "reads who did what")

enum right {
#define X(id, roles, what) RIGHT_##id,
	RIGHTS(X)
#undef X
	RIGHT_COUNT
};

struct grant {
	enum role role;
	int64_t   unit, policy;         /* things; 0: all of them */
	int64_t   instead_of;           /* account that she stands in for; 0: it is her own */
};

#define GRANTS_MAX 24                   /* of one person, stand-ins included */

struct actor {                          /* a person who is logged in */
	int64_t      account;
	struct str   name, title, mail; /* to log in with; as people call her */
	struct str   lang;              /* code of what she reads; empty: as the page */
	struct grant grant[GRANTS_MAX];
	size_t       grants;
};

struct str role_code(enum role r);
struct str role_title(enum role r, bool danish);
bool       role_wants_second_factor(enum role r);
MUST_CHECK bool role_from_code(struct str code, enum role *ret);

/* Somewhere. `who` NULL: nobody. */
bool access_has(const struct actor *who, enum right r);

/* For a thing of `units`, its own unit first and then those above it up to the root
 * (none: a thing that belongs to no unit), in `policy` (0: of none). */
bool access_may(const struct actor *who, enum right r, const int64_t *units, size_t len,
                int64_t policy);

#endif

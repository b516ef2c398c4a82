/* account_view.h - accounts as the one who manages them sees them. */
#ifndef MODEL_ACCOUNT_VIEW_H
#define MODEL_ACCOUNT_VIEW_H

#include "core/access.h"
#include "model/barometer.h"

struct grant_view {
	enum role    role;
	struct named unit, policy;      /* without an id: all */
};

struct stand_in_view {                  /* `instead_of` is stood in for */
	int64_t    account;
	struct str name, title;
	int32_t    starts, ends;        /* half open */
};

struct account_view {
	int64_t    id, version;
	struct str name, title, mail, lang;
	bool       has_password, has_factor, vouched, disabled, demo;
	struct grant_view    grant[GRANTS_MAX];
	size_t               grants;
	struct stand_in_view stand_in[GRANTS_MAX];      /* for whom she stands in */
	size_t               stand_ins;
};

struct accounts_view {
	struct account_view *at;
	size_t               len, cap;
};

const struct account_view *account_of(const struct accounts_view *v, int64_t id);

struct accounts_shown {                 /* a page of them */
	struct accounts_view       all;
	const struct account_view *of;          /* that is shown; NULL: the list */
	const struct named        *unit, *policy;       /* that can be chosen */
	size_t                     units, policies;
	struct str                 link;        /* that was just made, shown this once */
};

/* Other ways in than a password, where there are any. */
struct login_ways {
	struct str title;               /* who vouches: "Ærø Kommunes login" */
	bool       provider, gateway;
};

/* A second factor is drawn for her phone. */
struct factor_view {
	struct str secret, link;        /* base32; otpauth://... */
	struct str square;              /* side * side letters, '1' dark; may be empty */
	size_t     side;
};

#endif

/* phrase.h - every figure, amount, period and missing value in a running text.
 *
 * Finds, never guesses: what is a case or decision number, a paragraph, a
 * postcode or an address is left out ("Sagsnr. 2010-72953", "BR 395/2006",
 * "§ 110", "1592 København V"). Numerals in words count ("ti procentpoint",
 * "halvdelen", "en tredjedel", "tre"). (domain.md, 2: Numbers)
 *
 * Decided here, where the domain is silent:
 * - "mio." and "mia." say kroner by themselves, "millioner" needs "kr."; other
 *   currencies are left out. Amounts printed to the øre are exact.
 * - A fraction in words is a percentage; what is no exact tenth, such as a third,
 *   has no point (quantity.h). "halvdelen" is as precise as "50 pct.".
 * - "op mod", "næsten" are read as "knap". "fra 50 til 60 pct." is a change: two
 *   percentages; "5 til 10 pct.", "mellem 5 og 10" are ranges.
 * - "Tema 2", "punkt 3.2 og 3.3", "uge 42", "den 3. indsats", "450-timersreglen",
 *   "2.1 Status", "1) ..." and "14:30" name or number a thing; "3-årig" counts.
 * - "i alt", "om året" belong to the reading's text when they stand next to it; "30
 *   stillinger om året", "Engangstilskud på 1 mio. kr." recur without.
 */
#ifndef CORE_PHRASE_H
#define CORE_PHRASE_H

#include "base/diag.h"
#include "core/money.h"
#include "core/period.h"

enum reading_type { READING_NUMBER, READING_PERCENT, READING_MONEY, READING_PERIOD,
                    READING_MISSING };

/* Why a value is missing, with the symbol that says so. `-` is nil (zero) in an
 * amount column and not a missing value there. */
#define MISSINGS(X)                                                                  \
	X(NONE,           "",               "",    "",                  "")           \
	X(NOT_APPLICABLE, "not_applicable", "./.", "ikke relevant",     "not applicable") \
	X(NOT_STATED,     "not_stated",     "?",   "ikke oplyst",       "not stated") \
	X(CONFIDENTIAL,   "confidential",   "..",  "fortroligt eller for usikkert", "confidential or too uncertain") \
	X(NOT_AVAILABLE,  "not_available",  "…",   "foreligger ikke",   "not available") \
	X(NIL,            "nil",            "-",   "nul",               "nil")

enum missing {
#define X(id, code, symbol, da, en) MISSING_##id,
	MISSINGS(X)
#undef X
	MISSING_COUNT
};

struct str missing_code(enum missing m);
struct str missing_symbol(enum missing m);
struct str missing_word(enum missing m, bool danish);   /* "ikke oplyst" */
MUST_CHECK bool missing_from_code(struct str code, enum missing *ret);

/* A cell that says that there is no value: "-", "./.", "?", "??????", "", "..", "…",
 * "Ingen" (not stated, as the whole of a cell). NONE: the cell says something. */
enum missing missing_of_cell(struct str cell);

struct reading {
	enum reading_type type;
	size_t            at, end;      /* bytes of the text, qualifier and unit included */
	struct quantity   quantity;     /* NUMBER and PERCENT; MONEY: kroner */
	enum unit         unit;         /* PERCENT: PERCENT or POINT; MONEY: KRONER */
	struct money      money;        /* MONEY */
	enum recurrence   recurrence;   /* "om året", "årligt", "pr. uge", "i alt" */
	struct period     period;       /* PERIOD */
	enum missing      missing;      /* MISSING */
};

struct readings {
	struct reading *at;
	size_t          len;
};

/* In text order and apart, in `a`; a text that is one missing value gives that, and
 * an empty one "not stated". What is there but cannot be read (ambiguous without a
 * notation, too large, a date that does not exist) is a diag, of the file "text", with
 * its line and column; `d` may be NULL. The notation is a hint at the language of
 * numerals too. `text` is valid UTF-8. */
struct readings phrase_read(struct arena *a, struct str text, enum notation, struct diags *d);

#endif

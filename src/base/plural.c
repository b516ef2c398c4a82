#include "base/plural.h"

#define DEPTH_MAX 40            /* parentheses, negations and branches inside each other */
#define NUMBER_MAX (UINT64_MAX / 10 - 9)

/* What a part of the rule is worth. A division by zero counts only where its value
 * is asked for, as in C. */
struct value {
	uint64_t is;
	bool     known;
};

struct parser {
	struct str rest;
	uint64_t   n;
	int        depth;
	bool       failed;
};

enum operator {
	OR, AND, EQUAL, UNEQUAL, AT_MOST, AT_LEAST, LESS, MORE, PLUS, MINUS, TIMES, OVER, MODULO
};

/* Longer signs before those that they begin with; a higher `binds` goes first. */
static const struct {
	struct str    sign;
	enum operator is;
	int           binds;
} operators[] = {
	{ STR_INIT("||"), OR, 1 }, { STR_INIT("&&"), AND, 2 }, { STR_INIT("=="), EQUAL, 3 },
	{ STR_INIT("!="), UNEQUAL, 3 }, { STR_INIT("<="), AT_MOST, 4 },
	{ STR_INIT(">="), AT_LEAST, 4 }, { STR_INIT("<"), LESS, 4 }, { STR_INIT(">"), MORE, 4 },
	{ STR_INIT("+"), PLUS, 5 }, { STR_INIT("-"), MINUS, 5 }, { STR_INIT("*"), TIMES, 6 },
	{ STR_INIT("/"), OVER, 6 }, { STR_INIT("%"), MODULO, 6 },
};

#define BINDS_MOST 7

static struct value choice(struct parser *p);

static struct value
fail(struct parser *p)
{
	p->failed = true;
	p->rest = STR_NONE;
	return (struct value){ 0 };
}

static bool
take(struct parser *p, struct str sign)
{
	p->rest = str_trim(p->rest);
	if (!str_starts(p->rest, sign))
		return false;
	p->rest = str_slice(p->rest, sign.len, p->rest.len);
	return true;
}

static bool
at_digit(const struct parser *p)
{
	return p->rest.len > 0 && p->rest.at[0] >= '0' && p->rest.at[0] <= '9';
}

static struct value
number(struct parser *p)
{
	uint64_t is = 0;

	if (!at_digit(p))
		return fail(p);
	while (at_digit(p)) {
		if (is > NUMBER_MAX)
			return fail(p);
		is = is * 10 + (uint64_t)(p->rest.at[0] - '0');
		p->rest = str_slice(p->rest, 1, p->rest.len);
	}
	return (struct value){ is, true };
}

static struct value
operand(struct parser *p)
{
	struct value v;

	if (p->depth == DEPTH_MAX)
		return fail(p);
	p->depth++;
	if (take(p, STR("!"))) {
		v = operand(p);
		v.is = v.is == 0;
	} else if (take(p, STR("("))) {
		v = choice(p);
		if (!take(p, STR(")")))
			v = fail(p);
	} else if (take(p, STR("n"))) {
		v = (struct value){ p->n, true };
	} else {
		v = number(p);
	}
	p->depth--;
	return v;
}

static struct value
apply(enum operator op, uint64_t a, uint64_t b)
{
	switch (op) {
	case OR:       return (struct value){ a || b, true };
	case AND:      return (struct value){ a && b, true };
	case EQUAL:    return (struct value){ a == b, true };
	case UNEQUAL:  return (struct value){ a != b, true };
	case AT_MOST:  return (struct value){ a <= b, true };
	case AT_LEAST: return (struct value){ a >= b, true };
	case LESS:     return (struct value){ a < b, true };
	case MORE:     return (struct value){ a > b, true };
	case PLUS:     return (struct value){ a + b, true };
	case MINUS:    return (struct value){ a - b, true };
	case TIMES:    return (struct value){ a * b, true };
	case OVER:     return (struct value){ b == 0 ? 0 : a / b, b != 0 };
	case MODULO:   return (struct value){ b == 0 ? 0 : a % b, b != 0 };
	}
	return (struct value){ 0 };
}

static struct value
combine(enum operator op, struct value a, struct value b)
{
	struct value v;

	if (!a.known)
		return a;
	if (op == OR && a.is != 0)
		return (struct value){ 1, true };
	if (op == AND && a.is == 0)
		return a;
	v = apply(op, a.is, b.is);
	v.known = v.known && b.known;
	return v;
}

/* The operator that comes next, when it binds at least so much; COUNT_OF: none. */
static size_t
take_operator(struct parser *p, int binds)
{
	for (size_t i = 0; i < COUNT_OF(operators); i++) {
		struct str rest = p->rest = str_trim(p->rest);

		if (!take(p, operators[i].sign))
			continue;
		if (operators[i].binds >= binds)
			return i;
		p->rest = rest;
		return COUNT_OF(operators);
	}
	return COUNT_OF(operators);
}

/* All operators here group from left to right. */
static struct value
chain(struct parser *p, int binds)
{
	struct value left;
	size_t       at;

	if (binds == BINDS_MOST)
		return operand(p);
	left = chain(p, binds + 1);
	while ((at = take_operator(p, binds)) < COUNT_OF(operators))
		left = combine(operators[at].is, left, chain(p, binds + 1));
	return left;
}

static struct value
choice(struct parser *p)
{
	struct value asked, yes, no;

	if (p->depth == DEPTH_MAX)
		return fail(p);
	p->depth++;
	asked = chain(p, 1);
	if (take(p, STR("?"))) {
		yes = choice(p);
		no = take(p, STR(":")) ? choice(p) : fail(p);
		if (asked.known)
			asked = asked.is != 0 ? yes : no;
	}
	p->depth--;
	return asked;
}

bool
plural_form(struct str rule, uint64_t n, uint64_t *ret)
{
	struct parser p = { .rest = rule, .n = n };
	struct value  v = choice(&p);

	if (p.failed || !v.known || str_trim(p.rest).len > 0)
		return false;
	*ret = v.is;
	return true;
}

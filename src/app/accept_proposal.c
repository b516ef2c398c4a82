#include "app/accept.h"

bool
accept_comes_last(const struct proposal *p)
{
	return p->kind == PROPOSAL_PROGNOSIS ||
	    (p->kind == PROPOSAL_BUDGET_LINE && proposal_field(p, FIELD_COUNTED_IN) != NULL);
}

enum noun
accept_merges(enum proposal_kind kind)
{
	switch (kind) {
	case PROPOSAL_STATUS_FORM:
	case PROPOSAL_ACTION:
		return NOUN_INITIATIVE;
	case PROPOSAL_BUDGET_LINE:
		return NOUN_BUDGET_LINE;
	case PROPOSAL_AGREEMENT_PROJECT:
		return NOUN_PROJECT;
	case PROPOSAL_INDICATOR:
	case PROPOSAL_RESULT_GOAL:
	case PROPOSAL_GOAL_STATUS:
	case PROPOSAL_CLAIM:
	case PROPOSAL_PRINTED_TOTAL:
	case PROPOSAL_PROGNOSIS:
	case PROPOSAL_KIND_COUNT:
		break;
	}
	return NOUN_NONE;
}

bool
accept_proposal(struct accept *x, const struct proposal *p, int64_t *ret)
{
	switch (p->kind) {
	case PROPOSAL_STATUS_FORM:
		return accept_status_form(x, p, ret);
	case PROPOSAL_INDICATOR:
		return accept_indicator(x, p, ret);
	case PROPOSAL_RESULT_GOAL:
		return accept_result_goal(x, p, ret);
	case PROPOSAL_ACTION:
		return accept_action(x, p, ret);
	case PROPOSAL_BUDGET_LINE:
		return accept_budget_line(x, p, ret);
	case PROPOSAL_PRINTED_TOTAL:
		return accept_printed_total(x, p, ret);
	case PROPOSAL_AGREEMENT_PROJECT:
		return accept_project(x, p, ret);
	case PROPOSAL_GOAL_STATUS:
		return accept_goal_status(x, p, ret);
	case PROPOSAL_PROGNOSIS:
		return accept_prognosis(x, p, ret);
	case PROPOSAL_CLAIM:
	case PROPOSAL_KIND_COUNT:
		break;
	}
	*ret = 0;
	return true;
}

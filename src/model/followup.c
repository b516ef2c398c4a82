#include "model/followup.h"

bool
followup_is_settled(enum followup_state s)
{
	switch (s) {
	case FOLLOWUP_KEPT:
	case FOLLOWUP_GIVEN_UP:
		return true;
	case FOLLOWUP_LATE:
	case FOLLOWUP_DROPPED:
	case FOLLOWUP_COMING:
	case FOLLOWUP_STATE_COUNT:
		break;
	}
	return false;
}

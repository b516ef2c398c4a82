#include "model/contact.h"

bool
contact_is_web(struct str address)
{
	return str_starts(address, STR("https://")) || str_starts(address, STR("http://"));
}

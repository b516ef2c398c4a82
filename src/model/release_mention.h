/* release_mention.h - in which reports that were laid before the council a thing stands.
 * Filled by app/releases. */
#ifndef MODEL_RELEASE_MENTION_H
#define MODEL_RELEASE_MENTION_H

#include "model/barometer.h"

struct release_mentions {
	struct named *at;               /* releases, newest first; not those that were corrected */
	size_t        len;
};

#endif

/* parts.h - where files go that are written one after another into one.
 *
 * Who writes them knows their names and bytes; who takes them, what they are packed in.
 */
#ifndef BASE_PARTS_H
#define BASE_PARTS_H

#include "base/str.h"

struct parts {
	void (*begin)(void *with, struct str name);     /* the next file */
	void (*more)(void *with, struct str bytes);     /* of the file that was begun */
	void  *with;
};

#endif

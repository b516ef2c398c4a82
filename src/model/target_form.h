/* target_form.h - what is asked of somebody who writes a target: the kinds as sentences
 * with an example, and for each kind the columns that it uses. (core/target.h says
 * which members count.)
 */
#ifndef MODEL_TARGET_FORM_H
#define MODEL_TARGET_FORM_H

#include "core/target.h"
#include "model/column.h"

struct target_form {
	const char *title, *sentence, *example; /* say() them */
	uint32_t    asks, wants;        /* bits of columns: 1 << TARGET_value */
};

struct target_form target_form(enum target_kind k);

#endif

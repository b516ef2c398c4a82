/* read.h - what the rules of one audit read once and share. Inside audit/ only. */
#ifndef AUDIT_READ_H
#define AUDIT_READ_H

#include "audit/spoken.h"

/* A text is known by where it stands: the document's texts do not move. */
struct text_read {
	struct str      text;           /* at NULL: a free slot */
	struct readings readings;
};

struct passage_read {
	struct passage passage;
	bool           figures;         /* of its sentences were read */
};

struct audit_read {
	struct text_read    *text;      /* slots of a hash table */
	size_t               texts, slots;
	bool                 spoken;    /* passages were read */
	struct passage_read *passage;
	size_t               passages, cap;
};

struct audit_read *audit_read(struct audit *x);

#endif

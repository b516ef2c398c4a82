#include "document/reader.h"
void markdown_read(struct reader *r) { text_read(r); }

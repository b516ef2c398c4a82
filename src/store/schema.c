#include "store/driver.h"

/* The assembler puts the file into the program as it is; the Makefile names what
 * this object is made of. */
#define EMBED(symbol, file)                                           \
	__asm__(".pushsection .rodata\n"                              \
	        ".global " #symbol ", " #symbol "_end\n"              \
	        #symbol ":\n.incbin \"" file "\"\n" #symbol "_end:\n" \
	        ".byte 0\n.popsection\n");                            \
	extern const char symbol[], symbol##_end[]

EMBED(schema_0001, "schema/0001_register.sql");

const struct schema_file schema_files[SCHEMA_NEWEST] = {
	{ 1, STR_INIT("register"), schema_0001, schema_0001_end },
};

/* embed.h - a file of the project as bytes of the program.
 *
 *	EMBED(register_sql, "schema/0001_register.sql");
 *	struct str s = { register_sql, (size_t)(register_sql_end - register_sql) };
 *
 * The assembler puts the file in as it is, with a NUL behind it. Paths are from
 * the top of the project, where the compiler runs; the Makefile names what an
 * object is made of, which the compiler does not tell.
 */
#ifndef BASE_EMBED_H
#define BASE_EMBED_H

#define EMBED(symbol, file)                                           \
	__asm__(".pushsection .rodata\n"                              \
	        ".global " #symbol ", " #symbol "_end\n"              \
	        #symbol ":\n.incbin \"" file "\"\n" #symbol "_end:\n" \
	        ".byte 0\n.popsection\n");                            \
	extern const char symbol[], symbol##_end[]

#endif

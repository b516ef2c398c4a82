#include "store/driver.h"
#include "base/embed.h"

EMBED(schema_0001, "schema/0001_register.sql");

const struct schema_file schema_files[SCHEMA_NEWEST] = {
	{ 1, STR_INIT("register"), schema_0001, schema_0001_end },
};

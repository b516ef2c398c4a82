#include "store/driver.h"
#include "base/embed.h"

EMBED(schema_0001, "schema/0001_register.sql");
EMBED(schema_0002_sqlite, "schema/0002_search.sqlite.sql");
EMBED(schema_0002_pg, "schema/0002_search.pg.sql");
EMBED(schema_0003, "schema/0003_staff.sql");
EMBED(schema_0004, "schema/0004_touched.sql");

const struct schema_file schema_files[SCHEMA_NEWEST] = {
	{ 1, STR_INIT("register"),
	  { { schema_0001, schema_0001_end }, { schema_0001, schema_0001_end } } },
	{ 2, STR_INIT("search"),
	  { { schema_0002_sqlite, schema_0002_sqlite_end }, { schema_0002_pg, schema_0002_pg_end } } },
	{ 3, STR_INIT("staff"),
	  { { schema_0003, schema_0003_end }, { schema_0003, schema_0003_end } } },
	{ 4, STR_INIT("touched"),
	  { { schema_0004, schema_0004_end }, { schema_0004, schema_0004_end } } },
};

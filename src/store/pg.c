#include "store/driver.h"
const struct driver driver_pg = { .postgres = true };

#include "cli/cli.h"
int command_serve(struct cli *c) { return cli_usage(c, "x"); }

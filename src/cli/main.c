#include <stdio.h>

int
main(void)
{
	puts("pejl " PEJL_VERSION);
	return 0;
}

#include "port/open_files.h"
#include <sys/resource.h>

size_t
open_files_raise(size_t wanted)
{
	struct rlimit files;
	rlim_t        before;

	if (getrlimit(RLIMIT_NOFILE, &files) != 0)
		return 0;
	before = files.rlim_cur;
	if (before >= wanted)
		return before;
	files.rlim_cur = files.rlim_max < wanted ? files.rlim_max : wanted;
	return setrlimit(RLIMIT_NOFILE, &files) == 0 ? files.rlim_cur : before;
}

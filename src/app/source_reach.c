#include "app/source_reach.h"
#include <strings.h>

static bool
is_of_host(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '-' || c == '.';
}

/* Without its port: digits behind a ':'. */
static bool
cut_port(struct str *host)
{
	struct str port = *host, name = str_cut(&port, ':');
	int64_t    n;

	if (name.len == host->len)
		return true;
	*host = name;
	return str_int(port, &n) && n > 0 && n < 65536;
}

struct str
source_host(struct str url)
{
	size_t     from = str_starts(url, STR("https://")) ? 8 : str_starts(url, STR("http://")) ? 7 : 0;
	struct str rest = str_slice(url, from, url.len), host = str_cut(&rest, '/');

	if (from == 0 || !cut_port(&host))
		return STR_NONE;
	for (size_t i = 0; i < host.len; i++)
		if (!is_of_host(host.at[i]))
			return STR_NONE;
	return host;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == ',' || c == '\t' || c == '\n';
}

bool
source_reaches(struct str hosts, struct str url)
{
	struct str host = source_host(url);
	size_t     from = 0;

	if (hosts.len == 0)
		hosts = STR(SOURCE_HOSTS);
	for (size_t i = 0; i <= hosts.len && host.len > 0; i++) {
		if (i < hosts.len && !is_blank(hosts.at[i]))
			continue;
		if (i - from == host.len && strncasecmp(hosts.at + from, host.at, host.len) == 0)
			return true;
		from = i + 1;
	}
	return false;
}

#include "port/clock.h"
#include <stdio.h>
#include <time.h>

static int64_t
read_clock(clockid_t which, int64_t unit)
{
	struct timespec t;

	(void)clock_gettime(which, &t);
	return (int64_t)t.tv_sec * unit + t.tv_nsec / (1000 * 1000 * 1000 / unit);
}

int64_t
clock_ms(void)
{
	return read_clock(CLOCK_MONOTONIC_COARSE, 1000);
}

int64_t
clock_us(void)
{
	return read_clock(CLOCK_MONOTONIC, 1000 * 1000);
}

void
clock_pause(int milliseconds)
{
	const struct timespec t = { milliseconds / 1000, milliseconds % 1000 * 1000L * 1000 };

	(void)nanosleep(&t, NULL);
}

int64_t
clock_unix(void)
{
	return read_clock(CLOCK_REALTIME_COARSE, 1);
}

int32_t
clock_today(void)
{
	return (int32_t)(clock_unix() / (24 * 60 * 60));
}

void
clock_write(char ret[CLOCK_TEXT])
{
	struct timespec t;
	struct tm       utc;
	size_t          n;

	(void)clock_gettime(CLOCK_REALTIME, &t);
	(void)gmtime_r(&t.tv_sec, &utc);
	n = strftime(ret, CLOCK_TEXT, "%Y-%m-%dT%H:%M:%S", &utc);
	(void)snprintf(ret + n, CLOCK_TEXT - n, ".%03dZ", (int)(t.tv_nsec / 1000000));
}

/* fuzz_observe.c - any bytes as an observation file: all of its rows or none, and
 * what was recorded is read back by the register's own reader.
 */
#include "app/change.h"
#include "app/observations.h"
#include "app/observe.h"
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool ok)
{
	if (!ok)
		abort();
}

static int64_t
add(struct store *s, struct things *t, enum noun n, const char *key, struct noun_row *row)
{
	row->id = things_add(t, s, n, str_from(key));
	row->since = 1;
	row->until = UNTIL_NOW;
	must(row->id != 0 && store_noun_add(s, n, row));
	return row->id;
}

/* A city with two indicators ("a", "b"), a district and a group. */
static void
build(struct store *s, struct arena *a, struct things **t, int64_t indicator[2])
{
	struct act      act = { STR("2026-01-01T00:00:00Z"), STR("æ"), STR("ø"), STR_NONE };
	struct noun_row area = { 0 }, district = { 0 }, authority = { 0 }, group = { 0 };
	struct noun_row one = { 0 }, two = { 0 };
	int64_t         change;

	*t = things_load(a, s);
	must(*t != NULL && store_begin(s) && change_add(s, &act, 0, 0, &change));
	area.text[AREA_level] = STR("city");
	authority.ref[AUTHORITY_area] = add(s, *t, NOUN_AREA, "by", &area);
	(void)add(s, *t, NOUN_AREA, "ø", &district);
	(void)add(s, *t, NOUN_AUTHORITY, "by", &authority);
	(void)add(s, *t, NOUN_GROUP, "k", &group);
	one.text[INDICATOR_measure] = STR("share");
	two.text[INDICATOR_measure] = STR("persons");
	indicator[0] = add(s, *t, NOUN_INDICATOR, "a", &one);
	indicator[1] = add(s, *t, NOUN_INDICATOR, "b", &two);
	must(change_add(s, &act, 0, 0, &change));
}

static void
check(struct store *s, struct arena *a, const struct things *t, const int64_t indicator[2],
      size_t rows)
{
	struct snapshot sn;
	struct measured m;
	size_t          found = 0;

	must(snapshot_load(a, s, t, 0, NOUN_BIT(INDICATOR) | NOUN_BIT(AREA) | NOUN_BIT(AUTHORITY),
	    &sn));
	for (int i = 0; i < 2; i++) {
		must(observations_load(a, s, &sn, indicator[i], &m));
		found += m.len;
	}
	must(found == rows);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena         a = { 0 };
	struct diags         d = diags_new(&a);
	struct store        *s = store_open(STR(":memory:"), STORE_CREATE, &d);
	struct things       *t;
	struct observe_count n;
	int64_t              indicator[2];
	int                  fd = memfd_create("observe", MFD_CLOEXEC);

	must(s != NULL && fd >= 0 && write(fd, data, size) == (ssize_t)size &&
	    lseek(fd, 0, SEEK_SET) == 0);
	build(s, &a, &t, indicator);
	if (observe_read(s, t, fd, STR("æ.csv"), 2, &d, &n)) {
		must(d.errors == 0 && n.added + n.same + n.corrected == n.rows);
		check(s, &a, t, indicator, n.added);
	} else {
		must(d.errors > 0 || store_failed(s));
	}
	store_rollback(s);
	store_close(s);
	(void)close(fd);
	arena_free(&a);
	return 0;
}

/* snapshot.h - the register as it stood at a change, nouns by id.
 *
 * Observations are not in it: they are read per indicator, see observations.h.
 * Rows and texts are in the arena given to snapshot_load().
 */
#ifndef APP_SNAPSHOT_H
#define APP_SNAPSHOT_H

#include "app/things.h"
#include "model/record.h"

struct change_row {
	int64_t    id, document, undoes;
	struct str at, who, why, nonce;
};

struct snapshot {
	struct arena        *arena;
	const struct things *things;
	int64_t              known;             /* the change it stands at */
	struct noun_row     *row[NOUN_COUNT];   /* in order of id */
	size_t               len[NOUN_COUNT], cap[NOUN_COUNT];
	bool                 loaded[NOUN_COUNT];
	const struct noun_row **by_id;          /* thing id -> row, or NULL */
	size_t               ids, ids_cap;
	struct noun_row     *former;            /* STATUS_REPORT: versions that ended, by id and since */
	size_t               formers;
	struct change_row   *change;            /* in order of id */
	size_t               changes, changes_cap;
	int64_t             *title_en;          /* thing id -> its translated title's, or 0 */
	int64_t              authority_area;    /* area of the authority; 0: none */
	struct measured_kept *kept;             /* measurements that were loaded; NULL: they are not kept */
};

#define NOUN_BIT(id) (UINT64_C(1) << NOUN_##id)
#define NOUN_ALL     (~UINT64_C(0))

#define KNOWN_NOTHING INT64_C(-1)       /* before the first change */

/* `known` 0: everything up to now. `nouns`: NOUN_BIT()s of what is needed. */
MUST_CHECK bool snapshot_load(struct arena *a, struct store *s, const struct things *t,
                              int64_t known, uint64_t nouns, struct snapshot *ret);

/* Moves a snapshot of now to the newest change, where all since then only measured,
 * from documents of their own perhaps: other nouns stay as they were loaded. A
 * change that touched more wants a new snapshot, see snapshot_can_follow(). New
 * documents are found by their keys when `things` followed first. */
MUST_CHECK bool snapshot_can_follow(const struct snapshot *sn, struct store *s, bool *ret);
MUST_CHECK bool snapshot_follow(struct snapshot *sn, struct store *s);

/* The change that was the newest on the evening of `day`, or KNOWN_NOTHING. */
MUST_CHECK bool snapshot_known_on(struct store *s, int32_t day, int64_t *ret);

const struct noun_row   *snapshot_row(const struct snapshot *sn, int64_t id);   /* NULL: gone */
/* A text of a thing: empty when the thing or the text is not there. */
struct str               snapshot_text(const struct snapshot *sn, int64_t id, size_t column);
struct str               snapshot_title(const struct snapshot *sn, int64_t id);
/* The title in English where it was translated, else empty. */
struct str               snapshot_title_en(const struct snapshot *sn, int64_t id);
/* Another text of it in English, by its column: where it was translated, else empty. */
struct str               snapshot_text_en(const struct snapshot *sn, int64_t id, struct str column);
int64_t                  snapshot_ref(const struct snapshot *sn, int64_t id, size_t column);
const struct change_row *snapshot_change(const struct snapshot *sn, int64_t change);
/* Was it taken back? */
bool                     snapshot_is_undone(const struct snapshot *sn, int64_t change);

/* Where a row's facts stand. */
struct source snapshot_source(const struct snapshot *sn, const struct noun_row *row);
struct source snapshot_place(const struct snapshot *sn, int64_t since, uint32_t line,
                             uint32_t column, struct str quote);

/* Who said so, when. */
struct recorded snapshot_recorded(const struct snapshot *sn, int64_t change);

#endif

#include "app/word_diff.h"

struct words {
	struct str *at;
	size_t      len;
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static struct words
split(struct arena *a, struct str s)
{
	struct words w = { ARENA_ARRAY(a, struct str, 8), 0 };
	size_t       cap = 8;

	for (size_t i = 0; i < s.len;) {
		size_t from = i;

		while (i < s.len && !is_blank(s.at[i]))
			i++;
		if (i > from) {
			ARENA_GROW(a, w.at, w.len, &cap);
			w.at[w.len++] = str_slice(s, from, i);
		} else {
			i++;
		}
	}
	return w;
}

static void
add_run(struct arena *a, struct changed *to, size_t *cap, enum change_kind kind,
        const struct str *word, size_t n)
{
	const struct str *last;

	if (n == 0)
		return;
	last = word + n - 1;
	ARENA_GROW(a, to->at, to->len, cap);
	to->at[to->len++] = (struct changed_run){
		kind, { word->at, (size_t)(last->at - word->at) + last->len },
	};
	to->any |= kind != CHANGE_NONE;
}

/* common[i * (m + 1) + k]: how many words the rests x[i..] and y[k..] share in order. */
static uint32_t *
count_common(struct arena *a, struct words x, struct words y)
{
	size_t    row = y.len + 1;
	uint32_t *common = ARENA_ARRAY(a, uint32_t, (x.len + 1) * row);

	for (size_t i = x.len; i-- > 0;) {
		for (size_t k = y.len; k-- > 0;) {
			uint32_t down = common[(i + 1) * row + k], right = common[i * row + k + 1];

			common[i * row + k] = str_eq(x.at[i], y.at[k])
			    ? common[(i + 1) * row + k + 1] + 1 : down > right ? down : right;
		}
	}
	return common;
}

/* Is x[i] left out of what both share, seen from (i, k)? Else y[k] is. */
static bool
is_removed(const uint32_t *common, struct words x, struct words y, size_t i, size_t k)
{
	size_t row = y.len + 1;

	return k == y.len || (i < x.len && common[(i + 1) * row + k] >= common[i * row + k + 1]);
}

static void
compare(struct arena *a, struct words x, struct words y, struct changed *to, size_t *cap)
{
	struct arena scratch = { 0 };
	uint32_t    *common = count_common(&scratch, x, y);
	size_t       i = 0, k = 0;

	while (i < x.len || k < y.len) {
		size_t from = i, at = k, same;

		while ((i < x.len || k < y.len) &&
		    !(i < x.len && k < y.len && str_eq(x.at[i], y.at[k]))) {
			if (is_removed(common, x, y, i, k))
				i++;
			else
				k++;
		}
		add_run(a, to, cap, CHANGE_REMOVED, x.at + from, i - from);
		add_run(a, to, cap, CHANGE_ADDED, y.at + at, k - at);
		same = k;
		while (i < x.len && k < y.len && str_eq(x.at[i], y.at[k])) {
			i++;
			k++;
		}
		add_run(a, to, cap, CHANGE_NONE, y.at + same, k - same);
	}
	arena_free(&scratch);
}

struct changed
word_diff(struct arena *a, struct str before, struct str after)
{
	struct words   x = split(a, before), y = split(a, after);
	struct changed to = { 0 };
	size_t         cap = 0, head = 0, tail = 0;

	while (head < x.len && head < y.len && str_eq(x.at[head], y.at[head]))
		head++;
	while (tail < x.len - head && tail < y.len - head &&
	    str_eq(x.at[x.len - 1 - tail], y.at[y.len - 1 - tail]))
		tail++;
	x = (struct words){ x.at + head, x.len - head - tail };
	y = (struct words){ y.at + head, y.len - head - tail };
	add_run(a, &to, &cap, CHANGE_NONE, y.at - head, head);
	if (x.len > 0 && y.len > WORD_DIFF_MAX / x.len) {
		add_run(a, &to, &cap, CHANGE_REMOVED, x.at, x.len);
		add_run(a, &to, &cap, CHANGE_ADDED, y.at, y.len);
	} else {
		compare(a, x, y, &to, &cap);
	}
	add_run(a, &to, &cap, CHANGE_NONE, y.at + y.len, tail);
	return to;
}

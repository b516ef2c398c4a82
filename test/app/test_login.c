/* Logging in, with the clock in the test's hand: how long it waits, that a code opens
 * once, and that a person can be erased from the trail. */
#include "../store/engine.h"
#include "app/account.h"
#include "app/login.h"
#include "cheap_passwords.h"
#include "sealed.h"
#include <sys/stat.h>
#include "port/seal.h"
#include "port/secret.h"
#include "port/totp.h"

#define NOW      INT64_C(1790000000)
#define PASSWORD "rød grød med fløde"
#define SECRET   "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

static const struct actor root = {
	.title = STR_INIT("Ærø (terminal)"), .grant = { { .role = ROLE_ADMINISTRATOR } }, .grants = 1,
};

static struct deed
deed_at(struct place *p, struct store *s, int64_t now)
{
	return (struct deed){ .s = s, .a = &p->arena, .who = &root, .at = STR("2026-11-23T04:00:00Z"),
	                      .now = now, .location = STR("/da/work/accounts") };
}

static int64_t
person(struct place *p, struct store *s, const char *name, const char *title, const char *secret)
{
	struct deed         d = deed_at(p, s, NOW);
	struct posted_field fields[] = { { .name = STR("name"), .value = str_from(name) },
	                                 { .name = STR("title"), .value = str_from(title) } };
	struct posted       form = { .at = fields, .len = COUNT_OF(fields) };
	struct grant        grant = { .role = ROLE_CONTRIBUTOR };
	struct str          link, kept = secret_password(&p->arena, STR(PASSWORD));
	int64_t             id;

	assert_int_equal(account_add(&d, &form, NULL, &grant, 1, &link), DEED_DONE);
	assert_true(account_find(s, str_from(name), &id));
	assert_true(id > 0);
	assert_true(store_begin(s));
	assert_true(store_run(s, STMT_ACCOUNT_PASSWORD, (struct param[]){ P_TEXT(kept), P_INT(id) }, 2));
	assert_true(store_run(s, STMT_ACCOUNT_SECRET, (struct param[]){ P_TEXT(sealed(p, s, id, secret)),
	    P_INT(0), P_INT(id) }, 3));
	assert_true(store_commit(s));
	return id;
}

static enum login_state
try_at(struct place *p, struct store *s, int64_t now, const char *name, const char *password,
       struct str code)
{
	struct deed  d = deed_at(p, s, now);
	struct login l = { .name = str_from(name), .password = str_from(password), .code = code };

	d.who = NULL;
	return login_try(&d, &l);
}

/* After the n-th failure it waits 1, 2, 4, ... seconds, 900 at most: a second before
 * that is over even the right password is refused, and does not make it longer. */
static void
failures_make_it_wait(void **state)
{
	static const int64_t waits[] = { 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900 };
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	int64_t       now = NOW;

	(void)person(p, s, "åse", "Åse Sørensen", "");
	for (size_t i = 0; i < COUNT_OF(waits); i++) {
		assert_int_equal(try_at(p, s, now, "åse", "forkert", STR("")), LOGIN_REFUSED);
		assert_int_equal(try_at(p, s, now + waits[i] - 1, "åse", PASSWORD, STR("")), LOGIN_REFUSED);
		now += waits[i];
	}
	assert_int_equal(try_at(p, s, now, "åse", PASSWORD, STR("")), LOGIN_IN);
	/* Forgotten: the next one waits a second again. */
	assert_int_equal(try_at(p, s, now, "åse", "forkert", STR("")), LOGIN_REFUSED);
	assert_int_equal(try_at(p, s, now + 1, "åse", PASSWORD, STR("")), LOGIN_IN);
	store_close(s);
}

static void
a_code_opens_once(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct str    code = totp_code(&p->arena, STR(SECRET), NOW);
	struct str    next = totp_code(&p->arena, STR(SECRET), NOW + 30);

	(void)person(p, s, "bo", "Bo Ørsted", SECRET);
	assert_int_equal(try_at(p, s, NOW, "bo", PASSWORD, STR("")), LOGIN_REFUSED);
	assert_int_equal(try_at(p, s, NOW + 1, "bo", "forkert", code), LOGIN_REFUSED);
	/* With a wrong password it was not used up. */
	assert_int_equal(try_at(p, s, NOW + 5, "bo", PASSWORD, code), LOGIN_IN);
	assert_int_equal(try_at(p, s, NOW + 6, "bo", PASSWORD, code), LOGIN_REFUSED);
	assert_int_equal(try_at(p, s, NOW + 30, "bo", PASSWORD, next), LOGIN_IN);
	assert_int_equal(try_at(p, s, NOW + 32, "bo", PASSWORD, code), LOGIN_REFUSED);
	store_close(s);
}

static const char *
key_path(struct place *p)
{
	const char *named = getenv(FACTOR_KEY_VARIABLE);

	return named != NULL ? named : arena_printf(&p->arena, "%s.key", p->url).at;
}

static void
says_of_key(struct place *p, struct store *s, const char *words)
{
	place_quiet(p);
	assert_true(factor_check(&p->arena, s, &p->diags));
	if (words == NULL)
		assert_string_equal(place_says(p), "");
	else
		assert_says(p, words);
}

/* The secret is not in the database; without its key nobody gets in with a code, a code is
 * not wrong for it, and no other key is made. */
static void
a_secret_needs_its_key(void **state)
{
	struct place   *p = *state;
	struct store   *s = place_open(p, STORE_CREATE);
	int64_t         bo = person(p, s, "bo", "Bo Ørsted", SECRET), åse = person(p, s, "åse", "Åse Sø", SECRET);
	struct str      code = totp_code(&p->arena, STR(SECRET), NOW), kept, other, opened;
	const char     *path = key_path(p), *away = place_path(p, "væk").at, *fault;
	struct seal_key another;
	struct stat     st;

	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(st.st_size, 2 * SEAL_KEY + 1);
	assert_true(store_query(s, STMT_ACCOUNT_SECRETS, NULL, 0));
	assert_true(store_next(s, STMT_ACCOUNT_SECRETS));
	kept = str_dup(&p->arena, store_text(s, STMT_ACCOUNT_SECRETS, 1));
	assert_true(store_next(s, STMT_ACCOUNT_SECRETS));
	other = str_dup(&p->arena, store_text(s, STMT_ACCOUNT_SECRETS, 1));
	store_reset(s, STMT_ACCOUNT_SECRETS);
	assert_true(str_find(kept, STR(SECRET), 0) == SIZE_MAX);
	assert_false(str_eq(kept, other));
	assert_true(factor_open(&p->arena, s, bo, kept, &opened) && str_eq(opened, STR(SECRET)));
	assert_false(factor_open(&p->arena, s, åse, kept, &opened));      /* it is his */
	says_of_key(p, s, NULL);

	assert_int_equal(rename(path, away), 0);
	says_of_key(p, s, "the key of the second factors is not here");
	assert_says(p, "2 second factors must be set up anew: pejl user reset NAME");
	assert_int_equal(try_at(p, s, NOW, "bo", "forkert", code), LOGIN_REFUSED);
	assert_int_equal(try_at(p, s, NOW + 2, "bo", PASSWORD, code), LOGIN_NO_KEY);
	assert_true(factor_seal(&p->arena, s, bo, STR(SECRET), &kept, &fault));
	assert_non_null(fault);
	assert_int_equal(access(path, F_OK), -1);

	assert_int_equal(seal_key_make(str_from(path), &another), SEAL_FILE_READ);
	says_of_key(p, s, "this is not the key");
	assert_int_equal(try_at(p, s, NOW + 2, "bo", PASSWORD, code), LOGIN_NO_KEY);
	assert_int_equal(rename(away, path), 0);
	assert_int_equal(chmod(path, 0640), 0);
	says_of_key(p, s, "others than its owner may read");
	assert_int_equal(try_at(p, s, NOW + 2, "bo", PASSWORD, code), LOGIN_NO_KEY);
	assert_int_equal(chmod(path, 0600), 0);
	assert_int_equal(try_at(p, s, NOW + 2, "bo", PASSWORD, code), LOGIN_IN);
	assert_int_equal(truncate(path, 20), 0);
	says_of_key(p, s, "no key of second factors stands in this file");
	if (p->engine == ENGINE_POSTGRES) {
		assert_int_equal(unsetenv(FACTOR_KEY_VARIABLE), 0);
		says_of_key(p, s, "the key of the second factors is not here");
	}
	store_close(s);
}

/* A backup has no key: beside it the codes open again, elsewhere nothing does. */
static void
a_backup_has_no_key(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct str    file = place_path(p, "kopi.db"), there = place_path(p, "genskabt.db");
	struct str    code = totp_code(&p->arena, STR(SECRET), NOW);

	(void)person(p, s, "bo", "Bo Ørsted", SECRET);
	store_close(s);
	assert_true(store_backup(place_url(p), file, &p->diags));
	assert_true(store_restore(there, file, &p->diags));
	s = store_open(there, STORE_WRITE, &p->diags);
	assert_non_null(s);
	assert_int_equal(try_at(p, s, NOW, "bo", PASSWORD, code), LOGIN_NO_KEY);
	assert_int_equal(rename(key_path(p), arena_printf(&p->arena, STR_FMT ".key", STR_ARG(there)).at), 0);
	assert_int_equal(try_at(p, s, NOW, "bo", PASSWORD, code), LOGIN_IN);
	store_close(s);
}

static bool
trail_holds(struct place *p, struct store *s, const char *words)
{
	struct trail_rows rows;

	assert_true(trail_read(&p->arena, s, 0, 0, 1000, &rows));
	for (size_t i = 0; i < rows.len; i++) {
		const struct str texts[] = { rows.at[i].thing, rows.at[i].who, rows.at[i].before,
			rows.at[i].after, rows.at[i].why };

		for (size_t k = 0; k < COUNT_OF(texts); k++)
			if (str_find(texts[k], str_from(words), 0) != SIZE_MAX)
				return true;
	}
	return false;
}

static void
check_chain(struct place *p, struct store *s)
{
	size_t n;

	place_quiet(p);
	if (!trail_verify(s, &p->diags, &n))
		fail_msg("%s", place_says(p));
	assert_true(n > 0);
}

static void
a_person_is_erased_and_the_chain_holds(void **state)
{
	struct place *p = *state;
	struct store *s = place_open(p, STORE_CREATE);
	struct deed   d = deed_at(p, s, NOW);
	int64_t       åse = person(p, s, "åse", "Åse Sørensen", ""), id;
	struct trail_rows rows;

	(void)person(p, s, "bo", "Bo Ørsted", "");
	assert_int_equal(try_at(p, s, NOW, "åse", PASSWORD, STR("")), LOGIN_IN);
	assert_int_equal(try_at(p, s, NOW, "åse", "forkert", STR("")), LOGIN_REFUSED);
	assert_true(trail_holds(p, s, "Åse"));
	assert_true(trail_read(&p->arena, s, åse, 0, 100, &rows));
	assert_int_equal(rows.len, 4);          /* made, given a role, let in, not let in */
	check_chain(p, s);
	assert_int_equal(account_erase(&d, åse), DEED_DONE);
	assert_false(trail_holds(p, s, "Åse"));
	assert_true(trail_holds(p, s, "Bo Ørsted"));
	check_chain(p, s);
	assert_true(account_find(s, STR("åse"), &id));
	assert_int_equal(id, 0);
	assert_int_equal(try_at(p, s, NOW + 100, "åse", PASSWORD, STR("")), LOGIN_REFUSED);
	assert_int_equal(account_erase(&d, åse), DEED_MISSING);
	/* The name is free, the number is not used again. */
	assert_true(person(p, s, "åse", "Åse Ågård", "") > åse + 1);
	store_close(s);
}

static void
what_is_old_is_erased(void **state)
{
	struct place            *p = *state;
	struct store            *s = place_open(p, STORE_CREATE);
	const struct actor       who = { .account = 7, .title = STR("Åse") };
	const struct trail_entry e = { .act = ACT_READ, .thing = STR("/da/work"), .why = STR("Ærø") };
	struct trail_rows        rows;

	assert_true(store_begin(s));
	assert_true(trail_add(s, &who, STR("2020-12-31T23:59:59Z"), &e));
	assert_true(trail_add(s, &who, STR("2021-01-01T00:00:00Z"), &e));
	assert_true(trail_erase_before(s, STR("2021-01-01")));
	assert_true(store_commit(s));
	assert_true(trail_read(&p->arena, s, 0, 0, 10, &rows));
	assert_int_equal(rows.len, 2);
	assert_true(rows.at[1].erased);
	assert_int_equal(rows.at[1].why.len + rows.at[1].who.len, 0);
	assert_false(rows.at[0].erased);
	assert_true(str_eq(rows.at[0].why, STR("Ærø")));
	check_chain(p, s);
	store_close(s);
}

/* Of seldom and of many rows together, by her and about her: page by page, none twice. */
static void
a_person_is_found_wherever_her_rows_are(void **state)
{
	enum { ROWS = 1200, PAGE = 7, ÅSE = 7 };
	struct place            *p = *state;
	struct store            *s = place_open(p, STORE_CREATE);
	const struct trail_entry read = { .act = ACT_READ, .thing = STR("/da/work") };
	const struct trail_entry about = { .act = ACT_ACCOUNT_TELL, .thing = trail_account(&p->arena, ÅSE) };
	struct trail_rows        all, rows;
	int64_t                  before = 0;
	size_t                   found = 0;

	assert_true(store_begin(s));
	for (int i = 0; i < ROWS; i++) {
		bool         hers = i % 255 == 0 || (i > 500 && i < 530);
		struct actor who = { .account = hers ? ÅSE : 8, .title = STR("Ærø") };

		assert_true(trail_add(s, &who, STR("2026-11-23T04:00:00Z"), i % 311 == 0 ? &about : &read));
	}
	assert_true(store_commit(s));
	assert_true(trail_read(&p->arena, s, 0, 0, ROWS, &all));
	for (size_t i = 0; i < all.len; i++) {
		if (all.at[i].account != ÅSE && !str_eq(all.at[i].thing, about.thing))
			continue;
		if (found++ % PAGE == 0)
			assert_true(trail_read(&p->arena, s, ÅSE, before, PAGE, &rows));
		assert_true((found - 1) % PAGE < rows.len);
		before = rows.at[(found - 1) % PAGE].id;
		assert_int_equal(before, all.at[i].id);
	}
	assert_true(found > 30);
	assert_true(trail_read(&p->arena, s, ÅSE, before, PAGE, &rows));
	assert_int_equal(rows.len, 0);
	assert_true(store_begin(s) && trail_erase(s, ÅSE) && store_commit(s));
	assert_true(trail_read(&p->arena, s, ÅSE, 0, ROWS, &rows));
	assert_int_equal(rows.len, 4);          /* about her, which say no more than that */
	check_chain(p, s);
	store_close(s);
}

/* Whoever is not allowed is not, whatever the route table says. */
static void
nobody_else_manages(void **state)
{
	struct place       *p = *state;
	struct store       *s = place_open(p, STORE_CREATE);
	const struct actor  editor = { .account = 9, .title = STR("Æ"),
	                               .grant = { { .role = ROLE_EDITOR } }, .grants = 1 };
	struct posted       form = { .len = 0 };
	struct deed         d = deed_at(p, s, NOW);
	struct str          link;
	int64_t             id = person(p, s, "åse", "Åse Sørensen", ""), n;

	d.who = &editor;
	assert_int_equal(account_add(&d, &form, NULL, NULL, 0, &link), DEED_DENIED);
	assert_int_equal(account_tell(&d, id, &form), DEED_DENIED);
	assert_int_equal(account_grant(&d, id, &form, NULL), DEED_DENIED);
	assert_int_equal(account_ungrant(&d, id, &form, NULL), DEED_DENIED);
	assert_int_equal(account_stand_in(&d, id, &form), DEED_DENIED);
	assert_int_equal(account_stand_out(&d, id, &form), DEED_DENIED);
	assert_int_equal(account_disable(&d, id, true), DEED_DENIED);
	assert_int_equal(account_link(&d, id, true, &link), DEED_DENIED);
	assert_int_equal(account_erase(&d, id), DEED_DENIED);
	assert_int_equal(account_demo_add(&d, STR(PASSWORD)), DEED_DENIED);
	assert_int_equal(account_demo_remove(&d), DEED_DENIED);
	assert_true(account_count(s, &n));
	assert_int_equal(n, 1);
	assert_int_equal(try_at(p, s, NOW, "åse", PASSWORD, STR("")), LOGIN_IN);
	store_close(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		DISK_TEST(failures_make_it_wait),
		DISK_TEST(a_code_opens_once),
		DISK_TEST(a_secret_needs_its_key),
		FILE_TEST(a_backup_has_no_key),
		DISK_TEST(a_person_is_erased_and_the_chain_holds),
		ENGINE_TEST(what_is_old_is_erased),
		ENGINE_TEST(a_person_is_found_wherever_her_rows_are),
		DISK_TEST(nobody_else_manages),
	};

	return engine_run("login", tests, COUNT_OF(tests));
}

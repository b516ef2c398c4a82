#include "port/seal.h"
#include "port/file.h"
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEXT_MAX ((size_t)1 << 16)      /* of what is sealed */

_Static_assert(SEAL_KEY == crypto_secretbox_KEYBYTES, "the same key");

static void
wake(void)
{
	if (sodium_init() < 0)
		abort();
}

/* ---- the file ---- */

static enum seal_file
read_key(int fd, bool guarded, struct seal_key *ret)
{
	char            text[2 * SEAL_KEY + 1];
	struct seal_key key;
	struct stat     st;
	size_t          len;

	if (fstat(fd, &st) != 0)
		return SEAL_FILE_CLOSED;
	if (!guarded && (st.st_mode & (S_IRWXG | S_IRWXO)) != 0)
		return SEAL_FILE_EXPOSED;
	if (!S_ISREG(st.st_mode) || read(fd, text, sizeof text) < 2 * SEAL_KEY ||
	    sodium_hex2bin(key.bytes, SEAL_KEY, text, (size_t)2 * SEAL_KEY, NULL, &len, NULL) != 0 ||
	    len != SEAL_KEY)
		return SEAL_FILE_BAD;
	*ret = key;
	return SEAL_FILE_READ;
}

enum seal_file
seal_key_read(struct str path, bool guarded, struct seal_key *ret)
{
	struct arena   a = { 0 };
	int            fd = open(str_dup(&a, path).at, O_RDONLY | O_CLOEXEC);
	enum seal_file how = errno == ENOENT ? SEAL_FILE_ABSENT : SEAL_FILE_CLOSED;

	arena_free(&a);
	if (fd < 0)
		return how;
	how = read_key(fd, guarded, ret);
	(void)close(fd);
	return how;
}

static bool
write_key(struct str made)
{
	unsigned char key[SEAL_KEY];
	char          text[2 * SEAL_KEY + 1];
	int           fd = open(made.at, O_WRONLY | O_CLOEXEC);
	bool          ok;

	randombytes_buf(key, sizeof key);
	(void)sodium_bin2hex(text, sizeof text, key, sizeof key);
	text[2 * SEAL_KEY] = '\n';
	ok = fd >= 0 && fchmod(fd, S_IRUSR | S_IWUSR) == 0 &&
	    write(fd, text, sizeof text) == (ssize_t)sizeof text;
	sodium_memzero(key, sizeof key);
	sodium_memzero(text, sizeof text);
	return (fd < 0 || close(fd) == 0) && ok;
}

enum seal_file
seal_key_make(struct str path, struct seal_key *ret)
{
	struct arena   a = { 0 };
	struct str     made = STR_NONE;
	enum seal_file how = SEAL_FILE_CLOSED;
	int            error = EIO;

	wake();
	if (file_beside(&a, path, &made) == 0) {
		error = write_key(made) ? file_settle(made, path, false) : EIO;
		if (error != 0 && file_remove(made) != 0)
			error = EIO;
	}
	if (error == 0 || error == EEXIST)
		how = seal_key_read(path, false, ret);
	arena_free(&a);
	return how;
}

/* ---- texts ---- */

struct str
seal_shut(struct arena *a, const struct seal_key *key, struct str text)
{
	size_t         len = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.len;
	unsigned char *box;
	char          *to;

	wake();
	if (text.len > TEXT_MAX)
		abort();
	box = ARENA_ARRAY(a, unsigned char, len);
	to = ARENA_ARRAY(a, char, 2 * len + 1);
	randombytes_buf(box, crypto_secretbox_NONCEBYTES);
	(void)crypto_secretbox_easy(box + crypto_secretbox_NONCEBYTES, (const unsigned char *)text.at,
	    text.len, box, key->bytes);
	(void)sodium_bin2hex(to, 2 * len + 1, box, len);
	return (struct str){ to, 2 * len };
}

bool
seal_open(struct arena *a, const struct seal_key *key, struct str sealed, struct str *ret)
{
	size_t         least = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES, len;
	unsigned char *box, *to;

	wake();
	if (sealed.len / 2 < least || sealed.len > 2 * (least + TEXT_MAX))
		return false;
	box = ARENA_ARRAY(a, unsigned char, sealed.len / 2);
	to = ARENA_ARRAY(a, unsigned char, sealed.len / 2);
	if (sodium_hex2bin(box, sealed.len / 2, sealed.at, sealed.len, NULL, &len, NULL) != 0 ||
	    2 * len != sealed.len || crypto_secretbox_open_easy(to, box + crypto_secretbox_NONCEBYTES,
	    len - crypto_secretbox_NONCEBYTES, box, key->bytes) != 0)
		return false;
	*ret = (struct str){ (const char *)to, len - least };
	return true;
}

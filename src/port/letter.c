#include "port/letter.h"
#include "base/utf8.h"
#include <string.h>
#include <time.h>

#define LINE_MAX_BYTES 76
#define WORD_MAX_BYTES 75               /* of an encoded word, RFC 2047, 2 */
#define ADDRESS_LOCAL_MAX 64

/* ---- addresses ---- */

static bool
is_letter_or_digit(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

/* What nobody sees, or what turns the direction of writing, is in no address. */
static bool
is_plain(uint32_t c)
{
	return c > 0x20 && c != 0x7f && !(c >= 0x80 && c <= 0xa0) && c != 0xad &&
	    !(c >= 0x2000 && c <= 0x200f) && !(c >= 0x2028 && c <= 0x202f) &&
	    !(c >= 0x205f && c <= 0x206f) && c != 0x3000 && c != 0xfeff && c != 0xfffd;
}

static bool
local_fits(struct str s)
{
	if (s.len == 0 || s.len > ADDRESS_LOCAL_MAX || s.at[0] == '.' || s.at[s.len - 1] == '.' ||
	    str_find(s, STR(".."), 0) != SIZE_MAX)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!is_letter_or_digit((unsigned char)s.at[i]) &&
		    memchr(".!#$%&'*+-/=?^_`{|}~", s.at[i], 20) == NULL)
			return false;
	return true;
}

static bool
label_fits(struct str s)
{
	if (s.len == 0 || s.len > 63 || s.at[0] == '-' || s.at[s.len - 1] == '-')
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!is_letter_or_digit((unsigned char)s.at[i]) && s.at[i] != '-')
			return false;
	return true;
}

static bool
domain_fits(struct str s)
{
	bool dotted = str_find(s, STR("."), 0) != SIZE_MAX;

	if (!dotted && !str_eq(s, STR("localhost")))
		return false;
	if (s.len == 0 || s.at[s.len - 1] == '.')
		return false;
	while (s.len > 0)
		if (!label_fits(str_cut(&s, '.')))
			return false;
	return true;
}

struct str
letter_domain(struct str address)
{
	(void)str_cut(&address, '@');
	return address;
}

bool
letter_address_fits(struct str address)
{
	struct str rest = address, local = str_cut(&rest, '@');

	if (address.len > LETTER_ADDRESS_MAX || utf8_check(address) != SIZE_MAX)
		return false;
	for (size_t at = 0; at < address.len; )
		if (!is_plain(utf8_next(address, &at)))
			return false;
	return local_fits(local) && domain_fits(rest);
}

/* ---- words of headers ---- */

static bool
is_header(struct str s)
{
	if (utf8_check(s) != SIZE_MAX)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7f)
			return false;
	return true;
}

/* May it stand as it is, on one line? */
static bool
is_bare(struct str s)
{
	if (s.len > 55 || str_find(s, STR("=?"), 0) != SIZE_MAX)
		return false;
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] > 126)
			return false;
	return true;
}

static void
hex(struct buf *b, unsigned char c)
{
	buf_putf(b, "=%02X", c);
}

/* One letter as Q, at most twelve bytes. */
static size_t
q_letter(struct str letter, char *ret)
{
	struct buf one;
	size_t     n;
	char       c = letter.len > 0 ? letter.at[0] : '\0';

	buf_init(&one, 64);
	if (letter.len == 1 && (is_letter_or_digit((unsigned char)c) || c == '-' || c == '.' || c == '!'))
		buf_char(&one, c);
	else if (letter.len == 1 && c == ' ')
		buf_char(&one, '_');
	else
		for (size_t i = 0; i < letter.len; i++)
			hex(&one, (unsigned char)letter.at[i]);
	n = one.len;
	memcpy(ret, one.at, n);
	buf_free(&one);
	return n;
}

/* `taken`: what stands on the line before. */
static void
encoded_words(struct buf *b, struct str s, size_t taken)
{
	size_t used = 0;

	for (size_t at = 0; at < s.len; ) {
		size_t from = at, n;
		char   q[16];

		(void)utf8_next(s, &at);
		n = q_letter(str_slice(s, from, at), q);
		if (used > 0 && taken + used + n + 2 > WORD_MAX_BYTES) {
			BUF_LIT(b, "?=\r\n ");
			used = taken = 0;
		}
		if (used == 0) {
			BUF_LIT(b, "=?UTF-8?Q?");
			used = 10;
		}
		buf_put(b, (struct str){ q, n });
		used += n;
	}
	BUF_LIT(b, "?=");
}

static void
put_from(struct buf *b, const struct letter *l)
{
	BUF_LIT(b, "From: ");
	if (l->from_name.len > 0) {
		encoded_words(b, l->from_name, 6);
		BUF_LIT(b, "\r\n ");
	}
	buf_putf(b, "<" STR_FMT ">\r\n", STR_ARG(l->from));
}

static void
put_date(struct buf *b, int64_t at)
{
	static const char days[] = "SunMonTueWedThuFriSat";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	time_t            t = (time_t)at;
	struct tm         utc = { 0 };

	(void)gmtime_r(&t, &utc);
	buf_putf(b, "Date: %.3s, %02d %.3s %04d %02d:%02d:%02d +0000\r\n", days + 3 * utc.tm_wday,
	    utc.tm_mday, months + 3 * utc.tm_mon, utc.tm_year + 1900, utc.tm_hour, utc.tm_min,
	    utc.tm_sec);
}

/* ---- the text ---- */

/* A line without its end as quoted-printable; letters are not torn apart. */
static void
quoted(struct buf *b, struct str line)
{
	size_t used = 0;

	for (size_t at = 0; at < line.len; ) {
		size_t        from = at, n;
		unsigned char c = (unsigned char)line.at[at];
		bool          last, bare;

		(void)utf8_next(line, &at);
		last = at == line.len;
		bare = at - from == 1 && c <= 126 && c != '=' && (c > 0x20 || (c == ' ' && !last));
		n = bare ? 1 : 3 * (at - from);
		if (used + n > LINE_MAX_BYTES - 1) {
			BUF_LIT(b, "=\r\n");
			used = 0;
		}
		for (size_t i = from; i < at; i++)
			if (bare)
				buf_char(b, line.at[i]);
			else
				hex(b, (unsigned char)line.at[i]);
		used += n;
	}
	BUF_LIT(b, "\r\n");
}

bool
letter_write(struct buf *b, const struct letter *l)
{
	struct str rest = l->text;

	if (!letter_address_fits(l->from) || !letter_address_fits(l->to) || !is_header(l->from_name) ||
	    !is_header(l->subject) || !is_header(l->id) || !is_header(l->lang) ||
	    !is_header(l->unsubscribe))
		return false;
	put_date(b, l->at);
	put_from(b, l);
	buf_putf(b, "To: <" STR_FMT ">\r\nSubject: ", STR_ARG(l->to));
	if (is_bare(l->subject))
		buf_put(b, l->subject);
	else
		encoded_words(b, l->subject, 9);
	buf_putf(b, "\r\nMessage-ID: <" STR_FMT "@" STR_FMT ">\r\n", STR_ARG(l->id),
	    STR_ARG(letter_domain(l->from)));
	BUF_LIT(b, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
	    "Content-Transfer-Encoding: quoted-printable\r\nAuto-Submitted: auto-generated\r\n");
	if (l->lang.len > 0)
		buf_putf(b, "Content-Language: " STR_FMT "\r\n", STR_ARG(l->lang));
	if (l->unsubscribe.len > 0)
		buf_putf(b, "List-Unsubscribe: <" STR_FMT ">\r\n", STR_ARG(l->unsubscribe));
	BUF_LIT(b, "\r\n");
	while (rest.len > 0)
		quoted(b, str_cut(&rest, '\n'));
	return true;
}

#include "recognise/sentence.h"
#include <string.h>

/* Short forms that are always followed by more. */
static const struct str going_on[] = {
	STR_INIT("ca"), STR_INIT("bl.a"), STR_INIT("f.eks"), STR_INIT("fx"), STR_INIT("nr"),
	STR_INIT("jf"), STR_INIT("pr"), STR_INIT("dvs"), STR_INIT("evt"), STR_INIT("d"), STR_INIT("ift"),
	STR_INIT("incl"), STR_INIT("inkl"), STR_INIT("ekskl"), STR_INIT("gns"), STR_INIT("hhv"),
	STR_INIT("vedr"), STR_INIT("mht"), STR_INIT("m.h.t"), STR_INIT("t"), STR_INIT("str"),
	STR_INIT("pkt"), STR_INIT("jan"), STR_INIT("feb"), STR_INIT("mar"), STR_INIT("apr"),
	STR_INIT("jun"), STR_INIT("jul"), STR_INIT("aug"), STR_INIT("sept"), STR_INIT("sep"),
	STR_INIT("okt"), STR_INIT("nov"), STR_INIT("dec"), STR_INIT("kl"), STR_INIT("p.t"),
	STR_INIT("mio"), STR_INIT("mia"), STR_INIT("o"),
};

static bool
is_upper(struct str s, size_t at)
{
	unsigned char c = at < s.len ? (unsigned char)s.at[at] : 0;

	if (c >= 'A' && c <= 'Z')
		return true;
	/* Æ Ø Å: second bytes of capitals lie below those of small letters. */
	return c == 0xC3 && at + 1 < s.len && (unsigned char)s.at[at + 1] < 0xA0;
}

static struct str
word_before(struct str s, size_t dot)
{
	size_t from = dot;

	while (from > 0 && s.at[from - 1] != ' ' && s.at[from - 1] != '\n' && s.at[from - 1] != '(')
		from--;
	return str_slice(s, from, dot);
}

/* Is the dot at `dot` the end of a sentence? What follows must look like a beginning. */
static bool
ends_at(struct str s, size_t dot)
{
	size_t     next = dot + 1;
	struct str word;
	bool       number = true;

	while (next < s.len && strchr(")\"'.", s.at[next]) != NULL)
		next++;
	if (next >= s.len)
		return true;
	if (s.at[next] != ' ' && s.at[next] != '\n')
		return false;
	while (next < s.len && (s.at[next] == ' ' || s.at[next] == '\n'))
		next++;
	if (!is_upper(s, next) && !(s.at[next] >= '0' && s.at[next] <= '9'))
		return false;
	word = word_before(s, dot);
	for (size_t i = 0; i < word.len; i++)
		number = number && word.at[i] >= '0' && word.at[i] <= '9';
	if (s.at[dot] != '.')
		return true;
	if (number && word.len < 4)
		return false;
	for (size_t i = 0; i < COUNT_OF(going_on); i++)
		if (str_eq(word, going_on[i]))
			return false;
	return true;
}

/* All of them lie below the letters. */
static bool
is_end(char c)
{
	return c == '.' || c == '!' || c == '?';
}

bool
sentence_next(struct str text, size_t *at, struct str *ret)
{
	size_t from = *at, i;

	while (from < text.len && (text.at[from] == ' ' || text.at[from] == '\n'))
		from++;
	if (from >= text.len)
		return false;
	for (i = from; i < text.len; i++)
		if ((unsigned char)text.at[i] <= '?' && is_end(text.at[i]) && ends_at(text, i)) {
			i++;
			break;
		}
	while (i < text.len && text.at[i] != ' ' && text.at[i] != '\n')
		i++;
	*ret = str_slice(text, from, i);
	*at = i;
	return true;
}

#include "app/settings_file.h"
#include "base/utf8.h"
#include "port/input.h"

#define SECRET_MAX 4096

static bool
is_one_line(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.at[i] < 0x20 || s.at[i] == 0x7f)
			return false;
	return true;
}

bool
settings_file_wrong(const struct settings_file *f, size_t line, const char *message,
                    const char *hint)
{
	return diag_error(f->d, f->path, line, str_from(message), str_from(hint));
}

static size_t
index_of(const struct settings_file *f, struct str name)
{
	size_t i = 0;

	while (i < f->names && !str_eq(f->name[i], name))
		i++;
	return i;
}

static void
keep(struct settings_file *f, size_t name, struct str value, size_t n)
{
	const struct settings_line is = { str_dup(f->a, value), n };

	if (name != f->many) {
		f->value[name] = is;
		return;
	}
	ARENA_GROW(f->a, f->list, f->len, &f->cap);
	f->list[f->len++] = is;
}

static void
read_line(struct settings_file *f, struct str line, size_t n)
{
	struct str rest = str_trim(line), name;
	size_t     s;

	if (rest.len == 0 || rest.at[0] == '#')
		return;
	if (str_find(rest, STR("="), 0) == SIZE_MAX) {
		(void)settings_file_wrong(f, n, "this line is no 'name = value'",
		    "begin a remark with #");
		return;
	}
	name = str_trim(str_cut(&rest, '='));
	s = index_of(f, name);
	rest = str_trim(rest);
	if (s == f->names)
		(void)settings_file_wrong(f, n, "there is no such setting", f->hint);
	else if (f->value[s].line > 0)
		(void)settings_file_wrong(f, n, "this setting was given before", "leave one of them out");
	else if (!is_one_line(rest) || utf8_check(rest) != SIZE_MAX)
		(void)settings_file_wrong(f, n, "the value is no text", "write it anew");
	else if (rest.len > 0)
		keep(f, s, rest, n);
}

void
settings_file_read(struct settings_file *f, struct str text)
{
	for (size_t n = 1; text.len > 0; n++)
		read_line(f, str_cut(&text, '\n'), n);
}

bool
settings_file_secret(const struct settings_file *f, size_t name, struct str *ret)
{
	struct str text;

	if (!input_read(f->a, f->value[name].value, SECRET_MAX, f->d, &text))
		return false;
	text = str_trim(text);
	if (text.len == 0 || !is_one_line(text))
		return settings_file_wrong(f, f->value[name].line, "that file holds no secret on one line",
		    "");
	*ret = text;
	return true;
}

bool
settings_file_site(const struct settings_file *f, size_t name, struct str *ret)
{
	struct str s = f->value[name].value;
	bool       ok = str_starts(s, STR("https://")) || str_starts(s, STR("http://"));

	while (str_ends(s, STR("/")))
		s.len--;
	for (size_t i = 0; i < s.len; i++)
		ok &= s.at[i] != ' ' && s.at[i] != '<' && s.at[i] != '>' && s.at[i] != '"' &&
		    s.at[i] != '?' && s.at[i] != '#';
	if (!ok || s.len >= 200)
		return settings_file_wrong(f, f->value[name].line, "site is the address of the pages",
		    "such as https://barometer.aeroe.dk");
	*ret = s;
	return true;
}

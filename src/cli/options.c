#include "cli/options.h"
#include "base/utf8.h"
#include "model/overview_words.h"
#include <string.h>

static const struct option {
	char        letter;
	const char *name;
	bool        wants;
} options[] = {
#define L(letter, name, wants) { letter, name, wants },
	OPTIONS(L)
#undef L
};

#define OUTPUT_SHORT "-o"

static bool
set_locale(struct cli *c, struct str word)
{
	static const struct str words[] = {
		[NOTATION_DA] = STR_INIT("da"), [NOTATION_EN] = STR_INIT("en"),
		[NOTATION_NONE] = STR_INIT("none"),
	};

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (!str_eq(word, words[i]))
			continue;
		c->notation = (enum notation)i;
		return true;
	}
	(void)cli_usage(c, "--locale is da, en or none");
	return false;
}

static bool
set_day(struct cli *c, const char *option, struct str word, int32_t *day, bool *has)
{
	if (!day_from_iso(word, day)) {
		(void)cli_usage(c, "%s wants a date that exists, such as 2009-06-01", option);
		return false;
	}
	*has = true;
	return true;
}

/* "5y": as many years before today. */
static bool
set_before(struct cli *c, struct str word)
{
	struct date d = date_of(c->today);
	int64_t     years;

	if (!str_ends(word, STR("y")) || !str_int(str_slice(word, 0, word.len - 1), &years) ||
	    years < 1 || years > 100)
		return set_day(c, "--before", word, &c->before, &c->has_before);
	d.year -= (int)years;
	c->before = day_of(d.year, d.month, d.day <= month_days(d.year, d.month) ? d.day : 28);
	c->has_before = true;
	return true;
}

static bool
set_port(struct cli *c, struct str word)
{
	if (str_int(word, &c->port) && c->port >= 0 && c->port <= 65535)
		return true;
	(void)cli_usage(c, "--port is a number from 0 to 65535");
	return false;
}

static bool
set_timeout(struct cli *c, struct str word)
{
	if (str_int(word, &c->timeout) && c->timeout >= 1 && c->timeout <= TIMEOUT_MAX)
		return true;
	(void)cli_usage(c, "--timeout is a number of seconds from 1 to %d", TIMEOUT_MAX);
	return false;
}

static bool
set_workers(struct cli *c, struct str word)
{
	if (str_int(word, &c->workers) && c->workers >= 1 && c->workers <= SERVE_WORKERS_MAX)
		return true;
	(void)cli_usage(c, "--workers is a number from 1 to %d", SERVE_WORKERS_MAX);
	return false;
}

static bool
set_log(struct cli *c, struct str word)
{
	static const struct str words[] = {
		[SERVE_LOG_NONE] = STR_INIT("none"), [SERVE_LOG_ERRORS] = STR_INIT("errors"),
		[SERVE_LOG_ALL] = STR_INIT("all"),
	};

	for (size_t i = 0; i < COUNT_OF(words); i++) {
		if (!str_eq(word, words[i]))
			continue;
		c->log = (enum serve_log)i;
		return true;
	}
	(void)cli_usage(c, "--log is none, errors or all");
	return false;
}

static bool
set_lang(struct cli *c, struct str word)
{
	c->danish = str_eq(word, STR("da"));
	if (c->danish || str_eq(word, STR("en")))
		return true;
	(void)cli_usage(c, "--lang is da or en");
	return false;
}

static bool
set_by(struct cli *c, struct str word)
{
	if (overview_by_from_code(word, &c->by))
		return true;
	(void)cli_usage(c, "--by is section, unit, objective, agreement, financing or year");
	return false;
}

static bool
set_unit_of(struct cli *c, struct str word)
{
	if (budget_unit_from_code(word, &c->unit_of))
		return true;
	(void)cli_usage(c, "--unit-of is mio, 1000 or kr");
	return false;
}

/* May be given more than once; what they say is read when the command runs. */
static bool
add_set(struct cli *c, struct str word)
{
	ARENA_GROW(&c->arena, c->set, c->sets, &c->sets_cap);
	c->set[c->sets++] = word;
	return true;
}

static bool
add_role(struct cli *c, struct str word)
{
	ARENA_GROW(&c->arena, c->role, c->roles, &c->roles_cap);
	c->role[c->roles++] = word;
	return true;
}

static bool
set_site(struct cli *c, struct str word)
{
	if ((!str_starts(word, STR("https://")) && !str_starts(word, STR("http://"))) ||
	    str_find(word, STR(" "), 0) != SIZE_MAX || str_ends(word, STR("/"))) {
		(void)cli_usage(c, "--site is an address such as https://pejl.example.dk");
		return false;
	}
	c->site = word;
	return true;
}

/* Words that are kept: who did it, why, and which register. */
static bool
set_words(struct cli *c, const char *name, struct str word, struct str *ret)
{
	if (str_trim(word).len == 0) {
		(void)cli_usage(c, "--%s wants a value", name);
		return false;
	}
	*ret = word;
	return true;
}

static bool
set_option(struct cli *c, const struct option *o, struct str word)
{
	if (utf8_check(word) != SIZE_MAX) {
		(void)cli_usage(c, "the value of --%s is not valid UTF-8", o->name);
		return false;
	}
	switch (o->letter) {
	case 'd': return set_words(c, o->name, word, &c->db);
	case 'L': return set_locale(c, word);
	case 'g': return set_lang(c, word);
	case 'a': return set_day(c, "--as-of", word, &c->as_of, &c->has_as_of);
	case 'k': return set_day(c, "--known-on", word, &c->known_on, &c->has_known_on);
	case 'w': return set_words(c, o->name, word, &c->who);
	case 'y': return set_words(c, o->name, word, &c->why);
	case 'p': return set_port(c, word);
	case 'l': return set_words(c, o->name, word, &c->listen);
	case 'b': return set_by(c, word);
	case 'u': return set_unit_of(c, word);
	case 's': return add_set(c, word);
	case 'x': return set_words(c, o->name, word, &c->xlsx);
	case 'U': return set_words(c, o->name, word, &c->unix_path);
	case 'o': return set_log(c, word);
	case 'W': return set_workers(c, word);
	case 't': return set_words(c, o->name, word, &c->title);
	case 'm': return set_words(c, o->name, word, &c->mail);
	case 'R': return add_role(c, word);
	case 'O': return set_site(c, word);
	case 'B': return set_before(c, word);
	case 'E': return set_words(c, o->name, word, &c->mail_settings);
	case 'T': return set_words(c, o->name, word, &c->sso_settings);
	case 'f': return set_words(c, o->name, word, &c->of);
	case 'F': return set_words(c, o->name, word, &c->output);
	case 'i': return set_day(c, "--since", word, &c->since, &c->has_since);
	case 'Z': return set_words(c, o->name, word, &c->release);
	case 'K': return set_words(c, o->name, word, &c->compare);
	case 'Q': return set_words(c, o->name, word, &c->corrects);
	case 'M': c->remove = true; break;
	case 'I': return set_timeout(c, word);
	case 'H': return set_words(c, o->name, word, &c->source_hosts);
	case 'N': c->allow_private = true; break;
	case 'C': c->check = true; break;
	case 'e': c->expose = true; break;
	case 'c': c->csv = true; break;
	case 'j': c->json = true; break;
	case 'n': c->dry_run = true; break;
	case 'r': c->review = true; break;
	case 'P': c->publish = true; break;
	case 'A': c->all = true; break;
	case 'S': c->sarif = true; break;
	case 'v': c->verbose = true; break;
	default: break;                 /* help and version: main answers */
	}
	return true;
}

static const struct option *
find_option(struct str name)
{
	for (size_t i = 0; i < COUNT_OF(options); i++)
		if (str_eq(name, str_from(options[i].name)))
			return &options[i];
	return NULL;
}

bool
options_has(const struct options *o, char letter)
{
	return memchr(o->letter, letter, o->letters) != NULL;
}

/* One option at argv[*at], moving `*at` past its value. */
static bool
read_option(struct cli *c, int argc, char *argv[], int *at, struct options *ret)
{
	bool                 is_short = strcmp(argv[*at], OUTPUT_SHORT) == 0;
	struct str           word = is_short ? STR("output") : str_from(argv[*at] + 2);
	struct str           name = str_cut(&word, '=');
	bool                 joined = !is_short && argv[*at][2 + name.len] == '=';
	const struct option *o = find_option(name);

	if (o == NULL) {
		(void)cli_usage(c, "there is no option '--" STR_FMT "'", STR_ARG(name));
		return false;
	}
	if ((joined && !o->wants) || (!joined && o->wants && *at + 1 >= argc)) {
		(void)cli_usage(c, joined ? "--%s takes no value" : "--%s wants a value", o->name);
		return false;
	}
	if (!joined && o->wants)
		word = str_from(argv[++*at]);
	if (!options_has(ret, o->letter))
		ret->letter[ret->letters++] = o->letter;
	return set_option(c, o, word);
}

bool
options_read(struct cli *c, int argc, char *argv[], struct options *ret)
{
	struct options o = { .word = ARENA_ARRAY(&c->arena, char *, (size_t)argc + 1) };
	bool           ended = false;

	for (int i = 1; i < argc; i++) {
		if (!ended && strcmp(argv[i], "--") == 0)
			ended = true;
		else if (ended || (strncmp(argv[i], "--", 2) != 0 &&
		    strcmp(argv[i], OUTPUT_SHORT) != 0))
			o.word[o.words++] = argv[i];
		else if (!read_option(c, argc, argv, &i, &o))
			return false;
	}
	*ret = o;
	return true;
}

const char *
options_stray(const struct options *o, const char *letters)
{
	for (size_t i = 0; i < o->letters; i++) {
		if (strchr(letters, o->letter[i]) != NULL ||
		    strchr(OPTIONS_ANYWHERE, o->letter[i]) != NULL)
			continue;
		for (size_t k = 0; k < COUNT_OF(options); k++)
			if (options[k].letter == o->letter[i])
				return options[k].name;
	}
	return NULL;
}

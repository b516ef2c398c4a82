/* Whom a server may ask for figures, and what a problem is called in plain words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include "app/source_reach.h"
#include "model/source_problem.h"

static void
hosts_are_those_that_are_named(void **state)
{
	static const struct {
		const char *hosts, *url, *host;
		bool        reached;
	} row[] = {
		{ "", "https://api.statbank.dk/v1", "api.statbank.dk", true },
		{ "", "https://API.StatBank.dk:443/v1", "API.StatBank.dk", true },
		{ "", "https://api.statbank.dk", "api.statbank.dk", true },
		{ "", "https://data.ssb.no/api", "data.ssb.no", false },
		{ "data.ssb.no, bank.stat.gl", "https://bank.stat.gl/api", "bank.stat.gl", true },
		{ "data.ssb.no, bank.stat.gl", "https://api.statbank.dk/v1", "api.statbank.dk", false },
		{ "statbank.dk", "https://api.statbank.dk/v1", "api.statbank.dk", false },
		{ "api.statbank.dk", "https://api.statbank.dk.ond.dk/v1", "api.statbank.dk.ond.dk", false },
		{ "127.0.0.1", "http://127.0.0.1:8123/v1", "127.0.0.1", true },
		/* What could be read two ways is no address. */
		{ "", "https://api.statbank.dk@ond.dk/", "", false },
		{ "", "https://ond.dk\\@api.statbank.dk/", "", false },
		{ "", "https://api.statbank.dk#@ond.dk/", "", false },
		{ "", "https://api.statbank.dk?x", "", false },
		{ "", "https://api.statbank.dk:0/", "", false },
		{ "", "https://api.statbank.dk:80:80/", "", false },
		{ "", "https://[::1]/", "", false },
		{ "", "https://ærø.dk/", "", false },
		{ "", "ftp://api.statbank.dk/", "", false }, { "", "https://", "", false },
		{ "", "api.statbank.dk", "", false }, { "", "", "", false },
		{ " , ", "https:///", "", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct str url = str_from(row[i].url);

		if (!str_eq(source_host(url), str_from(row[i].host)) ||
		    source_reaches(str_from(row[i].hosts), url) != row[i].reached)
			fail_msg("%s: " STR_FMT, row[i].url, STR_ARG(source_host(url)));
	}
}

/* What the program says itself has words of its own; what it does not know has some, too. */
static void
problems_have_words(void **state)
{
	static const struct {
		const char *said, *what;
	} row[] = {
		{ "its host “ond.dk” is not among those that may be asked", "not among those" },
		{ "the bureau is an address of this machine or of a private network, which is not asked", "private" },
		{ "the bureau refuses (REQUEST-LIMIT): Forespørgslen er for stor", "more than the bureau gives" },
		{ "the bureau refuses (EXTRACT-NOTFOUND): Tabellen blev ikke fundet", "refuses" },
		{ "the bureau answers 503", "a fault of its own" }, { "the bureau answers 404", "knows nothing" },
		{ "the bureau answers with more than 64 MB", "more than is taken" },
		{ "the bureau did not answer in time", "in time" },
		{ "the bureau was not waited for, since the server stops", "stopped" },
		{ "the bureau Could not resolve hostname", "could not be reached" },
		{ "is a web page, no figures", "web page" }, { "", "could not be taken in" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(row); i++) {
		struct source_advice a = source_advice(str_from(row[i].said));

		if (strstr(a.what, row[i].what) == NULL || a.remedy[0] == '\0')
			fail_msg("%s: %s", row[i].said, a.what);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(hosts_are_those_that_are_named),
		cmocka_unit_test(problems_have_words),
	};

	return cmocka_run_group_tests_name("source_reach", tests, NULL, NULL);
}

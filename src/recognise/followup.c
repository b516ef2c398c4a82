#include "recognise/followup.h"

/* What a follow-up is called. */
const char *const followup_words[] = { "evaluer*", "evalueringen", "opfoelgning*", "foelges op",
	"foelges der op", "foelge op", "statusrapport*", "rapport*", "afrapporter*", "redegoer*",
	"forelaegges", "foreligge*", "forventes klar", "status", "maaling", "maales", "gennemgaas",
	"revider*", "midtvejs*", "beslutning", "effektmaal*", NULL };
/* What has been done is no promise any more. */
static const char *const done_words[] = { "blev", "var", "har", "havde", "er blevet", "viste", "viser",
	"er gennemfoert", "er evalueret", "er afsluttet", "er udarbejdet", "er forelagt", "udgjorde",
	"fandt sted", "konkluderede*", NULL };
/* What is to come. */
const char *const followup_coming_words[] = { "evalueres", "foelges", "forelaegges", "revideres",
	"afrapporteres", "gennemgaas", "maales", "udkommer", "udarbejdes", "gennemfoeres", "skal", "vil",
	"bliver", "forventes", "naeste", "planlagt", "planlaegges", "foerste status", "rapporteres",
	"redegoeres", NULL };

/* From `from` to the next "og", "men" or comma with what comes after `at`. */
static struct str
clause_around(struct str s, size_t from, size_t at, size_t end)
{
	static const struct str cuts[] = {
		STR_INIT(" og "), STR_INIT(" men "), STR_INIT(", "), STR_INIT("; "),
	};
	size_t to = s.len;

	for (size_t i = 0; i < COUNT_OF(cuts); i++) {
		size_t hit = from;

		while ((hit = str_find(s, cuts[i], hit)) < at) {
			from = hit + cuts[i].len;
			hit = from;
		}
		hit = str_find(s, cuts[i], end);
		if (hit < to)
			to = hit;
	}
	return str_slice(s, from, to);
}

/* "vil tage beslutning om funktion og sammensætning i september": the "og" ends
 * no clause when what follows has no verb. */
struct str
followup_clause(struct arena *a, struct str s, size_t from, size_t at, size_t end)
{
	struct str clause = clause_around(s, from, at, end), f = utf8_fold(a, clause);

	if (folded_has_any(f, done_words) || folded_has_any(f, followup_coming_words))
		return clause;
	return str_slice(s, from, (size_t)(clause.at - s.at) + clause.len);
}

bool
followup_is_promised(struct arena *a, struct str sentence, struct str clause)
{
	struct str f = utf8_fold(a, clause), all = utf8_fold(a, sentence);

	if (folded_has_any(f, done_words) || !folded_has_any(f, followup_coming_words))
		return false;
	return folded_has_any(f, followup_words) || folded_has_any(all, followup_words);
}

bool
followup_is_done(struct arena *a, struct str clause)
{
	return folded_has_any(utf8_fold(a, clause), done_words);
}

/* papers.h - documents that tests import: one of their own, those that come with
 * the program, and the real ones where they are.
 */
#ifndef TEST_APP_PAPERS_H
#define TEST_APP_PAPERS_H

#include "register.h"

static const char *const names[] = {
	"000_d605e6fa2a31c3d0.txt", "001_e56e0fdd7179aae5.txt", "002_fbc1732bb90d9cb7.txt",
};

/* A real document, or an empty path where it is not there. */
static inline struct str
real(struct place *p, size_t i)
{
	const char *dir = getenv("PEJL_DOCUMENTS");
	struct str  path = arena_printf(&p->arena, "%s/%s", dir != NULL ? dir : "../shared/documents",
	    names[i]);

	return access(path.at, R_OK) == 0 ? path : STR_NONE;
}

static inline bool
have_documents(struct place *p)
{
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (real(p, i).len == 0)
			return false;
	return true;
}

static const char own[] =
    "Status på Økonomiforvaltningens indsatser, april 2012\n"
    "\n"
    "Navn på indsats\tSprogmentorer på Nørrebro\n"
    "Økonomi\t1,5 mio. kr.\n"
    "Afsæt\tBR 09.10.08\n"
    "Målgruppe\tca. 300 ledige med dansk som andetsprog\n"
    "Beskriv aktiviteterne\tMentorer mødes med de ledige hver uge\n"
    "Mål\tMindst 60 pct. er i job inden udgangen af 2011\n"
    "Hvordan bidrager indsatsen\tFlere kommer i arbejde\n"
    "Planlagt opfølgning\tForåret 2012\n"
    "Status på indsatsen\tDe første 40 er i gang\n"
    "\n"
    "Indikator\tStartmåling forår 2007\tSeneste måling\tMåltal\tMål\n"
    "Andel beskæftigede på Østerbro\t54,40 pct. (forår 2007)\t59,90 pct.\t64,00 pct.\tAndelen skal stige med 10 procentpoint frem til 2010\n"
    "Andel, der føler sig trygge\t4,5-10 pct. i 2007\tover 80 pct.\tmindst 95 pct.\tMindst 95 pct. føler sig trygge\n"
    "Andel uden tilknytning til arbejdsmarkedet\t49,5 pct.\t42,1 pct.\t39,5 pct.\tDet skal blive bedre for alle\n"
    "Andel kvinder i arbejde\t48,50 pct.\t55,00 pct.\tAndel skal stige\tÅben for alle\n";

static inline void
frame(struct place *p, struct store *s)
{
	static const struct text_file files[] = {
		{ "change.csv", "id,at,who,why\n1,2026-11-01T04:00:00Z,Åse,Rammen\n" },
		{ "area.csv", "id,since,title,level\nby,1,København,city\n" },
		{ "authority.csv", "id,since,title,area\nkk,1,Københavns Kommune,by\n" },
		{ "unit.csv", "id,since,title,short_name\nbiu,1,Beskæftigelses- og Integrationsudvalget,BIU\n"
		  "oeu,1,Økonomiudvalget,ØU\n" },
	};

	register_load(p, s, package_put(p, "ramme", files, COUNT_OF(files)));
}

/* The papers that come with the program: so many of each kind in each. */
static const struct {
	const char        *file;
	enum proposal_kind kind;
	size_t             count;
} papers[] = {
	{ "aftale-med-projekter.txt", PROPOSAL_AGREEMENT_PROJECT, 4 },
	{ "barometer.txt", PROPOSAL_INDICATOR, 6 },
	{ "handleplan.txt", PROPOSAL_ACTION, 5 },
	{ "maal-med-status.txt", PROPOSAL_GOAL_STATUS, 6 },
	{ "oekonomioversigt.csv", PROPOSAL_BUDGET_LINE, 17 },
	{ "redegoerelse.md", PROPOSAL_GOAL_STATUS, 3 },
	{ "resultatmaal.md", PROPOSAL_RESULT_GOAL, 6 },
	{ "statusskema-helbredsteam.txt", PROPOSAL_STATUS_FORM, 3 },
};

static inline struct str
paper(struct place *p, size_t i)
{
	return arena_printf(&p->arena, "examples/papers/%s", papers[i].file);
}

#endif

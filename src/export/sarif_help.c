#include "export/sarif_help.h"

static const struct {
	struct str da, en;
} help[AUDIT_CODE_COUNT] = {
	[AUDIT_SUM] = {
	    STR_INIT("En trykt sum er en anden, end linjerne giver, og mere end afrundingen kan forklare. "
	             "Ret summen, eller ret linjen, som er forkert."),
	    STR_INIT("A printed total is not what its lines give, by more than rounding explains. "
	             "Correct the total, or the line that is wrong.") },
	[AUDIT_ROUNDING] = {
	    STR_INIT("En trykt sum er en anden end summen af de trykte tal, men afrunding af tallene forklarer "
	             "forskellen. Intet skal rettes."),
	    STR_INIT("A printed total is not the sum of the printed figures, but rounding of those figures "
	             "explains the difference. Nothing needs to be corrected.") },
	[AUDIT_DERIVED_TARGET] = {
	    STR_INIT("Startmåling plus lovet ændring giver et andet niveau end det, der er trykt. "
	             "Afgør, hvilket af de tre tal der gælder."),
	    STR_INIT("Baseline plus promised change gives another level than the one printed. "
	             "Decide which of the three figures is meant.") },
	[AUDIT_RATIO] = {
	    STR_INIT("En andel i procent følger ikke af de antal, den står ved siden af. Regn den ud igen."),
	    STR_INIT("A share in per cent does not follow from the counts beside it. Compute it again.") },
	[AUDIT_GROWTH] = {
	    STR_INIT("En stigning eller et fald er ikke forskellen mellem de to tal, der nævnes. Se efter, om "
	             "der menes procent eller procentpoint."),
	    STR_INIT("A rise or a fall is not the difference between the two figures named. See whether per "
	             "cent or percentage points are meant.") },
	[AUDIT_REFUND] = {
	    STR_INIT("Brutto, refusionens andel og netto passer ikke sammen, eller et skemas økonomi passer "
	             "ikke med budgetposten."),
	    STR_INIT("Gross, share of refund and net do not fit, or the economy of a form does not fit its "
	             "budget line.") },
	[AUDIT_COUNT] = {
	    STR_INIT("Et antal er et andet end det, der regnes op bagefter. Tilføj det, der mangler, eller ret "
	             "antallet."),
	    STR_INIT("A count is not the number of things listed after it. Add what is missing or correct the "
	             "count.") },
	[AUDIT_LABEL] = {
	    STR_INIT("En overskrift eller henvisning peger på noget andet end det, den står ved: et forkert "
	             "nummer eller et forkert år."),
	    STR_INIT("A heading or reference points at something else than what it stands with: a wrong number "
	             "or a wrong year.") },
	[AUDIT_NUMBERING] = {
	    STR_INIT("Et nummer mangler eller bruges to gange, eller indholdsfortegnelsen kalder et afsnit noget "
	             "andet end afsnittet selv."),
	    STR_INIT("A number is missing or used twice, or the list of contents calls a section something else "
	             "than the section does.") },
	[AUDIT_TABLE] = {
	    STR_INIT("En tabel kan ikke lægges sammen: celler er forskudt eller mangler, et år står to gange, "
	             "eller enheden skifter undervejs."),
	    STR_INIT("A table cannot be summed: cells are shifted or missing, a year stands twice, or the unit "
	             "changes half-way.") },
	[AUDIT_CONFLICT] = {
	    STR_INIT("To steder siger noget forskelligt om det samme, for eksempel 10 procent og 10 "
	             "procentpoint. Afgør, hvad der gælder."),
	    STR_INIT("Two places say different things of the same, such as 10 per cent and 10 percentage "
	             "points. Decide which one stands.") },
	[AUDIT_MISSING] = {
	    STR_INIT("Et mål, en indikator, et måltal eller en status er ikke oplyst. Skriv det, eller skriv, "
	             "hvorfor det ikke findes."),
	    STR_INIT("A goal, an indicator, a target or a status is not stated. State it, or state why there is "
	             "none.") },
	[AUDIT_UNMEASURABLE] = {
	    STR_INIT("Et mål siger kun en retning, eller intet som kan kontrolleres. Sæt et tal og en frist på."),
	    STR_INIT("A goal states a direction only, or nothing that can be checked. Give it a figure and a "
	             "deadline.") },
	[AUDIT_SPENDING] = {
	    STR_INIT("Der er uddelt eller brugt langt fra det, der er bevilget eller planlagt. Forklar forskellen."),
	    STR_INIT("What was allocated or spent is far from what was granted or planned. Explain the "
	             "difference.") },
	[AUDIT_OVERDUE] = {
	    STR_INIT("En opfølgning blev lovet til en tid, der er gået, og intet senere fortæller om den."),
	    STR_INIT("A follow-up was promised for a time that has passed, and nothing later tells of it.") },
	[AUDIT_BREAK] = {
	    STR_INIT("Målemetoden er ændret, men målet er sat efter den gamle. Sæt målet om, eller sig, at det "
	             "ikke kan sammenlignes."),
	    STR_INIT("The method of measuring changed, but the target was set by the old one. Re-base the "
	             "target, or say that it cannot be compared.") },
};

struct str
sarif_help(enum audit_code c, bool danish)
{
	return danish ? help[c].da : help[c].en;
}

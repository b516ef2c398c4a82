/* Tables with columns, in the ways that offices set them: result goals, action
 * plans, indicators, goals beside their status, budgets; and tables that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "recognise_help.h"

static const struct paper_case result_goals[] = {
	{ "committee, Målsætning and header", "a.txt",
	  "Resultatmål for inklusionspolitikken\n\nBørne- og Ungdomsudvalget\n\nMålsætning 1: Flere børn lærer dansk tidligt\t\t\t\n"
	  "Nr.\tResultatmål\tIndikator\tAktiviteter\n"
	  "1\tAndelen af sprogvurderede børn øges\tAndel i pct.\tSprogstøtte på Nørrebro\n"
	  "2\tFærre elever går ud uden prøve\tAntal elever\tLektiecafé\n", RESULT_GOALS(2) },
	{ "headers repeated, numbers restart", "b.txt",
	  "Resultatmål\n\nSocialudvalget\n\nMålsætning 1: Færre hjemløse\n\nNr.\tResultatmål\tIndikator\tAktiviteter\n"
	  "1\tFærre unge på herberg\tAntal unge\tBostøtte\n\nNr.\tResultatmål\tIndikator\tAktiviteter\n"
	  "2\tKortere ventetid\tAntal dage\tVisitation\n\nMålsætning 2: Flere i bolig\n\nNr.\tResultatmål\tIndikator\tAktiviteter\n"
	  "1\tFlere får egen bolig\tAntal boliger\tÅbne boliger\n", RESULT_GOALS(3) },
	{ "no header after the page break", "c.txt",
	  "Resultatmål\n\nSocialudvalget\n\nNr.\tResultatmål\tIndikator\tAktiviteter\n1\tFærre unge på herberg\tAntal unge\tBostøtte\n\n"
	  "2\tKortere ventetid\tAntal dage\tVisitation\n", RESULT_GOALS(2) },
	{ "no header at all", "d.txt",
	  "Resultatmål\n\nBeskæftigelses- og Integrationsudvalget\n\nMålsætning 1: Flere i arbejde\n\n"
	  "1\tFlere kvinder kommer i job\tAndel af kvinder i job\tJobklub på Amager\n"
	  "2\tFlere mænd kommer i job\tAndel af mænd i job\tMentorer\n", RESULT_GOALS(2) },
	{ "a cell goes on in the next row", "e.txt",
	  "Resultatmål\n\nSUD\n\nNr.\tResultatmål\tIndikator\tAktiviteter\n1\tFærre unge sover\tAntal unge\tBostøtte og\n"
	  "\tpå herberg\t\tefterværn\n2\tKortere ventetid\tAntal dage\tVisitation\n", RESULT_GOALS(2) },
	{ "a cell goes on over the page", "f.txt",
	  "Resultatmål\n\nSUD\n\nNr.\tResultatmål\tIndikator\tAktiviteter\n1\tFærre unge sover\tAntal unge\tBostøtte og\n\n"
	  "\tpå herberg\t\tefterværn\n2\tKortere ventetid\tAntal dage\tVisitation\n", RESULT_GOALS(2) },
	{ "goals that are not stated", "g.txt",
	  "Resultatmål\n\nØU\n\nNr.\tResultatmål\tIndikator\tAktiviteter\n1\t?\t??????\tIngen\n2\tIngen\tAntal\tMøder\n", RESULT_GOALS(2) },
	{ "without activities", "h.txt",
	  "Resultatmål\n\nØU\n\nNr.\tResultatmål\tIndikator\n1\tFlere besøg\tAntal besøg\n2\tFærre klager\tAntal klager\n", RESULT_GOALS(2) },
	{ "without numbers", "i.txt",
	  "Resultatmål\n\nØU\n\nResultatmål\tIndikator\tAktiviteter\nFlere besøg\tAntal besøg\tKampagne\nFærre klager\tAntal klager\tKurser\n", RESULT_GOALS(2) },
	{ "extra columns", "j.md",
	  "# Resultatmål\n\n## Kultur- og Fritidsudvalget\n\n| Nr. | Udvalg | Resultatmål | Indikator | Baseline | Måltal | Aktiviteter | Ansvarlig | Status |\n"
	  "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n| 1 | KFU | Flere børn i klub | Andel | 40 pct. | 50 pct. | Fripladser | KFF | I gang |\n"
	  "| 2 | KFU | Flere frivillige | Antal | 200 | 300 | Frivilligbørs | KFF | - |\n", RESULT_GOALS(2) },
	{ "the Målsætning in a row with a label", "k.csv",
	  "Nr.;Resultatmål;Indikator;Aktiviteter\nMålsætning;Flere børn lærer dansk;;\n1;Flere sprogvurderes;Andel;Sprogstøtte\n"
	  "Målsætning;Flere går i klub;;\n1;Flere børn i klub;Andel;Fripladser\n", RESULT_GOALS(2) },
	{ "committees as rows", "l.csv",
	  "Nr.;Resultatmål;Indikator;Aktiviteter\nSocialudvalget;;;\n1;Færre hjemløse;Antal;Boliger\nØkonomiudvalget;;;\n1;Flere lærlinge;Antal;Klausuler\n", RESULT_GOALS(2) },
	{ "numbers inside the goals", "rg2.txt",
	  "Resultatmål\n\nØU\n\nMålsætning 2: Mere blandet ledelse\nResultatmål\tIndikator\tAktiviteter\tAnsvarlig\n"
	  "1. Flere ledere\tAndel\tKurser\tØKF\n2. Flere elever\tAntal\tKlausuler\tØKF\n\n"
	  "3. Flere besøg\tAntal\tWeb\tØKF\n", RESULT_GOALS(3) },
	{ "the goal before its indicator, with figures", "rg4.txt",
	  "Resultatmål 2011\n\nSUD\n\nNr.\tMål\tIndikator\tBaseline\tMåltal 2014\tStatus\n"
	  "1\tFærre hjemløse\tAntal\t200\t100\tI gang\n2\tFærre anbringelser\tAntal\t300\t250\tI gang\n", RESULT_GOALS(2) },
};

static const struct paper_case actions[] = {
	{ "six columns", "a.txt",
	  "Handleplan 2011-2014\n\n1. Tema/Indsatsområde\t2. Mål\t3. Aktiviteter\t4. Ressourcer\t5. Succeskriterier\t6. Hvordan dækker aktiviteterne vejen til målet\n"
	  "Arbejde\tFlere i job\tJobcafé i Ørestad\t1 mio. kr.\tAt 20 borgere får job\tEn indsats for ledige\n"
	  "Bolig\tEt trygt kvarter\tLys på stierne\t0 kr.\tFærre utrygge\tTryghed\n", ACTIONS(2) },
	{ "four columns", "b.md",
	  "# Handleplan\n\n| Tema | Mål | Aktiviteter | Succeskriterier |\n| --- | --- | --- | --- |\n| Arbejde | Flere i job | Jobcafé | 20 i job |\n"
	  "| Bolig | Tryghed | Lys | Færre utrygge |\n", ACTIONS(2) },
	{ "no header, paragraphs in cells", "c.txt",
	  "Forslag\n\n<p>Arbejde</p>\t<p>Flere i job</p>\t<p>Vi åbner en jobcafé i Ørestad, hvor alle kan få råd.</p> <p>Den er åben hver dag.</p>\t<p>0,5 mio. kr. årligt</p>\t<p>At 20 får job.</p>\t<p>Arbejde</p>\n\n"
	  "<p>Bolig</p>\t<p>Tryghed</p>\t<p>Vi sætter lys på stierne i hele kvarteret og fælder krat.</p>\t<p>Kr. 0</p>\t<p>Færre utrygge</p>\t<p>Tryghed</p>\n", ACTIONS(2) },
	{ "header on the page before, and repeated", "d.txt",
	  "Handleplan\n\nTema\tMål\tAktiviteter\tRessourcer\tSucceskriterier\n\nArbejde\tFlere i job\tJobcafé\t1 mio. kr.\t20 i job\n\n"
	  "Tema\tMål\tAktiviteter\tRessourcer\tSucceskriterier\n\nBolig\tTryghed\tLys\t0 kr.\tFærre utrygge\n", ACTIONS(2) },
	{ "a row split by the page", "e.txt",
	  "Handleplan\n\nTema\tMål\tAktiviteter\tRessourcer\tSucceskriterier\nArbejde\tFlere i job\tJobcafé i Ørestad, hvor\t1 mio. kr.\t20 i\n\n"
	  "\t\talle kan få råd\t\tjob\nBolig\tTryghed\tLys\t0 kr.\tFærre utrygge\n", ACTIONS(2) },
	{ "the rest of a lost row is a fragment", "f.txt",
	  "Handleplan\n\nTema\tMål\tAktiviteter\tRessourcer\tSucceskriterier\n\n\t\t\t\tog deres børn i klubber\n\nArbejde\tFlere i job\tJobcafé\t1 mio. kr.\t20 i job.\n",
	  { { 0, 0, 0, 1, 0, 0, 0, ANY_COUNT }, 1 } },
	{ "one theme for several rows", "g.csv",
	  "Tema;Mål;Aktiviteter;Ressourcer;Succeskriterier\nArbejde;Flere i job;Jobcafé;1 mio. kr.;20 i job\n;Flere i praktik;Mentorer;0 kr.;30 i praktik\n", ACTIONS(2) },
	{ "goal not stated", "h.csv",
	  "Tema;Mål;Aktiviteter;Ressourcer;Succeskriterier\nArbejde;?;Jobcafé;1 mio. kr.;Ingen\n", ACTIONS(1) },
	{ "who and when as columns, a merged theme", "a1.txt",
	  "Handleplan for SUD\n\nTema\tMål\tAktivitet\tAnsvarlig\tTidsplan\tSucceskriterium\n"
	  "Bolig\tFærre hjemløse\tFlere boliger\tSOF\t2011\tHalvering i 2014\n"
	  "\tFærre anbringelser\tRådgivning\tSOF\t2012\tFald på 10 pct.\n"
	  "Job\tFlere i job\tMentorer\tBIF\t2011\t100 i job\n", ACTIONS(3) },
};

static const struct paper_case indicators[] = {
	{ "with a header", "a.txt",
	  "Barometer\n\nNr.\tIndikator\tStartmåling\tSeneste måling\tMåltal\tMål for indsatsen\n"
	  "1\tAndel i job\t54,40 pct.\t59,90 pct.\t64,00 pct.\tAndelen øges\n2\tAndel kvinder i job\t48,50 pct.\t55,00 pct.\tAndel skal stige\t\n", INDICATORS(2) },
	{ "no header", "b.txt",
	  "Barometer for Ørestad\n\n1.\tAndel i job\t54,40 pct.\t59,90 pct.\t64,00 pct.\tAndelen øges\n"
	  "2.\tAndel kvinder i job\t48,50 pct.\t55,00 pct.\tAndel skal stige\tFlere kvinder\n", INDICATORS(2) },
	{ "no number column, values in counts", "c.csv",
	  "Indikator;Baseline 2010;Måling 2011;Mål for 2014\nUdsatte områder;12;14;6\nBesøg på siden;9.109;11.668;13.664\n", INDICATORS(2) },
	{ "a value is missing", "d.csv",
	  "Indikator;Startmåling;Seneste måling;Måltal\nAndel i job;54,4 pct.;-;64 pct.\nAndel i klub;..;40 pct.;Andel skal stige\nAndel ældre;?;?;80 pct.\n", INDICATORS(3) },
	{ "a pipe table", "e.md",
	  "# Barometer\n\n| Indikator | Startmåling | Seneste måling | Mål 2014 |\n| --- | --- | --- | --- |\n| Andel i job | 54 % | 59 % | 64 % |\n", INDICATORS(1) },
	{ "split over pages", "f.txt",
	  "Barometer\n\nNr.\tIndikator\tStartmåling\tSeneste måling\tMåltal\n1\tAndel i job\t54,4 pct.\t59,9 pct.\t64 pct.\n\n2\tAndel i klub\t30 pct.\t31 pct.\t40 pct.\n", INDICATORS(2) },
	{ "years of shares are no budget", "g.csv",
	  "Indikator;2008;2009;2010\nAndel i job;54 pct.;56 pct.;59 pct.\n", INDICATORS(1) },
	{ "bare figures under headings", "i2.txt",
	  "Integrationsbarometer\n\nBeskæftigelse\n\nAndel i job\t54,4\t59,9\t64,0\n"
	  "Andel kvinder i job\t48,5\t55,0\tskal stige\n\nUddannelse\n\nKarakter i dansk på Ærø\t5,1\t5,3\tHøjere\n", INDICATORS(3) },
};

static const struct paper_case goal_status[] = {
	{ "two columns", "a.txt",
	  "Status\n\nMål\tStatus\nAndelen i job øges med 10 procentpoint\tDen er steget til 59,9 pct.\nIngen nye udsatte områder\tTo er udgået.\n", GOALS(2) },
	{ "with numbers", "b.csv",
	  "Nr.;Mål;Status\n1;Andelen i job øges;Den er steget.\n2;Færre utrygge;Ikke målt.\n", GOALS(2) },
	{ "a title row, and no header", "c.txt",
	  "Redegørelse\n\nStatusskema for udvalgets målopfyldelse\t\nAndelen i job skal stige\tDen er steget.\nDer må ikke komme nye udsatte områder\tTo er udgået.\n", GOALS(2) },
	{ "a status that goes on", "d.md",
	  "# Status\n\n| Målsætning | Status |\n| --- | --- |\n| Andelen i job øges | Den er steget. |\n| | Den måles igen i maj. |\n", GOALS(1) },
	{ "not stated", "e.csv", "Mål;Status\n?;./.\n", GOALS(1) },
};

static const struct paper_case budgets[] = {
	{ "years below the title, groups and totals", "a.txt",
	  "Økonomi\n\nØkonomisk oversigt 2008-2010 i mio. kr.\t\t\t\t\t\n\t\t2008\t2009\t2010\tI alt\n"
	  "Indsatser for job\t\t8,9\t8,9\t-\t17,8\n2.1\tJobpatruljer\t6,9\t6,9\t-\t13,8\n2.2\tHelbredsteam ¹\t2,0\t2,0 4)\t-\t4,0\n"
	  "Indsatser for bolig\t\t1,0\t1,0\t1,0\t3,0\n3.1\tÅbne gårde\t1,0\t1,0\t1,0\t3,0\nI ALT⁵\t\t9,9\t9,9\t1,0\t20,8\n", LINES(3, 3) },
	{ "no numbers, groups by their sums", "b.csv",
	  "Budget i 1.000 kr.;2010;2011;2012;I alt\nJob;300;300;300;900\nJobcafé;100;100;100;300\nMentorer;200;200;200;600\n"
	  "Bolig;70;80;90;240\nLys;50;50;50;150\nÆldreklub;20;30;40;90\nTotal;370;380;390;1.140\n", LINES(4, 3) },
	{ "no total column, two years", "c.md",
	  "# Budget\n\nt.kr.\n\n| Nr. | Indsats | Budget 2010 | Budget 2011 |\n| --- | --- | --- | --- |\n| 1 | Jobcafé | 100 | 120 |\n| 2 | Mentorer | -50 | 0 |\n| | Sum | 50 | 120 |\n", LINES(2, 1) },
	{ "six years and an extra column", "d.csv",
	  "Indsats (mio. kr.);2009;2010;2011;2012;2013;2014;Finansiering\nJobcafé;1,0;1,0;1,0;1,0;1,0;1,0;Statslig\nMentorer;0,5;0,5;0,5;-;-;-;Fond\n", LINES(2, 0) },
	{ "the second part has no header", "e.txt",
	  "Budget i mio. kr.\n\nNr.\tIndsats\t2010\t2011\tI alt\n1.1\tJobcafé\t1,0\t1,0\t2,0\n1.2\tMentorer\t0,5\t0,5\t1,0\n\n1.3\tLys\t2,0\t-\t2,0\nI alt\t\t3,5\t1,5\t5,0\n", LINES(3, 1) },
	{ "a page number and a repeated header between", "f.txt",
	  "Budget i mio. kr.\n\nNr.\tIndsats\t2010\t2011\tI alt\n1.1\tJobcafé\t1,0\t1,0\t2,0\n\nSide 4 af 9\n\nNr.\tIndsats\t2010\t2011\tI alt\n1.2\tLys\t2,0\t-\t2,0\nI alt\t\t3,0\t1,0\t4,0\n", LINES(2, 1) },
	{ "groups in bold; a total far from its lines is told", "g.md",
	  "# Budget i mio. kr.\n\n| Indsats | 2010 | 2011 |\n| --- | --- | --- |\n| **Job** | 3,0 | 9,0 |\n| Jobcafé | 1,0 | 1,0 |\n| Mentorer | 1,0 | 2,0 |\n| **I alt** | 2,0 | 3,0 |\n", { { 0, 0, 0, 0, 2, 0, 0, -1, 1 }, 1 } },
	{ "unnumbered lines among numbered", "h.csv",
	  "Nr.;Indsats;2010;2011;I alt (mio. kr.)\n2.1;Jobcafé;1,0;1,0;2,0\n;Øvrige;0,3;0,4;0,7\n2.2;Mentorer;0,5;0,5;1,0\n;I alt;1,8;1,9;3,7\n", LINES(3, 1) },
	{ "headings of groups without amounts", "i.csv",
	  "Indsats;2010;2011;I alt, mio. kr.\nJob;;;\nJobcafé;1,0;1,0;2,0\nBolig;;;\nLys;2,0;-;2,0\nSamlet;3,0;1,0;4,0\n", LINES(2, 1) },
	{ "every line a dash", "j.csv", "Indsats;2010;2011;I alt, mio. kr.\nJobcafé;-;-;-\nLys;1;1;2\n", LINES(2, 0) },
	{ "groups as lines of text, negative amounts", "b1.txt",
	  "Økonomi\n\nOversigt over budget 2011-2014 (1.000 kr.)\n\nIndsats\t2011\t2012\t2013\t2014\n"
	  "Tema 1: Børn og unge\nSprogstøtte\t1.200\t1.200\t1.200\t1.200\nFritidspas\t800\t800\t-\t-\n"
	  "I alt tema 1\t2.000\t2.000\t1.200\t1.200\nTema 2: Job\nMentorer\t-500\t(500)\t0\t0\nSum\t-500\t-500\t0\t0\n"
	  "Total\t1.500\t1.500\t1.200\t1.200\n", LINES(3, 3) },
	{ "numbers inside the names, notes, a column of financing", "b2.txt",
	  "Bilag 3. Finansiering af integrationsaftalen\n\nBeløb i mio. kr., 2010-priser\n\n"
	  "\t2010\t2011\t2012\tI alt\tFinansiering\n1. Jobcafé\t1,0\t1,0\t1,0\t3,0\tBudget 2010\n"
	  "2. Mentorer\t2,0\t2,0\t\t4,0\tStatslig pulje\n3. Klub, note 1)\t0,5\t0,5\t0,5 1)\t1,5\tFond\n"
	  "Samlet udgift\t3,5\t3,5\t1,5\t8,5\t\n", LINES(3, 1) },
	{ "two rows of titles, shares beside the years, letters", "b3.txt",
	  "Budget, alle beløb i mio. kr.\n\n\t\tRegnskab\tKorrigeret\tI pct. af\nNr.\tOmråde\t2010\tbudget 2011\tbudget\n"
	  "A.1\tJobcafé\t1,0\t2,0\t50,0\nA.2\tMentorer på Ærø\t1,0\t2,0\t50,0\n\tSamlet\t2,0\t4,0\t50,0\n", LINES(2, 1) },
	{ "below the sum of everything", "b4.txt",
	  "Budget i mio. kr.\n\nPost\t2010\t2011\nJobcafé\t1,0\t2,0\nMentorer\t1,0\t2,0\nSum\t2,0\t4,0\n"
	  "Heraf stat\t0,5\t0,5\nKommunal udgift\t1,5\t3,5\n", LINES(4, 1) },
};

static const struct paper_case others[] = {
	{ "a list of contents", "a.txt", "Redegørelse\n\nIndhold\n\nIndledning\t3\nJob\t5\nBolig\t12\n", NOTHING },
	{ "key figures are claims", "b.txt", "Redegørelse\n\nNøgletal\n\nAntal projekter\t7\nSamlet tilskud 2009\t6.105.606 kr.\n", CLAIMS(2) },
	{ "statistics promise nothing", "d.csv",
	  "Bydel;Indvandrere;Efterkommere;I alt\nNørrebro;12.000;5.000;17.000\nAmager;9.000;4.000;13.000\n",
	  { { 0, 0, 0, 0, 0, 0, 0, 0 }, 3 } },
	{ "a table of names is told", "c.csv", "Navn;Telefon;Kontor\nÅse;Lokal Ø;Rådhuset\n", { { 0, 0, 0, 0, 0, 0, 0, ANY_COUNT }, 2 } },
};

static void result_goal_tables(void **s)  { (void)s; CHECK_CASES(result_goals); }
static void action_plans(void **s)        { (void)s; CHECK_CASES(actions); }
static void indicator_tables(void **s)    { (void)s; CHECK_CASES(indicators); }
static void goals_beside_status(void **s) { (void)s; CHECK_CASES(goal_status); }
static void budget_overviews(void **s)    { (void)s; CHECK_CASES(budgets); }
static void other_tables(void **s)        { (void)s; CHECK_CASES(others); }

struct said {
	const struct paper_case *paper;
	enum proposal_kind       kind;
	int                      nth;
	enum field_kind          field;
	int                      field_nth;
	const char              *text;
	uint32_t                 line, column;
	int                      year;
};

static const struct said sayings[] = {
	{ &result_goals[0], PROPOSAL_RESULT_GOAL, 0, FIELD_COMMITTEE, 0, "Børne- og Ungdomsudvalget", 3, 1, 0 },
	{ &result_goals[0], PROPOSAL_RESULT_GOAL, 1, FIELD_OBJECTIVE, 0, "Målsætning 1: Flere børn lærer dansk tidligt", 5, 1, 0 },
	{ &result_goals[0], PROPOSAL_RESULT_GOAL, 1, FIELD_NUMBER, 0, "2", 8, 1, 0 },
	{ &result_goals[0], PROPOSAL_RESULT_GOAL, 1, FIELD_GOAL, 0, "Færre elever går ud uden prøve", 8, 3, 0 },
	{ &result_goals[1], PROPOSAL_RESULT_GOAL, 2, FIELD_OBJECTIVE, 0, "Målsætning 2: Flere i bolig", 13, 1, 0 },
	{ &result_goals[4], PROPOSAL_RESULT_GOAL, 0, FIELD_GOAL, 1, "på herberg", 7, 2, 0 },
	{ &result_goals[4], PROPOSAL_RESULT_GOAL, 0, FIELD_ACTIVITY, 1, "efterværn", 7, 14, 0 },
	{ &result_goals[9], PROPOSAL_RESULT_GOAL, 0, FIELD_BASELINE, 0, "40 pct.", 7, 41, 0 },
	{ &result_goals[9], PROPOSAL_RESULT_GOAL, 0, FIELD_TARGET, 0, "50 pct.", 7, 51, 0 },
	{ &result_goals[10], PROPOSAL_RESULT_GOAL, 1, FIELD_OBJECTIVE, 1, "Flere går i klub", 4, 12, 0 },
	{ &actions[0], PROPOSAL_ACTION, 1, FIELD_THEME, 0, "Bolig", 5, 1, 0 },
	{ &actions[0], PROPOSAL_ACTION, 1, FIELD_ECONOMY, 0, "0 kr.", 5, 39, 0 },
	{ &actions[2], PROPOSAL_ACTION, 0, FIELD_ECONOMY, 0, "0,5 mio. kr. årligt", 3, 127, 0 },
	{ &actions[2], PROPOSAL_ACTION, 1, FIELD_GOAL, 0, "Færre utrygge", 5, 110, 0 },
	{ &actions[4], PROPOSAL_ACTION, 0, FIELD_ACTIVITY, 1, "alle kan få råd", 6, 3, 0 },
	{ &indicators[0], PROPOSAL_INDICATOR, 0, FIELD_TITLE, 0, "Andel i job", 4, 3, 0 },
	{ &indicators[0], PROPOSAL_INDICATOR, 0, FIELD_TARGET, 0, "64,00 pct.", 4, 37, 0 },
	{ &indicators[1], PROPOSAL_INDICATOR, 1, FIELD_BASELINE, 0, "48,50 pct.", 4, 24, 0 },
	{ &indicators[1], PROPOSAL_INDICATOR, 1, FIELD_TARGET, 0, "Andel skal stige", 4, 46, 0 },
	{ &indicators[2], PROPOSAL_INDICATOR, 1, FIELD_LATEST, 0, "11.668", 3, 22, 0 },
	{ &goal_status[0], PROPOSAL_GOAL_STATUS, 1, FIELD_STATUS, 0, "To er udgået.", 5, 27, 0 },
	{ &budgets[0], PROPOSAL_BUDGET_LINE, 1, FIELD_NUMBER, 0, "2.2", 7, 1, 0 },
	{ &budgets[0], PROPOSAL_BUDGET_LINE, 1, FIELD_TITLE, 0, "Helbredsteam", 7, 5, 0 },
	{ &budgets[0], PROPOSAL_BUDGET_LINE, 1, FIELD_AMOUNT, 1, "2,0 4)", 7, 24, 2009 },
	{ &budgets[0], PROPOSAL_BUDGET_LINE, 1, FIELD_AMOUNT, 2, "-", 7, 31, 2010 },
	{ &budgets[0], PROPOSAL_BUDGET_LINE, 2, FIELD_GROUP, 0, "Indsatser for bolig", 8, 1, 0 },
	{ &budgets[0], PROPOSAL_BUDGET_LINE, 2, FIELD_TOTAL, 0, "3,0", 9, 28, 0 },
	{ &budgets[2], PROPOSAL_BUDGET_LINE, 1, FIELD_AMOUNT, 0, "-50", 8, 18, 2010 },
	{ &budgets[3], PROPOSAL_BUDGET_LINE, 1, FIELD_ECONOMY, 0, "Fond", 3, 28, 0 },
	{ &budgets[COUNT_OF(budgets) - 2], PROPOSAL_BUDGET_LINE, 0, FIELD_NUMBER, 0, "A.1", 5, 1, 0 },
	{ &budgets[COUNT_OF(budgets) - 2], PROPOSAL_BUDGET_LINE, 1, FIELD_ACTUAL, 0, "1,0", 6, 21, 2010 },
	{ &budgets[COUNT_OF(budgets) - 2], PROPOSAL_BUDGET_LINE, 1, FIELD_REVISED, 0, "2,0", 6, 25, 2011 },
	{ &budgets[COUNT_OF(budgets) - 1], PROPOSAL_BUDGET_LINE, 3, FIELD_PART_OF, 0, "Mentorer", 5, 1, 0 },
};

static void
what_rows_say(void **state)
{
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sayings); i++) {
		const struct said     *s = &sayings[i];
		struct arena           a = { 0 };
		struct recognition     r = read_paper(&a, str_from(s->paper->name), str_from(s->paper->text));
		const struct proposal *p = nth(&r, s->kind, s->nth);
		const struct field    *f = field_of_kind(p, s->field, s->field_nth);

		if (f == NULL) {
			fail_msg("%s: no \"%s\"", s->paper->what, s->text);
			abort();
		}
		if (!str_eq(f->text, str_from(s->text)) || f->line != s->line || f->column != s->column ||
		    f->year != s->year) {
			print_error("%s: \"" STR_FMT "\" %d at %u:%u, not \"%s\" at %u:%u\n", s->paper->what,
			    STR_ARG(f->text), f->year, f->line, f->column, s->text, s->line, s->column);
			wrong++;
		}
		arena_free(&a);
	}
	assert_int_equal(wrong, 0);
}

static void
units_of_budgets(void **state)
{
	static const int64_t factors[] = { 1000000, 1000, 1000, 1000000 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(factors); i++) {
		struct arena       a = { 0 };
		struct recognition r = read_paper(&a, str_from(budgets[i].name), str_from(budgets[i].text));

		if (r.factor != factors[i])
			fail_msg("%s: %lld", budgets[i].what, (long long)r.factor);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(result_goal_tables),
		cmocka_unit_test(action_plans),
		cmocka_unit_test(indicator_tables),
		cmocka_unit_test(goals_beside_status),
		cmocka_unit_test(budget_overviews),
		cmocka_unit_test(other_tables),
		cmocka_unit_test(what_rows_say),
		cmocka_unit_test(units_of_budgets),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

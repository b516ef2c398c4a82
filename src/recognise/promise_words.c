#include "recognise/promise_words.h"

const char *const words_rise[] = { "oege*", "oegn*", "oegning*", "foroeg*", "stig", "stige*", "stign*", "stigende",
	"stiger", "vokse*", "vaekst", "haeve*", "loeftes", "forbedre*", "fordobl*", "tredobl*",
	"flere", "hoejere", "op paa", "stoerre andel", NULL };
const char *const words_fall[] = { "reducer*", "reduktion*", "fald*", "nedbring*", "saenk*",
	"mindske*", "mindskes", "formindsk*", "halver*", "faerre", "lavere", "begraens*",
	"ned paa", "nedsaet*", "minimer*", NULL };
const char *const words_hold[] = { "fasthold*", "bevar*", "uaendret", "opretholde*",
	"status quo", NULL };
const char *const words_measure[] = { "andel", "andelen", "andele", "antal", "antallet",
	"procentdel*", "frekvens*", "beskaeftigelsesfrekvens*", "beskaeftigelsesprocent*",
	"beskaeftigelsesgrad*", "kontanthjaelpsgrad*", "kriminalitet*", "ledighed*", "frafald*",
	"fravaer*", "tilfredshed*", "trafikken", "besoegstal*", "gennemsnit*", "trygheden",
	"tryghed", "varighed*", "niveau*", "score", "indeks*", "deltagelse*", "karakter*",
	"diskrimination", "fattigdom*", NULL };
const char *const words_worse[] = { "kriminalitet*", "sigtet", "sigtes", "ledig*", "frafald*",
	"fravaer*", "hjemloes*", "diskrimination*", "utryg*", "udsat*", "kontanthjaelp*", "uden",
	"doemt*", "vold*", "fattig*", "sygefravaer*", "anbring*", NULL };
const char *const words_persons[] = { "person*", "borger*", "medarbejder*", "unge", "elever",
	"kvinder", "maend", "beboer*", "familier", "ledige", "indvandrer*", "deltager*",
	"boern", "kursister*", "ansatte", "brugere", "modtager*", "udlaendinge", "frivillige",
	"foraeldre", "mentorer", "studerende", NULL };
const char *const words_done[] = { "udarbejde*", "tage* i brug", "taget i brug", "etabler*",
	"opret*", "gennemfoer*", "ivaerksat", "ivaerksaettes", "vedtage*", "faerdig*",
	"implementer*", "afslutte*", "igangsat", "igangsaettes", "lancer*", "udvikle*", "aabn*",
	"offentliggjort", "foreligge*", "evalueret", "evalueres", "indfoer*", "paa plads",
	"klar", "afholdt", "ansat", NULL };
const char *const words_no_new[] = { "ikke komme nye", "ikke opstaa nye", "ingen nye",
	"ikke flere nye", "ikke komme flere", "ikke tilfoejes nye", "ikke kommer nye",
	"ikke opstaar nye", "ikke vaere nye", NULL };
const char *const words_benchmark[] = { "gennemsnittet for", "gennemsnittet af", "gennemsnittet i",
	"landsgennemsnit*", "paa niveau med", "paa linje med", "samme niveau som",
	"sammenlignet med", "ligge under", "ligger under", "ligge over", "ligger over",
	"hoejere end", "lavere end", NULL };
const char *const words_comparators[] = { "kommuner", "kommunerne", "storbyer", "byer", "landsgennemsnit*",
	"landet", "hovedstaden", "hovedstadsomraadet", "6-byer*", "danskere", "danske", "andre",
	"oevrige", "resten", "regionen", "befolkningen", "gennemsnittet", NULL };
const char *const words_parity[] = { "lige saa meget for", "mindst lige saa meget", "lige saa meget som",
	"i samme takt", "samme takt som", "mindst lige saa hurtigt", "i samme omfang", NULL };
const char *const words_gap[] = { "gab", "gabet", "forskel", "forskellen", "forskelle", "kloeft",
	"kloeften", NULL };
const char *const words_close[] = { "udlign*", "luk", "lukke*", "fjern*", "ophaev*", "forsvind*",
	"elimin*", "ingen forskel", NULL };
const char *const words_each_place[] = { "i den enkelte", "i det enkelte", "i hver enkelt",
	"i hvert enkelt", "paa den enkelte", "paa det enkelte", "i hver", "i hvert", "paa hver",
	"paa hvert", "for hver", "for hvert", "i alle", "paa alle", NULL };
const char *const words_each_year[] = { "om aaret", "hvert aar", "aarlig", "aarligt", "aarlige",
	"pr. aar", "pr aar", "per aar", "hvert af aarene", NULL };
const char *const words_keep[] = { "fortsat", "fasthold*", "hvert aar", "opretholde*", "bevar*",
	"til stadighed", "altid", "fremover", NULL };
const char *const words_duration[] = { "aar", "aars", "aarig*", "-aarig*", "maaned*", "uge", "uger",
	"ugers", "ugentlig*", "time", "timer", "timers", "dag", "dage", "dages", "minut*",
	"stoerste", "gange", "gang", "procentpoints", "kvartal", "halvaar", NULL };
const char *const words_before_change[] = { "stigning paa", "vaekst paa", "foroegelse paa",
	"oegning paa", "fald paa", "reduktion paa", "nedgang paa", "fremgang paa", "med", NULL };

/* labels.h - what a cell or a heading says it is.
 *
 * Papers of the same family name the same thing in many ways: with or without
 * a number, a colon, the plural or definite ending, a slip of the scanner. One
 * table holds the words; everything else asks for a label. (domain.md, 6)
 */
#ifndef RECOGNISE_LABELS_H
#define RECOGNISE_LABELS_H

#include "recognise/folded.h"

enum label {
	LABEL_NONE,
	LABEL_NUMBER,           /* Nr. */
	LABEL_NAME,             /* Navn på indsats */
	LABEL_PROJECT,          /* Projekt */
	LABEL_ECONOMY,          /* Økonomi, Ressourcer */
	LABEL_MANDATE,          /* Afsæt */
	LABEL_TARGET_GROUP,     /* Målgruppe */
	LABEL_CHARACTERISTICS,  /* Karakteristika for målgruppen */
	LABEL_ACTIVITY,         /* Beskriv aktiviteterne */
	LABEL_GOAL,             /* Mål */
	LABEL_CONTRIBUTION,     /* Hvordan bidrager indsatsen … */
	LABEL_FOLLOWUP,         /* Planlagt opfølgning */
	LABEL_STATUS,           /* Status ift. målopfyldelse */
	LABEL_CHALLENGE,        /* Udfordringer */
	LABEL_PURPOSE,          /* Formål */
	LABEL_AMOUNT,           /* Beløb */
	LABEL_THEME,            /* Tema/Indsatsområde */
	LABEL_CRITERIA,         /* Succeskriterier */
	LABEL_RESULT_GOAL,      /* Resultatmål */
	LABEL_INDICATOR,        /* Indikator */
	LABEL_OBJECTIVE,        /* Målsætning */
	LABEL_COMMITTEE,        /* Udvalg */
	LABEL_BASELINE,         /* Startmåling */
	LABEL_LATEST,           /* Seneste måling */
	LABEL_TARGET,           /* Måltal, Mål for 2014 */
	LABEL_TOTAL,            /* I alt */
	LABEL_OTHER,            /* Ansvarlig, Tidsplan: a label of the family without a field of its own */
	LABEL_COUNT_
};

/* A set of labels: LABEL_BIT(LABEL_GOAL) | ... */
#define LABEL_BIT(l) (1u << (l))

/* What the whole of a cell says. `folded` is utf8_fold() of it. */
enum label label_of_cell(struct arena *a, struct str text, struct str folded);

/* The whole of a heading or paragraph is a label: stricter than in a cell,
 * because "Status på bekæmpelse af diskrimination" is a title there. */
enum label label_of_line(struct arena *a, struct str text, struct str folded);

/* "Formål: at …": a label, a colon and text. `*rest` is the offset of the text. */
enum label label_before_text(struct arena *a, struct str text, size_t *rest);

/* The next "Status: " inside a text at or after `from`, where a sentence or line
 * begins. `*at` is where the label begins, `*rest` where its text does. */
enum label label_inside_text(struct arena *a, struct str text, size_t from, size_t *at,
                             size_t *rest);

/* "Socialudvalget", "SUD", "Børne- og Ungdomsudvalget (BUU)": a committee or its administration. */
bool label_is_committee(struct arena *a, struct str text);

#endif

/* wording.h - what the pages say around the data, in Danish and English.
 *
 * One row a text: id, Danish, English. What the domain says (verdicts, reasons,
 * units) is in core/.
 */
#ifndef VIEW_WORDING_H
#define VIEW_WORDING_H

#include "base/str.h"

#define WORDINGS(X)                                                                           \
	X(BAROMETER, "Barometer", "Barometer")                                                \
	X(SKIP, "Gå til sidens indhold", "Skip to the content")                               \
	X(LANGUAGE, "Sprog", "Language")                                                      \
	X(LEAD, "Holder politikken, hvad den lover? Hvert måltal er bedømt ud fra sin "       \
	        "seneste måling.",                                                            \
	        "Does the policy keep its promises? Every target is judged by its latest "    \
	        "measurement.")                                                               \
	X(DESCRIPTION, "Mål, målinger og domme for byens politik, med kilder.",               \
	        "Targets, measurements and verdicts for the city's policy, with sources.")    \
	X(AS_OF, "pr.", "as of")                                                              \
	X(AS_OF_LABEL, "Vis, som det stod den", "Show as it stood on")                        \
	X(AS_OF_BUTTON, "Vis", "Show")                                                        \
	X(AS_OF_RESET, "Tilbage til statusdatoen", "Back to the status date")                 \
	X(POLICIES, "Politikker", "Policies")                                                 \
	X(COUNTS, "Måltal efter dom", "Targets by verdict")                                   \
	X(TARGETS, "måltal", "targets")                                                       \
	X(TARGETS_ONE, "måltal", "target")                                                    \
	X(VERDICT, "Dom", "Verdict")                                                          \
	X(PROMISE, "Løfte", "Promise")                                                        \
	X(LATEST, "Seneste måling", "Latest figure")                                          \
	X(TARGET, "Måltal", "Target")                                                         \
	X(PACE, "Tempo", "Pace")                                                              \
	X(EARLY, "før tid", "early")                                                          \
	X(UNCERTAIN, "usikkert", "uncertain")                                                 \
	X(UNCERTAIN_OTHER, "usikkert, måske", "uncertain, perhaps")                           \
	X(ASSUMED, "dato antaget", "date assumed")                                            \
	X(PRELIMINARY, "foreløbig", "preliminary")                                            \
	X(SOURCE, "Kilde:", "Source:")                                                        \
	X(SOURCE_TARGET, "Løftets kilde:", "Source of the promise:")                          \
	X(SOURCE_LATEST, "målingens kilde:", "of the figure:")                                \
	X(NO_THEME, "Uden tema", "Without a theme")                                           \
	X(NO_POLICY, "Uden politik", "Without a policy")                                      \
	X(NO_OBJECTIVE, "Uden målsætning", "Without an objective")                            \
	X(EMPTY, "Registret har endnu ingen måltal.", "The register holds no targets yet.")   \
	X(LEGEND, "Hvad betyder dommene?", "What do the verdicts mean?")                      \
	X(MEANS_MET, "Målet er nået, eventuelt før fristen.",                                 \
	        "The target is reached, perhaps before its deadline.")                        \
	X(MEANS_ON_TRACK, "Fristen ligger forude, og tempoet er mindst 0,95 af det, der "     \
	        "skal til; eller et krav, der skal holdes, holder.",                          \
	        "The deadline is ahead and the pace is at least 0.95 of what is needed; or "  \
	        "what is to be kept holds.")                                                  \
	X(MEANS_BEHIND, "Tempoet er mindst 0,60, men under 0,95.",                            \
	        "The pace is at least 0.60 but under 0.95.")                                  \
	X(MEANS_OFF_TRACK, "Tempoet er under 0,60, der er ingen ændring, eller et krav, der " \
	        "skal holdes, er brudt.",                                                     \
	        "The pace is under 0.60, nothing has changed, or what is to be kept is "      \
	        "broken.")                                                                    \
	X(MEANS_AWAY, "Det går den forkerte vej.", "It moves the wrong way.")                 \
	X(MEANS_MISSED, "Den lovede periode er målt, og målet er ikke nået.",                 \
	        "The promised period is measured, and the target is not reached.")            \
	X(MEANS_NO_DATA, "Der er ingen måling at dømme efter.",                               \
	        "There is no measurement to judge by.")                                       \
	X(MEANS_UNDEFINED, "Der er ikke sat et mål, der kan kontrolleres.",                   \
	        "No target that can be checked was stated.")                                  \
	X(MEANS_PACE, "Tempoet er den ændring, der er sket, delt med den, der skulle være "   \
	        "sket på en lige linje fra startmåling til frist. 1,00 er præcis på linjen.", \
	        "The pace is the change so far divided by the change that a straight line "   \
	        "from baseline to deadline asks for. 1.00 is exactly on the line.")           \
	X(FOOTER, "Domme beregnes ud fra registret, hver gang siden vises.",                  \
	        "Verdicts are computed from the register each time the page is shown.")       \
	X(TO_BAROMETER, "Gå til barometret", "Go to the barometer")                           \
	X(BAD_AS_OF, "Datoen efter as_of kan ikke læses. Skriv den som 2009-06-01.",          \
	        "The date after as_of cannot be read. Write it as 2009-06-01.")               \
	X(BAD_REQUEST, "Adressen kan ikke læses.", "The address cannot be read.")

enum wording {
#define X(id, da, en) WORDING_##id,
	WORDINGS(X)
#undef X
	WORDING_COUNT
};

struct str wording(enum wording w, bool danish);

#endif

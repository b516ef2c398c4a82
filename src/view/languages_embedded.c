/* Alone in its file, so that a test can link another bundle in its place. */
#include "view/languages.h"
#include "base/embed.h"

EMBED(languages_embedded, BUILD_DIR "/languages");

/* assets.h - the files of assets/ that pages ask for, part of the program. */
#ifndef WEB_ASSETS_H
#define WEB_ASSETS_H

#include "base/str.h"

enum asset { ASSET_STYLE, ASSET_ICON };

struct str asset_bytes(enum asset which);
struct str asset_media(enum asset which);

#endif

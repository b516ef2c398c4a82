#include "web/assets.h"
#include "base/embed.h"

EMBED(asset_style, "assets/pejl.css");
EMBED(asset_icon, "assets/pejl.svg");

static const struct {
	const char *at, *end;
	struct str  media;
} assets[] = {
	[ASSET_STYLE] = { asset_style, asset_style_end, STR_INIT("text/css; charset=utf-8") },
	[ASSET_ICON] = { asset_icon, asset_icon_end, STR_INIT("image/svg+xml") },
};

struct str
asset_bytes(enum asset which)
{
	return (struct str){ assets[which].at, (size_t)(assets[which].end - assets[which].at) };
}

struct str
asset_media(enum asset which)
{
	return assets[which].media;
}

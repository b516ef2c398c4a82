#include "view/asset.h"
#include "base/bundle.h"
#include "base/embed.h"
#include <stdlib.h>

EMBED(assets_embedded, ASSETS "/bundle");

static bool
cut_asset(struct str *bundle, struct asset *ret)
{
	struct asset as;

	if (!bundle_cut(bundle, &as.media, &as.bytes))
		return false;
	as.name = str_cut(&as.media, ' ');
	as.hash = str_cut(&as.media, ' ');
	*ret = as;
	return true;
}

static struct str
all(void)
{
	return (struct str){ assets_embedded, (size_t)(assets_embedded_end - assets_embedded) };
}

bool
asset_at(size_t i, struct asset *ret)
{
	struct str   bundle = all();
	struct asset as;

	do {
		if (!cut_asset(&bundle, &as))
			return false;
	} while (i-- > 0);
	*ret = as;
	return true;
}

bool
asset_find(struct str name, struct asset *ret)
{
	struct str   bundle = all();
	struct asset as;

	while (cut_asset(&bundle, &as)) {
		if (!str_eq(as.name, name))
			continue;
		*ret = as;
		return true;
	}
	return false;
}

void
asset_href(struct buf *b, const char *name)
{
	struct asset as;

	if (!asset_find(str_from(name), &as))
		abort();
	HTML(b, "/assets/");
	html_text(b, as.hash);
	HTML(b, "/");
	html_text(b, as.name);
}

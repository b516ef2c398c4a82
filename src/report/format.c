#include "report/format.h"
#include "report/html.h"

static const struct {
	struct str ending, media, name;
} formats[] = {
#define X(id, ending, media, name) { STR_INIT(ending), STR_INIT(media), STR_INIT(name) },
	REPORT_FORMATS(X)
#undef X
};

struct str
report_format_ending(enum report_format f)
{
	return formats[f].ending;
}

struct str
report_format_media(enum report_format f)
{
	return formats[f].media;
}

struct str
report_format_name(enum report_format f)
{
	return formats[f].name;
}

bool
report_format_from_ending(struct str ending, enum report_format *ret)
{
	for (size_t i = 0; i < FORMAT_COUNT; i++) {
		if (!str_eq(formats[i].ending, ending))
			continue;
		*ret = (enum report_format)i;
		return true;
	}
	return false;
}

bool
report_format(struct arena *a, const struct tree *t, enum report_format f, struct str site,
              struct buf *b, struct str *why)
{
	struct html_wish html = { .site = site };

	(void)a;
	switch (f) {
	case FORMAT_HTML:
		report_html(b, t, &html);
		break;
	case FORMAT_COUNT:
		break;
	}
	if (!buf_ok(b))
		*why = STR("the report is too long");
	return buf_ok(b);
}

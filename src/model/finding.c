#include "model/finding.h"

static const struct {
	struct str    code, da, en;
	enum severity severity;
} codes[AUDIT_CODE_COUNT] = {
#define X(id, code, severity, da, en) \
	[AUDIT_##id] = { STR_INIT(code), STR_INIT(da), STR_INIT(en), SEVERITY_##severity },
	AUDIT_CODES(X)
#undef X
};

struct str
audit_code(enum audit_code c)
{
	return codes[c].code;
}

enum severity
audit_severity(enum audit_code c)
{
	return codes[c].severity;
}

struct str
audit_title(enum audit_code c, bool danish)
{
	return danish ? codes[c].da : codes[c].en;
}

struct str
severity_code(enum severity s)
{
	static const struct str code[] = {
		[SEVERITY_ERROR] = STR_INIT("error"), [SEVERITY_WARNING] = STR_INIT("warning"),
		[SEVERITY_INFO] = STR_INIT("info"),
	};

	return code[s];
}

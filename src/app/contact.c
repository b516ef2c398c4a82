#include "app/contact.h"

struct contact
contact_of(const struct snapshot *sn)
{
	const struct noun_row *row;

	if (sn->len[NOUN_AUTHORITY] == 0)
		return (struct contact){ 0 };
	row = &sn->row[NOUN_AUTHORITY][0];
	return (struct contact){
		.address = row->text[AUTHORITY_address], .mail = row->text[AUTHORITY_mail],
		.phone = row->text[AUTHORITY_phone], .web = row->text[AUTHORITY_web],
		.statement = row->text[AUTHORITY_statement],
		.privacy = row->text[AUTHORITY_privacy], .licence = row->text[AUTHORITY_licence],
	};
}

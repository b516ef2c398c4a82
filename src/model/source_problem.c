#include "model/source_problem.h"

/* The first whose part is there. */
static const struct {
	struct str           part;
	struct source_advice advice;
} rows[] = {
	{ STR_INIT("not among those that may be asked"), {
	  N_("The host of its address is not among those that may be asked from here."),
	  N_("That cannot be changed on a page. Ask whoever runs the server to name the host in "
	     "PEJL_SOURCE_HOSTS (/etc/default/pejl), if the address is right."), "address" } },
	{ STR_INIT("private network"), {
	  N_("Its address is one of this machine or of a private network."),
	  N_("Such are not asked. If it is meant, whoever runs the server allows it with --allow-private."), "address" } },
	{ STR_INIT("the bureau marks a break"), {
	  N_("The bureau marks a break in the series, which was not there last time."),
	  N_("Find out from the bureau what changed. If it counts otherwise now, record a new way of "
	     "measuring of the indicator."), NULL } },
	{ STR_INIT("the bureau notes"), {
	  N_("The bureau notes a break in the series, which it did not last time."),
	  N_("Find out from the bureau what changed. If it counts otherwise now, record a new way of "
	     "measuring of the indicator."), NULL } },
	{ STR_INIT("the series is broken"), {
	  N_("The series is broken: the bureau calls something otherwise than last time."),
	  N_("Find out from the bureau what changed. If it counts otherwise now, record a new way of "
	     "measuring of the indicator; if the source asks for the wrong thing, change the source."), NULL } },
	{ STR_INIT("any longer"), {
	  N_("Something that the source names is not there any longer."),
	  N_("See in the bureau's table what replaced it, and change the source. If it counts otherwise "
	     "now, record a new way of measuring of the indicator."), "areas" } },
	{ STR_INIT("has no variable"), {
	  N_("The bureau's table lacks a dimension that is selected."),
	  N_("Write it as the bureau does: the table's dimensions and codes are shown when the source is "
	     "tried from its form."), "selection" } },
	{ STR_INIT("cannot be left out"), {
	  N_("A dimension of the table has to be selected, and is not."),
	  N_("Write it as the bureau does: the table's dimensions and codes are shown when the source is "
	     "tried from its form."), "selection" } },
	{ STR_INIT("has no “"), {
	  N_("The bureau's table lacks a code that is selected."),
	  N_("Write it as the bureau does: the table's dimensions and codes are shown when the source is "
	     "tried from its form."), "selection" } },
	{ STR_INIT("has no heading"), {
	  N_("The file has no row of headings with the columns that the source names."),
	  N_("Look at the file's first lines, and change the source. Capital letters count."), "figures" } },
	{ STR_INIT("can be read two ways"), {
	  N_("A figure can be read in two ways."),
	  N_("Say in the source how figures are written in the file."), "notation" } },
	{ STR_INIT("REQUEST-LIMIT"), {
	  N_("The source asks for more than the bureau gives at once."),
	  N_("Change the source: select fewer codes or periods."), "selection" } },
	{ STR_INIT("too much is selected"), {
	  N_("The source asks for more than the bureau gives at once."),
	  N_("Change the source: select fewer codes or periods."), "selection" } },
	{ STR_INIT("answers of the bureau"), {
	  N_("The source asks for more than the bureau gives at once."),
	  N_("Change the source: select fewer codes or periods."), "selection" } },
	{ STR_INIT("the bureau refuses"), {
	  N_("The bureau refuses what the source asks for. Its own words stand below."),
	  N_("Compare the table and what is selected with the bureau's own pages, and change the source."), "selection" } },
	{ STR_INIT("did not answer in time"), {
	  N_("The bureau did not answer in time."),
	  N_("Fetch it again later. It is also asked the next time that all are."), NULL } },
	{ STR_INIT("since the server stops"), {
	  N_("The server stopped before the bureau answered."),
	  N_("Fetch it again."), NULL } },
	{ STR_INIT("leads to another host"), {
	  N_("The bureau leads to another host, which is not asked."),
	  N_("See on the bureau's own pages where its figures are now, and change the address."), "address" } },
	{ STR_INIT("without end"), {
	  N_("The address leads from one place to another without end."),
	  N_("See on the bureau's own pages where its figures are now, and change the address."), "address" } },
	{ STR_INIT(" MB"), {
	  N_("The bureau sends more than is taken in at once."),
	  N_("Change the source: select fewer codes or periods."), "selection" } },
	{ STR_INIT("the bureau answers 5"), {
	  N_("The bureau has a fault of its own just now."),
	  N_("Fetch it again later. It is also asked the next time that all are."), NULL } },
	{ STR_INIT("the bureau answers 429"), {
	  N_("The bureau is asked too often just now."),
	  N_("Fetch it again later. It is also asked the next time that all are."), NULL } },
	{ STR_INIT("the bureau answers"), {
	  N_("The bureau knows nothing at this address."),
	  N_("Compare the address and the table with the bureau's own pages, and change the source."), "address" } },
	{ STR_INIT("web page"), {
	  N_("The bureau sent a web page in place of figures."),
	  N_("It may be closed for a while: fetch it again later. If that does not help, the address is "
	     "wrong."), "address" } },
	{ STR_INIT("names no area"), {
	  N_("A code stands for an area that the register does not have."),
	  N_("Make the area, or change which codes are which areas."), "areas" } },
	{ STR_INIT("names no group"), {
	  N_("A code stands for a group that the register does not have."),
	  N_("Make the group, or change which codes are which groups."), "grps" } },
	{ STR_INIT("has no dimension"), {
	  N_("The bureau's answer lacks a dimension that the source names."),
	  N_("Select it, or change its name in the source. Capital letters count."), "selection" } },
	{ STR_INIT("the file has no"), {
	  N_("The file lacks a column, or something in one, that the source names."),
	  N_("Look at the file's first lines, and change the source. Capital letters count."), "selection" } },
	{ STR_INIT("does not describe a table"), {
	  N_("The bureau does not know the table, or it is no bureau of that kind."),
	  N_("Compare the kind, the address and the table with the bureau's own pages, and change the source."), "tbl" } },
	{ STR_INIT("are the same period"), {
	  N_("Two codes of time are the same period."),
	  N_("Select one of them."), "selection" } },
	{ STR_INIT("and the indicator in"), {
	  N_("The bureau counts in another unit than the indicator."),
	  N_("Select other figures, or let the source measure another indicator."), "indicator" } },
	{ STR_INIT("figures are in"), {
	  N_("The figures that fall together are in different units."),
	  N_("Select one code of each dimension that is not mapped to areas or groups."), "selection" } },
	{ STR_INIT("is no mapping"), {
	  N_("Which codes are which areas or groups cannot be read."),
	  N_("Write it as DIMENSION: code=key code=key."), "areas" } },
	{ STR_INIT("cannot be added"), {
	  N_("Several codes fall together, and figures of this unit cannot be added up."),
	  N_("Select one code of each dimension that is not mapped to areas or groups."), "selection" } },
	{ STR_INIT("counted twice"), {
	  N_("A total is selected together with its parts, which would be counted twice."),
	  N_("Select either the code of all, or those of the parts."), "selection" } },
	{ STR_INIT("cannot be below"), {
	  N_("A figure is below nought, or above 100 per cent."),
	  N_("Ask the bureau whether it is meant. What may be so is measured by an indicator of another unit."),
	  "indicator" } },
	{ STR_INIT("is no JSON"), {
	  N_("The bureau sent something that is cut off, or no table of that kind."),
	  N_("Fetch it again later. If that does not help, see whether it is a source of that kind."), "kind" } },
	{ STR_INIT("is no figure"), {
	  N_("The bureau sent something that is no figure."),
	  N_("Look at the bureau's table, and fetch it again later."), NULL } },
	{ STR_INIT("is no period"), {
	  N_("The bureau writes a period in a way that is not understood."),
	  N_("Select periods that are years, half years, quarters, months, weeks or days."), "selection" } },
	{ STR_INIT("no area is named"), {
	  N_("The source names no area, and the authority has none either."),
	  N_("Say which codes are which areas, or give the authority its area."), "areas" } },
	{ STR_INIT("selection is none"), {
	  N_("What is selected cannot be read."),
	  N_("Write it as VARIABLE=code,code VARIABLE=*, with blanks between."), "selection" } },
	{ STR_INIT("no such source"), {
	  N_("The source was taken out of use before it was asked."),
	  N_("There is nothing to do."), NULL } },
};

struct source_advice
source_advice(struct str said)
{
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (str_find(said, rows[i].part, 0) != SIZE_MAX)
			return rows[i].advice;
	return (struct source_advice){
		N_("What the bureau sent could not be taken in, or it could not be reached."),
		N_("The program's own words stand below. Fetch it again later; if that does not help, show "
		   "them to whoever runs the server."), NULL,
	};
}

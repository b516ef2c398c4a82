// staff_year.js - one year of a policy, from an empty register to a status that was laid
// before the council, as docs/handbook/10-the-follow-up.md tells it and with nothing else.
"use strict";
const { code_of } = require("./staff_steps");

const PASSWORD = "rød grød med fløde";
const UNIT = "Beskæftigelses- og Integrationsforvaltningen";
const COMMITTEE = "Beskæftigelses- og Integrationsudvalget";
const POLICY = "Integrationspolitik 2007-2010";
const GOAL = "Flere indvandrere og efterkommere i arbejde";
const INDICATOR = "Indvandrere og efterkommere i arbejde";
const INITIATIVE = "Jobpatruljer på Nørrebro";
const STATUS = "59,9 pct. var i arbejde i august 2008; på Nørrebro gik det hurtigst.";

// In the chapter's order: each names those before it.
const REGISTER = [
	["areas", { title: "København", level: "city" }],
	["authorities", { title: "Københavns Kommune", area: "København" }],
	["units", { title: COMMITTEE, short_name: "BIU", level: "committee" }],
	["units", { title: UNIT, short_name: "BIF", level: "administration", parent: COMMITTEE }],
	["policies", { title: POLICY, starts: "1.1.2007", ends: "31.12.2010", status: "1.6.2009" }],
	["themes", { title: "Beskæftigelse", policy: POLICY, rank: "1" }],
	["objectives", { title: GOAL, theme: "Beskæftigelse", unit: UNIT }],
	["indicators", { title: INDICATOR, measure: "share", better: "rise", frequency: "hvert år", unit: UNIT }],
	["initiatives", { title: INITIATIVE, policy: POLICY, unit: UNIT, followup: "Evalueres i maj 2010." }],
	["contributions", { title: "Flere kommer i job", initiative: INITIATIVE, objective: GOAL }],
	["target-groups", { title: "Ledige på Nørrebro", initiative: INITIATIVE, size: "2.091" }],
	["activities", { title: "Jobkonsulenter besøger borgerne hjemme", initiative: INITIATIVE }],
	["duties", { title: "Status på indsatserne", unit: UNIT, policy: POLICY, kind: "status",
		frequency: "half_year", starts: "1.1.2007", due_days: "30" }],
	["budget-lines", { title: "Jobpatruljer", initiative: INITIATIVE }],
	["amounts", { budget_line: "Jobpatruljer", year: "2009", kroner: "6.900.000" }],
];

const TARGET = { title: "10 procentpoint flere i arbejde frem til 2010", objective: GOAL, initiative: INITIATIVE, indicator: INDICATOR,
	value: "10", baseline: "forår 2007", deadline: "2010" };

// ---- accounts ----

// By the link that was given to her; a role that decides wants a phone.
async function join(people, link, fields, second) {
	const who = await people.anybody("da");
	const action = link.replace(/.*\/password/, "password");
	await who.open(link);
	await who.refused("a short password", () => who.send(action, { ...fields, password: "kort", again: "kort" }), "password");
	await who.send(action, { ...fields, password: PASSWORD, again: PASSWORD });
	who.same("a password: then log in", who.path(), "/da/login");
	return log_in(who, fields.name, second);
}

async function log_in(who, name, second) {
	who.name = name;
	await who.send("login", { name, password: PASSWORD });
	if (second) {
		who.same("a second factor first", who.path(), "/da/login/factor");
		const secret = (await who.text("code.secret")).replaceAll(" ", "");
		await who.refused("a code that is wrong", () => who.send("login/factor", { code: "000000" }), "code");
		await who.send("login/factor", { code: code_of(secret) });
	}
	who.same("logged in", who.path(), "/da/work");
	return who;
}

async function account(administrator, name, title, role, unit = "") {
	await administrator.open("work/accounts");
	await administrator.send("work/accounts", { name, title, role, unit });
	return (await administrator.text(".alert-success code")).trim();
}

// Names are told on the page of the link, so that only the password is chosen.
async function colleague(people, administrator, name, title, role, unit, second) {
	const link = await account(administrator, name, title, role, unit);
	const who = await people.anybody("da");
	const action = link.replace(/.*\/password/, "password");
	await who.open(link);
	await who.send(action, { password: PASSWORD, again: PASSWORD });
	return log_in(who, name, second);
}

// ---- the register ----

async function make(editor, kind, fields) {
	await editor.open(`work/register/${kind}/new`);
	await editor.send(`work/register/${kind}/new`, fields);
	editor.same(`${kind}: made`, await editor.tab.locator("#faults").count(), 0);
}

// The target is read back before it is saved, with its verdict.
async function make_target(editor) {
	await editor.open("work/register/targets/new");
	await editor.follow("a[href$='kind=change']");
	await editor.send("work/register/targets/new", TARGET, "button[name=show]");
	await editor.says("what it means", "skal stige med 10 procentpoint fra startmålingen (forår 2007) inden udgangen af 2010");
	await editor.send("work/register/targets/new");
	editor.same("the target: made", await editor.tab.locator("#faults").count(), 0);
}

async function fill_register(editor) {
	await editor.open("work");
	await editor.follow("nav.work-menu .work-wide a[href$='work/register']");
	for (const [kind, fields] of REGISTER)
		await make(editor, kind, fields);
	await make_target(editor);
}

// ---- the year ----

async function measure(contributor) {
	await contributor.open("work/measure");
	await contributor.follow("main .work-content a[href*='work/measure/']");
	const path = contributor.path().replace("/da/", "");
	await contributor.tab.locator("[name=grid]").fill("forår 2007\t54,4\naugust 2008\t59,9");
	await contributor.send(path);
	await contributor.send(path);
	contributor.same("measured", await contributor.tab.locator("#faults").count(), 0);
}

async function report(contributor) {
	await contributor.open("work/forms");
	await contributor.send("work/forms", { initiative: INITIATIVE, period: "1. halvår 2009" });
	const id = contributor.path().match(/form\/(\d+)/)[1];
	const kind = await contributor.tab.locator("input[name$='-kind'][value=measures]").first().getAttribute("name");
	await contributor.send(`work/form/${id}`, { status: STATUS, expected: "yes", spent: "3.100.000", [kind]: "measures",
		[kind.replace(/-kind$/, "-text")]: "59,9 pct. mod 54,4 pct. i foråret 2007." }, "button[value=submit]");
	contributor.same("submitted", await contributor.tab.locator("#faults").count(), 0);
	return id;
}

// Whoever has to decide finds it among her tasks.
async function decide(who, id, step) {
	await who.open("work");
	await who.follow(`main .work-content a[href*="work/form/${id}"]`);
	if (!who.path().endsWith("/decide"))
		await who.follow(`a[href$="/form/${id}/decide"]`);
	const button = who.tab.locator(`form:has([name=step][value=${step}]) button[type=submit]`);
	await who.leave(async () => {
		await button.focus();
		await who.tab.keyboard.press("Enter");
	});
}

async function public_page(people) {
	const reader = await people.anybody("da");
	await reader.until("", "the barometer has the verdict", "på vej");
	const page = await reader.tab.locator("main a[href*='/objective/']").first().getAttribute("href");
	await reader.until(page.replace("/da/", ""), "the objective has it, too", "på vej");
	await reader.until("initiatives", "the initiative is among them", INITIATIVE);
	await reader.follow("main a[href*='/initiative/']");
	await reader.until(reader.path().replace("/da/", ""), "the status", STATUS);
	await reader.says("the verdict", "på vej");
	const line = await reader.tab.locator("main a[href*='/budget-line/']").first().getAttribute("href");
	await reader.until(line.replace("/da/", ""), "what was spent", "forbrug 3.100.000");
	return reader;
}

async function year(people, link) {
	const first = await join(people, link, { name: "ærø", title: "Ærø Ådal" }, true);
	const editor = await colleague(people, first, "ebba", "Ebba Østergård", "editor", "", false);
	await fill_register(editor);
	const contributor = await colleague(people, first, "bo", "Bo Lægård", "contributor", UNIT, false);
	await measure(contributor);
	const id = await report(contributor);
	const deciders = [["åse", "Åse Sørensen", "unit_approver", UNIT, "approve_unit"],
		["øjvind", "Øjvind Kær", "committee_approver", COMMITTEE, "approve_committee"],
		["pia", "Pia Nygård", "publisher", "", "lay"]];
	const all = [first, editor, contributor];
	for (const [name, title, role, unit, step] of deciders) {
		const who = await colleague(people, first, name, title, role, unit, true);
		await decide(who, id, step);
		all.push(who);
	}
	all.push(await public_page(people));
	for (const who of all)
		await who.close();
}

module.exports = { year };

// staff_register.js - a thing of the register is made, changed, met by somebody else's
// change, undone and taken out of use; a target that contradicts itself; an account.
"use strict";
const { NARROW, WIDE } = require("./staff_steps");

const PASSWORD = "rød grød med fløde";

async function press(who, selector) {
	await who.tab.locator(selector).first().focus();
	return who.leave(() => who.tab.keyboard.press("Enter"));
}

// What another editor saved meanwhile stands beside what she wrote, and is not lost.
async function met(people, lang, who, path) {
	const other = await people.one("editor", lang);
	await who.open(path);
	await other.open(path);
	await other.send(path, { title: "Åbne gårde på Ærø" });
	who.tab.expected = true;
	const reply = await who.send(path, { title: "Åbne gårde på Fanø" });
	who.tab.expected = false;
	who.same("the second is told", reply.status(), 409);
	if (who.scripts)
		who.same("and led there", await who.tab.evaluate(() => document.activeElement.id), "faults");
	await who.says("what stands now", "Åbne gårde på Ærø");
	who.same("what she wrote", await who.tab.inputValue("#f-title"), "Åbne gårde på Fanø");
	await other.close();
}

async function thing(people, lang, scripts) {
	const who = await people.one("editor", lang, { javaScriptEnabled: scripts, viewport: scripts ? NARROW : WIDE });
	const make = "work/register/initiatives/new", unit = "oekf";
	await who.open("work/register/initiatives");
	await who.follow(`main a[href$='${make}']`);
	await who.refused("a thing without a name", () => who.send(make, { title: "", number: "2.99", unit }), "title", { number: "2.99" });
	await who.send(make, { title: `Åbne gårde (${lang})` });
	const path = who.path().replace(`/${lang}/`, "");
	await who.open(path);
	await who.by_keyboard();
	await met(people, lang, who, path);
	await who.send(path);
	await who.open(path);
	await press(who, `form[action$='${path}/undo'] button`);
	who.same("undone", await who.tab.inputValue("#f-title"), "Åbne gårde på Ærø");
	await press(who, `form[action$='${path}/retire'] button`);
	await who.open(path);
	who.same("taken out of use: no form any more", await who.tab.locator("#f-title").count(), 0);
	await who.close();
}

// A deadline before its baseline is no target.
async function target(people, lang, scripts) {
	const who = await people.one("editor", lang, { javaScriptEnabled: scripts });
	const make = "work/register/targets/new";
	await who.open(make);
	await who.follow("main a[href$='kind=change']");
	await who.refused("a target without a figure", () => who.send(make, { title: "Flere ører på Ærø", value: "mange" }),
		"value", { title: "Flere ører på Ærø", value: "mange" });
	const fields = { value: "10", indicator: "Indvandrere og efterkommere i arbejde", baseline: "2010", deadline: "2008" };
	who.tab.expected = true;
	await who.send(make, fields);
	who.tab.expected = false;
	who.same("a deadline before the baseline is refused", await who.tab.locator("#faults li").count() > 0, true);
	who.same("what was written stays", await who.tab.inputValue("#f-title"), "Flere ører på Ærø");
	await who.close();
}

// ---- an account: from its link to its end ----

async function account(people, lang, scripts) {
	const how = { javaScriptEnabled: scripts, viewport: NARROW }, name = `åse-${lang}`;
	const one = await people.one("administrator", lang, how), two = await people.anybody(lang, how);
	await one.open("work/accounts");
	await one.refused("a name with capital letters", () => one.send("work/accounts", { name: "Åse", title: "Åse Sørensen" }),
		"name", { title: "Åse Sørensen" });
	await one.send("work/accounts", { name, role: "contributor" });
	const link = (await one.text(".alert-success code")).trim(), action = link.replace(/.*\/password/, "password");
	await two.open(link);
	await two.refused("two that differ", () => two.send(action, { password: PASSWORD, again: "noget andet, tror jeg" }), "again");
	await two.send(action, { password: PASSWORD, again: PASSWORD });
	await two.refused("a wrong password", () => two.send("login", { name, password: "forkert kodeord" }));
	await two.tab.waitForTimeout(1100);             // the next try counts after a second
	await two.send("login", { name, password: PASSWORD });
	two.same("logged in", two.path(), `/${lang}/work`);
	await one.open("work/accounts");
	await one.follow(`main tr:has(td:text-is("${name}")) a`);
	const id = /accounts\/(\d+)/.exec(one.path())[1];
	await one.refused("a day that is none", () => one.send(`work/accounts/${id}/stand-in`,
		{ instead: "demo-unit_approver", starts: "i morgen", ends: "31.12.2026" }), "starts", { starts: "i morgen" });
	await press(one, `form[action$='/accounts/${id}/close'] button`);
	await two.open("work");
	two.same("out at once", two.path(), `/${lang}/login?next=%2F${lang}%2Fwork`);
	for (const who of [one, two])
		await who.close();
}

const register_journeys = { thing, target, account };

module.exports = { register_journeys };

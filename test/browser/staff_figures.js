// staff_figures.js - figures by hand: rows pasted from a spreadsheet, and an indicator that
// is measured in a new way.
"use strict";
const { NARROW, WIDE } = require("./staff_steps");

const SHOW = "button[name=show]";

// As a spreadsheet puts cells on the clipboard, in the notation of the page: a share that
// is no share is asked about, and a row that cannot be read is refused.
const ROWS = {
	da: { indicator: "tilfredse-kunder", bad: "2013\tmange", good: "periode\tværdi\n3. kvartal 2011\t81,5\n4. kvartal 2011\t104,5*", shown: "81,5" },
	en: { indicator: "besoeg-paa-nettet", bad: "2013\tmany", good: "periode\tværdi\nmarts 2012\t12,001\napril 2012\t60,000*", shown: "12,001" },
};

// Pasted with the keyboard, from the clipboard, where the browser has one to give.
async function paste(who, text) {
	const field = who.tab.locator("[name=grid]");
	await field.fill("");
	await field.focus();
	await who.tab.keyboard.insertText(text);
}

async function grid(people, lang, scripts) {
	const { indicator, bad, good, shown } = ROWS[lang], path = `work/measure/${indicator}`;
	const who = await people.one("contributor", lang, { javaScriptEnabled: scripts, viewport: scripts ? WIDE : NARROW });
	await who.open("work/measure");
	await who.follow(`main a[href$="/${path}"]`);
	await who.refused("nothing to record", () => who.send(path), "", {});
	await paste(who, bad);
	await who.refused("a row that cannot be read", () => who.send(path), "grid", { grid: bad });
	await paste(who, good);
	await who.send(path);
	await who.says("what was read", shown);
	const ticks = who.tab.locator("input[type=checkbox][name^=ok-]");
	who.same("one figure is asked about", await ticks.count(), 1);
	who.tab.expected = true;
	await who.send(path);
	who.tab.expected = false;
	who.same("not saved before it is ticked", await ticks.count(), 1);
	await ticks.first().focus();
	await who.tab.keyboard.press("Space");
	await who.send(path);
	who.same("saved: nothing to tick", await ticks.count(), 0);
	const reader = await people.anybody(lang);
	await reader.until(`indicator/${indicator}`, "the figure is public", shown);
	for (const person of [who, reader])
		await person.close();
}

// ---- a new way to measure ----

const METHOD = {
	da: { indicator: "i-arbejde", starts: "1.1.2010", period: "august 2008", fresh: "61,40" },
	en: { indicator: "uden-tilknytning", starts: "1.1.2010", period: "juni 2008", fresh: "40.1" },
};

async function new_method(people, lang, scripts) {
	const { indicator, starts, period, fresh } = METHOD[lang];
	const path = `work/register/indicators/${indicator}`;
	const who = await people.one("editor", lang, { javaScriptEnabled: scripts, viewport: scripts ? WIDE : NARROW });
	await who.open(path);
	await who.follow(`main a[href$="${path}/method"]`);
	await who.refused("no day", () => who.send(`${path}/method`, { starts: "", title: "Ny optælling på Ærø" }), "starts",
		{ title: "Ny optælling på Ærø" });
	await who.send(`${path}/method`, { starts, period, new: fresh, why: "Danmarks Statistik tæller anderledes." }, SHOW);
	const effects = who.tab.locator("[aria-labelledby=effects] tbody tr");
	who.same("old and new target stand side by side", await effects.count() > 0 &&
		await effects.first().locator("td").count() === 3, true);
	who.same("nothing is lost by looking", await who.tab.inputValue("#f-new"), fresh);
	await who.send(`${path}/method`);
	who.same("saved", who.path().endsWith(path), true);
	const reader = await people.anybody(lang);
	await reader.until(`indicator/${indicator}`, "the break is public", "Ny optælling på Ærø");
	for (const person of [who, reader])
		await person.close();
}

// What is expected, kept apart from what is measured.
async function prognosis(people, lang, scripts) {
	const who = await people.one("contributor", lang, { javaScriptEnabled: scripts });
	const make = "work/register/prognoses/new";
	await who.open("work/measure/i-arbejde");
	await who.follow(`main a[href*='${make}']`);
	await who.refused("a prognosis without a figure", () => who.send(make, { title: "Flere på Ærø", value: "" }), "value",
		{ title: "Flere på Ærø" });
	await who.send(make, { period: lang === "da" ? "2010" : "2009", value: "63", stated: "1.6.2009" });
	who.same("a prognosis: recorded", await who.tab.locator("#faults").count(), 0);
	await who.close();
}

const figure_journeys = { grid, new_method, prognosis };

module.exports = { figure_journeys };

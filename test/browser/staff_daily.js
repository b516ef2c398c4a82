// staff_daily.js - what else the staff does: answers a reader's report, puts a deadline off,
// says what was delivered, decides on a promise, takes a calendar along, looks at the trail.
"use strict";
const { NARROW, WIDE } = require("./staff_steps");

const first_value = async (who, name) =>
	who.tab.locator(`main select[name=${name}] option:not([value=""])`).first().getAttribute("value");

// A reader tells of an error; whose figure it is answers; only the reader's page says so.
async function error_report(people, lang, scripts) {
	const reader = await people.anybody(lang, { javaScriptEnabled: scripts, viewport: NARROW });
	const who = await people.one("contributor", lang, { javaScriptEnabled: scripts });
	const words = `Tallet for 2008 på Ærø er forkert (${lang}).`;
	await reader.open("indicator/i-arbejde");
	await reader.follow("a[href$='/report']");
	await reader.refused("a report without words", () => reader.send("report", { words: "" }), "words");
	// Nobody writes it in less than some seconds: it was opened a minute ago.
	await reader.tab.locator("[name=opened]").evaluate(e => { e.value = String(Number(e.value) - 60); });
	await reader.send("report", { words });
	const answer = reader.path().replace(`/${lang}/`, "");
	await who.open("work/reports");
	await who.follow("main a[href*='work/report/']");
	const path = who.path().replace(`/${lang}/`, "");
	await who.says("what was reported", words);
	await who.refused("an answer without words", () => who.send(path, { state: "mended" }), "answer");
	await who.send(path, { state: "mended", answer: "Rettet: tak fra Ærø." });
	await reader.open(answer);
	await reader.says("the answer", "Rettet: tak fra Ærø.");
	for (const person of [reader, who])
		await person.close();
}

const DAYS = { da: { due: "31.12.2026", given: "30.9.2014" }, en: { due: "2026-12-31", given: "2014-10-15" } };

async function deadlines(people, lang, scripts) {
	const who = await people.one("editor", lang, { javaScriptEnabled: scripts, viewport: scripts ? WIDE : NARROW });
	const at = lang === "da" ? 0 : 1;
	await who.open("work/wheel");
	const about = await who.tab.locator("[name=about] option:not([value=''])").nth(at).getAttribute("value");
	await who.refused("a day that is none", () => who.send("work/wheel/extension",
		{ about, due: "snart", reason: "Valg på Ærø" }), "due", { due: "snart", reason: "Valg på Ærø" });
	await who.send("work/wheel/extension", { about, due: DAYS[lang].due });
	await who.says("why it was put off", "Valg på Ærø");
	await who.open("work/delivery");
	await who.refused("nothing chosen", () => who.send("work/delivery", { delivered: "" }), "delivered");
	const owed = await first_value(who, "about");
	await who.send("work/delivery", { about: owed, unit: "oeu", delivered: DAYS[lang].given, title: "Forslag fra Ærø",
		document: await first_value(who, "document") });
	who.same("delivered", await who.tab.locator("#faults").count(), 0);
	await who.open("work/overview");
	const remind = who.tab.locator("form[action$='work/overview/remind'] button");
	if (await remind.count() > 0)
		await who.leave(async () => {
			await remind.first().focus();
			await who.tab.keyboard.press("Enter");
		});
	await who.close();
}

async function promise(people, lang, scripts) {
	const who = await people.one("contributor", lang, { javaScriptEnabled: scripts });
	const initiative = lang === "da" ? "hotspot" : "jobpatruljer", path = `work/promise/${initiative}`;
	await who.open("work/promises");
	await who.follow(`main a[href$="/${path}"]`);
	const chosen = await first_value(who, "promise");
	const give_up = { promise: chosen, decision: await who.tab.locator("[name=decision]").last().getAttribute("value") };
	await who.refused("given up without a reason", () => who.send(path, { ...give_up, reason: "" }), "reason");
	await who.send(path, { reason: "Lukket på Ærø" });
	await who.open(path);
	await who.says("why it was given up", "Lukket på Ærø");
	await who.close();
}

// The address works without a login until it is taken back.
async function calendar(people, lang, scripts) {
	const who = await people.one("reader", lang, { javaScriptEnabled: scripts, viewport: NARROW });
	await who.open("work/calendar");
	await who.send("work/calendar");
	const address = await who.tab.locator("main").evaluate(e => /https?:\/\/\S+\.ics/.exec(e.textContent)[0]);
	const got = await fetch(address);
	who.same("the calendar", [got.status, (await got.text()).startsWith("BEGIN:VCALENDAR")].join(), "200,true");
	await who.open("work/calendar");
	await who.leave(async () => {
		await who.tab.locator("form[action$='work/calendar/drop'] button").first().focus();
		await who.tab.keyboard.press("Enter");
	});
	who.same("taken back", (await fetch(address)).status, 404);
	await who.close();
}

async function told(people, lang, scripts) {
	const who = await people.one("publisher", lang, { javaScriptEnabled: scripts });
	await who.open("work/notifications");
	const late = () => who.tab.locator("[name=late]");
	const was = await late().isChecked();
	await late().focus();
	await who.tab.keyboard.press("Space");
	await who.send("work/notifications");
	await who.open("work/notifications");
	who.same("what she chose", await late().isChecked(), !was);
	await who.close();
}

// By person, and as a file for who asks what is kept about her.
async function trail(people, lang, scripts) {
	const who = await people.one("administrator", lang, { javaScriptEnabled: scripts });
	await who.open("work/trail");
	await who.tab.selectOption("[name=person]", { index: 1 });
	await who.leave(async () => {
		await who.tab.locator("main form.filter button").focus();
		await who.tab.keyboard.press("Enter");
	});
	const link = who.tab.locator("main a[href*='trail.csv']").first();
	const path = await link.getAttribute("href");
	const reply = await who.tab.request.get(who.site + path);
	who.sent.visited.add(path);
	who.same("her trail as a file", [reply.status(), reply.headers()["content-type"].split(";")[0]].join(), "200,text/csv");
	await who.close();
}

const daily_journeys = { error_report, deadlines, promise, calendar, told, trail };

module.exports = { daily_journeys };

// staff_sources.js - figures from a bureau that answers as the real one does
// (test/node/bureau.js): a source is made, tried, fetched; its figures stand on the page of
// the indicator; a revision shows its difference, a fault what to do, a break is decided on.
"use strict";
const { spawn } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { NARROW, WIDE } = require("./staff_steps");

// An indicator for each language, so that two who work at once do not meet.
const INDICATORS = {
	da: { key: "deltagere-vi-kbhr", notation: n => n.toLocaleString("da-DK") },
	en: { key: "i-job-efter-kursus-antal", notation: n => n.toLocaleString("en-GB") },
};
const FIRST = 121200, REVISED = 121207;         // as the bureau's figures follow from its codes

// On a port that is free: { address, be(mode), stop() }.
async function bureau() {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), "pejl-bureau-"));
	const port = path.join(dir, "port"), mode = path.join(dir, "mode");
	const child = spawn(process.execPath, ["test/node/bureau.js", port, mode], { stdio: "inherit" });
	const ended = new Promise(done => child.once("exit", done));
	for (let i = 0; i < 100 && !(fs.existsSync(port) && fs.statSync(port).size > 0); i++)
		await new Promise(done => setTimeout(done, 50));
	return {
		address: `http://127.0.0.1:${fs.readFileSync(port, "utf8")}/v1`,
		be: name => fs.writeFileSync(mode, name),
		stop: async () => (child.kill(), await ended, fs.rmSync(dir, { recursive: true })),
	};
}

const NEW = "work/register/sources/new";

async function make(who, address, indicator, notation) {
	const fields = { title: `Folketal på Øen (${who.lang})`, kind: "statbank", tbl: "FOLK1C", indicator,
		selection: "OMRÅDE=101 KØN=TOT HERKOMST=TOT Tid=*", areas: "OMRÅDE: 101=koebenhavn" };
	await who.open("work/sources");
	await who.follow(`main a[href$="${NEW}"]`);
	await who.refused("a host that is not allowed", () => who.send(NEW, { ...fields, address: "https://statbank.example.org/v1" }),
		"address", { tbl: "FOLK1C" });
	await who.refused("an area that is none", () => who.send(NEW, { address, areas: "OMRÅDE: 101=atlantis" }), "areas", { address });
	await who.send(NEW, { areas: fields.areas }, "button[name=show]");
	await wait(who, "looked at");
	await who.says("what would come, unsaved", notation(FIRST));
	await who.says("what the table has", "HERKOMST");
	await who.says("nothing is saved", who.lang === "da" ? "Intet er gemt endnu" : "Nothing is saved yet");
	await who.send(NEW, {}, "button[name=try]");
	await wait(who, "saved and tried");
	return (await who.tab.locator("main a[href*='work/sources/']").first().getAttribute("href")).replace(`/${who.lang}/`, "");
}

async function ask(who, source, what) {
	await who.open(source);
	await who.tab.locator(`form[action$="${source}/${what}"] button`).focus();
	await who.leave(() => who.tab.keyboard.press("Enter"));
	await wait(who, what);
}

// It is asked beside; the page that tells how far it is looks again by itself.
async function wait(who, what) {
	const page = who.path().replace(`/${who.lang}/`, "");
	who.same(`${what}: led to how far it is`, /^work\/fetch\/\d+$/.test(page), true);
	for (let i = 0; i < 40 && await who.tab.locator("main [role=status]").count() > 0; i++) {
		await who.tab.waitForTimeout(250);
		await who.tab.goto(`${who.site}/${who.lang}/${page}`, { waitUntil: "load" }).catch(() => null);
	}
	await who.open(page);
}

async function sources(people, lang, scripts) {
	const { key, notation } = INDICATORS[lang], from = await bureau();
	const who = await people.one("editor", lang, { javaScriptEnabled: scripts, viewport: scripts ? WIDE : NARROW });
	try {
		const source = await make(who, from.address, key, notation);
		await who.says("what would come", notation(FIRST));
		await who.open(source);
		await who.says("nothing was written", lang === "da" ? "Den er ikke hentet endnu" : "It was not fetched yet");
		await ask(who, source, "fetch");
		await who.says("what came", lang === "da" ? "Kom: 3 nye, 0 rettede" : "Came: 3 new, 0 revised");
		await who.until(`indicator/${key}?as_of=2026-11-01`, "the figure on the page of the indicator", notation(FIRST));
		from.be("revised");
		await ask(who, source, "fetch");
		await who.says("what is revised", "+7");
		await who.open(source);
		await who.says("what it was", notation(FIRST));
		await who.says("what it is", notation(REVISED));
		who.same("the indicator is led to", await who.tab.locator(`main #last ~ * a[href$="indicator/${key}"]`).count(), 1);
		await who.by_keyboard();
		from.be("renamed");
		await ask(who, source, "fetch");
		await who.says("what went wrong", lang === "da" ? "Der er brud i tidsserien" : "The series is broken");
		await who.open(source);
		await who.refused("a break without a verdict", () => who.send(`${source}/settle`), "verdict");
		await who.send(`${source}/settle`, { verdict: "same" });
		who.same("decided: no form any more", await who.form(`${source}/settle`).count(), 0);
		await who.open("work/sources");
		await who.says("the list tells", lang === "da" ? "afgjort, ikke hentet siden" : "decided on, not fetched since");
	} finally {
		await from.stop();
		await who.close();
	}
}

module.exports = { source_journeys: { sources } };

// staff_council.js - a report for the council: what is written around it, how that will look,
// and laying it; a correction says what it corrects.
"use strict";
const { NARROW, WIDE } = require("./staff_steps");

// The two languages share a register: each lays a report of its own.
const KINDS = { da: "goals", en: "indicators" };

async function council(people, lang, scripts) {
	const asked = `work/council?kind=${KINDS[lang]}`;
	const words = `**Ærø** får *flere* i arbejde (${lang}).`;
	const editor = await people.one("editor", lang, { javaScriptEnabled: scripts, viewport: scripts ? WIDE : NARROW });
	await editor.open(asked);
	await editor.follow("main a[href*='work/council/text?']");
	await editor.refused("letters that turn the line", () => editor.send("work/council/text", { words: "Ærø\u202E1234" }), "words");
	await editor.send("work/council/text", { words }, "button[name=do]");
	await editor.says("how it will look", `Ærø får flere i arbejde (${lang}).`);
	editor.same("what is strong", await editor.text("main .council-paper strong"), "Ærø");
	await editor.send("work/council/text");
	await editor.until(`report/${KINDS[lang]}`, "the report", `Ærø får flere i arbejde (${lang}).`);
	await editor.open(asked);
	await editor.follow("main a[href*='work/council/text/']");
	const action = editor.path().replace(/^\/\w\w\//, "").replace(/\?.*/, "");
	await editor.send(action, { words: "Udvalget på Ærø." });
	await editor.close();
	await lay(people, lang, scripts, asked);
}

async function lay(people, lang, scripts, asked) {
	const publisher = await people.one("publisher", lang, { javaScriptEnabled: scripts, viewport: scripts ? WIDE : NARROW });
	await publisher.open(asked);
	await publisher.by_keyboard();
	await publisher.follow("main a[href*='work/council/lay']");
	await publisher.send("work/council/lay");
	await publisher.open(asked);
	const laid = (await publisher.tab.locator("main a[href*='/release/']").first().getAttribute("href"))
		.replace(/.*\/release\/|[?#].*/g, "");
	await publisher.follow("main a[href*='work/council/lay']");
	await publisher.refused("a correction of nothing that is said", () =>
		publisher.send("work/council/lay", { corrects: laid, reason: "" }), "reason");
	await publisher.send("work/council/lay", { corrects: laid, reason: "Tallet for Ærø var forkert" });
	await publisher.until(`release/${laid}-2`, "what it corrects", "Tallet for Ærø var forkert");
	await publisher.close();
}

const council_journeys = { council };

module.exports = { council_journeys };

// staff_forms.js - a status form on its way: filled in, sent back, mended, approved
// twice, laid before the council; two who write at once; a form that is sent twice.
"use strict";
const { complain } = require("./report");
const { NARROW, WIDE } = require("./staff_steps");

const SUBMIT = "button[name=then][value=submit]";
const SAVE = "button[name=then][value=save]";
const WORDS = {
	da: { period: "1. halvår 2009", wrote: "23 afklaringer pr. 31. marts, flere på Ærø.",
		note: "Hvorfor så få? Skriv det, Åse.", mended: "23 afklaringer, for lægen på Ærø var syg.",
		saved: "Gemt kl.", due: "sendt retur" },
	en: { period: "2. halvår 2009", wrote: "61 clarifications by 30 September, some on Ærø.",
		note: "Why so few? Write it, Åse.", mended: "61 clarifications, since the doctor on Ærø was ill.",
		saved: "Saved at", due: "sent back" },
};

// Everything that has to be there, by the names on the page.
async function answers(who, status) {
	const goals = await who.tab.locator("input[name$='-kind'][value=measures]").evaluateAll(all => all.map(e => e.name));
	const fields = { status, challenges: "Få læger, også på Læsø.", expected: "changed", condition: "To læger mere.",
		action: "Forvaltningen søger dem i maj.", spent: who.lang === "da" ? "1.250.000,50" : "1,250,000.50",
		links: "https://example.org/ærø" };
	for (const kind of goals) {
		fields[kind] = "measures";
		fields[kind.replace(/-kind$/, "-text")] = `Ærø: ${status}`;
	}
	return fields;
}

const number_of = who => who.path().match(/work\/form\/(\d+)/)[1];

async function begin(who, initiative, period) {
	await who.open("work/forms");
	await who.refused("a form without a period", () => who.send("work/forms", { initiative, period: "" }), "period");
	await who.send("work/forms", { initiative, period });
	return number_of(who);
}

// With a script the draft is saved by itself, ten seconds after it was changed.
async function autosave(who, id, text) {
	const status = who.tab.locator("[name=status]");
	if (!who.scripts)
		return void await who.send(`work/form/${id}`, { status: text }, SAVE);
	await who.tab.clock.install();
	await who.open(`work/form/${id}`);
	await status.fill(text);
	await who.tab.clock.fastForward(11000);
	const said = who.tab.locator(".autosave", { hasText: WORDS[who.lang].saved });
	await said.waitFor({ timeout: 15000 });
	await who.open(`work/form/${id}`);
	who.same("what was saved by itself", await who.tab.inputValue("[name=status]"), text);
}

// Faults are told at the field, and what was written stays.
async function submit_too_early(who, id) {
	await who.refused("a form that is submitted half empty", () => who.send(`work/form/${id}`,
		{ status: "", challenges: "Ærø", spent: "" }, SUBMIT), "status", { challenges: "Ærø" });
	await who.refused("an amount that is none", () => who.send(`work/form/${id}`, { spent: "mange" }, SAVE),
		"spent", { spent: "mange", challenges: "Ærø" });
}

async function fill_in(who, id, text) {
	await submit_too_early(who, id);
	await who.send(`work/form/${id}`, await answers(who, text), SAVE);
	who.same("saved: the same page", who.path(), `${who.home}/form/${id}`);
	await who.send(`work/form/${id}`, {}, SUBMIT);
	who.same("submitted: nothing to fill in", await who.tab.locator("[name=status]").count(), 0);
}

// A line of words in a field sends the form; that must not submit it.
async function enter_saves(who, id) {
	await who.open(`work/form/${id}`);
	await who.tab.locator("[name=spent]").focus();
	await who.leave(() => who.tab.keyboard.press("Enter"));
	who.same("Enter in a field saves and does not submit", await who.tab.locator("[name=status]").count(), 1);
}

async function decide(who, id, step, note) {
	await who.open(`work/form/${id}`);
	await who.follow(`a[href$="/form/${id}/decide"]`);
	const form = who.tab.locator(`form:has([name=step][value=${step}])`);
	if (note !== undefined) {
		await who.refused("sent back without a note", () => press(who, form), "note");
		await who.tab.locator(`form:has([name=step][value=${step}]) [name=note]`).fill(note);
	}
	await press(who, form);
}

function press(who, form) {
	return who.leave(async () => {
		await form.locator("button[type=submit]").focus();
		await who.tab.keyboard.press("Enter");
	});
}

// The contributor is told, sees why, mends it, and sees word by word what she changed.
async function mend(who, id, words) {
	await who.open("work");
	await who.follow(`main a[href$="work/form/${id}"]`);
	await who.says("why it came back", words.note);
	await who.send(`work/form/${id}`, { status: words.mended }, SAVE);
	await who.follow(`a[href$="/form/${id}/history"]`);
	who.same("the history shows what was struck out and added",
		await who.tab.locator("main del").count() > 0 && await who.tab.locator("main ins").count() > 0, true);
	await who.open(`work/form/${id}`);
	await who.send(`work/form/${id}`, {}, SUBMIT);
}

async function approvals(people, lang, how, id, words) {
	for (const [role, step] of [["unit_approver", "approve_unit"], ["committee_approver", "approve_committee"]]) {
		const who = await people.one(role, lang, how);
		await decide(who, id, step);
		await who.says(`${role}: what it says`, words.mended);
		await who.close();
	}
}

// Nothing of it is public before it is laid before the council; then it is.
async function lay(people, lang, how, id, words, initiative) {
	const reader = await people.anybody(lang, how);
	await reader.open(`initiative/${initiative}`);
	const before = await reader.text("main");
	reader.same("not public yet", before.includes(words.mended), false);
	const publisher = await people.one("publisher", lang, how);
	await decide(publisher, id, "lay");
	await reader.until(`initiative/${initiative}`, "public now", words.mended);
	for (const who of [reader, publisher])
		await who.close();
}

async function form_on_its_way(people, lang, scripts) {
	const words = WORDS[lang], how = { javaScriptEnabled: scripts, viewport: lang === "da" ? WIDE : NARROW };
	const writer = await people.one("contributor", lang, how);
	const id = await begin(writer, "helbredsteam", words.period);
	await autosave(writer, id, words.wrote);
	await enter_saves(writer, id);
	await fill_in(writer, id, words.wrote);
	const approver = await people.one("unit_approver", lang, how);
	await decide(approver, id, "return", words.note);
	await mend(writer, id, words);
	await approvals(people, lang, how, id, words);
	await lay(people, lang, how, id, words, "helbredsteam");
	for (const who of [writer, approver])
		await who.close();
}

// ---- two at once ----

// The second is told, both texts are put together, and nothing is overwritten.
async function two_at_once(people, lang) {
	const one = await people.one("contributor", lang), two = await people.one("editor", lang);
	const id = await begin(one, "venskabsfamilier", WORDS[lang].period);
	await two.open(`work/form/${id}`);
	await one.send(`work/form/${id}`, { status: "Ti familier på Ærø.", challenges: "Ingen." }, SAVE);
	two.tab.expected = true;
	const reply = await two.send(`work/form/${id}`, { status: "Elleve familier på Ærø.", action: "Vi spørger flere." }, SAVE);
	two.tab.expected = false;
	two.same("the second is told", reply.status(), 409);
	two.same("and led there", await two.tab.evaluate(() => document.activeElement.id), "faults");
	two.same("what the first wrote is there", await two.tab.inputValue("[name=challenges]"), "Ingen.");
	two.same("what the second wrote is there", await two.tab.inputValue("[name=status]"), "Elleve familier på Ærø.");
	two.same("the difference is marked", await two.tab.locator("#faults del").count() > 0, true);
	await one.open(`work/form/${id}`);
	one.same("nothing was overwritten", await one.tab.inputValue("[name=status]"), "Ti familier på Ærø.");
	await two.send(`work/form/${id}`, {}, SAVE);
	await one.open(`work/form/${id}`);
	one.same("what was put together was saved", await one.tab.inputValue("[name=action]"), "Vi spørger flere.");
	for (const who of [one, two])
		await who.close();
}

// The same again, byte by byte, as a proxy or an impatient finger sends it.
async function sent_twice(people, lang) {
	const who = await people.one("contributor", lang);
	const id = await begin(who, "exit-programmet", WORDS[lang].period);
	const versions = async () => (await who.open(`work/form/${id}/history`),
		who.tab.locator("[aria-labelledby=versions] h3").count());
	await who.open(`work/form/${id}`);
	let body = null;
	who.tab.once("request", request => { body = request.postData(); });
	await who.send(`work/form/${id}`, { status: "Sendt én gang fra Ærø." }, SAVE);
	const there = await versions();
	const again = await who.tab.request.post(`${who.site}${who.home}/form/${id}`, { data: body, maxRedirects: 0,
		headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: who.site } });
	who.same("sent again: led to the same page", again.status(), 303);
	who.same("written once", await versions(), there);
	if (there === 0)
		complain(who.path(), "the history shows no version");
	await who.close();
}

const form_journeys = { form_on_its_way, two_at_once, sent_twice };

module.exports = { form_journeys };

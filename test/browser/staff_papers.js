// staff_papers.js - the inbox: a paper is taken in, its words are marked, what was read in
// it is accepted, corrected, rejected, and taken back; a finding is answered.
"use strict";
const { check_axe } = require("./pages");
const { NARROW, WIDE } = require("./staff_steps");

// A paper for each language, so that two who work at once do not meet. One proposal that
// the register has already, and a kind of which several wait.
const PAPERS = {
	da: { file: "examples/papers/statusskema-helbredsteam.txt", kind: "status_form", merges: true },
	en: { file: "examples/papers/resultatmaal.md", kind: "result_goal", merges: false },
};
const PICTURE = { name: "ærø.txt", mimeType: "text/plain",
	buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") };

// More lines than a paper has: it takes its time, and cannot be read.
const ENDLESS = { name: "endeløs.txt", mimeType: "text/plain", buffer: Buffer.from("ø\t1\n".repeat(200001)) };

const UPLOAD = "button[type=submit]";

async function upload(who, file) {
	const form = who.form("work/inbox").first();
	await form.locator("[type=file]").setInputFiles(file);
	await form.locator(UPLOAD).focus();
	return who.leave(() => who.tab.keyboard.press("Enter"));
}

const FATE = "main .lead ~ .alert-warning";

// It is read by a process of its own; the page that says so looks again by itself, with and
// without scripts, and leads to the paper, or says for good why there is none.
async function wait_for_paper(who) {
	for (let i = 0; i < 240 && who.path().includes("/reading/"); i++) {
		if (await who.tab.locator(FATE).count().catch(() => 0) > 0)
			return;
		await who.tab.waitForTimeout(250);
	}
	await who.tab.waitForLoadState("load");
}

// The page of a paper as it was, however far the paper is by now: it does not look again.
async function look_at(who, { address, headers, body }) {
	await who.tab.route(address, route => route.fulfill({ status: 200, headers, body }));
	await who.open(address);
	if (who.scripts)
		await check_axe(who.tab, who.path());
	await who.by_keyboard();
	await who.tab.unroute(address);
}

async function put_in_line(who, file) {
	await who.open("work/inbox");
	const reply = await upload(who, file);
	const { refresh, "content-encoding": packed, "content-length": length, ...headers } = reply.headers();
	who.same("it looks again by itself", refresh, "2");
	return { address: reply.url(), headers, body: await reply.body() };
}

// A paper that waits for another one, and one that was read in vain, or twice.
async function on_their_way(who, file) {
	const first = await put_in_line(who, ENDLESS), second = await put_in_line(who, file);
	await wait_for_paper(who);
	const at = who.path();
	await look_at(who, second);
	await who.says("that it waits", who.lang === "da" ? "Du kan godt gå fra den" : "You may leave it");
	await who.open(first.address);
	await wait_for_paper(who);
	await who.says("why there is none", who.lang === "da" ? "kunne ikke læses inden for den tid" : "could not be read within the time");
	const third = await put_in_line(who, file);
	await wait_for_paper(who);
	await look_at(who, { ...third, body: await who.tab.content() });
	await who.follow("main a[href*='work/inbox/']");
	who.same("the paper that is there already", who.path(), at);
}

async function take_in(who, file) {
	await who.open("work/inbox");
	await who.refused("no file", () => who.send("work/inbox"), "file");
	await who.refused("a picture", () => upload(who, PICTURE), "file");
	await on_their_way(who, file);
	const key = who.path().match(/\/work\/inbox\/([^/?#]+)$/);
	who.same("led to the paper", key !== null, true);
	return key[1];
}

// Marked words lead to what was read in them, which stands beside the paper's own words.
async function follow_mark(who) {
	const mark = who.tab.locator("a.taken").first();
	const words = (await mark.innerText()).trim();
	const to = (await mark.getAttribute("href")).split("#")[1];
	await mark.focus();
	await who.leave(() => who.tab.keyboard.press("Enter"));
	who.same("the paper's own words are there", (await who.text(".proposal-words")).includes(words), true);
	who.same("the field that they were read into is there", await who.tab.locator(`#${to}`).count(), 1);
	await who.by_keyboard();
}

const DO = what => `button[name=do][value=${what}]`;
const waiting = async (who, key) => (await who.open(`work/inbox/${key}`),
	who.tab.locator("ol.proposals li a[href*='work/proposal/']").evaluateAll((all, text) =>
		all.filter(a => a.parentNode.querySelector(".proposal-state").textContent === text).map(a => a.pathname.split("/").pop()),
	who.lang === "da" ? "Venter" : "Waiting"));

// Its title mended; where the register has it, it is said which one is meant.
async function accept(who, id, title) {
	await who.open(`work/proposal/${id}`);
	const form = who.form(`work/proposal/${id}`);
	if (await form.locator("[name=into]").count() > 0)
		await form.locator("[name=into]").last().check();
	await who.refused("a proposal without a title", () => who.send(`work/proposal/${id}`, { title: "" }, DO("accept")), "title");
	await who.send(`work/proposal/${id}`, { title }, DO("accept"));
	await who.open(`work/proposal/${id}`);
	who.same("accepted: no form any more", await who.form(`work/proposal/${id}`).count(), 0);
}

async function reject(who, id) {
	await who.open(`work/proposal/${id}`);
	await who.send(`work/proposal/${id}`, {}, DO("reject"));
	await who.open(`work/proposal/${id}`);
	who.same("rejected: no form any more", await who.form(`work/proposal/${id}`).count(), 0);
}

async function press(who, form) {
	await form.locator("button[type=submit]").focus();
	await who.leave(() => who.tab.keyboard.press("Enter"));
}

// The rest of a kind at once; then one decision is taken back, and what waits is more.
async function all_of_a_kind(who, key, kind) {
	await waiting(who, key);
	const accepts = who.tab.locator(`form:has([name=do][value=accept_kind]):has([name=kind][value=${kind}])`);
	if (await accepts.count() > 0)
		await press(who, accepts);
	const left = await waiting(who, key);
	await press(who, who.tab.locator("form:has([name=do][value=undo])").first());
	const more = await waiting(who, key);
	who.same("taken back: it waits again", more.length > left.length, true);
}

// The whole paper goes, with all it brought.
async function take_back(who, key) {
	await who.open(`work/inbox/${key}`);
	await press(who, who.tab.locator("form:has([name=do][value=undo_all])"));
	await who.open("work/inbox");
	who.same("the paper is gone", await who.tab.locator(`main a[href$="work/inbox/${key}"]`).count(), 0);
}

async function papers(people, lang, scripts) {
	const { file, kind, merges } = PAPERS[lang];
	const who = await people.one("editor", lang, { javaScriptEnabled: scripts, viewport: scripts ? WIDE : NARROW });
	const key = await take_in(who, file);
	await follow_mark(who);
	const ids = await waiting(who, key);
	const known = [];
	for (const id of ids) {
		await who.open(`work/proposal/${id}`);
		known.push(await who.tab.locator("[name=into]").count() > 0);
	}
	who.same("one that the register has is shown as such", known.includes(true), merges);
	const first = Math.max(known.indexOf(true), 0);
	await accept(who, ids[first], merges ? "Helbredsafklarende team" : "Flere på Ærø");
	await reject(who, ids.filter((_, i) => i !== first)[0]);
	await all_of_a_kind(who, key, kind);
	await take_back(who, key);
	await who.close();
}

// ---- findings ----

async function findings(people, lang, scripts) {
	const who = await people.one("contributor", lang, { javaScriptEnabled: scripts });
	await who.open("work/findings");
	await who.follow(`main a[href*="work/findings/"]`);
	const path = who.path().replace(`/${lang}/`, "");
	const field = await who.tab.locator("main textarea").nth(lang === "da" ? 0 : 1).getAttribute("name");
	const form = () => who.tab.locator(`form:has([name="${field}"])`);
	const send = async words => {
		await form().locator("textarea").fill(words);
		await form().locator(DO("answer")).focus();
		return who.leave(() => who.tab.keyboard.press("Enter"));
	};
	await who.refused("an answer without words", () => send(""), field);
	await send("Kendt: bilaget fra Ærø blev rettet.");
	await who.open(path);
	who.same("the answer stands there", await who.tab.inputValue(`[name="${field}"]`), "Kendt: bilaget fra Ærø blev rettet.");
	await who.close();
}

const paper_journeys = { papers, findings };

module.exports = { paper_journeys };

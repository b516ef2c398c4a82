// staff_steps.js - what the journeys of the staff share: a person at her browser, who
// logs in, fills in forms by the names of their fields, and is told what went wrong.
"use strict";
const crypto = require("crypto");
const { open_tab } = require("./browser");
const { check_keyboard } = require("./keyboard");
const { check_axe, check_look, check_new } = require("./pages");
const { complain, count } = require("./report");

const IDLE = 10 * 60 * 1000;            // half of what the server allows
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 800 };

// RFC 6238, from a secret in base32; `steps`: so many half minutes from now.
function code_of(secret, steps = 0) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	const bits = [...secret].map(c => letters.indexOf(c).toString(2).padStart(5, "0")).join("");
	const key = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
	const sum = crypto.createHmac("sha1", key).update(step).digest();
	const at = sum[19] & 15;
	return String((sum.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}

// A page that links lead to: not how far a paper is, which nobody is led to but who sent it.
const is_linked = (path, reply) => reply !== null && reply.status() === 200 &&
	path.split("/")[2] === "work" && path.split("/")[3] !== "reading";

// Every page of the staff's that any journey came by, as it was sent, for the Nu checker. With
// shapes (shapes.js) axe reads only what it did not read elsewhere.
class Sent {
	constructor(shapes = null) {
		this.shapes = shapes;
		this.pages = new Map();
		this.visited = new Set();
		this.looked = new Set();
	}

	// An address once for each status: numbers in it are the same page.
	name(path, reply) {
		return `${reply === null ? 0 : reply.status()} ${path.replace(/\d+/g, "N").replace(/[?#].*/, "")}`;
	}

	// Is it for axe: what comes of a form or is not the staff's, and what can be decided?
	// Every other page is looked at by who walks them all (staff_pages.js).
	is_new(path, reply, width) {
		if (is_linked(path, reply) && reply.request().method() === "GET" && !path.endsWith("/decide"))
			return false;
		const name = `${this.name(path, reply)} ${width}`;
		return !this.looked.has(name) && this.looked.add(name);
	}

	look(tab, where) {
		return this.shapes === null ? check_axe(tab, where) : check_new(tab, where, this.shapes);
	}

	async keep(path, reply) {
		if (reply === null)                     // the same page, further down
			return;
		const name = this.name(path, reply);
		this.visited.add(path);
		const media = (reply.headers()["content-type"] || "").split(";")[0];
		if (media !== "text/html" || this.pages.has(name) || reply.status() >= 300 && reply.status() < 400)
			return;
		this.pages.set(name, null);
		this.pages.set(name, { address: `${path} (${reply.status()})`, status: 200, media, bytes: await reply.body(),
			linked: is_linked(path, reply) });
	}

	// Those that no link leads to: forms that came back, and what is not the staff's.
	all() {
		return [...this.pages.values()].filter(page => page !== null && !page.linked);
	}
}

class Person {
	constructor(tab, site, lang, how, sent) {
		Object.assign(this, { tab, site, lang, scripts: how.javaScriptEnabled !== false, sent, home: `/${lang}/work` });
	}

	path() {
		return this.tab.url().slice(this.site.length);
	}

	same(what, is, wanted) {
		count("steps of journeys");
		if (is !== wanted)
			complain(this.path(), `${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
	}

	// Does the content say so?
	async says(what, words) {
		const text = (await this.text("main")).replace(/\s+/g, " ");
		count("steps of journeys");
		if (!text.includes(words))
			complain(this.path(), `${what}: the page does not say ${JSON.stringify(words)}`);
	}

	// Readers see the register before, until it is made anew beside: some moments.
	async until(path, what, words) {
		this.tab.expected = true;               // where it is not there at all yet
		for (let i = 0; i < 40; i++) {
			await this.tab.goto(`${this.site}/${this.lang}/${path}`, { waitUntil: "load" });
			if ((await this.text("main")).replace(/\s+/g, " ").includes(words))
				break;
			await this.tab.waitForTimeout(250);
		}
		this.tab.expected = false;
		await this.says(what, words);
	}

	text(selector) {
		return this.tab.locator(selector).first().innerText();
	}

	// The page as it came: no wider than the window, nothing cut, its language and its title; by axe
	// once for each that is another one.
	async look(reply) {
		await this.sent.keep(this.path(), reply);
		await check_look(this.tab, this.path());
		await check_title(this.tab, this.path());
		if (this.scripts && this.sent.is_new(this.path(), reply, this.tab.viewportSize().width))
			await this.sent.look(this.tab, this.path());
	}

	async open(path) {
		const reply = await this.tab.goto(path.startsWith("http") ? path
			: `${this.site}/${this.lang}/${path}`, { waitUntil: "load" });
		await this.look(reply);
		return reply;
	}

	async leave(act) {
		const [reply] = await Promise.all([this.tab.waitForNavigation({ waitUntil: "load" }), act()]);
		await this.look(reply);
		return reply;
	}

	// Follows a link from the keyboard.
	async follow(selector) {
		const link = this.tab.locator(selector).first();
		await link.focus();
		return this.leave(() => this.tab.keyboard.press("Enter"));
	}

	form(action) {
		return this.tab.locator(`form[action$="/${action}"]`);
	}

	async fill(form, fields) {
		for (const [name, value] of Object.entries(fields)) {
			const field = form.locator(`[name="${name}"]`);
			const kind = await field.first().evaluate(e => e.type || e.tagName);
			if (kind === "select-one")
				await field.selectOption(value);
			else if (kind === "radio")
				await form.locator(`[name="${name}"][value="${value}"]`).check();
			else if (kind === "checkbox")
				await field.setChecked(value);
			else
				await field.fill(value);
		}
	}

	// Fills in by the names of fields and presses a button from the keyboard: the last
	// one, or that of a name and value.
	async send(action, fields = {}, button = "button[type=submit]:not([name])") {
		const form = this.form(action).first();
		await this.fill(form, fields);
		await form.locator(button).last().focus();
		return this.leave(() => this.tab.keyboard.press("Enter"));
	}

	// It is refused: the reader is led to what is wrong, which leads to the field, and
	// what was written stays.
	async refused(what, act, field = "", kept = {}) {
		this.tab.expected = true;               // the console tells of each 422
		const reply = await act();
		this.tab.expected = false;
		this.same(`${what}: the status`, reply.status(), 422);
		if (this.scripts)
			this.same(`${what}: where the reader is led`, await this.tab.evaluate(() => document.activeElement.id), "faults");
		for (const [name, value] of Object.entries(kept))
			this.same(`${what}: ${name} stays`, await this.tab.inputValue(`#f-${name}`), value);
		if (field !== "")
			await this.marked(what, field);
	}

	// The message stands at the field and is read with it; the summary leads there.
	async marked(what, name) {
		const at = this.tab.locator(`#f-${name}`).first();
		const group = this.tab.locator(".form-error", { has: at });
		this.same(`${what}: a message at ${name}`, await group.locator(".form-error-message").count(), 1);
		const link = this.tab.locator(`#faults a[href="#f-${name}"]`).first();
		this.same(`${what}: the summary names ${name}`, await link.count(), 1);
		if (await link.count() === 0)
			return;
		await link.focus();
		await this.tab.keyboard.press("Enter");
		this.same(`${what}: the summary leads to ${name}`, await this.tab.evaluate(() => document.activeElement.id), `f-${name}`);
	}

	async log_in(name, password, code) {
		await this.open("login");
		return this.send("login", code === undefined ? { name, password } : { name, password, code });
	}

	// Everything on this page can be reached and left with Tab.
	async by_keyboard() {
		await this.tab.goto(this.tab.url().replace(/#.*/, ""), { waitUntil: "load" });
		await check_keyboard(this.tab, this.path());
	}

	close() {
		return this.tab.context().close();
	}
}

async function check_title(tab, where) {
	const { lang, title, heading } = await tab.evaluate(() => ({ lang: document.documentElement.lang,
		title: document.title, heading: (document.querySelector("main h1") || {}).innerText || "" }));
	if (lang !== where.split("/")[1])
		complain(where, `the page says that it is in "${lang}"`);
	if (title.trim() === "" || heading.trim() === "" || title.split(" - ")[0].trim() === "")
		complain(where, `no title or heading: "${title}", "${heading}"`);
}

// The people of a run: each in a browser of her own, logged in once and remembered.
class People {
	constructor(browser, server, password, sent) {
		Object.assign(this, { browser, server, password, sent, sessions: new Map() });
	}

	async anybody(lang, how = {}) {
		const tab = await open_tab(this.browser, this.server.address, { viewport: WIDE, ...how });
		tab.setDefaultTimeout(10000);
		return new Person(tab, this.server.address, lang, how, this.sent);
	}

	// A demo user of that role. The same session serves as often as she comes.
	async one(role, lang, how = {}) {
		return this.anybody(lang, { ...how, storageState: await this.state(role) });
	}

	// What her browser keeps: the cookie. A session that was left alone ends.
	state(role) {
		const now = Date.now();
		if (!this.sessions.has(role) || now - this.sessions.get(role).at > IDLE)
			this.sessions.set(role, { at: now, state: this.session(role, "da") });
		return this.sessions.get(role).state;
	}

	async session(role, lang) {
		const who = await this.anybody(lang);
		await who.log_in(`demo-${role}`, this.password);
		who.same(`${role}: logged in`, who.path().slice(3), "/work");
		const state = await who.tab.context().storageState();
		await who.close();
		return state;
	}
}

module.exports = { NARROW, People, Person, Sent, WIDE, check_title, code_of };

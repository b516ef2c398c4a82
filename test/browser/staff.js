// staff.js - the staff's side as people walk it: the first administrator, her phone, an
// account for somebody else, and the way out; every page looked at by axe, at 320 px.
"use strict";
const crypto = require("crypto");
const { open_tab } = require("./browser");
const { bring_axe, check_axe, check_overflow } = require("./pages");
const { complain, count } = require("./report");

const PASSWORD = "rød grød med fløde";

// RFC 6238, from a secret in base32.
function code_of(secret, steps) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	const bits = [...secret].map(c => letters.indexOf(c).toString(2).padStart(5, "0")).join("");
	const key = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)));
	const step = Buffer.alloc(8);
	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000) + steps));
	const sum = crypto.createHmac("sha1", key).update(step).digest();
	const at = sum[19] & 15;
	return String((sum.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}

class Walk {
	constructor(tab, site, lang) {
		Object.assign(this, { tab, site, lang });
	}

	path() {
		return this.tab.url().slice(this.site.length);
	}

	same(what, is, wanted) {
		count("steps of journeys");
		if (is !== wanted)
			complain(this.path(), `${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
	}

	async look() {
		await check_axe(this.tab, this.path());
		await check_overflow(this.tab, this.path());
	}

	async open(path) {
		await this.tab.goto(path.startsWith("http") ? path : `${this.site}/${this.lang}/${path}`, { waitUntil: "load" });
		await this.look();
	}

	// Fills in by the names of fields and sends it from the keyboard.
	async send(action, fields = {}) {
		const form = this.tab.locator(`form[action$="/${action}"]`).first();
		for (const [name, value] of Object.entries(fields)) {
			const field = form.locator(`[name=${name}]`);
			if (await field.evaluate(element => element.tagName) === "SELECT")
				await field.selectOption(value);
			else
				await field.fill(value);
		}
		await form.locator("button[type=submit]").last().focus();
		await Promise.all([this.tab.waitForNavigation({ waitUntil: "load" }), this.tab.keyboard.press("Enter")]);
		await this.look();
	}

	async refused(what) {
		this.same(`${what}: where the reader is led`, await this.tab.evaluate(() => document.activeElement.id), "faults");
	}

	async choose_password(link) {
		await this.open(link);
		const action = link.replace(/.*\/password/, "password");
		this.tab.expected = true;               // the console tells of each 422
		await this.send(action, { password: "kort", again: "kort" });
		await this.refused("a short password");
		this.tab.expected = false;
		await this.send(action, { password: PASSWORD, again: PASSWORD });
		this.same("after the password", this.path(), `/${this.lang}/login`);
	}
}

async function administrator(walk, link) {
	await walk.choose_password(link);
	await walk.send("login", { name: "ærø", password: PASSWORD });
	walk.same("a second factor first", walk.path(), `/${walk.lang}/login/factor`);
	const secret = (await walk.tab.innerText("code.secret")).replaceAll(" ", "");
	await walk.send("login/factor", { code: code_of(secret, 0) });
	walk.same("logged in", walk.path(), `/${walk.lang}/work`);
	for (const page of ["work/account", "work/account/factor", "work/trail", "work/accounts"])
		await walk.open(page);
	walk.tab.expected = true;
	await walk.send("work/accounts", { name: "Åse", title: "Åse Sørensen" });
	await walk.refused("a name with capital letters");
	walk.same("what was written stays", await walk.tab.inputValue("#f-title"), "Åse Sørensen");
	walk.tab.expected = false;
	await walk.send("work/accounts", { name: "åse", role: "contributor" });
	return (await walk.tab.innerText(".alert-success code")).trim();
}

async function check_staff_in(browser, server, lang) {
	const how = { viewport: { width: 320, height: 800 } };
	const said = server.pejl("user", "add", "ærø", "--title", "Ærø Ådal", "--role", "administrator",
		"--site", server.address, "--lang", lang);
	const [one, two] = [await open_tab(browser, server.address, how), await open_tab(browser, server.address, how)]
		.map(tab => new Walk(tab, server.address, lang));

	for (const walk of [one, two])
		await bring_axe(walk.tab);
	await two.choose_password(await administrator(one, said.match(/http\S+/)[0]));
	await two.send("login", { name: "åse", password: PASSWORD });
	two.same("logged in", two.path(), `/${lang}/work`);
	const id = /\/(\d+)\/close"/.exec(await one.tab.content())[1];
	await one.open(`work/accounts/${id}`);
	await one.send(`work/accounts/${id}/close`);
	await two.open("work");
	two.same("out at once", two.path(), `/${lang}/login?next=%2F${lang}%2Fwork`);
	await one.send("work/log-out");
	for (const walk of [one, two])
		await walk.tab.context().close();
	for (const name of ["ærø", "åse"])
		server.pejl("user", "erase", name);
	walk_ended(server);
}

// Whatever was done, the chain is whole.
function walk_ended(server) {
	if (!server.pejl("trail", "verify").startsWith("the chain is whole"))
		complain("pejl trail verify", "the chain is broken");
	count("journeys");
}

async function check_staff(browser, server, langs) {
	for (const lang of langs)
		await check_staff_in(browser, server, lang);
}

module.exports = { check_staff };

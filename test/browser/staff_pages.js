// staff_pages.js - every page of the staff, found by following links as each role; a
// route that no link leads to is one that nobody finds, and is told.
"use strict";
const fs = require("fs");
const { lang_of, tags } = require("./crawl");
const { check_names } = require("./names");
const { bring_axe, check_look, check_new } = require("./pages");
const { complain, count } = require("./report");
const { check_title } = require("./staff_steps");

const ROLES = ["editor", "administrator", "contributor", "unit_approver", "committee_approver", "publisher", "reader"];
const TABS = 2;
const A_KIND = 2;               // things of a kind that are looked into

// The GET routes that test/golden/access.csv lists, as patterns: no other list of them
// is complete, since the program's own test fails for a route that is not there.
function routes() {
	return fs.readFileSync("test/golden/access.csv", "utf8").split("\n")
		.filter(line => line.startsWith("GET,"))
		.map(line => line.split(",")[1])
		.map(path => ({ path, is: new RegExp(`^${path.replace(":lang", "[a-z]{2}")
			.replace(/:(id|kind)/g, "[^/]+")}$`) }))
		.sort((a, b) => a.path.split(":").length - b.path.split(":").length);
}

const route_of = (all, address) => all.find(route => route.is.test(address.split(/[?#]/)[0]));

// Of lists that are long the first few: one page of a form shows what its others do.
function form_of(route, address) {
	const asked = address.split("?")[1] || "";
	return `${route.path} ${kind_of(address)} ${asked.replace(/=[^&]*/g, "=")}`;
}

// The kind of things of the register that an address is about, or "".
const kind_of = address => (/\/register\/([^/?]+)/.exec(address) || ["", ""])[1];

// All pages that links lead this session to, from her tasks on.
async function crawl_as(server, cookie, lang, all) {
	const waiting = [`/${lang}/work`], met = new Set(waiting), often = new Map(), pages = [];
	while (waiting.length > 0) {
		const address = waiting.shift(), route = route_of(all, address);
		if (route === undefined) {
			complain(address, "a page of the staff that no route of access.csv is");
			continue;
		}
		const form = form_of(route, address);
		often.set(form, (often.get(form) || 0) + 1);
		if (often.get(form) > A_KIND)
			continue;
		const reply = await fetch(server.address + address, { headers: { Cookie: cookie }, redirect: "manual" });
		const media = (reply.headers.get("content-type") || "").split(";")[0];
		const bytes = Buffer.from(await reply.arrayBuffer());
		if (reply.status !== 200)
			complain(address, `a link leads to ${reply.status}`);
		pages.push({ address, route, form, kind: kind_of(address), media, status: reply.status, bytes });
		count("addresses of the staff");
		if (media === "text/html")
			follow(server.address, address, bytes, lang, met, waiting);
	}
	return pages;
}

function follow(site, from, bytes, lang, met, waiting) {
	for (const { name, attributes } of tags(bytes.toString("utf8"))) {
		if (name !== "a" || attributes.href === undefined)
			continue;
		const to = new URL(attributes.href, site + from);
		const address = to.pathname + to.search;
		if (to.origin !== site || !to.pathname.startsWith(`/${lang}/work`) || met.has(address))
			continue;
		met.add(address);
		waiting.push(address);
	}
}

// What each role sees, the longest page of each form once; { role, address, ... }. In turns a
// journey came by in one language for all.
async function find_pages(people, langs, turns) {
	const all = routes(), found = [];
	for (const lang of langs) {
		const seen = new Map();
		for (const role of ROLES) {
			const state = await people.state(role);
			const cookie = state.cookies.map(c => `${c.name}=${c.value}`).join("; ");
			for (const page of await crawl_as(people.server, cookie, lang, all))
				if (!seen.has(page.form) || seen.get(page.form).role === role &&
					seen.get(page.form).bytes.length < page.bytes.length)
					seen.set(page.form, { ...page, role });
		}
		const visited = new Set([...seen.values()].map(page => page.route));
		for (const address of people.sent.visited)
			if (turns || lang_of(address) === lang)
				visited.add(route_of(all, address));
		for (const route of all.filter(one => !visited.has(one)))
			complain(route.path, `no journey in ${lang} comes there, and no link leads any role there`);
		found.push(...seen.values());
	}
	count("routes of the staff", all.length);
	return found;
}

// Of the forms that only their kind of thing tells apart, half in each language; of the others,
// which are the same form again in a second language.
function in_turns(pages) {
	const kinds = [...new Set(pages.map(page => page.kind))].sort();
	const chosen = pages.filter(({ kind, address, route }) => kind === "" || !route.path.includes(":kind") ||
		kinds.indexOf(kind) % 2 === (lang_of(address) === "da" ? 0 : 1));
	return chosen.map((page, i) => ({ ...page, again: chosen.findIndex(one => one.form === page.form) < i }));
}

// One page as it comes, in the window that the tab has; by axe in the first language that has it.
async function check_page(tab, site, page, shapes) {
	await tab.goto(site + page.address, { waitUntil: "load" });
	if (!page.again)
		await check_new(tab, page.address, shapes);
	await check_look(tab, page.address);
	await check_title(tab, page.address);
	await check_names(tab, page.address);
}

// Two at a time; those of one role one after another, in the same browser context.
async function walk_pages(people, pages, look, how = {}) {
	const waiting = ROLES.flatMap(role => pages.filter(p => p.role === role && p.media === "text/html"));
	const walker = async () => {
		let who = null;
		for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
			if (who === null || who.role !== page.role) {
				await who?.close();
				who = await people.one(page.role, lang_of(page.address), how);
				who.role = page.role;
				await bring_axe(who.tab);
			}
			await look(who.tab, people.server.address, page);
			if (who.path() !== page.address)
				complain(page.address, `led to ${who.path()}`);
			count(`pages of the staff in ${lang_of(page.address)}`);
		}
		await who?.close();
	};
	await Promise.all(Array.from({ length: TABS }, walker));
}

module.exports = { check_page, find_pages, in_turns, walk_pages };

// staff.js - the staff's side in a browser: what people come to do there, then every
// page of it, with what they left behind.
"use strict";
const path = require("path");
const { LANGS } = require("./crawl");
const { council_journeys } = require("./staff_council");
const { daily_journeys } = require("./staff_daily");
const { figure_journeys } = require("./staff_figures");
const { form_journeys } = require("./staff_forms");
const { check_page, find_pages, in_turns, walk_pages } = require("./staff_pages");
const { paper_journeys } = require("./staff_papers");
const { with_scripts, without_scripts } = require("./matrix");
const { check_markup } = require("./nu");
const { attempt, complain, count } = require("./report");
const { with_server } = require("./server");
const { Shapes } = require("./shapes");
const { register_journeys } = require("./staff_register");
const { source_journeys } = require("./staff_sources");
const { People, Sent } = require("./staff_steps");
const { year } = require("./staff_year");

const REGISTER = "copenhagen";
const journeys = { ...form_journeys, ...paper_journeys, ...figure_journeys, ...daily_journeys,
	...register_journeys, ...council_journeys, ...source_journeys };

// JOURNEY=thing,year walks only those, and no page besides.
const only = process.env.JOURNEY === undefined ? null : process.env.JOURNEY.split(",");
const is_asked_for = name => only === null || only.includes(name);

// Those of one language one after another: they share a register. In turns each is gone in one
// language with scripts, so that axe can read what comes of it; else in Danish with scripts, in
// English without.
async function travel(people, lang, turns) {
	for (const [nth, [name, go]] of Object.entries(journeys).entries()) {
		if (!is_asked_for(name) || turns && nth % LANGS.length !== LANGS.indexOf(lang))
			continue;
		try {
			await go(people, lang, turns || lang === "da");
			count("journeys of the staff");
		} catch (error) {
			complain(`/${lang}/work`, `${name}: ${error.stack.split("\n").slice(0, 6).join(" ")}`);
		}
	}
}

// Whatever was done, the chain is whole.
function check_trail(server) {
	if (!server.pejl("trail", "verify").startsWith("the chain is whole"))
		complain("pejl trail verify", "the chain is broken");
}

async function shoot(people, pages, dir) {
	for (const width of [1280, 320])
		await walk_pages(people, pages, async (tab, site, page) => {
			await tab.setViewportSize({ width, height: 900 });
			await tab.goto(site + page.address, { waitUntil: "load" });
			await tab.screenshot({ path: path.join(dir, `${page.form.replace(/[^a-z]+/g, "-")}-${width}.png`), fullPage: true });
		});
}

// A register in which there is nothing, and nobody.
const check_year = (browser, pejl, sent) => attempt("/da/work, a year", () => with_server(pejl, null, async server => {
	await year(new People(browser, server, "", sent), server.link);
	check_trail(server);
	count("journeys of the staff");
}));

// The register that the demo users work in, then every page with what they left there.
async function check_demo(browser, server, langs, { sent, others, turns, walk }) {
	const password = server.pejl("demo-users").match(/password of each: (\S+)/)[1];
	const people = new People(browser, server, password, sent);
	await Promise.all(langs.map(lang => travel(people, lang, turns)));
	if (only !== null)
		return;
	const found = await find_pages(people, langs, turns), pages = turns ? in_turns(found) : found;
	if (process.argv[3] !== undefined)
		return void await shoot(people, pages.filter(page => page.address.startsWith("/da")), process.argv[3]);
	await others;
	const markup = attempt("the staff's mark-up", () => check_markup([...sent.all(), ...pages.filter(page => page.status === 200)]));
	await attempt("the staff's pages", () => walk(people, pages, sent));
	check_trail(server);
	await markup;
}

// The two registers at once; what was sent of either is read by one run of Nu.
async function check_all(browser, pejl, langs, { sent, turns }, walk) {
	const others = is_asked_for("year") ? check_year(browser, pejl, sent) : Promise.resolve();
	if (only === null || only.some(name => name in journeys))
		await attempt("/da/work", () => with_server(pejl, REGISTER,
			server => check_demo(browser, server, langs, { sent, others, turns, walk })));
	await others;
}

const check_staff = (browser, pejl, langs) => check_all(browser, pejl, langs, { sent: new Sent(new Shapes()), turns: true },
	(people, pages, sent) => walk_pages(people, pages, (tab, site, page) => check_page(tab, site, page, sent.shapes)));

// Every page in every way.
const prove_staff = (browser, pejl, langs) => check_all(browser, pejl, langs, { sent: new Sent(), turns: false }, async (people, pages) => {
	await walk_pages(people, pages, (tab, site, page) => with_scripts(tab, site, page.address));
	await walk_pages(people, pages, (tab, site, page) => without_scripts(tab, site, page.address),
		{ javaScriptEnabled: false });
});

module.exports = { check_staff, prove_staff };

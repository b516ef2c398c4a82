// check.js PEJL - walks the site in a browser: nothing that axe or the Nu checker finds, no
// link that leads nowhere, no complaint of the browser, no request to another host, no figure
// that the API does not give, and no heavy page. Every page of the first city is seen in every
// language, of the others one of each kind. The languages share their mark-up: of those pages in
// the first, and of the first city one of each kind in the others, axe reads each that shows what
// it has not read on another (shapes.js). proof.js does all of it, and more.
"use strict";
const { launch, open_tab } = require("./browser");
const { LANGS, crawl, forms, is_page, lang_of, one_of_each } = require("./crawl");
const { check_journeys } = require("./journeys");
const { live_place } = require("./journey_steps");
const { check_links } = require("./links");
const { check_markup } = require("./nu");
const { bring_axe, check_look, check_new, check_seen, weigh } = require("./pages");
const { check_published } = require("./published");
const { attempt, complain, count, close } = require("./report");
const { registers, serve } = require("./server");
const { Shapes } = require("./shapes");
const { check_spoilt } = require("./spoilt");
const { check_staff } = require("./staff");
const { Truth, check_figures, check_terminal } = require("./truth");

const WEIGHT_MAX = 60 * 1000;           // bytes of a barometer, without letters
const TABS = 2;
const LOST = LANGS.map(lang => `/${lang}/findes-ikke`);

async function look(tab, site, page, truth, shapes) {
	tab.expected = page.status !== 200;
	await tab.goto(site + page.address, { waitUntil: "load" });
	if (shapes !== null)
		await check_new(tab, page.address, shapes);
	await check_seen(tab, page);
	await check_look(tab, page.address);
	await check_figures(tab, page, truth);
}

async function walk(browser, site, pages, { truth, shapes, is_for_axe }) {
	const waiting = [...pages];
	const walker = async () => {
		const tab = await open_tab(browser, site, { viewport: { width: 1280, height: 900 } });
		await bring_axe(tab);
		for (let page = waiting.shift(); page !== undefined; page = waiting.shift())
			await attempt(page.address, () => look(tab, site, page, truth, is_for_axe(page) ? shapes : null));
		await tab.context().close();
	};
	await Promise.all(Array.from({ length: TABS }, walker));
}

async function check_weight(browser, site, register) {
	for (const lang of LANGS) {
		const tab = await open_tab(browser, site);
		const bytes = await weigh(tab, site, `/${lang}/`);
		if (bytes > WEIGHT_MAX || bytes < 1000)
			complain(`/${lang}/`, `weighs ${bytes} bytes, at most ${WEIGHT_MAX}`);
		count(`bytes of ${register}'s /${lang}/`, bytes);
		await tab.context().close();
	}
}

// Everything that is asked of a register but its markup, which one run of Nu reads for all.
async function check_register(browser, { server, found }, shapes) {
	const site = server.address, register = server.register, truth = new Truth(server);
	const pages = [...found.pages.values()];
	const all = pages.filter(page => is_page(page) && !page.address.includes("?") || LOST.includes(page.address));
	const nth = registers.indexOf(register), part = (what, check) => attempt(`${register}: ${what}`, check);
	const kinds = new Set(nth === 0 ? one_of_each(all) : []);
	const is_for_axe = page => lang_of(page.address) === LANGS[0] || kinds.has(page);
	// What readers come to do is done in the first city in the first language, in the second in the second.
	const langs = [LANGS[nth % LANGS.length]];
	await Promise.all([
		part("pages", () => walk(browser, site, nth === 0 ? all : one_of_each(all), { truth, shapes, is_for_axe })),
		part("journeys", () => check_journeys(browser, live_place(site), langs)),
	]);
	await part("links", () => check_links(found));
	await part("the terminal", () => check_terminal(truth));
	await part("weight", () => check_weight(browser, site, register));
	if (nth === 0)
		await part("as files", () => check_published(browser, server, found, langs, shapes));
	for (const lang of LANGS)
		count(`pages in ${lang}`, pages.filter(p => is_page(p) && lang_of(p.address) === lang).length);
}

const read_by_nu = ({ found }) =>
	forms([...found.pages.values()].filter(page => page.status === 200 || LOST.includes(page.address)));

async function crawl_register(register, servers) {
	const server = await serve(process.argv[2], register);
	servers.push(server);
	return { server, found: await crawl(server.address, [...LANGS.map(lang => `/${lang}/`), "/was", ...LOST],
		to => !to.includes("?") && !to.startsWith("/api/")) };
}

async function check_public(browser, servers) {
	const cities = [], shapes = new Shapes();
	for (const register of registers)
		cities.push(await attempt(register, () => crawl_register(register, servers)));
	const there = cities.filter(city => city !== undefined);
	const markup = attempt("mark-up", () => check_markup(there.flatMap(read_by_nu)));
	for (const city of there)
		await check_register(browser, city, shapes);
	await markup;
}

(async () => {
	const browser = await launch(), servers = [];
	await attempt("what must be seen", () => check_spoilt(browser));
	await attempt("the public site", () => check_public(browser, servers));
	for (const server of servers)
		await attempt("a server", server.stop);
	await attempt("the staff's side", () => check_staff(browser, process.argv[2], LANGS));
	await attempt("the browser", () => browser.close());
	process.exitCode = close();
})();

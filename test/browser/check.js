// check.js PEJL - walks the site in a browser: nothing that axe or the Nu checker finds, no
// link that leads nowhere, no complaint of the browser, no request to another host, no figure
// that the API does not give, and no heavy page. Every page of the first city is seen in every
// language, of the others one of each kind. The languages share their mark-up: axe reads every
// page in the first, one of each kind in the others. proof.js does all of it, and more.
"use strict";
const { launch, open_tab } = require("./browser");
const { LANGS, crawl, forms, is_page, lang_of, one_of_each } = require("./crawl");
const { check_journeys } = require("./journeys");
const { check_links } = require("./links");
const { check_markup } = require("./nu");
const { bring_axe, check_axe, check_cut, check_overflow, check_policy, check_seen, weigh } = require("./pages");
const { check_published } = require("./published");
const { complain, count, close } = require("./report");
const { registers, serve } = require("./server");
const { check_spoilt } = require("./spoilt");
const { check_staff } = require("./staff");
const { Truth, check_figures, check_terminal } = require("./truth");

const WEIGHT_MAX = 60 * 1000;           // bytes of a barometer, without letters
const TABS = 2;
const LOST = LANGS.map(lang => `/${lang}/findes-ikke`);

async function walk(browser, site, pages, truth) {
	const waiting = [...pages], kinds = new Set(one_of_each(pages));
	const walker = async () => {
		const tab = await open_tab(browser, site, { viewport: { width: 1280, height: 900 } });
		await bring_axe(tab);
		for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
			tab.expected = page.status !== 200;
			await tab.goto(site + page.address, { waitUntil: "load" });
			if (lang_of(page.address) === LANGS[0] || kinds.has(page))
				await check_axe(tab, page.address);
			await check_seen(tab, page);
			await check_overflow(tab, page.address);
			await check_cut(tab, page.address);
			await check_policy(tab, page.address);
			await check_figures(tab, page, truth);
		}
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
async function check_register(browser, site, register, found, server) {
	const truth = new Truth(server);
	const pages = [...found.pages.values()];
	const all = pages.filter(page => is_page(page) && !page.address.includes("?") || LOST.includes(page.address));
	const nth = registers.indexOf(register);
	const seen = nth === 0 ? all : one_of_each(all);
	check_links(found);
	// What readers come to do is done in the first city in the first language, in the second in the second.
	await Promise.all([walk(browser, site, seen, truth), check_journeys(browser, site, [LANGS[nth % LANGS.length]])]);
	await check_terminal(truth);
	await check_weight(browser, site, register);
	if (register === registers[0])
		await check_published(browser, server, found);
	for (const lang of LANGS)
		count(`pages in ${lang}`, pages.filter(p => is_page(p) && lang_of(p.address) === lang).length);
}

const read_by_nu = ({ pages }) =>
	forms([...pages.values()].filter(page => page.status === 200 || LOST.includes(page.address)));

async function check_all(browser, servers) {
	const crawls = [];
	for (const { address } of servers)
		crawls.push(await crawl(address, [...LANGS.map(lang => `/${lang}/`), "/was", ...LOST],
			to => !to.includes("?") && !to.startsWith("/api/")));
	const markup = check_markup(crawls.flatMap(read_by_nu));
	for (const [i, server] of servers.entries())
		await check_register(browser, server.address, registers[i], crawls[i], server);
	await markup;
}

(async () => {
	const browser = await launch();
	const servers = [];
	try {
		await check_spoilt(browser);
		for (const register of registers)
			servers.push(await serve(process.argv[2], register));
		await check_all(browser, servers);
		await check_staff(browser, process.argv[2], LANGS);
	} finally {
		await browser.close();
		for (const server of servers)
			await server.stop();
	}
	process.exitCode = close();
})();

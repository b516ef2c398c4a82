// check.js PEJL - walks the site in a browser, every page once per language: nothing
// that axe or the Nu checker finds, no link that leads nowhere, no complaint of the
// browser, no request to another host, and no heavy page.
"use strict";
const { launch, open_tab } = require("./browser");
const { LANGS, crawl, is_page, lang_of } = require("./crawl");
const { check_journeys } = require("./journeys");
const { check_links } = require("./links");
const { check_markup } = require("./nu");
const { check_axe, check_cut, check_overflow, check_policy, check_seen, weigh } = require("./pages");
const { complain, count, close } = require("./report");
const { registers, serve } = require("./server");
const { check_staff } = require("./staff");
const { Truth, check_figures, check_terminal } = require("./truth");

const WEIGHT_MAX = 60 * 1000;           // bytes of a barometer, without letters
const TABS = 2;

async function walk(browser, site, pages, truth) {
	const waiting = [...pages];
	const walker = async () => {
		const tab = await open_tab(browser, site, { viewport: { width: 1280, height: 900 } });
		for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
			await tab.goto(site + page.address, { waitUntil: "load" });
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

async function check_register(browser, register) {
	const server = await serve(process.argv[2], register);
	const site = server.address;
	try {
		const found = await crawl(site, [...LANGS.map(lang => `/${lang}/`), "/was"],
			address => !address.includes("?") && !address.startsWith("/api/"));
		const pages = [...found.pages.values()];
		check_links(found);
		await check_markup(pages.filter(page => page.status === 200));
		const truth = new Truth(server);
		await walk(browser, site, pages.filter(page => is_page(page) && !page.address.includes("?")), truth);
		await check_terminal(truth);
		await check_journeys(browser, site, LANGS);
		await check_staff(browser, server, LANGS);
		await check_weight(browser, site, register);
		for (const lang of LANGS)
			count(`pages in ${lang}`, pages.filter(p => is_page(p) && lang_of(p.address) === lang).length);
	} finally {
		await server.stop();
	}
}

(async () => {
	const browser = await launch();
	try {
		for (const register of registers)
			await check_register(browser, register);
	} finally {
		await browser.close();
	}
	process.exitCode = close();
})();

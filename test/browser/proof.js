// proof.js PEJL - all that check.js walks, and more of it: every page in both languages,
// with and without JavaScript, at three widths, light and dark, on paper, with large and
// spaced letters, and by keyboard alone; every page by axe; the site as files. PAGES=indicator,area walks only those kinds;
// PAGES=work only the staff's pages.
"use strict";
const { launch, open_tab } = require("./browser");
const { LANGS, crawl, is_page, kind_of } = require("./crawl");
const { check_journeys } = require("./journeys");
const { live_place } = require("./journey_steps");
const { on_paper, with_scripts, without_scripts } = require("./matrix");
const { bring_axe } = require("./pages");
const { check_published } = require("./published");
const { attempt, close } = require("./report");
const { registers, with_server } = require("./server");
const { check_spoilt } = require("./spoilt");
const { prove_staff } = require("./staff");

const TABS = 2;
const only = process.env.PAGES === undefined ? null : process.env.PAGES.split(",");

async function look(tab, site, address, scripts) {
	if (!scripts)
		return without_scripts(tab, site, address);
	await with_scripts(tab, site, address);
	return on_paper(tab, address);
}

async function walk(browser, site, addresses, scripts) {
	const waiting = [...addresses];
	const walker = async () => {
		const tab = await open_tab(browser, site, { javaScriptEnabled: scripts });
		await bring_axe(tab);
		for (let address = waiting.shift(); address !== undefined; address = waiting.shift())
			await attempt(address, () => look(tab, site, address, scripts));
		await tab.context().close();
	};
	await Promise.all(Array.from({ length: TABS }, walker));
}

async function prove_register(browser, server) {
	const site = server.address;
	const found = await crawl(site, LANGS.map(lang => `/${lang}/`),
		address => !address.includes("?") && !address.startsWith("/api/"));
	const addresses = [...found.pages.values()].filter(page => is_page(page) && !page.address.includes("?"))
		.map(page => page.address).filter(a => only === null || only.includes(kind_of(a) || "barometer"));
	for (const scripts of [true, false])
		await walk(browser, site, addresses, scripts);
	await attempt("journeys", () => check_journeys(browser, live_place(site), LANGS));
	await attempt("as files", () => check_published(browser, server, found, LANGS));
}

(async () => {
	const browser = await launch();
	await attempt("what must be seen", () => check_spoilt(browser));
	for (const register of registers)
		await attempt(register, () => with_server(process.argv[2], register, server => prove_register(browser, server)));
	if (only === null || only.includes("work"))
		await attempt("the staff's side", () => prove_staff(browser, process.argv[2], LANGS));
	await attempt("the browser", () => browser.close());
	process.exitCode = close();
})();

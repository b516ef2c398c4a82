// proof.js PEJL - all that check.js walks, and more of it: every page in both languages,
// with and without JavaScript, at three widths, light and dark, on paper, with large and
// spaced letters, and by keyboard alone. PAGES=indicator,area walks only those kinds.
"use strict";
const { launch, open_tab } = require("./browser");
const { LANGS, crawl, is_page, kind_of } = require("./crawl");
const { check_journeys } = require("./journeys");
const { check_keyboard } = require("./keyboard");
const { CONTRAST, bring_axe, check_axe, check_cut, check_letters, check_motion, check_overflow, check_paper,
	check_policy } = require("./pages");
const { count, close } = require("./report");
const { registers, serve } = require("./server");
const { check_spoilt } = require("./spoilt");

const WIDTHS = [1280, 768, 320];
const TABS = 2;
const only = process.env.PAGES === undefined ? null : process.env.PAGES.split(",");

async function check_widths(tab, address, how) {
	for (const width of WIDTHS) {
		const where = `${address} (${width} px${how})`;
		await tab.setViewportSize({ width, height: 900 });
		await check_overflow(tab, where);
		await check_cut(tab, where);
		count("views");
	}
}

async function with_scripts(tab, site, address) {
	await tab.setViewportSize({ width: 1280, height: 900 });
	await tab.goto(site + address, { waitUntil: "load" });
	await check_keyboard(tab, address);
	await tab.goto(site + address, { waitUntil: "load" });
	await check_widths(tab, address, "");
	await check_axe(tab, `${address} (320 px)`);
	await check_letters(tab, `${address} (320 px)`, ["spaced"]);
	await tab.setViewportSize({ width: 1280, height: 900 });
	await check_axe(tab, address);
	await check_letters(tab, address, ["large", "spaced"]);
	await check_motion(tab, address);
	await tab.emulateMedia({ colorScheme: "dark" });
	await check_axe(tab, `${address} (dark)`, CONTRAST);
	await tab.emulateMedia({ colorScheme: "light" });
	await tab.setViewportSize({ width: 720, height: 1000 });
	await check_paper(tab, address);
	await check_policy(tab, address);
}

async function without_scripts(tab, site, address) {
	await tab.goto(site + address, { waitUntil: "load" });
	await check_widths(tab, address, ", no JavaScript");
	await tab.setViewportSize({ width: 320, height: 900 });
	await check_keyboard(tab, `${address} (320 px, no JavaScript)`);
}

async function walk(browser, site, addresses, scripts) {
	const waiting = [...addresses];
	const walker = async () => {
		const tab = await open_tab(browser, site, { javaScriptEnabled: scripts });
		await bring_axe(tab);
		for (let address = waiting.shift(); address !== undefined; address = waiting.shift())
			await (scripts ? with_scripts : without_scripts)(tab, site, address);
		await tab.context().close();
	};
	await Promise.all(Array.from({ length: TABS }, walker));
}

async function prove(browser, register) {
	const server = await serve(process.argv[2], register);
	const site = server.address;
	try {
		const { pages } = await crawl(site, LANGS.map(lang => `/${lang}/`),
			address => !address.includes("?") && !address.startsWith("/api/"));
		const addresses = [...pages.values()].filter(page => is_page(page) && !page.address.includes("?"))
			.map(page => page.address).filter(a => only === null || only.includes(kind_of(a) || "barometer"));
		for (const scripts of [true, false])
			await walk(browser, site, addresses, scripts);
		await check_journeys(browser, site, LANGS);
	} finally {
		await server.stop();
	}
}

(async () => {
	const browser = await launch();
	try {
		await check_spoilt(browser);
		for (const register of registers)
			await prove(browser, register);
	} finally {
		await browser.close();
	}
	process.exitCode = close();
})();

// screenshots.js PEJL DIR - pictures of a page of each kind, to be looked at: at three
// widths, light and dark, and as printed. PAGES=indicator,theme takes only those kinds,
// READER=en the pages in English. DIR=docs takes those of the README alone.
"use strict";
const fs = require("fs");
const path = require("path");
const { launch, open_tab } = require("./browser");
const { crawl, is_page, kind_of, lang_of } = require("./crawl");
const { registers, serve } = require("./server");

const WIDTHS = [320, 768, 1280];
const TALL = 4000;              // pixels: what is further down looks the same
const reader = process.env.READER || "da";
const only = process.env.PAGES === undefined ? null : process.env.PAGES.split(",");

// The longest page of each kind shows the most.
function longest(pages) {
	const chosen = new Map();
	for (const page of pages) {
		const kind = kind_of(page.address) || "barometer";
		if (!is_page(page) || lang_of(page.address) !== reader || page.address.includes("?") ||
			(only && !only.includes(kind)))
			continue;
		if (!chosen.has(kind) || chosen.get(kind).bytes.length < page.bytes.length)
			chosen.set(kind, page);
	}
	return chosen;
}

async function picture(tab, file) {
	const tall = await tab.evaluate(() => document.documentElement.scrollHeight);
	const { width } = tab.viewportSize();
	await tab.screenshot({ path: file, fullPage: true,
		clip: { x: 0, y: 0, width, height: Math.min(tall, TALL) } });
}

async function take(browser, site, chosen, dir, scheme) {
	for (const width of WIDTHS) {
		const tab = await open_tab(browser, site,
			{ viewport: { width, height: 900 }, colorScheme: scheme });
		for (const [kind, page] of chosen) {
			await tab.goto(site + page.address, { waitUntil: "load" });
			await picture(tab, path.join(dir, `${kind}-${width}-${scheme}.png`));
		}
		await tab.context().close();
	}
}

const README = { barometer: "/en/", indicator: "/en/indicator/i-arbejde" };

async function take_readme(browser, dir) {
	const server = await serve(process.argv[2], "copenhagen");
	const tab = await open_tab(browser, server.address,
		{ viewport: { width: 1200, height: 1000 }, colorScheme: "light" });
	for (const [name, address] of Object.entries(README)) {
		await tab.goto(server.address + address, { waitUntil: "load" });
		await tab.screenshot({ path: path.join(dir, `${name}.png`) });
	}
	await server.stop();
}

async function print(browser, site, chosen, dir) {
	const tab = await open_tab(browser, site);
	for (const [kind, page] of chosen) {
		await tab.goto(site + page.address, { waitUntil: "load" });
		await tab.pdf({ path: path.join(dir, `${kind}.pdf`), preferCSSPageSize: true, format: "A4" });
	}
	await tab.context().close();
}

async function take_all(browser, register) {
	const dir = path.join(process.argv[3], register);
	fs.mkdirSync(dir, { recursive: true });
	const server = await serve(process.argv[2], register);
	try {
		const site = server.address;
		const { pages } = await crawl(site, [`/${reader}/`], address =>
			!address.includes("?") && lang_of(address) === reader);
		const chosen = longest(pages.values());
		for (const scheme of ["light", "dark"])
			await take(browser, site, chosen, dir, scheme);
		await print(browser, site, chosen, dir);
		console.log(`${dir}: ${[...chosen.keys()].join(", ")}`);
	} finally {
		await server.stop();
	}
}

(async () => {
	const browser = await launch();
	try {
		if (process.argv[3] === "docs")
			await take_readme(browser, "docs");
		else
			for (const register of registers)
				await take_all(browser, register);
	} finally {
		await browser.close();
	}
})();

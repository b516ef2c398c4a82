// matrix.js - one page looked at in every way: at three widths, light and dark, with large
// and spaced letters, on paper, by keyboard alone, with and without JavaScript.
"use strict";
const { check_keyboard } = require("./keyboard");
const { CONTRAST, check_axe, check_cut, check_letters, check_motion, check_overflow, check_paper,
	check_policy } = require("./pages");
const { count } = require("./report");

const WIDTHS = [1280, 768, 320];

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
	await check_policy(tab, address);
}

async function on_paper(tab, address) {
	await tab.setViewportSize({ width: 720, height: 1000 });
	await check_paper(tab, address);
}

async function without_scripts(tab, site, address) {
	await tab.goto(site + address, { waitUntil: "load" });
	await check_widths(tab, address, ", no JavaScript");
	await tab.setViewportSize({ width: 320, height: 900 });
	await check_keyboard(tab, `${address} (320 px, no JavaScript)`);
}

module.exports = { on_paper, with_scripts, without_scripts };

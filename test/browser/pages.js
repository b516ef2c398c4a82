// pages.js - what must hold of a page as a browser shows it.
"use strict";
const fs = require("fs");
const { complain, count } = require("./report");

const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// Every rule of WCAG 2.1 A and AA, of EN 301 549, and the best practices.
const AXE = { resultTypes: ["violations"], rules: {
	"target-size": { enabled: true },
} };

// What colours alone decide.
const CONTRAST = { resultTypes: ["violations"],
	runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };

// Has axe at hand in every page that the tab will show: quicker than to send it to each. It
// is not set up before it is asked for.
async function bring_axe(tab) {
	await tab.context().addInitScript(`window.bring_axe = () => { ${axe} };`);
}

// Runs in the page; null: axe was not brought. With `unmet` (shapes.js) colours and sizes, which
// cost as much as all else, are judged at those elements alone.
async function run_axe({ chosen, unmet }) {
	if (!("axe" in window))
		window.bring_axe?.();
	if (!("axe" in window))
		return null;
	if (unmet !== null) {
		unmet.forEach(shape => window.first_of_shape.get(shape).setAttribute("data-unmet", ""));
		window.axe.configure({ rules: ["color-contrast", "target-size"].map(id => ({ id, selector: "[data-unmet]" })) });
	}
	return (await window.axe.run(document, chosen)).violations;
}

async function check_axe(tab, where, chosen = AXE, unmet = null) {
	let violations = await tab.evaluate(run_axe, { chosen, unmet });
	if (violations === null) {
		await tab.evaluate(axe);
		violations = await tab.evaluate(run_axe, { chosen, unmet });
	}
	for (const rule of violations)
		for (const node of rule.nodes.slice(0, 2))
			complain(where, `axe ${rule.id}: ${node.failureSummary.replace(/\s+/g, " ")} ${node.html.slice(0, 160)}`);
	count("pages by axe");
}

// By axe, if the page has something that it has not read on others.
async function check_new(tab, where, shapes) {
	count("pages by their shapes");
	const unmet = await shapes.new_ones(tab);
	if (unmet.length > 0)
		await check_axe(tab, where, AXE, unmet);
}

// The same links as the crawl found by reading: nothing was overlooked.
async function check_seen(tab, page) {
	const seen = await tab.evaluate(() => document.querySelectorAll("[href], [src], [action]").length);
	if (seen !== page.links.length)
		complain(page.address, `the browser sees ${seen} links, the crawl ${page.links.length}`);
}

const tell_violations = (where, violations) =>
	violations.forEach(one => complain(where, `content security policy: ${one}`));

async function check_policy(tab, where) {
	tell_violations(where, await tab.evaluate(() => window.violations || []));
}

// Runs in the page. The widest thing that stands out of the window, if the page can be
// scrolled sideways; what scrolls in a container of its own does not count.
function find_overflow() {
	const wide = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= wide)
		return null;
	let most = null, right = wide + 0.5;
	for (const e of document.body.querySelectorAll("*")) {
		const box = e.getBoundingClientRect();
		if (box.right > right && box.width > 0) {
			right = box.right;
			most = `${e.tagName.toLowerCase()}.${e.getAttribute("class") || ""} to ${Math.round(right)} px`;
		}
	}
	return most || `something to ${document.documentElement.scrollWidth} px`;
}

function tell_overflow(where, found) {
	if (found !== null)
		complain(where, `the page scrolls sideways: ${found}`);
}

async function check_overflow(tab, where) {
	tell_overflow(where, await tab.evaluate(find_overflow));
}

// Runs in the page. Text that is cut: a box that hides what does not fit, and text on text.
function find_cut() {
	const cut = [];
	for (const e of document.body.querySelectorAll("h1, h2, h3, p, a, button, summary, label, th, td, li, dt, dd, .verdict")) {
		const style = getComputedStyle(e);
		if (style.overflowX !== "visible" && style.overflowX !== "auto" && style.clip === "auto" &&
			e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1)
			cut.push(`${e.tagName.toLowerCase()} "${e.textContent.trim().slice(0, 40)}"`);
	}
	return cut;
}

const tell_cut = (where, cut) => cut.slice(0, 3).forEach(text => complain(where, `cut: ${text}`));

async function check_cut(tab, where) {
	tell_cut(where, await tab.evaluate(find_cut));
}

// All of that at once, of a page as it comes: half the work is to ask.
async function check_look(tab, where) {
	const { overflow, cut, violations } = await tab.evaluate(
		`({ overflow: (${find_overflow})(), cut: (${find_cut})(), violations: window.violations || [] })`);
	tell_overflow(where, overflow);
	tell_cut(where, cut);
	tell_violations(where, violations);
}

// Runs in the page: what moves although the reader asked for nothing that does.
function find_motion() {
	return Array.from(document.querySelectorAll("*")).filter(e => {
		const style = getComputedStyle(e);
		return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
	}).map(e => e.tagName.toLowerCase()).slice(0, 3);
}

async function check_motion(tab, where) {
	for (const name of await tab.evaluate(find_motion))
		complain(where, `moves although reduced motion is asked for: ${name}`);
}

// Runs in the page. Letters twice as large (WCAG 1.4.4), or lines, words and letters
// further apart (1.4.12).
function set_letters(how) {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(how === "large" ? "html { font-size: 200% !important }"
		: "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }");
	document.adoptedStyleSheets = how === "" ? [] : [sheet];
}

async function check_letters(tab, where, hows) {
	for (const how of hows) {
		await tab.evaluate(set_letters, how);
		await check_overflow(tab, `${where} (${how} letters)`);
		await check_cut(tab, `${where} (${how} letters)`);
	}
	await tab.evaluate(set_letters, "");
}

// On paper: the content and its figures, and no menus or fields.
async function check_paper(tab, where) {
	await tab.emulateMedia({ media: "print" });
	const seen = await tab.evaluate(() => ({
		content: document.querySelector("main h1").checkVisibility(),
		menus: Array.from(document.querySelectorAll("nav, form, .skipnav, input, button:not(.sort)"))
			.filter(e => e.checkVisibility()).map(e => `${e.tagName.toLowerCase()}.${e.className}`),
	}));
	if (!seen.content)
		complain(where, "on paper: no heading");
	for (const menu of new Set(seen.menus))
		complain(where, `on paper: ${menu}`);
	await check_overflow(tab, `${where} (on paper)`);
	await tab.emulateMedia({ media: "screen" });
}

// Bytes that came over the wire for a first visit, without letters.
async function weigh(tab, site, address) {
	await tab.goto(site + address, { waitUntil: "load" });
	return tab.evaluate(() => [...performance.getEntriesByType("navigation"),
		...performance.getEntriesByType("resource")]
		.filter(e => !/\.woff2$/.test(e.name))
		.reduce((sum, e) => sum + e.encodedBodySize, 0));
}

module.exports = { CONTRAST, bring_axe, check_axe, check_cut, check_letters, check_look, check_motion,
	check_new, check_overflow, check_paper, check_policy, check_seen, weigh };

// spoilt.js - pages with a fault each: a check that lets its own pass is no check.
"use strict";
const { check_keyboard } = require("./keyboard");
const { check_axe, check_cut, check_letters, check_motion, check_overflow, check_paper } = require("./pages");
const { caught, complain, count } = require("./report");

const WHERE = "spoilt";
const frame = body => `<!DOCTYPE html><html lang="da"><head><title>Måling</title></head><body>
	<a class="skipnav" href="#main">Indhold</a><main id="main"><h1>Måling</h1>${body}</main></body></html>`;

const faults = [
	["a picture without words", "<img src='data:,' width='9' height='9'>", check_axe],
	["grey on grey", "<p style='color: #999; background: #aaa'>Ærø</p>", check_axe],
	["a page that is too wide", "<div style='width: 3000px'>Ærø</div>", check_overflow],
	["a word that is cut", "<p style='width: 3em; overflow: hidden; white-space: nowrap'>Speciallægepraksis</p>", check_cut],
	["a box that letters outgrow", "<p style='width: 96px; overflow: hidden; white-space: nowrap'>Ærøskøbing</p>",
		(tab, where) => check_letters(tab, where, ["large"])],
	["something that moves", "<p style='transition: color 1s'>Ærø</p>", check_motion],
	["a menu on paper", "<nav>Ærø</nav>", check_paper],
	["a link without a ring", "<a href='#a' style='outline: none'>Ærø</a>", check_keyboard],
	["a link that Tab passes by", "<a href='#a' tabindex='-1'>Ærø</a>", check_keyboard],
	["links from right to left", "<p style='display: flex; flex-direction: row-reverse'><a href='#a'>Ærø</a><a href='#b'>Fanø</a></p>", check_keyboard],
	["a link out of sight", "<a href='#a' style='position: absolute; left: -999px; top: -999px'>Ærø</a>", check_keyboard],
];

async function check_spoilt(browser) {
	const tab = await (await browser.newContext()).newPage();
	for (const [what, body, check] of faults) {
		await tab.setContent(frame(body));
		if ((await caught(() => check(tab, WHERE))).length === 0)
			complain(WHERE, `nothing was said about ${what}`);
		count("faults that must be seen");
	}
	await tab.setContent(frame("<p><a href='#main'>Ærø</a></p>"));
	for (const check of [check_axe, check_cut, check_overflow, check_motion, check_keyboard])
		for (const what of await caught(() => check(tab, WHERE)))
			complain(WHERE, `a page without a fault: ${what}`);
	await tab.context().close();
}

module.exports = { check_spoilt };

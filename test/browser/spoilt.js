// spoilt.js - pages with a fault each: a check that lets its own pass is no check.
"use strict";
const { check_keyboard } = require("./keyboard");
const { check_names } = require("./names");
const { check_axe, check_cut, check_letters, check_motion, check_new, check_overflow, check_paper } = require("./pages");
const { caught, complain, count } = require("./report");
const { Shapes } = require("./shapes");
const { Person } = require("./staff_steps");

const WHERE = "spoilt";
const frame = body => `<!DOCTYPE html><html lang="da"><head><title>Måling</title></head><body>
	<a class="skipnav" href="#main">Indhold</a><main id="main"><h1>Måling</h1>${body}</main></body></html>`;

const faults = [
	["a picture without words", "<img src='data:,' width='9' height='9'>", check_axe],
	["grey on grey", "<p style='color: #999; background: #aaa'>Ærø</p>", check_axe],
	["grey on grey where the page is new", "<p style='color: #999; background: #aaa'>Ærø</p>",
		(tab, where) => check_new(tab, where, new Shapes())],
	["a page that is too wide", "<div style='width: 3000px'>Ærø</div>", check_overflow],
	["a word that is cut", "<p style='width: 3em; overflow: hidden; white-space: nowrap'>Speciallægepraksis</p>", check_cut],
	["a box that letters outgrow", "<p style='width: 96px; overflow: hidden; white-space: nowrap'>Ærøskøbing</p>",
		(tab, where) => check_letters(tab, where, ["large"])],
	["something that moves", "<p style='transition: color 1s'>Ærø</p>", check_motion],
	["a menu on paper", "<nav>Ærø</nav>", check_paper],
	["a link without a ring", "<a href='#a' style='outline: none'>Ærø</a>", check_keyboard],
	["a link that Tab passes by", "<a href='#a' tabindex='-1'>Ærø</a>", check_keyboard],
	["links from right to left", "<p style='display: flex; flex-direction: row-reverse'><a href='#a'>Ærø</a><a href='#b'>Fanø</a></p>", check_keyboard],
	["two links of one name", "<a href='#a'>Ærø</a> <a href='#b'> ærø</a>", check_names],
	["two buttons of one name", ["1", "2"].map(id => `<form action='a'><input type='hidden' name='id' value='${id}'>
		<button>Svar<span aria-hidden='true'> ${id}</span></button></form>`).join(""), check_names],
	["two fields of one name", "<form><label>Ø <input name='a'></label><label>Ø <input name='b'></label></form>", check_names],
	["a link out of sight", "<a href='#a' style='position: absolute; left: -999px; top: -999px'>Ærø</a>", check_keyboard],
];

// What the journeys of the staff must see: a form that comes back without what was
// written, without a message at the field, or that keeps the focus for itself.
const form = (value, message) => `<div id="faults" tabindex="-1"><a href="#f-title">Titel</a></div>
	<div class="form-group form-error"><label for="f-title">Titel</label>${message}<input id="f-title" value="${value}"></div>
	<script>document.getElementById("faults").focus()</script>`;
const MESSAGE = "<span class='form-error-message'>Skriv en titel.</span>";
const returned = { status: () => 422 };
const refused = tab => new Person(tab, "", "da", {}, null)
	.refused(WHERE, async () => returned, "title", { title: "Ærø" });
const staff_faults = [
	["a form that loses what was written", form("", MESSAGE), refused],
	["a form without a message at the field", form("Ærø", ""), refused],
	["a form that leads nowhere", form("Ærø", MESSAGE).replace("focus", "blur"), refused],
	["a field without a label", "<form><input id='f-title'></form>", check_axe],
	["a field that keeps the focus", `<input id="f-a" aria-label="Ærø"><a href="#b">Fanø</a>
		<script>document.getElementById("f-a").addEventListener("keydown", e => e.preventDefault())</script>`, check_keyboard],
];

// Nothing of the page before: where it was scrolled to, or led to.
async function show(tab, body) {
	await tab.goto("about:blank");
	await tab.setContent(frame(body));
}

// Pages of which axe must read the first and the last, and not the second, which is the first
// with other words and one row more.
async function check_shapes(tab) {
	const shapes = new Shapes(), row = words => `<li><a href='#a'>${words}</a></li>`;
	for (const [body, wanted] of [[`<ul>${row("Ærø")}</ul>`, true], [`<ul>${row("Fanø")}${row("Samsø")}</ul>`, false],
		[`<ul>${row("Ærø")}${row("")}</ul>`, true]]) {
		await show(tab, body);
		if ((await shapes.new_ones(tab)).length > 0 !== wanted)
			complain(WHERE, `shapes that are ${wanted ? "new are not seen" : "known are called new"}: ${body}`);
		count("faults that must be seen");
	}
}

async function check_spoilt(browser) {
	const tab = await (await browser.newContext()).newPage();
	for (const [what, body, check] of [...faults, ...staff_faults]) {
		await show(tab, body);
		if ((await caught(() => check(tab, WHERE))).length === 0)
			complain(WHERE, `nothing was said about ${what}`);
		count("faults that must be seen");
	}
	await check_shapes(tab);
	await show(tab, "<p><a href='#main'>Ærø</a> <a href='#main'>Ærø</a></p>");
	for (const check of [check_axe, check_cut, check_overflow, check_motion, check_keyboard, check_names])
		for (const what of await caught(() => check(tab, WHERE)))
			complain(WHERE, `a page without a fault: ${what}`);
	await show(tab, form("Ærø", MESSAGE));
	for (const what of await caught(() => refused(tab)))
		complain(WHERE, `a form without a fault: ${what}`);
	await tab.context().close();
}

module.exports = { check_spoilt };

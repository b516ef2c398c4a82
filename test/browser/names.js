// names.js - what is named alike and leads to different places: a reader who goes from link
// to link, from button to button or from field to field by their names alone cannot tell
// them apart (WCAG 2.4.4, 2.4.6, 2.4.9).
"use strict";
const { complain } = require("./report");

// Runs in the page. Those of one name and one part of the page that lead to, do or write
// more than one thing.
function find_namesakes() {
	const words = text => text.replace(/\s+/g, " ").trim();
	const spoken = node => node.nodeType === Node.TEXT_NODE ? node.data
		: node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === "true" || node.tagName === "OPTION" ? ""
		: node.tagName === "IMG" ? node.alt
		: node.tagName === "title" ? ""
		: Array.from(node.childNodes, spoken).join("");
	const by_ids = ids => ids.split(/\s+/).map(id => spoken(document.getElementById(id))).join(" ");
	const group = e => e.closest("fieldset") === null ? "" : spoken(e.closest("fieldset").querySelector("legend"));
	const name = e => words(e.hasAttribute("aria-labelledby") ? by_ids(e.getAttribute("aria-labelledby"))
		: e.ariaLabel !== null ? e.ariaLabel
		: e.labels?.length > 0 ? `${group(e)} ${Array.from(e.labels, spoken).join(" ")}`
		: spoken(e)).toLowerCase();
	const kept = form => Array.from(form.elements)
		.filter(e => e.type === "hidden" && !["token", "nonce"].includes(e.name)).map(e => `${e.name}=${e.value}`).join("&");
	const place = e => e.tagName === "A" ? e.href
		: `${e.form.getAttribute("action")} ${kept(e.form)} ${e.name} ${e.type === "radio" || e.tagName === "BUTTON" ? e.value : ""}`;
	const kind = e => e.tagName === "A" ? "link" : e.tagName === "BUTTON" ? "button" : "field";
	const met = new Map(), found = new Set();
	for (const e of document.querySelectorAll("a[href], form button, form input, form select, form textarea")) {
		if (e.type === "hidden" || !e.checkVisibility() && e.closest("details") === null)
			continue;
		const part = e.closest("nav, header, footer, main")?.tagName ?? "";
		const called = `${kind(e)} "${name(e)}" (${part.toLowerCase()})`, to = place(e);
		if (met.has(called) && met.get(called) !== to)
			found.add(called);
		met.set(called, to);
	}
	return [...found];
}

async function check_names(tab, where) {
	for (const called of (await tab.evaluate(find_namesakes)).slice(0, 5))
		complain(where, `more than one of the same name: ${called}`);
}

module.exports = { check_names };

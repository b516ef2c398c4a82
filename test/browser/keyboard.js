// keyboard.js - a page by keyboard alone: Tab reaches everything that can be used, in
// the order in which it is seen, shows where it is, and comes out at the end.
"use strict";
const { complain, count } = require("./report");

// Runs in the page. What can be focused and is seen, in the order of the document, with
// where it stands. Says how often Tab is pressed to come through.
function prepare() {
	const what = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
	window.name_of = e => `${e.tagName.toLowerCase()} "${(e.getAttribute("aria-label") || e.textContent || e.id).trim().replace(/\s+/g, " ").slice(0, 40)}"`;
	// Radio buttons of a group are one stop; arrows choose among them.
	const is_stop = e => {
		const group = e.type === "radio" ? Array.from(e.form.querySelectorAll(`[name="${e.name}"]`)) : [e];
		return e === (group.find(one => one.checked) || group[0]);
	};
	const skip = document.querySelector(".skipnav");
	window.stops = Array.from(document.querySelectorAll(what))
		.filter(e => !e.disabled && is_stop(e) && e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0)
		.map(e => {
			const box = e.getClientRects()[0];
			return { e, name: window.name_of(e), top: box.top + scrollY, bottom: box.bottom + scrollY,
				left: box.left, right: box.right, skip: e === skip };
		});
	return window.stops.length + document.querySelectorAll("input[type=date]").length * 4;
}

// Runs in the page: where the focus is, and whether it shows.
function look() {
	const e = document.activeElement;
	if (e === null || e === document.body)
		return null;
	const style = getComputedStyle(e), box = e.getBoundingClientRect();
	const thick = style.outlineStyle === "auto" || parseFloat(style.outlineWidth) >= 2;
	const ring = style.outlineStyle !== "none" && thick && !/, 0\)$|transparent/.test(style.outlineColor);
	return { at: window.stops.findIndex(stop => stop.e === e), name: window.name_of(e),
		shown: ring || style.boxShadow !== "none", seen: box.width > 0 && box.height > 0 &&
			box.bottom > 0 && box.top < innerHeight };
}

// Where Tab goes, until it comes out of the page or round to where it began.
async function walk(tab, most) {
	const visits = [];
	for (let i = 0; i < most; i++) {
		await tab.keyboard.press("Tab");
		const visit = await tab.evaluate(look);
		if (visit === null && visits.length > 0 || visits.length > 1 && visit.at === visits[0].at)
			return visits;
		const last = visits[visits.length - 1];
		if (visit !== null && (last === undefined || last.name !== visit.name || last.at !== visit.at))
			visits.push(visit);
	}
	return visits;
}

// Is `next` seen before `last`? In a row more to the left, or above and not in a column
// further right.
function before(next, last) {
	const above = next.bottom <= last.top + 1;
	const beside = next.top < last.bottom && next.bottom > last.top;
	return (above && next.left < last.right - 1) || (beside && next.right <= last.left + 1);
}

function check_order(where, visits, stops) {
	let last = null;
	for (const visit of visits) {
		const stop = stops[visit.at];
		if (stop === undefined || stop.skip)
			continue;
		if (last !== null && before(stop, last))
			complain(where, `Tab goes back: from ${last.name} to ${stop.name}`);
		last = stop;
	}
}

async function check_keyboard(tab, where) {
	const most = await tab.evaluate(prepare) + 3;
	await tab.evaluate(() => { document.activeElement.blur(); window.scrollTo(0, 0); });
	const once = await walk(tab, most);
	const stops = await tab.evaluate(() => window.stops.map(({ e, ...rest }) => rest));
	const reached = new Set(once.map(visit => visit.at));
	for (const [i, stop] of stops.entries())
		if (!reached.has(i))
			complain(where, `Tab does not reach ${stop.name}`);
	for (const visit of once.filter(v => !v.shown || !v.seen))
		complain(where, `the focus is not seen on ${visit.name}`);
	if (once.length > 0 && !(stops[once[0].at] || {}).skip)
		complain(where, `Tab begins with ${once[0].name}, not with the way to the content`);
	check_order(where, once, stops);
	count("stops of Tab", once.length);
}

module.exports = { check_keyboard };

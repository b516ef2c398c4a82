// report.js - what was found wrong, and how much was looked at.
"use strict";

let wrong = new Map();
let counts = new Map();

// The same fault on many pages is told once, with how many and the first few.
function complain(where, what) {
	if (!wrong.has(what))
		wrong.set(what, []);
	wrong.get(what).push(where);
}

function count(what, n = 1) {
	counts.set(what, (counts.get(what) || 0) + n);
}

// What a check complains about, told to the caller alone.
async function caught(check) {
	const before = [wrong, counts];
	[wrong, counts] = [new Map(), new Map()];
	await check();
	const found = [...wrong.keys()];
	[wrong, counts] = before;
	return found;
}

function close() {
	for (const [what, places] of wrong) {
		const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
		console.error(`${what}\n    ${places.slice(0, 3).join(", ")}${more}`);
	}
	console.log([...counts].map(([what, n]) => `${n} ${what}`).join(", "));
	return wrong.size === 0 ? 0 : 1;
}

module.exports = { caught, complain, count, close };

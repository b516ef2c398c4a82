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

// One part of many: where it fails it is told, and the others go on.
async function attempt(where, part) {
	try {
		return await part();
	} catch (error) {
		complain(where, `ended: ${(error.stack ?? String(error)).split("\n").slice(0, 6).join(" ")}`);
		return undefined;
	}
}

function close() {
	for (const [what, places] of wrong) {
		const more = places.length > 3 ? ` and ${places.length - 3} more` : "";
		console.error(`${what}\n    ${places.slice(0, 3).join(", ")}${more}`);
	}
	console.log([...counts].map(([what, n]) => `${n} ${what}`).join(", "));
	return wrong.size === 0 ? 0 : 1;
}

module.exports = { attempt, caught, complain, count, close };

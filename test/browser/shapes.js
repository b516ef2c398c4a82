// shapes.js - which pages show something that no page before did.
//
// Most pages of a kind are made of the same elements in other numbers. An element's shape is its
// name, its attributes (what a class or a role says, of others whether they say anything), whether
// it has words of its own, for a heading the one before, and the shapes of all it stands in: what
// the rules of axe and the style sheet go by. A page with a shape that was not met yet is one that
// axe has to read; of others it has read every element elsewhere. proof.js has it read all.
"use strict";

// Runs in the page: the shapes of its elements, as numbers, of which it remembers the first. A chart's own drawing counts as one.
function find_shapes() {
	const met = new Map(), said = /^(class|role|type|scope|tabindex|aria-(?!label|described|controls|value).*)$/;
	let heading = "";
	const digest = (text, from) => {
		let sum = from;
		for (let i = 0; i < text.length; i++)
			sum = Math.imul(sum ^ text.charCodeAt(i), 16777619);
		return sum | 0;
	};
	const describe = e => {
		let text = e.tagName;
		for (const { name, value } of e.attributes)
			text += said.test(name) ? ` ${name}=${value}` : ` ${name}${value === "" ? "" : "+"}`;
		for (let n = e.firstChild; n !== null; n = n.nextSibling)
			if (n.nodeType === Node.TEXT_NODE && /\S/.test(n.data))
				return `${text} words`;
		return text;
	};
	const visit = (e, around) => {
		let text = describe(e);
		if (/^H[1-6]$/.test(e.tagName)) {
			text += heading;
			heading = e.tagName;
		}
		const key = around + text;
		if (!met.has(key)) {
			met.set(key, digest(text, around));
			window.first_of_shape.set(met.get(key), e);
		}
		if (e.tagName !== "svg")
			for (let child = e.firstElementChild; child !== null; child = child.nextElementSibling)
				visit(child, met.get(key));
	};
	window.first_of_shape = new Map();
	visit(document.body, innerWidth);
	return [...met.values()];
}

class Shapes {
	constructor() {
		this.met = new Set();
	}

	// Those on this page that were not met; they are from now on.
	async new_ones(tab) {
		const unmet = (await tab.evaluate(find_shapes)).filter(shape => !this.met.has(shape));
		unmet.forEach(shape => this.met.add(shape));
		return unmet;
	}
}

module.exports = { Shapes };

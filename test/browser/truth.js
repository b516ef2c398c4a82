// truth.js - one truth: each figure of a page is what the API says about the same thing,
// and the API says what the terminal says.
//
// A figure on a page is <data value="59.90">59,90 pct.</data>. Which address of the API
// tells the same follows from the page's own: /da/indicator/x is /api/v1/indicators/x.
"use strict";
const { isDeepStrictEqual } = require("util");
const { complain, count } = require("./report");
const { kind_of, lang_of } = require("./crawl");

const API = "/api/v1";
const plural = kind => kind.endsWith("y") ? `${kind.slice(0, -1)}ies` : `${kind}s`;

class Truth {
	constructor(server) {
		this.server = server;
		this.answers = new Map();
	}

	async ask(address) {
		if (!this.answers.has(address)) {
			const reply = await fetch(this.server.address + address);
			this.answers.set(address, reply.status === 200 ? await reply.json() : null);
		}
		return this.answers.get(address);
	}

	// What the API says about what a page shows; null: nothing.
	async twin(page) {
		const [path, query] = page.address.split("?");
		const [, , shown, id] = path.split("/");
		const kind = shown === "embed" ? "indicator" : shown;
		const { paths } = await this.ask(`${API}/openapi.json`);
		const names = kind === "" ? ["barometer"] : [kind, plural(kind)];
		const template = names.map(name => `${API}/${name}${id === undefined ? "" : "/{id}"}`)
			.find(name => paths[name] !== undefined);
		if (template === undefined)
			return null;
		const takes = name => paths[template].get.parameters.some(p => p.name === name);
		const words = [query, takes("limit") ? "limit=1000" : ""].filter(Boolean);
		return this.ask(template.replace("{id}", id) + (words.length ? `?${words.join("&")}` : ""));
	}
}

// Runs in the page: each figure with the sources that are named beside it and the other
// figures there; cells with a figure, their day apart, that are not marked as one; and the
// words. The text of a paper is its own.
function collect() {
	const text = document.querySelector("main").textContent.replace(/\s+/g, " ");
	const unmarked = Array.from(document.querySelectorAll("main td.number, main td.figure .value"))
		.filter(cell => !cell.querySelector("data") && !cell.closest(".paper")).map(cell => {
			const alone = cell.cloneNode(true);
			alone.querySelectorAll(".when").forEach(day => day.remove());
			return alone.textContent.trim();
		});
	const figures = Array.from(document.querySelectorAll("main data"), data => {
		const around = data.closest("tr, li, article, dd, p") || data;
		const sources = Array.from(around.querySelectorAll("a.source, a.badge"), a => {
			const at = new URL(a.href);
			return `${at.pathname.split("/").pop()}:${at.searchParams.get("line")}`;
		});
		const beside = Array.from(around.querySelectorAll("data, td.number:not(:has(data))"),
			other => other.value || "withheld");
		return { value: data.value, text: data.textContent, sources, beside };
	});
	return { figures, unmarked, text };
}

// Pages that put one thing beside others: those stand in the answers for their indicators.
const BESIDE = ["area", "areas", "comparison"];

function indicators_of(value, found = new Set()) {
	if (value === null || typeof value !== "object")
		return found;
	if (value.indicator && value.indicator.id)
		found.add(value.indicator.id);
	for (const member of Object.values(value))
		indicators_of(member, found);
	return found;
}

async function figures_of(page, answer, truth) {
	const known = figures(answer);
	if (BESIDE.includes(kind_of(page.address)))
		for (const id of indicators_of(answer))
			figures(await truth.ask(`${API}/indicators/${id}`), known);
	return known;
}

const DECIMAL = /^-?[0-9]+(\.[0-9]+)?$/;
const open = text => text === null || text === undefined ? "" : text;

// Every figure of an answer, and those that have a source: "59.90 statusredegoerelse-2009:15".
// A value that the API has without a source as well may stand beside any.
function figures(value, found = { all: new Set(), sourced: new Map(), bare: new Set() }) {
	if (typeof value === "string" && DECIMAL.test(value)) {
		found.all.add(value);
		found.bare.add(value);
	}
	if (typeof value === "number")
		found.all.add(String(value));
	if (value === null || typeof value !== "object")
		return found;
	const range = value.low !== undefined || value.high !== undefined
		? `${open(value.low)}/${open(value.high)}` : null;
	const exact = typeof value.value === "string" ? value.value : range;
	if (range !== null)
		found.all.add(range);
	if (exact !== null && value.source && value.source.document)
		found.sourced.set(`${exact} ${value.source.document}:${value.source.line}`, exact);
	for (const [key, member] of Object.entries(value))
		if (key === "value" && typeof member === "string" && value.source && value.source.document)
			found.all.add(member);
		else
			figures(member, found);
	return found;
}

const grouped = (digits, mark) => digits.replace(/\B(?=(\d{3})+$)/g, mark);

// "11668.5" as a reader of the language writes it; amounts also in millions.
function written(value, lang) {
	const [thousand, point] = lang === "da" ? [".", ","] : [",", "."];
	const [whole, decimals] = value.replace("-", "").split(".");
	const texts = [grouped(whole, thousand) + (decimals ? point + decimals : "")];
	if (decimals === undefined)
		for (const places of [0, 1, 2]) {
			const scaled = (Math.abs(Number(value)) + 1e-6) / 1e6;
			const [w, d] = scaled.toFixed(places).split(".");
			texts.push(grouped(w, thousand) + (d ? point + d : ""));
		}
	return texts;
}

function shows(text, value, lang) {
	if (!/\d/.test(text))           // "halvdelen", "half": a figure in words
		return /\p{L}/u.test(text);
	const digits = text.match(/\d[\d.,]*/g).map(found => found.replace(/[.,]$/, ""));
	return value.split("/").filter(Boolean)
		.some(end => written(end, lang).some(one => digits.includes(one)));
}

async function check_figures(tab, page, truth) {
	const { figures: shown, unmarked, text: words } = await tab.evaluate(collect);
	if (shown.length === 0 && unmarked.length === 0)
		return;
	const answer = await truth.twin(page);
	if (answer === null) {
		complain(page.address, "figures that the API does not have");
		return;
	}
	const known = await figures_of(page, answer, truth), lang = lang_of(page.address);
	for (const { value, text, sources, beside } of shown) {
		if (!known.all.has(value))
			complain(page.address, `${text.trim()}: ${value} is not what the API says`);
		if (!shows(text, value, lang))
			complain(page.address, `${text.trim()} is not how ${value} is written`);
		check_source(page, beside.length > 0 ? beside : [value], sources, known);
		count("figures");
	}
	check_unmarked(page, unmarked, known, lang);
	if (kind_of(page.address) === "embed")
		return;
	check_all_shown(page, answer, shown);
	check_sentences(page, answer, words, lang);
}

// The document and line beside figures is one that the API has of one of them.
function check_source(page, values, sources, known) {
	const sourced = new Set(known.sourced.values());
	if (sources.length === 0 || !values.every(value => sourced.has(value) && !known.bare.has(value)))
		return;
	count("figures with their source");
	if (!sources.some(source => values.some(value => known.sourced.has(`${value} ${source}`))))
		complain(page.address, `${values.join(", ")} do not come from ${sources.join(" or ")}`);
}

// The table beside a chart is text: it must be how a figure of the API is written. What
// begins with "\u2026" has none.
function check_unmarked(page, cells, known, lang) {
	const digits = cell => cell.startsWith("\u2026") ? "" : (cell.match(/\d[\d.,]*/) || [""])[0].replace(/[.,]$/, "");
	const texts = new Set([...known.all].flatMap(value => value.split("/").filter(Boolean)
		.flatMap(one => written(one, lang))));
	for (const cell of cells.filter(text => digits(text) !== "")) {
		count("figures beside charts");
		if (!texts.has(digits(cell)))
			complain(page.address, `${cell} is nothing that the API says`);
	}
}

function sentences(value, lang, found = []) {
	if (value === null || typeof value !== "object")
		return found;
	for (const key of ["explanation", "trend"])
		if (value[key])
			found.push(value[key][lang]);
	for (const member of Object.values(value))
		sentences(member, lang, found);
	return found;
}

function check_sentences(page, answer, words, lang) {
	if (!/^\/..\/(indicator|objective)\/[^?]*$|^\/..\/$/.test(page.address))
		return;
	// An objective's indicators may serve others, too, which stand on their own pages.
	for (const sentence of sentences(answer.targets instanceof Array ? answer.targets : answer, lang)) {
		count("sentences");
		if (!words.includes(sentence.replace(/\s+/g, " ")))
			complain(page.address, `does not say: ${sentence}`);
	}
}

// A page of one thing shows every measurement that the API has of it.
function check_all_shown(page, answer, shown) {
	if (!/^\/..\/indicator\/[^?]*$/.test(page.address))
		return;
	const pairs = new Set(shown.flatMap(f => f.sources.map(source => `${f.value} ${source}`)));
	for (const pair of figures(answer.series).sourced.keys())
		if (!pairs.has(pair))
			complain(page.address, `the API says ${pair}, the page does not`);
}

// The terminal and the API, word for word.
async function check_terminal(truth) {
	const terminal = (...words) => JSON.parse(truth.server.pejl(...words, "--json"));
	const same = (what, a, b) => {
		count("answers as the terminal gives them");
		if (!isDeepStrictEqual(a, b))
			complain(what, "the API and the terminal differ");
	};
	for (const day of [null, "2009-06-01"]) {
		const more = day === null ? [] : ["--as-of", day];
		const query = day === null ? "" : `&as_of=${day}`;
		same(`targets ${day}`, (await truth.ask(`${API}/targets?limit=1000${query}`)).items,
			terminal("evaluate", ...more));
	}
	same("economy", (await truth.ask(`${API}/economy`)).items.map(({ years, committees, paid, ...rest }) => rest),
		terminal("budget"));
	for (const { id } of (await truth.ask(`${API}/indicators?limit=1000`)).items) {
		const theirs = figures(terminal("show", "indicator", id).observations || []);
		const ours = figures((await truth.ask(`${API}/indicators/${id}`)).series);
		for (const pair of ours.sourced.keys())
			if (!theirs.sourced.has(pair))
				complain(id, `the API says ${pair}, the terminal does not`);
		count("answers as the terminal gives them");
	}
}

module.exports = { Truth, check_figures, check_terminal, written };

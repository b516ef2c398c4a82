// api.js ADDRESS - does the API answer as its own description says?
//
// The description (OpenAPI 3.1) is linted by Redocly's rules. Then every path in it is
// asked, with every id that the lists name, as of several days and in both languages;
// each answer must be valid by the schema that the path names, and what it must not
// be is tried as well: with a member too many, or one too few, it must be refused.
"use strict";
const fs = require("fs");
const os = require("os");
const path = require("path");
const Ajv = require("ajv");
const { createConfig, lint } = require("@redocly/openapi-core");

const server = process.argv[2].replace(/\/$/, "");
const API = "/api/v1";
let failed = 0;
let asked = 0;

function complain(text) {
	console.error(text);
	failed++;
}

async function ask(address, headers = {}) {
	asked++;
	const reply = await fetch(server + address, { headers, redirect: "manual" });
	return { status: reply.status, media: (reply.headers.get("content-type") || "").split(";")[0],
		text: await reply.text() };
}

// ---- the description ----

async function problems(doc) {
	const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "pejl-api-")), "openapi.json");
	fs.writeFileSync(file, JSON.stringify(doc));
	const config = await createConfig({ extends: ["recommended-strict"] });
	const found = await lint({ ref: file, config });
	fs.rmSync(path.dirname(file), { recursive: true });
	return found.map(p => `${p.ruleId}: ${p.message} ${p.location[0].pointer}`);
}

const spoil = {
	"a schema that there is not": doc => {
		Object.values(doc.components.schemas).find(s => s.properties && s.properties.source)
			.properties.source = { $ref: "#/components/schemas/Nowhere" };
	},
	"two operations of one name": doc => {
		for (const p of Object.values(doc.paths))
			p.get.operationId = "get";
	},
	"a path without its parameter": doc => {
		doc.paths[`${API}/targets/{id}`].get.parameters = [];
	},
	"no licence": doc => { delete doc.info.license; },
};

// Every city's is the same: what was linted here before, to the letter, is not linted again.
async function check_description(doc) {
	const linted = path.join(__dirname, "linted.json");
	const text = JSON.stringify(doc);
	if (fs.existsSync(linted) && fs.readFileSync(linted, "utf8") === text)
		return;
	for (const problem of await problems(doc))
		complain(problem);
	for (const [what, change] of Object.entries(spoil)) {
		const spoilt = JSON.parse(JSON.stringify(doc));
		change(spoilt);
		if ((await problems(spoilt)).length === 0)
			complain(`the linter let ${what} pass`);
	}
	if (failed === 0)
		fs.writeFileSync(linted, text);
}

// ---- answers ----

const ajv = new Ajv({ allErrors: true, unknownFormats: [] });
const validators = new Map();

function validator(pointer) {
	if (!validators.has(pointer))
		validators.set(pointer, ajv.compile({ $ref: `api#${pointer}` }));
	return validators.get(pointer);
}

const escaped = name => name.replace(/~/g, "~0").replace(/\//g, "~1");

// Figures are text: a number of JSON is a count, a line or a year, or, in an outline, degrees.
// JSON-stat wants its figures as numbers.
function inexact(value) {
	if (typeof value === "number")
		return !Number.isSafeInteger(value);
	return value !== null && typeof value === "object" &&
		Object.entries(value).some(([key, member]) => key !== "coordinates" &&
			!(key === "value" && value.class === "dataset") && inexact(member));
}

function check_json(address, text, pointer, open) {
	const valid = validator(pointer);
	const value = JSON.parse(text);
	if (!valid(value)) {
		complain(`${address}: ${ajv.errorsText(valid.errors.slice(0, 5), { separator: "\n  " })}`);
		return value;
	}
	if (inexact(value))
		complain(`${address}: a figure that is no exact text`);
	if (open)
		return value;
	if (valid({ ...value, pejl: true }))
		complain(`${address}: a member too many was accepted`);
	for (const [key, member] of Object.entries(value)) {
		const { [key]: gone, ...rest } = value;
		if (member !== undefined && !optional(pointer, key) && valid(rest))
			complain(`${address}: without ${key} it was accepted`);
	}
	return value;
}

let doc;

function resolve(schema) {
	while (schema.$ref !== undefined)
		schema = doc.components.schemas[schema.$ref.split("/").pop()];
	return schema;
}

function at(pointer) {
	return pointer.split("/").slice(1)
		.reduce((o, key) => o[key.replace(/~1/g, "/").replace(/~0/g, "~")], doc);
}

function optional(pointer, key) {
	const schema = resolve(at(pointer));
	return !(schema.required || []).includes(key);
}

async function check_answer(template, address, wanted = 200) {
	const reply = await ask(address);
	// There is no picture of what was never measured.
	const status = /\.(svg|png)$/.test(template) && reply.status === 404 ? 404 : wanted;
	const responses = doc.paths[template].get.responses;
	const name = responses[status] === undefined ? "default" : String(status);
	const media = Object.keys(responses[name].content)[0];
	if (reply.status !== status) {
		complain(`${address}: ${reply.status} instead of ${status}`);
		return null;
	}
	if (reply.media !== media)
		complain(`${address}: ${reply.media} instead of ${media}`);
	if (!/json$/.test(media))
		return reply.text;
	const pointer = `/paths/${escaped(template)}/get/responses/${name}/content/${escaped(media)}/schema`;
	const open = template.endsWith("openapi.json");
	const value = check_json(address, reply.text, pointer, open);
	if (status >= 400 && value.status !== status)
		complain(`${address}: the problem says ${value.status}`);
	return value;
}

// ---- what to ask ----

const takes = (template, name) =>
	doc.paths[template].get.parameters.some(p => p.in === "query" && p.name === name);
const id_of = item => item.id || (item.target && item.target.id) ||
	(item.judgement && item.judgement.target.id);
const put = (template, kind, id) => template.replace("{kind}", kind)
	.replace("{id}", encodeURIComponent(id));
const query = (address, more) => `${address}${address.includes("?") ? "&" : "?"}${more}`;

// Every page of a list, a few items at a time.
async function items_of(template, address) {
	const items = [];
	let next = query(address, "limit=7");
	while (next !== undefined) {
		const page = await check_answer(template, next);
		if (page === null)
			return items;
		items.push(...page.items);
		next = page.next;
		if (next === undefined && items.length !== page.total)
			complain(`${address}: ${items.length} items of ${page.total}`);
	}
	return items;
}

async function check_variants(template, address) {
	for (const more of ["as_of=2009-06-01", "as_of=2012-04-30", "as_of=1999-12-31", "lang=en"])
		if (takes(template, more.split("=")[0]))
			await check_answer(template, query(address, more));
}

// What cannot be read is a problem that says so, in the language that was asked for.
async function check_bad_queries(template, address) {
	const bad = { date: "2010-02-30", integer: "-1", string: "%22%3E" };
	for (const p of doc.paths[template].get.parameters.filter(q => q.in === "query")) {
		const type = p.schema.format || p.schema.type;
		if (p.name === "lang" || p.schema.maxLength !== undefined)
			continue;
		await check_answer(template, query(address, `${p.name}=${bad[type]}`), 400);
	}
}

async function check_path(template) {
	const kinds = (doc.paths[template].get.parameters.find(p => p.name === "kind" &&
		p.in === "path") ||
		{ schema: { enum: [""] } }).schema.enum;
	let answers = 0, asked = 0;
	for (const kind of kinds) {
		const ids = template.includes("{id}") ? await known_ids(template, kind) : [""];
		asked += ids.length;
		for (const [n, id] of ids.entries()) {
			const address = put(template, kind, id);
			const answer = await check_answer(template, address);
			answers += answer !== null && answer.status === undefined;
			if (n < 3 && !template.startsWith("/api/v1/reports/"))
				await check_variants(template, address);
			if (n === 0)
				await check_bad_queries(template, address);
		}
		if (takes(template, "limit"))
			await items_of(template, put(template, kind, ""));
		if (template.includes("{id}"))
			await check_answer(template, put(template, kind, "findes-ikke-\u00e6"), 404);
	}
	if (answers === 0 && asked > 0 || asked === 0 && !is_text(template) && !template.startsWith("/api/v1/releases/"))
		complain(`${template}: nothing to ask for`);
}

const lists = new Map();

// What has no list of its own: reports are made by kind, one of them here; nothing was laid
// before a council in the examples.
const unlisted = { "/api/v1/reports": ["status"], "/api/v1/releases": [] };

// The text of a document is there once it is published.
function is_text(template) {
	return template.endsWith("/{id}.txt");
}

async function known_ids(template, kind) {
	const list = template.slice(0, template.indexOf("/{id}"));
	if (unlisted[list] !== undefined)
		return unlisted[list];
	const address = put(list, kind, "");
	if (doc.paths[list] === undefined) {
		complain(`${template}: there is no list ${list}`);
		return [];
	}
	if (!lists.has(address))
		lists.set(address, await items_of(list, address));
	return lists.get(address).filter(item => !is_text(template) || item.published).map(id_of);
}

(async () => {
	doc = JSON.parse((await ask(`${API}/openapi.json`)).text);
	ajv.addSchema(doc, "api");
	await check_description(doc);
	for (const template of Object.keys(doc.paths))
		await check_path(template);
	for (const address of [`${API}/nowhere`, `${API}/things/nowhere`, "/api/", "/api/v2"]) {
		const reply = await ask(address, { "Accept-Language": "en" });
		if (reply.status !== 404 || reply.media !== "application/problem+json")
			complain(`${address}: ${reply.status} ${reply.media}`);
		check_json(address, reply.text, "/components/schemas/Problem", false);
		if (!/no such/.test(reply.text))
			complain(`${address}: not in the reader's language: ${reply.text}`);
	}
	if (failed === 0)
		console.log(`${Object.keys(doc.paths).length} paths, ${asked} answers as described`);
	process.exit(failed > 0 ? 1 : 0);
})();

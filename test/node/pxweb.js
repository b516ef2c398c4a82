/* PxWeb, versions 1 and 2 of its API, with one table: refuses what they refuse, as they do. */
"use strict";
const { TABLE, dataset } = require("./figures.js");
const LIMIT = { maxCells: 20, maxValues: 12, maxCalls: 1000, timeWindow: 1 };
const variables = (m) => [...TABLE.FOLK1C.slice(0, 3),
	["ContentsCode", { B1: m === "renamed" ? "Husstande" : "Folkemængde" }], TABLE.FOLK1C[3]];
const optional = (id) => id === "KØN" || id === "HERKOMST";
const plain = (res) => res.writeHead(400, { "Content-Type": "text/plain" }).end("Bad Request");
const send = (res, status, body) => {
	res.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
	res.end(JSON.stringify(body));
};
/* What is left out and may be is summed away; the unit is told with the contents. */
const answered = (dims, m) => {
	const body = dataset(dims, m, m === "note" ? { note: ["Databrud: fra 2026 tælles efter en ny metode."] } : {});
	const contents = body.dimension.ContentsCode;
	if (contents) contents.category.unit = { B1: { base: m === "unit" ? "kr." : "antal", decimals: 0 } };
	if (m === "null") body.status = Object.fromEntries(body.value.map((v, i) => [i, v === null ? ".." : ""]).filter((s) => s[1]));
	return body;
};
/* ---- version 1 ---- */
const one = (req, res, m, url, parts, body) => {
	if (parts.length === 1 && parts[0] === "da" && url.search === "?config") return send(res, 200, LIMIT);
	if (url.search !== "" || parts[0] !== "da") return plain(res);
	if (parts.slice(1).join("/") !== "bank/BE/FOLK.px") return res.writeHead(404).end();
	if (req.method === "GET")
		return send(res, 200, { title: "Folketal på Øen", variables: variables(m).map(([code, all]) => ({ code, text: code.toLowerCase(),
			values: Object.keys(all), valueTexts: Object.values(all), ...(optional(code) ? { elimination: true } : {}),
			...(code === "Tid" ? { time: true } : {}) })) });
	let ask;
	try { ask = JSON.parse(body); } catch (e) { return plain(res); }
	if (!/^application\/json/.test(req.headers["content-type"] || "") || !ask.response || ask.response.format !== "json-stat2") return plain(res);
	if (ask.query.some((q) => !variables(m).some(([id]) => id === q.code))) return plain(res);
	const dims = [];
	let values = 0;
	for (const [id, all] of variables(m)) {
		const q = ask.query.find((x) => x.code === id), codes = Object.keys(all);
		if (!q && optional(id)) continue;
		if (q && (q.selection.filter !== "item" || q.selection.values.some((v) => !codes.includes(v)))) return plain(res);
		const got = q ? codes.filter((c) => q.selection.values.includes(c)) : codes;
		values += got.length;
		dims.push([id, got, all]);
	}
	if (dims.reduce((n, d) => n * d[1].length, 1) > LIMIT.maxCells || values > LIMIT.maxValues)
		return res.writeHead(403, { "Content-Type": "text/html" }).end("<h2>403 - Forbidden: Access is denied.</h2>");
	return send(res, 200, answered(dims, m));
};
/* ---- version 2 ---- */
const problem = (res, title, status = 400) => {
	res.writeHead(status, { "Content-Type": "application/problem+json; charset=utf-8" });
	res.end(JSON.stringify({ type: "Parameter error", title, status }));
};
const asked = (req, url, body) => {
	if (req.method === "POST") return JSON.parse(body).selection.map((s) => [s.variableCode, s.valueCodes]);
	return [...url.searchParams].filter(([k]) => /^valueCodes\[/.test(k)).map(([k, v]) => [k.slice(11, -1), v.split(",")]);
};
const two = (req, res, m, url, parts, body) => {
	if (parts[0] === "config")
		return send(res, 200, { apiVersion: "2.3.2", defaultLanguage: "da", maxDataCells: LIMIT.maxCells, maxCallsPerTimeWindow: 0, timeWindow: 0,
			defaultDataFormat: "json-stat2", dataFormats: ["json-stat2", "csv", "px"] });
	if (parts[0] !== "tables") return problem(res, "Not found", 404);
	if (parts[1] !== "TAB638") return problem(res, "Non-existent table", 404);
	if (!["json-stat2", null].includes(url.searchParams.get("outputFormat"))) return problem(res, "Unsupported output format");
	const all = variables(m).map(([id, text]) => [id, Object.keys(text), text]);
	if (parts[2] === "metadata") {
		const meta = answered(all, m);
		delete meta.value;
		for (const [id] of all) meta.dimension[id].extension = { elimination: optional(id) };
		return send(res, 200, meta);
	}
	if (parts[2] !== "data") return problem(res, "Not found", 404);
	let picks;
	try { picks = asked(req, url, body); } catch (e) { return problem(res, "Illegal selection expression"); }
	const dims = [];
	if (picks.some(([k]) => !all.some(([id]) => id.toLowerCase() === k.toLowerCase()))) return problem(res, "Non-existent variable");
	for (const [id, codes, text] of all) {
		const got = picks.find(([k]) => k.toLowerCase() === id.toLowerCase());
		if (!got && !optional(id)) return problem(res, "Missing selection for mandantory variable");
		if (!got) continue;
		if (got[1].some((v) => !codes.some((c) => c.toLowerCase() === v.toLowerCase()))) return problem(res, "Non-existent value");
		dims.push([id, codes.filter((c) => got[1].includes(c)), text]);
	}
	if (dims.reduce((n, d) => n * d[1].length, 1) > LIMIT.maxCells) return problem(res, "Too many cells selected");
	return send(res, 200, answered(dims, m));
};
module.exports = { one, two };

/* Bureaus that are not there: they answer as StatBank Denmark and both versions of PxWeb do, on
 * 127.0.0.1, and can be told to fail. Files are served from a folder.
 * `node bureau.js PORTFILE MODEFILE FOLDER`: the mode is read at each request. */
"use strict";
const fs = require("fs"), http = require("http"), path = require("path");
const pxweb = require("./pxweb.js"), { TABLE, cube, dataset } = require("./figures.js");
const [portFile, modeFile, folder] = process.argv.slice(2);
const mode = () => { try { return fs.readFileSync(modeFile, "utf8").trim(); } catch (e) { return ""; } };
const json = (res, status, body, head = {}) => {
	res.writeHead(status, { "Content-Type": "text/json; charset=utf-8", ...head });
	res.end(typeof body === "string" ? body : JSON.stringify(body));
};
const refuse = (res, code, message, status = 400) => json(res, status, { errorTypeCode: code, message });
const escaped = (s) => s.replace(/[^\w]/g, "\\$&");
/* A selector of StatBank: a code, "*", "202*K1", "(1)", "(-n+5)", ">=2023K1<=2024K2". */
const takes = (code, want, codes) => {
	const nth = /^\((-n\+)?(\d+)\)$/.exec(want), at = codes.indexOf(code);
	const span = /^(?:>=([^<>]+))?(?:<=([^<>]+))?$/.exec(want);
	if (nth) return nth[1] ? at >= codes.length - nth[2] : at === codes.length - nth[2];
	if (want && span) return (!span[1] || code >= span[1]) && (!span[2] || code <= span[2]);
	return new RegExp("^" + want.split("*").map(escaped).join(".*") + "$").test(code);
};
const tableinfo = (res, id, m) => {
	const table = TABLE[id.toUpperCase()];
	if (!table) return refuse(res, "EXTRACT-NOTFOUND", "Tabellen blev ikke fundet");
	return json(res, 200, { id, text: "Folketal", description: "Folketal den 1. i kvartalet", unit: m === "unit" ? "Kr." : "Antal",
		suppressedDataValue: "0", updated: "2026-08-10T08:00:00", active: true, contacts: [],
		footnote: m === "note" ? { text: "Der er databrud i 2026.", mandatory: true } : null,
		variables: table.map(([id, all]) => ({ id, text: id.toLowerCase(), elimination: "TOT" in all, time: id === "Tid",
			values: Object.entries(all).map(([id, text]) => ({ id, text })) })) });
};
/* `asked`: [variable, [selector]]... */
const data = (req, res, m, id, format, asked) => {
	const table = TABLE[id.toUpperCase()], dims = [];
	if (!table) return refuse(res, "EXTRACT-NOTFOUND", "Tabellen blev ikke fundet");
	if (format !== "JSONSTAT") return refuse(res, "REQUEST-NOTFOUND", "Formatet blev ikke fundet");
	for (const [k] of asked)
		if (!table.some(([id]) => id.toUpperCase() === k.toUpperCase())) return refuse(res, "EXTRACT-NOTFOUND", `Variablen blev ikke fundet: ${k}`);
	for (const [id, all] of table) {
		const codes = Object.keys(all), got = asked.find(([k]) => k.toUpperCase() === id.toUpperCase());
		if (!got && !codes.includes("TOT")) return refuse(res, "EXTRACT-NOTALLOWED", `Der skal vælges værdier for variabel: ${id}`);
		if (!got) continue;
		for (const w of got[1])
			if (!codes.some((c) => takes(c, w, codes))) return refuse(res, "EXTRACT-NOTFOUND", `Kan ikke finde værdien: ${w} (${id})`);
		dims.push([id, codes.filter((c) => got[1].some((w) => takes(c, w, codes))), all]);
	}
	const cells = dims.reduce((n, d) => n * d[1].length, 1), limit = m.startsWith("limit ") ? Number(m.slice(6)) : 1000000;
	if (cells > limit) return refuse(res, "REQUEST-LIMIT", `Forespørgslen på op mod ${cells} celler er over begrænsningen på ${limit} celler`);
	const tag = `"${m}${req.url.length}"`;
	if (req.method === "GET" && req.headers["if-none-match"] === tag) return res.writeHead(304, { ETag: tag }).end();
	if (m === "gone") dims[0][1] = dims[0][1].filter((c) => c !== "147");
	dims.splice(dims.length - 1, 0, ["ContentsCode", ["FOLK1C"], { FOLK1C: m === "renamed" ? "Husstande" : "Befolkningen den 1. i kvartalet" }]);
	const { dimension, value } = cube(dims, m);
	dimension.id = dims.map((d) => d[0]);
	dimension.size = dims.map((d) => d[1].length);
	dimension.role = { time: ["Tid"], metric: ["ContentsCode"] };
	const body = JSON.stringify({ dataset: { dimension, label: "Folketal", source: "Danmarks Statistik",
		updated: m === "revised" ? "2026-11-10T07:00:00Z" : "2026-08-10T06:00:00Z", value } });
	return json(res, 200, (m === "mark" ? "\ufeff" : "") + (m === "cut" ? body.slice(0, -20) : body), req.method === "GET" ? { ETag: tag } : {});
};
const statbank = (req, res, m, url, parts, body) => {
	if (parts[0] === "tableinfo" && req.method === "GET") return tableinfo(res, parts[1] || "", m);
	if (parts[0] !== "data") return res.writeHead(404).end("Not found");
	if (req.method === "GET") {
		if (!["da", "en", null].includes(url.searchParams.get("lang"))) return refuse(res, "REQUEST-NOTFOUND", "Sproget blev ikke fundet");
		return data(req, res, m, parts[1] || "", parts[2], [...url.searchParams].filter(([k]) => k !== "lang").map(([k, v]) => [k, v.split(",")]));
	}
	if (body === "") return refuse(res, "REQUEST-EMPTY", "Forespørgslen er tom");
	let ask;
	try { ask = JSON.parse(body); } catch (e) { return refuse(res, "REQUEST-MISSING", "Forespørgslen mangler"); }
	if (!ask.table) return refuse(res, "REQUEST-MISSING", "Tabellen mangler");
	return data(req, res, m, ask.table, ask.format, (ask.variables || []).map((v) => [v.code, v.values]));
};
const file = (req, res, name) => {
	const at = path.join(folder, path.basename(name));
	if (!fs.existsSync(at)) return res.writeHead(404, { "Content-Type": "text/html" }).end("<h1>404</h1>");
	const bytes = fs.readFileSync(at), tag = `"${bytes.length}-${fs.statSync(at).mtimeMs}"`;
	if (req.headers["if-none-match"] === tag) return res.writeHead(304, { ETag: tag }).end();
	res.writeHead(200, { "Content-Type": "application/octet-stream", ETag: tag });
	return res.end(bytes);
};
let slow = 0, busy = 0;
const fails = (req, res, m) => {
	if (m.startsWith("refuse ")) return refuse(res, ...m.slice(7).split("|"));
	if (m === "500" || m === "503") return res.writeHead(Number(m)).end("<h1>Fejl</h1>");
	if (m === "once" && slow++ === 0) return res.writeHead(503).end();
	if (m === "busy" && busy++ === 0) return res.writeHead(429, { "Retry-After": "1" }).end();
	if (m === "never") return res.writeHead(429, { "Retry-After": "86400" }).end();
	if (m === "html") return res.writeHead(200, { "Content-Type": "text/html" }).end("<!DOCTYPE html><p>Vedligehold</p>");
	if (m === "304") return res.writeHead(304).end();
	if (m === "hang") return true;
	if (m === "elsewhere") return res.writeHead(302, { Location: "http://localhost:1/" }).end();
	if (m === "circle") return res.writeHead(302, { Location: req.url }).end();
	if (m !== "giant") return false;
	const chunk = Buffer.alloc(1 << 20, 32);
	let n = 0;
	const more = () => { while (n++ < 1024) if (!res.write(chunk)) return res.once("drain", more); return res.end(); };
	res.writeHead(200);
	more();
	return true;
};
const answer = (req, res, body) => {
	const m = mode(), url = new URL(req.url, "http://x"), parts = decodeURIComponent(url.pathname).split("/").slice(1);
	if (fails(req, res, m) || res.headersSent) return undefined;
	if (parts[0] === "v1") return statbank(req, res, m, url, parts.slice(1), body);
	if (parts[0] === "px1") return pxweb.one(req, res, m, url, parts.slice(1), body);
	if (parts[0] === "px2") return pxweb.two(req, res, m, url, parts.slice(1), body);
	if (parts[0] === "stat.json") return json(res, 200, dataset(TABLE.FOLK1C.map(([id, all]) => [id, Object.keys(all), all]), m));
	if (parts[0] === "file") return file(req, res, parts[1] || "");
	return res.writeHead(404).end("Not found");
};
const server = http.createServer((req, res) => {
	let body = "";
	req.setEncoding("utf8").on("data", (more) => { body += more; }).on("end", () => answer(req, res, body));
});
server.listen(0, "127.0.0.1", () => fs.writeFileSync(portFile, String(server.address().port)));

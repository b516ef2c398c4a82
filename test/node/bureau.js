/* A bureau that is not there: it answers as StatBank Denmark does, on 127.0.0.1, and can be
 * told to fail. `node bureau.js PORTFILE MODEFILE`: the mode is read at each request. */
"use strict";
const fs = require("fs"), http = require("http");
const [portFile, modeFile] = process.argv.slice(2);
const TABLE = {
	FOLK1C: [
		["OMRÅDE", { "000": "Hele landet", "101": "København", "147": "Frederiksberg" }],
		["KØN", { TOT: "I alt", "1": "Mænd", "2": "Kvinder" }],
		["HERKOMST", { TOT: "I alt", "5": "Personer med dansk oprindelse", "4": "Indvandrere", "3": "Efterkommere" }],
		["Tid", { "2026K1": "2026Q1", "2026K2": "2026Q2", "2026K3": "2026Q3" }],
	],
};
const mode = () => { try { return fs.readFileSync(modeFile, "utf8").trim(); } catch (e) { return ""; } };
const refuse = (res, code, message, status = 400) => {
	res.writeHead(status, { "Content-Type": "text/json; charset=utf-8" });
	res.end(JSON.stringify({ errorTypeCode: code, message }));
};
const matches = (code, want, codes) => {
	const nth = /^\((-n\+)?(\d+)\)$/.exec(want), at = codes.indexOf(code);
	if (nth) return nth[1] ? at >= codes.length - nth[2] : at === codes.length - nth[2];
	if (/^>=/.test(want)) return code >= want.slice(2);
	return new RegExp("^" + want.split("*").map((s) => s.replace(/[^\w]/g, "\\$&")).join(".*") + "$").test(code);
};
/* Each cell's figure follows from its codes; HERKOMST 5, 4 and 3 add up to TOT. */
const figure = (code, m) => {
	const area = { "000": 60, "101": 6, "147": 1 }[code["OMRÅDE"]] || 6, sex = { TOT: 2 }[code["KØN"]] || 1;
	const part = { "5": 70, "4": 20, "3": 10 }[code.HERKOMST] || 100;
	const t = Number(code.Tid.slice(5));
	return area * sex * part * (100 + t) + (m === "revised" && code.Tid === "2026K1" ? 7 : 0);
};
let slow = 0;
const answer = (req, res) => {
	const m = mode(), url = new URL(req.url, "http://x"), path = decodeURIComponent(url.pathname).split("/");
	const vars = [...url.searchParams].filter(([k]) => k !== "lang");
	if (m.startsWith("refuse ")) return refuse(res, ...m.slice(7).split("|"));
	if (m === "500" || m === "503") return res.writeHead(Number(m)).end("<h1>Fejl</h1>");
	if (m === "once" && slow++ === 0) return res.writeHead(503).end();
	if (m === "html") return res.writeHead(200, { "Content-Type": "text/html" }).end("<!DOCTYPE html><p>Vedligehold</p>");
	if (m === "hang") return undefined;
	if (m === "elsewhere") return res.writeHead(302, { Location: "http://localhost:1/" }).end();
	if (m === "circle") return res.writeHead(302, { Location: req.url }).end();
	if (m === "giant") {
		const chunk = Buffer.alloc(1 << 20, 32);
		let n = 0;
		const more = () => { while (n++ < 1024) if (!res.write(chunk)) return res.once("drain", more); res.end(); };
		res.writeHead(200);
		return more();
	}
	if (path[1] !== "v1" || path[2] !== "data") return res.writeHead(404).end("Not found");
	const table = TABLE[(path[3] || "").toUpperCase()];
	if (!table) return refuse(res, "EXTRACT-NOTFOUND", "Tabellen blev ikke fundet");
	if (path[4] !== "JSONSTAT") return refuse(res, "REQUEST-NOTFOUND", "Formatet blev ikke fundet");
	const dims = [];
	for (const [id, all] of table) {
		const codes = Object.keys(all), got = vars.find(([k]) => k.toUpperCase() === id.toUpperCase());
		if (!got && !codes.includes("TOT")) return refuse(res, "EXTRACT-NOTALLOWED", `Der skal vælges værdier for variabel: ${id}`);
		if (!got) continue;
		for (const w of got[1].split(","))
			if (!codes.some((c) => matches(c, w, codes)))
				return refuse(res, "EXTRACT-NOTFOUND", `Kan ikke finde værdien: ${w} (${id})`);
		dims.push([id, codes.filter((c) => got[1].split(",").some((w) => matches(c, w, codes))), all]);
	}
	const cells = dims.reduce((n, d) => n * d[1].length, 1);
	const limit = m === "limit" ? 2 : 1000000;
	if (cells > limit) return refuse(res, "REQUEST-LIMIT", `Forespørgslen på op mod ${cells} celler er over begrænsningen på 1.000.000 celler`);
	const tag = `"${m}${req.url.length}"`;
	if (req.headers["if-none-match"] === tag) return res.writeHead(304, { ETag: tag }).end();
	if (m === "gone") dims[0][1] = dims[0][1].filter((c) => c !== "147");
	dims.splice(dims.length - 1, 0, ["ContentsCode", ["FOLK1C"], { FOLK1C: m === "renamed" ? "Husstande" : "Befolkningen den 1. i kvartalet" }]);
	const dimension = {}, value = [];
	for (const [id, codes, text] of dims)
		dimension[id] = { label: id.toLowerCase(), category: {
			index: Object.fromEntries(codes.map((c, i) => [c, i])),
			label: Object.fromEntries(codes.map((c) => [c, text[c]])) } };
	dimension.id = dims.map((d) => d[0]);
	dimension.size = dims.map((d) => d[1].length);
	dimension.role = { time: ["Tid"], metric: ["ContentsCode"] };
	const walk = (at, code) => {
		if (at === dims.length) return value.push(m === "comma" ? "1072,20" : m === "null" && code.Tid === "2026K3" ? null : figure(code, m));
		for (const c of dims[at][1]) walk(at + 1, { ...code, [dims[at][0]]: c });
	};
	walk(0, {});
	const body = JSON.stringify({ dataset: { dimension, label: "Folketal", source: "Danmarks Statistik",
		updated: m === "revised" ? "2026-11-10T07:00:00Z" : "2026-08-10T06:00:00Z", value } });
	res.writeHead(200, { "Content-Type": "text/json; charset=utf-8", ETag: tag });
	res.end((m === "mark" ? "\ufeff" : "") + (m === "cut" ? body.slice(0, -20) : body));
};
const server = http.createServer(answer);
server.listen(0, "127.0.0.1", () => fs.writeFileSync(portFile, String(server.address().port)));

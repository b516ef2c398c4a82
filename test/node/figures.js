/* The one table that the bureaus of the tests have, as JSON-stat. */
"use strict";
const TABLE = {
	FOLK1C: [
		["OMRÅDE", { "000": "Hele landet", "101": "København", "147": "Frederiksberg" }],
		["KØN", { TOT: "I alt", "1": "Mænd", "2": "Kvinder" }],
		["HERKOMST", { TOT: "I alt", "5": "Personer med dansk oprindelse", "4": "Indvandrere", "3": "Efterkommere" }],
		["Tid", { "2026K1": "2026Q1", "2026K2": "2026Q2", "2026K3": "2026Q3" }],
	],
};
/* Each cell's figure follows from its codes; HERKOMST 5, 4 and 3 add up to TOT. */
const figure = (code, m) => {
	const area = { "000": 60, "101": 6, "147": 1 }[code["OMRÅDE"]] || 6, sex = { TOT: 2 }[code["KØN"] || "TOT"] || 1;
	const part = { "5": 70, "4": 20, "3": 10 }[code.HERKOMST] || 100;
	const t = Number(code.Tid.slice(5));
	return area * sex * part * (100 + t) + (m === "revised" && code.Tid === "2026K1" ? 7 : 0);
};
const cell = (code, m) => m === "comma" ? "1072,20" : m === "null" && code.Tid === "2026K3" ? null : figure(code, m);
/* `dims`: [name, codes, texts of codes]... */
const cube = (dims, m) => {
	const dimension = {}, value = [];
	for (const [id, codes, text] of dims)
		dimension[id] = { label: id.toLowerCase(), category: {
			index: Object.fromEntries(codes.map((c, i) => [c, i])),
			label: Object.fromEntries(codes.map((c) => [c, text[c]])) } };
	const walk = (at, code) => {
		if (at === dims.length) return value.push(cell(code, m));
		for (const c of dims[at][1]) walk(at + 1, { ...code, [dims[at][0]]: c });
		return 0;
	};
	walk(0, {});
	return { dimension, value };
};
/* JSON-stat 2.0, as PxWeb writes it. */
const dataset = (dims, m, more = {}) => ({ version: "2.0", class: "dataset", label: "Folketal på Øen", source: "Statistikkontoret",
	updated: m === "revised" ? "2026-11-10T07:00:00Z" : "2026-08-10T06:00:00Z", id: dims.map((d) => d[0]),
	size: dims.map((d) => d[1].length), role: { time: ["Tid"], metric: ["ContentsCode"] }, ...cube(dims, m), ...more });
module.exports = { TABLE, cube, dataset };

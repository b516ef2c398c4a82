// opendata.js ADDRESS PEJL DB EXAMPLE - is every form of open data what its readers take it for?
//
// Each form is fetched and read by a library that did not write it (JSON-stat by
// jsonstat-toolkit, CSV and SDMX-CSV by csv-parse, CSVW by rdf-parser-csvw, YAML by js-yaml, GeoJSON by
// geojson-validation, Turtle by n3, JSON-LD by jsonld, shapes by rdf-validate-shacl, the data
// package by datapackage); its figures must be those of the API, one by one, and a figure
// that the API withholds must not be there. `pejl export` must write the same bytes.
"use strict";
const assert = require("assert");
const fs = require("fs");
const { execFileSync } = require("child_process");
const { Readable } = require("stream");
const { parse } = require("csv-parse/sync");
const { Package } = require("datapackage");
const geojson = require("geojson-validation");
const yaml = require("js-yaml");
const jsonld = require("jsonld");
const JSONstat = require("jsonstat-toolkit");
const N3 = require("n3");

const [, , address, pejl, db, example] = process.argv;
const server = address.replace(/\/$/, "");
const SITE = "https://pejl.example.dk";
let cells = 0;
let hidden = 0;
let sampled;                    // the indicator whose files `pejl export` writes, too

async function ask(path, headers = {}) {
	const reply = await fetch(server + path, { headers, redirect: "manual" });
	const bytes = Buffer.from(await reply.arrayBuffer());
	return { status: reply.status, headers: reply.headers, bytes, text: bytes.toString("utf8") };
}

// The file of a form, the same from the server and from the command line.
async function take(path, media, format, key) {
	const sign = path.includes("?") ? "&" : "?";
	const got = await ask(`${path}${sign}lang=da`);
	assert.strictEqual(got.status, 200, path);
	assert.strictEqual(got.headers.get("content-type").split(";")[0], media, path);
	assert(/^attachment; filename="[a-z0-9.-]+"$/.test(got.headers.get("content-disposition")), path);
	if (key && key !== sampled)
		return got;
	const words = ["--db", db, "--lang", "da", "export", format, "--site", SITE];
	const written = execFileSync(pejl, key ? [...words, "--of", key] : words, { maxBuffer: 1 << 30 });
	if (format !== "csvw")          // which names its table as it is reached
		assert(written.equals(got.bytes), `pejl export ${format} is as ${path}`);
	return got;
}

// ---- what the API says ----

const day = text => Date.parse(text + "T00:00:00Z") / 86400000;

function time_code(from, to) {
	if (from === null)
		return `0001-01-01/P${day(to) - Date.parse("0001-01-01T00:00:00Z") / 86400000}D`;
	const [y, m, d] = from.split("-").map(Number);
	const after = n => new Date(Date.UTC(y, m - 1 + n, 1)).toISOString().slice(0, 10) === to && d === 1;
	if (after(12) && m === 1)
		return String(y);
	if (after(6) && (m === 1 || m === 7))
		return `${y}-S${m === 1 ? 1 : 2}`;
	if (after(3) && m % 3 === 1)
		return `${y}-Q${(m + 2) / 3}`;
	if (after(1))
		return from.slice(0, 7);
	return day(to) - day(from) === 1 ? from : `${from}/P${day(to) - day(from)}D`;
}

// Every measurement: its place, its figure (null: none is shown), is it withheld?
function measurements(indicator) {
	const list = [];
	for (const series of indicator.series)
		for (const o of series.observations)
			list.push({
				area: series.area.id, title: series.area.title.da, part: series.part,
				group: series.group === null ? "_T" : series.group.id,
				time: time_code(o.from, o.to), method: String(o.method), withheld: o.withheld === true,
				value: o.missing === "nil" && !o.withheld ? "0" : o.value, break: o.break, preliminary: o.preliminary,
				low: o.low ?? null, high: o.high ?? null, missing: o.missing, from: o.from, to: o.to,
				qualifier: o.qualifier,
			});
	return list;
}

const number = text => text === null || text === undefined ? null : Number(text);
const key_of = (...parts) => parts.join("|");

// ---- JSON-stat ----

function check_jsonstat(text, list) {
	const data = JSON.parse(text);
	const ds = JSONstat(data);
	assert.strictEqual(ds.class, "dataset");
	assert.deepStrictEqual(ds.id, ["indicator", "area", "time", "group", "method"]);
	assert.deepStrictEqual(ds.role.time, ["time"]);
	assert.deepStrictEqual(ds.role.geo, ["area"]);
	let shown = 0;
	for (const m of list) {
		const areas = ds.Dimension("area").id;
		const area = areas.includes(m.area) ? m.area : "C_" + m.area;
		const cell = ds.Data({ area, time: m.time, group: m.group, method: m.method });
		assert(cell, `${m.area} ${m.time} is a cell`);
		assert.strictEqual(cell.value, number(m.value), `${m.area} ${m.time}`);
		if (m.withheld) {
			assert.strictEqual(cell.value, null);
			assert.strictEqual(cell.status, "Q");
			hidden++;
		}
		shown += m.value !== null;
		cells++;
	}
	assert.strictEqual(ds.Data().filter(c => c.value !== null).length, shown, "and no other figure");
}

// ---- SDMX-CSV ----

// No package of npm or Debian reads SDMX-CSV: what csv-parse reads is held against the written
// rules of the format, 2.0 (sdmx-twg, sdmx-csv-field-guide), CL_OBS_STATUS 2.2 and CL_CONF_STATUS
// 1.3 of the SDMX statistical working group.
const OBS_STATUS = new Set("ABDEFGHIJKLMNOPQSUV");
const CONF_STATUS = new Set("ACDFMNSETIGBOPJW");

function check_sdmx(text, list, id) {
	check_sdmx_head(text, parse(text)[0]);
	check_sdmx_rows(parse(text, { columns: true }), list, id);
}

function check_sdmx_head(text, header) {
	assert(!text.startsWith("\uFEFF") && text.endsWith("\r\n"));
	assert.strictEqual(new Set(header).size, header.length, "a column for each component");
	assert(header.every(name => /^[A-Z][A-Z0-9_]*$/.test(name)), header.join());
	assert.deepStrictEqual(header.slice(0, 3), ["STRUCTURE", "STRUCTURE_ID", "ACTION"]);
	assert.deepStrictEqual(header.slice(3, 10), ["INDICATOR", "REF_AREA", "GROUP", "METHOD",
		"TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"]);
}

function check_sdmx_rows(rows, list, id) {
	const said = new Map();
	for (const row of rows.filter(r => r.INDICATOR === id)) {
		assert.strictEqual(row.STRUCTURE, "dataflow");
		assert(/^[A-Z]+:[A-Z_]+\(\d+\.\d+\.\d+\)$/.test(row.STRUCTURE_ID));
		assert.strictEqual(row.ACTION, "I");
		assert(OBS_STATUS.has(row.OBS_STATUS) && CONF_STATUS.has(row.CONF_STATUS), `${row.REF_AREA} ${row.TIME_PERIOD}`);
		for (const code of [row.INDICATOR, row.REF_AREA, row.GROUP, row.METHOD])
			assert(/^[A-Za-z0-9_@$-]+$/.test(code), code);
		assert(/^\d{4}(-Q[1-4]|-S[12]|-\d\d(-\d\d)?(\/P\d+D)?)?$/.test(row.TIME_PERIOD), row.TIME_PERIOD);
		for (const figure of [row.OBS_VALUE, row.LOWER_BOUND, row.UPPER_BOUND])
			assert(/^(-?\d+(\.\d+)?)?$/.test(figure), figure);
		const key = key_of(row.REF_AREA.replace(/^C_/, ""), row.GROUP, row.METHOD, row.TIME_PERIOD);
		assert(!said.has(key), `${key} stands once`);
		said.set(key, row);
	}
	assert.strictEqual(said.size, list.length);
	for (const m of list) {
		const row = said.get(key_of(m.area, m.group, m.method, m.time));
		assert(row, `${m.area} ${m.time}`);
		assert.strictEqual(row.OBS_VALUE, m.value ?? "");
		if (m.withheld) {
			assert.strictEqual(row.OBS_STATUS, "Q");
			assert(row.CONF_STATUS === "A" || row.CONF_STATUS === "D");
			assert.strictEqual(row.LOWER_BOUND + row.UPPER_BOUND, "");
		} else {
			assert.strictEqual(row.LOWER_BOUND, m.low ?? "");
			assert.strictEqual(row.UPPER_BOUND, m.high ?? "");
		}
	}
}

// ---- Open SDG ----

function check_sdg(text, about, list, indicator) {
	const [header, ...rows] = parse(text);
	assert.strictEqual(header[0], "Year");
	assert.strictEqual(header[header.length - 2], "GeoCode");
	assert.strictEqual(header[header.length - 1], "Value");
	const codes = new Set();
	for (const row of rows) {
		assert(/^\d{4}$/.test(row[0]));
		assert(/^(-?\d+(\.\d+)?)?$/.test(row[row.length - 1]), "a number or nothing");
		for (const cell of row)
			assert.strictEqual(cell, cell.trim());
		codes.add(row.slice(0, -1).join("|"));
	}
	assert.strictEqual(codes.size, rows.length, "no line stands twice");
	const sorted = values => values.sort().join(" ");
	assert.strictEqual(sorted(rows.map(r => r[r.length - 1])), sorted(list.map(m => m.value ?? "")));
	const own = list.filter(m => m.part === "own" && /^\d{4}$/.test(m.time) && m.method === "1");
	const total = parse(text, { columns: true });
	for (const m of own)
		assert(total.some(r => r.Year === m.time && r.GeoCode === "" && !r.Area && !r.Group &&
			r.Value === (m.value ?? "")), `the total of ${m.time} has blanks`);
	const said = yaml.load(about);
	assert.strictEqual(said.indicator_number, indicator.id);
	assert.strictEqual(said.indicator_name, indicator.title.da);
	assert.strictEqual(said.STAT_CONC_DEF, indicator.definition?.da ?? undefined);
	assert(["complete", "notstarted"].includes(said.reporting_status));
}

// ---- CSV and what is said of it ----

// The words of http://www.w3.org/ns/csvw.jsonld that are used; a context may not be fetched.
const CSVW = "http://www.w3.org/ns/csvw#";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const csvw_context = { "@context": {
	"@vocab": CSVW, dc: "http://purl.org/dc/terms/", titles: { "@id": CSVW + "title", "@container": "@language" },
	columns: { "@id": CSVW + "column", "@container": "@list" }, url: { "@id": CSVW + "url", "@type": "@id" },
	"dc:title": { "@container": "@language" }, "dc:description": { "@container": "@language" },
	datatype: { "@id": CSVW + "datatype", "@type": "@vocab" },
	...Object.fromEntries(["string", "decimal", "integer", "date", "boolean"].map(t => [t, XSD + t])),
} };

async function triples(text, metadata, url) {
	const { default: CsvwParser } = await import("rdf-parser-csvw");
	const nquads = await jsonld.toRDF(JSON.parse(metadata), { format: "application/n-quads", base: url,
		documentLoader: async documentUrl => {
			assert.strictEqual(documentUrl, "http://www.w3.org/ns/csvw");
			return { documentUrl, document: csvw_context };
		} });
	const dataset = new N3.Store(new N3.Parser().parse(nquads));
	const parser = new CsvwParser({ metadata: dataset, baseIRI: url });
	const found = [];
	for await (const quad of parser.import(Readable.from([text])))
		found.push(quad);
	return found;
}

async function check_csv(got, described, list, id) {
	const every = parse(got.text, { columns: true });
	const rows = every.filter(r => r.method !== "");        // the rest is expected, not measured
	assert.strictEqual(rows.length, list.length);
	assert.deepStrictEqual(rows.map(r => r.value), list.map(m => m.missing === "nil" ? "" : m.value ?? ""));
	for (const [i, m] of list.entries())
		assert.strictEqual(rows[i].withheld, m.withheld ? "1" : "");
	const link = got.headers.get("link");
	assert(/rel="describedby"; type="application\/csvm\+json"$/.test(link), link);
	assert.strictEqual((await ask(link.match(/^<([^>]+)>/)[1])).text, described);
	const meta = JSON.parse(described);
	assert.strictEqual(meta.url, `${id}.csv?lang=da`);
	assert.deepStrictEqual(meta.tableSchema.columns.map(c => c.name), parse(got.text)[0] );
	const quads = await triples(got.text, described, `${SITE}/api/v1/indicators/${id}.csv`);
	const { validateTerm } = await import("rdf-validate-datatype");
	const types = new Set();
	for (const { object } of quads.filter(q => q.object.termType === "Literal")) {
		assert(validateTerm(object), `${object.value} is no ${object.datatype.value}`);
		types.add(object.datatype.value.slice(XSD.length));
	}
	assert(list.length === 0 || ["date", "decimal", "integer", "string"].every(t => types.has(t) ||
		!rows.some(r => r.value)), [...types].join(" "));
	const values = quads.filter(q => q.predicate.value.endsWith("#value"));
	assert.deepStrictEqual(values.map(q => q.object.value), rows.map(r => r.value).filter(v => v !== ""));
	for (const q of values)
		assert.strictEqual(q.object.datatype.value, XSD + "decimal");
	const days = quads.filter(q => q.predicate.value.endsWith("#last_day"));
	assert.strictEqual(days.length, every.length);
	for (const q of days) {
		assert.strictEqual(q.object.datatype.value, XSD + "date");
		assert(/^\d{4}-\d\d-\d\d$/.test(q.object.value));
	}
}

// ---- IATI ----

// No program reads results of IATI as JSON: these are the written rules of the standard, 2.03,
// for `result` and what is in it (occurrence, types, code lists ResultType, IndicatorMeasure,
// IndicatorVocabulary, and rule 8.6.1), for names that are elements and attributes there.
const iati_day = text => /^\d{4}-\d\d-\d\d$/.test(text) && !isNaN(Date.parse(text));

function is_narrative(list, needed) {
	assert(Array.isArray(list) && list.length >= (needed ? 1 : 0));
	for (const text of list)
		assert(/^[a-z]{2}$/.test(text["xml:lang"]) && text.narrative.length > 0);
}

function only(thing, ...names) {
	assert.deepStrictEqual(Object.keys(thing).filter(k => !names.includes(k)), []);
}

function check_iati_value(v) {
	only(v, "value", "comment");
	assert(v.value === undefined || /^-?\d+(\.\d+)?$/.test(v.value), v.value);
	if (v.comment)
		is_narrative(v.comment, true);
}

function check_iati_rules(data) {
	only(data, "version", "result");
	assert.strictEqual(data.version, "2.03");
	for (const result of data.result) {
		only(result, "ref", "type", "aggregation-status", "title", "indicator");
		assert(["1", "2", "3", "9"].includes(result.type));
		assert.strictEqual(typeof result["aggregation-status"], "boolean");
		is_narrative(result.title, true);
		assert(result.indicator.length >= 1);
		for (const it of result.indicator) {
			only(it, "measure", "ascending", "aggregation-status", "title", "description", "reference",
				"baseline", "period");
			assert(["1", "2", "3", "4", "5"].includes(it.measure));
			assert.strictEqual(typeof it.ascending, "boolean");
			is_narrative(it.title, true);
			is_narrative(it.description ?? [], false);
			for (const b of it.baseline) {
				only(b, "year", "iso-date", "value", "comment");
				assert(/^\d{4}$/.test(b.year) && iati_day(b["iso-date"]) && b["iso-date"].startsWith(b.year));
				check_iati_value({ value: b.value, comment: b.comment });
			}
			for (const p of it.period) {
				only(p, "period-start", "period-end", "target", "actual");
				assert(iati_day(p["period-start"]) && iati_day(p["period-end"]), JSON.stringify(p));
				assert(p["period-start"] <= p["period-end"], JSON.stringify(p));
				[...p.target, ...p.actual].forEach(check_iati_value);
			}
		}
	}
}

function check_iati(text, indicator, list) {
	const data = JSON.parse(text);
	const own = list.filter(m => m.part === "own");
	check_iati_rules(data);
	assert.strictEqual(data.result.length, Math.max(indicator.targets.length, 1));
	for (const [i, result] of data.result.entries()) {
		const it = result.indicator[0];
		const target = indicator.targets[i];
		assert.deepStrictEqual(it.reference, [{ vocabulary: "99", code: indicator.id }]);
		assert.deepStrictEqual(it.period.slice(0, own.length).map(p => p.actual[0].value ?? null),
			own.map(m => m.value));
		if (!target)
			continue;
		assert.strictEqual(result.ref, target.target.id);
		const promised = it.period.slice(own.length);
		assert.strictEqual(promised.length, target.required?.by ? 1 : 0);
		for (const p of promised)
			assert.strictEqual(p.target[0].value ?? null, target.required.value);
		assert.strictEqual(it.baseline[0]?.value ?? null, target.baseline?.value ?? null);
	}
}

// ---- GeoJSON ----

async function check_geojson(text, id) {
	const data = JSON.parse(text);
	assert(geojson.isFeatureCollection(data), JSON.stringify(geojson.isFeatureCollection(data, true)).slice(0, 500));
	const same = JSON.parse((await ask(`/api/v1/areas.geojson?indicator=${id}`)).text);
	assert.deepStrictEqual(data, same);
	for (const f of data.features)
		if (f.properties.withheld)
			assert.strictEqual(f.properties.value, null);
	return data.features.filter(f => f.geometry !== null).length;
}

// ---- the catalogue ----

const canonical = nquads => jsonld.canonize(nquads, { inputFormat: "application/n-quads", safe: false });

async function check_catalogue(indicators) {
	const turtle = await take("/catalog.ttl", "text/turtle", "dcat");
	const json = await take("/catalog.jsonld", "application/ld+json", "dcat-jsonld");
	const quads = new N3.Parser({ baseIRI: SITE + "/catalog" }).parse(turtle.text);
	const written = await new Promise((done, fail) => {
		const w = new N3.Writer({ format: "N-Quads" });
		w.addQuads(quads);
		w.end((e, text) => e ? fail(e) : done(text));
	});
	const other = await jsonld.toRDF(JSON.parse(json.text), { format: "application/n-quads",
		base: SITE + "/catalog" });
	assert.strictEqual(await canonical(written), await canonical(other), "Turtle and JSON-LD say the same");

	const { default: Validator } = await import("rdf-validate-shacl");
	const shapes = new N3.Store(new N3.Parser().parse(fs.readFileSync(__dirname + "/dcat-ap.ttl", "utf8")));
	const report = await new Validator(shapes).validate(new N3.Store(quads));
	assert(report.conforms, report.results.map(r => `${r.focusNode?.value} ${r.path?.value} ${r.message}`).join("\n"));
	for (const without of ["http://purl.org/dc/terms/title", "http://www.w3.org/ns/dcat#accessURL",
		"http://xmlns.com/foaf/0.1/name"]) {
		const poor = new N3.Store(quads.filter(q => q.predicate.value !== without));
		assert(!(await new Validator(shapes).validate(poor)).conforms, `without ${without} it is refused`);
	}

	const of = name => quads.filter(q => q.predicate.value === "http://www.w3.org/ns/dcat#" + name);
	assert.strictEqual(of("dataset").length, indicators.length + 2);
	const media = new Map(of("mediaType").map(q => [q.subject.value, q.object.value.split("/media-types/")[1]]));
	for (const q of of("downloadURL")) {
		assert(q.object.value.startsWith(SITE));
		const got = await ask(q.object.value.slice(SITE.length));
		assert.strictEqual(got.status, 200, q.object.value);
		assert.strictEqual(got.headers.get("content-type").split(";")[0], media.get(q.subject.value));
	}
	for (const q of of("landingPage"))
		assert.strictEqual((await ask(q.object.value.slice(SITE.length))).status, 200, q.object.value);

	const wishes = [["text/turtle", "/catalog.ttl"], ["application/ld+json", "/catalog.jsonld"],
		["text/html, */*;q=0.1", "/da/data"], ["text/turtle;q=0.5, application/ld+json", "/catalog.jsonld"]];
	for (const [accept, to] of wishes) {
		const got = await ask("/catalog", { accept, "accept-language": "da" });
		assert.strictEqual(got.status, 303);
		assert.strictEqual(got.headers.get("location"), to);
	}
}

// ---- the data package ----

async function check_package(indicators) {
	const got = await take("/api/v1/package.zip", "application/zip", "package");
	const file = db + ".zip";
	fs.writeFileSync(file, got.bytes);
	const pack = await Package.load(file);
	assert(pack.valid, pack.errors.join("\n"));
	const names = pack.resourceNames;
	assert(!names.includes("proposal") && !names.includes("field"), names.join(" "));
	const table = {};
	for (const resource of pack.resources)
		table[resource.name] = await resource.read({ keyed: true });

	const raw = new Map(parse(fs.readFileSync(`${example}/observation.csv`), { columns: true })
		.map(r => [key_of(r.indicator, r.area, r.group, r.from, r.to, r.method), r]));
	const withheld = new Set();
	for (const [id] of indicators) {
		const thing = JSON.parse((await ask(`/api/v1/things/indicators/${id}`)).text);
		for (const o of thing.observations.filter(o => o.withheld))
			withheld.add(key_of(id, o.area, o.group ?? "", o.from, o.to, o.method));
	}
	const some = withheld.size;
	for (const o of parse(await read_entry(pack, "observation"), { columns: true })) {
		const key = key_of(o.indicator, o.area, o.group, o.from, o.to, o.method);
		const was = raw.get(key);
		assert(was, key);
		if (withheld.delete(key)) {
			assert.strictEqual(o.missing, "confidential");
			assert.strictEqual(o.value + o.high + o.sample, "", "no figure of " + key);
		} else {
			assert.strictEqual(o.value, was.value, key);
		}
	}
	assert.strictEqual(withheld.size, 0, [...withheld].join(" "));
	assert(table.change.every(c => !c.who && /^change-\d+$/.test(c.nonce)));
	const published = new Set(table.document.filter(d => d.published).map(d => d.id));
	assert(table.document_line.every(l => published.has(l.document)), "only what is published");
	return some;
}

const read_entry = async (pack, name) => {
	const resource = pack.getResource(name);
	const chunks = [];
	for await (const chunk of await resource.rawIter({ stream: true }))
		chunks.push(chunk);
	return Buffer.concat(chunks).toString("utf8");
};

// ---- what cannot be asked ----

async function check_refusals(id) {
	const refused = [["/api/v1/indicators/findes-ikke.jsonstat.json", 404],
		["/api/v1/indicators/findes-ikke.sdmx.csv", 404], [`/api/v1/indicators/${id}.parquet`, 404],
		[`/api/v1/indicators/${id}.jsonstat.json?as_of=2009-02-30`, 400],
		["/api/v1/indicators.iati.json?as_of=igår", 400]];
	for (const [path, status] of refused) {
		const got = await ask(path);
		assert.strictEqual(got.status, status, path);
		assert.strictEqual(got.headers.get("content-type").split(";")[0], "application/problem+json");
	}
	const early = await ask(`/api/v1/indicators/${id}.jsonstat.json?as_of=1900-01-01`);
	assert.strictEqual(early.status, 200, "a day before any figure");
	assert.deepStrictEqual(JSON.parse(early.text).value, []);
}

(async () => {
	const ids = JSON.parse((await ask("/api/v1/indicators?limit=1000")).text).items.map(i => i.id);
	const all = [];
	let shapes = 0;
	for (const [i, id] of ids.entries()) {
		sampled = i % 6 === 0 ? id : sampled;
		const indicator = JSON.parse((await ask(`/api/v1/indicators/${id}`)).text);
		const list = measurements(indicator);
		const at = `/api/v1/indicators/${id}`;
		all.push([id, list]);
		if (list.length > 0)
			check_jsonstat((await take(`${at}.jsonstat.json`, "application/json", "json-stat", id)).text, list);
		check_sdmx((await take(`${at}.sdmx.csv`, "application/vnd.sdmx.data+csv", "sdmx-csv", id)).text, list, id);
		check_sdg((await take(`${at}.sdg.csv`, "text/csv", "open-sdg", id)).text,
			(await take(`${at}.sdg.yml`, "application/yaml", "open-sdg-metadata", id)).text, list, indicator);
		await check_csv(await take(`${at}.csv`, "text/csv", "csv", id),
			(await take(`${at}.csv-metadata.json`, "application/csvm+json", "csvw", id)).text, list, id);
		check_iati((await take(`${at}.iati.json`, "application/json", "iati", id)).text, indicator, list);
		shapes += await check_geojson((await take(`${at}.geojson`, "application/geo+json", "geojson", id)).text, id);
	}
	const measured = all.filter(([, list]) => list.length > 0);
	const collection = JSONstat(JSON.parse((await take("/api/v1/indicators.jsonstat.json", "application/json", "json-stat")).text));
	assert.strictEqual(collection.class, "collection");
	const sets = collection.Item({ class: "dataset", embedded: true });
	const lists = new Map(measured);
	for (const set of sets)
		check_jsonstat(JSON.stringify(set), lists.get(set.dimension.indicator.category.index[0]));
	assert.strictEqual(sets.length, measured.length);
	const sdmx = (await take("/api/v1/indicators.sdmx.csv", "application/vnd.sdmx.data+csv", "sdmx-csv")).text;
	const rows = parse(sdmx, { columns: true });
	check_sdmx_head(sdmx, parse(sdmx)[0]);
	for (const [id, list] of all)
		check_sdmx_rows(rows, list, id);
	assert.strictEqual(rows.length, all.reduce((n, [, list]) => n + list.length, 0));
	const iati = JSON.parse((await take("/api/v1/indicators.iati.json", "application/json", "iati")).text);
	check_iati_rules(iati);
	assert.deepStrictEqual(new Set(iati.result.map(r => r.indicator[0].reference[0].code)), new Set(ids));
	await check_catalogue(ids);
	const kept_back = await check_package(all);
	await check_refusals(ids[0]);
	console.log(`${ids.length} indicators, ${cells} cells (${hidden} withheld), ${shapes} areas; ${kept_back} withheld in the package`);
})().catch(e => {
	console.error(e);
	process.exit(1);
});

// nu.js - the Nu HTML checker reads every page, picture and style sheet, in one run of Java.
"use strict";
const { execFile } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { promisify } = require("util");
const { complain, count } = require("./report");

const JAR = require.resolve("vnu-jar/build/dist/vnu.jar");
const ENDING = { "text/html": "html", "image/svg+xml": "svg", "text/css": "css" };

// What is known and right: words and why.
const accepted = [
	/^CSS: “height”: Too many values/,      // the design system's @supports (height: intrinsic)
	/^CSS: “vector-effect”: Property “vector-effect” doesn't exist/, // of SVG 2
];

// A fault of each kind that it must see: a checker that is silent about that is not running.
const SPOILT = {
	html: "<!DOCTYPE html><html lang=\"da\"><title>Måling</title><p><table><li>",
	svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"><måling/></svg>",
	css: "p { måling: 1 }",
};

// Each kind in a folder of its own, since Nu reads its rules anew when the kind changes.
function write(dir, pages) {
	const names = new Map();
	for (const [ending, spoilt] of Object.entries(SPOILT)) {
		fs.mkdirSync(path.join(dir, ending));
		fs.writeFileSync(path.join(dir, ending, `spoilt.${ending}`), spoilt);
	}
	for (const page of pages) {
		const ending = ENDING[page.media];
		if (ending === undefined)
			continue;
		const name = `${names.size}.${ending}`;
		names.set(name, page.address);
		fs.writeFileSync(path.join(dir, ending, name), page.bytes);
	}
	return names;
}

async function run_java(dir) {
	const words = ["-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always",
		"--also-check-svg", "--also-check-css", ...Object.keys(SPOILT).map(ending => path.join(dir, ending))];
	const { stdout } = await promisify(execFile)("java", words, { maxBuffer: 1 << 28 });
	return JSON.parse(stdout).messages;
}

async function check_markup(pages) {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), "pejl-nu-"));
	const names = write(dir, pages), missed = new Set(Object.keys(SPOILT).map(ending => `spoilt.${ending}`));
	for (const m of await run_java(dir)) {
		const name = path.basename(m.url || ""), address = names.get(name) || m.url;
		if (/^spoilt\./.test(name))
			missed.delete(name);
		else if (!accepted.some(known => known.test(m.message)))
			complain(`${address} line ${m.lastLine}`, `Nu: ${m.message}`);
	}
	for (const name of missed)
		complain(name, "Nu: a fault was not seen");
	count("files read by Nu", names.size);
	fs.rmSync(dir, { recursive: true });
}

module.exports = { check_markup };

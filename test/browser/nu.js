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

// Writes a fault that it must see into a folder, too: a checker that is silent about
// that is not running.
const SPOILT = "<!DOCTYPE html><html lang=\"da\"><title>Måling</title><p><table><li>";

function write(dir, pages) {
	const names = new Map([["spoilt.html", "spoilt"]]);
	fs.writeFileSync(path.join(dir, "spoilt.html"), SPOILT);
	for (const page of pages) {
		const ending = ENDING[page.media];
		if (ending === undefined)
			continue;
		const name = `${names.size}.${ending}`;
		names.set(name, page.address);
		fs.writeFileSync(path.join(dir, name), page.bytes);
	}
	return names;
}

async function run_java(dir) {
	const words = ["-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always",
		"--also-check-svg", "--also-check-css", dir];
	const { stdout } = await promisify(execFile)("java", words, { maxBuffer: 1 << 28 });
	return JSON.parse(stdout).messages;
}

async function check_markup(pages) {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), "pejl-nu-"));
	const names = write(dir, pages);
	let seen = false;
	for (const m of await run_java(dir)) {
		const address = names.get(path.basename(m.url || "")) || m.url;
		if (address === "spoilt") {
			seen = true;
			continue;
		}
		if (!accepted.some(known => known.test(m.message)))
			complain(`${address} line ${m.lastLine}`, `Nu: ${m.message}`);
	}
	if (!seen)
		complain("spoilt.html", "Nu: a fault was not seen");
	count("files read by Nu", names.size - 1);
	fs.rmSync(dir, { recursive: true });
}

module.exports = { check_markup };

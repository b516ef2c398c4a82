// sarif.js FILE... - are these logs valid SARIF 2.1.0, by the schema itself?
//
// The schema comes with @microsoft/jest-sarif. Each log is also spoilt in a few
// ways that the schema must refuse, so that a check that accepts all is noticed.
"use strict";
const fs = require("fs");
const Ajv = require("ajv");

const ajv = new Ajv({ schemaId: "auto", allErrors: true });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const valid = ajv.compile(
	require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

const spoil = {
	"another version": log => { log.version = "2.0.0"; },
	"no runs": log => { delete log.runs; },
	"a tool without a name": log => { delete log.runs[0].tool.driver.name; },
	"a level that is none": log => {
		log.runs[0].tool.driver.rules[0].defaultConfiguration.level = "info";
	},
	"the same rule twice": log => {
		const rules = log.runs[0].tool.driver.rules;
		rules[1] = JSON.parse(JSON.stringify(rules[0]));
	},
	"line 0": log => {
		log.runs[0].results.push({ message: { text: "å" }, locations: [
			{ physicalLocation: { artifactLocation: { uri: "a.txt" },
				region: { startLine: 0 } } }] });
	},
	"a member of our own": log => { log.runs[0].pejl = true; },
};

let failed = 0;
function complain(text) {
	console.error(text);
	failed++;
}

let results = 0;
for (const file of process.argv.slice(2)) {
	const text = fs.readFileSync(file, "utf8");
	const log = JSON.parse(text);
	if (!valid(log))
		complain(`${file}: ${ajv.errorsText(valid.errors, { separator: "\n  " })}`);
	for (const [what, change] of Object.entries(spoil)) {
		const spoilt = JSON.parse(text);
		change(spoilt);
		if (valid(spoilt))
			complain(`${file}: ${what} was accepted`);
	}
	results += log.runs[0].results.length;
}
if (process.argv.length < 3 || results === 0)
	complain("no results were checked");
if (failed === 0)
	console.log(`${process.argv.length - 2} logs with ${results} results are valid SARIF 2.1.0`);
process.exit(failed > 0 ? 1 : 0);

// server.js - a server of the site with a register of its own, for as long as a run.
"use strict";
const { execFileSync, spawn } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");

// The example registers, by the names of their folders; REGISTER=copenhagen is that alone.
const registers = fs.readdirSync("examples")
	.filter(name => fs.existsSync(path.join("examples", name, "datapackage.json")))
	.filter(name => [undefined, "", name].includes(process.env.REGISTER)).sort();

// Starts `pejl` on a port that is free: { address, stop(), pejl(...words) }.
async function serve(pejl, register) {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), "pejl-browser-"));
	const db = path.join(dir, "register.db");
	const run = (...words) => execFileSync(pejl, ["--db", db, ...words],
		{ encoding: "utf8", maxBuffer: 1 << 28 });
	run("load", path.join("examples", register));
	const child = spawn(pejl, ["--db", db, "serve", "--port", "0", "--log", "errors"],
		{ stdio: ["ignore", "pipe", "inherit"] });
	const ended = new Promise(done => child.once("exit", done));
	const address = await new Promise((done, fail) => {
		let said = "";
		child.stdout.on("data", text => {
			said += text;
			const found = said.match(/serving on (http:\/\/[^ /]+)/);
			if (found)
				done(found[1]);
		});
		child.once("exit", code => fail(new Error(`the server ended: ${code}`)));
	});
	return {
		address, register, pejl: run,
		stop: async () => {
			child.kill("SIGTERM");
			const code = await ended;
			fs.rmSync(dir, { recursive: true });
			if (code !== 0)
				throw new Error(`the server ended with ${code}`);
		},
	};
}

module.exports = { registers, serve };

// server.js - a server of the site with a register of its own, for as long as a run.
"use strict";
const { execFileSync, spawn } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { attempt } = require("./report");

// The example registers, by the names of their folders; REGISTER=copenhagen is that alone.
const registers = fs.readdirSync("examples")
	.filter(name => fs.existsSync(path.join("examples", name, "datapackage.json")))
	.filter(name => [undefined, "", name].includes(process.env.REGISTER)).sort();

// Waits until the program has said so: what `words` finds.
function heard(child, words) {
	return new Promise((done, fail) => {
		let said = "";
		child.stdout.on("data", text => {
			said += text;
			const found = said.match(words);
			if (found)
				done(found.slice(1));
		});
		child.once("exit", code => fail(new Error(`the server ended: ${code}`)));
	});
}

// On a terminal, where the server shows the link of the first administrator. It takes the
// shell's place: Ctrl-C would end a shell that waits, too, with a code of its own.
function on_terminal(words) {
	return ["script", ["-qfec", `exec ${words.map(word => `'${word}'`).join(" ")}`, "/dev/null"]];
}

// Starts `pejl` on a port that is free: { address, stop(), pejl(...words) }. Without a
// register it is an empty one on a terminal, and `link` what is shown there.
async function serve(pejl, register) {
	const dir = fs.mkdtempSync(path.join(os.tmpdir(), "pejl-browser-"));
	const db = path.join(dir, "register.db");
	const run = (...words) => execFileSync(pejl, ["--db", db, ...words],
		{ encoding: "utf8", maxBuffer: 1 << 28 });
	const words = [pejl, "--db", db, "--lang", "da", "serve", "--port", "0", "--log", "errors",
		"--allow-private", "--source-hosts", "127.0.0.1"];      // the bureau of staff_sources.js
	run(...(register === null ? ["db", "migrate"] : ["load", path.join("examples", register)]));
	const child = spawn(...(register === null ? on_terminal(words) : [words[0], words.slice(1)]),
		{ stdio: ["pipe", "pipe", "inherit"] });
	const ended = new Promise(done => child.once("exit", done));
	const [address, link] = await heard(child, register === null
		? /serving on (http:\/\/[^ /]+)[^]*?(http:\S+\/password\/\w+)/ : /serving on (http:\/\/[^ /]+)/);
	return {
		address, register, link, pejl: run,
		stop: async () => {
			if (register === null)
				child.stdin.write("\x03");      // Ctrl-C, as it says
			else
				child.kill("SIGTERM");
			const code = await ended;
			fs.rmSync(dir, { recursive: true });
			if (code !== 0)
				throw new Error(`the server ended with ${code}`);
		},
	};
}

// What `use` does with a server; it is stopped whatever comes of that.
async function with_server(pejl, register, use) {
	const server = await serve(pejl, register);
	try {
		return await use(server);
	} finally {
		await attempt("a server", server.stop);
	}
}

module.exports = { registers, serve, with_server };

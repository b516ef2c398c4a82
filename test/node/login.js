// login.js - a browser that logs in, the server that it logs in at, and what is kept of people:
// for the programs that are run as PROGRAM PEJL DIR.
"use strict";
const { execFileSync, spawn } = require("child_process");
const fs = require("fs");
const path = require("path");

const [pejl, dir] = process.argv.slice(2);
const db = path.join(dir, "oidc.db");
const settings = path.join(dir, "sso.conf");
let wrong = 0, checked = 0;

function same(what, is, wanted) {
	checked++;
	if (is !== wanted) {
		wrong++;
		console.error(`wrong: ${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
	}
}

function says(what, reply, words) {
	checked++;
	if (!reply.text.includes(words)) {
		wrong++;
		console.error(`wrong: ${what}: "${words}" is not in: ${reply.text.replace(/^[^]*<main/, "").replace(/\s+/g, " ").slice(0, 900)}`);
	}
}

const run = (...words) => execFileSync(pejl, ["--db", db, "--lang", "en", ...words], { encoding: "utf8" });

function write_settings(issuer, site, secret, more = "") {
	fs.writeFileSync(path.join(dir, "secret"), `${secret}\n`);
	fs.writeFileSync(settings, `# as a city writes it
site = ${site}
title = Ærø Kommunes login
issuer = ${issuer}
client = pejl
secret-file = ${path.join(dir, "secret")}
role = editor  Pejl Redaktører
role = contributor:bif  Pejl Bidragydere
role = unit_approver:bif  Pejl Bidragydere
${more}`);
}

async function serve(port) {
	const child = spawn(pejl, ["--db", db, "serve", "--port", String(port), "--log", "errors", "--sso-settings", settings],
		{ stdio: ["ignore", "pipe", "pipe"] });
	const server = { log: "", stop: () => { child.kill("SIGTERM"); return ended; } };
	const ended = new Promise(done => child.once("exit", done));
	child.stderr.on("data", text => { server.log += text; });
	await new Promise((done, fail) => {
		child.stdout.on("data", text => String(text).includes("serving on") && done());
		child.once("exit", code => fail(new Error(`the server ended: ${code}: ${server.log}`)));
	});
	return server;
}

async function free_port() {
	const server = require("net").createServer();
	await new Promise(done => server.listen(0, "127.0.0.1", done));
	const { port } = server.address();
	await new Promise(done => server.close(done));
	return port;
}

// A browser: cookies by host, redirects followed as far as one says.
class Browser {
	constructor() { this.jar = new Map(); }

	cookies(host) {
		return [...this.jar.values()].filter(c => c.host === host).map(c => c.pair).join("; ");
	}

	async ask(url, form) {
		const { host } = new URL(url);
		const reply = await fetch(url, {
			redirect: "manual", method: form ? "POST" : "GET", body: form ? new URLSearchParams(form) : undefined,
			headers: { cookie: this.cookies(host), ...(form ? { origin: new URL(url).origin } : {}) },
		});
		for (const line of reply.headers.getSetCookie()) {
			const [pair, ...attributes] = line.split(";");
			const name = pair.split("=")[0];
			const over = attributes.some(a => /^\s*max-age=0$/i.test(a) || /expires=Thu, 01 Jan 1970/i.test(a));
			over ? this.jar.delete(`${host} ${name}`) : this.jar.set(`${host} ${name}`, { host, pair });
		}
		const to = reply.headers.get("location");
		return { status: reply.status, url, location: to === null ? null : new URL(to, url).href,
			text: await reply.text(), headers: reply.headers };
	}

	// Up to an answer that leads nowhere, or to an address that begins with `stop`.
	async follow(url, stop) {
		let reply = await this.ask(url);
		for (let i = 0; reply.location !== null && i < 12; i++) {
			if (stop !== undefined && reply.location.startsWith(stop))
				return reply;
			reply = await this.ask(reply.location);
		}
		return reply;
	}

	// At oidc-provider: who she is, and that she agrees. The address that it sends her back to.
	async at_provider(url, who, site) {
		let reply = await this.follow(url, `${site}/login/back`);
		for (let i = 0; reply.location === null && i < 4; i++) {
			const action = /<form[^>]* action="([^"]*)"/.exec(reply.text);
			const prompt = /name="prompt" value="([^"]*)"/.exec(reply.text);
			if (action === null || prompt === null)
				throw new Error(`no form of the provider: ${reply.status} ${reply.url} ${reply.text.slice(0, 300)}`);
			reply = await this.ask(new URL(action[1], reply.url).href, { prompt: prompt[1], login: who, password: "x" });
			if (reply.location !== null)
				reply = await this.follow(reply.location, `${site}/login/back`);
		}
		return reply.location;
	}
}

// From the login page to the address that ends the login.
async function walk(site, who, next = "", browser = new Browser()) {
	const start = await browser.ask(`${site}/da/login/provider${next}`);
	if (start.status !== 303)
		return { browser, start };
	return { browser, start, back: await browser.at_provider(start.location, who, site) };
}

async function log_in(site, who, next, browser) {
	const way = await walk(site, who, next, browser);
	return { ...way, reply: way.back === undefined ? way.start : await way.browser.ask(way.back) };
}

// What is kept of people: all but the trail.
const kept = () => run("user", "list");
const trail = () => Number(/(\d+) rows/.exec(run("trail", "verify"))[1]);

// Nobody is let in, the page says why, and nothing is kept but a row of the trail.
async function refused(site, what, status, words, how) {
	const before = kept(), rows = trail();
	const reply = await how();
	same(what, reply.status, status);
	says(what, reply, words);
	says(what, reply, "<h1>");
	same(`${what}: a session`, reply.headers.getSetCookie().some(c => /^pejl=[0-9a-f]/.test(c)), false);
	same(`${what}: what is kept`, kept(), before);
	same(`${what}: rows of the trail`, trail() - rows <= 1, true);
}

async function with_server(port, how) {
	const server = await serve(port);
	const before = wrong;
	try {
		await how(server);
	} finally {
		same("the server's end", await server.stop(), 0);
		if (wrong > before)
			console.error(server.log);
	}
	return server;
}

// The last line of a program.
function tell(provider) {
	console.log(`${checked} things of a login at ${provider} hold${wrong ? `, but ${wrong}` : ""}`);
	process.exitCode = wrong ? 1 : 0;
}

module.exports = { Browser, wrongs: () => wrong, db, dir, free_port, kept, log_in, pejl, refused, run, same, says, settings, tell, walk, with_server, write_settings };

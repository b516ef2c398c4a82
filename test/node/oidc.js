// oidc.js PEJL DIR - single sign-on as a browser sees it, against a provider that is told to
// answer rightly and wrongly: every page has its status and says why, and of whom was not let
// in nothing is kept but a row of the trail.
"use strict";
const { execFile, execFileSync } = require("child_process");
const fs = require("fs");
const https = require("https");
const path = require("path");
const { promisify } = require("util");
const { Browser, db, dir, free_port, kept, log_in, pejl, refused, run, same, says, settings, tell, walk, with_server, write_settings } = require("./login");
const { PEOPLE, SECRET, start_provider } = require("./provider");

const SCOPES = "scopes = openid profile email groups";

// ---- what is right ----

async function check_right(site, provider) {
	const page = await new Browser().ask(`${site}/da/login?next=%2Fda%2Fwork%2Faccount`);
	same("the login page", page.status, 200);
	says("the login page", page, "Log ind med Ærø Kommunes login");
	says("the login page", page, "/da/login/provider?next=%2Fda%2Fwork%2Faccount");

	const { start, browser, reply, back } = await log_in(site, "åse", "?next=%2Fda%2Fwork%2Faccount");
	const asked = new URL(start.location).searchParams;
	same("where it is asked", new URL(start.location).origin, provider.issuer);
	same("the flow", asked.get("response_type"), "code");
	same("the method of PKCE", asked.get("code_challenge_method"), "S256");
	same("state, nonce and challenge", ["state", "nonce", "code_challenge"].filter(n => (asked.get(n) || "").length > 40).length, 3);
	same("the cookie under way", /^pejl-login=[0-9a-f]{32}\.da\..*; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/
		.test(start.headers.getSetCookie()[0]), true);
	same("åse comes in", reply.status, 303);
	same("and is led on", reply.location, `${site}/da/work/account`);
	const account = await browser.ask(reply.location);
	says("her page", account, "Åse Sørensen");
	same("her account", /^åse\tÅse Sørensen\t.*editor/m.test(kept()), true);

	const again = await browser.ask(back);
	same("the same address once more", again.status, 400);
	says("the same address once more", again, "Du blev ikke lukket ind");

	// Another browser with her secret, before its time is over.
	const second = await walk(site, "åse");
	const copy = new Browser();
	copy.jar = new Map(second.browser.jar);
	same("a login with a copy of the secret", (await copy.ask(second.back)).status, 303);
	const replayed = await second.browser.ask(second.back);
	same("a state that was used", replayed.status, 400);
	says("a state that was used", replayed, "er brugt før");

	// Rotation: the session she had is over.
	const had = browser.cookies(new URL(site).host);
	await log_in(site, "åse", "", browser);
	const old = new Browser();
	old.jar.set("x", { host: new URL(site).host, pair: had });
	same("the session before", (await old.ask(`${site}/da/work`)).status, 303);
	same("the session after", (await browser.ask(`${site}/da/work`)).status, 200);
}

// The roles follow the groups, and an account its subject alone.
async function check_groups(site) {
	same("ib comes in", (await log_in(site, "ib")).reply.status, 303);
	same("ib's roles", /^ib\t.*contributor:bif/m.test(kept()) && /^ib\t.*unit_approver:bif/m.test(kept()), true);
	const ib = (await log_in(site, "ib")).browser;
	PEOPLE.ib.groups = ["Pejl Redaktører"];
	PEOPLE.ib.name = "Ib Ø. Østergård";
	const { browser, reply } = await log_in(site, "ib");
	same("ib once more", reply.status, 303);
	same("ib's roles then", /^ib\tIb Ø\. Østergård\t.*editor/m.test(kept()) && !/^ib\t.*contributor/m.test(kept()), true);
	PEOPLE.ib.groups = [];
	same("ib without groups", (await log_in(site, "ib")).reply.status, 403);
	same("ib's sessions then", (await browser.ask(`${site}/da/work`)).status, 303);
	same("all of them", (await ib.ask(`${site}/da/work`)).status, 303);
	same("ib's roles at last", /^ib\t.*editor/m.test(kept()), false);

	// Somebody else with her mail and name is somebody else.
	PEOPLE.aase2 = { ...PEOPLE.åse };
	same("her double comes in", (await log_in(site, "aase2")).reply.status, 303);
	same("as another account", /^åse-2\t/m.test(kept()), true);
	same("whose name is no text for a form", (await log_in(site, "eve")).reply.status, 303);
	same("and is not shown", kept().includes("\u202e"), false);
}

async function check_log_out(site, provider) {
	const { browser } = await log_in(site, "åse");
	const page = await browser.ask(`${site}/da/work`);
	const token = /name="token" value="([^"]*)"/.exec(page.text)[1];
	same("log-out", (await browser.ask(`${site}/da/work/log-out`, { token, nonce: "0".repeat(32) })).status, 303);
	same("the session then", (await browser.ask(`${site}/da/work`)).status, 303);
	const out = await browser.ask(`${site}/da/login/provider/out`);
	same("log-out there", out.status, 303);
	same("log-out there", out.location.startsWith(`${provider.issuer}/session/end?client_id=pejl&`), true);
	same("its page", (await browser.ask(out.location)).status, 200);
}

// A town hall at nine o'clock.
async function check_many(site) {
	const all = await Promise.all(Array.from({ length: 12 }, () => log_in(site, "åse")));
	same("twelve at once", all.filter(one => one.reply.status === 303).length, 12);
}

// ---- what is wrong ----

// A provider whose certificate nobody vouches for is not asked: not even its description.
async function check_certificate(port, site) {
	const [key, cert] = ["key.pem", "cert.pem"].map(name => path.join(dir, name));
	execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=login.example",
		"-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", cert], { stdio: "ignore" });
	let asked = 0;
	const server = https.createServer({ key: fs.readFileSync(key), cert: fs.readFileSync(cert) }, (rq, re) => {
		asked++;
		re.end("{}");
	});
	await new Promise(done => server.listen(0, "127.0.0.1", done));
	write_settings(`https://127.0.0.1:${server.address().port}`, site, SECRET);
	await with_server(port, () => refused(site, "a certificate of nobody", 502, SILENT, async () => (await walk(site, "åse")).start));
	same("what was asked over it", asked, 0);
	server.close();
}

async function spoilt(site, provider, how, what, status, words, who = "åse") {
	await refused(site, what, status, words, async () => {
		const way = await walk(site, who);
		provider.spoil = how;
		const reply = way.back === undefined ? way.start : await way.browser.ask(way.back);
		provider.spoil = undefined;
		return reply;
	});
}

const FORGED = "svarede, hører ikke til dette login";
const SILENT = "svarer ikke";

async function check_wrong(site, provider) {
	await refused(site, "a state of nobody", 400, "ikke begyndt i denne browser",
		async () => new Browser().ask(`${site}/login/back?code=x&state=${"0".repeat(64)}`));
	await refused(site, "another's state", 400, "ikke begyndt i denne browser", async () => {
		const [hers, mine] = [await walk(site, "åse"), await walk(site, "bo")];
		return mine.browser.ask(hers.back);
	});
	await refused(site, "no code", 403, "lukkede dig ikke ind", async () => {
		const way = await walk(site, "åse");
		return way.browser.ask(way.back.replace(/code=[^&]*/, "error=access_denied"));
	});
	await refused(site, "a made-up code", 403, "tog for lang tid", async () => {
		const way = await walk(site, "åse");
		return way.browser.ask(way.back.replace(/code=[^&]*/, "code=%3Cscript%3E"));
	});
	await refused(site, "another issuer's answer", 403, FORGED, async () => {
		const way = await walk(site, "åse");
		return way.browser.ask(way.back.replace(/iss=[^&]*/, "iss=https%3A%2F%2Fevil.example"));
	});
	await refused(site, "a group without a role", 403, "ingen af dine grupper", async () => (await log_in(site, "bo")).reply);
	await spoilt(site, provider, "nonce", "another login's nonce", 403, FORGED);
	await spoilt(site, provider, "issuer", "a token of another issuer", 403, FORGED);
	await spoilt(site, provider, "audience", "a token for another client", 403, FORGED);
	await spoilt(site, provider, "party", "a token that was made for another client", 403, FORGED);
	await spoilt(site, provider, "late", "a token of the day before", 403, FORGED);
	await spoilt(site, provider, "future", "a token of the hour to come", 403, FORGED);
	await spoilt(site, provider, "key", "a token signed by another key", 403, FORGED);
	await spoilt(site, provider, "unsigned", "a token that nobody signed", 403, FORGED);
	await spoilt(site, provider, "secret", "a token signed with our secret", 403, FORGED);
}

(async () => {
	const port = await free_port();
	const site = `http://127.0.0.1:${port}`;
	const provider = await start_provider(site);
	// Nobody is asked but the issuer, wherever its answers lead.
	let strays = 0;
	const elsewhere = require("http").createServer((rq, re) => { strays++; re.end("{}"); });
	await new Promise(done => elsewhere.listen(0, "127.0.0.1", done));
	provider.elsewhere = `http://127.0.0.1:${elsewhere.address().port}/`;
	run("load", "examples/copenhagen");
	write_settings(provider.issuer, site, SECRET, SCOPES);
	const checks = () => promisify(execFile)(pejl, ["--db", db, "sso", "check", "--sso-settings", settings]);
	same("pejl sso check", (await checks()).stdout.includes(`${site}/login/back`), true);
	await with_server(port, async () => {
		await check_right(site, provider);
		await check_groups(site);
		await check_log_out(site, provider);
		await check_many(site);
		provider.spoil = "ahead";
		same("a provider whose clock is ahead a little", (await log_in(site, "åse")).reply.status, 303);
		provider.spoil = undefined;
		await check_wrong(site, provider);
		run("user", "disable", "åse");
		await refused(site, "an account that is closed here", 403, "er lukket", async () => (await log_in(site, "åse")).reply);
		run("user", "enable", "åse");
	});
	// A provider that was silent is let be for a while: a server each.
	for (const [how, what] of [["token html", "a token that is a page"], ["keys html", "keys that are a page"],
		["token elsewhere", "a token from elsewhere"], ["keys elsewhere", "keys from elsewhere"], ["slow", "a provider that does not answer in time"]])
		await with_server(port, () => spoilt(site, provider, how, what, 502, SILENT));
	for (const [how, what] of [["description html", "a description that is a page"],
		["description elsewhere", "a description from elsewhere"], ["description issuer", "a description of another issuer"],
		["description host", "addresses on another host"], ["description keys", "keys on another host"]])
		await with_server(port, () => refused(site, what, 502, SILENT, async () => {
			provider.spoil = how;
			const { start } = await walk(site, "åse");
			provider.spoil = undefined;
			return start;
		}));
	same("who else was asked", strays, 0);
	elsewhere.close();
	await provider.close();
	await with_server(port, async server => {
		await refused(site, "no provider", 502, SILENT, async () => (await walk(site, "åse")).start);
		const since = Date.now();
		await refused(site, "no provider, asked again", 502, SILENT, async () => (await walk(site, "åse")).start);
		same("is answered at once", Date.now() - since < 1000, true);
		same("with a password all goes on", (await new Browser().ask(`${site}/da/login`)).status, 200);
		same("and is in the log", server.log.includes("single sign-on:"), true);
	});
	const hasty = await start_provider(site, 1);
	write_settings(hasty.issuer, site, SECRET, SCOPES);
	await with_server(port, () => refused(site, "a code that is too old", 403, "tog for lang tid", async () => {
		const way = await walk(site, "åse");
		await new Promise(done => setTimeout(done, 2100));
		return way.browser.ask(way.back);
	}));
	await hasty.close();
	await check_certificate(port, site);
	tell("oidc-provider");
})();

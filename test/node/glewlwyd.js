// glewlwyd.js PEJL DIR - single sign-on against Debian's glewlwyd, which is set up here by its
// own API: a plugin for OpenID Connect, a client, a scope and people.
"use strict";
const crypto = require("crypto");
const { execFileSync, spawn } = require("child_process");
const fs = require("fs");
const path = require("path");
const zlib = require("zlib");
const { Browser, dir, free_port, kept, refused, run, same, tell, with_server, write_settings } = require("./login");

const SCHEMA = "/usr/share/doc/glewlwyd/database/init.sqlite3.sql.gz";
const SECRET = "hemmeligt-ord-0123456789";
const PASSWORD = "rød grød med fløde";

async function start(port) {
	const db = path.join(dir, "glewlwyd.db");
	execFileSync("sqlite3", [db], { input: zlib.gunzipSync(fs.readFileSync(SCHEMA)) });
	fs.writeFileSync(path.join(dir, "glewlwyd.conf"), `port = ${port}
bind_address = "127.0.0.1"
external_url = "http://127.0.0.1:${port}"
login_url = "login.html"
api_prefix = "api"
static_files_path = "${dir}"
cookie_domain = "127.0.0.1"
cookie_secure = 0
log_mode = "console"
log_level = "ERROR"
session_key = "GLEWLWYD2_SESSION_ID"
session_expiration = 3600
admin_scope = "g_admin"
profile_scope = "g_profile"
user_module_path = "/usr/lib/glewlwyd/user"
client_module_path = "/usr/lib/glewlwyd/client"
user_auth_scheme_module_path = "/usr/lib/glewlwyd/scheme"
plugin_module_path = "/usr/lib/glewlwyd/plugin"
hash_algorithm = "SHA512"
database = { type = "sqlite3" path = "${db}" };
`);
	const child = spawn("glewlwyd", [`--config-file=${path.join(dir, "glewlwyd.conf")}`], { stdio: ["ignore", "pipe", "pipe"] });
	let said = "", ended = false;
	child.stdout.on("data", text => { said += text; });
	child.stderr.on("data", text => { said += text; });
	const end = new Promise(done => child.once("exit", () => { ended = true; done(); }));
	for (let i = 0; i < 200; i++) {
		if (ended)
			throw new Error(`glewlwyd ended: ${said}`);
		if (await fetch(`http://127.0.0.1:${port}/config`).then(() => true, () => false))
			break;
		await new Promise(done => setTimeout(done, 50));
	}
	return { said: () => said, stop: () => { child.kill("SIGTERM"); return end; } };
}

class Api {
	constructor(base) { this.base = base; this.cookie = ""; }

	async send(method, where, body) {
		const reply = await fetch(`${this.base}/api/${where}`, { method, body: body && JSON.stringify(body), redirect: "manual",
			headers: { "content-type": "application/json", cookie: this.cookie } });
		for (const line of reply.headers.getSetCookie())
			this.cookie = line.split(";")[0];
		const text = await reply.text();
		if (reply.status >= 400)
			throw new Error(`glewlwyd: ${method} ${where}: ${reply.status} ${text}`);
		return { location: reply.headers.get("location"), body: text };
	}
}

async function set_up(base, site) {
	const api = new Api(base);
	const key = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
	await api.send("POST", "auth/", { username: "admin", password: "password" });
	const database = JSON.parse((await api.send("GET", "mod/user/database")).body);
	database.parameters["data-format"].groups = { multiple: true, read: true, write: true };
	await api.send("PUT", "mod/user/database", database);
	await api.send("PUT", "mod/user/database/reset").catch(() => {});
	await api.send("POST", "mod/plugin/", { module: "oidc", name: "oidc", display_name: "OIDC", parameters: {
		iss: `${base}/api/oidc`, "jwt-type": "rsa", "jwt-key-size": "256",
		key: key.privateKey.export({ type: "pkcs8", format: "pem" }), cert: key.publicKey.export({ type: "spki", format: "pem" }),
		"access-token-duration": 60, "refresh-token-duration": 60, "code-duration": 60, "refresh-token-rolling": false,
		"allow-non-oidc": false, "auth-type-code-enabled": true, "auth-type-token-enabled": false, "auth-type-id-token-enabled": true,
		"auth-type-none-enabled": false, "auth-type-password-enabled": false, "auth-type-client-enabled": false,
		"auth-type-device-enabled": false, "auth-type-refresh-enabled": false, "jwks-show": true,
		"pkce-allowed": true, "pkce-required": true, "pkce-method-plain-allowed": false, "session-management-allowed": true, "session-cookie-name": "GLEWLWYD2_OIDC_SID", "session-cookie-expiration": 600,
		"name-claim": "mandatory", "email-claim": "mandatory",
		claims: [{ name: "groups", "user-property": "groups", type: "string", mandatory: true, "on-demand": false, scope: [] }],
	} });
	await api.send("POST", "client/", { client_id: "pejl", name: "Pejl", confidential: true, enabled: true, password: SECRET,
		client_secret: SECRET, redirect_uri: [`${site}/login/back`], authorization_type: ["code"], scope: [],
		token_endpoint_auth_method: ["client_secret_basic", "client_secret_post"] });
	for (const [username, name, groups] of [["åse", "Åse Sørensen", ["Pejl Redaktører", "Kantinen"]], ["bo", "Bo Ærø", ["Kantinen"]]])
		await api.send("POST", "user/", { username, name, email: `${username}@aeroe.example`, enabled: true, password: PASSWORD, scope: ["openid"], groups });
}

// Her session at glewlwyd, and that the client may know her.
async function person(base, username) {
	const api = new Api(base);
	await api.send("POST", "auth/", { username, password: PASSWORD });
	await api.send("PUT", "auth/grant/pejl", { scope: "openid" });
	return api;
}

// From our login page by glewlwyd and back; `change` is what is done to the address.
async function walk(site, who, change = back => back) {
	const browser = new Browser();
	const begun = await browser.ask(`${site}/da/login/provider`);
	const reply = await fetch(`${begun.location}&g_continue`, { redirect: "manual", headers: { cookie: who.cookie } });
	const back = reply.headers.get("location");
	if (back === null || !back.startsWith(site))
		throw new Error(`glewlwyd does not lead back: ${reply.status} ${back} ${await reply.text()}`);
	return { browser, reply: await browser.ask(change(back)), back };
}

(async () => {
	const [port, ours] = [await free_port(), await free_port()];
	const [base, site] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${ours}`];
	const glewlwyd = await start(port);
	try {
		await set_up(base, site);
		run("load", "examples/copenhagen");
		for (const method of ["basic", "post"]) {
			write_settings(`${base}/api/oidc`, site, SECRET, `scopes = openid\nmethod = ${method}`);
			await with_server(ours, async () => {
				const { browser, reply, back } = await walk(site, await person(base, "åse"));
				same(`åse comes in, the secret by ${method}`, reply.status, 303);
				same("and has her role", /\tÅse Sørensen\t.*\teditor\t/m.test(kept()), true);
				same("her pages", (await browser.ask(`${site}/da/work`)).status, 200);
				same("the address once more", (await browser.ask(back)).status, 400);
				const bo = await person(base, "bo");
				await refused(site, "a group without a role", 403, "ingen af dine grupper", async () => (await walk(site, bo)).reply);
				await refused(site, "a made-up code", 403, "tog for lang tid",
					async () => (await walk(site, bo, to => to.replace(/code=[^&]*/, "code=abc"))).reply);
			});
		}
	} finally {
		await glewlwyd.stop();
	}
	tell("glewlwyd");
})().catch(error => {
	console.error(error.message);
	process.exitCode = 1;
});

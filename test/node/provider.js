// provider.js - oidc-provider on a free port of this machine, with people in groups, that can
// be told to answer wrongly: { issuer, spoil, close() }.
"use strict";
const crypto = require("crypto");
const http = require("http");

const SECRET = "hemmelig+%&=/:ord";      // what a header and a body each write otherwise
const PEOPLE = {
	åse: { name: "Åse Sørensen", preferred_username: "ÅSE", email: "aase@aeroe.example", groups: ["Pejl Redaktører", "Kantinen"] },
	bo: { name: "Bo Ærø", preferred_username: "bo", email: "bo@aeroe.example", groups: ["Kantinen"] },
	ib: { name: "Ib Østergård", preferred_username: "ib", email: "ib@aeroe.example", groups: ["Pejl Bidragydere"] },
	// What people call themselves is not always text for a form.
	eve: { name: "Eve \u202eevil", preferred_username: "<b>", email: "no mail", groups: ["Pejl Redaktører"] },
};

const b64 = value => Buffer.from(value).toString("base64url");
const claims_of = token => JSON.parse(Buffer.from(token.split(".")[1], "base64url"));

function signed(claims, key, kid) {
	const head = `${b64(JSON.stringify({ alg: "RS256", typ: "JWT", kid }))}.${b64(JSON.stringify(claims))}`;
	return `${head}.${crypto.sign("sha256", Buffer.from(head), key).toString("base64url")}`;
}

// By the name of what is wrong: the token, made anew.
function spoilt_token(how, token, keys) {
	const claims = claims_of(token);
	const hour = 3600;
	const changed = {
		nonce: { nonce: "another" }, issuer: { iss: `${claims.iss}/other` }, audience: { aud: "another" },
		party: { aud: ["pejl", "another"], azp: "another" },
		late: { exp: claims.exp - 48 * hour, iat: claims.iat - 48 * hour },
		ahead: { iat: claims.iat + 2 }, future: { iat: claims.iat + hour },
	}[how];
	if (changed !== undefined)
		return signed({ ...claims, ...changed }, keys.own, keys.kid);
	if (how === "key")
		return signed(claims, keys.other, keys.kid);
	const payload = b64(JSON.stringify(claims));
	if (how === "unsigned")
		return `${b64(JSON.stringify({ alg: "none", typ: "JWT" }))}.${payload}.`;
	if (how === "secret") {
		const head = `${b64(JSON.stringify({ alg: "HS256", typ: "JWT" }))}.${payload}`;
		return `${head}.${crypto.createHmac("sha256", SECRET).update(head).digest("base64url")}`;
	}
	return token;
}

const ROUTES = { "openid-configuration": "description", token: "token", jwks: "keys" };

// Of each answer, by route and by what is wrong just now.
async function spoil(ctx, provider, keys) {
	const how = provider.spoil;
	const route = ROUTES[ctx.path.split("/").pop()];
	if (how === undefined || route === undefined)
		return;
	if (how === `${route} html`) {
		ctx.type = "html";
		ctx.status = 200;
		ctx.body = "<!doctype html><title>Vedligehold</title><p>Vi er snart tilbage";
	} else if (how === `${route} elsewhere`) {
		ctx.status = 307;
		ctx.set("location", provider.elsewhere);
	} else if (how === "slow" && route === "token") {
		await new Promise(() => {});
	} else if (how === "description issuer" && route === "description") {
		ctx.body = { ...ctx.body, issuer: "https://other.example" };
	} else if (how === "description host" && route === "description") {
		ctx.body = { ...ctx.body, token_endpoint: provider.elsewhere };
	} else if (how === "description keys" && route === "description") {
		ctx.body = { ...ctx.body, jwks_uri: provider.elsewhere };
	} else if (route === "token" && ctx.body.id_token !== undefined) {
		ctx.body = { ...ctx.body, id_token: spoilt_token(how, ctx.body.id_token, keys) };
	}
}

async function start_provider(site, seconds = 60, path = "oidc-provider") {
	const { default: Provider } = await import(path);
	const own = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
	const other = crypto.generateKeyPairSync("rsa", { modulusLength: 2048 });
	const keys = { own: own.privateKey, other: other.privateKey, kid: "pejl" };
	let handle;
	const server = http.createServer((rq, re) => handle(rq, re));
	await new Promise(done => server.listen(0, "127.0.0.1", done));
	const issuer = `http://127.0.0.1:${server.address().port}`;
	const provider = new Provider(issuer, {
		clients: [{
			client_id: "pejl", client_secret: SECRET, redirect_uris: [`${site}/login/back`],
			post_logout_redirect_uris: ["da", "en"].map(lang => `${site}/${lang}/login`),
		}],
		claims: { openid: ["sub"], profile: ["name", "preferred_username"], email: ["email"], groups: ["groups"] },
		conformIdTokenClaims: false,
		cookies: { keys: [crypto.randomBytes(16).toString("hex")] },
		findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
		jwks: { keys: [{ ...own.privateKey.export({ format: "jwk" }), kid: keys.kid, use: "sig", alg: "RS256" }] },
		pkce: { required: () => true },
		ttl: { AuthorizationCode: seconds, AccessToken: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
	});
	const started = { issuer, spoil: undefined };
	provider.use(async (ctx, next) => {
		await next();
		await spoil(ctx, started, keys);
	});
	handle = provider.callback();
	started.close = () => new Promise(done => {
		server.close(done);
		server.closeAllConnections();
	});
	return started;
}

module.exports = { PEOPLE, SECRET, start_provider };

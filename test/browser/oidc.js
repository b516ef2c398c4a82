// oidc.js PEJL DIR - a login at a provider as people walk it: from our login page by its own
// pages back to the page that was wanted, on a telephone and from the keyboard; and what one
// reads who has no role here. Each page of ours is looked at by axe.
"use strict";
const { launch } = require("./browser");
const { bring_axe, check_axe, check_overflow } = require("./pages");
const { complain, count, close } = require("./report");
const { free_port, kept, run, with_server, write_settings, wrongs } = require("login");
const { SECRET, start_provider } = require("provider");

const LANGS = ["da", "en"];
const BUTTON = { da: "Log ind med Ærø Kommunes login", en: "Log in with Ærø Kommunes login" };
const WANTED = ["work", "account"].join("/");
const AGAIN = { da: "Log ind igen", en: "Log in again" };

function same(where, what, is, wanted) {
	count("steps of journeys");
	if (is !== wanted)
		complain(where, `${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
}

async function new_tab(browser, site) {
	const context = await browser.newContext({ viewport: { width: 320, height: 800 }, reducedMotion: "reduce" });
	const tab = await context.newPage();
	await bring_axe(tab);
	// What the provider's pages complain about is not ours to mend.
	tab.on("console", message => {
		if (message.type() === "error" && tab.url().startsWith(site) && !tab.expected)
			complain(tab.url(), `console: ${message.text()}`);
	});
	return tab;
}

async function look(tab, site) {
	const where = tab.url().slice(site.length).replace(/\?.*/, "");
	await check_axe(tab, where);
	await check_overflow(tab, where);
	return where;
}

// The button from the keyboard, then the forms of the provider until it sends her back.
async function log_in(tab, site, lang, who) {
	await tab.getByRole("link", { name: BUTTON[lang] }).focus();
	await Promise.all([tab.waitForNavigation({ waitUntil: "load" }), tab.keyboard.press("Enter")]);
	for (let i = 0; i < 4 && !tab.url().startsWith(site); i++) {
		if (await tab.locator("[name=login]").count() > 0) {
			await tab.locator("[name=login]").fill(who);
			await tab.locator("[name=password]").fill("x");
		}
		await Promise.all([tab.waitForNavigation({ waitUntil: "load" }), tab.locator("[type=submit]").first().click()]);
	}
}

async function check_lang(browser, site, lang) {
	const tab = await new_tab(browser, site);
	await tab.goto(`${site}/${lang}/${WANTED}`, { waitUntil: "load" });
	same("who is nobody", "is led to", await look(tab, site), `/${lang}/login`);
	await log_in(tab, site, lang, "åse");
	same("åse", "is led to", await look(tab, site), `/${lang}/${WANTED}`);
	await tab.goto(`${site}/${lang}/work`, { waitUntil: "load" });
	same("åse", "is at", await look(tab, site), `/${lang}/work`);
	same("åse", "is called by name", await tab.getByText("Åse Sørensen").count() > 0, true);
	await tab.context().close();

	// From the login page itself, to one's tasks.
	const plain = await new_tab(browser, site);
	await plain.goto(`${site}/${lang}/login`, { waitUntil: "load" });
	await log_in(plain, site, lang, "ib");
	same("ib", "is led to", await look(plain, site), `/${lang}/work`);
	await plain.context().close();

	const bo = await new_tab(browser, site);
	await bo.goto(`${site}/${lang}/login`, { waitUntil: "load" });
	bo.expected = true;                     // the console tells of each 403
	await log_in(bo, site, lang, "bo");
	same("bo", "stays at", await look(bo, site), "/login/back");
	same("bo", "language", await bo.locator("html").getAttribute("lang"), lang);
	await bo.getByRole("link", { name: AGAIN[lang] }).click();
	same("bo", "begins anew at", await look(bo, site), `/${lang}/login`);
	await bo.context().close();
	count("journeys");
}

(async () => {
	const port = await free_port();
	const site = `http://127.0.0.1:${port}`;
	const provider = await start_provider(site);
	const browser = await launch();
	try {
		run("load", "examples/copenhagen");
		write_settings(provider.issuer, site, SECRET, "scopes = openid profile email groups");
		await with_server(port, async () => {
			for (const lang of LANGS)
				await check_lang(browser, site, lang);
		});
		same("at last", "people", kept().split("\n").filter(line => line.includes("single sign-on")).length, 2);
	} finally {
		await browser.close();
		await provider.close();
	}
	process.exitCode = close() || Math.min(wrongs(), 1);
})();

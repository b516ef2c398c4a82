// browser.js - Debian's Chromium, which asks this machine's test server and nobody else.
"use strict";
const { chromium } = require("playwright-core");
const { complain } = require("./report");

// The same Chromium without the window around the page, which nobody would see.
const PROGRAM = process.env.CHROMIUM || "/usr/lib/chromium/chromium-headless-shell";

// Root has no sandbox of Chromium's; containers have a small /dev/shm. Whatever host
// is named but the test server's has no address. Every page is new to its scripts, axe
// before all: to compile them well costs more than it saves.
function launch() {
	const args = ["--disable-quic", "--disable-dev-shm-usage", "--disable-background-networking",
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--js-flags=--max-opt=1",
		"--font-render-hinting=none"];      // letters as a screen of today has them
	if (process.getuid() === 0)
		args.push("--no-sandbox");
	return chromium.launch({ executablePath: PROGRAM, args, chromiumSandbox: process.getuid() !== 0 });
}

// Runs in the page before its own script.
function remember_violations() {
	window.violations = [];
	document.addEventListener("securitypolicyviolation", event =>
		window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
}

// A tab in which what goes wrong is told with the address that it shows.
async function open_tab(browser, site, how = {}) {
	const context = await browser.newContext({ reducedMotion: "reduce", ...how,
		locale: "da-DK", timezoneId: "Europe/Copenhagen" });
	const tab = await context.newPage();
	const about = () => tab.url().replace(site, "");
	await context.addInitScript(remember_violations);
	tab.on("console", message => {
		if (["error", "warning"].includes(message.type()) && !tab.expected)
			complain(about(), `console: ${message.text().replace(site, "")}`);
	});
	tab.on("pageerror", error => complain(about(), `script: ${error.message}`));
	tab.on("request", request => {
		if (!request.url().startsWith(`${site}/`))
			complain(about(), `asks another host: ${request.url()}`);
	});
	return tab;
}

module.exports = { launch, open_tab };

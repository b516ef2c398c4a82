// published.js - the site as files, behind a server that knows nothing: the same checks as
// of the live one, a page of each kind, and the same journeys; searched by its script.
"use strict";
const fs = require("fs");
const http = require("http");
const os = require("os");
const path = require("path");
const { open_tab } = require("./browser");
const { LANGS, crawl, is_page, lang_of, one_of_each } = require("./crawl");
const { check_journeys } = require("./journeys");
const { file_place } = require("./journey_steps");
const { check_links } = require("./links");
const { bring_axe, check_axe, check_look, check_new } = require("./pages");
const { attempt, complain, count } = require("./report");

const MEDIA = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript",
	".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".csv": "text/csv" };

// The headers that the site asks its host for, of all files.
function headers_of(folder) {
	const lines = fs.readFileSync(path.join(folder, "_headers"), "utf8").split("\n");
	const own = lines.slice(1, lines.findIndex((line, i) => i > 0 && !line.startsWith("  ")));
	return Object.fromEntries(own.map(line => line.trim().split(/: (.*)/).slice(0, 2)));
}

// The page of what is not there: the nearest above what was asked for, as hosts of files have it.
function missing(folder, asked) {
	const own = path.join(folder, path.normalize(`/${asked}`).split("/")[1], "404.html");
	return fs.readFileSync(fs.existsSync(own) ? own : path.join(folder, "404.html"));
}

// Gives files as they are: no lists, no rewriting, no queries.
async function serve_files(folder) {
	const headers = headers_of(folder);
	const server = http.createServer((asked, answer) => {
		const file = path.join(folder, decodeURIComponent(asked.url.split("?")[0]));
		if (!file.startsWith(folder + path.sep) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
			answer.writeHead(404, { ...headers, "Content-Type": MEDIA[".html"] }).end(missing(folder, asked.url));
			return;
		}
		answer.writeHead(200, { ...headers, "Content-Type": MEDIA[path.extname(file)] ?? "application/octet-stream" });
		answer.end(fs.readFileSync(file));
	});
	await new Promise(done => server.listen(0, "127.0.0.1", done));
	return { site: `http://127.0.0.1:${server.address().port}`, stop: () => new Promise(done => server.close(done)) };
}

async function walk(browser, site, pages, look) {
	const tab = await open_tab(browser, site, { viewport: { width: 320, height: 900 } });
	await bring_axe(tab);
	for (const { address } of pages) {
		await tab.goto(site + address, { waitUntil: "load" });
		await look(tab, address);
		await check_look(tab, address);
	}
	await tab.context().close();
}

// A word of a heading is found, with and without its Danish letters, and leads there.
async function check_search(browser, site) {
	const tab = await open_tab(browser, site);
	for (const words of ["beskæftigelse", "beskaeftigelse"]) {
		await tab.goto(`${site}/da/indicators.html`);
		await tab.fill("#search", words);
		await tab.press("#search", "Enter");
		await tab.waitForSelector(".search-results a");
		await tab.click(".search-results a");
		if (!(await tab.textContent("main")).toLowerCase().includes("beskæftigelse"))
			complain("published", `a search for ${words} does not lead to it`);
	}
	await tab.goto(`${site}/en/search.html?q=findesikke`);
	await tab.waitForSelector(".search-here [role=status]");
	if (!(await tab.textContent(".search-here")).includes("findesikke"))
		complain("published", "a search for nothing does not say so");
	await tab.context().close();
	count("searches without a server", 3);
}

// What is public on the live site is a file, too.
function check_whole(live, folder) {
	for (const page of live.pages.values()) {
		const { pathname, search } = new URL(page.address, "http://a");
		if (!is_page(page) || search !== "" || /^\/\w\w\/(login|work|.*\/(report|subscribe))/.test(pathname))
			continue;
		const file = decodeURIComponent(pathname).replace(/\/$/, "/index").slice(1) + ".html";
		if (!fs.existsSync(path.join(folder, file)))
			complain(page.address, `is not published as ${file}`);
		count("pages published");
	}
}

// In each of `langs` journeys, and a page of each kind by axe; with `shapes` what it has not read.
async function look_around(browser, server, site, found, { langs, shapes }) {
	const pages = one_of_each([...found.pages.values()].filter(page => is_page(page) && langs.includes(lang_of(page.address))));
	await attempt("as files: pages", () => walk(browser, site, pages, (tab, address) =>
		shapes === null ? check_axe(tab, address) : check_new(tab, address, shapes)));
	await attempt("as files: journeys", () => check_journeys(browser, file_place(site, server.address), langs));
	await attempt("as files: search", () => check_search(browser, site));
}

async function check_published(browser, server, live, langs, shapes = null) {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), "pejl-published-"));
	server.pejl("publish", folder);
	server.pejl("publish", "--check", folder);
	const { site, stop } = await serve_files(folder);
	try {
		const found = await crawl(site, langs.map(lang => `/${lang}/index.html`),
			address => !address.includes("~") && (langs.includes(lang_of(address)) || address.startsWith("/assets/")));
		check_links(found);
		check_whole(live, folder);
		for (const page of found.pages.values())
			if (page.links.some(link => /^\/(?!\/)/.test(link.address)))
				complain(page.address, "a link that only leads on from the root of a host");
		await look_around(browser, server, site, found, { langs, shapes });
	} finally {
		await stop();
		fs.rmSync(folder, { recursive: true });
	}
}

module.exports = { check_published };

// crawl.js - every page and file of the site, found by following links.
//
// HTML is read by a small tokenizer, which is right for what the site writes: the Nu
// checker says that the markup is well-formed, and the browser that it found as many
// links (pages.js).
"use strict";
const { count } = require("./report");

const LANGS = ["da", "en"];
const TAG = /<([a-z][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([a-zA-Z:-]+)(?:="([^"]*)")?/g;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'" };

const plain = text => text.replace(/&(amp|lt|gt|quot|#39);/g, entity => ENTITIES[entity]);

function* tags(html) {
	for (const [, name, rest] of html.matchAll(TAG)) {
		const attributes = {};
		for (const [, key, value] of rest.matchAll(ATTRIBUTE))
			attributes[key] = plain(value || "");
		yield { name, attributes };
	}
}

// What an HTML page or a style sheet points to.
function read(reply) {
	const links = [], ids = new Set();
	if (reply.media === "text/css")
		for (const [, address] of reply.text.matchAll(/url\("?([^")]+)"?\)/g))
			links.push({ tag: "css", address });
	if (reply.media !== "text/html")
		return { links, ids };
	for (const { name, attributes } of tags(reply.text)) {
		if (attributes.id !== undefined)
			ids.add(attributes.id);
		for (const key of ["href", "src", "action", "data"])
			if (attributes[key] !== undefined)
				links.push({ tag: name, rel: attributes.rel, address: attributes[key] });
	}
	return { links, ids };
}

async function fetch_page(site, address) {
	const reply = await fetch(site + address, { redirect: "manual" });
	const media = (reply.headers.get("content-type") || "").split(";")[0];
	const bytes = Buffer.from(await reply.arrayBuffer());
	const page = { address, status: reply.status, media, bytes,
		location: reply.headers.get("location"),
		text: /^text|svg|json/.test(media) ? bytes.toString("utf8") : "" };
	return { ...page, ...read(page) };
}

// The kind of a page by its path: "indicator", "" for the barometer.
const kind_of = address => address.split(/[?#]/)[0].split("/")[2] || "";
const lang_of = address => address.split("/")[1];

// Everything that links lead to. A page is followed when `follow` says so: links with
// a query lead to a page again, otherwise.
async function crawl(site, starts, follow) {
	const pages = new Map(), foreign = new Map();
	const waiting = starts.map(address => ({ address, from: "(start)" }));
	for (let i = 0; i < waiting.length; i++) {
		const { address, from } = waiting[i];
		if (pages.has(address))
			continue;
		const page = await fetch_page(site, address);
		page.from = from;
		pages.set(address, page);
		count("addresses");
		for (const link of page.links) {
			const to = new URL(link.address, site + address);
			link.to = to.pathname + to.search;
			link.hash = decodeURIComponent(to.hash.slice(1));
			link.own = to.origin === site;
			if (!link.own)
				foreign.set(link.address, page.address);
			else if (page.media === "text/css" || follow(page.address))
				waiting.push({ address: link.to, from: page.address });
		}
	}
	return { pages, foreign };
}

// One address of each form: of those that differ only in what they ask for, the first.
function forms(pages) {
	const seen = new Set();
	return pages.filter(page => {
		const form = page.address.replace(/=[^&]*/g, "=");
		return !seen.has(form) && seen.add(form);
	});
}

// A page of each kind: the first by name of each folder, and those beside it.
function one_of_each(pages) {
	const seen = new Set();
	return pages.filter(page => {
		const [, lang, ...rest] = page.address.split(/[~.]/)[0].split("/");
		const kind = [lang, ...rest.slice(0, Math.max(rest.length - 1, 1))].join("/");
		return !seen.has(kind) && seen.add(kind);
	});
}

// A report to take away is HTML, too, and a paper of its own.
const is_page = page => page.media === "text/html" && page.status === 200 && !page.address.startsWith("/api/");

module.exports = { LANGS, crawl, forms, is_page, kind_of, lang_of, one_of_each, tags };

// links.js - does every link lead somewhere?
"use strict";
const { complain, count } = require("./report");
const { LANGS, is_page, lang_of } = require("./crawl");

// Addresses of other hosts that pages may name: whose site it is, the law, the licence
// and the programs. None is asked for by a page: they are links that a reader follows.
const named = [
	/^mailto:[^ ]+@[^ ]+$/, /^tel:\+?[0-9]+$/, /^https:\/\/www\.kk\.dk(\/|$)/,
	/^https:\/\/www\.w3\.org\//,
];

// The way to the content of a page that is lost leads into that page.
function check_link(page, link, pages) {
	const target = pages.get(link.to);
	if (target === undefined)
		return;
	count("links");
	if (target !== page && target.status !== 200 && target.status !== 302)
		complain(page.address, `${link.to}: ${target.status}`);
	else if (link.hash !== "" && target.media === "text/html" && !target.ids.has(link.hash))
		complain(page.address, `${link.to}: no #${link.hash}`);
}

// What says where else a page is must come back: a translation names this page as its
// own, and the canonical address is one that has no other.
function check_alternates(page, pages) {
	const heads = page.links.filter(link => link.tag === "link");
	const canonical = heads.find(link => link.rel === "canonical");
	const others = heads.filter(link => link.rel === "alternate").map(link => lang_of(link.to));
	if (canonical === undefined || LANGS.some(lang => !others.includes(lang)))
		complain(page.address, "no canonical address, or none of a language");
	else if (pages.has(canonical.to) && !pages.get(canonical.to).links
		.some(link => link.rel === "canonical" && link.to === canonical.to))
		complain(page.address, "its canonical address names another");
}

function check_links({ pages, foreign }) {
	for (const page of pages.values()) {
		for (const link of page.links.filter(l => l.own))
			check_link(page, link, pages);
		if (is_page(page))
			check_alternates(page, pages);
	}
	for (const [address, from] of foreign)
		if (!named.some(allowed => allowed.test(address)))
			complain(from, `leads to another host: ${address}`);
}

module.exports = { check_links };

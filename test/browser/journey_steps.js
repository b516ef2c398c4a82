// journey_steps.js - what the journeys of readers share: where the site is, live or as files,
// and a reader at her browser.
"use strict";
const { complain, count } = require("./report");

const API = "/api/v1";

// The live site: `site` answers each address; and the site as files, of the same register,
// whose figures are held against those of the live one.
const live_place = site => ({ site, api: site, answers: true, ending: "",
	address: (lang, path) => `/${lang}/${path}` });
const file_place = (site, api) => ({ site, api, answers: false, ending: ".html",
	address: (lang, path) => `/${lang}/${path === "" ? "index" : path}.html` });

class Journey {
	constructor(tab, place, lang, scripts) {
		Object.assign(this, { tab, place, lang, scripts });
		this.other = lang === "da" ? "en" : "da";
		this.where = `/${lang}/ ${place.answers ? "" : "as files, "}${scripts ? "with" : "without"} JavaScript`;
	}

	address(path, lang = this.lang) {
		return this.place.address(lang, path);
	}

	async open(path, query = "") {
		const reply = await this.tab.goto(this.place.site + this.address(path) + query, { waitUntil: "load" });
		return reply.status();
	}

	async ask(address) {
		return (await fetch(this.place.api + API + address)).json();
	}

	path() {
		return this.tab.url().slice(this.place.site.length);
	}

	// The path a link leads to, whichever way it is written.
	async leads(link) {
		return new URL(await link.getAttribute("href"), this.tab.url()).pathname;
	}

	text(selector) {
		return this.tab.locator(selector).first().innerText();
	}

	// Links to a page among those of `scope`, whatever else they ask for or point at.
	links(scope, path) {
		return this.tab.locator(`${scope} a[href*="${path}${this.place.ending}"]`);
	}

	async follow(locator) {
		await Promise.all([this.tab.waitForNavigation({ waitUntil: "load" }), locator.first().click()]);
	}

	async submit(locator) {
		await locator.first().focus();
		await Promise.all([this.tab.waitForNavigation({ waitUntil: "load" }), this.tab.keyboard.press("Enter")]);
	}

	// Chooses one of several of the form above a list; of files each choice is a link.
	async choose(name, value) {
		if (this.place.answers) {
			await this.tab.selectOption(`main select[name=${name}]`, value);
			return this.submit(this.tab.locator("main form.filter button[type=submit]"));
		}
		const choice = this.tab.locator(`main details.filter-links:has(a[href$="~${name}=${value}.html"])`);
		await choice.locator("summary").focus();
		await this.tab.keyboard.press("Enter");
		return this.submit(choice.locator(`a[href$="~${name}=${value}.html"]`));
	}

	chosen(name) {
		return this.place.answers ? this.tab.inputValue(`main select[name=${name}]`)
			: this.tab.locator(`main .filter-links a[aria-current][href*="~${name}="]`).getAttribute("href")
				.then(href => decodeURIComponent(href.split(`~${name}=`)[1]).replace(/\.html$/, ""));
	}

	// The page itself says what it cannot do as files, and offers nothing that would do it.
	async told(words, offers) {
		const said = (await this.tab.locator("main .lacks").allInnerTexts()).join(" ");
		count("things that only a server does, told");
		if (!said.includes(words[this.lang]))
			complain(this.where, `${this.path()} does not say ${JSON.stringify(words[this.lang])} but ${JSON.stringify(said)}`);
		this.same(`${offers} is not offered`, await this.tab.locator(offers).count(), 0);
	}

	same(what, is, wanted) {
		count("steps of journeys");
		if (is !== wanted)
			complain(this.where, `${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(wanted)}`);
	}

	titled(thing) {
		return (this.lang === "en" && thing.title.en) || thing.title.da;
	}
}

module.exports = { Journey, file_place, live_place };

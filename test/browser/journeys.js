// journeys.js - what readers come to do, with and without JavaScript, in each language, on the
// live site and on the site as files. What only a server can do is told by the page there
// (`lacking`), journey by journey.
"use strict";
const { open_tab } = require("./browser");
const { Journey } = require("./journey_steps");
const { complain, count } = require("./report");
const { written } = require("./truth");

// The first verdict that some targets have, and not all.
async function filter_by_verdict(j) {
	const { counts, targets } = await j.ask("/barometer?limit=1000");
	const { verdict, total } = counts.find(c => c.total > 0 && c.total < targets);
	await j.open("");
	await j.choose("verdict", verdict);
	j.same("rows after filtering", await j.tab.locator("tr[id^=target-]").count(), total);
	j.same("other verdicts", await j.tab.locator(`tr[id^=target-] .judgement .verdict:not(.${verdict})`).count(), 0);
	j.same("the filter is kept", await j.chosen("verdict"), verdict);
}

// A verdict within a theme, a policy or whatever else the city can choose.
async function filter_twice(j) {
	await j.open("");
	const other = j.tab.locator("main form.filter select:not([name=verdict])").first(), name = await other.getAttribute("name");
	const value = await other.locator("option:not([value=''])").first().getAttribute("value");
	await other.selectOption(value);
	const verdict = await j.tab.locator("main select[name=verdict] option:not([value=''])").first().getAttribute("value");
	await j.choose("verdict", verdict);
	const asked = new URL(j.tab.url()).searchParams;
	j.same("both are asked for", [asked.get(name), asked.get("verdict")].join(), `${value},${verdict}`);
	const { counts } = await j.ask(`/barometer?limit=1000&${name}=${encodeURIComponent(value)}&verdict=${verdict}`);
	j.same("rows of both", await j.tab.locator("tr[id^=target-]").count(), counts.reduce((sum, c) => sum + c.shown, 0));
}

async function look_for_words(j, indicator) {
	const word = j.titled(indicator);
	await j.open("indicators");
	await j.tab.fill("main form.filter input[name=q]", word);
	await j.submit(j.tab.locator("main form.filter button[type=submit]"));
	j.same("the indicator is in the list", await j.links("main", `indicator/${indicator.id}`).count() > 0, true);
	j.same("the words stay", await j.tab.inputValue("main form.filter input[name=q]"), word);
}

// An indicator that was measured at least twice, on more than one day.
async function measured(j) {
	const { items } = await j.ask("/indicators?limit=1000");
	for (const item of items.filter(i => i.latest)) {
		const whole = await j.ask(`/indicators/${item.id}`);
		if (whole.series.length > 0 && whole.series[0].part === "own" &&
			whole.series[0].observations.filter(o => o.value).length > 1)
			return whole;
	}
	throw new Error("nothing was measured twice");
}

async function open_indicator(j, indicator) {
	await j.open("indicators");
	await j.follow(j.tab.locator(`main a[href$="indicator/${indicator.id}${j.place.ending}"]`));
	j.same("its address", j.path(), j.address(`indicator/${indicator.id}`));
	j.same("the indicator's page", await j.text("h1"), j.titled(indicator));
}

const shown = tab => tab.evaluate(() => Array.from(document.querySelectorAll("main table td.number data"), d => d.value));

// The chart is a picture with a name; below it stands the same as a table, row by row.
async function chart_and_table(j, indicator) {
	await j.open(`indicator/${indicator.id}`);
	const chart = j.tab.locator("main figure.chart-figure").first();
	const drawn = chart.locator("svg.chart:visible");
	j.same("the chart is drawn", await drawn.count(), 1);
	j.same("it has a name", (await drawn.locator("title").first().textContent()).trim() !== "", true);
	j.same("the table is folded", await chart.locator("table").isVisible(), false);
	await chart.locator("summary").focus();
	await j.tab.keyboard.press("Enter");
	j.same("the table is seen", await chart.locator("table").isVisible(), true);
	const measured = indicator.series[0].observations.filter(o => o.value).map(o => written(o.value, j.lang)[0]);
	const cells = await chart.locator("tbody td.number").allInnerTexts();
	for (const figure of measured)
		j.same(`the table has ${figure}`, cells.some(cell => cell.includes(figure)), true);
}

async function look_back(j, indicator) {
	const first = indicator.series[0].observations[0];
	const day = first.to;
	const then = await j.ask(`/indicators/${indicator.id}?as_of=${day}`);
	await j.open(`indicator/${indicator.id}`);
	await j.tab.fill("main input[name=as_of]", day);
	await j.submit(j.tab.locator("main form:has(input[name=as_of]) button"));
	j.same("the day is in the address", new URL(j.tab.url()).searchParams.get("as_of"), day);
	j.same("it says that it looks back", await j.tab.locator(".looks-back time").getAttribute("datetime"), day);
	j.same("the headline of then", (await j.text("main .lead")).trim(), then.trend[j.lang]);
	await j.follow(j.tab.locator(".looks-back a"));
	j.same("back to now", j.path(), j.address(`indicator/${indicator.id}`));
	j.same("the headline of now", (await j.text("main .lead")).trim(), indicator.trend[j.lang]);
}

// The days that matter, as links; with scripts as a slider, where arrows only choose.
async function slide(j, indicator) {
	const days = (await j.ask(`/indicators/${indicator.id}`)).days;
	const links = j.tab.locator("main .days ol a");
	const slider = j.tab.locator("main .days input[type=range]");
	await j.open(`indicator/${indicator.id}`);
	j.same("a stop for each day, and the latest", await links.count(), days.length + 1);
	j.same("the latest is where we are", await links.last().getAttribute("aria-current"), "true");
	if (!j.scripts) {
		j.same("no slider that does nothing", await slider.count(), 0);
		await j.follow(links.first());
	} else {
		j.same("its name", await slider.evaluate(e => document.getElementById(e.getAttribute("aria-labelledby")).innerText.length > 0), true);
		await slider.focus();
		await j.tab.keyboard.press("Home");
		j.same("it says the day", await slider.getAttribute("aria-valuetext"), await links.first().textContent());
		j.same("an arrow does not lead on", j.path(), `/${j.lang}/indicator/${indicator.id}`);
		await Promise.all([j.tab.waitForNavigation({ waitUntil: "load" }), j.tab.keyboard.press("Enter")]);
	}
	j.same("as it stood on the first day", new URL(j.tab.url()).searchParams.get("as_of"), days[0]);
	j.same("which is where we are", await links.first().getAttribute("aria-current"), "true");
	await (j.scripts ? drag_to_end(j, slider) : j.follow(links.last()));
	j.same("and back", j.path(), j.address(`indicator/${indicator.id}`));
}

async function drag_to_end(j, slider) {
	await slider.scrollIntoViewIfNeeded();
	const box = await slider.boundingBox();
	await j.tab.mouse.move(box.x + 8, box.y + box.height / 2);
	await j.tab.mouse.down();
	await j.tab.mouse.move(box.x + box.width - 4, box.y + box.height / 2, { steps: 3 });
	await Promise.all([j.tab.waitForNavigation({ waitUntil: "load" }), j.tab.mouse.up()]);
}

function rows_of(csv) {
	const [head, ...rows] = csv.replace(/^\uFEFF/, "").trim().split(/\r?\n/)
		.map(line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(m => m[1] ?? m[2]));
	return rows.map(row => Object.fromEntries(head.map((name, i) => [name, row[i]])));
}

async function download(j, indicator) {
	await j.open(`indicator/${indicator.id}`);
	await j.tab.evaluate(() => document.querySelectorAll("details").forEach(d => { d.open = true; }));
	const [file] = await Promise.all([j.tab.waitForEvent("download"),
		j.tab.locator("main a[href*='.csv']").first().click()]);
	const csv = require("fs").readFileSync(await file.path(), "utf8");
	const figures = rows_of(csv).map(row => row.value).filter(Boolean).sort().join(" ");
	const page = (await shown(j.tab)).filter(value => !value.includes("/")).sort().join(" ");
	j.same("the figures of the file are those of the page", figures, page);
}

async function switch_language(j, indicator) {
	const day = j.place.answers ? `?as_of=${indicator.series[0].observations[0].to}` : "";
	await j.open(`indicator/${indicator.id}`, day);
	await j.follow(j.tab.locator(`header a[hreflang=${j.other}]`));
	j.same("the same page in the other language", j.path(), j.address(`indicator/${indicator.id}`, j.other) + day);
	j.same("it says its language", await j.tab.getAttribute("html", "lang"), j.other);
}

// From a figure to the line of the document that it was taken from.
async function reach_source(j, indicator) {
	await j.open(`indicator/${indicator.id}`);
	const row = j.tab.locator("main table tr:has(td.number data):has(a.source)").first();
	const figure = await row.locator("data").first().getAttribute("value");
	const link = row.locator("a.source").first();
	const line = new URL(await link.getAttribute("href"), j.tab.url()).hash;
	await j.follow(link);
	const there = j.tab.locator(line);
	j.same("the line of the source", await there.count(), 1);
	j.same("it can be seen", await there.first().isVisible(), true);
	const around = there.first().locator("xpath=ancestor-or-self::*[self::tr or self::p or self::li][1]");
	const words = await around.innerText();
	const says = written(figure, "da").concat(figure, written(figure, "en")).some(text => words.includes(text));
	// Of a paper whose text is not kept, the line says what was taken from it.
	const leads = await around.locator(`a[href*="indicator/${indicator.id}"]`).count() > 0;
	j.same(`line ${line} says ${figure} or leads back`, says || leads, true);
}

async function search(j, indicator) {
	await j.open("");
	const word = j.titled(indicator).split(/[ ,]/).find(part => part.length > 5) || j.titled(indicator);
	await j.tab.fill("header input[name=q]", word);
	await j.submit(j.tab.locator("header input[name=q]"));
	if (!j.place.answers && !j.scripts) {
		const says = { da: "skal din browser køre sidens script", en: "your browser must run its script" };
		count("things that only a server does, told");
		j.same("it says what it takes", (await j.text("main noscript")).includes(says[j.lang]), true);
		return;
	}
	await j.tab.waitForSelector("main .search-results");
	j.same("the words are kept", await j.tab.inputValue("main input[name=q]"), word);
	j.same("the indicator is found", await j.links("main", `indicator/${indicator.id}`).count() > 0, true);
}

// Readers who find something that is wrong, or want to know when it changes.
async function report_an_error(j, indicator) {
	await j.open(`indicator/${indicator.id}`);
	await j.follow(j.tab.locator("main .report-way a"));
	j.same("the way to report", j.path(), `/${j.lang}/indicator/${indicator.id}/report`);
	j.same("a field for words", await j.tab.locator("main form textarea[name=words]").count(), 1);
}

async function sort_table(j) {
	await j.open("indicators");
	const table = j.tab.locator("table.sortable").filter({ has: j.tab.locator("tbody tr:nth-child(2)") }).first();
	const buttons = table.locator("thead button.sort");
	if (!j.scripts) {
		j.same("no button that does nothing", await buttons.count(), 0);
		return;
	}
	const names = () => table.locator("tbody th").allInnerTexts();
	const sorted = [...await names()].sort((a, b) => a.localeCompare(b, j.lang));
	await buttons.first().focus();
	await j.tab.keyboard.press("Enter");
	j.same("sorted", (await names()).join("|"), sorted.join("|"));
	j.same("it says so", await table.locator("thead th").first().getAttribute("aria-sort"), "ascending");
	await j.tab.keyboard.press("Enter");
	j.same("sorted the other way", (await names()).join("|"), sorted.reverse().join("|"));
}

async function map_to_area(j) {
	await j.open("areas");
	const link = j.tab.locator("main svg.chart a[href]:visible").first();
	const to = await j.leads(link);
	const name = (await link.getAttribute("aria-label")).split(":")[0];
	await link.focus();
	await Promise.all([j.tab.waitForNavigation({ waitUntil: "load" }), j.tab.keyboard.press("Enter")]);
	j.same("the map leads to an area", j.path(), to);
	j.same("the area's page", await j.text("h1"), name);
}

async function colour_the_map(j) {
	await j.open("areas");
	const other = j.place.answers ? await j.tab.locator("main select[name=indicator] option:not([selected])").first().getAttribute("value")
		: (await j.tab.locator("main .filter-links a[href*='~indicator=']:not([aria-current])").first().getAttribute("href"))
			.split("~indicator=")[1].replace(/\.html$/, "");
	await j.choose("indicator", other);
	j.same("what was chosen", await j.chosen("indicator"), other);
	j.same("the map is of that", await j.links("main .subtitle", `indicator/${other}`).count(), 1);
	j.same("and the ranking is there", await j.tab.locator("main table tbody tr").count() > 1, true);
}

// The city beside others; a register without such figures says so.
async function compare(j) {
	const { items } = await j.ask("/comparisons?limit=1000");
	await j.open("comparison");
	if (items.length === 0) {
		j.same("a sentence instead", (await j.text("main .lead")).trim() !== "", true);
		return;
	}
	const link = j.tab.locator("main tbody th a").first(), name = await link.innerText();
	await j.follow(link);
	j.same("the indicator is compared", (await j.text("main h1, main h2")).trim() !== "" &&
		(await j.text("main")).includes(name), true);
	j.same("with others", await j.tab.locator("main table tbody tr").count() > 1, true);
}

async function lost(j) {
	j.tab.expected = true;
	j.same("no such page", await j.open("findes-ikke-æøå"), 404);
	j.tab.expected = false;
	j.same("a way on", await j.tab.locator("main a[href]").count() > 2, true);
	await j.follow(j.tab.locator(`main a[href="${j.address("")}"]`));
	j.same("home", j.path(), j.address(""));
}

async function skip_and_menu(j) {
	await j.open("");
	await j.tab.keyboard.press("Tab");
	j.same("the first stop", await j.tab.evaluate(() => document.activeElement.className), "skipnav");
	j.same("it is seen", await j.tab.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0), true);
	await j.tab.keyboard.press("Enter");
	await j.tab.keyboard.press("Tab");
	j.same("it leads to the content", await j.tab.evaluate(() => document.activeElement.closest("main") !== null), true);
	await j.tab.setViewportSize({ width: 320, height: 800 });
	await j.tab.locator(".small-menu summary").focus();
	await j.tab.keyboard.press("Enter");
	await j.tab.keyboard.press("Tab");
	await j.tab.keyboard.press("Tab");
	j.same("the menu opens by keyboard", await j.tab.evaluate(() => {
		const e = document.activeElement;
		return e.closest(".small-menu ul") !== null && e.checkVisibility();
	}), true);
	await Promise.all([j.tab.waitForNavigation({ waitUntil: "load" }), j.tab.keyboard.press("Enter")]);
	j.same("and leads on", j.path(), j.address("indicators"));
	await j.tab.setViewportSize({ width: 1280, height: 900 });
}

// A narrow page lays tables out as cards; they are tables all the same to who listens.
async function narrow_tables(j) {
	await j.tab.setViewportSize({ width: 320, height: 800 });
	await j.open("");
	const heard = await j.tab.locator("table.barometer").first().ariaSnapshot();
	for (const role of ["table", "row", "cell", "rowheader", "columnheader"])
		j.same(`a ${role} is heard at 320 px`, new RegExp(`^\\s*- ${role}`, "m").test(heard), true);
	await j.tab.setViewportSize({ width: 1280, height: 900 });
}

const journeys = { filter_by_verdict, filter_twice, look_for_words, open_indicator, chart_and_table, look_back, slide,
	download, switch_language, reach_source, search, report_an_error, sort_table, map_to_area, colour_the_map, compare,
	lost, skip_and_menu, narrow_tables };

// What only a server can do: on the site as files these journeys end on the page where they would
// begin, which says so. `query`: an address that was taken along from the live site.
const NO_DAYS = { da: "kan ikke gå tilbage til en anden dag", en: "cannot look back to another day" };
const lacking = {
	filter_twice: { path: () => "", offers: "main form.filter",
		words: { da: "vælge én ting ad gangen", en: "One choice at a time" } },
	look_for_words: { path: () => "indicators", offers: "main form.filter",
		words: { da: "søger man efter ord i søgefeltet øverst", en: "the search at the top of the page" } },
	look_back: { path: id => `indicator/${id}`, query: "?as_of=2009-06-01", offers: "main form.as-of, a[href*=as_of]",
		words: NO_DAYS },
	slide: { path: () => "", query: "?as_of=2009-06-01", offers: "main .days, main [name=as_of]", words: NO_DAYS },
	report_an_error: { path: id => `indicator/${id}`, offers: "main .report-way",
		words: { da: "kan ikke meldes fra denne kopi", en: "cannot be reported from this copy" } },
	subscribe: { path: (id, objective) => `objective/${objective}`, offers: "main form, a[href*=subscribe]",
		words: { da: "kan ikke skrive til dig", en: "cannot write to you" } },
	print_a_report: { path: () => "report/status", offers: "a[href*='.pdf'], a[href*='.docx']",
		words: { da: "kun PDF- og Word-filer", en: "PDF and Word files of those reports alone" } },
};

async function tell(j, { path, query, offers, words }, indicator) {
	const { items } = await j.ask("/objectives?limit=1");
	j.same("the page is there", await j.open(path(indicator.id, items[0].id), query), 200);
	await j.told(words, offers);
}

// Each journey by its name: gone where it can be, else told.
function all_of(place) {
	const all = new Map(Object.entries(journeys));
	if (!place.answers)
		for (const [name, how] of Object.entries(lacking))
			all.set(name, (j, indicator) => tell(j, how, indicator));
	return all;
}

async function travel(browser, place, lang, scripts) {
	const tab = await open_tab(browser, place.site, { viewport: { width: 1280, height: 900 },
		javaScriptEnabled: scripts, acceptDownloads: true });
	const j = new Journey(tab, place, lang, scripts);
	const indicator = await measured(j);
	tab.setDefaultTimeout(10000);
	for (const [name, go] of all_of(place)) {
		try {
			await go(j, indicator);
			count(place.answers ? "journeys" : "journeys as files");
		} catch (error) {
			complain(j.where, `${name}: ${error.message.split("\n")[0]} at ${j.path()}`);
		}
	}
	await tab.context().close();
}

async function check_journeys(browser, place, langs) {
	for (const lang of langs)
		await Promise.all([true, false].map(scripts => travel(browser, place, lang, scripts)));
}

module.exports = { check_journeys };

// ical.js FILE - is this a calendar that others read? Parsed by ical.js (Mozilla's), which
// is not what wrote it.
//
// Every event has what RFC 5545 wants, a day without a time, and an end one day later; no
// line is longer than 75 bytes; what is written again and read again is the same.
"use strict";
const fs = require("fs");
const assert = require("assert");

(async () => {
	const { default: ICAL } = await import("ical.js");
	const text = fs.readFileSync(process.argv[2], "utf8");
	const all = new ICAL.Component(ICAL.parse(text));
	const events = all.getAllSubcomponents("vevent").map(e => new ICAL.Event(e));

	assert.strictEqual(all.name, "vcalendar");
	assert.strictEqual(all.getFirstPropertyValue("version"), "2.0");
	assert(all.getFirstPropertyValue("prodid").includes("Pejl"));
	assert(all.getFirstPropertyValue("x-wr-calname").length > 0);
	assert(events.length > 0, "there are events");
	assert.strictEqual(new Set(events.map(e => e.uid)).size, events.length, "uids are unique");
	for (const e of events) {
		assert(e.summary.length > 0 && e.uid.length > 0);
		assert(e.startDate.isDate && e.endDate.isDate, "a day, not a time");
		assert.strictEqual(e.endDate.subtractDate(e.startDate).toSeconds(), 86400);
		assert(e.component.getFirstPropertyValue("dtstamp").zone.tzid === "UTC");
	}
	assert(events.some(e => /[æøåÆØÅ]/.test(e.summary)), "Danish letters");
	for (const line of text.split("\r\n"))
		assert(Buffer.byteLength(line) <= 75, line);
	assert(!/[^\r]\n/.test(text), "lines end with CRLF");
	assert.deepStrictEqual(ICAL.parse(ICAL.stringify(all.jCal)), ICAL.parse(text));
	assert.throws(() => ICAL.parse(text.replace("END:VCALENDAR", "")), "a torn one is no calendar");
})().catch(e => {
	console.error(e);
	process.exit(1);
});

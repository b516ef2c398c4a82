// staff_alone.js PEJL [DIR] - the staff's side alone, see staff.js; with DIR pictures of its
// pages at 1280 and 320 pixels instead, to be looked at.
"use strict";
const { launch } = require("./browser");
const { LANGS } = require("./crawl");
const { close } = require("./report");
const { check_spoilt } = require("./spoilt");
const { check_staff } = require("./staff");

(async () => {
	const browser = await launch();
	try {
		await check_spoilt(browser);
		await check_staff(browser, process.argv[2], LANGS);
	} finally {
		await browser.close();
	}
	process.exitCode = close();
})();

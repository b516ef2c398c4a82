// pejl.js - what makes the pages handier; none of it is needed to use them.
'use strict';

// ---- tables: a click on a column's heading sorts all rows by it ----

// A cell's value: a day as it is (<time>, data-value), an exact figure (<data>), else a
// number as it is written in the page's language ("1.234,5 pct." or "1,234.5"), else
// its words.
function cellValue(row, column) {
	const cell = row.cells[column];
	if (!cell) return '';
	const exact = cell.dataset.value ?? cell.querySelector('data')?.value;
	const text = exact ?? cell.querySelector('time')?.dateTime ?? cell.textContent.trim();
	if (/^\d{4}-\d\d-\d\d/.test(text)) return text;
	const plain = document.documentElement.lang === 'da' && exact === undefined
		? text.replace(/\./g, '').replace(',', '.')
		: text.replace(/,/g, '');
	const number = plain.replace(/\u2212/, '-').match(/^[<>~]?\s*(-?\d+(\.\d+)?)/);
	return number ? Number(number[1]) : text;
}

// Numbers by size, words by the alphabet of the page's language. What has no figure
// among figures comes last, whichever way they are sorted.
function compareCells(a, b, up) {
	if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
	const order = typeof a === 'number' ? a - b : a.localeCompare(b, document.documentElement.lang);
	return up ? order : -order;
}

function sortBy(table, heading) {
	const up = heading.getAttribute('aria-sort') !== 'ascending';
	const body = table.tBodies[0];
	const rows = Array.from(body.rows);
	for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
	heading.setAttribute('aria-sort', up ? 'ascending' : 'descending');
	rows.sort((a, b) => compareCells(cellValue(a, heading.cellIndex), cellValue(b, heading.cellIndex), up));
	body.append(...rows);
}

// Only tables that ask for it, with one body and no cells that span rows.
for (const table of document.querySelectorAll('table.sortable')) {
	if (table.tBodies.length !== 1 || table.querySelector('[rowspan], tbody [colspan]')) continue;
	for (const heading of table.tHead.rows[0].cells) {
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'sort';
		button.append(...heading.childNodes);
		heading.append(button);
		button.addEventListener('click', () => sortBy(table, heading));
	}
}

// ---- forms: what is wrong with one is where the reader is led ----

document.getElementById('faults')?.focus();

// ---- charts: what a mark says in <title> is shown where the pointer or focus is ----

const tip = document.createElement('div');
tip.className = 'tip';
tip.setAttribute('role', 'status');
tip.hidden = true;
document.body.append(tip);

// The nearest part of a chart with a title of its own; the chart's is no tip.
function markOf(target) {
	for (let at = target; at instanceof SVGElement && !(at instanceof SVGSVGElement); at = at.parentNode) {
		const title = at.querySelector(':scope > title');
		if (title && at.closest('svg.chart')) return { mark: at, text: title.textContent };
	}
	return null;
}

function showTip(event) {
	const found = markOf(event.target);
	tip.hidden = !found;
	if (!found) return;
	const box = found.mark.getBoundingClientRect();
	tip.textContent = found.text;
	const left = Math.min(box.left + box.width / 2, document.documentElement.clientWidth - tip.offsetWidth / 2 - 8);
	tip.style.left = `${Math.max(left, tip.offsetWidth / 2 + 8) + window.scrollX}px`;
	tip.style.top = `${Math.max(box.top - tip.offsetHeight - 8, 8) + window.scrollY}px`;
}

if (document.querySelector('svg.chart')) {
	document.addEventListener('pointerover', showTip);
	document.addEventListener('focusin', showTip);
	document.addEventListener('keydown', (event) => { if (event.key === 'Escape') tip.hidden = true; });
}

// ---- looking back: the days in a row become a slider ----

// <div class="days" data-hint="..."><p id="...">As it stood on</p><ol><li><a href="?as_of=...">
function slide(days) {
	const list = days.querySelector('ol');
	const links = Array.from(list.querySelectorAll('a'));
	const here = links.findIndex((link) => link.hasAttribute('aria-current'));
	const slider = document.createElement('input');
	const shown = document.createElement('span');
	const hint = document.createElement('p');
	let keys = false;       // each press of an arrow is a change, too: only Enter leads on
	const say = () => {
		shown.textContent = links[slider.value].textContent;
		slider.setAttribute('aria-valuetext', shown.textContent);
	};
	const stay = () => { slider.value = here; say(); };
	const go = () => { if (Number(slider.value) !== here) location.assign(links[slider.value].href); };
	slider.type = 'range';
	slider.max = links.length - 1;
	slider.autocomplete = 'off';
	slider.setAttribute('aria-labelledby', list.getAttribute('aria-labelledby'));
	slider.setAttribute('aria-describedby', 'days-hint');
	hint.id = 'days-hint';
	hint.className = 'note';
	hint.textContent = days.dataset.hint;
	shown.setAttribute('aria-hidden', 'true');
	slider.addEventListener('input', say);
	slider.addEventListener('pointerdown', () => { keys = false; });
	slider.addEventListener('keydown', (event) => { keys = event.key !== 'Enter'; if (!keys) go(); });
	slider.addEventListener('change', () => { if (!keys) go(); });
	addEventListener('pageshow', stay);     // also when the reader comes back
	const row = document.createElement('div');
	row.className = 'days-slider';
	row.append(slider, shown);
	list.hidden = true;
	list.before(row, hint);
	stay();
}

for (const days of document.querySelectorAll('.days')) slide(days);

// ---- a site of files: what a server would search, this does ----

// As the words of the pages are folded: no capitals, no accents, \u00e5 is aa.
function fold(text) {
	return text.toLowerCase().replace(/[\u00e6\u00e4]/g, 'ae').replace(/[\u00f8\u00f6]/g, 'oe').replace(/\u00e5/g, 'aa')
		.replace(/\u00df/g, 'ss').normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

// <div class="search-here" data-words="search-words.json" data-none="..." data-some="...">
async function searchHere(place) {
	const asked = new URLSearchParams(location.search).get('q')?.trim() ?? '';
	const wanted = fold(asked).split(/\s+/).filter((word) => word !== '');
	if (wanted.length === 0) return;
	document.getElementById('words').value = asked;
	const { pages } = await (await fetch(place.dataset.words)).json();
	const hits = (text) => wanted.filter((word) => ` ${text}`.includes(` ${word}`)).length;
	const found = pages.filter((page) => hits(page.words) === wanted.length)
		.sort((a, b) => hits(fold(b.title)) - hits(fold(a.title)));
	const said = document.createElement('h2');
	const list = document.createElement('ol');
	said.setAttribute('role', 'status');
	said.textContent = (found.length > 0 ? place.dataset.some : place.dataset.none)
		.replace('{1}', asked).replace('{2}', found.length);
	list.className = 'search-results plain-list';
	for (const page of found.slice(0, 100)) {
		const item = document.createElement('li');
		const heading = document.createElement('h3');
		const link = document.createElement('a');
		const about = document.createElement('p');
		link.href = page.to;
		link.textContent = page.title;
		about.textContent = page.about;
		heading.append(link);
		item.append(heading, about);
		list.append(item);
	}
	place.append(said, list);
}

for (const place of document.querySelectorAll('.search-here')) searchHere(place);

// ---- status forms: a draft is saved by itself, ten seconds after it was changed ----

// <div class="status-form" data-autosave="/da/work/form/1/autosave" data-saved="..." ...>
for (const box of document.querySelectorAll('.status-form[data-autosave]')) {
	const form = box.querySelector('form');
	const said = box.querySelector('.autosave');
	let changed = false;
	let saving = null;

	const content = () => {
		const fields = new URLSearchParams(new FormData(form));
		const random = crypto.getRandomValues(new Uint8Array(16));
		fields.set('nonce', Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join(''));
		return fields;
	};
	const now = () => new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });

	async function save() {
		changed = false;
		try {
			const answer = await fetch(box.dataset.autosave, { method: 'POST', body: content(), redirect: 'error' });
			if (answer.ok) {
				form.elements.version.value = (await answer.json()).version;
				said.textContent = box.dataset.saved.replace('{1}', now());
			} else {
				said.textContent = { 409: box.dataset.stale, 422: box.dataset.faulty }[answer.status] ?? box.dataset.failed;
				changed = answer.status !== 409 && answer.status !== 422;
			}
		} catch {
			said.textContent = box.dataset.failed;
			changed = true;
		}
	}

	form.addEventListener('input', () => { changed = true; });
	// What is on its way comes first, so that one's own draft is not somebody else's.
	form.addEventListener('submit', async (event) => {
		if (!saving) return;
		event.preventDefault();
		await saving;
		form.requestSubmit(event.submitter);
	});
	setInterval(() => {
		if (changed && !saving) saving = save().finally(() => { saving = null; });
	}, 10000);
}

// ---- a file that is sent: it is said that it is being read, and it is sent once ----

for (const form of document.querySelectorAll('form[enctype="multipart/form-data"]')) {
	form.addEventListener('submit', () => {
		const says = form.querySelector('[data-busy]');
		if (says?.dataset.busy) {
			says.setAttribute('role', 'status');
			says.textContent = says.dataset.busy;
		}
		for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
	});
}

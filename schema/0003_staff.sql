-- Who works in Pejl, and what they did.
--
-- Unlike the register's, these rows change in place: accounts, sessions and one-time
-- links are not history. Moments are seconds since 1970, but in the trail, which is
-- read by people. What is kept of a secret is its digest; that of a second factor, which
-- is needed again, is sealed with a key that is not here.

CREATE TABLE account (
	id          @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	name        @TEXT@ NOT NULL UNIQUE,
	title       @TEXT@ NOT NULL,
	mail        @TEXT@ NOT NULL,
	lang        @TEXT@ NOT NULL,
	password    @TEXT@ NOT NULL,
	secret      @TEXT@ NOT NULL,
	secret_step @INT64@ NOT NULL,
	subject     @TEXT@ UNIQUE,
	disabled    @INT64@ NOT NULL,
	failures    @INT64@ NOT NULL,
	waits_until @INT64@ NOT NULL,
	made        @INT64@ NOT NULL,
	demo        @INT64@ NOT NULL,
	version     @INT64@ NOT NULL
)@STRICT@;

-- unit, policy 0: all of them.
CREATE TABLE account_grant (
	account @INT64@ NOT NULL,
	role    @TEXT@ NOT NULL,
	unit    @INT64@ NOT NULL,
	policy  @INT64@ NOT NULL,
	PRIMARY KEY (account, role, unit, policy)
)@STRICT_KEYED@;

-- Who approves for somebody who is away, on the days from `starts` up to `ends`.
CREATE TABLE stand_in (
	account    @INT64@ NOT NULL,
	instead_of @INT64@ NOT NULL,
	starts     @TEXT@ NOT NULL,
	ends       @TEXT@ NOT NULL,
	PRIMARY KEY (account, instead_of, starts)
)@STRICT_KEYED@;

-- half: the second factor has yet to be shown. secret: one that is offered to her and
-- counts when she has shown that her phone has it.
CREATE TABLE session (
	digest  @TEXT@ NOT NULL PRIMARY KEY,
	account @INT64@ NOT NULL,
	started @INT64@ NOT NULL,
	seen    @INT64@ NOT NULL,
	half    @INT64@ NOT NULL,
	secret  @TEXT@ NOT NULL
)@STRICT_KEYED@;
CREATE INDEX session_account ON session (account);

-- Links that work once: to choose a password. account 0: that of the first
-- administrator, who has yet to be made.
CREATE TABLE account_link (
	digest  @TEXT@ NOT NULL PRIMARY KEY,
	account @INT64@ NOT NULL,
	ends    @INT64@ NOT NULL
)@STRICT_KEYED@;

-- A repeated or retried form writes once and is answered the same.
CREATE TABLE deed (
	nonce    @TEXT@ NOT NULL PRIMARY KEY,
	account  @INT64@ NOT NULL,
	at       @INT64@ NOT NULL,
	location @TEXT@ NOT NULL
)@STRICT_KEYED@;

-- Each row's hash covers the row before it, and of what names or quotes a person only
-- salted digests: those texts can be erased, and the chain still holds. A salt goes with
-- the texts that it was for. One row, since every save writes one.
CREATE TABLE trail (
	id          @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	at          @TEXT@ NOT NULL,
	act         @TEXT@ NOT NULL,
	thing       @TEXT@ NOT NULL,
	change      @INT64@ NOT NULL,
	digests     @TEXT@ NOT NULL,
	hash        @TEXT@ NOT NULL,
	account     @INT64@ NOT NULL,
	who         @TEXT@ NOT NULL,
	who_salt    @TEXT@ NOT NULL,
	why         @TEXT@ NOT NULL,
	before_text @TEXT@ NOT NULL,
	after_text  @TEXT@ NOT NULL,
	words_salt  @TEXT@ NOT NULL
)@STRICT@;
CREATE INDEX trail_about ON trail (thing) WHERE thing LIKE 'account:%';

-- Where an account's rows are: among the 256 that begin with span * 256. So few saves write
-- here, where an index would be another page of each.
CREATE TABLE trail_span (
	account @INT64@ NOT NULL,
	span    @INT64@ NOT NULL,
	PRIMARY KEY (account, span)
)@STRICT_KEYED@;

-- Messages on their way. `mark` says what a message is, so that nothing is queued twice.
-- waiting -> sending (claimed at `since`) -> sent, refused or given_up; what became of one
-- that stays at sending nobody knows. {site} in the text stands for the site's address.
-- Once it is settled nothing of the message is kept but its mark and how it ended.
CREATE TABLE outbox (
	id        @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	mark      @TEXT@ NOT NULL UNIQUE,
	account   @INT64@ NOT NULL,
	recipient @TEXT@ NOT NULL,
	lang      @TEXT@ NOT NULL,
	subject   @TEXT@ NOT NULL,
	body      @TEXT@ NOT NULL,
	link      @TEXT@ NOT NULL,
	queued    @INT64@ NOT NULL,
	due       @INT64@ NOT NULL,
	tries     @INT64@ NOT NULL,
	state     @TEXT@ NOT NULL,
	since     @INT64@ NOT NULL,
	problem   @TEXT@ NOT NULL
)@STRICT@;
CREATE INDEX outbox_due ON outbox (due) WHERE state = 'waiting';

-- Addresses in messages that let somebody in without a login: to turn messages off, to
-- confirm a subscription, to see the answer to a report.
CREATE TABLE letter_link (
	digest @TEXT@ NOT NULL PRIMARY KEY,
	kind   @TEXT@ NOT NULL,
	target @INT64@ NOT NULL,
	made   @INT64@ NOT NULL
)@STRICT_KEYED@;
CREATE INDEX letter_link_target ON letter_link (kind, target);

-- What somebody reported as an error in a figure: of nobody who is known. thing: what it
-- is about; unit: who owns that, 0: nobody.
CREATE TABLE error_report (
	id          @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	thing       @INT64@ NOT NULL,
	unit        @INT64@ NOT NULL,
	words       @TEXT@ NOT NULL,
	made        @INT64@ NOT NULL,
	state       @TEXT@ NOT NULL,
	version     @INT64@ NOT NULL,
	answer      @TEXT@ NOT NULL,
	answered    @INT64@ NOT NULL,
	answered_by @INT64@ NOT NULL
)@STRICT@;
CREATE INDEX error_report_open ON error_report (unit) WHERE state = 'open';

-- What a member of staff is to be told with the next message of hers.
CREATE TABLE notice (
	id      @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	mark    @TEXT@ NOT NULL UNIQUE,
	account @INT64@ NOT NULL,
	kind    @TEXT@ NOT NULL,
	words   @TEXT@ NOT NULL,
	path    @TEXT@ NOT NULL,
	due     @INT64@ NOT NULL,
	made    @INT64@ NOT NULL,
	told    @INT64@ NOT NULL
)@STRICT@;
CREATE INDEX notice_untold ON notice (account) WHERE told = 0;

-- Kinds of messages that somebody does not want.
CREATE TABLE notice_off (
	account @INT64@ NOT NULL,
	kind    @TEXT@ NOT NULL,
	PRIMARY KEY (account, kind)
)@STRICT_KEYED@;

-- Who wants to know when an objective's figures change; asked -> on when the address was
-- confirmed. told: a digest of each of its targets as it was told last.
CREATE TABLE subscription (
	id        @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	objective @INT64@ NOT NULL,
	mail      @TEXT@ NOT NULL,
	lang      @TEXT@ NOT NULL,
	made      @INT64@ NOT NULL,
	state     @TEXT@ NOT NULL,
	told      @TEXT@ NOT NULL,
	UNIQUE (objective, mail)
)@STRICT@;

-- ---- status forms ----
-- A form is of one initiative and one period [starts, ends), in days since 1970. Who
-- did what is an account; moments are texts, because people read them. A version brings
-- only the fields that it changed: a text stands from version `since` up to `until`,
-- which is huge while it stands, so that what stands now is found beside each other. It
-- tells who wrote it; the form, who wrote its newest version and who began it. laid: the
-- change by which it was laid before the council last, 0: it went on since.
-- Nothing here is part of the register before it is laid before the council.
CREATE TABLE form (
	id         @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	initiative @INT64@ NOT NULL,
	starts     @INT64@ NOT NULL,
	ends       @INT64@ NOT NULL CHECK (ends > starts),
	state      @TEXT@ NOT NULL,
	version    @INT64@ NOT NULL CHECK (version > 0),
	submitter  @INT64@ NOT NULL,
	approved   @INT64@ NOT NULL,
	at         @TEXT@ NOT NULL,
	account    @INT64@ NOT NULL,
	begun_at   @TEXT@ NOT NULL,
	begun_by   @INT64@ NOT NULL,
	laid       @INT64@ NOT NULL,
	UNIQUE (initiative, starts, ends)
)@STRICT@;

CREATE TABLE form_field (
	form    @INT64@ NOT NULL,
	until   @INT64@ NOT NULL,
	field   @TEXT@ NOT NULL,
	since   @INT64@ NOT NULL,
	text    @TEXT@ NOT NULL,
	at      @TEXT@ NOT NULL,
	account @INT64@ NOT NULL,
	PRIMARY KEY (form, until, field)
)@STRICT_KEYED@;

CREATE TABLE form_step (
	form    @INT64@ NOT NULL,
	step    @INT64@ NOT NULL,
	version @INT64@ NOT NULL,
	at      @TEXT@ NOT NULL,
	account @INT64@ NOT NULL,
	act     @TEXT@ NOT NULL,
	note    @TEXT@ NOT NULL,
	PRIMARY KEY (form, step)
)@STRICT_KEYED@;

-- The status report that an answer became, so that it is corrected when the form is
-- laid again. target 0: of the initiative as a whole.
CREATE TABLE form_laid (
	form   @INT64@ NOT NULL,
	target @INT64@ NOT NULL,
	report @INT64@ NOT NULL,
	PRIMARY KEY (form, target)
)@STRICT_KEYED@;

-- ---- reminders and calendars ----
-- What the central unit reminded a unit of: a duty (an initiative's status, or with
-- initiative 0 the unit's own answer) for the period that begins on `starts`, or with duty
-- 0 a promise of the initiative. Days and moments as numbers. sent 0: no letter went yet.
CREATE TABLE reminder (
	id         @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	at         @INT64@ NOT NULL,
	account    @INT64@ NOT NULL,
	unit       @INT64@ NOT NULL,
	duty       @INT64@ NOT NULL,
	initiative @INT64@ NOT NULL,
	starts     @INT64@ NOT NULL,
	due        @INT64@ NOT NULL,
	sent       @INT64@ NOT NULL
)@STRICT@;
CREATE INDEX reminder_about ON reminder (duty, starts);

-- Who may read a calendar without logging in: the address holds a token, and its digest
-- is here. unit 0: what the account itself owes. Taken back by deleting the row.
CREATE TABLE calendar (
	id      @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	digest  @TEXT@ NOT NULL UNIQUE,
	account @INT64@ NOT NULL,
	unit    @INT64@ NOT NULL,
	made    @INT64@ NOT NULL
)@STRICT@;
CREATE INDEX calendar_account ON calendar (account);
CREATE INDEX form_starts ON form (starts, ends);

-- ---- papers on their way into the inbox ----
-- waiting -> reading (begun at `since`, for the `tries`-th time) -> done or known (`document`:
-- its key), unread, denied. The file stands here as base64 until then.
CREATE TABLE reading (
	id       @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	account  @INT64@ NOT NULL,
	name     @TEXT@ NOT NULL,
	bytes    @TEXT@ NOT NULL,
	queued   @INT64@ NOT NULL,
	state    @TEXT@ NOT NULL,
	since    @INT64@ NOT NULL,
	tries    @INT64@ NOT NULL,
	document @TEXT@ NOT NULL        -- its key; of one that could not be read, why
)@STRICT@;
CREATE INDEX reading_open ON reading (id) WHERE state IN ('waiting', 'reading');

-- ---- what a bureau answered last, by source: `since` is the source's version that asked,
-- `method` the indicator's newest then, `print` what its codes were called.
CREATE TABLE source_state (
	source   @INT64@ NOT NULL PRIMARY KEY,
	since    @INT64@ NOT NULL,
	method   @INT64@ NOT NULL,
	fetched  @INT64@ NOT NULL,
	etag     @TEXT@ NOT NULL,
	modified @TEXT@ NOT NULL,
	updated  @TEXT@ NOT NULL,
	print    @TEXT@ NOT NULL
)@STRICT@;

-- ---- each time that a bureau was asked: those that wait (waiting -> working, begun at `since`
-- for the `tries`-th time), and the log of those that ended (done, failed, denied). account 0:
-- asked for by nobody who is logged in.
CREATE TABLE source_run (
	id        @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	source    @INT64@ NOT NULL,
	account   @INT64@ NOT NULL,
	kind      @TEXT@ NOT NULL,
	asked     @INT64@ NOT NULL,
	state     @TEXT@ NOT NULL,
	since     @INT64@ NOT NULL,
	tries     @INT64@ NOT NULL,
	ended     @INT64@ NOT NULL,
	added     @INT64@ NOT NULL,
	revised   @INT64@ NOT NULL,
	same      @INT64@ NOT NULL,
	unchanged @INT64@ NOT NULL,
	change    @INT64@ NOT NULL,
	updated   @TEXT@ NOT NULL,
	problem   @TEXT@ NOT NULL,
	hint      @TEXT@ NOT NULL,
	unmapped  @TEXT@ NOT NULL
)@STRICT@;
CREATE INDEX source_run_of ON source_run (source, id);
CREATE INDEX source_run_open ON source_run (id) WHERE state IN ('waiting', 'working');

-- What it brought, or would have: figures that are new or revised.
CREATE TABLE source_item (
	run       @INT64@ NOT NULL,
	place     @INT64@ NOT NULL,
	indicator @INT64@ NOT NULL,
	area      @INT64@ NOT NULL,
	grp       @INT64@ NOT NULL,
	pfrom     @INT64@ NOT NULL,
	pto       @INT64@ NOT NULL,
	revised   @INT64@ NOT NULL,
	was       @TEXT@ NOT NULL,
	figure    @TEXT@ NOT NULL,
	PRIMARY KEY (run, place)
)@STRICT@;

-- A source as somebody writes it who has not saved it: `thing` is the key of the one that is
-- changed, or empty; the fields of its form; what its table has, and is suggested for it (see
-- app/source_draft.c). Of the run that looks at it, which is of source 0.
CREATE TABLE source_draft (
	run    @INT64@ NOT NULL PRIMARY KEY,
	thing  @TEXT@ NOT NULL,
	form   @TEXT@ NOT NULL,
	shown  @TEXT@ NOT NULL
)@STRICT@;

-- A break in a source's series that nobody has decided on: the first line of `print` that
-- went, and the first that came (one may be empty); what was printed then, and the day on
-- which the first period of the new series begins.
CREATE TABLE source_break (
	source @INT64@ NOT NULL PRIMARY KEY,
	found  @INT64@ NOT NULL,
	went   @TEXT@ NOT NULL,
	came   @TEXT@ NOT NULL,
	print  @TEXT@ NOT NULL,
	starts @INT64@ NOT NULL
)@STRICT@;

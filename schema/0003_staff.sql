-- Who works in Pejl, and what they did.
--
-- Unlike the register's, these rows change in place: accounts, sessions and one-time
-- links are not history. Moments are seconds since 1970, but in the trail, which is
-- read by people. What is kept of a secret is its digest.

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

-- Each row's hash covers the row before it. What names or quotes a person is not in
-- the row but beside it in trail_text, of which the row has salted digests: it can be
-- erased, and the chain still holds.
CREATE TABLE trail (
	id         @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	at         @TEXT@ NOT NULL,
	act        @TEXT@ NOT NULL,
	thing      @TEXT@ NOT NULL,
	change     @INT64@ NOT NULL,
	digests    @TEXT@ NOT NULL,
	hash       @TEXT@ NOT NULL
)@STRICT@;
CREATE INDEX trail_thing ON trail (thing);

CREATE TABLE trail_text (
	trail @INT64@ NOT NULL,
	field @TEXT@ NOT NULL,
	salt  @TEXT@ NOT NULL,
	text  @TEXT@ NOT NULL,
	PRIMARY KEY (trail, field)
)@STRICT_KEYED@;
CREATE INDEX trail_text_account ON trail_text (text) WHERE field = 'account';

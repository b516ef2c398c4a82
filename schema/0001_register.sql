-- The register: every noun of model/nouns.h, observations, and who changed what.
--
-- Nothing is overwritten: a row is a version of a thing, true from the change
-- `since` until the change `until` (9223372036854775807 while it is current).
-- Texts are text, dates 2009-06-01, decimals plain text with a point.
-- A word between at-signs is one that SQLite and PostgreSQL spell differently;
-- THING and CHANGE are references that are checked when a transaction ends, so
-- that a package can be loaded in any order.

@APPLICATION_ID@

CREATE TABLE pejl_migration (
	number @INT64@ NOT NULL PRIMARY KEY,
	name   @TEXT@ NOT NULL,
	sha256 @TEXT@ NOT NULL,
	at     @TEXT@ NOT NULL
)@STRICT@;

CREATE TABLE thing (
	id   @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	kind @TEXT@ NOT NULL,
	name @TEXT@ NOT NULL,
	UNIQUE (kind, name)
)@STRICT@;

CREATE TABLE change (
	id       @INT64@ NOT NULL PRIMARY KEY CHECK (id > 0),
	at       @TEXT@ NOT NULL,
	who      @TEXT@ NOT NULL,
	why      @TEXT@,
	document @THING@,
	undoes   @CHANGE@,
	nonce    @TEXT@ UNIQUE
)@STRICT@;

CREATE TABLE document_line (
	document @THING@ NOT NULL,
	line     @INT64@ NOT NULL,
	text     @TEXT@ NOT NULL,
	PRIMARY KEY (document, line)
)@STRICT_KEYED@;

-- One row a measurement, compact: codes are packed into `form`. `grp` 0 is
-- everybody. The key holds `until`, so a measurement is current only once. It has
-- no further index and no references of the database's own, because a million
-- rows come in at a time: what writes it knows its things by their keys, and
-- `pejl db check` looks for rows that lead to nothing.
CREATE TABLE observation (
	indicator @INT64@ NOT NULL,
	area      @INT64@ NOT NULL,
	pfrom     @INT64@ NOT NULL,
	pto       @INT64@ NOT NULL,
	grp       @INT64@ NOT NULL,
	method    @INT64@ NOT NULL,
	until     @INT64@ NOT NULL,
	since     @INT64@ NOT NULL,
	value     @INT64@ NOT NULL,
	form      @INT64@ NOT NULL,
	high      @INT64@ NOT NULL,
	sample    @INT64@ NOT NULL,
	line      @INT64@ NOT NULL,
	col       @INT64@ NOT NULL,
	PRIMARY KEY (indicator, area, pfrom, pto, grp, method, until),
	CHECK (since < until)
)@STRICT_KEYED@;

-- The nouns, in the order of model/nouns.h.

CREATE TABLE document (
	id     @THING@ NOT NULL,
	since  @CHANGE@ NOT NULL,
	until  @INT64@ NOT NULL,
	title  @TEXT@,
	lang   @TEXT@,
	file   @TEXT@,
	sha256 @TEXT@,
	format @TEXT@,
	stated @TEXT@,
	published @INT64@,
	line   @INT64@ NOT NULL,
	col    @INT64@ NOT NULL,
	quote  @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX document_now ON document (id) WHERE until = 9223372036854775807;
CREATE INDEX document_sha256 ON document (sha256) WHERE sha256 IS NOT NULL;

CREATE TABLE area (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	level      @TEXT@,
	parent     @THING@,
	starts     @TEXT@,
	ends       @TEXT@,
	short_name @TEXT@,
	tile_x     @INT64@,
	tile_y     @INT64@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX area_now ON area (id) WHERE until = 9223372036854775807;

CREATE TABLE shape (
	id       @THING@ NOT NULL,
	since    @CHANGE@ NOT NULL,
	until    @INT64@ NOT NULL,
	title    @TEXT@,
	lang     @TEXT@,
	area     @THING@,
	geometry @TEXT@,
	line     @INT64@ NOT NULL,
	col      @INT64@ NOT NULL,
	quote    @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX shape_now ON shape (id) WHERE until = 9223372036854775807;

CREATE TABLE authority (
	id        @THING@ NOT NULL,
	since     @CHANGE@ NOT NULL,
	until     @INT64@ NOT NULL,
	title     @TEXT@,
	lang      @TEXT@,
	area      @THING@,
	address   @TEXT@,
	mail      @TEXT@,
	phone     @TEXT@,
	web       @TEXT@,
	statement @TEXT@,
	privacy   @TEXT@,
	licence   @TEXT@,
	line      @INT64@ NOT NULL,
	col       @INT64@ NOT NULL,
	quote     @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX authority_now ON authority (id) WHERE until = 9223372036854775807;

CREATE TABLE unit (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	short_name @TEXT@,
	level      @TEXT@,
	parent     @THING@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX unit_now ON unit (id) WHERE until = 9223372036854775807;

CREATE TABLE grp (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	definition @TEXT@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX grp_now ON grp (id) WHERE until = 9223372036854775807;

CREATE TABLE comparator (
	id     @THING@ NOT NULL,
	since  @CHANGE@ NOT NULL,
	until  @INT64@ NOT NULL,
	title  @TEXT@,
	lang   @TEXT@,
	starts @TEXT@,
	ends   @TEXT@,
	line   @INT64@ NOT NULL,
	col    @INT64@ NOT NULL,
	quote  @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX comparator_now ON comparator (id) WHERE until = 9223372036854775807;

CREATE TABLE comparator_member (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	comparator @THING@,
	area       @THING@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX comparator_member_now ON comparator_member (id) WHERE until = 9223372036854775807;

CREATE TABLE policy (
	id     @THING@ NOT NULL,
	since  @CHANGE@ NOT NULL,
	until  @INT64@ NOT NULL,
	title  @TEXT@,
	lang   @TEXT@,
	starts @TEXT@,
	ends   @TEXT@,
	status @TEXT@,
	line   @INT64@ NOT NULL,
	col    @INT64@ NOT NULL,
	quote  @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX policy_now ON policy (id) WHERE until = 9223372036854775807;

CREATE TABLE theme (
	id     @THING@ NOT NULL,
	since  @CHANGE@ NOT NULL,
	until  @INT64@ NOT NULL,
	title  @TEXT@,
	lang   @TEXT@,
	policy @THING@,
	rank   @INT64@,
	line   @INT64@ NOT NULL,
	col    @INT64@ NOT NULL,
	quote  @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX theme_now ON theme (id) WHERE until = 9223372036854775807;

CREATE TABLE objective (
	id     @THING@ NOT NULL,
	since  @CHANGE@ NOT NULL,
	until  @INT64@ NOT NULL,
	title  @TEXT@,
	lang   @TEXT@,
	theme  @THING@,
	parent @THING@,
	unit   @THING@,
	number @TEXT@,
	rank   @INT64@,
	line   @INT64@ NOT NULL,
	col    @INT64@ NOT NULL,
	quote  @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX objective_now ON objective (id) WHERE until = 9223372036854775807;

CREATE TABLE pathway (
	id        @THING@ NOT NULL,
	since     @CHANGE@ NOT NULL,
	until     @INT64@ NOT NULL,
	title     @TEXT@,
	lang      @TEXT@,
	objective @THING@,
	line      @INT64@ NOT NULL,
	col       @INT64@ NOT NULL,
	quote     @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX pathway_now ON pathway (id) WHERE until = 9223372036854775807;

CREATE TABLE mandate (
	id      @THING@ NOT NULL,
	since   @CHANGE@ NOT NULL,
	until   @INT64@ NOT NULL,
	title   @TEXT@,
	lang    @TEXT@,
	body    @TEXT@,
	decided @TEXT@,
	line    @INT64@ NOT NULL,
	col     @INT64@ NOT NULL,
	quote   @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX mandate_now ON mandate (id) WHERE until = 9223372036854775807;

CREATE TABLE agreement (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	mandate    @THING@,
	starts     @TEXT@,
	ends       @TEXT@,
	parties    @TEXT@,
	amount     @TEXT@,
	recurrence @TEXT@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX agreement_now ON agreement (id) WHERE until = 9223372036854775807;

CREATE TABLE indicator (
	id           @THING@ NOT NULL,
	since        @CHANGE@ NOT NULL,
	until        @INT64@ NOT NULL,
	title        @TEXT@,
	lang         @TEXT@,
	measure      @TEXT@,
	better       @TEXT@,
	numerator    @THING@,
	developing   @INT64@,
	frequency    @TEXT@,
	definition   @TEXT@,
	unit         @THING@,
	complement   @THING@,
	distribution @INT64@,
	line         @INT64@ NOT NULL,
	col          @INT64@ NOT NULL,
	quote        @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX indicator_now ON indicator (id) WHERE until = 9223372036854775807;
CREATE INDEX indicator_numerator ON indicator (numerator) WHERE numerator IS NOT NULL;

CREATE TABLE method (
	id        @THING@ NOT NULL,
	since     @CHANGE@ NOT NULL,
	until     @INT64@ NOT NULL,
	title     @TEXT@,
	lang      @TEXT@,
	indicator @THING@,
	version   @INT64@,
	starts    @TEXT@,
	line      @INT64@ NOT NULL,
	col       @INT64@ NOT NULL,
	quote     @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX method_now ON method (id) WHERE until = 9223372036854775807;

CREATE TABLE need_class (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	indicator  @THING@,
	rank       @INT64@,
	lower      @TEXT@,
	upper      @TEXT@,
	in_need    @INT64@,
	counted_by @THING@,
	starts     @TEXT@,
	ends       @TEXT@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX need_class_now ON need_class (id) WHERE until = 9223372036854775807;

CREATE TABLE initiative (
	id        @THING@ NOT NULL,
	since     @CHANGE@ NOT NULL,
	until     @INT64@ NOT NULL,
	title     @TEXT@,
	lang      @TEXT@,
	policy    @THING@,
	unit      @THING@,
	number    @TEXT@,
	mandate   @THING@,
	agreement @THING@,
	economy   @TEXT@,
	followup  @TEXT@,
	line      @INT64@ NOT NULL,
	col       @INT64@ NOT NULL,
	quote     @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX initiative_now ON initiative (id) WHERE until = 9223372036854775807;

CREATE TABLE contribution (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	initiative @THING@,
	objective  @THING@,
	pathway    @THING@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX contribution_now ON contribution (id) WHERE until = 9223372036854775807;

CREATE TABLE target_group (
	id              @THING@ NOT NULL,
	since           @CHANGE@ NOT NULL,
	until           @INT64@ NOT NULL,
	title           @TEXT@,
	lang            @TEXT@,
	initiative      @THING@,
	characteristics @TEXT@,
	size            @TEXT@,
	size_as         @TEXT@,
	line            @INT64@ NOT NULL,
	col             @INT64@ NOT NULL,
	quote           @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX target_group_now ON target_group (id) WHERE until = 9223372036854775807;

CREATE TABLE activity (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	initiative @THING@,
	objective  @THING@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX activity_now ON activity (id) WHERE until = 9223372036854775807;

CREATE TABLE target (
	id            @THING@ NOT NULL,
	since         @CHANGE@ NOT NULL,
	until         @INT64@ NOT NULL,
	title         @TEXT@,
	lang          @TEXT@,
	objective     @THING@,
	initiative    @THING@,
	indicator     @THING@,
	area          @THING@,
	grp           @THING@,
	other         @THING@,
	comparator    @THING@,
	kind          @TEXT@,
	relation      @TEXT@,
	direction     @TEXT@,
	value         @TEXT@,
	percent       @INT64@,
	keep          @INT64@,
	scope         @TEXT@,
	baseline_from @TEXT@,
	baseline_to   @TEXT@,
	deadline_from @TEXT@,
	deadline_to   @TEXT@,
	window_from   @TEXT@,
	window_to     @TEXT@,
	printed       @TEXT@,
	printed_as    @TEXT@,
	mandate       @THING@,
	line          @INT64@ NOT NULL,
	col           @INT64@ NOT NULL,
	quote         @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX target_now ON target (id) WHERE until = 9223372036854775807;
CREATE INDEX target_indicator ON target (indicator) WHERE indicator IS NOT NULL;

CREATE TABLE status_report (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	initiative @THING@,
	target     @THING@,
	stated     @TEXT@,
	challenges @TEXT@,
	starts     @TEXT@,
	ends       @TEXT@,
	answers    @TEXT@,
	expected   @TEXT@,
	condition  @TEXT@,
	action     @TEXT@,
	links      @TEXT@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX status_report_now ON status_report (id) WHERE until = 9223372036854775807;
CREATE INDEX status_report_former ON status_report (until) WHERE until < 9223372036854775807;

CREATE TABLE duty (
	id        @THING@ NOT NULL,
	since     @CHANGE@ NOT NULL,
	until     @INT64@ NOT NULL,
	title     @TEXT@,
	lang      @TEXT@,
	unit      @THING@,
	policy    @THING@,
	kind      @TEXT@,
	frequency @TEXT@,
	starts    @TEXT@,
	ends      @TEXT@,
	due_days  @INT64@,
	before    @THING@,
	line      @INT64@ NOT NULL,
	col       @INT64@ NOT NULL,
	quote     @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX duty_now ON duty (id) WHERE until = 9223372036854775807;

CREATE TABLE extension (
	id          @THING@ NOT NULL,
	since       @CHANGE@ NOT NULL,
	until       @INT64@ NOT NULL,
	title       @TEXT@,
	lang        @TEXT@,
	duty        @THING@,
	period_from @TEXT@,
	unit        @THING@,
	due         @TEXT@,
	line        @INT64@ NOT NULL,
	col         @INT64@ NOT NULL,
	quote       @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX extension_now ON extension (id) WHERE until = 9223372036854775807;

CREATE TABLE delivery (
	id          @THING@ NOT NULL,
	since       @CHANGE@ NOT NULL,
	until       @INT64@ NOT NULL,
	title       @TEXT@,
	lang        @TEXT@,
	duty        @THING@,
	period_from @TEXT@,
	unit        @THING@,
	delivered   @TEXT@,
	document    @THING@,
	line        @INT64@ NOT NULL,
	col         @INT64@ NOT NULL,
	quote       @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX delivery_now ON delivery (id) WHERE until = 9223372036854775807;

CREATE TABLE promise (
	id            @THING@ NOT NULL,
	since         @CHANGE@ NOT NULL,
	until         @INT64@ NOT NULL,
	title         @TEXT@,
	lang          @TEXT@,
	initiative    @THING@,
	status_report @THING@,
	due_from      @TEXT@,
	due_to        @TEXT@,
	kept_by       @THING@,
	dropped       @TEXT@,
	line          @INT64@ NOT NULL,
	col           @INT64@ NOT NULL,
	quote         @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX promise_now ON promise (id) WHERE until = 9223372036854775807;

CREATE TABLE prognosis (
	id            @THING@ NOT NULL,
	since         @CHANGE@ NOT NULL,
	until         @INT64@ NOT NULL,
	title         @TEXT@,
	lang          @TEXT@,
	indicator     @THING@,
	area          @THING@,
	grp           @THING@,
	period_from   @TEXT@,
	period_to     @TEXT@,
	value         @TEXT@,
	qualifier     @TEXT@,
	high          @TEXT@,
	stated        @TEXT@,
	unit          @THING@,
	document      @THING@,
	document_line @INT64@,
	line          @INT64@ NOT NULL,
	col           @INT64@ NOT NULL,
	quote         @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX prognosis_now ON prognosis (id) WHERE until = 9223372036854775807;

CREATE TABLE budget_line (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	policy     @THING@,
	unit       @THING@,
	initiative @THING@,
	agreement  @THING@,
	objective  @THING@,
	number     @TEXT@,
	section    @TEXT@,
	financing  @TEXT@,
	attribution @TEXT@,
	counted_elsewhere @THING@,
	earmark_of @THING@,
	excluded   @TEXT@,
	footnote   @TEXT@,
	rank       @INT64@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX budget_line_now ON budget_line (id) WHERE until = 9223372036854775807;

CREATE TABLE amount (
	id          @THING@ NOT NULL,
	since       @CHANGE@ NOT NULL,
	until       @INT64@ NOT NULL,
	budget_line @THING@,
	year        @INT64@,
	through     @INT64@,
	recurrence  @TEXT@,
	version     @TEXT@,
	kroner      @TEXT@,
	missing     @TEXT@,
	gross       @TEXT@,
	financing   @TEXT@,
	share       @TEXT@,
	line        @INT64@ NOT NULL,
	col         @INT64@ NOT NULL,
	quote       @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX amount_now ON amount (id) WHERE until = 9223372036854775807;

CREATE TABLE printed_total (
	id          @THING@ NOT NULL,
	since       @CHANGE@ NOT NULL,
	until       @INT64@ NOT NULL,
	title       @TEXT@,
	lang        @TEXT@,
	document    @THING@,
	scope       @TEXT@,
	budget_line @THING@,
	first_line  @INT64@,
	last_line   @INT64@,
	year        @INT64@,
	version     @TEXT@,
	amount      @TEXT@,
	unit        @TEXT@,
	footnote    @TEXT@,
	line        @INT64@ NOT NULL,
	col         @INT64@ NOT NULL,
	quote       @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX printed_total_now ON printed_total (id) WHERE until = 9223372036854775807;

CREATE TABLE grant_pool (
	id     @THING@ NOT NULL,
	since  @CHANGE@ NOT NULL,
	until  @INT64@ NOT NULL,
	title  @TEXT@,
	lang   @TEXT@,
	unit   @THING@,
	policy @THING@,
	line   @INT64@ NOT NULL,
	col    @INT64@ NOT NULL,
	quote  @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX grant_pool_now ON grant_pool (id) WHERE until = 9223372036854775807;

CREATE TABLE project (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	agreement  @THING@,
	grant_pool @THING@,
	unit       @THING@,
	number     @TEXT@,
	kroner     @TEXT@,
	recurrence @TEXT@,
	purpose    @TEXT@,
	status     @TEXT@,
	challenges @TEXT@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX project_now ON project (id) WHERE until = 9223372036854775807;

CREATE TABLE proposal (
	id       @THING@ NOT NULL,
	since    @CHANGE@ NOT NULL,
	until    @INT64@ NOT NULL,
	title    @TEXT@,
	lang     @TEXT@,
	document @THING@,
	kind     @TEXT@,
	state    @TEXT@,
	becomes  @THING@,
	line     @INT64@ NOT NULL,
	col      @INT64@ NOT NULL,
	quote    @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX proposal_now ON proposal (id) WHERE until = 9223372036854775807;

CREATE TABLE field (
	id       @THING@ NOT NULL,
	since    @CHANGE@ NOT NULL,
	until    @INT64@ NOT NULL,
	title    @TEXT@,
	lang     @TEXT@,
	proposal @THING@,
	kind     @TEXT@,
	year     @INT64@,
	line     @INT64@ NOT NULL,
	col      @INT64@ NOT NULL,
	quote    @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX field_now ON field (id) WHERE until = 9223372036854775807;
CREATE INDEX field_proposal ON field (proposal) WHERE proposal IS NOT NULL;

CREATE TABLE finding (
	id       @THING@ NOT NULL,
	since    @CHANGE@ NOT NULL,
	until    @INT64@ NOT NULL,
	title    @TEXT@,
	lang     @TEXT@,
	document @THING@,
	code     @TEXT@,
	severity @TEXT@,
	line     @INT64@ NOT NULL,
	col      @INT64@ NOT NULL,
	quote    @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX finding_now ON finding (id) WHERE until = 9223372036854775807;

CREATE TABLE answer (
	id         @THING@ NOT NULL,
	since      @CHANGE@ NOT NULL,
	until      @INT64@ NOT NULL,
	title      @TEXT@,
	lang       @TEXT@,
	about      @THING@,
	code       @TEXT@,
	found_line @INT64@,
	digest     @TEXT@,
	stated     @TEXT@,
	line       @INT64@ NOT NULL,
	col        @INT64@ NOT NULL,
	quote      @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX answer_now ON answer (id) WHERE until = 9223372036854775807;

CREATE TABLE source (
	id          @THING@ NOT NULL,
	since       @CHANGE@ NOT NULL,
	until       @INT64@ NOT NULL,
	title       @TEXT@,
	lang        @TEXT@,
	kind        @TEXT@,
	address     @TEXT@,
	tbl         @TEXT@,
	selection   @TEXT@,
	period      @TEXT@,
	areas       @TEXT@,
	grps        @TEXT@,
	indicator   @THING@,
	divisor     @TEXT@,
	numerator   @THING@,
	denominator @THING@,
	figures     @TEXT@,
	notation    @TEXT@,
	delimiter   @TEXT@,
	line        @INT64@ NOT NULL,
	col         @INT64@ NOT NULL,
	quote       @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX source_now ON source (id) WHERE until = 9223372036854775807;

CREATE TABLE report_text (
	id     @THING@ NOT NULL,
	since  @CHANGE@ NOT NULL,
	until  @INT64@ NOT NULL,
	title  @TEXT@,
	lang   @TEXT@,
	policy @THING@,
	kind   @TEXT@,
	as_of  @TEXT@,
	place  @TEXT@,
	unit   @THING@,
	line   @INT64@ NOT NULL,
	col    @INT64@ NOT NULL,
	quote  @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX report_text_now ON report_text (id) WHERE until = 9223372036854775807;

CREATE TABLE release (
	id       @THING@ NOT NULL,
	since    @CHANGE@ NOT NULL,
	until    @INT64@ NOT NULL,
	title    @TEXT@,
	lang     @TEXT@,
	policy   @THING@,
	about    @THING@,
	kind     @TEXT@,
	as_of    @TEXT@,
	compared @TEXT@,
	laid     @TEXT@,
	known    @INT64@,
	version  @TEXT@,
	digest   @TEXT@,
	corrects @THING@,
	reason   @TEXT@,
	line     @INT64@ NOT NULL,
	col      @INT64@ NOT NULL,
	quote    @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX release_now ON release (id) WHERE until = 9223372036854775807;

-- What was laid, letter by letter: each line of each part ("tree.da", "html.da", "facts"), a
-- long one in pieces. Written once with its release, never changed.
CREATE TABLE release_line (
	release @THING@ NOT NULL,
	part    @TEXT@ NOT NULL,
	line    @INT64@ NOT NULL,
	text    @TEXT@ NOT NULL,
	PRIMARY KEY (release, part, line)
)@STRICT_KEYED@;

CREATE TABLE translation (
	id    @THING@ NOT NULL,
	since @CHANGE@ NOT NULL,
	until @INT64@ NOT NULL,
	title @TEXT@,
	lang  @TEXT@,
	thing @THING@,
	field @TEXT@,
	line  @INT64@ NOT NULL,
	col   @INT64@ NOT NULL,
	quote @TEXT@,
	PRIMARY KEY (id, since),
	CHECK (since < until)
)@STRICT@;
CREATE UNIQUE INDEX translation_now ON translation (id) WHERE until = 9223372036854775807;

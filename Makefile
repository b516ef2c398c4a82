# Pejl - GNU make, one file, no recursion into folders.  `make help` lists what it can do.
#
# A variant of the build is a folder: BUILD=build/asan CC=clang MODE_CFLAGS=...
# V=1 shows whole commands.

VERSION := $(shell sed -n 's/^\([0-9][0-9.]*\) .*/\1/p' CHANGES | head -n 1)
DATE    := $(shell sed -n 's/^[0-9][0-9.]* //p' CHANGES | head -n 1)
PREFIX  ?= /usr/local
BUILD   ?= build
ASSETS  ?= build/assets
PORT    ?= 8080
SECONDS ?= 120
JOBS    ?= $(shell nproc)
ifeq ($(origin CC),default)
CC      := gcc
endif
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:

Q := @
say = @printf '  %-5s %s\n' $(1) $(2)
ifeq ($(V),1)
Q :=
say = @:
endif

# ---- flags ----

PACKAGES := libical sqlite3 libpq nettle libmicrohttpd md4c yajl libsodium zlib icu-i18n libcurl liboath libqrencode \
	libxml-2.0 libzip expat
WARN := -std=c17 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow \
	-Wswitch-enum -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wcast-qual \
	-Wwrite-strings -Wundef -Wformat=2 -Wimplicit-fallthrough -Wnull-dereference -Werror
HARDEN := -O2 -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection
HARDEN_LD := -pie -Wl,-z,relro,-z,now
SANITIZE := -fsanitize=address,undefined
SANITIZE_C := -gline-tables-only $(SANITIZE) -fno-sanitize-recover=all -fno-omit-frame-pointer

MODE_CFLAGS  ?= $(HARDEN)
MODE_LDFLAGS ?= $(HARDEN_LD)
CPPFLAGS += -D_GNU_SOURCE -Isrc -DPEJL_VERSION='"$(VERSION)"' -DPEJL_DATE='"$(DATE)"' \
	-DBUILD_DIR='"$(BUILD)"' -DASSETS='"$(ASSETS)"'

# Asked once, when first needed: a fresh machine has no pkg-config before
# tools/install.sh ran.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(PACKAGES)))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PACKAGES)))$(PKG_LIBS)
# The same objects make the program and the library that tests are linked to.
COMPILE = $(CC) $(CPPFLAGS) $(WARN) -g -fPIC -fno-semantic-interposition $(MODE_CFLAGS) $(ROOM_CFLAGS) \
	$(PKG_CFLAGS) $(CFLAGS)
DEPEND = -MMD -MP -MF $@.d -MT $@
OBJECT = $(BUILD)/obj/$*.o
COMPILE_OBJECT = $(COMPILE) -MMD -MP -MF $(OBJECT).d -MT $(OBJECT) -MT $(OBJECT).analyzed -c -o $(OBJECT) $<
LINK = $(MODE_LDFLAGS) $(LDFLAGS)
# A test is compiled as often as it is run: unoptimised, and put together by the fastest
# linker, with a library that need not be copied into each.
FAST_LD = $(eval FAST_LD := $$(shell command -v ld.lld >/dev/null && echo -fuse-ld=lld))$(FAST_LD)
COMPILE_TEST = $(COMPILE) -Itest -O0 -U_FORTIFY_SOURCE $(LINK) $(FAST_LD)
BESIDE = -Wl,-rpath,'$$ORIGIN/$(1)' -Wl,--as-needed
LIBS = $(PKG_LIBS) -lhyphen -lm -pthread       # libhyphen has no .pc

# Variants: make $(call variant,...) builds in a folder of its own.
CLANG := BUILD=build/clang CC=clang
ASAN  := BUILD=build/asan CC=clang MODE_CFLAGS="$(SANITIZE_C)" MODE_LDFLAGS="$(SANITIZE)" HOT_CFLAGS=-O1
HUNT  := BUILD=build/fuzz CC=clang MODE_CFLAGS="-O1 $(SANITIZE_C) -fsanitize=fuzzer-no-link" \
	MODE_LDFLAGS="$(SANITIZE)"
DEBUG := BUILD=build/debug MODE_CFLAGS=-O0 MODE_LDFLAGS=
# gcc's analyzer is bounded, or single files take many seconds, and clang's takes longer
# than all other checks of clang-tidy; `make proof` looks as far as both can.
TIDY := --checks=-clang-analyzer-*
TIDY_EACH := 24
ANALYZE_NODES  := 50000
ANALYZE_FACTOR := 2
# gcc 12 calls structs that functions return by value uninitialised.
ANALYZE := -fanalyzer --param analyzer-bb-explosion-factor=$(ANALYZE_FACTOR) \
	-fdiagnostics-path-format=none -Wno-analyzer-use-of-uninitialized-value
ANALYZE_CLANG := -Xclang -analyzer-config -Xclang max-nodes=$(ANALYZE_NODES)
COVER := BUILD=build/cov MODE_CFLAGS="-O0 --coverage" MODE_LDFLAGS=--coverage
export CLANG ASAN JOBS

# ---- what there is ----

HEADERS := $(wildcard src/*/*.h src/*/*/*.h)
SRC   := $(sort $(wildcard src/*/*.c src/*/*/*.c))
UNIT  := $(sort $(wildcard test/*/test_*.c))
FUZZ  := $(sort $(wildcard test/fuzz/fuzz_*.c))
BENCH := $(sort $(wildcard test/bench/bench_*.c))
MAN   := $(wildcard man/*.[1-8])
EXAMPLE := $(wildcard examples/*/*.csv examples/*/*.json)
PO    := $(sort $(wildcard po/*.po))

MAIN_OBJ   = $(BUILD)/obj/src/cli/main.o
OBJ        = $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out src/cli/main.c,$(SRC)))
LIB        = $(BUILD)/libpejl.a
SHARED     = $(BUILD)/libpejl.so
UNIT_BIN   = $(patsubst test/%.c,$(BUILD)/test/%,$(UNIT))
REPLAY_BIN = $(patsubst test/fuzz/%.c,$(BUILD)/replay/%,$(FUZZ))
HUNT_BIN   = $(patsubst test/fuzz/%.c,$(BUILD)/hunt/%,$(FUZZ))
BENCH_BIN  = $(patsubst test/bench/%.c,$(BUILD)/bench/%,$(BENCH))

# ---- the program ----

.PHONY: all
all: missing $(BUILD)/pejl ## build the program: build/pejl

.PHONY: missing
missing:
	@tools/install.sh -n build

$(BUILD)/pejl: $(MAIN_OBJ) $(LIB)
	$(call say,LINK,$@)
	$(Q)$(CC) $(MODE_CFLAGS) $(LINK) -o $@ $^ $(LIBS)

$(LIB): $(OBJ)
	$(call say,AR,$@)
	$(Q)rm -f $@ && ar qcs $@ $^

$(SHARED): $(OBJ)
	$(call say,LINK,$@)
	$(Q)$(CC) $(MODE_CFLAGS) $(LDFLAGS) $(FAST_LD) -shared -Wl,-Bsymbolic -o $@ $^ $(LIBS)

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(COMPILE_OBJECT)

# The same object, looked at by the analyzer on the way: it is not compiled twice for that.
$(BUILD)/obj/%.o.analyzed: %.c
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(COMPILE_OBJECT) $(ANALYZE)
	@touch $@

# Most of what runs under the sanitizers is compiled longer than it runs; this is not.
HOT := base core document recognise store
$(foreach room,$(HOT),$(BUILD)/obj/src/$(room)/%.o): ROOM_CFLAGS = $(HOT_CFLAGS)

# Files that are part of an object (base/embed.h), which the compiler does not tell.
objects_of = $(BUILD)/obj/src/$(1).o $(BUILD)/obj/src/$(1).o.analyzed
$(call objects_of,store/schema): $(wildcard schema/*.sql)
$(call objects_of,view/chart_frame): assets/pejl.css
$(call objects_of,report/html): assets/report.css
$(call objects_of,report/docx): $(BUILD)/reference.docx
$(call objects_of,view/asset): $(ASSETS)/bundle
$(call objects_of,view/languages_embedded): $(BUILD)/languages

$(BUILD)/reference.docx: tools/reference.sh $(wildcard assets/docx/*/* assets/docx/*/*/*)
	@mkdir -p $(@D)
	$(call say,ZIP,$@)
	$(Q)tools/reference.sh $@

# The same for every variant: npm fetches the design system once.
$(ASSETS)/bundle: $(wildcard assets/*) tools/assets.sh
	@mkdir -p $(@D)
	$(call say,NPM,$@)
	$(Q)tools/assets.sh $@

# A language is one file, po/LANG.po; the third one is what a test adds.
$(BUILD)/languages: $(PO)
$(BUILD)/languages-of-a-test: $(PO) test/po/xx.po
$(BUILD)/languages $(BUILD)/languages-of-a-test: tools/languages.sh
	@mkdir -p $(@D)
	$(call say,PO,$@)
	$(Q)tools/languages.sh $@ $(filter %.po,$^)
# It puts them in the place of the program's, which the shared library would not see.
$(BUILD)/test/web/test_languages: $(BUILD)/languages-of-a-test $(LIB)
$(BUILD)/test/web/test_languages: TESTED = $(LIB)

TESTED = $(SHARED)
# A test is put together anew when it or a header has changed, not the library.
$(BUILD)/test/%: test/%.c | $(SHARED)
	@mkdir -p $(@D)
	$(call say,TEST,$<)
	$(Q)$(COMPILE_TEST) $(DEPEND) $(call BESIDE,../..) -o $@ $< $(TESTED) $(LIBS) -lcmocka

$(BUILD)/replay/%: test/fuzz/%.c test/fuzz/replay.c $(SHARED)
	@mkdir -p $(@D)
	$(call say,FUZZ,$<)
	$(Q)$(COMPILE_TEST) $(call BESIDE,..) -o $@ $< test/fuzz/replay.c $(SHARED) $(LIBS)

$(BUILD)/hunt/%: test/fuzz/%.c $(LIB)
	@mkdir -p $(@D)
	$(call say,FUZZ,$<)
	$(Q)$(COMPILE_TEST) -fsanitize=fuzzer -o $@ $< $(LIB) $(LIBS)

$(BUILD)/crash: $(wildcard test/crash/*.[ch]) $(LIB)
	$(call say,CRASH,$@)
	$(Q)$(COMPILE_TEST) -o $@ $(filter %.c,$^) $(LIB) $(LIBS)

$(BUILD)/bench/%: test/bench/%.c $(LIB)
	@mkdir -p $(@D)
	$(call say,BENCH,$<)
	$(Q)$(COMPILE) -Itest $(DEPEND) $(LINK) -o $@ $< $(LIB) $(LIBS)

.PHONY: objects units replays hunters benches
objects: $(MAIN_OBJ) $(OBJ)
units: $(BUILD)/pejl $(UNIT_BIN)
replays: $(REPLAY_BIN)
hunters: $(HUNT_BIN)
benches: $(BUILD)/pejl $(BENCH_BIN)
objects units replays hunters benches: ; @:

-include $(addsuffix .d,$(MAIN_OBJ) $(OBJ) $(UNIT_BIN) $(BENCH_BIN))

# ---- the two commands ----

.PHONY: demo
demo: ## see Copenhagen's barometer, then serve it (PORT=8080; ONCE=1: do not serve)
	@tools/install.sh demo
	+@$(MAKE) -j$(JOBS) --no-print-directory $(BUILD)/copenhagen.db
	@BUILD=$(BUILD) ONCE=$(ONCE) tools/demo.sh $(PORT)

POLICY := integrationspolitik-2007-2010
.PHONY: report
report: $(BUILD)/copenhagen.db ## the example's status report of 2009, in every format: build/report/
	$(Q)mkdir -p $(BUILD)/report
	$(Q)for ending in html pdf docx xlsx md; do \
		$(BUILD)/pejl --db $(BUILD)/copenhagen.db report status --of $(POLICY) \
			--as-of 2009-06-01 --lang da -o $(BUILD)/report/status-2009.$$ending && \
		echo $(BUILD)/report/status-2009.$$ending || exit 1; \
	done

$(BUILD)/copenhagen.db $(BUILD)/soelby.db: $(BUILD)/%.db: $(BUILD)/pejl $(EXAMPLE)
	$(call say,LOAD,examples/$*)
	$(Q)rm -f $@ $@-wal $@-shm $@.part*
	$(Q)$(BUILD)/pejl --db $@.part load examples/$*
	$(Q)mv $@.part $@

.PHONY: check
check: ## install what tests need, build with gcc and clang, run every test
	@tools/install.sh check
	+@MAKE="$(MAKE)" LONG="$(LONG)" tools/check.sh

# ---- for those who change it ----

# Tests that mostly start programs, or measure memory: make quick leaves them to make check,
# and the sanitizers to make proof.
LONG := $(addprefix test/,cli/test_libreoffice.c cli/test_report_files.c cli/test_report.c cli/test_publish.c \
	cli/test_kinds.c cli/test_serve_memory.c app/test_paper_formats.c app/test_smtp_tls.c)

.PHONY: quick
quick: ## build and run most tests, on SQLite alone, in under a minute
	+@$(MAKE) -j$(JOBS) --no-print-directory $(DEBUG) units
	@PEJL_TEST_SHORT=1 tools/run-tests.sh build/debug \
		$(patsubst test/%.c,build/debug/test/%,$(filter-out $(LONG),$(UNIT)))

.PHONY: asan
asan: ## run the tests under AddressSanitizer and UBSan
	@tools/install.sh check
	+@$(MAKE) -j$(JOBS) --no-print-directory $(ASAN) units replays
	@tools/with-postgres.sh tools/run-tests.sh build/asan $(patsubst test/%.c,build/asan/test/%,$(UNIT))
	@tools/run-replays.sh build/asan

.PHONY: cov
cov: ## say which lines the tests reach; the pages are in build/cov/html
	@tools/install.sh check
	+@$(MAKE) -j$(JOBS) --no-print-directory $(COVER) units
	@tools/cov.sh $(patsubst test/%.c,build/cov/test/%,$(UNIT))

.PHONY: fuzz
fuzz: ## hunt with every fuzz target for SECONDS=120 each (MERGE=1 keeps new seeds)
	@tools/install.sh check
	+@$(MAKE) -j$(JOBS) --no-print-directory $(HUNT) hunters
	@MERGE=$(MERGE) JOBS=$(JOBS) tools/fuzz.sh $(SECONDS) $(patsubst test/fuzz/%.c,build/fuzz/hunt/%,$(FUZZ))

.PHONY: bench
bench: ## measure speed and memory against their peers
	@tools/install.sh bench
	+@$(MAKE) -j$(JOBS) --no-print-directory benches
	@test/bench/run.sh $(BUILD) $(BENCH_BIN)

.PHONY: proof
proof: ## the long ones: die at 2,000 writes of five journeys; every page at all widths, by keyboard, dark, on paper; every test under the sanitizers; both analyzers further (an hour)
	@tools/install.sh check
	+@$(MAKE) -j$(JOBS) --no-print-directory $(BUILD)/pejl $(BUILD)/crash
	@tools/check-crash.sh $(BUILD) 2300 100
	@tools/check-browser.sh proof
	+@$(MAKE) --no-print-directory asan
	+@$(MAKE) -j$(JOBS) -k --no-print-directory BUILD=build/far TIDY= tidy
	+@$(MAKE) -j$(JOBS) -k --no-print-directory BUILD=build/analyze-far ANALYZE_FACTOR=5 analyze

.PHONY: lint
lint: ## rules a compiler does not check: layers, sizes, man pages, README
	@tools/install.sh check
	+@MAKE="$(MAKE)" tools/lint.sh

# Several files a process, since it takes as long to start as to read one.
$(BUILD)/tidy.ok: $(SRC) $(HEADERS) .clang-tidy
	@mkdir -p $(@D)
	$(call say,TIDY,"$(words $(tidied)) files")
	$(Q)printf '%s\n' $(tidied) | xargs -n $(TIDY_EACH) -P $(JOBS) sh -c \
		'clang-tidy --quiet $(TIDY) "$$@" -- $(subst ','\'',$(CPPFLAGS)) -std=c17 $(PKG_CFLAGS) $(ANALYZE_CLANG) 2>&1' sh \
		>$@.txt || { grep -v 'warnings\? generated' $@.txt; exit 1; }
	@touch $@
tidied = $(filter %.c,$(if $(filter-out %.c,$?),$^,$?))

.PHONY: tidy analyze
tidy: $(BUILD)/tidy.ok
analyze: $(addsuffix .analyzed,$(MAIN_OBJ) $(OBJ))
tidy analyze: ; @:

# ---- install, clean, help ----

DATA = $(DESTDIR)$(PREFIX)/share
.PHONY: install
install: $(BUILD)/pejl ## put it under PREFIX=/usr/local (DESTDIR= for packages)
	$(call say,INST,$(DESTDIR)$(PREFIX))
	$(Q)install -D -m 755 $(BUILD)/pejl $(DESTDIR)$(PREFIX)/bin/pejl
	$(Q)for page in $(MAN); do \
		install -D -m 644 $$page $(DATA)/man/man$${page##*.}/$${page#man/} || exit 1; done
	$(Q)for file in README.md CHANGES LICENSE $$(find docs examples packaging -type f); do \
		install -D -m 644 $$file $(DATA)/doc/pejl/$$file || exit 1; done

.PHONY: clean
clean: ## remove everything that was built
	$(Q)rm -rf build

.PHONY: help
help: ## this list
	@sed -n 's/^\([a-z]*\):.* ## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

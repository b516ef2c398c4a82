# Pejl - GNU make, one file, no recursion.  `make help` lists what it can do.

VERSION := $(shell sed -n 's/^\([0-9][0-9.]*\) .*/\1/p' CHANGES 2>/dev/null | head -1)
PREFIX  ?= /usr/local
BUILD   ?= build
CC      ?= gcc
ifeq ($(origin CC),default)
CC      := gcc
endif

PACKAGES := sqlite3 libpq libmicrohttpd yajl libsodium icu-i18n
WARN := -std=c17 -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow \
	-Wswitch-enum -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wcast-qual \
	-Wwrite-strings -Wundef -Wformat=2 -Wimplicit-fallthrough -Wnull-dereference -Werror
HARDEN := -O2 -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fPIE
HARDEN_LD := -pie -Wl,-z,relro,-z,now
SANITIZE := -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer

MODE_CFLAGS  ?= $(HARDEN)
MODE_LDFLAGS ?= $(HARDEN_LD)
CPPFLAGS += -D_GNU_SOURCE -Isrc -DPEJL_VERSION='"$(VERSION)"'
CFLAGS_ALL = $(WARN) -g $(MODE_CFLAGS) $(shell pkg-config --cflags $(PACKAGES)) $(CFLAGS)
LIBS = $(shell pkg-config --libs $(PACKAGES)) -lmd4c -lm

SRC  := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJ   = $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out src/cli/main.c,$(SRC)))
LIB   = $(BUILD)/libpejl.a
UNIT := $(sort $(wildcard test/unit/test_*.c test/store/test_*.c test/cli/test_*.c))
UNIT_BIN = $(patsubst test/%.c,$(BUILD)/test/%,$(UNIT))
FUZZ := $(sort $(wildcard test/fuzz/fuzz_*.c))
REPLAY_BIN = $(patsubst test/fuzz/%.c,$(BUILD)/replay/%,$(FUZZ))
FUZZ_BIN = $(patsubst test/fuzz/%.c,$(BUILD)/fuzz/%,$(FUZZ))

.PHONY: all
all: $(BUILD)/pejl

$(BUILD)/pejl: $(BUILD)/obj/src/cli/main.o $(LIB)
	$(CC) $(MODE_LDFLAGS) $(MODE_CFLAGS) -o $@ $^ $(LIBS)

$(LIB): $(OBJ)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

# The migrations are part of this object, which the compiler does not tell.
$(BUILD)/obj/src/store/schema.o: $(wildcard schema/*.sql)

$(BUILD)/test/%: test/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itest $(CFLAGS_ALL) -MMD -MP $(MODE_LDFLAGS) -o $@ $< $(LIB) $(LIBS) -lcmocka

$(BUILD)/replay/%: test/fuzz/%.c test/fuzz/replay.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) -Itest $(CFLAGS_ALL) $(MODE_LDFLAGS) -o $@ $< test/fuzz/replay.c $(LIB) $(LIBS)

.PHONY: units replays
units: $(UNIT_BIN)
replays: $(REPLAY_BIN)

-include $(OBJ:.o=.d) $(UNIT_BIN:=.d)

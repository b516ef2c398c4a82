#!/usr/bin/env bash
# check-ical.sh - the calendars of deadlines are read by a program that is not ours.
#
# The reader is put under $BUILD/node by npm, see tools/node.sh; the calendar is the one
# that a test of the server takes.
set -eu
build=${BUILD:-build}
dir=$build/node
tools/node.sh "$dir"
cp test/node/ical.js "$dir/"
rm -f "$dir/calendar.ics"
PEJL_ICAL=$dir/calendar.ics "$build/test/web/test_work_wheel" >"$dir/ical.log" 2>&1 ||
	{ cat "$dir/ical.log"; exit 1; }
node "$dir/ical.js" "$dir/calendar.ics"

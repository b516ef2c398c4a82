#!/bin/sh
# cov.sh TEST... - run tests built with --coverage and say which lines they reach.
set -eu
find build/cov -name '*.gcda' -delete
tools/with-postgres.sh tools/run-tests.sh build/cov "$@" || echo "Some tests failed; counting anyway."
lcov --quiet --capture --directory build/cov --base-directory . --no-external \
	--output-file build/cov/all.info
lcov --quiet --extract build/cov/all.info "$PWD/src/*" --output-file build/cov/src.info
genhtml --quiet --output-directory build/cov/html --prefix "$PWD/src" build/cov/src.info
lcov --list build/cov/src.info
lcov --summary build/cov/src.info

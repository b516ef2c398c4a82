#!/bin/sh
# scripts.sh - every shell script is free of the mistakes shellcheck knows.
set -eu
scripts=$(grep -rlE '^#!/(usr/bin/env bash|bin/sh|bin/bash)' tools test .ci)
# shellcheck disable=SC2086 # names without blanks
shellcheck -x -S warning $scripts

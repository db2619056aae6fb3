#!/bin/bash
# The runner's arithmetic: each .tap here begins with "# expect <passed> <failed> <skipped>", and tests/tally.awk must
# find just that.
. "${0%/*}/files.bash"
files 'tests/lint/tally/*.tap' | while IFS= read -r file; do
	read -r _ _ expected <"$file"
	found=$(awk -v suite=x -v end_status=0 -f "$TOP/tests/tally.awk" "$file" | tail -n 1)
	[ "$found" = "$expected" ] || echo "$file:1: expected $expected, counted $found"
done | content

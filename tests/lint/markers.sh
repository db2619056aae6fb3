#!/bin/bash
# Every marker of a template is filled by somebody: a marker nobody fills shows nothing, and nobody notices.
# Filled means: T_NAME in C, or a name in a string for the functions that take one, or one made by form_show for a
# field that some form has (LOGIN_VALUE for the field login).
. "${0%/*}/files.bash"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

c_files | xargs -r -d '\n' cat >"$tmp/c"
{
	grep -ohE '\bT_[A-Z0-9_]+' "$tmp/c" | cut -c3-
	grep -ohE '"[A-Z][A-Z0-9_]*"' "$tmp/c" | tr -d '"'
} | sort -u >"$tmp/filled"
# rows of form lists: F(S, KIND, name, ...
grep -ohE '\bF\(S, *[A-Z]+, *[a-z0-9_]+' "$tmp/c" | sed 's/.*, *//' | tr a-z A-Z | sort -u >"$tmp/fields"
files 'templates/*.tpl' | xargs -r -d '\n' awk -v filled="$tmp/filled" -v fields="$tmp/fields" '
BEGIN {
	while ((getline name < filled) > 0) ok[name] = 1
	while ((getline name < fields) > 0) field[name] = 1
}
{
	rest = $0
	while (match(rest, /\{\{[#>]?[A-Z][A-Z0-9_]*/)) {
		name = substr(rest, RSTART + 2, RLENGTH - 2)
		rest = substr(rest, RSTART + RLENGTH)
		sub(/^[#>]/, "", name)
		if (name in ok || name ~ /^BI_/) continue
		base = name
		if (sub(/_(VALUE|WRONG|MESSAGE|ON|IS_[A-Z0-9_]+)$/, "", base) && base in field) continue
		print FILENAME ":" FNR ": nothing fills {{" name "}}"
	}
}' | content

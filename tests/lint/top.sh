#!/bin/bash
# The top level holds the agreed names and nothing else.
. "${0%/*}/files.bash"
all_files | awk -F/ '
BEGIN {
	split("cgi-bin templates static sql conf tests .ci .readme", folders, " ")
	split("Makefile README.md .clang-format .clang-tidy .editorconfig .gitignore .gitattributes", plain, " ")
	for (i in folders) folder[folders[i]] = 1
	for (i in plain) file[plain[i]] = 1
}
NF > 1 ? !($1 in folder) : !($1 in file) {
	if (!seen[$1]++) print $1 ":1: does not belong at the top level"
}' | content

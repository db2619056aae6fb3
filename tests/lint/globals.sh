#!/bin/bash
# Writable data in our objects is what one citizen's request can leave for the next.  Only what globals.list names may
# exist ("*": whatever that file has).
. "${0%/*}/files.bash"
. "${0%/*}/objects.bash"
list=globals.list
[ "$PWD" != "$TOP" ] || list=tests/lint/globals.list

# nm's columns: name, value, class, type, size, line, section.  Constant tables of pointers are in .data.rel.ro.
object_files | xargs nm --format=sysv --line-numbers --demangle | awk -F'|' -v list="$list" -v top="$PWD/" -v objects="$objects/" '
BEGIN {
	while ((getline line < list) > 0) {
		sub(/[ \t]*#.*/, "", line)
		if (line == "") continue
		split(line, word, /[ \t]+/)
		allowed[word[1] " " word[2]] = 1
	}
}
/^Symbols from / { # the object says which source, where the symbol does not (thread-local ones)
	source = $0
	sub(/^Symbols from /, "", source); sub(/:$/, "", source)
	sub(objects, "cgi-bin/", source); sub(/\.o$/, ".c", source)
}
NF >= 7 {
	for (i = 1; i <= 7; i++) gsub(/^ +| +$/, "", $i)
	split($7, part, "\t")
	section = part[1]
	place = part[2] == "" ? source ":1" : part[2]
	sub(top, "", place)
	if (section !~ /^(\.bss|\.data|\.tbss|\.tdata|\*COM\*)/ || section ~ /^\.data\.rel\.ro/) next
	if ($4 !~ /OBJECT|TLS|COMMON/ || section ~ /\.DW\.ref\./) next # the last is how C++ finds its handlers
	name = $1; sub(/\.[0-9]+$/, "", name) # a static of a function has a number added
	file = place; sub(/:[0-9]+$/, "", file)
	used[file " " name] = used[file " *"] = 1
	if (!((file " " name) in allowed) && !((file " *") in allowed)) print place ": " name " can be changed and outlives a request (" section ")"
}
END { for (a in allowed) if (!(a in used)) print list ":1: " a " is listed, but there is none" }' | content

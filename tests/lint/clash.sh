#!/bin/bash
# A function of ours that has the name of one in a library we link would be called by that library in its place
# (jansson calls its own json_object by name).  No name may be both.
. "${0%/*}/files.bash"
. "${0%/*}/objects.bash"
libraries=jansson
[ "$PWD" != "$TOP" ] || libraries=$(sed -n 's/^LIBS *= *//p' Makefile | grep -oE -- '-l[a-z_A-Z0-9+]+' | cut -c3-)

for library in $libraries c; do
	case $library in
	c | m) file=$(gcc -print-file-name="lib$library.so.6") ;; # lib$library.so is a text there
	*) file=$(gcc -print-file-name="lib$library.so") ;;
	esac
	nm -D --defined-only --without-symbol-versions "$file" | awk -v l="$library" '$2 ~ /[TDBRWVi]/ { print $3, l }'
done | sort -u -k1,1 >"$tmp/theirs"
object_files | xargs nm --defined-only --line-numbers --print-file-name |
	sed -n 's/^[^:]*:[0-9a-f]* [TDBR] \([A-Za-z_0-9]*\)\t\(.*\)$/\1 \2/p' | sort -u -k1,1 >"$tmp/ours"
join "$tmp/ours" "$tmp/theirs" | awk -v top="$PWD/" '$1 != "main" {
	sub(top, "", $2)
	print $2 ": " $1 " is also a name of lib" $3
}' | content

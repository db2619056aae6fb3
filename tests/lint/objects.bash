# objects.bash - sourced by the lints that look at compiled code: $objects holds it.  In the tree that is what the
# build left; a bad sample is compiled here.
# shellcheck shell=bash
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

if [ "$PWD" = "$TOP" ]; then
	objects=build/obj
else
	objects=$tmp/obj
	files 'cgi-bin/*.c' | while IFS= read -r file; do
		object=$objects/${file#cgi-bin/}
		mkdir -p "${object%/*}"
		gcc -std=c11 -g -fPIE -c -o "${object%.c}.o" "$file"
	done
fi

# object_files - the objects whose source is still there.
object_files() {
	find "$objects" -name '*.o' | sort | while IFS= read -r file; do
		source=cgi-bin/${file#"$objects"/}
		[ ! -e "${source%.o}.c" ] && [ ! -e "${source%.o}.cc" ] || printf '%s\n' "$file"
	done
}
if [ -z "$(object_files 2>/dev/null)" ]; then
	echo "$objects:1: there are no objects to look at; run make"
	exit 1
fi

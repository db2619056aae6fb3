#!/bin/bash
# Includes point down only; domain and web never meet below the programs; third-party headers stay in the cellar.
. "${0%/*}/files.bash"
c_files | xargs -r awk '
BEGIN {
	# which layers a file of a layer may include
	may["base"] = " base "
	may["wrap"] = may["gen"] = " base wrap gen "
	may["domain"] = " base wrap gen domain "
	may["web"] = " base wrap gen web "
	may["parts"] = " base wrap gen domain web parts "
	program = " base wrap gen domain web parts " # and the program itself
	split("assert ctype dirent errno fcntl fnmatch ftw getopt grp inttypes iso646 libgen limits locale math netdb poll " \
	      "pthread pwd regex search setjmp signal spawn stdalign stdarg stdbool stddef stdint stdio stdlib stdnoreturn " \
	      "string strings sysexits syslog termios time unistd wchar wctype endian byteswap", list, " ")
	for (i in list) system_header[list[i] ".h"] = 1
}
function object(what) { print FILENAME ":" FNR ": " what }
FNR == 1 { split(FILENAME, part, "/"); layer = part[2] }
/^[ \t]*#[ \t]*include[ \t]*"/ {
	split($0, piece, "\"")
	target = piece[2]
	if (target ~ /^\.|\.\.\// || target !~ /\//) { object("write the whole path: \"" target "\""); next }
	split(target, to, "/")
	allowed = layer in may ? may[layer] : program layer " "
	if (index(allowed, " " to[1] " ") == 0) object(layer " may not include " target)
}
/^[ \t]*#[ \t]*include[ \t]*</ {
	split($0, piece, /[<>]/)
	target = piece[2]
	if (layer == "wrap" || FILENAME ~ /base\/mem\.h$/ && target == "talloc.h") next
	if (target in system_header || target ~ /^(sys|arpa|netinet|net|linux)\//) next
	object("<" target "> is not of the C library: only wrap/ may include it")
}' | content

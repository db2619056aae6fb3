# tpl_names.awk - templates/*/*.tpl -> gen/tpl_names.h (enums) and gen/tpl_names.inc (the same names for tpl.cc).
# TPL_<folder>_<file> for each file, T_<NAME> for each marker, so that a misspelt one does not compile.
BEGIN { nf = 0; nn = 0 } # a subscript that was never set is "", not 0
FNR == 1 {
	f = FILENAME; sub(/^templates\//, "", f)
	id = f; sub(/\.tpl$/, "", id); gsub(/[^A-Za-z0-9]/, "_", id)
	files[nf] = f; ids[nf++] = id
	if ($0 !~ /^\{\{%AUTOESCAPE context="(HTML|CSS|JSON|XML)"\}\}/) {
		printf "%s:1: the first thing in a template must be {{%%AUTOESCAPE context=\"HTML\"}}\n", FILENAME > "/dev/stderr"; bad = 1; exit 1
	}
}
{
	s = $0
	while (match(s, /\{\{[#\/>^]?[A-Za-z_][A-Za-z0-9_]*/)) {
		m = substr(s, RSTART + 2, RLENGTH - 2); s = substr(s, RSTART + RLENGTH)
		if (m ~ /^\//) continue
		sub(/^[#>^]/, "", m)
		if (m ~ /^BI_/) continue
		if (m !~ /^[A-Z][A-Z0-9_]*$/) { printf "%s:%d: marker '%s' is not upper case\n", FILENAME, FNR, m > "/dev/stderr"; bad = 1; exit 1 }
		if (m ~ /_separator$/) continue
		if (!(m in seen)) { seen[m] = 1; names[nn++] = m }
	}
}
END {
	if (bad) exit 1
	h = out ".h.tmp"; inc = out ".inc.tmp"
	printf "/* made from templates/ by cgi-bin/gen/tpl_names.awk */\n#ifndef GEN_TPL_NAMES_H\n#define GEN_TPL_NAMES_H\n\nenum tpl_file {\n\tTPL_NONE,\n" > h
	for (i = 0; i < nf; i++) printf "\tTPL_%s,\n", ids[i] > h
	printf "\tTPL_COUNT\n};\n\nenum tpl_name {\n" > h
	for (i = 0; i < nn; i++) printf "\tT_%s,\n", names[i] > h
	printf "\tT_COUNT\n};\n\n#endif\n" > h
	for (i = 0; i < nf; i++) printf "TPL_FILE(\"%s\")\n", files[i] > inc
	for (i = 0; i < nn; i++) printf "TPL_NAME(%s)\n", names[i] > inc
	close(h); close(inc)
	system("mv " inc " " out ".inc && mv " h " " out ".h")
}

# sql.awk - sql/stmt/*.sql -> gen/sql.h and gen/sql.c.  The format is in cgi-bin/README.md.
# Any slip in a statement's heading stops the build with its file and line.

function die(msg) { printf "%s:%d: %s\n", FILENAME, FNR, msg > "/dev/stderr"; bad = 1; exit 1 }
function ctype(t) {
	if (t == "int" || t == "ref") return "int64_t "
	if (t == "text") return "const char *"
	if (t == "bytes") return "struct bytes "
	if (t == "day") return "day "
	if (t == "msec") return "msec "
	die("unknown type '" t "'")
}
function fields(list, names, types,    parts, n, i, p) {
	n = split(list, parts, /[ \t]+/)
	for (i = 1; i <= n; i++) {
		if (split(parts[i], p, ":") != 2) die("expected name:type, found '" parts[i] "'")
		names[i] = p[1]; types[i] = p[2]; ctype(p[2])
	}
	return n
}
function trim(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s }
function finish(    sql, rest, m, np, plist, key, i, nin, nout, tag, esc, bits, np2, pp, left) {
	if (name == "") return
	if (text == "") die("statement " name " is empty")
	delete inn; delete int_; delete outn; delete outt
	nin = trim(ins) == "" ? 0 : fields(trim(ins), inn, int_)
	nout = trim(outs) == "" ? 0 : fields(trim(outs), outn, outt)
	if (shape != "none" && nout == 0) die(name ": 'one' and 'many' need :out")
	if (shape == "none" && nout > 0) die(name ": 'none' has no :out")
	if (trim(fors) == "") die(name ": no :for")
	# named parameters -> '?'
	rest = text; sql = ""; np = 0
	delete used
	while (match(rest, /:[a-z][a-z0-9_]*/)) {
		key = substr(rest, RSTART + 1, RLENGTH - 1)
		for (i = 1; i <= nin; i++) if (inn[i] == key) break
		if (i > nin) die(name ": ':" key "' is not listed in :in")
		used[key] = 1
		np++; porder[np] = i
		sql = sql substr(rest, 1, RSTART - 1) "?"
		rest = substr(rest, RSTART + RLENGTH)
	}
	sql = sql rest
	for (i = 1; i <= nin; i++) if (!(inn[i] in used)) die(name ": parameter '" inn[i] "' is not used")
	tag = "sql_" name
	# header
	if (nin) {
		printf "struct %s_in {\n", tag > h
		for (i = 1; i <= nin; i++) printf "\t%s%s;\n", ctype(int_[i]), inn[i] > h
		printf "};\n" > h
	}
	rowtag = (rowname == "" ? tag : "sql_" rowname) "_row"
	if (nout && rowtag in rowcols && rowcols[rowtag] != outs) die(name ": columns differ from those of " rowtag)
	if (nout && !(rowtag in rowcols)) {
		rowcols[rowtag] = outs
		printf "struct %s {\n", rowtag > h
		for (i = 1; i <= nout; i++) printf "\t%s%s;\n", ctype(outt[i]), outn[i] > h
		printf "};\n" > h
	}
	arg = nin ? sprintf("const struct %s_in *in", tag) : ""
	pass = nin ? "in" : "NULL"
	printf "MUST_CHECK enum err %s(struct db *db", tag > h
	printf "enum err %s(struct db *db", tag > c
	if (shape == "none") {
		s = (nin ? ", " arg : "") ", struct db_done *done)"
		printf "%s;\n\n", s > h
		printf "%s\n{\n\treturn db_run(db, %d, %s, NULL, NULL, NULL, done);\n}\n\n", s, count, pass > c
	} else if (shape == "one") {
		s = ", void *ctx" (nin ? ", " arg : "") ", struct " rowtag " **row)"
		printf "%s;\n\n", s > h
		printf "%s\n{\n\tvoid *p = NULL;\n\tsize_t n = 0;\n\tenum err e = db_run(db, %d, %s, ctx, &p, &n, NULL);\n\t*row = p;\n\treturn e;\n}\n\n", s, count, pass > c
	} else {
		s = ", void *ctx" (nin ? ", " arg : "") ", struct " rowtag " **rows, size_t *n)"
		printf "%s;\n\n", s > h
		printf "%s\n{\n\tvoid *p = NULL;\n\tenum err e = db_run(db, %d, %s, ctx, &p, n, NULL);\n\t*rows = p;\n\treturn e;\n}\n\n", s, count, pass > c
	}
	# tables
	esc = sql
	gsub(/\\/, "\\\\", esc); gsub(/"/, "\\\"", esc); gsub(/\n/, "\\n\"\n\t\"", esc)
	if (np) {
		tables = tables sprintf("static const struct db_field in_%s[] = {\n", name)
		for (i = 1; i <= np; i++)
			tables = tables sprintf("\t{\"%s\", DB_%s, offsetof(struct %s_in, %s)},\n", inn[porder[i]], toupper(int_[porder[i]]), tag, inn[porder[i]])
		tables = tables "};\n"
	}
	if (nout) {
		tables = tables sprintf("static const struct db_field out_%s[] = {\n", name)
		for (i = 1; i <= nout; i++)
			tables = tables sprintf("\t{\"%s\", DB_%s, offsetof(struct %s, %s)},\n", outn[i], toupper(outt[i]), rowtag, outn[i])
		tables = tables "};\n"
	}
	np2 = split(trim(fors), pp, /[ \t]+/); bits = ""
	for (i = 1; i <= np2; i++) {
		if (!(pp[i] in prog)) { prog[pp[i]] = nprog; progs[nprog++] = pp[i] }
		bits = bits (i > 1 ? " | " : "") "UINT32_C(1) << " prog[pp[i]]
	}
	rows = rows sprintf("\t{\"%s\",\n\t\"%s\",\n\tDB_%s, %s, %s, %d, %s, %d, %s},\n", name, esc, toupper(shape), bits, \
		np ? "in_" name : "NULL", np, nout ? "out_" name : "NULL", nout, nout ? "sizeof(struct " rowtag ")" : "0")
	count++
	name = ""; text = ""
}
BEGIN {
	h = out ".h.tmp"; c = out ".c.tmp"; count = 0; nprog = 0
	printf "/* made from sql/stmt by cgi-bin/gen/sql.awk */\n#ifndef GEN_SQL_H\n#define GEN_SQL_H\n\n#include \"wrap/db.h\"\n\n" > h
	printf "/* made from sql/stmt by cgi-bin/gen/sql.awk */\n#include \"gen/sql.h\"\n\n#include <stddef.h>\n\n" > c
}
/^-- :name / {
	if (name != "") die("statement " name " does not end with ';'")
	if (NF != 4) die("expected '-- :name <name> <one|many|none>'")
	name = $3; shape = $4; ins = ""; outs = ""; fors = ""; rowname = ""; text = ""
	if (shape != "one" && shape != "many" && shape != "none") die("shape is one, many or none")
	if (name in seen) die("statement " name " exists already")
	seen[name] = 1
	next
}
/^-- :for / { sub(/^-- :for /, ""); fors = fors " " $0; next }
/^-- :in /  { sub(/^-- :in /, ""); ins = ins " " $0; next }
/^-- :row / { if (NF != 3) die("expected '-- :row <name>'"); rowname = $3; next }
/^-- :out / { sub(/^-- :out /, ""); outs = outs " " $0; next }
/^-- :/ { die("unknown heading") }
/^[ \t]*--/ { next }
/^[ \t]*$/ { next }
{
	if (name == "") die("text outside a statement")
	line = $0
	if (line ~ /;[ \t]*$/) {
		sub(/;[ \t]*$/, "", line); text = text (text == "" ? "" : "\n") line
		finish()
	} else text = text (text == "" ? "" : "\n") line
}
END {
	if (bad) exit 1
	if (name != "") die("statement " name " does not end with ';'")
	printf "%s\n", tables > c
	printf "const struct db_stmt db_stmts[] = {\n%s\t{NULL, NULL, DB_NONE, 0, NULL, 0, NULL, 0, 0},\n};\nconst size_t db_nstmts = %d;\n", rows, count > c
	printf "const char *const db_programs[] = {" > c
	for (i = 0; i < nprog; i++) printf "\"%s\", ", progs[i] > c
	printf "NULL};\n" > c
	printf "#endif\n" > h
	close(h); close(c)
	if (nprog > 32) die("more than 32 programs")
	system("mv " c " " out ".c && mv " h " " out ".h")
}

# templates.awk - reads a template letter by letter, as a browser would after ctemplate had filled it in.
# States: text, tag (between < and >), value (inside a quoted attribute), raw (inside script, style), comment.

function object(what) { print FILENAME ":" FNR ": " what }
function tag_end() {
	if (tag == "script" && !("src" in attribute)) object("script in the page; it belongs in static/js")
	if (tag == "style") object("style in the page; it belongs in static/css")
	by_src = tag == "script" && "src" in attribute
	state = (tag == "script" || tag == "style") ? "raw" : "text"
	delete attribute
}
function attribute_begin(    a) {
	a = tolower(word)
	attribute[a] = 1
	if (a ~ /^on[a-z]/) object("handler " a " in the page; it belongs in static/js")
	if (a == "style") object("style attribute; it belongs in static/css")
	current = a
	value = ""
}
function value_end() {
	if (tolower(value) ~ /^[ \t]*(javascript|vbscript|data):/) object(current " runs a script")
}
FNR == 1 {
	state = "text"
	if ($0 !~ /^\{\{%AUTOESCAPE context="HTML"\}\}/) object("the first thing must be {{%AUTOESCAPE context=\"HTML\"}}")
}
# The usual escaping makes a blank of a line break; what is shown or typed in lines needs :p (pre_escape).
/<(textarea|pre)([^<>{]|\{\{[^}]*\}\})*>\{\{[A-Z0-9_]+\}\}/ { object("line breaks are lost without {{...:p}}") }
{
	line = $0
	# Markers stand for text that is escaped; a letter in their place keeps words apart.
	gsub(/\{\{[^}]*\}\}/, "", line)
	n = length(line)
	for (i = 1; i <= n; i++) {
		c = substr(line, i, 1)
		if (state == "text") {
			if (substr(line, i, 4) == "<!--") { state = "comment"; i += 3 }
			else if (c == "<" && substr(line, i + 1, 1) ~ /[A-Za-z]/) {
				match(substr(line, i + 1), /^[A-Za-z0-9-]+/)
				tag = tolower(substr(line, i + 1, RLENGTH))
				i += RLENGTH
				state = "tag"; word = ""
			}
		} else if (state == "comment") {
			if (substr(line, i, 3) == "-->") { state = "text"; i += 2 }
		} else if (state == "raw") {
			if (tolower(substr(line, i, 2 + length(tag))) == "</" tag) state = "text"
			else if (c !~ /[ \t]/ && by_src) { object("a script with a src has no text"); by_src = 0 }
		} else if (state == "tag") {
			if (c == "\"") { object("a quote where an attribute should begin"); state = "value" }
			else if (c == "'") { object("attributes are quoted with \""); state = "text" }
			else if (c == "=") {
				attribute_begin(); word = ""
				if (substr(line, i + 1, 1) == "\"") { state = "value"; i++ }
				else { object("attribute " current " is not quoted with \""); state = "unquoted" }
			}
			else if (c == ">") { if (word != "") attribute[tolower(word)] = 1; tag_end() }
			else if (c ~ /[ \t\/]/) { if (word != "") attribute[tolower(word)] = 1; word = "" }
			else word = word c
		} else if (state == "unquoted") {
			if (c == ">") tag_end()
			else if (c ~ /[ \t]/) { state = "tag"; word = "" }
		} else { # value
			if (c == "\"") { value_end(); state = "tag"; word = "" }
			else value = value c
		}
	}
	if (state == "tag") { if (word != "") attribute[tolower(word)] = 1; word = "" }
}

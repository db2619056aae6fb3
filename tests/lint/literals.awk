# literals.awk - the string literals of C, one a line: "file:line:text".  Comments and character constants are none.
function flush() { if (started) print FILENAME ":" from ":" text; text = ""; started = 0 }
FNR == 1 { state = "code"; flush() }
{
	line = $0
	n = length(line)
	if (state == "string") state = "code" # a literal ends with its line
	for (i = 1; i <= n; i++) {
		c = substr(line, i, 1)
		if (state == "code") {
			two = substr(line, i, 2)
			if (two == "//") break
			if (two == "/*") { state = "comment"; i++ }
			else if (c == "\"") { state = "string"; if (!started) from = FNR; started = 1 }
			else if (c == "'") { i++; if (substr(line, i, 1) == "\\") i++; while (i <= n && substr(line, i, 1) != "'") i++ }
		} else if (state == "comment") {
			if (substr(line, i, 2) == "*/") { state = "code"; i++ }
		} else {
			if (c == "\\") { text = text c substr(line, i + 1, 1); i++ }
			else if (c == "\"") { state = "code"; flush() }
			else text = text c
		}
	}
	if (state == "string") flush()
}
END { flush() }

# tally.awk - TAP in, counts out: the last line is "passed failed skipped", the lines before it say what is wrong.
# A section begins with "# section NAME" and ends with "# end STATUS"; without such lines all is one section.
# Silence is not success: a section that ran nothing, stopped before its plan was done, or ended with a status that
# its tests do not explain counts as one more failure.

function begin(n) { name = n; plan = -1; ok = notok = skip = 0; node = 0; delete sum; open = 1 }
function problem(text) { print "  " name ": " text }
function finish(status,    missing) {
	if (!open) return
	open = 0
	if (node) { # node's own summary counts the tests inside tests too
		ok = sum["pass"]; notok = sum["fail"] + sum["cancelled"]; skip = sum["skipped"] + sum["todo"]
	} else if (plan > ok + notok + skip) {
		missing = plan - ok - notok - skip
		problem(missing " of " plan " tests did not report" (last != "" ? " (after: " last ")" : ""))
		notok += missing
	}
	if (ok + notok + skip == 0) { problem("ran no test"); notok++ }
	else if (!node && plan < 0) { problem("had no plan"); notok++ }
	else if (!node && plan < ok + notok + skip) { problem("ran more tests than planned"); notok++ }
	else if (status != 0 && notok == 0) { problem("ended with status " status); notok++ }
	passed += ok; failed += notok; skipped += skip
	last = ""
}
BEGIN { begin(suite) }
/^# section / { if (ok + notok + skip > 0 || plan >= 0) finish(0); begin($3); next }
/^# end /     { finish($3); next }
/^1\.\.[0-9]+/ { plan = substr($1, 4) + 0; next }
/^# (pass|fail|cancelled|skipped|todo) [0-9]+$/ { node = 1; sum[$2] = $3; next }
/^# reading / { last = $3; next }
/^ok / {
	if ($0 ~ /# *(SKIP|skip)/) { skip++; problem("skipped: " $0) } else ok++
	last = $0
	next
}
/^not ok / { notok++; last = $0 }
/^ *not ok / { sub(/^ */, ""); if ($0 !~ /# *[Tt][Oo][Dd][Oo]/) problem($0); complaint = 16; next }
# What is said about a failure follows it: comments from cmocka and lint, a few lines of YAML from node.
complaint > 0 && /^# / { print "    " substr($0, 3); next }
complaint > 0 && /^ +/ { if ($1 != "---") print "    " $0; complaint = $1 == "..." ? 0 : complaint - 1; next }
{ complaint = 0 }
END { finish(end_status + 0); print passed + 0, failed + 0, skipped + 0 }

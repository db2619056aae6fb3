# table.awk - medians and ratios of what was measured.
# Lines: <subject> <round> <answers> <errors> <seconds> <p50 ms> <p99 ms> <clock ticks>, subject "page", "a", "b" or "c".
# Ratios are taken within a round, so that a busy moment of the machine counts on both sides; then the median.
function median(list, n,    i, j, x) {
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && list[j - 1] > list[j]; j--) {
			x = list[j]; list[j] = list[j - 1]; list[j - 1] = x
		}
	low = list[1]; high = list[n]
	return n % 2 ? list[(n + 1) / 2] : (list[n / 2] + list[n / 2 + 1]) / 2
}
function of(subject, field,    r, n, list) {
	for (r = 1; r <= rounds; r++) list[++n] = value[subject, r, field]
	return median(list, n)
}
# ratio BASE FIELD - of the page's rate to the other's, or of the other's processor time to the page's
function ratio(base, field,    r, n, list, x, y, m) {
	for (r = 1; r <= rounds; r++) {
		x = value["page", r, field]; y = value[base, r, field]
		if (x > 0 && y > 0) list[++n] = field == "rate" ? x / y : y / x
	}
	m = n ? median(list, n) : 0
	return sprintf("   to (%s) %.3f (%.3f-%.3f)", base, m, low, high)
}
function ratios(field) {
	return ratio("a", field) ratio("b", field) (("c", 1, "rate") in value ? ratio("c", field) : "")
}
function row(subject, name,    rate) {
	if (!((subject, 1, "rate") in value)) return
	rate = of(subject, "rate")
	printf "  %-40s %9.1f  %-17s %8.2f %8.2f %7d %9d %8.0f\n", name, rate, sprintf("%.1f-%.1f", low, high),
		of(subject, "p50"), of(subject, "p99"), errors[subject], answers[subject], of(subject, "cpu")
}
{
	value[$1, $2, "rate"] = $5 > 0 ? $3 / $5 : 0
	value[$1, $2, "p50"] = $6
	value[$1, $2, "p99"] = $7
	value[$1, $2, "cpu"] = $3 > 0 ? $8 / hz / $3 * 1e6 : 0
	answers[$1] += $3
	errors[$1] += $4
	if ($2 > rounds) rounds = $2
}
END {
	printf "%-42s %9s  %-17s %8s %8s %7s %9s %8s\n", title, "per s", "(lowest-highest)", "p50 ms", "p99 ms", "errors",
		"answers", "CPU us"
	row("page", page)
	row("a", a)
	row("b", b)
	row("c", c)
	print "  answers per s:  " ratios("rate")
	print "  processor time: " ratios("cpu") "\n"
}

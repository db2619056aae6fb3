# table.awk - medians and ratios of what was measured.
# Lines: <subject> <round> <answers> <errors> <seconds> <p50 ms> <p99 ms>, subject "page", "a", "b" or "c".
# Ratios are taken within a round, so that a busy minute of the machine counts on both sides; then the median.
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
function ratio(base,    r, n, list, m) {
	if (!((base, 1, "rate") in value)) return ""
	for (r = 1; r <= rounds; r++) list[++n] = value["page", r, "rate"] / value[base, r, "rate"]
	m = median(list, n)
	return sprintf("%.3f (%.3f-%.3f)", m, low, high)
}
function row(subject, name,    rate) {
	if (!((subject, 1, "rate") in value)) return
	rate = of(subject, "rate")
	printf "  %-46s %9.1f  %-17s %8.2f %8.2f %7d %9d\n", name, rate, sprintf("%.1f-%.1f", low, high),
		of(subject, "p50"), of(subject, "p99"), errors[subject], answers[subject]
}
{
	value[$1, $2, "rate"] = $5 > 0 ? $3 / $5 : 0
	value[$1, $2, "p50"] = $6
	value[$1, $2, "p99"] = $7
	answers[$1] += $3
	errors[$1] += $4
	if ($2 > rounds) rounds = $2
}
END {
	printf "%-48s %9s  %-17s %8s %8s %7s %9s\n", title, "per s", "(lowest-highest)", "p50 ms", "p99 ms", "errors", "answers"
	row("page", page)
	row("a", a)
	row("b", b)
	row("c", c)
	printf "  ratio to (a) %s   to (b) %s", ratio("a"), ratio("b")
	if (("c", 1, "rate") in value) printf "   to (c) %s", ratio("c")
	printf "\n\n"
}

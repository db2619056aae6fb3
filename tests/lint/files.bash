# files.bash - sourced by the lints: which files they look at, and how they object.
# shellcheck shell=bash
set -u

# files PATTERN... - files whose path matches one of the patterns (as of `case`), one a line.  In the tree: what git
# tracks or would; in a bad sample: everything.
files() {
	local file pattern
	all_files | while IFS= read -r file; do
		for pattern; do
			# shellcheck disable=SC2254
			case $file in
			$pattern)
				printf '%s\n' "$file"
				break
				;;
			esac
		done
	done
}
all_files() {
	if [ "$PWD" = "$TOP" ]; then
		git -c core.quotepath=off ls-files -co --exclude-standard -- . ':!tests/lint/bad' | while IFS= read -r file; do
			[ ! -f "$file" ] || printf '%s\n' "$file" # not those that were just deleted
		done
	else
		find . -type f ! -name expected | sed 's|^\./||'
	fi | sort
}
c_files() { files 'cgi-bin/*.c' 'cgi-bin/*.h' 'cgi-bin/*.cc' 'cgi-bin/*.inc'; }

# content - end a lint: copy what the checks said, status 1 when they said anything.
content() {
	local said=0 line
	while IFS= read -r line; do
		printf '%s\n' "$line"
		said=1
	done
	return $said
}

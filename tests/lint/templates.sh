#!/bin/bash
# Templates: escaping first, attributes quoted, nothing that runs or styles in the page itself, and ctemplate's own
# syntax check.
. "${0%/*}/files.bash"
{
	files 'templates/*.tpl' | xargs -r -d '\n' awk -f "${0%/*}/templates.awk"
	# ctemplate's own message has a line only sometimes
	files 'templates/*.tpl' | while IFS= read -r file; do
		said=$(ctemplate-make_tpl_varnames_h -q -n -t "$PWD/" "$file" 2>&1) && [ -z "$said" ] && continue
		line=$(grep -oE '\bline [0-9]+' <<<"$said" | head -n 1 | cut -d' ' -f2)
		echo "$file:${line:-1}: ctemplate: $(head -n 1 <<<"$said" | sed 's/.*ERROR: //')"
	done
} | content

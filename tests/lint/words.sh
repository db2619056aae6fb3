#!/bin/bash
# Words that must not be in the tree.  The patterns are written so that they do not match themselves.
. "${0%/*}/files.bash"

# search WHAT PATTERN FILES-ON-STDIN...
search() { xargs -r -d '\n' grep -nIE -e "$2" /dev/null | cut -d: -f1,2 | sed "s|\$|: $1|"; }

{
	all_files | search "unfinished work is not left in the tree" '\b(TO[D]O|FIX[M]E|XX[X])\b'
	all_files | search "a path of one machine" '(^|[^a-z0-9_.$}/-])/(wor[k]|roo[t]|hom[e]/[a-z]+)/'
	all_files | search "a host to download from; the ordinary client knows where to ask" \
		'registry\.npm[j]s|registry\.yarn[p]kg|npm[m]irror|pypi\.or[g]|deb\.debia[n]\.org|security\.debia[n]\.org|artifactor[y]|"resolve[d]":'
	# Time comes in as a parameter, so that tests can lead the clock.
	files 'sql/stmt/*.sql' | xargs -r -d '\n' awk '
		{ text = tolower($0); sub(/--.*/, "", text) }
		text ~ /(now|curdate|curtime|sysdate|localtime|localtimestamp|current_date|current_time|current_timestamp|unix_timestamp|utc_date|utc_time|utc_timestamp) *\(/ &&
		text !~ /unix_timestamp *\([^)]/ ||
		text ~ /(^|[^a-z_.])(current_date|current_time|current_timestamp|localtime|localtimestamp|utc_date|utc_timestamp)([^a-z_(]|$)/ {
			print FILENAME ":" FNR ": a statement takes the time as a parameter"
		}'
} | sort -u -t: -k1,1 -k2,2n | content

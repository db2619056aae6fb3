#!/bin/bash
# HTML lives in templates/.
. "${0%/*}/files.bash"
files 'cgi-bin/*.c' 'cgi-bin/*.h' 'cgi-bin/*.cc' | xargs -r awk -f "${0%/*}/literals.awk" | awk '
{ split($0, part, ":"); place = part[1] ":" part[2]; text = tolower(substr($0, length(place) + 2)) }
text ~ /<\/?(a|abbr|article|aside|b|body|br|button|caption|dd|details|div|dl|dt|em|fieldset|figure|footer|form|h1|h2|h3|h4|head|header|hr|html|i|img|input|label|legend|li|link|main|meta|nav|ol|option|p|path|pre|script|section|select|small|span|strong|style|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|u|ul|!doctype)[ \/>]/ ||
text ~ /&(nbsp|lt|gt|amp|quot|#[0-9]+|#x[0-9a-f]+);/ || text ~ /(class|style|href|onclick)=[\\"'\'']/ {
	print place ": HTML belongs in templates/"
}' | content

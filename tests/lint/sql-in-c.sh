#!/bin/bash
# SQL lives in sql/stmt.  The exception is what keeps a connection (wrap/db.c): its session settings and transactions.
. "${0%/*}/files.bash"
files 'cgi-bin/*.c' 'cgi-bin/*.h' 'cgi-bin/*.cc' | xargs -r awk -f "${0%/*}/literals.awk" | awk '
{
	place = $0; sub(/:[^:]*$/, "", place)
	split($0, part, ":"); place = part[1] ":" part[2]; text = toupper(substr($0, length(place) + 2))
}
part[1] == "cgi-bin/wrap/db.c" && text ~ /^(SET SESSION |START TRANSACTION$|COMMIT$|ROLLBACK$)/ { next }
text ~ /(^|[^A-Z_])(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|ALTER|DROP|TRUNCATE|GRANT|REVOKE|CALL|LOCK|START|SET|SHOW) +([A-Z0-9_*`.,() ]* )?(FROM|INTO|SET|TABLE|TABLES|DATABASE|INDEX|USER|TRANSACTION|SESSION|GLOBAL|NAMES|VALUES|AS) / ||
text ~ /^ *SELECT +[0-9A-Z_*(]/ || text ~ / (WHERE|VALUES|HAVING) .*[=(?]/ || text ~ /(ORDER|GROUP) BY / ||
text ~ /^ *(START TRANSACTION|BEGIN|COMMIT|ROLLBACK);?$/ {
	print place ": SQL belongs in sql/stmt"
}' | content

#!/bin/bash
# conf/portal.conf.in explains every setting of base/conf_table.h, and no other.
. "${0%/*}/files.bash"
table=cgi-bin/base/conf_table.h
sample=conf/portal.conf.in
awk -v table=$table -v sample=$sample '
FILENAME == table && match($0, /^CONF_(TEXT|INT)\([a-z_0-9]+/) {
	name = substr($0, RSTART, RLENGTH); sub(/.*\(/, "", name)
	setting[name] = FNR
}
FILENAME == sample && /^[a-z_0-9]+ *=/ {
	name = $0; sub(/ *=.*/, "", name)
	explained[name] = FNR
}
END {
	for (name in setting) if (!(name in explained)) print table ":" setting[name] ": " sample " does not explain " name
	for (name in explained) if (!(name in setting)) print sample ":" explained[name] ": there is no setting " name
}' $table $sample | sort | content

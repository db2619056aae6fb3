#!/bin/bash
# After a Chinese character people read the full-width sign: ， ； ： ？ ！ （ ）.  Looks at templates and at strings of C;
# what stands before one may be data, as in "0,春节".  Strings of two characters are tokens for a parser.
. "${0%/*}/files.bash"
{
	files 'templates/*.tpl' | xargs -r -d '\n' grep -nH '' /dev/null
	files 'cgi-bin/*.c' 'cgi-bin/*.h' | xargs -r awk -f "${0%/*}/literals.awk"
} | perl -CSD -ne '
	my ($place, $text) = /^([^:]+:\d+):(.*)$/ or next;
	my $han = qr/[\x{3001}\x{3002}\x{4e00}-\x{9fff}\x{201c}\x{201d}]/;
	print "$place: half-width sign beside Chinese\n" if length($text) > 2 && $text =~ /$han[,;:?!()]/;
' | sort -u -t: -k1,1 -k2,2n | content

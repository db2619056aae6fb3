#include "domain/ics.h"

#include <string.h>

#include "base/mem.h"

#define LINE_MAX_OCTETS 75 /* 3.1, the line break not counted */
#define DAY_MS INT64_C(86400000)
#define CITY_MS (INT64_C(8) * 3600000) /* msec are UTC; days of base/time.h are those of the city */

static char *stamp(void *ctx, msec t)
{
	int year, month, mday;
	msec shifted = t - CITY_MS; /* the day in UTC is the city's day of eight hours before */
	int64_t second = ((t % DAY_MS) + DAY_MS) % DAY_MS / 1000;

	day_split(msec_day(shifted), &year, &month, &mday);
	return mem_fmt(ctx, "%04d%02d%02dT%02d%02d%02dZ", year, month, mday, (int)(second / 3600), (int)(second / 60 % 60),
		       (int)(second % 60));
}

/* escaped - text values (3.3.11), which have no control characters but the tab. */
static char *escaped(void *ctx, const char *s)
{
	char *out = mem_array(ctx, char, 2 * strlen(s) + 1), *o = out;

	for (; *s; s++) {
		if (((unsigned char)*s < 0x20 && *s != '\t' && *s != '\n') || *s == 0x7F)
			continue;
		if (*s == '\\' || *s == ';' || *s == ',' || *s == '\n')
			*o++ = '\\';
		*o++ = *s == '\n' ? 'n' : *s;
	}
	*o = '\0';
	return out;
}

/* line_add - one content line, folded between characters: a continuation begins with a blank. */
static char *line_add(void *ctx, char *text, const char *line)
{
	size_t room = LINE_MAX_OCTETS;

	for (const char *at = line; *at;) {
		size_t n = strlen(at);
		if (n > room)
			for (n = room; n > 1 && ((unsigned char)at[n] & 0xC0) == 0x80;)
				n--;
		text = mem_fmt(ctx, "%s%s%.*s\r\n", text, at == line ? "" : " ", (int)n, at);
		at += n;
		room = LINE_MAX_OCTETS - 1;
	}
	return text;
}

char *ics_text(void *ctx, const struct ics_event *e)
{
	const char *const lines[] = {
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//city service portal//booking//ZH",
		"CALSCALE:GREGORIAN",
		e->cancelled ? "METHOD:CANCEL" : "METHOD:PUBLISH",
		"BEGIN:VEVENT",
		mem_fmt(ctx, "UID:%s", e->uid),
		mem_fmt(ctx, "DTSTAMP:%s", stamp(ctx, e->stamp)),
		mem_fmt(ctx, "DTSTART:%s", stamp(ctx, e->start_at)),
		mem_fmt(ctx, "DTEND:%s", stamp(ctx, e->end_at)),
		mem_fmt(ctx, "SEQUENCE:%lld", (long long)e->sequence),
		e->cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
		mem_fmt(ctx, "SUMMARY:%s", escaped(ctx, e->summary)),
		mem_fmt(ctx, "LOCATION:%s", escaped(ctx, e->location)),
		mem_fmt(ctx, "DESCRIPTION:%s", escaped(ctx, e->description)),
		mem_fmt(ctx, "URL:%s", e->url),
		"BEGIN:VALARM",
		"ACTION:DISPLAY",
		mem_fmt(ctx, "DESCRIPTION:%s", escaped(ctx, e->summary)),
		"TRIGGER:-PT2H",
		"END:VALARM",
		"END:VEVENT",
		"END:VCALENDAR",
	};
	char *text = mem_str(ctx, "");

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		text = line_add(ctx, text, lines[i]);
	return text;
}

/* tpl_values.c - numbers and dates as people read them, through tpl_text. */
#include <stdio.h>

#include "base/time.h"
#include "wrap/tpl.h"

void tpl_int(struct tpl *d, enum tpl_name name, int64_t value)
{
	char buf[24];
	snprintf(buf, sizeof buf, "%lld", (long long)value);
	tpl_text(d, name, buf);
}

void tpl_day(struct tpl *d, enum tpl_name name, int32_t v)
{
	char buf[48] = "";
	if (v != DAY_NONE) {
		int y, m, md;
		day_split(v, &y, &m, &md);
		snprintf(buf, sizeof buf, "%d年%d月%d日", y, m, md);
	}
	tpl_text(d, name, buf);
}

void tpl_minute(struct tpl *d, enum tpl_name name, int64_t v)
{
	char buf[64] = "";
	if (v != MSEC_NONE) {
		int y, m, md;
		char t[MSEC_TEXT];
		day_split(msec_day(v), &y, &m, &md);
		snprintf(buf, sizeof buf, "%d年%d月%d日 %.5s", y, m, md, msec_text(v, t) + 11);
	}
	tpl_text(d, name, buf);
}

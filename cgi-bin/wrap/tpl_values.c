/* tpl_values.c - numbers and dates as people read them, through tpl_text. */
#include <string.h>

#include "base/time.h"
#include "wrap/tpl.h"

void tpl_int(struct tpl *d, enum tpl_name name, int64_t value)
{
	char buf[24], *at = buf + sizeof buf - 1;
	uint64_t left = value < 0 ? -(uint64_t)value : (uint64_t)value;

	*at = '\0';
	do
		*--at = (char)('0' + left % 10);
	while (left /= 10);
	if (value < 0)
		*--at = '-';
	tpl_text(d, name, at);
}

/* day_put - "2026年2月12日" from "2026-02-12"; returns the end. */
static char *day_put(char *at, const char *iso)
{
	static const char sign[3][4] = {"年", "月", "日"};
	static const int from[3] = {0, 5, 8}, digits[3] = {4, 2, 2};

	for (int i = 0; i < 3; i++) {
		int skip = i > 0 && iso[from[i]] == '0';
		at = mempcpy(at, iso + from[i] + skip, (size_t)(digits[i] - skip));
		at = mempcpy(at, sign[i], 3);
	}
	return at;
}

void tpl_day(struct tpl *d, enum tpl_name name, int32_t v)
{
	char iso[DAY_TEXT], buf[DAY_TEXT + 9], *at = buf;

	if (*day_text(v, iso))
		at = day_put(at, iso);
	*at = '\0';
	tpl_text(d, name, buf);
}

void tpl_minute(struct tpl *d, enum tpl_name name, int64_t v)
{
	char iso[MSEC_TEXT], buf[MSEC_TEXT + 9], *at = buf;

	if (*msec_text(v, iso))
		at = mempcpy(day_put(at, iso), iso + 10, 6);
	*at = '\0';
	tpl_text(d, name, buf);
}

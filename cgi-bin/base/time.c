#include "base/time.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/text.h"

#define DAY_MSEC INT64_C(86400000)
#define ZONE_MSEC INT64_C(28800000) /* UTC+8, all year */
#define DAYS_400Y 146097            /* the Gregorian calendar repeats after this many days */
#define DAYS_100Y 36524
#define DAYS_4Y 1461
#define EPOCH_DAYS 719162 /* from 0001-01-01 to 1970-01-01 */

/* days of a year before its month m (index m - 1), in a common and in a leap year */
static const int days_before[2][13] = {
	{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
	{0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366},
};

static const char *clock_file; /* tests only; NULL in service */

static int64_t floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

static bool leap_year(int64_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool day_valid(int year, int month, int mday)
{
	const int *before;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || mday < 1)
		return false;
	before = days_before[leap_year(year)];
	return mday <= before[month] - before[month - 1];
}

day day_make(int year, int month, int mday)
{
	int64_t past = (int64_t)year - 1; /* whole years since 0001 */
	int64_t n = past * 365 + floor_div(past, 4) - floor_div(past, 100) + floor_div(past, 400);

	return (day)(n + days_before[leap_year(year)][month - 1] + mday - 1 - EPOCH_DAYS);
}

void day_split(day d, int *year, int *month, int *mday)
{
	int64_t n = (int64_t)d + EPOCH_DAYS;
	int64_t cycles = floor_div(n, DAYS_400Y);
	int rest = (int)(n - cycles * DAYS_400Y);
	/* the last century of a cycle and the last year of four are one day longer than the division supposes */
	int centuries = rest / DAYS_100Y < 3 ? rest / DAYS_100Y : 3;
	int fours, ones, m = 1;
	const int *before;

	rest -= centuries * DAYS_100Y;
	fours = rest / DAYS_4Y;
	rest -= fours * DAYS_4Y;
	ones = rest / 365 < 3 ? rest / 365 : 3;
	rest -= ones * 365;
	*year = (int)(cycles * 400) + centuries * 100 + fours * 4 + ones + 1;
	before = days_before[leap_year(*year)];
	while (rest >= before[m])
		m++;
	*month = m;
	*mday = rest - before[m - 1] + 1;
}

int day_weekday(day d)
{
	int64_t n = (int64_t)d + 3; /* 1970-01-01 was a Thursday */

	return (int)(n - floor_div(n, 7) * 7) + 1;
}

/* Digits of one fixed-width number; -1 when a character is none. */
static int digits_read(const char *s, size_t n)
{
	int v = 0;

	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9')
			return -1;
		v = v * 10 + (s[i] - '0');
	}
	return v;
}

/* "YYYY-MM-DD" at the start of text that is at least ten bytes long. */
static bool date_read(const char *text, day *out)
{
	int year = digits_read(text, 4), month = digits_read(text + 5, 2), mday = digits_read(text + 8, 2);

	if (text[4] != '-' || text[7] != '-' || year < 1900 || year > 2199 || !day_valid(year, month, mday))
		return false;
	*out = day_make(year, month, mday);
	return true;
}

bool day_parse(const char *text, day *out)
{
	return text && strlen(text) == DAY_TEXT - 1 && date_read(text, out);
}

static char *digits_write(char *at, int v, int width)
{
	for (int i = width; i-- > 0; v /= 10)
		at[i] = (char)('0' + v % 10);
	return at + width;
}

char *day_text(day d, char buf[static DAY_TEXT])
{
	int year, month, mday;
	char *at = buf;

	day_split(d, &year, &month, &mday);
	if (year >= 1 && year <= 9999) { /* DAY_NONE is far outside */
		at = digits_write(at, year, 4);
		*at++ = '-';
		at = digits_write(at, month, 2);
		*at++ = '-';
		at = digits_write(at, mday, 2);
	}
	*at = '\0';
	return buf;
}

char *day_words(void *ctx, day d)
{
	int y, m, n;

	if (d == DAY_NONE)
		return mem_str(ctx, "");
	day_split(d, &y, &m, &n);
	return mem_fmt(ctx, "%d年%d月%d日", y, m, n);
}

char *msec_soon(void *ctx, msec t)
{
	int y, m, n;

	if (t == MSEC_NONE)
		return mem_str(ctx, "");
	day d = msec_day(t);
	int minute = (int)((t - msec_make(d, 0, 0, 0, 0)) / 60000);
	day_split(d, &y, &m, &n);
	return mem_fmt(ctx, "%d月%d日 %02d:%02d", m, n, minute / 60, minute % 60);
}

day msec_day(msec t)
{
	int64_t d = t == MSEC_NONE ? DAY_NONE : floor_div(t, DAY_MSEC);

	if (t == MSEC_NONE || d < INT32_MIN || d >= INT32_MAX)
		return DAY_NONE;
	/* the zone is added after the division, where it cannot overflow */
	return (day)(d + (t - d * DAY_MSEC >= DAY_MSEC - ZONE_MSEC));
}

msec msec_make(day d, int hour, int minute, int second, int milli)
{
	if (d == DAY_NONE)
		return MSEC_NONE;
	return d * DAY_MSEC - ZONE_MSEC + ((hour * INT64_C(60) + minute) * 60 + second) * 1000 + milli;
}

char *msec_text(msec t, char buf[static MSEC_TEXT])
{
	day d = msec_day(t);
	int in_day;
	char *at;

	day_text(d, buf);
	if (!buf[0])
		return buf;
	in_day = (int)(t - msec_make(d, 0, 0, 0, 0));
	at = buf + DAY_TEXT - 1;
	*at++ = ' ';
	at = digits_write(at, in_day / 3600000, 2);
	*at++ = ':';
	at = digits_write(at, in_day / 60000 % 60, 2);
	*at++ = ':';
	at = digits_write(at, in_day / 1000 % 60, 2);
	*at++ = '.';
	at = digits_write(at, in_day % 1000, 3);
	*at = '\0';
	return buf;
}

/* "YYYY-MM-DD HH:MM:SS", then nothing but one line break. */
static bool clock_read(const char *text, msec *out)
{
	int hour, minute, second;
	day d;

	if (strcspn(text, "\n") != 19 || (text[19] && text[20]) || !date_read(text, &d))
		return false;
	hour = digits_read(text + 11, 2);
	minute = digits_read(text + 14, 2);
	second = digits_read(text + 17, 2);
	if (text[10] != ' ' || text[13] != ':' || text[16] != ':')
		return false;
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
		return false;
	*out = msec_make(d, hour, minute, second, 0);
	return true;
}

static bool clock_file_read(const char *path, msec *out)
{
	char text[64] = "";
	ssize_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	n = read(fd, text, sizeof(text) - 1);
	close(fd);
	return n > 0 && clock_read(text, out);
}

msec msec_now(void)
{
	struct timespec ts;
	msec t;

	if (clock_file) {
		if (clock_file_read(clock_file, &t))
			return t;
		log_warn("clock file %s does not hold \"YYYY-MM-DD HH:MM:SS\"; using the real time", clock_file);
	}
	clock_gettime(CLOCK_REALTIME, &ts);
	return (msec)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

void time_follow_file(const char *path)
{
	clock_file = text_empty(path) ? NULL : path;
}

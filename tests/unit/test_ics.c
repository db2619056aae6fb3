/* The calendar file of a visit, against RFC 5545: unfolded, split and unescaped here by the RFC's own words, with nothing of domain/ics.c. */
#include "domain/ics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"

#define LINES 64
#define FOLD 75 /* 3.1: "SHOULD NOT be longer than 75 octets, excluding the line break" */

static const struct ics_event visit = {
	.uid = "booking-42@zwfw.example.cn", .sequence = 3, .summary = "预约办事：食品经营许可", .location = "政务服务中心",
	.description = "请带身份证", .url = "https://zwfw.example.cn/t/BABC",
};

/* A file as it is read: lines put together again (3.1) */
struct read {
	char text[16384];
	const char *line[LINES];
	size_t n;
};

/* octets_in_character - of a sequence that begins at s; 0: none begins there. */
static size_t octets_in_character(const unsigned char *s)
{
	size_t n = *s < 0x80 ? 1 : *s >= 0xC2 && *s < 0xE0 ? 2 : *s >= 0xE0 && *s < 0xF0 ? 3 : *s >= 0xF0 && *s < 0xF5 ? 4 : 0;

	for (size_t i = 1; i < n; i++)
		if ((s[i] & 0xC0) != 0x80)
			return 0;
	return n;
}

/* physical_line - one line of the file: it ends by CRLF, is short enough, and has whole characters only (3.1 lets a reader cut
 * within one; phones that do not put octets together first would show rubbish). */
static const char *physical_line(const char *at, size_t *n)
{
	const char *end = strstr(at, "\r\n");

	assert_non_null(end);
	*n = (size_t)(end - at);
	assert_true(*n <= FOLD);
	for (const char *c = at; c < end;) {
		size_t len = octets_in_character((const unsigned char *)c);
		assert_true(len > 0 && c + len <= end);
		assert_true(*c == '\t' || ((unsigned char)*c >= 0x20 && *c != 0x7F)); /* no control, so no bare CR or LF either */
		c += len;
	}
	return end + 2;
}

static void read_file(const char *file, struct read *r)
{
	char *o = r->text;
	size_t n;

	r->n = 0;
	for (const char *at = file, *next; *at; at = next) {
		next = physical_line(at, &n);
		bool more = r->n > 0 && *at == ' ';
		if (!more) {
			assert_true(r->n < LINES && n > 0);
			if (r->n)
				o++;
			r->line[r->n++] = o;
		}
		memcpy(o, at + more, n - more);
		o += n - more;
		*o = '\0';
		assert_true((size_t)(o - r->text) < sizeof(r->text) - FOLD);
	}
}

/* value - of the only property of this name before the alarm, or NULL. */
static const char *value(const struct read *r, const char *name)
{
	const char *found = NULL;
	size_t n = strlen(name);

	for (size_t i = 0; i < r->n && strcmp(r->line[i], "BEGIN:VALARM") != 0; i++)
		if (strncmp(r->line[i], name, n) == 0 && r->line[i][n] == ':') {
			assert_null(found);
			found = r->line[i] + n + 1;
		}
	return found;
}

/* unescaped - 3.3.11: ESCAPED-CHAR is one of \\ \; \, \N \n, and these are never bare. */
static char *unescaped(void *ctx, const char *s)
{
	char *out = mem_array(ctx, char, strlen(s) + 1), *o = out;

	while (*s) {
		char c = *s++;
		assert_true(c != ';' && c != ',');
		if (c == '\\') {
			c = *s++;
			assert_true(c && strchr("\\;,nN", c) != NULL);
			c = c == 'n' || c == 'N' ? '\n' : c;
		}
		*o++ = c;
	}
	*o = '\0';
	return out;
}

static struct read *of(void *ctx, const struct ics_event *e)
{
	struct read *r = mem_new(ctx, struct read);

	read_file(ics_text(ctx, e), r);
	return r;
}

/* --- what is in it ------------------------------------------------------------------------------------------- */

static void components_nest_and_required_properties_are_there(void **state)
{
	void *ctx = talloc_new(NULL);
	struct read *r = of(ctx, &visit);
	const char *open[8];
	size_t depth = 0;

	(void)state;
	for (size_t i = 0; i < r->n; i++) {
		if (strncmp(r->line[i], "BEGIN:", 6) == 0)
			open[depth++] = r->line[i] + 6;
		else if (strncmp(r->line[i], "END:", 4) == 0) {
			assert_true(depth > 0);
			assert_string_equal(r->line[i] + 4, open[--depth]);
		}
		assert_true(depth > 0 || i + 1 == r->n);
		assert_true(depth < 8);
	}
	assert_string_equal(r->line[0], "BEGIN:VCALENDAR");
	assert_string_equal(value(r, "VERSION"), "2.0");     /* 3.7.4, required */
	assert_non_null(value(r, "PRODID"));                 /* 3.7.3, required */
	assert_string_equal(value(r, "METHOD"), "PUBLISH");  /* 3.7.2 */
	assert_non_null(value(r, "DTSTAMP"));                /* 3.6.1, required */
	assert_string_equal(value(r, "UID"), visit.uid);     /* 3.8.4.7, the same for each change */
	assert_string_equal(value(r, "SEQUENCE"), "3");      /* 3.8.7.4 */
	assert_string_equal(value(r, "STATUS"), "CONFIRMED"); /* 3.8.1.11 */
	assert_string_equal(value(r, "URL"), visit.url);     /* a URI is not escaped (3.3.13) */
	assert_null(value(r, "DURATION"));                   /* not beside DTEND (3.6.1) */
	talloc_free(ctx);
}

static void a_cancelled_visit_takes_the_same_entry_away(void **state)
{
	void *ctx = talloc_new(NULL);
	struct ics_event e = visit;

	(void)state;
	e.cancelled = true;
	e.sequence = 4;
	struct read *r = of(ctx, &e);
	assert_string_equal(value(r, "METHOD"), "CANCEL");
	assert_string_equal(value(r, "STATUS"), "CANCELLED");
	assert_string_equal(value(r, "UID"), visit.uid);
	assert_string_equal(value(r, "SEQUENCE"), "4");
	talloc_free(ctx);
}

/* Form #2 of 3.3.5, with Z: the city is eight hours ahead, so that the early morning is still yesterday in UTC. */
static void times_are_utc(void **state)
{
	static const struct {
		int year, month, mday, hour, minute;
		const char *utc;
	} times[] = {
		{2026, 3, 2, 9, 30, "20260302T013000Z"},  {2026, 3, 2, 8, 0, "20260302T000000Z"},  {2026, 3, 2, 7, 59, "20260301T235900Z"},
		{2026, 1, 1, 0, 0, "20251231T160000Z"},   {2024, 3, 1, 7, 0, "20240229T230000Z"},  {2025, 3, 1, 7, 0, "20250228T230000Z"},
		{2026, 12, 31, 23, 59, "20261231T155900Z"},
	};
	void *ctx = talloc_new(NULL);

	(void)state;
	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++) {
		struct ics_event e = visit;
		e.start_at = msec_make(day_make(times[i].year, times[i].month, times[i].mday), times[i].hour, times[i].minute, 0, 0);
		e.end_at = e.start_at + 30 * 60000;
		e.stamp = e.start_at - 1; /* the second before has begun */
		struct read *r = of(ctx, &e);
		assert_string_equal(value(r, "DTSTART"), times[i].utc);
		assert_true(strcmp(value(r, "DTEND"), times[i].utc) > 0);
		assert_true(strcmp(value(r, "DTSTAMP"), times[i].utc) < 0);
		assert_int_equal(strlen(value(r, "DTSTAMP")), strlen(times[i].utc));
	}
	talloc_free(ctx);
}

static void texts_are_escaped(void **state)
{
	static const struct {
		const char *text, *is;
	} texts[] = {
		{"a,b;c", "a\\,b\\;c"}, {"C:\\new", "C:\\\\new"}, {"第一行\n第二行", "第一行\\n第二行"}, {"第一行\r\n第二行", "第一行\\n第二行"},
		{"a:b\"c'", "a:b\"c'"}, {"", ""},
	};
	void *ctx = talloc_new(NULL);

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct ics_event e = visit;
		e.summary = e.location = e.description = texts[i].text;
		struct read *r = of(ctx, &e);
		assert_string_equal(value(r, "SUMMARY"), texts[i].is);
		assert_string_equal(value(r, "LOCATION"), texts[i].is);
		assert_string_equal(value(r, "DESCRIPTION"), texts[i].is);
	}
	talloc_free(ctx);
}

/* A text from outside cannot add a property or a second entry. */
static void no_text_becomes_a_line(void **state)
{
	void *ctx = talloc_new(NULL);
	struct ics_event e = visit;

	(void)state;
	size_t lines = of(ctx, &visit)->n;
	e.description = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:other\r\n ATTACH:http://x\001\tend\x7F";
	e.summary = e.description;
	struct read *r = of(ctx, &e);
	assert_int_equal(r->n, lines);
	assert_string_equal(value(r, "UID"), visit.uid);
	talloc_free(ctx);
}

/* Every length of every mixture of one- to four-octet characters, through both folds. */
static void lines_are_folded_between_characters(void **state)
{
	static const char *const characters[] = {"a", "é", "预", "𠮷", "\\", ";", "\n"};
	uint32_t x = 20260302;

	(void)state;
	for (int length = 0; length < 400; length++) {
		void *ctx = talloc_new(NULL);
		char *text = mem_str(ctx, "");
		for (int i = 0; i < length; i++) {
			x = x * 1664525u + 1013904223u;
			text = mem_fmt(ctx, "%s%s", text, characters[length % 3 == 0 ? 2 : (x >> 16) % 7]);
		}
		struct ics_event e = visit;
		e.description = text;
		struct read *r = of(ctx, &e);
		assert_string_equal(unescaped(ctx, value(r, "DESCRIPTION")), text);
		talloc_free(ctx);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(components_nest_and_required_properties_are_there),
		cmocka_unit_test(a_cancelled_visit_takes_the_same_entry_away),
		cmocka_unit_test(times_are_utc),
		cmocka_unit_test(texts_are_escaped),
		cmocka_unit_test(no_text_becomes_a_line),
		cmocka_unit_test(lines_are_folded_between_characters),
	};

	mem_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}

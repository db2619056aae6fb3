/* calendar_file.c - the yearly table as a file. */
#include "domain/calendar_file.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

#define NAME_CHARS 40 /* calendar_day.name */
#define DAYS_IN_YEAR 366
#define HEADING "date,working,name"

static const char *const weekday_names[] = {"",       "星期一", "星期二", "星期三",
					    "星期四", "星期五", "星期六", "星期日"};

/* Statutory days off that fall on the same date each year (全国年节及纪念日放假办法 2). */
static const struct fixed_day {
	int month, mday;
	int since;
} fixed_days[] = {{1, 1, 2000}, {5, 1, 2000}, {5, 2, 2025}, {10, 1, 2000}, {10, 2, 2000}, {10, 3, 2000}};

static const struct working_word {
	const char *word;
	bool working;
} working_words[] = {{"1", true}, {"班", true}, {"0", false}, {"休", false}};

struct reader {
	void *ctx;
	const struct calendar *base; /* NULL: Monday to Friday */
	int year;
	size_t line; /* the one being read */
	bool headed; /* the heading has been seen */
	struct {
		size_t line; /* 0: this date has no row */
		struct calendar_row row;
	} slots[DAYS_IN_YEAR]; /* by day of the year, so that rows come out sorted */
	struct calendar_faults *faults;
};

bool calendar_region_ok(const char *region)
{
	int64_t code;

	return text_eq(region, CALENDAR_NATION) ||
	       (region && strlen(region) == 6 && text_int(region, 100000, 999999, &code));
}

/* --- faults -------------------------------------------------------------------------------------------- */

static void fault(struct reader *r, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void fault(struct reader *r, const char *fmt, ...)
{
	struct calendar_faults *f = r->faults;
	char text[512];
	va_list args;

	if (f->n == CALENDAR_FAULTS_MAX)
		return;
	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	f->at[f->n++] = (struct calendar_fault){.line = r->line, .text = mem_str(f->at, text)};
}

/* As much of a field as a message can show. */
static const char *excerpt(void *ctx, const char *field)
{
	return mem_copy(ctx, field, utf8_prefix(field, 20));
}

/* --- one line ------------------------------------------------------------------------------------------ */

/* A number of one to `width` digits, then the separator (0: the end). */
static bool part_read(const char **at, size_t width, char separator, int *out)
{
	int v = 0;
	size_t n = strspn(*at, "0123456789");

	if (n < 1 || n > width || (*at)[n] != separator)
		return false;
	for (size_t i = 0; i < n; i++)
		v = v * 10 + ((*at)[i] - '0');
	*at += n + (separator != '\0');
	*out = v;
	return true;
}

static bool date_read(const char *field, int *year, int *month, int *mday)
{
	char separator = strchr(field, '/') ? '/' : '-';

	return part_read(&field, 4, separator, year) && part_read(&field, 2, separator, month) &&
	       part_read(&field, 2, '\0', mday) && *year >= 1000 && day_valid(*year, *month, *mday);
}

static bool working_read(const char *field, bool *out)
{
	for (size_t i = 0; i < sizeof(working_words) / sizeof(working_words[0]); i++) {
		if (text_eq(field, working_words[i].word)) {
			*out = working_words[i].working;
			return true;
		}
	}
	return false;
}

static bool name_ok(const char *name)
{
	size_t chars = utf8_len(name);

	for (const char *p = name; *p; p++) {
		if ((unsigned char)*p < 0x20 || *p == 0x7F || *p == '"')
			return false;
	}
	return chars >= 1 && chars <= NAME_CHARS;
}

static bool base_working(const struct reader *r, day d)
{
	return r->base ? calendar_is_working(r->base, d) : day_weekday(d) <= 5;
}

/* The row fits the year, is not there yet, and changes something or at least names a day off. */
static void row_keep(struct reader *r, const struct calendar_row *row)
{
	char date[DAY_TEXT];
	int year, month, mday;
	size_t slot;

	day_text(row->date, date);
	day_split(row->date, &year, &month, &mday);
	if (year != r->year) {
		fault(r, "日期 %s 不在 %d 年。这个文件只能写 %d 年的日期，请检查年份。", date, r->year, r->year);
		return;
	}
	slot = (size_t)(row->date - day_make(year, 1, 1));
	if (r->slots[slot].line > 0) {
		fault(r, "日期 %s 重复了，第 %zu 行已经写过，请删去其中一行。", date, r->slots[slot].line);
		return;
	}
	if (row->working && base_working(r, row->date))
		fault(r, "%s 是%s，%s上班，不用写。如果这一天放假，请把第二栏改成 0；如果日期写错了，请改正。", date,
		      weekday_names[day_weekday(row->date)], r->base ? "按全国安排就" : "本来就");
	r->slots[slot].line = r->line;
	r->slots[slot].row = *row;
}

/* Three fields from a line; false when there are more or fewer. */
static bool fields_split(void *ctx, const char *line, const char *out[3])
{
	for (size_t i = 0; i < 3; i++) {
		size_t n = strcspn(line, ",");

		if ((line[n] == ',') != (i < 2))
			return false;
		out[i] = text_trim(ctx, mem_copy(ctx, line, n));
		line += n + 1;
	}
	return true;
}

static void row_read(struct reader *r, const char *line)
{
	const char *field[3];
	struct calendar_row row;
	int year, month, mday;

	if (!fields_split(r->ctx, line, field)) {
		fault(r, "这一行应当有三栏：日期、上班或休息、名称，用英文逗号隔开，例如 2026-02-15,0,春节。");
		return;
	}
	if (!date_read(field[0], &year, &month, &mday)) {
		fault(r, "日期“%s”写得不对，或者没有这一天。请写成 2026-02-15 这样。", excerpt(r->ctx, field[0]));
		return;
	}
	row.date = day_make(year, month, mday);
	row.name = field[2];
	if (!working_read(field[1], &row.working)) {
		fault(r, "第二栏“%s”不对。这一天上班请写 1，休息请写 0。", excerpt(r->ctx, field[1]));
		return;
	}
	if (!name_ok(row.name)) {
		fault(r, "名称要有 1 到 %d 个字，不能有引号，例如：春节、春节调休上班。", NAME_CHARS);
		return;
	}
	row_keep(r, &row);
}

static void line_read(struct reader *r, const char *line)
{
	if (text_empty(line) || line[0] == '#')
		return;
	if (r->headed) {
		row_read(r, line);
		return;
	}
	r->headed = true;
	if (!text_eq(line, HEADING))
		fault(r, "第一行应当是“%s”，请照样写上。", HEADING);
}

/* --- the whole file ------------------------------------------------------------------------------------ */

static const char *after_byte_order_mark(const char *text)
{
	return text_starts(text, "\xEF\xBB\xBF") ? text + 3 : text;
}

/* The line at *text without blanks around it, *text moved past its end; NULL at the end of the text. */
static char *line_next(void *ctx, const char **text)
{
	const char *line = *text;
	size_t n = strcspn(line, "\r\n");

	if (!*line)
		return NULL;
	*text += n;
	*text += text_starts(*text, "\r\n") ? 2 : **text != '\0';
	return text_trim(ctx, mem_copy(ctx, line, n));
}

static void lines_read(struct reader *r, const char *text)
{
	char *line;

	for (text = after_byte_order_mark(text); (line = line_next(r->ctx, &text)) != NULL;) {
		r->line++;
		line_read(r, line);
	}
	r->line = 0;
}

static struct calendar_rows rows_collect(const struct reader *r, void *ctx)
{
	struct calendar_rows out = {.at = mem_array(ctx, struct calendar_row, DAYS_IN_YEAR)};

	for (size_t i = 0; i < DAYS_IN_YEAR; i++) {
		if (r->slots[i].line == 0)
			continue;
		out.at[out.n] = r->slots[i].row;
		out.at[out.n].name = mem_str(out.at, out.at[out.n].name);
		out.n++;
	}
	return out;
}

/* A file that was cut short would turn holidays into working days without a word. */
static void fixed_days_check(struct reader *r)
{
	for (size_t i = 0; i < sizeof(fixed_days) / sizeof(fixed_days[0]); i++) {
		const struct fixed_day *f = &fixed_days[i];
		day d = day_make(r->year, f->month, f->mday);
		size_t slot = (size_t)(d - day_make(r->year, 1, 1));
		bool working = r->slots[slot].line > 0 ? r->slots[slot].row.working : day_weekday(d) <= 5;

		if (r->year >= f->since && working)
			fault(r, "%d 月 %d 日是法定节日，按这个文件却要上班。文件可能不完整，请对照通知补全。", f->month,
			      f->mday);
	}
}

static void file_read(struct reader *r, const char *text, size_t n)
{
	if (r->year < CALENDAR_YEAR_MIN || r->year > CALENDAR_YEAR_MAX)
		fault(r, "年份应当在 %d 到 %d 之间。", CALENDAR_YEAR_MIN, CALENDAR_YEAR_MAX);
	else if (n > CALENDAR_FILE_MAX)
		fault(r, "文件太大，一年的安排不会超过 %d KB，请检查是不是选错了文件。", CALENDAR_FILE_MAX / 1024);
	else if (!utf8_ok(text, n))
		fault(r, "文件不是 UTF-8 编码，请另存为“CSV UTF-8”格式后再导入。");
	else
		lines_read(r, mem_copy(r->ctx, text, n));
}

enum err calendar_parse_csv(void *ctx, const char *text, size_t n, int year, const struct calendar *base,
			    struct calendar_rows *rows, struct calendar_faults *faults)
{
	struct reader *r = mem_new(ctx, struct reader);

	r->ctx = r;
	r->base = base;
	r->year = year;
	r->faults = faults;
	*faults = (struct calendar_faults){.at = mem_array(ctx, struct calendar_fault, CALENDAR_FAULTS_MAX)};
	file_read(r, text, n);
	*rows = rows_collect(r, ctx);
	if (faults->n == 0 && rows->n == 0)
		fault(r, "文件里一天也没有，请检查是不是选错了文件。");
	if (faults->n == 0 && !base)
		fixed_days_check(r);
	talloc_free(r);
	return faults->n > 0 ? ERR_INVALID : ERR_NONE;
}

/* --- what a file says of itself ------------------------------------------------------------------------ */

static void heading_set(struct calendar_heading *h, const char *key, const char *value)
{
	int64_t year;

	if (text_eq(key, "region"))
		h->region = value;
	else if (text_eq(key, "year") && text_int(value, CALENDAR_YEAR_MIN, CALENDAR_YEAR_MAX, &year))
		h->year = (int)year;
	else if (text_eq(key, "notice"))
		h->notice_no = value;
	else if (text_eq(key, "note"))
		h->note = value;
}

struct calendar_heading calendar_parse_heading(void *ctx, const char *text, size_t n)
{
	struct calendar_heading h = {NULL, 0, NULL, NULL};
	const char *at;
	char *line;

	if (n > CALENDAR_FILE_MAX || !utf8_ok(text, n))
		return h;
	at = after_byte_order_mark(mem_copy(ctx, text, n));
	while ((line = line_next(ctx, &at)) != NULL && (text_empty(line) || *line == '#')) {
		char *colon = strchr(line, ':');

		if (!colon)
			continue;
		*colon = '\0';
		heading_set(&h, text_trim(ctx, line + 1), text_trim(ctx, colon + 1));
	}
	return h;
}

/* --- comparing ----------------------------------------------------------------------------------------- */

static bool rows_same(const struct calendar_row *a, const struct calendar_row *b)
{
	return a->date == b->date && a->working == b->working && text_eq(a->name, b->name);
}

struct calendar_changes calendar_diff(void *ctx, const struct calendar_rows *before,
				      const struct calendar_rows *after)
{
	struct calendar_changes out = {.at = mem_array(ctx, struct calendar_change, before->n + after->n)};
	size_t b = 0, a = 0;

	while (b < before->n || a < after->n) {
		struct calendar_change *c = &out.at[out.n];

		if (a == after->n || (b < before->n && before->at[b].date < after->at[a].date)) {
			*c = (struct calendar_change){.kind = CALENDAR_REMOVE, .before = before->at[b++]};
		} else if (b == before->n || after->at[a].date < before->at[b].date) {
			*c = (struct calendar_change){.kind = CALENDAR_ADD, .after = after->at[a++]};
		} else {
			*c = (struct calendar_change){CALENDAR_CHANGE, before->at[b++], after->at[a++]};
			if (rows_same(&c->before, &c->after))
				continue;
		}
		out.n++;
	}
	return out;
}

static char *row_text(void *ctx, const struct calendar_row *row)
{
	return mem_fmt(ctx, "%s（%s）", row->working ? "上班" : "休息", row->name);
}

char *calendar_change_text(void *ctx, const struct calendar_change *c)
{
	static const char *const verbs[] = {
		[CALENDAR_ADD] = "增加", [CALENDAR_CHANGE] = "改动", [CALENDAR_REMOVE] = "删除"};
	const struct calendar_row *row = c->kind == CALENDAR_REMOVE ? &c->before : &c->after;
	char date[DAY_TEXT];
	char *was = c->kind == CALENDAR_CHANGE ? mem_fmt(ctx, "%s → ", row_text(ctx, &c->before)) : mem_str(ctx, "");

	return mem_fmt(ctx, "%s %s %s：%s%s", verbs[c->kind], day_text(row->date, date),
		       weekday_names[day_weekday(row->date)], was, row_text(ctx, row));
}

/* calendar-import - make years of the working-day calendar like CSV files (domain/calendar_file.h).
 *
 *   calendar-import [-n] file.csv...
 *   calendar-import [-n] [-m note] <region> <year> <file.csv> <notice number>
 *
 * In the first form each file says itself what it is ("# region: CN" and so on); files of the nation go first,
 * because a region's are checked against them.  -n shows what would change and writes nothing; -m says where the data
 * comes from.  The same file again changes nothing.  PORTAL_CONF names the settings.
 * Exit status: 0 done, 1 refused or failed (nothing of that file was written), 2 usage. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/time.h"
#include "domain/calendar_store.h"

struct options {
	bool preview;
	const char *note;
	char **operands;
	int n;
};

static int usage(void)
{
	fprintf(stderr, "用法：calendar-import [-n] 文件.csv...\n"
			"      calendar-import [-n] [-m 备注] 地区 年份 文件.csv 通知文号\n"
			"  地区：CN 是全国，六位行政区划代码是一个地方；-n：只看会改什么，不写入\n");
	return 2;
}

static bool options_read(int argc, char **argv, struct options *out)
{
	int c;

	for (int i = 1; i < argc; i++) {
		if (!utf8_ok(argv[i], strlen(argv[i])))
			return false;
	}
	while ((c = getopt(argc, argv, "nm:")) != -1) {
		if (c == 'n')
			out->preview = true;
		else if (c == 'm')
			out->note = optarg;
		else
			return false;
	}
	out->operands = argv + optind;
	out->n = argc - optind;
	return out->n > 0;
}

/* One byte more than allowed is enough for the parser to say that the file is too large. */
static bool file_read(void *ctx, const char *path, struct calendar_import *in)
{
	char *text = mem_array(ctx, char, CALENDAR_FILE_MAX + 1);
	FILE *f = fopen(path, "rb");
	bool ok;

	if (!f)
		return false;
	in->size = fread(text, 1, CALENDAR_FILE_MAX + 1, f);
	in->text = text;
	ok = !ferror(f);
	fclose(f);
	return ok;
}

static int faults_print(const char *path, const struct calendar_faults *faults)
{
	fprintf(stderr, "%s 没有导入，请改正下面的问题：\n", path);
	for (size_t i = 0; i < faults->n; i++) {
		if (faults->at[i].line > 0)
			fprintf(stderr, "  第 %zu 行：%s\n", faults->at[i].line, faults->at[i].text);
		else
			fprintf(stderr, "  %s\n", faults->at[i].text);
	}
	if (faults->n == CALENDAR_FAULTS_MAX)
		fprintf(stderr, "  （只列出前 %d 个问题）\n", CALENDAR_FAULTS_MAX);
	return 1;
}

static int report_print(void *ctx, const struct calendar_import *in, const struct calendar_report *report)
{
	char when[MSEC_TEXT];

	if (report->changes.n == 0)
		printf("%s %d 年：没有变化。\n", in->region, in->year);
	else
		printf("%s %d 年：%s %zu 天。\n", in->region, in->year, in->preview ? "将会改动" : "改动了",
		       report->changes.n);
	for (size_t i = 0; i < report->changes.n && (in->preview || report->notice_before); i++)
		printf("  %s\n", calendar_change_text(ctx, &report->changes.at[i]));
	if (report->changes.n > 0 && report->notice_before)
		printf("注意：这一年的安排在 %.16s 按“%s”导入过，可能已经用来计算期限。\n"
		       "已经定下的期限不会自动改变，请核对日期受影响的办件。\n",
		       msec_text(report->imported_before, when), report->notice_before);
	return 0;
}

static int import_run(void *ctx, struct db *db, const struct calendar_import *in, const char *path)
{
	struct calendar_report report;
	enum err e = calendar_import(db, ctx, in, &report);

	if (e == ERR_NONE)
		return report_print(ctx, in, &report);
	if (e == ERR_INVALID)
		return faults_print(path, &report.faults);
	fprintf(stderr, e == ERR_CONFLICT ? "别人正在导入同一年，请稍后再试。\n"
					  : "数据库暂时不能用，没有写入，请稍后再试。\n");
	return 1;
}

static int file_missing(const char *path)
{
	fprintf(stderr, "打不开文件 %s：%m\n", path);
	return 1;
}

/* <region> <year> <file.csv> <notice number> */
static int import_stated(void *ctx, struct db *db, const struct options *o)
{
	struct calendar_import in = {.region = o->operands[0],
				     .notice_no = o->operands[3],
				     .note = o->note,
				     .preview = o->preview,
				     .now = msec_now()};
	int64_t year;

	if (!text_int(o->operands[1], CALENDAR_YEAR_MIN, CALENDAR_YEAR_MAX, &year))
		return usage();
	in.year = (int)year;
	if (!file_read(ctx, o->operands[2], &in))
		return file_missing(o->operands[2]);
	return import_run(ctx, db, &in, o->operands[2]);
}

/* One file that says itself what it is; passed over when it is not of the kind (the nation's or a region's) whose
 * turn it is. */
static int import_headed(void *ctx, struct db *db, const struct options *o, const char *path, bool nation)
{
	struct calendar_import in = {.preview = o->preview, .now = msec_now()};
	struct calendar_heading h;

	if (!file_read(ctx, path, &in))
		return file_missing(path);
	h = calendar_parse_heading(ctx, in.text, in.size);
	if (text_eq(h.region, CALENDAR_NATION) != nation)
		return 0;
	if (text_empty(h.region) || h.year == 0 || text_empty(h.notice_no)) {
		fprintf(stderr, "%s 没有导入：文件开头要写明 # region: 、# year: 、# notice: 三行。\n", path);
		return 1;
	}
	in.region = h.region;
	in.year = h.year;
	in.notice_no = h.notice_no;
	in.note = text_or(o->note, h.note);
	return import_run(ctx, db, &in, path);
}

static int import_all(void *ctx, struct db *db, const struct options *o)
{
	if (calendar_region_ok(o->operands[0]))
		return o->n == 4 ? import_stated(ctx, db, o) : usage();
	for (int turn = 0; turn < 2; turn++) {
		for (int i = 0; i < o->n; i++) {
			int status = import_headed(ctx, db, o, o->operands[i], turn == 0);

			if (status != 0)
				return status;
		}
	}
	return 0;
}

static int run(void *ctx, const struct options *o)
{
	const char *settings = getenv("PORTAL_CONF");
	struct conf conf;
	struct db *db;

	if (text_empty(settings)) {
		fprintf(stderr, "请用环境变量 PORTAL_CONF 指明配置文件。\n");
		return 2;
	}
	if (conf_load(ctx, settings, &conf) != ERR_NONE)
		return 1;
	time_follow_file(conf.now_file);
	if (db_open(ctx, &conf, "calendar-import", &db) != ERR_NONE) {
		fprintf(stderr, "连不上数据库，没有导入，请稍后再试。\n");
		return 1;
	}
	return import_all(ctx, db, o);
}

int main(int argc, char **argv)
{
	struct options o = {.note = NULL};
	void *ctx;
	int status;

	mem_init();
	log_start("calendar-import");
	if (!options_read(argc, argv, &o))
		return usage();
	ctx = talloc_new(NULL);
	status = run(ctx, &o);
	talloc_free(ctx);
	return status;
}

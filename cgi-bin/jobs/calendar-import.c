/* calendar-import - make one year of the working-day calendar like a CSV file (domain/calendar_file.h).
 *
 *   calendar-import [-n] [-m note] <region> <year> <file.csv> <notice number>
 *   calendar-import CN 2026 sql/sample/calendar/CN-2026.csv 国办发明电〔2025〕7号
 *
 * -n shows what would change and writes nothing; -m says where the data comes from.  The same file again changes
 * nothing.  PORTAL_CONF names the settings.  Exit status: 0 done, 1 refused or failed (nothing was written), 2 usage. */
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

static int usage(void)
{
	fprintf(stderr, "用法：calendar-import [-n] [-m 备注] 地区 年份 文件.csv 通知文号\n"
			"  地区：CN 是全国，六位行政区划代码是一个地方；-n：只看会改什么，不写入\n");
	return 2;
}

/* The four operands and the options; false for anything else. */
static bool arguments_read(int argc, char **argv, struct calendar_import *in, const char **path)
{
	int64_t year;
	int c;

	while ((c = getopt(argc, argv, "nm:")) != -1) {
		if (c == 'n')
			in->preview = true;
		else if (c == 'm')
			in->note = optarg;
		else
			return false;
	}
	for (int i = 1; i < argc; i++) {
		if (!utf8_ok(argv[i], strlen(argv[i])))
			return false;
	}
	if (argc - optind != 4 || !text_int(argv[optind + 1], CALENDAR_YEAR_MIN, CALENDAR_YEAR_MAX, &year))
		return false;
	in->region = argv[optind];
	in->year = (int)year;
	*path = argv[optind + 2];
	in->notice_no = argv[optind + 3];
	return true;
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

static int import_run(void *ctx, const struct conf *conf, struct calendar_import *in, const char *path)
{
	struct calendar_report report;
	struct db *db;
	enum err e;

	if (!file_read(ctx, path, in)) {
		fprintf(stderr, "打不开文件 %s：%m\n", path);
		return 1;
	}
	in->now = msec_now();
	e = db_open(ctx, conf, "calendar-import", &db);
	if (e == ERR_NONE)
		e = calendar_import(db, ctx, in, &report);
	if (e == ERR_NONE)
		return report_print(ctx, in, &report);
	if (e == ERR_INVALID)
		return faults_print(path, &report.faults);
	fprintf(stderr, e == ERR_CONFLICT ? "别人正在导入同一年，请稍后再试。\n" : "数据库暂时不能用，没有写入，请稍后再试。\n");
	return 1;
}

int main(int argc, char **argv)
{
	struct calendar_import in = {.note = ""};
	const char *settings = getenv("PORTAL_CONF"), *path;
	struct conf conf;
	void *ctx;
	int status;

	mem_init();
	log_start("calendar-import");
	if (!arguments_read(argc, argv, &in, &path))
		return usage();
	if (text_empty(settings)) {
		fprintf(stderr, "请用环境变量 PORTAL_CONF 指明配置文件。\n");
		return 2;
	}
	ctx = talloc_new(NULL);
	if (conf_load(ctx, settings, &conf) != ERR_NONE) {
		status = 1;
	} else {
		time_follow_file(conf.now_file);
		status = import_run(ctx, &conf, &in, path);
	}
	talloc_free(ctx);
	return status;
}

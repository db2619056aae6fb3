/* matter-publish - publish service matters from files: one JSON document each, as domain/matter.h describes it.
 *
 *   matter-publish [-n] <file.json>...
 *
 * Every file is read and checked (CAT-5) before anything is written; then all of them are published in one transaction.
 * A matter whose current revision is the same document stays as it is.  -n says what would be done and writes
 * nothing.  PORTAL_CONF names the settings.
 * Exit status: 0 done, 1 refused or failed (nothing was written), 2 usage. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/time.h"
#include "domain/matter_publish.h"

struct job {
	void *ctx;
	bool preview;
	msec now;
	struct publication *at; /* one per file */
	size_t n;
};

static int usage(void)
{
	fprintf(stderr, "用法：matter-publish [-n] 文件.json …\n"
			"  -n：只检查，说明会做什么，不写入\n");
	return 2;
}

/* One byte more than allowed is enough for the parser to say that the file is too large. */
static bool file_read(void *ctx, const char *path, char **text, size_t *n)
{
	FILE *f = fopen(path, "rb");
	bool ok;

	if (!f)
		return false;
	*text = mem_array(ctx, char, MATTER_BYTES_MAX + 1);
	*n = fread(*text, 1, MATTER_BYTES_MAX + 1, f);
	ok = !ferror(f);
	fclose(f);
	return ok;
}

/* Reads and checks one file; what is wrong goes to stderr. */
static bool file_open(struct job *job, const char *path, struct publication *out)
{
	struct texts faults = {NULL, 0};
	char *text;
	size_t n;

	if (!file_read(job->ctx, path, &text, &n)) {
		fprintf(stderr, "打不开文件 %s：%m\n", path);
		return false;
	}
	if (publication_read(job->ctx, text, n, out, &faults) == ERR_NONE)
		return true;
	fprintf(stderr, "%s 不能发布，请改正下面的问题：\n", path);
	for (size_t i = 0; i < faults.n; i++)
		fprintf(stderr, "  %s\n", faults.at[i]);
	return false;
}

static void result_print(const struct job *job)
{
	static const char *const done[] = {
		[PUBLISH_SAME] = "没有变化",
		[PUBLISH_FIRST] = "首次发布",
		[PUBLISH_NEXT] = "发布新版本",
	};

	for (size_t i = 0; i < job->n; i++)
		printf("%s%s：%s，第 %lld 版（%s）\n", job->preview ? "（只检查）" : "", job->at[i].m->name,
		       done[job->at[i].did], (long long)job->at[i].rev_no, job->at[i].m->code);
}

static int refusal_print(const struct job *job, enum err e)
{
	for (size_t i = 0; i < job->n; i++)
		if (job->at[i].refused)
			fprintf(stderr, "%s 不能发布：%s\n", job->at[i].m->name, job->at[i].refused);
	fprintf(stderr, e == ERR_CONFLICT  ? "别人正在发布同一个事项，没有写入，请再运行一次。\n"
			: e == ERR_INVALID ? "没有写入任何内容。\n"
					   : "数据库暂时不能用，没有写入，请稍后再试。\n");
	return 1;
}

static int job_run(struct job *job, const struct conf *conf, char **paths)
{
	struct db *db;
	bool fine = true;

	for (size_t i = 0; i < job->n; i++)
		fine &= file_open(job, paths[i], &job->at[i]);
	if (!fine)
		return 1;
	enum err e = db_open(job->ctx, conf, "matter-publish", &db);
	if (e == ERR_NONE)
		e = matters_publish(db, job->ctx, job->at, job->n, job->now, job->preview);
	if (e != ERR_NONE)
		return refusal_print(job, e);
	result_print(job);
	return 0;
}

int main(int argc, char **argv)
{
	const char *settings = getenv("PORTAL_CONF");
	struct job job = {.preview = false};
	struct conf conf;
	int c, status = 1;

	mem_init();
	log_start("matter-publish");
	while ((c = getopt(argc, argv, "n")) != -1) {
		if (c != 'n')
			return usage();
		job.preview = true;
	}
	if (optind == argc)
		return usage();
	if (text_empty(settings)) {
		fprintf(stderr, "请用环境变量 PORTAL_CONF 指明配置文件。\n");
		return 2;
	}
	job.ctx = talloc_new(NULL);
	job.n = (size_t)(argc - optind);
	job.at = mem_array(job.ctx, struct publication, job.n);
	if (conf_load(job.ctx, settings, &conf) == ERR_NONE) {
		time_follow_file(conf.now_file);
		job.now = msec_now();
		status = job_run(&job, &conf, argv + optind);
	}
	talloc_free(job.ctx);
	return status;
}

/* archive-check - is an archive package whole?  Needs nothing but the package: no portal, no database, no settings.
 *
 *   archive-check FILE...             one line per package
 *   archive-check --head HEX FILE     and its last event is this one: the hash that the register keeps
 *
 * Prints what is in a whole package with the hash of its last event and of the package itself, or the first fault in one
 * line.  Exit status: 0 all whole, 1 a fault was found, 2 it was called in a wrong way. */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/archive.h"

#define READ_SIZE 65536

/* file_sum - SHA-256 of the whole package, for the register. */
static const char *file_sum(void *ctx, const char *path)
{
	uint8_t buf[READ_SIZE], sum[HASH_SIZE];
	struct sha256 s;
	FILE *f = fopen(path, "re");
	size_t n;

	if (!f)
		return "?";
	sha256_start(&s);
	while ((n = fread(buf, 1, sizeof(buf), f)) > 0)
		sha256_add(&s, buf, n);
	fclose(f);
	sha256_end(&s, sum);
	return text_hex(ctx, sum, HASH_SIZE);
}

static const char *look(void *ctx, const char *path, const char *head, struct archive_report *r)
{
	struct package_in *in;
	const char *fault = NULL;

	if (package_open(ctx, path, &in, &fault) != ERR_NONE)
		return fault;
	fault = archive_check(ctx, in, r);
	if (!fault && head && !text_eq(head, r->head))
		return mem_fmt(ctx, "its last event is %s, not the one that was asked for", r->head);
	return fault;
}

static bool check_one(const char *path, const char *head)
{
	void *ctx = talloc_new(NULL);
	struct archive_report r;
	const char *fault = look(ctx, path, head, &r);

	if (fault)
		printf("%s: %s\n", path, fault);
	else
		printf("%s: whole: case %s (%s), %lld events, %lld documents, %lld of them as PDF, %lld uploads; last event %s; package %s\n", path,
		       r.short_no, r.case_no, (long long)r.events, (long long)r.documents, (long long)r.prints, (long long)r.uploads,
		       r.head, file_sum(ctx, path));
	talloc_free(ctx);
	return !fault;
}

int main(int argc, char **argv)
{
	const char *head = NULL;
	int first = 1, faulty = 0;

	log_start("archive-check");
	mem_init();
	if (argc > 3 && strcmp(argv[1], "--head") == 0) {
		head = argv[2];
		first = 3;
	}
	if (first >= argc || argv[first][0] == '-' || crypt_start() != ERR_NONE) {
		fprintf(stderr, "usage: archive-check [--head HEX] FILE...\n");
		return 2;
	}
	for (int i = first; i < argc; i++)
		faulty += !check_one(argv[i], head);
	return faulty ? 1 : 0;
}

/* The file store: what is there after a commit, and what is not there after anything else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "wrap/store.h"

#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" /* FIPS 180-2 B.1 */

struct place {
	const char *dir; /* of the store, absolute */
	struct store *store;
};

static int store_make(void **state)
{
	struct place *p = mem_new(NULL, struct place);
	char *base = mem_str(p, "/tmp/test_store.XXXXXX");

	assert_non_null(mkdtemp(base));
	p->dir = mem_fmt(p, "%s/files", base);
	assert_int_equal(store_open(p, p->dir, &p->store), ERR_NONE);
	*state = p;
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int store_remove(void **state)
{
	struct place *p = *state;
	char *base = mem_fmt(p, "%s/..", p->dir);
	char *real = realpath(base, NULL);

	assert_non_null(real);
	assert_int_equal(nftw(real, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
	free(real);
	return talloc_free(p);
}

/* Regular files below the store; nftw has no argument to pass. */
static int files_seen;

static int count_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)path;
	(void)st;
	(void)ftw;
	files_seen += type == FTW_F;
	return 0;
}

static int files_in(const char *dir)
{
	files_seen = 0;
	assert_int_equal(nftw(dir, count_one, 8, FTW_PHYS), 0);
	return files_seen;
}

static struct store_file *begin(struct place *p)
{
	struct store_file *f = NULL;

	assert_int_equal(store_begin(p, p->store, &f), ERR_NONE);
	return f;
}

static void put(struct store_file *f, const char *text)
{
	assert_int_equal(store_write(f, text, strlen(text)), ERR_NONE);
}

static const char *hash_text(void *ctx, const struct store_file *f)
{
	return text_hex(ctx, store_hash(f), HASH_SIZE);
}

static void a_committed_file_is_found_under_its_hash(void **state)
{
	struct place *p = *state;
	struct store_file *f = begin(p);
	struct stat st;
	char *path;

	put(f, "a");
	put(f, "");
	put(f, "bc");
	assert_int_equal(store_end(f), ERR_NONE);
	assert_int_equal(store_size(f), 3);
	assert_string_equal(hash_text(p, f), ABC);
	assert_int_equal(access(store_tmp_path(f), R_OK), 0);
	assert_int_equal(store_commit(f), ERR_NONE);
	assert_int_equal(store_commit(f), ERR_NONE); /* a second time is no harm */
	assert_int_not_equal(access(store_tmp_path(f), F_OK), 0);

	path = store_path(p, store_hash(f));
	assert_string_equal(path, "ba/78/" ABC);
	assert_int_equal(stat(mem_fmt(p, "%s/%s", p->dir, path), &st), 0);
	assert_int_equal(st.st_size, 3);
	assert_int_equal(st.st_mode & 07777, 0440);
	assert_int_equal(store_verify(p->store, store_hash(f)), ERR_NONE);
	store_discard(f);
	assert_int_equal(files_in(p->dir), 1); /* freeing it did not take it away */
}

static void a_file_that_is_not_committed_goes_with_its_context(void **state)
{
	struct place *p = *state;
	void *request = talloc_new(NULL);
	struct store_file *f;
	struct stat st;

	assert_int_equal(store_begin(request, p->store, &f), ERR_NONE);
	put(f, "half a file");
	assert_int_equal(stat(store_tmp_path(f), &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_int_equal(files_in(p->dir), 1);
	talloc_free(request);
	assert_int_equal(files_in(p->dir), 0);

	f = begin(p);
	assert_int_equal(store_end(f), ERR_NONE);
	store_discard(f);
	assert_int_equal(files_in(p->dir), 0);
	store_discard(NULL);
}

static void the_same_content_is_kept_once(void **state)
{
	struct place *p = *state;

	for (int i = 0; i < 3; i++) {
		struct store_file *f = begin(p);

		put(f, "abc");
		assert_int_equal(store_commit(f), ERR_NONE);
		store_discard(f);
	}
	assert_int_equal(files_in(p->dir), 1);
}

static void a_large_file_in_odd_pieces_is_whole(void **state)
{
	struct place *p = *state;
	const size_t size = 300007;
	uint8_t *data = mem_array(p, uint8_t, size), want[HASH_SIZE];
	struct store_file *f = begin(p);
	size_t at = 0, step = 1;

	for (size_t i = 0; i < size; i++)
		data[i] = (uint8_t)(i * 31 >> 3);
	while (at < size) {
		size_t n = step < size - at ? step : size - at;

		assert_int_equal(store_write(f, data + at, n), ERR_NONE);
		at += n;
		step = step * 3 % 100003;
	}
	assert_int_equal(store_commit(f), ERR_NONE);
	hash_sha256(data, size, want);
	assert_memory_equal(store_hash(f), want, HASH_SIZE);
	assert_int_equal(store_size(f), size);
	assert_int_equal(store_verify(p->store, want), ERR_NONE);
	assert_int_equal(store_write(f, "x", 1), ERR_INTERNAL); /* too late */
}

static void an_empty_file_can_be_kept(void **state)
{
	struct place *p = *state;
	struct store_file *f = begin(p);

	assert_int_equal(store_commit(f), ERR_NONE);
	assert_int_equal(store_verify(p->store, store_hash(f)), ERR_NONE);
}

static void a_changed_or_lost_file_is_found_out(void **state)
{
	struct place *p = *state;
	struct store_file *f = begin(p);
	char *path;
	int fd;

	put(f, "abc");
	assert_int_equal(store_commit(f), ERR_NONE);
	path = mem_fmt(p, "%s/%s", p->dir, store_path(p, store_hash(f)));
	assert_int_equal(chmod(path, 0600), 0);
	fd = open(path, O_WRONLY);
	assert_int_equal(write(fd, "x", 1), 1);
	close(fd);
	assert_int_equal(store_verify(p->store, store_hash(f)), ERR_INTERNAL);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(store_verify(p->store, store_hash(f)), ERR_NOT_FOUND);
}

/* A disk without room, as far as one process can have one: files may not grow. */
static void a_full_disk_leaves_nothing_behind(void **state)
{
	struct place *p = *state;
	struct rlimit before, small;
	struct store_file *f = begin(p);
	uint8_t *data = mem_array(p, uint8_t, 200000);
	enum err e;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	small = before;
	small.rlim_cur = 100000;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	e = store_write(f, data, 200000);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(e, ERR_UNAVAILABLE);
	store_discard(f);
	assert_int_equal(files_in(p->dir), 0);
}

static void a_store_that_is_away_says_so(void **state)
{
	struct place *p = *state;
	struct store *s;
	struct store_file *f = begin(p);
	char *aside = mem_fmt(p, "%s/tmp.aside", p->dir), *tmp = mem_fmt(p, "%s/tmp", p->dir);

	assert_int_equal(store_open(p, mem_fmt(p, "%s/no/such", p->dir), &s), ERR_UNAVAILABLE);
	put(f, "abc");
	assert_int_equal(rename(tmp, aside), 0);
	assert_int_equal(store_commit(f), ERR_UNAVAILABLE);
	assert_int_equal(store_begin(p, p->store, &(struct store_file *){NULL}), ERR_UNAVAILABLE);
	assert_int_equal(rename(aside, tmp), 0);
	assert_int_equal(store_commit(f), ERR_NONE); /* the disk is back */
}

static void only_old_temporary_files_are_swept(void **state)
{
	struct place *p = *state;
	struct store_file *old = begin(p), *young = begin(p);
	struct timespec long_ago[2] = {{.tv_sec = 1000000}, {.tv_sec = 1000000}};
	int64_t removed = -1;

	assert_int_equal(utimensat(AT_FDCWD, store_tmp_path(old), long_ago, 0), 0);
	assert_int_equal(store_sweep(p->store, 3600, &removed), ERR_NONE);
	assert_int_equal(removed, 1);
	assert_int_not_equal(access(store_tmp_path(old), F_OK), 0);
	assert_int_equal(access(store_tmp_path(young), F_OK), 0);
	assert_int_equal(store_sweep(p->store, 3600, &removed), ERR_NONE);
	assert_int_equal(removed, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(a_committed_file_is_found_under_its_hash, store_make,
					    store_remove),
	    cmocka_unit_test_setup_teardown(a_file_that_is_not_committed_goes_with_its_context, store_make,
					    store_remove),
	    cmocka_unit_test_setup_teardown(the_same_content_is_kept_once, store_make, store_remove),
	    cmocka_unit_test_setup_teardown(a_large_file_in_odd_pieces_is_whole, store_make, store_remove),
	    cmocka_unit_test_setup_teardown(an_empty_file_can_be_kept, store_make, store_remove),
	    cmocka_unit_test_setup_teardown(a_changed_or_lost_file_is_found_out, store_make, store_remove),
	    cmocka_unit_test_setup_teardown(a_full_disk_leaves_nothing_behind, store_make, store_remove),
	    cmocka_unit_test_setup_teardown(a_store_that_is_away_says_so, store_make, store_remove),
	    cmocka_unit_test_setup_teardown(only_old_temporary_files_are_swept, store_make, store_remove),
	};

	if (crypt_start() != ERR_NONE)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}

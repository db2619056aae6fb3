#include "wrap/package.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "base/log.h"

#define READ_SIZE 65536
#define FIRST_DAY 0x21u             /* 1980-01-01 as zip writes it, the first day it knows */
#define ENTRY_MODE (S_IFREG | 0440u) /* of every entry when it is unpacked */

/* What a zip file is made of, without extras (APPNOTE 4.3): its length is known from names and sizes alone. */
#define LOCAL_HEAD 30
#define CENTRAL_HEAD 46
#define END_RECORD 22
#define PLAIN_MAX INT64_C(0xfffffff0) /* beyond it, and beyond so many entries, other records come in */
#define PLAIN_ENTRIES 65000

bool package_name_ok(const char *name)
{
	size_t n = strlen(name);

	if (n == 0 || n > PACKAGE_NAME_MAX || name[0] == '.' || name[0] == '/' || name[n - 1] == '/')
		return false;
	if (strstr(name, "..") || strstr(name, "//"))
		return false;
	return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789._-/") == n;
}

/* --- writing -------------------------------------------------------------------------------------- */

struct package {
	zip_t *z;
	const char *path, *tmp;
};

static enum err failed(const char *what, const char *path)
{
	return log_err(ERR_UNAVAILABLE, "package: %s %s: %s", what, path, strerror(errno));
}

static int package_drop(struct package *p)
{
	if (p->z)
		zip_discard(p->z);
	unlink(p->tmp);
	return 0;
}

struct package *package_begin(void *ctx, const char *path)
{
	struct package *p = mem_new(ctx, struct package);

	p->path = mem_str(p, path);
	p->tmp = mem_fmt(p, "%s.%ld.new", path, (long)getpid());
	unlink(p->tmp);
	p->z = zip_open(p->tmp, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	talloc_set_destructor(p, package_drop);
	return p;
}

/* add - the package owns the source from here on, unless it was refused. */
static enum err add(struct package *p, const char *name, zip_source_t *source)
{
	zip_int64_t at = source ? zip_file_add(p->z, name, source, ZIP_FL_ENC_GUESS) : -1;

	if (at < 0) {
		if (source)
			zip_source_free(source);
		return log_err(ERR_UNAVAILABLE, "package: %s: %s", name, zip_strerror(p->z));
	}
	if (zip_set_file_compression(p->z, (zip_uint64_t)at, ZIP_CM_STORE, 0) < 0 ||
	    zip_file_set_dostime(p->z, (zip_uint64_t)at, 0, FIRST_DAY, 0) < 0 ||
	    zip_file_set_external_attributes(p->z, (zip_uint64_t)at, 0, ZIP_OPSYS_UNIX, ENTRY_MODE << 16) < 0)
		return log_err(ERR_UNAVAILABLE, "package: %s: %s", name, zip_strerror(p->z));
	return ERR_NONE;
}

static enum err ready(const struct package *p, const char *name)
{
	if (!p->z)
		return failed("create", p->tmp);
	return package_name_ok(name) ? ERR_NONE : log_err(ERR_INTERNAL, "package: no name for an entry: %s", name);
}

enum err package_add(struct package *p, const char *name, struct bytes bytes)
{
	TRY(ready(p, name));
	const void *copy = mem_copy(p, bytes.n ? (const void *)bytes.p : "", bytes.n);
	return add(p, name, zip_source_buffer_create(copy, bytes.n, 0, NULL));
}

enum err package_add_file(struct package *p, const char *name, const char *path)
{
	TRY(ready(p, name));
	return add(p, name, zip_source_file_create(path, 0, -1, NULL));
}

static enum err sum_rest(int fd, const char *path, uint8_t sum[static HASH_SIZE], int64_t *size)
{
	uint8_t buf[READ_SIZE];
	struct sha256 s;
	ssize_t n;

	*size = 0;
	sha256_start(&s);
	while ((n = read(fd, buf, sizeof(buf))) != 0) {
		if (n < 0 && errno != EINTR)
			return failed("read", path);
		if (n > 0) {
			sha256_add(&s, buf, (size_t)n);
			*size += n;
		}
	}
	sha256_end(&s, sum);
	return ERR_NONE;
}

static enum err sync_folder(struct package *p)
{
	const char *slash = strrchr(p->path, '/');
	const char *folder = slash ? mem_copy(p, p->path, (size_t)(slash - p->path)) : ".";
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum err e = fd < 0 || fsync(fd) < 0 ? failed("fsync the folder of", p->path) : ERR_NONE;

	if (fd >= 0)
		close(fd);
	return e;
}

/* settle - the bytes reach the disk before the name does. */
static enum err settle(struct package *p, uint8_t sum[static HASH_SIZE], int64_t *size)
{
	int fd = open(p->tmp, O_RDONLY | O_CLOEXEC);
	enum err e;

	if (fd < 0)
		return failed("open", p->tmp);
	e = sum_rest(fd, p->tmp, sum, size);
	if (e == ERR_NONE && (fchmod(fd, 0440) < 0 || fsync(fd) < 0))
		e = failed("fsync", p->tmp);
	close(fd);
	TRY(e);
	if (rename(p->tmp, p->path) < 0)
		return failed("rename", p->path);
	return sync_folder(p);
}

enum err package_end(struct package *p, uint8_t sum[static HASH_SIZE], int64_t *size)
{
	if (!p->z)
		return failed("create", p->tmp);
	if (zip_close(p->z) < 0)
		return log_err(ERR_UNAVAILABLE, "package: %s: %s", p->path, zip_strerror(p->z));
	p->z = NULL;
	return settle(p, sum, size);
}

/* --- reading -------------------------------------------------------------------------------------- */

struct package_in {
	zip_t *z;
	size_t n;
	int64_t bytes; /* of the whole file */
};

static int in_close(struct package_in *in)
{
	if (in->z)
		zip_discard(in->z);
	return 0;
}

/* entry_fault - what package_end would not have written. */
static const char *entry_fault(void *ctx, const struct package_in *in, zip_uint64_t i, int64_t *expected)
{
	const char *name = zip_get_name(in->z, i, ZIP_FL_ENC_RAW);
	zip_stat_t st;

	if (!name || zip_stat_index(in->z, i, 0, &st) < 0)
		return "an entry cannot be read";
	if (!package_name_ok(name))
		return "an entry has a name that no package has";
	if (zip_name_locate(in->z, name, ZIP_FL_ENC_RAW) != (zip_int64_t)i)
		return mem_fmt(ctx, "%s is in it twice", name);
	if (st.comp_method != ZIP_CM_STORE || st.encryption_method != ZIP_EM_NONE || st.comp_size != st.size)
		return mem_fmt(ctx, "%s is compressed or encrypted", name);
	if (st.size > (zip_uint64_t)in->bytes)
		return mem_fmt(ctx, "%s is longer than the package", name);
	*expected += LOCAL_HEAD + CENTRAL_HEAD + 2 * (int64_t)strlen(name) + (int64_t)st.size;
	return NULL;
}

static const char *package_fault(void *ctx, const struct package_in *in)
{
	int64_t expected = END_RECORD;

	if (in->n == 0 || in->n > PACKAGE_FILES_MAX)
		return "it has no files, or far too many";
	for (size_t i = 0; i < in->n; i++) {
		const char *fault = entry_fault(ctx, in, i, &expected);
		if (fault)
			return fault;
	}
	if (in->bytes < PLAIN_MAX && in->n < PLAIN_ENTRIES && in->bytes != expected)
		return "it holds bytes that belong to no file";
	return NULL;
}

static enum err in_open(void *ctx, zip_source_t *source, int64_t bytes, struct package_in **out, const char **fault)
{
	struct package_in *in = mem_new(ctx, struct package_in);
	zip_error_t error;

	zip_error_init(&error);
	in->bytes = bytes;
	in->z = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
	talloc_set_destructor(in, in_close);
	if (!in->z) {
		if (source)
			zip_source_free(source);
		*fault = "it is no whole zip file";
	} else {
		in->n = (size_t)zip_get_num_entries(in->z, 0);
		*fault = package_fault(ctx, in);
	}
	zip_error_fini(&error);
	if (*fault) {
		talloc_free(in);
		return ERR_INVALID;
	}
	*out = in;
	return ERR_NONE;
}

enum err package_open(void *ctx, const char *path, struct package_in **out, const char **fault)
{
	struct stat st;

	if (stat(path, &st) < 0 || !S_ISREG(st.st_mode)) {
		*fault = mem_fmt(ctx, "it cannot be opened: %s", errno ? strerror(errno) : "no plain file");
		return ERR_INVALID;
	}
	return in_open(ctx, zip_source_file_create(path, 0, -1, NULL), (int64_t)st.st_size, out, fault);
}

enum err package_open_bytes(void *ctx, struct bytes bytes, struct package_in **out, const char **fault)
{
	return in_open(ctx, zip_source_buffer_create(bytes.p, bytes.n, 0, NULL), (int64_t)bytes.n, out, fault);
}

size_t package_count(const struct package_in *p)
{
	return p->n;
}

const char *package_name(const struct package_in *p, size_t i)
{
	const char *name = zip_get_name(p->z, i, ZIP_FL_ENC_RAW);

	return name ? name : "";
}

int64_t package_size(const struct package_in *p, size_t i)
{
	zip_stat_t st;

	return zip_stat_index(p->z, i, 0, &st) < 0 ? 0 : (int64_t)st.size;
}

int64_t package_find(const struct package_in *p, const char *name)
{
	return zip_name_locate(p->z, name, ZIP_FL_ENC_RAW);
}

/* The library compares length and CRC at the end of an entry. */
enum err package_hash(const struct package_in *p, size_t i, uint8_t sum[static HASH_SIZE])
{
	zip_file_t *f = zip_fopen_index(p->z, i, 0);
	uint8_t buf[READ_SIZE];
	struct sha256 s;
	zip_int64_t n = 0;

	if (!f)
		return ERR_INVALID;
	sha256_start(&s);
	while ((n = zip_fread(f, buf, sizeof(buf))) > 0)
		sha256_add(&s, buf, (size_t)n);
	sha256_end(&s, sum);
	zip_fclose(f);
	return n < 0 ? ERR_INVALID : ERR_NONE;
}

enum err package_read(void *ctx, const struct package_in *p, size_t i, size_t max, struct bytes *out)
{
	size_t size = (size_t)package_size(p, i);
	zip_file_t *f = size > max ? NULL : zip_fopen_index(p->z, i, 0);
	char *room;
	zip_int64_t n;

	if (!f)
		return ERR_INVALID;
	room = mem_room(ctx, size + 1);
	n = zip_fread(f, room, size + 1); /* one more: the end is where the library checks */
	zip_fclose(f);
	if (n < 0 || (size_t)n != size)
		return ERR_INVALID;
	room[size] = '\0';
	*out = (struct bytes){(const uint8_t *)room, size};
	return ERR_NONE;
}

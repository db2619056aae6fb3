#include "wrap/store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/text.h"

#define TMP         "tmp"
#define TMP_RANDOM  16 /* bytes; two processes never choose the same name */
#define BUFFER_SIZE 65536

struct store {
	int fd; /* of the directory */
	const char *dir;
};

struct store_file {
	struct store *store;
	int fd;
	const char *name; /* "tmp/<random>", relative to the store */
	const char *path; /* the same with the store's directory */
	int64_t size;
	struct sha256 sum;
	uint8_t hash[HASH_SIZE];
	bool ended;
	bool committed;
	size_t held; /* bytes in the buffer */
	uint8_t buffer[BUFFER_SIZE];
};

static enum err disk_failed(const char *what, const char *name)
{
	return log_err(ERR_UNAVAILABLE, "store: %s %s: %m", what, name);
}

/* --- directories -------------------------------------------------------------------------------- */

static enum err dir_sync(int at, const char *name)
{
	int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum err e = ERR_NONE;

	if (fd < 0)
		return disk_failed("open", name);
	if (fsync(fd) < 0)
		e = disk_failed("fsync", name);
	close(fd);
	return e;
}

/* A directory that is there already was made, and its parent synced, by whoever came first. */
static enum err dir_make(int at, const char *name, const char *parent)
{
	if (mkdirat(at, name, 0750) == 0)
		return dir_sync(at, parent);
	return errno == EEXIST ? ERR_NONE : disk_failed("mkdir", name);
}

static int store_close(struct store *s)
{
	if (s->fd >= 0)
		close(s->fd);
	return 0;
}

enum err store_open(void *ctx, const char *dir, struct store **out)
{
	struct store *s = mem_new(ctx, struct store);
	enum err e;

	s->fd = -1;
	talloc_set_destructor(s, store_close);
	s->dir = mem_str(s, dir);
	e = dir_make(AT_FDCWD, dir, mem_fmt(s, "%s/..", dir));
	if (e == ERR_NONE) {
		s->fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		e = s->fd < 0 ? disk_failed("open", dir) : dir_make(s->fd, TMP, ".");
	}
	if (e != ERR_NONE) {
		talloc_free(s);
		return e;
	}
	*out = s;
	return ERR_NONE;
}

/* --- writing ------------------------------------------------------------------------------------ */

/* Goes by the whole path: when a process ends, the store may be freed before the last of its files. */
static int file_close(struct store_file *f)
{
	if (f->fd < 0)
		return 0;
	close(f->fd);
	if (!f->committed && unlink(f->path) < 0 && errno != ENOENT)
		(void)disk_failed("unlink", f->name);
	return 0;
}

enum err store_begin(void *ctx, struct store *s, struct store_file **out)
{
	struct store_file *f = mem_new(ctx, struct store_file);
	uint8_t random[TMP_RANDOM];
	enum err e;

	crypt_random(random, sizeof(random));
	f->store = s;
	f->name = mem_fmt(f, TMP "/%s", text_hex(f, random, sizeof(random)));
	f->path = mem_fmt(f, "%s/%s", s->dir, f->name);
	sha256_start(&f->sum);
	f->fd = openat(s->fd, f->name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	talloc_set_destructor(f, file_close);
	if (f->fd < 0) {
		e = disk_failed("create", f->name);
		talloc_free(f);
		return e;
	}
	*out = f;
	return ERR_NONE;
}

static enum err write_all(struct store_file *f, const uint8_t *p, size_t n)
{
	sha256_add(&f->sum, p, n);
	while (n > 0) {
		ssize_t done = write(f->fd, p, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return disk_failed("write", f->name);
		p += done;
		n -= (size_t)done;
	}
	return ERR_NONE;
}

static enum err buffer_flush(struct store_file *f)
{
	size_t n = f->held;

	f->held = 0;
	return write_all(f, f->buffer, n);
}

enum err store_write(struct store_file *f, const void *p, size_t n)
{
	if (f->ended)
		return log_err(ERR_INTERNAL, "store: write after the end");
	f->size += (int64_t)n;
	if (n > BUFFER_SIZE - f->held)
		TRY(buffer_flush(f));
	if (n > BUFFER_SIZE)
		return write_all(f, p, n);
	if (n > 0)
		memcpy(f->buffer + f->held, p, n);
	f->held += n;
	return ERR_NONE;
}

enum err store_end(struct store_file *f)
{
	if (f->ended)
		return ERR_NONE;
	TRY(buffer_flush(f));
	sha256_end(&f->sum, f->hash);
	f->ended = true;
	return ERR_NONE;
}

int64_t store_size(const struct store_file *f)
{
	return f->size;
}

const uint8_t *store_hash(const struct store_file *f)
{
	return f->hash;
}

const char *store_tmp_path(const struct store_file *f)
{
	return f->path;
}

void store_discard(struct store_file *f)
{
	talloc_free(f);
}

/* --- keeping ------------------------------------------------------------------------------------ */

char *store_path(void *ctx, const uint8_t hash[static HASH_SIZE])
{
	char *hex = text_hex(ctx, hash, HASH_SIZE);
	char *path = mem_fmt(ctx, "%.2s/%.2s/%s", hex, hex + 2, hex);

	talloc_free(hex);
	return path;
}

/* The bytes reach the disk before the name does: a power cut leaves the whole file or none. */
static enum err file_seal(struct store_file *f)
{
	if (fchmod(f->fd, 0440) < 0)
		return disk_failed("chmod", f->name);
	if (fsync(f->fd) < 0)
		return disk_failed("fsync", f->name);
	return ERR_NONE;
}

static enum err file_name(struct store_file *f, const char *path)
{
	int store = f->store->fd;
	const char *outer = mem_fmt(f, "%.2s", path), *inner = mem_fmt(f, "%.5s", path);

	TRY(dir_make(store, outer, "."));
	TRY(dir_make(store, inner, outer));
	if (renameat(store, f->name, store, path) < 0)
		return disk_failed("rename", path);
	f->committed = true; /* nothing is left to unlink, even when the next step fails: an unreferenced file
				is harmless */
	return dir_sync(store, inner);
}

enum err store_commit(struct store_file *f)
{
	TRY(store_end(f));
	if (f->committed)
		return ERR_NONE;
	TRY(file_seal(f));
	return file_name(f, store_path(f, f->hash));
}

/* --- looking after ------------------------------------------------------------------------------ */

static enum err hash_rest(int fd, const char *name, uint8_t hash[static HASH_SIZE])
{
	uint8_t buf[BUFFER_SIZE];
	struct sha256 sum;
	ssize_t n;

	sha256_start(&sum);
	while ((n = read(fd, buf, sizeof(buf))) != 0) {
		if (n > 0)
			sha256_add(&sum, buf, (size_t)n);
		else if (errno != EINTR)
			return disk_failed("read", name);
	}
	sha256_end(&sum, hash);
	return ERR_NONE;
}

enum err store_verify(struct store *s, const uint8_t hash[static HASH_SIZE])
{
	char *path = store_path(NULL, hash);
	uint8_t found[HASH_SIZE];
	enum err e = ERR_NONE;
	int fd = openat(s->fd, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

	if (fd < 0) {
		e = errno == ENOENT ? ERR_NOT_FOUND : disk_failed("open", path);
		goto out;
	}
	e = hash_rest(fd, path, found);
	if (e == ERR_NONE && memcmp(hash, found, HASH_SIZE) != 0)
		e = log_err(ERR_INTERNAL, "store: %s holds other bytes than were stored", path);
	close(fd);
out:
	talloc_free(path);
	return e;
}

/* 1 removed, 0 still young or gone by now, -1 failed */
static int sweep_one(int dir, const char *name, time_t before)
{
	struct stat st;

	if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? 0 : -1;
	if (!S_ISREG(st.st_mode) || st.st_mtime >= before)
		return 0;
	if (unlinkat(dir, name, 0) < 0)
		return errno == ENOENT ? 0 : -1;
	return 1;
}

static enum err sweep_all(DIR *dir, time_t before, int64_t *removed)
{
	const struct dirent *d;

	while ((errno = 0, d = readdir(dir)) != NULL) {
		int done = sweep_one(dirfd(dir), d->d_name, before);

		if (done < 0)
			return disk_failed("sweep", d->d_name);
		*removed += done;
	}
	return errno == 0 ? ERR_NONE : disk_failed("read", TMP);
}

enum err store_sweep(struct store *s, int64_t older_s, int64_t *removed)
{
	int fd = openat(s->fd, TMP, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	enum err e;

	*removed = 0;
	if (!dir) {
		e = disk_failed("open", TMP);
		if (fd >= 0)
			close(fd);
		return e;
	}
	e = sweep_all(dir, time(NULL) - (time_t)older_s, removed);
	closedir(dir);
	return e;
}

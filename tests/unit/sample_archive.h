/* sample_archive.h - a small archive package made by hand, and made anew with something wrong in it. */
#ifndef TESTS_UNIT_SAMPLE_ARCHIVE_H
#define TESTS_UNIT_SAMPLE_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/archive.h"

#define SAMPLE_MAX 24

struct sample_entry {
	const char *name, *text;
};
struct sample {
	void *ctx;
	struct sample_entry at[SAMPLE_MAX];
	size_t n;
};

/* sample_make - three events, two documents with their PDFs, one upload; everything but the manifest. */
void sample_make(void *ctx, struct sample *s);
/* sample_change - put `now` for `was` in an entry; the test ends when it is not there. */
void sample_change(struct sample *s, const char *name, const char *was, const char *now);
void sample_drop(struct sample *s, const char *name);
void sample_add(struct sample *s, const char *name, const char *text);
/* sample_manifest - of the entries as they are now. */
const char *sample_manifest(const struct sample *s);
/* sample_write - the package at `path`. */
void sample_write(const struct sample *s, const char *manifest, const char *path);

#endif

/* archive_parts.h - the parts of a package that are written by the portal; for archive.c only. */
#ifndef DOMAIN_ARCHIVE_PARTS_H
#define DOMAIN_ARCHIVE_PARTS_H

#include "domain/archive.h"
#include "gen/sql.h"

struct archive_entry {
	const char *name;
	struct bytes bytes; /* when there is no path */
	const char *path;   /* file of the store, or NULL */
	int64_t size;
	uint8_t sum[HASH_SIZE];
};

/* archive_pack - a case as it is in the database, and what is made of it.  Everything hangs off it. */
struct archive_pack {
	const struct casework *w;
	archive_print *print;
	int64_t case_id;
	struct sql_archive_case_row *c;
	struct sql_archive_matter_row *matter;
	struct sql_archive_events_row *events;
	struct sql_archive_documents_row *documents;
	struct sql_archive_clocks_row *clocks;
	struct sql_archive_fields_row *fields;
	struct sql_archive_items_row *items;
	struct sql_archive_files_row *files;
	size_t nevents, ndocuments, nclocks, nfields, nitems, nfiles;
	struct archive_entry *entries;
	size_t n;
};

/* archive_put - one more entry.  bytes and name belong to x. */
void archive_put(struct archive_pack *x, const char *name, struct bytes bytes);
/* archive_upload_name - of an uploaded file inside the package. */
const char *archive_upload_name(void *ctx, const struct sql_archive_files_row *f);
/* archive_parts - every part but uploads and manifest.  archive_manifest - of all entries, which are in order. */
MUST_CHECK enum err archive_parts(struct archive_pack *x);
struct bytes archive_manifest(const struct archive_pack *x);

#endif

/* archive.h - the archive package of a case (OUT-6; AY 6.4; elements after GB/T 42727, in our own words): one file that
 * holds all of it and proves that nothing was changed, without this portal.
 *
 * A package (wrap/package.h) holds, in this order:
 *   application.json  [{name, label, value}]: the form as submitted, sensitive fields in clear
 *   clocks.json       [{event_seq, clock, act, on_day, amount, unit, due, provisional, clause}]: why every due date was what it was
 *   documents.json    [{id, event_seq, kind, title, number, issued_at, issued_by, seal {authority, legend, used_by, used_at} or null,
 *                     file, print, print_sha256}], in the order of event and id; print: the PDF
 *   documents/ID.json the data of a document, byte for byte as they were hashed when it was issued
 *   documents/ID.pdf  the same as it prints, made from these data, the record of the seal and the case's QR code; without the
 *                     query code.  Its creation date is when the document was issued
 *   events.json       [{case_id, seq, at, ... , doc_id, doc_hash, prev_hash, hash}]: the fields of domain/event.h, hashes in hex
 *   materials.json    [{item, seq, name, state, verdict, reason, remedy, gap, supplied_at}]
 *   matter.json       the published revision that the case went by
 *   metadata.json     what the case is: numbers, matter, authority, applicant, days, outcome
 *   readme.txt        what this is and how it is checked
 *   uploads.json      [{id, item, file, sha256, size, kind, name, round, uploaded_at, removed_at, by}], replaced ones too
 *   uploads/SHA.kind  the files, each once, as they came in
 *   manifest.json     {format, version, case_no, short_no, case_id, events, head, files [{name, size, sha256}]}: every other entry
 *
 * Version 1 had no prints; what there is of it is still checked.
 * The same case gives the same bytes, with the same fonts and libraries of drawing.  Names and numbers are in clear: the archive is the legal record of who applied for
 * what, the uploads in it are identity papers anyway, and a record that hides the person proves nothing.  So packages are
 * mode 0440 in a folder of the portal's own, leave only through an archivist's logged request, and appear on no page. */
#ifndef DOMAIN_ARCHIVE_H
#define DOMAIN_ARCHIVE_H

#include "domain/case.h"
#include "domain/document.h"
#include "wrap/package.h"

#define ARCHIVE_FORMAT "portal-archive"
#define ARCHIVE_VERSION 2
#define ARCHIVE_VERSION_BARE 1 /* documents as data only */
#define ARCHIVE_MANIFEST "manifest.json"

struct archive_made {
	const char *file; /* below conf->archive_dir: "2026/SL20260302-0301-00001.zip" */
	int64_t size;
	uint8_t sum[HASH_SIZE]; /* SHA-256 of the package */
	int64_t events;         /* events in it */
	bool written;           /* false: the package that is there is the same, or was accepted and stays */
};
/* archive_print - an issued document as a PDF under w->ctx: drawing is not done on this floor, the program says who does it.
 * Must give the same bytes for the same document. */
typedef enum err archive_print(const struct casework *w, const struct document *doc, struct bytes *pdf);

/* archive_pack - make the package of a case that has ended, put it below conf->archive_dir and on record.
 * A later event of the case makes a further package; one that the archive accepted is never replaced.
 * errors: ERR_NOT_FOUND; ERR_CONFLICT when the case has not ended or moved meanwhile; ERR_INTERNAL when a stored file is
 * not what was stored; ERR_UNAVAILABLE. */
MUST_CHECK enum err archive_pack(const struct casework *w, archive_print *print, int64_t case_id,
				struct archive_made *out);

/* archive_pending - pack every archived case that has events newer than its package. */
struct archive_round {
	int64_t made, failed;
};
MUST_CHECK enum err archive_pending(const struct casework *w, archive_print *print, struct archive_round *out);

/* --- without a database ----------------------------------------------------------------------------- */

struct archive_report {
	const char *case_no, *short_no;
	int64_t events, documents, uploads;
	int64_t prints; /* PDFs of documents: all of them, or none in a package of version 1 */
	const char *head; /* hash of the last event, hex: compare it with paper in the applicant's hand or the register */
};
/* archive_check - is this package whole?  Every entry against the manifest, the chain of events computed anew, each
 * document against the hash in its event, each PDF against the list of documents, each upload against its name, and the
 * lists against each other.
 * NULL, or the first fault as one English line under ctx. */
const char *archive_check(void *ctx, const struct package_in *in, struct archive_report *out);

#endif

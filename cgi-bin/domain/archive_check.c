/* archive_check.c - a package by itself: no database, no settings, no store. */
#include "domain/archive.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "domain/event.h"
#include "wrap/json.h"

#define JSON_MAX (64u * 1024 * 1024)
#define FOLDER_UPLOADS "uploads/"
#define FOLDER_DOCUMENTS "documents/"

struct check {
	void *ctx;
	const struct package_in *in;
	struct json *manifest, *events, *documents, *uploads, *metadata;
	const struct json *files; /* of the manifest */
	bool printed;             /* a version that holds each document as a PDF too */
	size_t at;                /* documents whose event has been seen */
	uint8_t head[HASH_SIZE];  /* of the events so far */
};

/* --- reading ----------------------------------------------------------------------------------------- */

static const char *entry_read(const struct check *k, const char *name, struct bytes *out)
{
	int64_t at = package_find(k->in, name);

	if (at < 0)
		return mem_fmt(k->ctx, "%s is missing", name);
	if (package_read(k->ctx, k->in, (size_t)at, JSON_MAX, out) != ERR_NONE)
		return mem_fmt(k->ctx, "%s cannot be read", name);
	return NULL;
}

static const char *json_read(const struct check *k, const char *name, enum json_kind kind, struct json **out)
{
	struct bytes text = {NULL, 0};
	char *why;
	const char *fault = entry_read(k, name, &text);

	if (fault)
		return fault;
	if (json_parse(k->ctx, (const char *)text.p, text.n, out, &why) != ERR_NONE)
		return mem_fmt(k->ctx, "%s is no JSON", name);
	return json_kind(*out) == kind ? NULL : mem_fmt(k->ctx, "%s is not what it should be", name);
}

static bool hex_is(const struct check *k, const char *hex, const uint8_t *hash)
{
	return text_eq(hex, text_hex(k->ctx, hash, HASH_SIZE));
}

/* --- the manifest ------------------------------------------------------------------------------------ */

static const char *manifest_file(const struct check *k, size_t i, const char *before)
{
	const struct json *o = json_at(k->files, i);
	const char *name = json_text(o, "name");
	uint8_t sum[HASH_SIZE];
	int64_t at;

	if (!name || text_eq(name, ARCHIVE_MANIFEST) || (before && strcmp(before, name) >= 0))
		return "the manifest's list of files is not in order";
	at = package_find(k->in, name);
	if (at < 0)
		return mem_fmt(k->ctx, "%s is missing", name);
	if (package_hash(k->in, (size_t)at, sum) != ERR_NONE)
		return mem_fmt(k->ctx, "%s is damaged", name);
	if (json_int(o, "size", -1) != package_size(k->in, (size_t)at) || !hex_is(k, json_text(o, "sha256"), sum))
		return mem_fmt(k->ctx, "%s was changed", name);
	return NULL;
}

/* check_added - with as many entries as the manifest names, all of which are there, nothing was added. */
static const char *check_added(const struct check *k)
{
	for (size_t i = 0; i < package_count(k->in); i++) {
		const char *name = package_name(k->in, i);
		bool listed = text_eq(name, ARCHIVE_MANIFEST);
		size_t low = 0, high = json_count(k->files); /* the list is in order */

		while (!listed && low < high) {
			size_t middle = low + (high - low) / 2;
			int side = strcmp(name, text_or(json_text(json_at(k->files, middle), "name"), ""));
			listed = side == 0;
			*(side < 0 ? &high : &low) = side < 0 ? middle : middle + 1;
		}
		if (!listed)
			return mem_fmt(k->ctx, "%s was added", name);
	}
	return NULL;
}

static const char *check_manifest(struct check *k)
{
	const char *before = NULL;
	const char *fault = json_read(k, ARCHIVE_MANIFEST, JSON_IS_OBJECT, &k->manifest);

	if (fault)
		return fault;
	if (!text_eq(json_text(k->manifest, "format"), ARCHIVE_FORMAT))
		return "it is no archive package of this portal";
	k->printed = json_int(k->manifest, "version", 0) == ARCHIVE_VERSION;
	if (!k->printed && json_int(k->manifest, "version", 0) != ARCHIVE_VERSION_BARE)
		return "it was made by a newer portal: use the check command of that one";
	k->files = json_get(k->manifest, "files");
	for (size_t i = 0; i < json_count(k->files); i++) {
		fault = manifest_file(k, i, before);
		if (fault)
			return fault;
		before = json_text(json_at(k->files, i), "name");
	}
	return check_added(k);
}

/* --- documents --------------------------------------------------------------------------------------- */

/* document_add - one document into the hash of its event.  Its data name the event before as the paper does. */
static const char *document_add(struct check *k, const struct json *d, struct event_docs *sum)
{
	const char *file = json_text(d, "file");
	struct bytes data;
	struct json *o;
	char *why;
	const char *fault;

	if (!file || !text_starts(file, FOLDER_DOCUMENTS))
		return mem_fmt(k->ctx, "documents.json: document %" PRId64 " has no file", json_int(d, "id", 0));
	fault = entry_read(k, file, &data);
	if (fault)
		return fault;
	if (memchr(data.p, 0, data.n) || json_parse(k->ctx, (const char *)data.p, data.n, &o, &why) != ERR_NONE)
		return mem_fmt(k->ctx, "%s is no document", file);
	if (json_text(o, "chain") && !hex_is(k, json_text(o, "chain"), k->head))
		return mem_fmt(k->ctx, "%s does not follow on the event before it", file);
	event_docs_add(sum, json_text(d, "kind"), json_text(d, "number"), (const char *)data.p);
	return NULL;
}

/* check_print - the PDF of a document lies beside its data and is the one that the list names. */
static const char *check_print(const struct check *k, const struct json *d)
{
	const char *file = json_text(d, "file"), *print = json_text(d, "print");
	uint8_t sum[HASH_SIZE];
	int64_t at;

	if (!k->printed)
		return print ? "documents.json names PDFs, which a package of this version does not hold" : NULL;
	if (!print || !text_eq(print, mem_fmt(k->ctx, "%s%" PRId64 ".pdf", FOLDER_DOCUMENTS, json_int(d, "id", 0))))
		return mem_fmt(k->ctx, "documents.json: %s has no PDF", file);
	at = package_find(k->in, print);
	if (at < 0)
		return mem_fmt(k->ctx, "%s is missing", print);
	if (package_hash(k->in, (size_t)at, sum) != ERR_NONE || !hex_is(k, json_text(d, "print_sha256"), sum))
		return mem_fmt(k->ctx, "%s is not the PDF that was made of %s", print, file);
	return NULL;
}

static bool document_named(const struct check *k, const char *name)
{
	for (size_t i = 0; i < json_count(k->documents); i++) {
		const struct json *d = json_at(k->documents, i);
		if (text_eq(json_text(d, "file"), name) || text_eq(json_text(d, "print"), name))
			return true;
	}
	return false;
}

/* check_strays - nothing lies beside the documents. */
static const char *check_strays(const struct check *k)
{
	for (size_t i = 0; i < package_count(k->in); i++)
		if (text_starts(package_name(k->in, i), FOLDER_DOCUMENTS) && !document_named(k, package_name(k->in, i)))
			return mem_fmt(k->ctx, "%s is no document of the list", package_name(k->in, i));
	return NULL;
}

/* check_documents - those of one event against its hash.  k->head is that of the event before. */
static const char *check_documents(struct check *k, const struct json *e, int64_t seq)
{
	int64_t first = json_int(json_at(k->documents, k->at), "id", 0);
	struct event_docs sum;
	uint8_t hash[HASH_SIZE];

	event_docs_start(&sum);
	for (const struct json *d; (d = json_at(k->documents, k->at)) && json_int(d, "event_seq", 0) == seq; k->at++) {
		const char *fault = document_add(k, d, &sum);
		if (!fault)
			fault = check_print(k, d);
		if (fault)
			return fault;
	}
	event_docs_end(&sum, hash);
	if (sum.n == 0)
		return json_get(e, "doc_id") || json_get(e, "doc_hash")
			       ? mem_fmt(k->ctx, "event %" PRId64 ": its document is missing", seq)
			       : NULL;
	if (json_int(e, "doc_id", 0) != first || !hex_is(k, json_text(e, "doc_hash"), hash))
		return mem_fmt(k->ctx, "event %" PRId64 ": a document was changed, added or removed", seq);
	return NULL;
}

/* --- events ------------------------------------------------------------------------------------------ */

static bool digits_parse(const char *text, int n, int *out)
{
	*out = 0;
	for (int i = 0; i < n; i++) {
		if (text[i] < '0' || text[i] > '9')
			return false;
		*out = *out * 10 + (text[i] - '0');
	}
	return true;
}

static bool instant_parse(const char *text, msec *out)
{
	char date[DAY_TEXT], again[MSEC_TEXT];
	int at[4]; /* hour, minute, second, millisecond */
	day d;

	if (!text || strlen(text) != MSEC_TEXT - 1)
		return false;
	snprintf(date, sizeof(date), "%.10s", text);
	if (!day_parse(date, &d))
		return false;
	for (int i = 0; i < 4; i++) /* "YYYY-MM-DD hh:mm:ss.mmm"; separators are compared below */
		if (!digits_parse(text + 11 + 3 * i, i < 3 ? 2 : 3, &at[i]))
			return false;
	*out = msec_make(d, at[0], at[1], at[2], at[3]);
	return text_eq(msec_text(*out, again), text);
}

static bool hash_parse(const char *hex, uint8_t out[static HASH_SIZE])
{
	static const char digits[] = "0123456789abcdef";

	if (!hex || strlen(hex) != 2 * HASH_SIZE || strspn(hex, digits) != 2 * HASH_SIZE)
		return false;
	for (size_t i = 0; i < HASH_SIZE; i++) {
		size_t high = (size_t)(strchr(digits, hex[2 * i]) - digits), low = (size_t)(strchr(digits, hex[2 * i + 1]) - digits);
		out[i] = (uint8_t)(high << 4 | low);
	}
	return true;
}

/* event_read - false when a field cannot be what was hashed. */
static bool event_read(const struct check *k, const struct json *o, struct event *e)
{
	uint8_t *doc_hash = mem_array(k->ctx, uint8_t, HASH_SIZE);
	const char *doc = json_text(o, "doc_hash");

	*e = (struct event){
		.case_id = json_int(o, "case_id", 0), .seq = json_int(o, "seq", 0),
		.action = json_text(o, "action"), .from_state = json_text(o, "from_state"),
		.to_state = json_text(o, "to_state"), .actor_kind = json_text(o, "actor_kind"),
		.actor_id = json_int(o, "actor_id", 0), .actor_name = json_text(o, "actor_name"),
		.post = json_text(o, "post"), .acting_for = json_int(o, "acting_for", 0),
		.acting_name = json_text(o, "acting_name"), .reason = json_text(o, "reason"),
		.note = json_text(o, "note"), .clause = json_text(o, "clause"), .doc_id = json_int(o, "doc_id", 0),
	};
	if (doc && !hash_parse(doc, doc_hash))
		return false;
	if (doc)
		e->doc_hash = (struct bytes){doc_hash, HASH_SIZE};
	memcpy(e->prev_hash, k->head, HASH_SIZE);
	return instant_parse(json_text(o, "at"), &e->at);
}

static const char *check_event(struct check *k, const struct json *o, int64_t seq)
{
	struct event e;
	uint8_t hash[HASH_SIZE];
	const char *fault;

	if (json_int(o, "seq", 0) != seq)
		return mem_fmt(k->ctx, "event %" PRId64 " is missing", seq);
	if (json_int(o, "case_id", 0) != json_int(k->manifest, "case_id", 0))
		return mem_fmt(k->ctx, "event %" PRId64 " belongs to another case", seq);
	if (!hex_is(k, json_text(o, "prev_hash"), k->head))
		return mem_fmt(k->ctx, "event %" PRId64 " does not follow on the one before it", seq);
	if (!event_read(k, o, &e))
		return mem_fmt(k->ctx, "event %" PRId64 " was changed", seq);
	event_hash(&e, hash);
	if (!hex_is(k, json_text(o, "hash"), hash))
		return mem_fmt(k->ctx, "event %" PRId64 " was changed", seq);
	fault = check_documents(k, o, seq);
	memcpy(k->head, hash, HASH_SIZE);
	return fault;
}

static const char *check_events(struct check *k)
{
	int64_t n, wanted = json_int(k->manifest, "events", 0);
	const struct json *left;
	const char *fault = json_read(k, "events.json", JSON_IS_LIST, &k->events);

	if (!fault)
		fault = json_read(k, "documents.json", JSON_IS_LIST, &k->documents);
	n = fault ? 0 : (int64_t)json_count(k->events);
	for (int64_t i = 0; i < n && !fault; i++)
		fault = check_event(k, json_at(k->events, (size_t)i), i + 1);
	if (fault)
		return fault;
	if (n < wanted)
		return mem_fmt(k->ctx, "the last %" PRId64 " events are missing", wanted - n);
	if (n > wanted || n == 0)
		return n ? mem_fmt(k->ctx, "event %" PRId64 " was added", wanted + 1) : "it holds no events";
	if (!hex_is(k, json_text(k->manifest, "head"), k->head))
		return "the manifest does not name the last event";
	left = json_at(k->documents, k->at);
	return left ? mem_fmt(k->ctx, "document %" PRId64 " belongs to no event", json_int(left, "id", 0)) : check_strays(k);
}

/* --- uploads, and what the case is -------------------------------------------------------------------- */

static const char *check_upload(const struct check *k, const struct json *u)
{
	const char *file = json_text(u, "file"), *sha = json_text(u, "sha256");
	uint8_t sum[HASH_SIZE];
	int64_t at;

	if (!file || !sha || !text_starts(file, FOLDER_UPLOADS) || !text_starts(file + strlen(FOLDER_UPLOADS), sha))
		return mem_fmt(k->ctx, "uploads.json: file %" PRId64 " has no place", json_int(u, "id", 0));
	at = package_find(k->in, file);
	if (at < 0)
		return mem_fmt(k->ctx, "%s is missing", file);
	if (package_hash(k->in, (size_t)at, sum) != ERR_NONE || !hex_is(k, sha, sum) ||
	    json_int(u, "size", -1) != package_size(k->in, (size_t)at))
		return mem_fmt(k->ctx, "%s is not the file that was uploaded", file);
	return NULL;
}

static bool upload_named(const struct check *k, const char *name)
{
	for (size_t i = 0; i < json_count(k->uploads); i++)
		if (text_eq(json_text(json_at(k->uploads, i), "file"), name))
			return true;
	return false;
}

/* check_uploads - every one is there, and nothing lies beside them. */
static const char *check_uploads(struct check *k)
{
	const char *fault = json_read(k, "uploads.json", JSON_IS_LIST, &k->uploads);

	for (size_t i = 0; !fault && i < json_count(k->uploads); i++)
		fault = check_upload(k, json_at(k->uploads, i));
	for (size_t i = 0; !fault && i < package_count(k->in); i++)
		if (text_starts(package_name(k->in, i), FOLDER_UPLOADS) && !upload_named(k, package_name(k->in, i)))
			fault = mem_fmt(k->ctx, "%s belongs to no material", package_name(k->in, i));
	return fault;
}

static const char *check_metadata(struct check *k)
{
	const struct json *last = json_at(k->events, json_count(k->events) - 1);
	const char *fault = json_read(k, "metadata.json", JSON_IS_OBJECT, &k->metadata);

	if (fault)
		return fault;
	if (!text_eq(json_text(k->metadata, "case_no"), json_text(k->manifest, "case_no")) ||
	    !text_eq(json_text(k->metadata, "short_no"), json_text(k->manifest, "short_no")))
		return "metadata.json is of another case than the manifest";
	if (!text_eq(json_text(k->metadata, "state"), json_text(last, "to_state")))
		return "metadata.json: the state is not that of the last event";
	return NULL;
}

const char *archive_check(void *ctx, const struct package_in *in, struct archive_report *out)
{
	struct check k = {.ctx = ctx, .in = in};
	const char *fault = check_manifest(&k);

	if (!fault)
		fault = check_events(&k);
	if (!fault)
		fault = check_uploads(&k);
	if (!fault)
		fault = check_metadata(&k);
	if (fault)
		return fault;
	*out = (struct archive_report){
		.case_no = json_text(k.manifest, "case_no"),
		.short_no = json_text(k.manifest, "short_no"),
		.events = (int64_t)json_count(k.events),
		.documents = (int64_t)json_count(k.documents),
		.uploads = (int64_t)json_count(k.uploads),
		.prints = k.printed ? (int64_t)json_count(k.documents) : 0,
		.head = text_hex(ctx, k.head, HASH_SIZE),
	};
	return NULL;
}

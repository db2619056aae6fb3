#include "unit/sample_archive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/event.h"
#include "wrap/json.h"

#define UPLOAD "%PDF-1.4 示例"
#define PRINT "%%PDF-1.7 第%lld份文书"
#define CASE_ID 7

static void must(bool holds, const char *what)
{
	if (!holds) {
		fprintf(stderr, "sample_archive: %s\n", what);
		abort();
	}
}

static const char *hex_of(void *ctx, const char *text)
{
	uint8_t sum[HASH_SIZE];

	hash_sha256(text, strlen(text), sum);
	return text_hex(ctx, sum, HASH_SIZE);
}

void sample_add(struct sample *s, const char *name, const char *text)
{
	must(s->n < SAMPLE_MAX, "too many entries");
	s->at[s->n++] = (struct sample_entry){name, text};
}

static struct sample_entry *find(struct sample *s, const char *name)
{
	for (size_t i = 0; i < s->n; i++)
		if (text_eq(s->at[i].name, name))
			return &s->at[i];
	must(false, name);
	return NULL;
}

void sample_drop(struct sample *s, const char *name)
{
	struct sample_entry *e = find(s, name);

	*e = s->at[s->n - 1];
	s->n--;
}

void sample_change(struct sample *s, const char *name, const char *was, const char *now)
{
	struct sample_entry *e = find(s, name);
	const char *place = strstr(e->text, was);

	must(place, was);
	e->text = mem_fmt(s->ctx, "%.*s%s%s", (int)(place - e->text), e->text, now, place + strlen(was));
}

/* --- a whole one --------------------------------------------------------------------------------------- */

/* One event with a document that says `data`, or without one. */
static void event_put(struct sample *s, struct json *list, struct event *e, const char *data)
{
	struct json *o = json_add_object(list);
	struct event_docs docs;
	uint8_t *doc_hash = mem_array(s->ctx, uint8_t, HASH_SIZE), hash[HASH_SIZE];
	char at[MSEC_TEXT];

	if (data) {
		event_docs_start(&docs);
		event_docs_add(&docs, "receipt_slip", "（示）收字〔2026〕第00001号", data);
		event_docs_end(&docs, doc_hash);
		e->doc_hash = (struct bytes){doc_hash, HASH_SIZE};
		e->doc_id = 10 + e->seq;
	}
	event_hash(e, hash);
	json_set_int(o, "case_id", e->case_id);
	json_set_int(o, "seq", e->seq);
	json_set_text(o, "at", msec_text(e->at, at));
	json_set_text(o, "action", e->action);
	json_set_text(o, "from_state", e->from_state);
	json_set_text(o, "to_state", e->to_state);
	json_set_text(o, "actor_kind", e->actor_kind);
	json_set_int(o, "actor_id", e->actor_id);
	json_set_text(o, "actor_name", e->actor_name);
	json_set_text(o, "reason", e->reason);
	if (data) {
		json_set_int(o, "doc_id", e->doc_id);
		json_set_text(o, "doc_hash", text_hex(s->ctx, doc_hash, HASH_SIZE));
	}
	json_set_text(o, "prev_hash", text_hex(s->ctx, e->prev_hash, HASH_SIZE));
	json_set_text(o, "hash", text_hex(s->ctx, hash, HASH_SIZE));
	memcpy(e->prev_hash, hash, HASH_SIZE);
	e->doc_hash = (struct bytes){NULL, 0};
	e->doc_id = 0;
}

static void document_put(struct sample *s, struct json *list, int64_t seq, const char *data)
{
	struct json *o = json_add_object(list);
	const char *file = mem_fmt(s->ctx, "documents/%lld.json", (long long)(10 + seq));
	const char *print = mem_fmt(s->ctx, "documents/%lld.pdf", (long long)(10 + seq)), *pdf = mem_fmt(s->ctx, PRINT, (long long)seq);

	json_set_int(o, "id", 10 + seq);
	json_set_int(o, "event_seq", seq);
	json_set_text(o, "kind", "receipt_slip");
	json_set_text(o, "number", "（示）收字〔2026〕第00001号");
	json_set_text(o, "file", file);
	json_set_text(o, "print", print);
	json_set_text(o, "print_sha256", hex_of(s->ctx, pdf));
	sample_add(s, file, data);
	sample_add(s, print, pdf);
}

static void upload_put(struct sample *s)
{
	struct json *list = json_set_array(json_new(s->ctx), "list"), *o = json_add_object(list);
	const char *sha = hex_of(s->ctx, UPLOAD), *file = mem_fmt(s->ctx, "uploads/%s.pdf", sha);

	json_set_int(o, "id", 3);
	json_set_text(o, "item", "photo");
	json_set_text(o, "file", file);
	json_set_text(o, "sha256", sha);
	json_set_int(o, "size", (int64_t)strlen(UPLOAD));
	sample_add(s, "uploads.json", json_write(s->ctx, list));
	sample_add(s, file, UPLOAD);
}

/* next - the event after this one. */
static void next(struct event *e, const char *action, const char *to, const char *reason)
{
	e->seq++;
	e->at += 60000;
	e->action = action;
	e->from_state = e->to_state;
	e->to_state = to;
	e->reason = reason;
}

void sample_make(void *ctx, struct sample *s)
{
	struct json *events = json_set_array(json_new(ctx), "list"), *documents = json_set_array(json_new(ctx), "list");
	const char *receipt = "{\"title\":\"提交回执\",\"chain\":null}";
	struct event e = {.case_id = CASE_ID, .seq = 1, .at = msec_make(day_make(2026, 3, 2), 9, 30, 0, 0),
			  .action = "submit", .from_state = "draft", .to_state = "submitted", .actor_kind = "applicant",
			  .actor_id = 5, .actor_name = "张示例"};

	*s = (struct sample){.ctx = ctx};
	event_put(s, events, &e, receipt);
	document_put(s, documents, 1, receipt);
	const char *slip = mem_fmt(ctx, "{\"title\":\"收件凭证\",\"chain\":\"%s\"}", text_hex(ctx, e.prev_hash, HASH_SIZE));
	next(&e, "receive", "received", NULL);
	event_put(s, events, &e, slip);
	document_put(s, documents, 2, slip);
	next(&e, "withdraw", "withdrawn", "不办了");
	event_put(s, events, &e, NULL);
	sample_add(s, "events.json", json_write(ctx, events));
	sample_add(s, "documents.json", json_write(ctx, documents));
	sample_add(s, "metadata.json", "{\"case_no\":\"NO-1\",\"short_no\":\"SL-1\",\"state\":\"withdrawn\"}");
	sample_add(s, "application.json", "[]");
	upload_put(s);
}

/* --- writing --------------------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct sample_entry *)a)->name, ((const struct sample_entry *)b)->name);
}

const char *sample_manifest(const struct sample *s)
{
	struct sample t = *s;
	struct json *o = json_new(s->ctx), *files;
	const char *head = "";

	qsort(t.at, t.n, sizeof(t.at[0]), by_name);
	for (size_t i = 0; i < t.n; i++)
		if (text_eq(t.at[i].name, "events.json"))
			for (const char *p = t.at[i].text; (p = strstr(p, "\"hash\":\"")); p++)
				head = mem_fmt(s->ctx, "%.64s", p + 8);
	json_set_text(o, "format", ARCHIVE_FORMAT);
	json_set_int(o, "version", ARCHIVE_VERSION);
	json_set_text(o, "case_no", "NO-1");
	json_set_text(o, "short_no", "SL-1");
	json_set_int(o, "case_id", CASE_ID);
	json_set_int(o, "events", 3);
	json_set_text(o, "head", head);
	files = json_set_array(o, "files");
	for (size_t i = 0; i < t.n; i++) {
		struct json *f = json_add_object(files);
		json_set_text(f, "name", t.at[i].name);
		json_set_int(f, "size", (int64_t)strlen(t.at[i].text));
		json_set_text(f, "sha256", hex_of(s->ctx, t.at[i].text));
	}
	return json_write(s->ctx, o);
}

void sample_write(const struct sample *s, const char *manifest, const char *path)
{
	struct sample t = *s;
	struct package *p = package_begin(s->ctx, path);
	uint8_t sum[HASH_SIZE];
	int64_t size;

	qsort(t.at, t.n, sizeof(t.at[0]), by_name);
	if (manifest)
		sample_add(&t, ARCHIVE_MANIFEST, manifest);
	for (size_t i = 0; i < t.n; i++)
		must(package_add(p, t.at[i].name, (struct bytes){(const uint8_t *)t.at[i].text, strlen(t.at[i].text)}) ==
			     ERR_NONE,
		     t.at[i].name);
	must(package_end(p, sum, &size) == ERR_NONE, path);
}

#include "domain/archive_parts.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "domain/identity.h"
#include "domain/matter.h"
#include "wrap/json.h"

/* For whoever finds the file in thirty years. */
static const char readme[] =
	"政务服务办件归档包\n"
	"\n"
	"这个文件里是一个办件的全部记录：申请表、材料、文书、办理过程和时限。documents 里每份文书有两份：.json 是签发时的数据，\n"
	".pdf 是打印出来的样子。manifest.json 列出每个文件的 SHA-256；\n"
	"events.json 里每一步都带着上一步的校验值，任何一处改动都会被发现。离线核验：archive-check 本文件。\n"
	"包内有未遮盖的个人信息，请按档案管理规定保管。\n"
	"\n"
	"One case of a government service portal, complete: application, materials, documents, events, clocks. A document is there\n"
	"as the data that were issued (.json) and as it prints (.pdf, drawn from them when the package was made). manifest.json\n"
	"lists every file with its SHA-256. An event's hash is SHA-256 over prev_hash (32 bytes) and then, in this order,\n"
	"case_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post, acting_for, acting_name, reason,\n"
	"note, clause, doc_id, doc_hash (hex): each as its length in bytes, ':', its bytes and a line feed, or '-' and a line feed\n"
	"when it is null. doc_hash is SHA-256 over the documents of the event in order of id, each as kind, number and the\n"
	"bytes of its .json file in the same notation. The first prev_hash is 32 zero bytes.\n";

/* --- small things -------------------------------------------------------------------------------------- */

static void set_day(struct json *o, const char *key, day d)
{
	char text[DAY_TEXT];

	json_set_text(o, key, d == DAY_NONE ? NULL : day_text(d, text));
}

static void set_msec(struct json *o, const char *key, msec t)
{
	char text[MSEC_TEXT];

	json_set_text(o, key, t == MSEC_NONE ? NULL : msec_text(t, text));
}

static void set_hash(struct json *o, const char *key, void *ctx, struct bytes hash)
{
	json_set_text(o, key, hash.p ? text_hex(ctx, hash.p, hash.n) : NULL);
}

static void set_ref(struct json *o, const char *key, int64_t id)
{
	if (id)
		json_set_int(o, key, id);
	else
		json_set_text(o, key, NULL);
}

static struct bytes text_bytes(const char *text)
{
	return (struct bytes){(const uint8_t *)text, strlen(text)};
}

static void put_json(struct archive_pack *x, const char *name, const struct json *v)
{
	archive_put(x, name, text_bytes(json_write(x, v)));
}

/* list_new - an empty list under x, written by itself. */
static struct json *list_new(struct archive_pack *x)
{
	return json_set_array(json_new(x), "list");
}

static enum err set_sealed(struct archive_pack *x, struct json *o, const char *key, const char *where, struct bytes sealed)
{
	char *plain = NULL;

	if (sealed.p)
		TRY(field_open(x, x->w->keys, where, 0, sealed, &plain));
	json_set_text(o, key, plain);
	return ERR_NONE;
}

/* --- what the case is ---------------------------------------------------------------------------------- */

static const char *id_type_name(const char *code)
{
	enum identity_type type;

	return code && identity_type_parse(code, &type) ? identity_name(type) : NULL;
}

static enum err set_people(struct archive_pack *x, struct json *o)
{
	const struct sql_archive_case_row *c = x->c;
	struct json *a = json_set_object(o, "applicant");

	json_set_text(a, "kind", c->applicant_kind);
	json_set_text(a, "name", c->applicant_name);
	json_set_text(a, "id_type", c->applicant_id_type);
	json_set_text(a, "id_type_name", id_type_name(c->applicant_id_type));
	TRY(set_sealed(x, a, "id_no", "cases.applicant_id_sealed", c->applicant_id_sealed));
	TRY(set_sealed(x, a, "phone", "cases.applicant_phone_sealed", c->applicant_phone_sealed));
	TRY(set_sealed(x, a, "address", "cases.applicant_address_sealed", c->applicant_address_sealed));
	json_set_text(a, "legal_rep", c->legal_rep);
	if (!c->agent_name) {
		json_set_text(o, "agent", NULL);
		return ERR_NONE;
	}
	struct json *g = json_set_object(o, "agent");
	json_set_text(g, "name", c->agent_name);
	json_set_text(g, "id_type", c->agent_id_type);
	json_set_text(g, "id_type_name", id_type_name(c->agent_id_type));
	TRY(set_sealed(x, g, "id_no", "cases.agent_id_sealed", c->agent_id_sealed));
	return set_sealed(x, g, "phone", "cases.agent_phone_sealed", c->agent_phone_sealed);
}

static void set_course(const struct archive_pack *x, struct json *o)
{
	const struct sql_archive_case_row *c = x->c;
	const struct sql_archive_events_row *last = &x->events[x->nevents - 1];

	json_set_text(o, "channel", c->channel);
	json_set_text(o, "delivery", c->delivery);
	json_set_bool(o, "committed", c->committed);
	set_msec(o, "submitted_at", c->submitted_at);
	set_day(o, "received_day", c->received_day);
	set_day(o, "accepted_day", c->accepted_day);
	set_day(o, "decided_day", c->decided_day);
	json_set_text(o, "outcome", c->outcome);
	json_set_text(o, "state", c->state);
	json_set_text(o, "state_name", state_name_numbered(state_of(c->state)));
	set_msec(o, "last_event_at", last->at);
	json_set_text(o, "last_event_by", last->actor_name);
	json_set_int(o, "events", (int64_t)x->nevents);
	json_set_int(o, "documents", (int64_t)x->ndocuments);
	json_set_int(o, "uploads", (int64_t)x->nfiles);
}

static enum err put_metadata(struct archive_pack *x)
{
	struct json *o = json_new(x), *m, *d;

	json_set_text(o, "case_no", x->c->case_no);
	json_set_text(o, "short_no", x->c->short_no);
	m = json_set_object(o, "matter");
	json_set_text(m, "code", x->c->matter_code);
	json_set_text(m, "name", x->c->matter_name);
	json_set_int(m, "revision", x->matter->rev_no);
	set_hash(m, "revision_sha256", x, x->matter->doc_hash);
	d = json_set_object(o, "authority");
	json_set_text(d, "code", x->c->dept_code);
	json_set_text(d, "name", x->c->dept_name);
	json_set_text(o, "centre", x->w->conf->centre_name);
	json_set_text(o, "city", x->w->conf->city_name);
	TRY(set_people(x, o));
	set_course(x, o);
	put_json(x, "metadata.json", o);
	return ERR_NONE;
}

/* --- the application ----------------------------------------------------------------------------------- */

static enum err put_application(struct archive_pack *x)
{
	struct json *list = list_new(x);
	struct matter *m;
	char *why;

	if (matter_parse(x, x->matter->doc, strlen(x->matter->doc), &m, &why) != ERR_NONE)
		return ERR_INTERNAL;
	for (size_t i = 0; i < x->nfields; i++) {
		const struct sql_archive_fields_row *f = &x->fields[i];
		int at = mform_find(&m->form, f->name);
		struct json *o = json_add_object(list);
		char *plain = NULL;

		if (f->sealed.p)
			TRY(field_open(x, x->w->keys, mem_fmt(x, "case_field.%s", f->name), x->case_id, f->sealed, &plain));
		json_set_text(o, "name", f->name);
		json_set_text(o, "label", at >= 0 ? m->form.field[at]->label : NULL);
		json_set_text(o, "value", plain ? plain : f->value);
	}
	put_json(x, "application.json", list);
	return ERR_NONE;
}

static void put_materials(struct archive_pack *x)
{
	struct json *list = list_new(x);

	for (size_t i = 0; i < x->nitems; i++) {
		const struct sql_archive_items_row *m = &x->items[i];
		struct json *o = json_add_object(list);

		json_set_text(o, "item", m->item);
		json_set_int(o, "seq", m->seq);
		json_set_text(o, "name", m->name);
		json_set_text(o, "state", m->state);
		json_set_text(o, "state_name", material_state_name(material_state_of(m->state)));
		json_set_text(o, "verdict", m->verdict);
		json_set_text(o, "reason", m->reason);
		json_set_text(o, "remedy", m->remedy);
		json_set_bool(o, "gap", m->gap);
		set_msec(o, "supplied_at", m->supplied_at);
		json_set_text(o, "certificate", m->certificate_number);
	}
	put_json(x, "materials.json", list);
}

const char *archive_upload_name(void *ctx, const struct sql_archive_files_row *f)
{
	return mem_fmt(ctx, "uploads/%s.%s", text_hex(ctx, f->sha256.p, f->sha256.n), f->kind);
}

static void put_upload_list(struct archive_pack *x)
{
	struct json *list = list_new(x);

	for (size_t i = 0; i < x->nfiles; i++) {
		const struct sql_archive_files_row *f = &x->files[i];
		struct json *o = json_add_object(list);

		json_set_int(o, "id", f->id);
		json_set_text(o, "item", f->item);
		json_set_text(o, "file", archive_upload_name(x, f));
		set_hash(o, "sha256", x, f->sha256);
		json_set_int(o, "size", f->size);
		json_set_text(o, "kind", f->kind);
		json_set_text(o, "name", f->file_name);
		json_set_int(o, "round", f->round);
		set_msec(o, "uploaded_at", f->uploaded_at);
		set_msec(o, "removed_at", f->removed_at);
		json_set_text(o, "by", f->by_kind);
		set_ref(o, "reused_from", f->reused_from);
	}
	put_json(x, "uploads.json", list);
}

/* --- the course ------------------------------------------------------------------------------------------ */

static void put_events(struct archive_pack *x)
{
	struct json *list = list_new(x);

	for (size_t i = 0; i < x->nevents; i++) {
		const struct sql_archive_events_row *e = &x->events[i];
		struct json *o = json_add_object(list);

		json_set_int(o, "case_id", e->case_id);
		json_set_int(o, "seq", e->seq);
		set_msec(o, "at", e->at);
		json_set_text(o, "action", e->action);
		json_set_text(o, "told", action_told(action_of(e->action)));
		json_set_text(o, "from_state", e->from_state);
		json_set_text(o, "to_state", e->to_state);
		json_set_text(o, "actor_kind", e->actor_kind);
		json_set_int(o, "actor_id", e->actor_id);
		json_set_text(o, "actor_name", e->actor_name);
		json_set_text(o, "post", e->post);
		set_ref(o, "acting_for", e->acting_for);
		json_set_text(o, "acting_name", e->acting_name);
		json_set_text(o, "reason", e->reason);
		json_set_text(o, "note", e->note);
		json_set_text(o, "clause", e->clause);
		set_ref(o, "doc_id", e->doc_id);
		set_hash(o, "doc_hash", x, e->doc_hash);
		set_hash(o, "prev_hash", x, e->prev_hash);
		set_hash(o, "hash", x, e->hash);
	}
	put_json(x, "events.json", list);
}

static void put_clocks(struct archive_pack *x)
{
	struct json *list = list_new(x);

	for (size_t i = 0; i < x->nclocks; i++) {
		const struct sql_archive_clocks_row *c = &x->clocks[i];
		struct json *o = json_add_object(list);

		json_set_int(o, "event_seq", c->event_seq);
		json_set_text(o, "clock", c->clock);
		json_set_text(o, "act", c->act);
		set_day(o, "on_day", c->on_day);
		set_ref(o, "amount", c->amount);
		json_set_text(o, "unit", c->unit);
		set_day(o, "due", c->due);
		json_set_bool(o, "provisional", c->provisional);
		json_set_text(o, "clause", c->clause);
	}
	put_json(x, "clocks.json", list);
}

static void set_seal(const struct sql_archive_documents_row *d, struct json *o)
{
	struct json *seal;

	if (!d->seal_authority) {
		json_set_text(o, "seal", NULL);
		return;
	}
	seal = json_set_object(o, "seal");
	json_set_text(seal, "authority", d->seal_authority);
	json_set_text(seal, "legend", d->seal_legend);
	json_set_text(seal, "used_by", d->seal_by);
	set_msec(seal, "used_at", d->seal_at);
}

/* put_print - the document as a PDF, drawn from the same record. */
static enum err put_print(struct archive_pack *x, int64_t id, struct json *o)
{
	const char *name = mem_fmt(x, "documents/%" PRId64 ".pdf", id);
	struct casework w = *x->w;
	struct document *doc;
	struct bytes pdf;

	w.ctx = x;
	TRY(document_load(&w, id, &doc));
	TRY(x->print(&w, doc, &pdf));
	archive_put(x, name, pdf);
	json_set_text(o, "print", name);
	set_hash(o, "print_sha256", x, (struct bytes){x->entries[x->n - 1].sum, HASH_SIZE});
	return ERR_NONE;
}

static enum err put_documents(struct archive_pack *x)
{
	struct json *list = list_new(x);

	for (size_t i = 0; i < x->ndocuments; i++) {
		const struct sql_archive_documents_row *d = &x->documents[i];
		const char *file = mem_fmt(x, "documents/%" PRId64 ".json", d->id);
		struct json *o = json_add_object(list);

		json_set_int(o, "id", d->id);
		json_set_int(o, "event_seq", d->event_seq);
		json_set_text(o, "kind", d->kind);
		json_set_text(o, "title", d->title);
		json_set_text(o, "number", d->number);
		set_msec(o, "issued_at", d->issued_at);
		json_set_text(o, "issued_by", d->issued_by);
		set_seal(d, o);
		json_set_text(o, "file", file);
		archive_put(x, file, text_bytes(d->data));
		TRY(put_print(x, d->id, o));
	}
	put_json(x, "documents.json", list);
	return ERR_NONE;
}

enum err archive_parts(struct archive_pack *x)
{
	TRY(put_metadata(x));
	TRY(put_application(x));
	put_materials(x);
	put_upload_list(x);
	put_events(x);
	put_clocks(x);
	TRY(put_documents(x));
	archive_put(x, "matter.json", text_bytes(x->matter->doc));
	archive_put(x, "readme.txt", text_bytes(readme));
	return ERR_NONE;
}

struct bytes archive_manifest(const struct archive_pack *x)
{
	void *ctx = x->entries;
	struct json *o = json_new(ctx), *files;

	json_set_text(o, "format", ARCHIVE_FORMAT);
	json_set_int(o, "version", ARCHIVE_VERSION);
	json_set_text(o, "case_no", x->c->case_no);
	json_set_text(o, "short_no", x->c->short_no);
	json_set_int(o, "case_id", x->case_id);
	json_set_int(o, "events", x->c->event_count);
	set_hash(o, "head", ctx, x->c->event_head);
	files = json_set_array(o, "files");
	for (size_t i = 0; i < x->n; i++) {
		struct json *f = json_add_object(files);
		json_set_text(f, "name", x->entries[i].name);
		json_set_int(f, "size", x->entries[i].size);
		set_hash(f, "sha256", ctx, (struct bytes){x->entries[i].sum, HASH_SIZE});
	}
	return text_bytes(json_write(ctx, o));
}

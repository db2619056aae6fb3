#include "wrap/pdf.h"

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define OBJECT_MAX 8388607 /* highest object number, ISO 32000-1 Annex C */
#define VALUES_MAX 3000000 /* arrays and dictionaries looked at in one file */
#define END_WINDOW 2048    /* the end mark is within so many bytes of the end */

struct walk {
	void *ctx;
	qpdf_data q;
	uint8_t *seen; /* a bit per object number */
	size_t seen_room;
	qpdf_oh *stack;
	size_t n, room;
	size_t values;
};

/* --- single values ------------------------------------------------------------------------------ */

static bool name_is(qpdf_data q, qpdf_oh dict, const char *key, const char *name)
{
	qpdf_oh value = qpdf_oh_get_key(q, dict, key);
	bool same = qpdf_oh_is_name_and_equals(q, value, name);

	qpdf_oh_release(q, value);
	return same;
}

/* Actions that run something, and annotations that are programs. */
static const struct {
	const char *key, *name;
} active[] = {
    {"/S", "/JavaScript"},       {"/S", "/Launch"},          {"/S", "/ImportData"},
    {"/S", "/RichMediaExecute"}, {"/Subtype", "/RichMedia"},
};

static bool is_active(qpdf_data q, qpdf_oh dict)
{
	for (size_t i = 0; i < sizeof(active) / sizeof(active[0]); i++)
		if (name_is(q, dict, active[i].key, active[i].name))
			return true;
	return qpdf_oh_has_key(q, dict, "/JS");
}

static bool is_data_name(const char *name)
{
	static const char *const endings[] = {".xml", ".xbrl", ".json", ".csv",  ".txt",
					      ".pdf", ".ofd",  ".jpg",  ".jpeg", ".png"};
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot && i < sizeof(endings) / sizeof(endings[0]); i++)
		if (strcasecmp(dot, endings[i]) == 0)
			return true;
	return false;
}

/* A file specification with the file in it; every name that it gives must be one of data. */
static bool is_bad_attachment(qpdf_data q, qpdf_oh dict)
{
	static const char *const names[] = {"/F", "/UF", "/DOS", "/Mac", "/Unix"};
	size_t good = 0;

	if (!qpdf_oh_has_key(q, dict, "/EF"))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		qpdf_oh value = qpdf_oh_get_key(q, dict, names[i]);
		bool named = qpdf_oh_is_string(q, value);
		bool data = named && is_data_name(qpdf_oh_get_utf8_value(q, value));

		qpdf_oh_release(q, value);
		if (named && !data)
			return true;
		good += data;
	}
	return good == 0;
}

/* --- everything that can be reached from the trailer -------------------------------------------- */

/* Takes the handle; simple values, which have nothing below them, are let go at once. */
static void push(struct walk *w, qpdf_oh oh)
{
	if (!qpdf_oh_is_array(w->q, oh) && !qpdf_oh_is_dictionary(w->q, oh) && !qpdf_oh_is_stream(w->q, oh)) {
		qpdf_oh_release(w->q, oh);
		return;
	}
	if (w->n == w->room) {
		w->room = w->room * 2 + 256;
		w->stack = mem_grow(w->ctx, w->stack, qpdf_oh, w->room);
	}
	w->stack[w->n++] = oh;
}

static void seen_grow(struct walk *w, size_t bytes)
{
	if (bytes <= w->seen_room)
		return;
	w->seen = mem_grow(w->ctx, w->seen, uint8_t, bytes * 2);
	memset(w->seen + w->seen_room, 0, bytes * 2 - w->seen_room);
	w->seen_room = bytes * 2;
}

/* True the first time.  An object in a file has one generation, so its number is enough. */
static bool first_visit(struct walk *w, qpdf_oh oh)
{
	int id = qpdf_oh_is_indirect(w->q, oh) ? qpdf_oh_get_object_id(w->q, oh) : 0;
	uint8_t bit = (uint8_t)(1 << (id & 7));
	size_t at;

	if (id <= 0 || id > OBJECT_MAX)
		return id == 0;
	at = (size_t)id / 8;
	seen_grow(w, at + 1);
	if (w->seen[at] & bit)
		return false;
	w->seen[at] |= bit;
	return true;
}

static enum file_fault visit_dict(struct walk *w, qpdf_oh dict)
{
	if (is_active(w->q, dict))
		return FILE_SCRIPTED;
	if (is_bad_attachment(w->q, dict))
		return FILE_ATTACHMENT;
	qpdf_oh_begin_dict_key_iter(w->q, dict);
	while (qpdf_oh_dict_more_keys(w->q))
		push(w, qpdf_oh_get_key(w->q, dict, qpdf_oh_dict_next_key(w->q)));
	return FILE_FINE;
}

static void visit_array(struct walk *w, qpdf_oh array)
{
	int n = qpdf_oh_get_array_n_items(w->q, array);

	for (int i = 0; i < n; i++)
		push(w, qpdf_oh_get_array_item(w->q, array, i));
}

static enum file_fault visit(struct walk *w, qpdf_oh oh)
{
	enum file_fault fault;
	qpdf_oh dict;

	if (!first_visit(w, oh))
		return FILE_FINE;
	if (++w->values > VALUES_MAX)
		return FILE_TOO_COMPLEX;
	if (qpdf_oh_is_array(w->q, oh)) {
		visit_array(w, oh);
		return FILE_FINE;
	}
	if (!qpdf_oh_is_stream(w->q, oh))
		return visit_dict(w, oh);
	dict = qpdf_oh_get_dict(w->q, oh);
	fault = visit_dict(w, dict);
	qpdf_oh_release(w->q, dict);
	return fault;
}

static enum file_fault walk_fault(qpdf_data q)
{
	void *ctx = mem_must(talloc_new(NULL));
	struct walk w = {.ctx = ctx, .q = q};
	enum file_fault fault = FILE_FINE;

	push(&w, qpdf_get_trailer(q));
	while (w.n > 0 && fault == FILE_FINE) {
		qpdf_oh oh = w.stack[--w.n];

		fault = visit(&w, oh);
		qpdf_oh_release(q, oh);
	}
	talloc_free(ctx);
	return fault;
}

/* --- pages -------------------------------------------------------------------------------------- */

/* A stream, or an array of streams. */
static bool contents_ok(qpdf_data q, qpdf_oh contents)
{
	bool ok = true;
	int n;

	if (!qpdf_oh_is_array(q, contents))
		return qpdf_oh_is_stream(q, contents);
	n = qpdf_oh_get_array_n_items(q, contents);
	for (int i = 0; i < n && ok; i++) {
		qpdf_oh item = qpdf_oh_get_array_item(q, contents, i);

		ok = qpdf_oh_is_stream(q, item);
		qpdf_oh_release(q, item);
	}
	return ok;
}

/* A page may be empty, but content that it names must be there.  An indirect null counts as named. */
static bool page_ok(qpdf_data q, qpdf_oh page)
{
	qpdf_oh contents;
	bool ok;

	if (!qpdf_oh_is_dictionary(q, page))
		return false;
	contents = qpdf_oh_get_key(q, page, "/Contents");
	ok = (qpdf_oh_is_null(q, contents) && !qpdf_oh_is_indirect(q, contents)) || contents_ok(q, contents);
	qpdf_oh_release(q, contents);
	return ok;
}

static bool pages_ok(qpdf_data q)
{
	int n = qpdf_get_num_pages(q);
	bool ok = n > 0;

	for (int i = 0; i < n && ok; i++) {
		qpdf_oh page = qpdf_get_page_n(q, (size_t)i);

		ok = page_ok(q, page);
		qpdf_oh_release(q, page);
	}
	return ok;
}

/* --- the whole ---------------------------------------------------------------------------------- */

static bool is_blank(uint8_t c)
{
	return c == 0 || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == ' ';
}

/* The last line, "%%EOF", is what an interrupted transfer loses. */
static bool end_ok(struct bytes file)
{
	size_t n = file.n, window;

	while (n > 0 && is_blank(file.p[n - 1]))
		n--;
	window = n < END_WINDOW ? n : END_WINDOW;
	return memmem(file.p + n - window, window, "%%EOF", 5) != NULL;
}

static enum file_fault read_fault(qpdf_data q)
{
	switch ((int)qpdf_get_error_code(q, qpdf_get_error(q))) {
	case qpdf_e_password:
	case qpdf_e_unsupported: /* a way of encrypting that the library does not know */
		return FILE_LOCKED;
	default:
		return FILE_DAMAGED;
	}
}

static enum file_fault document_fault(struct bytes file, bool repair)
{
	qpdf_data q = qpdf_init();
	enum file_fault fault;

	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	qpdf_set_attempt_recovery(q, repair);
	if (qpdf_read_memory(q, "upload", (const char *)file.p, file.n, NULL) & QPDF_ERRORS)
		fault = read_fault(q);
	else if (!pages_ok(q))
		fault = FILE_DAMAGED;
	else
		fault = walk_fault(q);
	if (qpdf_has_error(q)) {
		(void)qpdf_get_error(q); /* an error that nobody asked for is printed at the end */
		fault = fault == FILE_FINE ? FILE_DAMAGED : fault;
	}
	qpdf_cleanup(&q);
	return fault;
}

enum file_fault pdf_inspect(struct bytes file)
{
	enum file_fault fault;

	if (!end_ok(file))
		return FILE_DAMAGED;
	fault = document_fault(file, false);
	return fault == FILE_DAMAGED ? document_fault(file, true) : fault;
}

#include "wrap/papertags.h"

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <string.h>

#include "base/log.h"
#include "wrap/paperpen.h"

#define DEPTH_MOST 16 /* of the tree of elements: a cell of a table is at 4 */

struct naming {
	qpdf_data q;
	const struct json *figures;
	size_t named;
};

static bool is_role(struct naming *n, qpdf_oh at, const char *role)
{
	return qpdf_oh_is_dictionary(n->q, at) && qpdf_oh_is_name_and_equals(n->q, qpdf_oh_get_key(n->q, at, "/S"), role);
}

/* asides_drop - out of a list of elements. */
static void asides_drop(struct naming *n, qpdf_oh kids)
{
	for (int i = qpdf_oh_get_array_n_items(n->q, kids); i-- > 0;)
		if (is_role(n, qpdf_oh_get_array_item(n->q, kids, i), "/" PEN_ASIDE))
			qpdf_oh_erase_item(n->q, kids, i);
}

/* name_figures - an element and those within it, in the order of reading. */
static void name_figures(struct naming *n, qpdf_oh at, int depth)
{
	qpdf_oh kids;

	if (depth > DEPTH_MOST || !qpdf_oh_is_dictionary(n->q, at))
		return;
	if (is_role(n, at, "/Figure"))
		qpdf_oh_replace_key(n->q, at, "/Alt",
				    qpdf_oh_new_unicode_string(n->q, json_str(json_at(n->figures, n->named++))));
	kids = qpdf_oh_get_key(n->q, at, "/K");
	if (qpdf_oh_is_array(n->q, kids))
		asides_drop(n, kids);
	for (int i = 0; qpdf_oh_is_array(n->q, kids) && i < qpdf_oh_get_array_n_items(n->q, kids); i++)
		name_figures(n, qpdf_oh_get_array_item(n->q, kids, i), depth + 1);
	if (qpdf_oh_is_dictionary(n->q, kids))
		name_figures(n, kids, depth + 1);
}

/* document_make - one element above all others, as ISO 32000-1, 14.8.4.2 wants it. */
static void document_make(qpdf_data q, qpdf_oh tree)
{
	qpdf_oh all = qpdf_make_indirect_object(q, qpdf_oh_new_dictionary(q)), kids = qpdf_oh_get_key(q, tree, "/K");

	qpdf_oh_replace_key(q, all, "/Type", qpdf_oh_new_name(q, "/StructElem"));
	qpdf_oh_replace_key(q, all, "/S", qpdf_oh_new_name(q, "/Document"));
	qpdf_oh_replace_key(q, all, "/P", tree);
	qpdf_oh_replace_key(q, all, "/K", kids);
	for (int i = 0; qpdf_oh_is_array(q, kids) && i < qpdf_oh_get_array_n_items(q, kids); i++)
		qpdf_oh_replace_key(q, qpdf_oh_get_array_item(q, kids, i), "/P", all);
	qpdf_oh_replace_key(q, tree, "/K", all);
}

static void root_set(qpdf_data q, qpdf_oh root)
{
	qpdf_oh shown = qpdf_oh_new_dictionary(q), marks = qpdf_oh_new_dictionary(q);

	qpdf_oh_replace_key(q, root, "/Lang", qpdf_oh_new_string(q, "zh-CN"));
	qpdf_oh_replace_key(q, shown, "/DisplayDocTitle", qpdf_oh_new_bool(q, QPDF_TRUE));
	qpdf_oh_replace_key(q, root, "/ViewerPreferences", shown);
	qpdf_oh_replace_key(q, marks, "/Marked", qpdf_oh_new_bool(q, QPDF_TRUE));
	qpdf_oh_replace_key(q, root, "/MarkInfo", marks);
}

static bool finish(void *ctx, struct naming *n, struct bytes in, struct bytes *out)
{
	qpdf_oh root, tree;

	qpdf_silence_errors(n->q);
	if (qpdf_read_memory(n->q, "paper", (const char *)in.p, in.n, NULL) >= QPDF_ERRORS)
		return false;
	root = qpdf_get_root(n->q);
	root_set(n->q, root);
	tree = qpdf_oh_get_key(n->q, root, "/StructTreeRoot");
	name_figures(n, tree, 0);
	document_make(n->q, tree);
	if (n->named != json_count(n->figures) || qpdf_init_write_memory(n->q) >= QPDF_ERRORS)
		return false;
	qpdf_set_deterministic_ID(n->q, QPDF_TRUE);
	if (qpdf_write(n->q) >= QPDF_ERRORS)
		return false;
	size_t size = qpdf_get_buffer_length(n->q);
	*out = (struct bytes){(const uint8_t *)mem_copy(ctx, qpdf_get_buffer(n->q), size), size};
	return true;
}

enum err papertags_finish(void *ctx, struct bytes in, const struct json *figures, struct bytes *out)
{
	struct naming n = {.q = qpdf_init(), .figures = figures};
	bool done = finish(ctx, &n, in, out);

	qpdf_cleanup(&n.q);
	return done ? ERR_NONE : log_err(ERR_INTERNAL, "paper: the PDF could not be finished");
}

/* Case, short and document numbers and query codes as anybody may type them: what is read can be written, and what was
 * written is read as the same again. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static void task_code(void *ctx, const char *typed)
{
	const char *code = task_code_normal(ctx, typed), *wrong = task_code_wrong(code);

	must(text_eq(task_code_normal(ctx, code), code));
	if (!wrong)
		must(strlen(code) == TASK_CODE_LEN || strlen(code) == TASK_HANDLE_LEN);
	else
		must(utf8_ok(wrong, strlen(wrong)));
}

static void case_number(const char *typed)
{
	char text[CASE_NO_TEXT], again[CASE_NO_TEXT];
	struct case_no no;

	if (case_no_parse(typed, &no) != ERR_NONE)
		return;
	must(case_no_text(&no, text) == ERR_NONE);
	must(strlen(text) == CASE_NO_LEN || strlen(text) == CASE_NO_TEXT - 1);
	must(case_no_parse(text, &no) == ERR_NONE && case_no_text(&no, again) == ERR_NONE && text_eq(text, again));
}

static void short_number(const char *typed)
{
	char text[SHORT_NO_TEXT], again[SHORT_NO_TEXT];
	struct short_no no;

	if (short_no_parse(typed, &no) != ERR_NONE)
		return;
	must(short_no_text(&no, text) == ERR_NONE);
	must(short_no_parse(text, &no) == ERR_NONE && short_no_text(&no, again) == ERR_NONE && text_eq(text, again));
}

static void document_number(void *ctx, const char *typed)
{
	struct doc_no no;
	char *text, *again;

	if (doc_no_parse(ctx, typed, &no) != ERR_NONE)
		return;
	must(doc_no_text(ctx, &no, &text) == ERR_NONE && utf8_ok(text, strlen(text)));
	must(doc_no_parse(ctx, text, &no) == ERR_NONE && doc_no_text(ctx, &no, &again) == ERR_NONE && text_eq(text, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const uint8_t key[32] = {7};
	void *ctx;
	const char *typed;

	if (!utf8_ok(data, size) || crypt_start() != ERR_NONE)
		return 0;
	ctx = talloc_new(NULL);
	typed = mem_copy(ctx, data, size);
	task_code(ctx, typed);
	case_number(typed);
	short_number(typed);
	document_number(ctx, typed);
	(void)query_code_ok(keys_from_bytes(ctx, key), typed, typed);
	talloc_free(ctx);
	return 0;
}

/* Document and telephone numbers, names and addresses as anybody may type them: one form, one verdict, a message for each
 * fault, and nothing shown that should be masked.  The first byte chooses the kind of document. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "domain/typed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

static size_t count_of(const char *s, char c)
{
	size_t n = 0;

	for (; *s; s++)
		n += *s == c;
	return n;
}

static void folding(const char *typed)
{
	char once[TYPED_TEXT], twice[TYPED_TEXT];

	typed_fold(typed, once);
	must(utf8_ok(once, strlen(once)) && utf8_len(once) <= TYPED_MAX);
	must(text_eq(typed_fold(once, twice), once));
}

static void identity(void *ctx, enum identity_type type, const char *typed)
{
	const day today = day_make(2026, 3, 2);
	const char *no = identity_normal(ctx, typed);
	struct identity_verdict v = identity_check(type, no, today);
	const char *message = identity_message(ctx, type, no, v);
	const char *masked = mask_identity(ctx, type, no);
	struct identity_person p;

	must(text_eq(identity_normal(ctx, no), no));
	must((message == NULL) == (v.fault == IDENTITY_FINE));
	if (message)
		must(utf8_ok(message, strlen(message)));
	if (v.fault == IDENTITY_CHARACTER)
		must(v.at >= 1 && (size_t)v.at <= utf8_len(no));
	must(utf8_ok(masked, strlen(masked)) && utf8_len(masked) == utf8_len(no));
	if (type != IDENTITY_USCC && strlen(no) >= 5)
		must(count_of(masked, '*') * 2 >= utf8_len(no) - 2);
	if (identity_person(type, no, &p))
		must(p.sex != IDENTITY_SEX_UNKNOWN);
	if (v.fault == IDENTITY_FINE && identity_person(type, no, &p))
		must(identity_age(p.birth, today) >= 0 && identity_age(p.birth, today) <= 126);
}

static void phone(void *ctx, const char *typed)
{
	const char *no = phone_normal(ctx, typed);
	enum phone_kind kind;
	enum phone_fault fault = phone_check(no, &kind);
	const char *masked = mask_phone(ctx, no);

	must(text_eq(phone_normal(ctx, no), no));
	must((phone_message(fault) == NULL) == (fault == PHONE_FINE));
	must(utf8_len(masked) == utf8_len(no));
	if (fault == PHONE_FINE)
		must(count_of(masked, '*') == 4);
}

static void name_and_address(void *ctx, const char *typed)
{
	const char *name = mask_name(ctx, typed), *address = mask_address(ctx, typed);

	must(utf8_ok(name, strlen(name)) && utf8_len(name) <= utf8_len(typed));
	if (*typed) {
		size_t n = strlen(address);

		must(n >= 3 && text_eq(address + n - 3, "***"));
		must(strncmp(address, typed, n - 3) == 0 && strcspn(address, "0123456789") == n);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *ctx;

	if (size < 1 || !utf8_ok(data + 1, size - 1))
		return 0;
	ctx = talloc_new(NULL);
	const char *typed = mem_copy(ctx, data + 1, size - 1);

	folding(typed);
	identity(ctx, (enum identity_type)(data[0] % IDENTITY_TYPES), typed);
	phone(ctx, typed);
	name_and_address(ctx, typed);
	talloc_free(ctx);
	return 0;
}

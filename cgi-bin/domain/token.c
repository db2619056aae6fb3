#include "domain/token.h"

#include <string.h>

#include "base/text.h"

#define CHECK_BYTES 8
#define TOKEN_BYTES (TOKEN_REF_BYTES + CHECK_BYTES)

static void check_make(const struct keys *k, char letter, const uint8_t *ref, int64_t version, uint8_t out[static HASH_SIZE])
{
	uint8_t message[1 + TOKEN_REF_BYTES + 8];

	message[0] = (uint8_t)letter;
	memcpy(message + 1, ref, TOKEN_REF_BYTES);
	for (int i = 0; i < 8; i++)
		message[1 + TOKEN_REF_BYTES + i] = (uint8_t)((uint64_t)version >> (8 * i));
	mac(k, "lettered-token", message, sizeof(message), out);
}

char *token_make(void *ctx, const struct keys *k, char letter, struct bytes ref, int64_t version)
{
	uint8_t token[TOKEN_BYTES], check[HASH_SIZE];

	memcpy(token, ref.p, TOKEN_REF_BYTES);
	check_make(k, letter, ref.p, version, check);
	memcpy(token + TOKEN_REF_BYTES, check, CHECK_BYTES);
	return mem_fmt(ctx, "%c%s", letter, text_base32(ctx, token, sizeof(token)));
}

/* read - the bytes behind the letter; the letter may be typed small. */
static bool read_bytes(void *ctx, const char *token, char letter, uint8_t **bytes)
{
	size_t n;

	return token_letter(token) == letter && text_unbase32(ctx, token + 1, bytes, &n) && n == TOKEN_BYTES;
}

bool token_ref(void *ctx, const char *token, char letter, struct bytes *ref)
{
	uint8_t *bytes;

	if (!read_bytes(ctx, token, letter, &bytes))
		return false;
	*ref = (struct bytes){.p = bytes, .n = TOKEN_REF_BYTES};
	return true;
}

bool token_ok(void *ctx, const struct keys *k, const char *token, char letter, struct bytes ref, int64_t version)
{
	uint8_t check[HASH_SIZE];
	uint8_t *bytes;

	check_make(k, letter, ref.p, version, check);
	return read_bytes(ctx, token, letter, &bytes) && mac_equal(bytes + TOKEN_REF_BYTES, check, CHECK_BYTES) &&
	       mac_equal(bytes, ref.p, TOKEN_REF_BYTES);
}

char token_letter(const char *token)
{
	char c;

	if (!token || strlen(token) != TOKEN_LETTERED)
		return 0;
	c = token[0] >= 'a' && token[0] <= 'z' ? (char)(token[0] - 'a' + 'A') : token[0];
	return c == TOKEN_BOOKING || c == TOKEN_TICKET || c == TOKEN_RATING || c == TOKEN_COMPLAINT || c == TOKEN_ENQUIRY ? c : '\0';
}

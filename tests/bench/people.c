/* people - applicants who are signed in already.
 *
 *   people KEY-FILE COUNT COOKIES > statements
 *
 * Writes SQL that makes the accounts and their sessions, and to the file COOKIES one line each: the value of the
 * session's cookie and the CSRF token that belongs to it (web/session.c). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/identity.h"
#include "domain/mask.h"
#include "wrap/crypt.h"

#define FIRST_ID 50000
#define PHONE "13800000099"

/* id_number - a resident identity number of nobody: area 410599 is not assigned.  Check digit: GB 11643. */
static void id_number(int n, char out[static 19])
{
	static const int weight[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	int sum = 0;

	snprintf(out, 18, "41059919520101%03d", n % 1000);
	for (int i = 0; i < 17; i++)
		sum += (out[i] - '0') * weight[i];
	out[17] = "10X98765432"[sum % 11];
	out[18] = '\0';
}

static const char *hex(void *ctx, struct bytes b)
{
	return text_hex(ctx, b.p, b.n);
}

static void account_print(void *ctx, const struct keys *k, int n)
{
	char no[19];

	id_number(n, no);
	printf("INSERT INTO account (id, kind, id_type, id_sealed, id_bidx, id_mask, name, phone_sealed, phone_bidx, phone_mask,"
	       " address_sealed, pw_hash, created_at) VALUES (%d, 'natural', '111', X'%s', X'%s', '%s', '示例申请人',"
	       " X'%s', X'%s', '%s', X'%s', '*', NOW());\n",
	       FIRST_ID + n, hex(ctx, field_seal(ctx, k, "account.id_sealed", 0, no)),
	       hex(ctx, blind_index(ctx, k, "id_no", no)), mask_identity(ctx, IDENTITY_RESIDENT, no),
	       hex(ctx, field_seal(ctx, k, "account.phone_sealed", 0, PHONE)),
	       hex(ctx, blind_index(ctx, k, "phone", PHONE)), mask_phone(ctx, PHONE),
	       hex(ctx, field_seal(ctx, k, "account.address_sealed", 0, "示例市幸福街道建设路8号2单元301")));
}

static void session_print(void *ctx, const struct keys *k, int n, FILE *cookies)
{
	uint8_t raw[20], sum[HASH_SIZE];

	crypt_random(raw, sizeof(raw));
	const char *token = text_base32(ctx, raw, sizeof(raw));
	hash_sha256(token, strlen(token), sum);
	printf("INSERT INTO session (token_hash, account_id, epoch, created_at, last_seen, expires_at) VALUES"
	       " (X'%s', %d, 1, NOW(), NOW(), NOW() + INTERVAL 1 DAY);\n",
	       text_hex(ctx, sum, sizeof(sum)), FIRST_ID + n);
	mac(k, "csrf", token, strlen(token), sum);
	fprintf(cookies, "%s %s\n", token, text_base32(ctx, sum, 16));
}

int main(int argc, char **argv)
{
	void *ctx = talloc_new(NULL);
	struct keys *keys;
	FILE *cookies = argc == 4 ? fopen(argv[3], "we") : NULL;

	if (!cookies || crypt_start() != ERR_NONE || keys_load(ctx, argv[1], &keys) != ERR_NONE)
		return EXIT_FAILURE;
	puts("SET time_zone = '+08:00';");
	for (int n = 0; n < atoi(argv[2]); n++) {
		account_print(ctx, keys, n);
		session_print(ctx, keys, n, cookies);
	}
	talloc_free(ctx);
	return fclose(cookies) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

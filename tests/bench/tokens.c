/* tokens - the tokens of /t/{token}, for cases on standard input.
 *
 *   tokens KEY-FILE < "<ref in hex> <token version>" lines */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "domain/case.h"

static bool unhex(const char *hex, uint8_t out[static 8])
{
	for (int i = 0; i < 8; i++) {
		unsigned v;
		if (sscanf(hex + 2 * i, "%2x", &v) != 1)
			return false;
		out[i] = (uint8_t)v;
	}
	return true;
}

int main(int argc, char **argv)
{
	void *ctx = talloc_new(NULL);
	struct keys *keys;
	char hex[17];
	long long version;

	if (argc != 2 || crypt_start() != ERR_NONE || keys_load(ctx, argv[1], &keys) != ERR_NONE)
		return EXIT_FAILURE;
	while (scanf("%16s %lld", hex, &version) == 2) {
		uint8_t ref[8];
		char *token;
		if (!unhex(hex, ref))
			return EXIT_FAILURE;
		token = case_token(ctx, keys, (struct bytes){ref, sizeof(ref)}, version);
		puts(token);
		talloc_free(token);
	}
	talloc_free(ctx);
	return EXIT_SUCCESS;
}

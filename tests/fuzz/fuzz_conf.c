/* Settings: any bytes are either taken, with every number in its range, or refused with a line that can be shown. */
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/mem.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *ctx = talloc_new(NULL);
	struct conf c;
	char *why = NULL;
	enum err e = conf_parse(ctx, (const char *)data, size, &c, &why);

	must((e == ERR_NONE) == (why == NULL));
	must(e == ERR_NONE || e == ERR_INVALID);
	if (why)
		must(text_starts(why, "line ") && utf8_ok(why, strlen(why)));
#define CONF_TEXT(name, def) must(e != ERR_NONE || utf8_ok(c.name, strlen(c.name)));
#define CONF_INT(name, def, min, max) must(e != ERR_NONE || (c.name >= (min) && c.name <= (max)));
#include "base/conf_table.h"
#undef CONF_TEXT
#undef CONF_INT
	talloc_free(ctx);
	return 0;
}

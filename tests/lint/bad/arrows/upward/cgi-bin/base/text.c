#include "base/text.h"
#include "wrap/db.h" /* BAD: up */
#include <string.h>
#include <sys/stat.h>
#include <jansson.h> /* BAD: third party */
#include <talloc.h> /* BAD: third party, and this is not mem.h */

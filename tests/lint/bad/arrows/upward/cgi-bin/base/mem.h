#include <talloc.h>
#include <sodium.h> /* BAD: third party */

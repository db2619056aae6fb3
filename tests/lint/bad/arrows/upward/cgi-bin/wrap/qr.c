#include <qrencode.h>
#include "base/mem.h"
#include "gen/sql.h"
#include "domain/case.h" /* BAD: up */
#include "../base/err.h" /* BAD: not the whole path */
#include "qr.h" /* BAD: not the whole path */

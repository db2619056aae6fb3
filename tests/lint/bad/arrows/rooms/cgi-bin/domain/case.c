#include "domain/clock.h"
#include "gen/sql.h"
#  include "web/page.h" /* BAD: rooms do not meet */
#include "parts/case_head.h" /* BAD: up */
#include "desk/desk.h" /* BAD: up */

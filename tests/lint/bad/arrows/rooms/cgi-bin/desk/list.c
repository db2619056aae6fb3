#include "desk/desk.h"
#include "parts/case_head.h"
#include "domain/case.h"
#include "web/page.h"
#include "admin/admin.h" /* BAD: another program */

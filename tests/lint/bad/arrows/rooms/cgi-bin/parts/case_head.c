#include "domain/case.h"
#include "web/page.h"
#include "desk/desk.h" /* BAD: up */
#include <fcgiapp.h> /* BAD: third party */

#include "wrap/tpl.h"
#include "domain/case.h" /* BAD: rooms do not meet */

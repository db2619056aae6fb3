/* documentplain.h - the parts of a document that nobody laid out: its facts and lists by the words known for their keys. */
#ifndef PARTS_DOCUMENTPLAIN_H
#define PARTS_DOCUMENTPLAIN_H

#include "parts/documentread.h"

/* plain_facts - single values at the top of the data, plain_table - one list, and plain_tables - every list of objects as a table of those of its keys that
 * have a name and something in them. */
void plain_facts(const struct reading *r);
void plain_table(const struct reading *r, const char *key);
void plain_tables(const struct reading *r);

#endif

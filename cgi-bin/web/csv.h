/* csv.h - tables that spreadsheet programs open as they are: UTF-8 with its mark, CRLF, every cell quoted (RFC 4180).
 *
 * What people typed is text, and stays text: a cell that a spreadsheet would take for a formula gets an apostrophe in front
 * ("=1+1" becomes "'=1+1"), also behind blanks and with full-width signs, which some programs fold. */
#ifndef WEB_CSV_H
#define WEB_CSV_H

#include "base/mem.h"

struct csv;

struct csv *csv_new(void *ctx);
/* csv_cell - one more cell of the row; NULL is empty.  text: well-formed UTF-8; line breaks stay inside the cell. */
void csv_cell(struct csv *c, const char *text);
/* csv_end - the row is done. */
void csv_end(struct csv *c);
/* csv_bytes - everything so far; lives as long as c and until the next cell. */
struct bytes csv_bytes(const struct csv *c);

#endif

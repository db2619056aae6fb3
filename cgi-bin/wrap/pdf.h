/* pdf.h - can a PDF (ISO 32000-1) be opened, by libqpdf, and is it only a document? */
#ifndef WRAP_PDF_H
#define WRAP_PDF_H

#include "base/mem.h"
#include "wrap/filekind.h"

/* pdf_inspect - file: all of it.  Gives
 *   FILE_FINE        every page can be reached; small faults that every viewer repairs are no reason to send
 * somebody home, nor are limits on printing that need no password to read FILE_DAMAGED     cut off, or pages
 * or their content are missing FILE_LOCKED      a password is needed to read it FILE_SCRIPTED    has
 * JavaScript, or starts a program (ISO 32000-1 12.6.4.5, 12.6.4.16) FILE_ATTACHMENT  carries a file that is
 * not plain data (e-invoices carry XML, and may) (7.11.4) FILE_TOO_COMPLEX more objects than any document
 * needs A hostile file can make the library crash or take long: call it through filecheck_run. */
enum file_fault pdf_inspect(struct bytes file);

#endif

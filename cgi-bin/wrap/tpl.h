/* tpl.h - HTML templates by libctemplate, behind one C++ file.  Output is escaped by the engine (AUTOESCAPE). */
#ifndef WRAP_TPL_H
#define WRAP_TPL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "gen/tpl_names.h"

struct tpl; /* a dictionary: values for one template, or for one turn of a section */

/* tpl_start - load and check the program's own templates and the shared ones (layout/, parts/): what a worker does
 * not show costs it no memory.  program NULL: every template.  ERR_INTERNAL names the broken one in the log. */
MUST_CHECK enum err tpl_start(const char *dir, const char *program);

/* tpl_new - an empty root dictionary that dies with ctx. */
struct tpl *tpl_new(void *ctx);
/* Values are copied.  NULL text counts as "". */
void tpl_text(struct tpl *d, enum tpl_name name, const char *value);
void tpl_int(struct tpl *d, enum tpl_name name, int64_t value);
void tpl_day(struct tpl *d, enum tpl_name name, int32_t day_value);       /* 2026年2月12日, or "" */
void tpl_minute(struct tpl *d, enum tpl_name name, int64_t msec_value);   /* 2026年2月12日 09:30, or "" */
/* tpl_all - a value that included templates see too. */
void tpl_all(struct tpl *root, enum tpl_name name, const char *value);
/* tpl_show - show a section once, with the dictionary that is around it. */
void tpl_show(struct tpl *d, enum tpl_name section);
void tpl_show_if(struct tpl *d, enum tpl_name section, bool yes);
/* tpl_add - one more turn of a section. */
struct tpl *tpl_add(struct tpl *d, enum tpl_name section);
/* tpl_include - fill {{>NAME}} with a file (again for one more copy); the result is its own dictionary. */
struct tpl *tpl_include(struct tpl *d, enum tpl_name name, enum tpl_file file);
/* tpl_refile - another file for a dictionary that tpl_include made. */
void tpl_refile(struct tpl *included, enum tpl_file file);
/* tpl_text_named - for generated field names ("LOGIN_VALUE"); prefer tpl_text. */
void tpl_text_named(struct tpl *d, const char *name, const char *value);
void tpl_show_named(struct tpl *d, const char *section);

/* tpl_render - expand into memory of ctx; nothing is sent when it fails. */
MUST_CHECK enum err tpl_render(void *ctx, enum tpl_file file, const struct tpl *root, struct bytes *out);

#endif

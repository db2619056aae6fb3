/* filekind.h - the kinds of file that can be uploaded, everything that can be wrong with one, and how we say
 * so. Needs no library: wrap/filecheck.h is what looks inside a file. */
#ifndef WRAP_FILEKIND_H
#define WRAP_FILEKIND_H

#include <stdbool.h>
#include <stdint.h>

/* A bit each; a material's allowed kinds are a mask of them, and the domain lists the names in the same order: never
 * renumber.  0: not a file that we take. */
enum file_kind {
	FILE_UNKNOWN = 0,
	FILE_PDF = 1,
	FILE_JPG = 2,
	FILE_PNG = 4,
	FILE_OFD = 8, /* GB/T 33190 */
	FILE_DOCX = 16,
	FILE_XLSX = 32,
};
#define FILE_KINDS_ALL 63u

struct file_kind_row {
	enum file_kind kind;
	const char *name;    /* as in a matter's data: "pdf" */
	const char *label;   /* for people: "PDF 文件" */
	const char *type;    /* Content-Type to serve it with */
	const char *ending;  /* of the file name, with its dot */
	const char *ending2; /* another one in use, or NULL */
};

/* file_kind_row - NULL for FILE_UNKNOWN. */
const struct file_kind_row *file_kind_row(enum file_kind kind);
/* file_kind_named - by the ending of a file name, in either case; FILE_UNKNOWN when it is none of ours. */
enum file_kind file_kind_named(const char *file_name);
/* file_name_ending - ".pdf", or "" when there is none: "2024.01.02 扫描" and "3.5" have none. */
const char *file_name_ending(const char *file_name);
/* file_name_as - the name under which to hand out a file of this kind: the ending of the kind is added when
 * the name has another one, so that no computer opens it as something else. */
char *file_name_as(void *ctx, const char *file_name, enum file_kind kind);
/* file_kinds_parse - "pdf,jpg,png" to a mask.  false for a name that is not in the table, and for an empty
 * list. */
bool file_kinds_parse(const char *list, uint32_t *mask);
/* file_kinds_label - "PDF、JPG、PNG". */
char *file_kinds_label(void *ctx, uint32_t mask);
/* file_kinds_accept - ".pdf,.jpg,.jpeg": for the accept attribute of a file input. */
char *file_kinds_accept(void *ctx, uint32_t mask);

enum file_fault {
	FILE_FINE = 0,
	FILE_EMPTY,
	FILE_TOO_LARGE,
	FILE_NOT_ALLOWED, /* a kind that this material does not take, or that nobody takes */
	FILE_MISNAMED,    /* the content is not what the name says */
	FILE_DAMAGED,
	FILE_LOCKED,      /* needs a password to be opened */
	FILE_SCRIPTED,    /* a PDF that runs or starts something */
	FILE_ATTACHMENT,  /* a PDF that carries a file other than data */
	FILE_MACRO,       /* an office file with macros or controls */
	FILE_NESTED,      /* a package that holds archives or programs */
	FILE_TRICK,       /* a package whose names or entries are made to mislead */
	FILE_BOMB,        /* a package that unpacks to far too much */
	FILE_IMAGE_HUGE,  /* too many pixels to be shown */
	FILE_TOO_COMPLEX, /* the check did not end in time */
	FILE_FAULTS
};

/* What a material takes. */
struct file_rules {
	int64_t max_bytes;
	uint32_t kinds; /* mask */
};

/* A type that we do not take, but know by its first bytes, so that we can say what it is. */
struct file_stranger {
	const char *label;  /* "HEIC 照片" */
	const char *advice; /* what to do about it, or NULL */
};

struct file_verdict {
	enum file_fault fault;
	enum file_kind kind;                  /* by content */
	const struct file_stranger *stranger; /* when kind is FILE_UNKNOWN: what it seems to be, or NULL */
};

/* file_fault_say - one or two plain sentences for the person who chose the file: what is wrong and what
 * helps. size: of the file in bytes; file_name: as the client said.  Owned by ctx; "" for FILE_FINE. */
const char *file_fault_say(void *ctx, const struct file_verdict *v, const struct file_rules *rules,
			   const char *file_name, int64_t size);
/* file_size_text - "1.3 MB", "20 MB", "812 KB", rounded up; for pages. */
char *file_size_text(void *ctx, int64_t bytes);

#endif

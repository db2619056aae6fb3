/* matter_publish.h - from a document to a published revision (CAT-2, CAT-3).  For the matter-publish command, and
 * for the editors' pages to come. */
#ifndef DOMAIN_MATTER_PUBLISH_H
#define DOMAIN_MATTER_PUBLISH_H

#include "domain/matter.h"

enum publish_did {
	PUBLISH_SAME,  /* the current revision is this document already */
	PUBLISH_FIRST, /* revision 1 of a new matter */
	PUBLISH_NEXT,
};

struct publication {
	struct matter *m;
	const char *doc;  /* as stored: compact JSON */
	uint8_t hash[32]; /* SHA-256 of doc */
	/* set by matters_publish */
	enum publish_did did;
	int64_t rev_no;
	const char *refused; /* Chinese: why the catalogue does not take it, or NULL */
};

/* publication_read - parse and check a document.  errors: ERR_INVALID with *faults, all of them. */
MUST_CHECK enum err publication_read(void *ctx, const char *text, size_t n, struct publication *out,
				     struct texts *faults);

/* matters_publish - publish all of them in one transaction, or none; running cases keep their revision.  preview: find
 * out, write nothing.  Program: matter-publish.
 * errors: ERR_INVALID when one is refused: its code was withdrawn, or its type, base code or department changed,
 * which makes it another matter that needs a code of its own (CQ 4.2.3.3), or the department is not there or has
 * another USCC than the code begins with; ERR_CONFLICT, ERR_UNAVAILABLE. */
MUST_CHECK enum err matters_publish(struct db *db, void *ctx, struct publication *at, size_t n, msec now,
				    bool preview);

#endif

/* voice.h - what complaints and enquiries have in common: numbers, contacts, and limits that leave no trace of an address. */
#ifndef DOMAIN_VOICE_H
#define DOMAIN_VOICE_H

#include "domain/case.h"

#define VOICE_COMPLAINT "TS" /* in the number, behind the city's prefix */
#define VOICE_ENQUIRY "ZX"

/* voice_number - the next number of today: SLTS20260302-00001; inside a transaction. */
MUST_CHECK enum err voice_number(const struct casework *w, const char *word, const char **out);
/* voice_number_fold - as stored, however it was typed. */
const char *voice_number_fold(void *ctx, const char *typed);
/* voice_code_ok - six digits that belong to the number; nothing of them is stored. */
bool voice_code_ok(const struct casework *w, const char *number, const char *typed);
const char *voice_code(const struct casework *w, const char *number);

/* voice_mac - keyed hash of a text, for a purpose; 32 bytes under ctx. */
struct bytes voice_mac(const struct casework *w, const char *purpose, const char *text);
/* voice_ref - 8 random bytes. */
struct bytes voice_ref(void *ctx);
/* voice_hour - the hour that t is in: what is kept of the time when somebody anonymous does something. */
msec voice_hour(msec t);

/* voice_rate - count a try of this kind of act.  The bucket is 12 bits of a keyed hash of day and address, so that a thousand
 * thousand addresses share it and it is another one tomorrow; its time is the hour.  errors: ERR_RATE. */
MUST_CHECK enum err voice_rate(const struct casework *w, const char *what, const char *ip, int64_t limit);

/* voice_rate_number - a try to look up this number, however it is spelt and whoever asks. */
MUST_CHECK enum err voice_rate_number(const struct casework *w, const char *typed, int64_t limit, int64_t window_ms);

/* voice_contact - name and telephone as they are kept.  phone NULL or empty: none.  *say is why it is no telephone. */
struct voice_contact {
	const char *phone;     /* normal form, or NULL */
	struct bytes name_sealed, phone_sealed; /* p NULL: not given */
	const char *name_mask, *phone_mask;     /* NULL: not given */
};
MUST_CHECK enum err voice_contact(const struct casework *w, const char *table, const char *name, const char *phone,
				  struct voice_contact *out, const char **say);

#endif

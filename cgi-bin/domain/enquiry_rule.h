/* enquiry_rule.h - enquiries as plain data: who may do what in which state.  The officer who takes one first stays responsible
 * until it is answered, also while a department is asked (CQ 5.1, GD 10.3.2).  Pure. */
#ifndef DOMAIN_ENQUIRY_RULE_H
#define DOMAIN_ENQUIRY_RULE_H

#include <stdbool.h>
#include <stdint.h>

#include "domain/complaint_rule.h"
#include "domain/role.h"

enum enquiry_state {
	ENQUIRY_OPEN = 1,
	ENQUIRY_TAKEN,
	ENQUIRY_ASKED, /* a department was asked; the first officer still answers for it */
	ENQUIRY_ANSWERED,
	ENQUIRY_CLOSED,
	ENQUIRY_WITHHELD,
	ENQUIRY_STATES
};
enum enquiry_action {
	ENQUIRY_SEND = 1, /* made: not in the table */
	ENQUIRY_TAKE,
	ENQUIRY_TRANSFER,
	ENQUIRY_BACK,  /* the department cannot say */
	ENQUIRY_LATER, /* not now: when and how (CQ 5.1.4) */
	ENQUIRY_ANSWER,
	ENQUIRY_FOLLOW,
	ENQUIRY_SETTLED,
	ENQUIRY_PASS, /* a coordinator gives it to nobody: the officer left */
	ENQUIRY_WITHHOLD,
	ENQUIRY_RESTORE,
	ENQUIRY_ACTIONS
};

extern const struct voice_word enquiry_ways[]; /* page, phone, window, dept: how an answer reaches the asker */
extern const struct voice_word enquiry_channels[];

#define EF_MINE UINT32_C(0x1)    /* the officer is the first-contact person, or stands in for them */
#define EF_MY_DEPT UINT32_C(0x2) /* the officer's department was asked */
#define EF_LATER UINT32_C(0x4)   /* a time was told before */
#define EF_MY_HOLD UINT32_C(0x8) /* the officer withheld it */
#define EF_ALL UINT32_C(0xf)

enum enquiry_due { EDUE_KEEP, EDUE_START, EDUE_LATER /* the day that was told */ };

extern const struct voice_rule enquiry_rule; /* facts EF_, due EDUE_ */

#endif

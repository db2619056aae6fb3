/* booking.h - visits booked beforehand (WIN-3, GD 9.5, 10.1.4).
 *
 * A place is held while the form is filled in, and given back by itself when the hold is over.  Confirming turns the hold into
 * a booking.  One live hold or booking per person and matter.  Who has a booking is told of everything that happens to it. */
#ifndef DOMAIN_BOOKING_H
#define DOMAIN_BOOKING_H

#include "domain/case.h"
#include "domain/slot.h"

#define HOLD_KEY_BYTES 16
#define HOLD_TEXT 64 /* "slot-no-key" and a NUL, with room */

enum booking_state { BOOKING_BOOKED, BOOKING_ARRIVED, BOOKING_CANCELLED, BOOKING_NO_SHOW, BOOKING_LAPSED };
enum booking_state booking_state_of(const char *key);
const char *booking_state_key(enum booking_state s);
const char *booking_state_name(enum booking_state s); /* 已预约 */

/* --- what for and who ------------------------------------------------------------------------------------ */

/* What a visit is for.  key: as in addresses: a group's code, a matter's code, a case's short number, or the token of a booking that
 * is to be moved. */
struct booking_subject {
	const char *key;
	const char *group, *group_name, *summary;
	int64_t position;
	const char *matter_code, *matter_name; /* NULL: the group as a whole */
	int64_t case_id;                       /* 0: none */
	struct booking *moves;                 /* booking that gets another time, or NULL */
};
/* booking_subject_find - account_id: whose case or booking it may be; 0: nobody's.
 * errors: ERR_NOT_FOUND (also a case or booking of somebody else); ERR_CONFLICT when a booking cannot be moved any more. */
MUST_CHECK enum err booking_subject_find(const struct casework *w, const char *key, int64_t account_id,
					 struct booking_subject *out);

struct booking_person {
	int64_t account_id; /* 0: a caller without an account */
	const char *kind, *name, *id_type, *id_mask;
	const char *id_no; /* caller: in normal form; account: NULL */
	struct bytes id_bidx;
	const char *phone; /* in clear, normal form */
};
MUST_CHECK enum err booking_person_of(const struct casework *w, int64_t account_id, struct booking_person *out);

/* booking_live_key - HASH_SIZE bytes: this person and this subject; of a move, the booking that is moved. */
struct bytes booking_live_key(const struct casework *w, const struct booking_person *who, const struct booking_subject *s);

/* --- holding a place --------------------------------------------------------------------------------------- */

struct booking_hold {
	int64_t slot_id, no;
	uint8_t key[HOLD_KEY_BYTES];
	msec until;
	msec start_at, end_at; /* of the visit; booking_hold_find knows them */
};
/* booking_take - hold a place of this slot until now + conf hold_minutes; crowd as of place_take.  An older hold of the same person for the same is given up.
 * Who gets a place costs one statement; who comes too late two that lock and write nothing.
 * errors: ERR_CONFLICT with *say: nothing is free, or they have a booking (then *booking is its id, else 0); ERR_NOT_FOUND: no slot
 * of this group. */
MUST_CHECK enum err booking_take(const struct casework *w, const char *group, int64_t slot_id, int64_t crowd, struct bytes live_key,
				 struct booking_hold *out, int64_t *booking, const char **say);
/* booking_take_in - the same within a transaction of the caller.  errors: also ERR_RETRY, for db_tx. */
MUST_CHECK enum err booking_take_in(const struct casework *w, const char *group, int64_t slot_id, int64_t crowd, struct bytes live_key,
				    struct booking_hold *out, int64_t *booking, const char **say);
/* place_take - one place of a slot of this group for this key, by one statement; again when somebody was faster at the place that it
 * saw.  crowd: where many may come together, so many places the slot has as far as is known: the first to be looked at is drawn from
 * them, so that they do not all want the same one; else 0.  until: end of the hold.
 * out: slot_id, no, key, until.
 * errors: ERR_CONFLICT: none is free, or not at this time; ERR_NOT_FOUND: no slot of this group; ERR_DUPLICATE: the key lives
 * elsewhere; ERR_RETRY. */
MUST_CHECK enum err place_take(const struct casework *w, const char *group, int64_t slot_id, int64_t crowd, struct bytes live_key, msec until,
			       struct booking_hold *out);
/* booking_hold_text, booking_hold_find - a hold as in addresses.  errors: ERR_NOT_FOUND when it is over, or not of this key. */
char *booking_hold_text(void *ctx, const struct booking_hold *h);
MUST_CHECK enum err booking_hold_find(const struct casework *w, const char *text, struct bytes live_key,
				      struct booking_hold *out);
/* booking_give_back - the hold ends now; nothing when it has ended. */
MUST_CHECK enum err booking_give_back(const struct casework *w, const struct booking_hold *h);

/* --- bookings ---------------------------------------------------------------------------------------------- */

struct booking {
	int64_t id;
	struct bytes ref;
	int64_t token_version;
	const char *number; /* Y000042 */
	const char *group, *group_name;
	const char *matter_code, *matter_name; /* NULL: none */
	int64_t case_id;
	const char *short_no; /* of the case, or NULL */
	int64_t account_id;   /* 0: a caller */
	const char *kind, *name, *id_type, *id_mask, *phone_mask;
	struct bytes person_bidx, live_key;
	enum booking_state state;
	int64_t slot_id, place_no;
	msec start_at, end_at, made_at, displaced_at, ended_at;
	const char *closed_why, *ended_why;
	int64_t made_by, moved, told;
	bool excused;
	const char *appeal, *appeal_decision, *appeal_reply; /* NULL: none */
};
char *booking_number(void *ctx, int64_t id);
bool booking_number_id(void *ctx, const char *typed, int64_t *id);
char *booking_token(const struct casework *w, const struct booking *b);
/* booking_load - by id.  booking_by_token.  errors: ERR_NOT_FOUND. */
MUST_CHECK enum err booking_load(const struct casework *w, int64_t id, struct booking **out);
MUST_CHECK enum err booking_by_token(const struct casework *w, const char *token, struct booking **out);

/* booking_confirm - the hold becomes a booking, or the time of the booking that is moved.  staff: officer who books for a caller,
 * or 0.  The same hold confirmed twice is one booking.
 * errors: ERR_CONFLICT with *say when the hold is over. */
MUST_CHECK enum err booking_confirm(const struct casework *w, const struct booking_hold *h, const struct booking_subject *s,
				    const struct booking_person *who, int64_t staff, int64_t *id, const char **say);
/* booking_cancel - the place goes to whoever waits for it, else back.  why: of an officer, or NULL.  errors: ERR_CONFLICT. */
MUST_CHECK enum err booking_cancel(const struct casework *w, int64_t id, const char *why, const char **say);

/* booking_checkin - they have come: inside the caller's transaction the booking turns to arrived and its place is done with.
 * key: token of the QR code, or number as typed.  Possible on the day of the visit.
 * out: *b as it is then; *late: minutes after the end of the slot, 0 when in time.
 * errors: ERR_NOT_FOUND; ERR_CONFLICT with *say (another day, cancelled, arrived already).  Statements: booking_lock,
 * booking_end, place_clear and those of booking_load. */
MUST_CHECK enum err booking_checkin(const struct casework *w, const char *key, struct booking **b, int64_t *late,
				    const char **say);

/* --- those who do not come ------------------------------------------------------------------------------------ */

#define NO_SHOWS 3           /* so many ... */
#define NO_SHOW_DAYS 90      /* ... in so many days: no booking online ... */
#define NO_SHOW_BAR_DAYS 30  /* ... for so many days after the last.  Window, telephone and walking in stay open */
/* booking_barred_until - the rule.  days: of absences that count, latest first.  Last day barred, or DAY_NONE. */
day booking_barred_until(const day *days, size_t n, day today);
/* booking_bar - of this person.  *absences: those that count now. */
MUST_CHECK enum err booking_bar(const struct casework *w, struct bytes person_bidx, day *until, int64_t *absences);
/* booking_appeal - against an absence, once.  booking_appeal_decide - by a coordinator.  errors: ERR_CONFLICT. */
MUST_CHECK enum err booking_appeal(const struct casework *w, const struct booking *b, const char *text);
MUST_CHECK enum err booking_appeal_decide(const struct casework *w, int64_t id, const struct actor *a, bool grant,
					  const char *reply);

/* --- by the passing of time -------------------------------------------------------------------------------------- */

struct booking_round {
	struct slot_round slots;
	int64_t offered, displaced_told, reminded, no_shows, lapsed;
};
/* booking_round - what the clock job does: slots, people whose time was closed, waiting list, reminders, absences. */
MUST_CHECK enum err booking_round(const struct casework *w, struct booking_round *out);

/* --- messages (booking_tell.c) -------------------------------------------------------------------------------------- */

enum booking_news { NEWS_BOOKED, NEWS_MOVED, NEWS_CANCELLED, NEWS_REMINDER, NEWS_CLOSED, NEWS_REOPENED, NEWS_NO_SHOW, NEWS_APPEAL };
/* booking_tell - queue a message, inside the caller's transaction.  more: of NEWS_CLOSED the time kept instead; of NEWS_CANCELLED
 * and NEWS_APPEAL the reasons; may be NULL. */
MUST_CHECK enum err booking_tell(const struct casework *w, const struct booking *b, enum booking_news news, const char *more);
/* booking_news_text - its words without the address at the end.  Of b it reads number, kind, name, matter_name, group_name,
 * start_at, end_at, closed_why and appeal_decision. */
char *booking_news_text(const struct casework *w, const struct booking *b, enum booking_news news, const char *more);
/* booking_when - 3月5日（星期四）09:30—10:00.  booking_day - 3月5日（星期四）. */
char *booking_when(void *ctx, msec start_at, msec end_at);
char *booking_day(void *ctx, day d);

#endif

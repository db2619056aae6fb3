/* bookworld.h - for tests of bookings: a database of their own (scratchdb.h) with the sample windows and hours, people with
 * accounts, and a clock to set.  Nobody else's time passes in it. */
#ifndef TESTS_DB_BOOKWORLD_H
#define TESTS_DB_BOOKWORLD_H

#include "db/scratchdb.h"
#include "domain/booking.h"
#include "domain/waitlist.h"

struct bookworld {
	void *ctx;
	struct scratchdb *db;
	struct casework citizen, desk, clock;
	int64_t staff;
	int64_t people; /* accounts made; their ids run from 1 */
};

/* bookworld_make - name: of the database.  NULL outside with-mariadb.  The clock stands at 2026-03-02 09:30. */
struct bookworld *bookworld_make(void *ctx, const char *name);
/* bookworld_as - one more connection under a program's account; for children after fork. */
struct casework bookworld_as(const struct bookworld *b, const char *program);
void bookworld_at(struct bookworld *b, const char *date, int hour, int minute);
/* bookworld_person - a new account. */
struct booking_person bookworld_person(struct bookworld *b);
/* bookworld_slot - id of the slot of this group, day and minute; 0: none. */
int64_t bookworld_slot(struct bookworld *b, const char *group, const char *date, int minute);
int64_t bookworld_count(struct bookworld *b, const char *sql);
/* bookworld_sound - what must hold at any moment; fails with the rows that break it. */
void bookworld_sound(struct bookworld *b);

#endif

/* voiceworld.h - for tests of complaints and enquiries: a database of their own (bookworld.h) with the sample
 * departments, officers made for the test, Monday 2026-03-09 a day off, and two who act in the same moment.
 */
#ifndef TESTS_DB_VOICEWORLD_H
#define TESTS_DB_VOICEWORLD_H

#include "db/bookworld.h"
#include "domain/case.h"

struct voiceworld {
	struct bookworld *b;
	struct casework web, desk, clock;
};

/* voiceworld_make - name: of the database.  NULL outside with-mariadb.  The clock stands at 2026-03-02 09:30.
 */
struct voiceworld *voiceworld_make(void *ctx, const char *name);
void voiceworld_at(struct voiceworld *v, const char *date, int hour, int minute);
/* voiceworld_officer - with a row in staff; dept NULL: of the centre. */
struct actor voiceworld_officer(struct voiceworld *v, const char *login, const char *name, uint32_t roles,
				const char *dept);
int64_t voiceworld_count(struct voiceworld *v, const char *sql);

/* voiceworld_race - two processes with connections of their own, let go at once; *won and *lost count
 * ERR_NONE and ERR_CONFLICT.  Anything else fails the test. */
struct voice_race {
	const char *program;
	enum err (*run)(const struct voice_race *r, const struct casework *own, int i);
	const void *about; /* for run */
};
void voiceworld_race(struct voiceworld *v, const struct voice_race *r, int *won, int *lost);

#endif

#include "db/voiceworld.h"

#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "domain/calendar_store.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)
#define RUNNERS     2

struct voiceworld *voiceworld_make(void *ctx, const char *name)
{
	struct voiceworld *v = mem_new(ctx, struct voiceworld);
	struct bookworld *b = v->b = bookworld_make(v, name);

	if (!b)
		return NULL;
	scratchdb_load(b->db, "sql/sample/0010_dept.sql");
	scratchdb_do(b->db, "INSERT INTO calendar_day (region, day, working, name) VALUES ('CN', "
			    "'2026-03-09', 0, '示例放假')");
	CHECK(calendar_load(b->desk.db, b, "CN", &b->citizen.calendar));
	b->clock.calendar = b->desk.calendar = b->citizen.calendar;
	v->web = bookworld_as(b, "feedback");
	voiceworld_at(v, "2026-03-02", 9, 30);
	return v;
}

void voiceworld_at(struct voiceworld *v, const char *date, int hour, int minute)
{
	bookworld_at(v->b, date, hour, minute);
	v->web.now = v->b->citizen.now;
	v->desk = v->b->desk;
	v->clock = v->b->clock;
}

struct actor voiceworld_officer(struct voiceworld *v, const char *login, const char *name, uint32_t roles,
				const char *dept)
{
	const char *post = role_name(roles & -roles);

	scratchdb_do(v->b->db,
		     mem_fmt(v,
			     "INSERT INTO staff (login, name, post, pw_hash, trained_on, created_at) VALUES "
			     "('%s', '%s', '%s', 'x', '2025-01-01', '2025-01-01')",
			     login, name, post));
	return (struct actor){
	    .kind = ACTOR_STAFF,
	    .name = name,
	    .post = post,
	    .roles = roles,
	    .dept = dept,
	    .id = voiceworld_count(v, mem_fmt(v, "SELECT id FROM staff WHERE login = '%s'", login))};
}

int64_t voiceworld_count(struct voiceworld *v, const char *sql)
{
	return bookworld_count(v->b, sql);
}

static void runner(struct voiceworld *v, const struct voice_race *r, int i, int gate)
{
	struct casework own = bookworld_as(v->b, r->program);
	char go;

	if (read(gate, &go, 1) < 0) /* open until the parent closes its end */
		_exit(ERR_UNAVAILABLE);
	_exit(r->run(r, &own, i));
}

void voiceworld_race(struct voiceworld *v, const struct voice_race *r, int *won, int *lost)
{
	pid_t pid[RUNNERS];
	int gate[2], status;

	*won = *lost = 0;
	assert_int_equal(pipe(gate), 0);
	for (int i = 0; i < RUNNERS; i++) {
		pid[i] = fork();
		assert_true(pid[i] >= 0);
		if (pid[i] == 0) {
			close(gate[1]);
			runner(v, r, i, gate[0]);
		}
	}
	usleep(300000); /* until both have connected; the outcome does not depend on it */
	close(gate[0]);
	close(gate[1]);
	for (int i = 0; i < RUNNERS; i++) {
		assert_int_equal(waitpid(pid[i], &status, 0), pid[i]);
		assert_true(WIFEXITED(status));
		enum err e = (enum err)WEXITSTATUS(status);
		if (e != ERR_NONE && e != ERR_CONFLICT)
			fail_msg("runner %d: %s", i, err_name(e));
		*won += e == ERR_NONE;
		*lost += e == ERR_CONFLICT;
	}
}

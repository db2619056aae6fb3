/* caseworld.h - for tests of cases: sample matters, applicants and officers made for the test, and a clock to set.
 * Tests run beside others on one database: each makes its own people and cases and looks at nothing else. */
#ifndef TESTS_DB_CASEWORLD_H
#define TESTS_DB_CASEWORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "domain/case.h"
#include "domain/draft.h"
#include "domain/form.h"
#include "domain/matter.h"

#define LEN(a) (sizeof(a) / sizeof((a)[0]))

struct world {
	void *ctx;
	struct casework account, apply, upload, desk, clock, sender, progress, eventcheck;
	struct db *publish;
};

/* world_setup, world_teardown - of a group of tests.  *state is the world. */
int world_setup(void **state);
int world_teardown(void **state);
/* world_as - one more connection under a program's account; for children after fork. */
struct casework world_as(const struct world *w, const char *program);
/* world_at - set the time of every program: "2026-03-02", 9, 30. */
void world_at(struct world *w, const char *date, int hour, int minute);

/* world_matter - a sample matter by its file: "F1". */
const struct matter *world_matter(struct world *w, const char *file);

/* a person with an account of their own; kind: natural or legal */
struct actor world_person(struct world *w, const char *kind);
/* an officer; nothing of them is in the database but their acts */
struct actor world_officer(struct world *w, const char *name, uint32_t roles, const char *dept);

/* world_paper - hash and size of a file that is really in the store, the same for all. */
const uint8_t *world_paper(struct world *w, int64_t *size);
/* world_draft - a draft of this matter with every answer and material that it asks for. */
int64_t world_draft(struct world *w, const struct actor *a, const char *file);
/* world_draft_with - the same, with some answers given; world_receive - a draft, as far as received at the window. */
int64_t world_draft_with(struct world *w, const struct actor *a, const char *file, const struct mform_answer *given, size_t n);
void world_receive(struct world *w, const struct actor *a, int64_t id);
/* world_submitted - the same, submitted; _received: pre-reviewed and received at the window. */
int64_t world_submitted(struct world *w, const struct actor *a, const char *file);
int64_t world_received(struct world *w, const struct actor *a, const char *file);

/* world_case - as it is now, read by the desk. */
struct casefile *world_case(struct world *w, int64_t id);
/* world_do - an officer's act with the version of now; fails the test unless it works.  judgements may be NULL. */
struct case_result world_do(struct world *w, int64_t id, enum action action, const struct actor *a,
			    const struct case_args *args);
enum err world_try(struct world *w, int64_t id, enum action action, const struct actor *a, const struct case_args *args,
		   struct case_result *out);
/* world_all_right - judgements that find every material right; args for world_do. */
struct case_args world_all_right(struct world *w, int64_t id);
/* world_fault - args that find the first material not in form. */
struct case_args world_fault(struct world *w, int64_t id);

/* world_sql - as the administrator; the answer's text, one row a line.  For what no program may do. */
char *world_sql(struct world *w, const char *sql);
int64_t world_count(struct world *w, const char *sql);

void assert_day(day got, const char *expected);

#endif

/* eventcheck - is every case's trail of events whole?  (domain/event.h)
 *
 *   eventcheck              all cases
 *   eventcheck <number>...  these cases, by case number or short number
 *
 * Says on standard output which event was changed, added or removed.  PORTAL_CONF names the settings.
 * Exit status: 0 all whole, 1 something was tampered with, 2 could not look. */
#include <stdio.h>
#include <stdlib.h>

#include "base/conf.h"
#include "base/log.h"
#include "base/text.h"
#include "domain/event.h"
#include "gen/sql.h"

#define PAGE 200

struct tally {
	int64_t looked, faulty;
};

static enum err check_one(struct db *db, void *ctx, int64_t id, const char *number, struct tally *t)
{
	const char *fault;

	TRY(event_check(db, ctx, id, &fault));
	t->looked++;
	if (fault) {
		t->faulty++;
		printf("case %s: %s\n", number ? number : mem_fmt(ctx, "(draft %lld)", (long long)id), fault);
	}
	return ERR_NONE;
}

static enum err check_page(struct db *db, void *ctx, int64_t *after, struct tally *t, bool *more)
{
	struct sql_check_cases_row *rows;
	size_t n;

	TRY(sql_check_cases(db, ctx, &(struct sql_check_cases_in){.after_id = *after, .limit = PAGE}, &rows, &n));
	for (size_t i = 0; i < n; i++) {
		TRY(check_one(db, ctx, rows[i].id, rows[i].case_no, t));
		*after = rows[i].id;
	}
	*more = n == PAGE;
	return ERR_NONE;
}

static enum err check_all(struct db *db, void *ctx, struct tally *t)
{
	int64_t after = 0;
	bool more = true;

	while (more) {
		void *page = talloc_new(ctx);
		enum err e = check_page(db, page, &after, t, &more);
		talloc_free(page);
		TRY(e);
	}
	return ERR_NONE;
}

static enum err check_named(struct db *db, void *ctx, char **numbers, struct tally *t)
{
	for (; *numbers; numbers++) {
		struct sql_check_number_row *r;
		enum err e = sql_check_number(db, ctx, &(struct sql_check_number_in){.number = *numbers}, &r);
		if (e == ERR_NOT_FOUND)
			return log_err(ERR_NOT_FOUND, "there is no case %s", *numbers);
		TRY(e);
		TRY(check_one(db, ctx, r->id, *numbers, t));
	}
	return ERR_NONE;
}

static enum err run(void *ctx, char **numbers, struct tally *t)
{
	struct conf *conf = mem_new(ctx, struct conf);
	struct db *db;

	TRY(conf_load(ctx, text_or(getenv("PORTAL_CONF"), ""), conf));
	TRY(crypt_start());
	TRY(db_open(ctx, conf, "eventcheck", &db));
	return *numbers ? check_named(db, ctx, numbers, t) : check_all(db, ctx, t);
}

int main(int argc, char **argv)
{
	struct tally t = {0, 0};

	(void)argc;
	log_start("eventcheck");
	mem_init();
	void *ctx = talloc_new(NULL);
	enum err e = run(ctx, argv + 1, &t);
	talloc_free(ctx);
	if (e != ERR_NONE)
		return 2;
	printf("%lld cases looked at, %lld faulty\n", (long long)t.looked, (long long)t.faulty);
	return t.faulty ? 1 : 0;
}

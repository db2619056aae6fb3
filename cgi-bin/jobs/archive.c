/* archive - packages of closed cases, for the archive (OUT-6; domain/archive.h).
 *
 *   archive              every archived case that has no package of its last event; run every minute
 *   archive <number>...  these cases, by case number or short number, also when they ended in another way (withdrawn,
 *                        not accepted, terminated), and anew unless the archive has accepted the package
 *
 * Two runs at once do no harm: the same case gives the same bytes.  PORTAL_CONF names the settings.
 * Exit status: 0 done, 1 something failed. */
#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "base/text.h"
#include "domain/archive.h"
#include "domain/calendar_store.h"
#include "gen/sql.h"
#include "parts/documentpaper.h"

/* print - as an officer would print it: with everything but the applicant's query code. */
static enum err print(const struct casework *w, const struct document *doc, struct bytes *pdf)
{
	return paper_print(w->ctx, documentpaper_make(&(struct documentpage){.w = w, .doc = doc}), pdf);
}

static enum err pack_named(const struct casework *w, const char *number)
{
	struct sql_archive_case_by_number_row *r;
	struct archive_made made;
	enum err e = sql_archive_case_by_number(w->db, w->ctx, &(struct sql_archive_case_by_number_in){.number = number}, &r);

	if (e == ERR_NOT_FOUND)
		return log_err(e, "there is no case %s", number);
	TRY(e);
	e = archive_pack(w, print, r->id, &made);
	if (e == ERR_CONFLICT)
		return log_err(e, "case %s has not ended", number);
	TRY(e);
	printf("%s  %s%s\n", text_hex(w->ctx, made.sum, HASH_SIZE), made.file,
	       made.written ? "" : "  (accepted by the archive, left as it is)");
	return ERR_NONE;
}

static enum err pack_pending(const struct casework *w)
{
	struct archive_round r;

	TRY(archive_pending(w, print, &r));
	if (r.made || r.failed)
		log_info("%lld packages made, %lld failed", (long long)r.made, (long long)r.failed);
	return r.failed ? ERR_INTERNAL : ERR_NONE;
}

static enum err run(void *ctx, char **numbers)
{
	struct conf *conf = mem_new(ctx, struct conf);
	struct casework w = {.ctx = ctx, .conf = conf};
	struct keys *keys;

	TRY(conf_load(ctx, text_or(getenv("PORTAL_CONF"), ""), conf));
	time_follow_file(conf->now_file);
	TRY(crypt_start());
	TRY(keys_load(ctx, conf->key_file, &keys));
	w.keys = keys;
	TRY(db_open(ctx, conf, "archive", &w.db));
	TRY(calendar_load(w.db, ctx, conf->region, &w.calendar));
	w.now = msec_now();
	if (!*numbers)
		return pack_pending(&w);
	enum err e = ERR_NONE;
	for (; *numbers; numbers++) {
		enum err one = pack_named(&w, *numbers);
		e = one != ERR_NONE ? one : e;
	}
	return e;
}

int main(int argc, char **argv)
{
	(void)argc;
	log_start("archive");
	mem_init();
	void *ctx = talloc_new(NULL);
	enum err e = run(ctx, argv + 1);
	talloc_free(ctx);
	return e == ERR_NONE ? EXIT_SUCCESS : EXIT_FAILURE;
}

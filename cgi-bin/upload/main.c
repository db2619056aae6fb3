#include "base/log.h"
#include "upload/upload_pages.h"
#include "wrap/store.h"

#define LEFT_BEHIND_S (24 * 3600) /* no upload takes a day: an older temporary file is of a process that was killed */

static enum err sweep(struct app *app)
{
	int64_t removed;
	if (!app->store)
		TRY(store_open(app, app->conf.file_store, &app->store));
	TRY(store_sweep(app->store, LEFT_BEHIND_S, &removed));
	if (removed)
		log_info("%lld temporary files left behind were removed", (long long)removed);
	return ERR_NONE;
}

static enum err start(struct app *app)
{
	TRY(work_start_plain(app));
	return sweep(app);
}

int main(void)
{
	static const struct program program = {
		.name = "upload", .routes = upload_routes, .start = start, .refresh = sweep, .role_bits = role_bits};
	return serve_main(&program);
}

#include "catalog/catalog.h"

static enum err start(struct app *app)
{
	struct catalog *c = mem_new(app, struct catalog);
	c->matters = matter_cache_new(c, GUIDES_KEPT);
	app->extra = c;
	return ERR_NONE;
}

int main(void)
{
	static const struct program program = {.name = "catalog", .routes = catalog_routes, .start = start};
	return serve_main(&program);
}

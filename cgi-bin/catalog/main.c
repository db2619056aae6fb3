#include "catalog/catalog.h"

int main(void)
{
	static const struct program program = {.name = "catalog", .routes = catalog_routes};
	return serve_main(&program);
}

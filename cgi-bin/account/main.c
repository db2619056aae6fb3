#include "account/account_pages.h"

int main(void)
{
	static const struct program program = {
		.name = "account", .routes = account_routes, .start = work_start, .refresh = work_refresh};
	return serve_main(&program);
}

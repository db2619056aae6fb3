#include "apply/apply.h"

int main(void)
{
	static const struct program program = {
		.name = "apply", .routes = apply_routes, .start = work_start, .refresh = work_refresh};
	return serve_main(&program);
}

#include "progress/progress_pages.h"

int main(void)
{
	static const struct program program = {
		.name = "progress", .routes = progress_routes, .start = work_start, .refresh = work_refresh};
	return serve_main(&program);
}

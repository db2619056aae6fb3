#include "hall/hall_pages.h"

int main(void)
{
	static const struct program program = {
		.name = "hall", .routes = hall_routes, .start = work_start_plain, .role_bits = role_bits};
	return serve_main(&program);
}

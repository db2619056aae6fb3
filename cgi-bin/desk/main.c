#include "desk/desk.h"

int main(void)
{
	static const struct program program = {.name = "desk",
					       .routes = desk_routes,
					       .start = work_start,
					       .refresh = work_refresh,
					       .role_bits = role_bits};
	return serve_main(&program);
}

#include "feedback/feedback_pages.h"

int main(void)
{
	static const struct program program = {.name = "feedback",
					       .routes = feedback_routes,
					       .start = work_start,
					       .refresh = work_refresh,
					       .role_bits = role_bits};
	return serve_main(&program);
}

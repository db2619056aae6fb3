#include "booking/booking_pages.h"

int main(void)
{
	static const struct program program = {.name = "booking", .routes = booking_routes, .start = work_start_plain};
	return serve_main(&program);
}

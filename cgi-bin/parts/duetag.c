#include "parts/duetag.h"

#include "domain/clock.h"
#include "parts/work.h"

#define SOON_DAYS 2 /* working days */

void duetag_show(const struct request *q, struct tpl *d, day due)
{
	int32_t left = clock_left(work_of(q)->calendar, q->today, due);
	const char *class = left < 0 ? "due-over" : left == 0 ? "due-today" : left <= SOON_DAYS ? "due-soon" : "due-later";
	const char *say = left < 0    ? mem_fmt(q->ctx, "已超期 %d 个工作日", (int)-left)
			  : left == 0 ? "今天到期"
				      : mem_fmt(q->ctx, "剩 %d 个工作日", (int)left);
	tpl_text(d, T_DUE_CLASS, class);
	tpl_text(d, T_DUE_SAY, say);
	tpl_day(d, T_DUE, due);
}

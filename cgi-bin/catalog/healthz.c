#include "catalog/catalog.h"

#include "gen/sql.h"

/* healthz_get - "ok" when this program and its database answer; else the dispatcher's 503. */
enum err healthz_get(struct request *q, struct page *p)
{
	static const char ok[] = "ok\n";
	struct sql_health_row *row;
	TRY(sql_health(q->app->db, q->ctx, &row));
	p->type = "text/plain; charset=utf-8";
	p->raw = (struct bytes){(const uint8_t *)ok, sizeof ok - 1};
	return ERR_NONE;
}

#include "admin/admin.h"
#include "web/page.h"
#include "web/session.h"

enum err admin_home_get(struct request *q, struct page *p)
{
	uint32_t roles = q->session->roles;
	p->title = "系统管理";
	p->section = "admin";
	p->body = TPL_admin_home;
	tpl_show_if(p->d, T_KEEPS_CALENDAR, roles & ROLE_CITY_ADMIN);
	tpl_show_if(p->d, T_ARRANGES, roles & (ROLE_MANAGER | ROLE_UNIT_ADMIN | ROLE_CITY_ADMIN));
	tpl_show_if(p->d, T_KEEPS_LETTERS, roles & (ROLE_UNIT_ADMIN | ROLE_CITY_ADMIN));
	tpl_show_if(p->d, T_KEEPS_HALL, roles & ROLE_MANAGER);
	return ERR_NONE;
}

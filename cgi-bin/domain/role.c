#include "domain/role.h"

#include <string.h>

#include "base/text.h"

const struct role role_table[] = {
	{ROLE_GUIDE, "guide", "咨询导办岗", false},
	{ROLE_COACH, "coach", "申报辅导岗", false},
	{ROLE_PRE_REVIEWER, "pre_reviewer", "在线预审岗", false},
	{ROLE_CLERK, "clerk", "综合办理岗", false},
	{ROLE_ISSUER, "issuer", "查询发证岗", false},
	{ROLE_PERSONAL, "personal", "个性化服务岗", false},
	{ROLE_COORDINATOR, "coordinator", "后台统筹岗", false},
	{ROLE_COMPLAINT, "complaint", "投诉接收岗", false},
	{ROLE_REVIEWER, "reviewer", "部门审查岗", true},
	{ROLE_CHIEF, "chief", "首席代表", true},
	{ROLE_LEADER, "leader", "部门负责人", true},
	{ROLE_EDITOR, "editor", "事项编辑岗", true},
	{ROLE_PUBLISHER, "publisher", "事项审核岗", false},
	{ROLE_MANAGER, "manager", "中心管理岗", false},
	{ROLE_SUPERVISOR, "supervisor", "电子监察岗", false},
	{ROLE_UNIT_ADMIN, "unit_admin", "单位管理员", true},
	{ROLE_CITY_ADMIN, "city_admin", "平台管理员", false},
	{ROLE_ARCHIVIST, "archivist", "档案管理岗", false},
	{ROLE_TERMINAL, "terminal", "大厅自助设备", false},
	{0, NULL, NULL, false},
};

static uint32_t bit_of_word(const char *word, size_t n)
{
	for (const struct role *r = role_table; r->key; r++)
		if (strlen(r->key) == n && memcmp(r->key, word, n) == 0)
			return r->bit;
	return 0;
}

uint32_t role_bits(const char *keys)
{
	uint32_t bits = 0;

	for (const char *p = keys; p && *p;) {
		size_t n = strcspn(p, " ");
		bits |= bit_of_word(p, n);
		p += n;
		p += strspn(p, " ");
	}
	return bits;
}

const char *role_name(uint32_t bit)
{
	for (const struct role *r = role_table; r->key; r++)
		if (r->bit == bit)
			return r->name;
	return "";
}

uint32_t actor_roles(const struct actor *a)
{
	switch (a->kind) {
	case ACTOR_APPLICANT:
		return ROLE_APPLICANT;
	case ACTOR_AGENT:
		return ROLE_AGENT;
	case ACTOR_STAFF:
		/* an officer's row never holds a pseudo-role, whatever the caller wrote there */
		return a->roles & ~(ROLES_PARTY | ROLE_SYSTEM);
	case ACTOR_SYSTEM:
		return ROLE_SYSTEM;
	}
	return 0;
}

const char *actor_kind_key(enum actor_kind kind)
{
	static const char *const keys[] = {
		[ACTOR_APPLICANT] = "applicant", [ACTOR_AGENT] = "agent", [ACTOR_STAFF] = "staff", [ACTOR_SYSTEM] = "system"};

	return keys[kind];
}

struct actor actor_system(void)
{
	return (struct actor){.kind = ACTOR_SYSTEM, .name = "系统"};
}

/* role.h - the posts of domain B as bits, and who acts on a case.
 * A route's `roles`, a session's `roles` and a lifecycle row's `who` are sets of these bits. */
#ifndef DOMAIN_ROLE_H
#define DOMAIN_ROLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ROLE_GUIDE UINT32_C(0x00001)        /* 咨询导办岗 (GD 7.1.1) */
#define ROLE_COACH UINT32_C(0x00002)        /* 申报辅导岗 (GD 7.1.2) */
#define ROLE_PRE_REVIEWER UINT32_C(0x00004) /* 在线预审岗 (GD 7.1.3) */
#define ROLE_CLERK UINT32_C(0x00008)        /* 综合办理岗 (GD 7.1.4) */
#define ROLE_ISSUER UINT32_C(0x00010)       /* 查询发证岗 (GD 7.1.5) */
#define ROLE_PERSONAL UINT32_C(0x00020)     /* 个性化服务岗 (GD 7.1.5P) */
#define ROLE_COORDINATOR UINT32_C(0x00040)  /* 后台统筹岗 (GD 7.1.6) */
#define ROLE_COMPLAINT UINT32_C(0x00080)    /* 投诉接收岗 (GD 7.1.7) */
#define ROLE_REVIEWER UINT32_C(0x00100)     /* department reviewer (AY 6.2.1) */
#define ROLE_CHIEF UINT32_C(0x00200)        /* 首席代表 (ZJG 11(2)) */
#define ROLE_LEADER UINT32_C(0x00400)       /* department leader: extensions, suspension (ALL 42) */
#define ROLE_EDITOR UINT32_C(0x00800)       /* matter editor (ZJG 11(3)(4)) */
#define ROLE_PUBLISHER UINT32_C(0x01000)    /* approves a revision that an editor wrote (CQ 4.2.2) */
#define ROLE_MANAGER UINT32_C(0x02000)      /* service-centre manager (ZJG 13) */
#define ROLE_SUPERVISOR UINT32_C(0x04000)   /* 电子监察: reads everything, changes nothing (CQ 3.8) */
#define ROLE_UNIT_ADMIN UINT32_C(0x08000)   /* administrator of a unit (CQ 4.3.2) */
#define ROLE_CITY_ADMIN UINT32_C(0x10000)   /* administrator of the platform (CQ 4.3.1) */
#define ROLE_ARCHIVIST UINT32_C(0x20000)    /* archive (AY 6.4) */
#define ROLE_TERMINAL UINT32_C(0x40000)     /* no person: a device of the hall, which gives tickets or asks for ratings (GD 5.3.3) */

/* Not in staff_role: what an actor is when it is no officer. */
#define ROLE_APPLICANT UINT32_C(0x10000000)
#define ROLE_AGENT UINT32_C(0x20000000)
#define ROLE_SYSTEM UINT32_C(0x40000000)

#define ROLES_PARTY (ROLE_APPLICANT | ROLE_AGENT)
#define ROLES_DEPT (ROLE_REVIEWER | ROLE_CHIEF | ROLE_LEADER)
/* officers who may open a case at /desk: everybody who acts on cases, and those who only watch */
#define ROLES_CASE                                                                                               \
	(ROLE_COACH | ROLE_PRE_REVIEWER | ROLE_CLERK | ROLE_ISSUER | ROLE_PERSONAL | ROLE_COORDINATOR |          \
	 ROLE_MANAGER | ROLE_SUPERVISOR | ROLES_DEPT)
#define ROLES_QUEUE (ROLE_CLERK | ROLE_ISSUER | ROLE_PERSONAL | ROLE_GUIDE) /* who sits at windows */
#define ROLES_ADMIN (ROLE_EDITOR | ROLE_PUBLISHER | ROLE_MANAGER | ROLE_UNIT_ADMIN | ROLE_CITY_ADMIN)

struct role {
	uint32_t bit;
	const char *key;  /* staff_role.role */
	const char *name; /* Chinese, for people */
	bool dept;        /* held inside a department; false: at the service centre */
};

/* role_table - ends with a row whose key is NULL. */
extern const struct role role_table[];

/* role_bits - "clerk supervisor" as bits; unknown words count for nothing; NULL gives 0. */
uint32_t role_bits(const char *keys);
/* role_name - of one bit, or "" */
const char *role_name(uint32_t bit);

enum actor_kind { ACTOR_APPLICANT = 1, ACTOR_AGENT, ACTOR_STAFF, ACTOR_SYSTEM };

/* actor - who acts.  Strings belong to the caller and may be NULL where empty makes sense. */
struct actor {
	enum actor_kind kind;
	int64_t id;              /* account or staff id; 0 for the system */
	const char *name;        /* as recorded in events and printed on documents */
	uint32_t roles;          /* officers: bits from staff_role; others: see actor_roles */
	const char *post;        /* officers */
	const char *dept;        /* officers: department code; NULL or "": the service centre, all departments */
	int64_t acting_for;      /* B post: staff id of A, or 0 (CQ 5.11.3) */
	const char *acting_name; /* name of A, or NULL */
};

/* actor_roles - the bits that count: officers' own, or the pseudo-role of the kind. */
uint32_t actor_roles(const struct actor *a);
/* actor_kind_key - applicant, agent, staff, system: as stored. */
const char *actor_kind_key(enum actor_kind kind);
/* actor_system - the clock job and its like. */
struct actor actor_system(void);

#endif

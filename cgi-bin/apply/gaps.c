/* gaps.c - on the own case page: what was tolerated and has to come, and the way to hand it in (domain C.4). */
#include "apply/gaps.h"

#include "base/text.h"
#include "domain/promise.h"

static void fault_show(struct tpl *d, const struct case_item *it)
{
	if (it->verdict != VERDICT_MISSING && it->verdict != VERDICT_NOT_IN_FORM)
		return;
	struct tpl *fault = tpl_add(d, T_FAULT);
	tpl_text(fault, T_BACK_REASON, it->reason);
	tpl_text(fault, T_BACK_REMEDY, it->remedy);
}

static void gap_show(const struct materialpage *m, struct tpl *box, size_t i, const struct case_item *it)
{
	struct tpl *d = tpl_add(box, T_GAP);
	bool open = promise_gap_open(m->c, it);

	tpl_text(d, T_KEY, it->item);
	tpl_text(d, T_NAME, it->name);
	tpl_show(d, !open ? T_CLOSED : it->state == MATERIAL_GAP || it->verdict != VERDICT_NONE ? T_OPEN : T_DONE);
	fault_show(d, it);
	materialpage_body(m, d, i);
}

void gaps_show(const struct request *q, struct tpl *casepage, struct materialpage *m, const struct actor *a)
{
	const struct casefile *c = m->c;
	size_t left, open = promise_gaps_open(c, &left), n = 0;
	day due = c->due[CLOCK_GAP];

	if (!open)
		return;
	struct tpl *box = tpl_include(casepage, T_AFTER_NOW, TPL_apply_gaps);
	m->actor = a;
	m->choose = NULL;
	for (size_t i = 0; i < c->matter->materials.n; i++) {
		const struct case_item *it = case_item_find(c, c->matter->materials.at[i].key);
		if (!it || !it->gap)
			continue;
		n++;
		gap_show(m, box, i, it);
	}
	tpl_int(box, T_GAP_COUNT, (int64_t)n);
	tpl_day(tpl_add(box, q->today > due ? T_GAP_LATE : T_GAP_IN_TIME), T_GAP_DUE, due);
	if (left)
		tpl_int(tpl_add(box, T_GAP_LEFT), T_GAP_OPEN, (int64_t)left);
	else
		tpl_show(box, T_GAP_ALL);
}

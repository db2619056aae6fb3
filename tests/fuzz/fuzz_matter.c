/* A matter's document, then a NUL and answers to its form, a line "name=value" each: whatever is read can be checked,
 * answered and shown; an answer that was tidied once is not changed again; a search is only words and its own signs. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/matter.h"
#include "domain/search.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define TODAY day_make(2026, 3, 2)
#define ANSWERS 64

static void must(bool holds)
{
	if (!holds)
		abort();
}

static size_t answers_read(char *lines, struct mform_answer out[static ANSWERS])
{
	char *save = NULL;
	size_t n = 0;

	for (char *line = strtok_r(lines, "\n", &save); line && n < ANSWERS; line = strtok_r(NULL, "\n", &save)) {
		char *equals = strchr(line, '=');
		if (!equals)
			continue;
		*equals = '\0';
		out[n++] = (struct mform_answer){line, equals + 1};
	}
	return n;
}

/* What was stored is read again tomorrow, and must then be the same and be judged the same. */
static void stored_and_read_again(void *ctx, const struct matter *m, const struct mform_who *who,
				  const struct mform_report *first)
{
	struct mform_answer *again = mem_array(ctx, struct mform_answer, first->n);
	struct mform_report second;
	size_t n = 0;

	for (size_t i = 0; i < first->n; i++)
		if (first->value[i])
			again[n++] = (struct mform_answer){m->form.field[i]->key, first->value[i]};
	must(mform_check(ctx, &m->form, who, &(struct mform_answers){again, n}, TODAY, MFORM_SUBMIT, &second) == ERR_NONE);
	for (size_t i = 0; i < first->n; i++) {
		must(first->shown[i] == second.shown[i]);
		must(text_eq(text_or(first->value[i], ""), text_or(second.value[i], "")));
		must((first->wrong[i] != NULL) == (second.wrong[i] != NULL));
	}
}

static void form_answer(void *ctx, const struct matter *m, uint32_t kind, const struct mform_answers *answers)
{
	struct mform_who who = {.kind = kind, .account = {[PREFILL_NAME] = "张三"}};
	struct material_need *needs = mem_array(ctx, struct material_need, m->materials.n);
	bool *parts = mem_array(ctx, bool, m->parts.n);
	struct mform_report report;

	if (mform_check(ctx, &m->form, &who, answers, TODAY, MFORM_SUBMIT, &report) != ERR_NONE) {
		must(report.unknown != NULL);
		return;
	}
	for (size_t i = 0; i < report.n; i++) {
		const char *v = report.value[i];
		must(!v || (report.shown[i] && v[0] != '\0' && utf8_ok(v, strlen(v))));
		must(utf8_ok(text_or(report.wrong[i], ""), strlen(text_or(report.wrong[i], ""))));
		for (int masked = 0; masked < 2; masked++) {
			const char *shown = mform_value_text(ctx, m->form.field[i], v, masked);
			must(utf8_ok(shown, strlen(shown)));
		}
	}
	stored_and_read_again(ctx, m, &who, &report);
	matter_needs(m, &who, &report, needs);
	matter_part_needs(m, &who, &report, parts);
}

static void search(void *ctx, const char *typed)
{
	struct search_query q;
	int quotes = 0;

	if (!utf8_ok(typed, strlen(typed)) || !search_parse(ctx, typed, &q))
		return;
	for (const char *p = q.exact; *p; p++)
		quotes += *p == '"';
	must(quotes % 2 == 0 && !strpbrk(q.exact, "()<>~@-\\") && !strpbrk(q.loose, "\"+*()<>~@-\\"));
	must(search_index(ctx, &typed, 1)[0] != '\0');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	void *ctx = talloc_new(NULL);
	char *text = mem_copy(ctx, data, size), *why = NULL;
	size_t n = strlen(text);
	char *lines = n < size ? text + n + 1 : text + n;
	struct mform_answer answers[ANSWERS];
	struct matter *m;

	search(ctx, lines);
	if (matter_parse(ctx, text, n, &m, &why) == ERR_NONE) {
		struct mform_answers all = {answers, answers_read(lines, answers)};
		(void)matter_check(ctx, m);
		form_answer(ctx, m, WHO_NATURAL, &all);
		form_answer(ctx, m, WHO_LEGAL, &all);
	} else {
		must(why != NULL && m == NULL);
	}
	talloc_free(ctx);
	return 0;
}

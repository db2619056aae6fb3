/* Parts of the case engine that need no database: hashes of events, quiet hours, texts of messages, tokens, words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/text.h"
#include "domain/alert.h"
#include "domain/case.h"
#include "domain/document.h"
#include "domain/event.h"
#include "domain/lifecycle.h"
#include "domain/notice.h"
#include "domain/outbox.h"

/* --- events ------------------------------------------------------------------------------------------ */

static void assert_hex(const uint8_t *hash, const char *expected)
{
	char *hex = text_hex(NULL, hash, HASH_SIZE);

	assert_string_equal(hex, expected);
	talloc_free(hex);
}

/* Both values were computed from the description in domain/event.h by another program. */
static void the_canonical_form_is_as_described(void **state)
{
	struct event_docs docs;
	uint8_t doc_hash[HASH_SIZE], hash[HASH_SIZE];

	(void)state;
	event_docs_start(&docs);
	event_docs_add(&docs, "receipt_slip", "（市监）收字〔2026〕第00042号", "{\"a\":\"𠮷\"}");
	event_docs_add(&docs, "opinion", NULL, "{}");
	event_docs_end(&docs, doc_hash);
	assert_hex(doc_hash, "ddfbb63f6854458aa0bb57c9dbeb5b7f483af936e41796608b38b42c6afbcf7f");
	struct event e = {.case_id = 7, .seq = 3, .at = msec_make(day_make(2026, 2, 12), 9, 30, 0, 123), .action = "receive",
			  .from_state = "submitted", .to_state = "received", .actor_kind = "staff", .actor_id = 12,
			  .actor_name = "示例·窗口员", .post = "综合办理岗", .reason = "", .note = "备注",
			  .clause = "AY 6.1.1; ZJG 8(2)", .doc_id = 55, .doc_hash = {.p = doc_hash, .n = HASH_SIZE}};
	for (int i = 0; i < HASH_SIZE; i++)
		e.prev_hash[i] = (uint8_t)i;
	event_hash(&e, hash);
	assert_hex(hash, "8eec3e2533fbe40e2e1dd1024b66f80fe7b785153fcd773fb3e97f1acb3e3a6c");
}

/* Lengths keep fields apart: text cannot move from one to the next unnoticed. */
static void fields_do_not_run_together(void **state)
{
	struct event a = {.actor_name = "甲", .reason = "乙1:x\n", .note = NULL}, b = a;
	uint8_t ha[HASH_SIZE], hb[HASH_SIZE];

	(void)state;
	b.reason = "乙";
	b.note = "x";
	event_hash(&a, ha);
	event_hash(&b, hb);
	assert_memory_not_equal(ha, hb, HASH_SIZE);
	b = a;
	b.note = ""; /* empty is not NULL */
	event_hash(&b, hb);
	assert_memory_not_equal(ha, hb, HASH_SIZE);
}

/* --- messages ---------------------------------------------------------------------------------------- */

static msec at(int mday, int hour, int minute)
{
	return msec_make(day_make(2026, 3, mday), hour, minute, 0, 0);
}

static void quiet_hours_end_in_the_morning(void **state)
{
	struct conf night = {.quiet_from = 21, .quiet_until = 8}, noon = {.quiet_from = 12, .quiet_until = 14};
	struct conf never = {.quiet_from = 0, .quiet_until = 0}, to_midnight = {.quiet_from = 20, .quiet_until = 0};

	(void)state;
	assert_true(outbox_quiet_end(&night, at(5, 8, 0)) == at(5, 8, 0));
	assert_true(outbox_quiet_end(&night, at(5, 20, 59)) == at(5, 20, 59));
	assert_true(outbox_quiet_end(&night, at(5, 21, 0)) == at(6, 8, 0));
	assert_true(outbox_quiet_end(&night, at(6, 0, 0)) == at(6, 8, 0));
	assert_true(outbox_quiet_end(&night, at(6, 7, 59)) == at(6, 8, 0));
	assert_true(outbox_quiet_end(&noon, at(5, 13, 0)) == at(5, 14, 0));
	assert_true(outbox_quiet_end(&noon, at(5, 15, 0)) == at(5, 15, 0));
	assert_true(outbox_quiet_end(&never, at(5, 3, 0)) == at(5, 3, 0));
	assert_true(outbox_quiet_end(&to_midnight, at(5, 22, 0)) == at(6, 0, 0));
}

static void waits_double_up_to_six_hours(void **state)
{
	(void)state;
	assert_true(outbox_backoff(0, 1) == 60000);
	assert_true(outbox_backoff(0, 2) == 120000);
	assert_true(outbox_backoff(0, 8) == 128 * 60000);
	assert_true(outbox_backoff(0, 9) == 360 * 60000);
	assert_true(outbox_backoff(0, 1000) == 360 * 60000);
	assert_true(outbox_backoff(0, 0) == 60000);
}

static void every_message_says_who_what_and_where(void **state)
{
	void *ctx = talloc_new(NULL);
	struct notice_facts f = {.surname = "张*", .matter = "食品经营许可", .short_no = "SL20260212-0301-00042",
				 .due = "2026年2月26日", .link = "http://example.org/t/X", .centre = "示例市政务服务中心"};
	const char *subject, *body;

	(void)state;
	for (const struct transition *t = lifecycle_table; t->action != ACTION_NONE; t++) {
		if (!t->message)
			continue;
		assert_true(notice_make(ctx, t->message, &f, &subject, &body));
		assert_non_null(strstr(body, "张*"));
		assert_non_null(strstr(body, "食品经营许可"));
		assert_non_null(strstr(body, "http://example.org/t/X"));
		assert_null(strchr(body, '{'));
		assert_true(utf8_len(body) < 1000 && utf8_len(subject) < 120);
	}
	assert_false(notice_make(ctx, "no such message", &f, &subject, &body));
	/* what looks like a place to fill, in a value, is text */
	f.matter = "{due}";
	assert_true(notice_make(ctx, "withdrawn", &f, &subject, &body));
	assert_non_null(strstr(body, "“{due}”"));
	talloc_free(ctx);
}

/* --- tokens and words -------------------------------------------------------------------------------- */

static void tokens_are_bound_to_case_version_and_key(void **state)
{
	static const uint8_t key[32] = {1}, other_key[32] = {2}, ref_bytes[8] = {9, 8, 7, 6, 5, 4, 3, 2};
	void *ctx = talloc_new(NULL);
	struct keys *k = keys_from_bytes(ctx, key), *k2 = keys_from_bytes(ctx, other_key);
	struct bytes ref = {ref_bytes, 8}, got;
	char *token = case_token(ctx, k, ref, 1);

	(void)state;
	assert_int_equal(strlen(token), TOKEN_TEXT - 1);
	assert_true(case_token_ref(ctx, token, &got));
	assert_memory_equal(got.p, ref_bytes, 8);
	assert_true(case_token_ok(ctx, k, token, ref, 1));
	assert_false(case_token_ok(ctx, k, token, ref, 2));
	assert_false(case_token_ok(ctx, k2, token, ref, 1));
	assert_false(case_token_ref(ctx, "", &got));
	assert_false(case_token_ref(ctx, NULL, &got));
	assert_false(case_token_ref(ctx, "0000000000000000000000000", &got)); /* one short */
	assert_false(case_token_ref(ctx, "!!!!!!!!!!!!!!!!!!!!!!!!!!", &got));
	talloc_free(ctx);
}

static void words_go_both_ways(void **state)
{
	(void)state;
	for (int i = MATERIAL_NONE; i <= MATERIAL_FILLED; i++)
		assert_int_equal(material_state_of(material_state_key((enum material_state)i)), i);
	for (int i = VERDICT_NONE; i <= VERDICT_NOT_IN_FORM; i++)
		assert_int_equal(verdict_of(verdict_key((enum verdict)i)), i);
	assert_int_equal(verdict_of("x"), VERDICT_NONE);
	assert_string_equal(channel_name("post"), "邮寄申请");
	assert_string_equal(delivery_name("pigeon"), "");
	for (int i = 0; i < ALERT_KINDS; i++)
		assert_string_equal(alert_name_of(alert_key((enum alert_kind)i)), alert_name((enum alert_kind)i));
	for (int i = DOCUMENT_NONE + 1; i < DOCUMENT_COUNT; i++)
		assert_ptr_equal(document_form_find(document_form_of((enum document_kind)i)->key),
				 document_form_of((enum document_kind)i));
}

static int setup(void **state)
{
	(void)state;
	return crypt_start() == ERR_NONE ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_canonical_form_is_as_described),
		cmocka_unit_test(fields_do_not_run_together),
		cmocka_unit_test(quiet_hours_end_in_the_morning),
		cmocka_unit_test(waits_double_up_to_six_hours),
		cmocka_unit_test(every_message_says_who_what_and_where),
		cmocka_unit_test(tokens_are_bound_to_case_version_and_key),
		cmocka_unit_test(words_go_both_ways),
	};

	return cmocka_run_group_tests_name("parts of cases", tests, setup, NULL);
}

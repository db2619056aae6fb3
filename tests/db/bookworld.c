#include "db/bookworld.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "domain/calendar_store.h"
#include "wrap/db.h"

#define CHECK(expr) assert_int_equal((expr), ERR_NONE)

struct casework bookworld_as(const struct bookworld *b, const char *program)
{
	struct conf *conf = scratchdb_conf(b->db, program);
	struct casework out = {.ctx = b->ctx, .conf = conf, .now = b->citizen.now, .calendar = b->citizen.calendar};
	struct keys *keys;

	CHECK(keys_load(b->ctx, conf->key_file, &keys));
	out.keys = keys;
	CHECK(db_open(b->ctx, conf, program, &out.db));
	return out;
}

void bookworld_at(struct bookworld *b, const char *date, int hour, int minute)
{
	day d;

	assert_true(day_parse(date, &d));
	b->citizen.now = b->desk.now = b->clock.now = msec_make(d, hour, minute, 0, 0);
}

struct bookworld *bookworld_make(void *ctx, const char *name)
{
	struct bookworld *b = mem_new(ctx, struct bookworld);

	b->ctx = b;
	if (crypt_start() != ERR_NONE || !(b->db = scratchdb_make(b, name)))
		return NULL;
	scratchdb_load(b->db, "sql/sample/0020_window.sql");
	scratchdb_do(b->db, "INSERT INTO calendar_year (region, year, notice_no, imported_at) VALUES ('CN', 2026, '示发', '2025-11-01')");
	scratchdb_do(b->db, "INSERT INTO staff (login, name, post, pw_hash, trained_on, created_at) VALUES ('s', '示例·统筹员', "
			    "'后台统筹岗', 'x', '2025-01-01', '2025-01-01')");
	b->staff = 1;
	b->citizen = bookworld_as(b, "booking");
	b->desk = bookworld_as(b, "desk");
	CHECK(calendar_load(b->desk.db, b, "CN", &b->citizen.calendar));
	b->desk.calendar = b->citizen.calendar;
	b->clock = bookworld_as(b, "clock");
	bookworld_at(b, "2026-03-02", 9, 30);
	return b;
}

static const char *hex_of(void *ctx, struct bytes v)
{
	return text_hex(ctx, v.p, v.n);
}

struct booking_person bookworld_person(struct bookworld *b)
{
	const struct casework *w = &b->citizen;
	struct booking_person out;
	int64_t n = ++b->people;
	const char *phone = mem_fmt(b, "139%08lld", (long long)n);

	scratchdb_do(b->db, mem_fmt(b,
				    "INSERT INTO account (id, kind, id_type, id_sealed, id_bidx, id_mask, name, phone_sealed, "
				    "phone_bidx, phone_mask, pw_hash, created_at) VALUES (%lld, 'natural', '111', x'00', x'%s', "
				    "'410***0028', '示例人', x'%s', x'%s', '139****0001', 'x', '2026-01-01')",
				    (long long)n, hex_of(b, blind_index(b, w->keys, "id_no", mem_fmt(b, "person%lld", (long long)n))),
				    hex_of(b, field_seal(b, w->keys, "account.phone_sealed", 0, phone)),
				    hex_of(b, blind_index(b, w->keys, "phone", phone))));
	CHECK(booking_person_of(w, n, &out));
	return out;
}

int64_t bookworld_count(struct bookworld *b, const char *sql)
{
	return strtoll(scratchdb_text(b->db, b, sql), NULL, 10);
}

int64_t bookworld_slot(struct bookworld *b, const char *group, const char *date, int minute)
{
	return bookworld_count(b, mem_fmt(b, "SELECT id FROM slot WHERE group_code = '%s' AND day = '%s' AND from_min = %d", group,
					  date, minute));
}

void bookworld_sound(struct bookworld *b)
{
	static const struct {
		const char *what, *sql;
	} rules[] = {
		{"a live booking without its place",
		 "SELECT COUNT(*) FROM booking b LEFT JOIN place p ON p.booking_id = b.id WHERE b.state IN ('booked', 'arrived') "
		 "AND (p.no IS NULL OR p.slot_id <> b.slot_id OR p.no <> b.place_no)"},
		{"a place of a booking that is over",
		 "SELECT COUNT(*) FROM place p JOIN booking b ON b.id = p.booking_id WHERE b.state = 'cancelled'"},
		{"a place of a booking that is nowhere",
		 "SELECT COUNT(*) FROM place p LEFT JOIN booking b ON b.id = p.booking_id WHERE p.booking_id IS NOT NULL AND b.id IS NULL"},
		{"a live booking whose key is free for another",
		 "SELECT COUNT(*) FROM booking b JOIN place p ON p.booking_id = b.id WHERE b.state = 'booked' AND NOT p.live_key <=> b.live_key"},
		{"two live bookings of one person and matter",
		 "SELECT COUNT(*) FROM (SELECT live_key FROM booking WHERE state = 'booked' GROUP BY live_key HAVING COUNT(*) > 1) x"},
		{"a booking at another time than its slot",
		 "SELECT COUNT(*) FROM booking b JOIN slot s ON s.id = b.slot_id WHERE b.start_at <> s.start_at OR b.end_at <> s.end_at "
		 "OR b.group_code <> s.group_code"},
		{"more places open than the rules say, and not because they are booked",
		 "SELECT COUNT(*) FROM (SELECT s.id FROM slot s JOIN place p ON p.slot_id = s.id WHERE p.opens_at < '9999-01-01' "
		 "GROUP BY s.id, s.places HAVING COUNT(*) > s.places) x"},
		{"a booking that nobody was told of",
		 "SELECT COUNT(*) FROM booking b WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.topic = 'booking' AND o.topic_id = b.id)"},
	};

	for (size_t i = 0; i < LEN(rules); i++) {
		int64_t n = bookworld_count(b, rules[i].sql);
		if (n)
			fail_msg("%s: %lld", rules[i].what, (long long)n);
	}
}

-- many.sql - a large portal for test_plans.c: 20,000 cases and what belongs to them, made by the SEQUENCE engine in
-- seconds.  Row N of a table is about case, account, officer or matter N wherever that makes sense; nothing is random.
-- The day is 2026-03-02.

SET foreign_key_checks = 0, unique_checks = 0;
START TRANSACTION;

INSERT INTO dept (code, number, uscc, name, short_name, phone_enquiry, phone_complaint, address, windows, reconsider_at, court)
SELECT CONCAT('d', seq), seq, CONCAT('11410599MBXX', LPAD(seq, 6, '0')), CONCAT('示例市第', seq, '局'), CONCAT('局', seq),
  '0399-5550001', '0399-5550002', '示例市为民路1号', '一楼1号', '示例市人民政府', '示例市人民法院' FROM seq_1_to_24;
UPDATE dept SET district = '示例东区', acts_for = 'd11' WHERE code = 'd24';

INSERT INTO calendar_year (region, year, notice_no, imported_at)
SELECT 'CN', 2019 + seq, '示发〔2020〕1号', '2020-01-01' FROM seq_1_to_12;
INSERT INTO calendar_day (region, day, working, name)
SELECT 'CN', '2020-01-01' + INTERVAL 9 * seq DAY, seq % 5 = 0, '示例节' FROM seq_0_to_480;

INSERT INTO matter (id, code, catalog_code, type, name, dept_code, theme, object, position, state, current_revision)
SELECT seq, CONCAT('11410599MBXX00001J4', LPAD(seq, 12, '0')), LPAD(seq, 12, '0'),
  ELT(1 + seq % 4, 'licence', 'filing', 'confirmation', 'public_service'), CONCAT('示例许可', seq), CONCAT('d', 1 + seq % 24),
  ELT(1 + seq % 5, 'food', 'transport', 'health', 'housing', 'other'), 'natural,legal', seq, IF(seq % 50, 'on', 'off'), seq
FROM seq_1_to_2000;
INSERT INTO matter_revision (id, matter_id, rev_no, status, name, summary, type, kind, object, theme, level, dept_code,
  promised, visits, online, doc, doc_hash, search, created_at, published_at)
SELECT m.id, m.id, 1, 'published', m.name, '示例', m.type, 'promised', m.object, m.theme, 'county', m.dept_code,
  '10个工作日', 1, 1, JSON_OBJECT('text', REPEAT('示例内容', 200)), UNHEX(SHA2(m.code, 256)),
  CONCAT(IF(m.id % 40, '示例 例许 许可', '食品 品经 经营 营许 许可'), ' _ 事项 u', LPAD(m.id, 5, '0')), '2026-01-01', '2026-01-01'
FROM matter m;

INSERT INTO account (id, kind, id_type, id_sealed, id_bidx, id_mask, name, phone_sealed, phone_bidx, phone_mask,
  pw_hash, created_at)
SELECT seq, 'natural', '111', REPEAT('s', 80), UNHEX(SHA2(CONCAT('id', seq), 256)), '410***********1234', '张示例',
  REPEAT('s', 80), UNHEX(SHA2(CONCAT('phone', seq), 256)), '138****0001', 'argon2id', '2026-01-01' FROM seq_1_to_5000;
INSERT INTO session (token_hash, account_id, epoch, created_at, last_seen, expires_at)
SELECT UNHEX(SHA2(CONCAT('session', seq), 256)), seq, 1, '2026-03-01', '2026-03-01',
  '2026-03-01' + INTERVAL seq % 2000 MINUTE FROM seq_1_to_5000;

INSERT INTO staff (id, login, name, dept_code, post, pw_hash, trained_on, created_at)
SELECT seq, CONCAT('s', seq), '李示例', CONCAT('d', 1 + seq % 24), '窗口', 'argon2id', '2025-01-01', '2025-01-01'
FROM seq_1_to_2000;
INSERT INTO staff_role (staff_id, role, valid_from, approver)
SELECT s.seq, ELT(r.seq, 'clerk', 'reviewer'), '2025-01-01', '王示例' FROM seq_1_to_2000 s JOIN seq_1_to_2 r;
INSERT INTO staff_session (token_hash, staff_id, epoch, created_at, last_seen, expires_at)
SELECT UNHEX(SHA2(CONCAT('staff', seq), 256)), seq, 1, '2026-03-01', '2026-03-01',
  '2026-03-01' + INTERVAL seq MINUTE FROM seq_1_to_2000;
INSERT INTO substitution (a_staff, b_staff, from_at, until_at, reason, approver)
SELECT seq, 2001 - seq, '2025-01-01' + INTERVAL seq HOUR, '2025-01-02' + INTERVAL seq * 6 HOUR, '休假', '王示例' FROM seq_1_to_2000;

-- Of a hundred cases: 3 drafts, 6 + 2 in pre-review, 10 at the window, 5 with the applicant, 24 in departments, 50 done.
INSERT INTO cases (id, ref, submit_key, case_no, short_no, matter_id, revision_id, matter_code, matter_name, dept_code,
  dept_name, dept_accepts, account_id, channel, applicant_kind, applicant_name, applicant_id_type, applicant_id_sealed,
  applicant_id_bidx, applicant_id_mask, applicant_phone_sealed, state, turn, created_at, saved_at, submitted_at,
  received_day, accepted_day, feedback_due, correction_due, legal_due, promised_due, running, next_due, claimed_by,
  claimed_name, claimed_at, version, event_count, event_head)
SELECT seq, UNHEX(SUBSTR(SHA2(CONCAT('ref', seq), 256), 1, 16)), CONCAT('key', seq),
  IF(state = 'draft', NULL, CONCAT('11410599MBXX00001J4000131901001', '20260301', LPAD(seq, 5, '0'))),
  IF(state = 'draft', NULL, CONCAT('SL20260301-0001-', LPAD(seq, 5, '0'))), 1 + seq % 2000, 1 + seq % 2000,
  CONCAT('11410599MBXX00001J4', LPAD(1 + seq % 2000, 12, '0')), CONCAT('示例许可', 1 + seq % 2000),
  CONCAT('d', 1 + seq % 24), CONCAT('示例市第', 1 + seq % 24, '局'), 1, 1 + seq % 5000, IF(seq % 100 = 1, 'post', 'web'), 'natural', '张示例', '111',
  REPEAT('s', 80), UNHEX(SHA2(CONCAT('id', 1 + seq % 5000), 256)), '410***********1234', REPEAT('s', 80), state, turn,
  '2026-02-01', '2026-02-01', IF(state = 'draft', NULL, '2026-02-02'), IF(open >= 4, '2026-02-03', NULL),
  IF(state = 'accepted', '2026-02-05', NULL), IF(state = 'submitted', due, NULL), IF(state = 'received', due, NULL),
  IF(state = 'accepted', due + INTERVAL 14 DAY, NULL), IF(state = 'accepted', due, NULL),
  CASE state WHEN 'submitted' THEN 1 WHEN 'received' THEN 2 WHEN 'accepted' THEN 12 ELSE 0 END,
  IF(open > 0 AND state <> 'correction', due, '9999-12-31'), IF(state IN ('pre_review', 'accepted'), 1 + seq % 2000, NULL),
  '李示例', IF(state IN ('pre_review', 'accepted'), '2026-02-03', NULL), 2, IF(state = 'draft', 0, seq % 8 + 1), IF(state = 'draft', NULL, REPEAT('h', 32))
FROM (
  SELECT seq, '2026-02-25' + INTERVAL seq % 60 DAY AS due,
    CASE WHEN seq % 100 < 3 THEN 'draft' WHEN seq % 100 < 9 THEN 'submitted' WHEN seq % 100 < 11 THEN 'pre_review'
      WHEN seq % 100 < 14 THEN 'submitted' WHEN seq % 100 < 21 THEN 'received' WHEN seq % 100 < 26 THEN 'correction'
      WHEN seq % 100 < 50 THEN 'accepted' ELSE 'archived' END AS state,
    CASE WHEN seq % 100 < 3 THEN 'applicant' WHEN seq % 100 < 11 THEN 'pre_review' WHEN seq % 100 < 21 THEN 'window'
      WHEN seq % 100 < 26 THEN 'applicant' WHEN seq % 100 < 50 THEN 'dept' ELSE 'closed' END AS turn,
    CASE WHEN seq % 100 < 3 THEN 0 WHEN seq % 100 < 14 THEN 1 WHEN seq % 100 < 50 THEN 4 ELSE 0 END AS open
  FROM seq_1_to_20000
) AS plan;

-- three of a hundred came by post, two over the counter; a few are still being entered
INSERT INTO case_intake (case_id, open_by, taken_by, taken_name, taken_at, consent, arrived_day, tracking_no, district)
SELECT seq, IF(seq % 2000 = 1, 1 + seq % 2000, NULL), 1 + seq % 2000, '李示例', '2026-02-01', 'paper',
  IF(seq % 100 IN (1, 30, 60), '2026-01-01' + INTERVAL seq % 60 DAY, NULL), CONCAT('SF', seq), IF(seq % 7, NULL, '示例东区')
FROM seq_1_to_20000 WHERE seq % 100 IN (1, 30, 60, 61, 62);
INSERT INTO case_field (case_id, name, value, updated_at)
SELECT c.seq, ELT(f.seq, 'name', 'address'), '示例内容', '2026-02-01' FROM seq_1_to_20000 c JOIN seq_1_to_2 f;
INSERT INTO case_material (case_id, item, seq, name, state, updated_at)
SELECT c.seq, ELT(f.seq, 'application', 'id_card'), f.seq, '申请书', 'uploaded', '2026-02-01'
FROM seq_1_to_20000 c JOIN seq_1_to_2 f;
UPDATE case_material SET state = 'gap' WHERE item = 'id_card' AND case_id % 100 = 34;
UPDATE cases SET check_due = '2026-03-01' + INTERVAL id % 60 DAY, running = running | 256 WHERE id % 100 = 62;
UPDATE cases SET state = 'result_ready', turn = 'window', delivery = IF(id % 200 = 71, 'mail', 'counter'),
  ready_day = '2026-02-10' + INTERVAL id % 20 DAY, remind_due = '2026-02-20' + INTERVAL id DIV 100 % 20 DAY WHERE id % 100 = 71;
UPDATE case_material SET verdict = 'ok' WHERE item = 'application' AND case_id % 5 = 4;
UPDATE case_material SET certificate_id = 5 WHERE item = 'id_card' AND case_id % 100 = 98;
UPDATE cases SET archive_due = '2026-03-31' + INTERVAL id DIV 100 % 12 MONTH, packed_events = IF(id % 1000 = 999, 0, event_count),
  archive_state = CASE id % 100 WHEN 97 THEN 'none' WHEN 98 THEN 'made' WHEN 99 THEN 'defect' ELSE 'accepted' END
WHERE state = 'archived';
INSERT INTO archive_package (id, case_id, events, file, sha256, size, made_at)
SELECT id, id, event_count, CONCAT('2026/', short_no, '.zip'), REPEAT('h', 32), 100000, '2026-03-01' FROM cases
WHERE state = 'archived' AND id % 100 > 49;
INSERT INTO certificate (case_id, document_id, number, name, matter_code, dept_code, holder_bidx, holder_name, valid_from,
  valid_until, issued_at)
SELECT id, id, CONCAT('证', id), '示例许可证', matter_code, dept_code, applicant_id_bidx, applicant_name, '2026-02-05',
  IF(id % 3 = 0, NULL, '2030-01-01'), '2026-02-05' FROM cases WHERE id % 100 > 30;
INSERT INTO auth_letter (number, dept_code, matter_id, powers, valid_from, valid_until, signed_by, entered_by, entered_at)
SELECT CONCAT('授', seq), CONCAT('d', 1 + seq % 24), 1 + seq % 2000, 'accept decide', '2026-01-01', '2026-12-31', '王示例', 1,
  '2026-01-01' FROM seq_1_to_2000;
INSERT INTO credit_record (person_bidx, person_name, case_id, reason, recorded_at, recorded_by, repaired_at, repair_reason)
SELECT applicant_id_bidx, applicant_name, id, '示例', '2026-02-01', 1, IF(id % 4 = 2, NULL, '2026-02-20'),
  IF(id % 4 = 2, NULL, '已经纠正')
FROM cases WHERE id <= 5000 AND state <> 'draft';
INSERT INTO promise (case_id, kind, way, told_day, made_at, made_by)
SELECT id, 'commitment', 'online', '2026-02-01', '2026-02-02', applicant_name FROM cases WHERE id % 100 = 62;
UPDATE cases SET gap_due = '2026-03-01' + INTERVAL id % 60 DAY, running = running | 32 WHERE id % 100 = 34;
UPDATE case_material SET gap = 1 WHERE state = 'gap';
UPDATE case_material SET state = 'promised' WHERE item = 'id_card' AND case_id % 100 = 62;
INSERT INTO waybill (case_id, event_seq, courier, number, made_at, made_by)
SELECT seq, 1, '示例快递', CONCAT('YB', seq), '2026-02-05', 1 FROM seq_1_to_5000 WHERE seq % 100 > 2;
INSERT INTO case_paper (case_id, item, held, at, by_id)
SELECT seq, 'id_card', 'copy', '2026-02-01', 1 FROM seq_1_to_20000 WHERE seq % 100 IN (1, 30, 60, 61, 62);
INSERT INTO case_file (id, case_id, item, sha256, size, kind, file_name, round, uploaded_at, by_kind, by_id,
  removed_at)
SELECT c.seq * 2 + f.seq - 2, c.seq, ELT(f.seq, 'application', 'id_card'), UNHEX(SHA2(c.seq * 2 + f.seq, 256)), 1000, 'pdf', '扫描件.pdf', 0,
  '2026-02-01', 'applicant', 1 + c.seq % 5000, IF(c.seq % 10 = 4 AND f.seq = 2, '2026-02-02', NULL)
FROM seq_1_to_20000 c JOIN seq_1_to_2 f;
INSERT INTO case_event (case_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, prev_hash, hash)
SELECT c.seq, e.seq, '2026-02-02', 'submit', 'draft', 'submitted', 'applicant', 1 + c.seq % 5000, '张示例',
  REPEAT('h', 32), REPEAT('h', 32) FROM seq_1_to_20000 c JOIN seq_1_to_8 e ON e.seq <= c.seq % 8 + 1 WHERE c.seq % 100 > 2;
UPDATE case_event SET actor_kind = IF(seq = 2, 'staff', actor_kind), action = ELT(seq, 'submit', 'receive', 'accept', 'grant', 'grant_on_spot', 'issue', 'archive', 'archive'),
  at = '2026-02-02' + INTERVAL case_id % 20000 MINUTE WHERE seq > 1;
INSERT INTO clock_ledger (case_id, event_seq, clock, act, on_day, due, clause)
SELECT c.seq, e.seq, 'feedback', 'start', '2026-02-02', '2026-02-03', 'AY 6.1.2'
FROM seq_1_to_20000 c JOIN seq_1_to_2 e ON e.seq <= c.seq % 8 + 1 WHERE c.seq % 100 > 2;
INSERT INTO document (case_id, event_seq, kind, dept_code, series, year, serial, number, title, issued_at, issued_by, data)
SELECT c.seq, e.seq, 'receipt_slip', CONCAT('d', 1 + c.seq % 24), ELT(e.seq, '收', '受'), 2026, c.seq,
  CONCAT('（局）收字〔2026〕第', c.seq, '号'), '收件凭证', '2026-02-02', '系统', '{}'
FROM seq_1_to_20000 c JOIN seq_1_to_2 e ON e.seq <= c.seq % 8 + 1 WHERE c.seq % 100 > 2;
INSERT INTO seal_use (document_id, authority, legend, staff_name, at)
SELECT id, '示例局', '业务专用章', '系统', issued_at FROM document WHERE id <> 1234; -- which one gets its seal in test_plans
INSERT INTO outbox (id, case_id, event_seq, account_id, channel, template, subject, body, to_sealed, state, next_at,
  lease_by, lease_until, created_at)
SELECT seq, seq, 1, 1 + seq % 5000, 'sms', 'submitted', '示例', '示例', REPEAT('s', 60),
  CASE WHEN seq % 100 < 90 THEN 'sent' WHEN seq % 100 < 98 THEN 'queued' WHEN seq % 100 = 98 THEN 'sending' ELSE 'dead' END,
  '2026-03-01' + INTERVAL seq % 3000 MINUTE, IF(seq % 100 = 98, 'host:1', NULL), IF(seq % 100 = 98, '2026-03-02', NULL),
  '2026-02-02' FROM seq_1_to_20000 WHERE seq % 100 > 2;
INSERT INTO case_part (case_id, seq, part, number, name, dept_code, dept_name, kind, days, state, opened_day, due, document_id)
SELECT c.id, p.seq, CONCAT('p', p.seq), CONCAT(c.short_no, '-0', p.seq), '示例的一件', CONCAT('d', 1 + (c.id + p.seq) % 24),
  '示例市的局', 'decision', 5, IF(c.id % 10, 'granted', 'open'), '2026-02-20', '2026-02-20' + INTERVAL c.id % 30 DAY, c.id
FROM cases c JOIN seq_2_to_4 p WHERE c.id % 100 > 2 AND c.running & 8;
UPDATE case_part SET ready_at = '2026-02-21 10:00:00' + INTERVAL case_id MINUTE, ready_by = '示例',
  handed_at = IF(case_id % 20 = 1, NULL, '2026-03-20'), handed_to = IF(case_id % 20 = 1, NULL, '示例') WHERE state = 'granted';
INSERT INTO alert (kind, case_id, on_day, dept_code, text, created_at)
SELECT ELT(1 + seq % 3, 'legal_near', 'promised_near', 'feedback_overdue'), seq, '2026-02-01' + INTERVAL seq % 60 DAY,
  CONCAT('d', 1 + seq % 24), '示例', '2026-02-02' FROM seq_1_to_10000 WHERE seq % 100 > 2;
INSERT INTO access_log (at, staff_id, staff_name, post, case_id, fields, ip, reason)
SELECT '2026-02-02', 1 + seq % 2000, '李示例', '窗口', seq, 'id', '203.0.113.9', '核对' FROM seq_1_to_10000;
INSERT INTO staff_seen (staff_id, case_id, version)
SELECT 1 + seq % 2000, seq, 1 + seq % 2 FROM seq_1_to_20000;
INSERT INTO rate_bucket (bucket, window_at, n)
SELECT CONCAT('progress:', seq), '2026-03-01' + INTERVAL seq SECOND, 1 FROM seq_1_to_5000;
INSERT INTO doc_counter (dept_code, series, year, n)
SELECT CONCAT('d', d.seq), CONCAT('字', s.seq), 2020 + y.seq, 42 FROM seq_1_to_24 d JOIN seq_1_to_20 s JOIN seq_1_to_6 y;
INSERT INTO case_counter (scope, on_day, n)
SELECT CONCAT('m', m.seq), '2026-02-01' + INTERVAL d.seq DAY, 3 FROM seq_1_to_2000 m JOIN seq_1_to_3 d;
-- complaints, enquiries, frequent questions
INSERT INTO complaint (id, ref, number, submit_key, same_mac, channel, kind, anonymous, about, about_text, case_id, facts_sealed,
  unit, level, handler_id, handler_name, state, desk, received_at, due, answered_at, lapse_day, finding, reply_sealed, event_count)
SELECT seq, UNHEX(SUBSTR(SHA2(CONCAT('complaint', seq), 256), 1, 16)), CONCAT('SLTS20260301-', LPAD(seq, 5, '0')),
  UNHEX(SHA2(CONCAT('submit', seq), 256)), UNHEX(SHA2(CONCAT('same', seq), 256)), 'web', 'complaint', seq % 2, 'none', NULL, NULL,
  REPEAT('s', 200), IF(seq % 100, CONCAT('d', 1 + seq % 24), NULL), 1, IF(seq % 100 = 2, 1 + seq % 2000, NULL),
  IF(seq % 100 = 2, '李示例', NULL), ELT(1 + LEAST(seq % 100, 4), 'received', 'routed', 'handling', 'answered', 'closed'),
  ELT(1 + LEAST(seq % 100, 3), 'sort', 'work', 'work', 'done'), '2026-02-20 09:00:00', '2026-02-01' + INTERVAL seq % 59 DAY,
  IF(seq % 100 > 2, '2026-02-26', NULL), IF(seq % 100 = 3, '2026-02-01' + INTERVAL seq % 90 DAY, NULL),
  IF(seq % 100 > 2, 'upheld', NULL), IF(seq % 100 > 2, REPEAT('s', 200), NULL), 2 FROM seq_1_to_20000;
INSERT INTO complaint_event (complaint_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post, level, due, clause)
SELECT c.seq, e.seq, '2026-02-20', IF(e.seq = 1, 'send', 'route'), '', 'received', 'applicant', 0, '', '', 1, '2026-02-27', '示例'
FROM seq_1_to_20000 c JOIN seq_1_to_2 e;
INSERT INTO complaint_subject (complaint_id, staff_id, why) SELECT seq, 1 + seq % 2000, 'named' FROM seq_1_to_20000 WHERE seq % 4 = 2;
INSERT INTO complaint_file (complaint_id, sha256, size, kind, file_name, added_at)
SELECT seq, UNHEX(SHA2(CONCAT('paper', seq), 256)), 1000, 'jpg', '附件1.jpg', '2026-02-20' FROM seq_1_to_20000;
INSERT INTO enquiry (id, ref, number, submit_key, same_mac, channel, matter_code, question_sealed, owner_id, owner_name, dept_code, state,
  desk, received_at, due, answer_sealed, event_count)
SELECT seq, UNHEX(SUBSTR(SHA2(CONCAT('enquiry', seq), 256), 1, 16)), CONCAT('SLZX20260301-', LPAD(seq, 5, '0')),
  UNHEX(SHA2(CONCAT('submit', seq), 256)), UNHEX(SHA2(CONCAT('same', seq), 256)), 'web', CONCAT('11410599MBXX00001J4', LPAD(1 + seq % 2000, 12, '0')),
  REPEAT('s', 200), IF(seq % 100, 1 + seq % 2000, NULL), '李示例', IF(seq % 100, CONCAT('d', 1 + seq % 24), NULL),
  ELT(1 + LEAST(seq % 100, 3), 'open', 'taken', 'asked', 'answered'), ELT(1 + LEAST(seq % 100, 3), 'new', 'work', 'work', 'done'),
  '2026-02-20', '2026-02-01' + INTERVAL seq % 59 DAY, IF(seq % 100 > 2, REPEAT('s', 200), NULL), 2 FROM seq_1_to_20000;
INSERT INTO enquiry_event (enquiry_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post, due, clause)
SELECT c.seq, e.seq, '2026-02-20', 'send', '', 'open', 'applicant', 0, '', '', '2026-02-27', '示例' FROM seq_1_to_20000 c JOIN seq_1_to_2 e;
INSERT INTO faq (id, matter_code, dept_code, enquiry_id, question, answer, search, state, drafted_by, drafted_name, drafted_at, reviewed_by,
  reviewed_name, reviewed_at)
SELECT seq, CONCAT('11410599MBXX00001J4', LPAD(1 + seq % 2000, 12, '0')), 'd1', seq, '示例问题', '示例答案',
  CONCAT(IF(seq % 50, '示例 例问', '饭店 店要'), ' _ u', LPAD(seq, 5, '0')), IF(seq % 100 = 34, 'draft', 'published'), 3, '李示例', '2026-02-20',
  IF(seq % 100 = 34, NULL, 4), IF(seq % 100 = 34, NULL, '李示例'), IF(seq % 100 = 34, NULL, '2026-02-21') FROM seq_1_to_10000;
-- ratings: a right per case, half of them used, a tenth of those bad
INSERT INTO rating_invite (id, ref, kind, subject, stage, case_id, person_key, dept_code, matter_code, matter_name, window_code, staff_id,
  first_day, made_at, until_day)
SELECT seq, UNHEX(SUBSTR(SHA2(CONCAT('right', seq), 256), 1, 16)), ELT(1 + seq % 3, 'counter', 'online', 'conclusion'), CONCAT(IF(seq % 3, 'c', 'e'), seq),
  'grant', seq, UNHEX(SHA2(CONCAT('person', seq), 256)), CONCAT('d', 1 + seq % 24), CONCAT('11410599MBXX00001J4', LPAD(1 + seq % 2000, 12, '0')),
  '示例许可', CONCAT('A', seq % 90), 1 + seq % 2000, '2025-03-02' + INTERVAL seq % 366 DAY,
  '2025-03-02' + INTERVAL seq % 366 DAY, '2025-04-02' + INTERVAL seq % 366 DAY FROM seq_1_to_20000;
INSERT INTO rating (id, link, kind, channel, dept_code, matter_code, matter_name, window_code, staff_id, level, text_sealed, text_public,
  text_state, anonymous, given_day, review)
SELECT seq, UNHEX(SHA2(CONCAT('link', seq), 256)), 'counter', 'web', CONCAT('d', 1 + seq % 24),
  CONCAT('11410599MBXX00001J4', LPAD(1 + seq % 2000, 12, '0')), '示例许可', CONCAT('A', seq % 90), 1 + seq % 2000, IF(seq % 10, 5, 1),
  IF(seq % 4, NULL, 'x'), IF(seq % 4, NULL, '示例'), IF(seq % 4, 'none', IF(seq % 400, 'public', 'held')), 1,
  '2025-03-02' + INTERVAL seq % 366 DAY, seq % 400 = 0 FROM seq_1_to_10000;
INSERT INTO rating_order (id, number, rating_id, state, opened_day, round_day, dept_code, rated_id, handler_id, handler_name, replied_day,
  answered_day, reply_days)
SELECT seq, CONCAT('CP20260301-', LPAD(seq, 5, '0')), seq, ELT(1 + seq % 10, 'new', 'taken', 'contacted', 'replied', 'lapsed', 'passed', 'passed',
  'passed', 'passed', 'passed'), '2026-02-01', '2026-02-01', CONCAT('d', 1 + seq % 24), 1 + seq % 2000, 2001 + seq % 50, '李示例',
  '2025-03-02' + INTERVAL seq % 366 DAY, '2025-03-02' + INTERVAL seq % 366 DAY, seq % 9 FROM seq_1_to_4000;
INSERT INTO rating_event (order_id, seq, on_day, action, from_state, to_state, actor_name)
SELECT o.seq, e.seq, '2026-02-01', 'take', 'new', 'taken', '李示例' FROM seq_1_to_4000 o JOIN seq_1_to_2 e;
INSERT INTO rating_due (order_id, round, clock, due, running, ended_day)
SELECT o.seq, 1, ELT(c.seq, 'contact', 'close'), '2026-02-01' + INTERVAL o.seq % 60 DAY, o.seq % 10 < 3, IF(o.seq % 10 < 3, NULL, '2026-02-05')
FROM seq_1_to_4000 o JOIN seq_1_to_2 c;
INSERT INTO rating_person_day (person_day, on_day, n)
SELECT UNHEX(SHA2(CONCAT('pd', seq), 256)), '2026-03-01' + INTERVAL seq % 2 DAY, 1 FROM seq_1_to_5000;
INSERT INTO rating_day_sum (dim, code, on_day, invited, level5, level4, level3, level2, level1)
SELECT 'dept', CONCAT('d', d.seq), '2025-03-02' + INTERVAL y.seq DAY, 9, 5, 0, 0, 0, 1 FROM seq_1_to_24 d JOIN seq_0_to_364 y;
INSERT INTO rating_sum (dim, code, name, parent, invited, level5, level4, level3, level2, level1)
SELECT 'dept', CONCAT('x', seq), '示例', '', 9, 5, 0, 0, 0, 1 FROM seq_1_to_24;
UPDATE rating SET order_id = 1234, round = 2 WHERE id = 5001;
INSERT INTO rating_reply_sum (days, n) SELECT seq, 9 FROM seq_100_to_120;
INSERT INTO staff_role (staff_id, role, valid_from, approver) SELECT seq, 'complaint', '2025-01-01', '示例' FROM seq_1501_to_1520;
INSERT INTO rating_stale (on_day) SELECT '2026-03-01' FROM seq_1_to_20;
INSERT INTO window_duty (window_code, staff_id, post, from_day, until_day)
SELECT CONCAT('A', seq % 90), seq, 'A', '2025-01-01', IF(seq % 20, '2025-12-31', NULL) FROM seq_1_to_2000;
INSERT INTO service_window (code, name, kind, zone, position) SELECT CONCAT('A', seq), '示例', 'by_field', '一楼', seq FROM seq_0_to_89;
INSERT INTO lease (name, holder, until_at) VALUES ('clock', 'host:1', '2026-03-01');

-- The hall: 12 groups, 60 windows, 80 days of 250 tickets, of which the last is today's.
INSERT IGNORE INTO service_group (code, name, summary, serve_min, bookable, position)
SELECT CONCAT('G', seq), '示例业务', '示例', 15, 1, seq FROM seq_1_to_12;
INSERT IGNORE INTO group_pace (group_code, pace_ms, served) SELECT CONCAT('G', seq), 900000, 1000 FROM seq_1_to_12;
INSERT IGNORE INTO group_matter (matter_code, group_code) SELECT code, CONCAT('G', 1 + id % 12) FROM matter WHERE id <= 120;
INSERT IGNORE INTO service_window (code, name, kind, zone, position)
SELECT CONCAT('W', seq), '示例窗口', 'by_field', '一楼', seq FROM seq_1_to_60;
INSERT IGNORE INTO window_group (window_code, group_code)
SELECT CONCAT('W', w.seq), CONCAT('G', 1 + (w.seq + g.seq) % 12) FROM seq_1_to_60 w JOIN seq_1_to_2 g;
INSERT INTO window_duty (window_code, staff_id, post, from_day)
SELECT CONCAT('W', 1 + seq % 60), seq, IF(seq % 2, 'A', 'B'), '2025-01-01' FROM seq_1174_to_1293;
INSERT INTO window_live (window_code, staff_id, staff_name, from_at, until_at)
SELECT CONCAT('W', 1 + seq % 60), 1 + seq % 2000, '李示例', '2026-02-01', '2026-02-01 17:00' FROM seq_1_to_4000;
INSERT INTO window_live (id, window_code, staff_id, staff_name, from_at)
SELECT 10000 + seq, CONCAT('W', seq), 1233 + seq, '李示例', '2026-03-02 09:00' FROM seq_1_to_30;
INSERT IGNORE INTO opening (group_code, weekday, from_min, until_min, slot_min, places, from_day)
SELECT CONCAT('G', g.seq), d.seq, 540, 1020, 30, 4, '2020-01-01' FROM seq_1_to_12 g JOIN seq_1_to_5 d;
INSERT INTO ticket (id, ref, take_key, day, number, group_code, matter_code, priority, booking_id, account_id, case_id, arrived_at, rank_at, state,
  window_code, staff_id, calls, first_at, called_at, serving_at, skipped_at, ended_at, events)
SELECT seq, UNHEX(SUBSTR(SHA2(CONCAT('ref', seq), 256), 1, 16)), LPAD(seq, 26, '0'), day, CONCAT('G', LPAD(seq % 250, 3, '0')),
  CONCAT('G', 1 + seq % 12), CONCAT('11410599MBXX00001J4', LPAD(1 + seq % 120, 12, '0')), IF(seq % 9 = 0, 'senior', NULL), seq, 1 + seq % 5000, seq,
  day + INTERVAL 9 * 60 + seq % 250 MINUTE, day + INTERVAL 9 * 60 + seq % 250 MINUTE, state,
  IF(state = 'waiting', NULL, IF(seq > 19970, CONCAT('W', seq - 19970), CONCAT('W', 1 + seq % 60))), 1 + seq % 2000, 1,
  IF(state = 'waiting', NULL, day + INTERVAL 10 HOUR), IF(state = 'waiting', NULL, day + INTERVAL 10 HOUR),
  IF(state IN ('serving', 'done'), day + INTERVAL 10 HOUR, NULL), IF(state = 'skipped', '2026-03-02 09:20', NULL),
  IF(state IN ('done', 'left', 'ended'), day + INTERVAL 11 HOUR, NULL), 1
FROM (SELECT seq, '2026-03-02' - INTERVAL (20000 - seq) DIV 250 DAY AS day,
    CASE WHEN seq > 19970 THEN 'serving' WHEN seq > 19870 THEN 'waiting' WHEN seq > 19850 THEN 'skipped' WHEN seq % 20 = 0 THEN 'left'
      ELSE 'done' END AS state FROM seq_1_to_20000) AS t;
INSERT INTO ticket_event (ticket_id, seq, at, act, state, queue, actor_kind, actor_id, actor_name)
SELECT id, 1, arrived_at, 'take', 'waiting', group_code, 'system', 0, '' FROM ticket;
INSERT INTO ticket_event (ticket_id, seq, at, act, state, queue, actor_kind, actor_id, actor_name, note)
SELECT id, 2, arrived_at, 'transfer', 'waiting', group_code, 'staff', 4, '李示例', '示例' FROM ticket WHERE id % 10 = 0;

-- Visits: 60 days from 2026-02-01 of 12 groups with 16 slots of 4 places; row 1 + 16 * (12 * day + group - 1) + n.  Today's are 5569 to 5760.
-- Booking N has place 1 or 2 of slot N (less 11,520); those with 1 after a multiple of 20 are cancelled, multiples of 20 did not come.
INSERT INTO slot (id, group_code, day, from_min, until_min, start_at, end_at, places, closed_why)
SELECT 1 + seq, CONCAT('G', 1 + seq DIV 16 % 12), '2026-02-01' + INTERVAL seq DIV 192 DAY, 540 + 30 * (seq % 16), 570 + 30 * (seq % 16),
  '2026-02-01' + INTERVAL seq DIV 192 DAY + INTERVAL 540 + 30 * (seq % 16) MINUTE,
  '2026-02-01' + INTERVAL seq DIV 192 DAY + INTERVAL 570 + 30 * (seq % 16) MINUTE, 4, IF((1 + seq) % 400, NULL, '停电') FROM seq_0_to_11519;
INSERT INTO booking (id, ref, hold_key, group_code, matter_code, matter_name, case_id, account_id, person_bidx, id_type, id_mask, kind, name,
  phone_sealed, phone_bidx, phone_mask, live_key, state, slot_id, place_no, start_at, end_at, made_at, offer_told, reminded, ended_at)
SELECT n, UNHEX(SUBSTR(SHA2(CONCAT('ref', n), 256), 1, 16)), UNHEX(MD5(CONCAT('hold', n))), group_code,
  CONCAT('11410599MBXX00001J4', LPAD(1 + n % 120, 12, '0')), '示例许可', n, 1 + n % 5000, UNHEX(SHA2(CONCAT('id', 1 + n % 5000), 256)), '111',
  '410***********1234', 'natural', '张示例', REPEAT('s', 80), UNHEX(SHA2(CONCAT('phone', 1 + n % 5000), 256)), '138****0001',
  UNHEX(SHA2(CONCAT('live', n), 256)), IF(n % 20 = 1, 'cancelled', IF(day >= '2026-03-02', 'booked', IF(n % 20, 'arrived', 'no_show'))),
  id, 1 + (n > 11520), start_at, end_at, '2026-01-20', n % 1000 = 7, n % 2, IF(day < '2026-03-02' OR n % 20 = 1, start_at, NULL)
FROM (SELECT s.*, s.id + p.seq * 11520 AS n FROM slot s JOIN seq_0_to_1 p WHERE s.id + p.seq * 11520 <= 20000) AS x;
INSERT INTO place (slot_id, no, group_code, opens_at, shuts_at, booking_id, hold_key, hold_until, live_key)
SELECT id, no, group_code, IF(no = 4, day - INTERVAL 2 DAY, day - INTERVAL 14 DAY) + INTERVAL 8 HOUR, start_at, booked, IF(held, UNHEX(MD5(CONCAT('held', id))), NULL),
  IF(held, IF(id % 10, '2026-03-02 09:20', '2026-03-02 09:40'), NULL),
  CASE WHEN held THEN UNHEX(SHA2(CONCAT('held', id), 256)) WHEN day >= '2026-03-02' THEN UNHEX(SHA2(CONCAT('live', booked), 256)) END
FROM (SELECT s.id, s.day, s.group_code, s.start_at, p.seq AS no, p.seq = 4 AND s.id % 10 < 2 AS held,
    IF(p.seq < 3 AND s.id + (p.seq - 1) * 11520 <= 20000 AND (s.id + (p.seq - 1) * 11520) % 20 <> 1, s.id + (p.seq - 1) * 11520, NULL) AS booked
  FROM slot s JOIN seq_1_to_4 p) AS x;
INSERT INTO waiter (id, group_code, day, subject, account_id, live_key, state, slot_id, place_no, hold_key, offer_until, joined_at)
SELECT seq, CONCAT('G', 1 + seq % 12), '2026-02-01' + INTERVAL seq % 60 DAY, CONCAT('G', 1 + seq % 12), seq,
  UNHEX(SHA2(CONCAT('wait', seq), 256)), IF(seq % 60 < 29, IF(seq % 2, 'lapsed', 'taken'), IF(seq % 40, IF(seq % 60 < 34, 'waiting', 'left'), 'offered')),
  IF(seq % 40, NULL, seq), IF(seq % 40, NULL, 4), IF(seq % 40, NULL, UNHEX(MD5(CONCAT('offer', seq)))),
  IF(seq % 40, NULL, '2026-03-02 09:00' + INTERVAL seq % 100 MINUTE), '2026-01-20' FROM seq_1_to_5000;
INSERT INTO booking_appeal (booking_id, text, made_at, decision, reply, decided_by, decided_name, decided_at)
SELECT id, '示例', start_at + INTERVAL 1 DAY, IF(id % 200, 'granted', NULL), IF(id % 200, '示例', NULL), IF(id % 200, 4, NULL),
  IF(id % 200, '李示例', NULL), IF(id % 200, '2026-03-01', NULL) FROM booking WHERE state = 'no_show';
INSERT INTO closure (group_code, from_at, until_at, reason, made_by, made_at)
SELECT IF(seq % 3, CONCAT('G', 1 + seq % 12), NULL), '2020-10-01 09:00' + INTERVAL seq DAY, '2020-10-01 17:00' + INTERVAL seq DAY, '停电', 4,
  '2020-09-01' + INTERVAL seq DAY FROM seq_1_to_2000;
INSERT INTO hall_change (at, topic, subject, what, staff_id, staff_name)
SELECT '2024-01-01' + INTERVAL seq HOUR, ELT(1 + seq % 4, 'group', 'window', 'hours', 'closure'),
  IF(seq % 4 = 1, CONCAT('W', 1 + seq % 60), CONCAT('G', 1 + seq % 12)), '示例', 4, '李示例' FROM seq_1_to_5000;

COMMIT;
INSERT INTO complaint_letter (complaint_id, level, number, centre, phone, unit_name, opening, finding, words_sealed, closing, officer_id, issued_at)
SELECT id, 1, CONCAT('诉', id), '示例', '', '示例', '示例', '示例', REPEAT('s', 200), '示例', 1, answered_at FROM complaint WHERE answered_at IS NOT NULL;
UPDATE complaint SET account_id = 1 + id % 5000 WHERE anonymous = 0;
UPDATE enquiry SET account_id = 1 + id % 5000;
SET foreign_key_checks = 1, unique_checks = 1;
ANALYZE TABLE dept, calendar_year, calendar_day, matter, matter_revision, account, session, staff, staff_role, staff_session,
  substitution, cases, case_intake, case_paper, case_field, case_material, case_file, case_event, clock_ledger, document, seal_use, certificate, auth_letter,
  credit_record, promise, waybill, archive_package, outbox, alert, access_log,
  staff_seen, rate_bucket, doc_counter, case_counter, complaint, complaint_event, complaint_subject, complaint_file, complaint_letter, enquiry,
  enquiry_event, faq, lease,
  rating_invite, rating, rating_order, rating_event, rating_due, rating_person_day, rating_day_sum, rating_sum, rating_stale, window_duty,
  service_window, service_group, ticket_event, slot, place, booking, waiter, booking_appeal, opening, closure, hall_change;

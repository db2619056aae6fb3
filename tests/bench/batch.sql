-- two connections load side by side; on a busy machine one may wait for the other longer than a page would
SET SESSION innodb_lock_wait_timeout = 120;
-- batch.sql - cases @first to @last of the plan (20,000 at most), in one transaction.  Everything about a case follows
-- from its id: the same CASES make the same data on the same day.  Hashes of events are only alike: nobody checks them.
SET SESSION unique_checks = 0, foreign_key_checks = 0, tx_isolation = 'READ-COMMITTED', time_zone = '+08:00';
CREATE TEMPORARY TABLE IF NOT EXISTS bench.batch (
  id BIGINT NOT NULL PRIMARY KEY, course INT NOT NULL, matter INT NOT NULL, serial INT NOT NULL, on_day DATE NOT NULL,
  account BIGINT NOT NULL
);
TRUNCATE bench.batch;
START TRANSACTION;

-- serial: of the matter on that day; turn: which round over the matters the case belongs to
INSERT INTO bench.batch
SELECT n.id, c.id, n.matter, IF(c.open, n.turn DIV 18, n.turn DIV 700) * 100 + n.pct + 1,
  CURDATE() - INTERVAL IF(c.open, 6 + n.turn % 18, 30 + n.turn % 700) DAY, 100000 + n.id DIV 3
FROM (SELECT i.id, i.id * 61 % 100 AS pct, i.id DIV 100 % m.matters AS matter, i.id DIV 100 DIV m.matters AS turn
  FROM (SELECT seq - 1 + @first AS id FROM seq_1_to_20000) i
  CROSS JOIN (SELECT COUNT(*) AS matters FROM bench.matter_at) m WHERE i.id <= @last) n
JOIN bench.pick p ON p.pct = n.pct
JOIN bench.course c ON c.id = p.course;

INSERT INTO account (id, kind, id_type, id_sealed, id_bidx, id_mask, name, phone_sealed, phone_bidx, phone_mask, pw_hash,
  created_at)
SELECT account, 'natural', '111', RPAD(SHA2(id, 256), 59, '.'), UNHEX(SHA2(CONCAT('id', account), 256)),
  '410***********0028', CONCAT('示例', account), RPAD(SHA2(id, 256), 52, '.'), UNHEX(SHA2(CONCAT('phone', account), 256)),
  '138****0001', '*', on_day
FROM bench.batch WHERE id % 3 = 0 OR id = 1;

INSERT INTO cases (id, ref, submit_key, case_no, short_no, matter_id, revision_id, matter_code, matter_name, dept_code,
  dept_name, dept_accepts, account_id, channel, applicant_kind, applicant_name, applicant_id_type, applicant_id_sealed,
  applicant_id_bidx, applicant_id_mask, applicant_phone_sealed, applicant_phone_mask, state, turn, created_at, saved_at,
  submitted_at, pre_reviewed_at, received_day, accepted_day, feedback_due, correction_from, correction_due, legal_due,
  promised_due, running, next_due, correction_round, version, event_count, event_head)
SELECT b.id, LEFT(UNHEX(SHA2(CONCAT('ref', b.id), 256)), 8), LEFT(SHA2(CONCAT('key', b.id), 256), 26),
  IF(x.steps, CONCAT(m.code, DATE_FORMAT(b.on_day, '%Y%m%d'), LPAD(b.serial, GREATEST(4, LENGTH(b.serial)), '0')), NULL),
  IF(x.steps, CONCAT('SL', DATE_FORMAT(b.on_day, '%Y%m%d'), '-', LPAD(m.dept_number, 4, '0'), '-',
    LPAD(b.serial * 8 + b.matter, GREATEST(5, LENGTH(b.serial * 8)), '0')), NULL),
  m.id, m.revision_id, m.code, m.name, m.dept_code, m.dept_name, 0, b.account, 'web', 'natural',
  CONCAT('示例', b.account), '111', RPAD(SHA2(b.id, 256), 59, '.'), UNHEX(SHA2(CONCAT('id', b.account), 256)),
  '410***********0028', RPAD(SHA2(b.id, 256), 52, '.'), '138****0001', c.state, c.turn,
  b.on_day + INTERVAL 8 HOUR, b.on_day + INTERVAL 9 HOUR, IF(x.steps, b.on_day + INTERVAL 9 HOUR, NULL),
  IF(FIND_IN_SET('pass', c.acts), b.on_day + INTERVAL 30 HOUR, NULL),
  IF(FIND_IN_SET('receive', c.acts), b.on_day + INTERVAL 1 DAY, NULL),
  IF(FIND_IN_SET('accept', c.acts), b.on_day + INTERVAL 4 DAY, NULL),
  IF(x.steps, b.on_day + INTERVAL 3 DAY, NULL), IF(FIND_IN_SET('receive', c.acts), b.on_day + INTERVAL 1 DAY, NULL),
  IF(FIND_IN_SET('receive', c.acts), b.on_day + INTERVAL 9 DAY, NULL),
  IF(FIND_IN_SET('accept', c.acts), b.on_day + INTERVAL 36 DAY, NULL),
  IF(FIND_IN_SET('accept', c.acts), b.on_day + INTERVAL 22 DAY, NULL), c.running,
  CASE WHEN c.running & 8 THEN b.on_day + INTERVAL 22 DAY WHEN c.running & 2 THEN b.on_day + INTERVAL 9 DAY
    WHEN c.running & 1 THEN b.on_day + INTERVAL 3 DAY ELSE '9999-12-31' END,
  IF(FIND_IN_SET('notify', c.acts), 1, 0), 1 + x.steps, x.steps,
  IF(x.steps, UNHEX(SHA2(CONCAT(b.id, '.', x.steps), 256)), NULL)
FROM bench.batch b
JOIN bench.course c ON c.id = b.course
JOIN (SELECT c.id, COUNT(s.seq) AS steps FROM bench.course c LEFT JOIN bench.step s ON s.course = c.id GROUP BY c.id) x
  ON x.id = b.course
JOIN bench.matter_at m ON m.n = b.matter;

INSERT INTO case_event (case_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post, reason,
  clause, doc_id, doc_hash, prev_hash, hash)
SELECT b.id, s.seq, b.on_day + INTERVAL s.day * 24 * 60 + 9 * 60 + s.seq * 37 + b.id % 180 MINUTE, s.action, s.from_state,
  s.to_state, s.actor, IF(s.actor = 'staff', 1, b.account), IF(s.actor = 'staff', '示例·窗口员一', CONCAT('示例', b.account)),
  IF(s.actor = 'staff', '综合办理岗', NULL), s.reason, 'AY 6.1.1', IF(s.doc_kind IS NULL, NULL, b.id * 8 + s.seq),
  IF(s.doc_kind IS NULL, NULL, UNHEX(SHA2(CONCAT('doc', b.id), 256))),
  IF(s.seq = 1, REPEAT(X'00', 32), UNHEX(SHA2(CONCAT(b.id, '.', s.seq - 1), 256))),
  UNHEX(SHA2(CONCAT(b.id, '.', s.seq), 256))
FROM bench.batch b JOIN bench.step s ON s.course = b.course ORDER BY b.id, s.seq;

INSERT INTO document (id, case_id, event_seq, kind, dept_code, series, year, serial, number, title, issued_at, issued_by,
  data)
SELECT b.id * 8 + s.seq, b.id, s.seq, s.doc_kind, m.dept_code, s.series, IF(s.series IS NULL, NULL, YEAR(b.on_day)),
  IF(s.series IS NULL, NULL, b.id), IF(s.series IS NULL, NULL, CONCAT('（', m.dept_short, '）', s.series, '字〔',
    YEAR(b.on_day), '〕第', LPAD(b.id, GREATEST(5, LENGTH(b.id)), '0'), '号')),
  s.doc_title, b.on_day + INTERVAL s.day * 24 * 60 + 9 * 60 + s.seq * 37 + b.id % 180 MINUTE, '示例·窗口员一',
  JSON_OBJECT('kind', s.doc_kind, 'title', s.doc_title, 'officer', '示例·窗口员一', 'authority', m.dept_name,
    'matter', JSON_OBJECT('code', m.code, 'name', m.name), 'text', RPAD('', 900, SHA2(b.id, 256)))
FROM bench.batch b
JOIN bench.step s ON s.course = b.course AND s.doc_kind IS NOT NULL
JOIN bench.matter_at m ON m.n = b.matter
ORDER BY b.id, s.seq;

INSERT INTO clock_ledger (case_id, event_seq, clock, act, on_day, amount, unit, due, clause)
SELECT b.id, s.seq, t.clock, t.does, b.on_day + INTERVAL s.day DAY, t.amount, IF(t.amount IS NULL, NULL, 'working_day'),
  b.on_day + INTERVAL s.day + t.days DAY, 'AY 6.1.2'
FROM bench.batch b JOIN bench.step s ON s.course = b.course JOIN bench.tick t ON t.act = s.act
ORDER BY b.id, s.seq, t.clock;

INSERT INTO case_material (case_id, item, seq, name, state, verdict, supplied_at, updated_at)
SELECT b.id, i.item, i.seq, i.name, i.state, IF(c.acts LIKE '%pass%', 'ok', 'none'), NULL, b.on_day
FROM bench.batch b JOIN bench.course c ON c.id = b.course CROSS JOIN bench.item i ORDER BY b.id, i.item;

INSERT INTO case_field (case_id, name, value, sealed, updated_at)
SELECT b.id, f.name, f.value, IF(f.value IS NULL, RPAD(SHA2(b.id, 256), 59, '.'), NULL), b.on_day
FROM bench.batch b CROSS JOIN bench.field f ORDER BY b.id, f.name;

INSERT INTO case_file (id, case_id, item, sha256, size, kind, file_name, round, uploaded_at, by_kind, by_id)
SELECT b.id, b.id, 'application', UNHEX(SHA2(CONCAT('file', b.id), 256)), 204800, 'pdf', '申请书.pdf', 0, b.on_day,
  'applicant', b.account
FROM bench.batch b;
COMMIT;

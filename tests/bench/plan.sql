-- plan.sql - what synthetic cases look like, as data: which courses there are, how often each is taken, what happens on
-- it and when.  batch.sql makes cases of it.  All of it is in a database of its own, which no program may read.

CREATE DATABASE IF NOT EXISTS bench CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
USE bench;

-- Four cases in ten are open: far more than a real portal has, and an open one costs more to show.
CREATE TABLE course (
  id        INT          NOT NULL PRIMARY KEY,
  until_pct INT          NOT NULL COMMENT 'of a hundred cases, those up to this one; after those of the course before',
  state     VARCHAR(20)  NOT NULL,
  turn      VARCHAR(12)  NOT NULL,
  open      TINYINT      NOT NULL COMMENT '1: begun in the last weeks; 0: some time in two years',
  running   INT          NOT NULL COMMENT 'clocks: 1 feedback, 2 correction, 4 legal, 8 promised',
  acts      VARCHAR(200) NOT NULL COMMENT 'keys of act, in order'
);
INSERT INTO course VALUES
(0,    3, 'draft',        'applicant',  1,  0, ''),
(1,    7, 'submitted',    'pre_review', 1,  1, 'submit'),
(2,    9, 'pre_review',   'pre_review', 1,  1, 'submit,claim'),
(3,   12, 'submitted',    'window',     1,  1, 'submit,claim,pass'),
(4,   17, 'received',     'window',     1,  2, 'submit,claim,pass,receive'),
(5,   22, 'correction',   'applicant',  1,  0, 'submit,claim,pass,receive,notify'),
(6,   34, 'accepted',     'dept',       1, 12, 'submit,claim,pass,receive,accept'),
(7,   40, 'accepted',     'dept',       1, 12, 'submit,pass,receive,notify,answer,accept'),
(8,   45, 'not_accepted', 'closed',     0,  0, 'submit,claim,pass,receive,refuse'),
(9,   50, 'withdrawn',    'closed',     0,  0, 'submit,claim,withdraw'),
(10,  52, 'terminated',   'closed',     0,  0, 'submit,claim,pass,receive,accept,terminate'),
(11,  70, 'delivered',    'window',     0,  0, 'submit,claim,pass,receive,accept'),
(12, 100, 'archived',     'closed',     0,  0, 'submit,claim,pass,receive,accept');

-- Acts are not in any lifecycle order here: the courses are.  day: after the submission.
CREATE TABLE act (
  id        VARCHAR(12)  NOT NULL PRIMARY KEY,
  action    VARCHAR(32)  NOT NULL,
  from_state VARCHAR(20) NOT NULL,
  to_state  VARCHAR(20)  NOT NULL,
  actor     VARCHAR(10)  NOT NULL,
  day       INT          NOT NULL,
  reason    VARCHAR(200) NULL,
  doc_kind  VARCHAR(32)  NULL,
  doc_title VARCHAR(60)  NULL,
  series    VARCHAR(12)  NULL
);
INSERT INTO act VALUES
('submit',    'submit',            'draft',      'submitted',    'applicant', 0, NULL, 'submission_receipt', '申请提交回执', NULL),
('claim',     'pre_review_claim',  'submitted',  'pre_review',   'staff', 0, NULL, NULL, NULL, NULL),
('pass',      'pre_review_pass',   'pre_review', 'submitted',    'staff', 1, NULL, 'pre_review_opinion', '预审意见', NULL),
('receive',   'receive',           'submitted',  'received',     'staff', 1, NULL, 'receipt_slip', '收件凭证', '收'),
('notify',    'notify_correction', 'received',   'correction',   'staff', 2, '租赁合同缺最后一页，照片看不清编号。',
  'one_time_notice', '一次性告知书', '补'),
('answer',    'answer_correction', 'correction', 'received',     'applicant', 3, NULL, 'supplement_receipt', '补正材料接收凭证', '补收'),
('accept',    'accept',            'received',   'accepted',     'staff', 4, NULL, 'acceptance_notice', '受理通知书', '受'),
('refuse',    'refuse_acceptance', 'received',   'not_accepted', 'staff', 4, '这件事不属于本机关职权范围。',
  'non_acceptance', '不予受理决定书', '不受'),
('withdraw',  'withdraw',          'pre_review', 'withdrawn',    'applicant', 1, '现在不打算办了。', 'withdrawal', '撤回申请确认书', '撤'),
('terminate', 'terminate',         'accepted',   'terminated',   'staff', 6, '申请的场所已经拆除。', 'termination', '终止办理告知书', '终');

-- Clocks that an act moves.  days: calendar days to the last day.
CREATE TABLE tick (act VARCHAR(12) NOT NULL, clock VARCHAR(12) NOT NULL, does VARCHAR(8) NOT NULL, amount INT NULL,
  days INT NULL, PRIMARY KEY (act, clock));
INSERT INTO tick VALUES
('submit', 'feedback', 'start', 1, 3), ('receive', 'feedback', 'stop', NULL, NULL), ('receive', 'correction', 'start', 5, 8),
('notify', 'correction', 'stop', NULL, NULL), ('answer', 'correction', 'start', 5, 10),
('accept', 'correction', 'stop', NULL, NULL), ('accept', 'legal', 'start', 20, 32), ('accept', 'promised', 'start', 10, 18),
('withdraw', 'feedback', 'stop', NULL, NULL), ('terminate', 'legal', 'stop', NULL, NULL),
('terminate', 'promised', 'stop', NULL, NULL);

-- The acts of each course, one a row.
CREATE TABLE step (PRIMARY KEY (course, seq))
SELECT c.id AS course, CAST(s.seq AS INT) AS seq, a.id AS act, a.action, a.from_state, a.to_state, a.actor, a.day, a.reason,
  a.doc_kind, a.doc_title, a.series
FROM course c
JOIN seq_1_to_6 s ON c.acts <> '' AND s.seq <= 1 + LENGTH(c.acts) - LENGTH(REPLACE(c.acts, ',', ''))
JOIN act a ON a.id = SUBSTRING_INDEX(SUBSTRING_INDEX(c.acts, ',', s.seq), ',', -1);

-- What every case has.
CREATE TABLE item (seq INT NOT NULL PRIMARY KEY, item VARCHAR(64) NOT NULL, name VARCHAR(200) NOT NULL,
  state VARCHAR(10) NOT NULL);
INSERT INTO item VALUES (1, 'application', '申请书', 'uploaded'), (2, 'id_card', '身份证件', 'shared'),
(3, 'layout', '经营场所平面图', 'uploaded'), (4, 'rules', '规章制度', 'gap');

CREATE TABLE field (name VARCHAR(64) NOT NULL PRIMARY KEY, value VARCHAR(200) NULL COMMENT 'NULL: sealed');
INSERT INTO field VALUES ('name', '张示例'), ('id_type', '111'), ('id_no', NULL), ('phone', '13800000001'),
('address', '示例市幸福街道建设路8号2单元301'), ('shop_name', '示例好味小吃店'), ('area', '86'), ('truth', '1');

-- The published matters, numbered from 0.
CREATE TABLE matter_at (PRIMARY KEY (n))
SELECT CAST(ROW_NUMBER() OVER (ORDER BY m.position, m.id) - 1 AS INT) AS n, m.id, m.code, m.name,
  m.current_revision AS revision_id, d.code AS dept_code, d.name AS dept_name, d.number AS dept_number,
  d.short_name AS dept_short
FROM portal.matter m JOIN portal.dept d ON d.code = m.dept_code WHERE m.state = 'on';

-- The course of a case whose number ends in these two digits.
CREATE TABLE pick (pct INT NOT NULL PRIMARY KEY, course INT NOT NULL);
INSERT INTO pick SELECT p.seq - 1, MIN(c.id) FROM seq_1_to_100 p JOIN course c ON c.until_pct >= p.seq GROUP BY p.seq;

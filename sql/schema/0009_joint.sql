-- 0009_joint.sql - joint and parallel approval: the parts of a case, a department and a clock each (REV-2, REV-3).

ALTER TABLE cases
  ADD parts   INT NOT NULL DEFAULT 0 COMMENT 'rows in case_part, made at acceptance; 0: not a joint case, or not accepted yet' AFTER dept_accepts,
  ADD collect VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'several results: together or singly, as the applicant chose; NULL: one result' AFTER delivery,
  ADD CONSTRAINT cases_collect CHECK (collect IS NULL OR collect IN ('together', 'singly'));

-- Two departments may miss the same day of the same case.
ALTER TABLE alert
  DROP KEY alert_once,
  ADD UNIQUE KEY alert_once (kind, case_id, on_day, dept_code);

CREATE TABLE case_part (
  case_id     BIGINT       NOT NULL COMMENT 'joint case',
  seq         INT          NOT NULL COMMENT 'place among the parts of the revision, from 1; parts that do not take place leave a hole',
  part        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of the part in the revision',
  number      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'short number of the case and -01, -02, ... (D.4)',
  name        VARCHAR(120) NOT NULL COMMENT 'its name, copied',
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'department that speaks or decides',
  dept_name   VARCHAR(120) NOT NULL COMMENT 'its name, copied',
  after_seq   INT          NULL COMMENT 'part that has to be granted first; NULL: begins with acceptance',
  kind        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'opinion (to the lead), decision (its own result), guidance',
  days        INT          NOT NULL COMMENT 'working days from its opening',
  state       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keys of domain/lifecycle.c: waiting, open, agreed, ...',
  opened_day  DATE         NULL COMMENT 'its clock runs from the next working day; from then on the department sees the case',
  due         DATE         NULL COMMENT 'last day',
  opinion     VARCHAR(2000) NULL COMMENT 'what the department said, or why the part was closed',
  staff_id    BIGINT       NULL COMMENT 'officer who said it',
  staff_name  VARCHAR(120) NULL COMMENT 'name of that officer',
  spoken_at   DATETIME(3)  NULL COMMENT 'when; silence: when it was recorded',
  overdue     TINYINT      NOT NULL DEFAULT 0 COMMENT '1: its last day passed before it was done; never taken back',
  document_id BIGINT       NULL COMMENT 'opinion, decision or advice',
  certificate_id BIGINT    NULL COMMENT 'document of the result itself',
  handed_at   DATETIME(3)  NULL COMMENT 'given to the applicant by itself, before the others',
  handed_to   VARCHAR(120) NULL COMMENT 'who took it',
  PRIMARY KEY (case_id, seq),
  UNIQUE KEY case_part_number (number),
  KEY case_part_dept (dept_code, state, due, case_id, seq),
  KEY case_part_due (state, due, case_id, seq),
  CONSTRAINT case_part_of FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT case_part_kind CHECK (kind IN ('opinion', 'decision', 'guidance')),
  CONSTRAINT case_part_state CHECK (state IN ('waiting', 'open', 'agreed', 'against', 'silent', 'granted', 'refused',
    'guided', 'closed')),
  CONSTRAINT case_part_fits CHECK (
    (state NOT IN ('agreed', 'against', 'silent') OR kind = 'opinion') AND
    (state NOT IN ('granted', 'refused') OR kind = 'decision')),
  CONSTRAINT case_part_opened CHECK ((opened_day IS NULL) = (due IS NULL) AND (state IN ('waiting', 'closed') OR due IS NOT NULL)),
  CONSTRAINT case_part_handed CHECK (handed_at IS NULL OR document_id IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='parts of a joint case: a department, a number and a clock each';

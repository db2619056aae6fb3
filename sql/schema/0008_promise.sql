-- 0008_promise.sql - what applicants promise: to bring a material later (C.4), and that they meet the conditions (C.5).

CREATE TABLE promise (
  case_id     BIGINT       NOT NULL COMMENT 'case',
  kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'gap: a material comes later; commitment: notification and commitment (CQ 5.3)',
  way         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'online: confirmed in the account; paper: signed at the window',
  told_day    DATE         NOT NULL COMMENT 'day on which the applicant had the notice: a commitment is made within three working days of it (CQ App B 5)',
  made_at     DATETIME(3)  NULL COMMENT 'when it was confirmed or signed; NULL: chosen, not promised yet',
  made_by     VARCHAR(120) NULL COMMENT 'name of who promised',
  staff_id    BIGINT       NULL COMMENT 'paper: officer who took the signed letter',
  PRIMARY KEY (case_id, kind),
  CONSTRAINT promise_of FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
  CONSTRAINT promise_kind CHECK (kind IN ('gap', 'commitment')),
  CONSTRAINT promise_way CHECK (way IN ('online', 'paper'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='promises of applicants, one of each kind per case';

ALTER TABLE credit_record
  ADD repaired_by   BIGINT        NULL COMMENT 'officer who recorded the repair' AFTER repaired_at,
  ADD repaired_name VARCHAR(120)  NULL COMMENT 'name of that officer' AFTER repaired_by,
  ADD repair_reason VARCHAR(2000) NULL COMMENT 'what was put right; told to the person' AFTER repaired_name,
  ADD KEY credit_record_open (repaired_at, id),
  ADD CONSTRAINT credit_record_repair CHECK ((repaired_at IS NULL) = (repair_reason IS NULL));

ALTER TABLE cases
  ADD gap_open DATE AS (IF(running & 32, gap_due, NULL)) COMMENT 'gap_due while something tolerated is missing, so that the list of those is short',
  ADD KEY cases_gap (gap_open, id);

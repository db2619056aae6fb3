-- 0005_result.sql - from acceptance to the archive: review, decision, result, delivery (domain C.2 rows 10 to 23).

ALTER TABLE cases
  ADD special_due   DATE NULL COMMENT 'stated last day of the special procedure (ALL 45)' AFTER promised_due,
  ADD gap_due       DATE NULL COMMENT 'last day to bring what was tolerated (C.4)' AFTER special_due,
  ADD delivery_due  DATE NULL COMMENT 'last day of delivery (ALL 44)' AFTER gap_due,
  ADD mail_due      DATE NULL COMMENT 'last day to hand the result to a courier (ZJG 10(3))' AFTER delivery_due,
  ADD check_due     DATE NULL COMMENT 'last day to check what was promised (CQ 5.3.5)' AFTER mail_due,
  ADD archive_due   DATE NULL COMMENT 'last day of handing the paper to the archive (ZJG 12(4))' AFTER check_due,
  ADD committed     TINYINT NOT NULL DEFAULT 0 COMMENT '1: by notification and commitment (C.5), as the applicant chose' AFTER delivery,
  ADD paper_state   VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'none' COMMENT 'paper to the department: none, sent, signed (INT-9)',
  ADD opinion       VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'none' COMMENT 'of the reviewer, the last one: none, agree, against (REV-1)',
  ADD procedure_at  INT NULL COMMENT 'which special procedure, or which cause of suspension, of the revision runs: its place in the list, from 1',
  ADD inspected     TINYINT NOT NULL DEFAULT 0 COMMENT '1: two officers or more were on the spot and their result is recorded',
  ADD extended_days INT NOT NULL DEFAULT 0 COMMENT 'working days by which the limits were extended, once (ALL 42)',
  ADD decided_day   DATE NULL COMMENT 'day of the decision (办结)',
  ADD decided_by    BIGINT NULL COMMENT 'officer who decided',
  ADD on_spot       TINYINT NOT NULL DEFAULT 0 COMMENT '1: decided at the window under a letter (CAT-7)',
  ADD KEY cases_check (dept_code, check_due, id),
  ADD CONSTRAINT cases_paper CHECK (paper_state IN ('none', 'sent', 'signed')),
  ADD CONSTRAINT cases_opinion CHECK (opinion IN ('none', 'agree', 'against'));

ALTER TABLE case_material
  ADD gap TINYINT NOT NULL DEFAULT 0 COMMENT '1: was tolerated when the case was accepted, and is closed when it is judged right (C.4)';

CREATE TABLE certificate (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'result in the library (OUT-5)',
  case_id     BIGINT       NOT NULL COMMENT 'case that gave it',
  document_id BIGINT       NOT NULL COMMENT 'the certificate as issued',
  number      VARCHAR(120) NOT NULL COMMENT 'as printed',
  name        VARCHAR(120) NOT NULL COMMENT 'of the result: 食品经营许可证',
  matter_code VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'matter that it is the result of',
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'authority',
  holder_bidx BINARY(32)   NOT NULL COMMENT 'blind index of the holder, where = id_no',
  holder_name VARCHAR(120) NOT NULL COMMENT 'as on the document',
  valid_from  DATE         NOT NULL COMMENT 'first day',
  valid_until DATE         NULL COMMENT 'last day; NULL: without end',
  state       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'valid' COMMENT 'valid, void (revoked)',
  issued_at   DATETIME(3)  NOT NULL COMMENT 'decision',
  void_at     DATETIME(3)  NULL COMMENT 'revocation',
  PRIMARY KEY (id),
  UNIQUE KEY certificate_number (number),
  UNIQUE KEY certificate_document (document_id),
  KEY certificate_case (case_id),
  KEY certificate_holder (holder_bidx, name, state),
  CONSTRAINT certificate_of FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT certificate_state CHECK (state IN ('valid', 'void')),
  CONSTRAINT certificate_span CHECK (valid_until IS NULL OR valid_until >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='results that count as material next time';

CREATE TABLE auth_letter (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'authorisation letter (CAT-7)',
  number      VARCHAR(120) NOT NULL COMMENT 'as printed',
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'department that authorises',
  matter_id   BIGINT       NOT NULL COMMENT 'for this matter',
  powers      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what the window may do: accept decide, by spaces',
  valid_from  DATE         NOT NULL COMMENT 'first day',
  valid_until DATE         NOT NULL COMMENT 'last day',
  signed_by   VARCHAR(120) NOT NULL COMMENT 'who signed for the department',
  entered_by  BIGINT       NOT NULL COMMENT 'officer who entered it',
  entered_at  DATETIME(3)  NOT NULL COMMENT 'when',
  ended_at    DATETIME(3)  NULL COMMENT 'taken back before its last day',
  PRIMARY KEY (id),
  UNIQUE KEY auth_letter_number (number),
  KEY auth_letter_matter (matter_id, valid_until),
  CONSTRAINT auth_letter_span CHECK (valid_until >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='what the window may do for a department, and until when';

CREATE TABLE credit_record (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'broken promise (CQ App B 7)',
  person_bidx BINARY(32)   NOT NULL COMMENT 'blind index of the applicant, where = id_no',
  person_name VARCHAR(120) NOT NULL COMMENT 'name at the time',
  case_id     BIGINT       NOT NULL COMMENT 'case whose promise was false',
  reason      VARCHAR(2000) NOT NULL COMMENT 'as told to the applicant',
  recorded_at DATETIME(3)  NOT NULL COMMENT 'when',
  recorded_by BIGINT       NOT NULL COMMENT 'officer',
  repaired_at DATETIME(3)  NULL COMMENT 'credit repaired; NULL: no commitment until then',
  PRIMARY KEY (id),
  UNIQUE KEY credit_record_case (case_id),
  KEY credit_record_person (person_bidx, repaired_at),
  CONSTRAINT credit_record_of FOREIGN KEY (case_id) REFERENCES cases (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='dishonesty record: who broke a promise may not promise again';

CREATE TABLE waybill (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'waybill (OUT-3)',
  case_id     BIGINT       NOT NULL COMMENT 'case',
  event_seq   INT          NOT NULL COMMENT 'event that made it',
  courier     VARCHAR(60)  NOT NULL COMMENT 'who carries it',
  number      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'tracking number',
  made_at     DATETIME(3)  NOT NULL COMMENT 'handed over',
  made_by     BIGINT       NOT NULL COMMENT 'officer at the window',
  PRIMARY KEY (id),
  UNIQUE KEY waybill_number (courier, number),
  UNIQUE KEY waybill_event (case_id, event_seq),
  CONSTRAINT waybill_of FOREIGN KEY (case_id) REFERENCES cases (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='results sent by courier; only the window makes one';

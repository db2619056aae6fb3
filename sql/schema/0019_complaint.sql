-- 0019_complaint.sql - complaints, suggestions and reports (AY 6.3.5, ZJG 14, GD 7.1.6 and 7.1.7, FBK-3).
--
-- Sealed columns hold field_seal(where = "table.column", owner = 0).  Of an anonymous writer nothing is kept: no account, no
-- session, no address, no telephone, no name of a file, and the hour instead of the minute.  The query code is nowhere: it is a
-- keyed hash of the number (domain/number.h).

CREATE TABLE complaint (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'complaint',
  ref           BINARY(8)    NOT NULL COMMENT 'random; in the QR code, see domain/token.h',
  token_version INT          NOT NULL DEFAULT 1 COMMENT 'raised to revoke the QR code',
  number        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'SLTS20260302-00001',
  submit_key    BINARY(32)   NOT NULL COMMENT 'keyed hash of the key in the form: sent twice is one complaint',
  same_mac      BINARY(32)   NOT NULL COMMENT 'keyed hash of day, kind, subject, words and contact: the same again is found',
  channel       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'web, counter, phone',
  kind          VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'suggestion, demand, opinion, complaint, report (domain D.5)',
  anonymous     TINYINT      NOT NULL COMMENT '1: nothing about the writer is kept',
  account_id    BIGINT       NULL COMMENT 'signed in and not anonymous; NULL: none',
  name_sealed   VARBINARY(400) NULL COMMENT 'name of the writer, sealed as complaint.name_sealed; NULL: not given',
  name_mask     VARCHAR(120) NULL COMMENT 'name as shown: 张*',
  phone_sealed  VARBINARY(255) NULL COMMENT 'telephone, sealed as complaint.phone_sealed; NULL: not given',
  phone_mask    VARCHAR(40)  NULL COMMENT 'telephone as shown',
  about         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'case, window, person, none',
  about_text    VARCHAR(120) NULL COMMENT 'number of the case, window, name or description of the person, as written',
  case_id       BIGINT       NULL COMMENT 'case that the number belongs to; NULL: none',
  window_code   VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'window that the words name; NULL: none',
  fault         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'kind of fault by ZJG 14 (domain/complaint_rule.c); NULL: not known yet',
  facts_sealed  VARBINARY(13000) NOT NULL COMMENT 'what happened, sealed as complaint.facts_sealed',
  rude          TINYINT      NOT NULL DEFAULT 0 COMMENT '1: holds words of the list; looked at before it is passed on',
  unit          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who answers: a department or centre; NULL: not assigned yet',
  level         INT          NOT NULL DEFAULT 1 COMMENT 'level that handles it, from 1 (domain/complaint_rule.c)',
  handler_id    BIGINT       NULL COMMENT 'officer who took it; NULL: nobody',
  handler_name  VARCHAR(120) NULL COMMENT 'name of that officer',
  state         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'received, routed, handling, answered, closed, withdrawn, withheld',
  desk          VARCHAR(4)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'list that it stands in: sort, work, done, held',
  received_at   DATETIME(3)  NOT NULL COMMENT 'came in; of an anonymous one the hour',
  due           DATE         NOT NULL COMMENT 'last day to answer; of an answered one the day it was',
  provisional   TINYINT      NOT NULL DEFAULT 0 COMMENT '1: computed without a published calendar',
  answered_at   DATETIME(3)  NULL COMMENT 'last written reply',
  lapse_day     DATE         NULL COMMENT 'answered: last day to say that it is not settled',
  finding       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'upheld, partly, unfounded, guided',
  reply_sealed  VARBINARY(13000) NULL COMMENT 'written reply, sealed as complaint.reply_sealed',
  reply_no      VARCHAR(120) NULL COMMENT 'number of the reply: （政务）诉字〔2026〕第00001号',
  satisfied     TINYINT      NOT NULL DEFAULT 0 COMMENT '1 the writer is satisfied, 2 is not and had it reopened, 0 said nothing',
  withheld_by   BIGINT       NULL COMMENT 'officer who withheld it; NULL: not withheld',
  entered_by    BIGINT       NULL COMMENT 'officer who wrote it down at the desk or telephone; NULL: came online',
  version       INT          NOT NULL DEFAULT 1 COMMENT 'raised by every act',
  event_count   INT          NOT NULL DEFAULT 0 COMMENT 'events so far',
  PRIMARY KEY (id),
  UNIQUE KEY complaint_ref (ref),
  UNIQUE KEY complaint_number (number),
  UNIQUE KEY complaint_submit (submit_key),
  KEY complaint_same (same_mac),
  KEY complaint_desk (desk, due, id),
  KEY complaint_unit (unit, desk, due, id),
  KEY complaint_handler (handler_id, desk, due, id),
  KEY complaint_lapse (state, lapse_day, id),
  CONSTRAINT complaint_kind CHECK (kind IN ('suggestion', 'demand', 'opinion', 'complaint', 'report')),
  CONSTRAINT complaint_about CHECK (about IN ('case', 'window', 'person', 'none')),
  CONSTRAINT complaint_state CHECK (state IN ('received', 'routed', 'handling', 'answered', 'closed', 'withdrawn', 'withheld')),
  CONSTRAINT complaint_desk_of CHECK (desk IN ('sort', 'work', 'done', 'held')),
  CONSTRAINT complaint_nobody CHECK (anonymous = 0 OR (account_id IS NULL AND name_sealed IS NULL AND name_mask IS NULL
    AND phone_sealed IS NULL AND phone_mask IS NULL)),
  CONSTRAINT complaint_hour CHECK (anonymous = 0 OR (MINUTE(received_at) = 0 AND SECOND(received_at) = 0)),
  CONSTRAINT complaint_answer CHECK (state NOT IN ('answered', 'closed') OR reply_sealed IS NOT NULL),
  CONSTRAINT complaint_taken CHECK (state <> 'handling' OR handler_id IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='complaints, suggestions, reports';

CREATE TABLE complaint_event (
  complaint_id  BIGINT       NOT NULL COMMENT 'complaint',
  seq           INT          NOT NULL COMMENT 'from 1',
  at            DATETIME(3)  NOT NULL COMMENT 'when; what an anonymous writer did, to the hour',
  action        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of domain/complaint_rule.c',
  from_state    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'state before',
  to_state      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'state after',
  actor_kind    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'applicant (the writer), staff, system',
  actor_id      BIGINT       NOT NULL COMMENT 'officer; 0: the writer or the system',
  actor_name    VARCHAR(120) NOT NULL COMMENT 'officer at the time; else empty',
  post          VARCHAR(60)  NOT NULL COMMENT 'post at the time; else empty',
  acting_for    BIGINT       NULL COMMENT 'B for A: staff id of A',
  unit          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'who answers, after the act',
  level         INT          NOT NULL COMMENT 'level after the act',
  due           DATE         NOT NULL COMMENT 'last day after the act',
  words_sealed  VARBINARY(13000) NULL COMMENT 'reason or reply, sealed as complaint_event.words_sealed',
  clause        VARCHAR(120) NOT NULL COMMENT 'source',
  PRIMARY KEY (complaint_id, seq),
  CONSTRAINT complaint_event_of FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='what was done with it; only added to';

CREATE TABLE complaint_subject (
  complaint_id  BIGINT       NOT NULL COMMENT 'complaint',
  staff_id      BIGINT       NOT NULL COMMENT 'officer whom it is about: neither they nor who stands in for them may open it',
  why           VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'named, window (on duty there that day), case (acted on it)',
  PRIMARY KEY (complaint_id, staff_id),
  CONSTRAINT complaint_subject_of FOREIGN KEY (complaint_id) REFERENCES complaint (id),
  CONSTRAINT complaint_subject_why CHECK (why IN ('named', 'window', 'case'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='officers complained about';

CREATE TABLE complaint_file (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'file',
  complaint_id  BIGINT       NOT NULL COMMENT 'complaint',
  sha256        BINARY(32)   NOT NULL COMMENT 'name in the store',
  size          BIGINT       NOT NULL COMMENT 'bytes',
  kind          VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'pdf, jpg, ... by content',
  file_name     VARCHAR(200) NOT NULL COMMENT 'as the writer had it; of an anonymous one a name of ours',
  added_at      DATETIME(3)  NOT NULL COMMENT 'attached; of an anonymous one the hour',
  PRIMARY KEY (id),
  KEY complaint_file_of (complaint_id, id),
  CONSTRAINT complaint_file_complaint FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='what was attached';

ALTER TABLE staff ADD KEY staff_name (name);

-- 0004_case.sql - cases and everything that happens to them.
--
-- Time always comes in from the program.  Due dates of cases change only together with an event (domain C.2,
-- invariant c), in the one transaction of domain/case_apply.c.
-- Sealed columns hold field_seal(where = "table.column", owner = 0 unless the comment says otherwise).

CREATE TABLE cases (
  id              BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'case',
  ref             BINARY(8)    NOT NULL COMMENT 'random; with a keyed check it makes the token of the QR code /t/{token}',
  token_version   INT          NOT NULL DEFAULT 1 COMMENT 'raised to revoke the QR code and the query code',
  submit_key      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'made with the draft, renewed when it is returned: a second submission shows the first receipt',
  case_no         VARCHAR(48)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'task code + yyyymmdd + serial, 43 characters (D.4); NULL until submitted',
  short_no        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'number for people: AY20260921-0301-00042',
  matter_id       BIGINT       NOT NULL COMMENT 'service matter',
  revision_id     BIGINT       NOT NULL COMMENT 'published revision that the case keeps (CAT-3)',
  matter_code     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'its code, copied',
  matter_name     VARCHAR(200) NOT NULL COMMENT 'its name, copied, so that lists need no join',
  dept_code       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'deciding department (joint cases: the lead)',
  dept_name       VARCHAR(120) NOT NULL COMMENT 'its name, copied',
  dept_accepts    TINYINT      NOT NULL COMMENT 'acceptance_authority: 1 department, 0 window (domain 0-5), copied',
  account_id      BIGINT       NULL COMMENT 'applicant or agent who applied online; NULL: counter or post without an account',
  channel         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'web, counter or post (AY 6.1)',
  delivery        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'counter' COMMENT 'how the result is wanted: counter, mail, electronic',
  applicant_kind  VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'natural, legal or other_org, as at submission',
  applicant_name  VARCHAR(120) NOT NULL COMMENT 'as on the document',
  applicant_id_type VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'document type code',
  applicant_id_sealed VARBINARY(255) NOT NULL COMMENT 'document number, sealed as cases.applicant_id_sealed',
  applicant_id_bidx BINARY(32) NOT NULL COMMENT 'blind index, where = id_no',
  applicant_id_mask VARCHAR(40) NOT NULL COMMENT 'document number as shown',
  applicant_phone_sealed VARBINARY(255) NULL COMMENT 'mobile, sealed as cases.applicant_phone_sealed',
  applicant_phone_mask VARCHAR(40) NULL COMMENT 'mobile as shown',
  applicant_address_sealed VARBINARY(1200) NULL COMMENT 'postal address, sealed as cases.applicant_address_sealed',
  legal_rep       VARCHAR(120) NULL COMMENT 'organisations: legal representative',
  agent_name      VARCHAR(120) NULL COMMENT 'authorised agent; NULL: none (ALL 29)',
  agent_id_type   VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'document type code of the agent',
  agent_id_sealed VARBINARY(255) NULL COMMENT 'document number of the agent, sealed as cases.agent_id_sealed',
  agent_id_mask   VARCHAR(40)  NULL COMMENT 'document number of the agent as shown',
  agent_phone_sealed VARBINARY(255) NULL COMMENT 'mobile of the agent, sealed as cases.agent_phone_sealed',
  agent_phone_mask VARCHAR(40) NULL COMMENT 'mobile of the agent as shown',
  state           VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'domain C.1; keys of domain/lifecycle.c',
  outcome         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'after the decision: granted, refused, forwarded',
  turn            VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'who has to act next: applicant, pre_review, window, dept, closed; the worklists',
  draft_version   INT          NOT NULL DEFAULT 1 COMMENT 'raised by every save while the applicant may edit',
  created_at      DATETIME(3)  NOT NULL COMMENT 'draft begun',
  saved_at        DATETIME(3)  NOT NULL COMMENT 'last change of fields or files by the applicant',
  submitted_at    DATETIME(3)  NULL COMMENT 'last submission',
  pre_reviewed_at DATETIME(3)  NULL COMMENT 'pre-review passed; NULL: not, or not again since the last submission',
  received_day    DATE         NULL COMMENT 'receipt of the application (收件)',
  accepted_day    DATE         NULL COMMENT 'acceptance (受理); deemed acceptance: the receipt it counts from',
  accepted_by     BIGINT       NULL COMMENT 'officer who accepted: may not decide a promised case (ORG-2); NULL also when deemed',
  feedback_due    DATE         NULL COMMENT 'online feedback clock, last day (AY 6.1.2)',
  correction_from DATE         NULL COMMENT 'receipt from which the days of correction_due count; deemed acceptance counts from it',
  correction_due  DATE         NULL COMMENT 'last day to ask for corrections; after it the case counts as accepted (ALL 32(4))',
  legal_due       DATE         NULL COMMENT 'statutory limit, last day',
  promised_due    DATE         NULL COMMENT 'promised limit, last day',
  provisional     TINYINT      NOT NULL DEFAULT 0 COMMENT '1: a due date lies in a year without a published calendar',
  running         INT          NOT NULL DEFAULT 0 COMMENT 'bit per clock that is running: 1 feedback, 2 correction, 4 legal, 8 promised',
  next_due        DATE         NOT NULL DEFAULT '9999-12-31' COMMENT 'earliest due date of a running clock; 9999-12-31: none runs',
  claimed_by      BIGINT       NULL COMMENT 'officer who is working on it',
  claimed_name    VARCHAR(120) NULL COMMENT 'name of that officer',
  claimed_at      DATETIME(3)  NULL COMMENT 'since when',
  confirm_state   VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'none' COMMENT 'department confirmation of a correction notice: none, asked, confirmed (AY 6.1.3)',
  correction_round INT         NOT NULL DEFAULT 0 COMMENT 'one-time notices issued on this receipt',
  repeat_permitted TINYINT     NOT NULL DEFAULT 0 COMMENT '1: a supervisor recorded a reason for one more notice (C.2 invariant e)',
  version         INT          NOT NULL DEFAULT 1 COMMENT 'raised by every event; forms carry it back',
  event_count     INT          NOT NULL DEFAULT 0 COMMENT 'events so far = seq of the last one',
  event_head      BINARY(32)   NULL COMMENT 'hash of the last event',
  PRIMARY KEY (id),
  UNIQUE KEY cases_ref (ref),
  UNIQUE KEY cases_submit_key (submit_key),
  UNIQUE KEY cases_case_no (case_no),
  UNIQUE KEY cases_short_no (short_no),
  KEY cases_account (account_id, id),
  KEY cases_open_draft (account_id, matter_id, state),
  KEY cases_turn (turn, next_due, id, dept_code), -- dept_code: worklist_counts reads no rows
  KEY cases_dept_turn (dept_code, turn, next_due, id),
  KEY cases_claimed (claimed_by, next_due, id),
  KEY cases_person (applicant_id_bidx, id),
  KEY cases_correction (state, correction_due, id),
  KEY cases_due (next_due, id),
  CONSTRAINT cases_matter_of FOREIGN KEY (matter_id) REFERENCES matter (id),
  CONSTRAINT cases_revision_of FOREIGN KEY (revision_id) REFERENCES matter_revision (id),
  CONSTRAINT cases_account_of FOREIGN KEY (account_id) REFERENCES account (id),
  CONSTRAINT cases_channel CHECK (channel IN ('web', 'counter', 'post') AND (channel <> 'web' OR account_id IS NOT NULL)),
  CONSTRAINT cases_delivery CHECK (delivery IN ('counter', 'mail', 'electronic')),
  CONSTRAINT cases_kind CHECK (applicant_kind IN ('natural', 'legal', 'other_org')),
  CONSTRAINT cases_state CHECK (state IN ('draft', 'submitted', 'pre_review', 'received', 'correction', 'accepted',
    'in_review', 'special_procedure', 'suspended', 'decided', 'result_held', 'result_ready', 'mailing', 'delivered',
    'archived', 'not_accepted', 'withdrawn', 'terminated', 'revoked')),
  CONSTRAINT cases_outcome CHECK (outcome IS NULL OR outcome IN ('granted', 'refused', 'forwarded')),
  CONSTRAINT cases_turn_known CHECK (turn IN ('applicant', 'pre_review', 'window', 'dept', 'closed')),
  CONSTRAINT cases_numbered CHECK (state = 'draft' OR (case_no IS NOT NULL AND short_no IS NOT NULL)),
  CONSTRAINT cases_received CHECK (state NOT IN ('received', 'correction', 'accepted') OR received_day IS NOT NULL),
  CONSTRAINT cases_accepted CHECK (state <> 'accepted' OR (accepted_day IS NOT NULL AND legal_due IS NOT NULL)),
  CONSTRAINT cases_claim CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
  CONSTRAINT cases_confirm CHECK (confirm_state IN ('none', 'asked', 'confirmed')),
  CONSTRAINT cases_counts CHECK (version >= 1 AND event_count >= 0 AND correction_round >= 0 AND token_version >= 1),
  CONSTRAINT cases_head CHECK ((event_count = 0) = (event_head IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='applications from draft to archive';

CREATE TABLE case_field (
  case_id     BIGINT       NOT NULL COMMENT 'case',
  name        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'field of the form of the case revision',
  value       TEXT         NULL COMMENT 'as typed, also when not valid yet; NULL when sealed',
  sealed      VARBINARY(8000) NULL COMMENT 'sensitive fields: sealed as case_field.NAME, owner = case id',
  updated_at  DATETIME(3)  NOT NULL COMMENT 'last save',
  PRIMARY KEY (case_id, name),
  CONSTRAINT case_field_of FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
  CONSTRAINT case_field_one CHECK (value IS NULL OR sealed IS NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='form of a case, saved field by field';

CREATE TABLE case_material (
  case_id     BIGINT       NOT NULL COMMENT 'case',
  item        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'material key of the revision, or f.NAME for a form field named in a notice',
  seq         INT          NOT NULL COMMENT 'place in the list',
  name        VARCHAR(200) NOT NULL COMMENT 'name at the time, as notices print it',
  state       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'none' COMMENT 'none, uploaded, paper, shared, promised (commitment), gap (容缺), filled (the online form)',
  verdict     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'none' COMMENT 'none, ok, missing (不齐全), not_in_form (不符合法定形式)',
  reason      VARCHAR(500) NULL COMMENT 'what is wrong',
  remedy      VARCHAR(500) NULL COMMENT 'what would be right and how to supply it',
  listed      TINYINT      NOT NULL DEFAULT 0 COMMENT '1: in the last notice or return; only these may be changed in a correction',
  supplied_at DATETIME(3)  NULL COMMENT 'answered since it was listed',
  updated_at  DATETIME(3)  NOT NULL COMMENT 'last change',
  PRIMARY KEY (case_id, item),
  CONSTRAINT case_material_of FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
  CONSTRAINT case_material_state CHECK (state IN ('none', 'uploaded', 'paper', 'shared', 'promised', 'gap', 'filled')),
  CONSTRAINT case_material_verdict CHECK (verdict IN ('none', 'ok', 'missing', 'not_in_form')),
  CONSTRAINT case_material_said CHECK (verdict NOT IN ('missing', 'not_in_form') OR (reason <> '' AND remedy <> ''))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='materials of a case with the verdict on each';

CREATE TABLE case_file (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'file of a case',
  case_id     BIGINT       NOT NULL COMMENT 'case',
  item        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'material key',
  sha256      BINARY(32)   NOT NULL COMMENT 'name in the content-addressed store',
  size        BIGINT       NOT NULL COMMENT 'bytes',
  kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'type found in the content: pdf, jpeg, png, ...',
  file_name   VARCHAR(200) NOT NULL COMMENT 'as the client called it; shown, never used as a path',
  round       INT          NOT NULL COMMENT 'correction_round when it came in',
  uploaded_at DATETIME(3)  NOT NULL COMMENT 'acknowledged',
  by_kind     VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'applicant, agent or staff',
  by_id       BIGINT       NOT NULL COMMENT 'account or staff id',
  removed_at  DATETIME(3)  NULL COMMENT 'taken out or replaced; the row stays',
  PRIMARY KEY (id),
  KEY case_file_case (case_id, item, id),
  CONSTRAINT case_file_of FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
  CONSTRAINT case_file_size CHECK (size > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='uploaded and scanned files';

CREATE TABLE case_event (
  case_id     BIGINT       NOT NULL COMMENT 'case',
  seq         INT          NOT NULL COMMENT '1, 2, 3, ... without a gap',
  at          DATETIME(3)  NOT NULL COMMENT 'when',
  action      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of domain/lifecycle.c',
  from_state  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'state before',
  to_state    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'state after',
  actor_kind  VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'applicant, agent, staff, system',
  actor_id    BIGINT       NOT NULL COMMENT 'account or staff id; 0 system',
  actor_name  VARCHAR(120) NOT NULL COMMENT 'name at the time',
  post        VARCHAR(60)  NULL COMMENT 'officer: post at the time',
  acting_for  BIGINT       NULL COMMENT 'officer: A post being substituted (CQ 5.11)',
  acting_name VARCHAR(120) NULL COMMENT 'name of the A post at the time',
  reason      VARCHAR(2000) NULL COMMENT 'reason, shown to the applicant',
  note        VARCHAR(2000) NULL COMMENT 'note for staff only',
  clause      VARCHAR(120) NULL COMMENT 'source of the rule applied',
  doc_id      BIGINT       NULL COMMENT 'first document issued with it',
  doc_hash    BINARY(32)   NULL COMMENT 'SHA-256 over the documents issued with it, see domain/event.h',
  prev_hash   BINARY(32)   NOT NULL COMMENT 'hash of the event before; zeros for the first',
  hash        BINARY(32)   NOT NULL COMMENT 'SHA-256 over the canonical form, see domain/event.h',
  PRIMARY KEY (case_id, seq),
  CONSTRAINT case_event_of FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT case_event_actor CHECK (actor_kind IN ('applicant', 'agent', 'staff', 'system')),
  CONSTRAINT case_event_seq CHECK (seq >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='every act on a case, chained by hash; never changed';

CREATE TABLE clock_ledger (
  case_id     BIGINT       NOT NULL COMMENT 'case',
  event_seq   INT          NOT NULL COMMENT 'event that moved the clock',
  clock       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'feedback, correction, legal, promised (C.3)',
  act         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'start, stop, pause, resume, move',
  on_day      DATE         NOT NULL COMMENT 'day that counts as the event: the limit runs from the next working day',
  amount      INT          NULL COMMENT 'length of the limit, in its unit',
  unit        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'working_day, half_day, natural_day, month',
  due         DATE         NULL COMMENT 'last day after this act; NULL when stopped',
  provisional TINYINT      NOT NULL DEFAULT 0 COMMENT '1: computed without a published calendar',
  clause      VARCHAR(120) NOT NULL COMMENT 'source',
  PRIMARY KEY (case_id, event_seq, clock),
  CONSTRAINT clock_ledger_of FOREIGN KEY (case_id, event_seq) REFERENCES case_event (case_id, seq),
  CONSTRAINT clock_ledger_act CHECK (act IN ('start', 'stop', 'pause', 'resume', 'move'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='why every due date is what it is';

CREATE TABLE document (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'issued document',
  case_id     BIGINT       NOT NULL COMMENT 'case',
  event_seq   INT          NOT NULL COMMENT 'event that issued it',
  kind        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of domain/document.c',
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'authority that numbers it',
  series      VARCHAR(12)  COLLATE utf8mb4_bin NULL COMMENT 'series word: 收, 补, 受 ...; NULL: not numbered',
  year        INT          NULL COMMENT 'year of the number',
  serial      INT          NULL COMMENT 'serial within authority, series and year, without gaps',
  number      VARCHAR(120) NULL COMMENT '（机关简称）收字〔2026〕第00042号',
  title       VARCHAR(60)  NOT NULL COMMENT 'title as printed',
  issued_at   DATETIME(3)  NOT NULL COMMENT 'date of issue',
  issued_by   VARCHAR(120) NOT NULL COMMENT 'officer, or the system',
  data        MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'JSON: every printed field as at issue; never changed',
  PRIMARY KEY (id),
  UNIQUE KEY document_number (dept_code, series, year, serial),
  KEY document_case (case_id, event_seq),
  CONSTRAINT document_of FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT document_data CHECK (JSON_VALID(data)),
  CONSTRAINT document_parts CHECK ((series IS NULL) = (serial IS NULL) AND (series IS NULL) = (number IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='notices and slips; corrected by a new one, never changed';

CREATE TABLE doc_counter (
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'authority',
  series      VARCHAR(12)  COLLATE utf8mb4_bin NOT NULL COMMENT 'series word',
  year        INT          NOT NULL COMMENT 'year',
  n           INT          NOT NULL COMMENT 'last serial given',
  PRIMARY KEY (dept_code, series, year)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='document numbers; a row lock keeps them without gaps';

CREATE TABLE case_counter (
  scope       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'm12: matter 12, for case numbers; d301: department 301, for short numbers',
  on_day      DATE         NOT NULL COMMENT 'day of the number',
  n           INT          NOT NULL COMMENT 'last serial given',
  PRIMARY KEY (scope, on_day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='case numbers per matter and day, short numbers per department and day';

CREATE TABLE outbox (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'message',
  case_id     BIGINT       NOT NULL COMMENT 'case',
  event_seq   INT          NOT NULL COMMENT 'event that it tells of',
  account_id  BIGINT       NOT NULL COMMENT 'person; 0: applicant without an account',
  channel     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sms or email',
  template    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of domain/notice.c',
  subject     VARCHAR(120) NOT NULL COMMENT 'first line',
  body        VARCHAR(1000) NOT NULL COMMENT 'text; surname at most, no ID number',
  to_sealed   VARBINARY(700) NOT NULL COMMENT 'phone or address, sealed as outbox.to_sealed',
  state       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'queued' COMMENT 'queued, sending, sent, dead',
  attempts    INT          NOT NULL DEFAULT 0 COMMENT 'tries begun',
  next_at     DATETIME(3)  NOT NULL COMMENT 'not before this instant (quiet hours, back-off)',
  lease_until DATETIME(3)  NULL COMMENT 'sending: another sender may take it after this instant',
  lease_by    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'sending: which sender',
  last_error  VARCHAR(300) NULL COMMENT 'why the last try failed',
  created_at  DATETIME(3)  NOT NULL COMMENT 'queued',
  sent_at     DATETIME(3)  NULL COMMENT 'handed over',
  PRIMARY KEY (id),
  UNIQUE KEY outbox_once (case_id, event_seq, account_id, channel),
  KEY outbox_due (state, next_at, id),
  CONSTRAINT outbox_of FOREIGN KEY (case_id, event_seq) REFERENCES case_event (case_id, seq),
  CONSTRAINT outbox_channel CHECK (channel IN ('sms', 'email')),
  CONSTRAINT outbox_state CHECK (state IN ('queued', 'sending', 'sent', 'dead'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='messages to people: one row per event, person and channel; delivered at least once';

CREATE TABLE alert (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'alert',
  kind        VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of domain/alert.h',
  case_id     BIGINT       NOT NULL COMMENT 'case',
  on_day      DATE         NOT NULL COMMENT 'day that it is about',
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'department of the case',
  text        VARCHAR(300) NOT NULL COMMENT 'for staff',
  created_at  DATETIME(3)  NOT NULL COMMENT 'raised',
  PRIMARY KEY (id),
  UNIQUE KEY alert_once (kind, case_id, on_day),
  KEY alert_dept (dept_code, id),
  CONSTRAINT alert_of FOREIGN KEY (case_id) REFERENCES cases (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='warnings before and records after a limit (FBK-5)';

CREATE TABLE lease (
  name        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'job',
  holder      VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'host:pid that runs it',
  until_at    DATETIME(3)  NOT NULL COMMENT 'free from this instant',
  PRIMARY KEY (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='one runner per job over all machines';

CREATE TABLE access_log (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'look',
  at          DATETIME(3)  NOT NULL COMMENT 'when',
  staff_id    BIGINT       NOT NULL COMMENT 'who',
  staff_name  VARCHAR(120) NOT NULL COMMENT 'name at the time',
  post        VARCHAR(60)  NOT NULL COMMENT 'post at the time',
  case_id     BIGINT       NULL COMMENT 'which case; NULL: a search',
  fields      VARCHAR(120) NOT NULL COMMENT 'group of fields: id, phone, address, file 12 ...',
  ip          VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'from where',
  reason      VARCHAR(300) NOT NULL COMMENT 'why',
  PRIMARY KEY (id),
  KEY access_log_case (case_id, id),
  KEY access_log_staff (staff_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='who saw unmasked data and why (domain H); only added to';

CREATE TABLE rate_bucket (
  bucket      VARCHAR(96)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what is limited: progress:203.0.113.9',
  window_at   DATETIME(3)  NOT NULL COMMENT 'start of the running window',
  n           INT          NOT NULL COMMENT 'tries in it',
  PRIMARY KEY (bucket),
  KEY rate_bucket_age (window_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='rate limits shared by all workers';

CREATE TABLE staff_seen (
  staff_id    BIGINT       NOT NULL COMMENT 'officer',
  case_id     BIGINT       NOT NULL COMMENT 'case',
  version     INT          NOT NULL COMMENT 'cases.version when last opened; lower than now: new to me',
  PRIMARY KEY (staff_id, case_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='what each officer has seen';

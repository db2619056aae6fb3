-- 0003_account.sql - who comes in: applicants, staff, their sessions, who stands in for whom.
--
-- Sealed columns hold field_seal(where = "table.column", owner = 0): the row has no id yet when they are made.
-- Blind indexes hold blind_index(where = "id_no" or "phone"), the same for accounts and cases, so that a clerk
-- finds a person's cases by document number whichever way they came in.

CREATE TABLE account (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'applicant account',
  kind          VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'natural, legal or other_org (domain D.3)',
  id_type       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'document type code: 111 resident ID, 001 USCC, ...',
  id_sealed     VARBINARY(255) NOT NULL COMMENT 'document number, sealed as account.id_sealed',
  id_bidx       BINARY(32)   NOT NULL COMMENT 'blind index of the document number, where = id_no',
  id_mask       VARCHAR(40)  NOT NULL COMMENT 'document number as shown: first 3, last 4; organisations open',
  id_override   TINYINT      NOT NULL DEFAULT 0 COMMENT '1: check character was wrong and the holder confirmed it (old USCCs, D.3)',
  name          VARCHAR(120) NOT NULL COMMENT 'person or organisation, as on the document',
  phone_sealed  VARBINARY(255) NOT NULL COMMENT 'mobile, sealed as account.phone_sealed',
  phone_bidx    BINARY(32)   NOT NULL COMMENT 'blind index of the mobile, where = phone',
  phone_mask    VARCHAR(40)  NOT NULL COMMENT 'mobile as shown: 138****0001',
  email_sealed  VARBINARY(700) NULL COMMENT 'e-mail for notices, sealed as account.email_sealed; NULL: none',
  address_sealed VARBINARY(1200) NULL COMMENT 'postal address, sealed as account.address_sealed',
  legal_rep     VARCHAR(120) NULL COMMENT 'organisations: legal representative',
  contact       VARCHAR(120) NULL COMMENT 'organisations: person to speak to',
  pw_hash       VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'argon2id',
  epoch         INT          NOT NULL DEFAULT 1 COMMENT 'raised to end every session of the account',
  created_at    DATETIME(3)  NOT NULL COMMENT 'signed up',
  PRIMARY KEY (id),
  UNIQUE KEY account_document (id_type, id_bidx),
  KEY account_phone (phone_bidx),
  CONSTRAINT account_kind CHECK (kind IN ('natural', 'legal', 'other_org')),
  CONSTRAINT account_counts CHECK (epoch >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='applicants with real-name data (PLT-1)';

CREATE TABLE session (
  token_hash    BINARY(32)   NOT NULL COMMENT 'SHA-256 of the cookie value; the value itself is nowhere',
  account_id    BIGINT       NOT NULL COMMENT 'whose session',
  epoch         INT          NOT NULL COMMENT 'account.epoch when it began; another value ends it',
  created_at    DATETIME(3)  NOT NULL COMMENT 'signed in',
  last_seen     DATETIME(3)  NOT NULL COMMENT 'last request, kept to the minute',
  expires_at    DATETIME(3)  NOT NULL COMMENT 'void from this instant',
  PRIMARY KEY (token_hash),
  KEY session_account (account_id),
  KEY session_expiry (expires_at),
  CONSTRAINT session_of FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='signed-in applicants';

CREATE TABLE staff (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'officer',
  login         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'sign-in name',
  name          VARCHAR(120) NOT NULL COMMENT 'as recorded in events and printed on notices',
  dept_code     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'department; NULL: the service centre itself',
  post          VARCHAR(60)  NOT NULL COMMENT 'post at the window or department, as recorded in events',
  pw_hash       VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'argon2id',
  trained_on    DATE         NULL COMMENT 'training finished; NULL: may not sign in (CQ 4.3.4, ORG-5)',
  enabled       TINYINT      NOT NULL DEFAULT 1 COMMENT '0: left or suspended',
  epoch         INT          NOT NULL DEFAULT 1 COMMENT 'raised to end every session of the officer',
  created_at    DATETIME(3)  NOT NULL COMMENT 'entered',
  PRIMARY KEY (id),
  UNIQUE KEY staff_login (login),
  KEY staff_dept (dept_code),
  CONSTRAINT staff_counts CHECK (epoch >= 1 AND enabled IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='officers of the centre and the departments';

CREATE TABLE staff_role (
  staff_id      BIGINT       NOT NULL COMMENT 'officer',
  role          VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'key of domain/role.c',
  valid_from    DATE         NOT NULL COMMENT 'first day of the right',
  valid_until   DATE         NULL COMMENT 'last day; NULL: open',
  approver      VARCHAR(120) NOT NULL COMMENT 'unit leader who approved the change (CQ 4.3.3)',
  PRIMARY KEY (staff_id, role, valid_from),
  CONSTRAINT staff_role_of FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT staff_role_span CHECK (valid_until IS NULL OR valid_until >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='rights of officers, kept when they end (ORG-1, ORG-3)';

CREATE TABLE staff_session (
  token_hash    BINARY(32)   NOT NULL COMMENT 'SHA-256 of the cookie value',
  staff_id      BIGINT       NOT NULL COMMENT 'whose session',
  epoch         INT          NOT NULL COMMENT 'staff.epoch when it began; another value ends it',
  created_at    DATETIME(3)  NOT NULL COMMENT 'signed in',
  last_seen     DATETIME(3)  NOT NULL COMMENT 'last request, kept to the minute',
  expires_at    DATETIME(3)  NOT NULL COMMENT 'void from this instant',
  PRIMARY KEY (token_hash),
  KEY staff_session_staff (staff_id),
  KEY staff_session_expiry (expires_at),
  CONSTRAINT staff_session_of FOREIGN KEY (staff_id) REFERENCES staff (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='signed-in officers';

CREATE TABLE substitution (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'one absence',
  a_staff       BIGINT       NOT NULL COMMENT 'A post, absent',
  b_staff       BIGINT       NOT NULL COMMENT 'B post, standing in with all rights and duties (CQ 5.11.3)',
  from_at       DATETIME(3)  NOT NULL COMMENT 'first instant',
  until_at      DATETIME(3)  NOT NULL COMMENT 'over from this instant',
  reason        VARCHAR(200) NOT NULL COMMENT 'why A is away',
  approver      VARCHAR(120) NOT NULL COMMENT 'who arranged it',
  PRIMARY KEY (id),
  KEY substitution_b (b_staff, until_at),
  KEY substitution_until (until_at, id),
  CONSTRAINT substitution_a_of FOREIGN KEY (a_staff) REFERENCES staff (id),
  CONSTRAINT substitution_b_of FOREIGN KEY (b_staff) REFERENCES staff (id),
  CONSTRAINT substitution_sane CHECK (a_staff <> b_staff AND until_at > from_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='AB post substitution (CQ 5.11, GD 10.3.5)';

-- 0007_intake.sql - applications on paper: who took them in, how they came, and what became of the paper.

CREATE TABLE case_intake (
  case_id     BIGINT       NOT NULL COMMENT 'case with channel counter or post',
  open_by     BIGINT       NULL COMMENT 'officer who is entering it; NULL: received, or given up',
  taken_by    BIGINT       NOT NULL COMMENT 'officer who opened it',
  taken_name  VARCHAR(120) NOT NULL COMMENT 'name at the time',
  taken_at    DATETIME(3)  NOT NULL COMMENT 'opened',
  consent     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'how the applicant agreed to being entered: account (signed up), paper (signed), spoken (before the officer)',
  id_override TINYINT      NOT NULL DEFAULT 0 COMMENT '1: check character of a credit code was wrong and the officer compared it with the licence',
  arrived_day DATE         NULL COMMENT 'post: day of arrival (AY 6.1.4)',
  tracking_no VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'post: number of the sender''s parcel',
  helper_name VARCHAR(120) NULL COMMENT 'who helps the applicant (CQ 5.8); NULL: nobody',
  helper_relation VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'family, community, volunteer, proxy (officer who handles for people), other',
  helper_consent VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'how the applicant agreed to the helper: paper or spoken',
  district    VARCHAR(60)  NULL COMMENT 'received for this district and routed there (GD 9.6); NULL: for here',
  PRIMARY KEY (case_id),
  KEY case_intake_open (open_by, case_id),
  KEY case_intake_post (arrived_day, case_id),
  CONSTRAINT case_intake_of FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE CASCADE,
  CONSTRAINT case_intake_consent CHECK (consent IN ('account', 'paper', 'spoken')),
  CONSTRAINT case_intake_helper CHECK ((helper_name IS NULL) = (helper_relation IS NULL) AND (helper_name IS NULL) = (helper_consent IS NULL)),
  CONSTRAINT case_intake_relation CHECK (helper_relation IS NULL OR helper_relation IN ('family', 'community', 'volunteer', 'proxy', 'other')),
  CONSTRAINT case_intake_helper_consent CHECK (helper_consent IS NULL OR helper_consent IN ('paper', 'spoken'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='how an application on paper came in';

CREATE TABLE case_paper (
  case_id     BIGINT       NOT NULL COMMENT 'case',
  item        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'material key',
  held        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'original (kept), copy (original seen, copy kept), seen (original seen and given back)',
  at          DATETIME(3)  NOT NULL COMMENT 'last change',
  by_id       BIGINT       NOT NULL COMMENT 'officer',
  PRIMARY KEY (case_id, item),
  CONSTRAINT case_paper_of FOREIGN KEY (case_id, item) REFERENCES case_material (case_id, item) ON DELETE CASCADE,
  CONSTRAINT case_paper_held CHECK (held IN ('original', 'copy', 'seen'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='paper seen or kept at the window';

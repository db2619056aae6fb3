-- 0002_matter.sql - departments, service matters and their revisions.
--
-- A revision is written once, by publication; afterwards only its status changes.  Everything that a guide shows or
-- a case goes by is in its one JSON document (domain/matter.h); the other columns are copies of parts of it, for
-- filters, lists and search.

CREATE TABLE dept (
  code          VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'department, as staff, matters and cases name it',
  number        SMALLINT     NOT NULL COMMENT 'its number in short case numbers: 301 prints as 0301',
  uscc          CHAR(18)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'unified social credit code',
  name          VARCHAR(120) NOT NULL COMMENT 'full name, as it signs',
  short_name    VARCHAR(12)  NOT NULL COMMENT 'in document numbers: （市监）收字〔2026〕第00042号',
  phone_enquiry VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'enquiries, printed on notices',
  phone_complaint VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'complaints, printed on notices',
  address       VARCHAR(200) NOT NULL COMMENT 'seat',
  windows       VARCHAR(200) NOT NULL COMMENT 'its windows in the service centre',
  reconsider_at VARCHAR(120) NOT NULL COMMENT 'where to ask for reconsideration of its acts',
  court         VARCHAR(120) NOT NULL COMMENT 'court for a suit against its acts',
  PRIMARY KEY (code),
  UNIQUE KEY dept_number (number),
  UNIQUE KEY dept_uscc (uscc),
  CONSTRAINT dept_number_span CHECK (number BETWEEN 1 AND 9999),
  CONSTRAINT dept_uscc_form CHECK (uscc REGEXP '^[0-9A-HJ-NPQRTUWXY]{18}$')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='departments of the centre';

CREATE TABLE matter (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'service matter',
  code          CHAR(31)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'task code: USCC of the body (18), level (1), base code (12); never given to another matter (CQ 4.2.3.3)',
  catalog_code  CHAR(12)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'base code: the same at every level (CQ 2.6)',
  type          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'licence, filing, ...: a change of type is another matter',
  name          VARCHAR(200) NOT NULL COMMENT 'of the current revision',
  dept_code     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'department that decides; joint matters: the lead',
  theme         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'other' COMMENT 'of the current revision: theme of the catalogue',
  object        SET('natural','legal','other_org') NOT NULL DEFAULT 'natural,legal,other_org' COMMENT 'of the current revision: who may apply',
  position      INT          NOT NULL DEFAULT 1000 COMMENT 'place in lists, smaller first',
  state         ENUM('on','off') NOT NULL DEFAULT 'on' COMMENT 'off: taken out of the catalogue, for good',
  current_revision BIGINT    NULL COMMENT 'published revision that guides show; NULL: none yet',
  PRIMARY KEY (id),
  UNIQUE KEY matter_code (code),
  UNIQUE KEY matter_current (current_revision),
  KEY matter_listed (state, position, id),
  KEY matter_dept (dept_code),
  KEY matter_filter (state, type, dept_code, theme, object, current_revision),
  KEY matter_theme (state, theme, current_revision),
  CONSTRAINT matter_of_dept FOREIGN KEY (dept_code) REFERENCES dept (code),
  CONSTRAINT matter_code_form CHECK (code REGEXP '^[0-9A-Z]{31}$' AND catalog_code REGEXP '^[0-9A-Z]{12}$')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='implementation list: one row per task code (CAT-2)';

CREATE TABLE matter_revision (
  id            BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'revision; cases keep it (CAT-3)',
  matter_id     BIGINT       NOT NULL COMMENT 'of which matter',
  rev_no        INT          NOT NULL COMMENT '1, 2, 3, ...',
  status        ENUM('draft','reviewed','published','retired') NOT NULL COMMENT 'only published ones are shown; retired ones live on in their cases',
  name          VARCHAR(200) NOT NULL COMMENT 'copy: name',
  summary       VARCHAR(500) NOT NULL COMMENT 'copy: in plain words, for lists',
  type          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'copy: licence, levy, payment, confirmation, reward, adjudication, other, filing, public_service',
  kind          VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'copy: instant, promised, joint, upward',
  object        SET('natural','legal','other_org') NOT NULL COMMENT 'copy: who may apply',
  theme         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'copy: theme of the catalogue',
  level         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'copy: state, province, city, county, township, village',
  dept_code     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'copy: department',
  promised      VARCHAR(40)  NOT NULL COMMENT 'copy: promised limit in words, for lists',
  visits        TINYINT      NOT NULL COMMENT 'copy: how often one has to come',
  online        TINYINT      NOT NULL COMMENT 'copy: 1 when it can be applied for on the web',
  doc           MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'the revision itself: JSON as domain/matter.h describes it',
  doc_hash      BINARY(32)   NOT NULL COMMENT 'SHA-256 of doc',
  search        MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'pairs of characters for FULLTEXT, see domain/search.h',
  author_id     BIGINT       NULL COMMENT 'officer who wrote it; NULL: published by the matter-publish command',
  reviewer_id   BIGINT       NULL COMMENT 'officer who approved it (CQ 4.2.2); another one than the author',
  created_at    DATETIME(3)  NOT NULL COMMENT 'written',
  published_at  DATETIME(3)  NULL COMMENT 'published',
  PRIMARY KEY (id),
  UNIQUE KEY matter_revision_no (matter_id, rev_no),
  FULLTEXT KEY matter_revision_search (search),
  CONSTRAINT matter_revision_of FOREIGN KEY (matter_id) REFERENCES matter (id),
  CONSTRAINT matter_revision_doc CHECK (JSON_VALID(doc)),
  CONSTRAINT matter_revision_online CHECK (online IN (0, 1)),
  CONSTRAINT matter_revision_two_people CHECK (author_id IS NULL OR reviewer_id IS NULL OR author_id <> reviewer_id),
  CONSTRAINT matter_revision_dated CHECK (status IN ('draft', 'reviewed') OR published_at IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='edit, review, publish; immutable once published (CAT-3)';

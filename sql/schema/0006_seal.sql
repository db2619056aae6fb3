-- 0006_seal.sql - which documents bear a seal, and who used it (OUT-1, GD 11.11).

CREATE TABLE seal_use (
  document_id BIGINT       NOT NULL COMMENT 'document that bears the seal',
  authority   VARCHAR(120) NOT NULL COMMENT 'engraved around: name of the authority when it was used',
  legend      VARCHAR(24)  NOT NULL COMMENT 'engraved below the star: 业务专用章',
  staff_id    BIGINT       NULL COMMENT 'officer who used it; NULL: the system, on an act of the applicant or of the clock',
  staff_name  VARCHAR(120) NOT NULL COMMENT 'name of that officer, or 系统',
  at          DATETIME(3)  NOT NULL COMMENT 'when: the instant of issue',
  PRIMARY KEY (document_id),
  CONSTRAINT seal_use_of FOREIGN KEY (document_id) REFERENCES document (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='record of seals used: written with the document, never changed';

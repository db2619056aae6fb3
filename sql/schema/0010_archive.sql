-- 0010_archive.sql - archive packages and the hand-over of paper (OUT-6; AY 6.4; ZJG 12(4)), and material that is used
-- again (INT-11; AY 6.2.4; CQ 5.5.1).

CREATE TABLE archive_package (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'archive package',
  case_id     BIGINT       NOT NULL COMMENT 'case',
  events      INT          NOT NULL COMMENT 'events in it: a later event makes a further package',
  file        VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'below the archive folder: 2026/SL20260302-0301-00001.zip',
  sha256      BINARY(32)   NOT NULL COMMENT 'of the package',
  size        BIGINT       NOT NULL COMMENT 'bytes',
  made_at     DATETIME(3)  NOT NULL COMMENT 'written',
  judged_by   BIGINT       NULL COMMENT 'archivist who accepted or returned it last',
  judged_name VARCHAR(120) NULL COMMENT 'name at the time',
  judged_at   DATETIME(3)  NULL COMMENT 'when',
  accepted    TINYINT      NOT NULL DEFAULT 0 COMMENT '1: accepted, paper and package; it is never replaced',
  defect      VARCHAR(500) NULL COMMENT 'why it was returned; stays when it was accepted later',
  PRIMARY KEY (id),
  UNIQUE KEY archive_package_case (case_id, events),
  UNIQUE KEY archive_package_file (file),
  CONSTRAINT archive_package_of FOREIGN KEY (case_id) REFERENCES cases (id),
  CONSTRAINT archive_package_judge CHECK ((judged_by IS NULL) = (judged_at IS NULL) AND (accepted = 0 OR judged_by IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='packages of archived cases, and what the archive said of them';

-- Where a case is on its way into the archive, so that the lists read an index and nothing else.
ALTER TABLE cases
  ADD packed_events INT NOT NULL DEFAULT 0 COMMENT 'event_count when the last archive package was made',
  ADD archive_state VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'none' COMMENT 'none, made (package waits for the archivist), defect (returned), accepted',
  ADD to_pack TINYINT AS (packed_events < event_count AND (state IN ('archived', 'revoked') OR (state = 'terminated' AND archive_due IS NOT NULL))) VIRTUAL COMMENT '1: the archive job has to make a package',
  ADD archive_open TINYINT AS (archive_due IS NOT NULL AND archive_state <> 'accepted') VIRTUAL COMMENT '1: paper and package are not in the archive yet',
  ADD KEY cases_to_pack (to_pack, id),
  ADD KEY cases_archive (archive_open, dept_code, archive_due, id, archive_state),
  ADD CONSTRAINT cases_archive_state CHECK (archive_state IN ('none', 'made', 'defect', 'accepted'));

ALTER TABLE case_material
  ADD certificate_id BIGINT NULL COMMENT 'certificate of the library that is used as this material; NULL: none (INT-11)';

ALTER TABLE case_file
  ADD reused_from BIGINT NULL COMMENT 'case_file of an earlier case of the same person from which it was taken over; NULL: uploaded here';

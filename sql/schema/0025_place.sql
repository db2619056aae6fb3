-- 0025_place.sql - a place says itself whose it is and until when it can be taken, so that the statement that takes one reads one
-- table.  A slot never changes its group or its hours, so nothing can differ.

ALTER TABLE place
  ADD COLUMN group_code VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'service group of the slot' AFTER no,
  ADD COLUMN shuts_at   DATETIME(3) NOT NULL DEFAULT '2000-01-01' COMMENT 'can be taken until this instant: the slot begins' AFTER opens_at;
UPDATE place p JOIN slot s ON s.id = p.slot_id SET p.group_code = s.group_code, p.shuts_at = s.start_at;
ALTER TABLE place ALTER COLUMN group_code DROP DEFAULT, ALTER COLUMN shuts_at DROP DEFAULT;

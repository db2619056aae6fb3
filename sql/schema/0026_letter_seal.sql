-- 0026_letter_seal.sql - a letter that answers a complaint bears the seal of who answers; the letter is the record of its use: by
-- officer_id, at issued_at, for this complaint (OUT-1, GD 11.11).

ALTER TABLE complaint_letter
  ADD COLUMN seal_legend VARCHAR(24) NULL COMMENT 'engraved below the star, the name of the unit around it; NULL: no seal was used' AFTER closing;

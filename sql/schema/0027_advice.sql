-- 0027_advice.sql - advice that nobody gave in time is waited for no longer (REV-2): a part that gives it can end in silence too.

ALTER TABLE case_part
  DROP CONSTRAINT case_part_fits,
  ADD CONSTRAINT case_part_fits CHECK (
    (state NOT IN ('agreed', 'against') OR kind = 'opinion') AND
    (state <> 'silent' OR kind IN ('opinion', 'guidance')) AND
    (state NOT IN ('granted', 'refused', 'revoked') OR kind = 'decision'));

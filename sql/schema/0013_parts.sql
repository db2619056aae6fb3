-- 0013_parts.sql - parts of joint cases one by one: which of them starts the promised limit (F8), coming to the window (OUT-1),
-- revocation (C.2 row 23); departments of districts (REV-7).

ALTER TABLE case_part
  ADD starts_promise TINYINT NOT NULL DEFAULT 0 COMMENT '1: the promised limit of the case runs from the day this part ends' AFTER days,
  ADD on_promise TINYINT NOT NULL DEFAULT 0 COMMENT '1: the applicant chose to promise instead of being examined first' AFTER starts_promise,
  ADD ended_day  DATE NULL COMMENT 'day on which it was decided, advised on or closed; stays when it is revoked' AFTER due,
  ADD ready_at   DATETIME(3) NULL COMMENT 'its result came from the department to the window (OUT-1); NULL: with the others, or not yet' AFTER certificate_id,
  ADD ready_by   VARCHAR(120) NULL COMMENT 'officer who handed it over' AFTER ready_at,
  DROP CONSTRAINT case_part_state,
  DROP CONSTRAINT case_part_fits,
  ADD CONSTRAINT case_part_state CHECK (state IN ('waiting', 'open', 'agreed', 'against', 'silent', 'granted', 'refused',
    'guided', 'closed', 'revoked')),
  ADD CONSTRAINT case_part_fits CHECK (
    (state NOT IN ('agreed', 'against', 'silent') OR kind = 'opinion') AND
    (state NOT IN ('granted', 'refused', 'revoked') OR kind = 'decision')),
  ADD CONSTRAINT case_part_ready CHECK ((ready_at IS NULL) = (ready_by IS NULL) AND (ready_at IS NULL OR document_id IS NOT NULL)),
  ADD KEY case_part_ready (handed_at, ready_at, case_id, seq);

-- The list of promises that are to be checked reads those that are, and none that were.
ALTER TABLE cases
  ADD check_open DATE AS (IF(running & 256, check_due, NULL)) COMMENT 'check_due while a promise is still to be checked, so that the list of those is short',
  DROP KEY cases_check,
  ADD KEY cases_check (dept_code, check_open, id);

-- A department of a district does there what another does in the city, and gets the cases that are received for it.
ALTER TABLE dept
  ADD district VARCHAR(60) NULL COMMENT 'district that it serves; NULL: the city',
  ADD acts_for VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'department of the city whose matters it handles in its district',
  ADD CONSTRAINT dept_acts_for FOREIGN KEY (acts_for) REFERENCES dept (code),
  ADD CONSTRAINT dept_district CHECK ((district IS NULL) = (acts_for IS NULL)),
  ADD UNIQUE KEY dept_of_district (acts_for, district);

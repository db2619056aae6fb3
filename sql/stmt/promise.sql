-- promise.sql - what applicants promise, and the record of broken promises: domain/promise.c and its pages

-- :name promise_list many
-- :for apply desk clock
-- :in case_id:int
-- :out kind:text way:text told_day:day made_at:msec made_by:text
SELECT kind, way, told_day, made_at, made_by FROM promise WHERE case_id = :case_id ORDER BY kind;

-- The day on which the applicant was told stays the first one.
-- :name promise_put none
-- :for apply desk
-- :in case_id:int kind:text way:text told_day:day made_at:msec made_by:text staff_id:ref
INSERT INTO promise (case_id, kind, way, told_day, made_at, made_by, staff_id)
VALUES (:case_id, :kind, :way, :told_day, :made_at, :made_by, :staff_id)
ON DUPLICATE KEY UPDATE way = VALUES(way), made_at = VALUES(made_at), made_by = VALUES(made_by),
  staff_id = VALUES(staff_id);

-- What was promised has changed: it has to be promised anew.
-- :name promise_unsay none
-- :for apply desk
-- :in case_id:int kind:text
UPDATE promise SET made_at = NULL, made_by = NULL, staff_id = NULL WHERE case_id = :case_id AND kind = :kind;

-- :name promise_mode_put none
-- :for apply desk
-- :in id:int committed:int now:msec
UPDATE cases SET committed = :committed, draft_version = draft_version + 1, saved_at = :now WHERE id = :id;

-- Back to the ordinary procedure: what was to be promised has to be handed in.
-- :name promise_items_drop none
-- :for apply desk
-- :in case_id:int now:msec
UPDATE case_material SET state = 'none', verdict = 'none', supplied_at = NULL, updated_at = :now
WHERE case_id = :case_id AND state = 'promised';

-- Cases that wait for something tolerated, the most urgent first; dept_code NULL: all departments.
-- left: how many have not been handed in yet.
-- :name gaps_due many
-- :for desk
-- :in dept_code:text after_due:day after_id:int limit:int
-- :out id:int short_no:text matter_name:text dept_name:text applicant_kind:text applicant_name:text state:text gap_due:day
-- :out left:int
SELECT c.id, c.short_no, c.matter_name, c.dept_name, c.applicant_kind, c.applicant_name, c.state, c.gap_due,
  (SELECT COUNT(*) FROM case_material m WHERE m.case_id = c.id AND m.gap = 1 AND m.state = 'gap')
FROM cases c
WHERE c.gap_open >= :after_due AND (c.gap_open > :after_due OR c.id > :after_id)
  AND (:dept_code IS NULL OR c.dept_code = :dept_code)
ORDER BY c.gap_open, c.id LIMIT :limit;

-- --- the credit record ------------------------------------------------------------------------------------

-- Not repaired yet, newest first; before: last id of the page before, or a very large number.
-- :name credit_list many
-- :for desk
-- :row credit
-- :in before:int limit:int
-- :out id:int short_no:text matter_name:text dept_name:text person_name:text applicant_kind:text applicant_id_mask:text
-- :out reason:text recorded_at:msec repaired_at:msec repaired_name:text repair_reason:text
SELECT r.id, c.short_no, c.matter_name, c.dept_name, r.person_name, c.applicant_kind, c.applicant_id_mask, r.reason,
  r.recorded_at, r.repaired_at, r.repaired_name, r.repair_reason
FROM credit_record r JOIN cases c ON c.id = r.case_id
WHERE r.repaired_at IS NULL AND r.id < :before ORDER BY r.id DESC LIMIT :limit;

-- Repaired, the last ones first.
-- :name credit_repaired many
-- :for desk
-- :row credit
-- :in limit:int
-- :out id:int short_no:text matter_name:text dept_name:text person_name:text applicant_kind:text applicant_id_mask:text
-- :out reason:text recorded_at:msec repaired_at:msec repaired_name:text repair_reason:text
SELECT r.id, c.short_no, c.matter_name, c.dept_name, r.person_name, c.applicant_kind, c.applicant_id_mask, r.reason,
  r.recorded_at, r.repaired_at, r.repaired_name, r.repair_reason
FROM credit_record r JOIN cases c ON c.id = r.case_id
WHERE r.repaired_at IS NOT NULL ORDER BY r.repaired_at DESC, r.id DESC LIMIT :limit;

-- :name credit_get one
-- :for desk
-- :row credit
-- :in id:int
-- :out id:int short_no:text matter_name:text dept_name:text person_name:text applicant_kind:text applicant_id_mask:text
-- :out reason:text recorded_at:msec repaired_at:msec repaired_name:text repair_reason:text
SELECT r.id, c.short_no, c.matter_name, c.dept_name, r.person_name, c.applicant_kind, c.applicant_id_mask, r.reason,
  r.recorded_at, r.repaired_at, r.repaired_name, r.repair_reason
FROM credit_record r JOIN cases c ON c.id = r.case_id WHERE r.id = :id;

-- Once: a record that is repaired stays as it is.
-- :name credit_repair none
-- :for desk
-- :in id:int reason:text staff_id:int staff_name:text now:msec
UPDATE credit_record SET repaired_at = :now, repaired_by = :staff_id, repaired_name = :staff_name, repair_reason = :reason
WHERE id = :id AND repaired_at IS NULL;

-- A person's own record, newest first.
-- :name credit_own many
-- :for account
-- :in account_id:int
-- :out id:int short_no:text matter_name:text dept_name:text reason:text recorded_at:msec repaired_at:msec
-- :out repair_reason:text
SELECT r.id, c.short_no, c.matter_name, c.dept_name, r.reason, r.recorded_at, r.repaired_at, r.repair_reason
FROM account a JOIN credit_record r ON r.person_bidx = a.id_bidx JOIN cases c ON c.id = r.case_id
WHERE a.id = :account_id ORDER BY r.id DESC;

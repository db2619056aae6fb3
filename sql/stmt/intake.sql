-- intake.sql - applications on paper: domain/intake.c, domain/draft*.c, the desk's intake pages

-- A document number has at most one account of each type.
-- :name intake_accounts many
-- :for desk
-- :in id_bidx:bytes
-- :out id:int kind:text id_type:text id_mask:text name:text phone_mask:text legal_rep:text
SELECT id, kind, id_type, id_mask, name, phone_mask, legal_rep FROM account
WHERE id_type IN ('111', 'HMT', '553', '516', '511', '414', '001') AND id_bidx = :id_bidx;

-- :name intake_add none
-- :for desk
-- :in case_id:int taken_by:int taken_name:text now:msec consent:text id_override:int arrived_day:day tracking_no:text
-- :in helper_name:text helper_relation:text helper_consent:text district:text
INSERT INTO case_intake (case_id, open_by, taken_by, taken_name, taken_at, consent, id_override, arrived_day, tracking_no,
  helper_name, helper_relation, helper_consent, district)
VALUES (:case_id, :taken_by, :taken_by, :taken_name, :now, :consent, :id_override, :arrived_day, :tracking_no,
  :helper_name, :helper_relation, :helper_consent, :district);

-- :name intake_get one
-- :for desk
-- :in case_id:int
-- :out open_by:ref taken_by:int taken_name:text taken_at:msec consent:text id_override:int arrived_day:day
-- :out tracking_no:text helper_name:text helper_relation:text helper_consent:text district:text
SELECT open_by, taken_by, taken_name, taken_at, consent, id_override, arrived_day, tracking_no, helper_name, helper_relation,
  helper_consent, district
FROM case_intake WHERE case_id = :case_id;

-- The application is received: nobody enters it any more.
-- :name intake_close none
-- :for desk
-- :in case_id:int
UPDATE case_intake SET open_by = NULL WHERE case_id = :case_id;

-- What was begun and not received yet, per officer, oldest first.  dept_code NULL: all departments.
-- :name intake_open_list many
-- :for desk
-- :in dept_code:text limit:int
-- :out ref:bytes matter_name:text applicant_kind:text applicant_name:text applicant_id_mask:text channel:text
-- :out saved_at:msec open_by:ref taken_name:text arrived_day:day
SELECT c.ref, c.matter_name, c.applicant_kind, c.applicant_name, c.applicant_id_mask, c.channel, c.saved_at, i.open_by,
  i.taken_name, i.arrived_day
FROM case_intake i JOIN cases c ON c.id = i.case_id
WHERE i.open_by IS NOT NULL AND (:dept_code IS NULL OR c.dept_code = :dept_code)
ORDER BY i.open_by, i.case_id LIMIT :limit;

-- What came by post, latest arrival first, and what was sent back: the names of what a notice listed, and how many
-- messages about it are still waiting.  Next page: arrived_day and case_id of the last row.
-- :name intake_post_list many
-- :for desk
-- :in before_day:day before_id:int limit:int
-- :out case_id:int arrived_day:day tracking_no:text dept_code:text ref:bytes short_no:text matter_name:text applicant_kind:text
-- :out applicant_name:text applicant_phone_mask:text state:text correction_round:int open_by:ref listed:text
-- :out waiting:int
SELECT i.case_id, i.arrived_day, i.tracking_no, c.dept_code, c.ref, c.short_no, c.matter_name, c.applicant_kind, c.applicant_name,
  c.applicant_phone_mask, c.state, c.correction_round, i.open_by,
  (SELECT GROUP_CONCAT(m.name ORDER BY m.seq SEPARATOR '、') FROM case_material m WHERE m.case_id = i.case_id AND m.listed = 1),
  (SELECT COUNT(*) FROM outbox o WHERE o.case_id = i.case_id AND o.sent_at IS NULL)
FROM case_intake i FORCE INDEX (case_intake_post) JOIN cases c ON c.id = i.case_id
WHERE i.arrived_day <= :before_day AND (i.arrived_day < :before_day OR i.case_id < :before_id)
ORDER BY i.arrived_day DESC, i.case_id DESC LIMIT :limit;

-- :name intake_drop none
-- :for desk
-- :in id:int
DELETE FROM cases WHERE id = :id AND channel <> 'web' AND state = 'draft' AND case_no IS NULL;

-- :name paper_put none
-- :for desk
-- :in case_id:int item:text held:text now:msec by_id:int
INSERT INTO case_paper (case_id, item, held, at, by_id) VALUES (:case_id, :item, :held, :now, :by_id)
ON DUPLICATE KEY UPDATE held = VALUES(held), at = VALUES(at), by_id = VALUES(by_id);

-- :name paper_drop none
-- :for desk
-- :in case_id:int item:text
DELETE FROM case_paper WHERE case_id = :case_id AND item = :item;

-- :name paper_list many
-- :for desk upload
-- :in case_id:int
-- :out item:text held:text
SELECT item, held FROM case_paper WHERE case_id = :case_id;

-- Departments that do in their districts what a department of the city does (REV-7).
-- :name depts_of_districts many
-- :for desk
-- :in acts_for:text
-- :out district:text code:text name:text
SELECT district, code, name FROM dept WHERE acts_for = CONVERT(:acts_for USING ascii) ORDER BY district;

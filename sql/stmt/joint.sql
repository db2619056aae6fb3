-- joint.sql - the parts of a joint case: domain/case_part.c, and the lists of its pages

-- :name case_parts many
-- :for apply upload desk progress clock
-- :in case_id:int
-- :out seq:int part:text number:text name:text dept_code:text dept_name:text after_seq:ref kind:text days:int state:text
-- :out opened_day:day due:day opinion:text staff_id:ref staff_name:text spoken_at:msec overdue:int document_id:ref
-- :out certificate_id:ref handed_at:msec handed_to:text starts_promise:int on_promise:int ended_day:day ready_at:msec
-- :out ready_by:text
SELECT seq, part, number, name, dept_code, dept_name, after_seq, kind, days, state, opened_day, due, opinion, staff_id,
  staff_name, spoken_at, overdue, document_id, certificate_id, handed_at, handed_to,
  starts_promise, on_promise, ended_day, ready_at, ready_by
FROM case_part WHERE case_id = :case_id ORDER BY seq;

-- What was answered and is no secret: enough to know which departments take part, also for the clock job, which opens no
-- sealed value.
-- :name case_fields_open many
-- :for apply desk clock
-- :in case_id:int
-- :out name:text value:text
SELECT name, value FROM case_field WHERE case_id = :case_id AND value IS NOT NULL ORDER BY name;

-- :name case_part_add none
-- :for desk clock
-- :in case_id:int seq:int part:text number:text name:text dept_code:text dept_name:text after_seq:ref kind:text days:int
-- :in state:text opened_day:day due:day starts_promise:int on_promise:int
INSERT INTO case_part (case_id, seq, part, number, name, dept_code, dept_name, after_seq, kind, days, state, opened_day, due,
  starts_promise, on_promise)
VALUES (:case_id, :seq, :part, :number, :name, :dept_code, :dept_name, :after_seq, :kind, :days, :state, :opened_day, :due,
  :starts_promise, :on_promise);

-- :name case_part_put none
-- :for apply desk clock
-- :in case_id:int seq:int state:text opened_day:day due:day opinion:text staff_id:ref staff_name:text spoken_at:msec
-- :in overdue:int document_id:ref certificate_id:ref handed_at:msec handed_to:text ended_day:day ready_at:msec ready_by:text
UPDATE case_part SET state = :state, opened_day = :opened_day, due = :due, opinion = :opinion, staff_id = :staff_id,
  staff_name = :staff_name, spoken_at = :spoken_at, overdue = :overdue, document_id = :document_id,
  certificate_id = :certificate_id, handed_at = :handed_at, handed_to = :handed_to,
  ended_day = :ended_day, ready_at = :ready_at, ready_by = :ready_by
WHERE case_id = :case_id AND seq = :seq;

-- With the acceptance: how many parts, and how their results are wanted.
-- :name case_joint_put none
-- :for desk clock
-- :in id:int parts:int collect:text
UPDATE cases SET parts = :parts, collect = :collect WHERE id = :id;

-- Whether a department has a part in a case, and it has been opened: from then on it may see the case.
-- :name case_part_of_dept one
-- :for desk upload
-- :in case_id:int dept_code:text
-- :out seq:int
SELECT seq FROM case_part WHERE case_id = :case_id AND dept_code = :dept_code AND opened_day IS NOT NULL LIMIT 1;

-- What a department has open, the most urgent first.  dept_code NULL: all departments.
-- :name parts_open many
-- :for desk
-- :row part_work
-- :in dept_code:text after_due:day after_id:int after_seq:int limit:int
-- :out case_id:int seq:int number:text name:text dept_name:text kind:text due:day short_no:text matter_name:text
-- :out applicant_kind:text applicant_name:text state:text
SELECT p.case_id, p.seq, p.number, p.name, p.dept_name, p.kind, p.due, c.short_no, c.matter_name, c.applicant_kind,
  c.applicant_name, c.state
FROM case_part p FORCE INDEX (case_part_dept) JOIN cases c ON c.id = p.case_id
WHERE p.dept_code = :dept_code AND p.state = 'open' AND p.due >= :after_due
  AND (p.due > :after_due OR p.case_id > :after_id OR (p.case_id = :after_id AND p.seq > :after_seq))
ORDER BY p.due, p.case_id, p.seq LIMIT :limit;

-- :name parts_open_all many
-- :for desk
-- :row part_work
-- :in after_due:day after_id:int after_seq:int limit:int
-- :out case_id:int seq:int number:text name:text dept_name:text kind:text due:day short_no:text matter_name:text
-- :out applicant_kind:text applicant_name:text state:text
SELECT p.case_id, p.seq, p.number, p.name, p.dept_name, p.kind, p.due, c.short_no, c.matter_name, c.applicant_kind,
  c.applicant_name, c.state
FROM case_part p FORCE INDEX (case_part_due) JOIN cases c ON c.id = p.case_id
WHERE p.state = 'open' AND p.due >= :after_due
  AND (p.due > :after_due OR p.case_id > :after_id OR (p.case_id = :after_id AND p.seq > :after_seq))
ORDER BY p.due, p.case_id, p.seq LIMIT :limit;

-- Results of single parts at the window, not given to the applicant yet, those that have waited longest first.  First page:
-- after_at the first instant, after_id and after_seq 0.
-- :name parts_ready many
-- :for desk
-- :in after_at:msec after_id:int after_seq:int limit:int
-- :out case_id:int seq:int number:text name:text dept_name:text short_no:text matter_name:text applicant_kind:text
-- :out applicant_name:text agent_name:text state:text ready_at:msec
SELECT p.case_id, p.seq, p.number, p.name, p.dept_name, c.short_no, c.matter_name, c.applicant_kind, c.applicant_name,
  c.agent_name, p.state, p.ready_at
FROM case_part p FORCE INDEX (case_part_ready) JOIN cases c ON c.id = p.case_id
WHERE p.handed_at IS NULL AND p.ready_at >= :after_at AND p.state IN ('granted', 'refused')
  AND (p.ready_at > :after_at OR p.case_id > :after_id OR (p.case_id = :after_id AND p.seq > :after_seq))
ORDER BY p.ready_at, p.case_id, p.seq LIMIT :limit;

-- :name parts_open_count one
-- :for desk
-- :in dept_code:text most:int
-- :out n:int
SELECT COUNT(*) FROM (SELECT 1 FROM case_part WHERE state = 'open' AND (:dept_code IS NULL OR dept_code = :dept_code) LIMIT :most) AS a;

-- Parts whose last day is over while the promised limit of the case runs, or has not begun: a clock that rests does not count
-- against a department.  Recorded ones drop out.
-- :name parts_overdue many
-- :for clock
-- :in today:day after_due:day after_id:int after_seq:int limit:int
-- :out case_id:int seq:int kind:text dept_code:text number:text due:day
SELECT p.case_id, p.seq, p.kind, p.dept_code, p.number, p.due
FROM case_part p FORCE INDEX (case_part_due) JOIN cases c ON c.id = p.case_id AND (c.running & 8 OR c.promised_due IS NULL)
WHERE p.state = 'open' AND p.overdue = 0 AND p.due < :today AND p.due >= :after_due
  AND (p.due > :after_due OR p.case_id > :after_id OR (p.case_id = :after_id AND p.seq > :after_seq))
ORDER BY p.due, p.case_id, p.seq LIMIT :limit;

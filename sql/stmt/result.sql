-- result.sql - the result at the window, by mail, and the ledgers (C.2 rows 16 to 19, OUT-1 to OUT-4)

-- --- at the window --------------------------------------------------------------------------------------------

-- The result is at the window, or was asked about once more.
-- :name case_await none
-- :for desk clock
-- :in id:int ready_day:day remind_due:day
UPDATE cases SET ready_day = :ready_day, remind_due = :remind_due WHERE id = :id;

-- Nobody came until its day was over.
-- :name clock_unclaimed many
-- :for clock
-- :in today:day after_due:day after_id:int limit:int
-- :out id:int dept_code:text short_no:text remind_due:day
SELECT id, dept_code, short_no, remind_due FROM cases
WHERE state = 'result_ready' AND remind_due < :today AND remind_due >= :after_due
  AND (remind_due > :after_due OR id > :after_id)
ORDER BY remind_due, id LIMIT :limit;

-- Results by state and way of delivery, those that have waited longest first.  until: ready no later than this day;
-- first page: after_day day_make(1900,1,1) and after_id 0; next page: ready_day and id of the last row.
-- :name results_waiting many
-- :for desk
-- :in state:text delivery:text until:day after_day:day after_id:int limit:int
-- :out id:int short_no:text matter_name:text dept_name:text applicant_kind:text applicant_name:text agent_name:text
-- :out outcome:text ready_day:day mail_due:day delivery_due:day claimed_by:ref claimed_name:text
SELECT id, short_no, matter_name, dept_name, applicant_kind, applicant_name, agent_name, outcome, ready_day, mail_due,
  delivery_due, claimed_by, claimed_name
FROM cases
WHERE state = :state AND delivery = :delivery AND ready_day <= :until AND ready_day >= :after_day
  AND (ready_day > :after_day OR id > :after_id)
ORDER BY ready_day, id LIMIT :limit;

-- The last one: a letter that came back gets another.
-- :name waybill_last one
-- :for desk apply
-- :in case_id:int
-- :out courier:text number:text
SELECT courier, number FROM waybill WHERE case_id = :case_id ORDER BY event_seq DESC LIMIT 1;

-- --- ledgers: what was received, accepted, decided, delivered (OUT-4) ---------------------------------------------

-- In the order of time.  also: a second book that counts for this one, or ''.  dept_code NULL: all.  First page: after_at
-- the first instant, after_case and after_seq 0; next page: at, case_id and seq of the last row.
-- :name ledger_page many
-- :for desk
-- :in book:text also:text dept_code:text until:msec after_at:msec after_case:int after_seq:int limit:int
-- :out case_id:int seq:int at:msec action:text actor_name:text post:text acting_name:text doc_number:text
-- :out short_no:text case_no:text matter_name:text dept_name:text channel:text delivery:text applicant_kind:text
-- :out applicant_name:text applicant_id_mask:text outcome:text
SELECT e.case_id, e.seq, e.at, e.action, e.actor_name, e.post, e.acting_name, d.number, c.short_no, c.case_no, c.matter_name,
  c.dept_name, c.channel, c.delivery, c.applicant_kind, c.applicant_name, c.applicant_id_mask, c.outcome
FROM (
  (SELECT STRAIGHT_JOIN x.case_id, x.seq, x.at, x.action, x.actor_name, x.post, x.acting_name, x.doc_id
   FROM case_event x FORCE INDEX (case_event_book) JOIN cases k ON k.id = x.case_id
   WHERE x.book = :book AND x.at >= :after_at AND x.at < :until
     AND (x.at > :after_at OR x.case_id > :after_case OR (x.case_id = :after_case AND x.seq > :after_seq))
     AND (:dept_code IS NULL OR k.dept_code = :dept_code)
   ORDER BY x.at, x.case_id, x.seq LIMIT :limit)
  UNION ALL
  (SELECT STRAIGHT_JOIN x.case_id, x.seq, x.at, x.action, x.actor_name, x.post, x.acting_name, x.doc_id
   FROM case_event x FORCE INDEX (case_event_book) JOIN cases k ON k.id = x.case_id
   WHERE x.book = :also AND x.at >= :after_at AND x.at < :until
     AND (x.at > :after_at OR x.case_id > :after_case OR (x.case_id = :after_case AND x.seq > :after_seq))
     AND (:dept_code IS NULL OR k.dept_code = :dept_code)
   ORDER BY x.at, x.case_id, x.seq LIMIT :limit)
) AS e
JOIN cases c ON c.id = e.case_id
LEFT JOIN document d ON d.id = e.doc_id
ORDER BY e.at, e.case_id, e.seq LIMIT :limit;

-- :name dept_names many
-- :for desk
-- :out code:text name:text
SELECT code, name FROM dept ORDER BY number;

-- --- letters of authorisation (CAT-7): unit NULL: every unit ---------------------------------------------------

-- :name letter_list many
-- :for admin
-- :in unit:text limit:int
-- :out id:int number:text dept_name:text matter_name:text powers:text valid_from:day valid_until:day signed_by:text
-- :out ended_at:msec
SELECT l.id, l.number, d.name, m.name, l.powers, l.valid_from, l.valid_until, l.signed_by, l.ended_at
FROM auth_letter l JOIN dept d ON d.code = l.dept_code JOIN matter m ON m.id = l.matter_id
WHERE :unit IS NULL OR l.dept_code = :unit
ORDER BY l.id DESC LIMIT :limit;

-- :name letter_matters many
-- :for admin
-- :in unit:text
-- :out code:text name:text dept_name:text kind:text
SELECT m.code, m.name, d.name, r.kind
FROM matter m JOIN matter_revision r ON r.id = m.current_revision JOIN dept d ON d.code = m.dept_code
WHERE m.state = 'on' AND (:unit IS NULL OR m.dept_code = :unit)
ORDER BY m.position, m.id LIMIT 500;

-- :name letter_matter one
-- :for admin
-- :in code:text unit:text
-- :out id:int dept_code:text kind:text
SELECT m.id, m.dept_code, r.kind FROM matter m JOIN matter_revision r ON r.id = m.current_revision
WHERE m.code = :code AND m.state = 'on' AND (:unit IS NULL OR m.dept_code = :unit);

-- :name letter_add none
-- :for admin
-- :in number:text dept_code:text matter_id:int powers:text valid_from:day valid_until:day signed_by:text staff_id:int
-- :in now:msec
INSERT INTO auth_letter (number, dept_code, matter_id, powers, valid_from, valid_until, signed_by, entered_by, entered_at)
VALUES (:number, :dept_code, :matter_id, :powers, :valid_from, :valid_until, :signed_by, :staff_id, :now);

-- The row stays: under which letter a case was decided must be answerable later.
-- :name letter_end none
-- :for admin
-- :in id:int unit:text now:msec
UPDATE auth_letter SET ended_at = :now
WHERE id = :id AND ended_at IS NULL AND (:unit IS NULL OR dept_code = :unit);

-- Of the list that make run prints.
-- :name demo_letter_put none
-- :for demo-accounts
-- :in number:text dept_code:text code:text powers:text valid_from:day valid_until:day signed_by:text now:msec
INSERT INTO auth_letter (number, dept_code, matter_id, powers, valid_from, valid_until, signed_by, entered_by, entered_at)
SELECT :number, :dept_code, id, :powers, :valid_from, :valid_until, :signed_by, 0, :now FROM matter
WHERE code = :code AND dept_code = :dept_code AND NOT EXISTS (SELECT 1 FROM auth_letter l WHERE l.number = :number);

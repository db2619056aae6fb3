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
SELECT courier, number FROM waybill WHERE case_id = :case_id ORDER BY id DESC LIMIT 1;

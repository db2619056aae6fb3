-- review.sql - the department's desk from acceptance to the decision: desk/, domain/attach.c

-- What was attached and waits belongs to the act that takes it along.
-- :name attach_bind none
-- :for desk
-- :in case_id:int waiting:text item:text
UPDATE case_file SET item = :item WHERE case_id = :case_id AND item = :waiting AND removed_at IS NULL;

-- A record for ever: what was near or over, also of clocks that have stopped since.
-- :name alerts_of_case many
-- :for desk
-- :in case_id:int
-- :out kind:text on_day:day created_at:msec
SELECT kind, on_day, created_at FROM alert WHERE case_id = :case_id ORDER BY id;

-- Matters to choose from above a worklist: those that are on, of one department or of all.
-- :name worklist_matters many
-- :for desk
-- :in dept_code:text
-- :out id:int name:text
SELECT id, name FROM matter WHERE state = 'on' AND (:dept_code IS NULL OR dept_code = :dept_code) ORDER BY position, id LIMIT 500;

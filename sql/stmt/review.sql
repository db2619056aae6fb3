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

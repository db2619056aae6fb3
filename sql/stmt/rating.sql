-- rating.sql - rights to rate, ratings, the repair of bad ones, and what the public sees: domain/rating*.c

-- --- invitations --------------------------------------------------------------------------------------------

-- :name rating_invite_add none
-- :for apply desk clock
-- :in ref:bytes kind:text subject:text stage:text case_id:ref account_id:ref person_key:bytes dept_code:text matter_code:text
-- :in matter_name:text window_code:text staff_id:ref today:day now:msec until_day:day
INSERT INTO rating_invite (ref, kind, subject, stage, case_id, account_id, person_key, dept_code, matter_code, matter_name,
  window_code, staff_id, first_day, made_at, until_day)
VALUES (:ref, :kind, :subject, :stage, :case_id, :account_id, :person_key, :dept_code, :matter_code, :matter_name,
  :window_code, :staff_id, :today, :now, :until_day);

-- The case is concluded: the same right once more, about the whole of it; who rated before may change it again.
-- since: a right older than this stays as it is, because its link may be gone.
-- :name rating_invite_renew none
-- :for apply desk clock
-- :in subject:text kind:text stage:text staff_id:ref window_code:text now:msec until_day:day since:day
UPDATE rating_invite SET kind = :kind, stage = :stage, staff_id = :staff_id, window_code = :window_code, made_at = :now,
  until_day = :until_day
WHERE subject = :subject AND first_day >= :since;

-- What an officer did at the counter while this ticket was served belongs to the ticket: one service, one right.
-- :name rating_invite_absorb none
-- :for apply desk clock
-- :in subject:text staff_id:int since:msec
UPDATE rating_invite SET subject = :subject
WHERE staff_id = :staff_id AND made_at >= :since AND kind = 'counter' AND subject LIKE 'e%' ORDER BY made_at DESC LIMIT 1;

-- :name rating_invite_of one
-- :for apply desk clock hall
-- :in subject:text
-- :out id:int ref:bytes
SELECT id, ref FROM rating_invite WHERE subject = :subject;

-- Where an officer sits today.
-- :name rating_window_of many
-- :for apply desk clock
-- :in staff_id:int today:day
-- :out window_code:text
SELECT window_code FROM window_duty WHERE staff_id = :staff_id AND from_day <= :today
  AND (until_day IS NULL OR until_day >= :today) ORDER BY from_day DESC, id DESC LIMIT 1;


-- job.sql - the clock job, the sender, the event check, demo accounts

-- --- one runner over all machines -------------------------------------------------------------------------

-- Taken when free, run out, or mine already; lease_holder then says whose it is.  The second assignment sees the first.
-- :name lease_take none
-- :for clock
-- :in name:text holder:text now:msec until_at:msec
INSERT INTO lease (name, holder, until_at) VALUES (:name, :holder, :until_at)
ON DUPLICATE KEY UPDATE
  holder = IF(holder = VALUES(holder) OR until_at <= :now, VALUES(holder), holder),
  until_at = IF(holder = VALUES(holder), VALUES(until_at), until_at);

-- :name lease_holder one
-- :for clock
-- :in name:text
-- :out holder:text until_at:msec
SELECT holder, until_at FROM lease WHERE name = :name;

-- :name lease_drop none
-- :for clock
-- :in name:text holder:text
DELETE FROM lease WHERE name = :name AND holder = :holder;

-- --- clock job ----------------------------------------------------------------------------------------------

-- Received, and the last day to ask for corrections is over (ALL 32(4)).
-- :name clock_silent many
-- :for clock
-- :in today:day after_due:day after_id:int limit:int
-- :out id:int version:int correction_due:day
SELECT id, version, correction_due FROM cases
WHERE state = 'received' AND correction_due < :today AND correction_due >= :after_due
  AND (correction_due > :after_due OR id > :after_id)
ORDER BY correction_due, id LIMIT :limit;

-- Cases with a running clock due in [from, until], not alerted for that day yet; one row per clock.  bit: of the clock.
-- since: how far back next_due is looked at.  Those that were alerted drop out, so that the next page is the first again.
-- :name clock_due_soon many
-- :for clock
-- :in kind:text clock:text bit:int since:day from:day until:day limit:int
-- :out id:int dept_code:text short_no:text due:day
SELECT c.id, c.dept_code, c.short_no, c.due FROM (
  SELECT id, dept_code, short_no, CASE :clock WHEN 'feedback' THEN feedback_due WHEN 'correction' THEN correction_due
    WHEN 'legal' THEN legal_due WHEN 'promised' THEN promised_due WHEN 'special' THEN special_due
    WHEN 'gap' THEN gap_due WHEN 'delivery' THEN delivery_due WHEN 'mail' THEN mail_due
    WHEN 'check' THEN check_due ELSE archive_due END AS due
  FROM cases FORCE INDEX (cases_due) WHERE next_due BETWEEN :since AND :until AND running & :bit
) AS c
LEFT JOIN alert a ON a.kind = :kind AND a.case_id = c.id AND a.on_day = c.due
WHERE c.due BETWEEN :from AND :until AND a.id IS NULL
LIMIT :limit;

-- Old windows of the rate limits.
-- :name rate_bucket_sweep none
-- :for clock
-- :in before:msec
DELETE FROM rate_bucket WHERE window_at < :before LIMIT 1000;

-- :name session_sweep none
-- :for clock
-- :in now:msec
DELETE FROM session WHERE expires_at < :now LIMIT 1000;

-- :name staff_session_sweep none
-- :for clock
-- :in now:msec
DELETE FROM staff_session WHERE expires_at < :now LIMIT 1000;

-- --- sender -------------------------------------------------------------------------------------------------

-- Due now, or left behind by a sender that died; rows that another sender is claiming this moment are passed over.
-- In the order of the index, so that no more rows are locked than are taken.
-- :name outbox_due many
-- :for sender
-- :in now:msec limit:int
-- :out id:int
SELECT id FROM outbox WHERE state IN ('queued', 'sending') AND next_at <= :now
ORDER BY state, next_at, id LIMIT :limit FOR UPDATE SKIP LOCKED;

-- :name outbox_lease none
-- :for sender
-- :in id:int lease_by:text lease_until:msec
UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_by = :lease_by, lease_until = :lease_until,
  next_at = :lease_until
WHERE id = :id;

-- :name outbox_get one
-- :for sender
-- :in id:int
-- :out id:int topic:text about_id:int about_seq:int account_id:int channel:text subject:text body:text to_sealed:bytes
-- :out attempts:int
SELECT id, IFNULL(topic, 'case') AS topic, IFNULL(case_id, topic_id) AS about_id, IFNULL(event_seq, topic_seq) AS about_seq,
  account_id, channel, subject, body, to_sealed, attempts
FROM outbox WHERE id = :id;

-- Only by the sender that holds it.
-- :name outbox_sent none
-- :for sender
-- :in id:int lease_by:text now:msec
UPDATE outbox SET state = 'sent', sent_at = :now, lease_by = NULL, lease_until = NULL, last_error = NULL
WHERE id = :id AND state = 'sending' AND lease_by = :lease_by;

-- :name outbox_failed none
-- :for sender
-- :in id:int lease_by:text state:text next_at:msec last_error:text
UPDATE outbox SET state = :state, next_at = :next_at, lease_by = NULL, lease_until = NULL, last_error = :last_error
WHERE id = :id AND state = 'sending' AND lease_by = :lease_by;

-- --- event check --------------------------------------------------------------------------------------------

-- :name check_cases many
-- :for eventcheck
-- :in after_id:int limit:int
-- :out id:int case_no:text state:text event_count:int event_head:bytes
SELECT id, case_no, state, event_count, event_head FROM cases WHERE id > :after_id ORDER BY id LIMIT :limit;

-- :name check_case one
-- :for eventcheck
-- :in id:int
-- :out id:int case_no:text state:text event_count:int event_head:bytes
SELECT id, case_no, state, event_count, event_head FROM cases WHERE id = :id;

-- :name check_number one
-- :for eventcheck
-- :in number:text
-- :out id:int
SELECT id FROM cases WHERE case_no = :number UNION ALL SELECT id FROM cases WHERE short_no = :number LIMIT 1;

-- :name check_events many
-- :for eventcheck
-- :in case_id:int
-- :out seq:int at:msec action:text from_state:text to_state:text actor_kind:text actor_id:int actor_name:text post:text
-- :out acting_for:ref acting_name:text reason:text note:text clause:text doc_id:ref doc_hash:bytes prev_hash:bytes
-- :out hash:bytes
SELECT seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post, acting_for, acting_name, reason, note,
  clause, doc_id, doc_hash, prev_hash, hash
FROM case_event WHERE case_id = :case_id ORDER BY seq;

-- :name check_documents many
-- :for eventcheck
-- :in case_id:int
-- :out id:int event_seq:int kind:text number:text data:text
SELECT id, event_seq, kind, number, data FROM document WHERE case_id = :case_id ORDER BY event_seq, id;

-- --- demo accounts ------------------------------------------------------------------------------------------

-- :name demo_staff_put none
-- :for demo-accounts
-- :in login:text name:text dept_code:text post:text pw_hash:text trained_on:day now:msec
INSERT INTO staff (login, name, dept_code, post, pw_hash, trained_on, created_at)
VALUES (:login, :name, :dept_code, :post, :pw_hash, :trained_on, :now)
ON DUPLICATE KEY UPDATE login = login;

-- :name demo_staff_get one
-- :for demo-accounts
-- :in login:text
-- :out id:int
SELECT id FROM staff WHERE login = :login;

-- :name demo_role_put none
-- :for demo-accounts
-- :in staff_id:int role:text valid_from:day approver:text
INSERT INTO staff_role (staff_id, role, valid_from, approver) VALUES (:staff_id, :role, :valid_from, :approver)
ON DUPLICATE KEY UPDATE role = VALUES(role);

-- :name demo_duty_put none
-- :for demo-accounts
-- :in window_code:text post:text login:text from_day:day
INSERT INTO window_duty (window_code, staff_id, post, from_day)
SELECT w.code, f.id, :post, :from_day FROM service_window w JOIN staff f ON f.login = :login
WHERE w.code = :window_code AND NOT EXISTS (SELECT 1 FROM window_duty d WHERE d.staff_id = f.id AND d.window_code = w.code);

-- :name demo_account_put none
-- :for demo-accounts
-- :in kind:text id_type:text id_sealed:bytes id_bidx:bytes id_mask:text name:text phone_sealed:bytes phone_bidx:bytes
-- :in phone_mask:text address_sealed:bytes legal_rep:text contact:text pw_hash:text now:msec
INSERT INTO account (kind, id_type, id_sealed, id_bidx, id_mask, name, phone_sealed, phone_bidx, phone_mask, address_sealed,
  legal_rep, contact, pw_hash, created_at)
VALUES (:kind, :id_type, :id_sealed, :id_bidx, :id_mask, :name, :phone_sealed, :phone_bidx, :phone_mask, :address_sealed,
  :legal_rep, :contact, :pw_hash, :now)
ON DUPLICATE KEY UPDATE name = account.name;

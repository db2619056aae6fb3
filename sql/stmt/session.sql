-- session.sql - who is at the other end: applicants and officers, by the hash of their cookie

-- :name session_citizen one
-- :for catalog account apply upload progress feedback hall booking
-- :in token_hash:bytes now:msec
-- :out account_id:int name:text last_seen:msec
SELECT a.id, a.name, s.last_seen
FROM session s JOIN account a ON a.id = s.account_id AND a.epoch = s.epoch
WHERE s.token_hash = :token_hash AND s.expires_at > :now;

-- :name session_citizen_begin none
-- :for account
-- :in token_hash:bytes account_id:int now:msec expires_at:msec
INSERT INTO session (token_hash, account_id, epoch, created_at, last_seen, expires_at)
SELECT :token_hash, a.id, a.epoch, :now, :now, :expires_at FROM account a WHERE a.id = :account_id;

-- :name session_citizen_touch none
-- :for account apply upload feedback hall booking
-- :in token_hash:bytes now:msec expires_at:msec
UPDATE session SET last_seen = :now, expires_at = :expires_at WHERE token_hash = :token_hash;

-- :name session_citizen_end none
-- :for account
-- :in token_hash:bytes
DELETE FROM session WHERE token_hash = :token_hash;

-- :name session_citizen_end_all none
-- :for account
-- :in account_id:int
UPDATE account SET epoch = epoch + 1 WHERE id = :account_id;

-- acting_for: the A post whom this officer stands in for at this moment (CQ 5.11.3); A's rights come with it.
-- :name session_staff one
-- :for upload desk admin feedback hall
-- :in token_hash:bytes now:msec today:day
-- :out staff_id:int name:text post:text dept_code:text acting_for:ref acting_name:text roles:text last_seen:msec
SELECT f.id, f.name, f.post, f.dept_code, a.id, a.name,
  (SELECT GROUP_CONCAT(r.role SEPARATOR ' ') FROM staff_role r
   WHERE r.staff_id IN (f.id, a.id) AND r.valid_from <= :today
     AND (r.valid_until IS NULL OR r.valid_until >= :today)),
  s.last_seen
FROM staff_session s JOIN staff f ON f.id = s.staff_id AND f.epoch = s.epoch
LEFT JOIN staff a ON a.id = (SELECT u.a_staff FROM substitution u
  WHERE u.b_staff = f.id AND u.until_at > :now AND u.from_at <= :now ORDER BY u.until_at, u.id LIMIT 1)
WHERE s.token_hash = :token_hash AND s.expires_at > :now AND f.enabled = 1 AND f.trained_on IS NOT NULL;

-- :name session_staff_begin none
-- :for desk
-- :in token_hash:bytes staff_id:int now:msec expires_at:msec
INSERT INTO staff_session (token_hash, staff_id, epoch, created_at, last_seen, expires_at)
SELECT :token_hash, f.id, f.epoch, :now, :now, :expires_at FROM staff f WHERE f.id = :staff_id;

-- :name session_staff_touch none
-- :for upload desk admin feedback hall
-- :in token_hash:bytes now:msec expires_at:msec
UPDATE staff_session SET last_seen = :now, expires_at = :expires_at WHERE token_hash = :token_hash;

-- :name session_staff_end none
-- :for desk
-- :in token_hash:bytes
DELETE FROM staff_session WHERE token_hash = :token_hash;

-- :name session_staff_end_all none
-- :for desk
-- :in staff_id:int
UPDATE staff SET epoch = epoch + 1 WHERE id = :staff_id;

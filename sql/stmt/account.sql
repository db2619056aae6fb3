-- account.sql - signing up and in: domain/account.c, domain/signin.c, the account pages

-- :name account_add none
-- :for account
-- :in kind:text id_type:text id_sealed:bytes id_bidx:bytes id_mask:text id_override:int name:text
-- :in phone_sealed:bytes phone_bidx:bytes phone_mask:text email_sealed:bytes address_sealed:bytes
-- :in legal_rep:text contact:text pw_hash:text now:msec
INSERT INTO account (kind, id_type, id_sealed, id_bidx, id_mask, id_override, name, phone_sealed, phone_bidx, phone_mask,
  email_sealed, address_sealed, legal_rep, contact, pw_hash, created_at)
VALUES (:kind, :id_type, :id_sealed, :id_bidx, :id_mask, :id_override, :name, :phone_sealed, :phone_bidx, :phone_mask,
  :email_sealed, :address_sealed, :legal_rep, :contact, :pw_hash, :now);

-- A document number has at most one account of each type; a mobile may have several.  The password tells whose it is.
-- :name signin_account many
-- :for account
-- :in id_bidx:bytes phone_bidx:bytes
-- :out id:int pw_hash:text
SELECT id, pw_hash FROM account
WHERE id_type IN ('111', 'HMT', '553', '516', '511', '414', '001') AND id_bidx = :id_bidx
UNION
SELECT id, pw_hash FROM account WHERE phone_bidx = :phone_bidx
LIMIT 8;

-- :name signin_staff one
-- :for desk
-- :in login:text
-- :out id:int pw_hash:text enabled:int trained_on:day
SELECT id, pw_hash, enabled, trained_on FROM staff WHERE login = :login;

-- :name rate_forget none
-- :for account desk
-- :in bucket:text
DELETE FROM rate_bucket WHERE bucket = :bucket;

-- :name account_profile one
-- :for account
-- :in id:int
-- :out kind:text name:text id_type:text id_mask:text phone_mask:text legal_rep:text pw_hash:text created_at:msec
SELECT kind, name, id_type, id_mask, phone_mask, legal_rep, pw_hash, created_at FROM account WHERE id = :id;

-- A new password ends every session of the account.
-- :name account_password_set none
-- :for account desk
-- :in id:int pw_hash:text
UPDATE account SET pw_hash = :pw_hash, epoch = epoch + 1 WHERE id = :id;

-- :name account_phone_set none
-- :for account
-- :in id:int phone_sealed:bytes phone_bidx:bytes phone_mask:text
UPDATE account SET phone_sealed = :phone_sealed, phone_bidx = :phone_bidx, phone_mask = :phone_mask WHERE id = :id;

-- Own cases, newest first; what a window is still entering is not there yet.  before: id of the last row of the page before, or a number above all.
-- :name account_cases many
-- :for account
-- :in account_id:int before:int limit:int
-- :out id:int ref:bytes short_no:text matter_name:text dept_name:text state:text turn:text saved_at:msec
-- :out submitted_at:msec next_due:day
SELECT id, ref, short_no, matter_name, dept_name, state, turn, saved_at, submitted_at, next_due
FROM cases FORCE INDEX (cases_account) WHERE account_id = :account_id AND id < :before
  AND (channel = 'web' OR case_no IS NOT NULL)
ORDER BY id DESC LIMIT :limit;

-- :name account_by_document one
-- :for desk
-- :in id_bidx:bytes name:text
-- :out id:int name:text id_mask:text
SELECT id, name, id_mask FROM account
WHERE id_type IN ('111', 'HMT', '553', '516', '511', '414', '001') AND id_bidx = :id_bidx
  AND name = :name COLLATE utf8mb4_bin;

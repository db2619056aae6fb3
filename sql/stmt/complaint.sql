-- complaint.sql - complaints, suggestions, reports

-- :name complaint_add none
-- :for feedback desk
-- :in ref:bytes number:text submit_key:bytes same_mac:bytes channel:text kind:text anonymous:int account_id:ref
-- :in name_sealed:bytes name_mask:text phone_sealed:bytes phone_mask:text about:text about_text:text case_id:ref
-- :in window_code:text fault:text facts_sealed:bytes rude:int received_at:msec due:day provisional:int entered_by:ref
INSERT INTO complaint (ref, number, submit_key, same_mac, channel, kind, anonymous, account_id, name_sealed, name_mask,
  phone_sealed, phone_mask, about, about_text, case_id, window_code, fault, facts_sealed, rude, state, desk, received_at, due,
  provisional, entered_by, event_count)
VALUES (:ref, :number, :submit_key, :same_mac, :channel, :kind, :anonymous, :account_id, :name_sealed, :name_mask,
  :phone_sealed, :phone_mask, :about, :about_text, :case_id, :window_code, :fault, :facts_sealed, :rude, 'received', 'sort',
  :received_at, :due, :provisional, :entered_by, 1);

-- :name complaint_get one
-- :for feedback desk upload clock
-- :row complaint
-- :in id:int
-- :out id:int ref:bytes token_version:int number:text channel:text kind:text anonymous:int account_id:ref name_sealed:bytes
-- :out name_mask:text phone_sealed:bytes phone_mask:text about:text about_text:text case_id:ref window_code:text fault:text
-- :out facts_sealed:bytes rude:int unit:text level:int handler_id:ref handler_name:text state:text received_at:msec due:day
-- :out provisional:int answered_at:msec lapse_day:day finding:text reply_sealed:bytes reply_no:text satisfied:int
-- :out withheld_by:ref entered_by:ref version:int event_count:int
SELECT id, ref, token_version, number, channel, kind, anonymous, account_id, name_sealed, name_mask, phone_sealed, phone_mask,
  about, about_text, case_id, window_code, fault, facts_sealed, rude, unit, level, handler_id, handler_name, state,
  received_at, due, provisional, answered_at, lapse_day, finding, reply_sealed, reply_no, satisfied, withheld_by, entered_by,
  version, event_count
FROM complaint WHERE id = :id;

-- :name complaint_by_ref one
-- :for feedback upload
-- :in ref:bytes
-- :out id:int
SELECT id FROM complaint WHERE ref = :ref;

-- :name complaint_by_number one
-- :for feedback desk
-- :in number:text
-- :out id:int
SELECT id FROM complaint WHERE number = :number;

-- Sent twice: by the key of the form; else the same words by the same person on the same day.
-- :name complaint_by_submit one
-- :for feedback desk
-- :in submit_key:bytes
-- :out id:int
SELECT id FROM complaint WHERE submit_key = :submit_key;

-- :name complaint_by_same one
-- :for feedback desk
-- :in same_mac:bytes
-- :out id:int
SELECT id FROM complaint WHERE same_mac = :same_mac ORDER BY id LIMIT 1;

-- :name complaint_lock one
-- :for feedback desk upload clock
-- :in id:int
-- :out version:int
SELECT version FROM complaint WHERE id = :id FOR UPDATE;

-- :name complaint_move none
-- :for feedback desk clock
-- :in id:int fault:text unit:text level:int handler_id:ref handler_name:text state:text desk:text due:day provisional:int
-- :in answered_at:msec lapse_day:day finding:text reply_sealed:bytes reply_no:text satisfied:int withheld_by:ref
-- :in version:int event_count:int
UPDATE complaint SET fault = :fault, unit = :unit, level = :level, handler_id = :handler_id, handler_name = :handler_name,
  state = :state, desk = :desk, due = :due, provisional = :provisional, answered_at = :answered_at, lapse_day = :lapse_day,
  finding = :finding, reply_sealed = :reply_sealed, reply_no = :reply_no, satisfied = :satisfied,
  withheld_by = :withheld_by, version = :version, event_count = :event_count
WHERE id = :id;

-- :name complaint_event_add none
-- :for feedback desk clock
-- :in complaint_id:int seq:int at:msec action:text from_state:text to_state:text actor_kind:text actor_id:int actor_name:text
-- :in post:text acting_for:ref unit:text level:int due:day words_sealed:bytes clause:text
INSERT INTO complaint_event (complaint_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post,
  acting_for, unit, level, due, words_sealed, clause)
VALUES (:complaint_id, :seq, :at, :action, :from_state, :to_state, :actor_kind, :actor_id, :actor_name, :post, :acting_for,
  :unit, :level, :due, :words_sealed, :clause);

-- :name complaint_events many
-- :for feedback desk
-- :in complaint_id:int
-- :out seq:int at:msec action:text to_state:text actor_kind:text actor_name:text post:text unit:text level:int due:day
-- :out words_sealed:bytes clause:text
SELECT seq, at, action, to_state, actor_kind, actor_name, post, unit, level, due, words_sealed, clause
FROM complaint_event WHERE complaint_id = :complaint_id ORDER BY seq;

-- --- whom it is about ---------------------------------------------------------------------------------------------

-- :name complaint_subject_add none
-- :for feedback desk
-- :in complaint_id:int staff_id:int why:text
INSERT INTO complaint_subject (complaint_id, staff_id, why) VALUES (:complaint_id, :staff_id, :why)
ON DUPLICATE KEY UPDATE why = VALUES(why);

-- :name complaint_subjects many
-- :for desk
-- :in complaint_id:int
-- :out name:text post:text why:text
SELECT f.name, f.post, s.why FROM complaint_subject s JOIN staff f ON f.id = s.staff_id
WHERE s.complaint_id = :complaint_id ORDER BY f.id;

-- It is about this officer, about whom they act for, or about somebody whom they stand in for today (CQ 5.11.3).
-- :name complaint_conflict one
-- :for desk
-- :in complaint_id:int staff_id:int acting_for:int now:msec
-- :out n:int
SELECT COUNT(*) FROM complaint_subject s WHERE s.complaint_id = :complaint_id
  AND (s.staff_id = :staff_id OR s.staff_id = :acting_for
    OR s.staff_id IN (SELECT u.a_staff FROM substitution u WHERE u.b_staff = :staff_id AND u.until_at > :now AND u.from_at <= :now));

-- :name complaint_answered_by one
-- :for desk
-- :in complaint_id:int staff_id:int
-- :out n:int
SELECT COUNT(*) FROM complaint_event WHERE complaint_id = :complaint_id AND actor_id = :staff_id AND action = 'answer';

-- :name staff_named many
-- :for feedback desk
-- :in name:text
-- :out id:int
SELECT id FROM staff WHERE name = :name LIMIT 20;

-- :name staff_at_window many
-- :for feedback desk
-- :in window_code:text today:day
-- :out staff_id:int
SELECT DISTINCT staff_id FROM window_duty
WHERE window_code = :window_code AND from_day <= :today AND (until_day IS NULL OR until_day >= :today) LIMIT 20;

-- Who acted on a case; looked up by its number of either form.
-- :name complaint_case one
-- :for feedback desk
-- :in number:text
-- :out id:int short_no:text matter_name:text dept_code:text
SELECT id, short_no, matter_name, dept_code FROM cases WHERE case_no = :number
UNION ALL SELECT id, short_no, matter_name, dept_code FROM cases WHERE short_no = :number LIMIT 1;

-- :name staff_on_case many
-- :for feedback desk
-- :in case_id:int
-- :out staff_id:int
SELECT DISTINCT actor_id FROM case_event WHERE case_id = :case_id AND actor_kind = 'staff' LIMIT 50;

-- :name complaint_window one
-- :for feedback desk
-- :in code:text
-- :out code:text name:text
SELECT code, name FROM service_window WHERE code = :code;

-- :name unit_list many
-- :for feedback desk
-- :out code:text name:text short_name:text phone_complaint:text
SELECT code, name, short_name, phone_complaint FROM dept ORDER BY number;

-- --- files ----------------------------------------------------------------------------------------------------------

-- :name complaint_file_add none
-- :for upload
-- :in complaint_id:int sha256:bytes size:int kind:text file_name:text added_at:msec
INSERT INTO complaint_file (complaint_id, sha256, size, kind, file_name, added_at)
VALUES (:complaint_id, :sha256, :size, :kind, :file_name, :added_at);

-- :name complaint_files many
-- :for feedback desk upload
-- :in complaint_id:int
-- :out id:int sha256:bytes size:int kind:text file_name:text
SELECT id, sha256, size, kind, file_name FROM complaint_file WHERE complaint_id = :complaint_id ORDER BY id LIMIT 50;

-- --- lists of the desk ------------------------------------------------------------------------------------------------

-- Of the complaint desk and those above: every unit's.
-- :name complaint_list many
-- :for desk
-- :row complaint_item
-- :in desk:text after_due:day after_id:int limit:int
-- :out id:int number:text kind:text about:text about_text:text fault:text unit:text level:int handler_id:ref handler_name:text
-- :out state:text due:day rude:int satisfied:int
SELECT id, number, kind, about, about_text, fault, unit, level, handler_id, handler_name, state, due, rude, satisfied
FROM complaint WHERE desk = :desk AND due >= :after_due AND (due > :after_due OR id > :after_id)
ORDER BY due, id LIMIT :limit;

-- :name complaint_list_unit many
-- :for desk
-- :row complaint_item
-- :in unit:text desk:text after_due:day after_id:int limit:int
-- :out id:int number:text kind:text about:text about_text:text fault:text unit:text level:int handler_id:ref handler_name:text
-- :out state:text due:day rude:int satisfied:int
SELECT id, number, kind, about, about_text, fault, unit, level, handler_id, handler_name, state, due, rude, satisfied
FROM complaint WHERE unit = :unit AND desk = :desk AND due >= :after_due AND (due > :after_due OR id > :after_id)
ORDER BY due, id LIMIT :limit;

-- :name complaint_list_mine many
-- :for desk
-- :row complaint_item
-- :in staff_id:int after_due:day after_id:int limit:int
-- :out id:int number:text kind:text about:text about_text:text fault:text unit:text level:int handler_id:ref handler_name:text
-- :out state:text due:day rude:int satisfied:int
SELECT id, number, kind, about, about_text, fault, unit, level, handler_id, handler_name, state, due, rude, satisfied
FROM complaint WHERE handler_id = :staff_id AND desk = 'work' AND due >= :after_due AND (due > :after_due OR id > :after_id)
ORDER BY due, id LIMIT :limit;

-- --- the clock job ------------------------------------------------------------------------------------------------------

-- Not answered, and due in [from, until]; not alerted for that day yet.
-- :name complaint_due_soon many
-- :for clock
-- :in kind:text desk:text from:day until:day limit:int
-- :out id:int number:text unit:text due:day
SELECT c.id, c.number, c.unit, c.due FROM complaint c
LEFT JOIN alert a ON a.kind = :kind AND a.topic = 'complaint' AND a.topic_id = c.id AND a.on_day = c.due
WHERE c.desk = :desk AND c.due BETWEEN :from AND :until AND a.id IS NULL
ORDER BY c.due, c.id LIMIT :limit;

-- :name complaint_silent many
-- :for clock
-- :in today:day after_id:int limit:int
-- :out id:int version:int
SELECT id, version FROM complaint WHERE state = 'answered' AND lapse_day < :today AND id > :after_id ORDER BY id LIMIT :limit;

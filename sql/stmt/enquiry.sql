-- enquiry.sql - enquiries, and the questions and answers that come of them

-- :name enquiry_add none
-- :for feedback desk
-- :in ref:bytes number:text submit_key:bytes same_mac:bytes channel:text account_id:ref name_sealed:bytes name_mask:text
-- :in phone_sealed:bytes phone_mask:text matter_code:text question_sealed:bytes rude:int owner_id:ref owner_name:text
-- :in state:text desk:text received_at:msec due:day provisional:int entered_by:ref
INSERT INTO enquiry (ref, number, submit_key, same_mac, channel, account_id, name_sealed, name_mask, phone_sealed, phone_mask,
  matter_code, question_sealed, rude, owner_id, owner_name, state, desk, received_at, due, provisional, entered_by,
  event_count)
VALUES (:ref, :number, :submit_key, :same_mac, :channel, :account_id, :name_sealed, :name_mask, :phone_sealed, :phone_mask,
  :matter_code, :question_sealed, :rude, :owner_id, :owner_name, :state, :desk, :received_at, :due, :provisional, :entered_by,
  1);

-- :name enquiry_get one
-- :for feedback desk
-- :row enquiry
-- :in id:int
-- :out id:int ref:bytes token_version:int number:text channel:text account_id:ref name_sealed:bytes name_mask:text
-- :out phone_sealed:bytes phone_mask:text matter_code:text question_sealed:bytes rude:int owner_id:ref owner_name:text
-- :out dept_code:text state:text received_at:msec due:day provisional:int later_day:day later_way:text answer_sealed:bytes
-- :out answered_at:msec answer_way:text settled:int withheld_by:ref entered_by:ref version:int event_count:int
SELECT id, ref, token_version, number, channel, account_id, name_sealed, name_mask, phone_sealed, phone_mask, matter_code,
  question_sealed, rude, owner_id, owner_name, dept_code, state, received_at, due, provisional, later_day, later_way,
  answer_sealed, answered_at, answer_way, settled, withheld_by, entered_by, version, event_count
FROM enquiry WHERE id = :id;

-- :name enquiry_by_ref one
-- :for feedback
-- :in ref:bytes
-- :out id:int
SELECT id FROM enquiry WHERE ref = :ref;

-- :name enquiry_by_number one
-- :for feedback desk
-- :in number:text
-- :out id:int
SELECT id FROM enquiry WHERE number = :number;

-- :name enquiry_by_submit one
-- :for feedback desk
-- :in submit_key:bytes
-- :out id:int
SELECT id FROM enquiry WHERE submit_key = :submit_key;

-- :name enquiry_by_same one
-- :for feedback desk
-- :in same_mac:bytes
-- :out id:int
SELECT id FROM enquiry WHERE same_mac = :same_mac ORDER BY id LIMIT 1;

-- :name enquiry_lock one
-- :for feedback desk
-- :in id:int
-- :out version:int
SELECT version FROM enquiry WHERE id = :id FOR UPDATE;

-- :name enquiry_move none
-- :for feedback desk
-- :in id:int owner_id:ref owner_name:text dept_code:text state:text desk:text due:day provisional:int later_day:day
-- :in later_way:text answer_sealed:bytes answered_at:msec answer_way:text settled:int withheld_by:ref version:int
-- :in event_count:int
UPDATE enquiry SET owner_id = :owner_id, owner_name = :owner_name, dept_code = :dept_code, state = :state, desk = :desk,
  due = :due, provisional = :provisional, later_day = :later_day, later_way = :later_way, answer_sealed = :answer_sealed,
  answered_at = :answered_at, answer_way = :answer_way, settled = :settled, withheld_by = :withheld_by, version = :version,
  event_count = :event_count
WHERE id = :id;

-- :name enquiry_event_add none
-- :for feedback desk
-- :in enquiry_id:int seq:int at:msec action:text from_state:text to_state:text actor_kind:text actor_id:int actor_name:text
-- :in post:text dept_code:text due:day words_sealed:bytes clause:text
INSERT INTO enquiry_event (enquiry_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post, dept_code,
  due, words_sealed, clause)
VALUES (:enquiry_id, :seq, :at, :action, :from_state, :to_state, :actor_kind, :actor_id, :actor_name, :post, :dept_code, :due,
  :words_sealed, :clause);

-- :name enquiry_events many
-- :for feedback desk
-- :in enquiry_id:int
-- :out seq:int at:msec action:text to_state:text actor_kind:text actor_name:text post:text dept_code:text due:day
-- :out words_sealed:bytes clause:text
SELECT seq, at, action, to_state, actor_kind, actor_name, post, dept_code, due, words_sealed, clause
FROM enquiry_event WHERE enquiry_id = :enquiry_id ORDER BY seq;

-- :name enquiry_matter one
-- :for feedback desk
-- :in code:text
-- :out code:text name:text dept_code:text dept_name:text
SELECT m.code, m.name, m.dept_code, d.name FROM matter m JOIN dept d ON d.code = m.dept_code WHERE m.code = :code;

-- :name enquiry_matters many
-- :for feedback desk
-- :out code:text name:text dept_code:text
SELECT code, name, dept_code FROM matter WHERE state = 'on' ORDER BY position, id LIMIT 500;

-- :name enquiry_list many
-- :for desk
-- :row enquiry_item
-- :in desk:text after_due:day after_id:int limit:int
-- :out id:int number:text channel:text matter_code:text matter_name:text dept_code:text owner_id:ref owner_name:text state:text
-- :out due:day rude:int
SELECT e.id, e.number, e.channel, e.matter_code, m.name, e.dept_code, e.owner_id, e.owner_name, e.state, e.due, e.rude
FROM enquiry e LEFT JOIN matter m ON m.code = e.matter_code
WHERE e.desk = :desk AND e.due >= :after_due AND (e.due > :after_due OR e.id > :after_id)
ORDER BY e.due, e.id LIMIT :limit;

-- :name enquiry_list_dept many
-- :for desk
-- :row enquiry_item
-- :in dept_code:text desk:text after_due:day after_id:int limit:int
-- :out id:int number:text channel:text matter_code:text matter_name:text dept_code:text owner_id:ref owner_name:text state:text
-- :out due:day rude:int
SELECT e.id, e.number, e.channel, e.matter_code, m.name, e.dept_code, e.owner_id, e.owner_name, e.state, e.due, e.rude
FROM enquiry e LEFT JOIN matter m ON m.code = e.matter_code
WHERE e.dept_code = :dept_code AND e.desk = :desk AND e.due >= :after_due AND (e.due > :after_due OR e.id > :after_id)
ORDER BY e.due, e.id LIMIT :limit;

-- :name enquiry_list_mine many
-- :for desk
-- :row enquiry_item
-- :in staff_id:int after_due:day after_id:int limit:int
-- :out id:int number:text channel:text matter_code:text matter_name:text dept_code:text owner_id:ref owner_name:text state:text
-- :out due:day rude:int
SELECT e.id, e.number, e.channel, e.matter_code, m.name, e.dept_code, e.owner_id, e.owner_name, e.state, e.due, e.rude
FROM enquiry e LEFT JOIN matter m ON m.code = e.matter_code
WHERE e.owner_id = :staff_id AND e.desk = 'work' AND e.due >= :after_due AND (e.due > :after_due OR e.id > :after_id)
ORDER BY e.due, e.id LIMIT :limit;

-- :name enquiry_due_soon many
-- :for clock
-- :in kind:text desk:text from:day until:day limit:int
-- :out id:int number:text dept_code:text due:day
SELECT e.id, e.number, e.dept_code, e.due FROM enquiry e
LEFT JOIN alert a ON a.kind = :kind AND a.topic = 'enquiry' AND a.topic_id = e.id AND a.on_day = e.due
WHERE e.desk = :desk AND e.due BETWEEN :from AND :until AND a.id IS NULL
ORDER BY e.due, e.id LIMIT :limit;

-- --- frequent questions -----------------------------------------------------------------------------------------------

-- :name faq_add none
-- :for desk
-- :in matter_code:text dept_code:text enquiry_id:ref question:text answer:text search:text staff_id:int staff_name:text now:msec
INSERT INTO faq (matter_code, dept_code, enquiry_id, question, answer, search, state, drafted_by, drafted_name, drafted_at)
VALUES (:matter_code, :dept_code, :enquiry_id, :question, :answer, :search, 'draft', :staff_id, :staff_name, :now);

-- :name faq_get one
-- :for desk
-- :in id:int
-- :out id:int matter_code:text matter_name:text dept_code:text enquiry_id:ref enquiry_no:text question:text answer:text state:text
-- :out drafted_by:int drafted_name:text drafted_at:msec reviewed_name:text reviewed_at:msec reason:text
SELECT f.id, f.matter_code, m.name, f.dept_code, f.enquiry_id, e.number, f.question, f.answer, f.state, f.drafted_by,
  f.drafted_name, f.drafted_at, f.reviewed_name, f.reviewed_at, f.reason
FROM faq f JOIN matter m ON m.code = f.matter_code LEFT JOIN enquiry e ON e.id = f.enquiry_id WHERE f.id = :id;

-- :name faq_of_enquiry one
-- :for desk
-- :in enquiry_id:int
-- :out id:int state:text
SELECT id, state FROM faq WHERE enquiry_id = :enquiry_id;

-- :name faq_list many
-- :for desk
-- :in state:text before:int limit:int
-- :out id:int matter_name:text dept_code:text question:text state:text drafted_name:text reviewed_name:text
SELECT f.id, m.name, f.dept_code, f.question, f.state, f.drafted_name, f.reviewed_name
FROM faq f JOIN matter m ON m.code = f.matter_code
WHERE f.state = :state AND f.id < :before ORDER BY f.id DESC LIMIT :limit;

-- Written anew: a draft again, by whoever wrote it.
-- :name faq_write none
-- :for desk
-- :in id:int question:text answer:text search:text staff_id:int staff_name:text now:msec
UPDATE faq SET question = :question, answer = :answer, search = :search, state = 'draft', drafted_by = :staff_id,
  drafted_name = :staff_name, drafted_at = :now, reviewed_by = NULL, reviewed_name = NULL, reviewed_at = NULL, reason = NULL
WHERE id = :id AND state IN ('draft', 'returned', 'withdrawn');

-- Judged by a second person, of what they have read: somebody who wrote it anew in between makes this find nothing.
-- :name faq_judge none
-- :for desk
-- :in id:int drafted_at:msec state:text staff_id:int staff_name:text now:msec reason:text
UPDATE faq SET state = :state, reviewed_by = :staff_id, reviewed_name = :staff_name, reviewed_at = :now, reason = :reason
WHERE id = :id AND state = 'draft' AND drafted_by <> :staff_id AND drafted_at = :drafted_at;

-- :name faq_withdraw none
-- :for desk
-- :in id:int staff_id:int staff_name:text now:msec reason:text
UPDATE faq SET state = 'withdrawn', reviewed_by = :staff_id, reviewed_name = :staff_name, reviewed_at = :now, reason = :reason
WHERE id = :id AND state = 'published';

-- :name faq_search many
-- :for catalog
-- :in query:text limit:int
-- :out id:int matter_code:text matter_name:text question:text answer:text
SELECT f.id, f.matter_code, m.name, f.question, f.answer FROM faq f JOIN matter m ON m.code = f.matter_code
WHERE MATCH (f.search) AGAINST (:query IN BOOLEAN MODE) AND f.state = 'published' AND m.state = 'on'
ORDER BY f.id DESC LIMIT :limit;

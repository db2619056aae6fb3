-- case.sql - cases: domain/case*.c, draft.c, document.c, event.c, progress.c, and the lists of pages

-- --- one case -------------------------------------------------------------------------------------------

-- :name case_get one
-- :for apply upload desk clock
-- :in id:int
-- :out id:int ref:bytes token_version:int submit_key:text case_no:text short_no:text matter_id:int revision_id:int
-- :out matter_code:text matter_name:text dept_code:text dept_name:text dept_accepts:int account_id:ref channel:text
-- :out delivery:text applicant_kind:text applicant_name:text applicant_id_type:text applicant_id_mask:text
-- :out applicant_phone_mask:text legal_rep:text agent_name:text agent_id_type:text agent_id_mask:text
-- :out agent_phone_mask:text state:text turn:text draft_version:int created_at:msec saved_at:msec submitted_at:msec
-- :out pre_reviewed_at:msec received_day:day accepted_day:day accepted_by:ref feedback_due:day correction_from:day
-- :out correction_due:day legal_due:day promised_due:day provisional:int running:int next_due:day claimed_by:ref
-- :out claimed_name:text claimed_at:msec confirm_state:text correction_round:int repeat_permitted:int version:int
-- :out event_count:int event_head:bytes special_due:day gap_due:day delivery_due:day mail_due:day check_due:day
-- :out archive_due:day outcome:text committed:int paper_state:text opinion:text procedure_at:ref inspected:int
-- :out extended_days:int decided_day:day decided_by:ref on_spot:int ready_day:day remind_due:day
-- :out parts:int collect:text
SELECT id, ref, token_version, submit_key, case_no, short_no, matter_id, revision_id, matter_code, matter_name, dept_code,
  dept_name, dept_accepts, account_id, channel, delivery, applicant_kind, applicant_name, applicant_id_type,
  applicant_id_mask, applicant_phone_mask, legal_rep, agent_name, agent_id_type, agent_id_mask, agent_phone_mask,
  state, turn, draft_version, created_at, saved_at, submitted_at, pre_reviewed_at, received_day, accepted_day,
  accepted_by, feedback_due, correction_from, correction_due, legal_due, promised_due, provisional, running,
  next_due, claimed_by, claimed_name, claimed_at, confirm_state, correction_round, repeat_permitted, version,
  event_count, event_head, special_due, gap_due, delivery_due, mail_due, check_due, archive_due, outcome, committed,
  paper_state, opinion, procedure_at, inspected, extended_days, decided_day, decided_by, on_spot, ready_day, remind_due, parts,
  collect
FROM cases WHERE id = :id;

-- Held until the transaction ends: whoever changes a case takes this first.
-- :name case_lock one
-- :for apply upload desk clock
-- :in id:int
-- :out id:int
SELECT id FROM cases WHERE id = :id FOR UPDATE;

-- :name case_by_number one
-- :for apply desk
-- :in number:text
-- :out id:int
SELECT id FROM cases WHERE case_no = :number UNION ALL SELECT id FROM cases WHERE short_no = :number LIMIT 1;

-- A scanned QR code at a desk.
-- :name case_by_ref one
-- :for apply upload desk
-- :in ref:bytes
-- :out id:int token_version:int account_id:ref dept_code:text case_no:text
SELECT id, token_version, account_id, dept_code, case_no FROM cases WHERE ref = :ref;

-- :name case_items many
-- :for apply upload desk clock
-- :in case_id:int
-- :out item:text seq:int name:text state:text verdict:text reason:text remedy:text listed:int supplied_at:msec files:int
-- :out gap:int certificate_id:ref
SELECT m.item, m.seq, m.name, m.state, m.verdict, m.reason, m.remedy, m.listed, m.supplied_at,
  (SELECT COUNT(*) FROM case_file f WHERE f.case_id = m.case_id AND f.item = m.item AND f.removed_at IS NULL), m.gap,
  m.certificate_id
FROM case_material m WHERE m.case_id = :case_id ORDER BY m.seq, m.item;

-- :name case_fields many
-- :for apply desk
-- :in case_id:int
-- :out name:text value:text sealed:bytes updated_at:msec
SELECT name, value, sealed, updated_at FROM case_field WHERE case_id = :case_id ORDER BY name;

-- Files that are there now.
-- :name case_files many
-- :for apply upload desk
-- :in case_id:int
-- :out id:int item:text sha256:bytes size:int kind:text file_name:text round:int uploaded_at:msec by_kind:text
SELECT id, item, sha256, size, kind, file_name, round, uploaded_at, by_kind
FROM case_file WHERE case_id = :case_id AND removed_at IS NULL ORDER BY item, id;

-- One file with what decides who may see it.
-- :name case_file_get one
-- :for upload desk
-- :in id:int
-- :out id:int case_id:int item:text sha256:bytes size:int kind:text file_name:text removed_at:msec
-- :out account_id:ref dept_code:text case_state:text case_no:text channel:text
SELECT f.id, f.case_id, f.item, f.sha256, f.size, f.kind, f.file_name, f.removed_at, c.account_id, c.dept_code, c.state,
  c.case_no, c.channel
FROM case_file f JOIN cases c ON c.id = f.case_id WHERE f.id = :id;

-- :name case_events many
-- :for desk
-- :in case_id:int
-- :out seq:int at:msec action:text from_state:text to_state:text actor_kind:text actor_name:text post:text
-- :out acting_name:text reason:text note:text clause:text doc_id:ref hash:bytes
SELECT seq, at, action, from_state, to_state, actor_kind, actor_name, post, acting_name, reason, note, clause, doc_id, hash
FROM case_event WHERE case_id = :case_id ORDER BY seq;

-- :name case_documents many
-- :for desk
-- :in case_id:int
-- :out id:int event_seq:int kind:text number:text title:text issued_at:msec issued_by:text
SELECT id, event_seq, kind, number, title, issued_at, issued_by FROM document WHERE case_id = :case_id ORDER BY id;

-- Why every due date is what it is.
-- :name case_ledger many
-- :for apply desk clock
-- :in case_id:int
-- :out event_seq:int clock:text act:text on_day:day amount:int unit:text due:day provisional:int clause:text
SELECT event_seq, clock, act, on_day, amount, unit, due, provisional, clause
FROM clock_ledger WHERE case_id = :case_id ORDER BY event_seq, clock;

-- :name document_get one
-- :for apply desk progress account archive
-- :in id:int
-- :out id:int case_id:int event_seq:int kind:text number:text title:text issued_at:msec issued_by:text data:text
-- :out case_no:text short_no:text dept_code:text ref:bytes token_version:int account_id:ref
SELECT d.id, d.case_id, d.event_seq, d.kind, d.number, d.title, d.issued_at, d.issued_by, d.data, c.case_no, c.short_no,
  c.dept_code, c.ref, c.token_version, c.account_id
FROM document d JOIN cases c ON c.id = d.case_id WHERE d.id = :id;

-- The last document of a kind: the notice that an answer belongs to.
-- :name document_last one
-- :for apply desk
-- :in case_id:int kind:text
-- :out id:int number:text data:text
SELECT id, number, data FROM document WHERE case_id = :case_id AND kind = :kind ORDER BY id DESC LIMIT 1;

-- Sealed values that an officer asked to see; the look is logged in the same transaction.
-- :name case_sealed one
-- :for desk
-- :in id:int
-- :out applicant_id_sealed:bytes applicant_phone_sealed:bytes applicant_address_sealed:bytes agent_id_sealed:bytes
-- :out agent_phone_sealed:bytes
SELECT applicant_id_sealed, applicant_phone_sealed, applicant_address_sealed, agent_id_sealed, agent_phone_sealed
FROM cases WHERE id = :id;

-- --- following a case: one round trip a page --------------------------------------------------------------

-- A row per event and document of it, in no order: to sort a handful of rows costs the server a quarter of the look-up, and
-- domain/progress.c next to nothing.  The case is repeated in each.
-- :name progress_by_ref many
-- :for progress apply
-- :row progress
-- :in ref:bytes
-- :out case_id:int account_id:ref version:int ref:bytes token_version:int case_no:text short_no:text matter_code:text
-- :out matter_name:text dept_name:text channel:text delivery:text applicant_kind:text applicant_name:text state:text
-- :out turn:text submitted_at:msec received_day:day accepted_day:day feedback_due:day correction_due:day legal_due:day
-- :out promised_due:day provisional:int running:int next_due:day event_head:bytes seq:int at:msec action:text
-- :out to_state:text reason:text doc_id:ref doc_kind:text doc_title:text doc_number:text special_due:day gap_due:day
-- :out outcome:text parts:int collect:text bookable:int
SELECT c.id, c.account_id, c.version, c.ref, c.token_version, c.case_no, c.short_no, c.matter_code, c.matter_name,
  c.dept_name, c.channel, c.delivery, c.applicant_kind, c.applicant_name, c.state, c.turn, c.submitted_at,
  c.received_day, c.accepted_day, c.feedback_due, c.correction_due, c.legal_due, c.promised_due, c.provisional,
  c.running, c.next_due, c.event_head, e.seq, e.at, e.action, e.to_state, e.reason, d.id, d.kind, d.title, d.number,
  c.special_due, c.gap_due, c.outcome, c.parts, c.collect, COALESCE(g.bookable, 0)
FROM cases c
LEFT JOIN group_matter gm ON gm.matter_code = c.matter_code
LEFT JOIN service_group g ON g.code = gm.group_code
LEFT JOIN case_event e ON e.case_id = c.id
LEFT JOIN document d ON d.case_id = c.id AND d.event_seq = e.seq
WHERE c.ref = :ref;

-- Whose number it is, before anybody is told anything: one row at most, so that a number that exists costs no more than
-- one that does not.
-- :name progress_key_by_number one
-- :for progress
-- :in number:text
-- :out ref:bytes case_no:text
SELECT ref, case_no FROM cases WHERE case_no = :number
UNION ALL SELECT ref, case_no FROM cases WHERE short_no = :number LIMIT 1;

-- --- worklists: keyset pages on an index -------------------------------------------------------------------
-- First page: after_due '1000-01-01' (day_make(1900,1,1) will do) and after_id 0; next page: next_due and id of the
-- last row.  Filters: state NULL any; matter_id 0 any; claim 0 any, 1 mine, 2 nobody's; only_new 1: not seen since
-- the last change.  seen: version when this officer last opened it, 0 never; lower than version means new to me.

-- Whole centre, by whose turn it is.
-- :name worklist_turn many
-- :for desk
-- :row work
-- :in staff_id:int turn:text state:text matter_id:int claim:int only_new:int after_due:day after_id:int limit:int
-- :out id:int case_no:text short_no:text matter_name:text dept_name:text applicant_kind:text applicant_name:text
-- :out channel:text state:text turn:text submitted_at:msec received_day:day next_due:day provisional:int claimed_by:ref
-- :out claimed_name:text correction_round:int confirm_state:text version:int seen:int legal_due:day promised_due:day
-- :out running:int district:text
SELECT c.id, c.case_no, c.short_no, c.matter_name, c.dept_name, c.applicant_kind, c.applicant_name, c.channel, c.state,
  c.turn, c.submitted_at, c.received_day, c.next_due, c.provisional, c.claimed_by, c.claimed_name, c.correction_round,
  c.confirm_state, c.version, COALESCE(s.version, 0), c.legal_due, c.promised_due, c.running, i.district
FROM cases c
LEFT JOIN staff_seen s ON s.staff_id = :staff_id AND s.case_id = c.id
LEFT JOIN case_intake i ON i.case_id = c.id
WHERE c.turn = :turn AND c.next_due >= :after_due AND (c.next_due > :after_due OR c.id > :after_id)
  AND (:state IS NULL OR c.state = :state)
  AND (:matter_id = 0 OR c.matter_id = :matter_id)
  AND (:claim = 0 OR (:claim = 1 AND c.claimed_by = :staff_id) OR (:claim = 2 AND c.claimed_by IS NULL))
  AND (:only_new = 0 OR s.version IS NULL OR s.version < c.version)
ORDER BY c.next_due, c.id LIMIT :limit;

-- One department, by whose turn it is.
-- :name worklist_dept many
-- :for desk
-- :row work
-- :in staff_id:int dept_code:text turn:text state:text matter_id:int claim:int only_new:int
-- :in after_due:day after_id:int limit:int
-- :out id:int case_no:text short_no:text matter_name:text dept_name:text applicant_kind:text applicant_name:text
-- :out channel:text state:text turn:text submitted_at:msec received_day:day next_due:day provisional:int claimed_by:ref
-- :out claimed_name:text correction_round:int confirm_state:text version:int seen:int legal_due:day promised_due:day
-- :out running:int district:text
SELECT c.id, c.case_no, c.short_no, c.matter_name, c.dept_name, c.applicant_kind, c.applicant_name, c.channel, c.state,
  c.turn, c.submitted_at, c.received_day, c.next_due, c.provisional, c.claimed_by, c.claimed_name, c.correction_round,
  c.confirm_state, c.version, COALESCE(s.version, 0), c.legal_due, c.promised_due, c.running, i.district
FROM cases c
LEFT JOIN staff_seen s ON s.staff_id = :staff_id AND s.case_id = c.id
LEFT JOIN case_intake i ON i.case_id = c.id
WHERE c.dept_code = :dept_code AND c.turn = :turn
  AND c.next_due >= :after_due AND (c.next_due > :after_due OR c.id > :after_id)
  AND (:state IS NULL OR c.state = :state)
  AND (:matter_id = 0 OR c.matter_id = :matter_id)
  AND (:claim = 0 OR (:claim = 1 AND c.claimed_by = :staff_id) OR (:claim = 2 AND c.claimed_by IS NULL))
  AND (:only_new = 0 OR s.version IS NULL OR s.version < c.version)
ORDER BY c.next_due, c.id LIMIT :limit;

-- What an officer has claimed.
-- :name worklist_mine many
-- :for desk
-- :row work
-- :in staff_id:int after_due:day after_id:int limit:int
-- :out id:int case_no:text short_no:text matter_name:text dept_name:text applicant_kind:text applicant_name:text
-- :out channel:text state:text turn:text submitted_at:msec received_day:day next_due:day provisional:int claimed_by:ref
-- :out claimed_name:text correction_round:int confirm_state:text version:int seen:int legal_due:day promised_due:day
-- :out running:int district:text
SELECT c.id, c.case_no, c.short_no, c.matter_name, c.dept_name, c.applicant_kind, c.applicant_name, c.channel, c.state,
  c.turn, c.submitted_at, c.received_day, c.next_due, c.provisional, c.claimed_by, c.claimed_name, c.correction_round,
  c.confirm_state, c.version, COALESCE(s.version, 0), c.legal_due, c.promised_due, c.running, i.district
FROM cases c
LEFT JOIN staff_seen s ON s.staff_id = :staff_id AND s.case_id = c.id
LEFT JOIN case_intake i ON i.case_id = c.id
WHERE c.claimed_by = :staff_id AND c.next_due >= :after_due AND (c.next_due > :after_due OR c.id > :after_id)
ORDER BY c.next_due, c.id LIMIT :limit;

-- Somebody at the window: cases of a person, by blind_index("id_no") of the document number; newest first.
-- dept_code NULL: all departments.
-- Counted, not EXISTS: that the server may turn into a walk over all parts of all cases.
-- :name cases_of_person many
-- :for desk
-- :in id_bidx:bytes dept_code:text before:int limit:int
-- :out id:int case_no:text short_no:text matter_name:text dept_code:text dept_name:text applicant_name:text state:text
-- :out turn:text channel:text submitted_at:msec next_due:day version:int
SELECT id, case_no, short_no, matter_name, dept_code, dept_name, applicant_name, state, turn, channel, submitted_at,
  next_due, version
FROM cases c WHERE applicant_id_bidx = :id_bidx AND id < :before AND (:dept_code IS NULL OR dept_code = :dept_code
  OR (SELECT COUNT(*) FROM case_part p WHERE p.case_id = c.id AND p.dept_code = :dept_code AND p.opened_day IS NOT NULL) > 0)
  AND case_no IS NOT NULL
ORDER BY id DESC LIMIT :limit;

-- Numbers on the tabs.  dept_code NULL: all.  Counting stops at :most a tab, so that it stays quick.
-- :name worklist_counts one
-- :for desk
-- :in dept_code:text most:int
-- :out pre_review:int window:int dept:int
SELECT
  (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE turn = 'pre_review' AND (:dept_code IS NULL OR dept_code = :dept_code) LIMIT :most) AS a),
  (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE turn = 'window' AND (:dept_code IS NULL OR dept_code = :dept_code) LIMIT :most) AS b),
  (SELECT COUNT(*) FROM (SELECT 1 FROM cases WHERE turn = 'dept' AND (:dept_code IS NULL OR dept_code = :dept_code) LIMIT :most) AS c);

-- :name staff_seen_put none
-- :for desk
-- :in staff_id:int case_id:int version:int
INSERT INTO staff_seen (staff_id, case_id, version) VALUES (:staff_id, :case_id, :version)
ON DUPLICATE KEY UPDATE version = GREATEST(version, VALUES(version));

-- :name staff_seen_get one
-- :for desk
-- :in staff_id:int case_id:int
-- :out version:int
SELECT version FROM staff_seen WHERE staff_id = :staff_id AND case_id = :case_id;

-- Alerts, newest first.  dept_code NULL: all; before: last id of the page before, or a very large number.
-- :name alert_list many
-- :for desk
-- :in dept_code:text before:int limit:int
-- :out id:int kind:text case_id:ref topic:text topic_id:ref label:text on_day:day text:text created_at:msec short_no:text
-- :out matter_name:text state:text dept_name:text
SELECT a.id, a.kind, a.case_id, a.topic, a.topic_id, a.label, a.on_day, a.text, a.created_at, c.short_no, c.matter_name,
  c.state, d.name
FROM alert a LEFT JOIN cases c ON c.id = a.case_id LEFT JOIN dept d ON d.code = a.dept_code
WHERE a.id < :before AND (:dept_code IS NULL OR a.dept_code = :dept_code)
ORDER BY a.id DESC LIMIT :limit;

-- :name access_log_add none
-- :for desk upload
-- :in at:msec staff_id:int staff_name:text post:text case_id:ref fields:text ip:text reason:text
INSERT INTO access_log (at, staff_id, staff_name, post, case_id, fields, ip, reason)
VALUES (:at, :staff_id, :staff_name, :post, :case_id, :fields, :ip, :reason);

-- --- drafts -------------------------------------------------------------------------------------------------

-- :name draft_account one
-- :for apply desk
-- :in id:int
-- :out kind:text id_type:text id_sealed:bytes id_bidx:bytes id_mask:text name:text phone_sealed:bytes phone_mask:text
-- :out email_sealed:bytes address_sealed:bytes legal_rep:text contact:text
SELECT kind, id_type, id_sealed, id_bidx, id_mask, name, phone_sealed, phone_mask, email_sealed, address_sealed, legal_rep,
  contact
FROM account WHERE id = :id;

-- The draft that was never submitted; a returned one has its own number and is not taken for a new application.
-- :name draft_find one
-- :for apply
-- :in account_id:int matter_id:int
-- :out id:int revision_id:int
SELECT id, revision_id FROM cases
WHERE account_id = :account_id AND matter_id = :matter_id AND state = 'draft' AND case_no IS NULL AND channel = 'web'
ORDER BY id DESC LIMIT 1;

-- :name draft_add none
-- :for apply desk
-- :in ref:bytes submit_key:text matter_id:int revision_id:int matter_code:text matter_name:text dept_code:text
-- :in dept_name:text dept_accepts:int account_id:ref channel:text delivery:text applicant_kind:text applicant_name:text
-- :in applicant_id_type:text applicant_id_sealed:bytes applicant_id_bidx:bytes applicant_id_mask:text
-- :in applicant_phone_sealed:bytes applicant_phone_mask:text applicant_address_sealed:bytes legal_rep:text
-- :in turn:text now:msec
INSERT INTO cases (ref, submit_key, matter_id, revision_id, matter_code, matter_name, dept_code, dept_name, dept_accepts,
  account_id, channel, delivery, applicant_kind, applicant_name, applicant_id_type, applicant_id_sealed,
  applicant_id_bidx, applicant_id_mask, applicant_phone_sealed, applicant_phone_mask, applicant_address_sealed,
  legal_rep, state, turn, created_at, saved_at)
VALUES (:ref, :submit_key, :matter_id, :revision_id, :matter_code, :matter_name, :dept_code, :dept_name, :dept_accepts,
  :account_id, :channel, :delivery, :applicant_kind, :applicant_name, :applicant_id_type, :applicant_id_sealed,
  :applicant_id_bidx, :applicant_id_mask, :applicant_phone_sealed, :applicant_phone_mask, :applicant_address_sealed,
  :legal_rep, 'draft', :turn, :now, :now);

-- :name draft_touch none
-- :for apply upload desk
-- :in id:int now:msec
UPDATE cases SET draft_version = draft_version + 1, saved_at = :now WHERE id = :id;

-- :name draft_delivery_put none
-- :for apply desk
-- :in id:int delivery:text now:msec
UPDATE cases SET delivery = :delivery, draft_version = draft_version + 1, saved_at = :now WHERE id = :id;

-- The agent as the form names them at submission.
-- :name draft_agent_put none
-- :for apply desk
-- :in id:int agent_name:text agent_id_type:text agent_id_sealed:bytes agent_id_mask:text agent_phone_sealed:bytes
-- :in agent_phone_mask:text
UPDATE cases SET agent_name = :agent_name, agent_id_type = :agent_id_type, agent_id_sealed = :agent_id_sealed,
  agent_id_mask = :agent_id_mask, agent_phone_sealed = :agent_phone_sealed, agent_phone_mask = :agent_phone_mask
WHERE id = :id;

-- :name case_field_put none
-- :for apply desk
-- :in case_id:int name:text value:text sealed:bytes now:msec
INSERT INTO case_field (case_id, name, value, sealed, updated_at) VALUES (:case_id, :name, :value, :sealed, :now)
ON DUPLICATE KEY UPDATE value = VALUES(value), sealed = VALUES(sealed), updated_at = VALUES(updated_at);

-- :name case_field_drop none
-- :for apply desk
-- :in case_id:int name:text
DELETE FROM case_field WHERE case_id = :case_id AND name = :name;

-- :name case_item_add none
-- :for apply desk
-- :in case_id:int item:text seq:int name:text now:msec
INSERT INTO case_material (case_id, item, seq, name, updated_at) VALUES (:case_id, :item, :seq, :name, :now)
ON DUPLICATE KEY UPDATE item = item;

-- The applicant changed it: what was said about it no longer holds.
-- :name case_item_change none
-- :for apply upload desk
-- :in case_id:int item:text state:text supplied_at:msec now:msec
UPDATE case_material SET state = :state, verdict = 'none', supplied_at = :supplied_at, certificate_id = NULL, updated_at = :now
WHERE case_id = :case_id AND item = :item;

-- What came instead of a gap and is faulty has to come again; what was said of it stays.
-- :name case_gap_back none
-- :for desk
-- :in case_id:int item:text now:msec
UPDATE case_material SET state = 'gap', supplied_at = NULL, updated_at = :now WHERE case_id = :case_id AND item = :item;

-- :name case_item_judge none
-- :for desk
-- :in case_id:int item:text verdict:text reason:text remedy:text now:msec
UPDATE case_material SET verdict = :verdict, reason = :reason, remedy = :remedy, updated_at = :now
WHERE case_id = :case_id AND item = :item;

-- The notice or return lists what is judged wrong now, and nothing else.
-- :name case_items_list none
-- :for desk
-- :in case_id:int now:msec
UPDATE case_material SET listed = verdict IN ('missing', 'not_in_form'), supplied_at = NULL, updated_at = :now
WHERE case_id = :case_id;

-- What is missing when the case is accepted is a gap until it is judged right (C.4).
-- :name case_gaps_open none
-- :for desk clock
-- :in case_id:int
UPDATE case_material SET gap = 1 WHERE case_id = :case_id AND state = 'gap';

-- :name document_number one
-- :for desk
-- :in id:int
-- :out number:text title:text dept_code:text
SELECT number, title, dept_code FROM document WHERE id = :id;

-- What was issued so far, in order.
-- :name documents_of many
-- :for desk apply clock
-- :in case_id:int
-- :out id:int kind:text number:text title:text
SELECT id, kind, number, title FROM document WHERE case_id = :case_id ORDER BY id;

-- :name certificate_add none
-- :for desk
-- :in case_id:int document_id:int number:text name:text dept_code:text valid_from:day valid_until:day now:msec
INSERT INTO certificate (case_id, document_id, number, name, matter_code, dept_code, holder_bidx, holder_name, valid_from,
  valid_until, issued_at)
SELECT id, :document_id, :number, :name, matter_code, :dept_code, applicant_id_bidx, applicant_name, :valid_from, :valid_until,
  :now
FROM cases WHERE id = :case_id;

-- :name certificate_void none
-- :for desk
-- :in case_id:int now:msec
UPDATE certificate SET state = 'void', void_at = :now WHERE case_id = :case_id AND state = 'valid';

-- The result of one part of a joint case; document_id: of the certificate.
-- :name certificate_void_one none
-- :for desk
-- :in document_id:int now:msec
UPDATE certificate SET state = 'void', void_at = :now WHERE document_id = :document_id AND state = 'valid';

-- The letter under which the window may decide a matter today (CAT-7).
-- :name auth_letter_valid one
-- :for apply upload desk clock
-- :in matter_id:int dept_code:text today:day
-- :out id:int number:text powers:text valid_until:day
SELECT id, number, powers, valid_until FROM auth_letter
WHERE matter_id = :matter_id AND valid_until >= :today AND valid_from <= :today AND dept_code = :dept_code
  AND ended_at IS NULL AND FIND_IN_SET('decide', REPLACE(powers, ' ', ','))
ORDER BY valid_until DESC LIMIT 1;

-- A certificate of this person that would do as a material (OUT-5, INT-11).
-- :name certificates_held many
-- :for apply desk
-- :in case_id:int name:text today:day
-- :out id:int case_id:int document_id:int number:text name:text valid_from:day valid_until:day
SELECT h.id, h.case_id, h.document_id, h.number, h.name, h.valid_from, h.valid_until
FROM cases c JOIN certificate h ON h.holder_bidx = c.applicant_id_bidx AND h.name = :name AND h.state = 'valid'
WHERE c.id = :case_id AND (h.valid_until IS NULL OR h.valid_until >= :today) ORDER BY h.id DESC LIMIT 5;

-- What was promised and has to be checked by its day, the most urgent first (CQ 5.3.5).
-- :name checks_due many
-- :for desk
-- :in dept_code:text until:day limit:int
-- :out id:int short_no:text matter_name:text applicant_kind:text applicant_name:text state:text check_due:day
SELECT id, short_no, matter_name, applicant_kind, applicant_name, state, check_due FROM cases
WHERE dept_code = :dept_code AND check_open BETWEEN '2000-01-01' AND :until ORDER BY check_open, id LIMIT :limit;

-- Whether this applicant may still promise (CQ App B 7).
-- :name credit_open one
-- :for apply desk
-- :in case_id:int
-- :out id:int recorded_at:msec reason:text
SELECT r.id, r.recorded_at, r.reason FROM cases c
JOIN credit_record r ON r.person_bidx = c.applicant_id_bidx AND r.repaired_at IS NULL
WHERE c.id = :case_id ORDER BY r.id DESC LIMIT 1;

-- :name credit_record_add none
-- :for desk
-- :in case_id:int reason:text staff_id:int now:msec
INSERT INTO credit_record (person_bidx, person_name, case_id, reason, recorded_at, recorded_by)
SELECT applicant_id_bidx, applicant_name, id, :reason, :now, :staff_id FROM cases WHERE id = :case_id;

-- :name waybill_add none
-- :for desk
-- :in case_id:int event_seq:int courier:text number:text staff_id:int now:msec
INSERT INTO waybill (case_id, event_seq, courier, number, made_at, made_by)
VALUES (:case_id, :event_seq, :courier, :number, :now, :staff_id);

-- :name case_file_add none
-- :for upload desk
-- :in case_id:int item:text sha256:bytes size:int kind:text file_name:text round:int now:msec by_kind:text by_id:int
INSERT INTO case_file (case_id, item, sha256, size, kind, file_name, round, uploaded_at, by_kind, by_id)
VALUES (:case_id, :item, :sha256, :size, :kind, :file_name, :round, :now, :by_kind, :by_id);

-- :name case_file_remove none
-- :for upload desk
-- :in id:int case_id:int item:text now:msec
UPDATE case_file SET removed_at = :now WHERE id = :id AND case_id = :case_id AND item = :item AND removed_at IS NULL;

-- :name draft_drop none
-- :for apply
-- :in id:int account_id:int
DELETE FROM cases WHERE id = :id AND account_id = :account_id AND state = 'draft' AND case_no IS NULL AND channel = 'web';

-- --- an act on a case: domain/case_apply.c -----------------------------------------------------------------

-- :name case_move none
-- :for apply desk clock
-- :in id:int state:text turn:text submit_key:text case_no:text short_no:text submitted_at:msec pre_reviewed_at:msec
-- :in received_day:day accepted_day:day accepted_by:ref feedback_due:day correction_from:day correction_due:day
-- :in legal_due:day promised_due:day provisional:int running:int next_due:day claimed_by:ref claimed_name:text
-- :in claimed_at:msec confirm_state:text correction_round:int repeat_permitted:int version:int event_count:int
-- :in event_head:bytes special_due:day gap_due:day delivery_due:day mail_due:day check_due:day archive_due:day
-- :in outcome:text paper_state:text opinion:text procedure_at:ref inspected:int extended_days:int decided_day:day
-- :in decided_by:ref on_spot:int
UPDATE cases SET state = :state, turn = :turn, submit_key = :submit_key, case_no = :case_no, short_no = :short_no,
  submitted_at = :submitted_at, pre_reviewed_at = :pre_reviewed_at, received_day = :received_day,
  accepted_day = :accepted_day, accepted_by = :accepted_by, feedback_due = :feedback_due,
  correction_from = :correction_from, correction_due = :correction_due, legal_due = :legal_due,
  promised_due = :promised_due, provisional = :provisional, running = :running, next_due = :next_due,
  claimed_by = :claimed_by, claimed_name = :claimed_name, claimed_at = :claimed_at, confirm_state = :confirm_state,
  correction_round = :correction_round, repeat_permitted = :repeat_permitted, version = :version,
  event_count = :event_count, event_head = :event_head, special_due = :special_due, gap_due = :gap_due,
  delivery_due = :delivery_due, mail_due = :mail_due, check_due = :check_due, archive_due = :archive_due,
  outcome = :outcome, paper_state = :paper_state, opinion = :opinion, procedure_at = :procedure_at,
  inspected = :inspected, extended_days = :extended_days, decided_day = :decided_day, decided_by = :decided_by,
  on_spot = :on_spot
WHERE id = :id;

-- Who was first, for the loser's page; last_kind_system: whatever came after it, the system did.
-- :name event_at one
-- :for apply desk clock
-- :in case_id:int seq:int
-- :out seq:int at:msec action:text to_state:text actor_kind:text actor_id:int actor_name:text doc_id:ref
-- :out last_kind_system:int
SELECT e.seq, e.at, e.action, e.to_state, e.actor_kind, e.actor_id, e.actor_name, e.doc_id,
  NOT EXISTS (SELECT 1 FROM case_event n WHERE n.case_id = :case_id AND n.seq > :seq AND n.actor_kind <> 'system')
FROM case_event e WHERE e.case_id = :case_id AND e.seq = :seq;

-- :name event_add none
-- :for apply desk clock
-- :in case_id:int seq:int at:msec action:text from_state:text to_state:text actor_kind:text actor_id:int actor_name:text
-- :in post:text acting_for:ref acting_name:text reason:text note:text clause:text doc_id:ref doc_hash:bytes
-- :in prev_hash:bytes hash:bytes
INSERT INTO case_event (case_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post, acting_for,
  acting_name, reason, note, clause, doc_id, doc_hash, prev_hash, hash)
VALUES (:case_id, :seq, :at, :action, :from_state, :to_state, :actor_kind, :actor_id, :actor_name, :post, :acting_for,
  :acting_name, :reason, :note, :clause, :doc_id, :doc_hash, :prev_hash, :hash);

-- :name ledger_add none
-- :for apply desk clock
-- :in case_id:int event_seq:int clock:text act:text on_day:day amount:ref unit:text due:day provisional:int clause:text
INSERT INTO clock_ledger (case_id, event_seq, clock, act, on_day, amount, unit, due, provisional, clause)
VALUES (:case_id, :event_seq, :clock, :act, :on_day, :amount, :unit, :due, :provisional, :clause);

-- :name document_add none
-- :for apply desk clock
-- :in case_id:int event_seq:int kind:text dept_code:text series:text year:ref serial:ref number:text title:text
-- :in issued_at:msec issued_by:text data:text
INSERT INTO document (case_id, event_seq, kind, dept_code, series, year, serial, number, title, issued_at, issued_by, data)
VALUES (:case_id, :event_seq, :kind, :dept_code, :series, :year, :serial, :number, :title, :issued_at, :issued_by, :data);

-- The number comes back as insert_id.  The row lock is held until commit: two transactions never get one number, and
-- one that fails gives its number back.
-- :name doc_counter_next none
-- :for apply desk clock
-- :in dept_code:text series:text year:int
INSERT INTO doc_counter (dept_code, series, year, n) VALUES (:dept_code, :series, :year, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE n = LAST_INSERT_ID(n + 1);

-- :name case_counter_next none
-- :for apply desk feedback
-- :in scope:text on_day:day
INSERT INTO case_counter (scope, on_day, n) VALUES (:scope, :on_day, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE n = LAST_INSERT_ID(n + 1);

-- Where the applicant wants to be written to.
-- :name case_contact one
-- :for apply desk clock
-- :in id:int
-- :out account_phone:bytes account_email:bytes applicant_phone:bytes
SELECT a.phone_sealed, a.email_sealed, c.applicant_phone_sealed
FROM cases c LEFT JOIN account a ON a.id = c.account_id WHERE c.id = :id;

-- :name outbox_add none
-- :for apply desk clock booking feedback
-- :in case_id:ref event_seq:ref topic:text topic_id:ref topic_seq:ref account_id:int channel:text template:text subject:text
-- :in body:text to_sealed:bytes next_at:msec now:msec
INSERT INTO outbox (case_id, event_seq, topic, topic_id, topic_seq, account_id, channel, template, subject, body, to_sealed,
  next_at, created_at)
VALUES (:case_id, :event_seq, :topic, :topic_id, :topic_seq, :account_id, :channel, :template, :subject, :body, :to_sealed,
  :next_at, :now);

-- :name alert_add none
-- :for desk clock
-- :in kind:text case_id:ref topic:text topic_id:ref label:text on_day:day dept_code:text text:text now:msec
INSERT INTO alert (kind, case_id, topic, topic_id, label, on_day, dept_code, text, created_at)
VALUES (:kind, :case_id, :topic, :topic_id, :label, :on_day, :dept_code, :text, :now)
ON DUPLICATE KEY UPDATE kind = VALUES(kind);

-- --- rate limits ----------------------------------------------------------------------------------------------

-- A new window begins when the old one is over.  The count comes back as insert_id.
-- :name rate_bucket_take none
-- :for account progress desk feedback booking upload
-- :in bucket:text now:msec window_start:msec
INSERT INTO rate_bucket (bucket, window_at, n) VALUES (:bucket, :now, LAST_INSERT_ID(1))
ON DUPLICATE KEY UPDATE n = LAST_INSERT_ID(IF(window_at <= :window_start, 1, n + 1)),
  window_at = IF(window_at <= :window_start, VALUES(window_at), window_at);

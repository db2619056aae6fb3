-- archive.sql - archive packages and the paper list (OUT-6), the certificates library (OUT-5), material reuse (INT-11)

-- --- making packages: domain/archive.c -------------------------------------------------------------------

-- Archived, and something happened since the last package, if there is one.
-- :name archive_pending many
-- :for archive
-- :in after_id:int limit:int
-- :out id:int
SELECT id FROM cases WHERE to_pack = 1 AND id > :after_id ORDER BY id LIMIT :limit;

-- :name archive_case_by_number one
-- :for archive
-- :in number:text
-- :out id:int
SELECT id FROM cases WHERE case_no = :number UNION ALL SELECT id FROM cases WHERE short_no = :number LIMIT 1;

-- :name archive_case one
-- :for archive
-- :in id:int
-- :out id:int case_no:text short_no:text revision_id:int matter_code:text matter_name:text dept_code:text dept_name:text
-- :out channel:text delivery:text committed:int applicant_kind:text applicant_name:text applicant_id_type:text
-- :out applicant_id_sealed:bytes applicant_phone_sealed:bytes applicant_address_sealed:bytes legal_rep:text agent_name:text
-- :out agent_id_type:text agent_id_sealed:bytes agent_phone_sealed:bytes state:text outcome:text submitted_at:msec
-- :out received_day:day accepted_day:day decided_day:day event_count:int event_head:bytes
SELECT id, case_no, short_no, revision_id, matter_code, matter_name, dept_code, dept_name, channel, delivery, committed,
  applicant_kind, applicant_name, applicant_id_type, applicant_id_sealed, applicant_phone_sealed,
  applicant_address_sealed, legal_rep, agent_name, agent_id_type, agent_id_sealed, agent_phone_sealed, state, outcome,
  submitted_at, received_day, accepted_day, decided_day, event_count, event_head
FROM cases WHERE id = :id;

-- :name archive_events many
-- :for archive
-- :in case_id:int
-- :out case_id:int seq:int at:msec action:text from_state:text to_state:text actor_kind:text actor_id:int actor_name:text
-- :out post:text acting_for:ref acting_name:text reason:text note:text clause:text doc_id:ref doc_hash:bytes prev_hash:bytes
-- :out hash:bytes
SELECT case_id, seq, at, action, from_state, to_state, actor_kind, actor_id, actor_name, post, acting_for, acting_name,
  reason, note, clause, doc_id, doc_hash, prev_hash, hash
FROM case_event WHERE case_id = :case_id ORDER BY seq;

-- :name archive_documents many
-- :for archive
-- :in case_id:int
-- :out id:int event_seq:int kind:text title:text number:text issued_at:msec issued_by:text data:text seal_authority:text
-- :out seal_legend:text seal_by:text seal_at:msec
SELECT d.id, d.event_seq, d.kind, d.title, d.number, d.issued_at, d.issued_by, d.data, s.authority, s.legend, s.staff_name, s.at
FROM document d LEFT JOIN seal_use s ON s.document_id = d.id
WHERE d.case_id = :case_id ORDER BY d.event_seq, d.id;

-- :name archive_clocks many
-- :for archive
-- :in case_id:int
-- :out event_seq:int clock:text act:text on_day:day amount:ref unit:text due:day provisional:int clause:text
SELECT event_seq, clock, act, on_day, amount, unit, due, provisional, clause
FROM clock_ledger WHERE case_id = :case_id ORDER BY event_seq, clock;

-- :name archive_fields many
-- :for archive
-- :in case_id:int
-- :out name:text value:text sealed:bytes
SELECT name, value, sealed FROM case_field WHERE case_id = :case_id ORDER BY name;

-- :name archive_items many
-- :for archive
-- :in case_id:int
-- :out item:text seq:int name:text state:text verdict:text reason:text remedy:text gap:int supplied_at:msec
-- :out certificate_number:text
SELECT m.item, m.seq, m.name, m.state, m.verdict, m.reason, m.remedy, m.gap, m.supplied_at, h.number
FROM case_material m LEFT JOIN certificate h ON h.id = m.certificate_id
WHERE m.case_id = :case_id ORDER BY m.seq, m.item;

-- All of them: what was replaced belongs to the record too.
-- :name archive_files many
-- :for archive
-- :in case_id:int
-- :out id:int item:text sha256:bytes size:int kind:text file_name:text round:int uploaded_at:msec by_kind:text
-- :out removed_at:msec reused_from:ref
SELECT id, item, sha256, size, kind, file_name, round, uploaded_at, by_kind, removed_at, reused_from
FROM case_file WHERE case_id = :case_id ORDER BY id;

-- :name archive_matter one
-- :for archive
-- :in revision_id:int
-- :out rev_no:int doc:text doc_hash:bytes
SELECT rev_no, doc, doc_hash FROM matter_revision WHERE id = :revision_id;

-- What there is for these events, and how many packages the case has.
-- :name archive_package_now one
-- :for archive
-- :in case_id:int events:int
-- :out packages:int file:text sha256:bytes accepted:int
SELECT COUNT(*), MAX(IF(events = :events, file, NULL)), MAX(IF(events = :events, sha256, NULL)),
  COALESCE(MAX(IF(events = :events, accepted, NULL)), 0)
FROM archive_package WHERE case_id = :case_id;

-- Held until the package is on record: a package is of a case that did not move meanwhile.
-- :name archive_hold one
-- :for archive
-- :in id:int
-- :out event_count:int
SELECT event_count FROM cases WHERE id = :id FOR UPDATE;

-- Made once more for the same events (a way of printing changed): the row follows the file.
-- :name archive_package_put none
-- :for archive
-- :in case_id:int events:int file:text sha256:bytes size:int now:msec
INSERT INTO archive_package (case_id, events, file, sha256, size, made_at)
VALUES (:case_id, :events, :file, :sha256, :size, :now)
ON DUPLICATE KEY UPDATE sha256 = VALUES(sha256), size = VALUES(size), made_at = VALUES(made_at);

-- :name archive_packed none
-- :for archive
-- :in id:int events:int
UPDATE cases SET packed_events = :events, archive_state = 'made' WHERE id = :id;

-- --- the desk of the archive -------------------------------------------------------------------------------

-- What has to be handed over, and what is under way, of each department.  until: last day of next month.  dept_code NULL: all.
-- :name archive_counts many
-- :for desk
-- :in dept_code:text until:day today:day
-- :out dept_code:text waiting:int made:int returned:int late:int
SELECT dept_code, SUM(archive_state = 'none'), SUM(archive_state = 'made'), SUM(archive_state = 'defect'), SUM(archive_due < :today)
FROM cases
WHERE archive_open = 1 AND (:dept_code IS NULL OR dept_code = :dept_code) AND archive_due <= :until
GROUP BY dept_code;

-- One department's cases that are on the way, the most urgent first.
-- :name archive_due many
-- :for desk
-- :row archive_row
-- :in dept_code:text until:day after_due:day after_id:int limit:int
-- :out id:int short_no:text matter_name:text dept_code:text dept_name:text applicant_kind:text applicant_name:text state:text
-- :out outcome:text decided_day:day archive_due:day archive_state:text papers:int package_id:ref made_at:msec
-- :out judged_name:text judged_at:msec defect:text
SELECT c.id, c.short_no, c.matter_name, c.dept_code, c.dept_name, c.applicant_kind, c.applicant_name, c.state, c.outcome,
  c.decided_day, c.archive_due, c.archive_state, (SELECT COUNT(*) FROM document d WHERE d.case_id = c.id), p.id, p.made_at,
  p.judged_name, p.judged_at, p.defect
FROM cases c
LEFT JOIN archive_package p ON p.case_id = c.id AND p.events = c.packed_events
WHERE c.archive_open = 1 AND c.dept_code = :dept_code AND c.archive_due <= :until
  AND c.archive_due >= :after_due AND (c.archive_due > :after_due OR c.id > :after_id)
ORDER BY c.archive_due, c.id LIMIT :limit;

-- What the archive has accepted of one department, the last due first.
-- :name archive_accepted many
-- :for desk
-- :in dept_code:text before_due:day before_id:int limit:int
-- :out id:int package_id:int short_no:text matter_name:text archive_due:day size:int judged_name:text judged_at:msec
SELECT c.id, p.id, c.short_no, c.matter_name, c.archive_due, p.size, p.judged_name, p.judged_at
FROM cases c JOIN archive_package p ON p.case_id = c.id AND p.events = c.packed_events
WHERE c.archive_open = 0 AND c.dept_code = :dept_code AND c.archive_due <= :before_due
  AND (c.archive_due < :before_due OR c.id < :before_id)
ORDER BY c.archive_due DESC, c.id DESC LIMIT :limit;

-- The packages of one case, newest first.
-- :name archive_packages many
-- :for desk
-- :in case_id:int
-- :out id:int events:int file:text sha256:bytes size:int made_at:msec judged_name:text judged_at:msec accepted:int defect:text
SELECT id, events, file, sha256, size, made_at, judged_name, judged_at, accepted, defect
FROM archive_package WHERE case_id = :case_id ORDER BY events DESC;

-- :name archive_package_get one
-- :for desk
-- :in id:int
-- :out id:int case_id:int file:text accepted:int short_no:text dept_code:text latest:int
SELECT p.id, p.case_id, p.file, p.accepted, c.short_no, c.dept_code, p.events = c.packed_events
FROM archive_package p JOIN cases c ON c.id = p.case_id WHERE p.id = :id;

-- :name archive_case_state one
-- :for desk
-- :in id:int
-- :out archive_state:text archive_due:day
SELECT archive_state, archive_due FROM cases WHERE id = :id;

-- One of the two, by one archivist: whoever comes second changes nothing.
-- :name archive_accept none
-- :for desk
-- :in id:int staff_id:int staff_name:text now:msec
UPDATE archive_package SET accepted = 1, judged_by = :staff_id, judged_name = :staff_name, judged_at = :now
WHERE id = :id AND accepted = 0;

-- :name archive_return none
-- :for desk
-- :in id:int defect:text staff_id:int staff_name:text now:msec
UPDATE archive_package SET defect = :defect, judged_by = :staff_id, judged_name = :staff_name, judged_at = :now
WHERE id = :id AND accepted = 0;

-- :name archive_state_put none
-- :for desk
-- :in id:int archive_state:text
UPDATE cases SET archive_state = :archive_state WHERE id = :id;

-- --- certificates (OUT-5) ------------------------------------------------------------------------------------

-- :name certificates_own many
-- :for account
-- :in account_id:int
-- :out id:int document_id:int number:text name:text matter_code:text matter_name:text dept_name:text short_no:text
-- :out valid_from:day valid_until:day state:text issued_at:msec void_at:msec
SELECT h.id, h.document_id, h.number, h.name, h.matter_code, c.matter_name, c.dept_name, c.short_no, h.valid_from,
  h.valid_until, h.state, h.issued_at, h.void_at
FROM account a
JOIN certificate h ON h.holder_bidx = a.id_bidx
JOIN cases c ON c.id = h.case_id
WHERE a.id = :account_id
ORDER BY h.id DESC LIMIT 200;

-- The paper of one of them, as it prints.
-- :name certificate_own_paper one
-- :for account
-- :in account_id:int id:int
-- :out id:int document_id:int name:text number:text valid_from:day valid_until:day state:text short_no:text account_id:ref
SELECT h.id, h.document_id, h.name, h.number, h.valid_from, h.valid_until, h.state, c.short_no, c.account_id
FROM account a
JOIN certificate h ON h.holder_bidx = a.id_bidx
JOIN cases c ON c.id = h.case_id
WHERE a.id = :account_id AND h.id = :id;

-- :name certificate_by_number many
-- :for desk
-- :row certificate_found
-- :in number:text
-- :out id:int case_id:int document_id:int number:text name:text dept_code:text dept_name:text short_no:text holder_name:text
-- :out applicant_kind:text valid_from:day valid_until:day state:text void_at:msec
SELECT h.id, h.case_id, h.document_id, h.number, h.name, h.dept_code, c.dept_name, c.short_no, h.holder_name, c.applicant_kind,
  h.valid_from, h.valid_until, h.state, h.void_at
FROM certificate h JOIN cases c ON c.id = h.case_id WHERE h.number = :number;

-- :name certificates_of_person many
-- :for desk
-- :row certificate_found
-- :in holder_bidx:bytes limit:int
-- :out id:int case_id:int document_id:int number:text name:text dept_code:text dept_name:text short_no:text holder_name:text
-- :out applicant_kind:text valid_from:day valid_until:day state:text void_at:msec
SELECT h.id, h.case_id, h.document_id, h.number, h.name, h.dept_code, c.dept_name, c.short_no, h.holder_name, c.applicant_kind,
  h.valid_from, h.valid_until, h.state, h.void_at
FROM certificate h JOIN cases c ON c.id = h.case_id WHERE h.holder_bidx = :holder_bidx
ORDER BY h.id DESC LIMIT :limit;

-- For anybody who holds a certificate in their hand: no name in full leaves the program.
-- :name certificate_verify one
-- :for progress
-- :in number:text
-- :out number:text name:text dept_name:text holder_name:text applicant_kind:text valid_from:day valid_until:day state:text
-- :out void_at:msec
SELECT h.number, h.name, c.dept_name, h.holder_name, c.applicant_kind, h.valid_from, h.valid_until, h.state, h.void_at
FROM certificate h JOIN cases c ON c.id = h.case_id WHERE h.number = :number;

-- --- material that is there already (INT-11): domain/reuse.c ------------------------------------------------------

-- Certificates of the applicant that are valid today; which material each one is, domain/reuse.h says.
-- :name reuse_certificates many
-- :for apply
-- :in case_id:int today:day
-- :out id:int number:text name:text revision_id:int valid_until:day issued_at:msec
SELECT h.id, h.number, h.name, s.revision_id, h.valid_until, h.issued_at
FROM cases c
JOIN certificate h ON h.holder_bidx = c.applicant_id_bidx AND h.state = 'valid'
JOIN cases s ON s.id = h.case_id
WHERE c.id = :case_id AND h.case_id <> :case_id AND h.valid_from <= :today AND (h.valid_until IS NULL OR h.valid_until >= :today)
ORDER BY h.id DESC LIMIT 50;

-- Files of the applicant's other cases that an officer judged right and the case was accepted with, newest first.  A file that
-- was itself taken over keeps the day on which it was first uploaded.
-- :name reuse_files many
-- :for apply
-- :in case_id:int since:msec
-- :out id:int item:text item_name:text matter_id:int sha256:bytes size:int kind:text file_name:text uploaded_at:msec short_no:text
-- :out matter_name:text
SELECT f.id, f.item, m.name, s.matter_id, f.sha256, f.size, f.kind, f.file_name, COALESCE(o.uploaded_at, f.uploaded_at), s.short_no,
  s.matter_name
FROM cases c
JOIN cases s ON s.applicant_id_bidx = c.applicant_id_bidx AND s.id <> c.id AND s.accepted_day IS NOT NULL
JOIN case_material m ON m.case_id = s.id AND m.verdict = 'ok'
JOIN case_file f ON f.case_id = s.id AND f.item = m.item AND f.removed_at IS NULL
LEFT JOIN case_file o ON o.id = f.reused_from
WHERE c.id = :case_id AND COALESCE(o.uploaded_at, f.uploaded_at) >= :since
ORDER BY f.id DESC LIMIT 200;

-- One press: the same bytes under the new case.  reused_from names the upload itself, however often it was taken over.
-- :name reuse_file_add none
-- :for apply
-- :in case_id:int item:text file_id:int round:int now:msec by_kind:text by_id:int
INSERT INTO case_file (case_id, item, sha256, size, kind, file_name, round, uploaded_at, by_kind, by_id, reused_from)
SELECT :case_id, :item, sha256, size, kind, file_name, :round, :now, :by_kind, :by_id, COALESCE(reused_from, id)
FROM case_file WHERE id = :file_id;

-- :name reuse_certificate_put none
-- :for apply
-- :in case_id:int item:text certificate_id:ref
UPDATE case_material SET certificate_id = :certificate_id WHERE case_id = :case_id AND item = :item;

-- Where the materials of a case come from that were not handed in for it.
-- :name reuse_origins many
-- :for apply desk
-- :in case_id:int
-- :out item:text file_id:ref number:text name:text valid_until:day state:text at:msec short_no:text matter_name:text
SELECT m.item, NULL, h.number, h.name, h.valid_until, h.state, h.issued_at, s.short_no, s.matter_name
FROM case_material m JOIN certificate h ON h.id = m.certificate_id JOIN cases s ON s.id = h.case_id
WHERE m.case_id = :case_id
UNION ALL
SELECT f.item, f.id, NULL, o.file_name, NULL, NULL, o.uploaded_at, s.short_no, s.matter_name
FROM case_file f JOIN case_file o ON o.id = f.reused_from JOIN cases s ON s.id = o.case_id
WHERE f.case_id = :case_id AND f.removed_at IS NULL;

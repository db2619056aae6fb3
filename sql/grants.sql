-- grants.sql - what each program may do: one database account per program, and no more than its statements need.
--
-- By column where it matters: who may read what is sealed or hashed, and what may still change in a row once it is
-- there.  Otherwise by table.  tests/db/test_statements.c prepares every statement under its program's account, and
-- names each right here that no statement needs.  When it says "denied ... for column 'x'", add x to the list.
--
-- What MariaDB asks for: SELECT ... FOR UPDATE no more than SELECT; INSERT ... ON DUPLICATE KEY UPDATE also UPDATE of
-- every column that it inserts; INSERT ... SELECT gets INSERT on the whole table, because a missing column would show
-- only when it runs; DELETE and UPDATE also SELECT of the columns of their WHERE.

-- catalog
GRANT SELECT (id, name, epoch) ON portal.account TO 'catalog'@'localhost';
GRANT SELECT ON portal.dept TO 'catalog'@'localhost';
GRANT SELECT ON portal.matter TO 'catalog'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'catalog'@'localhost';
GRANT SELECT ON portal.session TO 'catalog'@'localhost';
GRANT SELECT (id, matter_code, question, answer, search, state, reviewed_at) ON portal.faq TO 'catalog'@'localhost';

-- account
GRANT SELECT (id, kind, id_type, id_bidx, id_mask, name, phone_bidx, phone_mask, legal_rep, pw_hash, epoch,
  created_at), INSERT,
  UPDATE (phone_sealed, phone_bidx, phone_mask, pw_hash, epoch)
  ON portal.account TO 'account'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'account'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'account'@'localhost';
GRANT SELECT (id, ref, token_version, case_no, short_no, matter_name, dept_code, dept_name, account_id, channel, state, turn, saved_at,
  submitted_at, next_due)
  ON portal.cases TO 'account'@'localhost';
GRANT SELECT (id, person_bidx, case_id, reason, recorded_at, repaired_at, repair_reason)
  ON portal.credit_record TO 'account'@'localhost';
GRANT SELECT (id, case_id, document_id, number, name, matter_code, holder_bidx, valid_from, valid_until, state, issued_at, void_at)
  ON portal.certificate TO 'account'@'localhost';
GRANT SELECT (id, case_id, event_seq, kind, number, title, issued_at, issued_by, data)
  ON portal.document TO 'account'@'localhost';
GRANT SELECT (document_id, authority, legend) ON portal.seal_use TO 'account'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.rate_bucket TO 'account'@'localhost';
GRANT SELECT, INSERT, UPDATE (last_seen, expires_at), DELETE ON portal.session TO 'account'@'localhost';

-- apply
GRANT SELECT (id, number, powers, valid_from, valid_until, dept_code, matter_id, ended_at)
  ON portal.auth_letter TO 'apply'@'localhost';
GRANT SELECT (id, kind, id_type, id_sealed, id_bidx, id_mask, name, phone_sealed, phone_mask, email_sealed,
  address_sealed, legal_rep, contact, epoch)
  ON portal.account TO 'apply'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'apply'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_counter TO 'apply'@'localhost';
GRANT SELECT, INSERT ON portal.case_event TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.case_field TO 'apply'@'localhost';
GRANT SELECT, INSERT ON portal.case_file TO 'apply'@'localhost';
GRANT SELECT, INSERT,
  UPDATE (case_id, item, seq, name, state, verdict, supplied_at, updated_at, certificate_id)
  ON portal.case_material TO 'apply'@'localhost';
GRANT SELECT (id, ref, token_version, submit_key, case_no, short_no, matter_id, revision_id, matter_code,
  matter_name, dept_code, dept_name, dept_accepts, account_id, channel, delivery, applicant_kind, applicant_name,
  applicant_id_type, applicant_id_bidx, applicant_id_mask, applicant_phone_sealed, applicant_phone_mask, legal_rep, agent_name,
  agent_id_type, agent_id_mask, agent_phone_mask, state, turn, draft_version, created_at, saved_at, submitted_at,
  pre_reviewed_at, received_day, accepted_day, accepted_by, feedback_due, correction_from, correction_due,
  legal_due, promised_due, provisional, running, next_due, claimed_by, claimed_name, claimed_at, confirm_state,
  correction_round, repeat_permitted, version, event_count, event_head,
  special_due, gap_due, delivery_due, mail_due, check_due, archive_due, outcome, committed, paper_state, opinion,
  procedure_at, inspected, extended_days, decided_day, decided_by, on_spot, ready_day, remind_due, parts,
  collect), INSERT,
  UPDATE (submit_key, case_no, short_no, committed, delivery, agent_name, agent_id_type, agent_id_sealed, agent_id_mask,
    agent_phone_sealed, agent_phone_mask, state, turn, draft_version, saved_at, submitted_at, pre_reviewed_at,
    received_day, accepted_day, accepted_by, feedback_due, correction_from, correction_due, legal_due, promised_due,
    provisional, running, next_due, claimed_by, claimed_name, claimed_at, confirm_state, correction_round,
    repeat_permitted, version, event_count, event_head, special_due, gap_due, delivery_due, mail_due,
    check_due, archive_due, outcome, paper_state, opinion, procedure_at, inspected, extended_days, decided_day,
    decided_by, on_spot), DELETE
  ON portal.cases TO 'apply'@'localhost';
GRANT SELECT (id, case_id, document_id, number, name, holder_bidx, valid_from, valid_until, state, issued_at)
  ON portal.certificate TO 'apply'@'localhost';
GRANT SELECT (id, person_bidx, recorded_at, reason, repaired_at) ON portal.credit_record TO 'apply'@'localhost';
GRANT SELECT, UPDATE (state, opened_day, due, opinion, staff_id, staff_name, spoken_at, overdue, document_id, certificate_id,
  handed_at, handed_to, ended_day, ready_at, ready_by)
  ON portal.case_part TO 'apply'@'localhost';
GRANT SELECT, INSERT ON portal.clock_ledger TO 'apply'@'localhost';
GRANT SELECT ON portal.dept TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.doc_counter TO 'apply'@'localhost';
GRANT SELECT, INSERT ON portal.document TO 'apply'@'localhost';
GRANT SELECT ON portal.matter TO 'apply'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'apply'@'localhost';
GRANT INSERT ON portal.outbox TO 'apply'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.promise TO 'apply'@'localhost';
GRANT SELECT (id, ref, subject, staff_id, made_at, kind, first_day), INSERT,
  UPDATE (kind, subject, stage, staff_id, window_code, made_at, until_day)
  ON portal.rating_invite TO 'apply'@'localhost';
GRANT SELECT (id, window_code, staff_id, from_day, until_day) ON portal.window_duty TO 'apply'@'localhost';
GRANT SELECT (document_id, authority, legend), INSERT ON portal.seal_use TO 'apply'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.session TO 'apply'@'localhost';
GRANT SELECT (case_id, event_seq, courier, number) ON portal.waybill TO 'apply'@'localhost';

-- upload
GRANT SELECT (id, number, powers, valid_from, valid_until, dept_code, matter_id, ended_at)
  ON portal.auth_letter TO 'upload'@'localhost';
GRANT INSERT ON portal.access_log TO 'upload'@'localhost';
GRANT SELECT (id, name, epoch) ON portal.account TO 'upload'@'localhost';
GRANT SELECT, INSERT, UPDATE (removed_at) ON portal.case_file TO 'upload'@'localhost';
GRANT SELECT, UPDATE (state, verdict, supplied_at, updated_at, certificate_id) ON portal.case_material TO 'upload'@'localhost';
GRANT SELECT (case_id, item, held) ON portal.case_paper TO 'upload'@'localhost';
GRANT SELECT (id, ref, token_version, submit_key, case_no, short_no, matter_id, revision_id, matter_code,
  matter_name, dept_code, dept_name, dept_accepts, account_id, channel, delivery, applicant_kind, applicant_name,
  applicant_id_type, applicant_id_mask, applicant_phone_mask, legal_rep, agent_name, agent_id_type, agent_id_mask,
  agent_phone_mask, state, turn, draft_version, created_at, saved_at, submitted_at, pre_reviewed_at, received_day,
  accepted_day, accepted_by, feedback_due, correction_from, correction_due, legal_due, promised_due, provisional,
  running, next_due, claimed_by, claimed_name, claimed_at, confirm_state, correction_round, repeat_permitted,
  version, event_count, event_head,
  special_due, gap_due, delivery_due, mail_due, check_due, archive_due, outcome, committed, paper_state, opinion,
  procedure_at, inspected, extended_days, decided_day, decided_by, on_spot, ready_day, remind_due, parts,
  collect),
  UPDATE (draft_version, saved_at)
  ON portal.cases TO 'upload'@'localhost';
GRANT SELECT ON portal.case_part TO 'upload'@'localhost';
GRANT SELECT ON portal.dept TO 'upload'@'localhost';
GRANT SELECT ON portal.matter TO 'upload'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'upload'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.session TO 'upload'@'localhost';
GRANT SELECT (id, name, dept_code, post, trained_on, enabled, epoch) ON portal.staff TO 'upload'@'localhost';
GRANT SELECT ON portal.staff_role TO 'upload'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.staff_session TO 'upload'@'localhost';
GRANT SELECT ON portal.substitution TO 'upload'@'localhost';
-- upload: files of complaints
GRANT SELECT ON portal.complaint TO 'upload'@'localhost';
GRANT SELECT, INSERT ON portal.complaint_file TO 'upload'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.rate_bucket TO 'upload'@'localhost';

-- progress
GRANT SELECT (id, name, epoch) ON portal.account TO 'progress'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'progress'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'progress'@'localhost';
GRANT SELECT (case_id, seq, at, action, to_state, reason) ON portal.case_event TO 'progress'@'localhost';
GRANT SELECT (id, ref, token_version, case_no, short_no, matter_code, matter_name, dept_code, dept_name, account_id,
  channel, delivery, applicant_kind, applicant_name, state, turn, submitted_at, received_day, accepted_day,
  feedback_due, correction_due, legal_due, promised_due, provisional, running, next_due, version, event_head, special_due,
  gap_due, outcome, parts, collect)
  ON portal.cases TO 'progress'@'localhost';
GRANT SELECT (case_id, number, name, holder_name, valid_from, valid_until, state, void_at)
  ON portal.certificate TO 'progress'@'localhost';
GRANT SELECT (id, case_id, event_seq, kind, number, title, issued_at, issued_by, data)
  ON portal.document TO 'progress'@'localhost';
GRANT SELECT ON portal.case_part TO 'progress'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.rate_bucket TO 'progress'@'localhost';
GRANT SELECT (document_id, authority, legend) ON portal.seal_use TO 'progress'@'localhost';
GRANT SELECT ON portal.session TO 'progress'@'localhost';

-- desk
GRANT INSERT ON portal.access_log TO 'desk'@'localhost';
GRANT SELECT (id, kind, id_type, id_sealed, id_bidx, id_mask, name, phone_sealed, phone_mask, email_sealed,
  address_sealed, legal_rep, contact, epoch),
  UPDATE (pw_hash, epoch)
  ON portal.account TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.alert TO 'desk'@'localhost';
GRANT SELECT, UPDATE (accepted, defect, judged_by, judged_name, judged_at)
  ON portal.archive_package TO 'desk'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'desk'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_counter TO 'desk'@'localhost';
GRANT SELECT (id, number, powers, valid_from, valid_until, dept_code, matter_id, ended_at)
  ON portal.auth_letter TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.case_event TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.case_field TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE (item, removed_at) ON portal.case_file TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE (open_by) ON portal.case_intake TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.case_material TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.case_paper TO 'desk'@'localhost';
GRANT SELECT, INSERT,
  UPDATE (archive_state, submit_key, case_no, short_no, committed, delivery, agent_name, agent_id_type, agent_id_sealed, agent_id_mask,
    agent_phone_sealed, agent_phone_mask, state, turn, draft_version, saved_at, submitted_at, pre_reviewed_at,
    received_day, accepted_day, accepted_by, feedback_due, correction_from, correction_due, legal_due, promised_due,
    provisional, running, next_due, claimed_by, claimed_name, claimed_at, confirm_state, correction_round,
    repeat_permitted, version, event_count, event_head, special_due, gap_due, delivery_due, mail_due,
    check_due, archive_due, outcome, paper_state, opinion, procedure_at, inspected, extended_days, decided_day,
    decided_by, on_spot, ready_day, remind_due, parts,
  collect), DELETE
  ON portal.cases TO 'desk'@'localhost';
GRANT SELECT (id, case_id, document_id, number, name, dept_code, holder_bidx, holder_name, valid_from, valid_until, state,
  issued_at, void_at), INSERT,
  UPDATE (state, void_at)
  ON portal.certificate TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE (state, opened_day, due, opinion, staff_id, staff_name, spoken_at, overdue, document_id, certificate_id,
  handed_at, handed_to, ended_day, ready_at, ready_by)
  ON portal.case_part TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.clock_ledger TO 'desk'@'localhost';
GRANT SELECT (id, person_bidx, person_name, case_id, recorded_at, reason, repaired_at, repaired_name, repair_reason), INSERT,
  UPDATE (repaired_at, repaired_by, repaired_name, repair_reason)
  ON portal.credit_record TO 'desk'@'localhost';
GRANT SELECT ON portal.dept TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.doc_counter TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.document TO 'desk'@'localhost';
GRANT SELECT ON portal.matter TO 'desk'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'desk'@'localhost';
GRANT SELECT (case_id, sent_at), INSERT ON portal.outbox TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.promise TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.rate_bucket TO 'desk'@'localhost';
GRANT SELECT (id, ref, subject, staff_id, made_at, kind, first_day), INSERT,
  UPDATE (kind, subject, stage, staff_id, window_code, made_at, until_day)
  ON portal.rating_invite TO 'desk'@'localhost';
GRANT SELECT (id, window_code, staff_id, from_day, until_day, post) ON portal.window_duty TO 'desk'@'localhost';
GRANT SELECT, UPDATE (text_state, counted, out_reason, out_by, review, reviewed_by, review_note)
  ON portal.rating TO 'desk'@'localhost';
GRANT SELECT (order_id, round, running, clock, due, ended_day, provisional), INSERT, UPDATE ON portal.rating_due TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.rating_event TO 'desk'@'localhost';
GRANT SELECT, INSERT,
  UPDATE (state, round_day, complex, handler_id, handler_name, rectify_by, appeal_by, finding, reply, reply_public, outcome, round,
    replied_day, answered_day, reply_days, version, event_count)
  ON portal.rating_order TO 'desk'@'localhost';
GRANT INSERT ON portal.rating_stale TO 'desk'@'localhost';
GRANT SELECT (document_id, authority, legend), INSERT ON portal.seal_use TO 'desk'@'localhost';
GRANT SELECT, UPDATE (epoch) ON portal.staff TO 'desk'@'localhost';
GRANT SELECT ON portal.staff_role TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.staff_seen TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE (last_seen, expires_at), DELETE ON portal.staff_session TO 'desk'@'localhost';
GRANT SELECT ON portal.substitution TO 'desk'@'localhost';
GRANT SELECT (case_id, event_seq, courier, number), INSERT ON portal.waybill TO 'desk'@'localhost';
-- desk: complaints, enquiries, frequent questions
GRANT SELECT, INSERT, UPDATE (fault, unit, level, handler_id, handler_name, state, desk, due, provisional, answered_at, lapse_day, finding,
  reply_sealed, reply_no, satisfied, withheld_by, version, event_count) ON portal.complaint TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.complaint_event TO 'desk'@'localhost';
GRANT SELECT ON portal.complaint_file TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.complaint_subject TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE (owner_id, owner_name, dept_code, state, desk, due, provisional, later_day, later_way, answer_sealed, answered_at,
  answer_way, settled, withheld_by, version, event_count) ON portal.enquiry TO 'desk'@'localhost';
GRANT SELECT, INSERT ON portal.enquiry_event TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE (question, answer, search, state, drafted_by, drafted_name, drafted_at, reviewed_by, reviewed_name,
  reviewed_at, reason) ON portal.faq TO 'desk'@'localhost';
GRANT SELECT ON portal.service_window TO 'desk'@'localhost';

-- feedback
GRANT SELECT (id, kind, name, epoch) ON portal.account TO 'feedback'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'feedback'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'feedback'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.rate_bucket TO 'feedback'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.session TO 'feedback'@'localhost';
GRANT SELECT (id, name, dept_code, post, trained_on, enabled, epoch) ON portal.staff TO 'feedback'@'localhost';
GRANT SELECT ON portal.staff_role TO 'feedback'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.staff_session TO 'feedback'@'localhost';
GRANT SELECT ON portal.substitution TO 'feedback'@'localhost';
-- feedback: complaints and enquiries
GRANT SELECT, INSERT, UPDATE ON portal.case_counter TO 'feedback'@'localhost';
GRANT SELECT (case_id, actor_kind, actor_id) ON portal.case_event TO 'feedback'@'localhost';
GRANT SELECT (id, case_no, short_no, matter_name, dept_code, ref, token_version, applicant_kind, applicant_name)
  ON portal.cases TO 'feedback'@'localhost';
GRANT SELECT, INSERT, UPDATE (fault, unit, level, handler_id, handler_name, state, desk, due, provisional, answered_at, lapse_day, finding,
  reply_sealed, reply_no, satisfied, withheld_by, version, event_count) ON portal.complaint TO 'feedback'@'localhost';
GRANT SELECT, INSERT ON portal.complaint_event TO 'feedback'@'localhost';
GRANT SELECT ON portal.complaint_file TO 'feedback'@'localhost';
GRANT SELECT (why), INSERT, UPDATE ON portal.complaint_subject TO 'feedback'@'localhost';
GRANT SELECT ON portal.dept TO 'feedback'@'localhost';
GRANT SELECT, INSERT, UPDATE (owner_id, owner_name, dept_code, state, desk, due, provisional, later_day, later_way, answer_sealed, answered_at,
  answer_way, settled, withheld_by, version, event_count) ON portal.enquiry TO 'feedback'@'localhost';
GRANT SELECT, INSERT ON portal.enquiry_event TO 'feedback'@'localhost';
GRANT SELECT ON portal.matter TO 'feedback'@'localhost';
GRANT INSERT ON portal.outbox TO 'feedback'@'localhost';
GRANT SELECT (code, name, enabled) ON portal.service_window TO 'feedback'@'localhost';
GRANT SELECT (window_code, staff_id, from_day, until_day) ON portal.window_duty TO 'feedback'@'localhost';
-- feedback: ratings
GRANT SELECT, INSERT,
  UPDATE (level, tags, text_sealed, text_public, text_state, held_for, anonymous, account_id, case_id, invite_id, author_mask,
    contact_sealed, review, changed)
  ON portal.rating TO 'feedback'@'localhost';
GRANT SELECT (order_id, round, running, clock, due, ended_day, provisional), INSERT, UPDATE ON portal.rating_due TO 'feedback'@'localhost';
GRANT INSERT ON portal.rating_event TO 'feedback'@'localhost';
GRANT SELECT ON portal.rating_invite TO 'feedback'@'localhost';
GRANT SELECT, INSERT,
  UPDATE (state, round_day, complex, handler_id, handler_name, rectify_by, appeal_by, finding, reply, reply_public, outcome, round,
    replied_day, answered_day, reply_days, version, event_count)
  ON portal.rating_order TO 'feedback'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.rating_person_day TO 'feedback'@'localhost';
GRANT SELECT ON portal.rating_reply_sum TO 'feedback'@'localhost';
GRANT INSERT ON portal.rating_stale TO 'feedback'@'localhost';
GRANT SELECT ON portal.rating_sum TO 'feedback'@'localhost';

-- admin
GRANT SELECT, INSERT, UPDATE (ended_at) ON portal.auth_letter TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.calendar_day TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.calendar_year TO 'admin'@'localhost';
GRANT SELECT (code, name) ON portal.dept TO 'admin'@'localhost';
GRANT SELECT (id, code, name, dept_code, position, state, current_revision) ON portal.matter TO 'admin'@'localhost';
GRANT SELECT (id, kind) ON portal.matter_revision TO 'admin'@'localhost';
GRANT SELECT (id, login, name, dept_code, post, trained_on, enabled, epoch) ON portal.staff TO 'admin'@'localhost';
GRANT SELECT ON portal.staff_role TO 'admin'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.staff_session TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE (until_at) ON portal.substitution TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.service_group TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.group_matter TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.service_window TO 'admin'@'localhost';
GRANT SELECT, INSERT, DELETE ON portal.window_group TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE (until_day), DELETE ON portal.window_duty TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE (until_day), DELETE ON portal.opening TO 'admin'@'localhost';
GRANT SELECT, INSERT, UPDATE (ended_at) ON portal.closure TO 'admin'@'localhost';
GRANT SELECT (id, group_code, slot_id, name, kind, matter_name, state, start_at, end_at) ON portal.booking TO 'admin'@'localhost';
GRANT SELECT (id, day, start_at, end_at, group_code, closed), UPDATE (closed_why) ON portal.slot TO 'admin'@'localhost';
GRANT SELECT (slot_id), UPDATE (opens_at) ON portal.place TO 'admin'@'localhost';
GRANT SELECT (live_window, staff_name) ON portal.window_live TO 'admin'@'localhost';
GRANT SELECT (queue, state, day) ON portal.ticket TO 'admin'@'localhost';
GRANT SELECT (id, at, topic, subject, what, staff_name, acting_name), INSERT ON portal.hall_change TO 'admin'@'localhost';

-- clock
GRANT SELECT (id, number, powers, valid_from, valid_until, dept_code, matter_id, ended_at)
  ON portal.auth_letter TO 'clock'@'localhost';
GRANT SELECT (id, phone_sealed, email_sealed) ON portal.account TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.alert TO 'clock'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'clock'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'clock'@'localhost';
GRANT SELECT (case_id, seq, at, action, to_state, actor_kind, actor_id, actor_name, doc_id), INSERT
  ON portal.case_event TO 'clock'@'localhost';
GRANT SELECT (case_id, name, value) ON portal.case_field TO 'clock'@'localhost';
GRANT SELECT (case_id, item, removed_at) ON portal.case_file TO 'clock'@'localhost';
GRANT SELECT, UPDATE (gap) ON portal.case_material TO 'clock'@'localhost';
GRANT SELECT (id, ref, token_version, submit_key, case_no, short_no, matter_id, revision_id, matter_code,
  matter_name, dept_code, dept_name, dept_accepts, account_id, channel, delivery, applicant_kind, applicant_name,
  applicant_id_type, applicant_id_mask, applicant_phone_sealed, applicant_phone_mask, legal_rep, agent_name,
  agent_id_type, agent_id_mask, agent_phone_mask, state, turn, draft_version, created_at, saved_at, submitted_at,
  pre_reviewed_at, received_day, accepted_day, accepted_by, feedback_due, correction_from, correction_due,
  legal_due, promised_due, provisional, running, next_due, claimed_by, claimed_name, claimed_at, confirm_state,
  correction_round, repeat_permitted, version, event_count, event_head, special_due, gap_due, delivery_due,
  mail_due, check_due, archive_due, outcome, committed, paper_state, opinion, procedure_at, inspected,
  extended_days, decided_day, decided_by, on_spot, ready_day, remind_due, parts,
  collect),
  UPDATE (submit_key, case_no, short_no, state, turn, submitted_at, pre_reviewed_at, received_day, accepted_day,
    accepted_by, feedback_due, correction_from, correction_due, legal_due, promised_due, provisional, running,
    next_due, claimed_by, claimed_name, claimed_at, confirm_state, correction_round, repeat_permitted, version,
    event_count, event_head, special_due, gap_due, delivery_due, mail_due,
    check_due, archive_due, outcome, paper_state, opinion, procedure_at, inspected, extended_days, decided_day,
    decided_by, on_spot, ready_day, remind_due, parts,
  collect)
  ON portal.cases TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (state, opened_day, due, opinion, staff_id, staff_name, spoken_at, overdue, document_id, certificate_id,
  handed_at, handed_to, ended_day, ready_at, ready_by)
  ON portal.case_part TO 'clock'@'localhost';
GRANT SELECT, INSERT ON portal.clock_ledger TO 'clock'@'localhost';
GRANT SELECT ON portal.dept TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.doc_counter TO 'clock'@'localhost';
GRANT SELECT (id, case_id, dept_code, kind, number, title), INSERT ON portal.document TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.lease TO 'clock'@'localhost';
GRANT SELECT ON portal.matter TO 'clock'@'localhost';
GRANT SELECT ON portal.matter_revision TO 'clock'@'localhost';
GRANT INSERT ON portal.outbox TO 'clock'@'localhost';
GRANT SELECT (case_id, kind, way, told_day, made_at, made_by) ON portal.promise TO 'clock'@'localhost';
GRANT SELECT (window_at), DELETE ON portal.rate_bucket TO 'clock'@'localhost';
GRANT SELECT (id, ref, subject, staff_id, made_at, kind, first_day, dept_code, matter_code, window_code), INSERT,
  UPDATE (kind, subject, stage, staff_id, window_code, made_at, until_day)
  ON portal.rating_invite TO 'clock'@'localhost';
GRANT SELECT (id, window_code, staff_id, from_day, until_day) ON portal.window_duty TO 'clock'@'localhost';
GRANT SELECT (dept_code, matter_code, window_code, given_day, counted, round, level, link, anonymous), UPDATE (link)
  ON portal.rating TO 'clock'@'localhost';
GRANT SELECT, INSERT, DELETE ON portal.rating_day_sum TO 'clock'@'localhost';
GRANT SELECT (order_id, running, clock, due), UPDATE (running, ended_day) ON portal.rating_due TO 'clock'@'localhost';
GRANT INSERT ON portal.rating_event TO 'clock'@'localhost';
GRANT SELECT,
  UPDATE (state, round_day, complex, handler_id, handler_name, rectify_by, appeal_by, finding, reply, reply_public, outcome, round,
    replied_day, answered_day, reply_days, version, event_count)
  ON portal.rating_order TO 'clock'@'localhost';
GRANT SELECT (on_day), DELETE ON portal.rating_person_day TO 'clock'@'localhost';
GRANT INSERT, DELETE ON portal.rating_reply_sum TO 'clock'@'localhost';
GRANT SELECT, DELETE ON portal.rating_stale TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (hidden), DELETE ON portal.rating_sum TO 'clock'@'localhost';
GRANT SELECT (code, name) ON portal.service_window TO 'clock'@'localhost';
GRANT INSERT ON portal.seal_use TO 'clock'@'localhost';
GRANT SELECT (expires_at), DELETE ON portal.session TO 'clock'@'localhost';
GRANT SELECT (expires_at), DELETE ON portal.staff_session TO 'clock'@'localhost';
-- clock: complaints and enquiries
GRANT SELECT, UPDATE (fault, unit, level, handler_id, handler_name, state, desk, due, provisional, answered_at, lapse_day, finding,
  reply_sealed, reply_no, satisfied, withheld_by, version, event_count) ON portal.complaint TO 'clock'@'localhost';
GRANT INSERT ON portal.complaint_event TO 'clock'@'localhost';
GRANT SELECT (id, number, dept_code, desk, due) ON portal.enquiry TO 'clock'@'localhost';

-- bookings: the clock job makes slots, tells people, ends what is over
GRANT SELECT ON portal.service_group TO 'clock'@'localhost';
GRANT SELECT ON portal.opening TO 'clock'@'localhost';
GRANT SELECT (id, group_code, from_at, until_at, reason, ended_at) ON portal.closure TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (places, closed_why) ON portal.slot TO 'clock'@'localhost';
GRANT SELECT, INSERT, UPDATE (opens_at, booking_id, live_key, hold_key, hold_until) ON portal.place TO 'clock'@'localhost';
GRANT SELECT (id, ref, token_version, group_code, matter_code, matter_name, case_id, account_id, person_bidx, id_type,
  id_mask, kind, name, phone_sealed, phone_mask, live_key, state, slot_id, place_no, start_at, end_at, made_at, made_by, moved, told,
  displaced_at, ended_at, ended_why, excused, reminded, offer_told),
  UPDATE (state, ended_at, ended_why, told, displaced_at, offer_told, reminded)
  ON portal.booking TO 'clock'@'localhost';
GRANT SELECT (booking_id, text, decision, reply) ON portal.booking_appeal TO 'clock'@'localhost';
GRANT SELECT, UPDATE (state, slot_id, place_no, hold_key, offer_until, told) ON portal.waiter TO 'clock'@'localhost';

-- booking
GRANT SELECT (id, kind, name, id_type, id_mask, id_bidx, phone_sealed, epoch) ON portal.account TO 'booking'@'localhost';
GRANT SELECT (id, ref, token_version, hold_key, group_code, matter_code, matter_name, case_id, account_id, person_bidx, id_type,
  id_mask, kind, name, phone_sealed, phone_mask, live_key, state, slot_id, place_no, start_at, end_at, made_at, made_by, moved, told,
  displaced_at, ended_at, ended_why, excused), INSERT,
  UPDATE (hold_key, slot_id, place_no, start_at, end_at, moved, displaced_at, offer_told, reminded, state, ended_at, ended_why, told)
  ON portal.booking TO 'booking'@'localhost';
GRANT SELECT (booking_id, text, decision, reply), INSERT ON portal.booking_appeal TO 'booking'@'localhost';
GRANT SELECT (id, short_no, account_id, matter_code, matter_name, state) ON portal.cases TO 'booking'@'localhost';
GRANT SELECT (code, name) ON portal.dept TO 'booking'@'localhost';
GRANT SELECT ON portal.group_matter TO 'booking'@'localhost';
GRANT SELECT (id, code, name, dept_code, position, state, current_revision) ON portal.matter TO 'booking'@'localhost';
GRANT INSERT ON portal.outbox TO 'booking'@'localhost';
GRANT SELECT, UPDATE (booking_id, live_key, hold_key, hold_until) ON portal.place TO 'booking'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.rate_bucket TO 'booking'@'localhost';
GRANT SELECT ON portal.service_group TO 'booking'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.session TO 'booking'@'localhost';
GRANT SELECT ON portal.slot TO 'booking'@'localhost';
GRANT SELECT, INSERT, UPDATE (state, slot_id, place_no, hold_key, offer_until, told) ON portal.waiter TO 'booking'@'localhost';

-- bookings: at the desk for callers, on people's own page, on the guides
GRANT SELECT, INSERT,
  UPDATE (hold_key, slot_id, place_no, start_at, end_at, moved, displaced_at, offer_told, reminded, state, ended_at, ended_why, told, excused)
  ON portal.booking TO 'desk'@'localhost';
GRANT SELECT, UPDATE (decision, reply, decided_by, decided_name, decided_at) ON portal.booking_appeal TO 'desk'@'localhost';
GRANT SELECT ON portal.group_matter TO 'desk'@'localhost';
GRANT SELECT, UPDATE (booking_id, live_key, hold_key, hold_until) ON portal.place TO 'desk'@'localhost';
GRANT SELECT ON portal.service_group TO 'desk'@'localhost';
GRANT SELECT ON portal.slot TO 'desk'@'localhost';
GRANT SELECT (id, group_code, day, state, live_key, subject, account_id, told),
  UPDATE (state, slot_id, place_no, hold_key, offer_until, told) ON portal.waiter TO 'desk'@'localhost';
GRANT SELECT (id, ref, token_version, group_code, matter_name, account_id, state, start_at, end_at, displaced_at)
  ON portal.booking TO 'account'@'localhost';
GRANT SELECT (code, name) ON portal.service_group TO 'account'@'localhost';
GRANT SELECT (id, group_code, day, account_id, state, offer_until) ON portal.waiter TO 'account'@'localhost';
-- whether a visit can be booked, on guides and pages of cases
GRANT SELECT (matter_code, group_code) ON portal.group_matter TO 'catalog'@'localhost';
GRANT SELECT (matter_code, group_code) ON portal.group_matter TO 'apply'@'localhost';
GRANT SELECT (matter_code, group_code) ON portal.group_matter TO 'progress'@'localhost';
GRANT SELECT (code, bookable) ON portal.service_group TO 'catalog'@'localhost';
GRANT SELECT (code, bookable) ON portal.service_group TO 'apply'@'localhost';
GRANT SELECT (code, bookable) ON portal.service_group TO 'progress'@'localhost';

-- letters that answer complaints, own complaints and enquiries, ratings on the guides
GRANT SELECT (complaint_id, level, number, centre, phone, unit_name, opening, finding, words_sealed, closing, seal_legend, issued_at)
  ON portal.complaint_letter TO 'feedback'@'localhost';
GRANT SELECT (complaint_id, level, number, centre, phone, unit_name, opening, finding, words_sealed, closing, seal_legend,
  issued_at), INSERT
  ON portal.complaint_letter TO 'desk'@'localhost';
GRANT SELECT (id, account_id, ref, token_version, number, kind, state, received_at, due) ON portal.complaint TO 'account'@'localhost';
GRANT SELECT (id, account_id, ref, token_version, number, state, received_at, due) ON portal.enquiry TO 'account'@'localhost';
GRANT SELECT (dim, code, invited, level5, level4, level3, level2, level1, hidden) ON portal.rating_sum TO 'catalog'@'localhost';

-- sender
GRANT SELECT (id, case_id, event_seq, topic, topic_id, topic_seq, account_id, channel, subject, body, to_sealed, state,
  attempts, next_at, lease_by),
  UPDATE (state, attempts, next_at, lease_until, lease_by, last_error, sent_at)
  ON portal.outbox TO 'sender'@'localhost';

-- eventcheck
GRANT SELECT ON portal.case_event TO 'eventcheck'@'localhost';
GRANT SELECT (id, case_no, short_no, state, event_count, event_head) ON portal.cases TO 'eventcheck'@'localhost';
GRANT SELECT (id, case_id, event_seq, kind, number, data) ON portal.document TO 'eventcheck'@'localhost';

-- matter_publish
GRANT SELECT ON portal.dept TO 'matter_publish'@'localhost';
GRANT SELECT, INSERT,
  UPDATE (name, theme, object, position, current_revision)
  ON portal.matter TO 'matter_publish'@'localhost';
GRANT SELECT, INSERT, UPDATE (status) ON portal.matter_revision TO 'matter_publish'@'localhost';

-- calendar_import
GRANT SELECT, INSERT, UPDATE, DELETE ON portal.calendar_day TO 'calendar_import'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.calendar_year TO 'calendar_import'@'localhost';

-- hall
GRANT SELECT (id, name, epoch) ON portal.account TO 'hall'@'localhost';
GRANT SELECT (id, ref, token_version, group_code, matter_code, matter_name, case_id, account_id, person_bidx, id_type, id_mask, kind, name,
  phone_mask, live_key, state, slot_id, place_no, start_at, end_at, made_at, made_by, moved, told, displaced_at, ended_at, ended_why, excused),
  UPDATE (state, ended_at, ended_why)
  ON portal.booking TO 'hall'@'localhost';
GRANT SELECT (booking_id, text, decision, reply) ON portal.booking_appeal TO 'hall'@'localhost';
GRANT SELECT (id, short_no) ON portal.cases TO 'hall'@'localhost';
GRANT SELECT (slot_id, no, booking_id), UPDATE (live_key) ON portal.place TO 'hall'@'localhost';
GRANT SELECT (id, closed_why) ON portal.slot TO 'hall'@'localhost';
GRANT SELECT ON portal.group_pace TO 'hall'@'localhost';
GRANT SELECT (id, ref, subject) ON portal.rating_invite TO 'hall'@'localhost';
GRANT SELECT ON portal.service_group TO 'hall'@'localhost';
GRANT SELECT ON portal.service_window TO 'hall'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.session TO 'hall'@'localhost';
GRANT SELECT (id, name, dept_code, post, trained_on, enabled, epoch) ON portal.staff TO 'hall'@'localhost';
GRANT SELECT ON portal.staff_role TO 'hall'@'localhost';
GRANT SELECT, UPDATE (last_seen, expires_at) ON portal.staff_session TO 'hall'@'localhost';
GRANT SELECT ON portal.substitution TO 'hall'@'localhost';
GRANT SELECT, INSERT, UPDATE (state, group_code, window_only, calls, called_at, serving_at, skipped_at, ended_at, events, guess_ms)
  ON portal.ticket TO 'hall'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.ticket_counter TO 'hall'@'localhost';
GRANT SELECT (ticket_id, seq, at), INSERT ON portal.ticket_event TO 'hall'@'localhost';
GRANT SELECT ON portal.window_group TO 'hall'@'localhost';
GRANT SELECT ON portal.window_live TO 'hall'@'localhost';

-- desk: tickets, windows that are manned, load (sql/stmt/hall.sql)
GRANT SELECT, INSERT, UPDATE ON portal.group_pace TO 'desk'@'localhost';
GRANT SELECT, UPDATE (state, group_code, window_only, window_code, staff_id, case_id, calls, first_at, called_at, serving_at, skipped_at,
  ended_at, events)
  ON portal.ticket TO 'desk'@'localhost';
GRANT SELECT (ticket_id, seq, at, act, note), INSERT ON portal.ticket_event TO 'desk'@'localhost';
GRANT SELECT ON portal.window_group TO 'desk'@'localhost';
GRANT SELECT, INSERT, UPDATE (until_at, paused_at, pause_reason) ON portal.window_live TO 'desk'@'localhost';

-- clock: tickets left at closing (sql/stmt/hall.sql)
GRANT SELECT, UPDATE (state, group_code, window_only, calls, called_at, serving_at, skipped_at, ended_at, events)
  ON portal.ticket TO 'clock'@'localhost';
GRANT SELECT (ticket_id, seq, at), INSERT ON portal.ticket_event TO 'clock'@'localhost';
GRANT SELECT (id, window_code, live_window, from_at, until_at), UPDATE (until_at, paused_at, pause_reason)
  ON portal.window_live TO 'clock'@'localhost';

-- demo_accounts
GRANT SELECT (name), INSERT, UPDATE ON portal.account TO 'demo_accounts'@'localhost';
GRANT SELECT (number), INSERT ON portal.auth_letter TO 'demo_accounts'@'localhost';
GRANT SELECT (id, code, dept_code) ON portal.matter TO 'demo_accounts'@'localhost';
GRANT SELECT (code) ON portal.service_window TO 'demo_accounts'@'localhost';
GRANT SELECT (id, login), INSERT, UPDATE ON portal.staff TO 'demo_accounts'@'localhost';
GRANT SELECT, INSERT, UPDATE ON portal.staff_role TO 'demo_accounts'@'localhost';
GRANT SELECT, INSERT ON portal.window_duty TO 'demo_accounts'@'localhost';

-- archive
GRANT SELECT, INSERT, UPDATE ON portal.archive_package TO 'archive'@'localhost';
GRANT SELECT ON portal.calendar_day TO 'archive'@'localhost';
GRANT SELECT ON portal.calendar_year TO 'archive'@'localhost';
GRANT SELECT ON portal.case_event TO 'archive'@'localhost';
GRANT SELECT (case_id, name, value, sealed) ON portal.case_field TO 'archive'@'localhost';
GRANT SELECT ON portal.case_file TO 'archive'@'localhost';
GRANT SELECT ON portal.case_material TO 'archive'@'localhost';
GRANT SELECT (id, case_no, short_no, revision_id, matter_code, matter_name, dept_code, dept_name, channel, delivery,
  committed, applicant_kind, applicant_name, applicant_id_type, applicant_id_sealed, applicant_phone_sealed,
  applicant_address_sealed, legal_rep, agent_name, agent_id_type, agent_id_sealed, agent_phone_sealed, state, outcome,
  submitted_at, received_day, accepted_day, decided_day, event_count, event_head, to_pack, ref, token_version, account_id),
  UPDATE (packed_events, archive_state)
  ON portal.cases TO 'archive'@'localhost';
GRANT SELECT (id, number) ON portal.certificate TO 'archive'@'localhost';
GRANT SELECT ON portal.clock_ledger TO 'archive'@'localhost';
GRANT SELECT (id, case_id, event_seq, kind, title, number, issued_at, issued_by, data)
  ON portal.document TO 'archive'@'localhost';
GRANT SELECT (id, rev_no, doc, doc_hash) ON portal.matter_revision TO 'archive'@'localhost';
GRANT SELECT (document_id, authority, legend, staff_name, at) ON portal.seal_use TO 'archive'@'localhost';

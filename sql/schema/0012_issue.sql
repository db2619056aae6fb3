-- 0012_issue.sql - results that wait at the window (C.2 rows 17 to 19), and the ledgers (OUT-4).

ALTER TABLE cases
  ADD ready_day  DATE NULL COMMENT 'result came to the window, or came back from the courier' AFTER decided_by,
  ADD remind_due DATE NULL COMMENT 'last day before the applicant is reminded to come for it; NULL: not to be collected' AFTER ready_day,
  ADD KEY cases_ready (state, delivery, ready_day, id),
  ADD KEY cases_remind (state, remind_due, id);

-- Which ledger an event is entered in.  On the spot, acceptance and decision are one event: it is found for both.
ALTER TABLE case_event
  ADD book VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin AS (CASE action
    WHEN 'receive' THEN 'received'
    WHEN 'accept' THEN 'accepted'
    WHEN 'deem_accepted' THEN 'accepted'
    WHEN 'grant' THEN 'decided'
    WHEN 'refuse' THEN 'decided'
    WHEN 'forward' THEN 'decided'
    WHEN 'grant_on_spot' THEN 'on_spot'
    WHEN 'issue' THEN 'delivered'
    WHEN 'deliver_electronic' THEN 'delivered'
    WHEN 'confirm_mail' THEN 'delivered' END) VIRTUAL COMMENT 'ledger: received, accepted, decided, on_spot, delivered; NULL: none',
  ADD KEY case_event_book (book, at, case_id, seq);

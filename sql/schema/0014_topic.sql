-- 0014_topic.sql - messages and warnings about other things than cases: bookings, tickets, ratings, complaints, enquiries.
--
-- A row is about a case or about one thing of a topic, never both.  The second unique key does for topics what the first
-- does for cases.

ALTER TABLE outbox
  MODIFY case_id   BIGINT NULL COMMENT 'case; NULL: about another thing, see topic',
  MODIFY event_seq INT    NULL COMMENT 'event that it tells of; NULL: see topic_seq',
  ADD topic     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'booking, wait, ticket, rating, complaint, enquiry; NULL: a case' AFTER event_seq,
  ADD topic_id  BIGINT NULL COMMENT 'row of that topic' AFTER topic,
  ADD topic_seq INT    NULL COMMENT 'which of its messages' AFTER topic_id,
  ADD UNIQUE KEY outbox_topic_once (topic, topic_id, topic_seq, account_id, channel),
  ADD CONSTRAINT outbox_about CHECK ((case_id IS NULL) <> (topic IS NULL) AND (case_id IS NULL) = (event_seq IS NULL)
    AND (topic IS NULL) = (topic_id IS NULL) AND (topic IS NULL) = (topic_seq IS NULL));

ALTER TABLE alert
  MODIFY case_id BIGINT NULL COMMENT 'case; NULL: about another thing, see topic',
  ADD topic    VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'as outbox.topic; NULL: a case' AFTER case_id,
  ADD topic_id BIGINT NULL COMMENT 'row of that topic' AFTER topic,
  ADD label    VARCHAR(60) NULL COMMENT 'number that people know it by' AFTER topic_id,
  ADD UNIQUE KEY alert_topic_once (kind, topic, topic_id, on_day),
  ADD CONSTRAINT alert_about CHECK ((case_id IS NULL) <> (topic IS NULL) AND (topic IS NULL) = (topic_id IS NULL)
    AND (topic IS NULL) = (label IS NULL));

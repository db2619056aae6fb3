-- 0018_rating.sql - ratings of services and the repair of bad ones (domain D.5, FBK-1, FBK-2, GD 12.2, ZJG 10(6)).
--
-- What can be learnt from these tables about the author of an anonymous rating: rating_invite says who was served, by whom and
-- when, and not whether they rated.  rating says what was rated and on which day, and not by whom: no account, no address, no
-- session, no case, no time of day.  Its link is a keyed hash, which finds the rating again for the holder of the token (to
-- change it, to read the answer, to rate again); without the key file nobody can tell which invitation it belongs to, and
-- after a year it is removed.  What remains is arithmetic: where one person alone was served by an officer on a day, a rating of
-- that officer on that day is probably theirs.  That is why neither the officer nor their department reads these tables.

CREATE TABLE rating_invite (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'one right to rate',
  ref         BINARY(8)    NOT NULL COMMENT 'random; with a keyed check it makes the token of /rate/{token}',
  kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'counter (a service at the window), online (a step on the web), conclusion (the case is decided)',
  subject     VARCHAR(48)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'what is rated once: t12 (ticket 12), e45.6 (event 6 of case 45), c45 (case 45, online or concluded)',
  stage       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'act that invited: keys of domain/lifecycle.c, or ticket',
  case_id     BIGINT       NULL COMMENT 'case; NULL: a ticket without one',
  account_id  BIGINT       NULL COMMENT 'who was served, when they have an account',
  person_key  BINARY(32)   NULL COMMENT 'keyed hash of who was served, for the limit on ratings of one person on one day; NULL: not known',
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'department; NULL: the centre itself',
  matter_code VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'service matter; NULL: none in particular',
  matter_name VARCHAR(200) NULL COMMENT 'its name, copied',
  window_code VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'counter: window; NULL: not known',
  staff_id    BIGINT       NULL COMMENT 'officer who is rated; NULL: nobody in particular',
  first_day   DATE         NOT NULL COMMENT 'invited; invitations are counted by this day',
  made_at     DATETIME(3)  NOT NULL COMMENT 'invited, or invited again when the case was concluded',
  until_day   DATE         NOT NULL COMMENT 'last day to rate',
  PRIMARY KEY (id),
  UNIQUE KEY rating_invite_ref (ref),
  UNIQUE KEY rating_invite_once (subject),
  KEY rating_invite_window (window_code, made_at),
  KEY rating_invite_staff (staff_id, made_at),
  KEY rating_invite_case (case_id, made_at),
  KEY rating_invite_day (first_day, dept_code, matter_code, window_code),
  CONSTRAINT rating_invite_kind CHECK (kind IN ('counter', 'online', 'conclusion')),
  CONSTRAINT rating_invite_sane CHECK (until_day >= first_day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='rights to rate: once per service at the counter, once per case online';

CREATE TABLE rating (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'rating',
  link        BINARY(32)   NULL COMMENT 'keyed hash of the invitation; NULL: removed after a year',
  round       INT          NOT NULL DEFAULT 1 COMMENT '1: the rating; 2 and more: rated again after the answer to a bad one (GD 12.2)',
  order_id    BIGINT       NULL COMMENT 'order that the round belongs to; NULL: first round',
  kind        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as rating_invite.kind',
  channel     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'web, qr (receipt), sms, device (screen at the window)',
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'department',
  matter_code VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'service matter',
  matter_name VARCHAR(200) NULL COMMENT 'its name, copied',
  window_code VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'window',
  staff_id    BIGINT       NULL COMMENT 'officer who is rated',
  level       INT          NOT NULL COMMENT '5 very satisfied, 4 satisfied, 3 basically satisfied, 2 not satisfied, 1 not at all satisfied; 1 and 2 are negative',
  tags        VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'keys of domain/rating.c, separated by blanks',
  text_sealed VARBINARY(4200) NULL COMMENT 'own words, sealed as rating.text_sealed; NULL: none',
  text_public VARCHAR(1000) NULL COMMENT 'the same with personal data masked; shown when text_state is public',
  text_state  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'none' COMMENT 'none, held (waits for review), public, withheld (reviewed, with a reason)',
  held_for    VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'why a review is asked for: insult, personal, contact, repeated, many; separated by blanks',
  anonymous   TINYINT      NOT NULL COMMENT '1: nothing in this row leads to a person',
  account_id  BIGINT       NULL COMMENT 'author, when named and signed in',
  case_id     BIGINT       NULL COMMENT 'case, when named',
  invite_id   BIGINT       NULL COMMENT 'invitation, when named: messages lead back to it',
  author_mask VARCHAR(120) NULL COMMENT 'author as shown, when named',
  contact_sealed VARBINARY(255) NULL COMMENT 'how the author wants to be reached, sealed as rating.contact_sealed; given on purpose',
  given_day   DATE         NOT NULL COMMENT 'day of the rating; ratings are counted by it',
  changed     INT          NOT NULL DEFAULT 0 COMMENT 'times changed',
  counted     TINYINT      NOT NULL DEFAULT 1 COMMENT '0: waits for review, or taken out by it',
  out_reason  VARCHAR(500) NULL COMMENT 'why it does not count (review, or appeal decided by a second person)',
  out_by      BIGINT       NULL COMMENT 'officer who decided that',
  review      TINYINT      NOT NULL DEFAULT 0 COMMENT '1: in the review queue',
  reviewed_by BIGINT       NULL COMMENT 'officer who reviewed it last',
  review_note VARCHAR(500) NULL COMMENT 'and why they decided as they did',
  PRIMARY KEY (id),
  UNIQUE KEY rating_once (link, round),
  KEY rating_day (given_day, dept_code, matter_code, window_code),
  KEY rating_latest (text_state, counted, id),
  KEY rating_review (review, id),
  KEY rating_of_order (order_id, round),
  CONSTRAINT rating_level CHECK (level BETWEEN 1 AND 5),
  CONSTRAINT rating_kind CHECK (kind IN ('counter', 'online', 'conclusion')),
  CONSTRAINT rating_channel CHECK (channel IN ('web', 'qr', 'sms', 'device')),
  CONSTRAINT rating_text CHECK (text_state IN ('none', 'held', 'public', 'withheld') AND (text_state = 'none') = (text_sealed IS NULL)),
  CONSTRAINT rating_anonymous CHECK (anonymous = 0 OR (account_id IS NULL AND case_id IS NULL AND invite_id IS NULL AND author_mask IS NULL)),
  CONSTRAINT rating_flags CHECK (anonymous IN (0, 1) AND counted IN (0, 1) AND review IN (0, 1) AND (out_reason IS NULL) = (out_by IS NULL)),
  CONSTRAINT rating_rounds CHECK (round >= 1 AND (round = 1) = (order_id IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='ratings; about anonymity see the head of this file';

CREATE TABLE rating_person_day (
  person_day  BINARY(32)   NOT NULL COMMENT 'keyed hash of a person and a day: nothing leads from here to a rating or to the person',
  on_day      DATE         NOT NULL COMMENT 'that day, for sweeping',
  n           INT          NOT NULL COMMENT 'ratings of that person on that day',
  PRIMARY KEY (person_day),
  KEY rating_person_day_on (on_day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='one person over many cases: above the limit ratings wait for review';

CREATE TABLE rating_order (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'work order of a bad rating (FBK-2)',
  number      VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as people know it: CP20260302-00007',
  rating_id   BIGINT       NOT NULL COMMENT 'rating that opened it',
  state       VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keys of domain/rating_order.c',
  opened_day  DATE         NOT NULL COMMENT 'day from which the clocks count; a day only, because a time would lead to the author',
  round_day   DATE         NOT NULL COMMENT 'the same of this round',
  dept_code   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'department, copied',
  rated_id    BIGINT       NULL COMMENT 'officer who is rated: never handles it, nor does whoever stands in for them',
  complex     TINYINT      NOT NULL DEFAULT 0 COMMENT '1: fifteen working days instead of five',
  handler_id  BIGINT       NULL COMMENT 'named handler',
  handler_name VARCHAR(120) NULL COMMENT 'name of the handler, told to the author',
  rectify_by  DATE         NULL COMMENT 'promised day of rectification, told to the author',
  appeal_by   BIGINT       NULL COMMENT 'officer who asked for the appeal that is open or was last decided: somebody else decides',
  finding     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'verified: true, partly, untrue',
  reply       VARCHAR(2000) NULL COMMENT 'written reply to the author',
  reply_public VARCHAR(1000) NULL COMMENT 'the same as published, masked',
  outcome     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'rectified, explained; removed: the rating does not count',
  round       INT          NOT NULL DEFAULT 1 COMMENT '1, and one more for each second rating that was bad again',
  replied_day DATE         NULL COMMENT 'first written reply',
  answered_day DATE        NULL COMMENT 'last written reply',
  reply_days  INT          NULL COMMENT 'working days to the first reply',
  version     INT          NOT NULL DEFAULT 1 COMMENT 'raised by every act; forms carry it back',
  event_count INT          NOT NULL DEFAULT 0 COMMENT 'acts so far',
  PRIMARY KEY (id),
  UNIQUE KEY rating_order_number (number),
  UNIQUE KEY rating_order_of (rating_id),
  KEY rating_order_state (state, id),
  KEY rating_order_handler (handler_id, state, id),
  KEY rating_order_lapse (state, answered_day, id),
  KEY rating_order_reply (replied_day, dept_code, reply_days),
  CONSTRAINT rating_order_rating FOREIGN KEY (rating_id) REFERENCES rating (id),
  CONSTRAINT rating_order_states CHECK (state IN ('new', 'taken', 'contacted', 'verified', 'rectifying', 'appealed', 'replied',
    'passed', 'lapsed', 'removed')),
  CONSTRAINT rating_order_handler CHECK ((handler_id IS NULL) = (handler_name IS NULL) AND (rated_id IS NULL OR handler_id IS NULL OR handler_id <> rated_id)),
  CONSTRAINT rating_order_flags CHECK (complex IN (0, 1) AND round >= 1 AND version >= 1)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='bad ratings being put right';

CREATE TABLE rating_event (
  order_id    BIGINT       NOT NULL COMMENT 'order',
  seq         INT          NOT NULL COMMENT '1, 2, 3 ...',
  on_day      DATE         NOT NULL COMMENT 'day; acts of officers have their time too',
  at          DATETIME(3)  NULL COMMENT 'instant; NULL: an act of the author, whose time would lead to them',
  action      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'keys of domain/rating_order.c',
  from_state  VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'before',
  to_state    VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'after',
  actor_id    BIGINT       NULL COMMENT 'officer; NULL: the author or the system',
  actor_name  VARCHAR(120) NOT NULL COMMENT 'name at the time; 评价人, 系统',
  post        VARCHAR(60)  NULL COMMENT 'post of the officer',
  words       VARCHAR(2000) NULL COMMENT 'what was found, said, promised, and why',
  PRIMARY KEY (order_id, seq),
  CONSTRAINT rating_event_of FOREIGN KEY (order_id) REFERENCES rating_order (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='acts on orders; only added to';

CREATE TABLE rating_due (
  order_id    BIGINT       NOT NULL COMMENT 'order',
  round       INT          NOT NULL COMMENT 'of the order',
  clock       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'contact, close, rectify',
  due         DATE         NOT NULL COMMENT 'last day',
  running     TINYINT      NOT NULL DEFAULT 1 COMMENT '0: met or given up',
  ended_day   DATE         NULL COMMENT 'day it was met; later than due: overdue, for ever',
  provisional TINYINT      NOT NULL DEFAULT 0 COMMENT '1: due lies in a year without a published calendar',
  PRIMARY KEY (order_id, round, clock),
  KEY rating_due_watch (running, clock, due, order_id),
  CONSTRAINT rating_due_of FOREIGN KEY (order_id) REFERENCES rating_order (id),
  CONSTRAINT rating_due_clock CHECK (clock IN ('contact', 'close', 'rectify')),
  CONSTRAINT rating_due_ended CHECK (running = 1 OR ended_day IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='clocks of the orders';

-- The roll-up of the public page; rebuilt from the rows above by the clock job, and always equal to what they give.

CREATE TABLE rating_day_sum (
  dim         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'all, dept, matter, window',
  code        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code of it; all: empty',
  on_day      DATE         NOT NULL COMMENT 'day',
  invited     INT          NOT NULL COMMENT 'rights to rate that began on this day',
  level5      INT          NOT NULL COMMENT 'ratings that count, given on this day, per level',
  level4      INT          NOT NULL COMMENT 'as level5',
  level3      INT          NOT NULL COMMENT 'as level5',
  level2      INT          NOT NULL COMMENT 'as level5',
  level1      INT          NOT NULL COMMENT 'as level5',
  PRIMARY KEY (dim, code, on_day),
  KEY rating_day_sum_day (on_day)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='per day';

CREATE TABLE rating_sum (
  dim         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'all, dept, matter, window',
  code        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'code of it; all: empty',
  name        VARCHAR(200) NOT NULL COMMENT 'name for people',
  parent      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'matter: department; else empty',
  invited     INT          NOT NULL COMMENT 'of the last twelve months',
  level5      INT          NOT NULL COMMENT 'of the last twelve months',
  level4      INT          NOT NULL COMMENT 'of the last twelve months',
  level3      INT          NOT NULL COMMENT 'of the last twelve months',
  level2      INT          NOT NULL COMMENT 'of the last twelve months',
  level1      INT          NOT NULL COMMENT 'of the last twelve months',
  PRIMARY KEY (dim, code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='of twelve months, as the public page shows it';

CREATE TABLE rating_reply_sum (
  days        INT          NOT NULL COMMENT 'working days from a bad rating to the first written reply',
  n           INT          NOT NULL COMMENT 'orders of the last twelve months that took so many',
  PRIMARY KEY (days)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='for the median';

CREATE TABLE rating_stale (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'one change',
  on_day      DATE         NOT NULL COMMENT 'day whose sums have to be made anew',
  PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='added to by every change, taken by the clock job: nobody waits for a counter';

-- Who can be named as handler is found by role.
ALTER TABLE staff_role ADD KEY staff_role_holders (role, staff_id, valid_from);

-- 0017_hall.sql - tickets and who mans a window now (WIN-3, GD 9.5, 10.2.5; WIN-2, CQ 5.4.3).
--
-- Of a person a ticket holds nothing but the row of their booking, account or case: the screen shows numbers only.

CREATE TABLE window_live (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'one sitting of one officer at one window',
  window_code VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'window',
  staff_id    BIGINT       NOT NULL COMMENT 'officer',
  staff_name  VARCHAR(120) NOT NULL COMMENT 'name on that day',
  acting_for  BIGINT       NULL COMMENT 'A post in whose place (CQ 5.11.3)',
  from_at     DATETIME(3)  NOT NULL COMMENT 'sat down',
  until_at    DATETIME(3)  NULL COMMENT 'closed the window; NULL: sits there',
  paused_at   DATETIME(3)  NULL COMMENT 'calls nobody since; NULL: calls',
  pause_reason VARCHAR(100) NULL COMMENT 'shown on the screen: 暂停服务',
  live_window VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin AS (IF(until_at IS NULL, window_code, NULL)) PERSISTENT COMMENT 'one officer at a window',
  live_staff  BIGINT       AS (IF(until_at IS NULL, staff_id, NULL)) PERSISTENT COMMENT 'one window for an officer',
  PRIMARY KEY (id),
  UNIQUE KEY window_live_window (live_window),
  UNIQUE KEY window_live_staff (live_staff),
  CONSTRAINT window_live_at FOREIGN KEY (window_code) REFERENCES service_window (code),
  CONSTRAINT window_live_who FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT window_live_sane CHECK (until_at IS NULL OR until_at >= from_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='who mans which window, and manned it';

CREATE TABLE ticket_counter (
  day         DATE         NOT NULL COMMENT 'numbers begin again each day',
  letter      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'group in front of the number',
  last_no     INT          NOT NULL COMMENT 'given last',
  PRIMARY KEY (day, letter)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='ticket numbers without gaps';

CREATE TABLE ticket (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'one ticket',
  ref         BINARY(8)    NOT NULL COMMENT 'random; the token of the QR code is made from it',
  take_key    CHAR(26)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'made with the page that asked: a second press gets the same ticket',
  day         DATE         NOT NULL COMMENT 'day of the visit',
  number      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as called: A012; stays with the ticket wherever it goes',
  group_code  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'group that serves it now',
  window_only VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'transferred to this window alone; NULL: any window of the group',
  matter_code VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'what for, when known',
  priority    VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'senior, disabled, pregnant (GD 7.1.5P); NULL: none',
  booking_id  BIGINT       NULL COMMENT 'booking that was checked in',
  account_id  BIGINT       NULL COMMENT 'person, when known from the booking',
  case_id     BIGINT       NULL COMMENT 'case, when known from the booking or opened at the window',
  slot_at     DATETIME(3)  NULL COMMENT 'booked time; NULL: walked in',
  arrived_at  DATETIME(3)  NOT NULL COMMENT 'ticket taken',
  rank_at     DATETIME(3)  NOT NULL COMMENT 'place in the queue, fixed on arrival (domain/queue.h)',
  state       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'waiting, called, serving, skipped; done, left, ended',
  window_code VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'window that called it last',
  staff_id    BIGINT       NULL COMMENT 'officer who called it last',
  calls       INT          NOT NULL DEFAULT 0 COMMENT 'how often called, recalls included',
  first_at    DATETIME(3)  NULL COMMENT 'called for the first time: the wait ends',
  called_at   DATETIME(3)  NULL COMMENT 'called last; calling the same one again does not move it',
  serving_at  DATETIME(3)  NULL COMMENT 'the person sat down',
  skipped_at  DATETIME(3)  NULL COMMENT 'did not come when called',
  ended_at    DATETIME(3)  NULL COMMENT 'done, given up or ended',
  guess_ms    BIGINT       NULL COMMENT 'wait that was foretold on arrival, milliseconds; NULL: nobody could say',
  events      INT          NOT NULL DEFAULT 0 COMMENT 'number of its events',
  queue       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin AS (IF(window_only IS NULL, group_code, CONCAT('@', window_only))) PERSISTENT COMMENT 'line that it stands in',
  at_window   VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin AS (IF(state IN ('called', 'serving'), window_code, NULL)) PERSISTENT COMMENT 'one ticket at a window',
  PRIMARY KEY (id),
  UNIQUE KEY ticket_ref (ref),
  UNIQUE KEY ticket_once (take_key),
  UNIQUE KEY ticket_number (day, number),
  UNIQUE KEY ticket_booking (booking_id),
  UNIQUE KEY ticket_at_window (at_window),
  KEY ticket_queue (queue, state, day, rank_at, id),
  KEY ticket_open (state, day, id),
  CONSTRAINT ticket_group FOREIGN KEY (group_code) REFERENCES service_group (code),
  CONSTRAINT ticket_window FOREIGN KEY (window_code) REFERENCES service_window (code),
  CONSTRAINT ticket_only FOREIGN KEY (window_only) REFERENCES service_window (code),
  CONSTRAINT ticket_state CHECK (state IN ('waiting', 'called', 'serving', 'skipped', 'done', 'left', 'ended')),
  CONSTRAINT ticket_priority CHECK (priority IS NULL OR priority IN ('senior', 'disabled', 'pregnant')),
  CONSTRAINT ticket_timed CHECK (rank_at <= arrived_at AND (state NOT IN ('called', 'serving') OR (window_code IS NOT NULL AND called_at IS NOT NULL))
    AND (state <> 'serving' OR serving_at IS NOT NULL) AND (state IN ('done', 'left', 'ended')) = (ended_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='tickets of the hall';

CREATE TABLE ticket_event (
  ticket_id   BIGINT       NOT NULL COMMENT 'ticket',
  seq         INT          NOT NULL COMMENT '1, 2, 3, ...',
  at          DATETIME(3)  NOT NULL COMMENT 'when',
  act         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'take, call, recall, skip, start, back, transfer, finish, leave, end',
  state       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'state afterwards',
  queue       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'line afterwards',
  window_code VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'window that acted',
  actor_kind  VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'applicant, staff, system',
  actor_id    BIGINT       NOT NULL COMMENT 'officer; 0: nobody with a name',
  actor_name  VARCHAR(120) NOT NULL COMMENT 'name on that day',
  note        VARCHAR(200) NULL COMMENT 'reason, for staff',
  PRIMARY KEY (ticket_id, seq),
  CONSTRAINT ticket_event_of FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='every step of a ticket, timed';

CREATE TABLE group_pace (
  group_code  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'group',
  pace_ms     BIGINT       NOT NULL COMMENT 'milliseconds from a call until the window is free again, moving mean (domain/queue.h)',
  served      BIGINT       NOT NULL COMMENT 'tickets that it was measured on',
  PRIMARY KEY (group_code),
  CONSTRAINT group_pace_of FOREIGN KEY (group_code) REFERENCES service_group (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='how long one ticket takes, as measured';

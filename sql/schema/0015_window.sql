-- 0015_window.sql - the hall: windows, what they serve, who sits there, and when they are open (GD 9.2, AY 5.1, ZJG 5 to 7).
--
-- A service group is what people choose and queue for: a letter on the ticket, some windows, some matters.  Places of
-- bookings and the order of tickets are per group.

CREATE TABLE service_group (
  code        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'letter in front of the ticket number: A, B',
  name        VARCHAR(60)  NOT NULL COMMENT 'as people choose it: 社会民生',
  summary     VARCHAR(200) NOT NULL COMMENT 'what is done here, for the booking page and the ticket terminal',
  serve_min   INT          NOT NULL COMMENT 'minutes that one person usually takes; used for estimates until measured',
  bookable    TINYINT      NOT NULL COMMENT '1: visits can be booked',
  position    INT          NOT NULL COMMENT 'place in lists',
  PRIMARY KEY (code),
  CONSTRAINT service_group_sane CHECK (serve_min BETWEEN 1 AND 480 AND bookable IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='what people queue for';

CREATE TABLE group_matter (
  matter_code VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'service matter: matter.code, which is never reused',
  group_code  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'where it is handled at the counter',
  PRIMARY KEY (matter_code),
  KEY group_matter_group (group_code, matter_code),
  CONSTRAINT group_matter_of FOREIGN KEY (group_code) REFERENCES service_group (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='window mapping of the matters that entered the centre (CAT-6)';

CREATE TABLE service_window (
  code        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as on the sign: A05',
  name        VARCHAR(60)  NOT NULL COMMENT 'name on the sign',
  kind        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'type of window (WIN-1): by_field, undifferentiated, all_round, enquiry, receipt, issue, topic, tidal, one_thing, cross_region',
  zone        VARCHAR(40)  NOT NULL COMMENT 'zone of the hall; more than six zones warn (GD 9.2)',
  enabled     TINYINT      NOT NULL DEFAULT 1 COMMENT '0: taken away',
  position    INT          NOT NULL COMMENT 'place in lists',
  PRIMARY KEY (code),
  CONSTRAINT service_window_kind CHECK (kind IN ('by_field', 'undifferentiated', 'all_round', 'enquiry', 'receipt', 'issue',
    'topic', 'tidal', 'one_thing', 'cross_region')),
  CONSTRAINT service_window_flags CHECK (enabled IN (0, 1))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='counters';

CREATE TABLE window_group (
  window_code VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'window',
  group_code  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'group that it serves',
  PRIMARY KEY (window_code, group_code),
  KEY window_group_group (group_code, window_code),
  CONSTRAINT window_group_window FOREIGN KEY (window_code) REFERENCES service_window (code),
  CONSTRAINT window_group_of FOREIGN KEY (group_code) REFERENCES service_group (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='which windows serve which groups';

CREATE TABLE window_duty (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'one assignment',
  window_code VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'window',
  staff_id    BIGINT       NOT NULL COMMENT 'officer',
  post        CHAR(1)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'A or B post (CQ 5.11.1: every window has both)',
  from_day    DATE         NOT NULL COMMENT 'first day',
  until_day   DATE         NULL COMMENT 'last day; NULL: open',
  PRIMARY KEY (id),
  KEY window_duty_window (window_code, from_day),
  KEY window_duty_staff (staff_id, from_day),
  CONSTRAINT window_duty_at FOREIGN KEY (window_code) REFERENCES service_window (code),
  CONSTRAINT window_duty_who FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT window_duty_sane CHECK (post IN ('A', 'B') AND (until_day IS NULL OR until_day >= from_day))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='who sits at which window';

CREATE TABLE opening (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'one span of opening',
  group_code  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'group',
  weekday     INT          NOT NULL COMMENT '1 Monday to 7 Sunday, on working days of the calendar; a working Saturday or Sunday without a row of its own is open like Friday',
  from_min    INT          NOT NULL COMMENT 'opens, minutes after midnight',
  until_min   INT          NOT NULL COMMENT 'closes, minutes after midnight',
  slot_min    INT          NOT NULL COMMENT 'length of a booking slot in minutes',
  places      INT          NOT NULL COMMENT 'places to book in each slot, all windows of the group together',
  from_day    DATE         NOT NULL COMMENT 'rule holds from this day',
  until_day   DATE         NULL COMMENT 'to this day; NULL: open',
  PRIMARY KEY (id),
  KEY opening_group (group_code, weekday, from_min),
  CONSTRAINT opening_of FOREIGN KEY (group_code) REFERENCES service_group (code),
  CONSTRAINT opening_sane CHECK (weekday BETWEEN 1 AND 7 AND from_min >= 0 AND until_min <= 1440 AND until_min > from_min
    AND slot_min BETWEEN 5 AND 240 AND places BETWEEN 0 AND 500 AND (until_day IS NULL OR until_day >= from_day))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='opening hours by weekday';

CREATE TABLE closure (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'one closure',
  group_code  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'group; NULL: the whole centre',
  from_at     DATETIME(3)  NOT NULL COMMENT 'closed from',
  until_at    DATETIME(3)  NOT NULL COMMENT 'open again from',
  reason      VARCHAR(200) NOT NULL COMMENT 'told to the people affected',
  made_by     BIGINT       NOT NULL COMMENT 'officer',
  made_at     DATETIME(3)  NOT NULL COMMENT 'entered',
  ended_at    DATETIME(3)  NULL COMMENT 'taken back; NULL: holds',
  PRIMARY KEY (id),
  KEY closure_until (until_at, id),
  CONSTRAINT closure_of FOREIGN KEY (group_code) REFERENCES service_group (code),
  CONSTRAINT closure_by FOREIGN KEY (made_by) REFERENCES staff (id),
  CONSTRAINT closure_sane CHECK (until_at > from_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='times out of the rule';

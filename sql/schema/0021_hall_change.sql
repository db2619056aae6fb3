-- 0021_hall_change.sql - who changed the hall: groups, windows, duties, hours, closures (CAT-6, WIN-1, CQ 5.11.1).  Rows stay.

CREATE TABLE hall_change (
  id          BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'order of the changes',
  at          DATETIME(3)  NOT NULL COMMENT 'changed',
  topic       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'group, window, hours, closure: the page that shows it',
  subject     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'code of the group or window; NULL: the whole centre',
  what        VARCHAR(500) NOT NULL COMMENT 'what was changed, in words',
  staff_id    BIGINT       NOT NULL COMMENT 'officer',
  staff_name  VARCHAR(120) NOT NULL COMMENT 'name then',
  acting_name VARCHAR(120) NULL COMMENT 'A post in whose place (CQ 5.11.3)',
  PRIMARY KEY (id),
  KEY hall_change_topic (topic, id),
  KEY hall_change_subject (topic, subject, id),
  CONSTRAINT hall_change_by FOREIGN KEY (staff_id) REFERENCES staff (id),
  CONSTRAINT hall_change_topic_known CHECK (topic IN ('group', 'window', 'hours', 'closure'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='record of changes to the hall';

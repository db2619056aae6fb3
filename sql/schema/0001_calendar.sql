-- The working-day calendar: one row per date that differs from Monday to Friday, or that a notice names.

CREATE TABLE calendar_year (
  region        VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'CN: the whole nation; six digits: a region with days of its own',
  year          SMALLINT     NOT NULL COMMENT 'calendar year that the table covers',
  notice_no     VARCHAR(60)  NOT NULL COMMENT 'number of the notice that sets the days off, e.g. 国办发明电〔2025〕7号',
  note          VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'where the data was taken from',
  imported_at   DATETIME(3)  NOT NULL COMMENT 'last import that changed something',
  PRIMARY KEY (region, year),
  CONSTRAINT calendar_year_region CHECK (region = 'CN' OR region REGEXP '^[0-9]{6}$'),
  CONSTRAINT calendar_year_span CHECK (year BETWEEN 2000 AND 2199)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='years with a published calendar; limits that touch another year are provisional';

CREATE TABLE calendar_day (
  region        VARCHAR(6)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as in calendar_year; rows of a region win over rows of CN',
  day           DATE         NOT NULL COMMENT 'local date',
  working       TINYINT      NOT NULL COMMENT '1: working day, 0: day off',
  name          VARCHAR(40)  NOT NULL COMMENT 'reason shown to the public, e.g. 春节, 春节调休上班',
  PRIMARY KEY (region, day),
  CONSTRAINT calendar_day_working CHECK (working IN (0, 1)),
  CONSTRAINT calendar_day_name CHECK (name <> '')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='dates off and make-up working days; a date without a row is a working day from Monday to Friday';

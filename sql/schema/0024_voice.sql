-- 0024_voice.sql - the written reply to a complaint as a letter of its own; own complaints and enquiries by account; which numbers
-- of ratings are shown.

CREATE TABLE complaint_letter (
  complaint_id  BIGINT       NOT NULL COMMENT 'complaint',
  level         INT          NOT NULL COMMENT 'level that answered: a letter each',
  number        VARCHAR(120) NOT NULL COMMENT '（政务）诉字〔2026〕第00001号',
  centre        VARCHAR(120) NOT NULL COMMENT 'name of the service centre, as printed',
  phone         VARCHAR(60)  NOT NULL COMMENT 'its telephone, as printed; empty: none',
  unit_name     VARCHAR(120) NOT NULL COMMENT 'who answers, as printed',
  opening       VARCHAR(800) NOT NULL COMMENT 'first paragraph, as printed: what it answers',
  finding       VARCHAR(60)  NOT NULL COMMENT 'what came out, as printed',
  words_sealed  VARBINARY(13000) NOT NULL COMMENT 'the reply itself, sealed as complaint_letter.words_sealed',
  closing       VARCHAR(400) NOT NULL COMMENT 'last paragraph, as printed: what the writer can do next',
  officer_id    BIGINT       NOT NULL COMMENT 'officer who issued it',
  issued_at     DATETIME(3)  NOT NULL COMMENT 'when',
  PRIMARY KEY (complaint_id, level),
  UNIQUE KEY complaint_letter_number (number),
  CONSTRAINT complaint_letter_of FOREIGN KEY (complaint_id) REFERENCES complaint (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci COMMENT='投诉处理书: nobody may change one after issue, or delete it';

ALTER TABLE complaint ADD KEY complaint_account (account_id, id);
ALTER TABLE enquiry ADD KEY enquiry_account (account_id, id);

ALTER TABLE rating_sum ADD COLUMN hidden TINYINT NOT NULL DEFAULT 1 COMMENT '1: not shown, small or would give a small one away (domain/rating_public.h)';
